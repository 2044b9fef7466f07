"""What happened to the facts of entries that stand in both editions, one sign for each kind of fact that differs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from itertools import chain, islice, starmap
from operator import attrgetter

from bot.lists.soundness.curve import RENAMED
from bot.lists.soundness.kinds import ALIAS_KINDS, ALIASES, KINDS, PROGRAMS, STRENGTH, Kind, Mass, Words
from bot.sanctions.listing import Listing

MASS = 10  # entries that share an edit: it is one edit of many
EDITS = 3  # so many different ones an edition may hold of each kind of fact
SHARE = 0.12  # and so much of a list one of them may touch
_FIELDS = tuple(dict.fromkeys(kind.field for kind in KINDS))
_VALUES = attrgetter(*_FIELDS)
_OF_FIELD = {name: tuple(kind for kind in KINDS if kind.field == name) for name in _FIELDS}
WHEREVER = 0.9  # of the entries that bore it, so many must lose a value that was renamed


class Fate(Enum):
    """What became of a kind of fact in one entry, the worst first."""

    VANISHED = "vanished"  # there is none any more
    LOST = "lost"  # a value is gone, and none like it came
    ALIKE = "alike"  # a value was written otherwise
    GAINED = "gained"


@dataclass(eq=False)  # thousands are made: frozen ones would take three times as long
class Sign:
    """One kind of fact of one entry that differs. `marked`: the publisher dates an update of the entry."""

    entity_id: str
    kind: Kind
    fate: Fate
    lost: Words
    gained: Words
    marked: bool = False

    @property
    def is_loss(self) -> bool:
        return self.fate in (Fate.VANISHED, Fate.LOST)

    @cached_property
    def edit(self) -> tuple[Words, Words]:
        """The words that went and came; of a text that was written otherwise, those within it."""
        if self.fate is not Fate.ALIKE:
            return self.lost, self.gained
        old, new = _within(self.lost), _within(self.gained)
        return old - new, new - old


@dataclass(frozen=True, slots=True)
class MassEdit:
    """One edit of a sort that publishers make in many entries at once."""

    kind: Kind
    lost: Words
    gained: Words
    ids: tuple[str, ...]

    @property
    def title(self) -> str:
        """`the same edit of addresses, "persia" to "iran"`"""
        old, new = (" ".join(sorted(words))[:60] for words in (self.lost, self.gained))
        what = f'"{old}" to "{new}"' if old and new else f'"{new}" came' if new else f'"{old}" went'
        return f"the same edit of {self.kind.title}, {what}"


def signs(pairs: Iterable[tuple[Listing, Listing]], fields: Iterable[Sequence[str]] | None = None) -> Iterator[Sign]:
    """The signs of entries that differ, each given as before and after; with the fields that differ, where they are
    known already."""
    pairs = [*pairs]
    for (before, after), differing in zip(pairs, fields or starmap(differing_fields, pairs), strict=True):
        marked = is_marked(before, after)
        same_aliases = "names" not in differing or ALIASES.words(before) == ALIASES.words(after)
        for kind in chain.from_iterable(map(_OF_FIELD.__getitem__, differing)):
            if kind.same(before, after) or (kind in (STRENGTH, ALIAS_KINDS) and not same_aliases):
                continue
            old, new = kind.words(before), kind.words(after)
            if old != new:
                lost, gained = old - new, new - old
                yield Sign(after.entity_id, kind, _fate(kind, lost, gained, new), lost, gained, marked)


def differing_fields(before: Listing, after: Listing) -> list[str]:
    """The fields that kinds of fact are read from and that differ."""
    values = zip(_FIELDS, _VALUES(before), _VALUES(after), strict=True)
    return [name for name, was, now in values if was is not now and was != now]


def is_marked(before: Listing, after: Listing) -> bool:
    """Whether the publisher dates an update of the entry."""
    return bool(set(after.updated_on) - set(before.updated_on))


def _fate(kind: Kind, lost: Words, gained: Words, new: Words) -> Fate:
    if not lost:
        return Fate.GAINED
    if not new:
        return Fate.VANISHED
    if all(any(kind.alike(one, other) for other in gained) for one in lost):
        return Fate.ALIKE
    return Fate.LOST


def mass_edits(
    found: Sequence[Sign], before: Mapping[str, Listing], days: float = 1.0
) -> tuple[list[Sign], list[MassEdit]]:
    """The edits that publishers make in many entries at once, few of them in an edition; and before these the signs
    that none of them explains."""
    groups: defaultdict[tuple[str, Words, Words], list[Sign]] = defaultdict(list)
    for sign in found:
        if sign.kind.mass is not Mass.NEVER:
            groups[(sign.kind.key, *sign.edit)].append(sign)
    taken: Counter[str] = Counter()
    honest: set[int] = set()
    edits: list[MassEdit] = []
    for (key, lost, gained), group in sorted(groups.items(), key=lambda item: -len(item[1])):
        if len(group) < MASS or taken[key] == EDITS:
            continue
        if _is_honest(group, lost, gained, before, days):
            taken[key] += 1
            honest.update(map(id, group))
            edits.append(MassEdit(group[0].kind, lost, gained, tuple(sign.entity_id for sign in group)))
    return [sign for sign in found if id(sign) not in honest], edits


def _within(texts: Words) -> Words:
    return frozenset(word for text in texts for word in text.replace("|", " ").split())


def _is_honest(group: Sequence[Sign], lost: Words, gained: Words, before: Mapping[str, Listing], days: float) -> bool:
    kind, much = group[0].kind, len(group) > SHARE * len(before)
    emptied = any(sign.fate is Fate.VANISHED for sign in group)
    if kind.mass is Mass.ANY or (kind.mass is Mass.COMES and not lost):
        return not (lost and much)
    if kind.mass is Mass.TAGS and not emptied:
        if not gained or not lost:
            return not much
        # Another tag in the place of one: a rename if (nearly) nobody bears the old one any more, even if some bore the
        # new one before. Else these entries have the program of others.
        return len(lost) == len(gained) and not much and _wherever(group, lost, before)
    if not lost or not gained or emptied or len(group) > RENAMED.of(len(before), days):
        return False
    return _wherever(group, lost, before) and _is_new(group, gained, before)


def _wherever(group: Sequence[Sign], lost: Words, before: Mapping[str, Listing]) -> bool:
    """Whether (nearly) every entry that bore what was lost has lost it."""
    most = int(len(group) / WHEREVER)
    return sum(1 for _ in islice(_bearers(group, lost, before), most + 1)) <= most


def _is_new(group: Sequence[Sign], gained: Words, before: Mapping[str, Listing]) -> bool:
    return next(_bearers(group, gained, before), None) is None


def _bearers(group: Sequence[Sign], words: Words, before: Mapping[str, Listing]) -> Iterator[Listing]:
    """The entries that have these words: of a text that was written otherwise, within it."""
    kind, within, of = group[0].kind, group[0].fate is Fate.ALIKE, attrgetter(group[0].kind.field)
    for listing in before.values():
        if of(listing) and not (within and _is_without(words, listing, kind)):
            theirs = kind.words(listing)
            if words <= (_within(theirs) if within else theirs):
                yield listing


def _is_without(words: Words, listing: Listing, kind: Kind) -> bool:
    """Whether a plain text shows at once that it has not all of these (folded) words."""
    text = " ".join(kind.raw(listing))
    if not text.isascii():
        return False
    text = text.lower()
    return not all(word in text for word in words)


__all__ = ["PROGRAMS", "Fate", "MassEdit", "Sign", "is_marked", "mass_edits", "signs"]
