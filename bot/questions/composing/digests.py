"""When a digest is asked to come: its hour, zone and days, a pause, an end."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from zoneinfo import available_timezones

from bot.questions.ask import DigestWish
from bot.questions.composing.seen import Seen
from bot.questions.data import patterns, standing_apart, table
from bot.questions.spotting.days import ahead, later
from bot.questions.spotting.lexicon import folded
from bot.questions.spotting.sheet import Sort

_UNTIL_WHEN = (
    "Say until when: “pause the digest until Monday”, “pause the digest for a week”. “Stop the digest” ends it."
)
_SAID = patterns("digests")
_DAYS = tuple(standing_apart(forms) for forms in table("digests")["days"])


def digest_wish(seen: Seen, today: date) -> DigestWish | None:
    """When a digest is asked for; None where it is asked for now."""
    low, parts = " ".join(folded(seen.row.text).split()), seen.parts
    said = low.rstrip(" .!?")
    if _SAID["stop"].fullmatch(said):
        return DigestWish(stop=True)
    if _SAID["resume"].fullmatch(said):
        return DigestWish(resume=True)
    if paused := _SAID["pause"].fullmatch(said):
        until = _until(paused, today)
        return DigestWish(until=until) if until and until > today else DigestWish(trouble=_UNTIL_WHEN)
    if _SAID["a_time_past"].search(low):
        return None
    if seen.first & {"stop", "unwatch", "pause"}:
        return DigestWish(trouble=_UNTIL_WHEN)
    if not _SAID["daily"].search(low):
        return None
    zone, trouble = _zone(seen)
    for item in (item for _, item in seen.items if item.sort is Sort.ZONE):
        low = low.replace(folded(item.text), " ")
    at = _hour(found) if (found := _SAID["time"].search(low)) else DigestWish().hour
    if trouble or not at:
        return DigestWish(trouble=trouble or "That is no hour of the day: write it as 08:30 or 9 am.")
    return DigestWish(at, zone, _days(low, seen), "silent" in parts)


def _days(low: str, seen: Seen) -> tuple[int, ...]:
    if "weekdays" in seen.parts:
        return (0, 1, 2, 3, 4)
    days = tuple(number for number, forms in enumerate(_DAYS) if forms.search(low))
    return days or (0,) * bool(_SAID["weekly"].search(low))


def _until(paused: re.Match[str], today: date) -> date | None:
    """The day on which a paused digest comes again."""
    if paused["until"]:
        return ahead(paused["until"], today)
    return later(today, paused["count"] or "a", paused["unit"]) if paused["unit"] else None


def _zone(seen: Seen) -> tuple[str, str]:
    """A zone by its name, or by its city ("in Moscow"); and what is wrong with it."""
    known = _zones()
    if typed := _SAID["zone"].search(seen.row.text):
        zone = known.get(typed.group().casefold(), "")
        return zone, "" if zone else f"There is no time zone {typed.group()}: write it as Europe/Berlin."
    words = [item.word for item in seen.row.items]
    said = ("_".join(words[at : at + size]) for size in (3, 2, 1) for at in range(len(words) - size + 1))
    return next((known[city] for city in said if city in known), ""), ""


@cache
def _zones() -> dict[str, str]:
    zones = sorted(available_timezones())
    cities = {zone.rpartition("/")[2].casefold(): zone for zone in zones if "/" in zone and not zone.startswith("Etc")}
    return cities | {zone.casefold(): zone for zone in zones if "/" in zone or zone in ("UTC", "GMT")}


def _hour(found: re.Match[str]) -> str:
    hour, minute, half = int(found["hour"]), int(found["minute"] or 0), (found["half"] or "")[:1]
    if half and not 1 <= hour <= 12:
        return ""
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else ""
