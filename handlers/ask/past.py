"""Ever, when, since when, how long, whether it was taken off: the present first, then the editions between which a
party came and went. The first edition held is no designation, and before it nothing is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import store.lists.editions
import store.lists.spells
from bot.answers.document import Act, Action, Answer, Card, Text, Tone, bold, plain, text
from bot.questions.ask import Ask, Aspect
from bot.sanctions.listing import Party
from bot.screening.query import Hit, Screening, Verdict
from handlers.ask import possible, words
from handlers.ask.briefed import act_lines, said_of
from handlers.ask.gone import MOST, gone_hits, of_gone, went
from handlers.ask.held import held_words, oldest_words
from handlers.ask.listed import tone_of, verdict
from handlers.ask.possible import candidate_actions, candidates_table
from handlers.ask.screening import ask_back, in_order, no_match
from handlers.ask.sides import led
from handlers.ask.sources import unheld
from handlers.desk import Desk
from handlers.finding import screen
from store.lists.spells import Spell
from store.snapshot.snapshot import Snapshot


def answer(question: Ask, desk: Desk, aspect: Aspect) -> Answer:
    snapshot = desk.snapshot()
    screenings = tuple(screen(subject, snapshot) for subject in question.subjects)
    cards = [card(s, aspect, question, desk, snapshot) for s in screenings]
    return Answer(
        kind=question.kind,
        cards=tuple(cards),
        screenings=screenings,
        editions=words.edition_notes(desk, snapshot, question.lists),
        fine=(text(held_words(desk, question.lists)),),
        actions=(Action(Act.SHARE, "Share in channel", question.text),),
    )


def card(screening: Screening, aspect: Aspect, question: Ask, desk: Desk, snapshot: Snapshot) -> Card:
    missing = unheld(question, snapshot)
    if missing and not any(snapshot.edition(key) for key in question.lists):
        says = f"NOT KNOWN: {words.listed(list(missing.values()))}: NOT LOADED."
        return Card(headline=text(bold(says)), lines=elsewhere(screening, snapshot), tone=Tone.NOT_LOADED)
    if screening.verdict is Verdict.LISTED:
        hit = in_order(screening, snapshot, question.lists)[0]
        return led(of_party(hit, aspect, question, desk, snapshot), [hit], question, snapshot)
    gone = gone_hits(screening.query, desk, snapshot.version)
    if screening.verdict is Verdict.POSSIBLE and not gone:
        hits = in_order(screening, snapshot)[:MOST]
        told = [of_party(hit, aspect, question, desk, snapshot) for hit in hits]
        said = (
            supposing(hits[0], screening, told[0], snapshot)
            if len(hits) == 1
            else which(hits, told, screening, snapshot)
        )
        return led(said, hits, question, snapshot)
    if gone:
        return of_gone(gone)
    if screening.verdict is Verdict.NOT_CHECKED:
        return ask_back(screening, snapshot)
    if screening.ask_back or words.only_starter(snapshot):
        return no_match(screening, question, desk, snapshot)
    card = never_held(screening, aspect, desk, question)
    return replace(card, lines=(*act_lines(said_of((), screening.query, snapshot), snapshot), *card.lines))


def elsewhere(screening: Screening, snapshot: Snapshot) -> tuple[Text, ...]:
    if screening.verdict is not Verdict.LISTED:
        return ()
    party = snapshot.party(in_order(screening, snapshot)[0].entity_id)
    return (text(f"Elsewhere: {verdict(party, snapshot)}."),) if party else ()


def of_party(hit: Hit, aspect: Aspect, question: Ask, desk: Desk, snapshot: Snapshot) -> Card:
    """Who is listed now: since when, as far as the editions tell; and whether it was ever off."""
    party = snapshot.party(hit.entity_id)
    assert party is not None
    with desk.sessions() as session:
        spells = store.lists.spells.spells_of(session, {party.entity_id}, snapshot.version)
    spells = [one for one in spells if not question.lists or one.first.list in question.lists]
    now, before = [one for one in spells if one.gone is None], [one for one in spells if one.gone]
    lines = [*act_lines(said_of([party.entity_id], None, snapshot), snapshot), *map(text, map(came, now))]
    lines += [text(went(one)) for one in before]
    if aspect is Aspect.LEFT and not before:
        lines.insert(0, text("No removal in the editions held here."))
    return Card(
        headline=text(bold(f"{lead(now, aspect, party, question, snapshot)}{verdict(party, snapshot)}.")),
        lines=tuple(lines),
        tone=tone_of(snapshot.standing(party)),
        actions=(Action(Act.DETAILS, "Details", party.entity_id, f"Details for {party.name}"),),
    )


def lead(now: Sequence[Spell], aspect: Aspect, party: Party, question: Ask, snapshot: Snapshot) -> str:
    """What is said before the verdict: that the named list lacks it, or that since when is not known."""
    named = [edition for key in question.lists if (edition := snapshot.edition(key))]
    dated = [f"{words.full_title(one.list)} of {words.day(one.published)}" for one in named]
    asked = "since when" if aspect is Aspect.SINCE else "whether it ever was"
    if dated and not set(question.lists) & set(party.lists):
        return f"NOT KNOWN {asked}: not on our {words.listed(dated, 'nor')}. Elsewhere, now: "
    if aspect is Aspect.SINCE and now and all(one.before is None and not one.listing.listed_on for one in now):
        return "NOT KNOWN since when. Now, by our editions: "
    if aspect is Aspect.LEFT and (older := _older(party, question, snapshot)):
        return f"NOT KNOWN {older}. Now, by our editions: "
    return "Now, by our editions: "


def _older(party: Party, question: Ask, snapshot: Snapshot) -> str:
    """That our editions end before the days in which somebody may have been taken off; "" where they do not."""
    period = question.period
    if period is None or period.until is None:
        return ""
    held = [edition for key in party.lists if (edition := snapshot.edition(key))]
    editions = [one for one in held if one.published < period.until.isoformat()]
    if not editions:
        return ""
    dated = [f"{words.short_title(one.list)} of {words.day(one.published)}" for one in editions]
    return f"whether {period.words or 'then'}: our {words.listed(dated)} {'is' if len(dated) == 1 else 'are'} older"


def came(spell: Spell) -> str:
    title, first = words.full_title(spell.first.list), words.day(spell.first.published)
    if spell.listing.listed_on:
        return f"{title}: listed on {words.day(spell.listing.listed_on)}, by the list itself."
    if spell.before is None:
        return f"{title}: on it in our oldest edition, of {first}, or before; when it came is not known here."
    return f"{title}: came between our editions of {words.day(spell.before.published)} and {first}."


def supposing(hit: Hit, screening: Screening, said: Card, snapshot: Snapshot) -> Card:
    """The past of the one party that may be meant, told as that of a candidate."""
    table = candidates_table([hit], snapshot)
    return possible.supposing(screening, replace(said, lines=(*table.lines, *said.lines)))


def which(hits: Sequence[Hit], told: Sequence[Card], screening: Screening, snapshot: Snapshot) -> Card:
    """Of a name that may mean several: who they are, and the past of each."""
    name = words.quoted(screening.query.name)
    pasts = [" ".join(map(plain, card.lines)) for card in told]
    return Card(
        headline=text(bold(f"Which {name} do you mean? A person must decide.")),
        table=candidates_table(hits, snapshot),
        lines=tuple(text(bold(f"The past of {n}: "), past) for n, past in enumerate(pasts, 1)),
        tone=Tone.POSSIBLE,
        actions=candidate_actions(hits),
    )


def never_held(screening: Screening, aspect: Aspect, desk: Desk, question: Ask) -> Card:
    """On none of the editions held: never "never", for there was a time before them."""
    name = words.quoted(screening.query.name)
    says = "NOT KNOWN whether ever" if aspect is Aspect.EVER else "NOT KNOWN"
    oldest = oldest_words(desk, question.lists)
    return Card(
        headline=text(bold(f"{says}: {name} is in no edition held here."), f" As far back as: {oldest}."),
        lines=(text("Before the oldest edition nothing is known."),),
        tone=Tone.NO_MATCH,
    )
