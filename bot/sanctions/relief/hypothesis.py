"""What if a program ended, two options came together, an option came without somebody: options that nobody drafted.

A hypothesis is evaluated like any option; it has no key, and `title` says what is supposed. Pure.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.errors import BadInput
from bot.sanctions.relief.option import Group, ReliefOption, Selector, Term


def if_programs_end(tags: Sequence[str], jurisdiction: str = "US") -> ReliefOption:
    """Every listing under the programs is relieved of them, and of no other program."""
    terms = tuple(Term("delist", (Selector(program=tag),), scope="program") for tag in dict.fromkeys(tags))
    ended = _listed([term.select[0].program for term in terms])
    return ReliefOption("", f"If {ended} ended", "draft", terms, jurisdiction=jurisdiction)


def if_off(entity_id: str, name: str, jurisdiction: str, linked: bool = False) -> ReliefOption:
    """A party comes off the lists of a jurisdiction; or, `linked`, all that are linked to it do."""
    party = Selector(entity=entity_id)
    term = Term("delist", (Selector(linked_to=party) if linked else party,))
    whom = f"the parties linked to {name}" if linked else name
    lists = {"US": "US lists"}.get(jurisdiction, f"{jurisdiction} list")
    return ReliefOption("", f"If {whom} came off the {lists}", "draft", (term,), jurisdiction=jurisdiction)


def together(options: Sequence[ReliefOption]) -> ReliefOption:
    """All terms of some options at once. A group keeps its members, whatever another option calls by the same name.

    Raises BadInput where they are of different jurisdictions: no one lifts what another one lists.
    """
    jurisdictions = list(dict.fromkeys(option.jurisdiction for option in options))
    if len(jurisdictions) != 1:
        raise BadInput(f"Options of {_listed(jurisdictions)} cannot be taken as one: each decides over its own lists.")
    apart = [_own_groups(option) for option in options]
    keys = [option.key for option in options if option.key]
    ended = (option.title.removeprefix("If ") for option in options if not option.key)  # of no key: a program ended
    came = f"{'options' if len(keys) > 1 else 'option'} {_listed(keys)} came{' together' * (len(keys) > 1)}"
    return ReliefOption(
        key="",
        title=f"If {' and '.join([came, *ended])}",
        status="draft",
        terms=tuple(term for option in apart for term in option.terms),
        illustrative=any(option.illustrative for option in options),
        jurisdiction=jurisdictions[0],
        groups=tuple(group for option in apart for group in option.groups),
        confidential=any(option.confidential for option in options),
    )


def without(option: ReliefOption, entity_ids: Collection[str], names: Sequence[str]) -> ReliefOption:
    """An option that leaves some parties out: of its groups, so that links to them select nobody, and of every term."""
    out = tuple(Selector(entity=one) for one in entity_ids)
    terms = tuple(replace(term, exclude=(*term.exclude, *out)) if term.select else term for term in option.terms)
    groups = tuple(
        replace(group, entities=tuple(one for one in group.entities if one not in entity_ids))
        for group in option.groups
    )
    called = f"option {option.key}" if option.key else option.title.removeprefix("If ")
    return replace(
        option,
        key="",
        title=f"If {called} came without {_listed(list(names))}",
        terms=terms,
        groups=groups,
        status="draft",
        effective_from="",
    )


def _own_groups(option: ReliefOption) -> ReliefOption:
    """The option with its key in front of the keys of its groups."""
    named = {group.key: f"{option.key}:{group.key}" for group in option.groups}

    def of(selector: Selector) -> Selector:
        linked = of(selector.linked_to) if selector.linked_to else None
        return replace(selector, group=named.get(selector.group, selector.group), linked_to=linked)

    terms = tuple(
        replace(term, select=tuple(map(of, term.select)), exclude=tuple(map(of, term.exclude))) for term in option.terms
    )
    groups = tuple(Group(named[group.key], group.title, group.entities) for group in option.groups)
    return replace(option, terms=terms, groups=groups)


def _listed(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)
