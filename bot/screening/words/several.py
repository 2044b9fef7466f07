"""Several names that a publisher writes in one field, as "Qasim Soleimani; Qasem Sulaimani".

The UN list does so with spellings, with the Latin readings of an original script, and with two names of one body; each
is a name that people write by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_BETWEEN = re.compile(r"\s*;\s*|\s+/\s+|\s+[a-z]\)\s+")
_IN_BRACKETS = re.compile(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)?")
_REMARK = re.compile(r"\s*\((?:original script|[^()]*\bscript\b[^()]*)\)", re.IGNORECASE)
LEAST = 3  # letters of a name that is read out of a field


def several_in(text: str) -> tuple[str, ...]:
    """The names that one field holds, in their order; () where it holds one. The whole is not among them."""
    if not _BETWEEN.search(text):
        return ()
    bare = _REMARK.sub("", text)
    found = dict.fromkeys(name for name in _pieces(bare) if sum(map(str.isalpha, name)) >= LEAST and name != text)
    return tuple(found)


def _pieces(text: str) -> Iterator[str]:
    """What stands outside brackets, then what in them is several."""
    lists = [found for found in _IN_BRACKETS.finditer(text) if _BETWEEN.search(found[1])]
    outside = text
    for found in lists:
        outside = outside.replace(found[0], " ; ")
    for part in (outside, *(found[1] for found in lists)):
        for piece in _BETWEEN.split(part):
            yield " ".join(piece.split()).strip(" ,;")
