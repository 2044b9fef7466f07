"""What a desk reads about relief options, on SDN 28 Dec 2023, non-SDN Dec 2025 and UN 27 Feb 2026."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session, sessionmaker

import store.options
from bot.answers.document import Act, Card, plain
from bot.blocks.render import render
from bot.sanctions.listing import Listing
from bot.sanctions.party import Identifier, Schema
from bot.sanctions.relief.option import Group, ReliefOption, Selector, Term
from handlers.ask.relief.names import COLUMNS, table
from handlers.attached import cell
from handlers.desk import Desk
from store.database import writing
from tests.blocks.checks import assert_payload
from tests.builders import a_listing, a_person
from tests.conftest import NOON
from tests.databases import a_database
from tests.handlers.ask.conftest import Ask, asking
from tests.store.builders import load

STANDS = "draft, illustrative, not in force"
QUESTIONS = [
    "what's in relief option A?",
    "opt b",
    "options",
    "who would come off under option B?",
    "which vessels would come off under option B, page 3",
    "would option B lift sanctions on Rosneft?",
    "does option A free Deripaska?",
    "which options cover Sberbank?",
    "compare A and B",
    "compare A, B and C",
    "what changed in option B?",
    "show option B version 1",
    "what does option B reach now that it did not last week?",
]


@pytest.mark.parametrize("text", QUESTIONS)
def test_the_first_two_lines_of_every_card_about_an_option_say_how_it_stands(ask: Ask, text: str) -> None:
    answer = ask(text)
    for card in answer.text.split("\n\n")[: len(answer.cards)]:
        if not card.startswith("To free "):
            assert STANDS in " ".join(card.splitlines()[:2])
    assert answer.illustrative


@pytest.mark.parametrize("text", [*QUESTIONS, "what would free Oleg Deripaska?", "option Z"])
def test_no_answer_misreads_a_person_or_stops_twice_or_says_clear(ask: Ask, text: str) -> None:
    said = ask(text).text
    assert not re.search(r"(?<!\.)\.\.(?!\.)|\bclear(?:ed)?\b|\b0 parties would|None\b(?! of)", said)
    assert "take it off the US lists" not in said or "Deripaska" not in said


@pytest.mark.parametrize("text", QUESTIONS)
def test_every_answer_fits_in_a_message(ask: Ask, text: str) -> None:
    message = render(ask(text))
    assert_payload(message.blocks)


# ---- the card --------------------------------------------------------------


def test_the_card_counts_by_type_by_program_and_by_what_remains(ask: Ask) -> None:
    text = ask("what's in relief option B?").text
    assert "187 parties would come off (179 vessels, 7 entities, 1 person)" in text
    assert "12 parties would be partly relieved (10 entities, 2 vessels)." in text
    assert (
        "By program (who is under two counts under each): RUSSIA-EO14024: 163 would come off, 8 would be partly "
        "relieved; PEESA-EO14039: 24 would come off"
    ) in text
    assert (
        "What remains on the 12 who stay listed: 5 blocked (CAATSA - RUSSIA 2, RUSSIA-EO14024 1, UKRAINE-EO13685 1 and "
        "UKRAINE-EO13661 1); 4 of which the files cannot tell whether they stay blocked"
    ) in text
    assert "Dealings with 8 of them would be permitted." in text
    assert "Measures changed: Price cap on seaborne Russian crude oil." in text
    assert "None of them was found on the UN list. EU and UK are not loaded." in text


def test_the_card_offers_the_names_a_table_a_picture_and_a_watch(ask: Ask) -> None:
    (card,) = ask("option B").cards
    assert [(a.act, a.label) for a in card.actions] == [
        (Act.ASK, "Who would come off"),
        (Act.FILE, "Table (CSV)"),
        (Act.FILE, "Picture"),
        (Act.WATCH, "Watch"),
    ]


# ---- names, page by page ---------------------------------------------------


def names_of(card: Card) -> list[str]:
    assert card.table is not None
    return [name for row in card.table.rows for name in row[2].split("; ")]


def test_names_come_twenty_a_page_and_next_asks_for_the_next(ask: Ask) -> None:
    answer = ask("who would come off under option B?")
    (card,) = answer.cards
    assert "1 to 20 of 199 (page 1 of 10), by what remains." in answer.text
    assert len(names_of(card)) == 20
    seen: set[str] = set()
    while True:
        seen |= set(names_of(card))
        onward = next((action for action in card.actions if action.label == "Next"), None)
        if onward is None:
            break
        (card,) = ask(onward.value).cards
    assert len(seen) == 199
    assert [action.label for action in card.actions] == ["Previous", "Table (CSV)"]


def test_those_of_whom_the_same_remains_stand_in_one_row(ask: Ask) -> None:
    (card,) = ask("who would come off under option B?").cards
    assert card.table is not None
    assert {row[0] for row in card.table.rows} == {"Would come off (nothing remains)"}
    assert len(card.table.rows) <= 3
    (last,) = ask("who would come off under option B, page 10").cards
    assert last.table is not None
    remains = [row[0] for row in last.table.rows]
    assert len([one for one in remains if one.startswith("Would stay on the ")]) >= 3


def test_a_page_says_of_each_party_what_remains_and_who_stays_bound(ask: Ask) -> None:
    (card,) = ask("who would come off under option B, page 10").cards
    assert card.table is not None
    (row,) = [row for row in card.table.rows if "Rosneft Oil Company" in row[2]]
    assert row[0] == (
        "Would stay on the non-SDN list under UKRAINE-EO13662 and RUSSIA-EO14024: sectoral directives 2 and 4; "
        "dealings with it would be permitted; probably on the SDN list too, since its edition here."
    )
    assert row[1] == "now under UKRAINE-EO13662 and RUSSIA-EO14024 (non-SDN)"
    assert "Rosneft Oil Company (OJSC, Russia), 18 linked to it left bound" in row[2]


def test_names_can_be_of_one_type(ask: Ask) -> None:
    assert ask("which vessels would come off under option B?").text.startswith(
        f"Option B ({STANDS}): 179 parties would come off (179 vessels), 2 parties would be partly relieved "
        "(2 vessels)."
    )


def test_who_stays_blocked_is_not_answered_with_who_comes_off(ask: Ask) -> None:
    text = ask("who is still blocked under option B?").text
    assert text.startswith(
        f"Option B ({STANDS}): of those it reaches, 12 parties would stay listed (10 entities, 2 vessels); 113 parties "
        "linked to them would stay bound. Whom it does not reach stays listed as now."
    )
    assert "Adler" not in text
    onward = ask("who would stay listed under option A?").cards[0].actions[0]
    assert onward.value == "who would stay listed under option A, page 2"
    assert "21 to 38 of 38 (page 2 of 2), by what remains." in ask(onward.value).text


@pytest.mark.parametrize("text", ["who drafted option B?", "who approved option B?", "who may see option B?"])
def test_who_made_an_option_is_not_answered_with_who_comes_off(ask: Ask, text: str) -> None:
    assert "Drafted by: this project, as an illustration." in ask(text).text


def test_the_table_has_a_row_for_each_with_what_remains(desk: Desk) -> None:
    snapshot = desk.snapshot()
    option = snapshot.option("B")
    assert option
    rows = list(csv.DictReader(io.StringIO(table(option, snapshot))))
    assert tuple(rows[0]) == COLUMNS
    assert {row["entity id"] for row in rows} == snapshot.impacts["B"].covered
    rosneft = next(row for row in rows if row["entity id"] == "ofac-17022")
    assert rosneft["outcome"] == "partly_relieved"
    assert rosneft["what remains"].startswith("on the non-SDN list under UKRAINE-EO13662 and RUSSIA-EO14024: sectoral")
    assert len(rosneft["linked left bound"].split("; ")) == 18
    assert {row["standing"] for row in rows} == {STANDS}


@pytest.mark.parametrize(
    "value", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", '"=1', "|cmd", "%0A=1", "'=1"]
)
def test_no_cell_is_ever_run_as_a_formula(value: str) -> None:
    assert cell(value).startswith("'")


@pytest.mark.parametrize("value", ["ROSNEFT", "AL-SHANTI, Ali", "3,523", "", "S.A."])
def test_a_cell_that_no_spreadsheet_runs_stays_as_it_is(value: str) -> None:
    assert cell(value) == value


# ---- would option B free X? ------------------------------------------------


def test_partly_says_which_term_selects_it_why_and_what_is_left(ask: Ask) -> None:
    lines = ask("would option B lift sanctions on Rosneft?").text.splitlines()
    assert lines[0] == (
        f"Option B ({STANDS}). Now probably blocked. PARTLY for Rosneft Oil Company (OJSC, Russia): option B "
        "would license dealings with it; it stays listed."
    )
    assert lines[1] == (
        "Why: it is in the group “Oil and gas companies”, and term 3 says: Licenses dealings with Rosneft Oil Company "
        "and seven others (group: Oil and gas companies)."
    )
    assert lines[2].startswith("What is left: on the non-SDN list under UKRAINE-EO13662 and RUSSIA-EO14024: sectoral")


def test_yes_speaks_of_a_person_as_them(ask: Ask) -> None:
    text = ask("would option A free Oleg Deripaska?").text
    assert "YES for Oleg Vladimirovich Deripaska (person, Russia): option A would take them off the US lists." in text
    assert "Why: they are in the group “Business figures named in the illustration”, and term 1 says: Delists" in text
    assert "What is left: no listing of them on the SDN list or the non-SDN list (US)." in text


def test_no_says_which_term_comes_nearest(ask: Ask) -> None:
    text = ask("would option B free Oleg Deripaska?").text
    assert "NO for Oleg Vladimirovich Deripaska (person, Russia): option B does not reach them." in text
    assert "Why: no term selects them." in text
    near = ask("would option B lift sanctions on Alfa-Bank?").text
    assert "Nearest is term 1: it is listed under RUSSIA-EO14024, but not a vessel." in near


def test_a_question_of_permission_gets_neither_yes_nor_no(ask: Ask) -> None:
    text = ask("if option B is adopted, can we pay Rosneft?").text
    assert not re.search(r"\b(?:YES|NO|PARTLY)\b", text)
    assert "licenses, exemptions and the 50 Percent Rule are not evaluated" in text


def test_which_options_begins_with_one_summary(ask: Ask) -> None:
    answer = ask("which options cover Rosneft?")
    lines = answer.text.splitlines()
    assert lines[0] == "Option B (partly) reaches Rosneft Oil Company (OJSC, Russia); options A and C do not."
    assert lines[1] == f"Options A, B and C: {STANDS}."
    assert len(answer.cards) == 3


def test_whom_no_option_reaches_is_said_in_one_line(ask: Ask) -> None:
    assert ask("which options cover Igor Sechin?").text.startswith(
        "No option here reaches Igor Ivanovich Sechin (person, Russia): not A, B nor C."
    )


def test_a_possible_match_is_never_taken_for_the_party(ask: Ask) -> None:
    text = ask("which options cover Deripaska?").text
    assert text.startswith(("If “Deripaska” is this party, which a person must decide: ", "Which “Deripaska”"))


# ---- what would free X? ----------------------------------------------------


def test_what_would_free_rosneft_counts_its_probable_later_listing(ask: Ask) -> None:
    lines = ask("what would free Rosneft?").text.splitlines()
    assert lines[:4] == [
        "To free Rosneft Oil Company (OJSC, Russia), all of this would have to be lifted:",
        "• OFAC non-SDN list: UKRAINE-EO13662 and RUSSIA-EO14024: sectoral directives 2 and 4.",
        "• Probably also a listing on the OFAC SDN list under RUSSIA-EO14024, newer than the edition loaded here "
        "(28 Dec 2023): what it holds, the files here cannot tell.",
        "That takes, of the United States: a term that delists it from the non-SDN list and probably the SDN list, or "
        "one that lifts UKRAINE-EO13662 and RUSSIA-EO14024. A license or a suspension leaves the listing.",
    ]
    assert "No option here does all of that." in lines
    assert "EU and UK are not loaded. Whether it is listed there is not known." in lines


def test_what_would_free_somebody_names_the_other_publishers_too(ask: Ask) -> None:
    text = ask("what would free Ayman al-Zawahiri?").text
    assert "• OFAC SDN list: SDGT: blocked." in text
    assert "• UN Security Council list as AIMAN MUHAMMED RABI AL-ZAWAHIRI: " in text
    assert "That takes, of the United Nations Security Council: a term that delists them from the UN list" in text
    assert "That takes, of the United States: a term that delists them from the SDN list" in text


# ---- comparing -------------------------------------------------------------


def test_the_counts_of_a_comparison_add_up(ask: Ask) -> None:
    text = ask("compare A and B").text
    assert text.startswith(
        f"Options A and B compared. Both: {STANDS}. Together they reach 243 parties: 44 only under A, 195 only under "
        "B, 4 under both."
    )
    assert "Would come off: 10; 187." in text
    assert "Partly relieved: 38; 12." in text
    assert "Only under this one: 44; 195." in text
    assert "• 4 would be partly relieved under A, would come off under B: Dilbar, Lena, Nirvana and Tango." in text
    assert "Only A: 44 parties (25 persons, 17 entities, 2 aircraft): " in text
    assert "Measures changed: none; Price cap on seaborne Russian crude oil." in text
    assert 44 + 4 == 48
    assert 195 + 4 == 187 + 12


def test_any_number_of_options_stand_in_one_table(ask: Ask) -> None:
    (card,) = ask("compare A, B and C").cards
    assert card.table is not None
    assert card.table.head == ("", "Option A", "Option B", "Option C")
    assert {len(row) for row in card.table.rows} == {4}
    figures = {row[0]: row[1:] for row in card.table.rows}
    assert figures["Would come off"] == ("10", "187", "0")
    assert figures["Partly relieved"] == ("38", "12", "101")
    assert plain(card.headline).startswith(
        f"Options A, B and C compared. All: {STANDS}. Together they reach 344 parties: 44 only under A, 195 only under "
        "B, 101 only under C, 4 under more than one."
    )


# ---- a small desk, whose options and lists change --------------------------

MONDAY = datetime(2026, 11, 16, 9, tzinfo=UTC)
A_SHIP = {"schema": Schema.VESSEL, "programs": ("RUSSIA-EO14024",), "list": "us_ofac_sdn"}


def a_ship(name: str, number: int, **facts: object) -> Listing:
    return a_listing(name, entity_id=f"ofac-{number}", **{**A_SHIP, **facts})


def an_option(key: str = "S", **facts: object) -> ReliefOption:
    given: dict[str, object] = {
        "title": "Ships",
        "status": "proposed",
        "terms": (Term("delist", (Selector(program="RUSSIA-EO14024", type="Vessel"),), scope="program"),),
    }
    return ReliefOption(key=key, **{**given, **facts})  # type: ignore[arg-type]


@pytest.fixture
def sessions(tmp_path: Path) -> sessionmaker[Session]:
    sessions = a_database(tmp_path)
    load(sessions, "2026-11-02", [a_ship("ADLER", 1), a_ship("LENA", 2), a_person()])
    load(sessions, "2026-11-20", [a_ship("LENA", 2, programs=("RUSSIA-EO14024", "SDGT")), a_ship("PIZHMA", 3)])
    return sessions


def saved(sessions: sessionmaker[Session], option: ReliefOption, why: str, at: datetime = MONDAY) -> None:
    with writing(sessions) as session:
        store.options.save_option(session, option, "U0MARIA", why, at)


def ask_in(sessions: sessionmaker[Session], text: str) -> str:
    return asking(Desk(sessions, lambda: NOON))(text).text


def test_what_it_reaches_now_that_it_did_not_last_week_is_told_party_by_party(sessions: sessionmaker[Session]) -> None:
    saved(sessions, an_option(), "first")
    lines = ask_in(sessions, "what does option S reach now that it did not last week?").splitlines()
    assert lines[:6] == [
        "Option S (proposed, not in force) reaches 1 more party, reaches 1 party no longer and does otherwise for 1 "
        "party, compared with 16 Nov 2026, because lists changed.",
        "Reached then: 2 parties; now: 2 parties.",
        "• 1 no longer reached (would have come off): Adler.",
        "• 1 would now be only partly relieved, no longer come off: Lena.",
        "• 1 would now come off: Pizhma.",
        "SDN of 2 Nov 2026 then, of 20 Nov 2026 now. The terms are those of version 1 on both days.",
    ]


def test_a_day_before_the_oldest_edition_is_not_known(sessions: sessionmaker[Session]) -> None:
    saved(sessions, an_option(), "first")
    said = ask_in(sessions, "what does option S reach now that it did not on 1 October 2026?")
    assert said.startswith("Option S (proposed, not in force): what it reached on 1 Oct 2026 is not known: no edition")


def test_what_changed_between_versions_names_who_when_why_and_what_it_does(sessions: sessionmaker[Session]) -> None:
    saved(sessions, an_option(), "first")
    persons = Term("license", (Selector(type="Vessel", list="us_ofac_sdn"),), duration="P30D")
    saved(sessions, an_option(terms=(persons,), status="draft"), "narrower", MONDAY + timedelta(days=2))
    lines = ask_in(sessions, "what changed in option S?").splitlines()
    assert lines[0] == "Option S (draft, not in force): what differs between version 1 and version 2."
    assert lines[1] == "Version 2: 18 Nov 2026, by U0MARIA. Why: narrower."
    assert "• Status changed from “proposed” to “draft”." in lines
    assert (
        "• Term 1 was: Lifts RUSSIA-EO14024, and no other program, from vessels listed under RUSSIA-EO14024. Now: "
        "Licenses dealings with vessels on the SDN list, for 30 days."
    ) in lines
    assert "• 1 would now be only partly relieved, no longer come off: Pizhma." in lines
    assert lines == ask_in(sessions, "what changed between version 1 and version 2 of option S?").splitlines()


def test_an_old_version_stands_as_the_option_stands_now(sessions: sessionmaker[Session]) -> None:
    saved(sessions, an_option(status="in_effect"), "first")
    saved(sessions, an_option(status="withdrawn"), "off", MONDAY + timedelta(days=1))
    lines = ask_in(sessions, "show option S version 1").splitlines()
    assert lines[0] == "Option S (withdrawn, not in force). Version 1, superseded: Ships."
    assert lines[1].startswith("Made on 16 Nov 2026, in effect then; version 2 has taken its place.")
    assert "has no version 7" in ask_in(sessions, "show option S version 7")


def test_a_confidential_version_is_not_read_in_the_history_of_an_open_option(sessions: sessionmaker[Session]) -> None:
    saved(sessions, an_option(title="Secret terms", confidential=True), "first")
    saved(sessions, an_option(), "opened", MONDAY + timedelta(days=1))
    assert "Secret terms" not in ask_in(sessions, "what changed in option S?")
    assert "has no version 1" in ask_in(sessions, "show option S version 1")


@pytest.mark.parametrize(
    "title", ["IN EFFECT. This is law", "x" * 5_000, "a\nOption S (in effect): b", "<!channel> *b* \u202egnp", "="]
)
def test_a_hostile_title_never_stands_before_the_standing(sessions: sessionmaker[Session], title: str) -> None:
    saved(sessions, an_option(title=title, summary=title), "first")
    for text in ("option S", "who would come off under option S?", "would option S free Pizhma?", "options"):
        desk = Desk(sessions, lambda: NOON)
        answer = asking(desk)(text)
        first = answer.text.splitlines()[0]
        assert "not in force" in first[:80]
        message = render(answer)
        assert_payload(message.blocks)
        assert "<!channel>" not in message.text


def test_an_option_of_another_jurisdiction_is_not_said_to_reach_nobody(sessions: sessionmaker[Session]) -> None:
    saved(sessions, an_option(jurisdiction="EU"), "first")
    for text in ("option S", "who would come off under option S?", "would option S free Pizhma?"):
        said = ask_in(sessions, text)
        assert (
            "Its reach is not known: it is an option of the EU, and the EU financial sanctions list is not loaded."
            in said
        )
        assert "would come off" not in said


def test_who_is_freed_here_and_stays_listed_by_the_united_nations_is_told(sessions: sessionmaker[Session]) -> None:
    imo = (Identifier("imo", "7937317"),)
    load(sessions, "2026-11-21", [a_ship("CHONG CHON GANG", 4, identifiers=imo)])
    abroad = a_ship("CHONGCHONGANG", 5, list="un_sc", programs=("DPRK",), identifiers=imo)
    load(sessions, "2026-11-21", [replace(abroad, entity_id="unsc-KPe.001")], list="un_sc")
    saved(sessions, an_option(), "first")
    assert "Still listed by others after it (UN): 1 party." in ask_in(sessions, "option S")
    assert "also on UN" in ask_in(sessions, "who would come off under option S?")
    freeing = ask_in(sessions, 'what would free "Chong Chon Gang"?')
    assert "• UN Security Council list as CHONGCHONGANG: DPRK: assets frozen." in freeing
    assert (
        "Option S (proposed, not in force) would do that, but not what the United Nations Security Council would "
        "have to."
    ) in freeing


def test_an_option_whose_programs_add_up_says_that_they_free(sessions: sessionmaker[Session]) -> None:
    saved(sessions, an_option(), "first")
    said = ask_in(sessions, "would option S free Pizhma?")
    assert (
        "YES for Pizhma (vessel): option S would lift RUSSIA-EO14024 from it, and so take it off the US lists." in said
    )
    partly = ask_in(sessions, "would option S free Lena?")
    assert "PARTLY for Lena (vessel): option S would lift RUSSIA-EO14024 from it; it stays listed." in partly
    assert "What is left: on the SDN list under SDGT: blocked." in partly


def test_a_group_that_names_somebody_who_is_not_listed_says_so(sessions: sessionmaker[Session]) -> None:
    group = Group("g", "Gone", ("ofac-1", "ofac-3"))
    saved(sessions, an_option(terms=(Term("delist", (Selector(group="g"),)),), groups=(group,)), "first")
    said = ask_in(sessions, "option S")
    assert "Named by the option but on none of its lists as loaded: ofac-1." in said


def test_without_any_option_nothing_is_made_up(sessions: sessionmaker[Session]) -> None:
    assert ask_in(sessions, "options").startswith("No relief option is stored here.")
    assert "No relief option is stored here." in ask_in(sessions, "which options cover Pizhma?")


def test_a_party_found_under_another_publishers_number_is_judged_by_its_own_listing(
    sessions: sessionmaker[Session],
) -> None:
    imo = (Identifier("imo", "7937317"),)
    load(sessions, "2026-11-21", [a_ship("CHONG CHON GANG", 4, identifiers=imo)])
    abroad = a_ship("CHONGCHONGANG", 5, list="un_sc", programs=("DPRK",), identifiers=imo)
    load(sessions, "2026-11-21", [replace(abroad, entity_id="unsc-KPe.001")], list="un_sc")
    saved(sessions, an_option(), "first")
    assert "YES for Chong Chon Gang (vessel)" in ask_in(sessions, 'would option S free "Chongchongang"?')
    assert ask_in(sessions, 'which options cover "Chongchongang"?').startswith("Option S (yes) reaches ")
    assert "option S would lift RUSSIA-EO14024" in ask_in(sessions, 'is "Chongchongang" sanctioned?')


@pytest.mark.parametrize(
    ("asked", "row"),
    [
        ("compare A, B and C", ["Option A", "Option B", "Option C", "More"]),
        ("what's in option B?", ["Who would come off", "More", "Table (CSV)"]),
    ],
)
def test_buttons_that_are_alike_stand_together_and_else_more_follows_the_first(
    ask: Ask, asked: str, row: list[str]
) -> None:
    answer = replace(ask(asked), again=asked)
    drawn = next(block for block in render(answer).blocks if block["type"] == "actions")
    labels = [element["text"]["text"] for element in drawn["elements"] if element["type"] == "button"]
    assert labels[: len(row)] == row
