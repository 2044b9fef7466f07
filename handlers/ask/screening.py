"""Is X sanctioned? The verdict first, then what it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.document import Act, Action, Answer, Card, Text, Tone, bold, link, text
from bot.questions.question import Question, Subject
from bot.sanctions.display import readable
from bot.sanctions.effect import effect_in_words
from bot.sanctions.listing import Listing, Party
from bot.sanctions.standing import NON_SDN, SDN, Standing, later_sdn_of, signs_of
from bot.screening.query import Hit, Query, Screening, Verdict
from bot.standing_words import SHORT, ended, ends, headline
from handlers.ask import words
from handlers.ask.named_list import loaded_of, named_list
from handlers.ask.option_lines import relief_lines
from handlers.desk import Desk
from store.snapshot.snapshot import Snapshot

MOST_CANDIDATES = 5
NEAR = 0.55  # below it the nearest name has nothing to do with the question
PERMISSION = (
    "Whether a dealing is allowed is not answered here: licenses, exemptions and the 50 Percent Rule are not evaluated."
)
NAME_ONLY = "This is about a name: check that it is the same party."
OWNERSHIP = "Ownership is not in the lists."


def answer(question: Question, desk: Desk) -> Answer:
    snapshot = desk.snapshot()
    screenings = tuple(screen(subject, snapshot) for subject in question.subjects)
    cards = tuple(card(s, question, desk, snapshot) for s in screenings)
    notes = words.edition_notes(desk, snapshot)
    return Answer(
        kind=question.kind,
        cards=cards,
        screenings=screenings,
        editions=notes,
        fine=closing(question, desk, snapshot, screenings),
        actions=(Action(Act.SHARE, "Share in channel", question.text),),
    )


def screen(subject: Subject, snapshot: Snapshot, limit: int = 10) -> Screening:
    query = Query(
        name=subject.name,
        schema=subject.schema,
        birth_date=subject.birth_date,
        country=subject.country,
        identifiers=subject.identifiers,
    )
    return snapshot.index.screen(query, limit)


def card(screening: Screening, question: Question, desk: Desk, snapshot: Snapshot) -> Card:
    if screening.ask_back:
        return ask_back(screening)
    if screening.verdict is Verdict.NO_MATCH:
        return no_match(screening, question, desk, snapshot)
    hits = in_order(screening, snapshot)
    if screening.verdict is Verdict.LISTED:
        return listed(hits, screening, question, desk, snapshot)
    return possible(hits, screening, question, desk, snapshot)


def in_order(screening: Screening, snapshot: Snapshot) -> list[Hit]:
    """Matches, those that alone would make the verdict LISTED first; of equals the one that most others are linked
    to, for that is the head of the group whose name they share."""
    linked = snapshot.linked_counts
    return sorted(screening.matches, key=lambda h: (not h.certain, -h.score, -linked.get(h.entity_id, 0)))


# ---- LISTED ----------------------------------------------------------------


def listed(hits: Sequence[Hit], screening: Screening, question: Question, desk: Desk, snapshot: Snapshot) -> Card:
    hit, *others = hits
    party = snapshot.party(hit.entity_id)
    assert party is not None
    lines = [listing_line(listing, snapshot) for listing in party.listings]
    lines.append(match_line(hit, party))
    lines += ended_lines(party, desk, snapshot)
    lines += sdn_line(party, desk, snapshot)
    lines += relief_lines(party, snapshot)
    lines += other_lines(others)
    first, elsewhere = named_list(hit, question, desk, snapshot)
    return Card(
        headline=text(bold(f"{first}{elsewhere}{verdict(party, snapshot)}.{namesakes(others)}")),
        lines=tuple(lines),
        tone=tone_of(snapshot.standing(party)),
        actions=party_actions(hit, party),
    )


def namesakes(others: Sequence[Hit]) -> str:
    """That there are more parties of the very same name belongs to the verdict."""
    n = sum(hit.certain for hit in others)
    return (
        f" {words.count(n, 'other party', 'other parties')} of this name {'is' if n == 1 else 'are'} listed."
        if n
        else ""
    )


def verdict(party: Party, snapshot: Snapshot) -> str:
    """The verdict and the standing, which no reader may miss, and who."""
    return headline(party.listings, snapshot.as_of, words.who(party))


def tone_of(standing: Standing) -> Tone:
    return Tone.LISTED if standing in (Standing.BLOCKED, Standing.PROBABLY_BLOCKED) else Tone.LIMITED


def listing_line(listing: Listing, snapshot: Snapshot) -> Text:
    """One listing: the list, its programs, what they do, and the publisher's page."""
    says = f"{words.listed_where(listing, snapshot)}: {words.tags(listing)}: {effect_in_words(listing)}."
    return text(says, " ", link("Entry", listing.url)) if listing.url else text(says)


