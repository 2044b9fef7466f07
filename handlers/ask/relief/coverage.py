"""Would option B lift sanctions on X? Which options reach X? What would free X?"""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.document import Act, Action, Card, Text, Tone, bold, text
from bot.answers.phrases import some_names
from bot.answers.standing_words import SHORT
from bot.questions.ask import Ask
from bot.sanctions.listing import Party
from bot.sanctions.pronoun import pronoun
from bot.sanctions.relief.impact import Impact, Outcome, outcome_for
from bot.sanctions.relief.option import ReliefOption
from bot.sanctions.relief.remains import what_is_left
from bot.sanctions.relief.why_in_words import why
from bot.sanctions.standing import Standing
from bot.screening.query import Hit, Query, Screening, Verdict
from handlers.ask import words
from handlers.ask.briefed import named_in_license, reported_in_short
from handlers.ask.elsewhere import elsewhere, lines_of
from handlers.ask.option_lines import as_listed_for, deed_for, standings, stays
from handlers.ask.possible import candidate_actions, candidate_lines, supposing
from handlers.ask.relief.freeing import freeing_card
from handlers.ask.relief.words import ask_option, lead, sentences, unknown_option, unreckoned
from handlers.ask.screening import ask_back, in_order
from store.snapshot.snapshot import Snapshot

LINKED = 5  # names of those left bound
# A question of permission is never answered yes or no.
YES_OR_NO = {Outcome.FREED: "YES", Outcome.PARTLY_RELIEVED: "PARTLY", Outcome.UNAFFECTED: "NO"}
OUTCOMES = {Outcome.FREED: "FREED", Outcome.PARTLY_RELIEVED: "RELIEVED IN PART", Outcome.UNAFFECTED: "NOT REACHED"}


def coverage_cards(screening: Screening, question: Ask, snapshot: Snapshot) -> list[Card]:
    """The cards for one party: its options one by one where the question names them, else a summary first."""
    name = words.quoted(screening.query.name)
    unknown = [unknown_option(key, snapshot) for key in question.options if snapshot.option(key) is None]
    if screening.verdict is Verdict.NOT_CHECKED:
        return [*unknown, ask_back(screening, snapshot)]
    if screening.ask_back or screening.verdict is Verdict.NO_MATCH:
        return [*unknown, not_found(screening.query, question, snapshot)]
    hits = in_order(screening, snapshot)
    if screening.verdict is Verdict.POSSIBLE and len(hits) > 1:
        return [*unknown, which_one(name, hits, question.options, snapshot)]
    party = snapshot.party(hits[0].entity_id)
    assert party is not None
    options = [found for key in question.options if (found := snapshot.option(key))]
    doubts = doubt_lines(hits, party, snapshot)
    verdicts = OUTCOMES if question.permission else YES_OR_NO
    if question.options:
        cards = (coverage_card(one, party, snapshot, verdicts, doubts) for one in options)
        return [*unknown, *(supposing(screening, card) for card in cards)]
    summary = supposing(screening, summary_card(party, snapshot, doubts))
    binding = supposing(screening, freeing_card(party, snapshot))
    if question.frees:
        return [binding, summary]
    reaching = [one for one in snapshot.options if outcome_of(one, party, snapshot) is not Outcome.UNAFFECTED]
    told = (coverage_card(one, party, snapshot, verdicts) for one in reaching)
    return [summary, *(supposing(screening, card) for card in told), binding]


def not_found(query: Query, question: Ask, snapshot: Snapshot) -> Card:
    """Of somebody on no list here no option says anything; that he may be listed since is said as in screening."""
    lists = words.listed([words.short_title(e.list) for e in words.in_order(snapshot.editions)]) or "none"
    options = [found for key in question.options if (found := snapshot.option(key))] or list(snapshot.options)
    said = standings(options)
    called = words.quoted(query.name)
    says = f"{called} was not found on the lists that are loaded ({lists}), so no option reaches it there."
    warned = reported_in_short([], query, snapshot) or named_in_license(query, snapshot)
    return Card(
        headline=text(bold(says), bold(f" But {warned}") if warned else ""),
        lines=(text(said),) if said else (),
        tone=Tone.WARNING if warned else Tone.NO_MATCH,
        options=tuple(one.key for one in options),
    )


