"""How facts are written: what no entry had before is told with its words, whatever the time between two editions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.lists.soundness.finding import odd
from bot.lists.soundness.step import Step, measures
from bot.sanctions.listing import Listing
from bot.sanctions.party import Identifier, Name
from tests.lists.soundness.test_step import BEFORE, changed, entry

TWO_YEARS = 700  # days


def told(change: Callable[[Listing], Listing], share: float = 0.01) -> str:
    return "; ".join(one.guard for one in odd(measures(Step(BEFORE, changed(share, change), TWO_YEARS))))


def numbered(change: Callable[[str], str]) -> Callable[[Listing], Listing]:
    return lambda one: replace(one, identifiers=(Identifier("passport", change(one.identifiers[0].value)),))


def named(change: Callable[[str], str]) -> Callable[[Listing], Listing]:
    return lambda one: replace(one, names=(Name(change(one.name), one.names[0].kind), *one.names[1:]))


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (numbered(lambda text: text[:2] + "*" * 7), 'that no entry had in numbers, "passport a9*" "…*" "*"'),
        (numbered(lambda text: f"'{text}"), "signs or forms that no entry had in numbers"),
        (numbered(lambda text: f"{text} P77"), 'signs or forms that no entry had in numbers, "passport a9 a9"'),
        (numbered(lambda text: f"{text[0]}00000{text[1:]}"), "numbers within longer ones"),
        (numbered(lambda text: text[:5]), "numbers cut short"),
        (named(lambda text: f"'{text}"), "signs or forms that no entry had in name"),
        (named(lambda text: text.replace(", ", ",\u00a0")), "signs or forms that no entry had in name"),
        (named(lambda text: text.partition(",")[0]), "name cut short"),
        (named(lambda text: text[::-1]), "name in another order"),
        (named(lambda text: "70001"), 'signs or forms that no entry had in name, "9"'),
        (named(str.lower), 'signs or forms that no entry had in name, "small letters"'),
        (numbered(lambda text: text[::-1]), "numbers in another order"),
        (lambda one: replace(one, programs=("〃",)), 'programs that no entry had, "〃"'),
    ],
)  # fmt: skip
def test_what_is_written_as_nothing_was_is_told(damage: Callable[[Listing], Listing], says: str) -> None:
    assert says in told(damage)


def test_a_fact_that_another_entry_has_too_is_told_with_it() -> None:
    theirs = BEFORE[3].identifiers
    assert 'numbers that several entries have or had, "passport' in told(lambda one: replace(one, identifiers=theirs))


def test_a_word_of_many_that_came_is_told() -> None:
    came = [entry(number, titles=(f"Chairman of {number} Works",)) for number in range(1001, 1101)]
    before = [*BEFORE, entry(2000, titles=("Chairman of 2000 Works",))]
    assert not [one for one in odd(measures(Step(before, [*before, *came], 1))) if "words" in one.guard]
    other = [replace(one, titles=(one.titles[0].replace("Chairman", "Vorsitzender"),)) for one in came]
    assert 'words that no entry had in titles, "vorsitzender"' in [
        one.guard for one in odd(measures(Step(before, [*before, *other], 1)))
    ]


def test_one_entry_written_as_none_was_is_nothing_to_tell() -> None:
    after = [numbered(lambda text: f"{text} [1]")(BEFORE[0]), *BEFORE[1:]]
    assert odd(measures(Step(BEFORE, after, 1))) == []
