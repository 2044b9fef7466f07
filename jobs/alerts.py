"""Who is told what when an edition changes entries. Decided from values alone, then queued with the edition."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

import store.lists.editions
import store.lists.listings
import store.options
import store.telling.outbox
import store.telling.watches
from bot.answers.document import Act, Action, Answer, Card, Text, bold, text
from bot.answers.phrases import count, day, edition_note, listed
from bot.lists.publishers import known_list, title_of
from bot.sanctions.changes.comparison import Change, ChangeKind
from bot.sanctions.files.programs import programs_ended
from bot.sanctions.relief.confidential import Audience, Confidants, may_see
from bot.sanctions.standing import AsOf
from jobs.changed import Now, list_card, party_card, program_card, tally, where
from jobs.reach import Reach, option_card, reaches
from store.lists.landed import Landed, landed_last
from store.telling.outbox import Outgoing
from store.telling.watches import Watch

KIND = "alert"
SURE = "Nobody here will be told of it any more."
CARDS = 8  # parties, or programs, with a card of their own; more of them are lines of one card
LINES = 20


def queue_alerts(session: Session, list: str, now: datetime) -> int:
    """Queue, in this transaction, the alerts of the edition of a list that was just written; how many they are.

    A first edition of a list announces nothing. Watches of a party under a new number go with it.
    """
    landed = landed_last(session, list)
    if landed is None or not landed.changes:
        return 0
    watches = store.telling.watches.all_watches(session)
    stand = now_of(session, landed.changes, [watch.what for watch in watches], now)
    alerts = alerts_for(landed, watches, _reaches(session, landed, watches), stand, now)
    for change in landed.changes:
        if change.kind is ChangeKind.REKEYED:
            store.telling.watches.follow(session, f"entity:{change.was}", f"entity:{change.entity_id}")
    return store.telling.outbox.queue(session, alerts, now)


def alerts_for(
    landed: Landed,
    watches: Sequence[Watch],
    reach: Mapping[str, Reach],
    stand: Now,
    now: datetime,
) -> list[Outgoing]:
    """One message for each place that watches anything which the edition changed.

    `reach`: how the edition changed the options, by key; `stand`: how the watched parties stand now.
    """
    places: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for watch in watches:
        places[(watch.team, watch.place)].append(watch.what)
    alerts = []
    for (team, place), watched in places.items():
        cards = watched_cards(watched, landed, reach, stand)
        if cards:
            key = f"alert {team} {place} {landed.edition.list} {landed.edition.edition}"
            whole = f"list:{landed.edition.list}" in watched
            alerts.append(Outgoing(key, team, place, KIND, alert(landed, cards, whole=whole, now=now)))
    return alerts


def watched_cards(watched: Sequence[str], landed: Landed, reach: Mapping[str, Reach], stand: Now) -> list[Card]:
    """What the edition changed of what is watched: the list as a whole, then parties, options, programs."""
    keys = {kind: [what.partition(":")[2] for what in watched if what.startswith(f"{kind}:")] for kind in KINDS}
    parties = (party_card(one, landed, stand) for one in dict.fromkeys(keys["entity"]))
    programs = (program_card(one, landed, _stop("program", one)) for one in dict.fromkeys(keys["program"]))
    here = landed.edition.list
    return [
        *([list_card(landed, _stop("list", here))] if here in keys["list"] and landed.changes else []),
        *_few([card for card in parties if card], "watched parties changed", landed),
        *(option_card(reach[key]) for key in keys["option"] if key in reach),
        *_few([card for card in programs if card], "watched programs changed", landed),
    ]


KINDS = ("list", "entity", "option", "program")


def alert(landed: Landed, cards: Sequence[Card], *, whole: bool, now: datetime) -> Answer:
    """The message. `whole`: the list itself is watched, so that its counts are said already."""
    lists = (landed.edition.list,)
    return Answer(
        kind=KIND,
        cards=tuple(cards),
        lists=lists,
        editions=(edition_note(landed.edition, now),),
        fine=(
            *(() if whole else (text(f"The edition as a whole: {tally(landed.changes)}."),)),
            *lacking(landed),
            source(landed),
        ),
        facts={"counts": dict(Counter(change.kind.value for change in landed.changes))},
    )


def source(landed: Landed) -> Text:
    """The last line of an alert: source and date."""
    known = known_list(landed.edition.list)
    before = f", compared with that of {day(landed.previous.published)}" if landed.previous else ""
    return text(f"Source: {known.publisher}: {known.title}, edition of {day(landed.edition.published)}{before}.")


def lacking(landed: Landed) -> tuple[Text, ...]:
    if not landed.edition.missing:
        return ()
    files = listed(landed.edition.missing)
    return (text(f"The edition came without {files}: what they would say was not compared."),)


def _few(cards: list[Card], words: str, landed: Landed) -> list[Card]:
    """A card for each, or one card with a line for each where they are many."""
    if len(cards) <= CARDS:
        return cards
    lines = [text("• ", *(run.text for run in card.headline)) for card in cards[:LINES]]
    more = [text(f"And {len(cards) - LINES:,} more.")] if len(cards) > LINES else []
    headline = text(bold(f"{where(landed)}: {count(len(cards), words, words)}."))
    return [Card(headline=headline, lines=(*lines, *more))]


def _stop(kind: str, key: str) -> tuple[Action, ...]:
    called = f"the {title_of(key)}" if kind == "list" else key
    return (Action(Act.UNWATCH, "Stop watching", f"{kind}:{key}", f"Stop watching {called}", SURE),)


def _reaches(session: Session, landed: Landed, watches: Sequence[Watch]) -> dict[str, Reach]:
    """Seconds of work, so only where somebody watches an option. Who is in a channel only Slack could say, and a job
    does not ask: to it a confidential option does not exist."""
    wanted = {watch.what.partition(":")[2] for watch in watches if watch.what.startswith("option:")}
    if not wanted:
        return {}
    known = [one for one in store.options.options_now(session) if may_see(one, Audience(place=""), Confidants())]
    options = [option for option in known if option.key in wanted]
    return reaches(options, landed, [*store.lists.listings.listings_now(session)]) if options else {}


def now_of(session: Session, changes: Iterable[Change], watched: Iterable[str], now: datetime) -> Now:
    """How the watched parties stand that an edition changed, over all lists."""
    wanted = {what.partition(":")[2] for what in watched if what.startswith("entity:")}
    ids = sorted({change.entity_id for change in changes if wanted & {change.entity_id, change.was}})
    as_of = AsOf.of(store.lists.editions.current_editions(session), programs_ended(), now.date())
    return Now({one: store.lists.listings.listings_of(session, one) for one in ids}, as_of)
