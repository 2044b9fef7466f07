"""What the briefing has on a party, beside its verdict: put on or taken off a list since our edition, as somebody said;
and the licenses that concern it. The verdict stays the list's: a statement or a license changes none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.answers.document import Act, Action, Text, bold, text
from bot.answers.licenses import standing_of, titled
from bot.answers.sources import confidence
from bot.sanctions.briefing.statement import Statement
from bot.sanctions.listing import Edition, Listing, Party
from bot.sanctions.name_key import name_key
from bot.sanctions.pronoun import pronoun
from bot.sanctions.relief.license import UNKNOWN, License, is_open
from bot.screening.query import Query, Screening
from handlers.ask import words
from store.snapshot.snapshot import Snapshot

MOST = 3
DID = {"listed": "put on {} on {}", "delisted": "taken off {} on {}"}
LISTS = {
    "us_ofac_sdn": "the SDN list",
    "us_ofac_cons": "the non-SDN list",
    "gb_uksl": "the UK list",
    "eu_fsf": "the EU list",
    "un_sc": "the UN list",
}


@dataclass(frozen=True, slots=True)
class Reaching:
    """The licenses that concern a party: those that name it, those that name a party of like name which is on no list
    here, those on a directive that it is under, and those under its programs that name no party at all."""

    named: tuple[License, ...] = ()
    alike: tuple[License, ...] = ()
    directive: tuple[License, ...] = ()
    open_to_all: tuple[License, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(one.key for one in (*self.named, *self.directive, *self.alike))


# ---- statements ------------------------------------------------------------


def said_of(ids: Iterable[str], query: Query | None, snapshot: Snapshot) -> list[Statement]:
    """The statements that name a party: by its listings, or by the name asked where no list holds it; newest first."""
    names = {named.name for one in ids for named in snapshot.named.of_party(one)}
    if not names and query is not None:
        names = {named.name for named in snapshot.named.like(query)}
    found = [one for one in snapshot.content.statements if names & set(one.parties)]
    return sorted(found, key=lambda one: one.date, reverse=True)


def reported_lines(ids: Iterable[str], query: Query | None, snapshot: Snapshot) -> list[Text]:
    """`Reported: put on the SDN list on 22 Oct 2025; our edition (28 Dec 2023) is older.` What was done, a line each,
    the newest first; where nothing was, the newest of the statements that name the party."""
    found = said_of(ids, query, snapshot)
    if acts := act_lines(found, snapshot):
        return acts
    if not found:
        return []
    newest = found[0]
    more = f" ({len(found) - 1} more in the briefing.)" if len(found) > 1 else ""
    when = f", {words.day(newest.date)}" if newest.date else ""
    return [text(f"{confidence(newest.confidence)}{when}: {words.stop(newest.says)}{more}")]


def act_lines(found: Iterable[Statement], snapshot: Snapshot) -> list[Text]:
    """What statements say was done, a line each, with what else they say of it: who stayed listed, what else binds."""
    return [text(bold(act_words(one, snapshot)), _besides(one)) for one in found if one.act][:MOST]


def _besides(one: Statement) -> str:
    """What a statement of a removal says behind its first sentence, which tells of the act itself."""
    _, _, besides = one.says.partition(". ")
    return f" {words.stop(besides)}" if besides and one.act == "delisted" else ""


def reported_between(
    since: date | None, until: date | None, lists: Sequence[str], moved: Sequence[str], snapshot: Snapshot
) -> list[Text]:
    """What was put on or taken off lists within some days, as statements say and our editions are too old to show; the
    newest first. `moved`: "added", "removed"; none for both."""
    acts = [act for act, word in (("listed", "added"), ("delisted", "removed")) if not moved or word in moved]
    found = [
        one
        for one in snapshot.content.statements
        if one.act in acts
        and (not lists or one.list in lists)
        and (since is None or one.date >= since.isoformat())
        and (until is None or one.date <= until.isoformat())
        and not _shows(one, snapshot)
    ]
    newest = sorted(found, key=lambda one: one.date, reverse=True)
    return [text("• ", bold(words.some(one.parties, MOST)), f": {act_words(one, snapshot)}") for one in newest]


def reported_in_short(ids: Iterable[str], query: Query | None, snapshot: Snapshot) -> str:
    """The newest act that our editions do not show, for a headline; "" where there is none."""
    newest = _newest_act(ids, query, snapshot)
    return act_words(newest, snapshot) if newest and not _shows(newest, snapshot) else ""


def besides(query: Query, snapshot: Snapshot) -> list[Text]:
    """What else is said of the act that a headline tells in short."""
    newest = _newest_act([], query, snapshot)
    return [text(more.strip())] if newest and (more := _besides(newest)) else []


def _newest_act(ids: Iterable[str], query: Query | None, snapshot: Snapshot) -> Statement | None:
    return next((one for one in said_of(ids, query, snapshot) if one.act), None)


def act_words(one: Statement, snapshot: Snapshot) -> str:
    """What was done on which day, by whom it is said, and whether our edition can show it."""
    did = DID[one.act].format(LISTS.get(one.list, f"the list {one.list}"), words.day(one.date))
    differ = " (sources disagree)" if one.contradiction else ""
    return f"{confidence(one.confidence)}: {did}{differ}{_edition_words(one, snapshot)}."


def _edition_words(one: Statement, snapshot: Snapshot) -> str:
    edition = snapshot.edition(one.list)
    if edition is None:
        return "; that list is not loaded here"
    if _shows(one, snapshot):
        return ""
    return f"; our edition ({words.day(edition.published)}) is older"


def _shows(one: Statement, snapshot: Snapshot) -> bool:
    """Whether our edition is of the day or later, so that it would show what was done."""
    edition: Edition | None = snapshot.edition(one.list)
    return edition is not None and edition.first_day >= one.date


# ---- licenses --------------------------------------------------------------


def reaching(party: Party | None, query: Screening, snapshot: Snapshot) -> Reaching:
    """The licenses that concern a party, by its listings and by its name."""
    known = list(snapshot.content.licenses.values())
    names = {one.name for one in snapshot.named.of_party(party.entity_id)} if party else set()
    alike = {one.name for one in snapshot.named.like(query.query)} - names
    alike = {name for name in alike if not snapshot.named.by_name[name].entity_ids or party is None}
    under = _directives(party)
    programs = {tag for listing in _listings(party) for tag in listing.programs}
    asked = set(name_key(query.query.name).split())
    named = tuple(one for one in known if names & set(one.parties))
    by_name = tuple(
        one for one in known if one not in named and (alike & set(one.parties) or (asked and asked <= _words_of(one)))
    )
    rest = [one for one in known if one not in named and one not in by_name]
    directive = tuple(one for one in rest if under & set(one.directives))
    everybody = tuple(
        one for one in rest if not one.parties and not one.directives and programs & set(one.programs) and is_open(one)
    )
    return Reaching(named, by_name, directive, everybody)


def _words_of(license: License) -> set[str]:
    """The words by which a license says what and whom it is about."""
    return set(name_key(" ".join((license.title, license.subject, *license.parties))).split())


def _directives(party: Party | None) -> set[str]:
    """`EO 14024 Directive 4`: the directives that a party is under, as licenses write them."""
    return {f"EO {d.order.removeprefix('EO')} Directive {d.number}" for x in _listings(party) for d in x.directives}


def _listings(party: Party | None) -> tuple[Listing, ...]:
    return party.listings if party else ()


def age_of(license: License) -> tuple[str, str]:
    return (license.issued if license.issued != UNKNOWN else license.as_of, license.key)


def license_lines(party: Party | None, query: Query | None, snapshot: Snapshot, today: str) -> list[Text]:
    """The licenses that name a party, in one line under its verdict: those not seen to have ended, the newest first.
    Without a party: those that name whoever a query means, whom no list here holds."""
    known = snapshot.content.licenses
    naming = _naming(party, query, snapshot)
    if not naming:
        return []
    still = _still(naming)
    said = [f"{titled(one)}: {standing_of(one, today, known)}" for one in still[:2]]
    said += [f"{len(still) - 2} more"] if len(still) > 2 else []
    ended = len(naming) - len(still)
    said += [f"{ended} ended or {'was' if ended == 1 else 'were'} replaced"] if ended else []
    stays = " The listing stays." if party else ""
    it = pronoun(party.schema).object if party else "it"
    return [text(bold(f"Licenses that name {it}: "), words.stop("; ".join(said)), stays)]


def named_in_license(query: Query, snapshot: Snapshot) -> str:
    """`GL 93 names it: it may be listed since.` Of somebody whom no list here holds; "" where no license
    does: what names a party is mostly there because it is listed, and our editions may be older."""
    naming = sorted(_naming(None, query, snapshot), key=age_of)
    return f"{naming[-1].key} names it: it may be listed since." if naming else ""


def licenses_in_short(party: Party, snapshot: Snapshot) -> tuple[Text, ...]:
    """`Licenses that name it: GL 115D and GL 132, not seen to have ended.` Which they are, where what they are is said
    elsewhere."""
    naming = _naming(party, None, snapshot)
    if not naming:
        return ()
    it = pronoun(party.schema).object
    if still := _still(naming):
        keys = words.some([one.key for one in still], 2)
        return (text(f"Licenses that name {it}: {keys}, not seen to have ended."),)
    return (text(f"Licenses that named {it} have ended or were replaced."),)


def _naming(party: Party | None, query: Query | None, snapshot: Snapshot) -> list[License]:
    """The licenses that name a party, or are on a directive that it is under."""
    if party is not None:
        names, under = {one.name for one in snapshot.named.of_party(party.entity_id)}, _directives(party)
    else:
        names, under = {one.name for one in snapshot.named.like(query)} if query else set(), set()
    every = snapshot.content.licenses.values()
    return [one for one in every if names & set(one.parties) or under & set(one.directives)]


def _still(naming: Iterable[License]) -> list[License]:
    """Those not seen to have ended, the newest first."""
    return sorted((one for one in naming if is_open(one)), key=age_of, reverse=True)


def ask_license(license: License) -> Action:
    """`GL 131 series, September 2026`: what stands in brackets does not fit on a button of a narrow window."""
    label = license.key.partition(" (")[0] if " series" in license.key else license.key
    return Action(Act.ASK, label[:60], f"what does {license.key} say?", f"What {license.key} says")