def match_line(hit: Hit, party: Party) -> Text:
    """Why: the names as published, and the reasons."""
    also = f", also {words.quoted(hit.matched.text)}" if hit.matched.text != party.name else ""
    reasons = " ".join(reason.says for reason in hit.reasons)
    return text(f"Listed as {words.quoted(party.name)}{also}. {reasons}")


def ended_lines(party: Party, desk: Desk, snapshot: Snapshot) -> list[Text]:
    """Programs that have ended since the edition in which the party stands under them."""
    found = ended(party.listings, snapshot.as_of)
    if not found:
        return []
    if snapshot.standing(party) is not Standing.WAS_LISTED:
        return [text(f"Of its programs {ends(found)}: that one binds nobody since.")]
    sdn = snapshot.edition(SDN)
    dated = f" (SDN {words.day(sdn.published)}{', stale' if words.note(desk, sdn).stale else ''})" if sdn else ""
    acts = words.listed([one.by for one in found if one.by])
    return [text(f"Our edition{dated} is older than that and cannot tell which.{f' Ended by {acts}.' if acts else ''}")]


def sdn_line(party: Party, desk: Desk, snapshot: Snapshot) -> list[Text]:
    """When the non-SDN list is newer than our SDN list, a tag on it may tell of a later SDN listing."""
    sdn, cons = snapshot.edition(SDN), snapshot.edition(NON_SDN)
    if sdn is None or cons is None or SDN in party.lists or NON_SDN not in party.lists:
        return []
    tag = later_sdn_of(map(signs_of, party.listings), snapshot.as_of)
    stale = ", stale" if words.note(desk, sdn).stale else ""
    ours = f"Our SDN edition ({words.day(sdn.published)}{stale})"
    if tag:
        return [
            text(
                f"{ours} lacks it and is older than the non-SDN one ({words.day(cons.published)}), ",
                f"which tags it {tag}: ",
                bold("it has probably been put on the SDN list since."),
            )
        ]
    if sdn.first_day < cons.first_day:
        return [text(f"{ours} lacks it; a later SDN listing would not show here.")]
    return []


def other_lines(others: Sequence[Hit]) -> list[Text]:
    """Further parties that fit, in one line; those of the very same name are said to be so."""
    same = [h for h in others if h.certain]
    close = [h for h in others if not h.certain]
    lines = []
    if same:
        lines.append(text("Also of this name: ", words.some([naming(h) for h in same], MOST_CANDIDATES), "."))
    if close:
        lines.append(text("Similar names: ", words.some([naming(h) for h in close], 3), "."))
    return lines


def naming(hit: Hit) -> str:
    return f"{readable(hit.name, hit.schema)} ({SHORT[hit.standing]}, {hit.score:.2f})"


# ---- POSSIBLE --------------------------------------------------------------


def possible(hits: Sequence[Hit], screening: Screening, question: Question, desk: Desk, snapshot: Snapshot) -> Card:
    shown = hits[:MOST_CANDIDATES]
    lines = candidate_lines(shown, snapshot)
    if len(hits) > len(shown):
        lines.append(text(f"And {len(hits) - len(shown)} more of a similar name."))
    lines.append(text(missing_evidence(screening, shown)))
    many = "One listed party" if len(hits) == 1 else f"{len(hits)} listed parties"
    first, elsewhere = named_list(hits[0], question, desk, snapshot)
    says = f"{first}{elsewhere}POSSIBLE MATCH for {words.quoted(screening.query.name)}."
    return Card(
        headline=text(bold(says), f" {many} could be meant; a person must decide."),
        lines=tuple(lines),
        tone=Tone.POSSIBLE,
        actions=candidate_actions(shown),
    )


def candidate_lines(hits: Sequence[Hit], snapshot: Snapshot) -> list[Text]:
    """The candidates, numbered as their buttons are."""
    return [candidate_line(n, hit, snapshot) for n, hit in enumerate(hits, 1)]


