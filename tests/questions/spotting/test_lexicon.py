"""The data files of words."""

from __future__ import annotations

import pytest

from bot.questions.spotting.lexicon import LANGUAGES, entry_of, lexicon, read


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_can_be_found(language: str) -> None:
    words = lexicon()
    for part, phrases in read(language).items():
        for phrase in phrases:
            if "…" in phrase:
                word, ahead = phrase.replace("… '", "House'").replace("…", "Acme Ltd").split(" ", 1)
                assert part in words.begun(word, f" {ahead}", 0), phrase
                continue
            typed = [word.rstrip("*") for word in entry_of(phrase)]
            size, parts = words.longest(typed, 0)
            assert size == len(typed), phrase
            assert part in parts, phrase


def test_a_stem_stands_for_any_ending_and_a_word_for_itself() -> None:
    words = lexicon()
    assert words.knows("санкциями")
    assert words.knows("sanctioned")
    assert not words.knows("gazprombank")
    assert not words.knows("дерипаска")


def test_no_stem_is_so_short_that_it_eats_names() -> None:
    """ "воло*" began Volodin, "груз*" Georgia."""
    stems = {word for language in LANGUAGES for own in read(language).values() for p in own for word in p.split()}
    assert {stem for stem in stems if stem.endswith("*") and len(stem) < 6} == set()


@pytest.mark.parametrize("language", ["it", "pl", "tr"])
def test_a_little_word_of_english_means_no_other_thing_in_a_language_seldom_written(language: str) -> None:
    """Polish "to" (this) made an act of "I'd like to draft an option" a wish for something else."""
    english = read("en")
    little = {phrase for phrase in english["filler"] if " " not in phrase}
    for part, phrases in read(language).items():
        for word in little & set(phrases):
            assert part == "filler" or word in english.get(part, ()), (word, part)


def test_words_of_names_are_no_words_of_asking_in_a_language_seldom_written() -> None:
    assert not {"bank", "co", "lei", "ya", "solo"} & {
        p for lang in ("it", "pl", "tr") for own in read(lang).values() for p in own
    }
