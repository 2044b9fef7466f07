"""Names as typed or published -> plain words. Whatever comes in, at most MAX_WORDS short ASCII words come out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from string import ascii_lowercase, ascii_uppercase

from rapidfuzz.distance import OSA

from bot.screening.words.scripts import fold_look_alikes, is_arabic, to_latin
from bot.screening.words.weak_words import STOCK_WORDS

MAX_CHARS = 200  # no listed name is longer; what comes after is not read
MAX_WORDS = 24

_CAMEL = re.compile(r"(?<=[a-zа-яёіїє]{3})(?=[A-ZА-ЯЁІЇЄ][^\W\d_A-ZА-Я])|(?<=[a-zа-я]{3})(?=[A-ZА-ЯЁ]{2,}\b)")
_MISREAD = "01258"
MISREAD = str.maketrans(_MISREAD, "olzsb")
_NUMBERED = re.compile(r"^([a-z]{2,})(\d{1,5})$")
SPACED = 3
_ONE = re.compile("(?<![aeiou])1(?![aeiou])")  # between consonants it stands for an i: B1N, IBRAH1M
_APOSTROPHES = re.compile("['`´‘’ʻʼʽʹ\"“”„«»]")
_DOTTED = re.compile(r"\b((?:\w\.){2,}\w?|\w\.\w(?=\s*$))(?=\W|$)")
_TWO_DOTTED = frozenset(  # as firms write their forms; initials are written so, too
    (
        *("sa", "ag", "ao", "ао", "bv", "nv", "kg", "co", "ab", "as", "oy", "sl", "se", "lp", "fz", "cv", "ci", "rl"),
        *("sc", "ca", "cs", "pt", "lc", "us", "uk", "un", "eu"),
    )
)
# What words are made of, in small letters, by the byte: the rest parts them.
_IN_WORDS = bytes(ord(chr(at).lower()) if at < 128 and chr(at).isalnum() else ord(" ") for at in range(256))
_CLOSED_UP = b"'`\""  # apostrophes and quotation marks of ASCII
_SIGNS = b".'`\"&"  # what may be joined or written out
# Which bytes are such signs, small letters, capitals: where a capital stands behind small ones, words may be parted.
_SIGN, _CAPITAL_INSIDE = b".", b"aaaA"
_SHAPE_OF = {
    **dict.fromkeys(_SIGNS, ord(".")),
    **dict.fromkeys(ascii_lowercase.encode(), ord("a")),
    **dict.fromkeys(ascii_uppercase.encode(), ord("A")),
}
_SHAPES = bytes(_SHAPE_OF.get(at, ord(" ")) for at in range(256))
_DEGREE = re.compile("(?<=[A-Za-z])°")  # C°, N°
_LETTERS_ALONE = re.compile(r"(?<!\w)[жхцчшщюяё](?!\w)")
_BIDI_AND_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_COMPOUND = re.compile(r"^abd{1,2}(?:[aeou]{0,2}l(?=[a-z]{2})|[aeu](?=[^aeiouy]{1}[a-z]{2})|(?=[a-z]{3}))([a-z]{2,})$")
_BARE_COMPOUND = re.compile(r"^abd(?:l(?=[^aeiou]{2}))?([^aeiou]{2,})$")  # its vowels left out
_SHORT_FOR = {
    **{"abw": "abu", "aby": "abu", "abou": "abu", "aboo": "abu", "oum": "umm", "bn": "bin", "abn": "ibn"},
    **{"intl": "international", "natl": "national", "mfg": "manufacturing", "bros": "brothers"},
    **{"1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth", "5th": "fifth", "6th": "sixth"},
    **{"7th": "seventh", "8th": "eighth", "9th": "ninth", "10th": "tenth"},
}
# Read so behind a name only, ABN AMRO is nobody's son; at a beginning it may still be what a listed name begins with.
NOT_FIRST = {"abn": ("bin", "ibn")}
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_SERVANT = re.compile(r"^ab+e?d[aeoul]{0,3}$")
_BARE_SERVANTS = {"bdlh": ["abd", "lah"], "bdl": ["abd"], "bdul": ["abd"]}  # of 'Abdallah, 'Abdul
_SWAPPED_SERVANTS = [sorted("abdul"), sorted("abdel")]
_SERVANTS = {"abdul": ["abd"], "abdel": ["abd"], "abdullah": ["abd", "lah"], "abdallah": ["abd", "lah"]}
_LAST_OF_SEVERAL = ("h", "lla", "in", "en")  # how Allah and Din end
_TAIL = re.compile(r"^([a-z]{3,}?)(?:[aeou]?l?laa?h|[aeou]l?la|allh)$")
_DIN = re.compile(r"^([a-z]{3,})(?:[aeou]dd|[aeu]ld|ud)[iey]+n$")


def visible(text: str) -> str:
    """NFKC, without control, invisible and direction-changing characters; whitespace single; at most MAX_CHARS."""
    if text.isascii() and text.isprintable():
        return " ".join(text[: MAX_CHARS * 2].split())[:MAX_CHARS]
    return _visible(text[: MAX_CHARS * 8])


@lru_cache(maxsize=500)  # of a name that is screened it is asked several times
def _visible(text: str) -> str:
    text = _BIDI_AND_INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    if not text.isprintable():
        kept = (char if unicodedata.category(char)[0] != "C" else (" " if char.isspace() else "") for char in text)
        text = "".join(kept)
    return " ".join(text.split())[:MAX_CHARS]


def words_of(text: str, is_listed: Callable[[str], bool] | None = None) -> list[str]:
    """The words of a name: folded, romanised, in order, compounds of Arabic names taken apart, numbers parted from
    words.

    `is_listed` tells a word that some listed name has; it is given for what was typed, which may have been scanned.
    """
    if is_listed is None and text.isalpha() and text.isascii() and (text.isupper() or text[1:].islower()):
        return [text.lower()] if text.lower() in NOT_FIRST else [*_known_parts(text[:MAX_CHARS].lower())]
    found = _found(text)[:MAX_WORDS]
    first: list[str] = []
    if found and found[0] in NOT_FIRST and _begins_with_it(text, found[1:]):
        first, found = found[:1], found[1:]
    plain = is_listed is None or all(map(str.isalpha, found))  # no digit to be asked about
    if plain and not _are_apart(found):
        made = first
        for word in found:
            made += _known_parts(word)
        return made[:MAX_WORDS]
    words = [part for word in found for part in _numbers_apart(word, is_listed)]
    return [*first, *(part for word in _together(words) for part in _parts(misread(word)))][:MAX_WORDS]


def _begins_with_it(text: str, others: list[str]) -> bool:
    """Whether a name's first word is its first: a surname before its comma stands behind the given name, what is
    written in Arabic letters has its short vowels to be guessed, and before several names it is a son's: Abn Qayyim
    al-Jawzi."""
    names = [word for word in others if len(word) > 2 and word not in STOCK_WORDS]
    return "," not in text and not is_arabic(text) and len(names) < 2


def _found(text: str) -> list[str]:
    """The words of a text in small Latin letters, as they stand. Most names need nothing but that."""
    if len(text) <= MAX_CHARS and text.isascii() and text.isprintable():
        return _in_ascii(text)
    shown = visible(text)
    if shown.isascii():
        return _in_ascii(shown)
    shown = _CAMEL.sub(" ", fold_look_alikes(shown))
    if "." in shown:
        shown = _DOTTED.sub(_undotted, shown)
    shown = _DEGREE.sub("o", _APOSTROPHES.sub("", shown)).replace("&", " and ")
    return _split(to_latin(_LETTERS_ALONE.sub(_first_of, shown.casefold())).encode())


def _in_ascii(text: str) -> list[str]:
    """The same of a text in ASCII: of what other alphabets need, nothing."""
    letters = text.encode()
    shape = letters.translate(_SHAPES)
    capital_inside = _CAPITAL_INSIDE in shape
    if not capital_inside and _SIGN not in shape:
        return _split(letters)
    shown = visible(text)
    if capital_inside:
        shown = _CAMEL.sub(" ", shown)
    if "." in shown:
        shown = _DOTTED.sub(_undotted, shown)
    return _split(shown.replace("&", " and ").encode())


def _split(letters: bytes) -> list[str]:
    return letters.translate(_IN_WORDS, _CLOSED_UP).decode().split()


def _first_of(found: re.Match[str]) -> str:
    """An initial that Latin letters write with two, as they begin the name: Ю. of Yuryevich, Х. of Khalid."""
    return to_latin(found[0])[0]


def _numbers_apart(word: str, is_listed: Callable[[str], bool] | None) -> list[str]:
    """YU7915 is YU 7915. One digit at the end may be a letter misread (PETR0), where that is a listed word."""
    found = _NUMBERED.match(word) if word[-1].isdigit() else None
    if found is None:
        return [word]
    letters, digits = found.groups()
    if is_listed and len(digits) == 1 and digits in _MISREAD:
        scanned = digits == "0" and is_listed(misread(word))
        return [letters, digits] if is_listed(letters) and not scanned else [word]
    return [letters, digits]


def _together(words: list[str]) -> list[str]:
    """I R I S L is IRISL: a name of single letters alone, at least SPACED of them."""
    return ["".join(words)] if _are_apart(words) else words


def _are_apart(words: list[str]) -> bool:
    if len(words) < SPACED or len(words[0]) > 1:
        return False
    return all(len(word) == 1 and word.isalpha() for word in words)


def _undotted(found: re.Match[str]) -> str:
    """S.A. and L.L.C. are words; O.V. are initials, before the surname or after it."""
    joined = found.group(1).replace(".", "")
    at_an_end = found.start() == 0 or found.end() == len(found.string)
    initials = at_an_end and len(joined) == 2 and joined.isalpha() and joined.casefold() not in _TWO_DOTTED
    return " ".join(joined) if initials else joined


def misread(word: str) -> str:
    """Digits that stand for letters in a word of letters, as scanning makes them."""
    if word.isalpha() or word.isdigit() or _ORDINAL.fullmatch(word):  # 1st is no Ist
        return word
    letters = sum(char.isalpha() for char in word)
    if letters < 2 or letters * 2 <= len(word) or letters == len(word):
        return word
    return _ONE.sub("i", word).translate(MISREAD)


def _parts(word: str) -> list[str]:
    """Abdulrahman, Abd al-Rahman and Abdel Rahman are the same two words: abd, rahman. So is Saif Allah, Saifullah."""
    if word in _SHORT_FOR:
        return [_SHORT_FOR[word]]
    if not word.endswith(_LAST_OF_SEVERAL) and not word.startswith("ab"):  # most words
        return [word]
    if word.startswith("ab") and _SERVANT.match(word):
        return ["abd"]
    if word.startswith("abd") and (found := _COMPOUND.match(word)) and len(word) >= 7:
        return ["abd", _article_off(found.group(1))]
    if len(word) == 6 and (found := _BARE_COMPOUND.match(word)):
        return ["abd", _article_off(found.group(1))]
    if word in ("allah", "ullah", "ollah", "lah", "allh"):
        return ["lah"]
    if word.endswith("llh") and len(word) >= 5:  # its vowels left out
        stem = word.removesuffix("llh").removesuffix("a")
        return ["abd" if stem == "bd" else stem, "lah"]
    if len(word) >= 8 and word.endswith(("lah", "lla", "laah")) and (found := _TAIL.match(word)):
        return [found.group(1), "lah"]
    if len(word) >= 7 and word.endswith(("in", "een", "en")) and "d" in word[3:] and (found := _DIN.match(word)):
        return [found.group(1), "din"]
    return [word]


@lru_cache(maxsize=50_000)
def _known_parts(word: str) -> tuple[str, ...]:
    """What a listed word is: its numbers parted from it, put right, taken apart."""
    if word.isalpha():
        return tuple(_parts(word))
    return tuple(part for each in _numbers_apart(word, None) for part in _parts(misread(each)))


def mended_servants(words: list[str], is_listed: Callable[[str], bool]) -> list[str]:
    """The words with a misspelt Abdul or Abdullah put right, but for words that a list has as they are."""
    mended = [_mended_servant(word) for word in words]
    if all(parts == [word] for word, parts in zip(words, mended, strict=True)):
        return words
    return [
        part
        for word, parts in zip(words, mended, strict=True)
        for part in (parts if len(parts) == 1 or not is_listed(word) else [word])
    ]


def may_be_servant(word: str) -> bool:
    """Whether a word is taken for a misspelt Abdul or Abdullah where no list has it."""
    return _mended_servant(word) != [word]


def _mended_servant(word: str) -> list[str]:
    if word in _BARE_SERVANTS:
        return _BARE_SERVANTS[word]
    if len(word) == 5 and sorted(word) in _SWAPPED_SERVANTS:
        return ["abd"]
    if not word.startswith("ab") or (word.startswith("abu") and len(word) < 9):
        return [word]
    for whole, parts in _SERVANTS.items():
        if abs(len(word) - len(whole)) <= 1 and OSA.distance(word, whole, score_cutoff=1) <= 1:
            return parts
    return _misspelt_compound(word) if len(word) >= 8 else [word]


def _misspelt_compound(word: str) -> list[str]:
    """Abudlhamid, Abduulhamid: what is left of the word behind a misspelt Abdul is the other half."""
    for size in (5, 6):
        rest = word[size:]
        if len(rest) >= 3 and any(OSA.distance(word[:size], one, score_cutoff=1) <= 1 for one in ("abdul", "abdel")):
            return ["abd", _article_off(rest)]
    return [word]


def _article_off(word: str) -> str:
    return "lah" if word in ("allah", "ullah", "lah", "llah", "alla", "ulla", "lla", "llh") else word
