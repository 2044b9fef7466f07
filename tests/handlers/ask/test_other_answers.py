"""What a desk reads when it asks anything else."""

from __future__ import annotations

import pytest

from handlers.desk import Asker
from tests.handlers.ask.conftest import Ask

STANDING = "raft, illustrative, not in force"
HYPOTHESIS = "a hypothesis, nobody's draft, not in force"


@pytest.mark.parametrize(
    "text",
    [
        "what's in relief option A?",
        "opt b",
        "would option B lift sanctions on Rosneft?",
        "does option A free Deripaska?",
        "compare A and B",
    ],
)
def test_every_answer_about_an_option_says_how_it_stands_first(ask: Ask, text: str) -> None:
    assert STANDING in ask(text).text.splitlines()[0]


def test_option_b_says_whom_it_would_reach_and_who_stays_bound(ask: Ask) -> None:
    text = ask("what's in relief option B?").text
    assert text.startswith("Option B (draft, illustrative, not in force): Ships, pipelines, oil and gas.")
    assert "On the lists loaded here: 187 parties would come off (179 vessels, 7 entities, 1 person)" in text
    assert "12 parties would be partly relieved" in text
    assert "Linked to them, not covered and so still bound: 113 parties." in text
    assert "In return: Nothing public says what would be asked in return." in text


def test_an_unknown_option_is_said_to_be_unknown(ask: Ask) -> None:
    assert ask("option Z").text.startswith("There is no option Z here.\nThe options here are A, B and C.")


def test_what_is_left_follows_the_outcome(ask: Ask) -> None:
    text = ask("would option B lift sanctions on Rosneft?").text
    assert "PARTLY for Rosneft Oil Company (OJSC, Russia)" in text
    assert (
        "What is left: on the non-SDN list under UKRAINE-EO13662 and RUSSIA-EO14024: sectoral directives 2 and 4."
        in text
    )
    assert "EU and UK are not loaded." in text
    assert "Linked to it, not covered and so bound in their own right: " in text


def test_what_would_free_somebody_names_every_program_that_binds(ask: Ask) -> None:
    text = ask("what would free Oleg Deripaska?").text
    assert "To free Oleg Vladimirovich Deripaska (person, Russia), all of this would have to be lifted:" in text
    assert "OFAC SDN list: UKRAINE-EO13661 and UKRAINE-EO13662: blocked." in text


def test_an_executive_order_is_answered_with_its_program(ask: Ask) -> None:
    text = ask("what is EO 14024?").text
    assert text.startswith("RUSSIA-EO14024: ")
    assert "3,523 entries on the OFAC SDN list" in text


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("has EO 14024 been revoked?", "RUSSIA-EO14024: no end of it is known here"),
        ("is EO 13662 still in force", "UKRAINE-EO13662: no end of it is known here"),
        ("does SDGT block anyone?", "SDGT: it blocks on the SDN list."),
        ("does IFSR block anybody", "IFSR: it blocks nobody by itself."),
        ("is SSI a block?", "SSI blocks nobody"),
        ("is CAPTA a blocking list?", "CAPTA blocks nobody"),
        ("50% rule doesn't apply to SSI, right?", "The 50 percent rule does apply to SSI"),
        ("does the 50 percent rule apply to NS-CMIC?", "The 50 percent rule does not apply to NS-CMIC"),
        ("30% Vekselberg and 25% Deripaska. Blocked?", "50 percent rule: a company that blocked"),
        ("Timchenko has 51% of the firm, is the firm sanctioned", "50 percent rule: a company that blocked"),
        ("when do EU sanctions expire", "Official, 25 Jun 2026: The Council renewed the economic sanctions"),
        ("which general license covers agricultural commodities", "1 license known here fits these words"),
        ("which Indian companies have to do with Russia", "Not applied: “have to do with Russia”, not understood."),
        ("if PEESA ended, who's free", f"If PEESA-EO14039 ended ({HYPOTHESIS}): 24 parties would come off"),
        ("how many vessels would come off if EO 14024 ended", f"If RUSSIA-EO14024 ended ({HYPOTHESIS}): 163 parties"),
    ],
)  # fmt: skip
def test_what_is_asked_of_a_program_or_a_word_of_the_trade_is_said_first(ask: Ask, asked: str, first: str) -> None:
    assert ask(asked).text.startswith(first)


