"""What people type, and what they mean by it."""

from __future__ import annotations

import csv
import random
import re
import time
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.questions.ask import Ask, Kind, Vocabulary
from bot.questions.clean import clean
from bot.questions.nearest import EXAMPLES
from bot.questions.spotting.lexicon import WORD, folded, sets
from bot.questions.spotting.names import NO_NAMES, ListedNames
from bot.questions.understand import understand
from tests.conftest import NOON
from tests.questions.words import VOCABULARY, in_words

TABLES = [Path(__file__).with_name(name) for name in ("asked.txt", "heard.txt", "pasted.txt")]


def read_table(table: Path) -> list[tuple[str | None, str, str]]:
    """The rows (question before in the thread, question, expected) of one table."""
    rows: list[tuple[str | None, str, str]] = []
    opener = None
    for line in table.read_text(encoding="utf-8").splitlines():
        asked, arrow, expected = line.partition(" => ")
        if not arrow or line.startswith("#"):
            continue
        in_thread = line.startswith("    ")
        asked = asked.strip().replace("\\n", "\n").replace("\\t", "\t")
        rows.append((opener if in_thread else None, asked, expected))
        opener = opener if in_thread else asked
    return rows


def ask(text: str, before: Ask | None = None, listed: ListedNames = NO_NAMES) -> Ask:
    return understand(text, NOON, VOCABULARY, before, listed).last


ROWS = [row for table in TABLES for row in read_table(table)]


@pytest.mark.parametrize(("opener", "asked", "expected"), ROWS)
def test_a_question_is_read_as_the_table_says(
    opener: str | None, asked: str, expected: str, listed: ListedNames
) -> None:
    before = ask(opener, listed=listed) if opener else None
    assert in_words(ask(asked, before, listed)) == expected


def test_the_tables_are_long() -> None:
    assert [len(read_table(table)) >= least for table, least in zip(TABLES, (250, 150, 10), strict=True)] == [True] * 3


@pytest.mark.parametrize(("kind", "example"), [(k, e) for k, examples in EXAMPLES.items() for e in examples])
def test_every_example_is_understood_as_its_own_kind(kind: Kind, example: str) -> None:
    question = ask(example)
    assert (question.kind, question.understood) == (kind, True)


def test_there_is_an_example_of_every_kind() -> None:
    assert set(EXAMPLES) == set(Kind)


def test_yesterday_is_counted_in_the_zone_of_the_asker() -> None:
    late = datetime(2026, 11, 23, 23, 30, tzinfo=timezone(timedelta(hours=-5)))
    assert in_words(understand("changes yesterday", late, VOCABULARY).first) == "changes [2026-11-22..2026-11-22]"
    assert in_words(understand("changes yesterday", late.astimezone(UTC), VOCABULARY).first) == (
        "changes [2026-11-23..2026-11-23]"
    )


def test_without_any_vocabulary_the_common_questions_still_work() -> None:
    bare = Vocabulary()
    assert in_words(understand("what's in option B?", NOON, bare).first) == "option [option B]"
    assert in_words(understand("what is EO 14024?", NOON, bare).first) == "program [program RUSSIA-EO14024]"
    assert understand("what is the price cap?", NOON, bare).first.kind is Kind.MEASURE


def test_the_question_keeps_its_text_as_cleaned() -> None:
    assert ask("  is\u200b “Rosneft”  sanctioned? ").text == 'is "Rosneft" sanctioned?'


def test_what_is_not_understood_offers_something_the_bot_can_do() -> None:
    question = ask("I had lunch with Acme Shipping yesterday and it was great")
    assert not question.understood
    assert ask(question.nearest).kind is Kind.SCREENING


def test_ten_thousand_characters_are_read_in_good_time() -> None:
    for text in (
        "a " * 5000,
        "is " * 4000,
        "Rosneft, " * 2000,
        '"' * 10_000,
        "1" * 10_000,
        "option B and " * 900,
        "(" * 9999,
    ):
        begun = time.process_time()  # of this process: a busy machine is no slow reader
        ask(text)
        assert time.process_time() - begun < 4


