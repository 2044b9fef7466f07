"""What is to be done with an edition, decided from values alone: nothing is read from the store, nothing written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal

from bot.errors import BadInput, RefusedEdition
from bot.garbage import no_collecting
from bot.lists.between_formats import as_both_carry
from bot.lists.comparable import as_far_as_known, carried_from, carried_over, first_told
from bot.lists.content import Content, digest
from bot.lists.files import EditionFiles, day_of, missing_from
from bot.lists.formats import Format
from bot.lists.publishers import KnownList
from bot.lists.reading import Progress, Reading, silent
from bot.lists.soundness import check as soundness
from bot.lists.soundness.earlier import Earlier
from bot.lists.soundness.finding import Finding, against
from bot.lists.soundness.seen import ByIds
from bot.lists.starter import starter_listings
from bot.sanctions.changes.comparison import Comparison, compare, first
from bot.sanctions.listing import Edition, Listing
from bot.sanctions.packed import by_id, differing, kept

NO_CHANGES = Comparison((), (), (), ())
Status = Literal["applied", "held", "refused", "unchanged"]


@dataclass(frozen=True, slots=True)
class LoadOutcome:
    """What became of an edition. `added`, `removed`, `amended` count entries by id against the edition before;
    `reason` says why it was held, refused or left, and what is odd about one that was applied."""

    list: str
    edition: str
    published: str
    entries: int
    added: int
    removed: int
    amended: int
    status: Status
    reason: str

    def as_dict(self) -> dict[str, str | int]:
        """The object of `lists load --json`."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class InForce:
    """What the store holds of a list before an edition is loaded."""

    edition: Edition | None
    files: Mapping[str, Content]
    listings: Sequence[Listing]
    earlier: Earlier | None = None  # an edition of some days before it


@dataclass(frozen=True, slots=True)
class Decision:
    """What is to be done with an edition, decided from values alone."""

    outcome: LoadOutcome
    edition: Edition
    listings: Sequence[Listing] = ()
    comparison: Comparison = NO_CHANGES
    files: Mapping[str, Content] | None = None


def decide(
    known: KnownList,
    given: EditionFiles,
    published: str | None,
    before: InForce,
    now: datetime,
    *,
    accept: bool = False,
    progress: Progress = silent,
) -> Decision:
    """Read the files and decide, without touching anything. Raises RefusedEdition or BadInput."""
    if known.reader is None:
        raise BadInput(f"The {known.title} cannot be loaded yet.")
    missing = missing_from(known, given.files)
    if before.edition and _is_same(known, given.files, missing, before):
        return left(before.edition)
    read = _read(known, given.files, missing, before, progress)
    reading = read.reading
    day = _published(published or given.day or reading.published, now)
    _refuse_older(day, before.edition)
    edition = _edition(known.key, day, given.files, missing, len(reading.listings), now, read.format)
    progress("comparing", 0, 1)
    with no_collecting():  # two editions lie in memory, and all of them would be looked through, in vain
        known_of = _comparable(before, read)
        by_ids = by_id(before.listings), by_id(known_of)
        differ = [*differing(*by_ids)]
        comparison = compare(before.listings, known_of, differ) if before.edition else first(known_of)
        progress("comparing", 1, 1)
        looked_at = (known, given.files, before, edition, reading, known_of, read.first_seen, differ, by_ids)
        findings = [] if accept else _findings(*looked_at)
    speaking = against(findings)
    held = "" if accept else _excerpt(reading)
    if speaking and not held:
        held = soundness.held_because(speaking, before.listings, reading.listings)
    amended = differ if read.format is read.format_before else comparison.amended
    days = _days(before, edition.published)
    odd = soundness.to_be_told(before.listings, known_of, amended, findings, days, by_ids)
    if before.earlier and amended is differ and not held:
        changed = len(differ) + len(comparison.removed)
        odd += before.earlier.sentences(known_of, edition.published, changed)
    odd += [*(one.sentence for one in reading.left_out), *reading.warnings]
    said = held or " ".join([*odd, *_about_missing(missing, read.carried, known)])
    outcome = _outcome(edition, comparison, "held" if held else "applied", said)
    edition = replace(edition, odd="" if held else " ".join(odd))
    return Decision(outcome, edition, reading.listings, comparison, read.files)


@dataclass(frozen=True, slots=True)
class _Read:
    """An edition as read, with what companions that did not come said in the one before: these are `carried` over.
    `first_seen` are the roles of files that came for the first time."""

    reading: Reading
    files: Mapping[str, Content]
    carried: Mapping[str, Content]
    format: Format
    format_before: Format
    first_seen: frozenset[str]


def _read(
    known: KnownList, given: Mapping[str, Content], missing: tuple[str, ...], before: InForce, progress: Progress
) -> _Read:
    assert known.reader is not None
    reading = known.reader(known.key, given, progress)  # the files as they came must be whole by themselves
    now_in, was_in = known.format_of(given), _format_of(known, before)
    carried = carried_over(known, given, before.files) if now_in is was_in else {}
    files = {**given, **carried}
    if carried:
        reading = replace(known.reader(known.key, files), warnings=reading.warnings, left_out=reading.left_out)
    elif now_in is not was_in and missing:
        reading = replace(reading, listings=kept(carried_from(before.listings, reading.listings, files)))
    first_seen = frozenset[str]()
    if before.edition and now_in is was_in:
        first_seen = first_told(files, before.files, before.listings)
    return _Read(reading, files, carried, now_in, was_in, first_seen)


