"""Alerts, on the real lists: who is told what, in which words, and what is never said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

import pytest
from sqlalchemy.orm import Session, sessionmaker

import store.telling.outbox
import store.telling.watches
from bot.answers.document import Answer, plain
from bot.blocks import kit
from bot.blocks.render import render
from bot.sanctions.changes.comparison import compare
from bot.sanctions.listing import Listing
from bot.sanctions.party import Schema
from bot.sanctions.standing import AsOf
from jobs.alerts import Basis, alerts_for, basis_of, compose
from jobs.changed import Now
from jobs.reach import reaches
from jobs.starter import load_starter_content
from store.database import writing
from store.lists.landed import Landed
from store.options import options_now, save_option
from store.telling.outbox import Outgoing
from store.telling.watches import Watch
from tests.blocks.checks import assert_payload
from tests.builders import a_listing, a_person
from tests.conftest import NOON
from tests.jobs.conftest import Load
from tests.store.builders import an_edition, load

SDN = "list:us_ofac_sdn"
SECHIN = "entity:ofac-16692"


def watch(sessions: sessionmaker[Session], *what: str, place: str = "C1") -> None:
    with writing(sessions) as session:
        for one in what:
            store.telling.watches.watch(session, "T1", place, one, "U1", NOON)


def told(sessions: sessionmaker[Session], place: str = "C1") -> list[Answer]:
    with sessions() as session:
        return [one.message.answer for one in store.telling.outbox.of_place(session, "T1", place)]


def landed(before: Iterable[Listing], after: Iterable[Listing], **facts: object) -> Landed:
    """An edition that leads from the one to the other."""
    before, after = list(before), list(after)
    return Landed(
        an_edition("2022-02-25", **facts),
        NOON,
        an_edition("2022-02-24", **facts),
        compare(before, after).changes,
        {one.entity_id: one for one in before},
        {one.entity_id: one for one in after},
    )


def alerts(event: Landed, *what: str, now: Iterable[Listing] = ()) -> list[Outgoing]:
    """`now`: what the lists hold of the parties that are watched."""
    stand = Now({one.entity_id: [one] for one in now}, AsOf())
    watches = [Watch("T1", "C1", one, "U1", NOON) for one in what]
    return alerts_for(event, watches, {}, stand, NOON)


def headlines(messages: Iterable[Outgoing]) -> list[str]:
    return [plain(card.headline) for message in messages for card in message.answer.cards]


# --- on the real lists ---


def test_invasion_day_is_one_readable_alert(sessions: sessionmaker[Session], load_sdn: Load):
    watch(sessions, SDN, SECHIN, "program:RUSSIA-EO14024", "entity:ofac-17022")
    load_sdn("2022-02-24", "2022-02-25")
    (answer,) = told(sessions)
    assert answer.text == INVASION_DAY
    assert_payload(render(answer).blocks)


INVASION_DAY = """\
OFAC SDN list, 25 Feb 2022: 91 designated, 4 amended.
Designated: 15 persons and 76 companies and other bodies: VTB Bank, VTB Bank Belarus, VTB Bank Armenia, Bank VTB \
Kazakhstan, VTB Bank Azerbaijan, Banco VTB Africa SA, VTB Bank Georgia, VTB Capital Holdings, VTB Pension \
Administrator Limited, VTB DC and 81 more.
Under RUSSIA-EO14024 (67), BELARUS-EO14038 (24) and UKRAINE-EO13662 (16).
Program RUSSIA-EO14024 added to 3 entries: Sergei Borisovich Ivanov, Igor Ivanovich Sechin and Nikolai Platonovich \
Patrushev.
• Amended: Sergei Borisovich Ivanov: name changed from IVANOV, Sergei to IVANOV, Sergei Borisovich; nationality Russia \
added; gender Male added; title Chief of Staff of the Presidential Executive Office removed.
• Amended: Igor Ivanovich Sechin: name changed from SECHIN, Igor to SECHIN, Igor Ivanovich; nationality Russia added; \
gender Male added.
• Amended: Nikolai Platonovich Patrushev: place of birth changed from Leningrad, Russian Federation to St. Petersburg, \
Russian Federation; title Secretary of the Russian Federation Security Council removed.
• Amended: Otkrytoye Aktsionernoye Obschestvo TAE Avia: name changed from JSC TRANSAVIAEXPORT AIRLINES to OTKRYTOYE \
AKTSIONERNOYE OBSCHESTVO TAE AVIA.

Igor Ivanovich Sechin: program RUSSIA-EO14024 added and 3 facts amended (OFAC SDN list, 25 Feb 2022).
• Name changed from SECHIN, Igor to SECHIN, Igor Ivanovich.
• Nationality Russia added.
• Gender Male added.
It stands on the OFAC SDN list: blocked, under UKRAINE-EO13661 and RUSSIA-EO14024.

RUSSIA-EO14024, OFAC SDN list, 25 Feb 2022: 67 designated under it and 3 put under it as well.
Designated under it: VTB Bank, VTB Bank Belarus, VTB Bank Armenia, Bank VTB Kazakhstan, VTB Bank Azerbaijan, Banco \
VTB Africa SA, VTB Bank Georgia, VTB Capital Holdings, VTB Pension Administrator Limited, VTB DC and 57 more.
Put under it as well: Sergei Borisovich Ivanov, Igor Ivanovich Sechin and Nikolai Platonovich Patrushev.

The edition came without add.csv, alt.csv and sdn_comments.csv: what they would say was not compared.
Source: US Treasury, Office of Foreign Assets Control: OFAC SDN list, edition of 25 Feb 2022, compared with that of \
24 Feb 2022."""


@pytest.mark.soak
def test_every_edition_of_the_sdn_list_is_one_message_that_slack_takes(sessions: sessionmaker[Session], load_sdn: Load):
    load_starter_content(sessions, NOON)
    watch(sessions, SDN, SECHIN, "program:RUSSIA-EO14024", "option:B", "entity:ofac-20002")
    days = ("2022-01-21", "2022-02-24", "2022-02-25", "2023-12-28", "2024-02-23", "2024-05-04-broken-empty")
    assert [one.status for one in load_sdn(*days)] == ["applied"] * 5 + ["refused"]
    answers = told(sessions)
    assert [plain(answer.cards[0].headline) for answer in answers] == [
        "OFAC SDN list, 24 Feb 2022: 80 designated, 1 delisted, 2 amended.",
        "OFAC SDN list, 25 Feb 2022: 91 designated, 4 amended.",
        "OFAC SDN list, 28 Dec 2023: 5,010 designated, 403 delisted, 859 amended, 1 under a new number.",
        "OFAC SDN list, 23 Feb 2024: 669 designated, 6 delisted, 19 amended.",
    ]
    for answer in answers:
        message = render(answer)
        assert_payload(message.blocks)
        assert len(message.text) <= kit.NOTICE_TEXT
        assert len(answer.text) < 8_000
        assert plain(answer.fine[-1]).startswith("Source: US Treasury")
    says = answers[2].text
    assert "Secondary sanctions risk added to 475 entries (Ukraine-/Russia-Related Sanctions Regulations" in says
    assert "Program ILLICIT-DRUGS-EO replaced by ILLICIT-DRUGS-EO14059 on 28 entries" in says
    assert "BM Bank: listed under a new number, ofac-17017 (was ofac-20002), not delisted" in says
    assert "Option B (illustrative draft) now reaches 162 more parties." in says
    with sessions() as session:  # the watch goes with the party
        assert "entity:ofac-17017" in {one.what for one in store.telling.watches.watches_of(session, "T1", "C1")}


def test_a_first_load_and_an_edition_that_is_loaded_twice_announce_nothing(
    sessions: sessionmaker[Session], load_sdn: Load
):
    watch(sessions, SDN)
    load_sdn("2022-02-24")
    assert told(sessions) == []
    load_sdn("2022-02-25", "2022-02-25")
    assert len(told(sessions)) == 1


def test_what_happens_while_a_place_is_paused_waits_for_it_and_the_command_line_is_told_nothing(
    sessions: sessionmaker[Session], load_sdn: Load
):
    watch(sessions, SDN)
    with writing(sessions) as session:
        store.telling.watches.watch(session, "", "terminal", SDN, "", NOON)
        store.telling.pauses.pause(session, "T1", "C1", "is_archived", NOON)
    load_sdn("2022-02-24", "2022-02-25")
    assert len(told(sessions)) == 1
    with sessions() as session:
        assert store.telling.outbox.waiting(session) == 1


# --- on made ones ---


def test_a_place_that_watches_nothing_of_it_hears_nothing():
    event = landed([a_person()], [a_person(programs=("UKRAINE-EO13661",))])
    assert alerts(event, "entity:ofac-1", "list:un_sc", "program:SDGT") == []


def test_a_program_added_to_a_watched_party_is_said_first_and_the_edition_is_counted():
    now = a_person(programs=("UKRAINE-EO13661", "UKRAINE-EO13662", "RUSSIA-EO14024"))
    (message,) = alerts(landed([a_person()], [now]), "entity:ofac-24283", now=[now])
    assert message.answer.text == (
        "Oleg Vladimirovich Deripaska: program RUSSIA-EO14024 added (OFAC SDN list, 25 Feb 2022).\n"
        "It stands on the OFAC SDN list: blocked, under UKRAINE-EO13661, UKRAINE-EO13662 and RUSSIA-EO14024.\n\n"
        "The edition as a whole: 1 amended.\n"
        "Source: US Treasury, Office of Foreign Assets Control: OFAC SDN list, edition of 25 Feb 2022, compared with "
        "that of 24 Feb 2022."
    )


def test_a_delisting_says_on_which_list_the_party_still_is():
    event = landed([a_person()], [])
    (message,) = alerts(event, "entity:ofac-24283", now=[a_listing(entity_id="ofac-24283", list="us_ofac_cons")])
    assert "Deripaska: delisted (OFAC SDN list, 25 Feb 2022).\n" in message.answer.text
    assert "It is still on the OFAC non-SDN list: restricted, under UKRAINE-EO13662." in message.answer.text
    (message,) = alerts(event, "entity:ofac-24283")
    assert "It is on no other list that is loaded here." in message.answer.text


def test_a_party_under_a_new_number_is_not_delisted():
    event = landed([a_person()], [a_person(entity_id="ofac-50000")])
    assert headlines(alerts(event, "entity:ofac-24283")) == [
        "Oleg Vladimirovich Deripaska: listed under a new number, ofac-50000 (was ofac-24283), not delisted "
        "(OFAC SDN list, 25 Feb 2022)."
    ]
    assert headlines(alerts(event, SDN)) == ["OFAC SDN list, 25 Feb 2022: 1 under a new number."]


def test_a_mass_edit_is_one_line():
    risk = ("Ukraine-/Russia-Related Sanctions Regulations, 31 CFR 589.201",)
    before = [a_person(f"PARTY {n}, Somebody", entity_id=f"ofac-{n}") for n in range(499)]
    after = [a_person(one.name, entity_id=one.entity_id, secondary_sanctions=risk) for one in before]
    (message,) = alerts(landed(before, after), SDN)
    assert message.answer.text.splitlines()[:3] == [
        "OFAC SDN list, 25 Feb 2022: 499 amended.",
        "The same in many: Secondary sanctions risk added to 499 entries (Ukraine-/Russia-Related Sanctions "
        "Regulations, 31 CFR 589.201).",
        "",
    ]


def test_a_program_under_a_new_name_is_one_line():
    before = [a_listing(f"DRUG RING {n}", entity_id=f"ofac-{n}", programs=("ILLICIT-DRUGS-EO",)) for n in range(45)]
    after = [a_listing(one.name, entity_id=one.entity_id, programs=("ILLICIT-DRUGS-EO14059",)) for one in before]
    (message,) = alerts(landed(before, after, list="us_ofac_cons"), "list:us_ofac_cons")
    assert (
        "Program ILLICIT-DRUGS-EO replaced by ILLICIT-DRUGS-EO14059 on 45 entries: Drug Ring 0, " in message.answer.text
    )


def test_many_watched_parties_are_lines_of_one_card():
    before = [a_person(f"PARTY {n}, Somebody", entity_id=f"ofac-{n}") for n in range(60)]
    event = landed(before, [])
    (message,) = alerts(event, *(f"entity:ofac-{n}" for n in range(60)))
    assert headlines([message]) == ["OFAC SDN list, 25 Feb 2022: 60 watched parties changed."]
    assert "And 40 more." in message.answer.text
    assert_payload(render(message.answer).blocks)


def test_a_name_from_a_list_stays_words():
    event = landed([], [a_listing("<!channel> *EVIL* <http://x|y> CO., LTD.", list="us_ofac_sdn")])
    (message,) = alerts(event, SDN)
    drawn = render(message.answer)
    assert_payload(drawn.blocks)
    assert "<!channel>" not in drawn.text
    assert "<http" not in drawn.text


def test_an_option_is_told_only_when_it_reaches_other_parties(sessions: sessionmaker[Session]):
    load_starter_content(sessions, NOON)
    with sessions() as session:
        options = options_now(session)
    nobody = landed([], [a_person("NOBODY, Special", entity_id="ofac-1", programs=("SDGT",))])
    assert reaches(options, nobody, list((nobody.after or {}).values())) == {}


def test_a_confidential_option_is_told_to_nobody(sessions: sessionmaker[Session]):
    load_starter_content(sessions, NOON)
    vessel = a_listing("BALTIC LEADER", entity_id="ofac-35112", schema=Schema.VESSEL, list="us_ofac_sdn")
    vessel = replace(vessel, programs=("RUSSIA-EO14024",))
    with writing(sessions) as session:
        open_one = next(option for option in options_now(session) if option.key == "B")
        save_option(session, replace(open_one, key="S", confidential=True, channels=("C1",)), "U1", "secret", NOON)
    watch(sessions, "option:S", "option:B")
    with sessions() as session:
        basis = basis_of(session, "us_ofac_sdn")
        messages = compose(session, landed([], [vessel]), [vessel], basis, NOON)
    assert headlines(messages) == ["Option B (illustrative draft) now reaches 1 more party."]


# --- composed before they are queued ---


def test_a_party_that_another_list_holds_too_is_said_with_both_as_the_store_will_hold_them(
    sessions: sessionmaker[Session],
):
    other, new = a_listing(entity_id="ofac-24283", list="us_ofac_cons"), a_person(programs=("SDGT",))
    load(sessions, "2022-02-01", [other], list="us_ofac_cons")
    load(sessions, "2022-02-24", [a_person()])
    watch(sessions, "entity:ofac-24283")
    with sessions() as session:
        (message,) = compose(session, landed([a_person()], [new]), [new], basis_of(session, "us_ofac_sdn"), NOON)
    assert "It stands on the OFAC non-SDN list and OFAC SDN list: blocked, " in message.answer.text
    assert "under UKRAINE-EO13662 and SDGT." in message.answer.text


def test_the_basis_is_another_when_a_watch_an_option_or_another_list_is(sessions: sessionmaker[Session]):
    load_starter_content(sessions, NOON)

    def basis() -> Basis:
        with sessions() as session:
            return basis_of(session, "us_ofac_sdn")

    found = [basis()]
    watch(sessions, "option:B")
    found.append(basis())
    with writing(sessions) as session:
        (saved,) = [option for option in options_now(session) if option.key == "B"]
        save_option(session, replace(saved, title="Another"), "U1", "why", NOON)
    found.append(basis())
    load(sessions, "2022-02-01", [], list="us_ofac_cons")
    found.append(basis())
    assert all(one != other for one, other in pairwise(found))
    load(sessions, "2022-02-25", [a_person()])  # the list itself is no part of it
    assert basis() == found[-1]
