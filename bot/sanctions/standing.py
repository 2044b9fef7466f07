"""Standing: how a party stands over all its listings, in one of seven words. Inferred here and nowhere else.

Every answer, alert, table, file and JSON says the same word of a party (docs/verdicts.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.sanctions.effect import Effect, effect_of, is_not_frozen, later_sdn_tag, newer, prohibits_all_dealings
from bot.sanctions.listing import Edition, Listing
from bot.sanctions.program import Ended

SDN, NON_SDN = "us_ofac_sdn", "us_ofac_cons"


class Standing(StrEnum):
    """The order is from the strongest to the weakest."""

    BLOCKED = "blocked"
    PROBABLY_BLOCKED = "probably_blocked"  # on the SDN list since an edition that we do not have
    ALL_DEALINGS_PROHIBITED = "all_dealings_prohibited"  # Directive 4 under EO 14024
    RESTRICTED = "restricted"  # sectoral, directive, menu-based
    LISTED_NOT_FROZEN = "listed_not_frozen"  # trade, travel, maritime
    OTHER = "other"
    WAS_LISTED = "was_listed"  # under ended programs alone


_STRONGEST_FIRST = tuple(Standing)


@dataclass(frozen=True, slots=True)
class Signs:
    """What of one listing bears on the standing of its party. `list` is the published list that it stands on;
    `later_sdn` the tag that only a later SDN listing explains, or ""."""

    list: str
    effect: Effect
    programs: tuple[str, ...]
    later_sdn: str = ""
    all_dealings: bool = False
    not_frozen: bool = False  # listed for trade, travel or the sea alone
    dated: str = ""  # ISO date of a starter fact; every other listing is of its list's edition


@dataclass(frozen=True, slots=True)
class AsOf:
    """What standing is judged by: the published date (ISO date or month) of each list's edition, and the programs
    that have ended by the day that is asked about, by tag."""

    editions: Mapping[str, str] = field(default_factory=dict)
    ended: Mapping[str, Ended] = field(default_factory=dict)

    @classmethod
    def of(cls, editions: Iterable[Edition], ended: Mapping[str, Ended], day: date) -> AsOf:
        """By these editions, on a day: for a day before its end a program counts as in force."""
        had_ended = {tag: one for tag, one in ended.items() if one.had_ended(str(day))}
        return cls({edition.list: edition.published for edition in editions}, had_ended)


NOTHING_KNOWN = AsOf()
# The Iranian Financial Sanctions Regulations: a risk for foreign banks, told beside the program that blocks.
BLOCKING_NOBODY = frozenset({"IFSR"})
_BY_EFFECT = {
    Effect.BLOCKING: Standing.BLOCKED,
    Effect.SECTORAL: Standing.RESTRICTED,
    Effect.DIRECTIVE: Standing.RESTRICTED,
    Effect.MENU_BASED: Standing.RESTRICTED,
    Effect.OTHER: Standing.OTHER,
}


def signs_of(listing: Listing) -> Signs:
    """What of a listing bears on standing; for a starter fact, that of the list it was taken from."""
    return Signs(
        list=listing.taken_from or listing.list,
        effect=effect_of(listing),
        programs=listing.programs,
        later_sdn=later_sdn_tag(listing),
        all_dealings=prohibits_all_dealings(listing),
        not_frozen=is_not_frozen(listing),
        dated=listing.taken_on,
    )


def standing_of(listings: Iterable[Signs], as_of: AsOf = NOTHING_KNOWN) -> Standing:
    """The strongest standing of a party over its listings."""
    signs = tuple(listings)
    found = [_one(each, as_of) for each in signs]
    if later_sdn_of(signs, as_of):
        found.append(Standing.PROBABLY_BLOCKED)
    return min(found, key=_STRONGEST_FIRST.index, default=Standing.OTHER)


def later_sdn_of(signs: Iterable[Signs], as_of: AsOf) -> str:
    """The tag that tells that the party has probably been put on the SDN list since our edition of it; "" for none.

    Holds for a party that the SDN edition lacks, where the non-SDN edition is surely the newer.
    """
    signs = tuple(signs)
    if any(each.list == SDN for each in signs):
        return ""
    if not newer(as_of.editions.get(NON_SDN, ""), than=as_of.editions.get(SDN, "")):
        return ""
    return next((each.later_sdn for each in signs if each.list == NON_SDN and each.later_sdn), "")


def ended_of(signs: Signs, as_of: AsOf) -> tuple[Ended, ...]:
    """The programs of an OFAC listing that ended after the edition it stands in."""
    if not as_of.ended or signs.list not in (SDN, NON_SDN):
        return ()
    edition = signs.dated or as_of.editions.get(signs.list, "")
    found = (as_of.ended.get(tag) for tag in signs.programs)
    return tuple(one for one in found if one and newer(one.ended, than=edition))


def _one(signs: Signs, as_of: AsOf) -> Standing:
    ended = {one.tag for one in ended_of(signs, as_of)}
    if ended and not set(signs.programs) - ended - BLOCKING_NOBODY:
        return Standing.WAS_LISTED
    if signs.all_dealings and signs.effect is not Effect.BLOCKING:
        return Standing.ALL_DEALINGS_PROHIBITED
    if signs.not_frozen:
        return Standing.LISTED_NOT_FROZEN
    return _BY_EFFECT[signs.effect]
