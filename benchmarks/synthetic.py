"""Corpora of 10,000, 100,000 and 1,000,000 names, made from the real one, always the same ones.

A small corpus is a part of the real one that holds every party the cases look for. A large one is the real one and,
beside it, parties that do not exist: at least half of the words of a real name are replaced by words of another real
name of the same type and script, and some of the words are respelt, so that common words grow more common and new rare
words come up, as they do on longer lists. Aliases are respellings. A made name that equals a real one is left out.
"""

from __future__ import annotations

import json
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.shared import WORK, Harness, read_rows

SEED = 20261123
RESPELT = 0.3  # of the words of five letters and more
Row = dict[str, Any]


def corpus_of(harness: Harness, names: int) -> Path:
    """The corpus with this many names under var/bench, made where it is not there yet."""
    path = WORK / f"scale-{names}.jsonl"
    if path.exists():
        return path
    real = list(read_rows(harness.data / "corpus.jsonl"))
    wanted = {expected for case in harness.rows("cases.jsonl") for expected in case["expect"] if case["set"] == "ssb"}
    real.sort(key=lambda row: row["id"] not in wanted)  # stable: those wanted first, else as they stand
    WORK.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    with part.open("w", encoding="utf-8") as out:
        for row in _first(_all(real), names):
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    part.replace(path)
    return path


def _all(real: list[Row]) -> Iterator[Row]:
    yield from real
    yield from made_up(real)


def _first(rows: Iterable[Row], names: int) -> Iterator[Row]:
    """Rows until there are this many names; the last row is cut to fit."""
    left = names
    for row in rows:
        strong = row["names"][:left]
        weak = row["weak"][: left - len(strong)]
        yield row | {"names": strong, "weak": weak}
        left -= len(strong) + len(weak)
        if left <= 0:
            return


def made_up(real: list[Row]) -> Iterator[Row]:
    """Parties that do not exist, without end."""
    dice = random.Random(SEED)
    pools: defaultdict[tuple[str, int, bool], list[list[str]]] = defaultdict(list)
    taken = set()
    for row in real:
        for name in row["names"]:
            words = name.split()
            taken.add(_folded(words))
            if 2 <= len(words) <= 8:
                pools[(row["schema"], len(words), name.isascii())].append(words)
    keys = sorted(pools)
    weights = [len(pools[key]) for key in keys]
    number = 0
    while True:
        key = dice.choices(keys, weights)[0]
        words = _crossed(dice, *dice.choices(pools[key], k=2))
        if _folded(words) in taken:
            continue
        aliases = [" ".join(_respelt(dice, word, 0.6) for word in words) for _ in range(dice.choice((0, 0, 1, 1, 2)))]
        number += 1
        names = list(dict.fromkeys([" ".join(words), *aliases]))
        yield {"id": f"made-{number}", "schema": key[0], "names": names, "weak": []}


def _crossed(dice: random.Random, one: list[str], other: list[str]) -> list[str]:
    places = set(dice.sample(range(len(one)), (len(one) + 1) // 2))
    words = [other[at] if at in places else word for at, word in enumerate(one)]
    return [_respelt(dice, word, RESPELT) for word in words]


def _respelt(dice: random.Random, word: str, chance: float) -> str:
    """One letter put in, left out or replaced; short words and numbers stay."""
    if len(word) < 5 or not word.isalpha() or dice.random() >= chance:
        return word
    at = dice.randrange(1, len(word))
    letter = dice.choice(word[1:])  # of the same script and case
    return dice.choice(
        (word[:at] + word[at + 1 :], word[:at] + letter + word[at + 1 :], word[:at] + letter + word[at:])
    )


def _folded(words: list[str]) -> str:
    return " ".join(sorted(word.casefold() for word in words))
