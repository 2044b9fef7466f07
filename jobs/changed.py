"""What an edition changed, as cards: a whole list in groups, a program, one party."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.answers.differences import apart, by_field, in_words, own_fields
from bot.answers.document import Act, Action, Card, Text, Tone, bold, text
from bot.answers.phrases import count, day, listed, some, some_names, stop
from bot.answers.standing_words import SHORT
from bot.lists.publishers import title_of
from bot.sanctions.changes.comparison import Change, ChangeKind
from bot.sanctions.display import capitals, readable
from bot.sanctions.listing import Listing
from bot.sanctions.party import Schema
from bot.sanctions.standing import NOTHING_KNOWN, AsOf, Standing, signs_of, standing_of
from store.lists.landed import Landed

NAMES = 10  # of one group; what is more is counted
FEW = 5  # amended entries: so many are said field by field
GROUPS = 6  # programs that are named one by one

AMENDING = (ChangeKind.AMENDED, ChangeKind.PROGRAM_ADDED, ChangeKind.PROGRAM_REMOVED)
TYPES = {
    Schema.PERSON: ("person", "persons"),
    Schema.VESSEL: ("vessel", "vessels"),
    Schema.AIRPLANE: ("aircraft", "aircraft"),
    Schema.CRYPTO_WALLET: ("wallet", "wallets"),
}
BODY = ("company or other body", "companies and other bodies")


def tally(changes: Iterable[Change]) -> str:
    """`91 designated, 4 amended`: entries, each counted once; a party under a new number is no delisting."""
    changes = list(changes)
    said = (
        (_ids(changes, ChangeKind.DESIGNATED), "designated"),
        (_ids(changes, ChangeKind.DELISTED), "delisted"),
        (_ids(changes, *AMENDING), "amended"),
        (_ids(changes, ChangeKind.REKEYED), "under a new number"),
    )
    return ", ".join(f"{len(ids):,} {word}" for ids, word in said if ids) or "no entry changed"


def where(landed: Landed) -> str:
    """`OFAC SDN list, 25 Feb 2022`."""
    return f"{title_of(landed.edition.list)}, {day(landed.edition.published)}"


def list_card(landed: Landed, actions: tuple[Action, ...] = ()) -> Card:
    """A whole list: what the edition changed, in groups of at most NAMES names; what many entries share in a line."""
    headline = text(bold(f"{where(landed)}: {tally(landed.changes)}."))
    return Card(headline=headline, lines=tuple(_groups(landed)), actions=actions)


def _groups(landed: Landed) -> Iterator[Text]:
    for kind, said in ((ChangeKind.DESIGNATED, "Designated"), (ChangeKind.DELISTED, "Delisted")):
        found = _of(landed.changes, kind)
        if found:
            yield text(bold(f"{said}: "), f"{_by_type(found, landed)}: ", stop(_names(found, landed)))
            under = _by_program(found, landed)
            yield text(f"Under {under}.") if under else text("Under no program named.")
    yield from _renumbered(_of(landed.changes, ChangeKind.REKEYED), landed)
    yield from _programs(landed)
    yield from _amended(landed)


def _renumbered(found: Sequence[Change], landed: Landed) -> Iterator[Text]:
    if found:
        moved = [f"{called(change, landed)} ({change.was} is now {change.entity_id})" for change in found]
        yield text(bold("Under a new number, still listed: "), stop(some_names(moved, NAMES)))


def _programs(landed: Landed) -> Iterator[Text]:
    """Programs that came or went, the same change of many entries in one line."""
    moves: defaultdict[tuple[tuple[str, ...], tuple[str, ...]], list[Change]] = defaultdict(list)
    for changes in _by_id(landed.changes, ChangeKind.PROGRAM_ADDED, ChangeKind.PROGRAM_REMOVED).values():
        gained = tuple(tag for change in changes for field in change.fields for tag in field.after)
        lost = tuple(tag for change in changes for field in change.fields for tag in field.before)
        moves[(lost, gained)].append(changes[0])
    often = sorted(moves.items(), key=lambda item: -len(item[1]))
    for (lost, gained), changes in often[:GROUPS]:
        yield text(bold(f"{_program_move(lost, gained, len(changes))}: "), stop(_names(changes, landed)))
    rest = [change for _, changes in often[GROUPS:] for change in changes]
    if rest:
        yield text(bold(f"Other changes of program, {len(rest):,}: "), stop(_names(rest, landed)))


def _program_move(lost: Sequence[str], gained: Sequence[str], entries: int) -> str:
    many = count(entries, "entry", "entries")
    if lost and gained:
        return f"Program {listed(lost)} replaced by {listed(gained)} on {many}"
    word = "Program" if len(lost or gained) == 1 else "Programs"
    return f"{word} {listed(gained)} added to {many}" if gained else f"{word} {listed(lost)} removed from {many}"


def _amended(landed: Landed) -> Iterator[Text]:
    shared, own = apart(landed.changes)
    for one in shared[:GROUPS]:
        yield text(bold("The same in many: "), one.sentence)
    if len(shared) > GROUPS:
        yield text(bold("The same in many: "), f"{len(shared) - GROUPS:,} more differences, in fewer entries each.")
    if not own:
        return
    if len(own) > FEW:
        names = _names([change for change, _ in own], landed)
        yield text(bold(f"Amended, {count(len(own), 'entry', 'entries')}: "), f"{by_field(own)}: ", stop(names))
        return
    for change, fields in own:
        said = "; ".join(in_words(field) for field in fields)
        yield text("• ", bold("Amended: "), stop(f"{called(change, landed)}: {said}"))


def program_card(tag: str, landed: Landed, actions: tuple[Action, ...] = ()) -> Card | None:
    """What the edition changed under one program; None where it changed nothing there."""
    groups = _under(tag, landed)
    if not groups:
        return None
    said = [f"{len(found):,} {words}" for words, found in groups.items()]
    lines = [
        text(bold(f"{words[0].upper()}{words[1:]}: "), stop(_names(found, landed)))
        for words, found in groups.items()
        if words != _ELSE
    ]
    return Card(headline=text(bold(f"{tag}, {where(landed)}: {listed(said)}.")), lines=tuple(lines), actions=actions)


_ELSE = "amended otherwise"


def _under(tag: str, landed: Landed) -> dict[str, list[Change]]:
    groups: dict[str, list[Change]] = {
        "designated under it": [],
        "put under it as well": [],
        "taken off it": [],
        "delisted from it": [],
        "under a new number": [],
        _ELSE: [],
    }
    told: set[str] = set()
    kinds = dict(zip((ChangeKind.DESIGNATED, ChangeKind.PROGRAM_ADDED), list(groups)[:2], strict=True))
    kinds |= dict(zip((ChangeKind.PROGRAM_REMOVED, ChangeKind.DELISTED), list(groups)[2:4], strict=True))
    for change in landed.changes:
        if change.kind in kinds and any(tag in (*field.before, *field.after) for field in change.fields):
            groups[kinds[change.kind]].append(change)
            told.add(change.entity_id)
    for change in landed.changes:
        if change.entity_id not in told and any(tag in one.programs for one in _entries(change, landed)):
            rekeyed = change.kind is ChangeKind.REKEYED
            groups["under a new number" if rekeyed else _ELSE].append(change)
            told.add(change.entity_id)
    return {words: found for words, found in groups.items() if found}


@dataclass(frozen=True, slots=True)
class Now:
    """How the parties stand that an edition changed: their listings on all lists by id, and what they are judged by."""

    listings: Mapping[str, Sequence[Listing]] = field(default_factory=dict)
    as_of: AsOf = NOTHING_KNOWN

    def standing(self, entity_id: str) -> Standing | None:
        """None where the party is on no list."""
        listings = self.listings.get(entity_id)
        return standing_of(map(signs_of, listings), self.as_of) if listings else None


def party_card(entity_id: str, landed: Landed, now: Now) -> Card | None:
    """What the edition changed of one party, field by field, and how it stands; None where that is nothing."""
    changes = [change for change in landed.changes if entity_id in (change.entity_id, change.was)]
    if not changes:
        return None
    change, kinds = changes[0], {one.kind for one in changes}
    lines = [text("• ", f"{said[0].upper()}{said[1:]}.") for said in _fields(changes)]
    listings, standing = now.listings.get(change.entity_id, ()), now.standing(change.entity_id)
    titles = listed([title_of(one.list) for one in listings])
    if standing is None and ChangeKind.DELISTED in kinds:
        lines.append(text("It is on no other list that is loaded here."))
    elif standing:
        tags = listed(list(dict.fromkeys(tag for one in listings for tag in one.programs)))
        still = "It is still on the" if ChangeKind.DELISTED in kinds else "It stands on the"
        lines.append(text(f"{still} {titles}: ", bold(SHORT[standing]), f", under {tags}." if tags else "."))
    name = called(change, landed)
    return Card(
        headline=text(bold(f"{name}: {listed(_happened(changes))} ({where(landed)}).")),
        lines=tuple(lines),
        tone=_tone(kinds, standing),
        actions=(
            *((Action(Act.DETAILS, "Details", change.entity_id, f"Details for {name}"),) if standing else ()),
            Action(Act.UNWATCH, "Stop watching", f"entity:{change.entity_id}", f"Stop watching {name}"),
        ),
    )


def _happened(changes: Sequence[Change]) -> list[str]:
    said = []
    for change in changes:
        tags = listed([tag for field in change.fields for tag in (*field.before, *field.after)])
        programs = f"program{'s' if ' and ' in tags else ''} {tags}"
        said += {
            ChangeKind.DESIGNATED: ["designated"],
            ChangeKind.DELISTED: ["delisted"],
            ChangeKind.PROGRAM_ADDED: [f"{programs} added"],
            ChangeKind.PROGRAM_REMOVED: [f"{programs} removed"],
            ChangeKind.REKEYED: [f"listed under a new number, {change.entity_id} (was {change.was}), not delisted"],
            ChangeKind.AMENDED: [f"{count(len(own_fields(change)), 'fact', 'facts')} amended"],
        }[change.kind]
    return said


def _fields(changes: Sequence[Change]) -> list[str]:
    return [
        in_words(field)
        for change in changes
        if change.kind not in (ChangeKind.PROGRAM_ADDED, ChangeKind.PROGRAM_REMOVED)
        for field in own_fields(change)
    ]


def _tone(kinds: set[ChangeKind], standing: Standing | None) -> Tone:
    if ChangeKind.DESIGNATED in kinds and standing:
        return Tone.LISTED if standing in (Standing.BLOCKED, Standing.PROBABLY_BLOCKED) else Tone.LIMITED
    return Tone.NEUTRAL


def called(change: Change, landed: Landed) -> str:
    """The party's name to read."""
    entries = _entries(change, landed)
    return readable(entries[0].name, entries[0].schema) if entries else capitals(change.name)


