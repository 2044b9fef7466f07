"""What of an option has come about since a version of it was made: read from the editions that it was made on."""

from __future__ import annotations

from sqlalchemy.orm import Session, sessionmaker

import store.lists.changes
import store.lists.editions
import store.lists.listings
import store.options
from bot.sanctions.changes.comparison import ChangeKind
from bot.sanctions.display import readable
from bot.sanctions.register import Register, lists_of, stands_on
from bot.sanctions.relief.impact import evaluate
from bot.sanctions.relief.license import UNKNOWN
from bot.sanctions.relief.lifecycle import Made
from bot.sanctions.relief.option import ReliefOption
from bot.sanctions.relief.tracker import Tracked, come_about
from store.snapshot.snapshot import Snapshot


def track(option: ReliefOption, sessions: sessionmaker[Session], snapshot: Snapshot) -> Tracked | None:
    """Of the version that the snapshot has; None where none of its lists is loaded. Kept with the snapshot."""
    if not lists_of(option.jurisdiction) & set(snapshot.register.by_list):
        return None
    key = (option.key, option.version)
    found: Tracked | None = snapshot.tracked.get(key)
    if found is None:
        with sessions() as session:
            versions = store.options.versions(session, option.key)
            made = next(one for one in versions if one.option.version == option.version)
            found = snapshot.tracked[key] = tracked(session, made, snapshot)
    return found


def tracked(session: Session, made: Made, snapshot: Snapshot) -> Tracked:
    """Of one version. Reads the editions that it was made on where later ones are in force: a second for a large
    list."""
    own = lists_of(made.option.jurisdiction)
    then = {n: e for n, e in store.lists.editions.editions_at(session, made.at).items() if e.list in own}
    now = tuple(edition for edition in snapshot.editions if edition.list in own)
    changed = {n: e for n, e in then.items() if e != snapshot.edition(e.list)}
    before = snapshot.register
    if changed:
        gone = {edition.list for edition in changed.values()}
        kept = [one for one in snapshot.register.listings if stands_on(one) not in gone]
        before = Register.of([*kept, *store.lists.listings.listings_in(session, changed)])
    came = come_about(
        evaluate(made.option, before),
        before,
        snapshot.register,
        moved=_moved(session, [e.list for e in changed.values()]),
        licensed=_licensed(made, snapshot),
        covered={one for impact in snapshot.impacts.values() for one in impact.covered},
    )
    told_of = (*came.delisted, *came.lifted, *came.amended, *came.licensed, *came.off_elsewhere)
    names = {one: _readable(one, snapshot.register, before) for one in told_of}
    return Tracked(made, came, tuple(then.values()), now, names)


def _readable(entity_id: str, *registers: Register) -> str:
    """The name to read, by the first of the registers that holds the party."""
    listing = next(one.by_id[entity_id][0] for one in registers if entity_id in one.by_id)
    return readable(listing.name, listing.schema)


def _moved(session: Session, lists: list[str]) -> dict[str, str]:
    """Parties that are under a new number: old to new."""
    if not lists:
        return {}
    found = (one.change for one in store.lists.changes.changes_between(session, lists=lists))
    return {one.was: one.entity_id for one in found if one.kind is ChangeKind.REKEYED and one.was}


def _licensed(made: Made, snapshot: Snapshot) -> dict[str, tuple[str, ...]]:
    """The licenses issued since the day on which the version was made, by the parties that they name."""
    day = made.at.date().isoformat()
    found: dict[str, tuple[str, ...]] = {}
    for license in snapshot.content.licenses.values():
        if license.issued == UNKNOWN or license.issued < day:
            continue
        for name in license.parties:
            for one in snapshot.named.by_name[name].entity_ids:
                found[one] = (*found.get(one, ()), license.key)
    return found
