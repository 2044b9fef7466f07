"""Text as it is passed on: quoted and forwarded mail, greetings and closings; and sentences, of which some ask."""

from __future__ import annotations

import re

from bot.questions import prose

_QUOTED_LINE = re.compile(r"^(?:>|&gt;)+ ?", re.MULTILINE)
_FORWARDED = re.compile(r"^(?:(?:fwd?|re|aw|wg)\s*: ?)+(?=\S)", re.IGNORECASE)
_HEADER = re.compile(r"^(?:from|to|cc|bcc|sent|date|от|кому|дата)\s*: .*(?:\n|$)", re.IGNORECASE | re.MULTILINE)
_SUBJECT = re.compile(r"^(?:subject|тема)\s*: .*(?:\n|$)", re.IGNORECASE | re.MULTILINE)
_CLOSING = re.compile(
    r"(?:(?<=[.?!]) |\n)(?:(?:kind|best|warm|many)(?:est)? (?:regards|wishes)|regards|best(?=,|\s*$)|sincerely|с "
    r"уважением)"
    r'\b,?[^"?;]{0,80}$',
    re.IGNORECASE,
)
_OPENS = (
    r"is|are|was|were|isn't|aren't|do|does|did|can|could|may|should|would|will|has|have|who|what|which|when|where|why|"
    r"how|any"
)
_BOUNDARY = re.compile(
    rf"(?<=\?)\s+(?=\w)"
    # after a full stop or a line only where the next words surely open a question: "Acme Ltd. is sanctioned" is one
    rf"|(?:(?<=[\w)\"][\w)\"][.!])\s+|\n)(?=(?-i:{'|'.join(w.capitalize() for w in _OPENS.split('|'))}|Please|Pls|"
    rf"Kindly|Находится|Есть|Можно|Под)\s\w|(?:{_OPENS})\s+(?:it|they|he|she|we|i|this|that|these|there|any)\b)",
    re.IGNORECASE,
)
_ASKS = re.compile(rf"(?:and |but |so )?(?:{_OPENS})(?![\w'])", re.IGNORECASE)
_COMMAND = re.compile(
    r"(?:please |pls |plz |kindly )*(?:check|screen|verify|confirm|look up|search|run|проверь|проверьте)\b",
    re.IGNORECASE,
)
_NAMED_LAST = re.compile(
    r"\b(?:from|with|to|for|by|of|called|named|about|buying|paying)\s+(?:the )?"
    r"(?P<name>[^\W\d_a-zа-яё][\w'.&-]*(?:\s+(?:of|and|de|&|[^\W_a-zа-яё][\w'.&-]*))*)[\s.!,]*$"
)


def unwrapped(text: str) -> str:
    """`text` without the marks of quoting and forwarding, the head lines of a mail and its closing."""
    bare = _FORWARDED.sub("", _QUOTED_LINE.sub("", text))
    if _HEADER.search(bare):  # "Subject: Ivan Petrov" by itself names a party
        bare = _FORWARDED.sub("", _SUBJECT.sub("", _HEADER.sub("", bare)).strip())
    bare = _CLOSING.sub("", bare).strip()
    return bare if re.search(r"\w", bare) else text


def sentences(text: str) -> list[str]:
    """The sentences of `text`, parted only where a question surely begins or has ended; never inside a quotation."""
    parts, done = [], 0
    for match in _BOUNDARY.finditer(text):
        if text.count('"', 0, match.start()) % 2 == 0:
            parts.append(text[done : match.start()])
            done = match.end()
    return [part.strip() for part in (*parts, text[done:]) if re.search(r"\w", part)]


def asks(sentence: str) -> bool:
    """Whether a sentence asks or orders, and does not only tell."""
    return sentence.rstrip().endswith("?") or bool(_COMMAND.match(sentence) or _ASKS.match(sentence))


def party_told_of(sentence: str) -> str:
    """The name in a sentence that tells, which the next one may call "he" or "they"; or ""."""
    last = _NAMED_LAST.search(sentence)
    return last["name"].rstrip(".,") if last else prose.name_in(sentence)
