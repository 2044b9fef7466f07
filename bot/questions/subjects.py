"""The parties in a question: where one ends and the next begins, and what is said of each beside its name."""

from __future__ import annotations

import re

from bot.questions.countries import country_of, is_country, tells_a_country
from bot.questions.dates import read_day
from bot.questions.party_words import (
    FIRMS_WITH_AND,
    GENERIC,
    GIVEN_NAMES,
    LEGAL_FORMS,
    SURELY_TWO,
)
from bot.questions.question import Subject
from bot.questions.sheet import ANY_MARK, Sheet, Sort
from bot.sanctions.party import Schema

MOST = 50  # subjects read from one question

_LINE = re.compile(r"\s*(?:\n|;|\u2022)\s*(?:(?:[-*]|\(?\d{1,2}[.)])\s+)?")
_FIRST_BULLET = re.compile(r"^(?:[-*]|\(?\d{1,2}[.)])\s+")
_LABEL = re.compile(r"^(?:names?|party|parties|subject|counterparty|customer|client|vendor)\s*[:=]\s*", re.IGNORECASE)
_COMMA = re.compile(r"\s*,\s*(?:(?:and|or|и|или|as well as)\s+)?", re.IGNORECASE)
_AND = re.compile(r"\s+(?:and|or|nor|и|или|ни|as well as|and also|plus)\s+(?:(?:is|are|also)\s+)?", re.IGNORECASE)
_VERSUS = re.compile(r"\s+(?:vs\.?|versus)\s+|\s+/\s+", re.IGNORECASE)
_SEVERAL = re.compile(
    r"(?:neither|either|both|any of|all of|one of|which of|ни|оба|обе)\s+(?=.*(?:\b(?-i:nor|or|and|ни|и|или)\b|"
    r",))",
    re.I,
)
_EDGES = ' \t\n,;:!?"-*&'
_KIN = re.compile(
    r"(?:,? (?:and|with|incl\.?|including)| и) (?:all )?(?:its|his|her|their|any|его|её|их)(?: [\w-]+){0,2} "
    r"(?:subsidiaries|affiliates?|companies|family|owners?|directors|entities|yachts?|assets|дочерни\w+(?: "
    r"компании)?)$",
    re.IGNORECASE,
)
_CRAFT = (
    r"vessel|ship|tanker|oil tanker|yacht|superyacht|mega-?yacht|boat|cargo ship|bulk carrier|m/?v|"
    r"m/?t|motor vessel|судно|танкер|яхта"
)
_PLANE = r"aircraft|airplane|plane|jet|private jet|helicopter|самол[её]т"
_BODY = r"company|firm|business|bank|entity|organi[sz]ation|компания|фирма"
_HUMAN = r"person|individual|businessman|oligarch|mr\.?|mrs\.?|ms\.?|г-н|господин|oligarchs?"
_TYPES: tuple[tuple[str, Schema | None], ...] = (
    (_CRAFT, Schema.VESSEL),
    (_PLANE, Schema.AIRPLANE),
    (_BODY, Schema.ORGANIZATION),
    (_HUMAN, Schema.PERSON),
    (r"(?:crypto |bitcoin |eth )?(?:wallet|address)", Schema.CRYPTO_WALLET),
)
_OWNERS = re.compile(rf"^.+?(?:'s|s') (?P<what>(?:{_CRAFT}|{_PLANE}|{_BODY})) (?=\S)")
_POSSESSIVE = re.compile(r"(?:'s(?: (?:listing|entry|status|designation|sanctions|name))?|(?<=s)')$", re.IGNORECASE)
_BORN = re.compile(
    r"[ ,;]*\(?(?:(?:who was |was |is )?born(?: on| in)?|d\.?o\.?b\.?|date of birth|birth ?date|year of birth|yob|b\.|"
    r"род(?:ился|илась|\.)?(?: в)?|дата рождения|г\. ?р\.)[ :=]*(?P<day>[\w ,./-]*?\b(?:19|20)\d\d\b(?:-\d\d?-\d\d?)?)"
    r"(?:\s*г(?:\.|ода|оду)?)?\)?"
    r"|[ ,]*\(?\b(?P<year>(?:\d\d?\.\d\d?\.)?(?:19|20)\d\d)\s*г\.?\s?р\.?\)?",
    re.IGNORECASE,
)
# type -> how people say it and what the number looks like
_NUMBERS: tuple[tuple[str, str], ...] = (
    ("imo", r"imo(?: (?:number|no\.?|#))?[ :#-]*(?P<v>\d{7})"),
    ("mmsi", r"mmsi(?: (?:number|no\.?))?[ :#-]*(?P<v>\d{9})"),
    ("tax_id", r"(?:inn|инн|tax id(?: no\.?)?|tin)[ :#-]*(?P<v>\d{8,12})|(?P<w>\d{10}|\d{12}) \(?(?:inn|инн)\b\)?"),
    ("registration", r"(?:ogrn(?:ip)?|огрн(?:ип)?|reg(?:istration)?(?: (?:number|no\.?)))[ :#-]*(?P<v>[\d-]{5,15})"),
    ("lei", r"lei(?: code)?[ :#-]*(?P<v>[a-z0-9]{18}\d\d)"),
    ("bic", r"(?:bic|swift(?:/bic| code)?)[ :#-]*(?P<v>[a-z]{6}[a-z0-9]{2}(?:[a-z0-9]{3})?)"),
    ("passport", r"(?:passport|паспорт)(?: (?:number|no\.?|№))?[ :#-]*(?P<v>(?=[a-z]*\d)[a-z0-9]{5,12})"),
    (
        "wallet",
        r"(?:(?:btc|bitcoin|eth|xbt|crypto|trx|usdt)? ?(?:wallet|address))[ :#-]*(?P<v>(?=\w*\d)[a-z0-9]{25,64})",
    ),
)
_BARE_NUMBERS: tuple[tuple[str, str], ...] = (
    ("imo", r"\d{7}"),
    ("mmsi", r"\d{9}"),
    ("tax_id", r"\d{10}|\d{12}"),
    ("registration", r"\d{13}|\d{15}"),
    ("lei", r"(?=[A-Z0-9]*\d)[A-Z0-9]{18}\d\d"),
    ("wallet", r"0x[0-9a-fA-F]{40}|(?:bc1|[13])[a-zA-HJ-NP-Z0-9]{25,59}|T[1-9A-HJ-NP-Za-km-z]{33}"),
    ("bic", r"[A-Z]{4}(?:RU|BY|IR|SY|CU|KP|UA|VE|CH|DE|GB|US|AE|TR|CN|HK|CY|LU|AT|KZ|AM)[A-Z0-9]{2}(?:[A-Z0-9]{3})?"),
)
_NUMBER_MARKS = tuple(
    (kind, re.compile(rf"(?<![\w-])(?:with )?(?:{p})(?![\w-])", re.IGNORECASE)) for kind, p in _NUMBERS
)
_BARE = tuple((kind, re.compile(p)) for kind, p in _BARE_NUMBERS)


