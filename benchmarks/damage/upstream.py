"""Sixty kinds of damage that happen between a publisher's database and a reader: exports, spreadsheets, mirrors,
delivery networks, encodings, writers at once, dumps, XSLT, drifting columns and caches. Written down before they were
run, by somebody who had not read the other sets. docs/guards.md has what slipped in."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterator
from functools import partial

from benchmarks.damage.delivered import OF_A_FIELD, OF_ENTRIES, OF_FILES, columns_drifted, of_one_type_limited
from benchmarks.damage.documents import Document
from benchmarks.damage.kinds import Damage, among, each, of_fields

SHARES = (1.0, 0.03)
NAMES = ("name", "alias")
WORDS = (*NAMES, "title", "street", "city", "remarks")
KEYS = ("program", "country", "nationality", "type")
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


# Exports


def column_of_255(text: str, _: random.Random) -> str:
    return text[:255]


def column_of_30(text: str, _: random.Random) -> str:
    return text[:30]


def cut_at_bytes(text: str, _: random.Random) -> str:
    """A driver that counts bytes, and drops a broken last letter."""
    return text.encode()[:32].decode(errors="ignore")


def up_to_the_first_comma(text: str, _: random.Random) -> str:
    """An export that quotes nothing, read by one that takes what it needs."""
    return text.partition(",")[0]


def before_the_bracket(text: str, _: random.Random) -> str:
    """substring-before(., ' (')"""
    return text.partition(" (")[0]


def null_word(_: str, __: random.Random) -> str:
    return "NULL"


def dump_null(_: str, __: random.Random) -> str:
    return "\\N"


def escaped(text: str, _: random.Random) -> str:
    return re.sub(r"(['\"])", r"\\\1", text)


def up_to_a_foreign_letter(text: str, _: random.Random) -> str:
    """utf8 of three bytes, or a column of ASCII: the rest is dropped from the first letter that does not fit."""
    return "".join(text[: next((at for at, sign in enumerate(text) if not sign.isascii()), len(text))]).strip()


def padded(text: str, _: random.Random) -> str:
    """CHAR(60)."""
    return text.ljust(60, "_")


# Spreadsheets


def two_digits_of_year(text: str, _: random.Random) -> str:
    return re.sub(r"\b(19|20)(\d\d)\b", r"\2", text)


def month_first(text: str, _: random.Random) -> str:
    """Days and months of ISO dates and of OFAC's words turned where both can be."""
    text = re.sub(r"\b(\d{4})-(0\d|1[0-2])-(0\d|1[0-2])\b", r"\1-\3-\2", text)
    found = re.match(r"(0\d|1[0-2]) ([A-Z][a-z]{2}) (\d{4})$", text)
    if not found:
        return text
    return f"{_MONTHS.index(found[2]) + 1:02} {_MONTHS[int(found[1]) - 1]} {found[3]}"


def rounded_to_seven(text: str, _: random.Random) -> str:
    """A float of four bytes."""
    return str(round(float(text), -max(0, len(text) - 7))).removesuffix(".0") if text.isdecimal() else text


def with_exponent(text: str, _: random.Random) -> str:
    return f"{float(text):.5E}" if text.isdecimal() and len(text) > 9 else text


def no_lookup(_: str, __: random.Random) -> str:
    return "#N/A"


def limited(text: str, _: random.Random) -> str:
    """Find and replace, for uniform legal forms."""
    return re.sub(r"(?i)\b(LTD|LLC|OOO|CO|JSC|PJSC|INC)\b\.?", "COMPANY", text)


def without_articles(text: str, _: random.Random) -> str:
    return re.sub(r"(?i)\b(al|el|abu|bin|ibn|de|the|van|von)[ -]", "", text)


def to_columns(texts: list[str], _: random.Random) -> list[str]:
    """Text to columns at a blank: what was right of it landed in the next cell below."""
    heads = [text.partition(" ") for text in texts]
    return [f"{head} {heads[at - 1][2]}".strip() if at else head for at, (head, _, _) in enumerate(heads)]


def filled_down(texts: list[str], _: random.Random) -> list[str]:
    """The fill handle dragged over the next three cells."""
    return [texts[at - at % 4] for at in range(len(texts))]


def counted_up(texts: list[str], _: random.Random) -> list[str]:
    """The fill handle, which counts on."""
    return [_more(texts[at - at % 4], at % 4) for at in range(len(texts))]


def _more(text: str, many: int) -> str:
    return re.sub(r"\d+(?=\D*$)", lambda found: str(int(found[0]) + many), text)


def one_column_sorted(texts: list[str], _: random.Random) -> list[str]:
    return sorted(texts)


def moved_up(texts: list[str], _: random.Random) -> list[str]:
    """Delete cell, shift up."""
    return [*texts[1:], texts[-1]]


# Networks, filters and encodings


def without_markup(text: str, _: random.Random) -> str:
    return re.sub(r"<[^>]*>|&\w*;?", "", text)


def no_sql(text: str, _: random.Random) -> str:
    """A firewall that takes out words it knows."""
    return re.sub(r"(?i)\b(union|select|drop|order|group|table|from|or|and|or)\b ?", "", text)


def protected(text: str, _: random.Random) -> str:
    return re.sub(r"\S+@\S+", "[email protected]", text)


