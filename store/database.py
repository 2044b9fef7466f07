"""Opening a database, SQLite or PostgreSQL, and bringing its schema up to date."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, NullPool, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, InterfaceError, OperationalError, ProgrammingError, SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker

from bot.errors import BadInput, Unreachable
from store.dialect import is_postgresql

Result = TypeVar("Result")
MIGRATIONS = Path(__file__).resolve().parent / "migrations"
BUSY_SECONDS = 30  # a whole list is written in one transaction: others that write wait for it, those that read do not
RESTED_SECONDS = 2.0  # since a file was written, before its time tells: a second write may leave the same time soon
MIGRATING = 7_310_452_186  # any number; the advisory lock that migrations on PostgreSQL take


def open_engine(url: str) -> Engine:
    """An engine for a database URL: `sqlite:///path` or `postgresql://...` (`postgres://` too, as Heroku writes it).

    Makes the folder of a SQLite file. Raises BadInput for an address that is neither.
    """
    try:
        address = make_url(url)
    except (ArgumentError, ValueError) as error:  # the latter of a port that is no number
        raise BadInput("DATABASE_URL is not a database address: sqlite:///FILE or postgresql://...") from error
    kind = address.drivername.partition("+")[0]
    if kind in ("postgres", "postgresql"):
        return create_engine(address.set(drivername="postgresql+psycopg"), pool_pre_ping=True)
    if kind == "sqlite":
        return _open_sqlite(address)
    raise BadInput(f"DATABASE_URL names {kind}: only sqlite and postgresql are supported.")


def sessions(engine: Engine) -> sessionmaker[Session]:
    """What opens sessions. `with factory.begin() as session:` commits at its end."""
    return sessionmaker(engine, expire_on_commit=False)


@contextmanager
def writing(factory: sessionmaker[Session]) -> Iterator[Session]:
    """A session that may read first and write after; commits at its end.

    SQLite refuses a write in a transaction that has read what another has since changed, however long one waits;
    so this one takes the right to write from the start. On PostgreSQL it is a plain transaction.
    """
    with _reachable(), factory.begin() as session:
        session.connection(execution_options={"begin": "IMMEDIATE"})
        yield session


def patiently(do: Callable[[], Result], seconds: float) -> Result:
    """What `do` gives; tried for so long while the database is away or held by others. Raises what it raised last."""
    until = time.monotonic() + seconds
    while True:
        try:
            return do()
        except (Unreachable, SQLAlchemyError) as error:
            away = isinstance(error, Unreachable) or is_away(error)
            if not away or time.monotonic() > until:
                raise
            time.sleep(0.5)


def writing_patiently(factory: sessionmaker[Session], do: Callable[[Session], Result], seconds: float) -> Result:
    """What `do` gives, written; tried for so long while the database is away or held by others. Raises Unreachable."""

    def written() -> Result:
        with writing(factory) as session:
            return do(session)

    return patiently(written, seconds)


@contextmanager
def reading(factory: sessionmaker[Session]) -> Iterator[Session]:
    """A session that sees what was there when it first read, whole, whatever others write meanwhile.

    On SQLite every transaction does; PostgreSQL must be asked to.
    """
    with _reachable(), factory() as session:
        if is_postgresql(session):
            session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
        yield session


def last_write(factory: sessionmaker[Session]) -> tuple[int, ...] | None:
    """What is another once anything has been written to a SQLite file, its log of writes told with it: to ask costs
    next to nothing. None where that does not tell: of a server, and of a file that was written just now."""
    engine = factory.kw["bind"]
    if engine.dialect.name != "sqlite":
        return None
    try:
        file = os.stat(engine.url.database)
    except OSError:  # whoever opens it says what is wrong
        return None
    log = Path(f"{engine.url.database}-wal")
    try:
        logged = log.stat() if log.exists() else None
    except OSError:  # gone meanwhile: somebody has just closed the file
        return None
    size, at = (logged.st_size, logged.st_mtime_ns) if logged and logged.st_size else (0, 0)
    rested = time.time() - max(file.st_mtime_ns, at) / 1e9 > RESTED_SECONDS
    return (file.st_ino, file.st_size, file.st_mtime_ns, size, at) if rested else None


@contextmanager
def answering(factory: sessionmaker[Session]) -> Iterator[Session]:
    """A session for whoever asks whether the database answers at all. Raises Unreachable where it does not."""
    try:
        with factory() as session:
            yield session
    except SQLAlchemyError as error:
        raise Unreachable(str(error).splitlines()[0]) from error


@contextmanager
def _reachable() -> Iterator[None]:
    """A database that is gone, or held by others for too long, is one error of ours; nothing was written then."""
    try:
        yield
    except (OperationalError, InterfaceError) as error:
        raise Unreachable(
            "The database does not answer, or is being written by others. Try again in a moment."
        ) from error


def is_away(error: BaseException) -> bool:
    """Whether the database is what failed, at a plain read too: it was stopped, or killed."""
    return isinstance(error, OperationalError | InterfaceError)


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Bring the schema up to date. Two processes may do so at once: the second waits, and finds it done.

    Raises Unreachable where the database does not answer, BadInput where a newer bot has changed its schema.
    """
    with _migrating(engine) as config:
        try:
            command.upgrade(config, revision)
        except CommandError as error:
            raise BadInput(f"The database belongs to a newer version of the bot: {error}") from error


