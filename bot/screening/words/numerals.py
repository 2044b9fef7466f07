"""Roman numerals of ships and firms: FORTUNE II is FORTUNE 2."""

from __future__ import annotations

_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_ARABIC = {f"{'x' * tens}{one}": str(10 * tens + at) for tens in range(4) for at, one in enumerate(_ONES) if tens or at}
_ROMAN = {arabic: roman for roman, arabic in _ARABIC.items()}


def as_digits(word: str) -> str:
    """A number in digits, without leading zeros; "" where the word is no number."""
    if word.isdigit():
        return word.lstrip("0") or "0"
    return _ARABIC.get(word, "")


def is_roman(word: str) -> bool:
    return word in _ARABIC


def same_number(word: str) -> str:
    """The number in the other way of writing; "" where there is none."""
    return _ARABIC.get(word) or _ROMAN.get(word, "")
