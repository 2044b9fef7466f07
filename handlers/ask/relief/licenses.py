"""General licenses: what one says, which name or reach a party, which were in force on a day, which end soon.

All is asked by fields (`Asked`): the words of a question are not looked at here. Never that a dealing is allowed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.answers.document import Act, Action, Answer, Card, Text, Tone, bold, text
from bot.answers.licenses import TEXT_DECIDES, license_card, license_line, standing_of, titled
from bot.questions.ask import Ask, Kind, Period, Subject
from bot.sanctions.relief.license import (
    InForce,
    License,
    about,
    chain,
    countries_beside,
    in_force,
    in_series,
    is_open,
    series_of,
)
from bot.screening.query import Screening
from handlers import finding
from handlers.ask import screening, words
from handlers.ask.briefed import age_of, ask_license, reaching
from handlers.ask.possible import supposing
from handlers.ask.relief import dates
from handlers.ask.relief.license_lists import (
    MOST,
    ended_of,
    ending,
    ending_card,
    endless_card,
    issued_card,
    none_for,
    none_of,
    over_card,
    standing,
    standing_card,
    topic_card,
)
from handlers.ask.screening import PERMISSION
from handlers.desk import Desk
from store.snapshot.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about licenses. `keys` as named (a series, `GL 8`, or one nobody knows, too); `as_of`: for that day in
    place of today; `ending`: which end soon; `topic`: those that its words fit, `countries`: what it names beside;
    `words`: what else it says of what they are for; `places`: whose they are; `issued`: the new ones, of a `period`;
    `permission`: whether one may, which is not answered yes or no."""

    keys: tuple[str, ...] = ()
    subjects: tuple[Subject, ...] = ()
    programs: tuple[str, ...] = ()
    as_of: date | None = None
    ending: bool = False
    endless: bool = False
    over: bool = False
    topic: tuple[License, ...] = ()
    countries: tuple[str, ...] = ()
    permission: bool = False
    text: str = ""
    places: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    issued: bool = False
    period: Period | None = None


def answer_to(question: Ask, desk: Desk) -> Answer:
    """A question of this kind, as it was read: which licenses it names, of whom, for which day, or what ends soon."""
    known = desk.snapshot().content.licenses
    asked = Asked(
        keys=question.licenses,
        subjects=question.subjects,
        programs=question.programs,
        as_of=question.as_of or _one_day(question),
        topic=about(question.search, known.values(), " ".join(question.topic)) if question.search else (),
        countries=question.countries,
        ending=question.ending,
        endless=question.endless,
        over=question.over,
        permission=question.permission,
        text=question.text,
        places=question.places,
        words=question.topic,
        issued=question.issued,
        period=question.period,
    )
    if asked.ending and question.period and not (asked.over or asked.endless) and not asked.keys and not asked.subjects:
        return dates.answer(desk, question.period.since, question.period.until, question.text)
    return answer(asked, desk)


def _one_day(question: Ask) -> date | None:
    """The day that is asked about, where it is one."""
    period = question.period
    return period.since if period and period.since == period.until else None