def squeezed(text: str, _: random.Random) -> str:
    """A minifier."""
    return re.sub(r"\s*([,;:()/-])\s*", r"\1", text)


def soft_breaks(text: str, _: random.Random) -> str:
    """Quoted-printable, its soft line breaks read as text."""
    return "= ".join(text[at : at + 20] for at in range(0, len(text), 20))


def question_marks(text: str, _: random.Random) -> str:
    return text.encode("ascii", "replace").decode()


def ascii_ignored(text: str, _: random.Random) -> str:
    return text.encode("ascii", "ignore").decode()


def as_cp1251(text: str, _: random.Random) -> str:
    return text.encode().decode("cp1251", "ignore")


def decomposed_and_cut(text: str, _: random.Random) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))


def from_right_to_left(text: str, _: random.Random) -> str:
    return " ".join(reversed(text.split(" ")))


def without_j(text: str, _: random.Random) -> str:
    """translate() with a letter missing."""
    return text.translate({ord("J"): None, ord("j"): None})


def entities_named(text: str, _: random.Random) -> str:
    return re.sub(r"['\"&]", lambda found: {"'": "&#39;", '"': "&quot;", "&": "&amp;"}[found[0]], text)


def homoglyphs(text: str, _: random.Random) -> str:
    return text.translate(str.maketrans("ACEOPXaceopx", "АСЕОРХасеорх"))


# Codes


def next_code(texts: list[str], _: random.Random) -> list[str]:
    """An enumeration that gained a member in front."""
    codes = sorted({*texts})
    return [codes[(codes.index(text) + 1) % len(codes)] for text in texts]


def first_code(texts: list[str], _: random.Random) -> list[str]:
    """A missing code is the first one."""
    return [min(texts, default="")] * len(texts)


def a_like_country(text: str, _: random.Random) -> str:
    likes = {
        "Iran": "Iraq",
        "Niger": "Nigeria",
        "Korea, North": "Korea, South",
        "Austria": "Australia",
        "Congo": "Gabon",
    }
    likes |= {"Russia": "Belarus", "Slovakia": "Slovenia", "Libya": "Lebanon", "Mali": "Malta", "Iraq": "Iran"}
    return likes.get(text, text)


def a_day_before(text: str, _: random.Random) -> str:
    """Midnight in a zone west of the publisher's."""
    return re.sub(r"\b(0[2-9]|[12]\d|3[01])\b(?=( [A-Z]|$|T))", lambda found: f"{int(found[0]) - 1:02}", text)


ONE_BY_ONE = (
    (column_of_255, ("remarks", "title")), (column_of_30, (*NAMES, "street", "title")), (cut_at_bytes, NAMES),
    (up_to_the_first_comma, ("name", "street", "title")), (before_the_bracket, ("remarks", "program", "alias")),
    (null_word, ("title", "birth", "street")), (dump_null, ("number", "country", "alias")), (escaped, WORDS),
    (up_to_a_foreign_letter, WORDS), (padded, ("name", "program")), (two_digits_of_year, ("birth", "remarks")),
    (month_first, ("birth",)), (rounded_to_seven, ("number",)), (with_exponent, ("number",)),
    (no_lookup, ("program", "nationality", "number")), (limited, (*NAMES, "street")), (without_articles, NAMES),
    (without_markup, WORDS), (no_sql, (*NAMES, "remarks")), (protected, ("remarks", "number")), (squeezed, WORDS),
    (soft_breaks, ("alias", "street", "remarks")), (question_marks, WORDS), (ascii_ignored, (*NAMES, "street")),
    (as_cp1251, ("alias", "remarks")), (decomposed_and_cut, (*NAMES, "city", "street")),
    (from_right_to_left, NAMES), (without_j, WORDS), (entities_named, (*NAMES, "remarks")), (homoglyphs, NAMES),
    (a_like_country, ("country", "nationality")), (a_day_before, ("birth",)),
)  # fmt: skip
AMONG = (
    (to_columns, NAMES), (filled_down, ("birth", "number", "program", "street")), (counted_up, ("number", "birth")),
    (one_column_sorted, ("name", "number", "birth", "country")), (moved_up, ("alias", "title", "number")),
    (next_code, KEYS), (first_code, KEYS),
)  # fmt: skip


def damages(fields: tuple[str, ...], roles: tuple[str, ...]) -> Iterator[Damage]:
    yield from of_fields(ONE_BY_ONE, each, fields, SHARES)
    yield from of_fields(AMONG, among, fields, SHARES)
    yield from of_fields(AMONG, partial(among, block=True), fields, (0.02,))
    for whole in OF_ENTRIES:
        if whole is not of_one_type_limited or {"type", "program"} & {*fields}:
            yield Damage(whole.__name__, whole)
    for change in OF_A_FIELD:
        for field in ("alias", "number", "street", "birth", "title", "nationality", "program"):
            if field in fields:
                yield Damage(f"{change.__name__}: {field}", partial(change, field))
    for one, other in (("name", "alias"), ("street", "city"), ("title", "program"), ("street", "country")):
        if one in fields and other in fields:
            yield Damage(f"columns_drifted: {one} and {other}", partial(columns_drifted, one, other))
    for of_files in OF_FILES:
        yield Damage(of_files.__name__, _nothing, of_files)


def _nothing(_: Document, __: random.Random) -> None: ...
