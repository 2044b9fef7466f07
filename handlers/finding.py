"""What the lists hold of a party: by its name as it was read, and by what else that may be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from bot.questions.ask import HelpWith, Kind, Reading, Subject, changed
from bot.questions.otherwise import (
    Body,
    as_lists_call,
    body_of,
    in_nominative,
    is_of_a_place,
    joined_parts,
    names_in_capitals,
    otherwise,
    parts_without_capitals,
    with_words_about,
    without_known_words,
    without_numbers,
)
from bot.questions.spotting.lexicon import folded, is_everyday, is_given
from bot.sanctions.listing import Party
from bot.sanctions.party import Schema
from bot.screening.judging.evidence import COUNTRY_AGREES
from bot.screening.judging.verdict import ask_body, ask_other_number, ask_surname
from bot.screening.query import Hit, Query, Reason, Screening, Verdict
from bot.screening.screen import Index
from bot.screening.weights import NEARLY_EQUAL, PERSON_HELD
from store.snapshot.snapshot import Snapshot

_ASK_NAME = "“{}” may be more than a name, and who is meant in it was not told. Please give the name alone."
PartyOf = Callable[[str], Party | None]
_NOBODY: dict[str, Party] = {}
FINDS = (Verdict.LISTED, Verdict.POSSIBLE)
MOST_WORDS = 8  # of a name that is looked into
_OF_A_NAME = 50  # hits among which the one that was picked is looked for
LEAST = 4  # letters of a word that is a name by itself
OF_A_SENTENCE, OF_A_KOREAN_ONE = 5, 3  # words of what is rather a sentence, in a script without capitals
CALLED = frozenset({Schema.VESSEL, Schema.AIRPLANE})  # named after anything


def screen(subject: Subject, snapshot: Snapshot, limit: int = 10) -> Screening:
    """What the lists hold of a subject."""
    return screened(subject, snapshot.index, limit, snapshot.party)


def or_screened(reading: Reading, snapshot: Snapshot) -> Reading:
    """A statement of which nothing else is understood asks about those in it whom the lists may hold: "we got a cheque
    from Timchenko". The words about a name are the statement's."""
    first = reading.first
    named = [replace(each, within="") for each in first.beside] if not first.understood else []
    found = tuple(each for each in named if _may_be_listed(each, first.text, snapshot))
    if not found:
        return reading
    names, others = (tuple(each.name for each in named if (each in found) is known) for known in (True, False))
    asked = changed(first, kind=Kind.SCREENING, help=HelpWith.MENU, nearest="", search="", beside=(), after=None)
    return Reading((changed(asked, subjects=found, read_as=names, unread=others),), others)


def _may_be_listed(subject: Subject, text: str, snapshot: Snapshot) -> bool:
    """Whether a name finds somebody, or is a surname of too many; no place, and no everyday word that may have its
    capital because it begins the text."""
    name, listed = subject.name, snapshot.index.mentions
    if name.islower() or listed.is_place(name) or (text.startswith(name) and is_everyday(name.casefold())):
        return False
    found, surname = screen(subject, snapshot), listed.is_surname(name) and not is_given(name.casefold())
    return found.verdict in FINDS or (found.verdict is Verdict.NOT_CHECKED and surname)


