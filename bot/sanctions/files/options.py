"""Relief options as YAML: `options.yml`. Round trip without loss."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import yaml

from bot.errors import BadInput
from bot.sanctions.files.marked import Field, read_document
from bot.sanctions.party import Schema
from bot.sanctions.register import JURISDICTIONS
from bot.sanctions.relief.option import ACTIONS, LISTS, STATUSES, Group, ReliefOption, Selector, Term
from bot.sanctions.relief.wording import duration_in_words

_OPTION_KEYS: tuple[str, ...] = ("key", "title", "status", "illustrative", "version", "jurisdiction", "summary")
_OPTION_KEYS += ("drafted_by", "in_return", "sources", "note", "effective_from", "groups", "terms")
_OPTION_KEYS += ("confidential", "channels", "people")
_TERM_KEYS = ("action", "scope", "select", "exclude", "measure", "duration", "snap_back", "parameters")
_SELECTOR_KEYS = ("entity", "group", "program", "type", "list", "linked_to")

Groups = Mapping[str, Group]


def read_options(text: str, name: str) -> list[ReliefOption]:
    """The options of a file, each with the groups that its terms name.

    Raises BadInput naming the file, the line, the option and the reason; then nothing is to be stored.
    """
    top = read_document(text, name).mapping(("groups", "options"), required=("options",))
    groups = _groups(top["groups"]) if "groups" in top else {}
    options: list[ReliefOption] = []
    for number, field in enumerate(top["options"].items(), 1):
        option = _option(field.at(f"option number {number}"), groups)
        if any(other.key == option.key for other in options):
            raise field.bad(f"option {option.key} stands twice.")
        options.append(option)
    return options


def _groups(field: Field) -> dict[str, Group]:
    groups = {}
    for key, group in field.mapping().items():
        facts = group.at(f"group {key[:40]}").mapping(("title", "entities"), required=("title", "entities"))
        groups[key] = Group(key, facts["title"].text(), tuple(_ids(facts["entities"])))
    return groups


def _ids(field: Field) -> Iterator[str]:
    for item, entity_id in zip(field.items(), field.texts(), strict=True):
        yield _id(item, entity_id)


def _id(field: Field, entity_id: str) -> str:
    if not re.fullmatch(r"\S{1,200}", entity_id):
        raise field.bad(f"{entity_id[:60]!r} is not an entity id such as ofac-17022.")
    return entity_id


def _option(field: Field, shared: Groups) -> ReliefOption:
    facts = field.mapping(_OPTION_KEYS, required=("key", "title", "status", "terms"))
    key = facts["key"].text()
    if not re.fullmatch(r"[A-Z0-9][A-Z0-9-]{0,19}", key):
        raise facts["key"].bad(f"the key {key[:40]!r} must be a letter or a short word in capitals.")
    facts = {name: one.at(f"option {key}") for name, one in facts.items()}
    groups = {**shared, **(_groups(facts["groups"]) if "groups" in facts else {})}
    terms = tuple(
        _term(term.at(f"option {key}, term {number}"), groups) for number, term in enumerate(facts["terms"].items(), 1)
    )
    return ReliefOption(
        key=key,
        title=facts["title"].text(),
        status=facts["status"].one_of(STATUSES),
        terms=terms,
        version=facts["version"].whole() if "version" in facts else 1,
        illustrative=facts["illustrative"].flag() if "illustrative" in facts else False,
        jurisdiction=facts["jurisdiction"].one_of(tuple(JURISDICTIONS)) if "jurisdiction" in facts else "US",
        summary=_text(facts, "summary"),
        drafted_by=facts["drafted_by"].texts() if "drafted_by" in facts else (),
        in_return=_in_return(facts["in_return"]) if "in_return" in facts else {},
        sources=facts["sources"].texts() if "sources" in facts else (),
        note=_text(facts, "note"),
        effective_from=facts["effective_from"].day() if "effective_from" in facts else "",
        groups=groups_used(terms, groups),
        **_audience(facts),
    )


def _audience(facts: Mapping[str, Field]) -> dict[str, Any]:
    """Who may know of the option."""
    confidential = "confidential" in facts and facts["confidential"].flag()
    named = {}
    for key, kind in (("channels", "channel id such as C0123ABCD"), ("people", "person's id such as U0123ABCD")):
        if key not in facts:
            continue
        if not confidential:
            raise facts[key].bad(f"{key} goes with confidential: true.")
        named[key] = facts[key].texts()
        for one in named[key]:
            if not re.fullmatch(r"[CG][A-Z0-9]{1,30}" if key == "channels" else r"[UW][A-Z0-9]{1,30}", one):
                raise facts[key].bad(f"{one[:40]!r} is not a {kind}.")
    return {"confidential": confidential, **named}


def _text(facts: Mapping[str, Field], key: str) -> str:
    return facts[key].optional() if key in facts else ""


def _in_return(field: Field) -> dict[str, str]:
    return {key: one.text() for key, one in field.mapping(("status", "says")).items()}


def _term(field: Field, groups: Groups) -> Term:
    facts = {name: one.at(field.where) for name, one in field.mapping(_TERM_KEYS, required=("action",)).items()}
    action = facts["action"].one_of(ACTIONS)
    _fits(field, facts, action)
    term = Term(
        action=action,
        select=_selectors(facts["select"], groups) if "select" in facts else (),
        exclude=_selectors(facts["exclude"], groups) if "exclude" in facts else (),
        scope=facts["scope"].one_of(("program",)) if "scope" in facts else "",
        measure=facts["measure"].text() if "measure" in facts else "",
        duration=_duration(facts["duration"]) if "duration" in facts else "",
        snap_back=_duration(facts["snap_back"]) if "snap_back" in facts else "",
        parameters=facts["parameters"].values() if "parameters" in facts else {},
    )
    if term.scope and not all(selector.program for selector in term.select):
        raise field.bad("scope: program needs a program in every selector, for only that program is lifted.")
    return term


def _fits(field: Field, facts: Mapping[str, Field], action: str) -> None:
    """Whether the keys of a term go together."""
    if ("select" in facts) == ("measure" in facts):
        raise field.bad("a term has either select or measure.")
    if action == "delist" and "measure" in facts:
        raise field.bad("delist needs select: a measure is no listing.")
    if action == "amend" and ("measure" not in facts or "parameters" not in facts):
        raise field.bad("amend needs a measure and its new parameters.")
    for key, actions in (
        ("parameters", ("amend",)),
        ("scope", ("delist",)),
        ("snap_back", ("suspend",)),
        ("duration", ("license", "suspend", "amend")),
    ):
        if key in facts and action not in actions:
            raise facts[key].bad(f"{key} goes with {' or '.join(actions)}, not with {action}.")
    if "exclude" in facts and "select" not in facts:
        raise facts["exclude"].bad("exclude goes with select.")


def _duration(field: Field) -> str:
    text = field.text()
    try:
        duration_in_words(text)
    except BadInput as error:
        raise field.bad(f"{field.label}: {error}") from error
    return text


def _selectors(field: Field, groups: Groups) -> tuple[Selector, ...]:
    selectors = tuple(_selector(item.at(field.where), groups) for item in field.items())
    if not selectors:
        raise field.bad(f"{field.label} is empty: it selects nothing.")
    return selectors


def _selector(field: Field, groups: Groups, linked: bool = False) -> Selector:
    facts = {name: one.at(field.where) for name, one in field.mapping(_SELECTOR_KEYS).items()}
    if not facts:
        raise field.bad("a selector needs a key: it would select everything or nothing.")
    if linked and "linked_to" in facts:
        raise facts["linked_to"].bad("linked_to within linked_to: only direct links are selected.")
    group = facts["group"].text() if "group" in facts else ""
    if group and group not in groups:
        raise facts["group"].bad(f"the group {group[:60]!r} is not defined.")
    return Selector(
        entity=_id(facts["entity"], facts["entity"].text()) if "entity" in facts else "",
        group=group,
        program=facts["program"].text() if "program" in facts else "",
        type=facts["type"].one_of([schema.value for schema in Schema]) if "type" in facts else "",
        list=_list(facts["list"]) if "list" in facts else "",
        linked_to=_selector(facts["linked_to"], groups, linked=True) if "linked_to" in facts else None,
    )


def _list(field: Field) -> str:
    key = field.text()
    return key if re.fullmatch(r"ftm:[\w.-]{1,60}", key, re.ASCII) else field.one_of(LISTS)


def _groups_named(term: Term) -> Iterator[str]:
    """The groups that a term names, in the order of use."""
    for selector in (*term.select, *term.exclude):
        for one in (selector, selector.linked_to):
            if one is not None and one.group:
                yield one.group


def read_terms(text: str, name: str, groups: Mapping[str, Group]) -> tuple[Term, ...]:
    """The terms of one option by themselves: a list. Raises BadInput naming the line and the reason."""
    items = read_document(text, name).items()
    return tuple(_term(item.at(f"term {number}"), groups) for number, item in enumerate(items, 1))


def read_groups(text: str, name: str) -> dict[str, Group]:
    """Groups by themselves, by key; none where the text is blank. Raises BadInput as `read_terms`."""
    return _groups(read_document(text, name)) if text.strip() else {}


def groups_used(terms: Iterable[Term], groups: Mapping[str, Group]) -> tuple[Group, ...]:
    """The groups that terms name, in the order of use."""
    used = dict.fromkeys(group for term in terms for group in _groups_named(term))
    return tuple(groups[group] for group in used)


def write_terms(terms: Iterable[Term]) -> str:
    """What `read_terms` reads back."""
    return _written([_plain_term(term) for term in terms])


def write_groups(groups: Sequence[Group]) -> str:
    """What `read_groups` reads back; "" for none."""
    return _written(_plain_groups(groups)) if groups else ""


def _written(document: object) -> str:
    return str(yaml.safe_dump(document, sort_keys=False, allow_unicode=True, width=110))


def write_options(options: Sequence[ReliefOption]) -> str:
    """The file that `read_options` reads back as the same options.

    A group on which all options agree is written once; one that differs between them is written with its option.
    """
    versions: dict[str, set[Group]] = {}
    for option in options:
        for group in option.groups:
            versions.setdefault(group.key, set()).add(group)
    shared = [next(iter(found)) for found in versions.values() if len(found) == 1]
    document: dict[str, object] = {}
    if shared:
        document["groups"] = _plain_groups(shared)
    document["options"] = [
        _plain_option(option, [group for group in option.groups if len(versions[group.key]) > 1]) for option in options
    ]
    return _written(document)


def _plain_groups(groups: Iterable[Group]) -> dict[str, object]:
    return {group.key: {"title": group.title, "entities": list(group.entities)} for group in groups}


def _plain_option(option: ReliefOption, own: list[Group]) -> dict[str, object]:
    return {
        "key": option.key,
        "title": option.title,
        "status": option.status,
        "illustrative": option.illustrative,
        "version": option.version,
        "jurisdiction": option.jurisdiction,
        **_set(
            summary=option.summary,
            drafted_by=list(option.drafted_by),
            in_return=dict(option.in_return),
            sources=list(option.sources),
            note=option.note,
            effective_from=option.effective_from,
            groups=_plain_groups(own),
            confidential=option.confidential,
            channels=list(option.channels),
            people=list(option.people),
        ),
        "terms": [_plain_term(term) for term in option.terms],
    }


def _plain_term(term: Term) -> dict[str, object]:
    return {
        "action": term.action,
        **_set(
            scope=term.scope,
            select=[_plain_selector(one) for one in term.select],
            exclude=[_plain_selector(one) for one in term.exclude],
            measure=term.measure,
            duration=term.duration,
            snap_back=term.snap_back,
            parameters=dict(term.parameters),
        ),
    }


def _plain_selector(one: Selector) -> dict[str, object]:
    linked = _plain_selector(one.linked_to) if one.linked_to else None
    named = {"entity": one.entity, "group": one.group, "program": one.program, "type": one.type, "list": one.list}
    return _set(**named, linked_to=linked)


def _set(**facts: object) -> dict[str, object]:
    """Those that say something."""
    return {key: value for key, value in facts.items() if value}
