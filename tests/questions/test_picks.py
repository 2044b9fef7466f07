"""Which of those that were spoken of a follow-up means."""

from __future__ import annotations

import pytest

from bot.questions.ask import Ask, Kind, Pick, Subject
from bot.questions.picks import spoken_of, widened
from bot.questions.understand import understand
from tests.conftest import NOON
from tests.questions.words import VOCABULARY, in_words, seen_in, turns

THREE = "check Rosneft, Lukoil and Gazprom"


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("the first one", 1),
        ("the second one", 2),
        ("number three", 3),
        ("the last one", -1),
        ("#2", 2),
        ("number 2, thank you", 2),
        ("второй", 2),
        ("der zweite bitte", 2),
    ],
)
def test_one_of_the_candidates_is_picked_by_its_number(said: str, number: int) -> None:
    picked = turns("is VTB sanctioned?", said)
    assert (picked.kind, picked.pick) == (Kind.SCREENING, Pick((number,)))
    assert [subject.name for subject in picked.subjects] == ["VTB"]


@pytest.mark.parametrize(("said", "name"), [("the first one", "Rosneft"), ("the latter", "Lukoil")])
def test_one_of_the_parties_that_were_asked_about_is_picked(said: str, name: str) -> None:
    picked = turns("is Rosneft or Lukoil sanctioned?", said)
    assert ([subject.name for subject in picked.subjects], picked.pick) == ([name], None)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("not Lukoil", "screening: Rosneft; Gazprom"),
        ("without Lukoil", "screening: Rosneft; Gazprom"),
        ("not Lukoil, Interpal", "screening: Interpal"),
        ("no, Lukoil", "screening: Lukoil"),
        ("not Interpal", "screening: Interpal"),
    ],
)
def test_who_is_denied_of_several_is_left_out(said: str, expected: str) -> None:
    assert in_words(turns(THREE, said)) == expected


def test_what_is_picked_is_no_longer_picked_when_another_name_follows() -> None:
    picked = turns("is VTB sanctioned?", "the second one")
    assert understand("and Lukoil?", NOON, VOCABULARY, picked).last.pick is None


@pytest.mark.parametrize(
    ("before", "said", "expected"),
    [
        (["watch both Rosneft and Lukoil"], "the second one: since when?", "history: Lukoil"),
        (["watch both Rosneft and Lukoil"], "the second one", "screening: Lukoil"),
        (["check Rosneft and Lukoil", "the second one: what programs?"], "and the first?", "screening: Rosneft"),
        (["check Rosneft and Lukoil", "watch the second one"], "does A free the first one?", "coverage: Rosneft"),
        (["check Rosneft and Lukoil"], "watch the second one", "watch: Lukoil"),
        (["check Rosneft and Lukoil"], "does A free the latter?", "coverage: Lukoil [option A]"),
        (["check Rosneft and Lukoil"], "is the second one on the UN list", "screening: Lukoil [list un_sc]"),
        (["check Rosneft and Lukoil"], "what programs is the first one under", "screening: Rosneft"),
        (["Rosneft", "Lukoil"], "the other one", "screening: Rosneft"),
    ],
)
def test_what_is_asked_of_the_one_that_is_picked_is_asked_of_it_alone(
    before: list[str], said: str, expected: str
) -> None:
    picked = turns(*before, said)
    assert in_words(picked).startswith(expected)
    assert len(picked.subjects) == 1
    assert picked.pick is None


def test_an_option_by_its_number_picks_no_party() -> None:
    assert turns("does option A free Rosneft?", "and the second option?").pick is None


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("watch the first two", "watch: Rosneft; Lukoil"),
        ("please watch the last two", "watch: Lukoil; Gazprom"),
        ("watch 1 and 3", "watch: Rosneft; Gazprom"),
        ("alert me on #2 and #3", "watch: Lukoil; Gazprom"),
        ("watch the first and the third", "watch: Rosneft; Gazprom"),
        ("следи за первыми двумя", "watch: Rosneft; Lukoil"),
        ("стеж за першим і третім", "watch: Rosneft; Gazprom"),
        ("beobachte die ersten beiden", "watch: Rosneft; Lukoil"),
        ("surveille les deux premiers", "watch: Rosneft; Lukoil"),
        ("vigila los dos últimos", "watch: Lukoil; Gazprom"),
        ("watch all three", "watch: Rosneft; Lukoil; Gazprom"),
        ("watch all of them please", "watch: Rosneft; Lukoil; Gazprom"),
        ("watch each of these", "watch: Rosneft; Lukoil; Gazprom"),
        ("watch all", "watch: Rosneft; Lukoil; Gazprom"),
        ("watch all but the last", "watch: Rosneft; Lukoil"),
        ("следи за всеми, кроме первого", "watch: Lukoil; Gazprom"),
        ("watch Rosneft and the last one", "watch: Rosneft; Gazprom"),
        ("watch the first and Gazprom", "watch: Rosneft; Gazprom"),
        ("watch Novatek and the first two", "watch: Novatek; Rosneft; Lukoil"),
        ("Rosneft and the last one under C?", "coverage: Rosneft; Gazprom [option C]"),
        ("watch everyone except for the second one", "watch: Rosneft; Gazprom"),
        ("would A help the last two?", "coverage: Lukoil; Gazprom [option A]"),
        ("the last two under option B?", "coverage: Lukoil; Gazprom [option B]"),
        ("second and third under C?", "coverage: Lukoil; Gazprom [option C]"),
        ("the other two?", "screening: Lukoil; Gazprom"),
        ("are the first two on the EU list?", "screening: Rosneft; Lukoil [list eu_fsf]"),
        ("since when are the last two listed?", "history: Lukoil; Gazprom"),
        ("all but Lukoil under A?", "coverage: Rosneft; Gazprom [option A]"),
    ],
)
def test_several_are_picked_at_once(said: str, expected: str) -> None:
    picked = turns(THREE, said)
    assert (in_words(picked), picked.pick, picked.provided) == (expected, None, False)