def screened(subject: Subject, index: Index, limit: int = 10, party_of: PartyOf = _NOBODY.get) -> Screening:
    """What an index holds of a subject, looked for in the nominative and shown as it was typed. Where it finds nobody,
    it is looked for as what else it may be: of a misspelt name perhaps only a part was read."""
    if number := subject.identifiers.get("un"):
        others = {kind: each for kind, each in subject.identifiers.items() if kind != "un"}
        return _by_number(replace(subject, identifiers=others), number, index, limit, party_of)
    query = Query(
        name=subject.sought,
        schema=subject.schema,
        birth_date=subject.birth_date,
        country=subject.country,
        identifiers=subject.identifiers,
    )
    found = index.screen(query, limit)
    if subject.entry:
        picked = tuple(
            replace(hit, certain=True, possible_from=0) for hit in found.hits if hit.entity_id == subject.entry
        )
        return Screening(query, Verdict.LISTED, picked) if picked else found
    if found.verdict is not Verdict.LISTED and (body := body_of(subject.name)):
        found = _body_as_lists_call_it(body, found, index, limit)
    if found.verdict is Verdict.NO_MATCH and subject.birth_date:
        found = _of_another_birth(query, found, index, limit)
    nobody = found.verdict in (Verdict.NO_MATCH, Verdict.NOT_CHECKED)
    nobody = nobody or (_is_possible(found) and found.matches[0].score == PERSON_HELD)  # beside words not of the name
    if nobody and (other := _found_otherwise(subject, query, index, limit)):
        wider = found.matches and _is_possible(other) and len(other.query.name) > len(subject.name)
        return found if wider and other.matches[0].entity_id == found.matches[0].entity_id else other
    if is_of_a_place(subject):
        return _there(found, index.screen(replace(query, name=subject.within), limit))
    if subject.within and _may_be_more(subject, found):  # Bank St. Petersburg
        whole = index.screen(replace(query, name=subject.within), limit)
        if whole.matches and (subject.country or whole.matches[0].score > found.matches[0].score):
            return whole
    if " " not in subject.name:
        found = _in_its_forms(found, replace(query, name=subject.name), index, limit, nobody=nobody)
    if subject.borrows and nobody:
        return replace(found, verdict=Verdict.NOT_CHECKED, ask_back=ask_surname(subject.within, subject.name))
    if found.verdict is Verdict.NO_MATCH and _may_be_a_sentence(subject):
        found = replace(found, verdict=Verdict.NOT_CHECKED, ask_back=_ASK_NAME.format(subject.name))
    return found if subject.sought == subject.name else replace(found, query=replace(query, name=subject.name))


def _in_its_forms(found: Screening, query: Query, index: Index, limit: int, *, nobody: bool) -> Screening:
    """What was found by one word, with whom its other forms find: "Мордашова" may be a woman, or a man's name in the
    genitive; where nobody was, asked back about a surname that is too common: "Kovalchuks"."""
    forms = filter(index.mentions.is_surname, in_nominative(query.name) if nobody or _is_possible(found) else ())
    others = [index.screen(replace(query, name=form), limit) for form in forms]
    if _is_possible(found):
        more = [hit for other in others for hit in other.matches]
        found = replace(found, hits=tuple({hit.entity_id: hit for hit in [*found.hits, *more]}.values()))
    asked_back = (other for other in others if nobody and other.verdict is Verdict.NOT_CHECKED)
    return next(asked_back, found)


def _may_be_a_sentence(subject: Subject) -> bool:
    """Whether words of a script without capitals are more than a name has, or are what is left of more: what tells it
    from what is said about it is not known in most languages that are written so."""
    name = subject.name
    hangul = any("\uac00" <= char <= "\ud7a3" for char in name)
    left = subject.within and " " in name and name in subject.within
    many = left or len(name.split()) >= (OF_A_KOREAN_ONE if hangul else OF_A_SENTENCE)
    return many and not name.isascii() and name.lower() == name.upper()


def _there(found: Screening, whole: Screening) -> Screening:
    """Another party that is called as a name and its place are, "ISIS in Bangladesh", instead of who is called by the
    name alone; where that is not sure, before him."""
    named = [hit.entity_id for hit in found.matches[:1]]
    best = [hit for hit in whole.matches[:1] if hit.entity_id not in named and hit.reasons[0].kind != "read"]
    if not best or whole.verdict is Verdict.LISTED:
        return whole if best else found
    least = whole.matches[-1].score
    alone = (replace(hit, certain=False, possible_from=0.0, score=min(hit.score, least)) for hit in found.matches)
    return replace(whole, hits=tuple({hit.entity_id: hit for hit in (*alone, *whole.matches)}.values()))


