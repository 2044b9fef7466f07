"""Terms of an option as people type them, one selector a line. Pure: what is known is handed in."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches

from bot.errors import BadInput
from bot.sanctions.name_key import name_key
from bot.sanctions.party import Schema
from bot.sanctions.register import Register
from bot.sanctions.relief.option import LISTS, Group, Selector, Term
from bot.sanctions.relief.wording import duration_of


class Mistyped(BadInput):
    """What stands in one input cannot be used; `field` names the input."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(reason)
        self.field = field


@dataclass(frozen=True, slots=True)
class Known:
    """What a term can name."""

    register: Register
    programs: Collection[str]
    measures: Mapping[str, str]  # id -> title
    groups: Mapping[str, Group]


@dataclass(frozen=True, slots=True)
class Typed:
    """One term as typed. Several values stand one a line."""

    action: str  # as in a term; with `program_only`, delist with scope: program
    program_only: bool
    kind: str  # entity, group, program, type, list, linked-entity, linked-group, measure
    value: str
    only_type: str = ""
    under: str = ""
    exclude: str = ""
    duration: str = ""
    snap_back: str = ""


def term_of(typed: Typed, known: Known) -> Term:
    """The term. Raises Mistyped naming the input."""
    if not typed.action:
        raise Mistyped("action", "Choose what the term does.")
    if not typed.kind:
        raise Mistyped("kind", "Choose what the term selects.")
    duration = _duration("duration", typed.duration, typed.action in ("license", "suspend"), "licenses and suspensions")
    snap_back = _duration("snap_back", typed.snap_back, typed.action == "suspend", "suspensions")
    if typed.kind == "measure":
        return Term(typed.action, measure=_measure(typed, known), duration=duration, snap_back=snap_back)
    if typed.program_only and typed.kind != "program" and not typed.under.strip():
        raise Mistyped("under", "Say which program is lifted: only that one is.")
    lines = _lines(typed.value)
    if not lines:
        raise Mistyped("value", "Say which.")
    return Term(
        action=typed.action,
        select=tuple(_selector(typed, line, known) for line in lines),
        exclude=tuple(_excluded(line, known) for line in _lines(typed.exclude)),
        scope="program" if typed.program_only else "",
        duration=duration,
        snap_back=snap_back,
    )


def _selector(typed: Typed, line: str, known: Known) -> Selector:
    kind, linked = typed.kind.removeprefix("linked-"), typed.kind.startswith("linked-")
    under = _program("under", typed.under.strip(), known) if typed.under.strip() else ""
    if kind == "program" and under:
        raise Mistyped("under", "The term selects by program already.")
    if kind == "type" and typed.only_type:
        raise Mistyped("only_type", "The term selects by type already.")
    named = _named(kind, _one(kind, "value", line, known))
    if linked:
        return Selector(linked_to=named, type=typed.only_type, program=under)
    return replace(named, type=typed.only_type or named.type, program=under or named.program)


def _named(kind: str, value: str) -> Selector:
    """The selector of one key."""
    return Selector(
        entity=value if kind == "entity" else "",
        group=value if kind == "group" else "",
        program=value if kind == "program" else "",
        type=value if kind == "type" else "",
        list=value if kind == "list" else "",
    )


def _excluded(line: str, known: Known) -> Selector:
    kind, colon, value = line.partition(":")
    kind = kind.strip().lower()
    if colon and kind in _KINDS:
        return _named(kind, _one(kind, "exclude", value.strip(), known))
    return Selector(entity=_entity("exclude", line, known))


def _one(kind: str, field: str, word: str, known: Known) -> str:
    return _KINDS[kind](field, word, known)


def _entity(field: str, word: str, known: Known) -> str:
    """An id, or the full primary name of one listed party."""
    if word in known.register.at_id:
        return word
    found = known.register.ids(known.register.primary.get(name_key(word), ()))
    if len(found) == 1:
        return found[0]
    if found:
        raise Mistyped(field, f"Several parties are called “{word[:80]}”: {', '.join(found[:5])}. Give an id.")
    raise Mistyped(field, f"“{word[:80]}” is no id and no full name of a listed party. An id reads ofac-17022.")


def _group(field: str, word: str, known: Known) -> str:
    if word not in known.groups:
        there = ", ".join(known.groups) or "none"
        raise Mistyped(field, f"There is no group “{word[:80]}” (there: {there}). New groups are made in the YAML.")
    return word


def _program(field: str, word: str, known: Known) -> str:
    found = next((tag for tag in known.programs if tag.lower() == word.lower()), "")
    if not found:
        raise Mistyped(field, f"“{word[:80]}” is no program tag known here.{_nearest(word.upper(), known.programs)}")
    return found


def _type(field: str, word: str, known: Known) -> str:
    found = next((schema.value for schema in Schema if schema.value.lower() == word.lower()), "")
    if not found:
        raise Mistyped(field, f"“{word[:80]}” is no type; types are {', '.join(schema.value for schema in Schema)}.")
    return found


def _list(field: str, word: str, known: Known) -> str:
    if word not in LISTS and word not in known.register.by_list:
        raise Mistyped(field, f"“{word[:80]}” is no list; lists are {', '.join(LISTS)}.")
    return word


_KINDS = {"entity": _entity, "group": _group, "program": _program, "type": _type, "list": _list}


def _measure(typed: Typed, known: Known) -> str:
    word = typed.value.strip()
    if typed.action == "delist":
        raise Mistyped("kind", "A measure is no listing, so nothing comes off a list: license or suspend it.")
    for name in ("only_type", "under", "exclude"):
        if getattr(typed, name).strip():
            raise Mistyped(name, "A measure selects no parties: leave this empty.")
    for key, title in known.measures.items():
        if word.lower() in (key.lower(), title.lower()):
            return key
    there = ", ".join(known.measures) or "none"
    raise Mistyped("value", f"“{word[:80]}” is no measure known here: {there}.")


def _duration(field: str, word: str, allowed: bool, goes_with: str) -> str:
    if not word.strip():
        return ""
    if not allowed:
        raise Mistyped(field, f"This goes with {goes_with} only: leave it empty.")
    try:
        return duration_of(word)
    except BadInput as error:
        raise Mistyped(field, str(error)) from error


def _nearest(word: str, words: Collection[str]) -> str:
    near = get_close_matches(word, list(words), n=1)
    return f" Do you mean {near[0]}?" if near else ""


def _lines(words: str) -> list[str]:
    return list(dict.fromkeys(line.strip() for line in words.splitlines() if line.strip()))
