"""What answers rest on, of the same editions: a question sees the old or the new, whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

from bot.lists.starter import STARTER
from bot.questions.ask import Vocabulary
from bot.sanctions.briefing.measure import Measure
from bot.sanctions.briefing.statement import Source, Statement
from bot.sanctions.files.programs import programs_ended
from bot.sanctions.listing import Edition, Party
from bot.sanctions.program import Ended, Program
from bot.sanctions.register import Register
from bot.sanctions.relief.confidential import Audience, Confidants, may_see
from bot.sanctions.relief.impact import Impact, evaluate
from bot.sanctions.relief.license import License
from bot.sanctions.relief.option import ReliefOption
from bot.sanctions.standing import NOTHING_KNOWN, AsOf, Standing, signs_of, standing_of
from bot.sanctions.typeahead import Typeahead
from bot.screening.named import NamedParties
from bot.screening.screen import Index
from store.snapshot.entries import Entries

NOBODY = Confidants()


@dataclass(frozen=True)
class Content:
    """What the store holds beside lists: options, briefing. Small, so read anew whenever it may have changed."""

    options: tuple[ReliefOption, ...]
    measures: tuple[Measure, ...]
    statements: tuple[Statement, ...]
    sources: Mapping[str, Source]
    programs: Mapping[str, Program]
    licenses: Mapping[str, License] = field(default_factory=dict)  # by key
    ended: Mapping[str, Ended] = field(default_factory=dict)  # programs that have ended, by tag

    def statement(self, key: str) -> Statement | None:
        return next((one for one in self.statements if one.id == key), None)

    @property
    def named(self) -> tuple[str, ...]:
        """Every name of a party that a license or a statement has."""
        licensed = (name for license in self.licenses.values() for name in license.parties)
        said = (name for statement in self.statements for name in statement.parties)
        return tuple(dict.fromkeys((*licensed, *said)))


@dataclass(frozen=True)
class Snapshot:
    """Everything that answers rest on, of the same editions: a question sees the old or the new, whole. The entries
    are read when they are first needed."""

    version: str
    editions: tuple[Edition, ...]
    index: Index
    entries: Entries
    content: Content
    confidants: Confidants = NOBODY
    whole: Snapshot | None = None  # of a part: what it is a part of
    as_of: AsOf = NOTHING_KNOWN
    held: Mapping[str, int] = field(default_factory=dict)  # entries here of each list, where they were counted

    @property
    def options(self) -> tuple[ReliefOption, ...]:
        return self.content.options

    @property
    def register(self) -> Register:
        return self.entries.read()

    @property
    def program_counts(self) -> Mapping[str, Mapping[str, int]]:
        return self.entries.program_counts

    @property
    def linked_counts(self) -> Mapping[str, int]:
        """How many parties' listings say `Linked To` a party, by its id."""
        return self.entries.linked_counts

    @cached_property
    def impacts(self) -> Mapping[str, Impact]:
        """What each option would do, by its key."""
        if self.whole is not None:
            return {option.key: self.whole.impacts[option.key] for option in self.options}
        return {option.key: evaluate(option, self.register) for option in self.options}

    @cached_property
    def named(self) -> NamedParties:
        """The parties that licenses and statements name, linked to their listings."""
        return self.whole.named if self.whole is not None else NamedParties.of(self.content.named, self.index)

    @property
    def typeahead(self) -> Typeahead:
        """Parties by the beginnings of the words of their names."""
        return self.entries.typeahead

    @cached_property
    def tracked(self) -> dict[tuple[str, int], Any]:
        """What has come about of options, by key and version, as it is worked out: see `store.snapshot.tracking`."""
        return self.whole.tracked if self.whole is not None else {}

    @cached_property
    def vocabulary(self) -> Vocabulary:
        return Vocabulary(
            options=tuple(option.key for option in self.options),
            programs=tuple(sorted({*self.content.programs, *self.program_counts})),
            measures={measure.id: measure.title for measure in self.content.measures},
            licenses=tuple(self.content.licenses),
        )

    def linked_to(self, entity_id: str) -> tuple[str, ...]:
        """The parties whose listing says `Linked To` this one."""
        return self.entries.linked.get(entity_id, ())

    def party(self, entity_id: str) -> Party | None:
        listings = self.register.by_id.get(entity_id)
        return Party(entity_id, listings) if listings else None

    def edition(self, key: str) -> Edition | None:
        return next((edition for edition in self.editions if edition.list == key), None)

    @property
    def broken(self) -> tuple[str, ...]:
        """The lists of which not as many entries are here as their editions have: no answer can rest on them."""
        return tuple(
            e.list for e in self.editions if e.list != STARTER and self.held.get(e.list, e.entries) != e.entries
        )

    def option(self, key: str) -> ReliefOption | None:
        return next((option for option in self.options if option.key == key), None)

    def standing(self, party: Party) -> Standing:
        """How a party stands, over all its listings, by these editions and on this day."""
        return standing_of(map(signs_of, party.listings), self.as_of)

    def on(self, day: date) -> Snapshot:
        """The same, judged on a day: a program that had not ended then counts as in force."""
        if day not in self._days:  # asked for every name
            self._days[day] = self._judged_on(day)
        return self._days[day]

    def _judged_on(self, day: date) -> Snapshot:
        as_of = AsOf.of(self.editions, {**programs_ended(), **self.content.ended}, day)
        if as_of == self.as_of:
            return self
        key = frozenset(as_of.ended)
        if key not in self._judged:
            self._judged[key] = replace(self, as_of=as_of, index=self.index.judged_by(as_of))
        return self._judged[key]

    @cached_property
    def _days(self) -> dict[date, Snapshot]:
        return {}

    @cached_property
    def _judged(self) -> dict[frozenset[str], Snapshot]:
        """By the programs that had ended: few, for programs end seldom."""
        return {}

    def visible_to(self, audience: Audience | None) -> Snapshot:
        """The part that exists for whoever asks: without the options that they may not know of.

        None is an operator, who sees all."""
        if audience is None:
            return self
        seen = frozenset(o.key for o in self.options if may_see(o, audience, self.confidants))
        if len(seen) == len(self.options):
            return self
        if seen not in self._parts:
            self._parts[seen] = self._part(seen)
        return self._parts[seen]

    @cached_property
    def _parts(self) -> dict[frozenset[str], Snapshot]:
        """Kept for as long as the whole is: people who may see the same options share what is reckoned of them."""
        return {}

    def _part(self, keys: frozenset[str]) -> Snapshot:
        kept = replace(self.content, options=tuple(o for o in self.options if o.key in keys))
        return replace(self, content=kept, whole=self)
