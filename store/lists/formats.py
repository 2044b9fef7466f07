"""Which formats of which lists have been read whole from their publisher (`doctor --live`)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.lists.publishers import known_list
from bot.sanctions.listing import Edition
from store.tables.lists import FormatRow


def record_read(session: Session, list: str, format: str, entries: int, published: str, now: datetime) -> None:
    """Remember that the published file of a format was read whole."""
    session.merge(FormatRow(list=list, format=format, entries=entries, published=published, at=now))
    session.flush()


def unverified(session: Session, edition: Edition) -> str:
    """The title of the format that an edition is in, where no published file of it has ever been read whole, neither in
    the tests nor from the publisher; else ""."""
    formats = known_list(edition.list).formats
    of = next((one for one in formats if one.key == edition.format), formats[0] if formats else None)
    if of is None or of.verified or of.key in formats_read(session, edition.list):
        return ""
    return of.title


def formats_read(session: Session, list: str) -> frozenset[str]:
    """The keys of the formats of a list that were read from its publisher."""
    return frozenset(session.scalars(select(FormatRow.format).where(FormatRow.list == list)))
