"""What an edition says of what came or was changed in the next, gathered in one pass over its entries."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, islice

from bot.lists.soundness.kinds import TEXTS, Kind
from bot.lists.soundness.said import AT_ONCE, Said, having, key_of, may_have, said, words_among, words_of, words_within
from bot.lists.soundness.seen import Seen
from bot.lists.soundness.signs import Sign
from bot.sanctions.listing import Listing

WORDED = ("name", "titles", "nationalities", "citizenships", "addresses", "birth_places", "genders", "craft")
FORMED = ("name", "aliases", "birth_dates", "identifiers", "addresses")
_ASKED = tuple(kind for kind in TEXTS if kind.key in WORDED or kind.key in FORMED)
TITLES = "titles"
FEW_NEW = 6  # entries, in which a word is that no entry had
COMMON_NEW = 0.007  # and so many of those that came or changed
LOOKED_AT = 499  # entries that came: what many of thousands have shows in so many


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be known of an edition in one kind of fact: which values of these letters and digits there are and
    whose, which of these words and forms."""

    kind: Kind
    keys: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()


@dataclass(slots=True)
class Gathered:
    """Of the values, words and forms that were asked for: whose they are, and which there are."""

    owners: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    words: set[str] = field(default_factory=set)
    forms: set[str] = field(default_factory=set)


def gathered(listings: Iterable[Listing], asked: Iterable[Asked]) -> dict[str, Gathered]:
    """What the listings say of what is asked, by kind of fact: some hundreds of them at a time, and no more of these
    than are needed."""
    found = {one.kind.key: Gathered() for one in asked}
    left = [(one, found[one.kind.key]) for one in asked]
    rest = iter(listings)
    while left and (several := list(islice(rest, AT_ONCE))):
        for one, all_of in left:
            _add(all_of, Said(one.kind, several), one)
        left = [(one, of) for one, of in left if one.keys or of.words != one.words or of.forms != one.forms]
    return found


def _add(all_of: Gathered, some: Said, asked: Asked) -> None:
    if asked.keys:
        for one, value in some.having(asked.keys):
            all_of.owners[value].add(one)
    if left := asked.words - all_of.words:
        all_of.words |= words_among(some, left)
    if missing := asked.forms - all_of.forms:
        all_of.forms |= having(some, missing)


def _all_said(listings: Sequence[Listing], kinds: Sequence[Kind]) -> dict[str, list[Said]]:
    """What these say, by kind of fact."""
    found: dict[str, list[Said]] = {kind.key: [] for kind in kinds}
    for at in range(0, len(listings), AT_ONCE):  # all of some, then all of the next: they lie together in memory
        for kind in kinds:
            several = Said(kind, listings[at : at + AT_ONCE])
            if several.texts:
                found[kind.key].append(several)
    return found


def _spread(listings: Sequence[Listing]) -> Sequence[Listing]:
    """All of some, and of thousands so many from everywhere: not each fifth, for what a tool did to each fiftieth would
    be in none of them."""
    many = len(listings)
    return listings if many < 2 * LOOKED_AT else [listings[at * many // LOOKED_AT] for at in range(LOOKED_AT)]


class Fresh:
    """What came or was changed, and what the edition before says of it: each kind of fact is gone through once, for all
    findings together."""

    def __init__(self, found: Sequence[Sign], seen: Seen, with_forms: bool = True) -> None:
        self.seen, self._with_forms = seen, with_forms
        self._gained = {(sign.kind.key, sign.entity_id): sign.gained for sign in found if sign.gained}
        self._came: dict[str, list[tuple[str, str]]] = {}
        self._many_words: dict[str, frozenset[str]] = {}
        self._many = max(FEW_NEW, COMMON_NEW * (len(seen.pairs) + len(seen.added)))
        self._changed = {kind.key: [*said(kind, self._of_changed(kind))] for kind in TEXTS}
        self._added = _all_said(seen.added, TEXTS)
        self._some = _spread(seen.added)
        self._some_added = self._added if len(self._some) == len(seen.added) else _all_said(self._some, _ASKED)

    def _of_changed(self, kind: Kind) -> Iterator[Listing]:
        differ = zip(self.seen.pairs, self.seen.fields, strict=True)
        return (now for (_, now), fields in differ if kind.field in fields)

    def said(self, kind: Kind) -> list[Said]:
        """What came says, and what was changed in this kind of fact: much less than an edition."""
        return [*self._changed[kind.key], *self._added[kind.key]]

    def _some_said(self, kind: Kind) -> list[Said]:
        """The same of one entry in some where thousands came: what many of them have shows in these."""
        return [*self._changed[kind.key], *self._some_added[kind.key]]

    def came(self, kind: Kind) -> list[tuple[str, str]]:
        """The values (folded) that entries gained or came with and that another one has or had, each with the id of the
        entry: those of no other are not worked out."""
        if kind.key not in self._came:
            often = Counter(chain.from_iterable(some.keys for some in self.said(kind)))
            shared = {key for key, many in often.items() if many > 1 and key}
            shared |= {key_of(value) for value in self.before(kind).owners}
            came, gained = list[tuple[str, str]](), self._gained
            for some in self.said(kind):
                pairs = some.having(shared)
                if some.listings[0].entity_id in self.seen.old:
                    came += [(one, value) for one, value in pairs if value in gained.get((kind.key, one), ())]
                else:
                    came += [(one, value) for one, value in pairs if value]
            self._came[kind.key] = came
        return self._came[kind.key]

    def forms(self, kind: Kind) -> frozenset[str]:
        """The forms that came."""
        if kind.key not in FORMED or not self._with_forms:
            return frozenset()
        return frozenset().union(*(some.forms for some in self._some_said(kind)))

    def many_words(self, kind: Kind) -> frozenset[str]:
        """The words that many have of those that came or changed, and that no entry had before."""
        return self._often(kind) - self.before(kind).words

    def _often(self, kind: Kind) -> frozenset[str]:
        """The words that many have of those that came or changed."""
        if kind.key not in self._many_words:
            words = Counter[str]()
            for some in self._some_said(kind) if kind.key in WORDED else ():
                words.update(words_of(some))
            came, changed = len(self.seen.added), len(self.seen.pairs)
            share = (len(self._some) + changed) / max(1, came + changed)
            self._many_words[kind.key] = frozenset(word for word, often in words.items() if often >= self._many * share)
        return self._many_words[kind.key]

    def bearing(self, kind: Kind, words: frozenset[str]) -> dict[str, list[str]]:
        """Which entries have these words, where many have."""
        ids: dict[str, dict[str, None]] = {word: {} for word in sorted(words)}
        for some in self.said(kind):
            for one, value in some.with_any(words) if may_have(some, words) else ():
                for word in words.intersection(words_within([value])):
                    ids[word][one] = None
        return {word: [*several] for word, several in ids.items() if len(several) >= self._many}

    def before(self, kind: Kind) -> Gathered:
        """What the edition before says of what came, and every form that it has."""
        return self._before[kind.key]

    @cached_property
    def _before(self) -> dict[str, Gathered]:
        asked = [Asked(kind, self._keys(kind), self._often(kind), self.forms(kind)) for kind in _ASKED]
        return gathered(self.seen.old.values(), asked)

    def _keys(self, kind: Kind) -> frozenset[str]:
        """The letters and digits of what came, where it may be another entry's."""
        if not kind.names_one and kind.key != TITLES:
            return frozenset()
        return frozenset(chain.from_iterable(some.keys for some in self.said(kind))) - {""}
