"""Acts on watches that the rest of a message speaks against, or may: they are left to who asks."""

from __future__ import annotations

from collections.abc import Sequence

from bot.questions.ask import Ask, Kind, changed
from bot.questions.composing.seen import Seen
from bot.questions.data import patterns
from bot.questions.spotting.lexicon import WORD, sets
from bot.questions.spotting.sheet import covered

_COURTESY, _REQUESTED = (patterns("acting")[name] for name in ("courteous", "requested"))
_ACTS = sets.ON_WATCHES | sets.CHANGING_WATCHES - {"put"} | {"digest"}
_AGAINST = sets.DENYING | sets.EXCEPTING | sets.EITHER | sets.STAYING


def withheld(asks: Sequence[Ask], every: Sequence[Seen]) -> list[Ask]:
    """The asks of a message in those stretches; an act that a later one takes back is not done, and one on all that
    is watched only where all else is a courtesy, a question or an act of its own."""
    if not any(ask.kind in sets.ON_WATCHES for ask in asks):
        return [*asks]
    first = next((at for at, seen in enumerate(every) if seen.parts & sets.CHANGING_WATCHES), 0)
    back = any(_takes_back(seen) for seen in every[first + 1 :])
    goes_on = all(map(_goes_on, every))
    left = [back or (ask.everything and ask.kind is Kind.UNWATCH and not goes_on) for ask in asks]
    return [_left(ask) if is_left else ask for ask, is_left in zip(asks, left, strict=True)]


def _left(ask: Ask) -> Ask:
    if ask.kind not in sets.ON_WATCHES:
        return ask
    return changed(ask, provided=True, subjects=() if ask.everything else ask.subjects)


def _takes_back(seen: Seen) -> bool:
    """Whether it only denies: "actually no, wait"; what asks for the act that undoes one is read: "never mind"."""
    denies = seen.denies and "takes_back" not in seen.marks
    return denies and not seen.spans and not seen.parts - sets.IDLE - sets.CHAT


def _goes_on(seen: Seen) -> bool:
    """Whether it speaks against no act on everything."""
    said = " ".join(WORD.findall(seen.row.text.casefold()))
    own = covered(act for act in seen.acts if act.part in sets.ON_WATCHES)  # no longer watch
    words = {item.word for at, item in enumerate(seen.row.items) if at not in own}
    if words & _AGAINST or seen.parts & {"without", "only"}:
        return False
    acts = seen.parts & _ACTS
    wonders = acts and seen.row.text.rstrip().endswith("?") and not _REQUESTED.search(said)
    return not wonders and bool(acts or seen.is_question or _COURTESY.fullmatch(said))
