"""What a follow-up says of an act on watches before it: that it is not meant here, that another is to end, that it is
taken back."""

from __future__ import annotations

from bot.questions.ask import Ask, Kind, changed
from bot.questions.composing.acting import fits
from bot.questions.composing.seen import Seen
from bot.questions.composing.withheld import AWAY, NOTES, as_watched
from bot.questions.spotting.lexicon import sets


def of_the_act(seen: Seen, own: Ask | None, before: Ask) -> Ask | None:
    """The ask of a stretch that speaks of the act before, or of what is watched. `own`: what it asks by itself."""
    alone = not seen.spans and (own is None or own.kind is Kind.HELP)  # no question that names a channel
    if alone and before.kind in sets.ON_WATCHES and AWAY.search(seen.row.text):  # not here, in #desk
        return changed(before, provided=True, notes=(NOTES["say_there"],), read=seen.row.text)
    ends = seen.first & {"removed", "stop"} or "lets_go" in seen.marks
    if own and own.subjects and ends and not (seen.denies or seen.is_question):
        left = before.kind is Kind.WATCH  # put X on the watchlist, take Y off
        if own.kind not in sets.ON_WATCHES and (left or before.kind is Kind.WATCHES):  # what am I watching? and drop X
            told = "lets_go" not in seen.marks and seen.first.isdisjoint(sets.ORDERING)  # dropped X in March
            ended = Ask(Kind.UNWATCH, read=seen.row.text, subjects=own.subjects, provided=left or told)
            return as_watched(ended, seen)
    if before.kind in sets.ON_WATCHES and fits("taken_back", seen.row) and "takes_back" not in seen.marks:  # no
        return changed(taken_back(before), read=seen.row.text, provided=True)
    return None


def taken_back(act: Ask) -> Ask:
    """The act that undoes one on watches: a watch is ended again; one that was ended is offered."""
    return changed(act, kind=Kind.UNWATCH) if act.kind is Kind.WATCH else changed(act, kind=Kind.WATCH, provided=True)