def answer(asked: Asked, desk: Desk) -> Answer:
    """The cards for what is asked; `facts["licenses"]` are the keys that the answer is about."""
    snapshot, today = desk.snapshot(), desk.now().date().isoformat()
    on = asked.as_of.isoformat() if asked.as_of else ""
    screenings = tuple(finding.screen(subject, snapshot) for subject in asked.subjects)
    if asked.keys:
        cards, keys = _by_keys(asked, screenings, snapshot, today, on)
    elif screenings:
        parts = [party_card(one, snapshot, today, on) for one in screenings]
        cards, keys = [card for card, _ in parts], [key for _, found in parts for key in found]
    elif asked.issued and not asked.ending:
        card, keys = issued_card(asked.places, asked.period, snapshot, today)
        cards = [card]
    elif asked.over:
        card, keys = over_card(asked.places, asked.period, snapshot, today)
        cards = [card]
    elif asked.topic and not (asked.ending or asked.endless):
        card = topic_card(asked.topic, countries_beside(asked.countries, asked.topic), snapshot, today, on)
        cards, keys = [card], [one.key for one in asked.topic]
    else:
        soon = asked.ending and not asked.endless
        found = (ending if soon else standing)(asked.programs, asked.places, snapshot, today, on)
        found = [one for one in found if one.expires == "" or not asked.endless]
        # Russia, which nearly all are of, tells none; nor does whose they are
        elsewhere = [name for name in asked.countries if name != "Russia" and not asked.places]
        of_them = [one for one in found if not countries_beside(elsewhere, [one])]
        none = none_of(asked.places, asked.words, snapshot) or none_for(elsewhere if not of_them else [])
        found = of_them
        card = (ending_card if soon else standing_card)(found, asked.programs, snapshot, today, on)
        card = endless_card(found, card) if asked.endless else card
        cards = [*([Card(headline=text(bold(none)), tone=Tone.WARNING)] if none else []), *([card] if found else [])]
        cards, keys = cards or [card], [one.key for one in found]
    fine = [text(TEXT_DECIDES), *([text(PERMISSION)] if asked.permission else [])]
    notes = words.edition_notes(desk, snapshot) if screenings else ()
    return Answer(
        kind=Kind.LICENSE,
        cards=tuple(cards),
        screenings=screenings,
        editions=notes,
        fine=tuple(fine),
        actions=(Action(Act.SHARE, "Share in channel", asked.text),) if asked.text else (),
        facts={"licenses": list(dict.fromkeys(keys))},
    )


# ---- named by their key ----------------------------------------------------


def _by_keys(
    asked: Asked, screenings: Sequence[Screening], snapshot: Snapshot, today: str, on: str
) -> tuple[list[Card], list[str]]:
    cards: list[Card] = []
    keys: list[str] = []
    for key in asked.keys:
        series = in_series(key, snapshot.content.licenses)
        chosen = _of_series(key, series, snapshot, on)
        if chosen is None:
            cards.append(_unknown(key, series, snapshot, today))
            continue
        keys += [chosen.key]
        cards.append(_with_series(key, chosen, series, snapshot, today, on))
        cards += [_party_in(chosen, one, snapshot) for one in screenings]
    return cards, keys


def _of_series(key: str, series: Sequence[License], snapshot: Snapshot, on: str) -> License | None:
    """The license of this very key; of a series the newest, or the one in force on a day."""
    exact = snapshot.content.licenses.get(key)
    if exact is not None and not on:
        return exact
    if key != series_of(key):
        return exact
    then = [one for one in series if on and in_force(one, on, snapshot.content.licenses) is InForce.YES]
    return next(iter((*then, *([exact] if exact else []), *series)), None)


def _with_series(key: str, chosen: License, series: Sequence[License], snapshot: Snapshot, today: str, on: str) -> Card:
    known = snapshot.content.licenses
    reasons = {name: one.reason for name, one in snapshot.named.by_name.items()}
    card = license_card(chosen, today, known, snapshot.content.sources, reasons, on)
    line = [one for one in chain(chosen, known) if one.key != chosen.key]
    others = list(dict.fromkeys((*line, *(one for one in series if one.key != chosen.key))))
    if not others:
        return card
    newest = chain(chosen, known)[-1]
    says = f"Its line: {words.listed([one.key for one in sorted((chosen, *others), key=age_of)])}."
    if newest.key != chosen.key:
        says += f" The newest, {newest.key}: {standing_of(newest, today, known)}."
    asks = tuple(ask_license(one) for one in (newest,) if one.key != chosen.key)
    return replace(card, lines=(*card.lines, text(says)), actions=(*asks, *card.actions))


def _unknown(key: str, series: Sequence[License], snapshot: Snapshot, today: str) -> Card:
    known = snapshot.content.licenses
    if series:
        newest = series[0]
        says = f"{key} is not known here. The newest of its line that is: {titled(newest)}, "
        return Card(
            headline=text(bold(f"{says}{standing_of(newest, today, known)}.")),
            tone=Tone.WARNING,
            actions=(ask_license(newest),),
        )
    alike = [one for one in known.values() if key.removeprefix("GL ") in one.key.split()] if known else []
    lines = (text(f"Of other regulations: {words.some([titled(one) for one in alike], 4)}."),) if alike else ()
    return Card(
        headline=text(bold(f"{key} is not known here."), " That does not mean that there is none."),
        lines=lines,
        tone=Tone.WARNING,
        actions=tuple(ask_license(one) for one in alike[:3]),
    )