def which_one(name: str, hits: Sequence[Hit], keys: Sequence[str], snapshot: Snapshot) -> Card:
    """Of a name that may mean several: who they are, and what the options would do for each; a person must decide."""
    named = [found for key in keys if (found := snapshot.option(key))] or list(snapshot.options)
    lines = [text(standings(named))] if named else []
    for line, hit in zip(candidate_lines(hits[:5], snapshot), hits, strict=False):
        lines.append(text(line, " ", bold(_deeds_for(hit, named, snapshot))))
    return Card(
        headline=text(bold(f"Which {name} do you mean? A person must decide.")),
        lines=tuple(lines),
        tone=Tone.POSSIBLE,
        actions=candidate_actions(hits[:5]),
        options=tuple(one.key for one in named),
    )


def _deeds_for(hit: Hit, options: Sequence[ReliefOption], snapshot: Snapshot) -> str:
    """`Option C would suspend the sanctions on it; it stays listed.`, of each option that reaches a candidate."""
    party = snapshot.party(hit.entity_id)
    assert party is not None
    said = []
    for option in options:
        impact, listed = snapshot.impacts[option.key], as_listed_for(option, party, snapshot)
        if deed := deed_for(option, impact, listed):
            they = pronoun(party.schema)
            freed = outcome_for(impact, listed.entity_id) is Outcome.FREED
            stay = stays(impact, listed, snapshot) if freed else f"; {they.does('stays', 'stay')} listed"
            said.append(f"Option {option.key} would {deed}{stay}.")
    keys = [option.key for option in options]
    return " ".join(said) or (f"Not reached by option{'s' * (len(keys) > 1)} {words.listed(keys)}." if keys else "")


def doubt_lines(hits: Sequence[Hit], party: Party, snapshot: Snapshot) -> list[Text]:
    """That others have the very name: said before what an option would do."""
    itself = {one.party.entity_id for one in elsewhere(party, snapshot)}
    same = [words.name_of(snapshot, hit.entity_id) for hit in hits[1:] if hit.certain and hit.entity_id not in itself]
    if not same:
        return []
    many = words.count(len(same), "other party", "other parties")
    said = f"{many} of this name {'is' if len(same) == 1 else 'are'} listed"
    return [text(f"{said} ({some_names(same, 3)}); this is about {words.who(party)}.")]


# ---- one option ------------------------------------------------------------


def coverage_card(
    option: ReliefOption,
    party: Party,
    snapshot: Snapshot,
    verdicts: dict[Outcome, str] | None = None,
    doubts: Sequence[Text] = (),
) -> Card:
    """Standing first; then yes, partly or no; why; and what is left."""
    impact = snapshot.impacts[option.key]
    if unknown := unreckoned(option, snapshot):
        says = f"{lead(option)}. {unknown}"
        return Card(headline=text(bold(says)), lines=tuple(doubts), tone=Tone.DRAFT, options=(option.key,))
    party = as_listed_for(option, party, snapshot)
    outcome = outcome_for(impact, party.entity_id)
    they = pronoun(party.schema)
    does = {
        Outcome.FREED: f"option {option.key} would {deed_for(option, impact, party)}{stays(impact, party, snapshot)}.",
        Outcome.PARTLY_RELIEVED: f"option {option.key} would {deed_for(option, impact, party)}; "
        f"{they.does('stays', 'stay')} listed.",
        Outcome.UNAFFECTED: f"option {option.key} does not reach {they.object}.",
    }[outcome]
    verdict = (verdicts or YES_OR_NO)[outcome]
    return Card(
        headline=text(bold(f"{lead(option)}. {now(party, snapshot)} {verdict} for {words.who(party)}: {does}")),
        lines=(*doubts, why_line(option, party, snapshot), *left_lines(party, option, impact, snapshot)),
        tone=Tone.DRAFT,
        actions=(ask_option(option),),
        options=(option.key,),
    )


def now(party: Party, snapshot: Snapshot) -> str:
    """`Now blocked.`: the present comes before what a draft would do."""
    return f"Now {SHORT[snapshot.standing(party)]}."


