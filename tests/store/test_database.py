from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, sessionmaker

from bot.answers.document import Act, Action, Answer, Card
from bot.answers.document import text as words
from bot.errors import BadInput, Unreachable
from bot.sanctions.changes.comparison import ChangeKind
from store.database import downgrade, folder_beside, open_engine, reading, sessions, upgrade, writing
from store.dialect import hold
from store.lists.changes import changes_between
from store.lists.editions import index_version
from store.lists.listings import listings_now
from store.tables.base import Base
from store.tables.briefing import SEARCH
from store.telling import outbox
from store.telling.outbox import Outgoing
from tests.builders import a_person
from tests.databases import a_database
from tests.store.builders import NOON, a_change, load
from tests.store.conftest import opened


def tables(url: str) -> set[str]:
    """But for those that a database keeps for itself."""
    with opened(url) as engine:
        names = set(inspect(engine).get_table_names()) - {"alembic_version", "sqlite_sequence"}
    return {name for name in names if not name.startswith(SEARCH)}


def is_ours(_: object, name: str | None, *__: object) -> bool:
    return not (name or "").startswith(SEARCH)


def test_migrations_go_up_down_and_up_again(empty: str):
    with opened(empty) as engine:
        upgrade(engine)
        assert tables(empty) == set(Base.metadata.tables)
        downgrade(engine, "base")
        assert tables(empty) == set()
        upgrade(engine)
        assert tables(empty) == set(Base.metadata.tables)


def test_the_migrated_schema_is_that_of_the_tables(session_factory: sessionmaker[Session]):
    with session_factory() as session:
        context = MigrationContext.configure(session.connection(), opts={"include_object": is_ours})
        assert compare_metadata(context, Base.metadata) == []


def test_upgrading_twice_changes_nothing(empty: str):
    with opened(empty) as engine:
        upgrade(engine)
        upgrade(engine)
    assert tables(empty) == set(Base.metadata.tables)


def test_processes_that_upgrade_at_the_same_time_do_not_hurt_each_other(empty: str):
    def upgrade_as_a_process_would() -> None:
        with opened(empty) as engine:
            upgrade(engine)

    with ThreadPoolExecutor(4) as pool:
        for done in [pool.submit(upgrade_as_a_process_would) for _ in range(4)]:
            done.result()
    assert tables(empty) == set(Base.metadata.tables)


def test_many_who_open_a_new_file_at_once_are_all_let_in(tmp_path: Path):
    def open_as_a_process_would(url: str) -> str:
        with opened(url) as engine, engine.connect() as connection:
            return str(connection.scalar(text("PRAGMA journal_mode")))

    for number in range(40):  # one in a hundred was refused before those refused asked again
        url = f"sqlite:///{tmp_path}/new-{number}.db"
        with ThreadPoolExecutor(8) as pool:
            assert set(pool.map(open_as_a_process_would, [url] * 8)) == {"wal"}


def test_sqlite_keeps_references_reads_while_it_is_written_and_waits_when_busy(tmp_path: Path):
    with a_database(tmp_path)() as session:
        assert session.scalar(text("PRAGMA foreign_keys")) == 1
        assert session.scalar(text("PRAGMA journal_mode")) == "wal"
        assert session.scalar(text("PRAGMA busy_timeout")) == 30_000
        assert session.scalar(text("PRAGMA secure_delete")) == 1


def test_what_is_read_and_then_written_is_not_refused_when_another_wrote_between(tmp_path: Path):
    factory = a_database(tmp_path)

    def count_up(_: int) -> None:
        with writing(factory) as session:
            seen = session.scalar(text("SELECT count(*) FROM seen_events"))
            session.execute(text("INSERT INTO seen_events (key, at) VALUES (:key, '2026-11-23')"), {"key": str(seen)})

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(count_up, range(40)))
    with factory() as session:
        assert session.scalar(text("SELECT count(*) FROM seen_events")) == 40


@pytest.mark.parametrize(
    "url", ["postgres://bot@db/sanctions", "postgresql://bot@db/sanctions", "postgresql+psycopg2://bot@db/sanctions"]
)
def test_every_way_to_write_a_postgresql_address_uses_psycopg_3(url: str):
    with opened(url) as engine:
        assert engine.dialect.driver == "psycopg"


@pytest.mark.parametrize(
    "url",
    ["mysql://bot@db/sanctions", "bot.db", "", "sqlite://", "sqlite:///:memory:", "postgresql://bot:hunter2@db:port/s"],
)
def test_an_address_that_cannot_be_used_is_refused_in_a_sentence(url: str):
    with pytest.raises(BadInput, match="DATABASE_URL"):
        open_engine(url)


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://bot:hunter2@127.0.0.1:1/sanctions",
        "postgresql://bot@127.0.0.1:1/sanctions?password=hunter2",
        "postgresql://bot:hunter2@127.0.0.1:1/sanctions?passwort=hunter2",
    ],
)
def test_a_database_that_does_not_answer_is_unreachable_and_its_password_stays_secret(url: str):
    with (
        opened(url) as engine,
        pytest.raises(Unreachable, match="could not be opened") as refused,
    ):
        upgrade(engine)
    assert "hunter2" not in str(refused.value)