def _party_in(license: License, one: Screening, snapshot: Snapshot) -> Card:
    """Whether the license names a party, for a question of both: told, and nothing concluded."""
    name = words.quoted(one.query.name)
    ids = {hit.entity_id for hit in one.matches}
    named = snapshot.named
    bearing = [n for n in license.parties if ids & set(named.by_name[n].entity_ids)]
    alike = [found.name for found in named.like(one.query) if found.name in license.parties]
    said = list(dict.fromkeys((*bearing, *alike)))
    if said:
        reason = named.by_name[said[0]].reason
        why = f" ({reason})" if reason else " (on no list held here by that name)"
        return Card(headline=text(bold(f"{license.key} names {said[0]}{why}."), f" You asked about {name}."))
    none = "It names no party" if not license.parties else "It names others"
    return Card(
        headline=text(bold(f"{license.key} does not name {name}, as far as it was seen.")),
        lines=(text(f"{none}; whether it reaches {name} in another way, its text decides."),),
    )


# ---- by party --------------------------------------------------------------


def party_card(one: Screening, snapshot: Snapshot, today: str, on: str = "") -> tuple[Card, list[str]]:
    """Which licenses name or reach a party, with the reason; and their keys."""
    hits = screening.in_order(one, snapshot)
    sure = hits and (hits[0].certain or len(hits) == 1)
    party = snapshot.party(hits[0].entity_id) if sure else None
    found = reaching(party, one, snapshot)
    called = words.who(party) if party else words.quoted(one.query.name)
    lines: list[Text] = []
    if party is None:
        lines.append(text(_not_sure(one, len(hits))))
    lines += _group("Named in", found.named, snapshot, today, on)
    lines += _group("On a directive that it is under", found.directive, snapshot, today, on)
    alike = "Named in, by the name alone" if party is None else "About others of that name"
    lines += _group(alike, found.alike, snapshot, today, on)
    if found.open_to_all:
        keys = words.some([license.key for license in found.open_to_all], MOST)
        lines.append(text(f"Under its programs and naming nobody, so that they may reach it: {keys}."))
    counted = (*found.named, *found.directive) if party else found.alike
    n, still = len(counted), sum(is_open(license) for license in counted)
    says = f"{words.count(n, 'license')} known here {'names or reaches' if n == 1 else 'name or reach'} {called}"
    more = f"; {ended_of(n, still)}." if still < n else "."
    if not n:
        says, more = f"No license known here names {called}", "; that is not to say that there is none."
    actions = tuple(ask_license(license) for license in (*found.named, *found.alike) if is_open(license))[:4]
    said = Card(headline=text(bold(f"{says}{more}")), lines=tuple(lines), actions=actions)
    return supposing(one, said) if party else said, list(found.keys)


def _not_sure(one: Screening, hits: int) -> str:
    if hits > 1:
        return f"{hits} listed parties could be meant by {words.quoted(one.query.name)}; searched by the name alone."
    return f"{words.quoted(one.query.name)} is surely none of the parties on the lists held here; searched by its name."


def _group(title: str, found: Sequence[License], snapshot: Snapshot, today: str, on: str) -> list[Text]:
    if not found:
        return []
    known = snapshot.content.licenses
    if on:
        shown = [one for one in found if in_force(one, on, known) is not InForce.NO]
        rest = [one for one in found if one not in shown]
        past = "Not in force on that day"
    else:
        shown = [one for one in found if is_open(one)]
        rest = [one for one in found if one not in shown]
        past = "Ended or replaced"
    lines = [text(bold(f"{title}:"))] if shown else []
    lines += [license_line(one, today, known, on) for one in shown[:MOST]]
    if len(shown) > MOST:
        lines.append(text(f"And {words.listed([one.key for one in shown[MOST:]])}."))
    if rest:
        lines.append(text(f"{title}, {past[0].lower()}{past[1:]}: {words.listed([one.key for one in rest])}."))
    return lines