def test_of_somebody_on_no_list_here_whom_a_license_names_an_option_says_that_he_may_be_listed_since(ask: Ask) -> None:
    first = ask("would option B free Sovcomflot").text.partition("\n")[0]
    assert first.endswith("so no option reaches it there. But GL 93 names it: it may be listed since.")


def test_the_price_cap_is_a_measure_with_its_level_and_source(ask: Ask) -> None:
    text = ask("what is the oil price cap?").text
    assert "US: 60 USD a barrel since 5 Dec 2022" in text
    assert "Official: US Treasury, OFAC" in text


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("who is drafting the list?", "Reported, 3 Mar 2025: The White House asked the State and Treasury departments"),
        ("can the President do this alone?", "Official: Section 216 of the 2017 act"),
        ("what does the US want in return?", "Reported, 26 Feb 2026: Sources told Reuters that talks of early 2026"),
        ("which oligarchs are on the list?", "Not known: Which names the real proposal holds"),
    ],
)
def test_a_question_of_fact_gets_the_statement_its_confidence_and_its_source(ask: Ask, text: str, says: str) -> None:
    answer = ask(text).text
    assert answer.startswith(says)
    assert "Source: " in answer


def test_sources_say_how_old_each_list_is_and_what_is_missing(ask: Ask) -> None:
    text = ask("how fresh are your lists?").text
    assert "OFAC SDN list, published 28 Dec 2023 (1,061 days old, STALE): 13,821 entries." in text
    assert "EU financial sanctions list: not loaded." in text


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("SMIC on the BIS Entity List?", "BIS Entity List: NOT LOADED. Elsewhere: POSSIBLE MATCH for “SMIC”"),
        ("is Rosneft on the military end user list?", "Military end user list: NOT LOADED. Elsewhere: LISTED"),
        ("does the EU sanction Oleg Deripaska?", "EU financial sanctions list: NOT LOADED. Elsewhere: LISTED"),
        (
            "is Sovcomflot sanctioned by Switzerland?",
            "Swiss sanctions list (SECO): NOT LOADED. Elsewhere: NO MATCH for",
        ),
        (
            "is Igor Sechin on the Japanese sanctions list?",
            "Japanese sanctions list (MOF): NOT LOADED. Elsewhere: LISTED",
        ),
    ],
)
def test_a_list_that_is_not_loaded_or_not_known_is_said_first(ask: Ask, asked: str, first: str) -> None:
    assert ask(asked).text.startswith(first)


def test_who_owns_a_party_begins_with_what_the_lists_do_not_say(ask: Ask) -> None:
    if_so = "If “Deripaska” is this party, which a person must decide: "
    assert ask("who owns Deripaska?").text.startswith(f"{if_so}The lists do not say who owns Oleg")
    assert ask("who owns SMP Bank?").text.startswith("The lists do not say who owns SMP Bank")


def test_links_are_told_by_effect_and_claim_no_ownership(ask: Ask) -> None:
    text = ask("who is linked to Rosneft?").text
    assert text.startswith("18 listed parties are linked to Rosneft Oil Company (OJSC, Russia).\n")
    assert "\nLISTED, probably blocked: Rosneft Oil Company (INN 7706107510, Moscow).\nBlocked (2): " in text
    assert "it states no stake" in text


def test_a_period_that_no_edition_covers_is_not_known_in_the_first_sentence(ask: Ask) -> None:
    text = ask("what changed last week?").text
    assert text.startswith("NOT KNOWN what changed")
    assert "before that period: not known" in text


