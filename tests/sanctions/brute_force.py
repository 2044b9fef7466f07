"""Options A, B and C worked out a second time, straight from the raw CSV rows and the definitions.

Shares no code with the bot: rows are dictionaries, selectors are walked as YAML gives them, every selector looks
at every row. Plain on purpose.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Row = dict[str, Any]


def rows_of(lists_dir: Path) -> list[Row]:
    sdn, cons = lists_dir / "ofac_sdn" / "2023-12-28", lists_dir / "ofac_cons" / "2025-12"
    return _rows("SDN", sdn / "sdn.csv", sdn / "alt.csv", sdn / "sdn_comments.csv") + _rows(
        "non-SDN", cons / "cons_prim.csv", cons / "cons_alt.csv", cons / "cons_comments.csv"
    )


def _rows(on: str, primary: Path, alt: Path, comments: Path) -> list[Row]:
    tails = {row[0]: row[1] for row in _read(comments)}
    aliases: dict[str, list[str]] = {}
    for row in _read(alt):
        aliases.setdefault(row[0], []).append(row[3].strip())
    found = []
    for row in _read(primary):
        cells = [cell.strip() for cell in row]
        remarks = ("" if cells[11] == "-0-" else row[11]) + tails.get(row[0], "")
        items = [item.removeprefix("alt. ") for item in remarks.strip().removesuffix(".").split("; ")]
        weak = [item[8:-1] for item in items if re.match(r"[afn]\.k\.a\. '", item)]
        linked = [item.partition("Linked To:")[2] for item in items if item.lstrip("(").startswith("Linked To:")]
        found.append(
            {
                "on": on,
                "id": f"ofac-{row[0]}",
                "name": plain(cells[1]),
                "aliases": {plain(name) for name in aliases.get(row[0], []) + weak},
                "type": {"vessel": "Vessel", "aircraft": "Airplane", "individual": "Person"}.get(cells[2], "entity"),
                "programs": set(cells[3].split("] [")),
                "linked": {plain(name) for name in linked},
            }
        )
    return found


def _read(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        return [row for row in csv.reader(opened) if len(row) > 1]


def plain(name: str) -> str:
    return " ".join("".join(mark if mark.isalnum() else " " for mark in name.upper()).split())


def selects(selector: dict[str, Any], rows: list[Row], groups: dict[str, Any]) -> list[Row]:
    chosen = rows
    if "group" in selector:
        chosen = [row for row in chosen if row["id"] in groups[selector["group"]]["entities"]]
    if "program" in selector:
        chosen = [row for row in chosen if selector["program"] in row["programs"]]
    if "type" in selector:
        chosen = [row for row in chosen if row["type"] == selector["type"]]
    if "linked_to" in selector:
        parents = {row["id"] for row in selects(selector["linked_to"], rows, groups)}
        chosen = [row for row in chosen if any(parents & bearers(name, rows) for name in row["linked"])]
    return chosen


@dataclass
class _Names:
    """Whose primary name each is, and whose alias."""

    rows: list[Row]  # held, so that no others come to have their id
    primary: defaultdict[str, set[str]]
    alias: defaultdict[str, set[str]]


_NAMES: dict[int, _Names] = {}


def bearers(name: str, rows: list[Row]) -> set[str]:
    """Whose primary name it is; where it is nobody's, whose alias."""
    if id(rows) not in _NAMES:
        names = _NAMES[id(rows)] = _Names(rows, defaultdict(set), defaultdict(set))
        for row in rows:
            names.primary[row["name"]].add(row["id"])
            for other in row["aliases"]:
                names.alias[other].add(row["id"])
    known = _NAMES[id(rows)]
    return known.primary.get(name) or known.alias.get(name) or set()


def outcome(option: dict[str, Any], rows: list[Row], groups: dict[str, Any]) -> dict[str, Any]:
    left = {(row["on"], row["id"]): set(row["programs"]) for row in rows}
    relieved: set[str] = set()
    terms = []
    for term in option["terms"]:
        chosen: list[tuple[Row, str]] = []
        excluded = {(row["on"], row["id"]) for other in term.get("exclude", []) for row in selects(other, rows, groups)}
        for selector in term.get("select", []):
            for row in selects(selector, rows, groups):
                if (row["on"], row["id"]) not in excluded:
                    chosen.append((row, selector.get("program", "")))
        terms.append({row["id"] for row, _ in chosen})
        relieved |= terms[-1]
        for row, program in chosen if term["action"] == "delist" else []:
            place = (row["on"], row["id"])
            left[place] = left[place] - {program} if term.get("scope") == "program" else set()
    bound = {entity_id for (_, entity_id), programs in left.items() if programs}
    covered = relieved
    linked: dict[str, set[str]] = {}
    for row in rows:
        for parent in {one for name in row["linked"] for one in bearers(name, rows)} & covered:
            if row["id"] not in covered:
                linked.setdefault(parent, set()).add(row["id"])
    return {"terms": terms, "freed": relieved - bound, "partly": relieved & bound, "linked": linked}
