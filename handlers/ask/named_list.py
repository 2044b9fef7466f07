"""A list that the question names is answered for first."""

from __future__ import annotations

from collections.abc import Sequence

from bot.questions.ask import Ask
from bot.questions.publishers_named import publishers_named
from bot.screening.query import Hit
from handlers.ask import words
from handlers.desk import Desk
from store.snapshot.snapshot import Snapshot


def named_list(hits: Sequence[Hit], question: Ask, desk: Desk, snapshot: Snapshot) -> tuple[str, str]:
    """A question that names a list is answered for that list first, then "elsewhere".

    Two pieces of the headline: what is said of the named lists, and "Elsewhere: " where the matches are on none of
    them. `hits` are all matches, the one that the answer is about first: another of them may stand on the named list,
    and then "not on" it would be false.
    """
    said = [f"{title}: NOT LOADED. " for title in unheld(question, snapshot).values()]
    for key in question.lists:
        edition = snapshot.edition(key)
        if edition is None:
            continue
        stale = ", stale" if words.note(desk, edition).stale else ""
        where = f"our {words.full_title(key)} of {words.day(edition.published)}{stale}"
        said.append(f"{_stands(hits, key)} {where}. ")
    elsewhere = bool(said) and not any(set(question.lists) & set(hit.lists) for hit in hits)
    return "".join(said), "Elsewhere: " if elsewhere else ""


def _stands(hits: Sequence[Hit], key: str) -> str:
    if hits and key in hits[0].lists:
        return "On"
    return "Perhaps on" if any(key in hit.lists for hit in hits) else "Not on"


def unheld(question: Ask, snapshot: Snapshot) -> dict[str, str]:
    """Key and title of the lists that the question names and of which no edition is held."""
    titles = {key: words.full_title(key) for key in question.lists} | {
        key: title for key, title in publishers_named(question).items() if key not in question.lists
    }
    return {key: title for key, title in titles.items() if snapshot.edition(key) is None}


def loaded_of(question: Ask, snapshot: Snapshot) -> bool:
    """Whether a list is held that the question names."""
    return any(snapshot.edition(key) for key in question.lists)
