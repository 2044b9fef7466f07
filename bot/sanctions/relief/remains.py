"""What is left of the listings of a party once a relief option has had its effect. Definitions: docs/relief.md."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.sanctions.effect import Effect, effect_in_words, effect_of, is_sectoral, probably_on_sdn
from bot.sanctions.listing import Listing, Party
from bot.sanctions.pronoun import pronoun
from bot.sanctions.register import lists_of, stands_on
from bot.sanctions.relief.impact import Impact, Outcome, outcome_for
from bot.sanctions.relief.option import ReliefOption

SHORT = {
    "us_ofac_sdn": "the SDN list",
    "us_ofac_cons": "the non-SDN list",
    "un_sc": "the UN list",
    "eu_fsf": "the EU list",
    "gb_uksl": "the UK list",
}
CUT_AT = 1000  # characters at which OFAC cuts remarks in the primary file; the tail is in the comments file


class Bond(StrEnum):
    """How a party stays bound. The order is from the strongest to the weakest."""

    BLOCKED = "blocked"
    UNKNOWN = "cannot_tell"  # the files do not say whether it is blocked
    SECTORAL = "sectoral"
    LISTED = "restricted"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Remainder:
    """What is left of one listing: the programs that remain, and what they do in words."""

    list: str
    programs: tuple[str, ...]
    bond: Bond
    words: str


@dataclass(frozen=True, slots=True)
class Left:
    """What is left on one party: `bond` is the strongest of what remains. `authorised` holds the actions ("license",
    "suspend") by which dealings with it are permitted although it stays listed. `probable_sdn` is the tag by which
    the party is probably on the SDN list, whose edition here is too old to hold it; "" where there is no such sign.
    """

    entity_id: str
    outcome: Outcome
    bond: Bond
    remaining: tuple[Remainder, ...] = ()
    authorised: tuple[str, ...] = ()
    probable_sdn: str = ""

    @property
    def programs(self) -> tuple[str, ...]:
        """The programs that remain, once each."""
        return tuple(dict.fromkeys(tag for one in self.remaining for tag in one.programs))


def left_of(impact: Impact, party: Party, editions: Mapping[str, str] | None = None) -> Left:
    """What would still bind a party under an option, on the lists of the option's jurisdiction.

    A party that is on none of them has nothing left and is unaffected. Where the file cannot tell whether what
    remains blocks, the bond is UNKNOWN. `editions`: list key -> publication date, for parties newer than the SDN
    edition.
    """
    listings = [one for one in party.listings if stands_on(one) in lists_of(impact.jurisdiction)]
    rests = [_rest(one, impact) for one in listings]
    remaining = []
    for listing, rest in zip(listings, rests, strict=True):
        if rest.programs or (stands_on(listing), party.entity_id) not in impact.lifted:
            bond = bond_of(rest, listings)
            words = "the file cannot tell whether blocked" if bond is Bond.UNKNOWN else effect_in_words(rest)
            remaining.append(Remainder(stands_on(listing), rest.programs, bond, words))
    probable = _probable_sdn(rests, editions or {})
    bonds = [one.bond for one in remaining] + ([Bond.UNKNOWN] if probable else [])
    return Left(
        entity_id=party.entity_id,
        outcome=outcome_for(impact, party.entity_id),
        bond=min(bonds, key=tuple(Bond).index, default=Bond.NONE),
        remaining=tuple(remaining),
        authorised=impact.authorised.get(party.entity_id, ()) if remaining else (),
        probable_sdn=probable,
    )


def what_is_left(
    option: ReliefOption, impact: Impact, party: Party, editions: Mapping[str, str] | None = None
) -> list[str]:
    """What would still bind the party, in sentences: one a listing, then what must be known beside."""
    left, they = left_of(impact, party, editions), pronoun(party.schema)
    if not left.remaining:
        lists = " or ".join(sorted(SHORT.get(key, key) for key in lists_of(option.jurisdiction)))
        return [f"no listing of {they.object} on {lists} ({option.jurisdiction})."]
    says = [
        f"on {SHORT.get(one.list, one.list)} under {' and '.join(one.programs) or 'no program named'}: {one.words}."
        for one in left.remaining
    ]
    if left.authorised:
        verbs = " and ".join(
            {"license": "licensed", "suspend": "permitted while the suspension lasts"}[one] for one in left.authorised
        )
        says.append(f"dealings with {they.object} would be {verbs}; the listing stays.")
    if left.probable_sdn:
        says.append(
            f"{they.does('has', 'have')} probably been put on the SDN list since the edition loaded here "
            f"({left.probable_sdn}); whether {they.does('stays', 'stay')} blocked, the files here cannot tell."
        )
    return says


def _rest(listing: Listing, impact: Impact) -> Listing:
    """The listing with the programs that the option leaves it."""
    lifted = impact.lifted.get((stands_on(listing), listing.entity_id), frozenset())
    return replace(listing, programs=tuple(tag for tag in listing.programs if tag not in lifted)) if lifted else listing


def bond_of(listing: Listing, listings: list[Listing]) -> Bond:
    """How a listing binds, seen with the party's other listings."""
    effect = effect_of(listing)
    if effect is Effect.BLOCKING:
        return Bond.UNKNOWN if _may_be_sectoral(listing, listings) else Bond.BLOCKED
    return Bond.SECTORAL if effect is Effect.SECTORAL else Bond.LISTED


def _may_be_sectoral(listing: Listing, listings: list[Listing]) -> bool:
    """An SDN row left with UKRAINE-EO13662 alone and no Directive Determination of its own, though there is a sign
    that one is missing: the remarks are cut, or the party's non-SDN row carries one."""
    if set(listing.programs) != {"UKRAINE-EO13662"} or is_sectoral(listing) or stands_on(listing) != "us_ofac_sdn":
        return False
    return len(listing.remarks) == CUT_AT or any(
        is_sectoral(one) for one in listings if stands_on(one) == "us_ofac_cons"
    )


def _probable_sdn(rests: list[Listing], editions: Mapping[str, str]) -> str:
    """The tag, among those the option leaves, by which the party is probably on the SDN list since."""
    on_sdn = any(stands_on(one) == "us_ofac_sdn" for one in rests)
    sdn, cons = editions.get("us_ofac_sdn", ""), editions.get("us_ofac_cons", "")
    return next((tag for one in rests if (tag := probably_on_sdn(one, sdn, cons, on_sdn))), "")
