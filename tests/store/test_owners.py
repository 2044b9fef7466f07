"""Who set up what in channels, and what becomes of it when they leave."""

from __future__ import annotations

from sqlalchemy.orm import Session, sessionmaker

from store.database import writing
from store.owners import NOBODY, hand_over, owners
from store.telling.subscriptions import subscribe, subscriptions
from store.telling.watches import all_watches, watch
from tests.conftest import NOON


def set_up(sessions: sessionmaker[Session]) -> None:
    with writing(sessions) as session:
        for team, place, what, who in (
            ("T1", "C1", "list:un_sc", "U1"),
            ("T1", "C2", "option:B", "U2"),
            ("T1", "U1", "list:un_sc", "U1"),  # their own conversation
            ("T2", "C1", "list:un_sc", "U1"),  # another workspace's U1
            ("", "terminal", "list:un_sc", ""),
        ):
            watch(session, team, place, what, who, NOON)
        subscribe(session, "T1", "C3", "U1", NOON)
        subscribe(session, "T1", "U3", "U3", NOON)


def test_owners_are_those_who_set_up_something_where_others_read(session_factory: sessionmaker[Session]) -> None:
    set_up(session_factory)
    with session_factory() as session:
        assert owners(session) == [("T1", "U1"), ("T1", "U2"), ("T2", "U1")]


def test_what_somebody_set_up_in_channels_is_nobodys_and_the_rest_stays(session_factory: sessionmaker[Session]) -> None:
    set_up(session_factory)
    with writing(session_factory) as session:
        assert hand_over(session, "T1", "U1") == ["C1", "C3"]
        assert hand_over(session, "T1", "U1") == []
    with session_factory() as session:
        assert owners(session) == [("T1", "U2"), ("T2", "U1")]
        assert {(one.team, one.place): one.who for one in all_watches(session)} == {
            ("T1", "C1"): NOBODY,
            ("T1", "C2"): "U2",
            ("T1", "U1"): "U1",
            ("T2", "C1"): "U1",
        }
        assert {one.place: one.who for one in subscriptions(session)} == {"C3": NOBODY, "U3": "U3"}
