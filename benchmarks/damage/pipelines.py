"""Kinds of damage that a clumsy or a malicious pipeline makes between a publisher and a reader: values rewritten by a
tool. Written down before they were run; docs/guards.md has what slipped in. `rejoined` has joins and filters."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterator

from benchmarks.damage import rejoined
from benchmarks.damage.kinds import Damage, each, of_fields

SHARES = (1.0, 0.15, 0.02)
_QWERTY = str.maketrans("AQZWaqzwMm", "QAWZqawz,;")
_ROMAN = {"I": "1", "II": "2", "III": "3", "IV": "4", "V": "5", "VI": "6", "VII": "7", "IX": "9", "X": "10"}
_FORMS = (
    ("LIMITED LIABILITY COMPANY", "LLC"), ("JOINT STOCK COMPANY", "JSC"), ("LIMITED", "LTD"), ("LTD.", "LIMITED"),
    ("CO.", "COMPANY"), ("COMPANY", "CO"), ("INC.", "INCORPORATED"), ("CORPORATION", "CORP"), ("OOO", "LLC"),
)  # fmt: skip
_GIVEN = re.compile(r"\bM(?:O|U|OU)H?A(?:M|MM)[AEI]D\b|\bA(?:H|KH)MAD\b", re.IGNORECASE)
_NICK = {"VLADIMIR": "VOVA", "ALEKSANDR": "SASHA", "SERGEI": "SEREZHA", "DMITRY": "DIMA", "JOSE": "PEPE",
         "FRANCISCO": "PACO", "HASSAN": "HASAN", "HUSSEIN": "HUSAYN", "ALEXANDER": "ALEX"}  # fmt: skip
_ENDINGS = re.compile(r"(?:SKIY|SKY|OVICH|EVICH|OVNA|EVA|OVA|OV|EV|ING|ES|S|I)\b", re.IGNORECASE)
_SOUNDS = str.maketrans("BFPVCGJKQSXZDTLMNR", "111122222222334556", "AEIOUYHW")
_MONTHS = {"Jan": "janv.", "Feb": "févr.", "May": "mai", "Jun": "juin", "Aug": "août", "Dec": "déc."}


def of_seven_bits(text: str, _: random.Random) -> str:
    """A mail gateway that drops the highest bit of each byte."""
    return "".join(chr(code & 0x7F) for code in text.encode()) if not text.isascii() else text


def question_marks_for_letters(text: str, _: random.Random) -> str:
    """A table of single bytes that lacks letters: each of them a question mark, and curly quotes too."""
    return text.encode("latin-1", "replace").decode("latin-1")


def by_sound(text: str, _: random.Random) -> str:
    """A code of how it sounds, meant for a column beside it."""
    return " ".join(
        (word[:1] + word[1:].translate(_SOUNDS) + "000")[:4] for word in re.findall(r"[A-Z]+", text.upper())
    )


def stemmed(text: str, _: random.Random) -> str:
    """Without endings, as a search engine keeps words."""
    return _ENDINGS.sub("", text)


def with_roman_numbers_counted(text: str, _: random.Random) -> str:
    return re.sub(r"\b[IVX]+\b", lambda word: _ROMAN.get(word[0], word[0]), text)


def of_the_other_calendar(text: str, _: random.Random) -> str:
    """Four years and a day later: the days of a spreadsheet counted from 1904."""
    return re.sub(r"\b(?:19|20)\d\d\b", lambda year: str(int(year[0]) + 4), text)


def as_a_float(text: str, _: random.Random) -> str:
    return f"{int(text):d}.0" if text.isdigit() else text


def by_another_keyboard(text: str, _: random.Random) -> str:
    return text.translate(_QWERTY)


def one_letter_on(text: str, _: random.Random) -> str:
    """B for A, C for B: somebody hides names."""
    return re.sub(r"[A-Ya-y]", lambda letter: chr(ord(letter[0]) + 1), text)


def with_accents(text: str, dice: random.Random) -> str:
    """An accent on a vowel that had none."""
    vowels = [at for at, letter in enumerate(text) if letter in "aeiouAEIOU"]
    at = dice.choice(vowels) if vowels else 0
    return unicodedata.normalize("NFC", f"{text[: at + 1]}\u0301{text[at + 1 :]}")


def without_its_last_word(text: str, _: random.Random) -> str:
    return text.rsplit(" ", 1)[0]


def one_spelling_of_given_names(text: str, _: random.Random) -> str:
    nicks = re.sub(r"[A-Z]+", lambda word: _NICK.get(word[0].upper(), word[0]), text, flags=re.IGNORECASE)
    return _GIVEN.sub("MUHAMMAD", nicks)


def legal_forms_put_otherwise(text: str, _: random.Random) -> str:
    for old, new in _FORMS:
        if old in text.upper():
            at = text.upper().index(old)
            return text[:at] + new + text[at + len(old) :]
    return text


def by_its_first_letters(text: str, _: random.Random) -> str:
    """A code of two letters for a country, made by cutting."""
    return text[:2].upper()


def parts_turned(text: str, _: random.Random) -> str:
    """The parts between commas, the last one first."""
    return ", ".join(reversed([part.strip() for part in text.split(",")]))


def after_the_comma(text: str, _: random.Random) -> str:
    return text.partition(",")[2].strip() or text


def without_brackets(text: str, _: random.Random) -> str:
    return re.sub(r"\s*[(\[].*?[)\]]", "", text) or text


def with_a_word_before(text: str, _: random.Random) -> str:
    return f"FORMER {text}"


def months_in_french(text: str, _: random.Random) -> str:
    for month, other in _MONTHS.items():
        text = text.replace(month, other)
    return text


def clamped_to_the_epoch(text: str, _: random.Random) -> str:
    """No day before a computer's first one."""
    return re.sub(r"\b19[0-6]\d\b", "1970", text)


