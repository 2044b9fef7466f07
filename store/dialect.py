"""The little that SQLite and PostgreSQL do not say alike, and what neither can hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Table, literal, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from bot.errors import BadInput, Unreachable

LONGEST_KEY = 200  # characters; PostgreSQL refuses an indexed value of more than about 2,700 bytes


def is_postgresql(session: Session) -> bool:
    return session.get_bind().dialect.name == "postgresql"


def add_if_absent(session: Session, table: Table, **values: object) -> bool:
    """Insert a row unless one with its key is there. Tells, once for all who ask at the same time, whether it did."""
    insert = postgresql.insert if is_postgresql(session) else sqlite.insert
    adding = insert(table).values(**values).on_conflict_do_nothing().returning(literal(1))
    return session.execute(adding).first() is not None


def add_those_absent(session: Session, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
    """Insert rows unless one with the same key is there."""
    insert = postgresql.insert if is_postgresql(session) else sqlite.insert
    if rows:
        session.execute(insert(table).on_conflict_do_nothing(), [dict(row) for row in rows])


def hold(session: Session, name: str) -> None:
    """Until the transaction ends, be the only one that holds this name; others who want it wait.

    Raises Unreachable where SQLite is written by others for too long, or was since this transaction read from it
    (`store.database.writing` begins one to which that does not happen).
    """
    if is_postgresql(session):
        session.execute(text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))"), {"name": name})
        return
    try:  # SQLite has one writer at a time: an update of nothing becomes it
        session.execute(text("UPDATE editions SET id = id WHERE 1 = 0"))
    except OperationalError as error:
        raise Unreachable("The database is being written by others. Try again in a moment.") from error


def storable(text: str) -> str:
    """The text without what PostgreSQL cannot hold: NUL, and halves of surrogate pairs."""
    if text.isascii() and "\0" not in text:
        return text
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def indexed(text: str) -> str:
    """The text as an index can hold it: storable, and cut."""
    return storable(text)[:LONGEST_KEY]


def a_key(text: str, what: str) -> str:
    """The text, if it can be a key. Raises BadInput where it is empty, too long, or not storable."""
    if not text or len(text) > LONGEST_KEY or storable(text) != text:
        raise BadInput(f"{what} must have 1 to {LONGEST_KEY} ordinary characters.")
    return text
