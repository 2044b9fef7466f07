"""One thing about an option, asked for by itself, in one line."""

from __future__ import annotations

import pytest

from bot.answers.document import Act
from bot.blocks.render import render
from tests.handlers.ask.conftest import Ask

STANDS = "Option {} (draft, illustrative, not in force). "


@pytest.mark.parametrize(
    ("question", "key", "says"),
    [
        ("who approved option B?", "B", "Nobody has approved it here. Drafted by: this project, as an illustration."),
        ("has option C been approved?", "C", "Nobody has approved it here."),
        ("кто утвердил вариант Б?", "B", "Nobody has approved it here."),
        ("is option A in force?", "A", "No: it is not in force; the lists alone decide."),
        ("is option B law?", "B", "No: it is not in force; the lists alone decide."),
        ("has option B been agreed?", "B", "No: it is not in force; the lists alone decide."),
        ("did option C pass?", "C", "No: it is not in force; the lists alone decide."),
        ("is option A signed?", "A", "No: it is not in force; the lists alone decide."),
        ("what's the probability that option B passes?", "B", "How likely it is, nobody can say here: no forecast"),
        ("will option C go through?", "C", "How likely it is, nobody can say here: no forecast is made."),
        ("has Congress approved option B?", "B", "Nobody has approved it here."),
        ("is option A the list that Reuters reported?", "A", "Nobody has approved it here. Drafted by: this project"),
        ("what does Moscow think of option B?", "B", "Nobody is known to have said anything about it"),
        ("does Moscow support option C?", "C", "Nobody is known to have said anything about it"),
        ("what is the EU's reaction to option A?", "A", "Nobody is known to have said anything about it"),
        ("what did Russia promise for option C?", "C", "Nothing public says what would be asked in return."),
        ("what would Russia give in return for option B?", "B", "Nothing public says what would be asked in return."),
        ("who leaked option B?", "B", "Nobody has approved it here. Drafted by: this project, as an illustration."),
        ("when does option A end?", "A", "By its words: term 2 for 180 days; 1 term has no end."),
        ("how long does option A last?", "A", "By its words: term 2 for 180 days; 1 term has no end."),
        ("on which date does the licence in option A run out?", "A", "By its words: term 2 for 180 days; 1 term has no "
         "end. It names no day to count from."),
        ("is option A's license limited in time?", "A", "By its words: term 2 for 180 days; 1 term has no end."),
        ("how long would option B last?", "B", "None of its terms has an end; snap-back of term 4 on a notice of 30"),
        ("when does option B take effect?", "B", "It names no day from which it would hold"),
        ("from what date does option B apply?", "B", "It names no day from which it would hold"),
        ("can the president do option A without congress", "A", "Whether Congress must agree, the draft does not say."),
        ("what if the Senate blocks option B", "B", "Whether Congress must agree, the draft does not say."),
        ("does option B also suspend the EU cap", "B", "No: it is of the law of the United States alone"),
        ("so under B, price cap gone in the UK?", "B", "No: it is of the law of the United States alone"),
        ("would option C lift UN sanctions, too", "C", "No: it is of the law of the United States alone"),
        ("Treasury announced option B?", "B", "Nobody is known to have said anything about it"),
        ("what's a snap back in option C", "C", "None of its terms has an end; snap-back of term 1 on a notice of 30"),
        ("does option B suspend the price cap on crude?", "B", "Yes: term 4. Suspends the measure"),
        ("does option A touch the price cap", "A", "No: none of its terms changes this: Price cap on seaborne"),
        ("when would option C come into force?", "C", "It names no day from which it would hold"),
    ],
)  # fmt: skip
def test_it_is_answered_in_one_line_with_the_option_behind_a_button(ask: Ask, question: str, key: str, says: str):
    answer = ask(question)
    (card,) = answer.cards
    assert answer.text.splitlines()[0].startswith(STANDS.format(key) + says)
    assert not card.lines
    assert [(one.act, one.value) for one in card.actions] == [(Act.ASK, f"what's in relief option {key}?")]
    assert len(render(answer).blocks) <= 3


@pytest.mark.parametrize(
    "question",
    [
        "what's in option B?",
        "who would come off under option B?",
        "show me option A",
        "what does option B give Rosneft?",
        "what does option A say?",
    ],
)
def test_what_is_asked_of_the_whole_option_is_told_whole(ask: Ask, question: str):
    said = ask(question).text
    assert any(word in said for word in ("RUSSIA-EO14024", "PEESA-EO14039", "Deripaska"))
