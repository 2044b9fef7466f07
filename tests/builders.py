"""Things of the domain with every field defaulted but the point of the test."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from bot.sanctions.briefing.statement import Briefing
from bot.sanctions.files.briefing import read_briefing
from bot.sanctions.listing import Listing
from bot.sanctions.party import Name, NameKind, Schema


@cache
def shipped(name: str) -> Briefing:
    """What a file of what is shipped holds: briefing.yml or licenses.yml. Read once: it takes a third of a second."""
    return read_briefing((files("bot") / "data" / "relief" / name).read_text(encoding="utf-8"), name)


def a_listing(name: str = "OPEN JOINT-STOCK COMPANY ROSNEFT OIL COMPANY", **facts: Any) -> Listing:
    """A company on OFAC's non-SDN list; `aka` and `weak` take plain strings."""
    aka = [Name(text, NameKind.ALSO) for text in facts.pop("aka", ())]
    weak = [Name(text, NameKind.ALSO, weak=True) for text in facts.pop("weak", ())]
    facts.setdefault("list", "us_ofac_cons")
    facts.setdefault("entity_id", "ofac-17022")
    facts.setdefault("schema", Schema.ORGANIZATION)
    facts.setdefault("programs", ("UKRAINE-EO13662",))
    return Listing(names=(Name(name), *aka, *weak), **facts)


def a_person(name: str = "DERIPASKA, Oleg Vladimirovich", **facts: Any) -> Listing:
    """A person on the SDN list."""
    facts.setdefault("list", "us_ofac_sdn")
    facts.setdefault("entity_id", "ofac-24283")
    facts.setdefault("schema", Schema.PERSON)
    facts.setdefault("programs", ("UKRAINE-EO13661", "UKRAINE-EO13662"))
    return a_listing(name, **facts)
