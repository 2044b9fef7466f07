"""Several names that a publisher writes in one field, as "Qasim Soleimani; Qasem Sulaimani".

The UN list does so with spellings, with the Latin readings of an original script, and with two names of one body; each
is a name that people write by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_BETWEEN = re.compile(r"\s*;\s*|\s+/\s+|\s+[a-z]\)\s+")
_PARTING = frozenset(";/)")  # one of them is where anything parts names, or is in brackets
_IN_BRACKETS = re.compile(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)?")
_REMARK = re.compile(r"\s*\((?:original script|[^()]*\bscript\b[^()]*)\)", re.IGNORECASE)
_AT_THE_END = re.compile(r"(.+?)\s*\(([^()]+)\)\s*")
_SHORT = re.compile(r"[A-Za-z](?:[-.&]?[A-Za-z]){2,8}")
_TWICE = re.compile(r"(\S.{3,}?),? (?:and|&) (\1 \S.*)", re.IGNORECASE)
_LATIN = re.compile(r"[A-Za-z]")
LEAST = 3  # letters of a name that is read out of a field


def several_in(text: str) -> tuple[str, ...]:
    """The names that one field holds, in their order; () where it holds one. The whole is not among them."""
    if ("&" in text or " and " in text.lower()) and (twice := _TWICE.fullmatch(text)):
        return twice.groups()  # Bank Sepah and Bank Sepah International
    if _PARTING.isdisjoint(text):  # as in most names
        return ()
    if not _BETWEEN.search(text):
        return _in_two_scripts(text)
    bare = _REMARK.sub("", text)
    found = dict.fromkeys(name for name in _pieces(bare) if sum(map(str.isalpha, name)) >= LEAST and name != text)
    return tuple(found)


def _in_two_scripts(text: str) -> tuple[str, ...]:
    """Jin Tiesan (金铁三): a name, and the same in the script that it is written in at home."""
    found = _AT_THE_END.fullmatch(text)
    if found is None or bool(_LATIN.search(found[1])) == bool(_LATIN.search(found[2])):
        return ()
    return tuple(one.strip() for one in found.groups() if sum(map(str.isalpha, one)) > 1)


def acronym_in(text: str) -> str:
    """The letters in brackets at the end of a name that stand for it: AQAP of "Al-Qaida Organization in the Arabian
    Peninsula (AQAP)"; "" where there are none. Each of them begins a word or stands in one, in their order, the first
    begins the name."""
    found = _AT_THE_END.fullmatch(text) if ")" in text else None
    if found is None or not _SHORT.fullmatch(found[2]) or sum(map(str.isupper, found[2])) < LEAST:
        return ""
    letters = iter(found[1].casefold())
    short = [letter for letter in found[2].casefold() if letter.isalpha()]
    begins = found[1].casefold().lstrip("‘’'\"").startswith(short[0])
    return found[2] if begins and " " in found[1] and all(letter in letters for letter in short) else ""


def _pieces(text: str) -> Iterator[str]:
    """What stands outside brackets, then what in them is several."""
    lists = [found for found in _IN_BRACKETS.finditer(text) if _BETWEEN.search(found[1])]
    outside = text
    for found in lists:
        outside = outside.replace(found[0], " ; ")
    for part in (outside, *(found[1] for found in lists)):
        for piece in _BETWEEN.split(part):
            yield " ".join(piece.split()).strip(" ,;")
