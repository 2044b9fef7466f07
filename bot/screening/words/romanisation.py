"""Names of East Asia in another romanisation: Hsu for Xu, Lee for Ri, Park for Pak, Jung Eun for Jong Un.

Rules and a table. Wade-Giles is made from pinyin, syllable by syllable, and so is what becomes of the Russian way
(Palladius) in Latin letters: Chzhan for Zhang; a Korean syllable is taken apart, and each of its sounds written in all
ways in use (Revised, McCune-Reischauer, the North's, and what passports have); surnames of which none tells (Lee,
Park, Ng, Chua) stand in `data/romanisations.txt`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import product

from bot.screening.words.data import data_lines
from bot.screening.words.weak_words import COMMON_PEOPLE, PARTICLES

_INITIALS = "b p m f d t n l g k h j q x zh ch sh r z c s y w "  # and none
_FINALS = (
    "a o e ai ei ao ou an en ang eng ong i ia iao ie iu ian in iang ing iong u ua uo uai ui uan un uang ueng ue er"
)

_SYLLABLES = [*product(_INITIALS.split(" "), _FINALS.split(" "))]

_AS_WADE_GILES = {
    **{"zh": "ch", "j": "ch", "q": "ch", "x": "hs", "z": "ts", "c": "ts", "r": "j"},
    **{"b": "p", "d": "t", "g": "k"},
}
_WHOLE = {  # syllables that the rule of initial and final does not make
    **{"zhi": "chih", "chi": "chih", "shi": "shih", "ri": "jih", "zi": "tzu", "ci": "tzu", "si": "ssu"},
    **{"er": "erh", "yi": "i", "you": "yu", "yan": "yen", "ye": "yeh", "yue": "yueh", "yong": "yung"},
    **{"ge": "ko", "ke": "ko", "he": "ho", "e": "o", "gui": "kuei", "kui": "kuei", "zhe": "che", "she": "she"},
}


def _wade_giles(initial: str, final: str) -> str:
    """The syllable in Wade-Giles, its apostrophes and umlauts left out as people leave them out."""
    if initial + final in _WHOLE:
        return _WHOLE[initial + final]
    if final == "uo" and initial not in ("g", "k", "h", "sh"):
        final = "o"
    final = {"ian": "ien", "ie": "ieh", "ue": "ueh", "ong": "ung", "iong": "iung"}.get(final, final)
    return _AS_WADE_GILES.get(initial, initial) + final


_AS_PALLADIUS = {
    **{"zh": "chzh", "j": "tsz", "q": "ts", "x": "s", "z": "tsz", "c": "ts", "r": "zh", "h": "kh", "w": "v", "y": ""},
}
_PALLADIUS_FINALS = (  # the first that ends a syllable; of the "u" behind j, q, x, y is told apart
    *(("iang", "yan"), ("iong", "yun"), ("uang", "uan"), ("iao", "yao"), ("ian", "yan"), ("uai", "uay")),
    *(("ang", "an"), ("eng", "en"), ("ing", "in"), ("ong", "un"), ("ia", "ya"), ("ie", "ye"), ("iu", "yu")),
    *(("ai", "ay"), ("ei", "ey"), ("ui", "uy"), ("uo", "o")),
)
_ROUNDED = {"u": "yuy", "ue": "yue", "uan": "yuan", "un": "yun"}
_BEHIND_Y = {"a": "ya", "ao": "yao", "e": "ye", "ou": "yu", "an": "yan", "ang": "yan", "ong": "yun"}


def _palladius(initial: str, final: str) -> str:
    """The syllable as Russian writes it, in Latin letters; -n and -ng fall together there."""
    if final == "i" and initial in ("z", "c", "s"):
        return f"{_AS_PALLADIUS.get(initial, initial)}y"
    if initial in ("j", "q", "x", "y") and final in _ROUNDED:
        return _AS_PALLADIUS[initial] + _ROUNDED[final]
    if initial == "y" and final in _BEHIND_Y:
        return _BEHIND_Y[final]
    said = next((russian for pinyin, russian in _PALLADIUS_FINALS if final == pinyin), final)
    return _AS_PALLADIUS.get(initial, initial) + said


def _read_chinese() -> tuple[dict[str, set[str]], dict[str, list[str]]]:
    """The syllables that are written in two ways, each with its others; and of every syllable what it is in pinyin."""
    others: defaultdict[str, set[str]] = defaultdict(set)
    in_pinyin: defaultdict[str, set[str]] = defaultdict(set)
    for initial, final in _SYLLABLES:
        pinyin, other = initial + final, _wade_giles(initial, final)
        in_pinyin[pinyin].add(pinyin)
        in_pinyin[other].add(pinyin)
        if pinyin != other and len(pinyin) > 1 and len(other) > 1:
            others[other].add(pinyin)
            others[pinyin].add(other)
    return others, {written: sorted(ways) for written, ways in in_pinyin.items()}


def _read_surnames() -> tuple[dict[str, set[str]], frozenset[str]]:
    others: defaultdict[str, set[str]] = defaultdict(set)
    korean: set[str] = set()
    language = ""
    for line in data_lines("romanisations.txt"):
        group = line.split()
        if len(group) == 1 and line in ("chinese", "korean"):
            language = line
            continue
        for name in group:
            others[name].update(each for each in group if each != name)
        if language == "korean":
            korean.update(group)
    return others, frozenset(korean)


_CHINESE, _AS_PINYIN = _read_chinese()


def _read_russian() -> dict[str, set[str]]:
    """The syllables in pinyin that one in the Russian way stands for. What stands in another way of writing, too, or is
    a name elsewhere says nothing: Chen, of Chen and Cheng; Khan."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for initial, final in _SYLLABLES:
        russian = _palladius(initial, final)
        if russian not in _AS_PINYIN and russian not in COMMON_PEOPLE | PARTICLES:
            found[russian].add(initial + final)
    return found


