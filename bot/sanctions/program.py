"""Programs, and what being listed under one means: the door to `tag`, `effect` and the shipped titles."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib.resources import files

from bot.sanctions.effect import (
    STRENGTH,
    Effect,
    effect_in_words,
    effect_of,
    is_sectoral,
    probably_on_sdn,
    strongest,
)
from bot.sanctions.formats.programs import programs_from
from bot.sanctions.tag import Program

__all__ = [
    "STRENGTH",
    "Effect",
    "Program",
    "effect_in_words",
    "effect_of",
    "is_sectoral",
    "known_programs",
    "probably_on_sdn",
    "programs_from",
    "strongest",
]


def known_programs() -> dict[str, Program]:
    """The programs whose titles are shipped as facts, by tag (`bot/data/programs.yml`), former tags too."""
    return dict(_shipped())


@cache
def _shipped() -> dict[str, Program]:
    programs = programs_from((files("bot") / "data" / "programs.yml").read_text(encoding="utf-8"), "programs.yml")
    replaced = {tag: replace(program, tag=tag, former=()) for program in programs.values() for tag in program.former}
    return {**replaced, **programs}
