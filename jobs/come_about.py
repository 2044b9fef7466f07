"""What of watched options has come about: in the digest of who watches them, and told when a license names somebody of
one. What comes off a list by an edition is told with the edition (`jobs.alerts`)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy.orm import Session, sessionmaker

import store.briefing
import store.telling.outbox
import store.telling.watches
from bot.answers.document import Act, Action, Answer, Card, Tone, bold, text
from bot.answers.licenses import TEXT_DECIDES, standing_of, titled
from bot.answers.option_words import standing
from bot.answers.phrases import some_names, stop
from bot.answers.sources import confidence
from bot.answers.tracked import NAMES, NOT_ITS_DOING, summary
from bot.sanctions.register import lists_of
from bot.sanctions.relief.confidential import Audience, Confidants, may_see
from bot.sanctions.relief.license import UNKNOWN, License
from bot.sanctions.relief.option import ReliefOption
from bot.sanctions.relief.tracker import Tracked
from store.database import writing
from store.snapshot.snapshot import Snapshot
from store.snapshot.snapshots import Snapshots
from store.snapshot.tracking import track
from store.telling.outbox import Outgoing
from store.telling.watches import Watch

KIND = "alert"
OPTION = "option:"
LATE = timedelta(days=30)  # after a license was written down within which it is still news


def watched_options(sessions: sessionmaker[Session], snapshots: Snapshots, watches: Sequence[Watch]) -> list[Tracked]:
    """What has come about of the options among these watches. Who is in a channel only Slack could say, and a job does
    not ask: to it a confidential option does not exist."""
    wanted = {watch.what.removeprefix(OPTION) for watch in watches if watch.what.startswith(OPTION)}
    if not wanted:
        return []
    snapshot = snapshots.newest()
    open_ones = [
        one for one in snapshot.options if one.key in wanted and may_see(one, Audience(place=""), Confidants())
    ]
    found = (track(one, sessions, snapshot) for one in open_ones)
    return [one for one in found if one is not None]


def news_of(found: Sequence[Tracked], lists: Sequence[str], since: datetime, licenses: Sequence[License]) -> list[Card]:
    """A card for each option of which something has come about, and of that something since: an edition landed on one
    of its `lists`, or a license was issued that names somebody of it."""
    recent = {one.key for one in licenses if one.issued != UNKNOWN and one.issued >= since.date().isoformat()}
    return [
        _card(one)
        for one in found
        if (one.came.any and lists_of(one.made.option.jurisdiction) & set(lists))
        or any(recent & set(keys) for keys in one.came.licensed.values())
    ]


def _card(found: Tracked) -> Card:
    key = found.made.option.key
    return Card(
        headline=text(bold(f"Come about of option {key} ({standing(found.made.option)}): "), summary(found)),
        fine=(text(NOT_ITS_DOING),),
        tone=Tone.DRAFT,
        actions=(_ask(key), _stop(key)),
        options=(key,),
    )


def tell_licensed(sessions: sessionmaker[Session], snapshots: Snapshots, now: datetime) -> int:
    """One turn: queue what is to be told of licenses, written down since the watch began and issued since the option
    was made, that name somebody of a watched option; how many messages that are. Each is told once."""
    with sessions() as session:
        watches = [one for one in store.telling.watches.all_watches(session) if one.what.startswith(OPTION)]
        written = store.briefing.licenses_written(session) if watches else {}
    newest = max(written.values(), default=now - LATE)
    if all(newest <= max(watch.at, now - LATE) for watch in watches):
        return 0
    alerts = alerts_for(watched_options(sessions, snapshots, watches), watches, written, snapshots.newest(), now)
    if not alerts:
        return 0
    with writing(sessions) as session:
        return store.telling.outbox.queue(session, alerts, now)


def alerts_for(
    found: Sequence[Tracked], watches: Sequence[Watch], written: dict[str, datetime], snapshot: Snapshot, now: datetime
) -> list[Outgoing]:
    """One message for each license and place. `written`: when a license was last written down here, by its key."""
    alerts = []
    by_key = {one.made.option.key: one for one in found}
    for watch in watches:
        tracked = by_key.get(watch.what.removeprefix(OPTION))
        if tracked is None:
            continue
        named: dict[str, list[str]] = {}
        for entity_id, keys in tracked.came.licensed.items():
            for key in keys:
                named.setdefault(key, []).append(tracked.names[entity_id])
        for key, names in named.items():
            if key in written and written[key] > max(watch.at, now - LATE):
                unique = f"licensed {watch.team} {watch.place} {watch.what} {key}"
                answer = licensed(snapshot.content.licenses[key], tracked.made.option, names, snapshot, now)
                alerts.append(Outgoing(unique, watch.team, watch.place, KIND, answer))
    return alerts


def licensed(license: License, option: ReliefOption, names: Sequence[str], snapshot: Snapshot, now: datetime) -> Answer:
    """A license that names parties whom an option selects."""
    whom = stop(some_names(names, NAMES))
    stands = standing_of(license, now.date().isoformat(), snapshot.content.licenses)
    card = Card(
        headline=text(
            bold(f"{titled(license)} names {len(names):,} of those whom option {option.key} selects"),
            f" ({standing(option)}).",
        ),
        lines=(
            text(bold("Names: "), whom),
            text(f"{stands}. {confidence(license.confidence)}."),
            text(bold("Authorizes: "), license.authorizes),
        ),
        fine=(text(f"{TEXT_DECIDES} {NOT_ITS_DOING}"),),
        tone=Tone.DRAFT,
        actions=(
            Action(Act.ASK, license.key[:60], f"what does {license.key} say?", f"What {license.key} says"),
            _ask(option.key),
            _stop(option.key),
        ),
        options=(option.key,),
    )
    return Answer(kind=KIND, cards=(card,))


def _ask(key: str) -> Action:
    asked = f"what of option {key} has come about?"
    return Action(Act.ASK, "Come about since", asked, f"What of option {key} has come about since it was made")


def _stop(key: str) -> Action:
    return Action(Act.UNWATCH, "Stop watching", f"{OPTION}{key}", f"Stop watching option {key}")
