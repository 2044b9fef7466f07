"""Every figure that a score or a verdict is made of, as a named feature: what it does, how much, where it is from.

They stand as a table in docs/screening.md, and no other module of screening has a fraction of its own.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from bot.screening.policy import MATCH


class Does(StrEnum):
    """What a feature does to the score of a name."""

    COSTS = "costs, a unit of the weight of words"
    TIMES = "times"
    MOST = "at most"
    LEAST = "at least"
    IS = "is"
    ADDS = "adds"
    FROM = "from"  # a condition: it changes nothing by itself
    UP_TO = "up to"  # the same
    WEIGHS = "weighs"


class Origin(StrEnum):
    """Where a figure is from."""

    RULE = "rule"  # it follows from the threshold: this must (not) be a match, whatever else agrees
    CASES = "cases"  # set on the development cases of the harness; measured on cases that nobody had looked at
    JUDGED = "judged"  # by what a reader would say of a few real names; no figure of the documents turns on it


class Feature(NamedTuple):
    name: str
    does: Does
    value: float
    says: str
    origin: Origin


_MADE: list[Feature] = []


def _feature(name: str, does: Does, value: float, origin: Origin, says: str) -> float:
    _MADE.append(Feature(name, does, value, says, origin))
    return value


_COSTS, _TIMES, _MOST, _LEAST, _IS, _ADDS, _FROM, _UP_TO, _WEIGHS = Does
_RULE, _CASES, _JUDGED = Origin

# What a word weighs, by the part it plays.
NAME = _feature("a name", _WEIGHS, 1.0, _RULE, "it tells who is meant")
SHORT_NAME = _feature("a name of one or two letters", _WEIGHS, 0.6, _CASES, "Li, Wu: many share it")
HALF_NAME = _feature("either half of Abd-Allah, of Saif al-Din; a Roman numeral", _WEIGHS, 0.5, _CASES, "a half")
FATHERS_NAME = _feature("a patronymic", _WEIGHS, 0.7, _CASES, "lists leave it out")
NUMBER = _feature("a number", _WEIGHS, 0.8, _CASES, "it tells ships and plants")
STOCK_WORD = _feature("a stock word of firms", _WEIGHS, 0.55, _CASES, "bank, trading")
LETTER = _feature("an initial", _WEIGHS, 0.5, _CASES, "half a name")
PARTICLE = _feature("a particle", _WEIGHS, 0.12, _CASES, "al, de")
TITLE = _feature("a title", _WEIGHS, 0.1, _CASES, "Hajji, Dr")
TITLE_FIRST = _feature("a title, in the first rating", _WEIGHS, 0.5, _CASES, "a ship may be called so")
LEGAL_FORM = _feature("a legal form", _WEIGHS, 0.1, _CASES, "LLC, OOO")
SOLID = _feature("a word that counts as one of a name", _FROM, 0.5, _CASES, "by its weight")

# Words left over, in the sum of what agrees over what agrees and costs.
BOTH = _feature("left over on both sides", _COSTS, 0.9, _CASES, "how two people or firms differ")
EXTRA = _feature("left over in the question", _COSTS, 0.52, _CASES, "the list lacks it")
PATRONYMIC = _feature("of it a patronymic", _TIMES, 0.5, _CASES, "lists leave patronymics out")
OMITTED = _feature("left over in the list", _COSTS, 0.13, _CASES, "people leave names out")
OMITTED_BESIDE_ONE = _feature("the same beside one word that agrees", _COSTS, 0.16, _CASES, "then more is open")
OMITTED_FAMILY = _feature("a surname among it", _COSTS, 0.05, _CASES, "beside the above")

RATED_OMITTED = _feature("left over in the list, in the first rating", _COSTS, 0.14, _CASES, "between these three")

# Two words, by their letters.
WORD_FLOOR = _feature("likeness of two words that may be one", _FROM, 0.64, _CASES, "1 less slips by letters")
WORD_SLIP = _feature("each slip after the first", _ADDS, -0.05, _CASES, "one slip in 7 letters, two in 11, then three")
WORD_APART = _feature("each place that two words stand apart", _ADDS, -0.001, _RULE, "of like pairs, the nearest")
WORD_MISREAD = _feature("likeness of a word that a scanner misread", _IS, 0.95, _CASES, "rn for m")

# Two words, by their sound and what they share.
SOUND_NEAR = _feature("likeness by letters of two words of one sound", _FROM, 0.55, _CASES, "else other words")
SOUND = _feature("likeness of two words of one sound", _IS, 0.6, _CASES, "beside the next")
SOUND_SHARE = _feature("the share of it that letters give", _TIMES, 0.38, _CASES, "at most 0.98 in all")
HEARD_NEAR = _feature("likeness of two words written as they sound", _FROM, 0.7, _CASES, "dzh, kh, shch: one letter")
HEARD = _feature("likeness of words so heard", _IS, 0.55, _CASES, "beside the share that letters give")
WORD_ROMAN = _feature("spellings of one word of another script", _LEAST, 0.97, _RULE, "Anninsky, Anninskii")
WORD_FORM = _feature("forms of one given name", _IS, 0.95, _RULE, "Sasha, Aleksandr")
WORD_OPPOSED = _feature("a man's and a woman's form of a name", _MOST, 0.7, _RULE, "Ivanov, Ivanova")
BARE = _feature("the consonants of a word, no vowel typed", _LEAST, 0.92, _CASES, "Rhmn")
BARE_SHORT = _feature("the same, of two letters", _LEAST, 0.86, _CASES, "more words fit")
THIN = _feature("the consonants of a word, vowels missing", _LEAST, 0.88, _CASES, "Frnco")
THIN_SHORT = _feature("the same, of two consonants", _LEAST, 0.8, _CASES, "more words fit")
ARABIC = _feature("the consonants of a word in Arabic letters", _IS, 0.92, _CASES, "short vowels are not written")
ARABIC_SHORT = _feature("the same, of two", _IS, 0.86, _CASES, "more words fit")
ARABIC_LETTERS = _feature("the share of either that letters give", _TIMES, 0.03, _CASES, "of equals, the nearest")
ARABIC_SINGLE = _feature("the same, of one, and the same first letter", _IS, 0.75, _CASES, "Ali")
ARABIC_SLIP = _feature("the same, but for one", _IS, 0.8, _CASES, "a slip")
ARABIC_END = _feature("another long vowel at the end", _ADDS, -0.12, _CASES, "Jalali is not Jalal")

# Two words, where more than their letters or their sound makes them alike.
WORD_INITIAL = _feature("likeness of an initial", _IS, 0.8, _CASES, "one letter agrees")
WORD_CUT = _feature("likeness of the beginning of a word", _IS, 0.9, _CASES, "the last of a long name")
WORD_JOINED = _feature("likeness of a word written together", _IS, 0.97, _CASES, "with its neighbour")
WORD_SHORT = _feature("likeness of an abbreviation", _IS, 0.9, _RULE, "INDS; never LISTED")
WORD_ROMANISED = _feature("likeness of another romanisation", _IS, 0.92, _RULE, "a surname alone so is no match")
VAGUE = _feature("likeness of a word that is merely alike", _FROM, 0.9, _CASES, "below: each other word is another's")

# What the names as wholes say.
AGAINST = _feature("something speaks against", _MOST, 0.78, _RULE, "see `judging/against`; so does one word for many")
ALONE_LEAST = _feature("a surname or a firm's telling word alone", _LEAST, 0.82, _RULE, "may be meant")
ALONE_MOST = _feature("the same", _MOST, 0.86, _RULE, "and no more is known")
SMALL_ALONE = _feature("an initial or a small word alone", _MOST, 0.5, _RULE, "means nobody")
SURE_ALONE = _feature("likeness of such a surname", _FROM, 0.93, _CASES, "it may be misspelt")
ABBREVIATED = _feature("a firm's short name for its long one", _LEAST, 0.84, _RULE, "Rosatom")
CUT = _feature("the listed name begins so", _IS, 0.9, _JUDGED, "a field of fixed width")
OTHER_FORM = _feature("the legal form differs", _TIMES, 0.78, _RULE, "two firms")
OTHER_NUMBER = _feature("the numbers differ", _TIMES, 0.8, _RULE, "two ships")
OTHER_WRITING = _feature("one name from a script that romanises roughly", _TIMES, 0.88, _CASES, "Arabic")
RUN_TOGETHER = _feature("the same letters, spaces apart", _IS, 0.97, _CASES, "AlisherUsmanov")
ONE_LETTER = _feature("the same but for one letter", _IS, 0.92, _CASES, "of at least eight")

# The listed name, and one word asked alone.
WEAK = _feature("a weak alias", _TIMES, 0.95, _RULE, "the publisher does not count on it")
WEAK_MOST = _feature("the same", _MOST, 0.9, _RULE, "never LISTED")
BELOW = _feature("must not be a match", _MOST, MATCH - 0.02, _RULE, "one word that is merely alike, a short weak alias")
FORMED_ALIKE = _feature("likeness of one word beside an equal legal form", _FROM, 0.75, _CASES, "else it is another")
SINGLE_SPELT = _feature("likeness of one word that is spelt alike", _FROM, 0.85, _CASES, "Rosnefft; not Honda for HODA")
SINGLE_SOUNDS = _feature("likeness of one word that sounds alike", _FROM, 0.9, _CASES, "the same")
SHORT_FORM = _feature(
    "a rare word in the firm's own form, or one that tells; a firm's name in another form",
    _IS,
    0.81,
    _RULE,
    "Anninskii OOO; Belavia; VTB Capital Holdings Ltd",
)
COMMON_ALONE = _feature("one common word that is a party's whole name", _MOST, 0.9, _RULE, "asked back")

# How many parties of one publisher have a word in a name.
RARE_WORD = _feature("parties with a word that may mean one of them", _UP_TO, 2, _JUDGED, "Anninskii; Belavia")
RARE_TOGETHER = _feature("names with all words of a body's head", _UP_TO, 4, _JUDGED, "Federation Council")
HALF_WORD = _feature("parties with a word that may mean one of two words", _UP_TO, 10, _JUDGED, "Sinaloa; Sepahan")
DESCRIBING = _feature("parties with a word that describes", _FROM, 10, _JUDGED, "Belarusian, airlines")
RARE_SURNAME = _feature("parties with a surname that makes LISTED", _UP_TO, 5, _JUDGED, "Deripaska")
COMMON_FROM = _feature("parties with a word that is asked back about", _FROM, 40, _JUDGED, "Wagner")
RARE_IN_TEXT = _feature("parties with the rarest word of a name in a text", _UP_TO, 20, _JUDGED, "else any text")

# A name that was read in a field.
HELD = _feature("a listed name in the middle of a text", _IS, 0.85, _RULE, "POSSIBLE and no more")
PERSON_HELD = _feature("a listed person's name beside other words", _IS, 0.81, _RULE, "the same")
COMMON_PART = _feature("a listed common word in a field", _IS, 0.81, _RULE, "the same")
GUESSED = _feature(
    "a name on the net, beside an and, or one word before a place", _MOST, 0.9, _RULE, "nobody surely wrote it so"
)

# Evidence beside the name.
SAME_DAY = _feature("same date of birth", _ADDS, 0.06, _JUDGED, "only where the name is near already")
SAME_YEAR = _feature("same birth year", _ADDS, 0.03, _JUDGED, "many share it")
NEAR_YEAR = _feature("birth year off by one, or about", _ADDS, -0.03, _JUDGED, "slips and other calendars")
OTHER_DAY = _feature("same birth year, another day", _ADDS, -0.08, _JUDGED, "a slip, or somebody else")
OTHER_YEAR = _feature("another birth year", _ADDS, -0.18, _RULE, "below a match, but for a name nearly equal")
SAME_COUNTRY = _feature("same country", _ADDS, 0.02, _JUDGED, "many share it")
OTHER_COUNTRY = _feature("another country", _ADDS, -0.04, _JUDGED, "people have several; lists know one")
OTHER_TYPE = _feature("another type", _ADDS, -0.15, _RULE, "a ship is no person")
OTHER_IDENTIFIER = _feature("another identifier of a kind that a party has one of", _ADDS, -0.15, _RULE, "IMO, INN")
DECIDING = _feature("evidence that decides against a name that is merely alike", _FROM, -0.15, _RULE, "and below")
NEARLY_EQUAL = _feature("a name that stays a match whatever speaks against it", _FROM, 0.9, _RULE, "dates are mistyped")
LIFTED = _feature("a name that evidence may lift", _FROM, 0.7, _JUDGED, "a birth year is shared by many")
KINDRED = _feature("nearly the identifier asked for", _LEAST, 0.9, _RULE, "another branch of a bank")

# Which names are looked at closely: what they are rated, before they are scored.
# What has less of the question than this share is rated below what is looked at, whatever else it has.
LEAST_SHARE = _feature("share of the question's weight that a name has", _FROM, 0.43, _RULE, "else it is not rated")
PROMISING = _feature("rating of a name that is looked at", _FROM, 0.6, _CASES, "below, none is a match")
LIKELY = _feature("rating of a name that is always looked at", _FROM, 0.72, _CASES, "however many there are")
CLOSE = _feature("rating below the best that is looked at", _UP_TO, 0.12, _CASES, "the first may be wrong")
SHARED = _feature("share of pieces of letters that is looked at", _FROM, 0.4, _CASES, "names run together")
KNOWN_WORD = _feature("likeness of a typed word that is a listed one", _FROM, 0.95, _CASES, "else letters are tried")
WHOLE = _feature("share of a listed name that stands in a text", _FROM, 0.97, _RULE, "all of it, but for particles")
LEAST_WHOLE = _feature("weight of a listed name in a text", _FROM, 1.5, _JUDGED, "a name and a stock word")
EQUAL_WORDS = _feature("likeness of the words of a person in a text", _FROM, 0.97, _RULE, "letter for letter")
TWO_WORDS = _feature("weight of a person's name in a text", _FROM, 1.6, _JUDGED, "a given name and a surname")
ALONE = _feature("score of a name in a message that fits one party alone", _FROM, 0.95, _JUDGED, "that one is meant")

# What is shown.
LEAST = _feature("shown at all", _FROM, 0.6, _JUDGED, "as no match")
EXPLAINED = _feature("says its reasons", _FROM, 0.7, _JUDGED, "from 0.80 always")

FEATURES = tuple(_MADE)
