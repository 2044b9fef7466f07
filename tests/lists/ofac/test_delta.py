"""OFAC's files of changes: read, and never taken for a list unless they are the archive's first, whole one."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import RefusedEdition
from bot.lists.ofac import delta
from bot.lists.publishers import LISTS

HEAD = (
    '<sanctionsData xmlns="https://www.treasury.gov/ofac/DeltaFile/1.0"><publicationInfo>'
    "<datePublished>2026-08-28T00:00:00-04:00</datePublished></publicationInfo><entities>"
)
PARTY = (
    '<entity id="{uid}"{action}><generalInfo><entityType>Entity</entityType></generalInfo><sanctionsPrograms>'
    "<sanctionsProgram>CUBA</sanctionsProgram></sanctionsPrograms><names><name><isPrimary>true</isPrimary>"
    "<translations><translation><isPrimary>true</isPrimary><formattedFullName>PARTY {uid}</formattedFullName>"
    "</translation></translations></name></names></entity>"
)


def a_delta(*entities: str) -> bytes:
    return f"{HEAD}{''.join(entities)}</entities></sanctionsData>".encode()


def party(uid: int, action: str | None = None) -> str:
    return PARTY.format(uid=uid, action=f' action="{action}"' if action else "")


def child_alone(uid: int, action: str = "") -> str:
    tag = '<sanctionsPrograms><sanctionsProgram action="add">SDGT</sanctionsProgram></sanctionsPrograms>'
    return f'<entity id="{uid}"{action}>{tag}</entity>'


def test_whatever_is_neither_added_nor_removed_is_amended() -> None:
    words = ("modify", "change", "update")
    parts = [party(1, "add"), '<entity id="2" action="remove"/>', child_alone(3)]
    parts += [child_alone(10 + at, f' action="{word}"') for at, word in enumerate(words)]
    found = delta.read_delta("us_ofac_sdn", {"delta": a_delta(*parts)})
    assert [one.entity_id for one in found.added] == ["ofac-1"]
    assert found.removed == ("ofac-2",)
    assert found.amended == ("ofac-3", "ofac-10", "ofac-11", "ofac-12")
    assert (found.published, found.is_snapshot) == ("2026-08-28", False)


def test_the_published_shape_is_read(lists_dir: Path) -> None:
    content = (lists_dir / "samples/ofac-delta-shape.xml").read_bytes()
    found = delta.read_delta("us_ofac_sdn", {"delta": content})
    assert [(one.name, one.programs, one.legal_basis) for one in found.added] == [
        ("PLACEHOLDER, Person", ("IFSR", "SDGT"), ("Executive Order 13224 (Terrorism)",))
    ]
    assert found.removed == ("ofac-58483",)


def test_a_days_changes_are_no_list() -> None:
    known = LISTS["us_ofac_sdn"]
    with pytest.raises(RefusedEdition, match=r"file of changes of 2026-08-28 \(1 added, 0 removed, 0 amended\)"):
        known.read(known.key, {"delta": a_delta(party(1, "add"))})


@pytest.mark.parametrize("action", ["add", None])
def test_the_first_file_of_the_archive_is_the_whole_list(action: str | None) -> None:
    many = [party(number, action) for number in range(1, delta.SNAPSHOT_ABOVE + 2)]
    reading = delta.read("us_ofac_sdn", {"delta": a_delta(*many)})
    assert (len(reading.listings), reading.published) == (delta.SNAPSHOT_ABOVE + 1, "2026-08-28")
    with pytest.raises(RefusedEdition, match="not a whole list"):
        delta.read("us_ofac_sdn", {"delta": a_delta(*many, '<entity id="9999999" action="remove"/>')})


def test_entities_of_the_other_list_are_not_counted() -> None:
    on = '<sanctionsLists><sanctionsList datePublished="2026-08-28">{}</sanctionsList></sanctionsLists><names>'
    sdn = party(1, "add").replace("<names>", on.format("SDN List"))
    ssi = party(2, "add").replace("<names>", on.format("Sectoral Sanctions Identifications List"))
    found = delta.read_delta("us_ofac_sdn", {"delta": a_delta(sdn, ssi)})
    assert [(one.entity_id, one.listed_on) for one in found.added] == [("ofac-1", "2026-08-28")]
