"""A manner in which several entries were written otherwise is told in words: a tool's, not an editor's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.lists.soundness import manner
from bot.lists.soundness.finding import against, odd
from bot.lists.soundness.kinds import IDENTIFIERS, NAME
from bot.lists.soundness.seen import Seen
from bot.lists.soundness.signs import Fate, Sign
from bot.lists.soundness.step import Step, measures
from bot.sanctions.listing import Listing
from bot.sanctions.party import Address, Name
from tests.lists.soundness.test_step import BEFORE, LETTERS, changed, renamed
from tests.lists.soundness.test_writing import numbered, told

Change = Callable[[Listing], Listing]


def named(change: Callable[[str], str]) -> Change:
    return lambda one: renamed(one, change(one.name))


def at(change: Callable[[Address], Address]) -> Change:
    return lambda one: replace(one, addresses=tuple(map(change, one.addresses)))


def street(change: Callable[[str], str]) -> Change:
    return at(lambda one: replace(one, street=change(one.street)))


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (named(lambda text: text[:2] + text[3:]), "name, a letter gone"),
        (named(lambda text: f"{text} (see annex)"), 'name, "annex" came'),
        (named(lambda text: f"FORMER {text}"), 'name, "former" came'),
        (named(lambda text: f"THE FORMER {text}"), "name, words came"),
        (street(lambda text: text.split(" ", 1)[0] + " Street"), "addresses, words went"),
        (named(lambda text: text.replace("van", "fan")), 'name, "v" became "f"'),
        (named(lambda text: f"{LETTERS[len(text) :]} QQQ"), "name, another one in its place"),
        (numbered(lambda text: text[1:][::-1]), "numbers, another one in its place"),
        (numbered(lambda text: text[2:]), "numbers, the beginning gone"),
        (lambda one: replace(one, names=one.names[:1]), "aliases, all of them gone"),
        (lambda one: replace(one, identifiers=()), "numbers, all of them gone"),
        (street(lambda _: ""), "addresses, the street gone"),
        (street(lambda text: text.lstrip("0123456789 ")), "addresses, digits gone"),
        (street(lambda text: text.partition(",")[0]), "addresses, the end gone"),
        (street(lambda _: "Tower of the Winds"), "addresses, another street"),
        (at(lambda one: replace(one, country="Peru")), "addresses, another country"),
    ],
)
def test_a_manner_that_several_share_is_told(damage: Change, says: str) -> None:
    assert says in told(damage, share=0.012)


def test_corrections_each_of_its_own_sort_are_not() -> None:
    mended = [named(lambda text: text[1:]), named(lambda text: f"{text} II"), street(lambda text: f"{text} North")]
    after = list(BEFORE)
    for number, change in enumerate(mended * 5):
        after[50 * number] = change(after[50 * number])
    assert not [one for one in odd(measures(Step(BEFORE, after, 1))) if "came" in one.guard or "gone" in one.guard]


def test_a_manner_by_itself_holds_nothing() -> None:
    after = changed(0.012, named(lambda text: text[:2] + text[3:]))
    looked_at = measures(Step(BEFORE, after, 700))
    assert against(looked_at) == []
    assert "name, a letter gone" in [one.guard for one in odd(looked_at)]


# Each has a sentence of its own, of another length.
REMARKED = [
    replace(one, remarks=f"{LETTERS[at % 26] * 3} review {at} of {at * 7919 % 1000} {one.name}, signed at {at}")
    for at, one in enumerate(BEFORE)
]


def remarked(some: Callable[[int, str], str], every: int = 100) -> str:
    after = [replace(one, remarks=some(at, one.remarks)) if at % every == 0 else one for at, one in enumerate(REMARKED)]
    return "; ".join(one.guard for one in odd(measures(Step(REMARKED, after, 700))))


def test_remarks_that_are_gone_are_told_as_such() -> None:
    assert "remarks, all of them gone" in remarked(lambda _at, _text: "")


def test_remarks_of_the_entry_before_are_told() -> None:
    assert "remarks of another entry" in remarked(lambda at, _text: REMARKED[at - 1].remarks)
    assert "remarks of another entry" not in remarked(lambda at, _text: f"Delisted by the committee on day {at}")


def test_several_aliases_gone_are_told_as_such() -> None:
    """`max` of a group: one is left of each."""
    named = [
        replace(one, names=(*one.names, *(Name(f"{one.name} {of}") for of in ("ALPHA", "BETA")))) for one in BEFORE
    ]
    after = [replace(one, names=one.names[:2]) if at % 100 == 0 else one for at, one in enumerate(named)]
    assert "aliases, several of them gone" in [one.guard for one in odd(measures(Step(named, after, 700)))]


SEEN = Seen({}, {}, pairs=(), fields=(), added=(), entries=3, days=1, dated=False)


def signs(*edits: tuple[str, str], fate: Fate = Fate.ALIKE) -> list[Sign]:
    return [Sign(f"ofac-{at}", NAME, fate, frozenset([old]), frozenset([new])) for at, (old, new) in enumerate(edits)]


def test_one_letter_that_several_entries_lost_is_one_manner() -> None:
    edits = ("rosneft oil", "rosnft oil"), ("lukoil trade", "lukol trade"), ("gazprom bank", "gazprm bank")
    found = {one.guard: one for one in manner.measures(signs(*edits), SEEN)}
    assert found["name, a letter gone"].entries == 3
    assert found["name, a letter gone"].such_as == ("ofac-0", "ofac-1", "ofac-2")


def test_two_entries_and_those_that_the_publisher_dates_are_no_manner() -> None:
    edits = ("rosneft oil", "rosnft oil"), ("lukoil trade", "lukol trade")
    assert list(manner.measures(signs(*edits), SEEN)) == []
    marked = [replace(sign, marked=True) for sign in signs(*edits, ("gazprom bank", "gazprm bank"))]
    assert list(manner.measures(marked, SEEN)) == []


def test_numbers_that_went_altogether_are_told_as_gone() -> None:
    gone = [Sign(f"ofac-{at}", IDENTIFIERS, Fate.VANISHED, frozenset(["imo 9187629"]), frozenset()) for at in range(3)]
    assert [one.guard for one in manner.measures(gone, SEEN)] == ["numbers, all of them gone"]
