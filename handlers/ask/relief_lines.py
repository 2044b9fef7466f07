"""What the relief options would do for one party, as lines under another answer."""

from __future__ import annotations

from bot.answers import Text, text
from bot.sanctions.entity import Schema
from bot.sanctions.listing import Party
from bot.sanctions.relief import Impact, ReliefOption
from handlers.ask import words
from handlers.ask.standing import standing
from handlers.desk import Snapshot

DOES = {
    "delist": "take {it} off the list",
    "license": "license dealings with {it}",
    "suspend": "suspend the sanctions on {it}",
}


def relief_lines(party: Party, snapshot: Snapshot) -> list[Text]:
    """`Relief: option B would license dealings with it (draft, illustrative, not in force).`"""
    says = [
        f"option {option.key} would {deed} ({standing(option)})"
        for option in snapshot.options
        if (deed := deed_for(option, snapshot.impacts[option.key], party))
    ]
    return [text(f"Relief: {'; '.join(says)}.")] if says else []


def deed_for(option: ReliefOption, impact: Impact, party: Party) -> str:
    """What the option would do to this party, in words; "" when it would not reach it."""
    deeds = []
    it = "them" if party.schema is Schema.PERSON else "it"
    for term, reached in zip(option.terms, impact.terms, strict=True):
        if party.entity_id not in reached.selected:
            continue
        if term.action == "delist" and term.scope == "program":
            lifted = words.listed(sorted({s.program for s in term.select if s.program}))
            deeds.append(f"lift {lifted} from {it}")
        elif term.action in DOES:
            deeds.append(DOES[term.action].format(it=it))
    return words.listed(list(dict.fromkeys(deeds)))
