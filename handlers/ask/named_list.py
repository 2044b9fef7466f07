"""A list that the question names is answered for first."""

from __future__ import annotations

from bot.questions.publishers_named import publishers_named
from bot.questions.question import Question
from bot.screening.query import Hit
from handlers.ask import words
from handlers.desk import Desk
from store.snapshot.snapshot import Snapshot


def named_list(hit: Hit | None, question: Question, desk: Desk, snapshot: Snapshot) -> tuple[str, str]:
    """A question that names a list is answered for that list first, then "elsewhere".

    Two pieces of the headline: what is said of the named lists, and "Elsewhere: " where the hit is on none of them.
    """
    said = [f"{title}: NOT LOADED. " for title in unheld(question, snapshot).values()]
    for key in question.lists:
        edition = snapshot.edition(key)
        if edition is None:
            continue
        stale = ", stale" if words.note(desk, edition).stale else ""
        on = hit is not None and key in hit.lists
        said.append(
            f"{'On' if on else 'Not on'} our {words.full_title(key)} of {words.day(edition.published)}{stale}. "
        )
    elsewhere = bool(said) and not (hit is not None and set(question.lists) & set(hit.lists))
    return "".join(said), "Elsewhere: " if elsewhere else ""


def unheld(question: Question, snapshot: Snapshot) -> dict[str, str]:
    """Key and title of the lists that the question names and of which no edition is held."""
    titles = {key: words.full_title(key) for key in question.lists} | {
        key: title for key, title in publishers_named(question).items() if key not in question.lists
    }
    return {key: title for key, title in titles.items() if snapshot.edition(key) is None}


def loaded_of(question: Question, snapshot: Snapshot) -> bool:
    """Whether a list is held that the question names."""
    return any(snapshot.edition(key) for key in question.lists)
