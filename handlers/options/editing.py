"""Drafting an option: the editor, the preview of what it would do, saving, and two editors at once. Nothing of Slack's
transport is known here: views in, views out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import store.drafts
import store.options
from bot.answers.document import plain
from bot.blocks import kit
from bot.blocks.inputs import TYPED
from bot.blocks.option_forms import (
    MOVES,
    ROWS,
    YAML,
    Form,
    Memory,
    View,
    conflict,
    editor,
    form_of,
    notice,
    preview,
)
from bot.blocks.term_rows import Row
from bot.errors import BadInput
from bot.sanctions.files.options import write_groups, write_terms
from bot.sanctions.relief.confidential import may_see
from bot.sanctions.relief.impact import evaluate
from bot.sanctions.relief.lifecycle import Made, edited, moves
from bot.sanctions.relief.option import ReliefOption
from bot.sanctions.relief.versions import version_changes
from handlers.ask import words
from handlers.ask.option_lines import standing
from handlers.ask.relief.card import card_of, reach_lines
from handlers.ask.relief.changes import reach_of_versions
from handlers.ask.relief.words import measure_titles, party_names, unknown_option
from handlers.desk import Asker, Desk
from handlers.options.menus import offers
from handlers.options.news import compose_news, queue_news
from handlers.options.reading import Wrong, as_yaml, draft_in, form_in, from_yaml, terms_so_far
from handlers.permissions import check_may_edit
from store.database import writing
from store.snapshot.snapshot import Snapshot

TOO_OLD = "This draft was kept for a day and is gone. Go back and press Preview again."


@dataclass(frozen=True)
class Editing:
    """Editing at a desk. Every step checks anew who may."""

    desk: Desk

    def history(self, asker: Asker, key: str) -> list[Made]:
        """The versions of an option, the newest first. Raises BadInput where it does not exist for whoever asks."""
        with self.desk.sessions() as session:
            found = store.options.versions(session, key)
        if found and (asker.is_operator or may_see(found[0].option, asker.audience, self.desk.settings.confidants)):
            return found
        card = unknown_option(key, self.desk.seen_by(asker).snapshot())
        raise BadInput(" ".join(plain(line) for line in (card.headline, *card.lines)))

    def open(self, asker: Asker, key: str = "") -> View:
        """The editor of an option, or of a new one. Raises NotAllowed, BadInput."""
        check_may_edit(asker, self.desk.settings.editors)
        found = self.history(asker, key)[0].option if key else None
        snapshot = self.desk.snapshot()
        assert snapshot.typeahead  # here, where a second may pass: the menus have less time
        return editor(named(form_of(found, asker.place), snapshot))

    def changed(self, asker: Asker, view: Mapping[str, Any], what: str) -> View:
        """The editor after a button of it: "add", "open:2", "remove:2", "find:2:entity=ofac-17022", "reckon", "yaml",
        "rows". What was typed stays, and what the terms would do so far stands beside them."""
        check_may_edit(asker, self.desk.settings.editors)
        form = form_in(view)
        before = self._before(asker, form.memory)
        form = replace(form, status=before.status if before else form.status)
        snapshot = self.desk.seen_by(asker).snapshot()
        step, _, rest = what.partition(":")
        if step in STEPS:
            after = STEPS[step](form, rest)
            if not after.remembered.fits:
                note = "The terms say more than this window can keep: edit them as YAML."
                return editor(replace(form, facts={**form.facts, "note": note}))
            return editor(replace(named(after, snapshot), impact=impact_so_far(after, before, snapshot)))
        try:
            return editor(_as_yaml(form, before, snapshot) if what == YAML else _as_rows(form, before))
        except Wrong as wrong:
            return editor(replace(form, facts={**form.facts, "note": f"First mend this: {wrong}"[:300]}))

    def offered(self, asker: Asker, view: Mapping[str, Any], uid: str, typed: str) -> list[tuple[str, str]]:
        """What the menu of a row offers for what is typed: value ("entity=ofac-17022") and words. Of the kind that
        the row selects, once it is chosen; else parties, programs and measures."""
        check_may_edit(asker, self.desk.settings.editors)
        form = form_in(view)
        kind = next((row.kind for row in form.rows if str(row.uid) == uid), "").removeprefix("linked-")
        before = self._before(asker, form.memory)
        return offers(typed, kind, before.groups if before else (), self.desk.seen_by(asker).snapshot())

    def previewed(self, asker: Asker, view: Mapping[str, Any]) -> View:
        """The preview of what stands in the editor, which is kept as a draft. Raises Wrong, NotAllowed, BadInput."""
        check_may_edit(asker, self.desk.settings.editors)
        form = form_in(view)
        before = self._before(asker, form.memory)
        snapshot = self.desk.seen_by(asker).snapshot()
        draft = edited(before, draft_in(form, before, snapshot))
        why = form.facts["why"].strip()
        self._check_key(draft, form.memory)
        kept = store.drafts.Draft(asker.team, asker.user, form.memory.base, draft, why)
        with writing(self.desk.sessions) as session:
            draft_id = store.drafts.keep(session, kept, self.desk.now())
        memory = Memory(key=draft.key, base=form.memory.base, place=form.memory.place, draft=draft_id)
        return preview(draft, preview_lines(draft, before, snapshot), why, memory)

    def saved(self, asker: Asker, view: Mapping[str, Any]) -> View:
        """The draft saved, and who was told; or what others saved meanwhile. Raises NotAllowed, BadInput."""
        check_may_edit(asker, self.desk.settings.editors)
        memory = Memory.loads(view.get("private_metadata", ""))
        now = self.desk.now()
        with self.desk.sessions() as session:
            draft = store.drafts.kept(session, memory.draft, asker.team, asker.user)
        if draft is None:
            raise BadInput(TOO_OLD)
        if memory.base:
            self.history(asker, memory.key)
        told = compose_news(draft.option, memory.base, asker.user, draft.why, self.desk)
        try:
            with writing(self.desk.sessions) as session:
                made = store.options.save_on(session, draft.option, memory.base, asker.user, draft.why, now)
                store.drafts.drop(session, memory.draft)
                if made.is_new:
                    queue_news(session, made.option, told, now)
        except store.options.Conflict as found:
            return self._conflict(asker, found.since, memory)
        self.desk.look_again()
        if not made.is_new:
            return notice("Nothing to save", [f"Option {made.option.key} says the same as before."])
        return self.done(asker, made.option)

    def done(self, asker: Asker, option: ReliefOption) -> View:
        """What was saved, with the steps that this person can take next."""
        said = f"Option {option.key} is saved as version {option.version} ({standing(option)})."
        following = moves(self.history(asker, option.key), asker.user)
        return notice("Saved", [said], [(f"{move} {option.key}", MOVES[move]) for move in following])

    def _before(self, asker: Asker, memory: Memory) -> ReliefOption | None:
        """The version that the editor began from."""
        if not memory.base:
            return None
        history = self.history(asker, memory.key)
        return next((one.option for one in history if one.option.version == memory.base), history[0].option)

    def _check_key(self, draft: ReliefOption, memory: Memory) -> None:
        """A key can belong to an option that this person does not know of: it cannot be used, and no more is said."""
        with self.desk.sessions() as session:
            if not memory.base and store.options.option(session, draft.key) is not None:
                raise Wrong({"key": "This key cannot be used. Choose another."})

    def _conflict(self, asker: Asker, since: Sequence[Made], memory: Memory) -> View:
        """Who changed what in between; from here the draft goes on from their version."""
        newest = since[0].option
        if not may_see(newest, asker.audience, self.desk.settings.confidants):
            raise BadInput(f"Option {memory.key} cannot be saved any more.")
        with self.desk.sessions() as session:
            before = store.options.option(session, memory.key, memory.base)
        snapshot = self.desk.seen_by(asker).snapshot()
        lines = [
            f"Version {one.option.version} was saved by @{one.who} on {words.day(one.at.date())}, "
            f"{one.at.astimezone(self.desk.now().tzinfo):%H:%M}. Why: {words.stop(one.why or 'not stated')}"
            for one in reversed(since)
        ]
        lines += ["What changed:", *changes_between(before, newest, snapshot)]
        return conflict(lines, newest.version, replace(memory, base=newest.version))


def preview_lines(draft: ReliefOption, before: ReliefOption | None, snapshot: Snapshot) -> list[str]:
    """Standing, what changes against the version before, the terms, and whom it would reach on the lists of now."""
    card = card_of(draft, evaluate(draft, snapshot.register), snapshot)
    lines = [plain(card.headline)]
    if before is not None:
        lines += [f"What changes against version {before.version}:", *changes_between(before, draft, snapshot)]
        lines += [
            plain(line) for line in reach_of_versions(before, replace(draft, version=before.version + 1), snapshot)
        ]
    return [*lines, *(plain(line) for line in card.body)]


def changes_between(before: ReliefOption | None, after: ReliefOption, snapshot: Snapshot) -> list[str]:
    if before is None:
        return [f"• {after.title}"]
    names = party_names((before, after), snapshot)
    said = version_changes(before, after, names, measure_titles(snapshot))
    return [f"• {one}" for one in said] or ["• Nothing in its words."]


def named(form: Form, snapshot: Snapshot) -> Form:
    """With the names of the parties that its rows have by their ids."""
    ids = {line for row in form.rows for line in row.value.splitlines() if snapshot.party(line)}
    return replace(form, names={one: words.name_of(snapshot, one) for one in ids})


def impact_so_far(form: Form, before: ReliefOption | None, snapshot: Snapshot) -> tuple[str, ...]:
    """What the terms that are whole would do; which are not yet."""
    terms, groups, unfinished = terms_so_far(form, before, snapshot)
    said = [f"Not whole yet: term {words.listed(unfinished)}."] if unfinished else []
    if not terms:
        return tuple(said)
    jurisdiction = form.facts.get("jurisdiction") or "US"
    draft = ReliefOption(form.memory.key or "-", "-", "draft", terms, jurisdiction=jurisdiction, groups=groups)
    reach = reach_lines(draft, evaluate(draft, snapshot.register), snapshot)
    return (*(plain(line) for line in reach[:1]), *said)


def _with_row(form: Form, _: str = "") -> Form:
    uid = form.memory.last + 1
    memory = replace(form.memory, last=uid, open=uid)
    return replace(form, memory=memory, rows=(*form.rows, Row(uid)))


def _opened(form: Form, uid: str) -> Form:
    """The row under a new number: Slack would put back what once stood under the old one."""
    return _rewritten(form, uid, lambda row: row)


def _without_row(form: Form, uid: str) -> Form:
    kept = tuple(row for row in form.rows if str(row.uid) != uid)
    return replace(form, rows=kept) if kept else form


def _found(form: Form, chosen: str) -> Form:
    """`2:entity=ofac-17022`: what was chosen in the menu of a row is one line more of it."""
    uid, _, picked = chosen.partition(":")
    kind, _, value = picked.partition("=")

    def added(row: Row) -> Row:
        linked = row.kind.startswith("linked-") and row.kind.removeprefix("linked-") == kind
        same = row.kind == kind or linked
        lines = [line for line in row.value.splitlines() if line.strip()] if same else []
        return replace(row, kind=row.kind if same else kind, value="\n".join(dict.fromkeys((*lines, value))))

    return _rewritten(form, uid, added)


def _rewritten(form: Form, uid: str, change: Callable[[Row], Row]) -> Form:
    new = form.memory.last + 1
    if all(str(row.uid) != uid for row in form.rows):
        return form
    rows = tuple(replace(change(row), uid=new) if str(row.uid) == uid else row for row in form.rows)
    return replace(form, memory=replace(form.memory, last=new, open=new), rows=rows)


def _as_it_is(form: Form, _: str = "") -> Form:
    return form


STEPS: Mapping[str, Callable[[Form, str], Form]] = {
    "add": _with_row,
    "open": _opened,
    "remove": _without_row,
    "find": _found,
    "reckon": _as_it_is,
}


def _as_yaml(form: Form, before: ReliefOption | None, snapshot: Snapshot) -> Form:
    blank = all(not (row.action or row.kind or row.value) for row in form.rows)
    terms, groups = ((), before.groups if before else ()) if blank else as_yaml(form, before, snapshot)
    written = {"terms": write_terms(terms) if terms else "", "groups": write_groups(groups)}
    if any(kit.size(said) > TYPED for said in written.values()):
        raise Wrong({"terms": "as YAML the terms are too long for a window of Slack."})
    facts = {**form.facts, **written}
    return replace(form, memory=replace(form.memory, terms=YAML, rows=()), facts=facts, rows=())


def _as_rows(form: Form, before: ReliefOption | None) -> Form:
    """The rows get new numbers: Slack would put back what once stood under the old ones."""
    terms, groups = from_yaml(form)
    if any(group not in (before.groups if before else ()) for group in groups):
        raise Wrong({"groups": "the form knows saved groups alone. Save these first."})
    shown = form_of(ReliefOption(form.memory.key, "-", "draft", terms, groups=groups), form.memory.place)
    if shown.memory.terms != ROWS:
        raise Wrong({"terms": "some of these terms say more than the form can, so they stay YAML."})
    return _renumbered(form, shown.rows)


def _renumbered(form: Form, rows: Sequence[Row]) -> Form:
    last = form.memory.last
    renumbered = tuple(replace(row, uid=last + at) for at, row in enumerate(rows, 1))
    memory = replace(form.memory, terms=ROWS, last=last + len(renumbered), open=0)
    return replace(form, memory=memory, rows=renumbered)