def _by_number(subject: Subject, number: str, index: Index, limit: int, party_of: PartyOf) -> Screening:
    """What the lists hold of the party that the UN gives a reference number. Who is not called as the name beside it is
    only a possible match."""
    by_itself = subject.name.upper().endswith(number)
    party = party_of(f"unsc-{number[:2]}{number[2:].lower()}")
    if party is None:
        query = Query(subject.name)
        ask_back = ask_other_number(subject.name)
        return Screening(query, Verdict.NOT_CHECKED, (), ask_back) if by_itself else screened(subject, index, limit)
    whose = replace(subject, entry=party.entity_id)
    found = screened(whose, index, _OF_A_NAME)
    if found.verdict is Verdict.LISTED and found.hits[0].entity_id == party.entity_id:
        return found
    found = screened(replace(whose, name=party.name, spelt=""), index, _OF_A_NAME)
    numbered = (Reason("identifier", f"The UN list gives it the number {number[:2]}{number[2:].lower()}."),)
    if by_itself:
        return replace(found, hits=tuple(replace(hit, reasons=numbered) for hit in found.hits))
    another = (*numbered, Reason("name", "It has another name there than the question."))
    hits = tuple(replace(hit, reasons=another, certain=False) for hit in found.hits)
    return Screening(Query(subject.name), Verdict.POSSIBLE, hits)


def _of_another_birth(query: Query, found: Screening, index: Index, limit: int) -> Screening:
    """Those of the name whose birth date alone speaks against them: whether it is theirs a person must decide, "is
    Sechin, born 1975, listed?". Dates are mistyped, and lists have wrong ones."""
    named = {hit.entity_id for hit in index.screen(replace(query, birth_date=""), limit).matches}
    hits = tuple(replace(hit, possible_from=0.0) for hit in found.hits if hit.entity_id in named)
    return replace(found, verdict=Verdict.POSSIBLE, hits=hits) if hits else found


def _body_as_lists_call_it(body: Body, found: Screening, index: Index, limit: int) -> Screening:
    """The surest of what is found by the names of a body of a state: with what its country is called in full only who
    is listed by just that. Nobody is cleared by words that only say what it is."""
    name, best = found.query.name, found
    if "'s " in name and found.verdict is Verdict.POSSIBLE:  # by "syria's"
        best = replace(found, verdict=Verdict.NO_MATCH, hits=())
    for other in as_lists_call(body):
        one = index.screen(replace(found.query, name=other.name, country=other.country), limit)
        if one.verdict is Verdict.LISTED:
            return one
        if one.verdict is Verdict.POSSIBLE and not other.within and _likelihood(one) > _likelihood(best):
            best = replace(one, query=replace(found.query, name=name))
    if best.verdict is Verdict.NO_MATCH and body.called.islower():
        return replace(best, verdict=Verdict.NOT_CHECKED, ask_back=ask_body(name))
    return best


def _found_otherwise(subject: Subject, query: Query, index: Index, limit: int) -> Screening | None:
    """Whom a name finds without its country or a first word that asks; without the endings that a sentence gave it;
    with the words that stand about it; by each part that "and" joins; by the names in a sentence in capitals; without
    known words at its ends; by a listed name in a sentence whose script has no capitals. The first that finds somebody
    counts."""

    def found_by(queries: Iterable[Query]) -> Iterator[Screening]:
        return (found for each in queries if (found := index.screen(each, limit)).verdict in FINDS)

    def finds(names: Iterable[str], query: Query = query) -> Iterator[Screening]:
        return found_by(replace(query, name=name) for name in names)

    def in_any_form(name: str) -> Screening | None:
        # LISTED rather than POSSIBLE; of a yacht whose owner is named the type is not his
        forms = finds(in_nominative(name), replace(query, schema=None))
        found = next(finds([name]), None) if name != subject.name else None
        found = found or min(forms, key=_is_possible, default=None)
        return found and replace(found, query=replace(query, name=name))

    others = (replace(query, name=other.name, country=other.country) for other in otherwise(subject))
    if found := next(found_by(others), None):
        return found if found.verdict is Verdict.LISTED else replace(found, query=replace(query, name=subject.name))
    if found := _without_numbers(subject, query, index, limit):
        return found
    sure = (part for part in finds(joined_parts(subject)) if not _is_possible(part))
    about = map(in_any_form, (subject.name, *with_words_about(subject)))
    if found := next(filter(None, about), None) or next(sure, None) or _in_a_sentence(subject, query, index, limit):
        return found
    if found := _each_a_name(subject.name.split(), query, index, limit):
        return found
    known = (name for name in without_known_words(subject) if not index.mentions.is_name(name))  # else told beside it
    if found := next(filter(None, map(in_any_form, known)), None):
        return replace(found, verdict=Verdict.POSSIBLE)  # the words about it may be of another's name
    parts = [*parts_without_capitals(subject)]
    named = next(finds(filter(index.mentions.is_name, parts)), None)
    found = named or next((part for part in finds(parts) if part.matches[0].score >= NEARLY_EQUAL), None)
    return found and replace(found, verdict=Verdict.POSSIBLE)


