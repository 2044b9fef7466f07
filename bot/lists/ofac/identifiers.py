"""Identifiers in OFAC's remarks: `Tax ID No. 7706107510 (Russia)`, `Passport A764712 (Kenya) expires 27 Mar 2013`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.sanctions.party import Identifier

# OFAC's words for each type of identifier. `passport` and `tax_id` are kept to what OFAC itself calls so; the many
# national tax numbers and special passports are `other` under OFAC's own word, so that counts agree with OFAC's.
LABELS: Mapping[str, tuple[str, ...]] = {
    "imo": ("Vessel Registration Identification", "Company Number IMO", "Identification Number IMO"),
    "bic": ("SWIFT/BIC",),
    "mmsi": ("MMSI",),
    "passport": ("Passport",),
    "tax_id": ("Tax ID No.", "Tax ID"),
    "registration": (
        *("Registration Number", "Registration ID", "Company Number", "UK Company Number", "Company ID"),
        *("Business Registration Number", "Business Registration Document", "Commercial Registry Number"),
        *("Chamber of Commerce Number", "Dubai Chamber of Commerce Membership No.", "Istanbul Chamber of Comm. No."),
        *("Central Registration System Number", "Public Registration Number", "C.R. No.", "Romanian C.R."),
        *("Trade License No.", "Certificate of Incorporation Number", "Enterprise Number", "Business Number"),
        *("Branch Unit Number", "Folio Mercantil No.", "Matricula Mercantil No", "Economic Register Number (CBLS)"),
        *("Unified Social Credit Code (USCC)", "United Social Credit Code Certificate (USCCC)"),
        *("Organization Code", "Registered Charity No."),
    ),
    "lei": ("Legal Entity Number",),
    "isin": ("ISIN",),
    "ticker": ("Equity Ticker",),
    "website": ("Website",),
    "email": ("Email Address", "Email", "E-mail"),
    "phone": (
        *("Phone Number", "Phone No.", "Phone", "PHONE", "Telephone No.", "Telephone", "Alt. Telephone"),
        *("Fax No.", "Fax", "FAX", "Alt. Fax"),
    ),
    "aircraft": (
        *("Aircraft Tail Number", "Aircraft Manufacturer's Serial Number (MSN)", "Aircraft Mode S Transponder Code"),
        "Aircraft Construction Number (also called L/N or S/N or F/N)",
    ),
    "call_sign": ("Vessel Call Sign", "Other Vessel Call Sign"),
    "national_id": (
        *("National ID No.", "National ID", "Identification Number", "Cedula No.", "Cedula", "C.U.R.P.", "D.N.I."),
        *("National Foreign ID Number", "SSN", "Electoral Registry No.", "Credencial electoral", "I.F.E.", "C.U.I."),
        *("C.U.I.P.", "Birth Certificate Number", "Numero de Identidad", "Residency Number", "Personal ID Card"),
        *("Citizen's Card Number", "Turkish Identification Number", "Cartilla de Servicio Militar Nacional"),
        *("LE Number", "Tazkira National ID Card", "Refugee ID Card", "Kenyan ID No.", "Bosnian Personal ID No."),
        "Moroccan Personal ID No.",
    ),
    "other": (
        *("Diplomatic Passport", "Stateless Person Passport", "Service Passport", "Travel Document Number"),
        *("Government Gazette Number", "BIK (RU)", "D-U-N-S Number", "R.F.C.", "RFC", "NIT", "RUC", "RIF", "RTN"),
        *("V.A.T. Number", "C.U.I.T.", "C.I.F.", "US FEIN", "Italian Fiscal Code", "Fiscal Code"),
        *("Tax identification number", "Paraguayan tax identification number", "Driver's License No.", "License"),
        *("Numero Unico de Identificacao Tributaria (NUIT)", "VisaNumberID", "File Number", "Permit Number"),
        *("SRE Permit No.", "Serial No.", "Immigration No.", "Chinese Commercial Code"),
        *("Afghan Money Service Provider License Number", "Military Registration Number"),
        *("British National Overseas Passport", "U.S.A. Passport"),
    ),
}
_TYPES = {label: kind for kind, labels in LABELS.items() for label in labels}
# The longest label that fits is the one meant. A value follows after a space, a colon, a number sign or "No.".
_LABELLED = re.compile(
    rf"^(?P<label>{'|'.join(re.escape(label) for label in sorted(_TYPES, key=len, reverse=True))})"
    r"(?P<value>(?:[ :#]| No\.).*)?$",
    re.DOTALL,
)
_GLUED = re.compile(r"^(?P<label>Website|Email|Tax ID No\.|Passport)(?P<value>\S.*)$", re.S)  # "Email:adelb@..."
# The space after the currency is missing once (XBT194xm...); a remark may be cut right after the currency.
_WALLET = re.compile(r"^Digital Currency Address - (?P<label>[A-Z]{2,5})(?:\s+|(?=[a-z0-9]))(?P<value>\S.*)$", re.S)
_VALUE = re.compile(
    r"^(?P<value>.+?)(?: +\((?P<country>[^()]+(?:\([^()]*\))?)\))?"
    r"(?P<note>(?: +(?:issued|expires|expired) [^;()]+)*)$",
    re.S,
)
_WALLETS = "Digital Currency Address - "
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
    found = _GLUED.match(item) or _LABELLED.match(item)
    return _made(_TYPES[found["label"]], found["label"], found["value"] or "", vessel) if found else None


def labelled(label: str, value: str, country: str, note: str, vessel: bool) -> Identifier | None:
    """The identifier that a format with fields of its own gives, as `identifier` would have read it from remarks.

    None where the label is that of no identifier: OFAC's XML calls gender and remarks of all kinds an `id` too.
    """
    if label.startswith(_WALLETS):
        return Identifier("wallet", value, label=label.removeprefix(_WALLETS))
    bare, value = label.removesuffix(" #"), value.removeprefix("#").strip()
    if value.startswith("IMO ") and f"{bare} IMO" in _TYPES:  # `Company Number`, `IMO 5985863`
        bare = f"{bare} IMO"
    kind = _TYPES.get(bare)
    if kind is None:
        return None
    if kind == "imo":
        return _imo(bare, value, country, note, vessel)
    if kind == "lei" and not _LEI.match(value):
        kind = "registration"
    return Identifier(kind, value, country, bare, note)


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
