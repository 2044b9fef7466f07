"""One thing about an option that is asked for by itself: in one line, with the option behind a button."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.document import Card, Text, Tone, bold, person, text
from bot.questions.ask import Facet
from bot.sanctions.relief.lifecycle import PROPOSED
from bot.sanctions.relief.option import ReliefOption
from bot.sanctions.relief.wording import duration_in_words
from handlers.ask import words
from handlers.ask.briefing import also
from handlers.ask.relief.changes import history_of
from handlers.ask.relief.words import ask_option, lead, measure_titles, sentences, unknown_option
from handlers.desk import Desk
from store.options import OptionVersion
from store.snapshot.snapshot import Snapshot


def facet_card(key: str, facet: Facet, desk: Desk, snapshot: Snapshot) -> Card:
    """One thing about an option. How the option stands comes first, whatever is asked."""
    option = snapshot.option(key)
    if option is None:
        return unknown_option(key, snapshot)
    said = {
        Facet.FORCE: lambda: text(force(option)),
        Facet.AUTHOR: lambda: author(option, history_of(option, desk)),
        Facet.LASTS: lambda: text(lasts(option)),
        Facet.WHEN: lambda: text(begins(option)),
        Facet.CHANCE: lambda: text(chance(option)),
        Facet.LAW: lambda: law(snapshot),
        Facet.ELSEWHERE: lambda: text(elsewhere(option)),
        Facet.REPLY: lambda: text(reply(option)),
        Facet.RETURNED: lambda: text(
            words.stop(option.in_return.get("says") or "What is asked in return is not stated")
        ),
    }[facet]()
    return Card(headline=text(bold(f"{lead(option)}. "), said), tone=Tone.DRAFT, actions=(ask_option(option),))


def force(option: ReliefOption) -> str:
    if option.in_force:
        since = f" since {words.day(option.effective_from)}" if option.effective_from else ""
        return f"It is marked here as in effect{since}; the lists alone decide who is listed."
    return "No: it is not in force; the lists alone decide."


def chance(option: ReliefOption) -> str:
    nobody = " Nobody is known to have proposed it." if option.illustrative else ""
    return f"How likely it is, nobody can say here: no forecast is made.{nobody}"


def law(snapshot: Snapshot) -> Text:
    """What the briefing holds of the law: whether Congress must agree to relief, which a draft does not say."""
    said = [one for one in snapshot.content.statements if {"law", "Congress"} <= set(one.topics)]
    if not said:
        return text("Whether Congress must agree is not known to this briefing.")
    lines = [part for one in said for part in (" ", also(one, snapshot, "The law"))]
    return text("Whether Congress must agree, the draft does not say.", *lines)


def elsewhere(option: ReliefOption) -> str:
    """An option is of the law of one publisher, and changes nothing of what others impose."""
    whose = {
        "US": "the United States",
        "EU": "the European Union",
        "UK": "the United Kingdom",
        "UN": "the United Nations",
    }
    of = whose.get(option.jurisdiction, option.jurisdiction)
    return (
        f"No: it is of the law of {of} alone, and changes nothing of what others impose: listings, bans and price caps."
    )


def of_measures(key: str, measures: Sequence[str], snapshot: Snapshot) -> Card:
    """Whether a term of an option changes one of these measures, and how."""
    option = snapshot.option(key)
    if option is None:
        return unknown_option(key, snapshot)
    titles = measure_titles(snapshot)
    said = sentences(option, snapshot)
    found = [f"{n}. {said[n - 1]}" for n, term in enumerate(option.terms, 1) if term.measure in measures]
    called = words.listed([titles.get(one, one) for one in measures], "or")
    headline = f"Yes: term {' '.join(found)}" if found else f"No: none of its terms changes this: {words.stop(called)}"
    return Card(headline=text(bold(f"{lead(option)}. "), headline), tone=Tone.DRAFT, actions=(ask_option(option),))


def reply(option: ReliefOption) -> str:
    """Nobody can have spoken of an illustration; of what others drafted, what they say stands in the briefing."""
    if option.illustrative:
        return "Nobody is known to have said anything about it: it was written for this project, as an illustration."
    return "What anybody says about it is not kept with it: ask the briefing about them by name."


def author(option: ReliefOption, history: Sequence[OptionVersion]) -> Text:
    """Who drafted it and who approved it, as far as that was done here."""
    by = ", ".join(option.drafted_by) or "not stated"
    drafted = f"Drafted by: {words.stop(by)} "
    approved = _approval(history)
    if approved is None:
        return text(f"Nobody has approved it here. {drafted}".rstrip())
    on = words.day(approved.at.date())
    return text("Approved here by ", person(approved.who), f" on {on}: that makes it no law. {drafted}".rstrip())


def _approval(history: Sequence[OptionVersion]) -> OptionVersion | None:
    """The version by which it was approved, if it still stands so; the newest version is first."""
    found = None
    for one in history:
        if one.option.status not in (PROPOSED, "in_effect"):
            break
        found = one
    return found


def lasts(option: ReliefOption) -> str:
    ends = [f"term {n} for {duration_in_words(t.duration)}" for n, t in enumerate(option.terms, 1) if t.duration]
    notice = [(n, t.snap_back) for n, t in enumerate(option.terms, 1) if t.snap_back]
    back = [f"term {n} on a notice of {duration_in_words(days)}" for n, days in notice]
    rest = len(option.terms) - len(ends)
    open_end = words.count(rest, "term has", "terms have") + " no end" if ends else "None of its terms has an end"
    said = [*([f"By its words: {words.listed(ends)}"] if ends else []), *([open_end] if rest else [])]
    none = "" if back else " No term has a snap-back."
    whence = "" if option.effective_from or not ends else " It names no day to count from."
    return "; ".join(said) + (f"; snap-back of {words.listed(back)}." if back else ".") + whence + none


def begins(option: ReliefOption) -> str:
    if option.effective_from:
        return f"Its draft names {words.day(option.effective_from)} as the day from which it would hold."
    return "It names no day from which it would hold, and nobody has said one here."
