"""Whether somebody is listed by others too, in answers about parties and about relief: real editions of five lists."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from handlers.ask import answer_all
from handlers.desk import Desk, DeskSettings
from tests.conftest import NOON
from tests.jobs.landing import five_lists
from tests.once import opened

Ask = Callable[[str], str]


@pytest.fixture(scope="module")
def said(lists_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Ask:
    folder = five_lists(lists_dir, tmp_path_factory)
    desk = Desk(opened(folder), lambda: NOON, DeskSettings(index_dir=folder))
    return lambda asked: answer_all(desk.understand(asked), desk).text


def test_who_is_listed_by_several_publishers_is_one_party(said: Ask) -> None:
    text = said("is Oleg Deripaska sanctioned?")
    assert text.casefold().startswith("listed, blocked: oleg vladimirovich deripaska")
    assert "The same party on other lists: " in text
    assert all(f"{other} (blocked)" in text for other in ("EU", "UK"))
    assert "of this name" not in text


def test_a_party_is_told_by_the_list_that_is_told_first_unless_another_is_asked_about(said: Ask) -> None:
    """The UK has the alias Oleg DERIPASKA, which is nearer to the question than OFAC's name."""
    assert "OFAC SDN list, 28 Dec 2023: UKRAINE-EO13661" in said("is Oleg Deripaska sanctioned?")
    asked = said("is Oleg Deripaska on the UK list?")
    assert asked.startswith("On our UK Sanctions List of 22 Aug 2026")
    assert "The same party on other lists: EU (blocked); SDN (blocked)." in asked


def test_a_number_tells_which_of_two_bodies_of_one_name_is_the_same(said: Ask) -> None:
    text = said("is VTB Bank sanctioned?")
    assert text.startswith("LISTED, blocked: VTB Bank (INN 7702070139")
    assert "The same party on other lists: " in text
    assert "EU (blocked)" in text
    assert "UK, as VTB Bank (Public Joint-Stock Company) (blocked)" in text
    assert "Probably the same" not in text


def test_the_entry_of_the_list_that_is_asked_about_heads(said: Ask) -> None:
    assert said("is VTB on the EU list?").startswith("On our EU financial sanctions list of 13 May 2024, stale. LISTED")
    assert "EU financial sanctions list, 13 May 2024: assets frozen" in said("is VTB on the EU list?")
    assert "UK Sanctions List, 22 Aug 2026: assets frozen" in said("is VTB on the UK list?")


def test_a_party_is_told_by_the_first_list_whichever_list_has_the_name(said: Ask) -> None:
    """VTB alone is a name of the UK's entry only."""
    assert said("is VTB sanctioned?").startswith("LISTED, blocked: VTB Bank (INN 7702070139")
    asked = said("is IRGC on the UK list?")
    assert "LISTED, blocked: Islamic Revolutionary Guard Corps (IRGC)" in asked


def test_bodies_that_share_a_short_name_alone_are_probably_the_same(said: Ask) -> None:
    text = said("Islamic Revolutionary Guard Corps")
    assert "Iranian Revolutionary Guard Corps (blocked)" in text


def test_another_spelling_born_the_same_day_is_probably_the_same(said: Ask) -> None:
    text = said("is Suleiman Kerimov sanctioned?")
    assert "Probably the same party: EU, as Suleyman Abusaidovich KERIMOV (blocked)" in text


def test_who_would_be_free_of_one_publisher_is_said_to_be_still_listed_by_the_others(said: Ask) -> None:
    text = said("if UKRAINE-EO13661 and RUSSIA-EO14024 ended, would Gennady Timchenko be free?")
    assert "YES for Gennady Nikolayevich Timchenko" in text
    assert "take them off the US lists, though still listed by the EU and UK." in text


def test_what_is_only_probable_is_said_so_in_relief_too(said: Ask) -> None:
    text = said("if UKRAINE-EO13661 and RUSSIA-EO14024 ended, would Suleiman Kerimov be free?")
    assert "though probably still listed by the EU" in text
    assert "EU financial sanctions list as Suleyman Abusaidovich KERIMOV, probably the same party" in said(
        "what would free Suleiman Kerimov?"
    )


def test_namesakes_born_on_other_days_are_never_the_same(said: Ask) -> None:
    """The EU lists Kim Won-hong born on 7 January 1945, OFAC on 17 July. What we hold of the UK has no date."""
    text = said("KIM Won Hong born 17 Jul 1945")
    assert "The same party on other lists: UK, as Won-Hong Kim (blocked)." in text
    assert "EU" not in text.partition("The same party")[2].splitlines()[0]
    assert "Probably the same" not in text


def test_the_reasons_that_the_uk_publishes_come_first_where_they_are_asked_for(said: Ask) -> None:
    answer = said("why is Oleg Deripaska sanctioned?")
    assert "The reason is not known here" not in answer
    assert "Why, by the UK Sanctions List: “" in answer
