"""Whether what came fits itself: of entries that no edition had nothing is known, but a person has no tonnage, a town
lies in one country, and an alias has mostly something of the name.

Nothing of it speaks against an edition by itself; where there is more of it than there was, it is told.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain, compress, islice, product
from operator import attrgetter

from rapidfuzz.distance import Levenshtein
from stdnum import imo, lei
from stdnum.ru import inn, ogrn

from bot.lists.soundness import agreeing, curve
from bot.lists.soundness.finding import Finding
from bot.lists.soundness.gathered import Fresh
from bot.lists.soundness.kinds import ADDRESSES
from bot.lists.soundness.said import FREE
from bot.lists.soundness.seen import Seen, every, one_in
from bot.lists.soundness.signs import MassEdit
from bot.sanctions.listing import Listing
from bot.sanctions.party import Address, Identifier, Schema

# Fields that parties of one type have and those of another have not, with what they are called.
_FIELDS = ("birth_dates", "birth_places", "genders", "nationalities", "craft")
_TITLES = ("birth dates", "birth places", "genders", "nationalities", "details of ships and aircraft")
_VALUES = attrgetter(*_FIELDS)
_BESIDE = attrgetter("nationalities", "citizenships", "secondary_sanctions")
_TOLD_AS_IT_IS = frozenset((*_TITLES, "names with a comma", "names without a comma"))
# Sorts of number that have check digits: of Russian ones hardly any is of another form.
_CHECKED: Mapping[str, Callable[[str], bool]] = {"lei": lei.is_valid, "imo": imo.is_valid}
_RUSSIAN: Mapping[str, Callable[[str], bool]] = {**_CHECKED, "tax_id": inn.is_valid, "registration": ogrn.is_valid}
CHECKED = 300  # of them are looked at
WRONG = 0.03  # of them: so many publishers have at most
SELDOM, OFTEN = 0.005, 0.05  # of the entries of a type
ENOUGH = 100  # entries of a type, of which its shares are taken
WINDOW = 40  # entries that came one after the other
NO_CHANCE, MUCH = 5.0, 3.0  # standard deviations
SOME = 6  # names of an entry
BEGINNING = 3  # letters that two words share
SAME_BIRTH = 5  # entries that came with one birth date
MET = 3  # times that a town stood in a country,
CODE = 4  # digits of a postal code
RARELY = 0.1  # and of all its times so many in another at most
FEWER, FEW = 300, 150  # entries that are looked at for their programs, for their names
KNOWN = 8  # entries of a program, a country, a risk: of fewer nothing follows
_NO_TOWN = re.compile(r"\s*[\d(]\S*|^\W+")


def measures(fresh: Fresh, edits: Sequence[MassEdit]) -> Iterator[Finding]:
    """What does not fit, of the entries that came or were changed. `edits` of many are told by themselves."""
    renamed = frozenset(chain.from_iterable(edit.ids for edit in edits if edit.kind is ADDRESSES))
    of = fresh.seen
    seen = replace(of, added=every(of.added), pairs=every(of.pairs), fields=every(of.fields))
    before = _some(seen)
    yield from _unlike_their_type(seen, before)
    yield from _names_apart(seen, before)
    yield from _same_birth(seen)
    yield from _names_nearly_alike(seen, before)
    yield from _not_understood(seen, before)
    yield from _wrong_digits(seen)
    yield from _addresses(seen, before, renamed)
    yield from _programs_apart(seen, before)
    yield from agreeing.measures(seen, before)


def _told(guard: str, ids: Iterable[str], seen: Seen, usual: float) -> Iterator[Finding]:
    several, of = tuple(dict.fromkeys(ids)), len(seen.added) + len(seen.pairs)
    if len(several) > usual:
        yield Finding(guard, len(several), of, of, several[:3], usual=usual)


def _some(seen: Seen) -> list[Listing]:
    """Enough of the edition before to tell what share has something."""
    return [*islice(seen.old.values(), None, None, one_in(seen.old))]


def _changed(seen: Seen, *fields: str) -> Iterator[tuple[Listing, Listing]]:
    """The entries of which one of these fields differs."""
    return compress(seen.pairs, (any(map(differ.__contains__, fields)) for differ in seen.fields))


def _features(one: Listing) -> list[str]:
    """What tells the type of a party: kinds of fact, sorts of number, a comma between surname and given names."""
    found = [title for title, value in zip(_TITLES, _VALUES(one), strict=True) if value]
    if one.identifiers:
        found += {number.type for number in one.identifiers}
    found.append("names with a comma" if "," in one.names[0].text else "names without a comma")
    return found


def _unlike_their_type(seen: Seen, some: Sequence[Listing]) -> Iterator[Finding]:
    """Entries with what hardly one of their type had, and many of another: facts of somebody else."""
    of, having = Counter(one.schema for one in some), defaultdict[Schema, Counter[str]](Counter)
    for one in some:
        having[one.schema].update(_features(one))
    usual = {
        feature
        for schema, theirs in having.items()
        for feature, many in theirs.items()
        if many > OFTEN * of[schema] and feature not in FREE
    }
    unlike = {
        schema: {feature for feature in usual if having[schema][feature] <= SELDOM * many}
        for schema, many in of.items()
        if many >= ENOUGH
    }
    strange: defaultdict[tuple[Schema, str], list[str]] = defaultdict(list)
    for was, one in chain(((None, one) for one in seen.added), _changed(seen, *_FIELDS, "identifiers", "names")):
        for feature in sorted(unlike.get(one.schema, set()).intersection(_features(one))):
            if was is None or feature not in _features(was):
                strange[(one.schema, feature)].append(one.entity_id)
    came = Counter(one.schema for one in seen.added)
    for (schema, feature), ids in strange.items():
        expected = came[schema] * having[schema][feature] / of[schema]
        what = feature if feature in _TOLD_AS_IT_IS else f"{feature} numbers"
        yield from _told(f"{what} of a {schema.value}", ids, seen, curve.FEW_TOLD + 2 * expected)


def _names_apart(seen: Seen, some: Sequence[Listing]) -> Iterator[Finding]:
    """Entries one after the other whose aliases have nothing of their names, more than chance brings together."""
    named = [(one, _is_apart(one)) for one in seen.added if len(one.names) > 1]
    if len(named) < WINDOW:
        return
    before = [_is_apart(one) for one in some[::2] if len(one.names) > 1]
    share = (sum(before) + 1) / (len(before) + 1)
    most = WINDOW * share + NO_CHANCE * (WINDOW * share * (1 - share)) ** 0.5
    ids: list[str] = []
    for at in range(0, len(named) - WINDOW + 1, WINDOW // 2):
        apart = [one.entity_id for one, is_apart in named[at : at + WINDOW] if is_apart]
        ids += apart if len(apart) > most else ()
    yield from _told("names that have nothing of their aliases", ids, seen, curve.FEW_TOLD)


def _is_apart(one: Listing) -> bool:
    others = " ".join([name.text for name in one.names[1:]]).lower()
    return not any(word[:BEGINNING] in others for word in one.names[0].text.lower().split())


def _names_nearly_alike(seen: Seen, some: Sequence[Listing]) -> Iterator[Finding]:
    """Bodies with a word in their names that is another one's of theirs but for a letter, more than chance brings
    together: letters that are gone, or became others, in all names or in all aliases. Persons are called so."""
    several = [[one for one in listed if one.schema.is_body and len(one.names) > 1] for listed in (seen.added, some)]
    came, before = (every(listed, FEW) for listed in several)
    if len(came) < WINDOW or len(before) < WINDOW:
        return
    share = (sum(map(_is_nearly_alike, before)) + 1) / (len(before) + 1)
    chance = (share * (1 - share) * (1 / len(came) + 1 / len(before))) ** 0.5
    ids = [one.entity_id for one in came if _is_nearly_alike(one)]
    usual = (share + MUCH * chance) * len(came)
    yield from _told("names that differ from their aliases in a letter", ids, seen, usual)


def _is_nearly_alike(one: Listing) -> bool:
    first, *others = [
        {word for word in name.text.lower().split() if len(word) > BEGINNING} for name in one.names[:SOME]
    ]
    pairs = (product(words - first, first - words) for words in others)
    return any(Levenshtein.distance(a, b, score_cutoff=1) <= 1 for a, b in chain.from_iterable(pairs))


def _not_understood(seen: Seen, some: Sequence[Listing]) -> Iterator[Finding]:
    """Birth dates that say no day, month or year that is one, and numbers without a digit: more than there were."""
    came = [*((one, "birth_dates identifiers") for one in seen.added), *_changed_in(seen)]
    for title, field, is_odd in _ODD:
        bearing = [one for one, fields in came if field in fields and getattr(one, field)]
        ids = [one.entity_id for one in bearing if is_odd(one)]
        were = [one for one in some if getattr(one, field)] if ids else ()
        expected = len(bearing) * sum(map(is_odd, were)) / max(1, len(were))
        yield from _told(title, ids, seen, curve.FEW_TOLD + 2 * expected)


def _changed_in(seen: Seen) -> Iterator[tuple[Listing, Sequence[str]]]:
    return ((now, fields) for (_, now), fields in zip(seen.pairs, seen.fields, strict=True))


def _has_no_digits(one: Listing) -> bool:
    return any(number.type in _COUNTED and not any(map(str.isdigit, number.value)) for number in one.identifiers)


def _is_born_on_no_day(one: Listing) -> bool:
    return any(not birth.first for birth in one.birth_dates)


_COUNTED = ("passport", "national_id", "tax_id", "registration", "imo", "mmsi", "isin", "lei")
_ODD: Sequence[tuple[str, str, Callable[[Listing], bool]]] = (
    ("birth dates that are no days", "birth_dates", _is_born_on_no_day),
    ("numbers without a digit", "identifiers", _has_no_digits),
)


def _same_birth(seen: Seen) -> Iterator[Finding]:
    """One birth date of many that came: merged cells, a default."""
    born = [(birth.text, one.entity_id) for one in seen.added for birth in one.birth_dates]
    often = {text for text, many in Counter(text for text, _ in born).items() if many > SAME_BIRTH}
    if not often:
        return
    before = Counter(birth.text for one in seen.old.values() for birth in one.birth_dates if birth.text in often)
    of, came = max(1, len(seen.old)), len(seen.added)
    for text in sorted(often):
        ids = [key for other, key in born if other == text]
        usual = max(SAME_BIRTH, 3 * came * before[text] / of)
        yield from _told(f'the same of birth dates, "{text[:40]}"', ids, seen, usual)


def _wrong_digits(seen: Seen) -> Iterator[Finding]:
    """Numbers whose check digits are wrong: values of another sort, or misread. Publishers have one in a hundred."""
    pairs = _changed(seen, "identifiers")
    changed = ((n, now) for was, now in pairs for n in now.identifiers if n not in was.identifiers)
    came = [*changed, *((number, one) for one in seen.added for number in one.identifiers)]
    checked = [(number.value, one.entity_id, check) for number, one in came if (check := _check_of(number))]
    checked = [*every(checked, CHECKED)]
    wrong = [key for value, key, is_valid in checked if not is_valid(value)]
    yield from _told("numbers whose check digits are wrong", wrong, seen, curve.FEW_TOLD + WRONG * len(checked))


def _check_of(number: Identifier) -> Callable[[str], bool] | None:
    if number.country == "Russia":
        return _RUSSIAN.get(number.type)
    return _CHECKED.get(number.type)


def _addresses(seen: Seen, some: Sequence[Listing], renamed: frozenset[str]) -> Iterator[Finding]:
    """Towns that lie in one country, in both editions together, but for hardly any entry; and postal codes without a
    street. `renamed`: entries of which a country was called otherwise."""
    came = [(at, one.entity_id) for one in seen.added for at in _placed(one)]
    for was, now in _changed(seen, "addresses"):
        if now.entity_id not in renamed:
            came += [(at, now.entity_id) for at in _placed(now) if at not in was.addresses]
    before = [at for one in some for at in _placed(one)]
    lay: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for at in chain((at for at, _ in came), before):
        lay[_town(at.city)][at.country] += 1
    several = {town: lands for town, lands in lay.items() if town and len(lands) > 1}
    ids = [key for at, key in came if _is_elsewhere(at.country, several.get(_town(at.city)))]
    yield from _told("addresses whose town lies in another country", ids, seen, curve.FEW_TOLD)
    expected = len(came) * sum(map(_is_without_street, before)) / max(1, len(before))
    ids = [key for at, key in came if _is_without_street(at)]
    usual = curve.FEW_TOLD + expected + 2 * expected**0.5
    yield from _told("addresses with a postal code and no street", ids, seen, usual)


def _is_without_street(at: Address) -> bool:
    return not at.street and sum(map(str.isdigit, at.city)) >= CODE


def _placed(one: Listing) -> Iterator[Address]:
    return (at for at in one.addresses if at.city and at.country)


@lru_cache(maxsize=20_000)
def _town(city: str) -> str:
    """Without the number beside it: `Moscow 105005`."""
    return _NO_TOWN.sub("", city).strip().casefold()


def _is_elsewhere(country: str, lands: Counter[str] | None) -> bool:
    return lands is not None and max(lands.values()) >= MET and lands[country] <= max(1.0, RARELY * lands.total())


def _programs_apart(seen: Seen, listed: Sequence[Listing]) -> Iterator[Finding]:
    """Entries whose programs never stood with any of their countries and risks, though each is well known: programs of
    somebody else."""
    some = [(one.programs, _circumstances(one)) for one in every(listed, FEWER)]
    together = {**Counter(chain.from_iterable(product(programs, signs) for programs, signs in some))}
    often = Counter(chain.from_iterable(chain(programs, signs) for programs, signs in some))
    known = {sign: many for sign, many in often.items() if many >= KNOWN}

    def is_apart(programs: Sequence[str], signs: Iterable[str], most: int) -> bool:
        tags = [known[tag] for tag in programs if tag in known]
        if not tags or any(together.get(pair, 0) > most for pair in product(programs, signs)):
            return False
        met = max(tags) * max([known[sign] for sign in signs if sign in known], default=0)
        return met >= len(some)  # by chance they would have

    before = sum(is_apart(*one, 1) for one in some)  # each of them stood with itself
    moved = (now for _, now in _changed(seen, "programs", "addresses"))
    came = [(one.entity_id, one.programs, _circumstances(one)) for one in every([*seen.added, *moved], FEWER)]
    ids = [key for key, programs, signs in came if is_apart(programs, signs, 0)]
    expected = len(came) * before / max(1, len(some))
    usual = curve.FEW_TOLD + expected + 2 * expected**0.5
    yield from _told("programs that never stood with such countries and risks", ids, seen, usual)


def _circumstances(one: Listing) -> set[str]:
    """What goes with a program: countries, and the risks of dealing with the party."""
    return {at.country for at in one.addresses if at.country}.union(*_BESIDE(one))