_RUSSIAN = _read_russian()
_SURNAMES, KOREAN_SURNAMES = _read_surnames()

# Sounds of Korean, each in the ways it is written.
_HEADS = ("k g kk", "t d tt", "p b pp", "ch j jj tch", "s sh ss", "r l n rh", "h", "n", "m", "")
_VOWELS = (
    *("a ah ar", "ae ai e", "ya", "o eo u eu", "o oh", "yo yeo you yu", "yo", "oe oi we ey", "wa", "wae wai", "wo weo"),
    *("wi wee ui", "u oo eu woo", "yu yoo", "i ee yi", "ye yae", "ui eui ue"),
)
_TAILS = ("k g ck c", "t d", "p b", "l r", "n", "m", "ng", "")


def _spellings(ways: tuple[str, ...]) -> dict[str, set[str]]:
    """Each way of writing a sound, with the other ways of that sound."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for way in ways:
        each = way.split() or [""]
        for one in each:
            found[one].update(each)
    return found


_BY_HEAD, _BY_VOWEL, _BY_TAIL = _spellings(_HEADS), _spellings(_VOWELS), _spellings(_TAILS)


def _any_of(ways: dict[str, set[str]]) -> str:
    return "|".join(sorted(ways, key=len, reverse=True))


_SYLLABLE = re.compile(f"({_any_of(_BY_HEAD)})({_any_of(_BY_VOWEL)})({_any_of(_BY_TAIL)})")


@lru_cache(maxsize=10_000)
def korean_spellings(word: str) -> frozenset[str]:
    """How else a word of one Korean syllable is written; nothing where it is none."""
    found = _SYLLABLE.fullmatch(word) if 2 <= len(word) <= 7 else None
    if found is None:
        return frozenset()
    vowels = set(_BY_VOWEL[found[2]])
    if not found[3]:  # an open "so" is not "su", a closed "jong" may be "jung"
        vowels -= (
            {"u", "oo", "eu"} if found[2] in ("o", "eo") else {"o", "eo"} if found[2] in ("u", "oo", "eu") else set()
        )
    made = {"".join(each) for each in product(_BY_HEAD[found[1]], vowels, _BY_TAIL[found[3]])}
    return frozenset(made - {word})


@lru_cache(maxsize=10_000)
def is_syllable(word: str) -> bool:
    """Whether a word may be one syllable of a Chinese or Korean name."""
    return word in _CHINESE or _SYLLABLE.fullmatch(word) is not None


def other_spellings(word: str) -> frozenset[str]:
    """The word as another romanisation writes it, if it is a surname or a syllable of Chinese or Korean."""
    if not 1 <= len(word) <= 9:
        return frozenset()
    found = korean_spellings(word).union(_CHINESE.get(word, ()), _RUSSIAN.get(word, ()), _SURNAMES.get(word, ()))
    if word in COMMON_PEOPLE or word in PARTICLES:
        return found
    return found.union(*map(_surname_called, _written_abroad(word)))


# What Russian made of Korean names (Kogay, Yugai and Shegay of Ko, Yu and Se; Khvan), and Dutch of Chinese ones (Tjong,
# Liem, Oei).
_OF_KOREA = re.compile(r"(.*[aeiou])g(?:ay|ai|aj)")
_ABROAD = (  # of each language, what becomes of the letters; the first has no "ng"
    (("kh", "h"), ("v", "w")),
    (("tjh", "ch"), ("tj", "ch"), ("dj", "j"), ("sj", "sh"), ("ie", "i"), ("oe", "u")),
    (("tj", "ti"), ("oe", "u")),
)


def _written_abroad(word: str) -> Iterator[str]:
    """The surname that another alphabet or language wrote so, as English has its sounds; nothing of most words."""
    if found := _OF_KOREA.fullmatch(word):
        yield found[1]
    for letters in _ABROAD:
        said = word
        for theirs, ours in letters:
            said = said.replace(theirs, ours)
        if said != word:
            yield from (said, f"{said}g") if letters is _ABROAD[0] and said.endswith("n") else (said,)


def _surname_called(name: str) -> frozenset[str]:
    """A surname and its other spellings; nothing where it is none of the table."""
    return frozenset({name, *_SURNAMES[name]}) if name in _SURNAMES else frozenset()


GIVEN, LONGEST_NAME = 3, 24  # syllables of a name with two given ones; its letters


def in_pinyin(text: str, is_listed: Callable[[str], bool]) -> Iterator[str]:
    """A Chinese name in Wade-Giles with its given name as pinyin joins it, where a list has that: Cheng Yen-hsiung is
    zheng yanxiong or cheng
    yanxiong. The surname comes first, wherever it stood."""
    if len(text) > LONGEST_NAME or text.count(" ") + text.count("-") != GIVEN - 1:
        return
    syllables = [word for word in _PARTED.split(_ASPIRATES.sub("", text.casefold())) if word]
    if len(syllables) != GIVEN or not all(each in _AS_PINYIN for each in syllables):
        return
    for family, first, second in (syllables, [syllables[2], *syllables[:2]]):
        for one, other in product(_AS_PINYIN[first], _AS_PINYIN[second]):
            if is_listed(one + other):
                yield from (f"{surname} {one}{other}" for surname in _AS_PINYIN[family])


_ASPIRATES, _PARTED = re.compile("['`´‘’ʻʼ]"), re.compile(r"[\s,-]+")