@pytest.mark.parametrize(
    "said",
    [
        "watch all except Lukoil",
        "watch everyone but Lukoil",
        "watch all besides Lukoil",
        "keep an eye on all of them bar Lukoil",
        "watch them all apart from Lukoil",
        "watch the lot, not Lukoil though",
        "watch the others, not Lukoil",
        "don't watch Lukoil, watch the other two",
        "never mind Lukoil, watch the others",
        "beobachte alle außer Lukoil",
        "surveille-les tous sauf Lukoil",
        "vigila todos excepto Lukoil",
    ],
)
def test_who_is_left_out_of_an_act_is_screened_and_the_others_are_watched(said: str) -> None:
    asks = understand(said, NOON, VOCABULARY, turns(THREE)).asks
    assert [in_words(ask) for ask in asks] == ["screening: Lukoil", "watch: Rosneft; Gazprom"]
    assert not asks[-1].provided


@pytest.mark.parametrize("said", ["watch all except Lukoil", "watch anything but Lukoil", "watch all banks but Lukoil"])
def test_who_is_left_out_of_nobody_known_is_not_watched(said: str) -> None:
    asks = understand(said, NOON, VOCABULARY).asks
    assert [in_words(ask) for ask in asks] == ["screening: Lukoil", "watch"]


@pytest.mark.parametrize(
    ("said", "kept", "left"),
    [
        ("следи за Сбербанком, но не за Роснефтью", "watch: Сбербанком", "Роснефтью"),
        ("следи не за Роснефтью, а за Сбербанком", "watch: Сбербанком", "Роснефтью"),
        ("стеж за Сбербанком, але не за Роснефтью", "watch: Сбербанком", "Роснефтью"),
        ("vigila a Sberbank pero no a Rosneft", "watch: Sberbank", "Rosneft"),
        ("watch Sberbank but not Rosneft or Lukoil", "watch: Sberbank", "Rosneft; Lukoil"),
        ("unwatch Sberbank, keep Rosneft", "unwatch: Sberbank", "Rosneft"),
        ("stop watching Sberbank but not Rosneft", "unwatch: Sberbank", "Rosneft"),
    ],
)
def test_for_whom_an_act_is_not_asked_is_only_screened(said: str, kept: str, left: str) -> None:
    assert [in_words(ask) for ask in understand(said, NOON, VOCABULARY).asks] == [f"screening: {left}", kept]


@pytest.mark.parametrize("said", ["stop watching everything but Rosneft", "stop watching all of them except Rosneft"])
def test_whom_all_are_to_end_but_is_never_the_one_that_ends(said: str) -> None:
    asks = understand(said, NOON, VOCABULARY).asks
    assert not any(ask.kind is Kind.UNWATCH and (ask.subjects or ask.everything) for ask in asks)


def test_who_is_left_out_and_was_not_spoken_of_leaves_the_act_to_who_asks() -> None:
    assert turns(THREE, "watch all three except Sberbank").provided


def test_who_is_left_out_by_a_part_of_a_name_is_said() -> None:
    said = "Left out by a part of the name: Sberbank Leasing."
    assert said in turns("check Rosneft, Sberbank Leasing and Lukoil", "watch all except Sberbank").notes
    told = turns("check Rosneft, Zalando SE and Lukoil", "watch all except Zalando").notes
    assert not any(note.startswith("Left out") for note in told)


def test_an_end_of_all_that_were_spoken_of_is_none_of_everything() -> None:
    ended = turns("watch Rosneft and Lukoil", "unwatch both of them")
    assert (in_words(ended), ended.everything) == ("unwatch: Rosneft; Lukoil", False)
    ended = turns("watch Rosneft, Lukoil and Gazprom", "unwatch all of them")
    assert (in_words(ended), ended.everything) == ("unwatch: Rosneft; Lukoil; Gazprom", False)
    assert turns("watch Rosneft and Lukoil", "unwatch everything").everything


