"""What a program is, what being listed under it means, and how many are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.answers.document import Act, Action, Answer, Card, Text, Tone, bold, text
from bot.answers.sources import cited, confidence
from bot.questions.ask import Ask, Aspect, Period
from bot.questions.data import any_of, standing_apart, table
from bot.sanctions.briefing.statement import Statement
from bot.sanctions.files.programs import regime_of
from bot.sanctions.program import Ended, Program
from bot.sanctions.standing import BLOCKING_NOBODY
from handlers.ask import words
from handlers.ask.briefing import also
from handlers.desk import Desk
from store.snapshot.snapshot import Snapshot

LARGEST = 12
STANDS = "no end of it is known here: it has not been seen to be revoked or to have lapsed."
LIST_SIDE = {"sdn": "on the SDN list", "non_sdn": "on the non-SDN list", "un": "on the UN list"}
_COUNTRIES = table("countries")
EFFECT_WORDS = {"directive": "directives (not a block)", "sectoral": "sectoral directives (not a block)"}


def answer(question: Ask, desk: Desk) -> Answer:
    snapshot = desk.snapshot()
    cards = [
        *(card(tag, snapshot, question.aspect) for tag in question.programs),
        *(of_land(c, snapshot) for c in question.countries),
    ]
    return Answer(
        kind=question.kind,
        cards=tuple(cards) or (which(question, snapshot),),
        editions=words.edition_notes(desk, snapshot),
        fine=(text(f"Counted in: {words.dated(words.edition_notes(desk, snapshot))}."),),
        actions=(Action(Act.SHARE, "Share in channel", question.text),),
    )


def card(tag: str, snapshot: Snapshot, aspect: Aspect = Aspect.NONE) -> Card:
    """What is known of a program; what is asked of it alone, whether it ended or blocks, is said first."""
    counts = snapshot.program_counts.get(tag, {})
    program = snapshot.content.programs.get(tag) or next(filter(None, (regime_of(key, tag) for key in counts)), None)
    total = words.listed(
        [f"{words.count(n, 'entry', 'entries')} on the {words.full_title(k)}" for k, n in counts.items()]
    )
    where = text(f"{total or 'No entry on the lists that are loaded'}.")
    watch = Action(Act.WATCH, "Watch", f"program:{tag}", f"Watch {tag}")
    if program is None or not program.title:
        says = text(bold(f"{tag}: title not known"), f", {words.count(sum(counts.values()), 'entry', 'entries')}.")
        lines = (where, *_rests_on(tag.removeprefix("EO"), snapshot))
        return Card(headline=says, lines=lines, tone=Tone.WARNING, actions=(watch,))
    end = snapshot.content.ended.get(tag)
    title = f"{program.title}.{f' Ended on {words.day(end.ended)}.' if end else ''}"
    first = _asked_first(program, aspect, ended=end is not None)
    return Card(
        headline=text(bold(f"{tag}: {first}"), f" {title}") if first else text(bold(f"{tag}: {title}")),
        lines=(
            *ended_lines(end, snapshot),
            basis(program),
            where,
            *map(text, not_counted((tag,), snapshot)),
            *effects(program),
            *law_lines(program, snapshot),
        ),
        actions=(watch,),
    )


def _asked_first(program: Program, aspect: Aspect, *, ended: bool) -> str:
    """Whether it is still in force, or blocks, where that is asked; "" elsewhere, and of one whose end is told."""
    if aspect is Aspect.LEFT:
        return "" if ended else STANDS
    if aspect is not Aspect.BLOCKS or ended or not program.effect:
        return ""
    if program.tag in BLOCKING_NOBODY:
        return "it blocks nobody by itself."
    sides: dict[bool, list[str]] = {True: [], False: []}
    for side, effect in program.effect.items():
        sides[effect.startswith("blocking")].append(LIST_SIDE.get(side, side))
    said = [
        f"{does} {words.listed(sides[is_so])}"
        for is_so, does in ((True, "blocks"), (False, "does not block"))
        if sides[is_so]
    ]
    return f"it {words.listed(said)}."


def of_land(country: str, snapshot: Snapshot) -> Card:
    """Under which programs parties of a country are listed: no list holds the country itself."""
    content, counts = snapshot.content, snapshot.program_counts
    named = {tag: sum(counts.get(tag, {}).values()) for tag in content.programs.keys() | counts.keys()}
    titles = {tag: content.programs[tag].title if tag in content.programs else "" for tag in named}
    of_it = _said_of(country)
    tags = [tag for tag in named if of_it.search(tag.replace("-", " ")) or of_it.search(titles[tag])]
    tags.sort(key=lambda tag: (-named[tag], tag))
    says = [f"{tag} ({words.count(named[tag], 'entry', 'entries')})" for tag in tags if named[tag]]
    ended = [f"{tag} ({words.day(content.ended[tag].ended)})" for tag in tags if tag in content.ended]
    lines = [
        text("Programs named for it: ", words.stop(words.listed(says) or "none with an entry on the lists loaded"))
    ]
    lines += [text("Of these, ended: ", words.stop(words.listed(ended)))] if ended else []
    lines.append(text("Bans on trade with the whole of it stand in regulations, which these lists do not hold."))
    lines.append(text("Ask about a party by name."))
    headline = f"{country}: no list names a country or region as a whole; parties are listed one by one."
    return Card(headline=text(bold(headline)), lines=tuple(lines))


def _said_of(country: str) -> re.Pattern[str]:
    """What says in a tag or a title that a program is of a country: its names, its people. South Sudan is not Sudan."""
    called = (said for said, name in _COUNTRIES["programs"].items() if name == country)
    peoples = (f"{form}s" if many else form for form in _COUNTRIES["people"].get(country, ()) for many in (0, 1))
    return standing_apart(rf"(?<!South )(?:{any_of({country, *called, *peoples})})\d*")


def _rests_on(order: str, snapshot: Snapshot) -> list[Text]:
    """What rests on an order under which no party is listed: measures and licenses."""
    if not order.isdigit():
        return []
    content = snapshot.content
    measures = [m.title for m in content.measures if any(order in by for by in (m.legal_basis, *m.bases.values()))]
    licenses = [each.key for each in content.licenses.values() if order in each.authority]
    said = (("Measures here that rest on it", measures), ("Licenses here under it", licenses))
    return [text(f"{what}: {words.stop(words.listed(titles))}") for what, titles in said if titles]


def not_counted(tags: Sequence[str], snapshot: Snapshot) -> list[str]:
    """The other programs whose tags begin as these do: BELARUS is not all that is about Belarus."""
    counts = snapshot.program_counts
    begins = re.compile(rf"(?:{any_of(tags)})[-\d]")  # DPRK-NKSPEA and DPRK2 of DPRK; no SDNTK of SDNT
    others = [each for each in sorted(counts) if each not in tags and begins.match(each)]
    said = words.listed([f"{each} ({sum(counts[each].values()):,})" for each in others])
    return [f"Not counted, programs of their own: {words.stop(said)}"] if others else []


def ended_lines(end: Ended | None, snapshot: Snapshot) -> list[Text]:
    """By what act a program ended and who says so; that our editions may be older."""
    if end is None:
        return []
    source = snapshot.content.sources.get(end.source)
    says = f"Ended by {words.stop(end.by)}" if end.by else f"Ended on {words.day(end.ended)}."
    cites = cited(source) if source else text(end.source or "none")
    lines = [
        text(f"{says} {confidence(end.confidence)}: ", cites, ". An edition older than that still carries the tag.")
    ]
    return [*lines, text(words.stop(end.note))] if end.note else lines


def basis(program: Program) -> Text:
    date = f" of {words.day(program.date)}" if program.date else ""
    former = f" Formerly tagged {words.listed(list(program.former))}." if program.former else ""
    return text(f"Authority: {program.authority or 'not known'}{date}.{former}")


def effects(program: Program) -> list[Text]:
    """What being listed under it means on each list; of one that blocks nobody, that the programs beside it do."""
    if program.tag in BLOCKING_NOBODY:
        return [text("It blocks nobody by itself: a party that bears it is blocked under the programs beside it.")]
    said = [
        f"{LIST_SIDE.get(side, side)}: {EFFECT_WORDS.get(e, e.replace('_', '-'))}" for side, e in program.effect.items()
    ]
    return [text(f"Being listed under it means, {'; '.join(said)}.")] if said else []


def law_lines(program: Program, snapshot: Snapshot) -> list[Text]:
    """What the briefing holds of the law about a program's order or act: who else must agree before it ends."""
    number = program.authority.rpartition(" ")[2]
    if not number:
        return []

    def is_about(one: Statement) -> bool:
        source = snapshot.content.sources.get(one.source)
        return "law" in one.topics and (number in one.says or (source is not None and number in source.title))

    return [also(one, snapshot, "The law") for one in snapshot.content.statements if is_about(one)][:1]


