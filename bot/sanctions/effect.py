"""What being listed means: the effect of a listing, by its list, its programs and its directives."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from enum import StrEnum

from bot.sanctions.listing import Directive, Listing


class Effect(StrEnum):
    """What a listing does. The order is from the strongest to the weakest."""

    BLOCKING = "blocking"
    SECTORAL = "sectoral"
    DIRECTIVE = "directive"
    MENU_BASED = "menu_based"
    OTHER = "other"


STRENGTH = tuple(Effect)


def strongest(effects: list[Effect]) -> Effect:
    """The effect that governs when a party has several listings."""
    return min(effects, key=STRENGTH.index, default=Effect.OTHER)


# What a tag means on OFAC's non-SDN list, where no listing blocks by itself. SSI: directives under EO 13662.
# EO 14024 and EO 14014: directives. NS-MBS: menu-based, CAATSA section 235 and EO 14059. Every other tag is OTHER:
# NS-PLC (rejection), CMIC (securities), 561-Related (correspondent accounts), FSE (evaders), and
# tags of the party's listing on the SDN list, which OFAC repeats on this list (SDGT, VENEZUELA-EO13850).
_NON_SDN = {
    "UKRAINE-EO13662": Effect.SECTORAL,
    "RUSSIA-EO14024": Effect.DIRECTIVE,
    "BURMA-EO14014": Effect.DIRECTIVE,
    "CAATSA - RUSSIA": Effect.MENU_BASED,
    "ILLICIT-DRUGS-EO14059": Effect.MENU_BASED,
}
# Tags that are measures of the non-SDN list in their own right, and so say nothing about the SDN list.
_OWN_TO_NON_SDN = {"BURMA-EO14014", "CAATSA - RUSSIA", "ILLICIT-DRUGS-EO14059", "NS-PLC", "CMIC-EO13959", "561-Related"}
_OWN_TO_NON_SDN |= {"FSE-IR", "FSE-SY"}

_DETERMINATION = "Executive Order 13662 Directive Determination"
_INFORMATION = "Executive Order 14024 Directive Information"
_SECTION_11 = "Section 11 of Executive Order 14024"
_DATED = re.compile(r"\(EO (\d{5}) Directive (\d+[a-z]?)\)")


def effect_of(listing: Listing) -> Effect:
    """The effect of one listing, by the list it is on, its tags and its directive determinations.

    On the SDN list every program blocks, but for one: a row whose only program is UKRAINE-EO13662 and whose
    remarks carry an EO 13662 Directive Determination is sectoral (relief/README, What is left). `ftm:KEY` is the
    same list in another format, and a starter fact has the effect of the list that it was taken from.
    """
    list_key = _list_key(listing)
    if list_key == "us_ofac_sdn":
        only = set(listing.programs) == {"UKRAINE-EO13662"}
        return Effect.SECTORAL if only and is_sectoral(listing) else Effect.BLOCKING
    if list_key == "us_ofac_cons":
        return strongest([_effect_on_non_sdn(tag, listing) for tag in listing.programs])
    if list_key == "gb_uksl" and not freezes(listing):
        return Effect.SECTORAL if any(_is_financial(one) for one in listing.measures) else Effect.OTHER
    if list_key in ("un_sc", "eu_fsf", "gb_uksl"):
        return Effect.BLOCKING
    return Effect.OTHER


def freezes(listing: Listing) -> bool:
    """Whether the measures that the publisher imposes on the party freeze its assets; where it names none, they do.

    The UK names them one by one: of its 666 ships most may not enter a port, and are not frozen.
    """
    return not listing.measures or any("asset freeze" in one.casefold() for one in listing.measures)


def is_not_frozen(listing: Listing) -> bool:
    """Listed for trade, travel or the sea alone."""
    return _list_key(listing) == "gb_uksl" and effect_of(listing) is Effect.OTHER


def _is_financial(measure: str) -> bool:
    """Restrictions on banks and on investment, which are neither a freeze nor of trade."""
    said = measure.casefold()
    return any(word in said for word in ("correspondent banking", "investment", "securities", "loans", "clearing"))


_TOLD = 3  # measures named in a headline
# What the UK imposes, in fewer words; each once, in this order.
_UK_WORDS = (
    ("asset freeze", "assets frozen"),
    ("correspondent banking", "no correspondent banking"),
    ("travel ban", "travel ban"),
    ("port entry", "no port entry"),
    ("shipping", "shipping sanctions"),
    ("chartering", "shipping sanctions"),
    ("crew servicing", "shipping sanctions"),
    ("transport", "transport sanctions"),
    ("de-flag", "struck off the register of ships"),
    ("arms embargo", "arms embargo"),
    ("trust services", "no trust services"),
    ("internet services", "internet services sanctions"),
    ("director disqualification", "director disqualification"),
)


def imposed_in_words(measures: Iterable[str]) -> str:
    """The measures that a publisher imposes, in fewer words: "assets frozen, travel ban"."""
    said = [measure.casefold() for measure in measures]
    found = [words for part, words in _UK_WORDS if any(part in measure for measure in said)]
    left = [measure for measure in said if not any(part in measure for part, _ in _UK_WORDS)]
    words = list(dict.fromkeys([*found, *left]))
    return ", ".join(words[:_TOLD]) + (f" and {len(words) - _TOLD} more" if len(words) > _TOLD else "")


def _list_key(listing: Listing) -> str:
    """The published list: for a starter fact the one it was taken from, for FollowTheMoney the one in it."""
    return (listing.taken_from or listing.list).removeprefix("ftm:")


def _effect_on_non_sdn(tag: str, listing: Listing) -> Effect:
    if tag == "RUSSIA-EO14024" and not _has_14024_directive(listing):
        return Effect.OTHER  # the tag of the party's SDN listing, repeated here
    return _NON_SDN.get(tag, Effect.OTHER)


def is_sectoral(listing: Listing) -> bool:
    """Whether the row carries an EO 13662 Directive Determination: its tag UKRAINE-EO13662 is the sectoral one."""
    return any(one.order == "EO13662" for one in listing.directives) or _DETERMINATION in listing.remarks


def directives_of(measure: str) -> tuple[Directive, ...]:
    """The directive that a measure of the briefing is, by its id ("ssi-directive-2", "eo14024-directive-3")."""
    order, _, number = measure.partition("-directive-")
    return (Directive("EO13662" if order == "ssi" else order.upper(), number),) if number else ()


def is_under(listing: Listing, directives: Collection[Directive]) -> bool:
    """Whether a row carries one of these directives, under an order under which the party still is."""
    held = {one for one in _all_directives(listing) if any(one.order in tag for tag in listing.programs)}
    return not held.isdisjoint(directives)


def _all_directives(listing: Listing) -> tuple[Directive, ...]:
    # Directive 2 of EO 14024 is named only by its dates: "Effective Date (EO 14024 Directive 2): 26 Mar 2022".
    dated = (Directive(f"EO{order}", number) for order, number in _DATED.findall(listing.remarks))
    return (*listing.directives, *dated)


def _has_14024_directive(listing: Listing) -> bool:
    return any(one.order == "EO14024" for one in listing.directives) or _INFORMATION in listing.remarks


def later_sdn_tag(listing: Listing) -> str:
    """The tag of a non-SDN row that blocks on the SDN list and that the non-SDN list does not explain; "" for none.

    UKRAINE-EO13662 is explained by a Directive Determination, RUSSIA-EO14024 by Directive Information unless the row
    also carries OFAC's note on blocked parties, the risk of section 11 of the order.
    """
    if listing.list != "us_ofac_cons":
        return ""
    return next((tag for tag in listing.programs if not _explained(tag, listing)), "")


def prohibits_all_dealings(listing: Listing) -> bool:
    """Whether the row is under Directive 4 of EO 14024: transactions of US persons with the party are prohibited."""
    return _list_key(listing) == "us_ofac_cons" and any(
        one.order == "EO14024" and one.number == "4" for one in listing.directives
    )


def probably_on_sdn(listing: Listing, sdn_edition: str, cons_edition: str, on_sdn: bool) -> str:
    """The tag that tells that a party has probably been put on the SDN list since its edition; "" where none does.

    Holds for a non-SDN listing of a party that the SDN edition lacks (`on_sdn` false), when the non-SDN edition is
    the newer (ISO dates or months); see `later_sdn_tag`.
    """
    return later_sdn_tag(listing) if not on_sdn and newer(cons_edition, than=sdn_edition) else ""


def _explained(tag: str, listing: Listing) -> bool:
    if tag == "UKRAINE-EO13662":
        return is_sectoral(listing)
    if tag == "RUSSIA-EO14024":
        noted = any(_SECTION_11 in risk for risk in listing.secondary_sanctions) or _SECTION_11 in listing.remarks
        return _has_14024_directive(listing) and not noted
    return tag in _OWN_TO_NON_SDN


def newer(edition: str, than: str) -> bool:
    """Surely newer: a month is compared by its first day when it is the newer, by its last when the older."""
    first = edition if len(edition) > 7 else f"{edition}-01"
    last = than if len(than) > 7 else f"{than}-31"
    return bool(edition and than) and first > last


# Effects of the non-SDN list that have no directive to name.
_IN_WORDS = {
    "CAATSA - RUSSIA": "menu-based measures",
    "ILLICIT-DRUGS-EO14059": "menu-based measures",
    "NS-PLC": "transactions to be rejected (NS-PLC)",
    "CMIC-EO13959": "securities ban (CMIC)",
    "561-Related": "correspondent accounts prohibited (CAPTA)",
    "FSE-IR": "dealings prohibited (foreign sanctions evader)",
    "FSE-SY": "dealings prohibited (foreign sanctions evader)",
    "BURMA-EO14014": "a directive under EO 14014",
}


def effect_in_words(listing: Listing) -> str:
    """What the listing does, for a headline: "blocked", "sectoral directives 2 and 4"."""
    effect, list_key = effect_of(listing), _list_key(listing)
    if list_key in ("un_sc", "eu_fsf"):
        return "assets frozen"
    if list_key == "gb_uksl":
        return imposed_in_words(listing.measures) or "designated by the United Kingdom"
    if effect is Effect.BLOCKING:
        return "blocked"
    found = [words for words in (_sectoral_words(listing), _directive_words(listing)) if words]
    if list_key == "us_ofac_cons":
        found += [_IN_WORDS[tag] for tag in listing.programs if tag in _IN_WORDS and not _named(tag, listing)]
    if found:
        return "; ".join(dict.fromkeys(found))
    return f"listed under {', '.join(listing.programs)}" if listing.programs else "listed, effect not stated"


def _named(tag: str, listing: Listing) -> bool:
    """Whether directives that the listing carries already say what the tag means."""
    return any(f"-{one.order}" in tag for one in listing.directives)


def _sectoral_words(listing: Listing) -> str:
    if "UKRAINE-EO13662" not in listing.programs or not is_sectoral(listing):
        return ""
    numbers = [one.number for one in listing.directives if one.order == "EO13662"]
    return f"sectoral {_plural('directive', numbers)}" if numbers else "sectoral directives"


def _directive_words(listing: Listing) -> str:
    """Directives under orders other than EO 13662, each order under which the party still is."""
    found = []
    named = [(one.order, one.number) for one in _all_directives(listing)]
    for order in dict.fromkeys(order for order, _ in named if order != "EO13662"):
        if any(order in tag for tag in listing.programs):
            numbers = [number for its, number in named if its == order]
            found.append(f"{_plural('Directive', numbers)} under EO {order.removeprefix('EO')}")
    if not found and "RUSSIA-EO14024" in listing.programs and _has_14024_directive(listing):
        found.append("a directive under EO 14024")
    return "; ".join(found)


def _plural(word: str, numbers: list[str]) -> str:
    once = sorted(dict.fromkeys(numbers))
    if len(once) == 1:
        return f"{word} {once[0]}"
    return f"{word}s {', '.join(once[:-1])} and {once[-1]}"
