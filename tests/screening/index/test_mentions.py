"""Listed names that stand in a text."""

from __future__ import annotations

from bot.screening.screen import Index


def mentioned(index: Index, text: str, *ordinary: str) -> list[tuple[str, bool]]:
    words = text.split()
    found = index.mentions.find([(word,) for word in words], [word not in ordinary for word in words])
    return [(" ".join(mention.spelt), mention.strong) for mention in found]


def test_a_whole_strong_name_is_found_in_a_sentence(real_index: Index) -> None:
    found = mentioned(real_index, "can we pay Bank Rossiya today", "can", "we", "pay", "today")
    assert ("Bank Rossiya", True) in found


def test_given_name_and_surname_are_found_without_the_patronymic(real_index: Index) -> None:
    assert ("Oleg Deripaska", True) in mentioned(real_index, "so Oleg Deripaska wrote", "so", "wrote")


def test_ordinary_words_alone_are_no_mention(real_index: Index) -> None:
    assert mentioned(real_index, "is the bank on the list", *["is", "the", "bank", "on", "list"]) == []


def test_of_several_spellings_the_listed_one_is_taken(real_index: Index) -> None:
    found = real_index.mentions.find([("Дерипаску", "Дерипаска")], [True])
    assert found == []
    assert real_index.mentions.bearers("Дерипаска") > 0 == real_index.mentions.bearers("Дерипаску")


def test_the_longer_mention_comes_first(real_index: Index) -> None:
    sizes = [len(name.split()) for name, _ in mentioned(real_index, "Oleg Vladimirovich Deripaska")]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes
