"""Sets: how many, which, what no list says of them, and the whole of them as a table."""

from __future__ import annotations

import csv
import io

import pytest

from bot.answers.document import Act, Answer
from bot.errors import BadInput
from handlers.ask.programs import effects
from handlers.ask.sets.answering import attachment
from handlers.ask.sets.matching import found_by
from handlers.desk import Desk
from tests.handlers.ask.conftest import Ask


def files(answer: Answer) -> list[str]:
    return [action.value for action in answer.actions if action.act is Act.FILE]


def test_a_set_can_be_had_whole_as_a_table(ask: Ask, desk: Desk) -> None:
    answer = ask("vessels flagged Panama")
    (value,) = files(answer)
    found = attachment(value, desk)
    rows = list(csv.DictReader(io.StringIO(found.content.decode())))
    assert len(rows) == answer.facts["count"] > 20
    assert {row["entity id"] for row in rows} == set(answer.facts["party_ids"])  # type: ignore[call-overload]
    assert {row["type"] for row in rows} == {"Vessel"}
    assert all(row["standing"] and row["programs"] and "us_ofac_sdn 2023-12-28" in row["editions"] for row in rows)
    assert found.says.startswith(f"{len(rows)} listed vessels")


def test_a_button_whose_words_are_no_set_says_so(desk: Desk) -> None:
    with pytest.raises(BadInput, match="Ask for it again"):
        attachment("set:and only the ships", desk)


def test_who_is_linked_to_a_party_is_a_filter(ask: Ask) -> None:
    answer = ask("how many vessels are linked to Islamic Republic of Iran Shipping Lines?")
    named = "Islamic Republic of Iran Shipping Lines"
    assert answer.facts["filter"] == {"schema": "Vessel", "linked_to": named}
    assert answer.facts["count"] > 0  # type: ignore[call-overload]


def test_of_one_who_is_not_listed_no_link_is_denied(ask: Ask) -> None:
    text = ask("which vessels are linked to Zzyzx Qwertov?").text
    assert "“Zzyzx Qwertov” is on no list that is loaded: no link to it can be found." in text


@pytest.mark.parametrize("asked", ["all Rotenbergs", "all Rotenberg companies"])
def test_a_group_is_told_by_names_and_links_and_that_is_said(ask: Ask, asked: str) -> None:
    answer = ask(asked)
    assert answer.facts["count"] > 0  # type: ignore[call-overload]
    assert "No list says who belongs to a group" in answer.text


@pytest.mark.parametrize(
    ("asked", "count", "told"),
    [
        ("all Wagner entities", 7, "“Linked To” (6) and a name (1)"),
        ("how many Wagner Group companies are listed", 7, "“Linked To” (6) and a name (1)"),
        ("Al-Qaida members on the UN list", 252, "the program Al-Qaida (252)"),
        (
            "how many Taliban members are on the UN list",
            139,
            "the program Taliban (135) and remarks or title alone (4)",
        ),
        ("Al-Shabaab members on the UN list", 6, "remarks or title alone (6)"),
        ("how many Hezbollah members are listed", 84, "“Linked To” (84)"),
    ],
)
def test_of_a_group_is_said_by_what_who_belongs_to_it_was_told(ask: Ask, asked: str, count: int, told: str) -> None:
    answer = ask(asked)
    assert answer.facts["count"] == count
    assert f"Told by {told}." in answer.text


def test_where_nobody_is_told_to_be_of_a_group_the_group_itself_is_named(ask: Ask) -> None:
    text = ask("how many Sinaloa cartel members are listed").text
    assert "Nobody is told to be of it. By its own name this is listed: Sinaloa Cartel" in text


def test_a_list_with_a_program_of_the_name_is_never_said_to_lack_it(ask: Ask) -> None:
    text = ask("Taliban on the UN list").text
    assert text.startswith("Not by this name on our UN Security Council list")
    assert "which lists 140 parties under the program Taliban. Elsewhere: LISTED" in text


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("Russian banks on the SDN list", ["SOVCOMBANK OPEN JOINT STOCK COMPANY", "EXPOBANK JOINT STOCK COMPANY"]),
        ("how many Iranian airlines are sanctioned", ["MAHAN AIR", "MERAJ AIR", "BLUE AIRWAYS"]),
        ("North Korean airlines", ["AIR KORYO"]),
    ],
)
def test_a_name_that_ends_or_begins_with_the_word_is_of_the_kind(
    ask: Ask, desk: Desk, asked: str, names: list[str]
) -> None:
    found = map(desk.snapshot().party, ask(asked).facts["party_ids"])  # type: ignore[arg-type, call-overload]
    assert {*names} <= {party.name for party in found if party}


def test_what_a_bank_owns_is_no_bank_for_its_name(ask: Ask) -> None:
    assert "Sberbank Leasing" not in ask("Russian banks on the SDN list").text


@pytest.mark.parametrize(
    ("asked", "count", "says"),
    [
        ("how many Russian banks are blocked", 76, "76 blocked parties"),
        ("скільки російських банків заблоковано", 76, "76 blocked parties"),
        ("which Russian banks are only sectorally sanctioned", 10, "10 restricted parties"),
        ("which Russian banks are not blocked", 13, "Russia, without the blocked parties."),
        ("how many US companies on the SDN list", 60, "of United States on the OFAC SDN list"),
        ("vessels flagged US", 0, "0 listed vessels with United States in the entry"),
        ("individuals with US nationality", 39, "39 listed persons of United States"),
        ("UN-listed individuals from Afghanistan", 138, "of Afghanistan on the UN Security Council list"),
        ("UN-listed Iranians", 14, "of Iran on the UN Security Council list"),
        ("UN-designated North Koreans", 79, "of North Korea on the UN Security Council list"),
        ("SDN-listed North Koreans", 142, "of North Korea on the OFAC SDN list"),
        ("US-based individuals under SDGT", 9, "under SDGT of United States"),
        ("UK-based companies under EO 14024", 13, "under RUSSIA-EO14024 of UK"),
        ("how many EU companies are listed", None, "Not applied: “EU”"),
        ("Latin American companies on the SDN list", None, "Not applied: “Latin American”"),
    ],
)
def test_how_a_party_stands_and_where_it_is_from_are_conditions(
    ask: Ask, asked: str, count: int | None, says: str
) -> None:
    answer = ask(asked)
    assert answer.facts["count"] == count
    assert says in answer.text.partition("\n")[0]


@pytest.mark.parametrize(
    ("asked", "count", "says"),
    [
        ("listed companies in Limassol", 47, "with “Limassol” in an address or a place of birth"),
        ("who is listed in Vaduz", 2, "with “Vaduz” in an address"),
        ("how many parties are located in Vienna?", 9, "with “Vienna” in an address"),
        ("companies based in Limassol on SDN", 44, "with “Limassol” in an address"),
        ("sanctioned parties from Hamburg", 31, "with “Hamburg” in an address"),
        ("which companies from Novosibirsk are on SDN?", 24, "with “Novosibirsk” in an address"),
        ("any SDN in Zug?", 7, "with “Zug” in an address or a place of birth on the OFAC SDN list"),
        ("Which listed parties have an address in Larnaca?", 9, "with “Larnaca” in an address"),
        ("how many members of the State Duma are listed", 450, "of “State Duma”"),
        ("Turkish companies sanctioned for Russia", None, "Not applied: “for Russia”"),
        ("UAE firms listed for supporting Iran", None, "Not applied: “supporting Iran”"),
    ],
)
def test_a_place_is_looked_for_in_addresses_and_for_whose_sake_is_not_applied(
    ask: Ask, asked: str, count: int | None, says: str
) -> None:
    answer = ask(asked)
    assert answer.facts["count"] == count
    assert says in answer.text.partition("\n")[0]


@pytest.mark.parametrize(
    ("asked", "count", "says"),
    [
        ("SDN names starting with Z", 247, "with a name that begins with “Z” on the OFAC SDN list"),
        ("listed persons that begin with X", 9, "with a name that begins with “X”"),
        ("vessels starting with the letter Q", 1, "with a name that begins with “Q”"),
        ("сколько физлиц на букву Ы в SDN?", 0, "with a name that begins with “Ы”"),
        ("list everyone called Ivanov", 14, "with “Ivanov” in a name"),
        ("SDNs with the last name Rotenberg", 8, "with “Rotenberg” in a name"),
        ("everyone called Ivanow on SDN", 0, "with “Ivanow” in a name"),
        ("everyone called Hamdallah on SDN", 0, "with “Hamdallah” in a name"),
    ],
)
def test_a_set_is_told_by_how_names_begin_and_by_a_surname(ask: Ask, asked: str, count: int, says: str) -> None:
    answer = ask(asked)
    assert answer.facts["count"] == count
    assert says in answer.text.partition("\n")[0]


def test_a_surname_that_nobody_has_letter_for_letter_clears_nobody(ask: Ask) -> None:
    assert "“is Ivanow sanctioned?” finds other spellings, too." in ask("everyone called Ivanow on SDN").text


def test_who_was_designated_is_counted_where_a_list_gives_the_day_and_not_known_elsewhere(ask: Ask) -> None:
    answer = ask("how many parties were designated in 2014?")
    assert answer.facts["filter"] == {"designated": {"since": "2014-01-01", "until": "2014-12-31"}}
    assert answer.text.startswith("Not known in all; known here: 43 listed parties designated in 2014.")
    assert (
        "The OFAC SDN list gives no day of listing, and the oldest edition kept here is of 28 Dec 2023." in answer.text
    )


def test_none_known_is_no_none(ask: Ask) -> None:
    assert ask("banks designated in February 2022").text.startswith("Not known in all; known here: 0 listed parties")


def test_whether_all_of_a_kind_are_listed_cannot_be_said(ask: Ask) -> None:
    assert ask("are all Russian banks sanctioned?").text.startswith("Whether all are cannot be said: ")
    assert ask("is every Iranian bank sanctioned?").text.startswith("Whether all are cannot be said: ")
    assert not ask("which Russian banks are sanctioned?").text.startswith("Whether")


def test_the_first_of_a_set_are_a_table_with_how_each_stands_and_where(ask: Ask) -> None:
    answer = ask("which vessels are under PEESA-EO14039?")
    table = answer.cards[0].table
    assert table is not None
    assert table.head == ("Party", "Listed", "Programs")
    assert len(table.rows) == answer.facts["count"]
    assert ("Fortuna (vessel, Russia)", "blocked (SDN)", "CAATSA - RUSSIA and PEESA-EO14039") in table.rows


@pytest.mark.parametrize(
    ("asked", "of_type", "count"),
    [
        ("which yachts are linked to Vladimir Putin?", "yacht", 2),  # GRACEFUL and OLYMPIA
        ("list the tankers on SDN", "tanker", 148),
        ("how many fishing vessels are sanctioned?", "fishing", 149),
        ("crude oil tankers flagged Panama", "crude oil tanker", 7),
        ("сколько танкеров под санкциями", "tanker", 148),
    ],
)
def test_a_type_of_ship_is_looked_for_where_the_list_gives_it(ask: Ask, asked: str, of_type: str, count: int) -> None:
    answer = ask(asked)
    assert answer.facts["count"] == count
    assert answer.facts["filter"]["craft"] == of_type  # type: ignore[index, call-overload]
    assert answer.text.startswith(f"{count} listed vessels of type “{of_type}”")
    assert "111 of 764 listed vessels have none" in answer.text


def test_that_no_ship_of_a_type_is_listed_is_said_of_the_type(ask: Ask) -> None:
    assert ask("which LNG carriers are sanctioned").text.startswith("0 listed vessels of type “lng”")


def test_for_whose_sake_parties_are_listed_is_no_country_of_theirs(ask: Ask) -> None:
    said = ask("any Indian company sanctioned over Russia").text
    assert said.startswith("Not applied: “over Russia”, not understood.")


@pytest.mark.parametrize(
    ("asked", "count", "gone"),
    [
        ("who's on UN list but not OFAC from North Korea", 10, "unsc-KPe.022"),  # Chongchongang, by its name alone
        ("Russian banks not on SDN", 11, "ofac-18298"),  # Russian Regional Development Bank, by its name
        ("Russian entities on the non-SDN list but not on SDN", 204, "ofac-18711"),  # YooMoney, by its number
        ("who is on the UN list and not under SDGT", 668, "unsc-QDi.006"),
    ],
)
def test_on_one_list_and_not_another_is_nobody_who_has_an_entry_there(
    ask: Ask, asked: str, count: int, gone: str
) -> None:
    answer = ask(asked)
    assert answer.facts["count"] == count
    assert gone not in answer.facts["party_ids"]  # type: ignore[operator]


@pytest.mark.parametrize(
    "asked", ["who on the UN list is also on SDN", "which parties are on both the SDN list and the UN list?"]
)
def test_on_two_lists_is_who_is_surely_the_same_on_both(ask: Ask, asked: str, desk: Desk) -> None:
    answer = ask(asked)
    assert answer.facts["count"] == 650
    assert "others may be missed" in answer.text
    ids = answer.facts["party_ids"]
    assert all(one.startswith("ofac-") for one in ids)  # type: ignore[attr-defined]
    assert {"ofac-12696", "ofac-17300"} <= set(ids)  # type: ignore[call-overload]


def test_on_both_lists_of_one_publisher_is_one_entry_on_each(ask: Ask) -> None:
    answer = ask("who is on both the SDN and the non-SDN list")
    assert answer.facts["count"] == 60


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("vessels on the EU list", "Not known. The EU financial sanctions list is not loaded."),
        ("who is on SDN and also on the EU list", "Not known. The EU financial sanctions list is not loaded."),
        ("how many banks are on SDN or the EU list", "Not known in all; known here: 202 listed parties with “bank”"),
    ],
)
def test_of_a_list_that_is_not_loaded_nobody_is_counted(ask: Ask, asked: str, says: str) -> None:
    assert ask(asked).text.startswith(says)


def test_swiss_is_of_a_country_and_no_people(ask: Ask) -> None:
    answer = ask("which SDNs have a Swiss address?")
    assert answer.facts["count"] == 82


@pytest.mark.parametrize(
    "asked",
    [
        "which Russian banks are not sanctioned?",
        "welche russischen Banken sind nicht gelistet?",
        "give me a list of non-sanctioned Russian refineries",
        "how many Russian banks are NOT on SDN",
        "there are no sanctions on Iranian vessels, right",
    ],
)
def test_of_who_is_not_listed_it_is_said_that_lists_hold_only_who_is(ask: Ask, asked: str) -> None:
    assert ask(asked).text.startswith("Who is not listed cannot be told or counted: lists hold only who is.")
    assert "cannot be told" not in ask("which Russian banks are sanctioned?").text


@pytest.mark.parametrize(
    "asked",
    [
        "which Russian banks can we still use",
        "which Russian companies can we deal with",
        "which Turkish companies are safe to trade with",
        "which banks in Russia are open for payments",
    ],
)
def test_of_a_set_that_one_may_deal_with_it_is_said_that_lists_clear_nobody(ask: Ask, asked: str) -> None:
    assert ask(asked).text.startswith(
        "Whom one may deal with cannot be told: lists name who is listed and clear nobody."
    )
    assert "may deal with" not in ask("which Russian banks are sanctioned?").text


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ("who is under both IRGC and SDGT", 184),  # rows of sdn.csv with both tags
        ("how many under SDGT and IRGC", 184),
        ("how many under SDNTK and IRGC", 0),
    ],
)
def test_a_tag_that_a_party_is_called_by_is_a_tag_behind_under_and_beside_another(
    ask: Ask, asked: str, count: int
) -> None:
    assert ask(asked).facts["count"] == count


@pytest.mark.parametrize(
    "asked",
    [
        "is FTO or IRGC listed",
        "are SDGT and IRGC sanctioned",
        "payment to a firm under IRGC",
        "our vessel is under IRGC flag",
    ],
)
def test_a_party_that_a_tag_is_called_by_is_screened_where_no_tag_stands(ask: Ask, asked: str) -> None:
    assert "LISTED, blocked: Islamic Revolutionary Guard Corps" in ask(asked).text


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ("belarus people under BELARUS-EO14038 but not BELARUS", 67),
        ("Iranian vessels under SDGT but not IRAN", 7),
        ("Iranian vessels under SDGT without IRAN", 7),
    ],
)
def test_a_tag_that_is_a_country_in_capitals_is_left_out_of_what_another_tells(
    ask: Ask, asked: str, count: int
) -> None:
    assert ask(asked).facts["count"] == count


def test_an_option_that_is_taken_to_hold_is_said_not_to(ask: Ask) -> None:
    said = "No option is in force: they are drafts."
    assert said in ask("now that option A is in force, can we pay Sberbank?").text
    assert said not in ask("if option A is in force, can we pay Sberbank?").text


@pytest.mark.parametrize(
    ("asked", "count", "without"),
    [
        (
            "how many persons on the SDN list are Russian but not under RUSSIA-EO14024",
            300,
            "the parties under RUSSIA-EO14024",
        ),
        ("vessels under DPRK that are not North Korean flagged", 12, "the parties with North Korea in the entry"),
        ("how many Belarusian entities but not persons", 89, "the persons"),
        ("which Russian banks are not on the SDN list?", 11, "the parties on the OFAC SDN list"),
        ("list Iranian vessels other than tankers", 114, "the vessels of type “tanker”"),
        ("vessels linked to Transmorflot except Valentin Emirov", 15, "the parties called “Valentin Emirov”"),
        ("Schiffe aus dem Iran ohne Tanker", 114, "the vessels of type “tanker”"),
        ("российские банки не под RUSSIA-EO14024", 31, "the parties under RUSSIA-EO14024"),
        ("non-Russian persons under RUSSIA-EO14024", 110, "the parties of Russia"),
        ("how many are on the UN list but not on the SDN list", 335, "the parties on the OFAC SDN list"),
        ("navires iraniens sauf les pétroliers", 114, "the vessels of type “tanker”"),
        ("Schiffe unter RUSSIA-EO14024, aber nicht aus Russland", 45, "the parties of Russia"),
        ("сколько судов не под российским флагом", 613, "the parties with Russia in the entry"),
        ("persons under SDGT, excluding Iran and Iraq", 1050, "the parties of Iran or Iraq"),
    ],
)
def test_what_is_left_out_of_a_set_is_taken_out_of_it(ask: Ask, asked: str, count: int, without: str) -> None:
    answer = ask(asked)
    assert f", without {without}." in answer.text.partition("\n")[0]
    assert answer.facts["count"] == count


@pytest.mark.parametrize(
    ("asked", "unread"),
    [
        ("how many individuals are listed without a date of birth", "without a date of birth"),
        ("list ships without IMO number", "without IMO number"),
        ("persons without nationality under RUSSIA-EO14024", "without nationality"),
        ("combien de navires sans drapeau connu", "sans drapeau connu"),
    ],
)
def test_a_condition_that_is_denied_and_not_understood_is_never_dropped(ask: Ask, asked: str, unread: str) -> None:
    answer = ask(asked)
    assert answer.text.startswith(f"Not applied: “{unread}”, not understood. Leaving it out: ")
    assert answer.facts["count"] is None
    assert answer.unread == (unread,)


@pytest.mark.parametrize(
    ("asked", "unread"),
    [
        ("how many women are sanctioned", "women"),
        ("who is on CAPTA?", "on CAPTA"),
        ("how many women are on SDN", "women"),
    ],
)
def test_where_nothing_that_was_read_narrows_a_set_nothing_is_counted(ask: Ask, asked: str, unread: str) -> None:
    answer = ask(asked)
    assert answer.text.startswith(f"Nothing was counted: “{unread}” was not understood")
    assert (answer.facts["count"], answer.facts["party_ids"]) == (None, [])
    assert answer.cards[0].table is None


@pytest.mark.parametrize(
    ("asked", "count", "says"),
    [
        ("how many under GLOMAG in uganda", 13, "under GLOMAG of Uganda"),
        ("SDNTK how many from colombia", 254, "under SDNTK of colombia"),
        ("who in limassol is listed", 53, "with “limassol” in an address"),
        ("companies in istanbul", 80, "with “istanbul” in an address"),
        ("sdn people born in aleppo", 21, "with “aleppo” in an address or a place of birth on the OFAC SDN list"),
        ("how many banks outside Russia are under EO 14024", 14, "without the parties of Russia"),
        ("Russian banks except Alfa-Bank and Rosbank", 87, "without the parties called “Rosbank”"),
        ("russian banks other than sovcombank or rosbank", 87, "without the parties called “sovcombank”"),
        ("who is under sectoral directive 3", 42, "subject to Directive 3 under EO 13662"),
        ("russian companies subject to directive 2", 70, "Directive 2 under EO 13662 or Directive 2 under EO 14024"),
        ("who is on the NS-CMIC list", 68, "under CMIC-EO13959 on the OFAC non-SDN list"),
    ],
)
def test_a_program_with_a_country_a_town_and_a_directive_are_conditions(
    ask: Ask, asked: str, count: int, says: str
) -> None:
    answer = ask(asked)
    assert answer.facts["count"] == count
    assert says in answer.text.partition("\n")[0]


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("SDN parties in Germany and Austria", "140 listed parties of Germany or Austria on the OFAC SDN list."),
        ("vessels flagged in Russia or Panama", "183 listed vessels with Russia or Panama in the entry."),
        ("Cuban, Venezuelan and Nicaraguan vessels", "listed vessels of Cuba, Venezuela or Nicaragua."),
        ("Russian vessels flagged in Panama", "listed vessels of Russia with Panama in the entry."),
        ("parties that are under SDGT and IRGC", "184 listed parties under SDGT and IRGC."),
        (
            "people born before 1940 on the UN list",
            "22 listed persons born before 1940 on the UN Security Council list.",
        ),
        (
            "who on the SDN list was born in 1962 in Russia",
            "32 listed parties born in 1962 of Russia on the OFAC SDN list.",
        ),
    ],
)
def test_of_several_countries_one_and_of_programs_with_and_each(ask: Ask, asked: str, says: str) -> None:
    assert says in ask(asked).text.partition("\n")[0]


def test_what_is_left_out_and_what_is_meant_are_all_there_is(ask: Ask) -> None:
    counts = [
        ask(f"how many persons are under SDGT{rest}").facts["count"] for rest in ("", ", not in Iran", " in Iran")
    ]
    assert counts[0] == counts[1] + counts[2]  # type: ignore[operator]


def test_a_kind_of_craft_is_kept_where_it_is_asked_who_is_linked(ask: Ask) -> None:
    answer = ask("aircraft linked to Mahan Air")
    assert answer.facts["filter"] == {"schema": "Airplane", "linked_to": "Mahan Air"}


@pytest.mark.parametrize("asked", ["EU-listed Russians", "EU-sanctioned Belarusians"])
def test_who_is_on_a_list_that_is_not_loaded_is_not_known(ask: Ask, asked: str) -> None:
    assert ask(asked).text.startswith("Not known. The EU financial sanctions list is not loaded.")


@pytest.mark.parametrize("called", ["ISIS", "ISIL", "Islamic State"])
def test_a_group_is_counted_by_whatever_name_its_entry_gives_it(ask: Ask, called: str) -> None:
    assert ask(f"{called} members on the UN list").facts["count"] == 58


def test_a_set_without_a_list_leaves_out_whoever_has_an_entry_there(desk: Desk) -> None:
    snapshot = desk.snapshot()
    without = desk.understand("who is on the UN list but not on SDN, from North Korea").last
    whole = desk.understand("who is on the UN list from North Korea").last
    left, every = (found_by(question, desk, snapshot) for question in (without, whole))
    assert 0 < len(left) < len(every)
    assert {party.entity_id for party in left} < {party.entity_id for party in every}
    assert not any("us_ofac_sdn" in party.lists for party in left)


@pytest.mark.parametrize(("tag", "says"), [("IFSR", "blocks nobody by itself"), ("SDGT", "on the SDN list: blocking")])
def test_what_being_listed_under_a_program_means(tag: str, says: str, desk: Desk) -> None:
    (line,) = effects(desk.snapshot().content.programs[tag])
    assert says in str(line)
