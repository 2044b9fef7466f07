"""Names of parties in a row of items: stretches that somebody vouches for, and those that nobody does."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from bot.questions.question import Subject
from bot.questions.spotting.day_words import MONTH, WEEKDAY
from bot.questions.spotting.items import Act, Item, Row
from bot.questions.spotting.kinds_of_party import KINDS
from bot.questions.spotting.lexicon import folded, lexicon
from bot.questions.spotting.names import ListedNames, names_in
from bot.questions.spotting.party_words import FIRMS_WITH_AND, GENERIC, GIVEN_NAMES, LEGAL_FORMS, SURELY_TWO, words
from bot.questions.spotting.sheet import Sort
from bot.sanctions.party import Schema
from bot.screening.words.given_names import is_given_name

_JOINERS = words(
    """
    of and the for de la del du des der von van et y e und и та & al bin el
    """
)
_SPLITTERS = frozenset(
    ["and", "or", "nor", "und", "oder", "et", "ou", "y", "o", "и", "или", "та", "або", "чи", "plus", "n"]
)
_TYPES: dict[str, Schema] = {
    **dict.fromkeys(
        words("""vessel ship tanker yacht superyacht boat carrier mv m/v судно танкер яхта navire
        schiff"""),
        Schema.VESSEL,
    ),
    **dict.fromkeys(words("""aircraft airplane plane jet helicopter самолет самолёт"""), Schema.AIRPLANE),
    **dict.fromkeys(words("""company firm business entity organisation organization"""), Schema.ORGANIZATION),
    **dict.fromkeys(
        words("""person individual businessman oligarch mr mrs ms г-н господин herr herrn frau"""), Schema.PERSON
    ),
    **dict.fromkeys(words("""wallet address"""), Schema.CRYPTO_WALLET),
}
_CALENDAR = re.compile(f"{MONTH}|{WEEKDAY}")
_AROUND = 6  # words before and behind a name that is the rest of a text


class Surety(IntEnum):
    """Who vouches for a name."""

    NOBODY = 0  # words in small letters that are not known
    CAPITALS = 1  # written as a name is
    LISTED = 2  # the index, an identifier, a label
    QUOTED = 3


@dataclass(frozen=True, slots=True)
class PartySpan:
    """A name at items `first` to `last` (exclusive), facts beside it included. `owner`: it says whose the next is."""

    first: int
    last: int
    subject: Subject
    surety: Surety
    owner: bool = False


_NO_NAMES = words("listed screen change moved license sources lists options permission")
# acts that a word in capitals plays rather than being part of a name
_ASKING = words(
    "listed screen permission watch unwatch explain count when compare digest also options relief license change free"
)


def parties_in(row: Row, listed: ListedNames, *, plural: bool = False) -> list[PartySpan]:
    """The names in a row, in order. `plural`: the words say that there are several."""
    return list(_Finder(row, listed, plural).spans())


class _Finder:
    def __init__(self, row: Row, listed: ListedNames, plural: bool) -> None:
        self.row, self.items, self.listed, self.plural = row, row.items, listed, plural
        read = {at for act in row.acts for at in range(act.first, act.last)}
        self.known = [
            item.sort is not Sort.WORD or at in read or _is_ordinary(item.word) for at, item in enumerate(self.items)
        ]
        self.told = {at for act in row.acts for at in range(act.first, act.last) if self._is_told(act, at)}
        self.mixed = any(known and item.text[:1].islower() for item, known in zip(self.items, self.known, strict=True))
        self.shouted = row.text.isupper()
        self.asking = {at for act in row.acts if act.part in _ASKING for at in range(act.first, act.last)}
        self.telling = [self._tells(at) for at in range(len(self.items))]
        self.surety = [Surety.NOBODY] * len(self.items)
        self.spelt: dict[int, tuple[int, str]] = {}
        for found in names_in(self.items, listed, self.telling):
            by_comma = any(item.after_comma for item in self.items[found.first + 1 : found.last])
            if not by_comma and not (self._may_end(found.first) and self._may_end(found.last - 1)):
                continue
            self.spelt[found.first] = found.last, found.name
            sure = Surety.LISTED if found.strong else Surety.CAPITALS
            self.surety[found.first : found.last] = [sure] * (found.last - found.first)
        self.taken = [self._is_candidate(at) for at in range(len(self.items))]
        self._take_firms()
        self._take_whole()
        self.inside = {at for start, (end, _) in self.spelt.items() for at in range(start + 1, end)}
        for at in [*reversed(range(len(self.items))), *range(len(self.items))]:
            self.taken[at] = self.taken[at] or self._is_absorbed(at)
        for at in range(1, len(self.items)):
            self.taken[at] = self.taken[at] or self._is_titled(at)

    def _is_told(self, act: Act, at: int) -> bool:
        """Whether a word is no name though it is written with a capital: an actor of policy, or of a known phrase; or a
        word that asks, as German writes them. Not where a word of a name stands beside it."""
        first, ahead = self.items[act.first], self.items[act.last : act.last + 2]
        after = next((item for item in ahead if item.word not in _JOINERS), None)
        follows = after is not None and not after.apart and after.capital and bool(after.word)
        phrase = act.last - act.first > 1
        if not phrase and act.part not in ("policy", "actor"):
            return act.part in _NO_NAMES and not follows and (first.apart or not self._is_capital_word(act.first - 1))
        named = follows and after is not None and (after.word in GENERIC | LEGAL_FORMS or not _is_ordinary(after.word))
        if named and first.capital and not self._leads(act.first):
            return False
        return not follows or all(i.capital for i in self.items[act.first : act.last]) or not self.items[at].capital

    def _take_firms(self) -> None:
        """Names that hold "and": Marks and Spencer."""
        for at in range(len(self.items) - 2):
            if " ".join(item.word for item in self.items[at : at + 3]) in FIRMS_WITH_AND:
                self.taken[at : at + 3] = [True] * 3
                self.spelt[at] = at + 3, self._text(at, at + 3)

    def _take_whole(self) -> None:
        """A listed name that is all of the text but for a few words about it, whatever its own words are."""
        size = len(self.items)
        windows = ((a, b) for a in range(min(_AROUND, size)) for b in range(size, max(a, size - _AROUND), -1))
        for first, last in sorted(windows, key=lambda w: w[0] - w[1]):
            items = self.items[first:last]
            if len(items) == 1 and not (self._shouts(first) and len(items[0].text) > 3):
                continue
            if not items[0].capital or self.spelt.get(first, (0, ""))[0] >= last or items[0].sort is Sort.QUOTED:
                continue
            if self.listed.is_name(self._text(first, last)):
                self.taken[first:last] = [True] * len(items)
                self.surety[first:last] = [Surety.LISTED] * len(items)
                self.spelt[first] = last, self._text(first, last)
                return

    def _is_titled(self, at: int) -> bool:
        """One of several between commas, all of them written as names are: "Rosneft, Best Buy"."""
        if self.mixed or self.row.text.isupper() or not any(self.taken):
            return False
        item = self.items[at]
        return (
            item.capital
            and bool(item.word)
            and (item.after_comma or (not item.apart and self.taken[at - 1] and self.items[at - 1].after_comma))
        )

    def _may_end(self, at: int) -> bool:
        """Whether a name may begin or end with a word: "is Bank Rossiya" is no name, though one is called Is Bank."""
        return self.telling[at] or self.items[at].word in GENERIC | LEGAL_FORMS or self.items[at].text.isdigit()

    def _leads(self, at: int) -> bool:
        return at == 0 or (self.items[at].apart and not self.items[at].after_comma)

    def _tells(self, at: int) -> bool:
        item = self.items[at]
        if item.sort is not Sort.WORD or item.text.isdigit() or item.word in _TITLES:
            return False
        if not self.known[at]:
            return len(item.text) > 1 or item.capital
        if _CALENDAR.fullmatch(item.word) and not (self._is_capital_word(at - 1) or self._is_capital_word(at + 1)):
            return False
        if self.shouted:
            return at not in self.asking and item.word not in _OPENERS | _JOINERS | _SPLITTERS and len(item.word) > 1
        short = item.text.isupper() and len(item.text) < 6 and not (self._shouts(at - 1) or self._shouts(at + 1))
        return self.mixed and item.capital and at not in self.told and not self._leads(at) and not short

    def _is_capital_word(self, at: int) -> bool:
        return 0 < at < len(self.items) and self.items[at].capital and self.items[at].sort is Sort.WORD

    def _shouts(self, at: int) -> bool:
        """Whether a word stands in capitals, as lists print names."""
        return 0 <= at < len(self.items) and len(self.items[at].text) > 1 and self.items[at].text.isupper()

    def _is_candidate(self, at: int) -> bool:
        return self.telling[at] or self.surety[at] > Surety.NOBODY or self.items[at].sort is Sort.QUOTED

    def _is_absorbed(self, at: int) -> bool:
        """A word that is known, or a span, but written as part of the name beside it."""
        item = self.items[at]
        after = at + 1 < len(self.items) and self.taken[at + 1] and not self.items[at + 1].apart
        before = at > 0 and self.taken[at - 1] and not item.apart
        if item.word in _TITLES:
            return False
        if item.word in LEGAL_FORMS and len(item.word) > 1 and (before or after):
            return not (item.text.islower() and self.known[at])
        if len(item.word) == 1 and item.capital and self._is_letter_of_a_name(at):
            return True
        if item.word.isdigit():
            return before and len(item.word) <= 4
        if item.word in GENERIC:
            return before or (item.capital and (after or self._is_of_a_country(at)))
        if item.sort is Sort.LISTS:
            return before and after and item.text.isupper() and self.items[at + 1].word in LEGAL_FORMS
        if item.sort in (Sort.OPTIONS, Sort.MEASURES, Sort.DATE, Sort.COUNTRY):
            if not item.capital:
                return False
            if item.text.isupper() and ((before and self._shouts(at - 1)) or (after and self._shouts(at + 1))):
                return True
            follows = after and (self.items[at + 1].capital or self.items[at + 1].word in GENERIC)
            bank = before and item.sort is Sort.COUNTRY and self.items[at - 1].word in GENERIC
            return follows or bank or (before and self.items[at - 1].capital and self._ends_a_name(at))
        if not item.word or not item.capital or at in self.told:
            return False
        if item.word in _OPENERS and self._leads(at):
            return False
        if self._shouts(at) and ((before and self._shouts(at - 1)) or (after and self._shouts(at + 1))):
            return at not in self.asking
        if item.word in _OPENERS:
            return False
        if self.mixed:
            return (before or after) and not self._leads(at)
        return before and at not in self.asking and not self.shouted

    def _is_of_a_country(self, at: int) -> bool:
        """Bank of Russia."""
        ahead = self.items[at + 1 : at + 4]
        place = next((item for item in ahead if item.word not in ("of", "the", "for")), None)
        return (
            bool(ahead)
            and ahead[0].word in ("of", "for")
            and place is not None
            and place.sort is Sort.COUNTRY
            and place.capital
        )

    def _is_letter_of_a_name(self, at: int) -> bool:
        """A of "A and B Shipping"."""
        return (
            at + 2 < len(self.items)
            and self.items[at + 1].word in ("and", "&")
            and self.taken[at + 2]
            and self.items[at + 2].capital
        )

    def _ends_a_name(self, at: int) -> bool:
        """Whether a span goes on with words of a name: "Sberbank (Switzerland) AG"."""
        return (
            at + 1 < len(self.items)
            and not self.items[at + 1].apart
            and self.items[at + 1].word in GENERIC | LEGAL_FORMS
        )

    def spans(self) -> Iterator[PartySpan]:
        found = [span for first, last in self._persons(list(self._runs())) for span in self._described(first, last)]
        beside = {at for span in found for at in range(span.first, span.last)}
        yield from self._siblings(found)
        yield from self._numbers(beside)

    def _siblings(self, found: list[PartySpan]) -> list[PartySpan]:
        """ "the Rotenberg brothers Arkady and Boris": the surname is that of each."""
        for at, span in enumerate(found):
            after = self.items[span.last].word if span.last < len(self.items) else ""
            named = found[at + 1 :] if after in _SIBLINGS else []
            if named and all(_is_given(folded(other.subject.name)) for other in named):
                family = span.subject.name
                return found[:at] + [
                    replace(one, subject=Subject(f"{one.subject.name} {family}", Schema.PERSON)) for one in named
                ]
        return found

    def _runs(self) -> Iterator[tuple[int, int]]:
        at = 0
        while at < len(self.items):
            if not self.taken[at]:
                at += 1
                continue
            end = at + 1
            while end < len(self.items) and (more := self._goes_on(at, end)):
                end += more
            if any(item.capital or item.word not in GENERIC for item in self.items[at:end]):
                yield self._begun_before(at), end
            at = end

    def _begun_before(self, at: int) -> int:
        """Where a name of which only the end tells begins: "Bank of Bosnia", "Bank for International Settlements"."""
        start = at
        while (
            start > 0
            and self.items[start - 1].word in _JOINERS - {"and", "und", "et", "y", "и", "та"}
            and not self.items[start].apart
        ):
            start -= 1
        before = self.items[start - 1] if 0 < start < at else None
        generic = before is not None and before.word in GENERIC and not self.items[start].apart
        return start - 1 if generic and before is not None and before.capital and self.items[at].capital else at

    def _goes_on(self, first: int, at: int) -> int:
        """How many items more belong to the run."""
        item, before = self.items[at], self.items[at - 1]
        if first in self.spelt and at < self.spelt[first][0]:
            return 1
        if item.after_comma and item.word in LEGAL_FORMS and len(item.word) > 1:
            return 1
        between = self.row.text[before.end : item.start]
        if self._in_brackets(at):
            return 2
        shouted = (
            item.sort is Sort.COUNTRY
            and item.text.isupper()
            and self._text(first, at).isupper()
            and "\t" not in between
        )
        if (shouted and between.strip() in (",", "(")) or (between == "! " and item.word in LEGAL_FORMS):
            return 1
        if item.apart:
            return 0
        if self.taken[at]:
            return (
                0
                if at in self.spelt
                and first in self.spelt
                and self.surety[at] is Surety.LISTED is self.surety[first]
                and not item.capital
                else 1
            )
        if item.word not in _JOINERS or not before.capital:
            return 0
        end = next(
            (i for i in range(at, min(at + 3, len(self.items))) if self.items[i].word not in _JOINERS), len(self.items)
        )
        if end >= len(self.items) or end - at > 2 or any(i.apart for i in self.items[at : end + 1]):
            return 0
        follows = self.items[end]
        if self.taken[end] and follows.capital:
            return end - at + 1
        return end - at + 1 if follows.sort is Sort.COUNTRY and follows.capital and item.word in ("of", "for") else 0

    def _in_brackets(self, at: int) -> bool:
        """A place in the middle of a name: "Sberbank (Switzerland) AG"."""
        text, ahead = self.row.text, self.items[at + 1] if at + 1 < len(self.items) else None
        return bool(
            ahead
            and text[self.items[at - 1].end : self.items[at].start].strip() == "("
            and text[self.items[at].end : ahead.start].strip() == ")"
            and (ahead.word in LEGAL_FORMS | GENERIC or (ahead.text.isupper() and len(ahead.text) < 4))
            and self.items[at].capital
        )

    def _persons(self, runs: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Runs, a surname and given name about a comma as one."""
        at = 0
        while at < len(runs):
            (first, last), follows = runs[at], runs[at + 1] if at + 1 < len(runs) else None
            if (
                follows
                and follows[0] == last
                and self.items[last].after_comma
                and self._is_person(first, last, follows[1])
            ):
                yield first, follows[1]
                at += 2
                continue
            yield first, last
            at += 1

    def _is_person(self, first: int, middle: int, last: int) -> bool:
        one, two = self.items[first:middle], self.items[middle:last]
        if (
            len(one) > 4
            or len(two) > 4
            or (last < len(self.items) and self.items[last].after_comma and self.taken[last])
        ):
            return False
        if (
            all(i.text.isupper() for i in one)
            and not any(i.text.isupper() and len(i.text) > 1 for i in two)
            and two[0].capital
        ):
            return True
        if _is_given(two[0].word) and len(one) <= 2 and not _is_given(one[0].word):
            return len(two) == 1 or one[0].word not in SURELY_TWO or one[0].text.isupper()
        return False

    def _described(self, first: int, last: int) -> Iterator[PartySpan]:
        """A run, parted where it names several, each with what is said beside it."""
        parts = list(self._parted(first, last))
        for number, (start, end) in enumerate(parts):
            span = self._span(start, end)
            if number == len(parts) - 1:
                yield self._with_facts(span)
            else:
                yield span

    def _parted(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        cuts = [at for at in range(first + 1, last) if at not in self.inside and self._cuts(at)]
        if not cuts or not self._are_several(first, last, cuts):
            yield first, last
            return
        start = first
        for cut in [*cuts, last]:
            if start < cut:
                yield start, cut
            start = cut + (cut < last and self.items[cut].word in _SPLITTERS)

    def _cuts(self, at: int) -> bool:
        between = self.row.text[self.items[at - 1].end : self.items[at].start]
        return self.items[at].word in _SPLITTERS or "&" in between or "+" in between

    def _are_several(self, first: int, last: int, cuts: Sequence[int]) -> bool:
        whole = self.spelt.get(first)
        text = self._text(first, last).lower().replace("&", "and")
        if (whole and whole[0] == last) or text in FIRMS_WITH_AND:
            return False
        ends = [first, *cuts, last]
        parts = [[i for i in range(a, b) if self.items[i].word not in _SPLITTERS] for a, b in itertools.pairwise(ends)]
        if any(not part or (len(part) == 1 and len(self.items[part[0]].text) == 1) for part in parts):
            return False
        if all(self.items[i].word in GENERIC for i in parts[0]):
            return False
        if self.plural or any(self.items[cut].word in ("or", "nor", "или", "oder", "ou") for cut in cuts):
            return True
        if any(all(self.surety[i] is Surety.LISTED for i in part) for part in parts):
            return True
        if all(self.surety[i] > Surety.NOBODY for part in parts for i in part):
            return True
        return all(self._stands_alone(part) for part in parts)

    def _stands_alone(self, part: Sequence[int]) -> bool:
        words = [self.items[i].word for i in part]
        if " ".join(words) in SURELY_TWO or (len(words) > 1 and words[-1] in LEGAL_FORMS):
            return True
        return len(words) in (2, 3) and _is_given(words[0]) and not GENERIC & set(words)

    def _text(self, first: int, last: int) -> str:
        return self.row.text[self.items[first].start : self.items[last - 1].end]

    def _span(self, first: int, last: int) -> PartySpan:
        items = self.items[first:last]
        whole, spelt = self.spelt.get(first, (0, ""))
        name = _cleaned(self._text(first, last), items, self.row.text[items[-1].end : items[-1].end + 1])
        if any(item.sort is Sort.QUOTED for item in items):
            sure = Surety.QUOTED
        elif any(each is Surety.LISTED for each in self.surety[first:last]):
            sure = Surety.LISTED
        elif any(item.capital for item in items) or any(self.surety[first:last]):
            sure = Surety.CAPITALS
        else:
            sure = Surety.NOBODY
        schema = self._type_before(first)
        owner = bool(re.match(r"['’]", self.row.text[items[-1].end : items[-1].end + 1]))
        spelt = spelt if whole == last and not spelt.isascii() and spelt != name else ""
        return PartySpan(first, last, Subject(name, schema, spelt=spelt), sure, owner and self._owns(last))

    def _owns(self, at: int) -> bool:
        """Whether what follows a possessive is a kind of party with a name: "Usmanov's yacht Dilbar"."""
        return at + 1 < len(self.items) and self.items[at].word in _TYPES and self.taken[at + 1]

    def _type_before(self, first: int) -> Schema | None:
        before = self.items[first - 1] if first else None
        if (
            before is None
            or before.text.isupper()
            or (self.items[first].apart and before.word not in ("mr", "mrs", "ms"))
        ):
            return None
        if before.capital and before.word not in ("mr", "mrs", "ms") and self.mixed and not self._leads(first - 1):
            return None
        return _TYPES.get(before.word)

    def _with_facts(self, span: PartySpan) -> PartySpan:
        """With the birth date, identifiers and country that stand after the name."""
        at, subject = span.last, span.subject
        while at < len(self.items):
            item, between = self.items[at], self.row.text[self.items[at - 1].end : self.items[at].start]
            if item.sort is Sort.BORN:
                subject = replace(subject, birth_date=item.value)
            elif item.sort is Sort.NUMBER and "\n" not in between.strip(" "):
                kind, number = item.value
                schema = subject.schema or (Schema.VESSEL if kind in ("imo", "mmsi") else None)
                subject = replace(subject, identifiers={**subject.identifiers, kind: number}, schema=schema)
            elif item.sort is Sort.COUNTRY and self._says_where(span, at, between):
                subject = replace(subject, country=item.value.name)
            elif not (item.word in _PARCEL and self._facts_follow(at)):
                break
            at += 1
        sure = max(span.surety, Surety.LISTED) if subject.identifiers else span.surety
        return replace(span, last=at, subject=subject, surety=sure)

    def _facts_follow(self, at: int) -> bool:
        ahead = self.items[at + 1 : at + 4]
        fact = next((i for i in ahead if i.word not in _PARCEL), None)
        return fact is not None and fact.sort in (Sort.COUNTRY, Sort.BORN, Sort.NUMBER)

    def _says_where(self, span: PartySpan, at: int, between: str) -> bool:
        if self.items[at - 1].word in _PARCEL:
            return True
        listed = span.subject.name.isupper() and "\t" not in between
        nation = (
            self.items[at].value.people
            and at + 1 < len(self.items)
            and self.items[at + 1].word in ("citizen", "national", "nationality")
        )
        return nation or (
            ("(" in between or "," in between or "\t" in between) and not listed and not self.items[at].value.people
        )

    def _numbers(self, beside: set[int]) -> Iterator[PartySpan]:
        """Identifiers that stand by themselves."""
        for at, item in enumerate(self.items):
            if item.sort is Sort.NUMBER and at not in beside:
                kind, number = item.value
                schema = Schema.VESSEL if kind in ("imo", "mmsi") else None
                name = self.row.text[item.start : item.end].strip(" ()") if "(" not in item.text else item.text
                yield PartySpan(at, at + 1, Subject(name, schema, identifiers={kind: number}), Surety.LISTED)


_PARCEL = words(
    """
    from born dob nationality citizen national of passport holder based registered incorporated
    resident a an who is was in the with flag flagged flying out из гражданин гражданка родом inn
    imo
    """
)
_OPENERS = words(
    """
    is are was were do does did has have can could may should would will what who which when where
    why how any check screen watch compare show list give tell find
    """
)


_TITLES = frozenset(["mr", "mrs", "ms", "dr", "herr", "herrn", "frau", "г-н", "господин", "mme", "monsieur", "madame"])
_SIBLINGS = frozenset(["brothers", "sisters", "twins", "family", "братья", "брати"])


def _is_given(word: str) -> bool:
    return word in GIVEN_NAMES or is_given_name(word)


def _is_ordinary(word: str) -> bool:
    """A word that is known, or a contraction: can't, you're."""
    return (
        lexicon().knows(word)
        or word in KINDS
        or word in _TYPES
        or word.endswith(("n't", "'re", "'ve", "'ll", "'d", "'m"))
    )


def _cleaned(text: str, items: Sequence[Item], after: str) -> str:
    """A name without quotes and the marks around it; the full stop of a form ("Ltd.", "S.A.") stays."""
    quoted = len(items) == 1 and items[0].sort is Sort.QUOTED
    name = items[0].value if quoted else text.replace('"', "")
    name = re.sub(r"\s+", " ", name).strip()
    if after == ")" and name.count("(") > name.count(")"):
        name += ")"
    if after == "." and re.search(r"\b(?:\w|ltd|co|inc|corp|jr|sr|bros|cia|lda|sh|st)$", name, re.IGNORECASE):
        name += "."
    return name