def candidate_line(number: int, hit: Hit, snapshot: Snapshot) -> Text:
    """Who, how near, what the listing does, where; by which name, where it is not the first; and the first two reasons:
    the rest is in the details."""
    party = snapshot.party(hit.entity_id)
    assert party is not None
    where = words.listed([words.short_title(key) for key in party.lists])
    reasons = " ".join(reason.says for reason in hit.reasons[:2])
    named = "" if hit.matched.text == hit.name else f"Also listed as {words.quoted(hit.matched.text)}. "
    about = (
        f": {hit.score:.2f}, {SHORT[hit.standing]}; {where}: {words.listed(list(party.programs))}. {named}{reasons} "
    )
    url = party.listings[0].url
    return text(f"{number}. ", bold(words.who(party)), about, *([link("Entry", url)] if url else []))


def missing_evidence(screening: Screening, hits: Sequence[Hit]) -> str:
    query = screening.query
    if any(hit.schema == "Person" for hit in hits) and not query.birth_date:
        return "Narrow it down: add a birth date (“born 1956”), a full name or an identifier."
    return "Narrow it down: add the full name or an identifier (INN, IMO, BIC)."


# ---- NO MATCH --------------------------------------------------------------


def no_match(screening: Screening, question: Question, desk: Desk, snapshot: Snapshot) -> Card:
    """Never more than: no match in these lists as of these dates."""
    notes = words.edition_notes(desk, snapshot)
    name = words.quoted(screening.query.name)
    if words.only_starter(snapshot):
        why = "it is not in the starter set, and no full list is loaded" if notes else "no list is loaded"
        return Card(headline=text(bold(f"NOT CHECKED: {name}: {why}.")), tone=Tone.NOT_LOADED)
    nearest = next((hit for hit in screening.hits if hit.score >= NEAR), None)
    near = f"Nearest: {words.quoted(nearest.matched.text)} {nearest.score:.2f}." if nearest else ""
    tail = " ".join(part for part in (words.missing_lists(snapshot), near, OWNERSHIP) if part)
    first, _ = named_list(None, question, desk, snapshot)
    says = f"{first}NO MATCH for {name} in {words.count(len(notes), 'list')}"
    return Card(
        headline=text(bold(says), f" ({words.dated(notes)})."),
        lines=(text(tail),),
        tone=Tone.NOT_LOADED if first and not loaded_of(question, snapshot) else Tone.NO_MATCH,
    )


def ask_back(screening: Screening) -> Card:
    """One common word, or a number that cannot be right: the first sentence says what, the rest what to do."""
    first, _, rest = screening.ask_back.partition(". ")
    lines = (text(rest),) if rest and rest != words.stop(first) else ()
    return Card(headline=text(bold(f"NOT CHECKED: {words.stop(first)}")), lines=lines, tone=Tone.WARNING)


# ---- under every card ------------------------------------------------------


def party_actions(hit: Hit, party: Party) -> tuple[Action, ...]:
    name = readable(party.name, party.schema)
    return (
        Action(Act.DETAILS, "Details", hit.entity_id, f"Details for {name}"),
        Action(Act.WATCH, "Watch", f"entity:{hit.entity_id}", f"Watch {name}"),
    )


def candidate_actions(hits: Sequence[Hit]) -> tuple[Action, ...]:
    return tuple(
        Action(Act.DETAILS, f"Details {n}", hit.entity_id, f"Details for {readable(hit.name, hit.schema)}")
        for n, hit in enumerate(hits, 1)
    )


def closing(question: Question, desk: Desk, snapshot: Snapshot, screenings: Sequence[Screening]) -> tuple[Text, ...]:
    """Said once: what the verdict is about, and which lists of which dates."""
    lines = []
    if question.permission:
        lines.append(text(PERMISSION))
    if any(s.verdict is not Verdict.NO_MATCH and not s.ask_back for s in screenings):
        lines.append(text(f"{NAME_ONLY} {OWNERSHIP}"))
        notes = words.edition_notes(desk, snapshot)
        checked = f"Checked: {words.count(len(notes), 'list')} ({words.dated(notes)})."
        lines.append(text(" ".join(part for part in (checked, words.missing_lists(snapshot)) if part)))
    starter = words.starter_line(snapshot)
    if starter:
        lines.append(text(starter))
    return tuple(lines)