def test_a_schema_from_a_newer_bot_is_left_alone(empty: str):
    with opened(empty) as engine:
        upgrade(engine)
        with engine.begin() as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        with pytest.raises(BadInput, match="newer version of the bot"):
            upgrade(engine)


def test_a_folder_that_cannot_be_made_is_refused_in_a_sentence(tmp_path: Path):
    (tmp_path / "file").write_text("")
    with pytest.raises(BadInput, match="cannot be opened: Not a directory"):
        open_engine(f"sqlite:///{tmp_path / 'file' / 'var' / 'bot.db'}")


def test_to_write_after_reading_what_another_has_changed_since_is_refused_in_a_sentence(tmp_path: Path):
    factory = a_database(tmp_path)
    with factory() as session:
        session.scalar(text("SELECT count(*) FROM seen_events"))
        with factory.begin() as another:
            another.execute(text("INSERT INTO seen_events (key, at) VALUES ('Ev1', '2026-11-23')"))
        with pytest.raises(Unreachable, match="Try again"):
            hold(session, "list us_ofac_sdn")


def test_a_failed_transaction_leaves_nothing_behind(session_factory: sessionmaker[Session]):
    with pytest.raises(IntegrityError), session_factory.begin() as session:
        session.execute(text("INSERT INTO seen_events (key, at) VALUES ('Ev1', '2026-11-23'), ('Ev1', '2026-11-23')"))
    with session_factory() as session:
        assert session.scalar(text("SELECT count(*) FROM seen_events")) == 0


def test_sessions_can_be_opened_on_an_engine(empty: str):
    with opened(empty) as engine, sessions(engine)() as session:
        assert session.scalar(text("SELECT 1")) == 1


def test_a_reading_session_sees_what_was_there_when_it_began_to_read(session_factory: sessionmaker[Session]):
    load(session_factory, "2023-12-27", [a_person()])
    with reading(session_factory) as session:
        before = index_version(session)
        load(session_factory, "2023-12-28", [a_person(entity_id="ofac-2")])
        assert index_version(session) == before
        assert [listing.entity_id for listing in listings_now(session)] == ["ofac-24283"]
    with reading(session_factory) as session:
        assert index_version(session) != before


@pytest.mark.parametrize(
    ("url", "folder"),
    [
        ("sqlite:///var/sanctions.db", Path("var")),
        ("sqlite:////srv/bot/sanctions.db", Path("/srv/bot")),
        ("sqlite:///sanctions.db", Path(".")),
        ("sqlite://", None),
        ("sqlite:///:memory:", None),
        ("sqlite:///file:shared?mode=memory&uri=true", None),
        ("postgresql://bot:secret@db.example/sanctions", Path("var")),
        ("postgres://db.example/sanctions", Path("var")),
    ],
)
def test_files_lie_beside_a_sqlite_file_in_var_for_a_server_and_nowhere_for_a_memory(url: str, folder: Path | None):
    assert folder_beside(url) == folder


def test_a_change_of_schema_loses_no_listing_and_no_change(session_factory: sessionmaker[Session]):
    person = a_person()
    load(session_factory, "2023-12-27", [])
    load(session_factory, "2023-12-28", [person], a_change(ChangeKind.DESIGNATED, person))
    with session_factory() as session:
        engine = session.get_bind()
    assert isinstance(engine, Engine)
    for revision in ("0006", "0004", "0001"):
        downgrade(engine, revision)
        upgrade(engine)
        with session_factory() as session:
            assert [one.entity_id for one in listings_now(session)] == [person.entity_id]
            assert [one.change.kind for one in changes_between(session)] == [ChangeKind.DESIGNATED]
            assert session.execute(text("SELECT count(*) FROM editions")).scalar_one() == 2


def test_what_waited_before_cards_had_options_tells_of_those_that_its_buttons_named(
    session_factory: sessionmaker[Session],
):
    stop = Action(Act.UNWATCH, "Stop watching", "option:S")
    cards = (
        Card(words("Secret."), actions=(stop,)),
        Card(words("Open."), actions=(replace(stop, value="list:un_sc"),)),
    )
    with writing(session_factory) as session:
        outbox.queue(session, [Outgoing("a", "T1", "C1", "alert", Answer("alert", cards))], NOON)
        engine = session.get_bind()
    assert isinstance(engine, Engine)
    downgrade(engine, "0013")
    upgrade(engine)
    with session_factory() as session:
        (waiting,) = outbox.of_place(session, "T1", "C1")
    assert [card.options for card in waiting.message.answer.cards] == [("S",), ()]
    assert [replace(card, options=()) for card in waiting.message.answer.cards] == list(cards)


def test_the_database_is_its_owners_alone(tmp_path: Path):
    path = tmp_path / "var" / "bot.db"
    with opened(f"sqlite:///{path}") as engine:
        upgrade(engine)
        with sessions(engine).begin() as session:
            hold(session, "anything")
            beside = {file.name: file.stat().st_mode & 0o777 for file in path.parent.iterdir()}
    assert beside == {"bot.db": 0o600, "bot.db-shm": 0o600, "bot.db-wal": 0o600}
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_a_database_that_others_could_read_is_closed_to_them(tmp_path: Path):
    path = tmp_path / "bot.db"
    path.touch(0o644)
    path.chmod(0o644)
    with opened(f"sqlite:///{path}") as engine:
        upgrade(engine)
    assert path.stat().st_mode & 0o777 == 0o600