def mark_facts(sheet: Sheet) -> None:
    """Mark dates of birth and identifiers that say what they are ("IMO 9253325"): facts of the name before them."""
    sheet.mark_all(Sort.BORN, _BORN, lambda m: read_day(m["year"] or m["day"]))
    for kind, pattern in _NUMBER_MARKS:
        found = [
            (m.start(), m.end(), (kind, number if kind == "wallet" else number.upper()))
            for m in pattern.finditer(sheet.text)
            for number in filter(None, m.groupdict().values())
        ]
        sheet.mark(Sort.NUMBER, found)


def subjects_in(marked: str, sheet: Sheet, plural: bool = False) -> tuple[Subject, ...]:
    """The parties named in a stretch of the marked text, in order. `plural`: the question says that there are
    several ("are A and B ..."), so "and" always parts them."""
    found: list[Subject] = []
    for part in _split(marked.strip(_EDGES), sheet, plural):
        subject = describe(part, sheet)
        if subject and subject not in found:
            found.append(subject)
    return tuple(found[:MOST])


def describe(marked: str, sheet: Sheet) -> Subject | None:
    """One party with what is said of it; None when nothing is left that could be a name."""
    born = next((str(v) for v in sheet.values(Sort.BORN, marked)), "")
    numbers = dict(sheet.values(Sort.NUMBER, marked))
    name = sheet.without(Sort.NUMBER, sheet.without(Sort.BORN, marked))
    # brackets that held only what was taken out
    name = re.sub(r"\(\s*\)", "", name).strip(_EDGES)
    quoted = len(name) == 1 and bool(sheet.values(Sort.QUOTED, name))
    schema: Schema | None = Schema.VESSEL if {"imo", "mmsi"} & numbers.keys() else None
    country = ""
    if not quoted:
        name, said = _without_type(_KIN.sub("", name))
        schema = said or schema
        name, country = country_of(name)
        name = _POSSESSIVE.sub("", name.strip(_EDGES))
    name = sheet.restore(name)
    name = re.sub(r"\s+", " ", name if quoted else name.replace('"', "")).strip()
    name = name if quoted else _trim(name)
    if not re.search(r"\w", name):
        name = _trim(sheet.restore(marked)) if numbers else ""
    if not name:
        return None
    if not numbers:
        numbers = {kind: name for kind, pattern in _BARE if pattern.fullmatch(name)}
    return Subject(name, schema, born, country, numbers)


