"""What a desk reads when it asks whether somebody is sanctioned."""

from __future__ import annotations

import re

import pytest

import handlers.ask
from bot.answers.document import Tone, plain
from bot.screening.query import Verdict
from handlers.desk import Desk
from store.lists.editions import record_fetch, record_reading
from tests.handlers.ask.conftest import Ask

CHECKED = "Checked: 3 lists (SDN 28 Dec 2023, non-SDN Dec 2025, UN 27 Feb 2026; all stale). EU and UK are not loaded."


def test_the_card_says_who_and_under_what_before_why_it_matched(ask: Ask) -> None:
    lines = ask("is Rosneft sanctioned?").text.splitlines()
    assert lines[0] == "LISTED, probably blocked: Rosneft Oil Company (INN 7706107510, Moscow)."
    assert "OGRN 1027700043502" in lines[1]
    assert "Secondary sanctions risk" in lines[1]
    assert "In our non-SDN editions since Dec 2025 or before (our oldest edition)" in lines[1]
    assert lines[2].startswith(
        "OFAC non-SDN list, Dec 2025: sectoral directives 2 and 4; tagged RUSSIA-EO14024, which our SDN edition "
        "(28 Dec 2023, stale) is too old to show."
    )
    assert lines[3].startswith("Reported: put on the SDN list on 22 Oct 2025")
    assert lines[4] == "By name alone (alias “ROSNEFT”): same name."
    assert lines[5] == "Relief: option B would license dealings with it (draft, illustrative, not in force)."
    assert any(line.startswith("Licenses that name it: ") for line in lines[6:])
    assert lines[-1] == CHECKED


def test_a_person_is_told_by_birth_and_a_ship_by_its_number(ask: Ask) -> None:
    assert ask("Oleg Deripaska").text.startswith(
        "LISTED, blocked: Oleg Vladimirovich Deripaska (born 2 Jan 1968, Russia).\nBorn Dzerzhinsk"
    )
    assert ask("FESCO MONERON").text.startswith("LISTED, blocked: Fesco Moneron (IMO 9277412, flag Russia).")


@pytest.mark.parametrize(
    ("typed", "listed"),
    [
        ("Аркадія Ротенберга", "Arkady Romanovich Rotenberg"),
        ("Віктора Медведчука", "Viktor Medvedchuk"),
        ("Олега Дерипаску", "Oleg Vladimirovich Deripaska"),
        ("Перевірте Костянтина Малофєєва", "Konstantin Malofeyev"),
        ("Юрія Ковальчука", "Yuri Valentinovich Kovalchuk"),
        ("Алексею Миллеру", "Alexey Borisovich Miller"),
        ("Рамзана Кадирова", "Ramzan Akhmatovich Kadyrov"),
    ],
)
def test_a_name_with_an_ending_of_its_language_is_found_where_it_stands_alone(
    ask: Ask, typed: str, listed: str
) -> None:
    said = ask(typed).text
    assert not said.startswith("NO MATCH")
    assert listed in said


def test_a_party_of_two_listings_has_a_table_of_them_the_strongest_first(ask: Ask) -> None:
    table = ask("is Sberbank sanctioned?").cards[0].table
    assert table is not None
    assert [row[:2] for row in table.rows] == [
        ("OFAC SDN list, 28 Dec 2023", "blocked"),
        ("OFAC non-SDN list, Dec 2025", "sectoral directive 1; Directives 2 and 3 under EO 14024"),
    ]


def test_a_common_word_shows_the_best_that_it_could_mean(ask: Ask) -> None:
    lines = ask("Wagner").text.splitlines()
    assert lines[0] == "NOT CHECKED: “Wagner” alone is too common to screen. Which of these is meant, if any?"
    assert lines[1].startswith("1. Private Military Company 'Wagner'")
    assert lines[-1].startswith("None of these? ")


@pytest.mark.parametrize(
    ("word", "says"),
    [
        ("Apple", "No listed name here has this word, which clears nobody."),
        ("Amazon", "No listed name here has this word, which clears nobody."),
        ("Smith", "No listed name here has this word, which clears nobody. Nearest: “SMOOTH” 0.78."),
    ],
)
def test_a_common_word_that_no_listed_name_has_says_so_and_shows_nobody(ask: Ask, word: str, says: str) -> None:
    (card,) = ask(f"is {word} sanctioned?").cards
    assert card.table is None
    assert plain(card.lines[0]).startswith(says)


