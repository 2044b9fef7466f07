"""OFAC's delta files: what one publication changed, in the words of the enhanced format.

A delta is a cross-check, never a list: one that was missed is silent. The first file of OFAC's archive (September
2023) is no day's changes but the whole list: that one is read as an edition.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml.etree import _Element

from bot.errors import RefusedEdition
from bot.lists import guards
from bot.lists.content import Content
from bot.lists.ofac import parts
from bot.lists.ofac.enhanced import ROOT, listing_of, lists_of, named
from bot.lists.reading import Progress, Reading, Role, silent
from bot.lists.xml_stream import Entries, child, local, text_of
from bot.sanctions.listing import Listing

ROLES = (Role("delta", ("delta.xml",), required=True),)
NAMESPACE = "DeltaFile"
MAX_BYTES = 600_000_000
# In 989 days OFAC's largest day of additions had 553: a file that only adds, and more than this, is a whole list.
SNAPSHOT_ABOVE = 5_000


@dataclass(frozen=True, slots=True)
class Delta:
    """What a publication changed. `added` are whole listings; ids alone are known of the others."""

    published: str
    added: tuple[Listing, ...]
    removed: tuple[str, ...]
    amended: tuple[str, ...]

    @property
    def is_snapshot(self) -> bool:
        return len(self.added) > SNAPSHOT_ABOVE and not self.removed and not self.amended


def read_delta(key: str, files: Mapping[str, Content], progress: Progress = silent) -> Delta:
    """A delta file. What is neither added nor removed is amended: OFAC says modify, change, update or nothing.

    Nothing is said, too, of every entity of a whole snapshot: there all are added, if each is told whole. An entity
    that names the lists it is on counts where this one is among them. Raises RefusedEdition.
    """
    name = ROLES[0].names[0]
    published = ""
    added: list[Listing] = []
    unsaid: list[Listing] = []
    removed: list[str] = []
    amended: list[str] = []
    for element in Entries(name, files["delta"], ROOT, ("publicationInfo", "entity"), MAX_BYTES, progress):
        if local(element) == "publicationInfo":
            published = text_of(child(element, "datePublished"))[:10]
            continue
        lists = lists_of(element)
        dates = parts.of_list(key, lists)
        if lists and not dates:
            continue
        action, uid = str(element.get("action", "")).casefold(), f"ofac-{element.get('id', '')}"
        if action == "remove":
            removed.append(uid)
        elif action == "add":
            added.append(listing_of(key, name, element, min(filter(None, dates), default="")))
        else:
            amended.append(uid)
            if not action and _is_whole(element):
                unsaid.append(listing_of(key, name, element, min(filter(None, dates), default="")))
    if len(unsaid) == len(amended) and len(added) + len(unsaid) > SNAPSHOT_ABOVE:
        added, amended = added + unsaid, []
    guards.refuse_duplicates(name, (listing.entity_id for listing in added))
    return Delta(published, tuple(named(added)), tuple(removed), tuple(amended))


def read(key: str, files: Mapping[str, Content], progress: Progress = silent) -> Reading:
    """The list, where the file is a whole snapshot. Raises RefusedEdition for a day's changes."""
    delta = read_delta(key, files, progress)
    if not delta.is_snapshot:
        raise RefusedEdition(
            f"This is OFAC's file of changes of {delta.published or 'an unknown day'} ({len(delta.added):,} added, "
            f"{len(delta.removed):,} removed, {len(delta.amended):,} amended), not a whole list: load the list itself."
        )
    return Reading(delta.added, published=delta.published)


def _is_whole(entity: _Element) -> bool:
    """Whether an entity is told with its name and programs: of an amended one only what changed is."""
    return child(entity, "names") is not None and child(entity, "sanctionsPrograms") is not None
