"""Typos in command words, and names that only begin like a command."""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA

from bot.questions.party_words import GENERIC, LEGAL_FORMS
from bot.questions.sheet import Sort

# What may follow each command, on marked text: the rest decides whether the first word was meant as one at all.
_NOTHING = r""
_ANYTHING = r".+"
_TIME_OR_TOPIC = rf"(?:(?:for|to|on|in|since) .+|{Sort.DATE.pattern}.*|{Sort.LISTS.pattern}.*)?"
_KEYS = rf"(?:[a-z]|{Sort.OPTIONS.pattern})(?: ?(?:,|and|vs\.?|to|with) ?(?:[a-z]|{Sort.OPTIONS.pattern}))*"
_AFTER = {
    "check": _ANYTHING,
    "screen": _ANYTHING,
    "watch": _ANYTHING,
    "unwatch": _ANYTHING,
    "option": _KEYS,
    "compare": _KEYS,
    "options": _NOTHING,
    "sources": _NOTHING,
    "watches": _NOTHING,
    "digest": _NOTHING,
    "help": _NOTHING,
    "changes": _TIME_OR_TOPIC,
}
_NOT_NAMES = LEGAL_FORMS | GENERIC


def repair(text: str) -> str:
    """`text` with its first word mended where it is a mistyped command, else as it is.

    Only lower-case words, only where the rest fits that command, and never where the rest is but a legal form or
    words such as "trading": those make the first word a name ("watsch gmbh").
    """
    first, _, rest = text.partition(" ")
    if not (3 < len(first) <= 9 and first.isalpha() and first.islower()) or first in _AFTER:
        return text
    if len(rest) > 1 and _is_name_rest(rest):
        return text
    near = sorted((OSA.distance(first, command), command) for command in _AFTER)
    for distance, command in near:
        if distance <= (1 if len(command) < 7 else 2) and re.fullmatch(_AFTER[command], rest, re.IGNORECASE):
            return f"{command} {rest}".strip()
    return text


def mend_sanctioned(text: str) -> str:
    """`text` with "sanctioned" and "sanctions" mended where they are mistyped: the word most asked with."""
    return re.sub(r"\bs[a-z]{6,11}\b", _mended, text)


def _mended(match: re.Match[str]) -> str:
    word = match.group()
    if word in ("sanction", "sanctions", "sanctioned", "sanctioning", "sections", "stationed", "sectioned"):
        return word
    if OSA.distance(word, "sanctioned") <= 2:
        return "sanctioned"
    return "sanctions" if OSA.distance(word, "sanctions") <= 1 else word


def begins_like_a_command(text: str) -> bool:
    """ "Watch Trading House", "Digest Holdings", "Check Point Software": a name whose first word is a command."""
    first, _, rest = text.partition(" ")
    if not first[:1].isupper() or first.lower() not in _AFTER:
        return False
    return bool(rest) and (_is_name_rest(rest) or bool(re.match(r"(?:Check Point|Watch ?Tower|Screen Gems)\b", text)))


def _is_name_rest(rest: str) -> bool:
    words = [word.strip(".,").lower() for word in rest.split()]
    return bool(words) and all(word in _NOT_NAMES for word in words)
