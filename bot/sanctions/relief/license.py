"""General licenses: what is authorised, for a time and for some dealings, while the listing stays. Pure.

What is known of a license is known to the day on which it was last seen (`as_of`). So nothing here says that one is in
force today: only that it was when last seen, that it had ended, or that it is not known. Defined in docs/relief.md.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.sanctions.name_key import name_key

UNKNOWN = "unknown"  # of a day: it was not seen
STATUSES = ("active", "replaced", "expired", "revoked", "archived", "unknown_after_expiry")
SOON = timedelta(days=60)
_LITTLE = frozenset(["for", "and", "the", "with", "from", "under", "not", "any", "into", "its"])  # words of titles
TELLING = 8  # licenses that may have a word for it to tell what is asked about


@dataclass(frozen=True, slots=True)
class License:
    """One general license, as far as it was seen.

    Days are ISO. `issued` may be UNKNOWN; `expires` is a day, UNKNOWN, or "" where the license has no end date. One of
    the United States ends as that day begins. `not_authorized` is "" where it was not seen, which is not "nothing".
    `status` is one of STATUSES and holds as of `as_of` only.
    """

    key: str  # "GL 128B", "UK INT/2025/8031092"
    title: str
    authorizes: str
    status: str
    as_of: str
    jurisdiction: str = "US"
    programs: tuple[str, ...] = ()
    authority: str = ""
    not_authorized: str = ""
    parties: tuple[str, ...] = ()  # names, as the license has them
    directives: tuple[str, ...] = ()  # "EO 14024 Directive 4"
    subject: str = ""  # what it is about, where that is no party: "diesel fuel of Russian origin"
    issued: str = UNKNOWN
    expires: str = UNKNOWN
    replaces: str = ""
    replaced_by: str = ""
    source: str = ""  # key of a Source
    also: tuple[str, ...] = ()  # keys of further sources
    url: str = ""  # the publisher's own document
    confidence: str = UNKNOWN
    witnesses: int = 0
    note: str = ""

    @property
    def ends(self) -> str:
        """The day of its end (ISO), where there is one and it was seen; else ""."""
        return "" if self.expires == UNKNOWN else self.expires


class InForce(StrEnum):
    """Whether a license was in force on a day, as far as it was seen."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not_known"


def in_force(license: License, on: str, others: Mapping[str, License]) -> InForce:
    """Whether it was in force on a day (ISO). `others`: the licenses known, by key, to find what replaced it.

    YES is said only of days up to the one on which it was last seen, or on which its successor came. A day after that,
    or whose place in a time that was not seen cannot be told, is NOT_KNOWN; one surely outside is NO.
    """
    if license.issued != UNKNOWN and on < license.issued:
        return InForce.NO
    last = _last_day(license, others)
    if last and on > last:
        return InForce.NO
    if license.issued == UNKNOWN or on > _known_to(license, others):
        return InForce.NOT_KNOWN
    return InForce.YES


def _last_day(license: License, others: Mapping[str, License]) -> str:
    """The last day on which it can have been in force; "" where that is open or was not seen."""
    ends = [_day_before(license.ends) if license.jurisdiction == "US" else license.ends] if license.ends else []
    if license.status == "replaced":
        ends.append(_day_before(min(_replaced_on(license, others), license.as_of)))
    elif license.status in ("revoked", "archived"):
        ends.append(_day_before(license.as_of))
    return min(ends, default="")


def _replaced_on(license: License, others: Mapping[str, License]) -> str:
    """The first day that is known on which any of its successors was there; else the day it was last seen."""
    after = chain(license, others)
    days = [one.issued for one in after[after.index(license) + 1 :] if one.issued != UNKNOWN]
    return min(days, default=license.as_of)


def _known_to(license: License, others: Mapping[str, License]) -> str:
    """The day to which it is known that the license was in force, or had not ended."""
    return max(license.as_of, _last_day(license, others) if license.status == "replaced" else "")


def _day_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def is_open(license: License) -> bool:
    """Whether it can still be in force: it was not replaced, revoked, archived or seen to have ended."""
    return license.status in ("active", "unknown_after_expiry")


def day_has_passed(license: License, today: str) -> bool:
    """Whether its day has come without a successor that is known."""
    return is_open(license) and bool(license.ends) and license.ends <= today and not license.replaced_by


def ending_soon(licenses: Iterable[License], today: str, within: timedelta = SOON) -> list[License]:
    """The licenses whose end comes within so many days from `today` (ISO), the next first; none that was replaced."""
    until = (date.fromisoformat(today) + within).isoformat()
    found = [one for one in licenses if is_open(one) and one.ends and today <= one.ends <= until]
    return sorted(found, key=lambda one: (one.ends, one.key))


