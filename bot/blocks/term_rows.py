"""The terms of an option as rows of inputs, for those terms that a row can say. Others are edited as YAML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.blocks import kit
from bot.blocks.inputs import TYPED, choice, typed
from bot.blocks.kit import Block, Element
from bot.sanctions.party import Schema
from bot.sanctions.relief.option import Selector, Term
from bot.sanctions.relief.wording import duration_in_words

PROGRAM_ONLY = "delist-program"
ACTIONS = {
    "delist": "Take off the list",
    PROGRAM_ONLY: "Lift one program only",
    "license": "License dealings",
    "suspend": "Suspend, with a snap-back",
}
KINDS = {
    "entity": "Parties, by id or full name",
    "group": "Groups, by key",
    "program": "Programs, by tag",
    "type": "Types of party",
    "list": "Lists, by key",
    "linked-entity": "Parties linked to a party",
    "linked-group": "Parties linked to a group",
    "measure": "A measure, by id or title",
}
TYPES = {schema.value: schema.value for schema in Schema}
MOST_ROWS = 25  # with two blocks each, and one of them open, they still fit into one window
FIELDS = ("action", "kind", "value", "only_type", "under", "exclude", "duration", "snap_back")


@dataclass(frozen=True, slots=True)
class Row:
    """One term as typed. `uid` stays with a row when others are taken out, and with it what was typed."""

    uid: int
    action: str = ""
    kind: str = ""
    value: str = ""  # one a line
    only_type: str = ""
    under: str = ""
    exclude: str = ""  # one a line: an id, or "type: Vessel"
    duration: str = ""
    snap_back: str = ""

    def block(self, field: str) -> str:
        """The block_id of one of its inputs."""
        return f"t{self.uid}-{field}"


def row_of(term: Term, uid: int) -> Row | None:
    """The row that says a term; None where none can, or Slack's inputs do not hold it."""
    row = _row(term, uid)
    return row if row and all(kit.size(getattr(row, field)) <= TYPED for field in FIELDS) else None


def _row(term: Term, uid: int) -> Row | None:
    action = PROGRAM_ONLY if term.scope else term.action
    excluded = [_excluded(one) for one in term.exclude]
    if action not in ACTIONS or term.parameters or None in excluded:
        return None
    rest = {
        "action": action,
        "exclude": "\n".join(one for one in excluded if one),
        "duration": duration_in_words(term.duration) if term.duration else "",
        "snap_back": duration_in_words(term.snap_back) if term.snap_back else "",
    }
    if term.measure:
        return Row(uid, kind="measure", value=term.measure, **rest)
    said = [_said(one) for one in term.select]
    if not said or None in said:
        return None
    found = [one for one in said if one is not None]
    kind, _, only_type, under = found[0]
    if any((one[0], one[2], one[3]) != (kind, only_type, under) for one in found):
        return None
    return Row(uid, kind=kind, value="\n".join(one[1] for one in found), only_type=only_type, under=under, **rest)


def _said(one: Selector) -> tuple[str, str, str, str] | None:
    """Kind, value, type and program of a selector."""
    keys = {"entity": one.entity, "group": one.group, "list": one.list, "program": one.program, "type": one.type}
    if one.linked_to is not None:
        named = _only_key(one.linked_to)
        if named is None or named[0] not in ("entity", "group") or one.entity or one.group or one.list:
            return None
        return f"linked-{named[0]}", named[1], one.type, one.program
    main = next((key for key, value in keys.items() if value), "")
    rest = {key for key, value in keys.items() if value and key != main}
    if not main or not rest <= {"type", "program"}:
        return None
    return main, keys[main], one.type if "type" in rest else "", one.program if "program" in rest else ""


def _only_key(one: Selector) -> tuple[str, str] | None:
    keys = {"entity": one.entity, "group": one.group, "program": one.program, "type": one.type, "list": one.list}
    found = [(key, value) for key, value in keys.items() if value]
    return found[0] if len(found) == 1 and one.linked_to is None else None


def _excluded(one: Selector) -> str | None:
    named = _only_key(one)
    return None if named is None else named[1] if named[0] == "entity" else f"{named[0]}: {named[1]}"


