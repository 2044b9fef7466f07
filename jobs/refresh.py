"""One turn of the refresh: every list is fetched, or taken from the mirror, each on its own.

Publishers are asked side by side, so that one that hangs stops no other; the lists of one publisher one after the
other, because OFAC refuses two readers at once. Editions are loaded one at a time.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session, sessionmaker

from bot.errors import BadInput, BotError
from bot.lists import mirror as mirrors
from bot.lists.fetch import ListClient, open_http
from bot.lists.files import EditionFiles
from bot.lists.publishers import LISTS, LOADABLE, KnownList, known_list
from bot.lists.reading import Progress, silent
from jobs.deciding import LoadOutcome, is_older
from jobs.loading import as_read_today, load
from store.database import writing
from store.lists.editions import current_editions, record_fetch, record_reading
from store.own_process import NoProcess, in_own_process

log = logging.getLogger(__name__)

PATIENCE = 1_200.0  # seconds: a turn waits no longer for publishers that have not given their lists


@dataclass(frozen=True, slots=True)
class RefreshOutcome:
    """What became of one list in a turn. `status` is that of `lists load`, or "failed" where nothing could be had,
    or "absent" where a mirror does not carry the list at all.

    `passed_over` are sentences about newer editions of a mirror that are broken or lack a file.
    """

    list: str
    status: str
    edition: str = ""
    published: str = ""
    entries: int = 0
    added: int = 0
    removed: int = 0
    amended: int = 0
    reason: str = ""
    passed_over: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """The outcome for a log or a terminal."""
        said = f"{self.list}: {self.status}"
        if self.status == "applied":
            said += f", edition of {self.published}, {self.entries:,} entries"
            said += f" (+{self.added:,} -{self.removed:,} ~{self.amended:,})"
        return " ".join([f"{said}.", *filter(None, [self.reason]), *self.passed_over])

    @property
    def failed(self) -> bool:
        return self.status in ("failed", "refused")

    def as_dict(self) -> dict[str, object]:
        return asdict(self) | {"passed_over": list(self.passed_over)}


@dataclass(frozen=True, slots=True)
class Loads:
    """How editions are loaded in a turn: here, or `beside`, in a process of its own."""

    sessions: sessionmaker[Session]
    now: datetime
    progress: Progress
    operators: str
    beside: bool

    def load(self, key: str, given: Path | EditionFiles, published: str | None) -> LoadOutcome:
        if self.beside:
            try:
                return in_own_process(load, self.sessions, key, given, published, self.now, operators=self.operators)
            except NoProcess as why:
                log.warning("%s: the %s is read in this one.", why, known_list(key).title)
        return load(self.sessions, key, given, published, self.now, progress=self.progress, operators=self.operators)


def refresh(
    sessions: sessionmaker[Session],
    keys: Iterable[str],
    mirror: Path | None,
    now: datetime,
    client: ListClient | None = None,
    progress: Progress | None = None,
    operators: str = "",
    patience: float = PATIENCE,
    beside: bool = False,
) -> list[RefreshOutcome]:
    """One turn for these lists (all that can be loaded, where none is named), from the mirror or the publishers.

    A list that fails stops no other and keeps its last good edition; why it failed is recorded with the list. A
    `client` that lives longer than a turn asks publishers only for what has changed. `operators` is the channel that
    is told of editions that are held. `beside`: editions are read in a process of their own, so that nobody waits who
    is answered in this one. The turn ends after `patience` seconds: what was not given by then is not waited
    for.
    """
    wanted = tuple(dict.fromkeys(keys)) or LOADABLE
    loads = Loads(sessions, now, progress or silent, operators, beside)
    _say_loading(loads, wanted)
    if mirror is not None:
        return [_one(loads, key, mirror, None) for key in wanted]
    if client is not None:
        return _side_by_side(loads, wanted, client, patience)
    with closing(open_http()) as http:
        return _side_by_side(loads, wanted, ListClient(http), patience)


def _say_loading(loads: Loads, wanted: Iterable[str]) -> None:
    """Lists of which no edition is in force are said to be loading, until what became of them is recorded."""
    with writing(loads.sessions) as session:
        held = {edition.list for edition in current_editions(session)}
        for key in wanted:
            if key in LOADABLE and key not in held:
                record_reading(session, key, loads.now)


def _side_by_side(loads: Loads, wanted: Sequence[str], client: ListClient, patience: float) -> list[RefreshOutcome]:
    outcomes: dict[str, RefreshOutcome] = {}

    def ask(keys: Sequence[str]) -> None:
        with client.asking(keys):
            for key in keys:
                outcomes[key] = _one(loads, key, None, client)

    busy = {key for key in wanted if client.is_asking(key)}
    publishers = [
        threading.Thread(target=ask, args=(keys,), name=f"refresh {keys[0]}", daemon=True)
        for keys in _by_publisher(key for key in wanted if key not in busy)
    ]
    for thread in publishers:
        thread.start()
    until = time.monotonic() + patience
    for thread in publishers:
        thread.join(max(0.0, until - time.monotonic()))
    return [outcomes.get(key) or _not_waited_for(loads, key) for key in wanted]


def _by_publisher(keys: Iterable[str]) -> list[list[str]]:
    groups: dict[str, list[str]] = {}
    for key in keys:
        groups.setdefault(LISTS[key].publisher if key in LISTS else key, []).append(key)
    return list(groups.values())


def _not_waited_for(loads: Loads, key: str) -> RefreshOutcome:
    """A list whose publisher has not given it in this turn, or not yet in the turn before: it is taken when it
    comes."""
    why = f"The publisher of the {known_list(key).title} has not given it in time; it is still being asked."
    outcome = RefreshOutcome(key, "failed", reason=why)
    _record(loads.sessions, outcome, loads.now)
    return outcome


def _one(loads: Loads, key: str, mirror: Path | None, client: ListClient | None) -> RefreshOutcome:
    try:
        known = known_list(key)
        if known.key not in LOADABLE:
            raise BadInput(f"The {known.title} is not fetched: it cannot be loaded yet, or a person loads it.")
        as_read_today(loads.sessions, key, loads.now)
        if mirror is not None:
            outcome = _from_mirror(loads, known, mirror)
        else:
            assert client is not None
            outcome = _from_publisher(loads, known, client)
    except BotError as error:
        outcome = RefreshOutcome(key, "failed", reason=str(error))
    except Exception:
        # A list must never stop the others, whatever is wrong with it; the log has what it was.
        log.exception("refresh of %s failed", key)
        outcome = RefreshOutcome(
            key, "failed", reason="It could not be read because of an error in the bot; see its log."
        )
    _record(loads.sessions, outcome, loads.now)
    return outcome


def _from_publisher(loads: Loads, known: KnownList, client: ListClient) -> RefreshOutcome:
    """The first format that the publisher gives whole: where one is broken or gone, another may not be."""
    passed: list[str] = []
    for of in (one for one in known.formats if one.urls):
        try:
            given = client.fetch(known, loads.progress, of)
        except BotError as error:
            passed.append(str(error))
            continue
        with client.one_at_a_time:
            outcome = loads.load(known.key, given, None)
        if outcome.status != "refused":
            return replace(_outcome(outcome), passed_over=tuple(passed))
        passed.append(outcome.reason)
    return RefreshOutcome(known.key, "failed", reason=passed[0], passed_over=tuple(passed[1:]))


def _from_mirror(loads: Loads, known: KnownList, mirror: Path) -> RefreshOutcome:
    """The newest edition that is whole; newer ones that are not are passed over, and said."""
    passed: list[str] = []
    in_force = _in_force(loads.sessions, known.key)
    for folder in mirrors.folders(mirror, known):
        if lacking := mirrors.lacks(known, folder):
            passed.append(f"The edition of {folder.published} was passed over: it lacks {', '.join(lacking)}.")
            continue
        if in_force and is_older(folder.published, in_force):
            why = f"The mirror's newest whole edition ({folder.published}) is older than the one in force ({in_force})."
            return RefreshOutcome(known.key, "unchanged", reason=why, passed_over=tuple(passed))
        outcome = loads.load(known.key, folder.path, folder.published)
        if outcome.status != "refused":
            return replace(_outcome(outcome), passed_over=tuple(passed))
        passed.append(f"The edition of {folder.published} was passed over: {outcome.reason}")
    if not passed:
        why = f"The mirror holds no edition of the {known.title}."
        return RefreshOutcome(known.key, "absent", reason=why)
    why = f"The mirror has no whole edition of the {known.title}."
    return RefreshOutcome(known.key, "failed", reason=why, passed_over=tuple(passed))


def _in_force(sessions: sessionmaker[Session], key: str) -> str:
    with sessions() as session:
        return next((edition.published for edition in current_editions(session) if edition.list == key), "")


def _outcome(loaded: LoadOutcome) -> RefreshOutcome:
    return RefreshOutcome(**asdict(loaded))


def _record(sessions: sessionmaker[Session], outcome: RefreshOutcome, now: datetime) -> None:
    error = outcome.reason if outcome.failed or outcome.status == "held" else ""
    with writing(sessions) as session:
        record_fetch(session, outcome.list, now, error)
