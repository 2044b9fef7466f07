"""General licenses in words: said alike by answers, alerts and digests. Never that one is in force today, nor that a
dealing is allowed: the text of the license decides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.answers.document import Act, Action, Card, Text, Tone, bold, link, text
from bot.answers.phrases import day, listed
from bot.answers.sources import MEANS, cited_all, confidence
from bot.sanctions.briefing.statement import Source
from bot.sanctions.relief.license import UNKNOWN, InForce, License, day_has_passed, in_force

TEXT_DECIDES = "A license authorizes dealings; the listing stays. Whether a dealing is allowed, its text decides."
NOT_SEEN = "not seen, which is not “nothing”"

Known = Mapping[str, License]


def standing_of(license: License, today: str, known: Known) -> str:
    """`in force when last seen, 26 Jun 2026; ends as 18 Dec 2026 begins`: how it stands, as far as it was seen."""
    if license.status == "replaced":
        return f"replaced by {license.replaced_by or 'another'}{_since(license, known)}"
    if license.status == "revoked":
        return f"revoked on {day(license.as_of)}"
    if license.status == "archived":
        return f"archived on {day(license.as_of)}, no longer in force"
    if license.status == "expired":
        return f"ended on {day(license.ends or license.as_of)}"
    if day_has_passed(license, today):
        return f"its day, {day(license.ends)}, has passed; whether it was renewed is not known here"
    seen = f"in force when last seen, {day(license.as_of)}"
    if license.expires == UNKNOWN:
        return f"{seen}; its end is not known here"
    return f"{seen}; {_end_of(license, license.ends)}" if license.ends else f"{seen}; no end date"


def standing_on(license: License, on: str, known: Known) -> str:
    """How it stood on a day (ISO), as far as it was seen."""
    return {
        InForce.YES: f"in force on {day(on)}",
        InForce.NO: f"not in force on {day(on)}",
        InForce.NOT_KNOWN: f"on {day(on)}: not known here (last seen {day(license.as_of)})",
    }[in_force(license, on, known)]


def _since(license: License, known: Known) -> str:
    successor = known.get(license.replaced_by)
    came = successor.issued if successor and successor.issued != UNKNOWN else ""
    return f" on {day(came)}" if came else ""


def titled(license: License) -> str:
    """`GL 128B (Lukoil stations outside Russia)`."""
    return f"{license.key} ({license.title})"


def license_line(license: License, today: str, known: Known, on: str = "") -> Text:
    """One license in one line: what it is about, how it stands, how sure that is."""
    stood = standing_on(license, on, known) if on else standing_of(license, today, known)
    return text("• ", bold(titled(license)), f": {stood}. {confidence(license.confidence)}.")


def license_card(
    license: License,
    today: str,
    known: Known,
    sources: Mapping[str, Source],
    reasons: Mapping[str, str],
    on: str = "",
) -> Card:
    """All that was seen of a license. `reasons`: why a party that it names is taken for a listed one, by its name."""
    stood = standing_on(license, on, known) if on else standing_of(license, today, known)
    lines = [
        text(bold("Authorizes: "), license.authorizes),
        text(bold("Does not authorize: "), license.not_authorized or f"{NOT_SEEN}."),
    ]
    if covered := covers(license, reasons):
        lines.append(text(bold("Names: "), covered))
    lines.append(text(dates(license)))
    lines += [text(one) for one in (chain_words(license), _under(license)) if one]
    if license.note:
        lines.append(text(license.note))
    sure = MEANS.get(license.confidence, confidence(license.confidence).lower())
    cites = cited_all(license.source, license.also, license.witnesses, sources)
    fine = [text(f"{sure[0].upper()}{sure[1:]}. Source: ", cites, f" Last seen {day(license.as_of)}.")]
    if license.url:
        fine.append(text("The publisher's document: ", link(license.url, license.url)))
    return Card(
        headline=text(bold(f"{titled(license)}: {stood}.")),
        lines=tuple(lines),
        fine=tuple(fine),
        tone=Tone.NEUTRAL if license.confidence == "official" else Tone.DRAFT,
        actions=(Action(Act.WATCH, "Watch", f"license:{license.key}", f"Watch {license.key}"),),
    )


def covers(license: License, reasons: Mapping[str, str]) -> str:
    """`Lukoil OAO (listed as “LUKOIL OAO”); Lukoil International GmbH (on no list held here).`"""
    said = [f"{name} ({reasons.get(name) or 'on no list held here by that name'})" for name in license.parties]
    said += [f"dealings under {one}" for one in license.directives]
    said += [license.subject] if license.subject else []
    return f"{'; '.join(said)}." if said else ""


def dates(license: License) -> str:
    issued = "Issued: not seen" if license.issued == UNKNOWN else f"Issued {day(license.issued)}"
    ends = {UNKNOWN: "end: not seen", "": "no end date"}.get(license.expires, "")
    until = ends or _end_of(license, license.expires)
    return f"{issued}; {until}."


def _end_of(license: License, on: str) -> str:
    """OFAC's end at 12:01 a.m. of the day that they name, as each says: that day is out of them."""
    return f"ends as {day(on)} begins" if license.jurisdiction == "US" else f"ends {day(on)}"


def chain_words(license: License) -> str:
    """`Replaces GL 128A; replaced by GL 128C.`"""
    said = [f"Replaces {license.replaces}"] if license.replaces else []
    if license.replaced_by:
        said.append(f"{'r' if said else 'R'}eplaced by {license.replaced_by}")
    elif license.status in ("active", "unknown_after_expiry"):
        said.append(f"{'n' if said else 'N'}o successor is known here")
    return f"{'; '.join(said)}." if said else ""


def _under(license: License) -> str:
    under = f"Under {listed(list(license.programs))}" if license.programs else ""
    by = f"{'; ' if under else ''}{license.authority}" if license.authority else ""
    return f"{under}{by}." if under or by else ""


def license_facts(license: License, known: Known, linked: Mapping[str, Sequence[str]], on: str) -> dict[str, object]:
    """As JSON. `linked`: ids of listed parties by the name in the license; `on`: the day that is asked about."""
    return {
        "key": license.key,
        "jurisdiction": license.jurisdiction,
        "programs": list(license.programs),
        "title": license.title,
        "authorizes": license.authorizes,
        "not_authorized": license.not_authorized or None,
        "parties": [{"name": name, "entity_ids": list(linked.get(name, ()))} for name in license.parties],
        "directives": list(license.directives),
        "subject": license.subject or None,
        "issued": license.issued,
        "expires": license.expires or None,
        "replaces": license.replaces or None,
        "replaced_by": license.replaced_by or None,
        "status": license.status,
        "as_of": license.as_of,
        "in_force": in_force(license, on, known).value,
        "standing": standing_of(license, on, known),
        "source": license.source or None,
        "also": list(license.also),
        "confidence": license.confidence,
        "witnesses": license.witnesses,
        "url": license.url or None,
        "note": license.note or None,
    }
