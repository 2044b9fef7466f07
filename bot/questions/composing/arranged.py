"""When a digest is to come: the hour, the zone and the days that are said, until when not, or that it is to end.

What is said of it and not read ("every second week", "and at 17:00") arranges nothing: the answer says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import chain
from zoneinfo import available_timezones

from bot.questions.ask import DigestWish
from bot.questions.composing.seen import Seen
from bot.questions.composing.shapes import first_told
from bot.questions.data import any_of, patterns, standing_apart, table, words
from bot.questions.spotting.days import ahead, later
from bot.questions.spotting.lexicon import WORD, folded, lexicon, sets
from bot.questions.spotting.sheet import Item, Sort, Surety

_NUMBERS = {form: n for n, forms in table("digests")["numbers"].items() for form in forms.split("|")}
_SAID = patterns("digests", numbers="|".join(_NUMBERS))
_CALLED = {zone: standing_apart(forms) for zone, forms in table("digests")["zones"].items()}
_DAYS = tuple(standing_apart(forms) for forms in table("digests")["days"])
_CLOCK = {int(minutes): re.compile(forms) for minutes, forms in table("digests")["clock"].items()}
_NARROWER = (Sort.OPTIONS, Sort.PROGRAMS, Sort.COUNTRY)
_TROUBLES = table("digests")["troubles"]
_TELLING = words("about daily a_time_past shown declined of_itself ordered begun asks comes channel told_of")
_PARTS = {hour: re.compile(forms) for hour, forms in table("digests")["parts_of_the_day"].items()}
_USUAL, _WORKING = "09:00", (0, 1, 2, 3, 4)


def digest_wish(seen: Seen, today: date, usual: Sequence[int] = ()) -> DigestWish | None:
    """When a digest is asked for; None where it is asked for now. `usual`: the days on which it came until now."""
    low = " ".join(folded(seen.row.text).split())
    said = low.rstrip(" .!?")
    stop, resume = (_SAID[order].fullmatch(said) is not None for order in ("stop", "resume"))
    if stop or resume:
        return DigestWish(stop=stop, resume=resume)
    if found := _SAID["pause"].fullmatch(said) or _SAID["resume_on"].fullmatch(said):
        return _until(_day_of(found, today), today)
    low = _in_figures(low)
    timed = bool(_SAID["daily"].search(low)) or ("schedule" in seen.marks and "digest" not in seen.parts)
    signs = {"timed": timed, "narrower": _narrower(seen), "is": seen.row.item(0).word in sets.BE}
    signs |= {f"said:{name}": _SAID[name].search(low) for name in _TELLING}
    match first_told("digest.txt", seen.features.union(name for name, is_so in signs.items() if is_so)):
        case "asked":
            return DigestWish(asked=True)
        case "arranged":
            return _arranged(low, timed, seen, usual)
        case "" | "now":
            return None
        case trouble:
            return DigestWish(trouble=_TROUBLES[trouble])


def _day_of(found: re.Match[str], today: date) -> date | None:
    """The day that is named, or so many days or weeks ahead."""
    given = {"unit": "", **found.groupdict("")}
    return later(today, given["count"] or "a", given["unit"]) if given["unit"] else ahead(given["until"], today)


def _until(until: date | None, today: date) -> DigestWish:
    """No digest before a day to come."""
    return DigestWish(until=until) if until and until > today else DigestWish(trouble=_TROUBLES["until"])


def told_again(seen: Seen, before: DigestWish, today: date) -> DigestWish | None:
    """What is said of the digest that was arranged before: "make it 9", "no, on Fridays", "stop it", "Moscow time"."""
    if sets.ON_WATCHES & {act.part for act in seen.acts} and (seen.spans or seen.by_sort or "all" in seen.parts):
        return None  # and unwatch X
    if "takes_back" in seen.marks and (before.until or before.resume or before.trouble):  # a pause, or nothing
        return DigestWish(resume=True) if before.until else DigestWish(trouble=_TROUBLES["until"])
    if "takes_back" in seen.marks:
        return DigestWish(stop=not before.stop, resume=before.stop)
    low = _SAID["instead"].sub("", _SAID["begins_again"].sub("", " ".join(folded(seen.row.text).rstrip(" .!").split())))
    if left := _SAID["denied_day"].sub("", low):  # not on Mondays, on Fridays
        low = left
    moved = _SAID["moved"].fullmatch(low) if before.until else None
    if moved and (day := _day_of(moved, today)):
        return _until(day, today)
    said, named = _SAID["it"].sub("digest", low), _SAID["named"].search(low)
    text = said if said != low or (named and before.until) else f"digest {low}"
    wish = digest_wish(replace(seen, row=replace(seen.row, text=text)), today, before.days)
    if wish and wish.stop and before.until and not named:
        return DigestWish(trouble=_TROUBLES["until"])  # stop that: the pause, or the digest
    zone, called = _zone(seen)
    moves = not wish or (wish.trouble == _TROUBLES["when"] and not _SAID["doubt"].search(low))  # make it Berlin time
    if moves and zone and before.hour and all(folded(span.subject.name) in called for span in seen.spans):
        return replace(before, zone=zone)
    if wish and wish.trouble == _TROUBLES["whole"]:
        return None  # check X
    if wish in (None, DigestWish(stop=True), DigestWish(resume=True)) or wish.trouble or wish.until:
        return wish
    timed = _SAID["time"].search(_in_figures(text))
    hour, adds = wish.hour if timed else before.hour, "also" in seen.parts  # and Fridays too
    if before.until:
        return DigestWish(trouble=_TROUBLES["until"])
    if adds and (hour != before.hour or not before.days):
        return DigestWish(trouble=_TROUBLES["when"]) if hour != before.hour else before
    more = {*before.days, *wish.days} if adds else wish.days or before.days
    return replace(wish, hour=hour, zone=wish.zone or before.zone, days=tuple(sorted(more)))


def _arranged(low: str, timed: bool, seen: Seen, usual: Sequence[int]) -> DigestWish:
    """The wish in words of time as figures. `timed`: it says when."""
    zone, called = _zone(seen)
    if any(folded(said) != called for said in _narrower(seen)):
        return DigestWish(trouble=_TROUBLES["whole"])
    if _SAID["channel"].search(low):
        return DigestWish(trouble=_TROUBLES["here"])
    for item in (item for _, item in seen.items if item.sort is Sort.ZONE):
        low = low.replace(folded(item.text), " ")
    found = _SAID["time"].search(low)
    at = _hour(found, low) if found else _by_the_part_of(low)
    days, rest = _days(low[: found.start()] + " ; " + low[found.end() :] if found else low, seen, usual)
    if not at or (called and not zone):
        return DigestWish(trouble=_TROUBLES["no_hour"] if zone or not called else _TROUBLES["no_zone"])
    says_when = timed or found or _SAID["begun"].search(low)
    if not says_when or _SAID["doubt"].search(rest):
        return DigestWish(trouble=_TROUBLES["when"])
    items = () if seen.row.shouted else seen.row.items
    if strange := _strange(low[: found.start()] + " ; " + low[found.end() :] if found else low, called, items):
        return DigestWish(trouble=_TROUBLES["strange"].format(said=strange))
    return DigestWish(at, zone, days, "silent" in seen.parts)


def _strange(rest: str, called: str, items: Sequence[Item]) -> str:
    """The first word behind the digest that says nothing known of when: a zone that is none here, or a wish."""
    behind = _SAID["named"].split(rest, maxsplit=1)[-1].replace(called or ";", " ")
    for pattern in (*_DAYS, *_PARTS.values(), *(_SAID[said] for said in ("daily", "weekly", "weekend", "of_time"))):
        behind = pattern.sub(" ", behind)
    codes = (item.word for item in items if item.text.isupper() and item.text.isalpha() and len(item.text) in (3, 4))
    words = (word for word in WORD.findall(behind) if word.isalpha() and len(word) > 1)
    strange = (word for word in words if lexicon().parts(word) <= {"ordinary", "actor"})
    codes = (code for code in codes if code != called and "smalltalk" not in lexicon().parts(code))  # IST
    return next(chain(strange, codes), "")


def _narrower(seen: Seen) -> list[str]:
    """What is named that is less than all lists."""
    named = [span.subject.name for span in seen.spans if span.surety >= Surety.LISTED]
    named += [kind.called for kind in seen.kinds]
    return named + [item.text for _, item in seen.items if item.sort in _NARROWER]


def _in_figures(low: str) -> str:
    """Words of time as figures, without what is denied: "at quarter past seven, not at 8" as "at 7:15"."""
    low = _SAID["number"].sub(lambda found: f"{found['led']} {_NUMBERS[found['said']]}", low)
    for minutes, forms in _CLOCK.items():
        low = forms.sub(lambda found, more=minutes: f"at {_later(found[0], more)}", low)  # type: ignore[misc]
    return _SAID["denied"].sub(" ", _SAID["midnight"].sub("at 00:00", _SAID["noon"].sub("at 12:00", low)))


def _later(said: str, minutes: int) -> str:
    whole = int(re.sub(r"\D", "", said)) * 60 + minutes
    return f"{whole // 60 % 24}:{whole % 60:02d}"


def _by_the_part_of(low: str) -> str:
    """The hour where none is said."""
    return next((hour for hour, forms in _PARTS.items() if forms.search(low)), _USUAL)


def _days(low: str, seen: Seen, before: Sequence[int]) -> tuple[tuple[int, ...], str]:
    """The days of the week that are said, and the words without those that are left out; `low`, which holds what leaves
    some out, where no day stays. `before`: those on which it came."""
    out = _SAID["but"].search(f" {low}")
    rest, denied = (low[: max(0, out.start() - 1)], low[out.end() - 1 :]) if out else (low, "")
    if out and not rest:  # not on weekends, digest at 8
        denied, _, rest = denied.partition(",")
    days, without = _named_days(rest), _named_days(denied)
    if len(days) == 2 and _SAID["through"].search(rest):  # Sun-Thu
        first, last = sorted(days, key=lambda day: _DAYS[day].search(rest).start())  # type: ignore[union-attr]
        days = tuple(sorted((first + at) % 7 for at in range((last - first) % 7 + 1)))
    if without:
        working = _SAID["working_days"].search(rest) and _WORKING
        left = tuple(day for day in days or working or before or range(7) if day not in without)
        return left, rest if left and not _SAID["working_days"].search(denied) else low
    if "weekdays" in seen.parts or _SAID["working_days"].search(low):
        return days or _WORKING, low
    return days or (0,) * bool(_SAID["weekly"].search(low)), low


def _named_days(low: str) -> tuple[int, ...]:
    days = tuple(number for number, forms in enumerate(_DAYS) if forms.search(low))
    return tuple(sorted({*days, 5, 6})) if _SAID["weekend"].search(low) else days


def _zone(seen: Seen) -> tuple[str, str]:
    """A zone by its name or by its city ("in Moscow"), and the word for it; no zone where it is none."""
    text = folded(seen.row.text)
    written = _SAID["zone"].search(text)
    called = ((zone, found) for zone, forms in _CALLED.items() if not written and (found := forms.search(text)))
    zone, found = next(called, ("", written or _cities().search(text)))
    if not found:
        return ("", "")
    if beyond := _SAID["beyond"].search(text[found.end() :]):
        return ("", f"{found[0]}{beyond[0]}")
    return zone or _zones().get(found[0].replace(" ", "_"), ""), found[0]


@cache
def _zones() -> dict[str, str]:
    """Zones by their names and by their cities."""
    zones = sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith("Etc"))
    cities = {zone.rpartition("/")[2].casefold(): zone for zone in zones}
    return cities | {zone.casefold(): zone for zone in (*zones, "UTC", "GMT")}


@cache
def _cities() -> re.Pattern[str]:
    return standing_apart(any_of(zone.replace("_", " ") for zone in _zones()))


def _hour(found: re.Match[str], low: str) -> str:
    hour, minute, half = int(found["hour"]), int(found["minute"] or 0), (found["half"] or "")[:1]
    if not half and 1 <= hour < 12 and _by_the_part_of(low) != _USUAL:
        half = "p"
    if half:
        hour = hour % 12 + 12 * (half == "p") if 1 <= hour <= 12 else 24  # no 13 pm
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else ""
