"""What a file is screened against: an index, judged as a team and a day want it, that other processes can open too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bot.batch.judged import Judged, judge
from bot.batch.parties import Party
from bot.sanctions.standing import AsOf
from bot.screening.policy import Policy
from bot.screening.screen import Index


@dataclass(frozen=True)
class Against:
    """Lists to screen against, small enough to be sent to another process: `index_file` holds the names, and is opened
    when the first name is screened. `editions` says which lists of which day that rests on."""

    index_file: Path
    policy: Policy
    as_of: AsOf
    editions: str
    version: str = ""  # of those editions, as the audit has it

    @classmethod
    def kept(cls, index: Index, path: Path, policy: Policy, as_of: AsOf, editions: str, version: str = "") -> Against:
        """The index stored at `path`, for this and other processes. Raises OSError."""
        index.save(path)
        return cls(path, policy, as_of, editions, version)

    @cached_property
    def index(self) -> Index:
        return Index.load(self.index_file).under(self.policy).judged_by(self.as_of)

    def judge_all(self, parties: Sequence[Party]) -> list[Judged]:
        """What becomes of some rows, in order."""
        self.index.meet(query for party in parties if not party.fault for query in party.queries())
        return [judge(party, self.index.screen) for party in parties]

    def __getstate__(self) -> dict[str, object]:
        return {name: value for name, value in self.__dict__.items() if name != "index"}

    @property
    def key(self) -> tuple[str, ...]:
        """The same where the same names would be judged the same."""
        return (self.index.version, repr(self.policy), repr(self.as_of), self.editions)
