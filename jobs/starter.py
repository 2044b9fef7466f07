"""What a new installation begins with: the starter facts, which go, list by list, as real ones land, which is told
where somebody asked on them; and options and a briefing, which users replace with their own."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta
from importlib import resources

from sqlalchemy.orm import Session, sessionmaker

import store.asking.questions
import store.briefing
import store.options
from bot.answers.document import Act, Action, Answer, Card, bold, text
from bot.answers.phrases import count, day
from bot.lists.publishers import title_of
from bot.lists.starter import STARTER, starter_listings
from bot.sanctions.changes.comparison import Comparison
from bot.sanctions.files.briefing import read_briefing
from bot.sanctions.files.options import read_options
from bot.sanctions.listing import Edition, Listing
from store.database import writing
from store.dialect import hold
from store.lists.editions import current_editions
from store.lists.landed import Landed
from store.lists.listings import listings_now
from store.lists.loading import apply_edition, prepare, remove_list
from store.telling.outbox import Outgoing

BY = "starter content"
ARRIVED = "arrived"
ASKED_WITHIN = timedelta(days=1)
_NOTHING = Comparison((), (), (), ())  # starter facts are never compared with an edition


def load_starter(sessions: sessionmaker[Session], now: datetime) -> int:
    """Offer the starter facts of every list that has no edition yet; how many there are now."""
    with writing(sessions) as session:
        hold(session, f"list {STARTER}")
        loaded = {edition.list for edition in current_editions(session)}
        facts = [listing for listing in starter_listings() if listing.taken_from not in loaded]
        if facts != list(listings_now(session, [STARTER])):
            _write(session, facts, now)
    return len(facts)


def drop_starter(session: Session, key: str, now: datetime) -> None:
    """Take away the starter facts of a list, for a real edition of it lands in this transaction."""
    if key == STARTER:
        return
    facts = list(listings_now(session, [STARTER]))
    left = [listing for listing in facts if listing.taken_from != key]
    if len(left) < len(facts):
        _write(session, left, now)


def _write(session: Session, facts: Collection[Listing], now: datetime) -> None:
    """Starter facts have no history: they are written anew, or are gone."""
    remove_list(session, STARTER)
    if not facts:
        return
    digest = hashlib.sha256(repr(list(facts)).encode()).hexdigest()
    published = min(listing.taken_on for listing in facts)
    edition = Edition(
        list=STARTER,
        edition=f"{published}-{digest[:8]}",
        published=published,
        fetched_at=now.isoformat(timespec="seconds"),
        entries=len(facts),
        sha256=digest,
    )
    apply_edition(session, prepare(edition, facts, _NOTHING, {}), now)


def load_starter_content(sessions: sessionmaker[Session], now: datetime) -> None:
    """Store the illustrative options, the briefing and the licenses where there are none yet. An installation that
    began before licenses were shipped gets them, and the statements that it lacks; what it holds stays as it is."""
    with writing(sessions) as session:
        if not store.options.options_now(session):
            for option in read_options(packaged("options.yml"), "options.yml"):
                store.options.save_option(session, option, BY, "first start", now)
        if not store.briefing.licenses(session):
            held = {statement.id for statement in store.briefing.statements(session)}
            for name in ("briefing.yml", "licenses.yml"):
                shipped = read_briefing(packaged(name), name)
                new = tuple(one for one in shipped.statements if one.id not in held)
                store.briefing.save_briefing(session, replace(shipped, statements=new), now, BY)


def packaged(name: str) -> str:
    return (resources.files("bot") / "data" / "relief" / name).read_text(encoding="utf-8")


def arrivals(session: Session, landed: Landed, now: datetime) -> list[Outgoing]:
    """One to each place where something was asked since yesterday; none where a list was in force before, or where no
    starter set stood in."""
    stood_in = any(edition.list == STARTER for edition in current_editions(session))
    if landed.previous is not None or not stood_in:
        return []
    asked = store.asking.questions.asked_since(session, now - ASKED_WITHIN)
    places = sorted({(one.team, one.place or one.who) for one in asked if one.team and (one.place or one.who)})
    key = f"{ARRIVED} {landed.edition.list} {landed.edition.edition}"
    return [Outgoing(f"{key} {team} {place}", team, place, ARRIVED, _in(landed)) for team, place in places]


def _in(landed: Landed) -> Answer:
    edition = landed.edition
    entries = count(edition.entries, "entry", "entries")
    says = f"The {title_of(edition.list)} of {day(edition.published)} is in: {entries}."
    card = Card(
        headline=text(bold(says), " What you asked before rested on noted facts alone: ask it again."),
        actions=(Action(Act.ASK, "How fresh are the lists?", "how fresh are your lists?"),),
    )
    return Answer(kind=ARRIVED, cards=(card,))