def _refuse_older(day: str, in_force: Edition | None) -> None:
    if in_force and is_older(day, in_force.published):
        raise RefusedEdition(
            f"This edition was published {day}, before the one in force ({in_force.published}): it is not loaded."
        )


def _format_of(known: KnownList, before: InForce) -> Format:
    """The format of the edition in force; of one that was loaded before editions said so, the first."""
    key = before.edition.format if before.edition else ""
    return next((one for one in known.formats if one.key == key), known.formats[0])


def _comparable(before: InForce, read: _Read) -> Sequence[Listing]:
    """The later listings with only such facts as the edition before could have told of too."""
    listings, was, now = read.reading.listings, read.format_before, read.format
    if not before.edition:
        return listings
    if was is not now:
        return as_both_carry(before.listings, listings, was, now)
    return as_far_as_known(before.listings, listings, read.first_seen)


def _excerpt(reading: Reading) -> str:
    if not reading.excerpt:
        return ""
    return (
        f"It is an excerpt, filtered by {reading.excerpt}, not the whole list: of parties outside it nothing would "
        "be known, and no match would be said of them. It is loaded only if a person accepts it."
    )


def _in_memory(files: Mapping[str, Content]) -> dict[str, bytes]:
    """The files that are looked at as bytes: CSV files, which have an end mark. Large XML files have an end of their
    own."""
    return {role: content for role, content in files.items() if isinstance(content, bytes)}


def _findings(
    known: KnownList,
    given: Mapping[str, Content],
    before: InForce,
    edition: Edition,
    reading: Reading,
    known_of: Sequence[Listing],
    first_seen: frozenset[str],
    differ: Sequence[str],
    by_ids: ByIds,
) -> list[Finding]:
    """What is found in the edition, whether it speaks against it or not. `known_of`: its listings as far as they can
    be compared, `differ` the ids of those that stood there before and differ; `by_ids` both editions by id."""
    found: list[Finding] = []
    files, kept = _in_memory(given), _in_memory(before.files)
    if before.edition is None:
        noted = {one.entity_id: one.taken_on for one in starter_listings() if one.taken_from == known.key}
        found += soundness.of_a_first(known.key, edition.published, reading.listings, files, noted)
    else:
        found += soundness.of_first_told(known.key, reading.listings, first_seen)
        found += soundness.of_a_step(
            before.listings,
            known_of,
            _days(before, edition.published),
            files,
            kept,
            known.roles,
            of_other_format=edition.format != before.edition.format,
            differ=differ,
            by_ids=by_ids,
        )
    return [*soundness.of_bad_rows(reading.left_out), *found]


def _days(before: InForce, published: str) -> int:
    return soundness.days_between(before.edition.published, published) if before.edition else 0


def _edition(
    key: str,
    day: str,
    files: Mapping[str, Content],
    missing: tuple[str, ...],
    entries: int,
    now: datetime,
    of: Format,
) -> Edition:
    found = digest(files)
    return Edition(
        list=key,
        edition=f"{day}-{found[:8]}",
        published=day,
        fetched_at=now.isoformat(timespec="seconds"),
        entries=entries,
        missing=missing,
        sha256=found,
        format=of.key,
        reader=of.version,
    )


def _is_same(known: KnownList, files: Mapping[str, Content], missing: tuple[str, ...], before: InForce) -> bool:
    """Whether the edition in force already holds these very files (and perhaps more of the same publication)."""
    assert before.edition is not None
    equal = all(_equal(before.files.get(role), content) for role, content in files.items())
    return equal and set(before.edition.missing) <= set(missing)


def _equal(one: Content | None, other: Content) -> bool:
    return one is not None and len(one) == len(other) and digest({"": one}) == digest({"": other})


def left(edition: Edition) -> Decision:
    outcome = LoadOutcome(
        list=edition.list,
        edition=edition.edition,
        published=edition.published,
        entries=edition.entries,
        added=0,
        removed=0,
        amended=0,
        status="unchanged",
        reason="This very edition is in force already.",
    )
    return Decision(outcome, edition)


def _outcome(edition: Edition, comparison: Comparison, status: Status, reason: str) -> LoadOutcome:
    return LoadOutcome(
        list=edition.list,
        edition=edition.edition,
        published=edition.published,
        entries=edition.entries,
        added=len(comparison.added),
        removed=len(comparison.removed),
        amended=len(comparison.amended),
        status=status,
        reason=reason,
    )


def _about_missing(missing: tuple[str, ...], carried: Mapping[str, Content], known: KnownList) -> list[str]:
    over = [role.names[0] for role in known.companions if role.key in carried]
    never = [name for name in missing if name not in over]
    said = []
    if over:
        said.append(f"It came without {_and(over)}: their facts are carried over from the edition before.")
    if never:
        said.append(f"It came without {_and(never)}, and no edition before had them: what they say is not known.")
    return said


def _and(names: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _published(day: str, now: datetime) -> str:
    day = day or now.date().isoformat()
    if not day_of(day):
        raise BadInput(f"{day[:40]!r} is no date of publication: write it as 2026-02-27, or 2026-02 for a month.")
    first = date.fromisoformat(day if len(day) > 7 else f"{day}-01")
    if first > now.date() + timedelta(days=1):  # a day ahead: publishers and clocks live in other zones
        raise BadInput(f"The date of publication {day} lies in the future.")
    return day


def is_older(published: str, than: str) -> bool:
    """Whether one date of publication is before another; a month is not before a day in it."""
    shared = min(len(published), len(than))
    return published[:shared] < than[:shared]