def _trim(name: str) -> str:
    """Without marks of punctuation around it that are no part of it: a full stop after a form ("S.A.") is."""
    name = name.strip(' \t\n,;:!?"*').lstrip(".-").rstrip("-").strip()
    name = without_stop(name)
    if name.startswith("(") and name.endswith(")") and name.count("(") == 1:
        name = name[1:-1]
    return name


def without_stop(text: str) -> str:
    """Without the full stop of a sentence; that of a form ("Ltd.", "S.A.") stays."""
    return text if re.search(r"\b(?:\w|ltd|co|inc|corp|jr|sr|bros|cia|lda|sh|st)\.$", text, re.I) else text.rstrip(". ")


def _without_type(name: str) -> tuple[str, Schema | None]:
    """ "the vessel Ever Given" is Ever Given, a vessel. Capitals are part of a name ("Bank Rossiya", "MV LADY R")."""
    if match := _OWNERS.match(name):
        name = f"the {match['what']} {name[match.end() :]}"
    for words, schema in _TYPES:
        match = re.match(rf"(?:(?:the|a|an) )?(?:[a-z]+ian |[a-z]+ese )?(?:{words})(?: (?:called|named))? (?=\S)", name)
        if not match and schema is Schema.PERSON:
            match = re.match(r"(?:Mr|Mrs|Ms)\.? (?=\S)", name)
        if match and not (schema is Schema.ORGANIZATION and re.match(r"(?:of|for)\b", name[match.end() :])):
            return name[match.end() :], schema
    return re.sub(r"^the (?=\S)", "", name) if not name.startswith("The ") else name, None


def _split(text: str, sheet: Sheet, plural: bool) -> list[str]:
    text = _LABEL.sub("", _FIRST_BULLET.sub("", text))
    if several := _SEVERAL.match(text):  # "neither A nor B"
        text, plural = text[several.end() :], True
    lines = [line.strip(_EDGES) for line in _LINE.split(text)]
    return [p for line in lines if line for side in _at_versus(line) for p in _at_commas(side, sheet, plural)]


def _at_versus(line: str) -> list[str]:
    """ "A vs B", "A / B": but a stroke in a long name is its own."""
    sides = _VERSUS.split(line)
    return sides if " / " not in line or all(len(side.split()) < 3 for side in sides) else [line]


