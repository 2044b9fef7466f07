"""Numbers of ships and firms in figures, Roman numerals and words: FORTUNE II is FORTUNE 2 is FORTUNE TWO."""

from __future__ import annotations

_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_ARABIC = {f"{'x' * tens}{one}": str(10 * tens + at) for tens in range(4) for at, one in enumerate(_ONES) if tens or at}
ROMANS = frozenset(_ARABIC)
_ROMAN = {arabic: roman for roman, arabic in _ARABIC.items()}
_WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_SAID = {**dict(zip(_WORDS, _ROMAN, strict=False)), **dict(zip(_ROMAN, _WORDS, strict=False))}


def as_digits(word: str) -> str:
    """A number in digits, without leading zeros; "" where the word is no number."""
    if word.isdigit():
        return word.lstrip("0") or "0"
    return _ARABIC.get(word, "")


def is_roman(word: str) -> bool:
    return word in _ARABIC


def same_number(word: str) -> list[str]:
    """The number in the other ways of writing."""
    digits = _ARABIC.get(word) or (word if word.isdigit() else _SAID.get(word, ""))
    return [way for way in (digits, _ROMAN.get(digits), _SAID.get(digits)) if way and way != word] if digits else []