LONG_KEY = 20  # characters: keys longer than what the pattern reads are looked for as they are written
# A number as it is typed: 8, 8A, 8-A, 8 A, with a Cyrillic letter of that look, too; "a" or "i" apart is a word.
GL_NUMBER = r"\d{1,3}(?:(?-i:[АВСЕ])|[A-Z]|[ -](?:(?-i:[A-HJ-ZАВСЕ])|[B-HJ-Z]))?"
UK_NUMBER = r"\bINT[/-]\d{4}[/-]\d{4,9}\b"
_KEY = re.compile(
    r"\b(?:(?P<of>Belarus|Syria|Ukraine)\s+)?(?:GLs?|(?:general\s+)?licen[cs]es?|лицензи\w{1,3}|ліцензі\w{1,3}|lizenz|licencia)(?:\s*(?:no\.?|nr\.?|number|номер|№|\#))?\s*"
    rf"(?P<number>{GL_NUMBER})(?![\w%])(?:\s*\((?P<part>Ukraine)\))?|(?P<uk>{UK_NUMBER})",
    re.IGNORECASE,
)
_LATIN = str.maketrans("АВСЕ", "ABCE")
_SERIES = re.compile(r"^(?P<of>(?:\w+ )?)GL (?P<number>\d+)[A-Z]?\b(?P<part>(?: \(Ukraine\))?)")


_ALONE = re.compile(r"(?<![\w.-])\d{1,3}[A-Z](?![\w-])", re.IGNORECASE)


def numbers_by_themselves(known: Iterable[str]) -> tuple[str, ...]:
    """The numbers that name a license without "GL", for they have a letter: `128B` of `GL 128B`."""
    return tuple(number for key in known if _ALONE.fullmatch(number := key.removeprefix("GL ")))


def keys_in(text: str, known: Iterable[str] = ()) -> tuple[str, ...]:
    """The licenses that a text names, as their keys are written: `GL 128B`, `Belarus GL 11`, `UK INT/2025/8031092`;
    those that nobody knows too. "general license 8" is `GL 8`. `known` are keys that may be written out in the text; of
    those with a letter the number alone will do ("what came after 131F")."""
    known = tuple(known)
    whole = [key for key in sorted(known, key=len, reverse=True) if len(key) > LONG_KEY and key in text]
    for key in whole:
        text = text.replace(key, " ")
    numbers = set(numbers_by_themselves(known))
    alone = (f"GL {found.upper()}" for found in _ALONE.findall(text) if found.upper() in numbers)
    return tuple(dict.fromkeys((*whole, *(_written(found) for found in _KEY.finditer(text)), *alone)))


def _written(found: re.Match[str]) -> str:
    if found["uk"]:
        return f"UK {found['uk'].upper().replace('-', '/')}"
    number = re.sub(r"[\s-]", "", found["number"]).upper().translate(_LATIN)
    of = (found["of"] or "").capitalize()
    if of == "Ukraine" or found["part"]:
        return f"GL {number} (Ukraine)"
    return f"{of} GL {number}".strip()


def series_of(key: str) -> str:
    """What licenses that replace each other have in common: `GL 128` of GL 128, GL 128A and GL 128B."""
    found = _SERIES.match(key)
    return f"{found['of']}GL {found['number']}{found['part']}" if found else key


def in_series(key: str, licenses: Mapping[str, License]) -> list[License]:
    """The licenses of the series that a key is of, the newest first."""
    found = [one for one in licenses.values() if series_of(one.key) == series_of(key)]
    return found[::-1]


def by_key(licenses: Iterable[License]) -> dict[str, License]:
    return {one.key: one for one in licenses}


def chain(license: License, others: Mapping[str, License]) -> list[License]:
    """The license with what it replaced and what replaced it, as far as they are known, the oldest first."""
    line = [license]
    while (before := others.get(line[0].replaces)) and before not in line:
        line.insert(0, before)
    while (after := others.get(line[-1].replaced_by)) and after not in line:
        line.append(after)
    return line


def about(asked: str, licenses: Collection[License], beside: str = "") -> tuple[License, ...]:
    """The licenses whose title has most of the telling words of a question ("oil at sea"), else those whose scope has
    most of the words `beside`, that nothing else read ("agricultural goods"); none where none has any. A word tells
    where few have it."""
    return _having(asked, {one: one.title for one in licenses}) or _having(
        beside, {one: f"{one.authorizes} {one.subject}" for one in licenses}
    )


def _having(asked: str, texts: Mapping[License, str]) -> tuple[License, ...]:
    words = {one: set(name_key(text).split()) for one, text in texts.items()}
    spread = Counter(word for own in words.values() for word in own)
    wanted = {word for word in name_key(asked).split() if len(word) > 2 and not word.isdigit()} - _LITTLE
    telling = {word for word in wanted if 0 < spread[word] <= TELLING}
    score = {one: len(own & telling) for one, own in words.items()}
    best = max(score.values(), default=0)
    return tuple(one for one in texts if best and score[one] == best)


def countries_beside(countries: Iterable[str], licenses: Collection[License]) -> tuple[str, ...]:
    """Those of the countries that none of the licenses names, as far as they were seen."""
    of = (f"{one.title} {one.authorizes} {one.not_authorized} {one.subject} {one.note}" for one in licenses)
    said = set(name_key(" ".join(of)).split())
    return tuple(country for country in countries if not said.issuperset(name_key(country).split()))