def why_line(option: ReliefOption, party: Party, snapshot: Snapshot) -> Text:
    """Which term selects the party and by which of its words; or that none does, and which comes nearest."""
    said = why(option, snapshot.register, party, sentences(option, snapshot), lambda one: words.name_of(snapshot, one))
    return text(bold("Why: "), " ".join(said))


def left_lines(party: Party, option: ReliefOption, impact: Impact, snapshot: Snapshot) -> list[Text]:
    """What would still bind the party, where else it is listed, and who linked to it is left bound."""
    left = what_is_left(option, impact, party, snapshot.register.editions)
    if snapshot.standing(party) is Standing.WAS_LISTED:
        left = [f"nothing in force: {words.listed(list(party.programs))} has ended, and our edition is older."]
    said = " ".join(one[0].upper() + one[1:] if n else one for n, one in enumerate(left))
    lines = [text(bold("What is left: "), said)]
    if outcome_for(impact, party.entity_id) is Outcome.UNAFFECTED:
        return lines
    lines += elsewhere_lines(party, snapshot)
    linked = impact.linked_left_blocked.get(party.entity_id, ())
    named = some_names([words.name_of(snapshot, one) for one in linked], LINKED) or "nobody"
    it = pronoun(party.schema).object
    lines.append(text(f"Linked to {it}, not covered and so bound in their own right: {words.stop(named)}"))
    return lines


def elsewhere_lines(party: Party, snapshot: Snapshot) -> list[Text]:
    """On which lists of other publishers it stays, as what; those that are not loaded are no answer."""
    found = elsewhere(party, snapshot)
    missing = words.missing_lists(snapshot)
    if found:
        return [*lines_of(found, party), *([text(missing)] if missing else [])]
    return [text(f"Listed elsewhere: found on none of the other lists loaded. {missing}".rstrip())]


# ---- all options -----------------------------------------------------------


def summary_card(party: Party, snapshot: Snapshot, doubts: Sequence[Text] = ()) -> Card:
    """`Options A (yes) and C (partly) reach Rosneft; option B does not.`"""
    options = snapshot.options
    if not options:
        return Card(headline=text(bold("No relief option is stored here.")), lines=tuple(doubts))
    lines: list[Text] = [text(standings(options)), *doubts]
    for option in options:
        listed, impact = as_listed_for(option, party, snapshot), snapshot.impacts[option.key]
        if deed := deed_for(option, impact, listed):
            lines.append(text(f"• Option {option.key} would {deed}{stays(impact, listed, snapshot)}."))
    return Card(
        headline=text(bold(reaching_words(party, snapshot))),
        lines=tuple(lines),
        tone=Tone.DRAFT,
        actions=tuple(asks_whether(option, party) for option in options[:4]),
        options=tuple(option.key for option in options),
    )


def outcome_of(option: ReliefOption, party: Party, snapshot: Snapshot) -> Outcome:
    return outcome_for(snapshot.impacts[option.key], as_listed_for(option, party, snapshot).entity_id)


def reaching_words(party: Party, snapshot: Snapshot) -> str:
    says = {Outcome.FREED: "yes", Outcome.PARTLY_RELIEVED: "partly"}
    outcomes = {one.key: outcome_of(one, party, snapshot) for one in snapshot.options}
    reach = [f"{key} ({says[outcome]})" for key, outcome in outcomes.items() if outcome in says]
    rest = [key for key, outcome in outcomes.items() if outcome not in says]
    if not reach:
        return f"No option here reaches {words.who(party)}: not {words.listed(rest, 'nor')}."
    first = f"{_options(reach)} reach{'es' if len(reach) == 1 else ''} {words.who(party)}"
    if not rest:
        return f"{first}."
    return f"{first}; {_options(rest)[0].lower()}{_options(rest)[1:]} do{'es' if len(rest) == 1 else ''} not."


def _options(keys: Sequence[str]) -> str:
    return f"Option{'s' if len(keys) > 1 else ''} {words.listed(keys)}"


def asks_whether(option: ReliefOption, party: Party) -> Action:
    asked = f'would option {option.key} lift sanctions on "{party.name}"?'
    return Action(Act.ASK, f"Option {option.key}: why?", asked, f"Why option {option.key} does or does not reach it")