def no_more_than_two_words(text: str, _: random.Random) -> str:
    return " ".join(text.split(" ")[:2])


def letters_as_digits(text: str, _: random.Random) -> str:
    """O and I read as digits wherever they stand."""
    return text.replace("O", "0").replace("I", "1")


def without_letters_before(text: str, _: random.Random) -> str:
    """A number of which only the digits are kept."""
    return re.sub(r"\D", "", text) or text


def middle_gone(text: str, _: random.Random) -> str:
    """Shortened for a narrow column."""
    return f"{text[:6]}...{text[-4:]}" if len(text) > 13 else text


OF_ONE = (
    (of_seven_bits, ("name", "alias", "street")),
    (question_marks_for_letters, ("name", "alias")),
    (by_sound, ("name", "alias")),
    (stemmed, ("name", "alias")),
    (with_roman_numbers_counted, ("name", "program")),
    (of_the_other_calendar, ("birth",)),
    (as_a_float, ("number",)),
    (by_another_keyboard, ("name", "alias")),
    (one_letter_on, ("name", "number")),
    (with_accents, ("name", "alias")),
    (without_its_last_word, ("name", "alias", "street", "title")),
    (one_spelling_of_given_names, ("name", "alias")),
    (legal_forms_put_otherwise, ("name", "alias")),
    (by_its_first_letters, ("country", "nationality")),
    (parts_turned, ("street", "title", "name")),
    (after_the_comma, ("name", "street")),
    (without_brackets, ("name", "remarks", "street")),
    (with_a_word_before, ("name", "title")),
    (months_in_french, ("birth",)),
    (clamped_to_the_epoch, ("birth",)),
    (no_more_than_two_words, ("name", "alias", "street")),
    (letters_as_digits, ("name", "number")),
    (without_letters_before, ("number",)),
    (middle_gone, ("name", "alias", "number")),
)


def damages(fields: tuple[str, ...], roles: tuple[str, ...]) -> Iterator[Damage]:
    """Every damage of these kinds, and of joins and filters, to a document with these fields and files."""
    yield from of_fields(OF_ONE, each, fields, SHARES)
    yield from rejoined.damages(fields, roles)