def _without_numbers(subject: Subject, query: Query, index: Index, limit: int) -> Screening | None:
    """Who may be called as the name without what numbers or prices it, which may tell firms and ships apart; none of a
    ship that is called by one everyday word."""
    for name in without_numbers(subject):
        found = index.screen(replace(query, name=name), limit)
        unsure = CALLED if is_everyday(folded(name)) else ()
        hits = tuple(_read_in_text(hit, name) for hit in found.matches if hit.certain and hit.schema not in unsure)
        if hits:
            return Screening(query, Verdict.POSSIBLE, hits)
    return None


def _in_a_sentence(subject: Subject, query: Query, index: Index, limit: int) -> Screening | None:
    """Whom the names in a sentence find that is written in capitals: what stands between its everyday words, with those
    at its ends or without, else the longest part that is listed just so."""
    hits: dict[str, Hit] = {}
    for run in (each[:MOST_WORDS] for each in names_in_capitals(subject, index.mentions.bearers)):
        for part in dict.fromkeys(map(tuple, (run, _bare(run), *parts_of(run)))):
            whole, name = len(part) >= len(_bare(run)), " ".join(part)
            if whole or len(part) > 1 or index.mentions.is_name(name):
                matches = index.screen(replace(query, name=name), limit).matches
                certain = [hit for hit in matches if hit.certain]
                found = certain or (matches if whole and not _is_everyday(part) else ())
                hits = {hit.entity_id: _read_in_text(hit, name) for hit in found} | hits
                if found:
                    break
    return Screening(query, Verdict.POSSIBLE, tuple(hits.values())) if hits else None


def _each_a_name(words: Sequence[str], query: Query, index: Index, limit: int) -> Screening | None:
    """Whom some words find of which each is a party's by itself: "garantex chatex suex"."""
    if not 1 < len(words) <= MOST_WORDS or any(is_everyday(word.casefold()) or len(word) < LEAST for word in words):
        return None
    found = [index.screen(replace(query, name=word), limit) for word in words]
    if any(one.verdict not in FINDS for one in found):
        return None
    hits = {
        hit.entity_id: _read_in_text(hit, word) for word, one in zip(words, found, strict=True) for hit in one.matches
    }
    return Screening(query, Verdict.POSSIBLE, tuple(hits.values()))


def _bare(run: Sequence[str]) -> Sequence[str]:
    """What is left without the everyday words at both ends."""
    own = [at for at, word in enumerate(run) if not _is_everyday([word])]
    return run[own[0] : own[-1] + 1] if own else run


def _is_everyday(part: Sequence[str]) -> bool:
    return all(is_everyday(word.casefold()) for word in part)


def _read_in_text(hit: Hit, name: str) -> Hit:
    """The hit, found in running text and so not for sure."""
    reasons = {each.kind: each for each in (Reason("read", f"Read in the question: “{name}”."), *hit.reasons)}
    return replace(hit, certain=False, reasons=tuple(reasons.values()))


def parts_of(typed: Sequence[str]) -> Iterator[Sequence[str]]:
    """The runs of some words that are not all of them, the longest first."""
    for size in range(len(typed) - 1, 0, -1):
        for at in range(len(typed) - size + 1):
            yield typed[at : at + size]


def _is_possible(found: Screening) -> bool:
    return found.verdict is Verdict.POSSIBLE


def _likelihood(found: Screening) -> tuple[bool, float]:
    return not _is_elsewhere(found), max((hit.score for hit in found.matches), default=0.0)


def _may_be_more(subject: Subject, found: Screening) -> bool:
    """Whether the words about a name may be of it: who was found is of another country, or nobody for sure."""
    return _is_elsewhere(found) if subject.country else (_is_possible(found) and not subject.borrows)


def _is_elsewhere(found: Screening) -> bool:
    """Whether it is of another country than the best that was found: Gazprombank Luxembourg is not Gazprombank."""
    return any(
        reason.kind == "country" and reason.says != COUNTRY_AGREES
        for hit in found.matches[:1]
        for reason in hit.reasons
    )