def downgrade(engine: Engine, revision: str) -> None:
    """Take the schema back to a revision, or to nothing (`base`), in which case all content is lost."""
    with _migrating(engine) as config:
        command.downgrade(config, revision)


def folder_beside(url: str) -> Path | None:
    """Where files that go with a database may lie: in the folder of a SQLite file, in `./var` for a server, nowhere
    (None) for a database in memory."""
    address = make_url(url)
    if not address.drivername.startswith("sqlite"):
        return Path("var")
    in_memory = address.database in (None, "", ":memory:") or address.query.get("mode") == "memory"
    return None if in_memory else Path(str(address.database)).parent


def missing_file(url: str) -> Path | None:
    """The SQLite file that an address names, where there is none yet."""
    try:
        address = make_url(url)
    except ArgumentError:
        return None  # no address at all: opening it says so
    named = address.drivername.startswith("sqlite") and address.database not in (None, "", ":memory:")
    path = Path(str(address.database))
    return path if named and not path.exists() else None


@contextmanager
def _migrating(engine: Engine) -> Iterator[Config]:
    """One transaction, and one process at a time: both databases take back a schema change that fails half-way."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with _connected(engine) as connection, _without_cascades(connection), connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATING})
        config.attributes["connection"] = connection
        yield config
        _whole(connection)


@contextmanager
def _without_cascades(connection: Connection) -> Iterator[None]:
    """SQLite cannot alter a table: alembic makes it anew and drops the old one, and with foreign keys on that would
    delete every row that refers to it. The pragma counts for this connection, outside of a transaction."""
    if connection.dialect.name != "sqlite":
        yield
        return
    raw = connection.connection.driver_connection
    assert raw is not None
    raw.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        raw.execute("PRAGMA foreign_keys = ON")


def _whole(connection: Connection) -> None:
    """No row may refer to one that a migration lost: then it is taken back."""
    if connection.dialect.name == "sqlite" and (lost := connection.exec_driver_sql("PRAGMA foreign_key_check").all()):
        raise BadInput(f"The schema could not be brought up to date: {len(lost)} rows of {lost[0][0]} would be lost.")


@contextmanager
def _connected(engine: Engine) -> Iterator[Connection]:
    try:
        connection = engine.connect()
    except (OperationalError, ProgrammingError) as error:  # the latter of an option that nobody knows
        where = engine.url.set(query={}).render_as_string(hide_password=True)  # an option may be a password too
        raise Unreachable(f"The database {where} could not be opened: {error.orig}") from error
    with connection:
        yield connection.execution_options(begin="IMMEDIATE")


def _open_sqlite(address: URL) -> Engine:
    if not address.database or address.database == ":memory:":
        raise BadInput("DATABASE_URL must name a SQLite file, as in sqlite:///var/bot.db.")
    make_private(Path(address.database))
    # Opening a file costs little, and a connection that is not kept is never shared by two threads.
    engine = create_engine(address, poolclass=NullPool, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def make_private(path: Path) -> None:
    """A file that only its owner may read and write, made if it is not there, and its folder. What SQLite puts beside
    the database has the same rights. Raises BadInput where the file or its folder cannot be made."""
    try:
        path.parent.mkdir(parents=True, mode=0o700, exist_ok=True)  # another may make it at the same time
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        if path.stat().st_mode & 0o077 and path.stat().st_uid == os.getuid():
            path.chmod(0o600)
    except OSError as error:
        raise BadInput(f"The database {path} cannot be opened: {error.strerror}.") from error


def _prepare_sqlite(connection: Any, _: object) -> None:
    connection.isolation_level = None  # the driver would begin late and end early, around schema changes
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    _write_ahead(cursor)
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA secure_delete = ON")  # what is forgotten is not left in the file; not every build does so
    cursor.close()


def _write_ahead(cursor: sqlite3.Cursor) -> None:
    """The log of the file is written ahead, so that readers do not wait. Two who open a new file at once both want the
    switch, and SQLite refuses one of them at once, whatever its timeout, lest each wait for the other: it asks again.
    """
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            if cursor.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
                cursor.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            busy = error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
            if not busy or time.monotonic() > until:
                raise
            time.sleep(0.01)


def _begin_sqlite(connection: Connection) -> None:
    mode = connection.get_execution_options().get("begin", "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {mode}")
