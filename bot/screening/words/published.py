"""A name as it stands on a list, letter for letter: what is left of it however its words are ordered and its signs set.

Reading takes names apart, and what it makes of one may turn on the order of the words, on a full stop, on a capital. A
question that has a listed name's own letters and words means that name, whatever reading makes of either.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from anyascii import anyascii

from bot.screening.flat import Texts

MOST_CHARS = 1_600  # of a name; what comes after is not looked at
TOO_FEW = 2  # letters that tell no name without its signs: H&M is not HM
_SIGNS = bytes(at for at in range(128) if not chr(at).isalnum())
_SIGNS_BUT_LINES = _SIGNS.replace(b"\n", b"")
_GAPS = re.compile(r"[\W_]+")


def letters_of(text: str) -> str:
    """The letters and digits of a name in small plain ones, in order: the same whatever the case, the marks on letters,
    the spaces and the signs."""
    return _in_ascii(text).translate(None, _SIGNS).decode()


def letters_of_all(texts: Sequence[str]) -> Texts:
    """The letters of many names, in ASCII, made at once."""
    lines = b"\n".join([_in_ascii(text).translate(None, b"\n") for text in texts])
    return Texts.of_lines(lines.translate(None, _SIGNS_BUT_LINES)) if texts else Texts.of(())


def _in_ascii(text: str) -> bytes:
    """A name in small letters of ASCII, its signs left."""
    text = text[:MOST_CHARS]
    if not text.isascii():
        text = _unmarked(text).translate(_LETTERS_IN_ASCII)
    return text.lower().encode("ascii", "ignore")


def is_as_published(asked: str, listed: str) -> bool:
    """Whether the question is the listed name but for case, marks on letters, spaces and signs; or but for case, marks,
    signs and the order of the words. Letters of other scripts are compared as such."""
    one, other = _unmarked(asked), _unmarked(listed)
    letters = _GAPS.sub("", one)
    if len(letters) > TOO_FEW and letters == _GAPS.sub("", other):
        return True
    if sorted(_GAPS.sub(" ", one).split()) == sorted(_GAPS.sub(" ", other).split()):
        return True
    return len(letters) > TOO_FEW and _words(one) == _words(other)


def is_word_for_word(asked: str, listed: str) -> bool:
    """Whether the question has the words of the listed name in their order, but for case, marks and signs."""
    one, other = (_GAPS.sub(" ", _unmarked(text)).split() for text in (asked, listed))
    return one == other


def _words(plain: str) -> list[str]:
    """The words, signs closed up (FAREAA of FAREA'A), in the order of the alphabet; a comma parts words."""
    return sorted(filter(None, (_GAPS.sub("", word) for word in plain.replace(",", " ").split())))


def _unmarked(text: str) -> str:
    """The text in small letters without the marks on and between them; Latin letters in ASCII."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKD", text[:MOST_CHARS].casefold()).translate(_BARE_LETTERS)


class _BareLetters(dict[int, str]):
    """What a letter is without marks: a Latin one in ASCII, another as it is; of a mark nothing."""

    def __missing__(self, at: int) -> str:
        char = chr(at)
        marks = not char.isspace() and unicodedata.category(char)[0] in "MC"
        bare = self[at] = "" if marks else anyascii(char).lower() if _is_latin(char) else char
        return bare


class _LettersInAscii(dict[int, str]):
    """What a letter is in ASCII, small or as it is."""

    def __missing__(self, at: int) -> str:
        said = self[at] = anyascii(chr(at))
        return said


_BARE_LETTERS, _LETTERS_IN_ASCII = (
    _BareLetters(),
    _LettersInAscii(),
)  # each asked once; there are so many as Unicode has


def _is_latin(char: str) -> bool:
    return "\u0080" <= char < "\u0250" and char.isalpha()
