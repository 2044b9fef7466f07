"""One damaged edition loaded after the whole one: held, refused, or applied, and how many of its entries are wrong."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from benchmarks.damage.documents import Document
from benchmarks.damage.kinds import Damage
from bot.errors import BotError
from bot.lists.files import EditionFiles
from bot.lists.publishers import known_list
from bot.sanctions.listing import Listing
from jobs.deciding import InForce, decide

MAY_BE_WRONG = 0.005
NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Case:
    """A list with an edition in force and the next one, whole: both by file, and the days of publication."""

    name: str
    key: str
    before: Files
    before_day: str
    after: Files
    after_day: str
    taken_apart: Callable[[Files], Document]


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one damaged edition. `wrong` is the share of its entries that are not as published."""

    case: str
    damage: str
    status: str
    wrong: float
    reason: str = ""
    told: bool = False
    named: bool = False  # a warning names the kind of fact, though the whole edition may have been given it too

    @property
    def slipped_in(self) -> bool:
        return self.status == "applied" and self.wrong > MAY_BE_WRONG and not self.told


@dataclass(frozen=True, slots=True)
class Ready:
    """A case read: what is in force, and what the whole edition says."""

    case: Case
    in_force: InForce
    whole: Mapping[str, Listing]
    told: frozenset[tuple[str, str]] = frozenset()  # what is said of the whole edition too, and so not of any damage


def ready(case: Case) -> Ready:
    known = known_list(case.key)
    first = decide(known, EditionFiles(case.before, case.before_day), None, InForce(None, {}, ()), NOW, accept=True)
    in_force = InForce(first.edition, dict(first.files or {}), first.listings)
    whole = decide(known, EditionFiles(case.after, case.after_day), None, in_force, NOW)
    if whole.outcome.status == "unchanged":
        return Ready(case, in_force, {one.entity_id: one for one in first.listings})
    told = _told(whole.outcome.reason)
    return Ready(case, in_force, {one.entity_id: one for one in whole.listings}, told)


# What was done at once, a lost end mark, a kind of fact, or one that an old edition does not vouch for; of words in
# quotes a colon or semicolon ends nothing.
_SAID = re.compile(
    r"(?:were |lacks the )(added|removed|amended|end mark)(?: at once| of a file)|"
    r'((?:"[^"]*"|[^:;"])+): [\d,]+ of [\d,]+|'
    r"(?<=[:;] )([a-z ]+) [\d,]+ and [\d,]+(?=[;.])"
)


def _told(reason: str) -> frozenset[tuple[str, str]]:
    """What a person was told of: entries added, removed or amended at once, and kinds of fact with their figures."""
    return frozenset((at_once, kind or differs) for at_once, kind, differs in _SAID.findall(reason))


# The fields that a damage's name has, and what a warning calls the facts that are read from them.
_CALLED = {
    "name": "name",
    "alias": "alias",
    "program": "program",
    "birth": "birth",
    "number": "number",
    "street": "address",
    "city": "address",
    "country": "address|nationalit|citizenship|ships",
    "nationality": "nationalit|citizenship",
    "title": "title",
    "type": "type",
}


def _names(damage: str, told: frozenset[tuple[str, str]]) -> bool:
    """Whether something was said that is not said of the whole edition too, and that names the kind of fact damaged; of
    entries removed, added or merged, anything."""
    fields = [_CALLED[word] for word in re.findall(r"\w+", damage.partition(": ")[2]) if word in _CALLED]
    if not fields or damage.startswith("a filter"):
        return bool(told)
    return any(re.search("|".join(fields), kind) for _, kind in told)


def tried(of: Ready, damage: Damage, seed: int) -> Result | None:
    """The damaged edition loaded; None where the damage changed nothing."""
    case, dice = of.case, random.Random(seed)
    try:
        document = case.taken_apart(case.after)
        damage.do(document, dice)
        files = document.files()
        if damage.last:
            files = damage.last(files, dict(of.in_force.files))
    except IndexError:
        return None  # nothing to choose from
    return judged(of, damage.name, files)


def judged(of: Ready, name: str, files: Files) -> Result | None:
    known = known_list(of.case.key)
    try:
        decision = decide(known, EditionFiles(files, of.case.after_day), None, of.in_force, NOW)
    except BotError as error:
        return Result(of.case.name, name, "refused", 1.0, str(error))
    wrong = share_wrong(of.whole, decision.listings)
    if not wrong or decision.outcome.status == "unchanged":
        return None
    reason = decision.outcome.reason
    told = _told(reason)
    return Result(
        of.case.name,
        name,
        decision.outcome.status,
        wrong,
        reason,
        told=_names(name, told - of.told),
        named=_names(name, told),
    )


def share_wrong(whole: Mapping[str, Listing], read: Sequence[Listing]) -> float:
    """Entries that are missing, that are none, or of which any fact differs."""
    got = {one.entity_id: one for one in read}
    wrong = sum(got.get(key) != one for key, one in whole.items()) + len(got.keys() - whole.keys())
    return wrong / len(whole)


def day_after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
