"""Columns by the letters that spreadsheets give them."""

from __future__ import annotations

import re


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
