"""How a general license stands, in words: as far as it was seen, and never that it is in force today."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answers.document import Tone, plain
from bot.answers.licenses import (
    chain_words,
    covers,
    dates,
    license_card,
    license_facts,
    license_line,
    standing_of,
    standing_on,
)
from bot.sanctions.relief.license import UNKNOWN, License

TODAY = "2026-11-28"
LUKOIL = License(
    "GL 128B",
    "Lukoil stations outside Russia",
    "Transactions for retail stations.",
    "active",
    as_of="2026-06-26",
    issued="2026-04-22",
    expires="2026-12-18",
    parties=("Lukoil OAO", "Lukoil International GmbH"),
    replaces="GL 128A",
    confidence="second_hand",
)
NEXT = replace(LUKOIL, key="GL 128C", issued="2026-07-01")


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, "in force when last seen, 26 Jun 2026; ends as 18 Dec 2026 begins"),
        ({"expires": UNKNOWN}, "in force when last seen, 26 Jun 2026; its end is not known here"),
        ({"expires": ""}, "in force when last seen, 26 Jun 2026; no end date"),
        ({"expires": TODAY}, "its day, 28 Nov 2026, has passed; whether it was renewed is not known here"),
        ({"expires": "2026-11-29"}, "in force when last seen, 26 Jun 2026; ends as 29 Nov 2026 begins"),
        ({"status": "replaced", "replaced_by": "GL 128C"}, "replaced by GL 128C on 1 Jul 2026"),
        ({"status": "replaced", "replaced_by": "GL 128D"}, "replaced by GL 128D"),
        ({"status": "replaced"}, "replaced by another"),
        ({"status": "revoked"}, "revoked on 26 Jun 2026"),
        ({"status": "archived"}, "archived on 26 Jun 2026, no longer in force"),
        ({"status": "expired"}, "ended on 18 Dec 2026"),
        ({"status": "expired", "expires": UNKNOWN}, "ended on 26 Jun 2026"),
    ],
)
def test_how_it_stands(facts: dict[str, str], words: str) -> None:
    assert standing_of(replace(LUKOIL, **facts), TODAY, {"GL 128C": NEXT}) == words


def test_a_successor_whose_day_was_not_seen_is_named_without_one() -> None:
    old, unseen = replace(LUKOIL, status="replaced", replaced_by="GL 128C"), replace(NEXT, issued=UNKNOWN)
    assert standing_of(old, TODAY, {"GL 128C": unseen}) == "replaced by GL 128C"


def test_how_it_stood_on_a_day() -> None:
    assert [standing_on(LUKOIL, on, {}) for on in ("2026-05-01", "2026-01-01", "2026-11-28")] == [
        "in force on 1 May 2026",
        "not in force on 1 Jan 2026",
        "on 28 Nov 2026: not known here (last seen 26 Jun 2026)",
    ]


def test_a_license_of_the_united_states_ends_as_its_day_begins() -> None:
    assert dates(LUKOIL) == "Issued 22 Apr 2026; ends as 18 Dec 2026 begins."
    assert dates(replace(LUKOIL, jurisdiction="UK")) == "Issued 22 Apr 2026; ends 18 Dec 2026."
    assert dates(replace(LUKOIL, issued=UNKNOWN, expires="")) == "Issued: not seen; no end date."
    assert dates(replace(LUKOIL, expires=UNKNOWN)) == "Issued 22 Apr 2026; end: not seen."


def test_what_it_replaces_and_what_replaced_it() -> None:
    assert chain_words(LUKOIL) == "Replaces GL 128A; no successor is known here."
    assert chain_words(replace(LUKOIL, replaces="")) == "No successor is known here."
    assert chain_words(replace(LUKOIL, replaced_by="GL 128C")) == "Replaces GL 128A; replaced by GL 128C."
    assert chain_words(replace(LUKOIL, replaces="", replaced_by="GL 128C")) == "Replaced by GL 128C."
    assert chain_words(replace(LUKOIL, replaces="", status="unknown_after_expiry")) == "No successor is known here."
    assert chain_words(replace(LUKOIL, replaces="", status="revoked")) == ""


def test_whom_it_names_and_for_whom_they_are_taken() -> None:
    assert covers(LUKOIL, {"Lukoil OAO": "listed as “LUKOIL OAO”"}) == (
        "Lukoil OAO (listed as “LUKOIL OAO”); Lukoil International GmbH (on no list held here by that name)."
    )
    other = replace(LUKOIL, parties=(), directives=("EO 14024 Directive 4",), subject="diesel fuel")
    assert covers(other, {}) == "dealings under EO 14024 Directive 4; diesel fuel."
    assert covers(replace(LUKOIL, parties=()), {}) == ""


def test_what_was_not_seen_of_it_is_not_nothing() -> None:
    card = license_card(LUKOIL, TODAY, {}, {}, {})
    said = [plain(line) for line in card.lines]
    assert "Does not authorize: not seen, which is not “nothing”." in said
    assert plain(card.headline) == (
        "GL 128B (Lukoil stations outside Russia): in force when last seen, 26 Jun 2026; ends as 18 Dec 2026 begins."
    )
    assert plain(card.fine[0]).startswith("Second hand, from a third party's file. Source: none.")
    assert len(card.fine) == 1
    assert card.tone is Tone.DRAFT
    assert [action.value for action in card.actions] == ["license:GL 128B"]


def test_one_of_the_publisher_itself_is_no_draft_and_links_its_document() -> None:
    url = "https://ofac.treasury.gov/media/1"
    card = license_card(
        replace(LUKOIL, confidence="official", url=url, note="A note.", programs=("RUSSIA-EO14024",)),
        TODAY,
        {},
        {},
        {},
        on="2026-05-01",
    )
    said = [plain(line) for line in card.lines]
    assert card.tone is Tone.NEUTRAL
    assert plain(card.headline).endswith(": in force on 1 May 2026.")
    assert [said[-2], said[-1]] == ["Under RUSSIA-EO14024.", "A note."]
    assert url in plain(card.fine[1])


def test_one_line_and_the_json_say_the_same() -> None:
    assert plain(license_line(LUKOIL, TODAY, {})) == (
        "• GL 128B (Lukoil stations outside Russia): in force when last seen, 26 Jun 2026; ends as 18 Dec 2026 begins. "
        "Second hand."
    )
    assert "in force on 1 May 2026. Second hand." in plain(license_line(LUKOIL, TODAY, {}, "2026-05-01"))
    facts = license_facts(replace(LUKOIL, expires=""), {}, {"Lukoil OAO": ["ofac-17010"]}, TODAY)
    assert facts["parties"] == [
        {"name": "Lukoil OAO", "entity_ids": ["ofac-17010"]},
        {"name": "Lukoil International GmbH", "entity_ids": []},
    ]
    assert (facts["expires"], facts["not_authorized"], facts["in_force"]) == (None, None, "not_known")
