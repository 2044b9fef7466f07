"""What is told of an edition: composed before it is written, of what is written, for all who watch when it is."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, event

from bot.answers.document import plain
from bot.lists.files import EditionFiles, find_edition_files
from bot.lists.publishers import LISTS
from bot.lists.starter import STARTER
from jobs.deciding import LoadOutcome, decide
from jobs.loading import COMPOSED_AT_MOST, in_force, load
from jobs.starter import load_starter_content
from store.database import open_engine, writing
from store.database import sessions as sessions_of
from store.lists.editions import index_version
from store.lists.landed import Landed, landed_since
from store.telling import outbox, watches
from tests.conftest import NOON
from tests.jobs.test_loading import KEY, Store, edition, put
from tests.lists.files import sdn_file, sdn_row


def watch(sessions: Store, what: str, place: str) -> None:
    with writing(sessions) as session:
        watches.watch(session, "T1", place, what, "U1", NOON)


def told(sessions: Store, place: str) -> list[str]:
    with sessions() as session:
        return [plain(one.message.answer.cards[0].headline) for one in outbox.of_place(session, "T1", place)]


def rows(*numbers: int) -> bytes:
    return sdn_file(*(sdn_row(number, f"PARTY {number}") for number in numbers))


def put_while(sessions: Store, given: EditionFiles, meanwhile: Callable[[int], None]) -> LoadOutcome:
    """Load an edition, and from when it is decided do something else before each connection that loading opens."""
    turns, own = itertools.count(1), threading.get_ident()
    busy, decided = threading.Lock(), threading.Event()

    def connects(*_: object) -> None:
        if decided.is_set() and threading.get_ident() == own and busy.acquire(blocking=False):
            try:
                meanwhile(next(turns))
            finally:
                busy.release()

    event.listen(sessions.kw["bind"], "do_connect", connects)
    try:
        return load(
            sessions, KEY, given, None, NOON, progress=lambda step, *_: decided.set() if step == "writing" else None
        )
    finally:
        event.remove(sessions.kw["bind"], "do_connect", connects)


def test_what_is_told_of_an_edition_is_what_the_store_says_landed(sessions: Store, lists_dir: Path) -> None:
    known = LISTS[KEY]
    for day in ("2022-02-24", "2022-02-25"):
        with sessions() as session:
            before = in_force(session, KEY)
        decision = decide(known, find_edition_files(known, lists_dir / "ofac_sdn" / day), None, before, NOON)
        put(sessions, lists_dir / "ofac_sdn" / day)
        composed = Landed.of(
            decision.edition, NOON, before.edition, decision.comparison.changes, before.listings, decision.listings
        )
        with sessions() as session:
            (written,) = [
                one for one in landed_since(session, "", index_version(session)) if one.edition == composed.edition
            ]
        assert composed == written
    assert len(composed.after or {}) == 95


def test_whoever_begins_to_watch_while_the_alerts_are_composed_is_told_too(sessions: Store) -> None:
    put(sessions, edition(rows(1, 2)))
    watch(sessions, f"list:{KEY}", "C1")
    other, places = sessions_of(open_engine(str(sessions.kw["bind"].url))), ["C1"]

    def begin_to_watch(turn: int) -> None:
        places.append(f"C{turn + 1}")
        watch(other, f"list:{KEY}", places[-1])

    put_while(sessions, edition(rows(1, 2, 3), "2024-01-05"), begin_to_watch)
    assert len(places) == 1 + 2 * COMPOSED_AT_MOST  # one that reads and one that writes, until it writes
    assert {place: told(sessions, place) for place in places} == {
        place: ["OFAC SDN list, 5 Jan 2024: 1 designated."] for place in places
    }


def test_an_edition_that_another_overtook_is_not_written_and_not_told(sessions: Store) -> None:
    put(sessions, edition(rows(1, 2)))
    watch(sessions, f"list:{KEY}", "C1")
    other = sessions_of(open_engine(str(sessions.kw["bind"].url)))
    first = edition(rows(1, 2, 3), "2024-01-05")
    outcome = put_while(sessions, edition(rows(1, 2, 3, 4), "2024-01-05"), lambda _: put(other, first) and None)
    assert (outcome.status, outcome.reason) == (
        "refused",
        "Another edition of the OFAC SDN list was loaded meanwhile: load this again.",
    )
    assert told(sessions, "C1") == ["OFAC SDN list, 5 Jan 2024: 1 designated."]


def test_nothing_is_read_of_a_list_while_an_edition_is_written(sessions: Store) -> None:
    load_starter_content(sessions, NOON)
    put(sessions, edition(rows(1, 2)))
    for what in (f"list:{KEY}", "entity:ofac-3", "option:B"):
        watch(sessions, what, "C1")
    said: list[str] = []

    def executes(connection: Connection, cursor: object, statement: str, parameters: object, *_: object) -> None:
        if connection.get_execution_options().get("begin") == "IMMEDIATE" and "SELECT entries.facts" in statement:
            said.append(f"{statement} {parameters}")

    event.listen(sessions.kw["bind"], "before_cursor_execute", executes)
    put(sessions, edition(rows(1, 2, 3), "2024-01-05"))
    assert [one for one in said if STARTER not in one] == []
    assert said  # starter facts are read and written anew there, so it looks where it should
    assert told(sessions, "C1") == ["OFAC SDN list, 5 Jan 2024: 1 designated."]