def _at_commas(text: str, sheet: Sheet, plural: bool) -> list[str]:
    parts = _joined([p for p in _COMMA.split(text) if p.strip(_EDGES)], sheet)
    if len(parts) < 2 or _is_one_name(text, parts, plural):
        return _at_and(text, plural, listed=False)
    return [q for p in parts for q in _at_and(p, plural, listed=p is parts[-1])]


def _joined(parts: list[str], sheet: Sheet) -> list[str]:
    """Put back legal forms ("Acme, Ltd.") and facts ("Ivanov, born 1956") that a comma cut off."""
    out: list[str] = []
    for part in parts:
        bare = ANY_MARK.sub("", part).strip(_EDGES)
        is_fact = not bare and not sheet.values(Sort.QUOTED, part)
        says_where = tells_a_country(bare) or (is_country(bare) and bool(out) and not is_country(out[-1]))
        if out and (is_fact or says_where or _is_form(bare)):
            out[-1] += (" " if is_fact else ", ") + part
        else:
            out.append(part)
    return out


_FORM = re.compile(r"(?:\w\.){1,5}\w?")  # "s.a.c.", "c.a."


def _is_form(part: str) -> bool:
    words = [word.lower() for word in part.strip(_EDGES).split()]
    ends_it = len(words) > 1 and words[0] in (
        "ltd.",
        "ltd",
        "inc.",
        "inc",
        "llc",
        "gup",
        "sociedad",
    )  # "Acme Co., Ltd. Nanchang Branch"
    return bool(words) and (ends_it or all(_FORM.fullmatch(w) or w.replace(".", "") in LEGAL_FORMS for w in words))


def _is_one_name(text: str, parts: list[str], plural: bool) -> bool:
    """Whether commas stand inside one name: "DERIPASKA, Oleg", or a long title ("Institute of Physics, ...")."""
    if plural:
        return False
    first, second = parts[0], parts[1]
    if len(parts) == 2 and not _AND.search(second) and not ANY_MARK.search(second):
        listed = first.isupper() and not second.isupper() and second.lstrip("'")[:1].isupper()
        if listed and len(first.split()) <= 6:
            return True  # as OFAC prints persons
        given = second.split()[0].strip(".").lower() in GIVEN_NAMES and len(first.split()) <= 2
        if given and (len(second.split()) == 1 or first.lower() not in SURELY_TWO):
            return True
    words = [w.strip(".,()").lower() for w in text.split()]
    return ("of" in words or "for" in words or "de" in words) and bool(GENERIC & set(words)) and text.isupper()


def _at_and(text: str, plural: bool, listed: bool) -> list[str]:
    """Part "Rosneft and Lukoil", keep "Marks and Spencer". After commas ("A, B and C") "and" parts as well."""
    if text.lower().strip(_EDGES) in FIRMS_WITH_AND:
        return [text]
    parts = [p for p in _AND.split(text) if p.strip(_EDGES)]
    if len(parts) < 2 or any(_is_form(part) for part in parts[1:]):
        return [text]
    if plural or listed:
        return _keeping_firms(parts)
    return parts if all(_surely_a_party(part) for part in parts) else [text]


def _keeping_firms(parts: list[str]) -> list[str]:
    """ "are Marks and Spencer and Lukoil listed": the firm stays together."""
    out: list[str] = []
    for part in parts:
        if out and f"{out[-1]} and {part}".lower() in FIRMS_WITH_AND:
            out[-1] = f"{out[-1]} and {part}"
        else:
            out.append(part)
    return out


def _surely_a_party(part: str) -> bool:
    """A name that stands by itself: quoted, well known, with its legal form or number, or a person's full name."""
    if ANY_MARK.search(part):
        return True
    words = part.strip(_EDGES).split()
    low = [w.strip(".,").lower() for w in words]
    if " ".join(low) in SURELY_TWO or (low[-1] in LEGAL_FORMS - {"co", "company", "sons"} and len(words) > 1):
        return True
    return len(words) in (2, 3) and low[0] in GIVEN_NAMES and not GENERIC & set(low)
