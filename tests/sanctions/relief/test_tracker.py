"""What of an option has come about: by the editions that it was made on and those of now."""

from __future__ import annotations

from dataclasses import replace

from bot.sanctions.listing import Listing
from bot.sanctions.register import Register
from bot.sanctions.relief.hypothesis import if_programs_end
from bot.sanctions.relief.impact import evaluate
from bot.sanctions.relief.tracker import ComeAbout, come_about
from tests.builders import a_listing


def listed(number: int, *programs: str) -> Listing:
    return a_listing(f"PARTY {number}", entity_id=f"ofac-{number}", list="us_ofac_sdn", programs=programs)


BEFORE = [listed(1, "P"), listed(2, "P", "Q"), listed(3, "P"), listed(4, "P"), listed(5, "Q"), listed(6, "Q")]


def since(after: list[Listing], **more: object) -> ComeAbout:
    before = Register.of(BEFORE)
    facts = {"moved": {}, "licensed": {}, "covered": set(), **more}
    return come_about(evaluate(if_programs_end(["P"]), before), before, Register.of(after), **facts)  # type: ignore[arg-type]


def test_nothing_has_come_about_where_nothing_changed():
    came = since(BEFORE)
    assert not came.any
    assert (came.selected, came.freeing) == (("ofac-1", "ofac-2", "ofac-3", "ofac-4"), ("ofac-1", "ofac-3", "ofac-4"))
    assert came.off_elsewhere == ()


def test_who_came_off_lost_a_program_or_was_amended_is_told_apart():
    amended = replace(listed(4, "P"), remarks="DOB unknown.")
    came = since([listed(2, "Q"), listed(3, "P"), amended, listed(5, "Q"), listed(6, "Q")])
    assert (came.delisted, came.lifted, came.amended) == (("ofac-1",), ("ofac-2",), ("ofac-4",))


def test_who_came_off_and_was_in_no_option_is_shown_as_well():
    came = since([one for one in BEFORE if one.entity_id not in ("ofac-5", "ofac-6")], covered={"ofac-6"})
    assert came.off_elsewhere == ("ofac-5",)
    assert came.delisted == ()


def test_a_new_number_is_no_delisting():
    after = [one for one in BEFORE if one.entity_id != "ofac-1"] + [replace(listed(1, "P"), entity_id="ofac-11")]
    assert since(after, moved={"ofac-1": "ofac-11"}).delisted == ()
    assert since(after).delisted == ("ofac-1",)


def test_licenses_issued_since_are_told_of_those_selected_alone():
    came = since(BEFORE, licensed={"ofac-2": ("GL 9",), "ofac-6": ("GL 9",)})
    assert came.licensed == {"ofac-2": ("GL 9",)}
