"""Words that every answer about a relief option uses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.answers.document import Act, Action, Card, Tone, bold, text
from bot.answers.phrases import some_names
from bot.sanctions.party import Schema
from bot.sanctions.register import lists_of, publisher_of
from bot.sanctions.relief.option import ReliefOption
from bot.sanctions.relief.reached import Tally, kind_of
from bot.sanctions.relief.wording import terms_in_words
from handlers.ask import words
from handlers.ask.option_lines import standing
from store.snapshot.snapshot import Snapshot

NOBODYS = "a hypothesis, nobody's draft, not in force"
NOT_LAW = "A draft, not law: the lists decide."
TITLE = 120  # characters of a title in a headline
KINDS = {
    Schema.PERSON: ("person", "persons"),
    Schema.VESSEL: ("vessel", "vessels"),
    Schema.AIRPLANE: ("aircraft", "aircraft"),
    Schema.CRYPTO_WALLET: ("wallet", "wallets"),
    Schema.LEGAL_ENTITY: ("entity", "entities"),
}


def one_line(title: str, most: int = TITLE) -> str:
    """What somebody wrote, on one line and not so long that it pushes aside what stands beside it."""
    said = " ".join(title.split())
    return said if len(said) <= most else f"{said[: most - 1].rstrip()}…"


def lead(option: ReliefOption) -> str:
    """`Option B (draft, illustrative, not in force)`. The standing comes before anything that its author wrote."""
    return f"Option {option.key} ({standing(option)})"


def titled(option: ReliefOption) -> str:
    return f"{lead(option)}: {words.stop(one_line(option.title))}"


def sentences(option: ReliefOption, snapshot: Snapshot) -> list[str]:
    """Its terms, each a sentence, with the names of parties and measures."""
    return terms_in_words(option, party_names((option,), snapshot), measure_titles(snapshot))


def party_names(options: Iterable[ReliefOption], snapshot: Snapshot) -> dict[str, str]:
    """The names of the parties that options name, by id, where they are listed."""
    ids = set()
    for option in options:
        ids |= {entity for group in option.groups for entity in group.entities}
        for term in option.terms:
            selectors = [s for one in (*term.select, *term.exclude) for s in (one, one.linked_to) if s]
            ids |= {selector.entity for selector in selectors if selector.entity}
    return {one: words.name_of(snapshot, one) for one in ids}


def measure_titles(snapshot: Snapshot) -> dict[str, str]:
    return {measure.id: measure.title for measure in snapshot.content.measures}


def parties(number: int) -> str:
    return words.count(number, "party", "parties")


def typed(counts: dict[Schema, int]) -> str:
    """` (187 vessels, 3 persons)`; nothing for nobody."""
    said = [f"{n:,} {KINDS[schema][n != 1]}" for schema, n in sorted(counts.items(), key=lambda i: -i[1]) if n]
    return f" ({', '.join(said)})" if said else ""


def types_of(entity_ids: Iterable[str], snapshot: Snapshot) -> dict[Schema, int]:
    counts: dict[Schema, int] = {}
    for one in entity_ids:
        if party := snapshot.party(one):
            counts[kind_of(party.schema)] = counts.get(kind_of(party.schema), 0) + 1
    return counts


def freed_and_partly(count: Tally) -> str:
    """`181 would come off, 9 partly relieved`."""
    said = [f"{n:,} would {verb}" for n, verb in ((count.freed, "come off"), (count.partly, "be partly relieved")) if n]
    return ", ".join(said) or "nobody"


def names(entity_ids: Sequence[str], snapshot: Snapshot, most: int) -> str:
    """The first few by name, with a full stop that is not doubled after "S.A."."""
    found = sorted((words.name_of(snapshot, one) for one in entity_ids), key=str.casefold)
    return words.stop(some_names(found, most)) if found else "nobody."


def elsewhere_lists(jurisdiction: str, snapshot: Snapshot) -> list[str]:
    """The keys of the lists loaded that other publishers keep."""
    loaded = [edition.list for edition in words.in_order(snapshot.editions)]
    return [key for key in loaded if publisher_of(key) not in ("", jurisdiction)]


def unreckoned(option: ReliefOption, snapshot: Snapshot) -> str:
    """Where none of the lists that the option can reach is loaded: then its reach is not known, and not nobody."""
    own = lists_of(option.jurisdiction)
    if own & set(snapshot.register.by_list):
        return ""
    titles = words.listed(sorted(words.full_title(key) for key in own))
    return (
        f"Its reach is not known: it is an option of the {option.jurisdiction}, and the {titles} "
        f"{'is' if len(own) == 1 else 'are'} not loaded."
    )


def unknown_option(key: str, snapshot: Snapshot) -> Card:
    known = words.listed([option.key for option in snapshot.options])
    says = f"The options here are {known}." if known else "No option is stored here."
    return Card(
        headline=text(bold(f"There is no option {key} here.")),
        lines=(text(says),),
        tone=Tone.WARNING,
        actions=tuple(ask_option(option) for option in snapshot.options[:4]),
        options=tuple(option.key for option in snapshot.options),
    )


def ask_option(option: ReliefOption) -> Action:
    return Action(Act.ASK, f"Option {option.key}", f"what's in relief option {option.key}?")


def ask_names(option: ReliefOption) -> Action:
    return Action(
        Act.ASK,
        "Who would come off",
        f"who would come off under option {option.key}?",
        f"Who would come off under option {option.key}",
    )


def file_of(option: ReliefOption) -> Action:
    return Action(Act.FILE, "Table (CSV)", f"names:{option.key}", f"Option {option.key} as a table")


def picture_of(option: ReliefOption) -> Action:
    return Action(Act.FILE, "Picture", f"picture:{option.key}", f"Picture of option {option.key}")


def hypothesis_lead(option: ReliefOption) -> str:
    """`If RUSSIA-EO14024 ended (a hypothesis, nobody's draft, not in force)`; of an option that is stored, its own."""
    if option.key:
        return lead(option)
    return f"{option.title} ({NOBODYS})"
