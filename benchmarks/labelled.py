"""Labelled pairs of parties in the format of OpenSanctions Pairs: precision, recall and F1 at the threshold.

    make bench BENCH='--pairs FILE'

A line is {"left": PARTY, "right": PARTY, "judgement": "positive"|"negative"|...}, a party a FollowTheMoney entity:
schema and properties (name, alias, birthDate, ...). The dataset is CC BY-NC 4.0: it is read where it lies, and never
copied. Only names and birth dates are compared; what is judged neither way is left out and counted.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.shared import WORK, Harness
from bot.lists.dates import birth_date
from bot.sanctions.party import Schema
from bot.screening.judging.evidence import on_birth
from bot.screening.policy import MATCH
from bot.screening.screen import pair_score
from bot.screening.weights import DECIDING

NAMES = ("name", "alias", "previousName", "weakAlias")
MOST_NAMES = 8  # of a party; some have dozens
Party = Mapping[str, Any]


def measure(path: Path) -> dict[str, Any]:
    """Counts and figures over the file. Raises ValueError, with the line, where it is of another format."""
    counted: Counter[str] = Counter()
    for at, line in enumerate(_lines(path), 1):
        try:
            pair = json.loads(line)
            left, right, judgement = pair["left"], pair["right"], str(pair["judgement"]).casefold()
        except (ValueError, KeyError, TypeError) as error:
            raise ValueError(f"line {at} of {path.name} is no labelled pair: {error!r}") from error
        if judgement not in ("positive", "negative"):
            counted["left_out"] += 1
            continue
        said = score_of(left, right) >= MATCH
        counted[f"{'true' if said == (judgement == 'positive') else 'false'}_{'positive' if said else 'negative'}"] += 1
    true, wrong, missed = counted["true_positive"], counted["false_positive"], counted["false_negative"]
    precision, recall = true / max(true + wrong, 1), true / max(true + missed, 1)
    f1 = 2 * true / max(2 * true + wrong + missed, 1)
    return {**counted, "precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


def of_harness(harness: Harness) -> dict[str, Any]:
    """The same over the harness's pairs of names, written in the published format and read from there."""
    path = WORK / "pairs.jsonl"
    WORK.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as out:
        for row in harness.rows("pairs.jsonl"):
            sides = ({"schema": row["schema"], "properties": {"name": [row[key]]}} for key in ("name1", "name2"))
            judged = "positive" if row["match"] else "negative"
            pair = dict(zip(("left", "right"), sides, strict=True)) | {"judgement": judged}
            out.write(json.dumps(pair, ensure_ascii=False) + "\n")
    return measure(path)


def score_of(left: Party, right: Party) -> float:
    """The best score of any name against any, less where the birth years differ well."""
    schema = _schema(left) or _schema(right)
    best = max((pair_score(one, other, schema) for one in _names(left) for other in _names(right)), default=0.0)
    dates = [birth_date(text) for text in _properties(right, "birthDate")]
    found = [on_birth(text, dates) for text in _properties(left, "birthDate")]
    changes = [each.change for each in found if each is not None]
    return best + max(changes) if changes and max(changes) <= DECIDING else best


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as lines:
        yield from filter(str.strip, lines)


def _names(party: Party) -> list[str]:
    named = [
        *([party["caption"]] if party.get("caption") else []),
        *(n for key in NAMES for n in _properties(party, key)),
    ]
    return list(dict.fromkeys(named))[:MOST_NAMES]


def _properties(party: Party, key: str) -> list[str]:
    return [str(value) for value in (party.get("properties") or {}).get(key, ())]


def _schema(party: Party) -> Schema | None:
    given = party.get("schema")
    return Schema(given) if given in list(Schema) else None
