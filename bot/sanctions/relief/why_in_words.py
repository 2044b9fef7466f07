"""The reasons why an option reaches a party, or does not, as sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.sanctions.listing import Party
from bot.sanctions.party import Schema
from bot.sanctions.pronoun import pronoun
from bot.sanctions.register import Register, lists_of, stands_on
from bot.sanctions.relief.option import ReliefOption, Selector
from bot.sanctions.relief.remains import SHORT
from bot.sanctions.relief.why import Reason, parts_of, reasons, targets_of

KINDS = {
    Schema.PERSON: "a person",
    Schema.VESSEL: "a vessel",
    Schema.AIRPLANE: "an aircraft",
    Schema.CRYPTO_WALLET: "a wallet",
}
NAMES = 3


def why(
    option: ReliefOption, register: Register, party: Party, sentences: Sequence[str], name_of: Callable[[str], str]
) -> list[str]:
    """Why the option reaches the party, or why it does not. `sentences` are the option's terms in words, in order;
    `name_of` gives a party's name by its id."""
    speaker = _Speaker(option, register, party, name_of)
    found = reasons(option, register, party)
    holding = [
        f"{speaker.they(reason.by[0])}, and term {reason.number} says: {sentences[reason.number - 1]}"
        for reason in found
        if reason.holds
    ]
    if holding:
        return [one[0].upper() + one[1:] if n else one for n, one in enumerate(holding)]
    return [speaker.outside() or f"no term selects {speaker.who.object}.", *speaker.near(found)]


class _Speaker:
    def __init__(self, option: ReliefOption, register: Register, party: Party, name_of: Callable[[str], str]) -> None:
        self.option, self.register, self.party, self.name_of = option, register, party, name_of
        self.who = pronoun(party.schema)

    def they(self, selector: Selector) -> str:
        """`it is a vessel and listed under RUSSIA-EO14024`."""
        return f"{self.who.am} {' and '.join(self.predicate(part) for part in parts_of(selector))}"

    def outside(self) -> str:
        """Where the party is on none of the lists that the option can reach."""
        lists = lists_of(self.option.jurisdiction)
        if any(stands_on(one) in lists for one in self.party.listings):
            return ""
        named = " or ".join(sorted(SHORT.get(key, key) for key in lists))
        return f"{self.who.am} not on {named}, and an option of the {self.option.jurisdiction} reaches no other list."

    def near(self, found: Sequence[Reason]) -> list[str]:
        """The first term that nearly selects it: excepted, or with one condition too many."""
        for reason in found:
            if reason.by:
                return [f"Term {reason.number} would, but for an exception: {self.they(reason.but[0])}."]
        for reason in found:
            met = " and ".join(self.predicate(part) for part in reason.met)
            unmet = " and not ".join(self.predicate(part) for part in reason.unmet)
            return [f"Nearest is term {reason.number}: {self.who.am} {met}, but not {unmet}."]
        return []

    def predicate(self, part: Selector) -> str:
        """What follows "it is", of a selector with a single key."""
        if part.entity:
            return f"named in the option ({self.name_of(part.entity)})"
        if part.group:
            title = next((one.title or one.key for one in self.option.groups if one.key == part.group), part.group)
            return f"in the group “{title}”"
        if part.program:
            return f"listed under {part.program}"
        if part.list:
            return f"on {SHORT.get(part.list, part.list)}"
        if part.linked_to is not None:
            return f"linked, by {self.who.its} own listing, to {self.targets(part.linked_to)}"
        schema = Schema(part.type)
        return "a company or other body" if schema.is_body else KINDS[schema]

    def targets(self, selector: Selector) -> str:
        ids = targets_of(self.option, self.register, self.party, selector)
        if not ids:
            return "a party that the term names"
        names = [self.name_of(one) for one in ids[:NAMES]]
        more = [f"{len(ids) - NAMES} more"] if len(ids) > NAMES else []
        return " and ".join([*names, *more])
