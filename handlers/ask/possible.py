"""The card of a name that may be one of several listed parties: a person decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from bot.answers.document import Act, Action, Card, Table, Text, Tone, bold, text
from bot.answers.identity import identified
from bot.questions.ask import Ask
from bot.sanctions.display import readable
from bot.sanctions.effect import effect_in_words
from bot.sanctions.standing import Standing
from bot.screening.query import Hit, Screening, Verdict
from handlers.ask import words
from handlers.ask.briefed import reported_lines
from handlers.ask.listed import listed_card
from handlers.ask.sources import named_list
from handlers.desk import Desk
from store.snapshot.snapshot import Snapshot

MOST = 3  # candidates shown
NEAR = 0.75  # below it the nearest name has nothing to do with the question
_OF_NAME = ("name", "read", "weak")


def possible_card(hits: Sequence[Hit], screening: Screening, question: Ask, desk: Desk, snapshot: Snapshot) -> Card:
    shown = hits[:MOST]
    first, elsewhere = named_list(hits, question, desk, snapshot)
    many = "one listed party" if len(hits) == 1 else f"{len(hits)} listed parties"
    said = reported_lines([hits[0].entity_id], screening.query, snapshot) if len(hits) == 1 else []
    reported, *earlier = said or [()]
    says = f"{first}{elsewhere}POSSIBLE MATCH for {words.quoted(screening.query.name)}:"
    return Card(
        headline=text(bold(says), f" {many} could be meant; a person must decide."),
        table=candidates_table(shown, snapshot),
        lines=(
            *((reported,) if reported else ()),
            *rest_lines(hits, shown),
            text(missing_evidence(screening, shown)),
        ),
        more=tuple(earlier),
        tone=Tone.POSSIBLE,
        actions=candidate_actions(shown),
    )


def picked_cards(shown: Sequence[Hit], question: Ask, desk: Desk, snapshot: Snapshot) -> list[Card]:
    """Those of the candidates shown that a person picked by number."""
    picked = question.pick.of([*enumerate(shown, 1)]) if question.pick else ()
    if not picked:
        many = words.count(len(shown) or len(question.subjects), "party", "parties")
        says, ask = bold(f"That picks nobody of {many} that could be meant."), text("Say a number, or the name.")
        return [Card(headline=text(says), lines=(ask,), tone=Tone.WARNING)]
    cards = [(number, listed_card([hit], question, desk, snapshot)) for number, hit in picked]
    return [replace(one, headline=text(f"Number {number}, as you picked. ", *one.headline)) for number, one in cards]


def candidates_table(hits: Sequence[Hit], snapshot: Snapshot) -> Table:
    """The candidates, numbered as their buttons are: who, with what identifies; how they stand and where; why."""
    who, stands = partial(_who, snapshot=snapshot), partial(_stands, snapshot=snapshot)
    rows = tuple((f"{n}. {who(hit)}", stands(hit), _evidence(hit)) for n, hit in enumerate(hits, 1))
    return Table("Listed parties that could be meant", ("Party", "Listed", "Evidence"), rows)


def candidate_lines(hits: Sequence[Hit], snapshot: Snapshot) -> list[Text]:
    """The same as lines."""
    return list(candidates_table(hits, snapshot).lines)


def _who(hit: Hit, snapshot: Snapshot) -> str:
    party = snapshot.party(hit.entity_id)
    return identified(party) if party else readable(hit.name, hit.schema)


def _stands(hit: Hit, snapshot: Snapshot) -> str:
    """How it stands, and where; of a measure that freezes nothing which one it is."""
    party = snapshot.party(hit.entity_id) if hit.standing is Standing.OTHER else None
    measures = dict.fromkeys(effect_in_words(one) for one in party.listings if one.list in hit.lists) if party else ()
    stands = words.stands(hit.standing, hit.lists)
    return f"{'; '.join(measures)}, {stands}" if measures else stands


def _evidence(hit: Hit) -> str:
    """What of the name is the same, then the facts that speak for or against, which outweigh more about the name."""
    named = "" if hit.matched.text == hit.name else f"as {words.quoted(hit.matched.text)}: "
    name = [reason.says for reason in hit.reasons if reason.kind in _OF_NAME]
    facts = [reason.says for reason in hit.reasons if reason.kind not in _OF_NAME]
    said = " ".join([*name[: 1 if facts else 2], *facts]).rstrip(".")
    return f"{named}{said[:1].lower()}{said[1:]}"


def rest_lines(hits: Sequence[Hit], shown: Sequence[Hit]) -> list[Text]:
    more = len(hits) - len(shown)
    return [text(f"And {more} more of a similar name.")] if more > 0 else []


def missing_evidence(screening: Screening, hits: Sequence[Hit]) -> str:
    if any(hit.schema == "Person" for hit in hits) and not screening.query.birth_date:
        return "Narrow it down: a full name, a birth year (“born 1956”) or an identifier."
    return "Narrow it down: the full name or an identifier (INN, IMO, BIC)."


def candidate_actions(hits: Sequence[Hit]) -> tuple[Action, ...]:
    return tuple(
        Action(Act.DETAILS, f"Details {n}", hit.entity_id, f"Details for {readable(hit.name, hit.schema)}")
        for n, hit in enumerate(hits, 1)
    )


def supposing(screening: Screening, said: Card) -> Card:
    """What is said of the one party that was found; where it is only a possible match, as that of a candidate: what is
    said of one party may be said of another than was meant."""
    if screening.verdict is not Verdict.POSSIBLE:
        return said
    first = text(bold(f"If {words.quoted(screening.query.name)} is this party, which a person must decide: "))
    return replace(said, headline=(*first, *said.headline), tone=Tone.POSSIBLE)


def nothing_near(screening: Screening) -> str:
    """That nobody on the lists has the word, and which name sounds nearest to it: neither clears anybody."""
    nearest = nearest_words(screening)
    return f"No listed name here has this word, which clears nobody.{f' {nearest}' if nearest else ''}"


def nearest_words(screening: Screening) -> str:
    """`Nearest: “MZ TONAR” 0.76.`, or "" where nothing comes near."""
    nearest = next((hit for hit in screening.hits if hit.score >= NEAR), None)
    return f"Nearest: {words.quoted(nearest.matched.text)} {nearest.score:.2f}." if nearest else ""


def near_hits(screening: Screening, snapshot: Snapshot) -> list[Hit]:
    """The best three that a name which is too common could mean."""
    linked = snapshot.linked_counts
    near = [hit for hit in screening.hits if hit.reasons and hit.reasons[0].says.startswith("Same")]
    return sorted(near, key=lambda hit: (-hit.score, -linked.get(hit.entity_id, 0)))[:MOST]