def closed_blocks(row: Row, number: int, names: Mapping[str, str], *, removable: bool) -> list[Block]:
    """One term in a sentence, with what can be done with it: one is open at a time."""
    buttons = [kit.button(f"form:open:{row.uid}", "Change", value=str(row.uid), says=f"Change term {number}")]
    if removable:
        buttons.append(_take_out(row, number))
    return [
        {
            "type": "section",
            "block_id": row.block("said"),
            "text": kit.words(f"Term {number}: {row_in_words(row, names)}"),
        },
        {"type": "actions", "block_id": row.block("does"), "elements": buttons},
    ]


def row_in_words(row: Row, names: Mapping[str, str]) -> str:
    """`Take off the list: Groups, by key: oligarchs; for 180 days`, as it was typed. `names`: of parties, by id."""
    said = [ACTIONS.get(row.action, "Not said what it does")]
    which = ", ".join(names.get(one, one) for one in row.value.split("\n")) or "not said which"
    said.append(f"{KINDS.get(row.kind, 'not said what it selects')}: {kit.cut(which, 300)}")
    beside = [
        f"only {TYPES.get(row.only_type, row.only_type)}" if row.only_type else "",
        f"only under {row.under}" if row.under else "",
        f"except {', '.join(row.exclude.split(chr(10)))}" if row.exclude else "",
        f"for {row.duration}" if row.duration else "",
        f"{row.snap_back} of notice before it returns" if row.snap_back else "",
    ]
    return "; ".join((": ".join(said), *(one for one in beside if one)))


def _take_out(row: Row, number: int) -> Element:
    return kit.button(f"form:remove:{row.uid}", "Take out", value=str(row.uid), says=f"Take out term {number}")


def finder(row: Row) -> Block:
    """A menu that offers parties, programs, measures, groups and lists while somebody types; what is chosen is
    added."""
    element: Element = {
        "type": "external_select",
        "action_id": f"form:find:{row.uid}",
        "placeholder": kit.words("Type a name, a program or a measure to add it"),
        "min_query_length": 1,
    }
    return {"type": "actions", "block_id": row.block("find"), "elements": [element]}


def row_blocks(row: Row, number: int, names: Mapping[str, str], *, removable: bool) -> list[Block]:
    """The inputs of one term."""
    heading: Block = {"type": "section", "block_id": row.block("heading"), "text": kit.words(f"Term {number}")}
    if removable:
        heading["accessory"] = _take_out(row, number)
    return [
        heading,
        choice(row.block("action"), "What it does", ACTIONS, row.action),
        choice(row.block("kind"), "What it selects", KINDS, row.kind),
        finder(row),
        typed(row.block("value"), "Which, one a line", row.value, lines=True, hint=_hint(row, names)),
        choice(row.block("only_type"), "Only of this type", TYPES, row.only_type, optional=True),
        typed(row.block("under"), "Only under this program", row.under, optional=True),
        typed(
            row.block("exclude"),
            "Except, one a line",
            row.exclude,
            lines=True,
            optional=True,
            hint="An id or a full name, or for example type: Vessel",
        ),
        typed(
            row.block("duration"), "For how long", row.duration, optional=True, hint="For example: 180 days, 6 months"
        ),
        typed(row.block("snap_back"), "Notice of snap-back", row.snap_back, optional=True, hint="For example: 30 days"),
    ]


def _hint(row: Row, names: Mapping[str, str]) -> str:
    """Who the ids are; before any is there, what they look like."""
    known = [f"{one}: {names[one]}" for one in row.value.split("\n") if one in names]
    return kit.cut("; ".join(known), 1_500) if known else "ofac-17022 or RUSSIA-EO14024"


def fields_of(row: Row) -> tuple[str, ...]:
    """What a row says, field by field in the order of FIELDS."""
    return tuple(getattr(row, field) for field in FIELDS)


def rows_in(
    values: Mapping[str, str], uids: Sequence[int], opened: int, closed: Sequence[Sequence[str]]
) -> tuple[Row, ...]:
    """The rows as they are now: the one that is open from its inputs (`values` by block_id), the others as
    remembered."""
    rest = iter(closed)
    return tuple(
        Row(uid, **{field: values.get(f"t{uid}-{field}", "") for field in FIELDS})
        if uid == opened
        else Row(uid, *next(rest, ()))
        for uid in uids
    )