PIECES = """is are check option B and , ? Rosneft sanctioned on the SDN list since March 1 would free who why EO 14024
watch what changed " ' « » ; vs 2022 24.02.2022 born 1956 IMO 9253325 под санкциями \u202e \x00 <!channel>"""
WORDS = st.sampled_from([*PIECES.split(), "\n"])


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=14).map(" ".join)))
@example("1000000:0A")  # nothing stands behind what might be flagged
def test_no_text_makes_it_raise(text: str) -> None:
    question = ask(text)
    again = ask(text, question)
    assert isinstance(again, Ask)
    assert all(subject.name.strip() for subject in (*question.subjects, *again.subjects))
    assert not re.search("[\ue000-\uf8ff]", in_words(question) + in_words(again))


QUOTABLE = (
    st.text(st.characters(codec="utf-8", exclude_characters="\"'«»“”„‟″〝〞＂"), min_size=1, max_size=60)
    .map(lambda text: clean(clean(text).replace("\n", " ").replace('"', "").replace("'", "")))
    .filter(lambda text: bool(re.search(r"[^\W_]", text)))
    .filter(lambda text: sum(folded(word) in sets.FUNCTION_WORDS for word in WORD.findall(text)) < 2)  # of a sentence
    .filter(lambda text: len(WORD.findall(text)) < 9)  # so many words are one with one of them
)


@settings(max_examples=200, deadline=None)
@given(QUOTABLE)
@example("u:u")  # a letter is no word of a sentence
@example("0.0")  # quoted, it is no score
@example("aka")  # a known word
@example("tions")  # a slip of one
@example("0\t\t0")  # quoted, tabs part no cells
@example("... 0")  # quoted, dots lead from no label
@example("whose")  # quoted, it asks for no owner
def test_a_quoted_name_is_one_subject_and_whole(name: str) -> None:
    for asked in (f'"{name}"', f'is "{name}" sanctioned?', f'check "{name}"'):
        question = ask(asked)
        assert question.kind is Kind.SCREENING, asked
        assert [squeezed(s.name) for s in question.subjects] == [squeezed(name)], asked


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


@pytest.fixture(scope="module")
def listed_names(lists_dir: Path) -> list[str]:
    """1,500 of the primary names and aliases on the SDN list of 28 December 2023, the same ones every time."""
    folder = lists_dir / "ofac_sdn" / "2023-12-28"
    names = []
    for file, column in (("sdn.csv", 1), ("alt.csv", 3)):
        with (folder / file).open(encoding="utf-8", errors="replace", newline="") as lines:
            names += [row[column] for row in csv.reader(lines) if len(row) > column]
    return random.Random(14024).sample(sorted(names), 1500)


@pytest.mark.parametrize(("form", "every"), [("{}", 1), ("is {} sanctioned?", 3), ("check {}", 3)])
def test_a_listed_name_is_screened_whole(listed_names: list[str], form: str, every: int, listed: ListedNames) -> None:
    """Alone each of the 1,500; in a sentence every third of them."""

    def letters(text: str) -> str:
        return re.sub(r"[\W_]", "", text).lower()

    wrong = []
    for name in listed_names[::every]:
        question = ask(form.format(name), listed=listed)
        whole = [letters(subject.name) for subject in question.subjects] == [letters(name)]
        if question.kind is not Kind.SCREENING or not whole:
            wrong.append(f"{name} -> {in_words(question)}")
    assert len(wrong) <= 0.005 * len(listed_names[::every]), "\n".join(wrong)


def test_what_is_beyond_the_longest_message_is_said_to_be_unread() -> None:
    reading = understand("is Rosneft sanctioned? " + "x " * 3_000, NOON, VOCABULARY)
    assert "Only the first 4,000 characters were read: ask about the rest by itself." in reading.first.notes


def test_lines_that_are_too_many_are_unread_and_none_is_dropped_without_a_word() -> None:
    names = [f"Acme Trading {n} LLC" for n in range(130)]
    reading = understand("\n".join(names), NOON, VOCABULARY)
    read = [subject.name for ask in reading.asks for subject in ask.subjects]
    assert read == names[:120]
    assert list(reading.unread) == names[120:]


