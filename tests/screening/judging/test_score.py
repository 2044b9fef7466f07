"""How alike two whole names are: what agrees, what is left over, and what caps it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.screening import weights
from bot.screening.judging.score import window_of
from bot.screening.policy import MATCH
from tests.screening.judging.of_two_names import asked_name, likeness, listed_name, tables_of
from tests.screening.made_up_words import SOME_WORDS

DERIPASKA = "DERIPASKA, Oleg Vladimirovich"


def test_an_equal_name_is_one_whatever_its_order_case_and_form() -> None:
    for asked in ("Oleg Vladimirovich Deripaska", "deripaska oleg vladimirovich"):
        found = likeness(asked, DERIPASKA, person=True)
        assert found.equal
        assert found.score == 1
    assert likeness("OAO Rosneft", "ROSNEFT PJSC", person=False).equal


def test_a_word_costs_more_where_the_list_lacks_it_than_where_the_question_does() -> None:
    lacking = likeness("Oleg Deripaska", DERIPASKA, person=True)
    extra = likeness("Oleg Vladimirovich Deripaska", "DERIPASKA, Oleg", person=True)
    stranger = likeness("Oleg Quillane Deripaska", "DERIPASKA, Oleg", person=True)
    assert 1 > lacking.score > extra.score > stranger.score
    assert [word.text for word in lacking.lacking] == ["vladimirovich"]
    assert [word.text for word in stranger.extra] == ["quillane"]


def test_what_speaks_against_caps_the_score_below_a_match() -> None:
    assert likeness("Igor Vladimirovich Deripaska", DERIPASKA, person=True).score <= weights.AGAINST < MATCH


def test_one_word_may_mean_a_surname_or_what_tells_a_firm_and_no_more() -> None:
    for asked, listed, person in (("Deripaska", DERIPASKA, True), ("Mahan", "MAHAN AIR", False)):
        assert weights.ALONE_LEAST <= likeness(asked, listed, person=person).score <= weights.ALONE_MOST
    assert likeness("Oleg", DERIPASKA, person=True).score < MATCH
    assert likeness("Air", "MAHAN AIR", person=False).score < MATCH
    assert likeness("O", DERIPASKA, person=True).score <= weights.SMALL_ALONE


def test_a_long_name_of_stock_words_and_one_telling_word_is_short_for_it() -> None:
    assert likeness("State Atomic Energy Corporation Rosatom", "ROSATOM", person=False).score >= weights.ABBREVIATED
    assert likeness("State Bank of India", "INDIA", person=False).score < MATCH


def test_another_legal_form_and_another_number_are_another_party() -> None:
    forms = likeness("Rosneft GmbH", "ROSNEFT PJSC", person=False)
    numbers = likeness("FU YUAN YU 7915", "FU YUAN YU 7615", person=False)
    assert forms.forms_differ
    assert numbers.numbers_differ
    assert max(forms.score, numbers.score) < MATCH
    assert not forms.equal


def test_a_number_left_out_is_not_another_one_and_a_roman_one_is_the_same() -> None:
    assert likeness("Nord Stream", "NORD STREAM 2 AG", person=False).number_left_out
    assert not likeness("Nord Stream II AG", "NORD STREAM 2 AG", person=False).numbers_differ
    assert likeness("Nord Stream III AG", "NORD STREAM 2 AG", person=False).numbers_differ


def test_letters_run_together_agree() -> None:
    found = likeness("usmanovalisher", "USMANOV, Alisher", person=True)
    assert found.run_together
    assert found.score == weights.RUN_TOGETHER
    assert likeness("alisherusmanov", "USMANOV, Alisher", person=True).score >= MATCH


def test_the_beginning_of_a_long_name_is_a_match_and_of_a_short_one_is_not() -> None:
    whole = "FEDERAL STATE BUDGETARY SCIENTIFIC INSTITUTION QUILLANE RESEARCH CENTER"
    found = likeness(whole[:35], whole, person=False)
    assert found.cut
    assert found.score == weights.CUT
    assert not likeness("Rosn", "ROSNEFT OIL COMPANY", person=False).cut


def test_a_window_is_where_a_listed_name_stands_word_beside_word() -> None:
    asked, listed = asked_name("payment to mahan air tehran"), listed_name("MAHAN AIR", person=False)
    window = window_of(asked, listed, tables_of(asked, listed))
    assert window is not None
    assert [word.text for word in asked.words[window]] == ["mahan", "air"]
    apart = asked_name("mahan goes by air")
    assert window_of(apart, listed, tables_of(apart, listed)) is None
    other = asked_name("payment to mahan tehran")
    assert window_of(other, listed, tables_of(other, listed)) is None


NAMES = st.lists(st.sampled_from(SOME_WORDS.split()), min_size=1, max_size=5).map(" ".join)


@settings(max_examples=200, deadline=None)
@given(NAMES, NAMES)
def test_a_score_is_a_share_and_words_are_never_counted_twice(asked: str, listed: str) -> None:
    found = likeness(asked, listed)
    assert 0 <= found.score <= 1
    ours = [id(pair.asked) for pair in found.pairs] + [id(word) for word in found.extra]
    if not any(pair.how.value == "joined" for pair in found.pairs):
        assert len(ours) == len(set(ours))
    assert likeness(asked, asked).equal
