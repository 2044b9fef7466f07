"""What stands in the editor of an option, as an option; or what is wrong with it, by input."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.blocks.inputs import values_in
from bot.blocks.option_forms import KEPT, ROWS, YAML, Form, Memory
from bot.blocks.term_rows import PROGRAM_ONLY, Row, rows_in
from bot.errors import BadInput
from bot.sanctions.files.marked import check_words
from bot.sanctions.files.options import groups_used, read_groups, read_options, read_terms, write_options
from bot.sanctions.relief.drafting import Known, Mistyped, Typed, term_of
from bot.sanctions.relief.option import Group, ReliefOption, Term
from store.snapshot.snapshot import Snapshot

KEY = re.compile(r"[A-Z0-9][A-Z0-9-]{0,19}")


class Wrong(BadInput):
    """What is wrong, by block_id."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        super().__init__("; ".join(errors.values()))
        self.errors = dict(errors)


def form_in(view: Mapping[str, Any]) -> Form:
    """The editor with what stands in it now, right or wrong."""
    memory, facts = Memory.loads(view.get("private_metadata", "")), values_in(view)
    return Form(
        memory=memory,
        facts=facts,
        rows=rows_in(facts, memory.rows, memory.open, memory.closed),
        channels=tuple(facts.get("channels", "").split()),
        people=tuple(facts.get("people", "").split()),
    )


def known_to(snapshot: Snapshot, groups: Mapping[str, Group]) -> Known:
    """What terms can name on the lists and in the briefing that are loaded."""
    vocabulary = snapshot.vocabulary
    return Known(snapshot.register, vocabulary.programs, vocabulary.measures, groups)


def draft_in(form: Form, before: ReliefOption | None, snapshot: Snapshot) -> ReliefOption:
    """The option that the editor says. Raises Wrong with every input that cannot be used.

    What the window did not show, because Slack could not hold it, stays as it was before.
    """
    errors: dict[str, str] = {}
    facts = form.facts
    key = form.memory.key or facts.get("key", "").strip().upper()
    if not form.memory.key and not KEY.fullmatch(key):
        errors["key"] = "The key must be a letter or a short word in capitals: letters, digits and hyphens."
    elif not form.memory.key and snapshot.option(key):
        errors["key"] = f"There is an option {key} already."
    if not facts.get("why", "").strip():
        errors["why"] = "Say why this version is made."
    _check_words(facts, errors)
    terms, groups = _terms(form, before, snapshot, errors)
    if form.channels and not facts.get("confidential"):
        errors["channels"] = "Channels are named for a confidential option only."
    if form.people and not facts.get("confidential"):
        errors["people"] = "People are named for a confidential option only."
    if errors:
        raise Wrong(errors)
    base = before or ReliefOption(key=key, title="", status="draft", terms=())
    draft = replace(
        base,
        title=_words(facts, "title", base.title),
        summary=_words(facts, "summary", base.summary),
        jurisdiction=facts.get("jurisdiction") or base.jurisdiction,
        in_return=_in_return(facts, base),
        sources=_sources(facts, base),
        effective_from=facts.get("effective_from", ""),
        terms=terms,
        groups=groups,
        confidential=bool(facts.get("confidential")),
        channels=form.channels,
        people=form.people,
    )
    return _checked(draft)


def _words(facts: Mapping[str, str], name: str, before: str) -> str:
    return facts[name].strip() if name in facts else before


def _in_return(facts: Mapping[str, str], base: ReliefOption) -> dict[str, str]:
    if "in_return" not in facts:
        return dict(base.in_return)
    rest = {name: said for name, said in base.in_return.items() if name != "says"}
    return {**rest, "says": facts["in_return"].strip()} if facts["in_return"].strip() else {}


def _sources(facts: Mapping[str, str], base: ReliefOption) -> tuple[str, ...]:
    if "sources" not in facts:
        return base.sources
    return tuple(dict.fromkeys(line.strip() for line in facts["sources"].splitlines() if line.strip()))


def _terms(
    form: Form, before: ReliefOption | None, snapshot: Snapshot, errors: dict[str, str]
) -> tuple[tuple[Term, ...], tuple[Group, ...]]:
    groups = {group.key: group for group in before.groups} if before else {}
    if form.memory.terms == KEPT:
        return (before.terms, before.groups) if before else ((), ())
    if form.memory.terms == YAML:
        return _yaml(form.facts, errors)
    known = known_to(snapshot, groups)
    terms = []
    for number, row in enumerate(form.rows, 1):
        try:
            terms.append(term_of(typed_in(row), known))
        except Mistyped as wrong:
            here = "" if row.uid == form.memory.open else f"Term {number}: "
            errors[row.block(wrong.field)] = f"{here}{wrong}"
    return tuple(terms), groups_used(terms, groups)


def terms_so_far(
    form: Form, before: ReliefOption | None, snapshot: Snapshot
) -> tuple[tuple[Term, ...], tuple[Group, ...], list[str]]:
    """The terms that are whole, the groups that they name, and the numbers of those that are not."""
    groups = {group.key: group for group in before.groups} if before else {}
    known, terms, unfinished = known_to(snapshot, groups), [], []
    for number, row in enumerate(form.rows, 1):
        try:
            terms.append(term_of(typed_in(row), known))
        except Mistyped:
            unfinished.append(str(number))
    return tuple(terms), groups_used(terms, groups), unfinished


def typed_in(row: Row) -> Typed:
    only = row.action == PROGRAM_ONLY
    action = "delist" if only else row.action
    rest = (row.kind, row.value, row.only_type, row.under, row.exclude, row.duration, row.snap_back)
    return Typed(action, only, *rest)


def _yaml(facts: Mapping[str, str], errors: dict[str, str]) -> tuple[tuple[Term, ...], tuple[Group, ...]]:
    """The two areas, each with the lines of its own."""
    groups: dict[str, Group] = {}
    try:
        groups = read_groups(facts.get("groups", ""), "Groups")
    except BadInput as wrong:
        errors["groups"] = str(wrong)
        return (), ()
    try:
        terms = read_terms(facts.get("terms", ""), "Terms", groups)
    except BadInput as wrong:
        errors["terms"] = str(wrong)
        return (), ()
    return terms, groups_used(terms, groups)


def _checked(draft: ReliefOption) -> ReliefOption:
    """What is saved has to be a file that can be read again, so the file's own rules are asked last."""
    try:
        (read,) = read_options(write_options([draft]), "Option")
    except BadInput as wrong:
        raise Wrong({"title": str(wrong)}) from wrong
    return read


def _check_words(facts: Mapping[str, str], errors: dict[str, str]) -> None:
    """What cannot be shown (control characters, marks that turn text round) is refused where it stands."""
    for name in ("title", "summary", "in_return", "sources", "why"):
        said = facts.get(name, "").strip()
        try:
            if said:
                check_words(said, name.replace("_", " ").capitalize())
        except BadInput as wrong:
            errors.setdefault(name, str(wrong))


def as_yaml(form: Form, before: ReliefOption | None, snapshot: Snapshot) -> tuple[tuple[Term, ...], tuple[Group, ...]]:
    """The terms that the rows say. Raises Wrong."""
    errors: dict[str, str] = {}
    found = _terms(replace(form, memory=replace(form.memory, terms=ROWS)), before, snapshot, errors)
    if errors:
        raise Wrong(errors)
    return found


def from_yaml(form: Form) -> tuple[tuple[Term, ...], tuple[Group, ...]]:
    """The terms that the YAML says. Raises Wrong."""
    errors: dict[str, str] = {}
    found = _yaml(form.facts, errors)
    if errors:
        raise Wrong(errors)
    return found
