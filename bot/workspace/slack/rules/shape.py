"""A small language for the shape of JSON: rules are functions that note what is wrong, and where.

A finding reads as Slack's own: `[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

Rule = Callable[[Any, str, "Findings"], None]


@dataclass
class Findings:
    """What is wrong with one payload, in the order found."""

    messages: list[str] = field(default_factory=list)
    seen: set[tuple[str, str]] = field(default_factory=set)

    def note(self, problem: str, path: str) -> None:
        self.messages.append(f"[ERROR] {problem} [json-pointer:{path}]")

    def once(self, kind: str, value: object, path: str) -> None:
        """An id must be unique in its payload."""
        if not isinstance(value, str):
            return
        if (kind, value) in self.seen:
            self.note(f"{kind} already exists: {value}", path)
        self.seen.add((kind, value))


def string(most: int | None = None, least: int = 1) -> Rule:
    def check(value: Any, path: str, findings: Findings) -> None:
        if not isinstance(value, str):
            findings.note("must be a string", path)
        elif len(value) < least or (least and not value.strip()):
            findings.note(f"must be more than {least - 1} characters", path)
        elif most is not None and len(value) > most:
            findings.note(f"must be less than {most + 1} characters", path)

    return check


def choice(*allowed: str) -> Rule:
    def check(value: Any, path: str, findings: Findings) -> None:
        if value not in allowed:
            findings.note(f"must be a valid enum value: {value!r}", path)

    return check


def boolean(value: Any, path: str, findings: Findings) -> None:
    if not isinstance(value, bool):
        findings.note("must be a boolean", path)


def integer(least: int, most: int | None = None) -> Rule:
    def check(value: Any, path: str, findings: Findings) -> None:
        if not isinstance(value, int) or isinstance(value, bool):
            findings.note("must be an integer", path)
        elif value < least or (most is not None and value > most):
            findings.note(f"must be between {least} and {most}", path)

    return check


def number(value: Any, path: str, findings: Findings) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        findings.note("must be a number", path)


def items(rule: Rule, most: int | None, least: int = 1) -> Rule:
    def check(value: Any, path: str, findings: Findings) -> None:
        if not isinstance(value, list):
            findings.note("must be an array", path)
            return
        if len(value) < least:
            findings.note(f"no less than {least} items allowed", path)
        if most is not None and len(value) > most:
            findings.note(f"no more than {most} items allowed", path)
        for at, item in enumerate(value):
            rule(item, f"{path}/{at}", findings)

    return check


def shape(required: Mapping[str, Rule], optional: Mapping[str, Rule] | None = None, also: Rule | None = None) -> Rule:
    """An object with exactly these fields; `type` is judged by whoever chose this shape."""
    known = {**required, **(optional or {})}

    def check(value: Any, path: str, findings: Findings) -> None:
        if not isinstance(value, dict):
            findings.note("must be an object", path)
            return
        for name in required:
            if value.get(name) is None:
                findings.note(f"missing required field: {name}", path)
        for name, content in value.items():
            if name == "type" and "type" not in known:
                continue
            if name not in known:
                findings.note(f"invalid additional property: {name}", path)
            elif content is not None:
                known[name](content, f"{path}/{name}", findings)
        if also is not None:
            also(value, path, findings)

    return check


def one_of(kinds: Mapping[str, Rule], complaint: str = "unsupported type") -> Rule:
    """An object judged by its `type`."""

    def check(value: Any, path: str, findings: Findings) -> None:
        kind = value.get("type") if isinstance(value, dict) else None
        rule = kinds.get(kind) if isinstance(kind, str) else None
        if rule is None:
            findings.note(f"{complaint}: {kind}", f"{path}/type")
        else:
            rule(value, path, findings)

    return check


def exactly_one(*names: str) -> Rule:
    def check(value: Any, path: str, findings: Findings) -> None:
        if sum(value.get(name) is not None for name in names) != 1:
            findings.note(f"exactly one of {', '.join(names)} is required", path)

    return check


def at_least_one(*names: str) -> Rule:
    def check(value: Any, path: str, findings: Findings) -> None:
        if all(value.get(name) is None for name in names):
            findings.note(f"missing required field: one of {', '.join(names)}", path)

    return check
