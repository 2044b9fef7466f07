"""Relief options: what they hold, what they would do for a party, and how two differ. Drafts are never law."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bot.answers import Act, Action, Answer, Card, Text, Tone, bold, text
from bot.questions.question import Question
from bot.sanctions.display import KIND_WORDS
from bot.sanctions.listing import Party
from bot.sanctions.program import effect_in_words
from bot.sanctions.register import publisher_of
from bot.sanctions.relief import Impact, Outcome, ReliefOption, outcome_for, terms_in_words, what_is_left
from bot.screening.query import Screening, Verdict
from handlers.ask import words
from handlers.ask.relief_lines import deed_for
from handlers.ask.screening import candidate_line, in_order, screen
from handlers.ask.standing import standing
from handlers.desk import Desk, Snapshot

NOT_LAW = "An option is a draft of terms, not law: the lists alone decide who is listed."


# ---- what is in option B? --------------------------------------------------


def option(question: Question, desk: Desk) -> Answer:
    snapshot = desk.snapshot()
    keys = question.options or tuple(o.key for o in snapshot.options)
    return _answer(question, desk, snapshot, [option_card(key, snapshot) for key in keys])


def option_card(key: str, snapshot: Snapshot) -> Card:
    found = snapshot.option(key)
    if found is None:
        return unknown_option(key, snapshot)
    impact = snapshot.impacts[key]
    lines = [text(found.summary)] if found.summary else []
    lines += [text(f"{n}. {sentence}") for n, sentence in enumerate(sentences(found, snapshot), 1)]
    lines += reach_lines(impact, snapshot)
    lines.append(text(f"In return: {found.in_return.get('says', 'not stated.')}"))
    return Card(
        headline=text(bold(f"Option {key}: {found.title}. {standing(found).capitalize()}.")),
        lines=tuple(lines),
        fine=(text(source_line(found)),),
        tone=Tone.DRAFT,
        actions=(Action(Act.WATCH, "Watch", f"option:{key}", f"Watch option {key}"),),
    )


def sentences(found: ReliefOption, snapshot: Snapshot) -> Sequence[str]:
    ids = {entity for group in found.groups for entity in group.entities}
    ids |= {s.entity for term in found.terms for s in (*term.select, *term.exclude) if s.entity}
    titles = {measure.id: measure.title for measure in snapshot.content.measures}
    return terms_in_words(found, {i: words.name_of(snapshot, i) for i in ids}, titles)


def reach_lines(impact: Impact, snapshot: Snapshot) -> list[Text]:
    """Whom it would reach on the current lists, and what would still bind them."""
    freed, partly = impact.freed, impact.partly_relieved
    lines = [
        text(
            f"On the lists loaded here: {words.count(len(freed), 'party', 'parties')} would come off"
            f"{by_type(freed, snapshot)}; {words.count(len(partly), 'party', 'parties')} would be partly relieved"
            f"{by_type(partly, snapshot)}."
        )
    ]
    lines.append(text(elsewhere_words(impact, snapshot)))
    if impact.linked_left_blocked:
        linked = {i for ids in impact.linked_left_blocked.values() for i in ids}
        n = words.count(len(linked), "party", "parties")
        lines.append(text(f"Linked to them, not covered and so still bound: {n}."))
    return lines


def elsewhere_words(impact: Impact, snapshot: Snapshot) -> str:
    """How many of them other publishers list too; an absent list is no answer."""
    n = len(impact.still_listed_elsewhere)
    others = [
        words.short_title(e.list) for e in words.in_order(snapshot.editions) if publisher_of(e.list) not in ("", "US")
    ]
    if n:
        said = f"Still listed by others after it ({words.listed(others)}): {words.count(n, 'party', 'parties')}."
    elif others:
        said = f"None of them was found on the {words.listed(others)} list."
    else:
        said = "No list of another publisher is loaded."
    return f"{said} {words.missing_lists(snapshot)}".rstrip()


def by_type(ids: Sequence[str], snapshot: Snapshot) -> str:
    """` (187 vessels, 3 persons)`."""
    parties = [p for i in ids if (p := snapshot.party(i))]
    counted = Counter(KIND_WORDS.get(p.schema, "entity") for p in parties)
    many = {"person": "persons", "vessel": "vessels", "aircraft": "aircraft", "wallet": "wallets", "entity": "entities"}
    said = [f"{n:,} {kind if n == 1 else many[kind]}" for kind, n in counted.most_common()]
    return f" ({', '.join(said)})" if said else ""


def source_line(found: ReliefOption) -> str:
    by = ", ".join(found.drafted_by) or "not stated"
    sources = words.listed(list(found.sources)) or "none"
    note = f" {found.note}" if found.note else ""
    return f"Version {found.version}. Drafted by: {by}. Sources: {sources}.{note}"


def unknown_option(key: str, snapshot: Snapshot) -> Card:
    known = words.listed([o.key for o in snapshot.options])
    says = f"The options here are {known}." if known else "No option is stored here."
    return Card(
        headline=text(bold(f"There is no option {key} here.")),
        lines=(text(says),),
        tone=Tone.WARNING,
        actions=tuple(ask_option(o) for o in snapshot.options[:4]),
    )


def ask_option(found: ReliefOption) -> Action:
    return Action(Act.ASK, f"Option {found.key}", f"what's in relief option {found.key}?")


# ---- which options are there? ----------------------------------------------


def options(question: Question, desk: Desk) -> Answer:
    snapshot = desk.snapshot()
    if not snapshot.options:
        return _answer(question, desk, snapshot, [Card(headline=text(bold("No relief option is stored here.")))])
    lines = [
        text(bold(f"Option {o.key}: {o.title}"), f" ({standing(o)}, version {o.version}). {o.summary}")
        for o in snapshot.options
    ]
    card = Card(
        headline=text(bold(f"{words.count(len(snapshot.options), 'relief option')}. None of this is law.")),
        lines=tuple(lines),
        tone=Tone.DRAFT,
        actions=tuple(ask_option(o) for o in snapshot.options[:5]),
    )
    return _answer(question, desk, snapshot, [card])


# ---- would option B lift sanctions on X? which options cover X? ------------


def coverage(question: Question, desk: Desk) -> Answer:
    snapshot = desk.snapshot()
    screenings = tuple(screen(subject, snapshot) for subject in question.subjects)
    cards = [card for s in screenings for card in coverage_cards(s, question.options, snapshot)]
    if not screenings:
        cards = [Card(headline=text(bold("Which party do you mean? Name it, and the option if you like.")))]
    return _answer(question, desk, snapshot, cards, screenings)


def coverage_cards(screening: Screening, keys: Sequence[str], snapshot: Snapshot) -> list[Card]:
    name = words.quoted(screening.query.name)
    if screening.ask_back or screening.verdict is Verdict.NO_MATCH:
        lists = words.listed([words.short_title(e.list) for e in words.in_order(snapshot.editions)])
        says = f"{name} was not found on the lists that are loaded ({lists}), so no option reaches it there."
        unknown = [unknown_option(key, snapshot) for key in keys if snapshot.option(key) is None]
        return [*unknown, Card(headline=text(bold(says)), tone=Tone.NO_MATCH)]
    hits = in_order(screening, snapshot)
    if screening.verdict is Verdict.POSSIBLE and len(hits) > 1:
        lines = tuple(candidate_line(hit, snapshot) for hit in hits[:5])
        return [Card(headline=text(bold(f"Which {name} do you mean?")), lines=lines, tone=Tone.POSSIBLE)]
    party = snapshot.party(hits[0].entity_id)
    assert party is not None
    cards = [coverage_card(key, party, snapshot) for key in keys or [o.key for o in snapshot.options]]
    return cards if keys else [*cards, binding_card(party, snapshot)]


def coverage_card(key: str, party: Party, snapshot: Snapshot) -> Card:
    """Status first; then yes, partly or no; why; and what is left."""
    found = snapshot.option(key)
    if found is None:
        return unknown_option(key, snapshot)
    impact = snapshot.impacts[key]
    deed = deed_for(found, impact, party)
    verdict = {
        Outcome.FREED: f"YES for {words.who(party)}: it would {deed}.",
        Outcome.PARTLY_RELIEVED: f"PARTLY for {words.who(party)}: it would {deed}; the listing stays.",
        Outcome.UNAFFECTED: f"NO for {words.who(party)}: it does not reach this party.",
    }[outcome_for(impact, party.entity_id)]
    return Card(
        headline=text(bold(f"Option {key} ({standing(found)}). {verdict}")),
        lines=tuple(left_lines(party, found, impact, snapshot)),
        tone=Tone.DRAFT,
        actions=(ask_option(found),),
    )


def left_lines(party: Party, found: ReliefOption, impact: Impact, snapshot: Snapshot) -> list[Text]:
    """What would still bind the party, where else it is listed, and who linked to it is left bound."""
    left = what_is_left(found, impact, party, snapshot.register.editions)
    lines = [text("What is left: ", " ".join(one[0].upper() + one[1:] if n else one for n, one in enumerate(left)))]
    if outcome_for(impact, party.entity_id) is Outcome.UNAFFECTED:
        return lines
    elsewhere = impact.still_listed_elsewhere.get(party.entity_id, ())
    where = words.listed([words.full_title(k) for k in elsewhere]) or "found on none of the other lists loaded"
    lines.append(text(f"Listed elsewhere: {where}. {words.missing_lists(snapshot)}".rstrip()))
    linked = impact.linked_left_blocked.get(party.entity_id, ())
    names = words.some([words.name_of(snapshot, i) for i in linked], 5) or "nobody"
    lines.append(text(f"Linked to it, not covered and so bound in their own right: {words.stop(names)}"))
    return lines


def binding_card(party: Party, snapshot: Snapshot) -> Card:
    """What it would take to free a party: every program of every publisher that binds it."""
    bonds = [text(f"{words.full_title(x.list)}: {words.tags(x)}: {effect_in_words(x)}.") for x in party.listings]
    return Card(
        headline=text(bold(f"To free {words.who(party)}, all of this would have to be lifted:")),
        lines=(*bonds, *([text(missing)] if (missing := words.missing_lists(snapshot)) else [])),
    )


# ---- compare A and B -------------------------------------------------------


def comparison(question: Question, desk: Desk) -> Answer:
    snapshot = desk.snapshot()
    keys = question.options[:2]
    missing = [key for key in keys if snapshot.option(key) is None]
    if missing or len(keys) < 2:
        cards = [unknown_option(key, snapshot) for key in missing] or [
            Card(headline=text(bold("Which two options? For example: compare A and B.")), tone=Tone.WARNING)
        ]
        return _answer(question, desk, snapshot, cards)
    return _answer(question, desk, snapshot, [comparison_card(keys[0], keys[1], snapshot)])


def comparison_card(one: str, other: str, snapshot: Snapshot) -> Card:
    first, second = snapshot.option(one), snapshot.option(other)
    assert first is not None
    assert second is not None
    a, b = reached(snapshot.impacts[one]), reached(snapshot.impacts[other])
    lines = [
        text(f"Option {o.key}: {o.title} ({standing(o)}, version {o.version}). {o.summary}") for o in (first, second)
    ]
    for label, ids in ((f"Only {one}", a - b), (f"Only {other}", b - a), ("Both", a & b)):
        names = words.some(sorted(words.name_of(snapshot, i) for i in ids), 4) if ids else "nobody"
        lines.append(text(bold(f"{label}: "), f"{words.count(len(ids), 'party', 'parties')}: {words.stop(names)}"))
    for key in (one, other):
        measures = snapshot.impacts[key].measures
        titles = {m.id: m.title for m in snapshot.content.measures}
        if measures:
            lines.append(text(f"Measures changed by {key}: {words.listed([titles.get(m, m) for m in measures])}."))
    return Card(
        headline=text(bold(f"Options {one} and {other} compared. {both_stand(first, second)}")),
        lines=tuple(lines),
        tone=Tone.DRAFT,
        actions=(ask_option(first), ask_option(second)),
    )


def both_stand(first: ReliefOption, second: ReliefOption) -> str:
    one, other = standing(first), standing(second)
    return f"Both: {one}." if one == other else f"{first.key}: {one}. {second.key}: {other}."


def reached(impact: Impact) -> set[str]:
    return {*impact.freed, *impact.partly_relieved}


# ---- one shape for all -----------------------------------------------------


def _answer(
    question: Question,
    desk: Desk,
    snapshot: Snapshot,
    cards: Sequence[Card],
    screenings: tuple[Screening, ...] = (),
) -> Answer:
    notes = words.edition_notes(desk, snapshot, ("us_ofac_sdn", "us_ofac_cons", "un_sc", "starter"))
    fine = [text(f"{NOT_LAW} Reckoned on: {words.dated(notes)}. {words.missing_lists(snapshot)}".rstrip())]
    if starter := words.starter_line(snapshot):
        fine.append(text(starter))
    keys = set(question.options) or {o.key for o in snapshot.options}
    return Answer(
        kind=question.kind,
        cards=tuple(cards),
        screenings=screenings,
        editions=notes,
        illustrative=any(o.illustrative for o in snapshot.options if o.key in keys),
        fine=tuple(fine),
        actions=(Action(Act.SHARE, "Share in channel", question.text),),
    )
