"""Whether the facts of one entry say the same: a number that has the day of birth in it, a Russian firm's numbers that
both name a region. Values that slipped to a neighbour fit neither, though each is a good one.

Told; and held where a part of those that came disagree that no publisher's edition has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from bot.lists.soundness import curve
from bot.lists.soundness.finding import Finding
from bot.lists.soundness.seen import Seen
from bot.sanctions.listing import Listing
from bot.sanctions.party import Identifier

Sort = tuple[str, str, str]  # of a number: type, country, the publisher's word for it
MOSTLY = 0.8  # of the numbers of a sort: so many have the day of birth in them, or nothing follows
ENOUGH = 8  # numbers of a sort
LONG = 8  # letters and digits: shorter ones hold a day by chance
# Of those that came so many disagree: 12 of 1,450 Russian firms of the SDN list, 17 of 570 persons with such numbers.
FIRMS, PERSONS = 0.02, 0.05
MANY, MOST = 10, 0.25  # more than these are held
# The region that a tax office and a register are of: the city of Moscow with its surroundings, and Petersburg, have
# codes for several.
_CITIES = {"97": "77", "99": "77", "50": "77", "98": "78"}


def measures(seen: Seen, before: Sequence[Listing]) -> Iterator[Finding]:
    """Of the entries that came or were changed; `before` are some of the edition before."""
    differ = zip(seen.pairs, seen.fields, strict=True)
    changed = (now for (_, now), fields in differ if "identifiers" in fields or "birth_dates" in fields)
    came = [one for one in chain(seen.added, changed) if one.identifiers]
    telling = _telling(before) if came else set()
    said = {one.entity_id: says for one in came if (says := _says_its_birth(one, telling)) is not None}
    yield from _told("numbers that say another birth date", said, PERSONS)
    regions = {one.entity_id: same for one in came if (same := _of_one_region(one)) is not None}
    yield from _told("numbers that name different regions", regions, FIRMS)


def _told(guard: str, agree: dict[str, bool], share: float) -> Iterator[Finding]:
    of, odd = len(agree), tuple(key for key, agrees in agree.items() if not agrees)
    usual = curve.FEW_TOLD + share * of
    if len(odd) > usual:
        yield Finding(guard, len(odd), of, max(MANY, MOST * of), odd[:3], usual=usual)


def _telling(some: Iterable[Listing]) -> set[Sort]:
    """The sorts of number that have the day of birth in them, as far as the edition before shows."""
    of, having = Counter[Sort](), Counter[Sort]()
    for one in some:
        long = [number for number in one.identifiers if len(number.value) >= LONG] if one.birth_dates else ()
        days = _days(one) if long else ()
        for number in long if days else ():
            of[_sort(number)] += 1
            having[_sort(number)] += _has(number, days)
    return {sort for sort, many in of.items() if many >= ENOUGH and having[sort] >= MOSTLY * many}


def _sort(number: Identifier) -> Sort:
    return number.type, number.country, number.label


def _says_its_birth(one: Listing, telling: set[Sort]) -> bool | None:
    """Whether any of the numbers that should have the day of birth in them has; None where there is nothing to ask."""
    asked = [number for number in one.identifiers if _sort(number) in telling] if telling else []
    days = _days(one) if asked else ()
    return any(_has(number, days) for number in asked) if days else None


def _days(one: Listing) -> list[str]:
    """The days of birth as numbers write them: 19600312, 600312, 120360, 12031960."""
    dates = [birth.first.split("-") for birth in one.birth_dates if birth.first and birth.first == birth.last]
    return [text for y, m, d in dates for text in (y + m + d, y[2:] + m + d, d + m + y[2:], d + m + y)]


def _has(number: Identifier, days: Iterable[str]) -> bool:
    plain = "".join(filter(str.isalnum, number.value))
    return any(map(plain.__contains__, days))


def _of_one_region(one: Listing) -> bool | None:
    """Whether a Russian firm's tax number (INN) and register number (OGRN) name one region; None where it has not
    both."""
    numbers = [number for number in one.identifiers if number.value.isdigit()]
    offices = {number.value[:2] for number in numbers if number.type == "tax_id" and len(number.value) == 10}
    registers = {n.value[3:5] for n in numbers if n.type == "registration" and len(n.value) == 13}
    if not offices or not registers:
        return None
    return not {_CITIES.get(code, code) for code in offices}.isdisjoint(_CITIES.get(code, code) for code in registers)
