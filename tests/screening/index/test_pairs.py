"""How alike a typed and a listed word are, and in what way."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.screening.index.codes import LETTERS
from bot.screening.index.lexicon import Lexicon
from bot.screening.index.pairs import Typed
from bot.screening.index.variants import Variants
from bot.screening.weights import WORD_FLOOR
from bot.screening.words.naming import naming_of
from bot.screening.words.phonetic import sounded
from bot.screening.words.spelling import HOWS, How, packed, slip, unpacked
from bot.screening.words.traits import Traits, traits_of
from tests.screening.made_up_words import ANY_WORDS, words_with_slips

CONSONANTS = "bdfglmnprst"  # no given name is written with these alone, and no woman's form of a man's name


def alike(typed: str, listed: str) -> tuple[float, How] | None:
    """How alike the only listed word is to the typed one; None where it is not found. Either may be in Arabic."""
    asked, other = (naming_of(word).words[0].traits for word in (typed, listed))
    lexicon = Lexicon.of([(other.text, other.arabic)])
    found = lexicon.variants([asked])[0].table.get(0)
    return None if found is None else unpacked(found)


def likeness(typed: str, listed: str) -> float:
    return (alike(typed, listed) or (0.0,))[0]


def by_letters(typed: str, listed: str) -> float:
    """The same where the words are known to share nothing but letters."""
    return Typed(traits_of(typed), sounded(typed)).beside(listed, LETTERS, traits_of(listed).packed, arabic=False)[0]


@pytest.mark.parametrize(
    ("typed", "listed", "way", "least"),
    [
        ("Rahman", "Rahman", How.EQUAL, 1.0),
        ("Bernstien", "Bernstein", How.SOUND, 0.9),
        ("Bernstoin", "Bernstein", How.SOUND, 0.9),
        ("Rosneff", "Rosneft", How.SPELLING, 0.85),
        ("Salirn", "Salim", How.SPELLING, 0.95),  # as scanning reads it
        ("Sasha", "Aleksandr", How.FORM, 0.95),
        ("Sergei", "Sergey", How.FORM, 0.95),
        ("Mykolaivna", "Nikolaevna", How.FORM, 0.95),
        ("Tolstoi", "Tolstoy", How.SOUND, 0.97),  # one word, romanised in two ways
        ("Rosnyeft", "Rosneft", How.SOUND, 0.97),
        ("Rhmn", "Rahman", How.VOWELS, 0.92),  # no vowel is left
        ("Brnstin", "Bernstein", How.VOWELS, 0.88),  # some vowels are
        ("Bru", "Bureau", How.VOWELS, 0.8),
        ("Vra", "Vieira", How.VOWELS, 0.8),
        ("Khadzhi", "Haji", How.SOUND, 0.9),  # far apart by letters, and one by ear
        ("Frnco", "Franco", How.SOUND, 0.9),  # a vowel less: it still sounds so
    ],
)
def test_a_word_is_alike_in_the_strongest_way_that_it_can_be(typed: str, listed: str, way: How, least: float) -> None:
    value, how = alike(typed, listed) or (0.0, None)
    assert how is way
    assert value >= least


@pytest.mark.parametrize(
    ("typed", "listed"),
    [
        ("Oleg", "Olga"),  # one sound, two names
        ("Francisco", "Francisca"),
        ("Tim", "Jim"),
        ("Gazprom", "Gazprombank"),
        ("Salim", "Salirn"),  # scanning reads rn for m in what is typed; lists are set in type
        ("Nikolaevich", "Nikolaevna"),
        ("7858", "7885"),
        ("Rsn", "Rosneft"),
    ],
)
def test_another_word_is_not_alike(typed: str, listed: str) -> None:
    assert alike(typed, listed) is None


@pytest.mark.parametrize(
    ("man", "woman"), [("Ivanov", "Ivanova"), ("Aleksandr", "Aleksandra"), ("Sidorov", "Sidorova")]
)
def test_a_mans_name_is_held_apart_from_a_womans_either_way(man: str, woman: str) -> None:
    assert likeness(man, woman) == likeness(woman, man) <= 0.7


def test_a_short_word_lacks_its_vowels_only_where_no_list_has_it_as_it_is() -> None:
    lexicon = Lexicon.of([("bureau", False), ("bru", False)])
    assert lexicon.number("bureau") not in lexicon.variants([traits_of("bru")])[0].table


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("محمد", "Muhammad"),
        ("رحمن", "Rahman"),
        ("حسین", "Hossein"),
        ("جلالی", "Jalali"),
        ("فضل", "Fazl"),
        ("فضل", "Fadil"),
    ],
)
def test_a_word_in_arabic_letters_is_alike_by_its_consonants(arabic: str, latin: str) -> None:
    assert likeness(arabic, latin) >= 0.92


@pytest.mark.parametrize(("arabic", "latin", "nearer"), [("جلال", "Jalali", "Jalal"), ("جلالی", "Jalal", "Jalali")])
def test_a_long_vowel_at_the_end_tells_jalali_from_jalal(arabic: str, latin: str, nearer: str) -> None:
    assert likeness(arabic, latin) + 0.1 < likeness(arabic, nearer)
    assert likeness(latin, arabic) + 0.1 < likeness(nearer, arabic)


def test_a_word_in_arabic_letters_with_other_consonants_is_another() -> None:
    assert alike("احمد", "Muhammad") is None
    assert alike("Muhammad", "احمد") is None


@settings(deadline=None)
@given(st.sets(ANY_WORDS, min_size=1, max_size=8))
def test_a_word_finds_itself_and_wholly(words: set[str]) -> None:
    lexicon = Lexicon.of((word, False) for word in words)
    for word, found in zip(words, lexicon.variants([traits_of(word) for word in words]), strict=True):
        number = lexicon.number(word)
        assert number is not None
        assert unpacked(found.table[number]) == (1.0, How.EQUAL)
        assert found.best == 1.0


def told(found: Variants) -> tuple[list[int], list[complex], dict[int, int]]:
    return found.numbers.tolist(), found.rated.tolist(), dict(found.table)


@settings(deadline=None)
@given(st.lists(st.tuples(words_with_slips(), st.booleans()), min_size=1, max_size=8), st.sets(ANY_WORDS, max_size=6))
def test_words_asked_together_find_what_each_finds_alone(
    pairs: list[tuple[tuple[str, str], bool]], others: set[str]
) -> None:
    listed = {(word, arabic) for (word, _), arabic in pairs} | {(word, False) for word in others}
    asked: list[Traits] = [traits_of(word, arabic) for (_, word), _ in pairs for arabic in (False, True)]
    together = Lexicon.of(listed).variants(asked)
    alone = [Lexicon.of(listed).variants([word])[0] for word in asked]
    assert [told(found) for found in together] == [told(found) for found in alone]


@settings(deadline=None)
@given(words_with_slips(), st.booleans(), st.booleans())
def test_a_likeness_is_between_the_floor_and_one(pair: tuple[str, str], arabic: bool, in_arabic: bool) -> None:
    word, other = pair
    found = Lexicon.of([(word, arabic)]).variants([traits_of(other, in_arabic)])[0]
    for value, (rounded, how) in zip(found.rated.real, map(unpacked, found.table.values()), strict=True):
        assert WORD_FLOOR <= rounded <= 1
        assert value == pytest.approx(rounded, abs=0.001)
        assert how in HOWS


@settings(deadline=None)
@given(words_with_slips(most=5))
def test_a_slip_is_as_bad_either_way_and_never_below_the_floor(pair: tuple[str, str]) -> None:
    one, other = pair
    assert slip(one, other) == slip(other, one)
    assert slip(one, other) == 0 or WORD_FLOOR <= slip(one, other) <= 1
    assert (slip(one, other) == 1) is (one == other)


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("rosneft", "rosnept", 1 - 1 / 7),  # one slip in up to seven letters
        ("rosneft", "rasnept", 0.0),
        ("gazpromm", "gasprom", 1 - 2 / 8 - 0.05),  # two in up to eleven; the second costs more
        ("gazprombank", "gosprobunk", 0.0),
        ("tatarstanoil", "totorstanail", 1 - 3 / 12 - 0.1),
        ("tatarstanoil", "totorstunail", 0.0),
        ("kbk", "kbc", 1 - 1 / 3),
        ("al", "el", 0.0),
    ],
)
def test_a_longer_word_may_have_more_slips(one: str, other: str, likeness: float) -> None:
    assert slip(one, other) == pytest.approx(likeness)


@settings(deadline=None)
@given(words_with_slips(st.text(CONSONANTS, min_size=2, max_size=16), CONSONANTS, most=5))
def test_words_that_share_nothing_but_letters_are_as_alike_as_their_slips_leave_them(pair: tuple[str, str]) -> None:
    one, other = pair
    assume(one == other or traits_of(one).roman != traits_of(other).roman)
    assert by_letters(one, other) == slip(one, other)


@settings(deadline=None)
@given(st.floats(0, 1), st.sampled_from(How))
def test_a_likeness_is_kept_with_its_way_to_a_thousandth(value: float, how: How) -> None:
    kept, way = unpacked(packed(value, how))
    assert way is how
    assert kept == pytest.approx(value, abs=0.0005 + 1e-9)


@settings(deadline=None, max_examples=150)
@given(
    st.lists(words_with_slips(), min_size=1, max_size=12),
    st.sets(st.sampled_from(["محمد", "كريم", "جلالي", "قذافي"]), max_size=3),
    st.booleans(),
)
def test_many_words_at_once_are_as_alike_as_one_by_one(
    pairs: list[tuple[str, str]], in_arabic: set[str], arabic: bool
) -> None:
    others = {word.text for name in in_arabic for word in naming_of(name).words}
    listed = {(other, False) for _, other in pairs} | {(text, True) for text in others}
    asked = [traits_of(word, arabic) for word in dict.fromkeys(word for word, _ in pairs)]
    asked += [traits_of(text, True) for text in others]
    found = []
    for many in (1, 1_000):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("bot.screening.index.lexicon.MANY", many)
            found.append([told(each) for each in Lexicon.of(listed).variants(asked)])
    assert found[0] == found[1]