def _entries(change: Change, landed: Landed) -> list[Listing]:
    return [*landed.listings(change.entity_id), *(landed.listings(change.was) if change.was else [])]


def _names(changes: Sequence[Change], landed: Landed) -> str:
    return some_names([called(change, landed) for change in changes], NAMES)


def _by_type(changes: Sequence[Change], landed: Landed) -> str:
    """`15 persons and 76 companies and other bodies`."""
    counted: dict[tuple[str, str], int] = {}
    for change in changes:
        entries = _entries(change, landed)
        words = TYPES.get(entries[0].schema, BODY) if entries else BODY
        counted[words] = counted.get(words, 0) + 1
    return listed([count(counted[words], *words) for words in (*TYPES.values(), BODY) if words in counted])


def _by_program(changes: Sequence[Change], landed: Landed) -> str:
    """`RUSSIA-EO14024 (67), BELARUS-EO14038 (24)`, the most frequent first."""
    counted: dict[str, int] = {}
    for change in changes:
        for tag in (tag for one in change.fields for tag in (*one.before, *one.after)):
            counted[tag] = counted.get(tag, 0) + 1
    return some([f"{tag} ({counted[tag]:,})" for tag in sorted(counted, key=lambda tag: (-counted[tag], tag))], GROUPS)


def _of(changes: Iterable[Change], kind: ChangeKind) -> list[Change]:
    return [change for change in changes if change.kind is kind]


def _by_id(changes: Iterable[Change], *kinds: ChangeKind) -> dict[str, list[Change]]:
    found: defaultdict[str, list[Change]] = defaultdict(list)
    for change in changes:
        if change.kind in kinds:
            found[change.entity_id].append(change)
    return found


def _ids(changes: Iterable[Change], *kinds: ChangeKind) -> set[str]:
    return {change.entity_id for change in changes if change.kind in kinds}
