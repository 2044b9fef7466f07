"""What a file of names is screened against: the lists in force, as this team and this day judge them."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.answers.document import EditionNote
from bot.batch.against import Against
from bot.errors import BadInput
from bot.lists.starter import STARTER
from handlers.ask.words import edition_notes, unanswerable
from handlers.desk import Asker, Desk

Notes = list[tuple[str, object]]


@contextmanager
def against_lists(desk: Desk) -> Iterator[tuple[Against, Notes]]:
    """The lists of one snapshot, so that a file is screened against the same from its first row to its last, and the
    lines that say which these are. Raises BadInput where no full list is loaded.
    """
    with tempfile.TemporaryDirectory(prefix="sanctions-bot-") as folder:
        fixed = desk.seen_by(Asker())
        against = packed(fixed, Path(folder) / "names.index")
        lines = map(_line, edition_notes(fixed, fixed.snapshot()))
        yield against, [("Screened on", desk.now().strftime("%Y-%m-%d %H:%M %Z")), *lines]


def packed(desk: Desk, file: Path) -> Against:
    """The lists in force, their names stored in `file`: small, and other processes can screen against it as long as
    they can read the file. Raises BadInput where no full list is loaded."""
    snapshot = desk.seen_by(Asker()).snapshot()
    editions = edition_notes(desk, snapshot)
    if all(note.list == STARTER for note in editions):
        raise BadInput("No list is loaded, so nothing was checked. Load them first: sanctions-bot refresh.")
    if snapshot.broken:
        raise BadInput(f"Nothing was checked: {unanswerable(snapshot)}.")
    if not snapshot.index.entities:
        raise BadInput("The lists that are loaded hold nobody, so nothing was checked: see sanctions-bot doctor.")
    said = "; ".join(f"{note.list} {note.published}" for note in editions)
    return Against.kept(snapshot.index, file, desk.settings.policy, snapshot.as_of, said, snapshot.version)


def _line(note: EditionNote) -> tuple[str, object]:
    stale = ": stale, a newer edition is missing" if note.stale else ""
    lacks = f"; incomplete, without {', '.join(note.missing)}" if note.missing else ""
    return note.list, f"{note.title}, published {note.published}, {note.age_days} days old{stale}{lacks}"