@pytest.mark.parametrize(
    ("asked", "ending"),
    [
        ("which licenses end in December?", True),
        ("какие лицензии истекают в декабре?", True),
        ("which licenses have ended", False),
        ("which licenses cover Rosneft?", False),
    ],
)
def test_that_licenses_are_to_end_is_a_wish_of_the_ask(asked: str, ending: bool) -> None:
    assert (ask(asked).kind, ask(asked).ending) == (Kind.LICENSE, ending)


def test_a_measure_asked_of_behind_a_party_is_no_follow_up(listed: ListedNames) -> None:
    said = "Two things: is Sovcombank on the SDN list, and how high is the UK price cap now?"
    party, measure = understand(said, NOON, VOCABULARY, None, listed).asks
    assert party.subjects[0].name == "Sovcombank"
    assert measure.measures == ("oil-price-cap-crude", "oil-price-cap-products")


@pytest.mark.parametrize(
    "asked",
    [
        "For account of our customer Rosneft we remit EUR 10,000. Tolerance in seller's option.",
        "EOD digest: Sovcombank called, Rosneft paid",
        "Rosneft paid us. If you received this mail by mistake, delete it.",
        "We hold bonds of Rosneft. What's in option B?",
    ],
)
def test_whoever_is_listed_is_screened_where_another_ask_is_only_a_phrase_of_the_text(
    asked: str, listed: ListedNames
) -> None:
    every = understand(asked, NOON, VOCABULARY, None, listed).asks
    screened = [subject.name for each in every if each.kind is Kind.SCREENING for subject in each.subjects]
    assert "Rosneft" in screened


def test_three_acts_in_one_message_are_three_asks(listed: ListedNames) -> None:
    said = "stop watching Polyus, start watching Uralkali and move my digest to 6pm"
    unwatch, watch, digest = understand(said, NOON, VOCABULARY, None, listed).asks
    assert [in_words(unwatch), in_words(watch)] == ["unwatch: Polyus", "watch: Uralkali"]
    assert digest.digest is not None
    assert digest.digest.hour == "18:00"


def test_one_that_is_named_twice_is_one_in_a_set(listed: ListedNames) -> None:
    found = ask("the Kovalchuk network: who is listed for links to Yuri Kovalchuk, companies and family", None, listed)
    assert found.filter is not None
    assert found.filter.linked_to == "Yuri Kovalchuk"


@pytest.mark.parametrize(
    ("asked", "days"),
    [
        ("compare feb 24 and feb 25 2022 for Tay Za", ["2022-02-24", "2022-02-25"]),
        ("compare december 1 and december 28 2023 for Tay Za", ["2023-12-01", "2023-12-28"]),
        ("compare 24 feb 2022 and 28 dec 2023 for Tay Za", ["2022-02-24", "2023-12-28"]),
        ("was Tay Za listed on 24 and 25 february 2022?", ["2022-02-24", "2022-02-25"]),
        ("was Tay Za listed on 5 dec, 6 dec and 7 dec 2023", ["2023-12-05", "2023-12-06", "2023-12-07"]),
    ],
)
def test_each_of_several_days_is_answered_and_has_the_year_behind_the_last(
    asked: str, days: list[str], listed: ListedNames
) -> None:
    assert [str(one.as_of) for one in understand(asked, NOON, VOCABULARY, listed=listed).asks] == days


@pytest.mark.parametrize(
    "asked",
    [
        "Can you ping this channel once the ship Sabiti is delisted?",
        "bitte Kumgang Bank im Auge behalten",
        "Держите на контроле Kumgang Bank",
    ],
)
def test_a_wish_to_be_told_that_is_not_done_says_so(asked: str, listed: ListedNames) -> None:
    (one,) = understand(asked, NOON, VOCABULARY, listed=listed).asks
    assert one.kind is not Kind.WATCH
    assert any(note.startswith("Nothing was changed: “watch ") for note in one.notes)