def test_what_is_reported_of_a_period_is_told_where_our_editions_are_too_old(ask: Ask) -> None:
    for asked in ("who was taken off the SDN list in 2025?", "who came off the SDN list in 2025?"):
        text = ask(asked).text
        assert text.startswith("NOT KNOWN what changed from 1 Jan 2025 to 31 Dec 2025: no edition held here is of that")
        assert "not the whole of what happened:" in text
        assert "Karina Rotenberg: Reported: taken off the SDN list on 2 Apr 2025" in text
        assert "put on the SDN list" not in text


def test_when_a_party_was_put_on_a_list_is_reported_where_our_editions_are_too_old(ask: Ask) -> None:
    text = ask("when was Rosneft put on the SDN list?").text
    assert text.startswith("NOT KNOWN since when: not on our OFAC SDN list of 28 Dec 2023.")
    assert (
        "Reported: put on the SDN list on 22 Oct 2025 (sources disagree); our edition (28 Dec 2023) is older." in text
    )


def test_a_watch_is_kept_listed_and_taken_back_and_says_when_it_fires(ask_starter: Ask) -> None:
    desk = Asker("T1", "U1", "C-watches")
    kept = ask_starter("watch Rosneft", desk).text
    assert kept.startswith("Watching Rosneft Oil Company here.")
    assert ask_starter("watch Rosneft", desk).text.startswith("Already watching Rosneft Oil Company here.")
    assert "Rosneft Oil Company, since 23 Nov 2026" in ask_starter("what am I watching?", desk).text
    assert ask_starter("watches", Asker("T1", "U1", "C-other")).text.startswith("Nothing is watched here.")
    mine = Asker("T1", "U1", "U1")
    ask_starter("watch Rosneft", mine)
    assert ask_starter("unwatch Rosneft", mine).text.startswith("No longer watching Rosneft Oil Company here.")


def test_what_is_not_understood_is_said_to_be_so_with_the_nearest_thing(ask: Ask) -> None:
    text = ask("please be so kind as to sing me a song about the sea").text
    assert text.startswith("Not understood, so not answered.")


@pytest.mark.parametrize(
    "text", ["", "help", "hi", "x" * 10_000, "\x00\x1b[31m", "‮gnp.exe", "<!channel>", "'; DROP TABLE entries; --"]
)
def test_whatever_is_asked_is_answered(ask: Ask, text: str) -> None:
    answer = ask(text)
    assert answer.cards
    assert answer.text.strip()


def test_a_program_that_has_ended_says_so_first_with_the_act_and_the_source(ask: Ask):
    text = ask("what is the Syria program?").text
    assert text.startswith("SYRIA: Syria. Ended on 1 Jul 2025.")
    assert "Ended by Executive Order 14312 of 30 June 2025" in text
    assert "Official: US Treasury, OFAC" in text
    assert "An edition older than that still carries the tag." in text


def test_of_a_list_of_which_one_edition_is_held_it_is_not_known_what_changed(ask: Ask) -> None:
    said = ask("which sanctions were lifted in 2026?").text
    assert said.startswith("NOT KNOWN what changed from 1 Jan 2026 to 31 Dec 2026: the editions held here do not show")
    assert "UN Security Council list: the only edition here is of 27 Feb 2026, with none before it: not known." in said


