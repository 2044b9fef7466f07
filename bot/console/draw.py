"""Answer -> terminal. The same words as in Slack; no markup is read from any of them."""

from __future__ import annotations

import re

from rich.console import Console
from rich.text import Text as Line

from bot.answers.document import Act, Action, Answer, Card, Run, Text, Tone

# One column wide in every terminal, unlike emoji.
MARKS = {
    Tone.LISTED: ("■", "bold red"),
    Tone.LIMITED: ("◆", "bold yellow"),
    Tone.POSSIBLE: ("?", "bold yellow"),
    Tone.NO_MATCH: ("–", "bold"),
    Tone.NOT_LOADED: ("○", "bold"),
    Tone.DRAFT: ("✎", "bold cyan"),
    Tone.NEUTRAL: ("", "bold"),
    Tone.WARNING: ("!", "bold yellow"),
}
# Control characters could move the cursor or recolour the screen; direction overrides turn round what follows.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def draw(answer: Answer, console: Console) -> None:
    """Print an answer: cards with a blank line between, then the fine print and what can be asked next."""
    for at, card in enumerate(answer.cards):
        if at:
            console.print()
        _card(card, console)
    for line in answer.fine:
        console.print(_line(line, "dim"))
    _offers(answer, console)


def _card(card: Card, console: Console) -> None:
    mark, style = MARKS[card.tone]
    headline = Line(f"{mark} " if mark else "", style=style)
    strong = any(run.bold for run in card.headline)
    headline.append_text(_line(card.headline, "" if strong else style))
    console.print(headline)
    for line in card.body:
        console.print(_line(line))
    for line in card.fine:
        console.print(_line(line, "dim"))


def _line(words: Text, style: str = "") -> Line:
    line = Line(style=style)
    for run in words:
        line.append(_UNSEEN.sub(" ", run.text), style=_style(run))
        if run.url and run.url != run.text:
            line.append(f" ({_UNSEEN.sub('', run.url)})", style="dim")
    return line


def _style(run: Run) -> str:
    return " ".join(name for name, on in (("bold", run.bold), ("italic", run.italic), ("cyan", run.code)) if on)


def _offers(answer: Answer, console: Console) -> None:
    """Buttons are for Slack; of them a terminal can offer the questions and the addresses."""
    actions = [action for card in answer.cards for action in card.actions] + list(answer.actions)
    asks = list(dict.fromkeys(action.value for action in actions if action.act is Act.ASK))
    if asks:
        console.print(Line("You can ask: ", style="dim").append(_UNSEEN.sub(" ", " · ".join(asks))))
    for action in actions:
        if action.act is Act.OPEN:
            console.print(_open(action))


def _open(action: Action) -> Line:
    return _line((Run(f"{action.label}: {action.value}"),), "dim")
