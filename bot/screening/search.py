"""From a name to the parties that it may mean, by the name alone: the whole first, then the names that a field holds.

What is known beside the name, and what comes of it all, is for `judging` and `screen`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from functools import lru_cache, partial

from bot.screening.fields.hosts import is_host
from bot.screening.fields.readings import may_hold_more, readings_of, stands_beside_number
from bot.screening.fields.rewritten import Rewritten, rewritten
from bot.screening.held import Held
from bot.screening.index.bearers import Bearers
from bot.screening.index.candidates import Candidates, Sought
from bot.screening.index.names import Names, Read
from bot.screening.index.parties import Parties
from bot.screening.index.places import Places
from bot.screening.index.variants import Variants
from bot.screening.judging.found import Found, found_by, is_remnant, published_as
from bot.screening.judging.read import is_meant, is_of_another_country, is_read
from bot.screening.judging.score import Likeness, compare
from bot.screening.judging.verdict import is_common
from bot.screening.policy import MATCH, Weak
from bot.screening.short_forms import ShortForms
from bot.screening.weights import COMMON_PART, GUESSED, LEAST, RARE_WORD, SHORT_FORM
from bot.screening.words.foreign import in_english
from bot.screening.words.naming import Naming, naming_of
from bot.screening.words.nothing import may_begin_so
from bot.screening.words.published import is_as_published, is_word_for_word
from bot.screening.words.scripts import is_latin, to_latin
from bot.screening.words.spelling import Tables
from bot.screening.words.traits import Traits
from bot.screening.words.weak_words import ROLE_FORM, ROLE_STOCK

REMEMBERED = 2_000  # names asked for, as they were read
AT_ONCE = 256  # words that are looked up together


class Search:
    """Finds parties by names. Immutable, but for what is remembered of words; safe for many threads at once."""

    def __init__(self, names: Names, parties: Parties, places: Places) -> None:
        self._names, self._parties, self._places = names, parties, places
        self._candidates = Candidates(names)
        self.bearers = Bearers(names, parties)
        self._short_forms = ShortForms(self.bearers, parties, places)
        self._held = Held(names, self.bearers)
        self._weak = Weak.BELOW
        read = partial(naming_of, is_listed=names.lexicon.holds)  # in no circle: see `Mentions`
        self._asked = lru_cache(REMEMBERED)(read)

    def under(self, weak: Weak) -> Search:
        """The same, weak aliases counting so."""
        other = copy(self)
        other._weak = weak
        return other

    def meet(self, asked: Iterable[tuple[str, bool | None]]) -> None:
        """Look up the words of names that will be asked for, and of these as English spells them, for most are not
        found: many at once cost less than one by one."""
        written = [(each, person) for text, person in asked for each in (text, *in_english(text))]
        namings = [self._asked(text, person=person) for text, person in written]
        words = {(word.text, word.traits.arabic): word for naming in namings for word in naming.words}
        found: list[Variants] = []
        for some in _some_at_once([word.traits for word in words.values()]):
            found += self._names.lexicon.variants(some)
        self._candidates.meet([each for each, word in zip(found, words.values(), strict=True) if not word.light])

    def may_be_asked_by(self, text: str, person: bool | None) -> tuple[list[int], list[int]]:
        """The names here that, were they asked for, may mean this listed name: what screening would call a match is
        among them. Those that words led to, and those that letters did, some perhaps in both."""
        return self._candidates.turned(self._candidates.sought(naming_of(text, person=person)), text)

    def tables_of(self, asked: Naming) -> Tables:
        """Of each word of a name the listed words that it is like."""
        return self._candidates.sought(asked).tables

    def find(
        self, text: str, person: bool | None, lists: frozenset[str], *, abroad: bool = True
    ) -> tuple[Naming, list[Found]]:
        """The name that was asked for, the whole text or the one name in it; and the parties it may mean, in no order.
        `person`: whether a person is asked for, None where not known; `lists`: those that count, empty for all;
        `abroad`: whether it may be spelt as another language spells a Russian name."""
        asked = self._asked(text, person=person)
        found, held = self._by_name(asked, text, lists, host=is_host(text))
        if not any(each.sure for each in found):
            asked, found = self._in_parts(text, asked, found, held, person, lists)
        if abroad and not any(each.sure for each in found):
            found = self._with_other_writing(text, found, person, lists)
        if any(each.sure for each in found):
            found = [each.of_another_number() if each.likeness.number_left_out else each for each in found]
        return asked, found

    def _with_other_writing(
        self, text: str, found: list[Found], person: bool | None, lists: frozenset[str]
    ) -> list[Found]:
        """What was found, and what is found by the text as English spells it, where nobody is or another alphabet makes
        it an equal name, or as it may have been before something changed it; nothing is LISTED by that."""
        matches = any(each.score >= MATCH for each in found)
        if is_latin(text) and any(each.score >= MATCH and not each.weak for each in found):
            return found
        best = {each.at: each for each in found}
        lexicon = self._names.lexicon
        others = () if matches else rewritten(text, lexicon.holds, lexicon.completed)
        for other in (*map(Rewritten, in_english(text)), *others):
            for each in self.find(other.text, person, lists, abroad=False)[1]:
                if (each.sure or (each.score >= MATCH and not matches)) and is_meant(each, other):
                    read = to_latin(each.read or other.text)
                    _keep(best, each._replace(read=read, respelt=True).possible(each.score))
        return list(best.values())

    def with_published(self, text: str, found: list[Found], lists: frozenset[str]) -> list[Found]:
        """What was found, and the parties of which the text is a name as it is published."""
        best = {each.at: each for each in found}
        asked = naming_of(text)
        among = self._parties.on(lists) if lists else None
        self._as_published(asked, text, self._candidates.same_letters(asked, text, among), best)
        return list(best.values())

    def may_say_nothing(self, text: str, person: bool | None) -> bool:
        """Whether a name may be one that says nothing of whom is meant, by how it was read: hardly any is."""
        words = self._asked(text, person=person).words
        return " " not in text or not words or words[0].role is ROLE_FORM or may_begin_so(words[0].text)

    def is_common(self, asked: Naming, found: list[Found]) -> bool:
        """Whether the question is one common word."""
        if len(asked.core) != 1:  # Abdullah is read as two words
            return asked.compact == "abdlah"
        if asked.titles and any(each.sure and len(each.naming.core) > 1 for each in found):  # the ship Lady Mariia
            return False
        if any(each.sure for each in found):  # Gazprom is in many names, and one party's own
            if asked.particles and asked.core[0].role is ROLE_STOCK:  # DES International: all of a name is equal
                return False
            return is_common(asked.core[0], 0)
        return is_common(asked.core[0], self.bearers.count(asked.core[0].text))

    def _in_parts(
        self,
        text: str,
        asked: Naming,
        found: list[Found],
        held: list[Found],
        person: bool | None,
        lists: frozenset[str],
    ) -> tuple[Naming, list[Found]]:
        """What the names in the field find, beside what the whole found; and the name that was asked for: the whole, or
        the one name that is in the field."""
        best = {each.at: each for each in found}
        more = may_hold_more(text, [word.text for word in asked.words], self._places)
        for reading in readings_of(text, self._places) if more else ():
            part = self._asked(reading.text, person=person)
            if is_remnant(part, reading.text, alone=reading.alone):
                continue
            own = [each for each in self._by_name(part, reading.text, lists)[0] if is_read(each, part, reading)]
            for each in own:
                if reading.ship and reading.guess and not self._parties.is_craft(each.at):
                    continue
                if each.likeness.number_left_out and stands_beside_number(text, reading.text):
                    continue
                read = each._replace(read=reading.text)
                if reading.guess or not (reading.apart or reading.ship or part.forms or len(part.core) > 1):
                    read = read.possible(min(each.score, GUESSED))
                elif (not reading.alone and not part.forms and self.is_common(part, [each])) or (
                    each.sure and is_of_another_country(text, part, self._parties[each.at].countries)
                ):
                    read = read.possible(COMMON_PART)
                _keep(best, read)
            if reading.alone and any(each.sure for each in own):
                asked = part
        if all(each.score < MATCH for each in best.values()):
            for each in held:
                _keep(best, each)
        return asked, list(best.values())

    def _by_name(
        self, asked: Naming, text: str, lists: frozenset[str], *, host: bool = False
    ) -> tuple[list[Found], list[Found]]:
        """The best fit of each party; by letters, too, where words do not lead to a match. And the names that the
        question holds whole beside other words. `text`: the question; of a `host`, an address on the net, only what is
        published so."""
        best: dict[int, Found] = {}
        if not asked.words or not len(self._names):
            return [], []
        among = self._parties.on(lists) if lists else None
        sought = self._candidates.sought(asked)
        same = self._candidates.same_letters(asked, text, among)
        if host:
            self._as_published(asked, text, same, best)
            return list(best.values()), []
        likely, near = self._candidates.by_words(sought, among)
        self._rate(sought, dict.fromkeys([*same, *likely, *self._of_one_rare_word(asked)]), best)
        self._as_published(asked, text, same, best)
        if sought.has_strange_words and all(each.score < MATCH for each in best.values()):
            self._rate(sought, self._candidates.by_letters(asked, among), best)
        if any(each.score >= MATCH for each in best.values()):
            return list(best.values()), []
        whole = self._candidates.held_whole(asked, near, among)
        return list(best.values()), [*self._held.find(sought, whole, best), *self._held.of_one_word(sought)]

    def _of_one_rare_word(self, asked: Naming) -> list[int]:
        """The names with the one word that is asked for, where few have it: they may be long (`head_of`)."""
        if len(asked.core) > 1 or not 0 < self.bearers.count(asked.core[0].text) <= RARE_WORD:
            return []
        held: list[int] = self._names.held_by(asked.core[0].text).tolist()
        return held

    def _rate(self, sought: Sought, numbers: Iterable[int], best: dict[int, Found]) -> None:
        asked, tables = sought.naming, sought.tables
        for listed in self._counting(numbers):
            known = best.get(listed.owner)
            if known is not None and known.sure and asked.latin and not asked.may_equal(listed.naming):
                continue  # an equal name of the party's speaks for it
            likeness = compare(asked, listed.naming, tables)
            if likeness.score > LEAST or len(asked.core) == 1:  # Duma, of eleven words
                found = self.judged(asked, listed, likeness)
                if found.score > LEAST and (known is None or found.rank > known.rank):
                    best[listed.owner] = found

    def _as_published(self, asked: Naming, text: str, same: Sequence[int], best: dict[int, Found]) -> None:
        """The names that the question is, letter for letter or word for word, whatever reading made of either: `same`
        are those of its letters."""
        if not same:
            return
        sure = {at for at, found in best.items() if found.sure}
        owners = self._names.owners
        for listed in self._counting([at for at in same if int(owners[at]) not in sure] if sure else same):
            known = best.get(listed.owner)
            if known is not None and (known.sure or (listed.weak and known.score >= MATCH)):
                continue
            name = self._names.name(listed.number).text
            if is_as_published(text, name):
                _keep(best, published_as(asked, listed, word_for_word=is_word_for_word(text, name)))

    def _counting(self, numbers: Iterable[int]) -> Iterator[Read]:
        """The names of these numbers, weak ones as they count."""
        for listed in self._names.read_all([*numbers]):
            if not listed.weak or self._weak is Weak.BELOW:
                yield listed
            elif self._weak is not Weak.OUT:
                yield listed._replace(weak=False)

    def judged(self, asked: Naming, listed: Read, likeness: Likeness) -> Found:
        """What a likeness to a listed name makes of its party."""
        found = found_by(asked, listed, likeness)
        if likeness.numeral_more and self._parties.is_craft(listed.owner):
            return found.of_another_number()
        if found.score >= SHORT_FORM or not self._short_forms.may_be(asked, found):
            return found
        return found._replace(score=SHORT_FORM)


def _some_at_once(words: list[Traits]) -> Iterator[list[Traits]]:
    return (words[at : at + AT_ONCE] for at in range(0, len(words), AT_ONCE))


def _keep(best: dict[int, Found], found: Found) -> None:
    known = best.get(found.at)
    if known is None or found.rank > known.rank:
        best[found.at] = found
