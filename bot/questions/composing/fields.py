"""Fields of forms and of mails: what a label says, and names that stand in several fields."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.questions.data import patterns
from bot.questions.spotting.lexicon import WORD, folded, lexicon, sets

_MAIL = patterns("mail")


def parts_of(label: str) -> frozenset[str]:
    """The parts of a label that the lexicons know whole; none of another."""
    words = [folded(word) for word in WORD.findall(label)]
    size, parts = lexicon().longest(words, 0) if words else (0, frozenset())
    return parts if size == len(words) else frozenset()


def labelled(text: str) -> tuple[str, str]:
    """What stands before a colon as a label, and what behind it; "" and the text where none does."""
    found = _MAIL["label"].match(text) if ":" in text or "=" in text else None
    return (found[1], text[found.end() :]) if found else ("", text)


def role_of(label: str) -> frozenset[str]:
    """The parts of the word of a label that says what it is: "name of the vessel", "ultimate consignee", "owner 2"."""
    found = frozenset[str]()
    for said in _MAIL["of_a_label"].split(label):
        words = [word for word in WORD.findall(folded(said)) if not word.isdigit()]
        ends = (parts_of(word) & sets.LABELS for word in (" ".join(words), *words[-1:], *words[:1]))
        found |= next(filter(None, ends), frozenset())
    return found


def asks(text: str) -> bool:
    """Whether words that ask stand in a text."""
    return any(lexicon().parts(folded(word)) & sets.OF_SENTENCES for word in WORD.findall(text))


def with_words(texts: Iterable[str]) -> list[str]:
    """Those texts in which a word stands."""
    return [text for text in texts if re.search(r"\w", text)]


def whole_persons(lines: list[str]) -> list[str]:
    """Lines, a person whose names stand in fields of their own as one: "Surname: Skoch", "Given name: Varvara", "DOB:
    19/05/2002"."""
    fields = [labelled(line) for line in lines]
    parts = [parts_of(label) & {"surname", "given", "born"} for label, _ in fields]
    if not any(parts):
        return lines
    said = [value.strip() for _, value in fields]
    found, at = list[str](), 0
    while at < len(lines):
        end = next((i for i in range(at, len(lines)) if not parts[i] & {"surname", "given"}), len(lines))
        names = [said[i] for part in ("given", "surname") for i in range(at, end) if part in parts[i]]
        if not {"surname", "given"} <= frozenset().union(*parts[at:end]):
            above, told = labelled(found[-1]) if found and "born" in parts[at] else ("", "")
            if "label" in parts_of(above) and ", born " not in told:  # Client: X, DOB: Y
                found[-1] += ", born " + _MAIL["day_and_month"].sub("", said[at])  # which is which is not told
            else:
                found.append(lines[at])
            at += 1
            continue
        born = next((f", born {said[i]}" for i in range(end, min(end + 2, len(lines))) if "born" in parts[i]), "")
        found.append(f"name: {' '.join(names)}{born}")
        at = end
    return found
