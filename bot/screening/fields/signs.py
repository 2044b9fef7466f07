"""Where signs part a field: brackets, bars, slashes, colons; another script; a date or a number behind a name."""

from __future__ import annotations

import re

from bot.screening.words.legal_forms import FORMS
from bot.screening.words.weak_words import STOCK_WORDS

BREAK, MAY_BREAK = "\x1f", "\x1e"  # both are spaces where nothing is cut
_LATIN, _OTHER = r"[A-Za-z\u00c0-\u02af\u1e00-\u1eff]", r"[^\W\d_A-Za-z\u00c0-\u02af\u1e00-\u1eff]"
# where one script ends and another begins: the same name again, Роснефть Rosneft
_SCRIPTS = re.compile(rf"(?<={_LATIN})[\s,.]+(?={_OTHER})|(?<={_OTHER})[\s,.]+(?={_LATIN})")
_NUMBER = r"[+(]?[a-z]{0,2}-?\d(?:[ .,/-]?\d){5,}(?!\w)"
# A birth date, or a number of a paper, a phone, a tax office, behind a name; the account before it, as SWIFT has it.
_NUMBERED = re.compile(
    r"\s(?:(?:dob|d\.o\.b|born|b)\b[.:]*\s*|\*\s?)?\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\b"
    r"|\s(?:(?:dob|born|b\.)[.:]*\s*|\*\s?)(?:19|20)\d\d\b"
    r"|^\s*(?::?\d{2}[a-z]?:?\s*)?(?:/[cd])?/{1,2}(?=[\w.-]*\d)[\w.-]{5,34}(?=\s)"
    r"|(?:\s(?:vat|id|no|nr|cnic|c\.?c|passport|tax|tin|rut|dni|nie|nif|tel|phone|mob|iban|ref|reg)\b[.:]*){0,2}"
    rf"\s{_NUMBER}",
    re.IGNORECASE,
)
# What a number is called, in capitals: NIT 830987123-4, RIF J-30123456-7, Р/С 40702810900000000001.
_LABEL = r"(?-i:(?P<label>(?!\s)[^\W\d_a-zа-яё]{2,4}|[^\W\d_]/[^\W\d_]))"
_LABELLED = re.compile(rf"(?P<before>^|\s){_LABEL}[.:#№]?(?P<number>\s{_NUMBER})", re.IGNORECASE)
_DIGIT = re.compile(r"\d")


def parted(text: str) -> str:
    """The text with breaks where another script begins, and for the dates and numbers behind a name."""
    if _DIGIT.search(text):
        text = _NUMBERED.sub(BREAK, _LABELLED.sub(_label_apart, text))
    return text if text.isascii() else _SCRIPTS.sub(BREAK, text)


def _label_apart(found: re.Match[str]) -> str:
    """A number without what it is called before a name; behind one that may be the end of the name, too."""
    label = found["label"].casefold()
    before = found.string[: found.start()].strip()
    surname = " " not in before and before.istitle() and found["label"].isalpha()  # Olga VERA
    if (label,) in FORMS or label in STOCK_WORDS or surname:
        return found[0]
    return f"{found['before'] and MAY_BREAK}{found['label']}{found['number']}" if found["before"] else BREAK


# d/b/a, M/V, (c/o)
_SLASHED = re.compile(r"(?<![\w/])[(\[]?[^\W\d_]{1,3}\.?(?:/[^\W\d_]{1,3}\.?){1,2}[)\]]?(?=\s+[^\W\d_])")
_BRACKETED = re.compile(  # what brackets hold may be quoted in them: (the “Seller”)
    r"\(([^()\[\]]*)\)|\[([^()\[\]]*)\]|[{<«“„\"‹‘]([^()\[\]{}<>«»“”„\"‹›]*)[}>»”“\"›’]"
)
_VOYAGE = (
    r"\s(?:V[. ]\s?\d+\s?[NSEW]|V\.\s?\d+|voy(?:age)?\b\.?\s*(?:no\b\.?\s*)?\d+\s?[NSEW]?)"
    r"(?=\s*(?:$|\x1f|\sB/?L\b))"
)
SAILS = re.compile(_VOYAGE, re.IGNORECASE)  # a ship on a voyage
_SIGNS = re.compile(
    r"^\s*/{1,2}[A-Z]{2,12}/{1,2}\s*(?=[^\W\d_])|\sc/-\s"  # /BNF/, /ORDP/; care of
    r"|[;|\x1f\n\r\t]|//+|(?<![\w/])[1-8]/(?=\s*[^\W\d_])"  # 1/NAME//3/COUNTRY, as SWIFT numbers its lines
    r"|\s[^\w\s]*[^\w\s,.'’`´&+–—-][^\w\s]*(?=\s)"  # a bullet, a star, an arrow, a slash: signs by themselves
    r"|(?<=[^\W\d_]{3})/(?=[^\W\d_]{3})|^\s*/|/\s*(?=[^\W\d_])(?<=\s/)|[-–—]+\s*$"
    r"|^\s*[A-Z]{2,4}/\s*(?=[^\W\d_])"  # BNF/
    rf"|{_VOYAGE}"
    r"|:(?!\d)|(?<=\w)=(?=\w)|(?<![\w.])\d{1,2}[.)]\s|\sand/or\s|\bex-(?=[^\W\d_])|[=-]>|→|[\"“”„«»‹›()\[\]{}<>【】「」『』《》]",
    re.IGNORECASE,
)
_WEAK_SIGNS = re.compile(
    r"(?<!\s\w)(?<!^\w)\s[+&]\s(?!\w(?:\s|$))|\s[-–—]+\s|\x1e"
)  # they stand in names, too: A & B Trading
MOST_BRACKETS = 3
MAY_HOLD_MORE = re.compile(
    r"[^\w '’`´.–—-]|[-–—]\s|\s[-–—]|\d[.)]|\bex-|\sv[. ]\s?\d|\svoy|\s(?-i:[^\W\d_A-Z])\.\w", re.IGNORECASE
)


def parts_by_signs(text: str) -> list[str]:
    """The text cut at its signs: what stands in brackets, what stands around them, and what bars and the like part."""
    text = parted(text)
    if not MAY_HOLD_MORE.search(text):
        return [text]
    text = _SLASHED.sub(BREAK, text)
    inner = [next(filter(None, held), "") for held in _BRACKETED.findall(text)]
    outer = _BRACKETED.sub(" ", text) if inner else text
    whole = [outer, *inner]
    if inner:  # each of them may belong to the name: P.C.C. (SINGAPORE) PRIVATE LIMITED (in liquidation)
        whole += [text.replace(found.group(), " ") for found in list(_BRACKETED.finditer(text))[:MOST_BRACKETS]]
    hard = [piece for one in whole for piece in _SIGNS.split(one)]
    cut = [*hard, *(piece for one in hard for piece in _WEAK_SIGNS.split(one))]
    cut += [outer] if inner and _SIGNS.search(outer) else []
    return list(dict.fromkeys(piece.strip(" ,") for piece in cut if piece.strip(" .,-'")))
