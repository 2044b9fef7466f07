"""Who is told what when an edition changes entries. Composed before the edition is written, and queued with it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

import store.lists.editions
import store.lists.listings
import store.options
import store.telling.watches
from bot.answers.document import Act, Action, Answer, Card, Text, bold, text
from bot.answers.phrases import count, day, edition_note, listed
from bot.lists.publishers import known_list, title_of
from bot.sanctions.changes.comparison import Change, ChangeKind
from bot.sanctions.files.programs import programs_ended
from bot.sanctions.listing import Edition, Listing
from bot.sanctions.relief.confidential import Audience, Confidants, may_see
from bot.sanctions.relief.option import ReliefOption
from bot.sanctions.standing import AsOf
from jobs.changed import Now, list_card, party_card, program_card, tally, where
from jobs.reach import Reach, option_card, reaches
from store.lists.landed import Landed
from store.telling.outbox import Outgoing
from store.telling.watches import Watch

KIND = "alert"
SURE = "Nobody here will be told of it any more."
CARDS = 8  # parties, or programs, with a card of their own; more of them are lines of one card
LINES = 20


@dataclass(frozen=True, slots=True)
class Basis:
    """What the alerts of an edition rest on beside it: what is watched, the watched options and, where there
    are any, the others `beside` them, the other lists.

    Who is in a channel only Slack could say, and a job does not ask: to it a confidential option does not exist.
    """

    watches: tuple[Watch, ...]
    options: tuple[ReliefOption, ...]
    beside: tuple[ReliefOption, ...]
    editions: tuple[Edition, ...]


def basis_of(session: Session, list: str) -> Basis:
    """The basis for an edition of a list, as it is now."""
    watches = store.telling.watches.all_watches(session)
    wanted = {watch.what.partition(":")[2] for watch in watches if watch.what.startswith("option:")}
    every = store.options.options_now(session) if wanted else []
    known = [one for one in every if may_see(one, Audience(place=""), Confidants())]
    options = tuple(one for one in known if one.key in wanted)
    beside = tuple(one for one in known if one.key not in wanted) if options else ()
    editions = (one for one in store.lists.editions.current_editions(session) if one.list != list)
    return Basis(tuple(watches), options, beside, tuple(editions))


def compose(
    session: Session, landed: Landed, listings: Sequence[Listing], basis: Basis, now: datetime
) -> list[Outgoing]:
    """The alerts of an edition that is decided and not written yet. `listings`: all of the edition; of the other lists
    they are read. A first edition of a list announces nothing.

    With a watched option it is seconds of work, so it is no part of the transaction that writes the edition.
    """
    if not landed.changes or not basis.watches:
        return []
    ids = watched_ids(landed.changes, [watch.what for watch in basis.watches])
    own = {one.entity_id: one for one in listings if one.entity_id in ids}
    stand = Now(
        {one: _in_order(_others(store.lists.listings.listings_of(session, one), landed), own.get(one)) for one in ids},
        AsOf.of((*basis.editions, landed.edition), programs_ended(), now.date()),
    )
    reach: Mapping[str, Reach] = {}
    if basis.options:
        others = store.lists.listings.listings_now(session, [one.list for one in basis.editions])
        reach = reaches(basis.options, landed, _in_order(_others(others, landed), *listings), basis.beside)
    return alerts_for(landed, basis.watches, reach, stand, now)


def _others(listings: Iterable[Listing], landed: Landed) -> list[Listing]:
    """Those of other lists; starter facts of this one are gone when it lands."""
    here = landed.edition.list
    return [one for one in listings if here not in (one.list, one.taken_from)]


def _in_order(others: Iterable[Listing], *own: Listing | None) -> list[Listing]:
    """As the store gives them: list by list."""
    return sorted((*others, *(one for one in own if one)), key=lambda listing: listing.list)


def follow_new_numbers(session: Session, changes: Iterable[Change]) -> None:
    """Watches of a party under a new number go with it."""
    for change in changes:
        if change.kind is ChangeKind.REKEYED:
            store.telling.watches.follow(session, f"entity:{change.was}", f"entity:{change.entity_id}")


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


def watched_ids(changes: Iterable[Change], watched: Iterable[str]) -> list[str]:
    """The watched parties that an edition changed, by the ids that they have now."""
    wanted = {what.partition(":")[2] for what in watched if what.startswith("entity:")}
    return sorted({change.entity_id for change in changes if wanted & {change.entity_id, change.was}})


def now_of(session: Session, changes: Iterable[Change], watched: Iterable[str], now: datetime) -> Now:
    """How the watched parties stand that an edition changed, over all lists."""
    ids = watched_ids(changes, watched)
    as_of = AsOf.of(store.lists.editions.current_editions(session), programs_ended(), now.date())
    return Now({one: store.lists.listings.listings_of(session, one) for one in ids}, as_of)
