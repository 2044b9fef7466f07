"""Numbers and codes that name one party: found in what was typed, made comparable, checked by their check digits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import ModuleType

from stdnum import bic, iban, imo, lei
from stdnum.ru import inn, ogrn

from bot.screening.words.data import data_lines
from bot.screening.words.normalise import visible

# Types that share a number space for our purpose: people seldom know which register a number is from.
_NUMBERS = ("passport", "national_id", "tax_id", "registration", "inn", "ogrn", "other")
_FAMILIES = dict.fromkeys(_NUMBERS, "number") | {"swift": "bic", "kpp": "number", "vessel": "imo", "imo_company": "imo"}

# What people write before a number, and the type it then is.
_LABELS: dict[str, str] = {
    "imo": r"imo(?:\s*(?:no|number|#|№))?",
    "inn": r"inn|инн|іпн|tax\s*(?:id|number|no)",
    "ogrn": r"ogrn|огрн(?:ип)?|registration\s*(?:id|number|no)",
    "bic": r"bic|swift(?:\s*/?\s*bic)?|бик",
    "lei": r"lei",
    "mmsi": r"mmsi",
    "passport": r"passport(?:\s*(?:no|number|#))?|паспорт",
    "wallet": r"wallet|xbt|btc|eth|usdt|tron|кошелек",
    "national_id": r"(?:national\s*)?id\s*(?:no|number|#)",
}
_NUMBER = r"([a-z0-9][a-z0-9/-]*\d[a-z0-9/-]*|\d+)"
_LABELLED = tuple(
    (type_, re.compile(rf"(?<!\w)(?:{words})[\s.:#№]*{_NUMBER}(?!\w)", re.IGNORECASE))
    for type_, words in _LABELS.items()
)
_MARKS = r"(?:[\s.:=#-]*(?:numbers?|no|nr|nos|#|№|n[°º])(?!\w))"  # "No." behind a label
_VALUE = (  # four figures at least, and no year alone
    r"(?=(?:[a-z/. -]{0,5}\d){4})(?!(?:19|20)\d\d(?![\w./-]))(?:[a-z]{1,4}[ .-])?"
    r"(?=[a-z]{0,12}\d)[a-z0-9]{1,40}+(?:[./-][a-z0-9]{1,40}+){0,8}+"
)
_ABBREVIATED = 5  # letters of a label that may have full stops between them


def _by_lists() -> Iterator[tuple[str, str]]:
    """The labels that lists give their numbers, and people, each with its type."""
    for line in data_lines("number_labels.txt"):
        type_, _, labels = line.partition(": ")
        yield from ((type_, label.strip()) for label in re.split("[,|]", labels))


def _written(label: str) -> str:
    """A pattern of how a label is written: with full stops or strokes (D.N.I.), with marks or without (cédula)."""
    word = label.removesuffix("/")
    short = len(word) <= _ABBREVIATED and word.isalpha()
    said = "[.-]?".join(word) if short else re.escape(word).replace(r"\ ", "[ -]?")
    said = re.sub("[aeiou]", lambda m: f"[{m[0]}{'áéíóú'['aeiou'.index(m[0])]}]", said)
    return f"{said}\\.?{_MARKS}" if label.endswith("/") else said


NUMBER_LABELS = tuple(_by_lists())
_CALLED = {type_: "|".join(_written(one) for of, one in NUMBER_LABELS if of == type_) for type_, _ in NUMBER_LABELS}
_BEHIND = rf"(?![^\W\d_])\.?{_MARKS}?(?: ?\([^()]{{1,20}}\))?{_MARKS}?[\s.:=#№-]*(?P<v>{_VALUE})(?![\w-])"
NUMBERED = tuple(  # a number behind what lists call it
    (type_, re.compile(rf"(?<![\w-])(?:{called}){_BEHIND}", re.IGNORECASE)) for type_, called in _CALLED.items()
)
# The number of a ship, spaced (IMO NO. 920 2053) or glued to its name (ARTMANIMO9405930, RZK CONSTANTA8711289).
_SHIP = re.compile(
    r"(?P<label>imo(?:\s*(?:no|number|num|nr|#|№))?[\s.:#№-]*)?(?<!\d)(?P<number>\d{3}[ .-]?\d{4})(?!\d)", re.IGNORECASE
)
_OF_A_STATE = re.compile(r"(?:^|(?<=eori\s)|(?<=vat\s))(?!m[tv]|ss)[^\W\d_]{1,2}$", re.IGNORECASE)  # DE1234567
_BIC = re.compile(
    r"(?<!\w)(?:bic|swift|бик)(?:\s*/?\s*bic)?[\s.:#№]+([a-z]{6}[a-z0-9]{2}(?:[a-z0-9]{3})?)(?!\w)", re.IGNORECASE
)
_CODE = re.compile(r"(?<!\w)(?=[\w-]*\d)[A-Za-z0-9-]{6,100}(?!\w)")
# With full stops, as registers print it: CHE-444.239.548, 900.123.456-7. Days and most amounts have fewer digits.
_DOTTED = re.compile(
    r"(?<![\w.])(?=(?:[\w.-]{0,9}?\d){9})(?=[\d.-]{0,40}[A-Za-z]|(?:[\w.-]{0,9}?\d){10})"
    r"[A-Za-z0-9-]{1,20}(?:\.[A-Za-z0-9-]{1,20}){1,6}(?!\w)"
)
_ON_THE_NET = re.compile(  # www.fkutaman.ru, office@fkutaman.ru, facebook.com/zkgrandtown: the site, and the page
    r"(?<![\w.@-])(?:https?://)?(?:www\.)?(?:[\w.+-]{1,64}@)?((?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24})(?![\w-])"
    r"(?:/([\w.-]{1,64}))?",
    re.IGNORECASE | re.ASCII,
)
SHARED = ("website", "email")  # by parties of one group; they change hands, too
_MAY_BE_CODE = re.compile(r"\d|^\w+$|(?<!\w)(?:bic|swift|бик)(?!\w)", re.IGNORECASE)
_WORDS = {"inn": "INN", "ogrn": "OGRN", "imo": "IMO number", "bic": "BIC", "lei": "LEI"}

_CHECKED = re.compile(r"(\d[\d.]{7,12})(?:-\d)?")  # 900069501-0
SHORTEST_WALLET = 20  # letters of an address
_CASELESS_WALLET = re.compile(  # hex, bech32 in one case, and the addresses of Bitcoin Cash, which are like it
    r"0[xX][0-9a-fA-F]+|[0-9a-fA-F]{40}|[0-9a-fA-F]{64}"
    r"|[a-z]{1,20}1[02-9ac-hj-np-z]{20,}|[A-Z]{1,20}1[02-9AC-HJ-NP-Z]{20,}"
    r"|(?:bitcoincash)?[qp][02-9ac-hj-np-z]{41}|(?:BITCOINCASH)?[QP][02-9AC-HJ-NP-Z]{41}"
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """An identifier that a question gives. `type` is "" when only the value was typed."""

    type: str
    value: str

    @property
    def tells(self) -> bool:
        """Whether it surely is an identifier of somebody: letters alone may be a code, and a word ("desconocido" is as
        long as a BIC); an address on the net may be two words without a space ("JSC.Thanks")."""
        return self.type not in SHARED if self.type else not self.value.isalpha()

    @property
    def fault(self) -> str:
        """A sentence on what is wrong with the value as one of its type; "" when it is sound or cannot be checked."""
        check = _CHECKS.get(self.type)
        if check is None or not any(char.isdigit() for char in self.value) or check(self.value):
            return ""
        return f"{self.value} is not a valid {_WORDS[self.type]}: please check it."


def _valid(module: ModuleType) -> Callable[[str], bool]:
    def check(value: str) -> bool:
        return bool(module.is_valid(value))

    return check


def _is_imo(value: str) -> bool:
    """Whether a number can be a ship's, or a shipping company's (resolution MSC.160(78)), whose digits weigh otherwise:
    so do those of all 78 on the SDN list."""
    if imo.is_valid(value):
        return True
    digits = [int(digit) for digit in value if digit.isdecimal()]
    weighed = sum(digit * weight for digit, weight in zip(digits, (8, 6, 4, 2, 9, 7), strict=False))
    return len(digits) == 7 and (11 - weighed % 11) % 10 == digits[-1]


def is_account(said: str) -> bool:
    """Whether it is an IBAN and nothing else: the number of an account, which lists do not give."""
    if not 15 <= len(said) <= 60 or not any(map(str.isdigit, said)):
        return False
    value = re.sub(r"\W", "", said).upper()
    number = value.removeprefix("IBAN")
    like = len(number) in range(15, 35) and number[:2].isalpha() and number[2:4].isdecimal()
    return like and (number != value or bool(iban.is_valid(number)))


_CHECKS: Mapping[str, Callable[[str], bool]] = {
    "imo": _is_imo,
    "inn": _valid(inn),
    "ogrn": _valid(ogrn),
    "bic": _valid(bic),
    "lei": _valid(lei),
}


def family(type_: str) -> str:
    """Types whose values are compared with one another share a family."""
    return _FAMILIES.get(type_, type_)


def comparable(type_: str, value: str) -> str:
    """The value as it is compared: capitals and digits alone, prefix and main branch ("XXX") off. May be "".

    Of a wallet, base58 tells capitals from small letters; hex (0x...) and bech32 (bc1...) do not.
    """
    plain = "".join(char for char in visible(value) if char.isascii() and char.isalnum())
    kind = family(type_)
    if kind in SHARED:  # is nobody's own: see `kindred`
        return ""
    if kind == "wallet" and not _CASELESS_WALLET.fullmatch(plain):
        return plain
    plain = plain.upper()
    if kind == "imo":
        plain = plain.removeprefix("IMO")
    if kind == "bic":
        plain = plain.removeprefix("SWIFT").removeprefix("BIC") if len(plain) > 11 else plain
        plain = plain.removesuffix("XXX") if len(plain) == 11 else plain
    return plain


def kindred(type_: str, value: str) -> str:
    """What values that are nearly equal have in common: a bank's branches their bank, a wallet's spellings the letters
    without their case, numbers with a check digit and without one the rest, addresses on the net the site or the
    mailbox. "" where a type has nothing of the kind."""
    if type_ in SHARED:
        found = _ON_THE_NET.search(value)
        site = found[1].lower().removeprefix("www.") if found else ""
        return site if type_ == "website" or not found else found[0].lower()
    plain = comparable(type_, value)
    match family(type_):
        case "bic" if len(plain) >= 8:
            return plain[:8]
        case "wallet" if len(plain) >= SHORTEST_WALLET:
            return plain.upper()
        case "number" if type_ not in _CHECKS and (found := _CHECKED.fullmatch(value)):
            return found[1].replace(".", "")
    return ""


def page_of(site: str) -> str:
    """The page of an address on the net, as far as its first stroke; "" where it is the site itself."""
    found = _ON_THE_NET.search(site)
    return (found[2] or "").lower() if found else ""


def difference(type_: str, asked: str, listed: str) -> str:
    """How two values differ that are kindred and not equal, as a sentence."""
    if family(type_) == "bic":
        return f"The BIC is of another branch of the same bank: asked {asked}, listed {listed}."
    if family(type_) == "number":
        return f"The check digit is of one alone: asked {asked}, listed {listed}."
    if type_ in SHARED:
        return f"The entry gives this address on the net, which others may use, too: {listed}."
    return f"The address differs in capital letters alone, which tell addresses apart: asked {asked}, listed {listed}."


def in_text(text: str) -> tuple[tuple[Wanted, ...], str]:
    """The identifiers in a typed name, and the name without them.

    A code without a label ("7706107510") and letters after "SWIFT" stay in the name, too: they may belong to it.
    """
    shown = visible(text)
    found = [*_on_the_net(shown)] if "." in shown else []
    if not _MAY_BE_CODE.search(shown):
        return tuple(found), shown
    for type_, pattern in NUMBERED:
        found += [Wanted(type_, match["v"]) for match in pattern.finditer(shown)]
        shown = pattern.sub(_off_the_ends, shown)
    shown = _SHIP.sub(_ship_apart, shown)
    for type_, pattern in _LABELLED:
        for match in pattern.finditer(shown):
            found.append(Wanted(type_, match.group(1)))
        shown = pattern.sub(" ", shown)
    found += [Wanted("bic", match) for match in _BIC.findall(shown)]
    rest = " ".join(shown.split())
    found += [Wanted("", match) for match in _CODE.findall(rest)]
    found += [Wanted("", match) for match in (_DOTTED.findall(rest) if "." in rest else ())]
    if rest and " " not in rest and len(rest) in (8, 11) and rest.isalnum():
        found.append(Wanted("", rest))
    return tuple(dict.fromkeys(found)), rest


def _on_the_net(shown: str) -> Iterator[Wanted]:
    """The sites in a text, and the mailboxes."""
    for found in _ON_THE_NET.finditer(shown):
        if "@" in found[0]:
            yield Wanted("email", found[0])
        yield Wanted("website", "/".join(filter(None, found.groups())))


def _off_the_ends(found: re.Match[str]) -> str:
    """Nothing for a number at an end of a name; between words it parts them, and is left."""
    at_an_end = found.start() == 0 or found.end() == len(found.string)
    return " " if at_an_end else found[0]


def _ship_apart(found: re.Match[str]) -> str:
    """The number of a ship by itself, and so labelled; where letters stand right before it, only if it can be one."""
    number = re.sub(r"\D", "", found["number"])
    glued = found.start() > 0 and found.string[found.start() - 1].isalpha()
    apart = glued and found["label"] and not found["label"][-1].isalpha()  # Kimo 9253325
    foreign = not found["label"] and _OF_A_STATE.search(found.string[: found.start()])
    if apart or foreign or not (found["label"] or glued) or (glued and not imo.is_valid(number)):
        return found[0]
    return f" IMO {number} "
