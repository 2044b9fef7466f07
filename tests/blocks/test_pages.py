"""App Home, the modal of a listing, and what an error looks like."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from slack_sdk.models.views import View

from bot.blocks import kit
from bot.blocks.details import details, failed, loading
from bot.blocks.errors import shared_by, sorry
from bot.blocks.home import Digest, HomePage, Option, Watched, home
from bot.blocks.render import render
from bot.questions.ask import Kind
from bot.sanctions.listing import Directive, Party, Relation
from bot.sanctions.party import Address, BirthDate, Craft, Identifier
from bot.sanctions.standing import Standing
from tests.blocks.checks import assert_payload, elements, shown
from tests.blocks.samples import BY_KIND, HOSTILE, SOURCES
from tests.builders import a_listing, a_person

ROSNEFT = a_listing(
    aka=["OAO ROSNEFT OIL COMPANY", "ROSNEFT"],
    weak=["NK ROSNEFT"],
    directives=(Directive("EO13662", "2"), Directive("EO13662", "4")),
    identifiers=(
        Identifier("tax_id", "7706107510", "Russia", "Tax ID No."),
        Identifier("registration", "1027700043502"),
    ),
    addresses=(Address("26/1 Sofiyskaya Embankment", "Moscow 115035", "Russia"),),
    remarks="Executive Order 13662 Directive Determination - 2; alt. Directive Determination - 4.",
    url="https://sanctionssearch.ofac.treas.gov/Details.aspx?id=17022",
)
PROGRAMS = {"UKRAINE-EO13662": "Blocking Property of Additional Persons Contributing to the Situation in Ukraine"}


def assert_view(view: dict) -> None:
    assert_payload(view["blocks"], view["type"])
    View(**view).validate_json()


def test_a_listing_shows_every_fact_and_its_effect_first():
    view = details(Party("ofac-17022", (ROSNEFT,)), Standing.PROBABLY_BLOCKED, SOURCES, PROGRAMS)
    assert_view(view)
    said = shown(view["blocks"])
    assert said.startswith("OPEN JOINT-STOCK COMPANY ROSNEFT OIL COMPANY\nListed: probably blocked\n")
    assert "sectoral directives 2 and 4" in said
    for fact in ("NK ROSNEFT (a.k.a., weak alias)", "Tax ID No. 7706107510 (Russia)", "Directive 4 under EO13662"):
        assert fact in said
    for fact in ("UKRAINE-EO13662: Blocking", "Moscow 115035", "Entry ofac-17022 · list published 2023-12-28"):
        assert fact in said


def test_a_person_and_a_ship_show_what_only_they_have():
    person = a_person(birth_dates=(BirthDate("02 Jan 1968"),), relations=(Relation("RUSSIAN MACHINES"),))
    ship = a_listing("FESCO MONERON", entity_id="ofac-1", craft=Craft(type="Cargo", flag="Russia"))
    said = shown(details(Party("ofac-24283", (person, ship)), Standing.BLOCKED, (), {})["blocks"])
    for fact in ("02 Jan 1968", "RUSSIAN MACHINES", "Listed: blocked", "Type: Cargo", "Flag: Russia"):
        assert fact in said


def test_a_listing_with_five_hundred_aliases_says_how_many_it_leaves_out():
    view = details(Party("x", (a_listing(aka=[f"ALIAS {n}" for n in range(500)]),)), Standing.OTHER, (), {})
    assert_view(view)
    assert "… and 461 more" in shown(view["blocks"])


@pytest.mark.parametrize("name", HOSTILE, ids=lambda name: ascii(name[:20]))
def test_hostile_listings_fit_into_the_window(name: str):
    nasty = a_listing(name or "x", aka=[name] * 3, remarks=name, addresses=(Address(name, name, name),), url=name)
    assert_view(details(Party(name, (nasty,)), Standing.WAS_LISTED, (), {}))


def test_the_window_opens_loading_and_can_fail():
    assert_view(loading())
    assert_view(failed("This entry is on none of the lists."))


def test_home_at_first_says_what_to_do():
    view = home(HomePage())
    assert_payload(view["blocks"], "home")
    said = shown(view["blocks"])
    assert "No list is loaded yet" in said
    assert "Press Watch under an answer" in said


def test_home_shows_age_watches_and_recent_questions():
    watches = [Watched("Rosneft Oil Company", "entity:ofac-17022")]
    view = home(HomePage(SOURCES, watches, ["is Rosneft sanctioned?"]))
    assert_payload(view["blocks"], "home")
    said = shown(view["blocks"])
    assert "OFAC SDN list: 28 Dec 2023, 1 day old" in said
    assert "out of date" in said
    assert "without CONS_ALT.CSV" in said
    pressed = [e["value"] for e in elements(view["blocks"]) if e.get("action_id", "").startswith("act:unwatch:")]
    assert pressed == ["entity:ofac-17022"]


def test_each_watch_has_its_stop_beside_it_and_is_asked_back():
    view = home(HomePage(SOURCES, [Watched("Rosneft", "entity:ofac-17022"), Watched("option B", "option:B")]))
    stops = [block["accessory"] for block in view["blocks"] if block.get("accessory")]
    assert [stop["value"] for stop in stops] == ["entity:ofac-17022", "option:B"]
    assert {stop["style"] for stop in stops} == {"danger"}
    assert all(stop["confirm"]["text"]["text"] for stop in stops)


def test_what_waits_for_a_review_stands_before_the_lists():
    options = [Option("A", "Individuals first", "draft, illustrative, not in force"),
               Option("B", "Ships", "under review, illustrative, not in force", waits=True)]  # fmt: skip
    view = home(HomePage(SOURCES, options=options, endings=["18 Dec 2026, in 20 days: GL 115D ends."], drafts=True))
    assert_payload(view["blocks"], "home")
    said = shown(view["blocks"])
    assert said.index("One option waits for your review.") < said.index("How fresh the lists are")
    assert "Option B (under review, illustrative, not in force): Ships" in said
    assert "18 Dec 2026, in 20 days: GL 115D ends." in said
    (review,) = [e for e in elements(view["blocks"]) if e.get("style") == "primary" and "action_id" in e]
    assert review["value"] == "what's in relief option B?"


def test_the_digest_is_told_by_the_clock_of_whoever_reads():
    view = home(HomePage(digest=Digest("every day at 09:00 (Europe/Berlin)", 1_764_576_000, "1 Dec 2025 at 09:00 CET")))
    assert_payload(view["blocks"], "home")
    (line,) = [block["text"]["text"] for block in view["blocks"] if "digest" in str(block.get("text", ""))]
    assert "every day at 09:00 (Europe/Berlin)" in line
    assert "<!date^1764576000^{date_short_pretty} at {time}|1 Dec 2025 at 09:00 CET>" in line


def test_home_with_a_thousand_watches_keeps_to_a_hundred_blocks():
    watches = [Watched(f"PARTY {n}", f"entity:{n}") for n in range(1_000)]
    view = home(HomePage(SOURCES * 20, watches, [f"is {n} sanctioned?" for n in range(1_000)]))
    assert_payload(view["blocks"], "home")
    assert "… and 990 more" in shown(view["blocks"])


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=3_000), max_size=5))
def test_home_takes_any_words(words: list[str]):
    view = home(HomePage(SOURCES, [Watched(word, word or "x") for word in words], words))
    assert_payload(view["blocks"], "home")


def test_an_error_is_one_sentence_and_an_id():
    message = sorry("The list could not be read.", "abcd1234")
    assert_payload(message.blocks)
    assert "The list could not be read." in message.text
    assert "abcd1234" in message.text
    assert "abcd1234" in shown(message.blocks)


def test_a_shared_answer_names_who_shared_it():
    message = shared_by(render(BY_KIND[Kind.SCREENING]), "U123")
    assert_payload(message.blocks)
    assert {"type": "user", "user_id": "U123"} in list(elements(message.blocks))


def test_a_word_is_never_cut_in_half_nor_is_an_emoji():
    assert kit.cut("sectoral directives of the order", 20) == "sectoral directives…"
    said = kit.cut("слово " * 100, 100)
    assert said.startswith("слово слово")
    assert said.endswith(" characters)")
    assert kit.size(said) <= 100
    family = kit.cut("👩‍👩‍👧‍👦" * 20, 30)
    assert family.removesuffix("…") in ("👩‍👩‍👧‍👦" * 1, "👩‍👩‍👧‍👦" * 2)


@given(st.text(), st.integers(min_value=1, max_value=200))
def test_what_is_cut_always_fits(words: str, limit: int):
    assert kit.size(kit.cut(words, limit)) <= limit
