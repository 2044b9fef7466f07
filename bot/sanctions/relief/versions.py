"""What differs between two versions of a relief option, term by term, in sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from difflib import SequenceMatcher

from bot.sanctions.relief.option import Group, ReliefOption, Term
from bot.sanctions.relief.wording import terms_in_words

# Fields said otherwise than by their name, and those that say nothing by themselves.
TITLES = {"in_return": "What is sought in return", "drafted_by": "Drafted by", "effective_from": "Effective from"}
APART = ("key", "version", "terms", "groups")
LONG = 40  # characters from which a text is quoted on both sides of a full stop

Names = Mapping[str, str]


def version_changes(before: ReliefOption, after: ReliefOption, names: Names, measures: Names) -> list[str]:
    """Every difference in what the two say. `names`: entity id -> name; `measures`: id -> title. Empty where none."""
    return [
        *_facts(before, after),
        *_terms(before, after, names, measures),
        *_groups(before.groups, after.groups, names),
    ]


def _facts(before: ReliefOption, after: ReliefOption) -> Iterator[str]:
    for field in fields(ReliefOption):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if field.name in APART or old == new:
            continue
        title = TITLES.get(field.name, field.name.replace("_", " ").capitalize())
        yield _changed(title, _said(old), _said(new))


def _changed(title: str, old: str, new: str) -> str:
    if not old:
        return f"{title}, not stated before, is now: {_stopped(new)}"
    if not new:
        return f"{title} is no longer stated. Before: {_stopped(old)}"
    if max(len(old), len(new)) < LONG:
        return f"{title} changed from “{old}” to “{new}”."
    return f"{title} was: {_stopped(old)} Now: {_stopped(new)}"


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        status = f" ({value['status']})" if value.get("status") and value.get("says") else value.get("status", "")
        return f"{value.get('says', '').rstrip('.')}{status}"
    if isinstance(value, tuple | list | frozenset):
        return ", ".join(f"{one}" for one in value)
    return f"{value}".replace("_", " ") if value in ("under_review", "in_effect") else f"{value or ''}"


def _stopped(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else f"{words}."


def _terms(before: ReliefOption, after: ReliefOption, names: Names, measures: Names) -> Iterator[str]:
    old, new = terms_in_words(before, names, measures), terms_in_words(after, names, measures)
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, _keys(before.terms), _keys(after.terms), False).get_opcodes():
        if kind == "equal":
            continue
        paired = min(i2 - i1, j2 - j1)
        for step in range(paired):
            yield _reworded(i1 + step, j1 + step, old, new)
        for at in range(i1 + paired, i2):
            yield f"Term {at + 1} was dropped: {old[at]}"
        for at in range(j1 + paired, j2):
            yield f"Term {at + 1} is new: {new[at]}"


def _reworded(at: int, now: int, old: Sequence[str], new: Sequence[str]) -> str:
    number = f"Term {at + 1}" if at == now else f"Term {at + 1}, now term {now + 1},"
    if old[at] == new[now]:  # the words leave out what a machine reads: an order, a spelling of a duration
        return f"{number} is written otherwise and says the same: {new[now]}"
    return f"{number} was: {old[at]} Now: {new[now]}"


def _keys(terms: Sequence[Term]) -> list[str]:
    return [repr(term) for term in terms]


def _groups(before: Sequence[Group], after: Sequence[Group], names: Names) -> Iterator[str]:
    old, new = {group.key: group for group in before}, {group.key: group for group in after}
    for key in dict.fromkeys((*old, *new)):
        if key not in new or key not in old:
            continue  # a group that comes or goes does so with the term that names it
        was, now = old[key], new[key]
        title = f"Group “{now.title or key}”"
        if was.title != now.title:
            yield f"{title} was called “{was.title}”."
        yield from _members(title, was, now, lambda one: names.get(one, one))


def _members(title: str, was: Group, now: Group, name: Callable[[str], str]) -> Iterator[str]:
    added = [name(one) for one in now.entities if one not in was.entities]
    gone = [name(one) for one in was.entities if one not in now.entities]
    if added:
        yield _stopped(f"{title}: added {'; '.join(added)}")
    if gone:
        yield _stopped(f"{title}: taken out {'; '.join(gone)}")