def which(question: Ask, snapshot: Snapshot) -> Card:
    """Which programs there are, where none is named: those that have ended (in the period asked about), and the
    largest."""
    content, counts = snapshot.content, snapshot.program_counts
    known = content.programs.keys() | counts.keys()
    most = sorted(counts, key=lambda tag: -sum(counts[tag].values()))[:LARGEST]
    ended = sorted(_within(question.period, content.ended.values()), key=lambda end: (end.ended, end.tag))
    when = f" {question.period.words}" if question.period else ""
    lines = [text(bold(f"Ended{when}: "), words.stop(words.listed([f"{e.tag} ({words.day(e.ended)})" for e in ended])))]
    if not ended:
        lines = [text(f"Ended{when}: none that is known here.")]
    headline = f"{words.count(len(known), 'program')} known here, {len(content.ended)} of them ended."
    return Card(
        headline=text(bold(headline), " Name one by its tag or its executive order."),
        lines=(*lines, text(f"The largest on the lists loaded: {words.listed(most)}.")),
    )


def _within(period: Period | None, ends: Iterable[Ended]) -> list[Ended]:
    if period is None:
        return list(ends)
    since, until = (day.isoformat() if day else "" for day in (period.since, period.until))
    return [end for end in ends if since <= end.ended and (not until or end.ended <= until)]
