"""What if: evaluated on the real lists like an option, and said to be nobody's draft."""

from __future__ import annotations

from bot.questions.question import Subject
from handlers.ask.relief.hypothesis import Supposed, answer
from handlers.desk import Desk

LEAD = "(a hypothesis, nobody's draft, not in force)"


def suppose(desk: Desk, party: str = "", **more: object) -> str:
    subjects = (Subject(party),) if party else ()
    return answer(Supposed(subjects=subjects, **more), desk).text  # type: ignore[arg-type]


def test_the_end_of_an_order_leaves_what_another_binds(desk: Desk):
    said = suppose(desk, "Sberbank", programs=("UKRAINE-EO13662",))
    assert said.startswith(f"If UKRAINE-EO13662 ended {LEAD}. PARTLY for Sberbank of Russia")
    assert "RUSSIA-EO14024: blocked" in said


def test_of_a_name_that_may_mean_several_each_is_told(desk: Desk):
    said = suppose(desk, "VTB", programs=("RUSSIA-EO14024",))
    assert "may mean several listed parties; for each of them:" in said or "VTB Bank" in said.splitlines()[0]
    assert LEAD in said


def test_two_options_together(desk: Desk):
    said = suppose(desk, options=("A", "B"))
    assert said.startswith(f"If options A and B came together {LEAD}.")
    assert "parties would come off" in said


def test_an_option_without_somebody(desk: Desk):
    said = suppose(desk, "Oleg Deripaska", options=("A",), without=(Subject("Oleg Deripaska"),))
    assert f"If option A came without Oleg Vladimirovich Deripaska {LEAD}. NO for Oleg Vladimirovich Deripaska" in said


def test_the_parties_linked_to_somebody(desk: Desk):
    said = suppose(desk, "Oleg Deripaska", programs=("UKRAINE-EO13661", "UKRAINE-EO13662"), linked=True)
    assert "parties linked to Oleg Vladimirovich Deripaska" in said.splitlines()[0]


def test_nothing_follows_for_a_name_that_is_not_found(desk: Desk):
    said = suppose(desk, "Zzyzx Holdings Inc", programs=("RUSSIA-EO14024",))
    assert "was not found on the lists held here, so nothing follows for it" in said
    assert "NO for" not in said


def test_permission_is_answered_neither_yes_nor_no(desk: Desk):
    said = suppose(desk, "Sberbank", programs=("UKRAINE-EO13662",), permission=True)
    assert "PARTLY for" not in said
    assert "RELIEVED IN PART for" in said
    assert "Whether a dealing is allowed is not answered here" in said


def test_an_option_that_nobody_knows(desk: Desk):
    assert suppose(desk, options=("A", "Z")).startswith("There is no option Z here.")
