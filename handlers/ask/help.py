"""What the bot can do, with examples to press; and the nearest thing when a question was not understood."""

from __future__ import annotations

from bot.answers.document import Act, Action, Answer, Card, Text, Tone, bold, text
from bot.questions.ask import Ask, ByHand, Cannot, HelpWith, Kind
from bot.sanctions.briefing.terms import Term, glossary
from handlers.ask import words
from handlers.ask.screening import now_of
from handlers.desk import Desk
from handlers.finding import FINDS

ASK_A_NAME = Action(Act.ASK, "Ask about a name", "check")
ASK_ANYTHING = (ASK_A_NAME, Action(Act.ASK, "What can I ask?", "help"))
LABEL = 70  # characters of a question on its button
SHOWN = 70  # characters of a message that are quoted back
STARTERS = ("is Rosneft sanctioned?", "what's in relief option B?", "who is drafting the list?")
BY_HAND = {
    ByHand.LIST: "Only its publisher puts a party on a list or takes it off; this bot shows what was published. "
    "“unwatch …” ends a watch here.",
    ByHand.FILE: "Options have a button for their file; a file of names (CSV, Excel) is screened when you send it "
    "here, or by /sanctions screen.",
    ByHand.PAUSE: "Only a digest is paused: “pause the digest until Monday”. “Unwatch …” ends alerts, “watch …” "
    "begins anew.",
    ByHand.LATER: "There are no reminders: “watch …” tells you when a listing changes; a digest comes daily or weekly.",
    ByHand.MOVE: "Options are moved with the buttons under them; /sanctions help tells the rest.",
}
DRAFT_ONE = Action(Act.EDIT, "Draft a relief option", "new", "Draft a new relief option")
WHAT = (
    ("Screening", "is Rosneft sanctioned? · check Oleg Deripaska born 1968 · is Gazprombank on the SDN list?"),
    ("Relief options", "what's in relief option B? · would option B lift sanctions on Rosneft? · compare A and B"),
    ("Changes", "what changed since March 1? · was Sberbank listed on 24 February 2022?"),
    (
        "Facts",
        "what is EO 14024? · what is the oil price cap? · who is drafting the list? · who is linked to Sberbank?",
    ),
    ("Lists and watches", "how fresh are your lists? · watch Rosneft · what am I watching?"),
)


def answer(question: Ask, desk: Desk) -> Answer:
    notes = words.edition_notes(desk, desk.snapshot())
    if question.cannot:
        left = question.kind is Kind.HELP and question.cannot.act is not ByHand.PAUSE
        now = now_of(question, question.subjects, desk, FINDS) if left else []
        return Answer(kind=question.kind, cards=(not_by_words(question.cannot), *now), editions=notes)
    if question.help is not HelpWith.MENU:
        return Answer(kind=question.kind, cards=(in_one_line(question),), editions=notes)
    return Answer(
        kind=question.kind,
        cards=(capabilities(),),
        editions=notes,
        fine=(
            text(
                f"Lists loaded: {words.dated(notes) or 'none'}. The bot never says that a party is free of sanctions."
            ),
        ),
    )


def in_one_line(question: Ask) -> Card:
    """What was not answered, or hello: one breath, and what to press."""
    return _ONE_LINE[question.help](question)


def which_words(question: Ask) -> Card:
    """A party is asked about, and no word in it is surely its name: nothing is screened."""
    said = words.quoted(" ".join(question.text[:SHOWN].split()) + "..." * (len(question.text) > SHOWN))
    return Card(
        headline=text(bold("I could not tell which words are the name"), f" in {said}. Nothing was checked."),
        tone=Tone.WARNING,
        actions=(ASK_A_NAME,),
    )


def whom(question: Ask) -> Card:
    return Card(headline=text(bold("Which name?"), " Send it by itself, or so: check “Rosneft Oil Company”."))


def chat(question: Ask) -> Card:
    return Card(
        headline=text(bold("Happy to help."), " Ask about a name, a list or a relief option."), actions=ASK_ANYTHING
    )


def sorry(question: Ask) -> Card:
    return Card(
        headline=text(
            bold("Sorry."), " Ask again with the name in quotation marks; the publisher’s own entry decides."
        ),
        actions=ASK_ANYTHING,
    )


def not_by_words(cannot: Cannot) -> Card:
    """An act that no words do: told with the button or command that does it."""
    if cannot.act is ByHand.DRAFT:
        says = " Nothing was changed. The button opens it; so do /sanctions option new, the shortcut and the Home tab."
        return Card(headline=text(bold("A relief option is drafted in its window."), says), actions=(DRAFT_ONE,))
    says = f"Nothing was changed: words alone cannot “{cannot.said}”."
    return Card(headline=text(bold(says), f" {BY_HAND[cannot.act]}"), tone=Tone.WARNING)


def not_understood(question: Ask) -> Card:
    return Card(
        headline=text(bold("Not understood, so not answered."), f" Nearest: {words.quoted(question.nearest[:LABEL])}"),
        tone=Tone.WARNING,
        actions=(Action(Act.ASK, question.nearest[:LABEL], question.nearest),),
    )


_ONE_LINE = {
    HelpWith.NAME: which_words,
    HelpWith.WHOM: whom,
    HelpWith.CHAT: chat,
    HelpWith.SORRY: sorry,
    HelpWith.NEAREST: not_understood,
}


def capabilities() -> Card:
    return Card(
        headline=text(bold("Ask about sanctions lists and relief options, in plain words.")),
        lines=tuple(text(bold(f"{title}: "), examples) for title, examples in WHAT),
        actions=tuple(Action(Act.ASK, example, example) for example in STARTERS),
    )


# ---- words of the trade ----------------------------------------------------


def explain(question: Ask, desk: Desk) -> Answer:
    found = [glossary()[key] for key in question.terms if key in glossary()]
    led = [(one, one.of[other.key]) for one in found for other in found if other.key in one.of]  # is SSI a block?
    cards = [led_card(*each) for each in led[:1]] or [*map(term_card, found)] or [no_term()]
    return Answer(
        kind=question.kind,
        cards=tuple(cards),
        actions=(Action(Act.SHARE, "Share in channel", question.text),),
    )


def term_card(term: Term) -> Card:
    called, _, rest = term.says.partition(": ")
    return Card(headline=text(bold(f"{called}: "), rest), lines=(source_of(term),))


def led_card(term: Term, answer: str) -> Card:
    """A term of which another is asked: what is said of both first."""
    return Card(headline=text(bold(answer)), lines=(text(term.says), source_of(term)))


def source_of(term: Term) -> Text:
    return text(f"Source: {term.source}.")


def no_term() -> Card:
    return Card(headline=text(bold("That word is not in the glossary here.")))