def test_beside_what_is_not_known_the_listed_parties_that_were_named_are_told(ask: Ask) -> None:
    answer = ask("Was Lady Mariia ever sold to Virgo Marine?")
    assert answer.kind == "brief"
    assert answer.text.startswith("Not known to this briefing.")
    assert "Now, by our editions: LISTED, blocked: Lady Mariia (IMO 9220641, flag Russia)." in answer.text
    assert "LISTED, blocked: Virgo Marine" in answer.text


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("is Cuba sanctioned, and Iran?", "Iran: no list names a country"),
        ("are Cuba and Iran under embargo?", "Cuba: no list names a country or region as a whole"),
        ("is Crimea sanctioned?", "names a country or region as a whole; parties are listed one by one."),
        ("is Crimea sanctioned?", "Programs named for it: UKRAINE-EO13685"),
        ("is Iran sanctioned?", "Bans on trade with the whole of it stand in regulations, which these lists do not"),
        ("sanctions on Belarus?", "Not counted, programs of their own: BELARUS-EO14038"),
        ("what is DPRK?", "programs of their own: DPRK-NKSPEA (2), DPRK2 (108), DPRK3 (146) and DPRK4 (173)."),
        ("how many persons are under DPRK?", "programs of their own: DPRK-NKSPEA (2), DPRK2 (108)"),
        ("what is EO 14071?", "Measures here that rest on it: Price cap on seaborne Russian crude oil"),
        ("how big was the SDN list on 28 Dec 2023?", "OFAC SDN list, our edition of 28 Dec 2023: 13,821 entries."),
        ("how big was the SDN list on 1 Jan 2015?", "OFAC SDN list: no edition of that day or before is held."),
        ("how many crypto wallets are listed?", "49 listed parties with wallets."),
        ("how many crypto wallets are listed?", "they have 576 addresses: XBT 376"),
        ("how many Russian aircraft are listed?", "give a registration and hardly ever a country"),
        ("is Lukoil listed as of 1 Jan 2030?", "that day has not come; this is as of now."),
        ("what changed tomorrow", "What is still to come no list tells."),
        ("what if A excludes Deripaska", "Left out is Oleg Vladimirovich Deripaska"),
        ("GLOMAG individuals from South Sudan", "8 listed persons under GLOMAG of South Sudan."),
        ("who was added on 25 February 2022 under BELARUS?", "programs of their own: BELARUS-EO14038"),
        ("how many persons are under BELARUS?", "programs of their own: BELARUS-EO14038"),
        ("is Sberbank listed on 31 June 2023?", "“31 June 2023” is no day of the calendar: this is as of now."),
        ("was Rosneft listed on 29.02.2023", "“29.02.2023” is no day of the calendar: this is as of now."),
        ("was Rosneft listed on 2022-02-30?", "“2022-02-30” is no day of the calendar: this is as of now."),
        ("how many are on the SSI list?", "That part of the non-SDN list is told by its programs: UKRAINE-EO13662."),
    ],
)
def test_what_a_question_takes_for_granted_is_put_right(ask: Ask, asked: str, says: str) -> None:
    assert says in ask(asked).text


@pytest.mark.parametrize(
    ("country", "named", "others"),
    [
        ("Iran", ["IFSR (1,089", "IRGC (258", "HRIT-IR (16"], ["IRAQ"]),
        ("Sudan", ["SUDAN-EO14098 (11", "DARFUR (8", "Sudan (9"], ["SOUTH SUDAN", "SouthSudan"]),
        ("South Sudan", ["SOUTH SUDAN (24", "SouthSudan (8"], ["DARFUR", "SUDAN-EO14098"]),
        ("Russia", ["PEESA-EO14039 (27", "MAGNIT (64", "UKRAINE-EO13662 (364"], ["BELARUS"]),
        ("North Korea", ["DPRK (212", "DPRK4 (173", "DPRK-NKSPEA (2"], []),
        ("Mali", ["MALI-EO13882 (5"], ["SOMALIA", "Somalia"]),
        ("Iraq", ["IRAQ2 (191", "IRAQ3 (15", "Iraq (75"], ["IRAN"]),
        ("Libya", ["LIBYA2 (20", "LIBYA3 (52", "Libya (30"], []),
    ],
)
def test_a_program_is_named_for_the_country_that_its_tag_or_title_says(
    ask: Ask, country: str, named: list[str], others: list[str]
) -> None:
    said = next(line for line in ask(f"is {country} sanctioned?").text.splitlines() if line.startswith("Programs"))
    assert all(each in said for each in named)
    assert not any(each in said for each in others)


def test_a_program_that_blocks_nobody_by_itself_is_not_told_to_block(ask: Ask) -> None:
    said = ask("what's IFSR").text
    assert "It blocks nobody by itself" in said
    assert "means" not in said
