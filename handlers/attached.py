"""What is sent as a file, and a cell of a table in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

# What a spreadsheet takes for the beginning of a formula, also in the wide forms of East Asian keyboards.
_FORMULA = re.compile(r"^[\s'\"]*[=+\-@＝＋－＠|%]|^[\t\r\n]")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to send, about `options`. `says` stands beside it; `alt` is what a picture shows, in words."""

    name: str
    content: bytes
    says: str
    options: tuple[str, ...] = ()
    alt: str = ""
    version: str = ""  # the editions that it rests on


def cell(value: str) -> str:
    """A cell that a spreadsheet shows and never runs: what could begin a formula is set behind an apostrophe."""
    value = _CONTROLS.sub(" ", value)
    return f"'{value}" if _FORMULA.match(value) else value
