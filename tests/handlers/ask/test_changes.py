"""What changed of whom, between which editions, and of which days nothing is known. SDN of 21 Jan 2022, 25 Feb 2022 and
28 Dec 2023."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy.orm import Session, sessionmaker

from bot.answers.document import plain
from handlers.desk import Desk, DeskSettings
from jobs.loading import load
from jobs.starter import load_starter_content
from tests.conftest import NOON
from tests.handlers.ask.conftest import Ask, asking
from tests.once import a_store_of, opened

EDITIONS = ("2022-01-21", "2022-02-25", "2023-12-28")
OF_NO_DAYS = "No days were named, and of the last 7 days no edition is held: all that the editions here show."


@pytest.fixture(scope="module")
def then(lists_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Ask:
    def fill(sessions: sessionmaker[Session]) -> None:
        load_starter_content(sessions, NOON)
        for day in EDITIONS:
            load(sessions, "us_ofac_sdn", lists_dir / "ofac_sdn" / day, day, NOON, accept=True)

    folder = a_store_of(tmp_path_factory, "three-editions", fill)
    return asking(Desk(opened(folder), lambda: NOON, DeskSettings(index_dir=folder)))


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("how many vessels were delisted", "28 Dec 2023, vessels: 14 delisted and a program removed from 1."),
        ("Which Venezuelan parties were removed?", "28 Dec 2023, parties of Venezuela: 5 delisted."),
        ("changes for IRAN without vessels", "28 Dec 2023, parties of IRAN, without the vessels: 237 designated,"),
        ("was wurde gestrichen, ohne Schiffe", "28 Dec 2023, parties, without the vessels: 389 delisted"),
    ],
)
def test_changes_of_no_days_are_those_of_all_editions_and_of_the_set_alone(then: Ask, asked: str, says: str) -> None:
    first, _, rest = then(asked).text.partition("\n\n")
    assert first == OF_NO_DAYS
    assert says in rest.partition("\n")[0]


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("who was added in 2022 but is not under RUSSIA-EO14024", "without the parties under RUSSIA-EO14024: "),
        ("which tankers were added since 2022", "vessels of type “tanker”: 45 designated."),
        ("who from Cyprus got listed in 2023?", "parties of Cyprus: 98 designated."),
        ("who was added to the SDN list since 26 Feb 2022, persons only", "persons: 2,165 designated and a program"),
    ],
)
def test_changes_of_some_days_are_of_the_set_alone(then: Ask, asked: str, says: str) -> None:
    assert says in then(asked).text.partition("\n")[0]


@pytest.mark.parametrize(("asked", "kinds"), [("who came off since 2022", 1), ("what changed since 2022", 6)])
def test_what_is_asked_for_alone_is_told_alone(then: Ask, asked: str, kinds: int) -> None:
    told = {each["kind"] for each in then(asked).facts["changes"]}  # type: ignore[index, union-attr, attr-defined]
    assert "delisted" in told
    assert ("designated" in told) == (kinds > 1)


@pytest.mark.parametrize(
    ("asked", "unread"),
    [
        ("which women were delisted", "women"),
        ("persons added since the invasion", "since the invasion"),
        ("who was both added and removed since 2022", "both"),
        ("which banks with a BIC were added since 2022", "BIC"),
        ("which vessels built after 2010 were delisted", "built after 2010"),
    ],
)
def test_a_condition_on_changes_that_nothing_reads_is_told_before_them(then: Ask, asked: str, unread: str) -> None:
    answer = then(asked)
    assert f"Not applied: “{unread}”, not understood. Leaving it out:" in answer.text.partition("\n")[0]
    assert unread in answer.unread


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (
            "delisted in 2022: list the Colombians",
            "what came after 25 Feb 2022 is told with our edition of 28 Dec 2023",
        ),
        ("who was delisted in 2021", "the oldest edition here is of 21 Jan 2022: not known."),
        ("who was delisted in May 2023", "between our editions of 25 Feb 2022 and 28 Dec 2023: not known."),
        ("who was delisted in May 2024", "the newest edition here is of 28 Dec 2023, before that period: not known."),
    ],
)
def test_where_the_editions_leave_days_out_no_change_is_not_known(then: Ask, asked: str, says: str) -> None:
    text = then(asked).text
    assert text.startswith("NOT KNOWN what changed")
    assert says in text


def test_of_an_edition_long_after_the_one_before_it_is_said_that_it_tells_of_more(then: Ask) -> None:
    told = "some of what our edition of 28 Dec 2023 tells may have come since that of 25 Feb 2022."
    assert told in then("who was added in December 2023").text
    designated = then("how many persons were designated in December 2023").text
    assert designated.startswith("Not known in all; known here: 2,")
    assert told in designated


def test_of_one_edition_alone_nothing_is_known(ask: Ask) -> None:
    text = ask("who was removed after 1 January 2023").text
    assert text.startswith("NOT KNOWN what changed since 2 Jan 2023: the editions held here do not show it.")
    assert "OFAC SDN list: the only edition here is of 28 Dec 2023, with none before it: not known." in text


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (
            "who was added to the UN list in 2026?",
            "list, by the days of listing that it gives: 4 listed from 1 Jan 2026",
        ),
        ("persons added to the UN list since 1 January 2026", "list, persons, by the days of listing that it gives: 4"),
    ],
)
def test_a_list_that_gives_days_of_listing_tells_who_came_where_no_edition_does(
    ask: Ask, asked: str, says: str
) -> None:
    first, *rest = ask(asked).cards
    assert says in plain(first.headline)
    assert "Abdul Rahim Hamdan Dagalo" in plain(first.lines[0])
    assert plain(rest[0].headline).startswith("NOT KNOWN what else changed")


@pytest.mark.parametrize("asked", ["who was removed from the UN list in 2026?", "which sanctions were lifted in 2026?"])
def test_who_was_removed_no_day_of_listing_tells(ask: Ask, asked: str) -> None:
    assert "by the days of listing" not in ask(asked).text


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("my new partner is Sakan General Trading and I wondered if that changes anything", "Sakan General Trading"),
        ("The invoice was amended: new payee Tay Za", "Tay Za"),
        ("what happened with the money we sent to Ghavamin Bank?", "Ghavamin Bank"),
    ],
)
def test_of_whom_no_change_is_known_is_told_how_they_are_listed_now(ask: Ask, asked: str, listed: str) -> None:
    text = ask(asked).text
    assert f"NOT KNOWN what changed for “{listed}”" in text
    assert f"Now, by our editions: LISTED, blocked: {listed}" in text
    assert "OFAC SDN list, 28 Dec 2023:" in text


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        (
            "Remove Virgo Marine from our charter and replace it with Noble Shipping",
            ["Virgo Marine", "Noble Shipping Company Limited"],
        ),
        ("Set a reminder: Sakan General Trading must be screened", ["Sakan General Trading"]),
        ("Remove Ghavamin Bank from my radar and put Kumgang Bank on it", ["Ghavamin Bank", "Kumgang Bank"]),
    ],
)
def test_beside_an_act_that_no_words_do_listed_parties_are_told(ask: Ask, asked: str, names: list[str]) -> None:
    text = ask(asked).text
    assert text.startswith("Nothing was changed")
    assert all(f"LISTED, blocked: {name} (" in text for name in names)


def test_where_no_days_are_named_it_is_said_how_the_party_stands_now(ask: Ask) -> None:
    assert "Now, by our editions: LISTED, blocked: Kamaz" in ask("what is new about Kamaz?").text


def test_changes_of_who_may_be_meant_say_so_first(then: Ask) -> None:
    assert then("what changed on Ivanov since 2022").text.startswith(
        "If “Ivanov” is among these, which a person must decide"
    )
    assert then("what changed on Kamaz since 2022").text.startswith("OFAC SDN list, 28 Dec 2023: 1 designated")