@pytest.mark.parametrize(
    ("country", "programs"),
    [
        ("Iran", "Programs of that name: IRAN, IRAN-HR, IRAN-TRA and 5 more. Lists name parties, no countries."),
        ("Zimbabwe", "Programs of that name: ZIMBABWE (ended on 4 Mar 2024). Lists name parties, no countries."),
        ("Syria", "Programs of that name: SYRIA (ended on 1 Jul 2025), SYRIA-CAESAR and SYRIA-EO13894."),
    ],
)
def test_a_country_shows_three_parties_none_of_these_and_its_programs(ask: Ask, country: str, programs: str) -> None:
    (card,) = ask(f"check {country}").cards
    assert card.table is not None
    assert len(card.table.rows) == 3
    assert plain(card.lines[0]).startswith("None of these? ")
    assert plain(card.lines[1]).startswith(programs)


def test_whom_a_license_names_and_no_list_here_holds_is_no_plain_no_match(ask: Ask) -> None:
    (card,) = ask("is Sovcomflot sanctioned?").cards
    assert plain(card.headline).startswith("NO MATCH for “Sovcomflot”")
    assert "names it: it may be listed since." in plain(card.headline)
    assert card.tone is Tone.WARNING


def test_a_question_that_names_a_list_is_answered_for_that_list_first(ask: Ask) -> None:
    headline = ask("is Gazprombank on the SDN list?").text.splitlines()[0]
    assert headline == (
        "Not on our OFAC SDN list of 28 Dec 2023, stale. Elsewhere: "
        "LISTED, probably blocked: Gazprombank (INN 7744001497, Moscow)."
    )


def test_who_is_probably_on_the_named_list_under_another_name_is_never_said_to_be_not_on_it(ask: Ask) -> None:
    said = ask("is North Korea's Foreign Trade Bank on the UN list?").text
    assert said.startswith(
        "Probably on our UN Security Council list of 27 Feb 2026, stale. Elsewhere: LISTED, blocked: "
    )
    assert "Probably the same party: UN, as Foreign Trade Bank (FTB) (blocked)." in said


@pytest.mark.parametrize(("asked", "called"), [("Sea Pearl (IMO 9256860)", "Sea Pearl"), ("IMO 9256860", "")])
def test_a_ship_that_its_number_finds_under_another_name_is_said_to_have_another(
    ask: Ask, asked: str, called: str
) -> None:
    said = ask(asked).text
    assert said.startswith("LISTED, blocked: Pegas (IMO 9256860")
    assert "Same identifier: IMO 9256860." in said
    assert ("The entry has no name like" in said) == bool(called)
    assert f"“{called}”" in said or not called


def test_whom_an_option_frees_of_one_program_of_several_is_said_to_stay_listed(ask: Ask) -> None:
    said = ask("is the vessel Fortuna listed?").text  # under CAATSA - RUSSIA, too
    assert "option B would lift PEESA-EO14039 from it, yet it stays listed (draft, illustrative, not in force)" in said
    assert "yet it stays" not in ask("Dilbar").text  # under no other


@pytest.mark.parametrize(
    "asked",
    [
        *(
            "Ministry of Defence of Ukraine",
            "is the Russian Ministry of Defence listed",
            "Foreign Trade Bank of Vietnam",
        ),
        *("ministry of defence russia", "ministry of defence russia, is it sanctioned?"),
    ],
)
def test_a_body_of_one_country_is_never_listed_as_that_of_another(ask: Ask, asked: str) -> None:
    said = ask(asked).text
    assert said.startswith("POSSIBLE MATCH for ")
    assert "Country differs: asked " in said


def test_a_list_that_is_not_loaded_is_said_to_be_so_and_never_no_match(ask: Ask) -> None:
    assert ask("is Rosneft on the EU list?").text.startswith(
        "EU financial sanctions list: NOT LOADED. Elsewhere: LISTED"
    )


def test_directives_on_the_bank_of_russia_are_no_sign_of_an_sdn_listing(ask: Ask) -> None:
    text = ask("is Bank of Russia sanctioned?").text
    assert text.startswith(
        "LISTED: all dealings by US persons prohibited (Directive 4); not on the SDN list. "
        "Central Bank of the Russian Federation ("
    )
    assert "Directives 1a and 4 under EO 14024" in text
    assert "probably" not in text
    assert "a later SDN listing would not show here" in text


