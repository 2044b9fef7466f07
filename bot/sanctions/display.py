"""Published names as a person reads them. For headlines only: evidence always quotes the name as published."""

from __future__ import annotations

import re

from bot.sanctions.party import Schema

# Legal forms as OFAC writes them, longest first, and the short form that a reader knows.
LEGAL_FORMS = (
    ("OTKRYTOE AKTSIONERNOE OBSHCHESTVO", "OJSC"),
    ("PUBLICHNOE AKTSIONERNOE OBSHCHESTVO", "PJSC"),
    ("ZAKRYTOE AKTSIONERNOE OBSHCHESTVO", "CJSC"),
    ("AKTSIONERNOE OBSHCHESTVO", "JSC"),
    ("OBSHCHESTVO S OGRANICHENNOI OTVETSTVENNOSTYU", "LLC"),
    ("LIMITED LIABILITY COMPANY", "LLC"),
    ("OPEN JOINT-STOCK COMPANY", "OJSC"),
    ("OPEN JOINT STOCK COMPANY", "OJSC"),
    ("PUBLIC JOINT STOCK COMPANY", "PJSC"),
    ("PUBLIC JOINT-STOCK COMPANY", "PJSC"),
    ("CLOSED JOINT STOCK COMPANY", "CJSC"),
    ("JOINT STOCK COMPANY", "JSC"),
    ("JOINT-STOCK COMPANY", "JSC"),
    ("OJSC", "OJSC"),
    ("PJSC", "PJSC"),
    ("CJSC", "CJSC"),
    ("JSC", "JSC"),
    ("OAO", "OAO"),
    ("PAO", "PAO"),
    ("ZAO", "ZAO"),
    ("OOO", "OOO"),
    ("LLC", "LLC"),
)
_IN_FRONT = [(len(words), re.compile(rf"{words}\b", re.IGNORECASE), short) for words, short in LEGAL_FORMS]
_BEHIND = [re.compile(rf"[ ,]{words}\.?$", re.IGNORECASE) for words, _ in LEGAL_FORMS]
_ANY_FORM = re.compile(rf"\b(?:{'|'.join(words for words, _ in LEGAL_FORMS)})\b", re.IGNORECASE)
SMALL = {"of", "the", "and", "for", "in", "on", "de", "del", "la", "al", "van", "von", "der", "el", "y"}
SHORT_WORDS = {
    *("the", "oil", "gas", "air", "sea", "new", "bay", "sky", "sun", "one", "red"),
    *("ltd", "inc", "co", "limited"),
}
KIND_WORDS = {
    Schema.PERSON: "person",
    Schema.VESSEL: "vessel",
    Schema.AIRPLANE: "aircraft",
    Schema.CRYPTO_WALLET: "wallet",
}


def readable(name: str, schema: Schema) -> str:
    """`DERIPASKA, Oleg Vladimirovich` -> `Oleg Vladimirovich Deripaska`; ships and firms lose only their capitals."""
    if schema is Schema.PERSON:
        surname, comma, given = name.partition(", ")
        return f"{given} {surname.title()}" if comma and given else capitals(name)
    bare, _ = split_form(name)
    return capitals(bare)


def split_form(name: str) -> tuple[str, str]:
    """A company's name without its legal form, and the short word for the form, or ""."""
    rest, short = parted(name)
    return (rest, short) if len(rest) > 2 else (name, "")


def parted(name: str) -> tuple[str, str]:
    """The same where nothing but a form may stand: then the name is ""."""
    if not _ANY_FORM.search(name):  # most have none, and thousands are drawn at once
        return name, ""
    for (length, in_front, short), behind in zip(_IN_FRONT, _BEHIND, strict=True):
        if in_front.match(name):
            return name[length:].strip(" ,"), short
        if behind.search(name):
            return name[: -length - 1].strip(" ,."), short
    return name, ""


def capitals(name: str) -> str:
    """An all-capital name with only its initials capital; words without a vowel, or of 2 or 3 letters, stay (VTB)."""
    if name.upper() != name:
        return name
    return re.sub(r"[^\W\d_]+(?:'[^\W\d_]+)?", _word, name)


def _word(found: re.Match[str]) -> str:
    word = found.group()
    if word.lower() in SMALL and found.start() > 0:
        return word.lower()
    if word.lower() in SHORT_WORDS:
        return word.capitalize()
    stays = len(word) <= 3 or not re.search(r"[AEIOUYÁÉÍÓÚÀÈÄÖÜ]", word)
    return word if stays else word[0] + word[1:].lower()
