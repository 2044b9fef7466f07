"""Text that went through the wrong hands: read in the wrong encoding, with lost signs, or still wrapped in markup."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import islice

# What a list never publishes: U+FFFD, controls, private use, halves of pairs.
_LOST = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufff0-\uffff\ud800-\udfff]")
_PRINTED = bytes(code for code in range(128) if not _LOST.match(chr(code)))
# Both cases are written out: a pattern that ignores case tries every sign of a text.
_WRAPPED = re.compile(
    r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#[xX][0-9a-fA-F]{2,5});|%[0-9a-fA-F]{2}%[0-9a-fA-F]{2}|\\[uU][0-9a-fA-F]{4}|"
    r"\\[xX][0-9a-fA-F]{2}|=[0-9a-fA-F]{2}=[0-9a-fA-F]{2}|</?[a-zA-Z]{1,20}>"
)
_EXPONENT = re.compile(r"\b\d\.\d+E\+\d\d?\b")  # what a spreadsheet makes of a long number
_HOLE = re.compile(r"\w\?+\w|\?{2,}")  # a letter that no table had
TOGETHER = 32  # entries
# A letter of several bytes that was read in a table of single ones is several signs: one alone is as it was written.
_ALONE = re.compile("(?<![^\x00-\x7f])[^\x00-\x7f](?![^\x00-\x7f])")
_TABLES = ("cp1252", "latin-1", "cp1251", "cp1250", "cp437", "mac_roman", "koi8-r")


def damaged_of(listed: Iterable[tuple[str, Sequence[str]]]) -> list[str]:
    """The ids of those, given with their texts, of which any is damaged. Plain ones are looked at many at once."""
    found, rest = [], iter(listed)
    while several := list(islice(rest, TOGETHER)):
        if any_damaged([text for _, texts in several for text in texts]):
            found += [key for key, texts in several if any_damaged(texts)]
    return found


def is_latin(text: str) -> bool:
    """Whether the letters of a text are all Latin ones."""
    return text.isascii() or not any(c.isalpha() and not unicodedata.name(c, "").startswith("LATIN") for c in text)


def any_damaged(texts: Sequence[str], together: str = "") -> bool:
    """Whether any of several texts is. Plain ones, nearly all, are looked at in one piece: `together`, one a line."""
    everything = together or "\n".join(texts)
    if everything.isascii() and "?" not in everything:
        return damaged(everything)
    plain = "\n".join(text for text in texts if text.isascii() and "?" not in text)
    return damaged(plain) or any(damaged(text) for text in texts if "?" in text or not text.isascii())


def damaged(text: str) -> bool:
    """Whether a text bears a mark of a wrong encoding, of lost signs, or of markup left in it."""
    if "E+" in text and _EXPONENT.search(text):
        return True
    if text.isascii():
        if "?" in text and "://" not in text and _HOLE.search(text):
            return True
        return bool(text.encode().translate(None, _PRINTED)) or (
            any(c in text for c in "&%\\=<") and bool(_WRAPPED.search(text))
        )
    return bool(_LOST.search(text) or _WRAPPED.search(text)) or read_wrongly(text)


def read_wrongly(text: str) -> bool:
    """Whether a text is UTF-8 that was read in a table of single bytes: it can be read right again."""
    return not _ALONE.search(text) and any(_again(text, table) for table in _TABLES)


def _again(text: str, table: str) -> bool:
    try:
        return text.encode(table).decode("utf-8") != text
    except (UnicodeEncodeError, UnicodeDecodeError):
        return False
