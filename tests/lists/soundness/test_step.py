"""An edition is held against the one before: what honest publishers never do is found, what they do is not."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from bot.lists.soundness.check import to_be_told
from bot.lists.soundness.finding import against, odd
from bot.lists.soundness.step import Step, measures
from bot.sanctions.listing import Listing
from bot.sanctions.party import Address, BirthDate, Identifier, Name, NameKind, Schema
from tests.builders import a_person

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def name_of(number: int) -> str:
    """A name that shares little with that of another number."""
    start = number * 7919
    return "".join(LETTERS[(start // 26**at + at * number) % 26] for at in range(6)) + f", {LETTERS[number % 26]}van"


def entry(number: int, **facts: object) -> Listing:
    """A person with facts of every kind, all its own."""
    given = {
        "entity_id": f"ofac-{number}",
        "programs": (("SDGT", "IRAN", "CUBA", "SYRIA", "DPRK")[number % 5],),
        "birth_dates": (
            BirthDate(f"{1930 + number % 70}", f"{1930 + number % 70}-01-01", f"{1930 + number % 70}-12-31"),
        ),
        "identifiers": (Identifier("passport", f"P{number * 104729 % 10**8:08}"),),
        "addresses": (Address(f"{number} {name_of(number + 5000)} Street", "Tehran", "Iran"),),
        "aka": (f"{name_of(number + 9000)} the Elder",),
        **facts,
    }
    return a_person(name_of(number), **given)


BEFORE = tuple(entry(number) for number in range(1, 1001))


def found(after: Sequence[Listing], before: Sequence[Listing] = BEFORE, days: int = 1) -> list[str]:
    return [one.guard for one in against(measures(Step(before, after, days)))]


def changed(share: float, change: Callable[[Listing], Listing]) -> list[Listing]:
    """The edition with every n-th entry changed."""
    every = round(1 / share)
    return [change(one) if at % every == 0 else one for at, one in enumerate(BEFORE)]


def without(many: int) -> list[Listing]:
    """The edition without so many entries, taken at random."""
    gone = set(random.Random(4).sample(range(len(BEFORE)), many))
    return [one for at, one in enumerate(BEFORE) if at not in gone]


def renamed(listing: Listing, text: str) -> Listing:
    return replace(listing, names=(Name(text), *listing.names[1:]))


def test_an_edition_like_the_one_before_has_nothing_against_it() -> None:
    assert found(BEFORE) == []
    assert found([*BEFORE, entry(1001), entry(1002)]) == []


@pytest.mark.parametrize(
    ("guard", "change"),
    [
        ("name lost", lambda one: renamed(one, "UNKNOWN")),
        ("name lost", lambda one: renamed(one, one.name[:4])),
        ("aliases lost", lambda one: replace(one, names=one.names[:1])),
        ("programs lost", lambda one: replace(one, programs=("N/A",))),
        ("no program left", lambda one: replace(one, programs=())),
        ("birth dates lost", lambda one: replace(one, birth_dates=())),
        ("numbers lost", lambda one: replace(one, identifiers=())),
        ("numbers lost", lambda one: replace(one, identifiers=BEFORE[int(one.entity_id[5:]) % 1000].identifiers)),
        ("facts of another entry", lambda one: replace(one, addresses=(*one.addresses, *BEFORE[-1].addresses))),
        ("the same fact in many entries", lambda one: replace(one, names=(*one.names, Name("BANK X", NameKind.ALSO)))),
        ("addresses rewritten", lambda one: replace(one, addresses=(Address("Tehran", "Iran", one.addresses[0].street),))),  # noqa: E501
        ("names put into another script", lambda one: renamed(one, one.name.replace("van", "\u0432\u0430\u043d"))),
        ("types changed", lambda one: replace(one, schema=Schema.VESSEL)),
        ("text that was read wrongly", lambda one: renamed(one, one.name + " caf\xc3\xa9".replace("caf", "CAF"))),
        ("text that was read wrongly", lambda one: renamed(one, one.name.replace(",", "\ufffd,"))),
    ],
)  # fmt: skip
@pytest.mark.parametrize("share", [1.0, 0.01])
def test_damage_to_one_entry_in_a_hundred_or_to_all_is_found(
    guard: str, change: Callable[[Listing], Listing], share: float
) -> None:
    assert guard in found(changed(share, change))


def test_entries_lost_here_and_there_or_in_a_stretch_are_found() -> None:
    assert "entries of all programs removed" in found(without(10))
    assert "entries removed that followed each other" in found([*BEFORE[:300], *BEFORE[350:]])
    assert found(BEFORE[:500])


def test_the_end_of_a_program_is_no_damage() -> None:
    """Zimbabwe, March 2024: 86 entries of one program, 0.6 % of the list, scattered over it."""
    zimbabwe = frozenset(range(0, 1000, 25))
    before = [replace(one, programs=("ZIMBABWE",)) if at in zimbabwe else one for at, one in enumerate(BEFORE)]
    assert found([one for at, one in enumerate(before) if at not in zimbabwe], before) == []


def test_the_same_edit_of_many_entries_is_no_damage() -> None:
    """499 remarks of one day; a program that comes to many; a country that is called otherwise."""
    risk = ("See Section 11 of Executive Order 14024.",)
    assert found(changed(0.1, lambda one: replace(one, secondary_sanctions=risk))) == []
    assert found(changed(0.1, lambda one: replace(one, programs=(*one.programs, "RUSSIA-EO14024")))) == []
    assert found(in_place_of("Iran", "Persia", 15), some_in("Iran", 15)) == []
    few = [replace(one, programs=("CUBA",)) if at % 10 == 0 else tagged(one, "SDGT") for at, one in enumerate(BEFORE)]
    renamed_tag = [tagged(one, "CUBA-EO1") if one.programs == ("CUBA",) else one for one in few]
    assert found(renamed_tag, few) == []


def tagged(listing: Listing, tag: str) -> Listing:
    return replace(listing, programs=(tag,))


def some_in(country: str, many: int) -> list[Listing]:
    """The edition with so many entries in a country, and all others in another one."""
    return [
        replace(one, addresses=(replace(one.addresses[0], country=country if at < many else "Cuba"),))
        for at, one in enumerate(BEFORE)
    ]


def in_place_of(country: str, other: str, many: int) -> list[Listing]:
    return [
        replace(one, addresses=(replace(one.addresses[0], country=other),)) if at < many else one
        for at, one in enumerate(some_in(country, many))
    ]


@pytest.mark.parametrize(
    ("guard", "change"),
    [
        ("addresses rewritten", lambda one: replace(one, addresses=(replace(one.addresses[0], country="Ruritania"),))),
        ("addresses rewritten", lambda one: replace(one, addresses=(replace(one.addresses[0], city="Teheran"),))),
        ("programs lost", lambda one: tagged(one, f"{one.programs[0]}-NEW")),
        ("name rewritten", lambda one: renamed(one, one.name.replace("van", "wan"))),
        ("aliases rewritten", lambda one: replace(one, names=(one.names[0], Name(one.names[1].text.replace("Elder", "Older"))))),  # noqa: E501
        ("remarks rewritten", lambda one: replace(one, remarks=one.remarks.replace("the Council", "an Council"))),
        ("nationalities lost", lambda one: replace(one, nationalities=("Ruritania",))),
    ],
)  # fmt: skip
def test_a_word_put_for_another_in_a_great_part_of_a_list_is_somebodys_replace_all(
    guard: str, change: Callable[[Listing], Listing]
) -> None:
    before = [replace(one, nationalities=("Iran",), remarks=f"{one.name} was named by the Council") for one in BEFORE]
    assert guard in found([change(one) for one in before], before)


def test_a_tag_that_takes_the_place_of_several_is_no_edit() -> None:
    assert "programs lost" in found(changed(0.5, lambda one: replace(one, programs=("N/A",))))


def test_entries_that_took_the_program_of_others_are_found_and_a_rename_is_none() -> None:
    def moved(listing: Listing) -> Listing:
        return replace(listing, programs=("CUBA",)) if listing.programs == ("SDGT",) else listing

    assert "programs lost" in found([moved(one) if at < 100 else one for at, one in enumerate(BEFORE)])
    few = [replace(one, programs=("GONE",)) if at % 50 == 0 else one for at, one in enumerate(BEFORE)]
    back = [replace(one, programs=("CUBA",)) if at % 50 == 0 else one for at, one in enumerate(BEFORE)]
    assert found(back, before=few) == []  # whoever bore the old tag bears another, which some had before


@pytest.mark.parametrize(
    "change",
    [
        lambda one: renamed(one, one.name.casefold()),
        lambda one: renamed(one, one.name.replace(",", "")),
        lambda one: replace(one, programs=tuple(map(str.casefold, one.programs))),
        lambda one: replace(one, identifiers=(Identifier("passport", "-".join(one.identifiers[0].value)),)),
    ],
)  # fmt: skip
def test_the_same_words_in_other_signs_are_found(change: Callable[[Listing], Listing]) -> None:
    assert found(changed(1, change))
    assert found(changed(0.05, change))
    assert found(changed(0.002, change)) == []


def test_another_kind_of_alias_is_found() -> None:
    def former(listing: Listing) -> Listing:
        return replace(
            listing, names=(listing.names[0], *(replace(n, kind=NameKind.FORMERLY) for n in listing.names[1:]))
        )

    assert "kinds of alias lost" in found(changed(0.05, former))
    assert found(changed(0.002, former)) == []


def test_many_removed_at_once_are_told_though_they_are_no_damage() -> None:
    left = [one for one in BEFORE if "DPRK" not in one.programs or int(one.entity_id[5:]) > 100]
    assert to_be_told(BEFORE, left, (), ()) == [
        "20 entries were removed at once (2.0% of 1,000), 20 of them under DPRK: see whether the publisher says so."
    ]
    assert to_be_told(BEFORE, BEFORE[4:], (), ()) == []
    assert to_be_told((), BEFORE, (), ()) == []


def test_many_added_or_amended_at_once_are_told() -> None:
    more = [*BEFORE, *(entry(number) for number in range(2000, 2020))]
    assert to_be_told(BEFORE, more, (), ()) == [
        "20 entries were added at once (2.0% of 1,000), 4 of them under SDGT: see whether the publisher says so."
    ]
    ids = [one.entity_id for one in BEFORE[:6]]
    amended = [
        *(replace(one, identifiers=()) for one in BEFORE[:5]),
        replace(BEFORE[5], schema=Schema.VESSEL),
        *BEFORE[6:],
    ]
    assert to_be_told(BEFORE, amended, ids, ()) == [
        "6 entries were amended at once (0.6% of 1,000), 2 of them under IRAN: see whether the publisher says so.",
        "They were amended in numbers: 5 of 6; type: 1 of 6.",
    ]
    assert to_be_told(BEFORE, amended, ids[:5], ()) == []


def test_two_of_a_small_list_are_more_than_half_a_percent_and_told() -> None:
    before = BEFORE[:375]
    ids = [one.entity_id for one in before[:2]]
    after = [*(replace(one, birth_dates=()) for one in before[:2]), *before[2:]]
    assert to_be_told(before, after, ids, ())[1] == "They were amended in birth dates: 2 of 2."


def test_what_time_explains_but_a_next_edition_does_not_have_is_told_by_kind() -> None:
    """After two years 2 % of a small list may have lost a number: nobody can tell that from damage, so it is said."""
    after = changed(0.02, lambda one: replace(one, identifiers=()))
    looked_at = measures(Step(BEFORE, after, 700))
    assert against(looked_at) == []
    assert to_be_told(BEFORE, after, (), looked_at) == [
        "More than a next edition has: numbers lost: 20 of 1,000 entries (2.0%); "
        "facts of any kind lost: 20 of 1,000 entries (2.0%); numbers, all of them gone: 20 of 1,000 entries (2.0%)."
    ]
    assert found(after) != []


def test_programs_that_no_entry_had_are_told_and_not_held() -> None:
    """A new program has many entries at once (121 of Iran on the UN's list), and a word replaced does."""
    came = [tagged(entry(number), "RUSSIA-SPECIAL") for number in range(1001, 1101)]
    looked_at = measures(Step(BEFORE, [*BEFORE, *came], 1))
    assert against(looked_at) == []
    assert [one.figures for one in odd(looked_at)] == [
        'programs that no entry had, "RUSSIA-SPECIAL": 100 of 1,100 entries (9.1%)'
    ]
    assert odd(measures(Step(BEFORE, [*BEFORE, *came[:2]], 1))) == []


def test_the_same_edit_of_many_is_told_with_its_words() -> None:
    looked_at = measures(Step(some_in("Iran", 15), in_place_of("Iran", "Persia", 15), 1))
    assert against(looked_at) == []
    assert [one.figures for one in odd(looked_at)] == [
        'the same edit of addresses, "iran" to "persia": 15 of 1,000 entries (1.5%)'
    ]


def test_entries_that_came_without_what_their_like_has_are_found() -> None:
    bare = [replace(entry(number), names=(Name(name_of(number)),)) for number in range(1001, 1041)]
    assert "entries came without aliases" in found([*BEFORE, *bare])
    assert found([*BEFORE, *(entry(number) for number in range(1001, 1041))]) == []
    step = Step(BEFORE, [*BEFORE, *bare], 1, frozenset({"aliases"}))
    assert against(measures(step)) == []  # their file did not come, which is said already


def test_entries_of_one_program_that_came_without_what_nearly_all_have_are_told() -> None:
    """Of 100 that came, those of one program in five have no birth date: a partial copy. All together would be held."""
    came = [entry(number) for number in range(1001, 1101)]
    bare = [replace(one, birth_dates=()) if one.programs == ("CUBA",) else one for one in came]
    guard = "entries came without birth dates, as few of their type"
    assert guard in [one.guard for one in odd(measures(Step(BEFORE, [*BEFORE, *bare], 30)))]
    assert guard not in [one.guard for one in odd(measures(Step(BEFORE, [*BEFORE, *came], 30)))]


def test_entries_there_twice_and_under_new_numbers_are_found() -> None:
    again = [replace(one, entity_id=f"ofac-{at + 5000}") for at, one in enumerate(BEFORE[:20])]
    assert "entries there twice" in found([*BEFORE, *again])
    assert found([replace(one, entity_id=f"x-{one.entity_id}") for one in BEFORE])


def test_entries_made_of_the_facts_of_others_are_found() -> None:
    """Test data that was published: real entries under other names and numbers."""
    made = [
        replace(one, entity_id=f"ofac-{at + 5000}", names=(Name(name_of(at + 9000)),), identifiers=())
        for at, one in enumerate(BEFORE[:20])
    ]
    assert "entries with the facts of others" in found([*BEFORE, *made])


def test_in_a_list_whose_publisher_dates_updates_what_is_undated_is_no_correction() -> None:
    dated = [replace(one, updated_on=("2020-01-01",)) for one in BEFORE]
    fewer = [replace(one, names=one.names[:1]) if at < 25 else one for at, one in enumerate(dated)]
    of_old = [replace(one, names=one.names[:1]) if at < 25 else one for at, one in enumerate(BEFORE)]
    assert "aliases lost" in [one.guard for one in against(measures(Step(dated, fewer, 400)))]
    assert against(measures(Step(BEFORE, of_old, 400))) == []


def test_what_a_publisher_dates_as_updated_is_believed_further() -> None:
    def corrected(one: Listing, updated: tuple[str, ...]) -> Listing:
        return replace(renamed(one, name_of(int(one.entity_id[5:]) + 20_000)), updated_on=updated)

    assert "name lost" in found(changed(0.01, lambda one: corrected(one, ())))
    assert found(changed(0.01, lambda one: corrected(one, ("2026-02-27",)))) == []
    assert found(changed(0.5, lambda one: corrected(one, ("2026-02-27",))))


def test_the_limits_grow_with_the_days_between() -> None:
    less = without(10)
    came = [entry(number) for number in range(2000, 2200)]
    assert found([*less, *came]) != []
    assert found([*less, *came], days=365) == []


def test_a_gap_in_which_nothing_was_designated_is_a_short_one() -> None:
    before = tuple(entry(number) for number in range(1, 2401))
    after = random.Random(4).sample(before, len(before) - 40)
    assert found(after, before, days=2000) != []
    came = [entry(number) for number in range(5000, 5400)]
    assert found([*after, *came], before, days=2000) == []


def test_the_sentence_of_a_finding_has_its_figures() -> None:
    less = against(measures(Step(BEFORE, [replace(one, names=one.names[:1]) for one in BEFORE], 1)))
    said = next(one.sentence for one in less if one.guard == "aliases lost")
    assert said.startswith(
        "aliases lost: 1,000 of 1,000 entries (100.0%), at most 3 in an honest edition (such as ofac-1"
    )
