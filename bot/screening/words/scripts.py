"""Other scripts into plain Latin letters: Cyrillic and Arabic by our own tables, the rest by anyascii.

The Cyrillic table follows the way OFAC and passports write Russian names (ICAO 9303 less its "ie" for the hard sign),
because that is what the lists print. Arabic writes consonants only, so it is romanised to a skeleton of consonants
and long vowels; the phonetic keys bridge what is missing.
"""

from __future__ import annotations

import re

from anyascii import anyascii

_CYRILLIC = {
    "а": "a",
    "б": "b",
    "в": "v",
    "г": "g",
    "ґ": "g",
    "д": "d",
    "е": "e",
    "ё": "e",
    "є": "ye",
    "ж": "zh",
    "з": "z",
    "и": "i",
    "і": "i",
    "ї": "yi",
    "й": "y",
    "к": "k",
    "л": "l",
    "м": "m",
    "н": "n",
    "о": "o",
    "п": "p",
    "р": "r",
    "с": "s",
    "т": "t",
    "у": "u",
    "ў": "u",
    "ф": "f",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ъ": "",
    "ы": "y",
    "ь": "",
    "э": "e",
    "ю": "yu",
    "я": "ya",
    "ј": "j",
    "љ": "lj",
    "њ": "nj",
    "ћ": "c",
    "ђ": "dj",
    "џ": "dz",
}
_ARABIC = {
    "ا": "a",
    "أ": "a",
    "إ": "i",
    "آ": "a",
    "ٱ": "a",
    "ب": "b",
    "پ": "p",
    "ت": "t",
    "ث": "th",
    "ج": "j",
    "چ": "ch",
    "ح": "h",
    "خ": "kh",
    "د": "d",
    "ذ": "dh",
    "ر": "r",
    "ز": "z",
    "ژ": "zh",
    "س": "s",
    "ش": "sh",
    "ص": "s",
    "ض": "dz",  # read d or z
    "ط": "t",
    "ظ": "z",
    "ع": "a",
    "غ": "gh",
    "ف": "f",
    "ق": "q",
    "ک": "k",
    "ك": "k",
    "گ": "g",
    "ل": "l",
    "م": "m",
    "ن": "n",
    "ه": "h",
    "ة": "a",
    "ۃ": "a",
    "ہ": "h",
    "ھ": "h",
    "و": "w",
    "ؤ": "u",
    "ي": "i",
    "ی": "i",
    "ې": "i",
    "ى": "y",
    "ئ": "i",
    "ء": "",
    "ـ": "",
}


class _InLatin(dict[int, str]):
    """What letters become, by our tables; of others, by anyascii, made when it is asked."""

    def __missing__(self, at: int) -> str:
        said = self[at] = anyascii(chr(at)).lower()
        return said


_TABLE = _InLatin(str.maketrans(_CYRILLIC | _ARABIC))

# Letters of other alphabets that look like a Latin one, in both cases where both do.
_CYRILLIC_SHAPES, _CYRILLIC_AS = "АВЕЅІЈКМНОРСТУХЗаеѕіјорсухһԁԛԝѵӏкмтЬЅԍ", "ABESIJKMHOPCTYX3aesijopcyxhdqwvlkmtbSG"
_GREEK_SHAPES, _GREEK_AS = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοαινρτκυ", "ABEZHIKMNOPTYXoaivptku"
_LOOK_ALIKES = str.maketrans(_CYRILLIC_SHAPES + _GREEK_SHAPES, _CYRILLIC_AS + _GREEK_AS)
_FOREIGN = re.compile(r"[\u0370-\u03ff\u0400-\u052f]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_ARTICLE = re.compile(r"(?:(?<=\s)|^)(?:و)?ال(?=[\u0621-\u06ff]{3,})")
_TWO_SOUNDS = re.compile("([سصتطدذكکزج])(?=[هحہ])")  # s and h here are no "sh"
_FIRST_YA = re.compile("(?<![\u0621-\u06ff])[يی](?=[\u0621-\u06ff])")
_INNER_AYN = re.compile("(?<=[\u0621-\u06ffy])ع")
_SOFT_E = re.compile("[ьъ][её]")  # Соловьев is Solovyev
_MARKS = re.compile(r"[\u064b-\u065f\u0670\u0640\u06d6-\u06ed]")
_ROUGH = re.compile("[\u0900-\u109f\u1100-\u11ff\u1200-\u137f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_HANGUL = re.compile(r"(?<![\uac00-\ud7af])[\uac00-\ud7af]{2,4}(?![\uac00-\ud7af])")  # as long as people's names are
_UNPRINTED = re.compile("[\u0530-\u05ff]")  # Armenian and Hebrew
# Longer than people's names: four syllables are one with a surname of two alone.
_LONG_HANGUL = re.compile(
    r"[\uac00-\ud7af]{5,}|(?<![\uac00-\ud7af])(?!남궁|황보|제갈|사공|선우|서문|독고|동방)[\uac00-\ud7af]{4}"
)
_ARABIC_LETTER = re.compile(r"[\u0600-\u06ff]")


def fold_look_alikes(text: str) -> str:
    """Latin words that were written with letters of other alphabets, put right.

    Only where Latin and foreign letters meet in one text and every foreign letter is a look-alike: a text that
    is Cyrillic throughout is left alone, and so is a Latin text beside a really Cyrillic word.
    """
    if not _FOREIGN.search(text) or not _LATIN.search(text):
        return text
    folded = text.translate(_LOOK_ALIKES)
    if not _FOREIGN.search(folded):
        return folded
    return " ".join(_fold_word(word) for word in text.split())


def _fold_word(word: str) -> str:
    if not (_FOREIGN.search(word) and _LATIN.search(word)):
        return word
    folded = word.translate(_LOOK_ALIKES)
    return word if _FOREIGN.search(folded) else folded


def is_arabic(text: str) -> bool:
    return not text.isascii() and bool(_ARABIC_LETTER.search(text))


def is_all_arabic(text: str) -> bool:
    """Whether letters are Arabic, all of them."""
    return is_arabic(text) and all(_ARABIC_LETTER.match(char) for char in text if char.isalpha())


def is_rough(text: str) -> bool:
    """Whether letters are of a script whose romanisation says little of the sound: Chinese, Korean, Thai, Indic..."""
    return not text.isascii() and bool(_ROUGH.search(text))


def is_in_own_script(text: str) -> bool:
    """Whether its letters are of scripts in which firms have names that say nothing of their Latin ones: Chinese,
    Japanese, Thai, Hebrew; Korean beyond the length of people's names."""
    letters = [char for char in text if char.isalpha()]
    strange = len(_ROUGH.findall(text)) + len(_UNPRINTED.findall(text)) + sum(map(len, _LONG_HANGUL.findall(text)))
    return not text.isascii() and 2 * strange > len(letters)


def is_latin(text: str) -> bool:
    """Whether every letter is Latin, accents and all."""
    return text.isascii() or all(char < "\u0250" or not char.isalpha() or "\u1e00" <= char < "\u1f00" for char in text)


def to_latin(text: str) -> str:
    """Casefolded text in ASCII. Unknown signs become nothing."""
    if text.isascii():
        return text
    if is_arabic(text):
        text = _ARTICLE.sub("", _MARKS.sub("", text))
        text = _TWO_SOUNDS.sub(r"\1e", _INNER_AYN.sub("", _FIRST_YA.sub("y", text)))
    text = _HANGUL.sub(lambda found: " ".join(found.group()), text)  # a syllable a word, as the lists write them
    return _SOFT_E.sub("йе", text).translate(_TABLE)
