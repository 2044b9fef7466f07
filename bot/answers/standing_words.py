"""Standing in words: the verdict of a headline, and the word beside a name among others."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.phrases import day, listed
from bot.sanctions.effect import Effect, effect_in_words, effect_of
from bot.sanctions.listing import Listing
from bot.sanctions.program import Ended
from bot.sanctions.standing import AsOf, Standing, ended_of, signs_of, standing_of

# Said of one party among others. "Not blocked" is never said: a later listing, or another list, may block.
SHORT = {
    Standing.BLOCKED: "blocked",
    Standing.PROBABLY_BLOCKED: "probably blocked",
    Standing.ALL_DEALINGS_PROHIBITED: "all dealings prohibited",
    Standing.RESTRICTED: "restricted",
    Standing.LISTED_NOT_FROZEN: "listed, not frozen",
    Standing.OTHER: "other measure",
    Standing.WAS_LISTED: "was listed, program ended",
}
_RESTRICTING = (Effect.SECTORAL, Effect.DIRECTIVE, Effect.MENU_BASED)


def headline(listings: Sequence[Listing], as_of: AsOf, name: str) -> str:
    """The verdict of a party that is listed, by itself enough: "LISTED, probably blocked: Rosneft Oil Company"."""
    standing = standing_of(map(signs_of, listings), as_of)
    said = {
        Standing.ALL_DEALINGS_PROHIBITED: "LISTED: all dealings by US persons prohibited (Directive 4); "
        "not on the SDN list. ",
        Standing.RESTRICTED: f"LISTED, restricted: {_restrictions(listings)}. ",
        Standing.WAS_LISTED: f"WAS LISTED under {ends(ended(listings, as_of))}: off the list since, or listed anew. ",
        Standing.LISTED_NOT_FROZEN: "LISTED, not frozen: ",
        Standing.OTHER: "LISTED: ",
    }
    return said.get(standing, f"LISTED, {SHORT[standing]}: ") + name


def ended(listings: Sequence[Listing], as_of: AsOf) -> tuple[Ended, ...]:
    """The programs of a party's listings that have ended since the editions, once each."""
    return tuple(dict.fromkeys(one for listing in listings for one in ended_of(signs_of(listing), as_of)))


def ends(programs: Sequence[Ended]) -> str:
    """`ZIMBABWE, ended 4 Mar 2024`."""
    return listed([f"{one.tag}, ended {day(one.ended)}" for one in programs])


def _restrictions(listings: Sequence[Listing]) -> str:
    """`sectoral directives 2 and 4`; `menu-based measures`."""
    return "; ".join(dict.fromkeys(effect_in_words(one) for one in listings if effect_of(one) in _RESTRICTING))
