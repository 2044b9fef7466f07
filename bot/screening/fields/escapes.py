"""What a form, a page, a mail or a wrong encoding made of a name, undone: %20, &amp;, =C3=A9, RodrÃ­guez, Ïóòèí."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import unquote

_ESCAPED = re.compile(
    r"%[0-9A-Fa-f]{2}|&#?\w{2,8};|\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2}|_x[0-9A-F]{4}_|=(?:20|[C-F][0-9A-F]=)"
)
_CODE_POINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\x([0-9A-Fa-f]{2})|_x([0-9A-F]{4})_")
_QUOTED = re.compile(r"=20|=[C-F][0-9A-F](?:=[89AB][0-9A-F])+")  # quoted-printable, as mails have it
_NOT_ASCII = re.compile(r"[^\x00-\x7f]{2,}")
# What a letter in UTF-8 that was read by one byte a letter goes on with: the bytes from 80 to BF.
_BYTES_WENT_ON = bytes(range(0x80, 0xC0))
_WENT_ON = frozenset("".join(_BYTES_WENT_ON.decode(code, "ignore") for code in ("cp1252", "cp1251", "latin-1")))
_LETTERS = re.compile(  # what names are written in; no signs of phonetics, no boxes
    r"[\u00a0-\u024f\u0370-\u06ff\u0900-\u0dff\u0e00-\u0e7f\u1e00-\u1eff\u2010-\u203a\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]+"
)
_HIGH_HALF = re.compile(r"[\s.,'\"()-]*(?:[\u00c0-\u00ff\u00a8\u00b8][\s.,'\"()-]*){4,}")
_CYRILLIC = re.compile(r"(?:[\W_]*(?:[А-ЯЁ]?[а-яё]+|[А-ЯЁ]+)(?![^\W\d_]))+[\W_]*")
_FEWEST = 3  # letters that Cyrillic ones are no more than by chance: Еѕ of a disguised Esthela
_TWICE = 2  # a text may have gone through it more than once


def unescaped(text: str) -> str:
    """As it was before a form or a page wrote signs of it otherwise, or something read it in another encoding."""
    for _ in range(_TWICE):
        if not _ESCAPED.search(text):
            break
        plain = unquote(_CODE_POINT.sub(lambda found: chr(int(found[found.lastindex or 1], 16)), text))
        text = unescape(unescape(_QUOTED.sub(_from_mail, plain)))
    return text if text.isascii() else _well_read(text)


def _from_mail(found: re.Match[str]) -> str:
    try:
        return bytes.fromhex(found[0].replace("=", "")).decode()
    except UnicodeDecodeError:
        return found[0]


def _well_read(text: str) -> str:
    """A text whose letters were read in the wrong encoding, as they were written."""
    for _ in range(0 if _WENT_ON.isdisjoint(text) else _TWICE):
        mended = _NOT_ASCII.sub(lambda found: _as_utf8(found[0]), text)
        if mended == text:
            break
        text = mended
    if _HIGH_HALF.fullmatch(text):  # no language has words of such letters alone
        for code in ("cp1251", "koi8-r"):
            read = text.encode("latin-1").decode(code, errors="replace")
            if _CYRILLIC.fullmatch(read):
                return read
    return text


def _as_utf8(run: str) -> str:
    """What a run of letters says in UTF-8, if it is that: read by one byte a letter, it hardly ever is by chance."""
    for code in ("cp1252", "cp1251"):
        try:
            read = b"".join(_byte(char, code) for char in run).decode()
        except UnicodeError:
            continue
        if _LETTERS.fullmatch(read) and (code == "cp1252" or len(read) >= _FEWEST):
            return read
    return run


def _byte(char: str, code: str) -> bytes:
    """The byte that a letter was read of; those that the Windows encodings leave out are read as they are."""
    try:
        return char.encode(code)
    except UnicodeError:
        return char.encode("latin-1")
