"""What is wished of an answer beside what it is about: of an option, a digest, a set, a measure."""

from __future__ import annotations

import re
from functools import cache
from zoneinfo import available_timezones

from bot.questions.ask import DigestWish, Facet, Filter, Kind, OptionWish
from bot.questions.composing.seen import Seen, schema_of
from bot.questions.spotting.lexicon import folded
from bot.questions.spotting.sheet import Sort

_PAGE = re.compile(r"\b(?:page|стр(?:аница|\.)?) ?(\d{1,4})\b", re.IGNORECASE)
_WHO = re.compile(
    r"\b(?:who|whom|names|everyone|everybody|кто|кого)\b"
    r"|\b(?:which|what|list|show|how many|all|full)\b.*?\b(?:part(?:y|ies)|persons?|people|individuals|compan(?:y|ies)|"
    r"firms|entit(?:y|ies)|vessels?|ships?|tankers|aircraft|planes|banks|oligarchs)\b",
    re.IGNORECASE,
)
_AUTHOR = re.compile(
    r"\b(?:draft(?:s|ed|ing)|wrote|writ(?:es|ten|ing)|propos\w+|approv\w+|sign(?:s|ed)|behind|author\w*|leak\w*|made|"
    r"edited|changed|owns?|sees?|watch(?:es|ing)?|asks?|asked|wants?|supports?|opposes?|decides?)\b",
    re.IGNORECASE,
)
_STAYS = re.compile(
    r"\b(?:still|stays?|remains?|remaining|left|bound|blocked|not (?:come off|freed|covered|reached))\b|\bостан\w+",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"\bchang|\bdiffer|\bsince\b", re.IGNORECASE)
_VERSION = re.compile(
    r"\b(?:versions? ?|v\.? ?)(\d{1,4})(?:\D{1,20}?(?:versions? ?|v\.? ?)?(\d{1,4}))?\b", re.IGNORECASE
)
_VERSIONS = re.compile(
    r"\bversions?\b|\b(?:changed|changes|change|edited|edits|revised|revisions?|amended|differ\w*|new)\b.*\boption|"
    r"\boption\b.*\b(?:changed|changes|edited|edits|revised|revisions?|history|differ\w*)\b|\bhistory\b|\bизмени\w+",
    re.IGNORECASE,
)
_WHERE = {
    "US": r"(?-i:US|U\.S\.)|usa|united states|america\w*|washington|ofac|treasury|сша|американск\w+",
    "EU": r"(?-i:EU|E\.U\.)|eu'?s|european|europe'?s?|brussels|ес|евросоюз\w*",
    "CA": r"canad\w+|ottawa|канад\w+",
    "UK": r"(?-i:UK|U\.K\.)|uk'?s|brit\w+|london|ofsi|великобритан\w+",
}
_PLEASE = r"(?:please|kindly|can you|could you|would you|will you|i want to|we want to|i'd like to|let's) "
_OFF = r"stop|end|cancel|mute|pause|disable|quit|(?:turn|switch) off|no more|(?:don't|do not) (?:send|post)"
_THE = (
    r"(?:sending|posting|getting|me|us|the|this|that|my|our|your|any|more|these|those|daily|morning|weekly|channel'?s) "
)
_HERE = r"(?: (?:here|any ?more|please|now|today|off|for (?:me|us|now|good)|(?:to|in|for) (?:this|the|our) channel))*"
# The act of ending needs a verb whose object is the digest: "the end of October" ends nothing.
_STOP = re.compile(
    rf"(?:{_PLEASE})*(?:(?:{_OFF}) (?:{_THE})*|unsubscribe (?:me |us )?(?:from )?(?:{_THE})*)digests?{_HERE}"
    rf"|turn (?:{_THE})*digests? off{_HERE}|(?:{_THE})*digests? (?:off|stop|end|cancel|no more){_HERE}"
    r"|(?:останови\w*|отключи\w*|отмени\w*|зупини\w*|вимкни\w*) (?:дайджест|сводк)\w*"
)
_DAILY = re.compile(
    r"\b(?:every|each) (?:(?:single|working|business|week) ?)?(?:day|morning|evening|afternoon|night)\b|\bweekdays?\b"
    r"|\bweekly\b|\b(?:every|each|on) (?:week|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b|\b(?:quiet|silent)\b"
    r"|\bat (?:\d|noon|midnight)|\bdigest daily\b|\b\d{1,2} ?(?:am|pm)\b|\bв \d"
)
_A_TIME_PAST = re.compile(r"\b(?:since|between|until|till|before|after|during|from \w+ to|last|past|previous|ago)\b")
_TIME = re.compile(r"\b(?:at )?(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2}))? ?(?P<half>am|pm|a\.m\.|p\.m\.)?(?![\w:])")
_ZONE = re.compile(r"\b[a-z]+/[a-z_+\-/0-9]+|\b(?:utc|gmt)\b", re.IGNORECASE)
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKLY = re.compile(r"\bweekly\b|\bonce a week\b|\b(?:every|each) week\b")
_DAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?s?\b")