def test_two_subjects_get_a_verdict_each(ask: Ask) -> None:
    answer = ask("are Rosneft and Lukoil under sanctions?")
    assert [plain(card.headline) for card in answer.cards] == [
        "LISTED, probably blocked: Rosneft Oil Company (INN 7706107510, Moscow).",
        "LISTED, probably blocked: Lukoil (INN 7708004767, Moscow).",
    ]
    assert answer.subjects == ("Rosneft", "Lukoil")


def test_no_match_names_the_lists_and_their_dates_and_what_is_missing(ask: Ask) -> None:
    lines = ask("Acme Shipping").text.splitlines()
    assert lines[0] == (
        "NO MATCH for “Acme Shipping” in 3 lists (SDN 28 Dec 2023, non-SDN Dec 2025, UN 27 Feb 2026; all stale)."
    )
    assert lines[1].startswith("EU and UK are not loaded.")
    assert lines[1].endswith("Ownership is not in the lists.")


@pytest.mark.parametrize("text", ["Roman Abramovich", "is Vladimir Lisin sanctioned?"])
def test_people_who_are_on_no_list_are_no_match_and_never_clear(ask: Ask, text: str) -> None:
    answer = ask(text).text
    assert answer.startswith("NO MATCH for")
    assert "clear" not in answer.lower()


def test_a_common_word_alone_asks_back(ask: Ask) -> None:
    lines = ask("bank").text.splitlines()
    assert lines[0] == "NOT CHECKED: “bank” alone is too common to screen. Which of these is meant, if any?"
    assert lines[-1].endswith("Please give the full name, or a birth date or identifier beside it.")


def test_a_question_of_permission_is_never_answered_yes_or_no(ask: Ask) -> None:
    text = ask("can we pay Oleg Deripaska?").text
    assert text.startswith("LISTED, blocked: Oleg Vladimirovich Deripaska (born 2 Jan 1968, Russia).")
    assert "licenses, exemptions and the 50 Percent Rule are not evaluated" in text


def test_a_shared_name_leads_with_the_head_of_the_group_and_counts_the_others(ask: Ask) -> None:
    headline = ask("Sberbank").text.splitlines()[0]
    assert headline.startswith("LISTED, blocked: Sberbank of Russia (INN 7707083893, Moscow).")
    assert "1 other party of this name is listed." in headline


def test_a_surname_alone_is_only_possible_and_asks_for_more(ask: Ask) -> None:
    text = ask("Deripaska").text
    assert text.startswith("POSSIBLE MATCH for “Deripaska”: one listed party could be meant")
    assert "a birth year (“born 1956”)" in text


def test_a_russian_question_finds_the_latin_name(ask: Ask) -> None:
    assert ask("Роснефть под санкциями?").text.startswith("LISTED, probably blocked: Rosneft Oil Company")


def test_a_tax_number_alone_finds_its_bearer(ask: Ask) -> None:
    text = ask("7706107510").text
    assert text.startswith("LISTED, probably blocked: Rosneft Oil Company")
    assert "Same identifier: Tax ID No. 7706107510." in text


def test_with_the_starter_set_alone_nothing_follows_from_finding_nobody(ask_starter: Ask) -> None:
    assert ask_starter("Acme Shipping").text.startswith(
        "NOT CHECKED: “Acme Shipping”: it is not in the starter set, and no full list is loaded."
    )


def test_starter_facts_name_the_list_and_date_they_were_taken_from(ask_starter: Ask) -> None:
    text = ask_starter("is Rosneft sanctioned?").text
    assert "Starter fact from the OFAC non-SDN list of Dec 2025" in text
    assert "not a full list" in text


def test_while_a_new_edition_is_read_others_are_answered_from_the_old_one(desk: Desk) -> None:
    assert desk.snapshot() is desk.snapshot()


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("Rosneft & Lukoil", ("Rosneft", "Lukoil")),
        ("Rosneft or Acme Shipping", ("Rosneft", "Acme Shipping")),
        ("is Tinkoff Bank and Alfa Bank sanctioned?", ("Tinkoff Bank", "Alfa Bank")),
        ("Marks and Spencer", ("Marks and Spencer",)),
        ("AT&T", ("AT&T",)),
        ("Johnson & Johnson", ("Johnson & Johnson",)),
    ],
)
def test_a_listed_party_does_not_hide_behind_the_name_beside_it(ask: Ask, text: str, subjects: tuple[str, ...]) -> None:
    assert ask(text).subjects == subjects


