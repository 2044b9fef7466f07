"""Which words of a row may be words of names: listed ones, through the index, with the endings that Russian
and Ukrainian give them; those that nobody knows, and those written with a capital."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from bot.questions.data import patterns
from bot.questions.spotting.days import is_of_calendar
from bot.questions.spotting.lexicon import KINDS, TERM, TYPES, is_german, is_given, is_known, lexicon, sets, spellings
from bot.questions.spotting.sheet import Act, Item, Row
from bot.screening.index.mentions import Mention, Mentions
from bot.screening.index.names import Names

COMMON_FROM = 40  # listed names that hold a word, from where on it alone points at nobody
SHORTEST = 4  # letters of a surname by itself


ListedNames = Mentions  # what the index knows of names
NO_NAMES = Mentions(Names.of(()), ())  # ... where there is none


def names_in(
    tokens: Sequence[Item], listed: ListedNames, told: Sequence[bool], fits: Callable[[Mention], bool] = bool
) -> list[Mention]:
    """The listed names in a text, in order, apart from each other: whole ones first, then rare surnames. `told`: which
    words are no ordinary ones; `fits`: whether one may stand there, so that it takes its words from others."""
    taken = [False] * len(tokens)
    found: list[Mention] = []
    starts = [at for at, token in enumerate(tokens) if at == 0 or (token.apart and not token.after_comma)]
    for start, end in pairwise([*starts, len(tokens)]):
        typed = [_spelt(t.text, told[start + at]) for at, t in enumerate(tokens[start:end])]
        for mention in listed.find(typed, told[start:end]):
            first, last = start + mention.start, start + mention.end
            commas = any(token.after_comma for token in tokens[first + 1 : last])
            stands = mention.strong or (all(told[first:last]) and not commas)
            name = mention._replace(start=first, end=last)
            if stands and not any(taken[first:last]) and fits(name):
                taken[first:last] = [True] * (last - first)
                found.append(name)
    rare = ((at, _rare(t.text, listed)) for at, t in enumerate(tokens) if told[at] and not taken[at])
    return sorted([*found, *filter(fits, (Mention(at, at + 1, (name,), False) for at, name in rare if name))])


def _spelt(word: str, told: bool) -> tuple[str, ...]:
    """What a word may stand for in a name; nothing for one that is in none as it is typed."""
    if told:
        return spellings(word)
    return () if word in sets.OF_NO_NAME else (word,)


def _rare(word: str, listed: ListedNames) -> str:
    """A word that few listed names hold, in the nominative; or "". In small letters it must be somebody's surname:
    other words are in names, too."""
    if len(word) < SHORTEST:
        return ""
    held = ((spelling, listed.bearers(spelling)) for spelling in spellings(word))
    found = next((spelling for spelling, count in held if 0 < count < COMMON_FROM), "")
    return found if found and (not word.islower() or listed.is_surname(found)) else ""


_SAID = patterns("items")
_LETTERS = re.compile(r"[A-Z]{2,}(?:s$|-[a-z]|-[A-Z]+$)")  # ADRs, EU-listed, NS-MBS
ON_A_LIST = 3  # items behind a name, up to a list that it is on: ever on the SDN list
_BESIDE = 3  # words of which one is surely a name, so that a rare one beside it may be one, too: prigozhin wagner
AROUND = 6  # words before and behind a name that is the rest of a text


class Telling:
    """Which items of a row tell of a name, by themselves and by the capitals about them."""

    def __init__(self, row: Row, listed: ListedNames, plural: bool) -> None:
        self.row, self.items, self.listed, self.plural = row, row.items, listed, plural
        self.german = row.german
        few = len(row.items) <= _BESIDE and row.plays <= {"actor"}
        self.beside = few and not sets.SURELY_TWO.isdisjoint(row.words)
        plays = zip(self.items, row.parts, strict=True)
        self.known = [not i.word or bool(parts) or self._is_ordinary(i) for i, parts in plays]
        self.told = {at for act in row.acts for at in range(act.first, act.last) if self._is_told(act, at)}
        coded = {at for at in range(2, len(self.items)) if self._is_of_a_town(at)}
        self.told |= coded
        named = {at for at, parts in enumerate(row.parts) if "actor" in parts} - self.told
        self.initials = [at for at in range(1, len(self.items)) if self._has_initial(at)] if ". " in row.text else []
        named.update(self.initials)
        for at in named | coded:
            self.known[at] = at in coded
        self.mixed = any(known and item.text[:1].islower() for item, known in zip(self.items, self.known, strict=True))
        self.shouted = row.shouted
        self.telling = [self._tells(at) for at in range(len(self.items))]

    def _has_initial(self, at: int) -> bool:
        """Whether a capital word that asks nothing stands behind an initial, and is a surname for it: V. Bout."""
        item, letter = self.items[at], self.items[at - 1]
        if len(letter.word) != 1 or not letter.capital or self.row.before(at) != ". " or self.is_monsieur(at - 1):
            return False
        return item.capital and len(item.word) > 2 and lexicon().parts(item.word) <= {"ordinary", "actor"}

    def _is_of_a_town(self, at: int) -> bool:
        """Whether it is the code of a country behind a town's name, as addresses have it: "Acme Ltd Moscow RU"."""
        item, town = self.items[at], self.items[at - 1]
        code = len(item.text) == 2 and item.text.isupper() and not (item.apart or item.form)
        return code and self.row.item(at + 1).apart and town.text.istitle() and self.listed.is_place(town.text)

    def is_monsieur(self, at: int) -> bool:
        """Whether an M. stands before a given name and a surname: "M. Viktor Vekselberg"."""
        said, follows = self.row.item(at).text, self.row.follows
        return said == "M" and is_given(follows(at + 1).word) and follows(at + 2).capital

    def _is_ordinary(self, item: Item) -> bool:
        """A word that is known, but for an everyday one by which a listed party is called."""
        if item.generic:
            return lexicon().plays(item.word)
        if item.small and (item.word in TYPES or item.word in sets.MOVES):  # mv Zeus, X discharging at Banias
            return True
        if any(map(str.isupper, item.text[1 + item.capital :])) and not item.text.isupper():
            return False  # МегаФон, eBay
        german = self.german and (item.small or is_german(item.word)) and not is_given(item.word)
        if german or lexicon().is_rare(item.word):
            return not self._is_borne(item)
        return is_known(item.word)

    def _is_borne(self, item: Item) -> bool:
        """Whether a listed party is called by one word, or a name that stands by itself is it."""
        said, listed = (*spellings(item.text), *item.text.split("-")[: self.german]), self.listed
        told = (item.capital or self.beside or len(self.items) == 1) and not self.german
        few = told and any(0 < listed.bearers(word) < COMMON_FROM for word in said)
        called = any(map(listed.is_surname, said)) or any(map(listed.is_name, said))
        return few or called or item.word in sets.SURELY_TWO

    def _is_told(self, act: Act, at: int) -> bool:
        """Whether a word is no name though it is written with a capital: an actor of policy, or of a known phrase; or a
        word that asks, as German writes them. Not where a word of a name stands beside it."""
        plain = act.last - act.first == 1 and act.part not in ("policy", "actor")
        if plain and self.items[at].text[:2].isupper() and _LETTERS.match(self.items[at].text):
            return True
        if (plain and act.part not in sets.NO_NAMES) or (act.part == "actor" and self._is_asked_about(act)):
            return False
        first, after = self.items[act.first], self.row.item(act.last)
        before = self.row.item(act.first - 1)
        given = is_given(before.word) or not (is_known(before.word) or "actor" in self.row.parts[act.first - 1])
        if act.part == "actor" and given and before.capital and first.capital and not first.apart:  # Donald Trump
            return False
        after = self.row.item(act.last + 1) if after.word in sets.JOINERS else after
        follows = not after.apart and after.capital and bool(after.word)
        if plain:
            return not follows and (first.apart or not self._is_capital_word(at - 1))
        policy = act.part in ("policy", "actor")
        ends = after.ends_names or (self.row.item(at + 2).ends_names and self.row.item(at + 2).capital)
        if follows and first.capital and (ends or not is_known(after.word) or not policy):
            return False  # Good Morning Foods, Relief Foods International
        return not follows or all(i.capital for i in self.items[act.first : act.last])

    def _is_asked_about(self, act: Act) -> bool:
        """Whether it is asked of an actor of policy whether he is listed, or on a list: "is Putin sanctioned?"."""
        parts = {other.part for other in self.row.acts if not other.part.startswith(TERM)}
        named = parts <= sets.WITH_ACTORS and self.listed.is_surname(self.items[act.first].text)
        return named or self.row.item(act.first - 1).word in sets.BE

    def _leads(self, at: int) -> bool:
        return at == 0 or (self.items[at].apart and not self.items[at].after_comma)

    def _tells(self, at: int) -> bool:
        item = self.items[at]
        myself = item.word.startswith("i'") or (item.word == "i" and self.row.follows(at + 1).small)  # X, I get it
        if not item.word or item.text.isdigit() or item.word in sets.TITLES or myself:
            return False
        if item.capital and self.row.before(at + 1).startswith("-"):
            return True  # Wagner-linked
        if item.text.isupper() and len(item.text) < 4 and self._is_behind_a_label(at):
            return False  # Flag: RU
        if "office" in self.row.parts[at] and self.row.follows(at + 1).word in sets.JOINERS:
            return self.shouted  # Chairman of X
        if "born" in self.row.parts[at] or (item.word in KINDS and self._is_alone(at)):
            return False  # Wie viele Flugzeuge
        if not self.known[at]:
            nothing = _SAID["mashed"].search(item.text) or self._is_amount(at)
            return (len(item.text) > 1 or item.capital) and not nothing
        if item.small or "meaning" in self.row.plays:  # what does POSSIBLE mean
            return False
        if is_of_calendar(item.word.replace("days", "day")) and self._is_alone(at):  # on Mondays
            return False
        if self.shouted:
            then = at + 1 == len(self.items) or self._leads(at + 1) or self.row.parts[at + 1] & sets.ASKING
            says = self._leads(at) and then and lexicon().plays(item.word)  # "OK?", "URGENT!!! SMP BANK", "PLS CHECK X"
            little = item.word in sets.LITTLE or len(item.word) < 2
            return not (says or little or self.row.parts[at] & sets.ASKING)
        if (self.german and not self._shouts(at)) or not self.mixed or at in self.told or self._leads(at):
            return False
        short = item.text.isupper() and len(item.text) < 6 and not (self._shouts(at - 1) or self._shouts(at + 1))
        return item.capital and not short

    def _is_behind_a_label(self, at: int) -> bool:
        """Whether it stands behind a label of what names nobody."""
        return at > 0 and self.row.before(at) == ": " and "nolabel" in self.row.parts[at - 1]

    def _is_amount(self, at: int) -> bool:
        """12k, 44.10; beside a capital word a figure may be of a name."""
        text = self.items[at].text
        figures = text[0].isdigit() and _SAID["amount"].fullmatch(text)
        return bool(figures) and (self._is_alone(at) if "." in text else not self.listed.bearers(text))

    def _is_alone(self, at: int) -> bool:
        return not (self._is_capital_word(at - 1) or self._is_capital_word(at + 1))

    def _is_capital_word(self, at: int) -> bool:
        return 0 < at < len(self.items) and bool(self.items[at].word) and self.items[at].capital

    def _shouts(self, at: int) -> bool:
        """Whether a word stands in capitals, as lists print names."""
        return len(self.row.item(at).text) > 1 and self.items[at].text.isupper()

    def _may_be_of_a_title(self, at: int, form: int) -> bool:
        """Whether a word in small letters may be of a name before a legal form: none that says whose or where it is."""
        item, parts = self.items[at], self.row.parts[at]
        ends = all(other.ends_names for other in self.items[at:form])
        if not (item.small or item.word.isdigit()) or item.form:
            return ends and item.generic
        if item.word in sets.SPLITTERS:
            return lexicon().plays(self.items[at - 1].word)
        asks = "who" in parts and (at == 0 or item.word in sets.OPENERS)  # is kim co listed
        if asks or parts & {"deal", "somebody", "label", "links", "kin"}:
            return ends
        return item.word not in sets.LINKS_NO_NAME or "pointing" in parts

    def _only_points(self, at: int) -> bool:
        """Whether a word that stands before a name is none of it: the, this, please, any."""
        return self.items[at].word in sets.POINTS or bool(self.row.parts[at] & {"also", "follow", "smalltalk"})
