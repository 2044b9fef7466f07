"""What the files of a briefing have in common: confidence, sources, entries with an id, and what is written of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from bot.sanctions.files.marked import Field

# From the surest to the least: a publisher of law; a named outlet or law firm; a third party's file; nobody has said.
CONFIDENCE = ("official", "reported", "second_hand", "unknown")

Facts = Mapping[str, Field]


def entries(
    field: Field, kind: str, id_key: str, known: Collection[str], required: Collection[str]
) -> list[tuple[str, dict[str, Field]]]:
    """The entries of a list with their ids, none of which may stand twice."""
    found: list[tuple[str, dict[str, Field]]] = []
    for number, item in enumerate(field.items(), 1):
        facts = item.at(f"{kind} number {number}").mapping(known, required=required)
        key = facts[id_key].text()
        if any(key == other for other, _ in found):
            raise item.bad(f"the {id_key} {key[:60]!r} stands twice.")
        found.append((key, {name: one.at(f"{kind} {key[:60]}") for name, one in facts.items()}))
    return found


def text_of(facts: Facts, key: str) -> str:
    return facts[key].optional() if key in facts else ""


def texts_of(facts: Facts, key: str) -> tuple[str, ...]:
    return facts[key].texts() if key in facts else ()


def day_of(facts: Facts, key: str) -> str:
    return facts[key].day() if key in facts else ""


def whole_of(facts: Facts, key: str) -> int:
    return facts[key].whole() if key in facts else 0


def confidence_of(facts: Facts) -> str:
    return facts["confidence"].one_of(CONFIDENCE) if "confidence" in facts else ""


def address_of(facts: Facts, key: str) -> str:
    """An address on the web, or ""."""
    address = text_of(facts, key)
    if address and not address.startswith(("https://", "http://")):
        raise facts[key].bad(f"{key} must begin with https:// or http://.")
    return address


def source_of(facts: Facts, sources: Collection[str]) -> str:
    """The key of one of the file's own sources, or ""."""
    source = text_of(facts, "source")
    _check_source(facts, "source", source, sources)
    return source


def sources_of(facts: Facts, key: str, sources: Collection[str]) -> tuple[str, ...]:
    """Keys of the file's own sources."""
    found = texts_of(facts, key)
    for source in found:
        _check_source(facts, key, source, sources)
    return found


def _check_source(facts: Facts, key: str, source: str, sources: Collection[str]) -> None:
    if source and source not in sources:
        raise facts[key].bad(f"the source {source[:60]!r} is not under sources.")


def saying(**facts: object) -> dict[str, object]:
    """Those that say something."""
    return {key: value for key, value in facts.items() if value}
