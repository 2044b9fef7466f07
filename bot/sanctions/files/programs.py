"""Programs as YAML: titles, authorities, effects and ends (`programs.yml`), and the same parts of a briefing."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from functools import cache
from importlib.resources import files

from bot.sanctions.files import parts
from bot.sanctions.files.marked import Field, read_document
from bot.sanctions.program import Ended, Program

_PARTS = ("programs", "programs_ended", "sources")
UK_ACT = "Sanctions and Anti-Money Laundering Act 2018"  # under which every regime of the UK's list was made
_ENDED_KEYS: tuple[str, ...] = ("ended", "by", "removed_from_list", "regulations_removed", "note")
_ENDED_KEYS += ("source", "also", "confidence", "witnesses")


def programs_from(text: str, name: str = "programs.yml") -> dict[str, Program]:
    """The programs of a file by tag. Raises BadInput naming the file, the line and the reason."""
    top = read_document(text, name).mapping(_PARTS, required=("programs",))
    return read_programs(top["programs"])


def ended_from(text: str, name: str = "programs.yml") -> dict[str, Ended]:
    """The programs of a file that have ended, by tag. Raises BadInput as `programs_from`."""
    top = read_document(text, name).mapping(_PARTS)
    sources = top["sources"].mapping() if "sources" in top else {}
    return read_ended(top["programs_ended"], sources) if "programs_ended" in top else {}


def read_programs(field: Field) -> dict[str, Program]:
    programs = {}
    for tag, one in field.mapping().items():
        facts = one.at(f"program {tag[:60]}").mapping(
            ("title", "authority", "date", "effect", "former"), required=("title",)
        )
        effect = facts["effect"].mapping(("sdn", "non_sdn", "un")) if "effect" in facts else {}
        programs[tag] = Program(
            tag=tag,
            title=facts["title"].text(),
            authority=facts["authority"].optional() if "authority" in facts else "",
            date=facts["date"].day() if "date" in facts else "",
            effect={key: says.text() for key, says in effect.items()},
            former=facts["former"].texts() if "former" in facts else (),
        )
    return programs


def read_ended(field: Field, sources: Collection[str]) -> dict[str, Ended]:
    """Programs that have ended, by tag. `sources`: the keys of the file's own sources."""
    found = {}
    for tag, one in field.mapping().items():
        facts = one.at(f"ended program {tag[:60]}").mapping(_ENDED_KEYS, required=("ended",))
        ended = facts["ended"].day()
        if not ended:
            raise facts["ended"].bad("an ended program needs the day of its end.")
        found[tag] = Ended(
            tag=tag,
            ended=ended,
            by=parts.text_of(facts, "by"),
            removed_from_list=parts.day_of(facts, "removed_from_list"),
            regulations_removed=parts.day_of(facts, "regulations_removed"),
            note=parts.text_of(facts, "note").strip(),
            source=parts.source_of(facts, sources),
            also=parts.sources_of(facts, "also", sources),
            confidence=parts.confidence_of(facts),
            witnesses=parts.whole_of(facts, "witnesses"),
        )
    return found


def known_programs() -> dict[str, Program]:
    """The programs whose titles are shipped as facts, by tag (`bot/data/programs.yml`), former tags too."""
    return dict(_shipped())


def programs_ended() -> dict[str, Ended]:
    """The programs that have ended, by tag: shipped as facts, each with its day, its act and its source."""
    return dict(_shipped_ends())


def regime_of(list_key: str, tag: str) -> Program | None:
    """What a programme code of the EU's list, or a regime of the UK's, stands for; None of other lists and codes. Codes
    mean something on their own list alone: "SDN" is Sudan in Brussels."""
    if list_key == "gb_uksl":
        return Program(tag, tag.removeprefix("The "), UK_ACT) if "Regulations" in tag else None
    return _regimes().get(list_key, {}).get(tag)


@cache
def _regimes() -> dict[str, dict[str, Program]]:
    text = (files("bot") / "data" / "regimes.yml").read_text(encoding="utf-8")
    return {key: read_programs(codes) for key, codes in read_document(text, "regimes.yml").mapping().items()}


@cache
def _shipped_ends() -> dict[str, Ended]:
    return ended_from(_file())


@cache
def _file() -> str:
    return (files("bot") / "data" / "programs.yml").read_text(encoding="utf-8")


@cache
def _shipped() -> dict[str, Program]:
    programs = programs_from(_file())
    replaced = {tag: replace(program, tag=tag, former=()) for program in programs.values() for tag in program.former}
    return {**replaced, **programs}
