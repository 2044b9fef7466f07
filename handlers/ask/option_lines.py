"""How an option stands, and what the options would do for one party: lines that stand under other answers too."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.document import Text, text
from bot.answers.option_words import standing as standing
from bot.sanctions.listing import Party
from bot.sanctions.pronoun import pronoun
from bot.sanctions.register import lists_of, publisher_of, stands_on
from bot.sanctions.relief.impact import Impact, Outcome, outcome_for
from bot.sanctions.relief.option import ReliefOption
from bot.sanctions.relief.remains import SHORT
from handlers.ask import words
from handlers.ask.elsewhere import by_whom, elsewhere
from store.snapshot.snapshot import Snapshot

PERMITS = {"license": "license dealings with {}", "suspend": "suspend the sanctions on {}"}


def standings(options: Sequence[ReliefOption]) -> str:
    """`Options A and B: draft, illustrative, not in force. Option C: in effect.`"""
    alike: dict[str, list[str]] = {}
    for option in options:
        alike.setdefault(standing(option), []).append(option.key)
    return " ".join(f"Option{'s' if len(keys) > 1 else ''} {words.listed(keys)}: {how}." for how, keys in alike.items())


def relief_lines(party: Party, snapshot: Snapshot) -> tuple[list[Text], tuple[str, ...]]:
    """`Relief: option B would license dealings with it (draft, illustrative, not in force).` and the options' keys."""
    alike: dict[str, list[str]] = {}
    keys = []
    for option in snapshot.options:
        listed, impact = as_listed_for(option, party, snapshot), snapshot.impacts[option.key]
        if deed := deed_for(option, impact, listed):
            alike.setdefault(standing(option), []).append(
                f"option {option.key} would {deed}{stays(impact, listed, snapshot)}{_though(impact, listed)}"
            )
            keys.append(option.key)
    said = [f"{'; '.join(deeds)} ({status})" for status, deeds in alike.items()]
    return ([text(f"Relief: {'; '.join(said)}.")] if said else []), tuple(keys)


def stays(impact: Impact, party: Party, snapshot: Snapshot) -> str:
    """`, though still listed by the EU and probably by the UK`, of a party that an option takes off its own lists; ""
    of any other, and where no other publisher is known to list it."""
    if outcome_for(impact, party.entity_id) is not Outcome.FREED:
        return ""
    others = by_whom(elsewhere(party, snapshot))
    return f", though {others}" if others else ""


def _though(impact: Impact, party: Party) -> str:
    """`, yet it stays listed`, of a party from which some of its programs are lifted: that reads as all of them."""
    they = pronoun(party.schema)
    partly = outcome_for(impact, party.entity_id) is Outcome.PARTLY_RELIEVED
    return f", yet {they.does('stays', 'stay')} listed" if partly and _taken(impact, party, "") else ""


def as_listed_for(option: ReliefOption, party: Party, snapshot: Snapshot) -> Party:
    """The party as it stands on the lists that the option can reach: found under the number of the United Nations, it
    can be listed by the United States under another one. Itself where it is not listed there at all."""
    lists = lists_of(option.jurisdiction)
    if any(stands_on(one) in lists for one in party.listings):
        return party
    for listing in party.listings:
        for other in snapshot.register.same_party_abroad(listing, publisher_of(stands_on(listing))):
            if stands_on(other) in lists:
                return snapshot.party(other.entity_id) or party
    return party


def deed_for(option: ReliefOption, impact: Impact, party: Party) -> str:
    """What the option would do to this party, in words; "" when it would not reach it."""
    outcome = outcome_for(impact, party.entity_id)
    if outcome is Outcome.UNAFFECTED:
        return ""
    it = pronoun(party.schema).object
    if outcome is Outcome.FREED:
        lifted = _lifted_by_program(option, impact, party)
        off = f"take {it} off the {impact.jurisdiction} list{'s' if len(lists_of(impact.jurisdiction)) > 1 else ''}"
        return f"lift {lifted} from {it}, and so {off}" if lifted else off
    permits = [PERMITS[action].format(it) for action in impact.authorised.get(party.entity_id, ())]
    return words.listed([*_taken(impact, party, it), *permits])


def _taken(impact: Impact, party: Party, it: str) -> list[str]:
    """What is lifted from a party that stays listed: a whole listing, or some programs of one."""
    deeds = []
    for listing in party.listings:
        lifted = impact.lifted.get((stands_on(listing), party.entity_id), frozenset())
        if not lifted:
            continue
        if lifted >= set(listing.programs):
            deeds.append(f"take {it} off {SHORT.get(stands_on(listing), stands_on(listing))}")
        else:
            deeds.append(f"lift {words.listed(sorted(lifted))} from {it}")
    return list(dict.fromkeys(deeds))


def _lifted_by_program(option: ReliefOption, impact: Impact, party: Party) -> str:
    """The programs, where no term delists the party as such and only the programs lifted add up to that."""
    for term, reach in zip(option.terms, impact.terms, strict=True):
        if term.action == "delist" and term.scope != "program" and party.entity_id in reach.selected:
            return ""
    own = [one for one in party.listings if stands_on(one) in lists_of(impact.jurisdiction)]
    lifted = {tag for one in own for tag in impact.lifted.get((stands_on(one), party.entity_id), ())}
    return words.listed(sorted(lifted))
