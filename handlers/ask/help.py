"""What the bot can do, with examples to press; and the nearest thing when a question was not understood."""

from __future__ import annotations

from bot.answers.document import Act, Action, Answer, Card, Text, Tone, bold, text
from bot.questions.question import Question
from bot.sanctions.briefing.terms import Term, glossary
from handlers.ask import words
from handlers.desk import Desk

STARTERS = ("is Rosneft sanctioned?", "what's in relief option B?", "who is drafting the list?")
ELSEWHERE = {
    **dict.fromkeys(
        ("delist", "unsanction", "de-list", "list", "sanction"),
        "Only the publisher lists and delists; this bot shows what it published.",
    ),
    **dict.fromkeys(
        ("export", "download", "print", "email", "mail", "file"),
        "Options have a button for their file; names in a file are screened with sanctions-bot screen FILE -o OUT.csv.",
    ),
    **dict.fromkeys(
        ("pause", "snooze", "mute", "silence", "hold", "suspend", "приостанов"),
        "There is no pause: “unwatch …” or “stop the digest” ends them, “watch …” begins anew.",
    ),
    **dict.fromkeys(
        ("draft", "create", "make", "propose", "post", "publish", "enact"),
        "A relief option is drafted in its window: /sanctions option new.",
    ),
    "": "Options are moved with their buttons; /sanctions help tells the rest.",
}
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


def answer(question: Question, desk: Desk) -> Answer:
    notes = words.edition_notes(desk, desk.snapshot())
    if question.unread:
        return Answer(kind=question.kind, cards=(which_words(question),), editions=notes)
    if question.cannot:
        return Answer(kind=question.kind, cards=(not_by_words(question),), editions=notes)
    cards = [*([not_understood(question)] if not question.understood else []), capabilities()]
    return Answer(
        kind=question.kind,
        cards=tuple(cards),
        editions=notes,
        fine=(
            text(
                f"Lists loaded: {words.dated(notes) or 'none'}. The bot never says that a party is free of sanctions."
            ),
        ),
    )


def which_words(question: Question) -> Card:
    """One line: what was not read is not screened."""
    return Card(
        headline=text(
            bold("I could not tell which words are the name"),
            f" in {words.quoted(question.text)}. Nothing was checked: put the name in quotation marks.",
        ),
        tone=Tone.WARNING,
    )


def not_by_words(question: Question) -> Card:
    """An act that no words do: told with the button or command that does it."""
    does = next((says for act, says in ELSEWHERE.items() if act in question.cannot), ELSEWHERE[""])
    return Card(
        headline=text(bold(f"Nothing was changed: “{question.cannot}” cannot be done by words."), f" {does}"),
        tone=Tone.WARNING,
    )


def not_understood(question: Question) -> Card:
    actions = (Action(Act.ASK, question.nearest[:70], question.nearest),) if question.nearest else ()
    nearest = (text(f"The nearest that can be answered: {words.quoted(question.nearest)}"),) if question.nearest else ()
    return Card(
        headline=text(bold("That was not understood, so it is not answered.")),
        lines=nearest,
        tone=Tone.WARNING,
        actions=actions,
    )


def capabilities() -> Card:
    return Card(
        headline=text(bold("Ask about sanctions lists and relief options, in plain words.")),
        lines=tuple(text(bold(f"{title}: "), examples) for title, examples in WHAT),
        actions=tuple(Action(Act.ASK, example, example) for example in STARTERS),
    )


# ---- words of the trade ----------------------------------------------------


def explain(question: Question, desk: Desk) -> Answer:
    found = [glossary()[key] for key in question.terms if key in glossary()]
    return Answer(
        kind=question.kind,
        cards=tuple(map(term_card, found)) or (no_term(),),
        actions=(Action(Act.SHARE, "Share in channel", question.text),),
    )


def term_card(term: Term) -> Card:
    called, _, rest = term.says.partition(": ")
    return Card(headline=text(bold(f"{called}: "), rest), lines=(source_of(term),))


def source_of(term: Term) -> Text:
    return text(f"Source: {term.source}.")


def no_term() -> Card:
    return Card(headline=text(bold("That word is not in the glossary here.")))
