"""A listed name that stands in a message is read whole, whatever its own words are and whatever stands about it."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.questions.ask import Kind, Reading
from bot.questions.understand import understand
from bot.screening.index.mentions import Mentions
from tests.conftest import NOON
from tests.questions.words import VOCABULARY

# Listed as they stand here, on the SDN list of 28 December 2023, their own words those of any sentence.
NAMES = (
    "crown auto trade",
    "banco nacional de cuba",
    "syria international islamic bank",
    "iran space research center",
    "new eastern outlook",
    "east star investments limited",
    "old games eood",
    "bill twehway",
    "fared saal",
    "karat industry co., ltd.",
    "chihuahua foods s.a. de c.v.",
    "promotora vallarta one, s.a. de c.v.",
    "al junaid multi activities co ltd",
)
ABOUT = (
    "status of {}",
    "my boss asks if {} is a no go",
    "can smb check {} for me, client onboarding, urgent",
    "we are about to sign with {}. red flags?",
    "hi! new vendor = {}. ok?",
    "which list is {} on",
    "got an invoice from {}, can we settle it",
    "if option A happens is {} free",
    "Steht {} auf der Sanktionsliste?",
    "Проверьте {} пожалуйста",
    "watch {}",
    "- {}",
    "_{}_",
    "*{}*",
    "`{}`",
)


def read(text: str, listed: Mentions) -> Reading:
    return understand(text, NOON, VOCABULARY, listed=listed)


def plain(name: str) -> str:
    return " ".join(re.findall(r"\w+", name))


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(NAMES), about=st.sampled_from(ABOUT), case=st.sampled_from([str.lower, str.upper, str]))
def test_a_listed_name_is_the_subject_with_all_its_words(listed: Mentions, name: str, about: str, case) -> None:  # type: ignore[no-untyped-def]
    found = read(about.format(case(name)), listed)
    subjects = [plain(subject.name).casefold() for ask in found.asks for subject in ask.subjects]
    assert set(subjects) == {plain(name)}, (found.asks, found.unread)


@pytest.mark.parametrize(
    ("asked", "subjects"),
    [
        ("KYC refresh: Hareaki Fukuda, DOB unknown", ["Hareaki Fukuda"]),
        ("is Rosneft on the SDN list? Many thanks, Anna", ["Rosneft"]),
        ("is Rosneft sanctioned? thx, Bob", ["Rosneft"]),
        ("проверьте Роснефть. Спасибо, Анна", ["Роснефть"]),
        ("can we ship to Larosa in Dubai", ["Larosa"]),
        ("can we ship to Acme Widgets in Dubai", ["Acme Widgets"]),
        ("does Rosneft hold shares in Acme Widgets?", ["Rosneft", "Acme Widgets"]),
        ("do we invest in Acme Widgets", ["Acme Widgets"]),
        ("Oleg Deripaska passport check", ["Oleg Deripaska"]),
        ("is Putin sanctioned, and Shoigu?", ["Putin", "Shoigu"]),
        ("FYI Rosneft asked to change bank details; are they listed?", ["Rosneft"]),
        ("FYI PSB AVIALIZING OOO wants to update its account; are they listed?", ["PSB AVIALIZING OOO"]),
    ],
)
def test_what_stands_about_a_name_is_not_screened(asked: str, subjects: list[str], listed: Mentions) -> None:
    found = read(asked, listed)
    assert [ask.kind for ask in found.asks] == [Kind.SCREENING]
    assert [subject.name for subject in found.first.subjects] == subjects


@pytest.mark.parametrize(
    ("asked", "subjects"),
    [
        ("is our counterparty harbour lights catering on any list??", ["harbour lights catering"]),
        ("Проверьте harbour lights catering пожалуйста", ["harbour lights catering"]),
        ("Blue Heron Consulting Ltd - ok to pay?", ["Blue Heron Consulting Ltd"]),
        ("sdn: Blue Heron Consulting Ltd", ["Blue Heron Consulting Ltd"]),
        ("Van der Berg Tuinen B.V.?", ["Van der Berg Tuinen B.V."]),
        ("what do the lists say about maria del pilar ortega", ["maria del pilar ortega"]),
        ("are Greenfield & Sons and Kestrel Aerials LLP sanctioned", ["Greenfield & Sons", "Kestrel Aerials LLP"]),
        ("is Rosneft & Lukoil sanctioned", ["Rosneft", "Lukoil"]),
        ('fwd: "payment to Boulangerie Dupont SARL rejected by correspondent" - why?', ["Boulangerie Dupont SARL"]),
        ('is "the people of the book" listed', ["the people of the book"]),
    ],
)
def test_a_name_on_no_list_is_read_whole_too(asked: str, subjects: list[str], listed: Mentions) -> None:
    assert [subject.name for ask in read(asked, listed).asks for subject in ask.subjects] == subjects


@pytest.mark.parametrize(
    ("asked", "around"),
    [
        ("is bank keshavrzi iran on any list??", "bank keshavrzi iran"),
        ("does bank metlat appear on the SDN list", "bank metlat"),
        ("cartel de jalisoc nueva generacion", "cartel de jalisoc nueva generacion"),
        ("is zte sanctioned", ""),
        ("is metlat or rosneft sanctioned", ""),
        ("are Oleg Zorblax and Igor Quuxly under sanctions?", ""),
        ('is "metlat" bank sanctioned', ""),
        ("gardenia, the venezuelan harbour tug. yes or no", ""),
        ("can we settle with Atlas Ocean And Petrocehmical (Aopc)", "Atlas Ocean And Petrocehmical (Aopc"),
        ("vendor: ZHEJIANG WONDEER IMP. AND EXP. CO., LTD.", ""),
        ("elvees research and development cenuer jsc", "elvees research and development cenuer jsc"),
        ("red flags on fruit plus mladives pvt ltd?", "fruit plus mladives pvt ltd"),
        ("check aviaavtomatika named after v. taeasov jsc", ""),  # all of it is the name
        ("is utited world international owned by anyone sanctioned", "utited world international"),
    ],
)
def test_the_words_about_a_misspelt_name_are_kept_beside_it(asked: str, around: str, listed: Mentions) -> None:
    assert read(asked, listed).first.subjects[0].within == around


@pytest.mark.parametrize("asked", ["co., ltd.", "is s.a. de c.v. sanctioned", "status of ltd"])
def test_a_legal_form_by_itself_is_no_name(asked: str, listed: Mentions) -> None:
    assert not [subject for ask in read(asked, listed).asks for subject in ask.subjects]


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("changes to Rosneft", Kind.CHANGES),
        ("what changed for Rosneft", Kind.CHANGES),
        ("anything new on Rosneft", Kind.CHANGES),
        ("is Bank Rossiya listed", Kind.SCREENING),
    ],
)
def test_what_is_asked_stays_what_is_asked(asked: str, kind: Kind, listed: Mentions) -> None:
    found = read(asked, listed).first
    assert (found.kind, [s.name for s in found.subjects]) == (kind, ["Bank Rossiya" if "Bank" in asked else "Rosneft"])


@pytest.mark.parametrize("asked", ["what is UKR?", "what is TAQA?", "what's the CBR directive"])
def test_capitals_that_are_to_be_explained_are_not_screened(asked: str, listed: Mentions) -> None:
    assert read(asked, listed).first.kind is not Kind.SCREENING
