"""The terms of a relief option as sentences that a lawyer reads."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.errors import BadInput
from bot.sanctions.relief.option import ReliefOption, Selector, Term

_DURATION = re.compile(
    r"P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?", re.ASCII
)
# "180 days", "6 months": a number and the first letter of its unit
_SPOKEN = re.compile(r"(\d{1,5})\s*(y|m|w|d)(?:ears?|onths?|eeks?|ays?)?(?![a-z])")
_GROUP = re.compile(r" \(group: [^()]*(?:\([^()]*\)[^()]*)*\)")
_NOTICE = re.compile(r", with a snap-back on (.+?)(?:'s|') notice")
_UNITS = ("year", "month", "week", "day", "hour", "minute", "second")
_VERBS = {"delist": "Delists", "license": "Licenses dealings with", "suspend": "Suspends the sanctions on"}
_TYPES = {
    "Person": "persons",
    "Vessel": "vessels",
    "Airplane": "aircraft",
    "CryptoWallet": "wallets",
    "Company": "companies and other bodies",
    "Organization": "companies and other bodies",
    "LegalEntity": "companies and other bodies",
}
_LISTS = {
    "us_ofac_sdn": "the SDN list",
    "us_ofac_cons": "the non-SDN list",
    "un_sc": "the UN list",
    "eu_fsf": "the EU list",
    "gb_uksl": "the UK list",
}
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def duration_in_words(duration: str) -> str:
    """ "P180D" is "180 days", "P1Y6M" is "1 year and 6 months". Raises BadInput when it is not ISO 8601."""
    found = _DURATION.fullmatch(duration)
    if not found or len(duration) > 40:
        raise BadInput(f"{duration[:40]!r} is not an ISO 8601 duration such as P180D or P6M.")
    parts = [
        f"{int(number)} {unit}{'' if int(number) == 1 else 's'}"
        for number, unit in zip(found.groups(), _UNITS, strict=True)
        if number
    ]
    return _and(parts)


def duration_of(words: str) -> str:
    """ISO 8601 of a duration as people write it: "180 days", "1 year and 6 months", "P180D". Raises BadInput."""
    said = words.strip()
    if _DURATION.fullmatch(said.upper()):
        return said.upper()
    found = _SPOKEN.findall(said.lower())
    rest = _SPOKEN.sub("", said.lower())
    order = [unit for _, unit in found]
    if not found or re.sub(r"\band\b|[,\s]", "", rest) or order != sorted(set(order), key="ymwd".index):
        raise BadInput(f"“{said[:40]}” is no duration: write 180 days, 6 months, or 1 year and 6 months.")
    return "P" + "".join(f"{int(number)}{unit.upper()}" for number, unit in found)


def terms_in_words(
    option: ReliefOption, names: Mapping[str, str], measures: Mapping[str, str] | None = None, *, brief: bool = False
) -> list[str]:
    """Each term as a sentence. `names`: entity id -> name; `measures`: id -> title; what is unknown stays an id.
    `brief`: in fewer words, without the titles of groups."""
    said = [_sentence(term, option, names, measures or {}) for term in option.terms]
    return [_briefly(one, term) for one, term in zip(said, option.terms, strict=True)] if brief else said


def _briefly(sentence: str, term: Term) -> str:
    """`Lifts RUSSIA-EO14024 from vessels under it.`"""
    said = _NOTICE.sub(r" (snap-back: \1)", _GROUP.sub("", sentence))
    said = said.replace("Suspends the measure ", "Suspends ")
    programs = {one.program for one in (*term.select, *term.exclude)}
    if term.action == "delist" and term.scope == "program" and len(programs) == 1:
        return said.replace(", and no other program,", "").replace(f"listed under {programs.pop()}", "under it")
    return said


def _sentence(term: Term, option: ReliefOption, names: Mapping[str, str], measures: Mapping[str, str]) -> str:
    if term.measure:
        said = _measure(term, measures.get(term.measure, term.measure))
    else:
        chosen = "; and ".join(_selector(one, option, names) for one in term.select) or "nobody"
        excepted = _and([_selector(one, option, names) for one in term.exclude])
        said = f"{_lead(term)} {chosen}" + (f", except {excepted}" if excepted else "")
    said += f", for {duration_in_words(term.duration)}" if term.duration else ""
    return said + _snap_back(term) + "."


def _lead(term: Term) -> str:
    if term.action == "delist" and term.scope == "program":
        programs = _and(list(dict.fromkeys(one.program for one in term.select if one.program)))
        return f"Lifts {programs or 'no program'}, and no other program, from"
    return _VERBS[term.action]


def _snap_back(term: Term) -> str:
    if not term.snap_back:
        return ""
    words = duration_in_words(term.snap_back)
    possessive = f"{words}'" if words.endswith("s") else f"{words}'s"
    return f", with a snap-back on {possessive} notice"


def _measure(term: Term, title: str) -> str:
    quoted = f"the measure '{title}'"
    if term.action == "amend":
        values = _and([f"{key.replace('_', ' ')} {value}" for key, value in term.parameters.items()])
        return f"Amends {quoted}" + (f": {values}" if values else "")
    if term.action == "license":
        return f"Licenses dealings that {quoted} prohibits"
    return f"Suspends {quoted}"


def _selector(one: Selector, option: ReliefOption, names: Mapping[str, str]) -> str:
    """A selector as a noun phrase: "vessels under RUSSIA-EO14024", "parties linked to VTB and five others"."""
    conditions = []
    if one.program:
        conditions.append(f"listed under {one.program}")
    if one.list:
        conditions.append(f"on {_LISTS.get(one.list, one.list)}")
    if one.linked_to is not None:
        conditions.append(f"linked to {_selector(one.linked_to, option, names)}")
    named = _named(one, option, names)
    if named and not (conditions or one.type):
        return named
    if named:
        conditions.insert(0, f"among {named}")
    return f"{_TYPES.get(one.type, 'parties')} {' and '.join(conditions)}".strip()


def _named(one: Selector, option: ReliefOption, names: Mapping[str, str]) -> str:
    if one.entity and not one.group:
        return names.get(one.entity, one.entity)
    if not one.group:
        return ""
    group = next((found for found in option.groups if found.key == one.group), None)
    if group is None:
        return f"the group {one.group}"
    title = f"(group: {group.title or group.key})"
    if not group.entities:
        return f"nobody {title}"
    first, rest = names.get(group.entities[0], group.entities[0]), len(group.entities) - 1
    if not rest:
        return f"{first} {title}"
    count = _NUMBERS[rest] if rest < len(_NUMBERS) else f"{rest:,}"
    return f"{first} and {count} other{'' if rest == 1 else 's'} {title}"


def _and(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""
