"""Programs, and what being listed under one means: the effect of a listing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.sanctions.listing import Listing


class Effect(StrEnum):
    """What a listing does. The order is from the strongest to the weakest."""

    BLOCKING = "blocking"
    SECTORAL = "sectoral"
    DIRECTIVE = "directive"
    MENU_BASED = "menu_based"
    OTHER = "other"


STRENGTH = tuple(Effect)


@dataclass(frozen=True, slots=True)
class Program:
    """A sanctions program. `tag` is the publisher's ("RUSSIA-EO14024"); `former` are tags that it replaced."""

    tag: str
    title: str
    authority: str = ""
    date: str = ""
    effect: Mapping[str, str] = field(default_factory=dict)  # {"sdn": ..., "non_sdn": ...}
    former: tuple[str, ...] = ()


def strongest(effects: list[Effect]) -> Effect:
    """The effect that governs when a party has several listings."""
    return min(effects, key=STRENGTH.index, default=Effect.OTHER)


# What a tag means on OFAC's non-SDN list, where the party is not blocked by that listing itself.
# SSI: Directives under EO 13662. CAPTA and directives under EO 14024. NS-PLC: rejection of transactions
# (31 CFR 594.409 note). NS-CMIC: EO 13959 securities ban. NS-MBS: menu-based, e.g. CAATSA 235, EO 14059.
_NON_SDN = {
    "UKRAINE-EO13662": Effect.SECTORAL,
    "RUSSIA-EO14024": Effect.DIRECTIVE,
    "BURMA-EO14014": Effect.DIRECTIVE,
    "CAATSA - RUSSIA": Effect.MENU_BASED,
    "ILLICIT-DRUGS-EO14059": Effect.MENU_BASED,
    "IRAN-CON-ARMS-EO": Effect.OTHER,
}


def effect_of(listing: Listing) -> Effect:
    """The effect of one listing, by the list it is on, its tags and its directive determinations.

    On the SDN list every program blocks, but for one: a row whose only program is UKRAINE-EO13662 and whose
    remarks carry an EO 13662 Directive Determination is sectoral (relief/README, What is left).
    """
    if listing.list == "us_ofac_sdn":
        sectoral = any(d.order == "EO13662" for d in listing.directives)
        only = set(listing.programs) == {"UKRAINE-EO13662"}
        return Effect.SECTORAL if sectoral and only else Effect.BLOCKING
    if listing.list == "us_ofac_cons":
        return strongest([_NON_SDN.get(tag, Effect.OTHER) for tag in listing.programs])
    if listing.list in ("un_sc", "eu_fsf", "gb_uksl"):
        return Effect.BLOCKING
    return Effect.OTHER
