"""Modals in which options are drafted, looked at before they are saved, moved on and posted."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

from bot.blocks import kit
from bot.blocks.inputs import TYPED, channel, channels, choice, day, people, tick, typed
from bot.blocks.kit import Block, Element
from bot.blocks.term_rows import MOST_ROWS, Row, closed_blocks, fields_of, row_blocks, row_of
from bot.sanctions.files.options import write_groups, write_terms
from bot.sanctions.register import JURISDICTIONS
from bot.sanctions.relief.lifecycle import STATUS_WORDS, Move
from bot.sanctions.relief.option import ReliefOption

View = dict[str, Any]
EDIT, SAVE, MOVE, POST = "option-edit", "option-save", "option-move", "option-post"
NOTICE = "option-notice"
ROWS, YAML, KEPT = "rows", "yaml", "kept"
KEPT_MOST = 2_900  # characters: what a window remembers is at most 3,000
LINES = 60  # of a preview; what is more is counted
MOVES = {
    Move.SUBMIT: "Submit for review",
    Move.APPROVE: "Approve",
    Move.RETURN: "Send back",
    Move.ENACT: "Put into effect",
    Move.WITHDRAW: "Withdraw",
}


@dataclass(frozen=True, slots=True)
class Memory:
    """What a window remembers: the option, the version that it began from, the place it was opened in, how its terms
    are shown and the numbers of their rows, the draft that it is a preview of, and the message it was opened from."""

    key: str = ""
    base: int = 0
    place: str = ""
    terms: str = ROWS
    rows: tuple[int, ...] = ()
    last: int = 0  # the highest number that a row ever had: none is used again
    move: str = ""
    draft: str = ""
    message: str = ""  # channel and ts of the message that the window was opened from
    open: int = 0  # the number of the row that is open; 0 for none
    closed: tuple[tuple[str, ...], ...] = ()  # what the other rows say, field by field, in their order

    def dumps(self) -> str:
        return json.dumps({name: value for name, value in asdict(self).items() if value})

    @classmethod
    def loads(cls, text: str) -> Memory:
        """Nothing remembered where it is not ours."""
        try:
            found = json.loads(text or "{}")
        except ValueError:
            return cls()
        known = {one.name: found[one.name] for one in fields(cls) if isinstance(found, dict) and one.name in found}
        closed = tuple(tuple(map(str, row)) for row in known.get("closed", ()))
        return cls(**{**known, "rows": tuple(known.get("rows", ())), "closed": closed})

    @property
    def fits(self) -> bool:
        """Whether a window of Slack can keep it."""
        return kit.size(self.dumps()) <= KEPT_MOST


@dataclass(frozen=True, slots=True)
class Form:
    """The editor as it is to be shown: facts as typed."""

    memory: Memory
    facts: Mapping[str, str] = field(default_factory=dict)  # by block_id
    rows: tuple[Row, ...] = ()
    status: str = "draft"
    channels: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)  # of the parties that the rows name, by id
    impact: tuple[str, ...] = ()  # what the terms would do so far, in sentences

    @property
    def remembered(self) -> Memory:
        """With the rows that are closed, whose inputs the window does not have."""
        closed = tuple(fields_of(row) for row in self.rows if row.uid != self.memory.open)
        return replace(self.memory, rows=tuple(row.uid for row in self.rows), closed=closed)


def form_of(option: ReliefOption | None, place: str) -> Form:
    """The editor of an option as it stands; of a new one where there is none."""
    if option is None:
        return Form(Memory(place=place, rows=(1,), last=1, open=1), {"jurisdiction": "US"}, (Row(1),))
    rows = _rows(option)
    if rows and not Form(Memory(option.key, place=place), rows=rows).remembered.fits:
        rows = ()
    terms, groups = write_terms(option.terms), write_groups(option.groups)
    fits = max(kit.size(terms), kit.size(groups)) <= TYPED
    shown = ROWS if rows else YAML if fits else KEPT
    uids = tuple(row.uid for row in rows)
    memory = Memory(option.key, option.version, place, shown, uids, max(uids, default=0))
    facts = {
        "title": option.title,
        "summary": option.summary,
        "jurisdiction": option.jurisdiction,
        "in_return": option.in_return.get("says", ""),
        "sources": "\n".join(option.sources),
        "effective_from": option.effective_from,
        "confidential": "yes" if option.confidential else "",
        "terms": terms,
        "groups": groups,
    }
    return Form(memory, facts, rows, option.status, option.channels, option.people)


def _rows(option: ReliefOption) -> tuple[Row, ...]:
    """The terms as rows; none where some term cannot be one."""
    rows = [row_of(term, at) for at, term in enumerate(option.terms, 1)]
    kept = tuple(row for row in rows if row is not None)
    return kept if len(kept) == len(rows) <= MOST_ROWS else ()


def editor(form: Form) -> View:
    """The window in which an option is drafted."""
    memory, facts = form.memory, form.facts
    blocks: list[Block] = []
    if memory.base:
        stands = (
            f"Option {memory.key}, version {memory.base}: {STATUS_WORDS[form.status]}. Changed, it is a draft again."
        )
        blocks.append(kit.context(kit.words(stands)))
    else:
        hint = "A letter or a short word in capitals"
        blocks.append(typed("key", "Key", facts.get("key", ""), hint=hint, most=20))
    blocks += _fitting(typed("title", "Title", facts.get("title", ""), most=200), facts.get("title", ""), 200)
    summary = facts.get("summary", "")
    blocks += _fitting(typed("summary", "Summary", summary, lines=True, optional=True), summary)
    blocks += _terms(form)
    jurisdictions = {key: key for key in JURISDICTIONS}
    blocks.append(choice("jurisdiction", "Whose lists", jurisdictions, facts.get("jurisdiction", "US")))
    for name, label in (("in_return", "Asked in return"), ("sources", "Sources, one a line")):
        said = facts.get(name, "")
        blocks += _fitting(typed(name, label, said, lines=True, optional=True), said)
    blocks.append(day("effective_from", "Effective from", facts.get("effective_from", "")))
    words = "Only for the channels and people below"
    blocks.append(tick("confidential", "Confidential", words, ticked=bool(facts.get("confidential"))))
    blocks.append(channels("channels", "Channels it is answered in", form.channels))
    blocks.append(people("people", "People it is answered to in person", form.people))
    blocks.append(typed("why", "Why this version is made", facts.get("why", ""), most=500))
    title = f"Option {memory.key}" if memory.base else "New option"
    return _view(EDIT, title, blocks, form.remembered, submit="Preview")


def _fitting(block: Block, said: str, most: int = TYPED) -> list[Block]:
    """The input; or, where Slack cannot hold what is in it, a word that it stays as it is."""
    if kit.size(said) <= most:
        return [block]
    label = block["label"]["text"]
    return [kit.context(kit.words(f"{label}: too long for a window of Slack, so it stays as it is."))]


def _terms(form: Form) -> list[Block]:
    memory, facts = form.memory, form.facts
    if memory.terms == KEPT:
        said = "The terms are too long for a window of Slack and stay as they are."
        return [kit.context(kit.words(f"{said} To change them: options export, options load."))]
    if memory.terms == YAML:
        switch = kit.button("form:rows", "Edit the terms as a form", value="rows")
        hint = "As in docs/relief.md. A group that no term names is not kept."
        return [
            *_note(facts),
            typed("terms", "Terms, as YAML", facts.get("terms", ""), lines=True, hint=hint),
            typed("groups", "Groups, as YAML", facts.get("groups", ""), lines=True, optional=True),
            {"type": "actions", "block_id": "switch", "elements": [switch]},
        ]
    blocks: list[Block] = []
    for number, row in enumerate(form.rows, 1):
        drawn = row_blocks if row.uid == memory.open else closed_blocks
        blocks += drawn(row, number, form.names, removable=len(form.rows) > 1)
    buttons = [kit.button("form:yaml", "Edit the terms as YAML", value="yaml")]
    buttons.insert(0, kit.button("form:reckon", "What would that do?", value="reckon"))
    if len(form.rows) < MOST_ROWS:
        buttons.insert(0, kit.button("form:add", "Add a term", value="add"))
    return [*blocks, *_note(facts), *_impact(form), {"type": "actions", "block_id": "switch", "elements": buttons}]


def _impact(form: Form) -> list[Block]:
    """What the terms would do so far, beside them."""
    return [kit.context(kit.words(f"📊 {kit.cut(line, 1_900)}")) for line in form.impact]


def _note(facts: Mapping[str, str]) -> list[Block]:
    """Why the terms could not be shown the other way."""
    return [kit.context(kit.words(f"⚠️ {facts['note']}"))] if facts.get("note") else []


def preview(draft: ReliefOption, lines: Sequence[str], why: str, memory: Memory) -> View:
    """What a draft would do, before it is saved. `lines` that begin with a bullet are drawn as items."""
    blocks = [
        kit.header(f"Option {draft.key}: {draft.title}"),
        *_lines(lines),
        kit.context(kit.words(f"Why: {why}")),
    ]
    return _view(SAVE, "Preview", blocks, memory, submit="Save", close="Back")


def conflict(lines: Sequence[str], newest: int, memory: Memory) -> View:
    """Somebody else was faster: what they changed, and what can be done now."""
    said = "Your draft is kept. Saving it makes a version after theirs, with your words in place of theirs."
    blocks = [
        kit.header(f"Option {memory.key} was changed meanwhile"),
        *_lines(lines),
        kit.rich(kit.section(kit.run(said))),
    ]
    return _view(SAVE, "Changed meanwhile", blocks, memory, submit=f"Save as version {newest + 1}"[:24], close="Back")


def moving(option: ReliefOption, move: Move, lines: Sequence[str], memory: Memory) -> View:
    """The reason for a move, asked for beside what the option would do."""
    blocks = [kit.header(f"Option {option.key}: {option.title}"), *_lines(lines), typed("why", "Why", most=500)]
    return _view(MOVE, MOVES[move], blocks, memory, submit=MOVES[move])


def posting(option: ReliefOption, memory: Memory, place: str) -> View:
    """In which channel an option is announced."""
    said = "Each new version of it is told in the thread of the message."
    shown = place if place[:1] in ("C", "G") else ""
    blocks = [
        kit.header(f"Option {option.key}: {option.title}"),
        kit.context(kit.words(said)),
        channel("channel", "Channel", shown),
    ]
    return _view(POST, "Post in channel", blocks, memory, submit="Post")


def notice(title: str, lines: Sequence[str], moves: Iterable[tuple[str, str]] = (), *, last: bool = True) -> View:
    """Something to read. `last`: closing it closes what is under it; `moves`: value and label of buttons."""
    buttons = [kit.button(f"act:move:{at}", label, value=value) for at, (value, label) in enumerate(moves, 1)]
    view = _view(NOTICE, title, [*_lines(lines), *kit.rows(buttons)], Memory(), close="Close")
    return {**view, "clear_on_close": True} if last else view


def _lines(lines: Sequence[str]) -> list[Block]:
    blocks: list[Block] = []
    shown = list(lines[:LINES])
    if len(lines) > LINES:
        shown.append(f"… and {len(lines) - LINES} more.")
    for line in shown:
        words = kit.section(*_runs(kit.cut(kit.tidy(line.removeprefix("• ")), 1_000)))
        if line.startswith("• "):
            if not (blocks and blocks[-1]["elements"][-1]["type"] == "rich_text_list"):
                blocks.append(kit.rich(kit.bullets(words)))
            else:
                blocks[-1]["elements"][-1]["elements"].append(words)
        else:
            blocks.append(kit.rich(words))
    return blocks


def _runs(words: str) -> list[Element]:
    """Words, with people's ids (@U0123ABCD) as Slack shows people."""
    parts = re.split(r"@([UW][A-Z0-9]{2,30})\b", words)
    runs: list[Element] = []
    for at, part in enumerate(parts):
        if at % 2:
            runs.append({"type": "user", "user_id": part})
        elif part:
            runs.append(kit.run(part))
    return runs or [kit.run(" ")]


def _view(name: str, title: str, blocks: list[Block], memory: Memory, submit: str = "", close: str = "Cancel") -> View:
    view: View = {
        "type": "modal",
        "callback_id": name,
        "title": kit.words(title, kit.VIEW_TITLE),
        "close": kit.words(close, kit.VIEW_TITLE),
        "blocks": blocks,
        "private_metadata": memory.dumps(),
    }
    if submit:
        view["submit"] = kit.words(submit, kit.VIEW_TITLE)
    return view
