"""How documents, forms and machines write a name: a rule for each kind of `written`."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from typing import NamedTuple

FIELD = 35


class Typed(NamedTuple):
    """A name as people type it; of a person, its halves, too. `imo`: of a ship, its number."""

    whole: str
    given: str = ""
    family: str = ""
    imo: str = ""


Make = Callable[[Typed, random.Random], str | None]
MARRIED = ("Schmidt", "Rossi", "Nowak", "Keller", "Moreau", "Lindqvist")
BORN = (
    "née",
    "nee",
    "geb.",
    "geborene",
    "z domu",
    "nata",
    "born",
    "(née {})",
    "roz.",
    "rođena",
    "urodzona",
    "maiden name",
)


def _hyphened(name: Typed, rng: random.Random) -> str | None:
    if "-" in name.family or " " in name.family:
        return None
    pair = [name.family, rng.choice(MARRIED)]
    rng.shuffle(pair)
    return f"{name.given} {'-'.join(pair)}"


def _born(name: Typed, rng: random.Random) -> str | None:
    mark, other = rng.choice(BORN), rng.choice(MARRIED)
    if "{}" in mark:
        return f"{name.given} {other} {mark.format(name.family)}"
    return f"{name.given} {other} {mark} {name.family}"


def _de(name: Typed, rng: random.Random) -> str | None:
    return f"{name.given} {name.family.split()[0]} de {rng.choice(('Fernandez', 'Lopez', 'Molina'))}"


def _branch(name: Typed, rng: random.Random) -> str | None:
    return rng.choice(
        (
            "Branch of {} in Tbilisi",
            "Tbilisi branch of {}",
            "Representative office of {} in Baku",
            "Filiale von {} in Wien",
        )
    ).format(name.whole)


def _trustee(name: Typed, rng: random.Random) -> str | None:
    return rng.choice(
        (
            "ABC Trustees Ltd as trustee of the {} Settlement", "The Trustees of the {} Family Trust",
            "Trustee for the {} Trust", "Meridian Fiduciary AG as nominee for {}", "{} Discretionary Settlement",
            "Executors of the late {}",
        )
    ).format(name.whole)  # fmt: skip


def _couple(name: Typed, rng: random.Random) -> str | None:
    return rng.choice(
        (
            "Mr and Mrs {g} & Jane {f}", "{g} & Jane {f}", "Mr. & Mrs. {g} and Maria {f}", "{g} and Jane {f}",
            "Jane & {g} {f}", "Herr und Frau {g} und Eva {f}", "Mr & Mrs {g} {f}",
        )
    ).format(g=name.given, f=name.family)  # fmt: skip


def _dated(name: Typed, rng: random.Random) -> str | None:
    return rng.choice(
        (
            "{} DOB 12.03.1961", "{} 12/03/1961", "{} b. 1961", "{} *1961", "{} born 12 March 1961", "{} 1961-03-12",
            "{} geb. 12.03.1961", "{} d.o.b. 12 Mar 1961", "{} (born 1961)", "{}, 12.03.61",
            "{} date of birth 12-03-1961", "{} né le 12/03/1961", "{} 12MAR1961", "12.03.1961 {}", "{} 19610312",
        )
    ).format(name.whole)  # fmt: skip


def _numbered(name: Typed, rng: random.Random) -> str | None:
    return rng.choice(
        (
            "{} C.C. 16.215.230", "{} CNIC 35202-1234567-1", "{} ID no. 4510 123456", "{} +971 50 123 4567",
            "{} passport A1234567", "{} VAT DE123456789", "{} tel. 0049 30 1234567", "{} RUT 12.345.678-9",
            "{} IBAN DE89 3704 0044 0532 0130 00", "{} tax no 7706107510", "{} PASSPORT NO. 75 1234567",
            "{} a/c 40702810500000012345", "ID 784-1982-1234567-1 {}", "{} ИНН 770610751012", "{} CUIT 20-12345678-9",
        )
    ).format(name.whole)  # fmt: skip


def _swift(name: Typed, rng: random.Random) -> str | None:
    return rng.choice(
        (
            "/DE89370400440532013000 {} 12 MAIN ST BERLIN", "/40702810500000012345 {} MOSCOW RUSSIA",
            "/12345678 {} 4 RUE DE LYON PARIS", "/AE070331234567890123456 {} DUBAI UAE", "{}<TAB>1961<TAB>M",
            "4711<TAB>{}<TAB>12.03.1961<TAB>RU", "{g}<TAB>{f}<TAB>1961-03-12<TAB>M", "{f}<TAB>{g}<TAB>M",
        )
    ).format(name.whole.upper(), g=name.given or name.whole, f=name.family).replace("<TAB>", "\t")  # fmt: skip


def _keyed(name: Typed, rng: random.Random) -> str | None:
    return rng.choice(
        (
            "LastName={f};FirstName={g}", "FirstName={g}&LastName={f}", "surname: {f}, given name: {g}",
            "last_name={f} first_name={g}", '{{"firstName": "{g}", "lastName": "{f}"}}', '{{"name": "{g} {f}"}}',
            '{{"lastName":"{f}","firstName":"{g}","dob":"1961-03-12"}}', "<Nm>{g} {f}</Nm>", "SURNAME/{f} GIVEN/{g}",
            "Nachname: {f} Vorname: {g}", "Apellidos: {f} Nombres: {g}", "Фамилия: {f} Имя: {g}",
            '[{{"family":"{f}","given":"{g}"}}]',
        )
    ).format(g=name.given, f=name.family)  # fmt: skip


def _escaped(name: Typed, rng: random.Random) -> str | None:
    text = name.whole
    return rng.choice(
        (
            text.replace(" ", "%20"), text.replace(" ", "\\u0020"), text.replace(" ", "&nbsp;"),
            text.replace(" ", "&#160;"),
            "".join(f"&#{ord(char)};" for char in text), text.replace(" ", "=20"), text.replace(" ", "%2520"),
            text.replace(" ", "\\x20"), text.replace(" ", "_x0020_"), text.replace(" ", "&amp;nbsp;"),
        )
    )  # fmt: skip


CYRILLIC = "абвгдезийклмнопрстуфхцчшщыэюя"
MARKS = {"a": "á", "o": "ö", "u": "ü", "e": "é", "i": "í", "c": "ç", "n": "ñ", "s": "š"}


def _marked(text: str, rng: random.Random) -> str | None:
    places = [at for at, char in enumerate(text) if char in MARKS]
    if not places:
        return None
    at = rng.choice(places)
    return text[:at] + MARKS[text[at]] + text[at + 1 :]


def _mojibake(name: Typed, rng: random.Random) -> str | None:
    marked = _marked(name.whole, rng)
    return marked and marked.encode().decode(rng.choice(("latin-1", "cp1252")), errors="replace")


def _lost(name: Typed, rng: random.Random) -> str | None:
    places = [at for at in range(1, len(name.whole) - 1) if name.whole[at] in MARKS and name.whole[at - 1].isalpha()]
    if not places:
        return None
    at = rng.choice(places)
    return name.whole[:at] + rng.choice("?\ufffd") + name.whole[at + 1 :]


def _glued_ship(name: Typed, rng: random.Random) -> str | None:
    return f"{rng.choice(('MV', 'MT', 'M/V'))}{name.whole.replace(' ', '')}"


def _glued_imo(name: Typed, rng: random.Random) -> str | None:
    number = name.imo or "9074729"
    return rng.choice(("{n}IMO{i}", "{n}{i}", "{n} IMO{i}", "IMO{i}{n}")).format(n=name.whole, i=number)


def _spaced_imo(name: Typed, rng: random.Random) -> str | None:
    if not name.imo:
        return None
    number = name.imo
    return rng.choice(("IMO NO. {} {}", "IMO {}-{}", "IMO: {}.{}", "IMO no {} {}")).format(number[:3], number[3:])


def _on_board(name: Typed, rng: random.Random) -> str | None:
    return rng.choice(
        (
            "SHIPPED ON BOARD {} AT BANDAR ABBAS 12 JAN 2024", "LADEN ON BOARD {} VOY 12E",
            "ON BOARD THE VESSEL {} AT JEBEL ALI", "SHIPPED PER {} FROM BUSHEHR 3 MAY 2023",
            "VESSEL {} ETA NOVOROSSIYSK 12.01",
        )
    ).format(name.whole.upper())  # fmt: skip


def _mark(name: Typed, rng: random.Random) -> str | None:
    return rng.choice(("A/C{}", "A/C {}", "ACFT {}", "Aircraft reg. {}", "REG {}", "{} B747", "AC{}")).format(
        name.whole
    )


def _initials(name: Typed, rng: random.Random) -> str | None:
    given = name.given.split()
    return f"{given[0][0]}{given[1][0]} {name.family}" if len(given) == 2 and _is_russian(name) else None


def _genitive(name: Typed, rng: random.Random) -> str | None:
    given = name.given.split()[0]
    if not _is_russian(name) or not re.search("(?:ov|ev|in)$", name.family.lower()) or given[-1] in "aeiouy":
        return None
    return f"{given}a {name.family}a"


def _is_russian(name: Typed) -> bool:
    return bool(re.search("(?:ovich|evich|ich)$", name.given)) and " " not in name.family and "-" not in name.family


def _doubled(name: Typed, rng: random.Random) -> str | None:
    return f"{name.family} {name.given} {name.family}"


def _machine(name: Typed, rng: random.Random) -> str | None:
    text = f"P<RUS{name.family}<<{name.given}".upper().replace(" ", "<").replace("-", "<").replace("'", "")
    return text.ljust(44, "<")


def _airline(name: Typed, rng: random.Random) -> str | None:
    given, family = re.sub("[ '-]", "", name.given).upper(), re.sub("[ '-]", "", name.family).upper()
    return f"{family}/{given}{rng.choice(('MR', ' MR', 'MRS', ''))}"


LIMITED, STOCK = r"\b(?:LLC|OOO|LIMITED LIABILITY COMPANY)\b", r"\b(?:OAO|ZAO|PAO|AO|JSC|OJSC|PJSC|CJSC)\b"


def _glued_form(name: Typed, rng: random.Random) -> str | None:
    for forms, glued in ((LIMITED, ("OOO",)), (STOCK, ("AO", "ZAO", "PAO", "OAO"))):
        bare = re.sub(forms, "", name.whole, flags=re.I).strip(" ,.")
        if bare != name.whole and len(bare) > 4 and len(bare.split()) < 3:
            return f"{rng.choice(glued)}{bare.upper()}"
    return None


def _mail(name: Typed, rng: random.Random) -> str | None:
    given, family = name.given.split()[0].lower(), name.family.split()[-1].lower()
    return rng.choice(
        (
            f"{given}.{family}@gmail.com", f"{family}.{given}@mail.ru", f"{given}_{family}@yahoo.com",
            f"https://www.linkedin.com/in/{given}-{family}-8b3a21", f"https://facebook.com/{given}.{family}",
            f"passport_scan_{given}_{family}_2021.pdf", f"{family.title()} {given.title()} contract.docx",
            f"CV-{given.title()}-{family.title()}.pdf", f"mailto:{given}.{family}@gmail.com",
        )
    )  # fmt: skip


def _cut(name: Typed, rng: random.Random) -> str | None:
    return name.whole[:FIELD] if len(name.whole) > FIELD + 5 else None


# The kind, the schema of its parties ("firm": of all bodies), and what writes it.
KINDS: dict[str, tuple[str, Make]] = {
    "a married name beside the own, hyphen between": ("person", _hyphened),
    "née, geb., z domu": ("person", _born),
    "Spanish married name with de": ("person", _de),
    "branch of": ("firm", _branch),
    "trustee of": ("person", _trustee),
    "Mr and Mrs": ("person", _couple),
    "a date of birth": ("person", _dated),
    "a number, of a person": ("person", _numbered),
    "a number, of a firm": ("firm", _numbered),
    "lines of SWIFT and rows": ("person", _swift),
    "keys and values": ("person", _keyed),
    "escaped": ("person", _escaped),
    "escaped, of a firm": ("firm", _escaped),
    "read in the wrong encoding": ("person", _mojibake),
    "a letter lost": ("person", _lost),
    "glued to MV": ("ship", _glued_ship),
    "glued to its IMO number": ("ship", _glued_imo),
    "an IMO number with spaces": ("ship", _spaced_imo),
    "shipped on board": ("ship", _on_board),
    "marks of aircraft": ("aircraft", _mark),
    "initials without dots": ("person", _initials),
    "the genitive of a Russian name": ("person", _genitive),
    "the surname twice": ("person", _doubled),
    "machine-readable": ("person", _machine),
    "of an airline": ("person", _airline),
    "OOO glued to the name": ("firm", _glued_form),
    "an e-mail, an address, a file": ("person", _mail),
    "longer than its field (35)": ("firm", _cut),
}
