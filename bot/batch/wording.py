"""The words of spreadsheets: columns by their letters, rows as they are shown, and what mends a table of which it is
not sure where the names are. In Slack nobody has the options of a command to give."""

from __future__ import annotations

import re
from collections.abc import Sequence

NAME_IT = (
    "Send it again with “Name” above the one column that is to be screened, and without others of names; on the "
    "command line --name-column says which."
)
HEAD_IT = (
    "Send it again with a head in the first row, “Name” above the names; on the command line say --head or --no-head, "
    "and with --name-column which column holds the names."
)


def letter(at: int) -> str:
    """The letter that a spreadsheet gives a column: A, B, ... Z, AA."""
    letters, at = "", at + 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def by_letter(said: str) -> int:
    """The place of a column, from 0; -1 for what is no letter of one."""
    if not re.fullmatch(r"[A-Za-z]{1,3}", said):
        return -1
    at = 0
    for char in said.upper():
        at = at * 26 + ord(char) - 64
    return at - 1


def shown(texts: Sequence[str]) -> str:
    """The first cells of a row that hold something, quoted."""
    kept = [f"“{text[:40]}”" for text in texts if text]
    return ", ".join(kept[:10]) + (f" and {len(kept) - 10} more" if len(kept) > 10 else "")
