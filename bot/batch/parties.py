"""A row of a table -> what is asked of screening, or why nothing can be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

import yaml

from bot.batch.asides import Aside
from bot.batch.cells import Cell, Row, as_identifier, is_garbled, text_of
from bot.batch.columns import Layout
from bot.batch.heads import IDENTIFIERS, NAME_PARTS, NAMING, Role, head_words
from bot.errors import BadInput
from bot.sanctions.countries import country_key
from bot.sanctions.party import Schema
from bot.screening.query import Query
from bot.screening.words.birth_dates import read_birth_date

LONGEST_NAME = 400  # characters; what is longer is no name but a text, or several rows run together
_ERRORS = re.compile(
    r"#(?:N/A|NV|REF!|BEZUG!|NAME\?|VALUE!|WERT!|DIV/0!|NULL!|NUM!|ZAHL!|Н/Д|ССЫЛКА!|ЗНАЧ!|ИМЯ\?|¡REF!)"
)
_ROUNDED = re.compile(r"\d(?:[.,]\d+)?E\+\d+", re.IGNORECASE)  # 7.70611E+09: a spreadsheet took digits away
_OF_DIGITS = frozenset((Role.IMO, Role.MMSI, Role.INN, Role.OGRN))
_WITHOUT_ZERO = (9, 11)  # digits of an INN of ten or twelve that begins with a zero
_SERIAL = re.compile(r"[1-4]\d{4}(?:\.0+)?")  # of the years 1927 to 2036, as days
_DAY_NOUGHT = date(1899, 12, 30)
_NONE = frozenset({"", "-", "--", "n/a", "na", "none", "null", "nil", "0", "нет", "нема", "keine", "aucun", "ninguno"})
_SEVERAL = re.compile(  # signs and words between two names of one party in a cell
    r"\s*(?:[\r\n;|]+|\s/\s|\b(?:[afdn]\.?[kb]\.?a\.?|t/a|formerly(?: known as)?|also known as)\s)\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Party:
    """What one row asks. No `names` and no `fault`: the row is blank. `fault`: why it cannot be screened; `doubt`: why
    it is probably no party; `notes`: what of it was not used, or how it was read. Several `names` are those of one
    party: a cell may hold two."""

    names: tuple[str, ...] = ()
    schema: Schema | None = None
    birth_date: str = ""
    country: str = ""
    identifiers: Mapping[str, str] | None = None
    fault: str = ""
    doubt: str = ""
    notes: tuple[str, ...] = ()

    @property
    def is_blank(self) -> bool:
        return not self.names and not self.identifiers and not self.fault

    def queries(self) -> list[Query]:
        """One query for each name; by identifiers alone where there is no name."""
        return [
            Query(name, self.schema, self.birth_date, self.country, self.identifiers or {})
            for name in (self.names or ("",))
        ]


def party_of(row: Row, layout: Layout) -> Party:
    """The party of a row. Never raises: what cannot be used is said in `fault` and `notes`."""
    texts = {role: text_of(row[at]) if at < len(row) else "" for role, at in layout.roles.items()}
    name = _name(texts)
    aside = row if isinstance(row, Aside) else None
    if aside and aside.is_sure:
        return Party(fault=aside.why)
    fault = _fault(name, row, layout) or _formula_fault(row, layout)
    if fault:
        return Party(fault=fault)
    notes: list[str] = []
    return Party(
        names=_names(name),
        identifiers=_identifiers(texts, notes),
        birth_date=_birth_date(texts.get(Role.BIRTH_DATE, ""), notes),
        country=_country(texts.get(Role.COUNTRY, ""), notes),
        schema=_schema(texts.get(Role.TYPE, "")),
        doubt=aside.why if aside else "",
        notes=tuple(notes),
    )


def name_of(row: Row, layout: Layout) -> str:
    """The name of a row, as it stands there."""
    return _name({role: text_of(row[at]) for role, at in layout.roles.items() if at < len(row)})


def _name(texts: Mapping[Role, str]) -> str:
    if Role.NAME in texts:
        return texts[Role.NAME]
    return " ".join(filter(None, (texts.get(role, "") for role in NAME_PARTS)))


def _fault(name: str, row: Row, layout: Layout) -> str:
    if any(text_of(cell) for cell in row[layout.width :]):
        return "The row has more cells than the table has columns: the name may be cut by a sign that parts cells."
    if is_garbled(name):
        return "Letters of the name were lost before the file was saved."
    if _ERRORS.match(name):
        return "The cell of the name holds an error of the spreadsheet."
    if len(name) > LONGEST_NAME:
        return f"The cell of the name holds more than {LONGEST_NAME} characters: that is no name."
    return ""


def _formula_fault(row: Row, layout: Layout) -> str:
    """What a formula comes to may be of another day than the file, or was never computed."""
    cells = [row[at] for role, at in layout.roles.items() if role in NAMING and at < len(row)]
    if any(isinstance(cell, Cell) and cell.formula for cell in cells):
        return "The name is a formula: paste it as a value."
    return ""


def _names(name: str) -> tuple[str, ...]:
    """The name as it stands, and where a cell holds several, each of them too."""
    if not name:
        return ()
    parts = [part.strip(" ()[],") for part in _SEVERAL.split(name)]
    several = tuple(dict.fromkeys(part for part in parts if len(part) > 2))
    return (name, *several) if len(several) > 1 else (name,)


def _identifiers(texts: Mapping[Role, str], notes: list[str]) -> dict[str, str]:
    found = {}
    for role in IDENTIFIERS:
        value = texts.get(role, "")
        if value.casefold() in _NONE:
            continue
        if _ROUNDED.fullmatch(value):
            notes.append(f"{role.upper()} {value} was rounded by a spreadsheet and not used.")
        else:
            found[role.value] = _digits(role, value, notes)
    return found


def _digits(role: Role, value: str, notes: list[str]) -> str:
    """The identifier without what a spreadsheet made of it: a decimal point, groups of thousands, a lost zero."""
    if role not in _OF_DIGITS:
        return value
    digits = as_identifier(value.partition("/")[0])  # ИНН/КПП in one cell
    if role is Role.INN and len(digits) in _WITHOUT_ZERO and digits.isdecimal():
        notes.append(f"INN {digits} was read as 0{digits}: spreadsheets drop a zero at its head.")
        return f"0{digits}"
    return digits


def _birth_date(text: str, notes: list[str]) -> str:
    if _SERIAL.fullmatch(text):
        day = (_DAY_NOUGHT + timedelta(days=int(float(text)))).isoformat()
        notes.append(f"The birth date {text} was read as a spreadsheet's number of a day: {day}.")
        return day
    try:
        return read_birth_date(text)
    except BadInput:
        notes.append(f"The birth date “{text[:40]}” cannot be read and was not used.")
        return ""


def _country(text: str, notes: list[str]) -> str:
    if text.casefold() in _NONE:
        return ""
    if len(country_key(text)) != 2:
        notes.append(f"The country “{text[:40]}” is not known and was not used.")
        return ""
    return text


def _schema(text: str) -> Schema | None:
    return _types().get(head_words(text)) if text else None


@cache
def _types() -> dict[tuple[str, ...], Schema]:
    held = yaml.safe_load(files(__package__).joinpath("types.yml").read_text(encoding="utf-8"))
    own = {head_words(schema): schema for schema in Schema}
    return own | {
        head_words(word): Schema(schema) for schema, words in held.items() for word in words.split(";") if word.strip()
    }
