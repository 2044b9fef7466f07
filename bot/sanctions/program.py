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
from bot.sanctions.formats.programs import ended_from, programs_from
from bot.sanctions.tag import Ended, Program

__all__ = [
    "STRENGTH",
    "Effect",
    "Ended",
    "Program",
    "effect_in_words",
    "effect_of",
    "is_sectoral",
    "known_programs",
    "probably_on_sdn",
    "programs_ended",
    "programs_from",
    "strongest",
]


def known_programs() -> dict[str, Program]:
    """The programs whose titles are shipped as facts, by tag (`bot/data/programs.yml`), former tags too."""
    return dict(_shipped())


def programs_ended() -> dict[str, Ended]:
    """The programs that have ended, by tag: shipped as facts, each with its day, its act and its source."""
    return dict(_shipped_ends())


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
