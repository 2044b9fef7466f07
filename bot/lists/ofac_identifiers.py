"""Identifiers in OFAC's remarks: `Tax ID No. 7706107510 (Russia)`, `Passport A764712 (Kenya) expires 27 Mar 2013`."""

from __future__ import annotations

import re

from bot.sanctions.entity import Identifier

# `passport` and `tax_id` are kept to what OFAC itself calls so; the many national tax numbers and special
# passports are `other` under OFAC's own word, so that counts agree with the publisher's.
_LABELS: tuple[tuple[str, str], ...] = (
    (r"Vessel Registration Identification", "imo"),
    (r"Company Number(?= +IMO)|Identification Number(?= +IMO)", "imo"),
    (r"SWIFT/BIC", "bic"),
    (r"MMSI", "mmsi"),
    (r"Passport", "passport"),
    (r"Tax ID No\.|Tax ID", "tax_id"),
    (r"Registration Number|Registration ID", "registration"),
    (r"Legal Entity Number", "lei"),
    (r"ISIN", "isin"),
    (r"Equity Ticker", "ticker"),
    (r"Website", "website"),
    (r"Email Address|Email|E-mail", "email"),
    (r"(?:Alt\. )?(?:Phone Number|Phone No\.|Telephone No\.|Telephone|Phone|PHONE|Fax No\.|Fax|FAX)", "phone"),
    (r"Aircraft Tail Number|Aircraft Manufacturer's Serial Number \(MSN\)", "aircraft"),
    (r"Aircraft Construction Number \(also called L/N or S/N or F/N\)|Aircraft Mode S Transponder Code", "aircraft"),
    (r"(?:Other )?Vessel Call Sign", "call_sign"),
    (
        r"National ID No\.|National ID|Identification Number|Cedula No\.|Cedula|National Foreign ID Number|C\.U\.R\.P\.|"
        r"D\.N\.I\.|SSN|Electoral Registry No\.|Credencial electoral|I\.F\.E\.|C\.U\.I\.|C\.U\.I\.P\.|Birth Certificate Number|"
        r"Numero de Identidad|Residency Number|Personal ID Card|Citizen's Card Number|Turkish Identification Number|"
        r"Cartilla de Servicio Militar Nacional|LE Number|Tazkira National ID Card|Refugee ID Card|"
        r"(?:Kenyan|Bosnian Personal|Moroccan Personal) ID No\.",
        "national_id",
    ),
    (
        r"(?:UK )?Company Number|Company ID|Business Registration Number|Business Registration Document|Commercial Registry Number|"
        r"Chamber of Commerce Number|Dubai Chamber of Commerce Membership No\.|Istanbul Chamber of Comm\. No\.|"
        r"Central Registration System Number|Public Registration Number|C\.R\. No\.|Romanian C\.R\.|Trade License No\.|"
        r"Certificate of Incorporation Number|Enterprise Number|Business Number|Branch Unit Number|Folio Mercantil No\.|"
        r"Matricula Mercantil No\.?|Economic Register Number \(CBLS\)|Unified Social Credit Code \(USCC\)|"
        r"United Social Credit Code Certificate \(USCCC\)|Organization Code|Registered Charity No\.",
        "registration",
    ),
    (
        r"Diplomatic Passport|Stateless Person Passport|Service Passport|Travel Document Number|Government Gazette Number|"
        r"BIK \(RU\)|D-U-N-S Number|R\.F\.C\.|RFC|NIT|RUC|RIF|RTN|V\.A\.T\. Number|C\.U\.I\.T\.|C\.I\.F\.|US FEIN|"
        r"Italian Fiscal Code|(?:Paraguayan )?[Tt]ax identification number|Fiscal Code|Driver's License No\.|License|"
        r"VisaNumberID|File Number|Permit Number|SRE Permit No\.|Serial No\.|Immigration No\.|Chinese Commercial Code|"
        r"Afghan Money Service Provider License Number|Numero Unico de Identificacao Tributaria \(NUIT\)",
        "other",
    ),
)
_LABELLED = tuple(
    (re.compile(rf"^(?P<label>{labels})(?P<value>(?:[ :#]| No\.).*)?$", re.S), of) for labels, of in _LABELS
)
_GLUED = re.compile(r"^(?P<label>Website|Email|Tax ID No\.|Passport)(?P<value>\S.*)$", re.S)  # "Email:adelb@..."
_WALLET = re.compile(r"^Digital Currency Address - (?P<label>\S+) (?P<value>.*)$", re.S)
_VALUE = re.compile(
    r"^(?P<value>.+?)(?: +\((?P<country>[^()]+(?:\([^()]*\))?)\))?"
    r"(?P<note>(?: +(?:issued|expires|expired) [^;()]+)*)$",
    re.S,
)
_IMO = re.compile(r"^(?:IMO\b)?\s*(\d{7})$")
_LEI = re.compile(r"^[A-Z0-9]{18}\d\d$")
_PLAIN = ("website", "email", "phone", "ticker")  # whose values may well hold parentheses


def identifier(item: str, vessel: bool) -> Identifier | None:
    """The identifier that an item of the remarks is, or None where it is none.

    `Company Number IMO` is the number of a ship-owning company, another number space than ships'; `Vessel
    Registration Identification IMO` is a ship's, and `Identification Number IMO` that of whoever bears it.
    """
    wallet = _WALLET.match(item)
    if wallet:
        return Identifier("wallet", wallet["value"].strip(), label=wallet["label"])
    for pattern, kind in _LABELLED:
        found = pattern.match(item)
        if found:
            return _made(kind, found["label"], found["value"] or "", vessel)
    glued = _GLUED.match(item)
    if glued:
        return _made(
            glued["label"].split()[0].casefold().replace("tax", "tax_id"), glued["label"], glued["value"], vessel
        )
    return None


def _made(kind: str, label: str, text: str, vessel: bool) -> Identifier | None:
    text = text.strip().removeprefix(":").removeprefix("#").strip()
    if kind in _PLAIN:
        return Identifier(kind, text, label=label)
    parts = _VALUE.match(text)
    if not parts:
        return Identifier(kind, "", label=label) if kind in ("passport", "tax_id", "registration") else None
    value, country, note = parts["value"].strip(), parts["country"] or "", parts["note"].strip()
    if kind == "imo":
        return _imo(label, value, country, note, vessel)
    if kind == "lei" and not _LEI.match(value):
        kind = "registration"
    return Identifier(kind, value, country, label, note)


def _imo(label: str, value: str, country: str, note: str, vessel: bool) -> Identifier:
    number = _IMO.match(value)
    if not number:
        return Identifier("registration", value, country, label, note)
    company = label.startswith("Company") or (label.startswith("Identification") and not vessel)
    return Identifier("imo_company" if company else "imo", number[1], country, label, note)
