"""A described set: what of it is read, and that all else is said to be unread."""

from __future__ import annotations

import pytest

from bot.questions.ask import Ask, Kind
from bot.questions.understand import understand
from bot.sanctions.party import Schema
from tests.conftest import NOON
from tests.questions.words import VOCABULARY


def read(words: str) -> Ask:
    return understand(words, NOON, VOCABULARY).first


@pytest.mark.parametrize(
    ("words", "unmet"),
    [
        ("which sanctioned banks have a BIC", ("BIC",)),
        ("which vessels were built after 2010", ("built after 2010",)),
        ("which Chinese mining companies are sanctioned", ("mining",)),
        ("which international banks are sanctioned", ("international",)),
        ("which state-owned banks are sanctioned", ("state-owned",)),
        ("how many active military companies from China are listed", ("active military",)),
        ("how many persons are on the UN list only", ("only",)),
        ("give me the sanctioned aircraft linked to oligarchs", ("linked to oligarchs",)),
        ("vessels linked to Iranian companies", ("linked to Iranian companies",)),
        ("how many banks are under the price cap", ("the price cap",)),
        ("list the largest Russian banks on the SDN list", ("largest",)),
        ("aircraft with no operator", ("no operator",)),
        ("show all tankers and tugs on the SDN list", ("tugs",)),
        ("how many individuals and entities from Belarus are sanctioned", ("entities",)),
        ("Russian persons listed since the full-scale war", ("since the full-scale war",)),
        ("vessels with no flag on the SDN list", ("no flag",)),
        ("how many banks are only on SDN", ("only",)),
        ("which country has the most listed banks", ("most",)),
        ("Belarus vs Russia: who has more listed banks", ("vs", "more")),
    ],
)
def test_a_condition_that_nothing_reads_is_told_and_not_dropped(words: str, unmet: tuple[str, ...]) -> None:
    question = read(words)
    assert question.kind is Kind.PARTIES
    assert question.filter is not None
    assert question.filter.unmet == question.unread == unmet
    assert not question.filter.group


@pytest.mark.parametrize(
    "words",
    [
        "how many persons with Russian nationality are on the SDN list",
        "which companies with an address in Cyprus are sanctioned?",
        "how many vessels does the SDN list hold?",
        "could you tell me how many Venezuelans there are on the SDN list",
        "how many of the sanctioned vessels are oil tankers",
        "show me the Syrian persons, please",
        "vessels under RUSSIA-EO14024 under the flag of Panama",
        "show the people listed under UKRAINE-EO13660",
        "сколько российских банков в списке SDN",
        "wie viele russische Banken stehen auf der SDN-Liste?",
        "combien de navires iraniens sont sanctionnés ?",
    ],
)
def test_what_only_asks_for_the_set_is_no_condition(words: str) -> None:
    question = read(words)
    assert question.kind is Kind.PARTIES
    assert question.unread == ()


@pytest.mark.parametrize(
    ("words", "trade"),
    [
        ("Iranian oil companies", "oil"),  # were of a type of ships, and none
        ("how many gas companies are listed", "gas"),
        ("which Chinese shipping companies are sanctioned", "shipping"),
        ("Russian insurance companies on SDN?", "insurance"),
    ],
)
def test_what_firms_do_is_looked_for_in_names(words: str, trade: str) -> None:
    wanted = read(words).filter
    assert wanted is not None
    assert (wanted.schema, wanted.words, wanted.craft, wanted.unmet) == (Schema.LEGAL_ENTITY, (trade,), (), ())


def test_of_two_kinds_the_narrower_is_meant() -> None:
    wanted = read("how many of the sanctioned vessels are oil tankers").filter
    assert wanted is not None
    assert wanted.craft == ("oil", "tanker")


@pytest.mark.parametrize("words", ["which entities in Cyprus are listed", "Belarusian entities on the SDN list"])
def test_entities_are_neither_persons_nor_craft(words: str) -> None:
    wanted = read(words).filter
    assert wanted is not None
    assert wanted.schema is Schema.LEGAL_ENTITY


@pytest.mark.parametrize(
    ("words", "together"),
    [
        ("parties under RUSSIA-EO14024 or UKRAINE-EO13660", False),
        ("parties under RUSSIA-EO14024 and UKRAINE-EO13660", True),
    ],
)
def test_tags_side_by_side_are_programs(words: str, together: bool) -> None:
    question = read(words)
    assert (question.kind, question.programs) == (Kind.PARTIES, ("RUSSIA-EO14024", "UKRAINE-EO13660"))
    assert question.filter is not None
    assert question.filter.together is together


def test_how_many_are_called_so_is_a_set() -> None:
    question = read("how many people named Ivanov are on the SDN list")
    assert question.kind is Kind.PARTIES
    assert question.filter is not None
    assert (question.filter.words, question.filter.schema) == (("Ivanov",), Schema.PERSON)


def test_how_a_place_was_read_is_said() -> None:
    assert read("which companies in Dubai are listed").notes == ("“Dubai” was read as United Arab Emirates.",)
    assert read("which companies in Russia are listed").notes == ()


@pytest.mark.parametrize(
    ("words", "schema", "country"),
    [
        ("which vessels were added last week", Schema.VESSEL, ()),
        ("which Venezuelan persons were removed since 1 March", Schema.PERSON, (("Venezuela",),)),
        ("какие суда добавили вчера", Schema.VESSEL, ()),
    ],
)
def test_changes_are_asked_for_of_a_set(words: str, schema: Schema, country: tuple[tuple[str, ...], ...]) -> None:
    question = read(words)
    assert question.kind is Kind.CHANGES
    assert question.filter is not None
    assert (question.filter.schema, question.filter.country) == (schema, country)


@pytest.mark.parametrize(
    "words", ["what changed last week", "who was added yesterday", "changes for Sberbank since 2022"]
)
def test_changes_of_everybody_or_of_a_party_are_of_no_set(words: str) -> None:
    question = read(words)
    assert (question.kind, question.filter) == (Kind.CHANGES, None)