_FACETS = {
    Facet.AUTHOR: re.compile(
        r"\bwho(?:'s| has| have| is)?\b[^?]*\b(?:approv|draft|wr[oi]t|propos|sign|author|behind)\w*"
        r"|\b(?:been|is|was) approved\b|\b(?:approved|drafted|written|proposed|signed) by\b"
        r"|\bwhose (?:draft|idea|proposal)\b|\bкто\b[^?]*(?:одобр|утверд|состав|напис|предлож|подпис)\w*"
        r"|\bхто\b[^?]*(?:схвал|затверд|напис|запропон)\w*|\bwer\b[^?]*(?:genehmigt|verfasst|entworfen)"
        r"|\bqui\b[^?]*(?:approuv|rédig|écri)|\bquién\b[^?]*(?:aprob|redact)",
        re.IGNORECASE,
    ),
    Facet.LASTS: re.compile(
        r"\bhow long\b|\bexpir(?:es?|y|ation)\b|\b(?:its|the) duration\b|\bhow many (?:days|months)\b"
        r"|\bкак долго\b|\bна какой срок\b|\bwie lange\b|\bcombien de temps\b|\bcuánto (?:tiempo|dura)\b",
        re.IGNORECASE,
    ),
    Facet.WHEN: re.compile(
        r"\b(?:when|what (?:day|date)|how soon)\b[^?]*\b(?:takes?|comes?|goes?|begins?|starts?|effective"
        r"|in (?:force|effect)|holds?|happen)\b|\beffective (?:date|from)\b|\bкогда\b[^?]*(?:вступ|начн|действ)\w*"
        r"|\bwann\b[^?]*\bkraft\b|\bquand\b[^?]*\bvigueur\b|\bcuándo\b[^?]*\bvigor\b",
        re.IGNORECASE,
    ),
    Facet.FORCE: re.compile(
        r"\b(?:in|into) (?:force|effect)\b|\b(?:is|are) (?:it|this|that|option \w+) (?:already )?(?:the )?law\b"
        r"|\benacted\b|\b(?:been )?adopted\b|\bstatus of\b|\bвступил\w*\b|\bдейству\w*\b|\bin kraft\b"
        r"|\ben vigueur\b|\ben vigor\b",
        re.IGNORECASE,
    ),
}


def option_wish(seen: Seen, kind: Kind) -> OptionWish:
    text = seen.row.text
    versions = tuple(int(n) for found in _VERSION.finditer(text) for n in found.groups() if n)[:2]
    page = _PAGE.search(text)
    names = bool(page) or bool(_WHO.search(text) and not _AUTHOR.search(text))
    return OptionWish(
        names=names and kind is Kind.OPTION,
        page=max(1, int(page[1])) if page else 1,
        schema=schema_of(seen),
        stays=bool(_STAYS.search(text)),
        versions=versions,
        versioned=bool((_CHANGED if versions else _VERSIONS).search(text)),
        facet=facet_of(text) if kind is Kind.OPTION and len(seen.values(Sort.OPTIONS)) == 1 else None,
    )


def facet_of(text: str) -> Facet | None:
    """The one thing about an option that is asked for; the first that the words ask for."""
    return next((facet for facet, words in _FACETS.items() if words.search(text)), None)


def places_of(text: str) -> tuple[str, ...]:
    """Whose level of a measure is asked for."""
    return tuple(key for key, words in _WHERE.items() if re.search(rf"(?<!\w)(?:{words})(?!\w)", text, re.IGNORECASE))


def filter_of(seen: Seen) -> Filter:
    """The set that is described, as far as it was read."""
    kind = seen.kinds[0] if seen.kinds else None
    countries = [item for _, item in seen.items if item.sort is Sort.COUNTRY]
    flag = "flag" in folded(seen.row.text) or "флаг" in folded(seen.row.text)
    country = countries[0].value.name if countries else ""
    names = " ".join(span.subject.name for span in seen.spans)
    linked = "links" in seen.parts
    return Filter(
        called=kind.called if kind else "",
        schema=kind.schema if kind else None,
        country="" if flag else country,
        flag=country if flag else "",
        words=kind.words if kind else (),
        linked_to=names if linked else "",
        group="" if linked else names,
        all_programs=len(seen.values(Sort.PROGRAMS)) > 1 and "both" in seen.parts | seen.first,
        every="all" in seen.parts and "listed" in seen.parts and seen.is_question and not seen.first & {"explain"},
        counted="count" in seen.parts,
    )


def digest_wish(seen: Seen) -> DigestWish | None:
    """When a digest is asked for; None where it is asked for now."""
    low, parts = " ".join(folded(seen.row.text).split()), seen.parts
    if _STOP.fullmatch(low.rstrip(" .!?")):
        return DigestWish(stop=True)
    if seen.first & {"stop", "unwatch"} or ("pause" in parts and not _A_TIME_PAST.search(low)):
        return DigestWish(trouble="There is no pause: “stop the digest” ends it, “digest at 9” begins it anew.")
    if not _DAILY.search(low) or _A_TIME_PAST.search(low):
        return None
    zone, trouble = _zone(seen)
    days = tuple(dict.fromkeys(_DAYS.index(m[1]) for m in _DAY.finditer(low)))
    if "weekdays" in parts:
        days = (0, 1, 2, 3, 4)
    elif _WEEKLY.search(low):
        days = days or (0,)
    for item in (item for _, item in seen.items if item.sort is Sort.ZONE):
        low = low.replace(folded(item.text), " ")
    hour = _TIME.search(low)
    if trouble:
        return DigestWish(trouble=trouble)
    at = _hour(hour) if hour else DigestWish().hour
    if not at:
        return DigestWish(trouble="That is no hour of the day: write it as 08:30 or 9 am.")
    return DigestWish(at, zone, days, "silent" in parts)


def _zone(seen: Seen) -> tuple[str, str]:
    """A zone by its name, or by its city ("in Moscow"); and what is wrong with it."""
    known = _zones()
    if typed := _ZONE.search(seen.row.text):
        zone = known.get(typed.group().casefold(), "")
        return zone, "" if zone else f"There is no time zone {typed.group()}: write it as Europe/Berlin."
    words = [item.word for item in seen.row.items]
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            if (city := known.get("_".join(words[at : at + size]))) is not None:
                return city, ""
    return "", ""


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
