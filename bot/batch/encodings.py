"""How a text file is encoded, told from all of its bytes. Where that is not sure it is refused, in words of
spreadsheets.

UTF-8 proves itself. Of the one-byte encodings only two are told apart, by what words look like: Cyrillic words are
beyond ASCII from end to end (Windows-1251), Western ones have an accent here and there (Windows-1252). Why no library
decides this: docs/decisions, on files of names.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from bot.errors import BadInput

_BLOCK = 1 << 20
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_ODD = 200_000  # bytes of lines with letters beyond ASCII that are looked at
_WORD = re.compile(r"[^\W\d_]+")
_LIKELY_CYRILLIC = frozenset("оеаинтсрвлкмдпуі")  # three quarters of all letters, in Russian and in Ukrainian
_WESTERN = frozenset("äöüßéèêëàâáãåçñóòôõíìîïúùûøæœšžýÿðþº°ª·§€£«»–—’‘“”„…´`©®™•№")
SAVE_AS = "Save it again as “CSV UTF-8” or as an Excel workbook (.xlsx)."

NAMES = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "cp1251": "Windows-1251",
    "cp1252": "Windows-1252",
}


def encoding_of(path: Path) -> str:
    """The codec of a text file. Raises BadInput where it is none, or cannot be told."""
    with path.open("rb") as handle:
        start = handle.read(_BLOCK)
    for mark, codec in _MARKS:
        if start.startswith(mark):
            return codec
    if b"\0" in start:
        return _without_mark(start, path.name)
    return "utf-8" if _is_utf8(path) else _of_one_byte(b"\n".join(_odd_lines(path))[:_ODD], path.name)


def _without_mark(start: bytes, name: str) -> str:
    """UTF-16 of any Latin text has a zero in every other byte, which no other text has."""
    pairs = start[: len(start) // 2 * 2]
    high, low = pairs[1::2], pairs[0::2]
    for half, other, codec in ((high, low, "utf-16-le"), (low, high, "utf-16-be")):
        if half.count(0) > len(half) * 0.2 and other.count(0) == 0:
            return codec
    raise BadInput(f"{name} is not a table of text that can be read. {SAVE_AS}")


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as handle:
        while block := handle.read(_BLOCK):
            yield block


def _is_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for block in _blocks(path):
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _odd_lines(path: Path) -> Iterator[bytes]:
    held = 0
    with path.open("rb") as handle:
        while held < _ODD and (line := handle.readline(_BLOCK)):
            if not line.isascii():
                held += len(line)
                yield line.strip()


def _of_one_byte(sample: bytes, name: str) -> str:
    if _looks_cyrillic(sample):
        return "cp1251"
    if _looks_western(sample):
        return "cp1252"
    raise BadInput(f"The letters of {name} cannot be told: it is not UTF-8, UTF-16, Windows-1251 or -1252. {SAVE_AS}")


def _looks_cyrillic(sample: bytes) -> bool:
    text = sample.decode("cp1251", "replace")
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    letters = "".join(words)
    if not letters or sum(char.isascii() for char in letters) > len(letters) * 0.1 or not _is_cased(words):
        return False
    likely = sum(char in _LIKELY_CYRILLIC for char in letters.casefold())
    return likely > len(letters) * 0.6


def _looks_western(sample: bytes) -> bool:
    """Accents stand single in words of plain letters, and every sign is one that Western names and amounts have."""
    try:
        text = sample.decode("cp1252")
    except UnicodeDecodeError:
        return False
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    letters = "".join(words)
    odd = [char for char in text.casefold() if not char.isascii()]
    if sum(char in _WESTERN for char in odd) < len(odd) * 0.99 or not _is_cased(words):
        return False
    return sum(not char.isascii() for char in letters) <= len(letters) * 0.7  # "Généré à": more than half


def _is_cased(words: list[str]) -> bool:
    """Whether capitals stand where they do in writing: KOI8-R read as Windows-1251 has them the other way round."""
    long = [word for word in words if len(word) > 2]
    usual = sum(word.islower() or word.isupper() or word[1:].islower() for word in long)
    return usual >= len(long) * 0.8
