"""A list that the question names is answered for first."""

from __future__ import annotations

from bot.questions.question import Question
from bot.screening.query import Hit
from handlers.ask import words
from handlers.desk import Desk
from store.snapshot.snapshot import Snapshot


def named_list(hit: Hit | None, question: Question, desk: Desk, snapshot: Snapshot) -> tuple[str, str]:
    """A question that names a list is answered for that list first, then "elsewhere".

    Two pieces of the headline: what is said of the named lists, and "Elsewhere: " where the hit is on none of them.
    """
    said = []
    for key in question.lists:
        edition = snapshot.edition(key)
        title = words.full_title(key)
        if edition is None:
            said.append(f"{title}: NOT LOADED. ")
            continue
        stale = ", stale" if words.note(desk, edition).stale else ""
        on = hit is not None and key in hit.lists
        said.append(f"{'On' if on else 'Not on'} our {title} of {words.day(edition.published)}{stale}. ")
    elsewhere = bool(said) and hit is not None and not set(question.lists) & set(hit.lists)
    return "".join(said), "Elsewhere: " if elsewhere else ""


def loaded_of(question: Question, snapshot: Snapshot) -> bool:
    return any(snapshot.edition(key) for key in question.lists)
