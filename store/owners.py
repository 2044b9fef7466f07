"""Who set up what is watched in channels, and their digests."""

from __future__ import annotations

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from store.tables.telling import SubscriptionRow, WatchRow

NOBODY = ""  # the channel itself


def owners(session: Session) -> list[tuple[str, str]]:
    """Team and id of everybody who set up something in a place that is not their own conversation."""
    found = {
        (row.team, row.who)
        for table in (WatchRow, SubscriptionRow)
        for row in session.execute(select(table.team, table.who, table.place).distinct())
        if row.team and row.who != NOBODY and row.who != row.place
    }
    return sorted(found)


def hand_over(session: Session, team: str, who: str) -> list[str]:
    """From now on what somebody set up in channels is nobody's own; in which places that was."""
    places: set[str] = set()
    for table in (WatchRow, SubscriptionRow):
        theirs = (table.team == team) & (table.who == who) & (table.place != who)
        changed = update(table).where(theirs).values(who=NOBODY).returning(table.place)
        places |= set(session.scalars(changed, execution_options={"synchronize_session": False}))
    return sorted(places)