@pytest.mark.parametrize(
    ("before", "said", "pick"),
    [
        ("watch VTB", "the first", Pick((1,))),
        ("watch VTB", "number 3 please", Pick((3,))),
        ("watch VTB", "both", Pick(but=True, many=2)),
        ("unwatch VTB", "the second", Pick((2,))),
    ],
)
def test_an_act_goes_on_with_who_is_picked_behind_it(before: str, said: str, pick: Pick) -> None:
    act = turns(before)
    picked = turns(before, said)
    assert (picked.kind, picked.subjects, picked.pick) == (act.kind, act.subjects, pick)


@pytest.mark.parametrize(
    ("said", "kind", "pick"),
    [
        ("the first two", Kind.SCREENING, Pick((1, 2))),
        ("1 and 3", Kind.SCREENING, Pick((1, 3))),
        ("the other one", Kind.SCREENING, Pick(rest=True, many=1)),
        ("show the other party of this name", Kind.SCREENING, Pick(rest=True, many=1)),
        ("which one is the other party of this name?", Kind.SCREENING, Pick(rest=True, many=1)),
        ("all of them", Kind.SCREENING, Pick(but=True)),
        ("watch both", Kind.WATCH, Pick(but=True, many=2)),
        ("watch them all", Kind.WATCH, Pick(but=True)),
        ("does B free the first two?", Kind.COVERAGE, Pick((1, 2))),
        ("the last two: since when?", Kind.HISTORY, Pick((-2, -1))),
    ],
)
def test_of_one_name_several_candidates_are_picked(said: str, kind: Kind, pick: Pick) -> None:
    picked = turns("is VTB sanctioned?", said)
    assert (picked.kind, [subject.name for subject in picked.subjects], picked.pick) == (kind, ["VTB"], pick)


@pytest.mark.parametrize("said", ["watch none of them", "watch neither", "не следи ни за кем", "beobachte keinen"])
def test_nobody_is_watched_where_nobody_is_to_be(said: str) -> None:
    assert not any(
        ask.kind is Kind.WATCH and ask.subjects for ask in understand(said, NOON, VOCABULARY, turns(THREE)).asks
    )


def test_everything_is_no_party_that_was_spoken_of() -> None:
    assert turns("is Rosneft listed?", "watch everything").subjects == ()


def test_a_pick_that_is_denied_behind_a_watch_ends_it() -> None:
    assert in_words(turns("watch Rosneft and Lukoil", "not the last one")) == "unwatch: Lukoil"


def test_a_pick_that_fits_nobody_is_not_made_again() -> None:
    assert turns(THREE, "watch the fourth").pick == Pick((4,))
    assert in_words(turns(THREE, "watch the fourth", "under B?")) == "coverage: Rosneft; Lukoil; Gazprom [option B]"
    assert turns(THREE, "watch the fourth", "under B?").pick is None


def test_the_others_behind_a_pick_are_those_that_were_not_picked() -> None:
    assert turns("is VTB sanctioned?", "the second", "the other two").pick == Pick((2,), but=True, many=2)


ROSNEFT, LUKOIL = Subject("Rosneft"), Subject("Lukoil")
SCREENED = Ask(Kind.SCREENING, subjects=(LUKOIL,), earlier=(ROSNEFT,))


def test_both_are_the_two_that_were_spoken_of_last() -> None:
    assert spoken_of(SCREENED) == (ROSNEFT, LUKOIL)
    assert widened(seen_in("watch both"), SCREENED).subjects == (ROSNEFT, LUKOIL)
    assert widened(seen_in("watch it"), SCREENED) == SCREENED


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("who is under both EO 13661 and 14024?", "watch the first"),
        ("vessels under EO 14024", "watch the last two"),
        ("vessels under EO 14024", "watch them"),
        ("vessels under EO 14024", "unwatch the first"),
        ("what is EO 13685?", "keep an eye on the first company"),
        ("who would come off under A?", "watch them"),
        ("which Russian banks are on the SDN list?", "watch them all"),
    ],
)
def test_of_a_set_that_was_shown_nobody_is_watched_unnamed(before: str, said: str) -> None:
    asked = turns(before, said)
    assert not (asked.programs or asked.options or asked.everything) or asked.provided


def test_a_program_or_an_option_is_watched_where_it_is_meant() -> None:
    assert turns("what is EO 13685?", "watch it").programs == ("UKRAINE-EO13685",)
    assert turns("compare A and B", "watch both").options == ("A", "B")
    both = turns("would option B free Rosneft?", "watch both")
    assert ([subject.name for subject in both.subjects], both.options, both.pick) == (["Rosneft"], ("B",), None)


@pytest.mark.parametrize(
    "said",
    ["watch all except Lukoil if they are listed", "wenn sie gelistet sind, beobachte alle außer Lukoil"],
)
def test_an_act_that_leaves_somebody_out_is_not_done_under_a_condition(said: str) -> None:
    asks = understand(said, NOON, VOCABULARY, turns(THREE)).asks
    assert all(ask.provided for ask in asks if ask.kind is Kind.WATCH)