def test_noted_facts_are_of_no_edition_and_say_which_lists_are_loading(ask_starter: Ask, starter_desk: Desk) -> None:
    answer = ask_starter("is Rosneft sanctioned?")
    assert "On our" not in answer.text
    assert "Load the lists (sanctions-bot refresh) before you rely on it." in answer.text
    with starter_desk.sessions.begin() as session:
        record_reading(session, "us_ofac_sdn", starter_desk.now())
    assert "Loading now: the OFAC SDN list. When it is in, it is told here." in ask_starter("Rosneft?").text
    assert "OFAC SDN list: not loaded. It is loading now." in ask_starter("which lists are loaded?").text
    with starter_desk.sessions.begin() as session:
        record_fetch(session, "us_ofac_sdn", starter_desk.now(), "The publisher hung up.")
    assert "Loading now" not in ask_starter("Rosneft?").text
    assert "Last refresh failed: The publisher hung up." in ask_starter("which lists are loaded?").text
    with starter_desk.sessions.begin() as session:
        record_fetch(session, "us_ofac_sdn", starter_desk.now())


@pytest.mark.parametrize(
    "words", ["¿ministry of state secuurity está en la lista?", "is the ministry of state secuurity sanctioned"]
)
def test_a_misspelt_name_is_found_with_the_words_on_one_side_where_those_on_the_other_are_the_sentences(
    desk: Desk, words: str
):
    (screening,) = handlers.ask.answer_all(desk.understand(words), desk).screenings
    assert screening.verdict is Verdict.POSSIBLE
    assert screening.hits[0].matched.text.casefold() == "ministry of state security"


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("is Gazprombank Luxembourg sanctioned?", "POSSIBLE MATCH for “Gazprombank Luxembourg”"),
        ("is Sberbank Switzerland blocked?", "POSSIBLE MATCH for “Sberbank Switzerland”"),
        ("can we deal with Rosneft Germany?", "POSSIBLE MATCH for “Rosneft Germany”"),
        ("is Rosneft Russia sanctioned?", "LISTED, probably blocked: Rosneft Oil Company"),
    ],
)
def test_a_firm_that_is_called_by_another_country_is_not_the_listed_one_for_sure(
    ask: Ask, asked: str, first: str
) -> None:
    assert ask(asked).text.startswith(first)


@pytest.mark.parametrize(
    "asked", ["is bank St. Petersburg sanctioned?", "Банк Санкт-Петербург", "Bank of St Petersburg"]
)
def test_a_name_is_looked_for_with_the_words_about_it_where_the_whole_fits_better(ask: Ask, asked: str) -> None:
    table = ask(asked).cards[0].table
    assert table is not None
    assert table.rows[0][0].startswith("1. Bank Saint-Petersburg")


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("ISIS in Bangladesh", "LISTED, blocked: Isis-Bangladesh"),
        ("is ISIS in Libya sanctioned?", "LISTED, blocked: Islamic State of Iraq and ASH-Sham in Libya"),
        ("Al Qaeda in the Arabian Peninsula", "POSSIBLE MATCH for “Al Qaeda in the Arabian Peninsula”"),
        ("Al-Haramain in Tanzania", "POSSIBLE MATCH for “Al-Haramain in Tanzania”"),
        ("can we pay VTB Bank in Kazakhstan?", "LISTED, blocked: Bank VTB Kazakhstan"),
        ("Mahan Air in Malaysia", "LISTED, blocked: Mahan Air"),
        ("Sina Bank in Tehran", "LISTED, blocked: Sina Bank"),
        ("is Sberbank in Hungary sanctioned?", "LISTED, blocked: Sberbank of Russia"),
    ],
)
def test_a_name_in_a_place_is_first_the_party_that_is_called_as_both(ask: Ask, asked: str, first: str) -> None:
    assert ask(asked).text.startswith(first)


def test_where_both_are_not_surely_its_name_who_is_called_by_the_name_alone_comes_behind(ask: Ask) -> None:
    table = ask("is Al Qaeda in the Arabian Peninsula listed?").cards[0].table
    assert table is not None
    assert [row[0][:17] for row in table.rows[:2]] == ["1. AL-Qa'ida in t", "2. AL Qa'ida"]


