"""A program: what a publisher's tag stands for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Program:
    """A sanctions program. `tag` is the publisher's ("RUSSIA-EO14024"); `former` are tags that it replaced."""

    tag: str
    title: str
    authority: str = ""
    date: str = ""
    effect: Mapping[str, str] = field(default_factory=dict)  # {"sdn": ..., "non_sdn": ...}
    former: tuple[str, ...] = ()
