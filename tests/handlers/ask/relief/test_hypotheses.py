"""What if: evaluated on the real lists like an option, and said to be nobody's draft."""

from __future__ import annotations

from bot.questions.ask import Subject
from handlers.ask.relief.hypothesis import Supposed, answer
from handlers.desk import Desk
from tests.handlers.ask.conftest import Ask

LEAD = "(a hypothesis, nobody's draft, not in force)"


def suppose(desk: Desk, party: str = "", **more: object) -> str:
    subjects = (Subject(party),) if party else ()
    return answer(Supposed(subjects=subjects, **more), desk).text  # type: ignore[arg-type]


def test_the_end_of_an_order_leaves_what_another_binds(desk: Desk):
    said = suppose(desk, "Sberbank", programs=("UKRAINE-EO13662",))
    assert said.startswith(f"If UKRAINE-EO13662 ended {LEAD}. Now blocked. PARTLY for Sberbank of Russia")
    assert "RUSSIA-EO14024: blocked" in said


def test_of_a_name_that_may_mean_several_each_is_told(desk: Desk):
    said = suppose(desk, "VTB", programs=("RUSSIA-EO14024",))
    assert said.startswith(f"If RUSSIA-EO14024 ended {LEAD}: “VTB” may mean several listed parties; for each of them:")
    first = next(line for line in said.splitlines() if line.startswith("1. VTB Bank (PJSC, Russia): PARTLY"))
    assert "it would lift RUSSIA-EO14024 from it. What stays: " in first
    assert "UKRAINE-EO13662" in first


def test_two_options_together(desk: Desk):
    said = suppose(desk, options=("A", "B"), together=True)
    assert said.startswith(f"If options A and B came together {LEAD}: 197 parties would come off (")


def test_an_option_without_somebody(desk: Desk):
    said = suppose(desk, "Oleg Deripaska", options=("A",), without=(Subject("Oleg Deripaska"),))
    supposed = f"If option A came without Oleg Vladimirovich Deripaska {LEAD}."
    assert f"{supposed} Now blocked. NO for Oleg Vladimirovich Deripaska" in said


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


def test_two_options_of_which_nobody_says_together_are_told_one_by_one(desk: Desk):
    said = suppose(desk, "Oleg Deripaska", options=("A", "B"), without=(Subject("Rosneft"),))
    assert f"If option A came without Rosneft Oil Company {LEAD}." in said
    assert f"If option B came without Rosneft Oil Company {LEAD}." in said


def test_in_words_an_option_without_somebody_is_said_to_be_nobodys_draft(ask: Ask):
    said = ask("option A without Oleg Deripaska").text
    assert said.startswith(f"If option A came without Oleg Vladimirovich Deripaska {LEAD}: 9 parties would come off (")
    assert "A hypothesis is drafted by nobody and is not law" in said


def test_in_words_who_is_left_out_only_perhaps_is_told(ask: Ask):
    said = ask("what would option A without Deripaska do?").text
    assert said.startswith("Left out is Oleg Vladimirovich Deripaska")
    assert "“Deripaska” is only a possible match" in said


def test_in_words_nobody_is_left_out_whom_no_list_holds(ask: Ask):
    said = ask("option A without Zzyzx Holdings").text
    assert said.startswith("Without whom? “Zzyzx Holdings” is not surely one of the parties")
    assert "would come off" not in said


def test_in_words_two_options_together_are_the_union_of_their_terms(ask: Ask):
    said = ask("what if A and B both come?").text
    assert said.startswith(f"If options A and B came together {LEAD}: 197 parties would come off (")
    said = ask("would A and B together free Rosneft?").text
    assert said.startswith(
        f"If options A and B came together {LEAD}. Now probably blocked. PARTLY for Rosneft Oil Company"
    )


def test_in_words_somebodys_companies_are_the_linked_ones_and_a_stored_option_is_no_hypothesis(ask: Ask):
    said = ask("would option A free Oleg Deripaska's companies?").text
    first = said.splitlines()[0]
    assert first.startswith("Option A (draft, illustrative, not in force). Of the ")
    assert "parties linked to Oleg Vladimirovich Deripaska" in first
    assert "would be licensed; the listings stay." in said
    assert "hypothesis" not in said
    assert "YES for" not in said


def test_in_words_what_has_come_about_of_an_option_is_a_card_of_its_own(ask: Ask):
    for asked in ("what of option B has come about?", "has anything of option B happened?"):
        said = ask(asked).text
        assert said.startswith("Option B (draft, illustrative, not in force): what has come about of it. Version 1")
        assert "nothing is attributed to the draft" in said


def test_of_a_name_that_may_mean_several_an_answer_about_an_option_says_what_would_be_for_each(ask: Ask):
    said = ask("does C set VTB free?").text.splitlines()
    assert said[0] == "Which “VTB” do you mean? A person must decide."
    assert said[1] == "Option C: draft, illustrative, not in force."
    assert said[2].startswith("1. VTB Bank (INN 7702070139, St. Petersburg): blocked (SDN and non-SDN)")
    assert said[2].endswith("Option C would suspend the sanctions on it; it stays listed.")
    assert any(line.startswith("4. Bank VTB 24") and line.endswith("Not reached by option C.") for line in said)
    father, son = ask("which options cover kerimov").text.splitlines()[2:4]
    assert father.endswith("Option A would take them off the US lists.")
    assert son.endswith("Option A would license dealings with them; they stay listed.")


def test_whose_companies_are_meant_is_asked_with_what_would_become_of_those_of_each(ask: Ask):
    said = ask("if A comes, do Mordashov's companies go free?").text.splitlines()
    assert said[0].endswith("whose linked parties? “Mordashov” may mean several listed parties.")
    assert said[1].startswith("1. Alexey Aleksandrovich Mordashov")
    assert "6 would be partly relieved and stay listed." in said[1]
    assert said[2].endswith("Nobody listed is linked to this one.")