def test_a_firm_that_is_called_by_the_country_of_its_listing_is_found_first(ask: Ask) -> None:
    table = ask("is VTB Armenia sanctioned?").cards[0].table
    assert table is not None
    assert table.rows[0][0].startswith("1. VTB Bank Armenia")


def test_a_birth_date_that_differs_is_told_beside_the_candidate(ask: Ask) -> None:
    said = ask("is Herman Gref (DOB 5 May 1990) on the list?").text
    assert "Birth year differs by 26: asked 1990, listed 08 Feb 1964" in said


@pytest.mark.parametrize("asked", ["Sanktioniert die Schweiz Andrey Melnichenko?", "is Germany Herman Gref listing"])
def test_a_country_at_the_end_of_a_name_never_makes_it_none(ask: Ask, asked: str) -> None:
    assert re.match(r"(?:Swiss sanctions list \(SECO\): NOT LOADED\. Elsewhere: )?LISTED, blocked: ", ask(asked).text)


def test_that_a_party_is_off_the_list_allows_nothing(ask: Ask) -> None:
    said = ask("Karina Rotenberg is off the list, so we can pay her?").text
    assert "Whether a dealing is allowed is not answered here" in said
    assert "Reported: taken off the SDN list on 2 Apr 2025" in said


def test_a_list_that_holds_only_a_similar_name_does_not_perhaps_hold_the_party_that_was_meant(ask: Ask) -> None:
    text = ask("is the Bank of Russia an SDN?").text
    assert text.startswith("Not on our OFAC SDN list of 28 Dec 2023, stale; a similar name is. LISTED: all dealings by")


def test_a_list_that_holds_one_of_those_who_may_be_meant_holds_it_perhaps(ask: Ask) -> None:
    assert ask("is Muhammad Salim on the UN list?").text.startswith("Perhaps on our UN Security Council list of 27 ")


@pytest.mark.parametrize(
    "name", ["Mohammad Islami", "Qasem Sulaimani", "Jabhat Fath al-Sham", "Great Lakes Business Company"]
)
def test_a_name_that_the_publisher_writes_among_others_in_one_field_is_found_by_itself(ask: Ask, name: str) -> None:
    assert ask(f"is {name} sanctioned?").text.startswith("LISTED, ")


def test_a_bank_of_a_country_is_told_by_its_whole_name(ask: Ask) -> None:
    said = ask("is Trade and Investment Bank of Cyprus sanctioned?").text
    assert said.startswith("POSSIBLE MATCH for “Trade and Investment Bank of Cyprus”")


def test_a_word_that_asks_before_a_misspelt_name_makes_no_false_no_match(ask: Ask) -> None:
    assert ask("check status sberbnk pjsc").text.startswith("POSSIBLE MATCH for “status sberbnk pjsc”")


def test_a_relative_who_is_not_listed_by_the_surname_of_the_other_is_asked_back_about(ask: Ask) -> None:
    said = ask("Hans Muster and his wife Lieselotte").text
    assert "NOT CHECKED: “Lieselotte” is a given name alone, and no “Lieselotte Muster” is on the lists here." in said
    assert "NO MATCH for “Lieselotte" not in said


def test_a_list_that_is_not_here_is_named_before_a_word_that_is_too_common(ask: Ask) -> None:
    lines = ask("is Wagner on the Japanese list?").text.splitlines()
    assert lines[0].startswith("Japanese sanctions list (MOF): NOT LOADED. NOT CHECKED: “Wagner”")
    assert "not loaded" in lines[-1]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("is Sberbank INN 4401116480 listed", "Tax ID No. 4401116480 is of Sovcombank (SDN: blocked)."),
        ("is Sberbank OGRN 1027700067328 listed", "Registration Number 1027700067328 is of Alfa-Bank (SDN: blocked)."),
        ("is Sovcombank INN 7707083893 listed", "the number is its own, the name is not. 1 party of that name is"),
        ("is Zorblax GmbH INN 7707083893 listed", "the number is its own, the name is not."),
    ],
)
def test_a_number_that_is_another_party_s_is_said_beside_the_verdict(ask: Ask, asked: str, said: str) -> None:
    headline = ask(asked).text.splitlines()[0]
    assert headline.startswith("LISTED, blocked: Sberbank of Russia")
    assert f"The name and the number contradict each other: {said}" in headline


def test_of_a_party_s_own_number_no_such_thing_is_said(ask: Ask) -> None:
    assert "contradict" not in ask("is Sberbank INN 7707083893 listed").text
