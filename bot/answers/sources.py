"""How sure a fact of the briefing is and where it comes from, in words: said alike by answers, alerts and digests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.answers.document import Text, link, text
from bot.answers.phrases import count, day
from bot.sanctions.briefing.statement import Source

CONFIDENCE = {
    "official": "Official",
    "reported": "Reported",
    "second_hand": "Second hand",
    "unknown": "Not known",
}
MEANS = {"second_hand": "second hand, from a third party's file"}  # said once more where there is room


def confidence(key: str) -> str:
    return CONFIDENCE.get(key, "Confidence not stated")


def cited(source: Source | None) -> Text:
    """Publisher and title, as a link where the source has an address."""
    if source is None:
        return text("none")
    says = ", ".join(part for part in (source.publisher, source.title) if part)
    return text(link(says, source.url)) if source.url else text(says)


def cited_all(key: str, also: Sequence[str], witnesses: int, sources: Mapping[str, Source]) -> Text:
    """`OFAC, FAQ 1225, 18 Dec 2025; and 1 more: Willkie.` The first source whole, the others by their publisher."""
    source = sources.get(key)
    when = f", {day(source.date)}" if source and source.date else ""
    others = list(dict.fromkeys(sources[one].publisher for one in also if one in sources))
    beside = f"; also {'; '.join(others)}" if others else ""
    return text(cited(source), f"{when}{beside}", f" ({count(witnesses, 'source')})." if witnesses > 1 else ".")
