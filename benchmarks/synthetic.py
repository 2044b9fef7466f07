"""Corpora of 10,000, 100,000 and 1,000,000 names, made from the real one, always the same ones.

A small corpus is a part of the real one that holds every party the cases look for. A large one is the real one and,
beside it, parties that do not exist: at least half of the words of a real name are replaced by words of another real
name of the same type and script. Words that few real names hold are always respelt, others sometimes, so that common
words grow more common and new rare ones come up, as they do on longer lists, and so that no made party bears the one
telling word of a real party: it would be a true rival, and the real one need not come first. Aliases are respellings.
"""

from __future__ import annotations

import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.shared import WORK, Harness, read_rows

SEED = 20261123
RESPELT = 0.3  # of the common words of five letters and more
RARE = 20  # real names that hold a word: below, it is always respelt
Row = dict[str, Any]


def corpus_of(harness: Harness, names: int) -> Path:
    """The corpus with this many names under var/bench, made where it is not there yet."""
    path = WORK / f"scale-{names}.jsonl"
    if path.exists() and path.stat().st_mtime > Path(__file__).stat().st_mtime:
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
    taken, held = set(), Counter[str]()
    for row in real:
        for name in row["names"]:
            words = name.split()
            taken.add(_folded(words))
            held.update({word.casefold() for word in words})
            if 2 <= len(words) <= 8:
                pools[(row["schema"], len(words), name.isascii())].append(words)
    keys = sorted(pools)
    weights = [len(pools[key]) for key in keys]
    number = 0
    while True:
        key = dice.choices(keys, weights)[0]
        one, other = dice.choices(pools[key], k=2)
        words = _crossed(dice, one, other, held)
        if _folded(words) in taken:
            continue
        aliases = [
            " ".join(_respelt(dice, word, 0.6, 5) for word in words) for _ in range(dice.choice((0, 0, 1, 1, 2)))
        ]
        number += 1
        names = list(dict.fromkeys([" ".join(words), *aliases]))
        yield {"id": f"made-{number}", "schema": key[0], "names": names, "weak": []}


def _crossed(dice: random.Random, one: list[str], other: list[str], held: Mapping[str, int]) -> list[str]:
    places = set(dice.sample(range(len(one)), (len(one) + 1) // 2))
    words = [other[at] if at in places else word for at, word in enumerate(one)]
    rare = [held[word.casefold()] < RARE for word in words]
    return [_respelt(dice, w, *((1.0, 3) if few else (RESPELT, 5))) for w, few in zip(words, rare, strict=True)]


def _respelt(dice: random.Random, word: str, chance: float, least: int) -> str:
    """One letter put in, left out or replaced; words of fewer than `least` letters, and numbers, stay."""
    if len(word) < least or any(c.isdigit() for c in word) or dice.random() >= chance:
        return word
    at = dice.randrange(1, len(word))
    letter = dice.choice([c for c in word if c.isalpha() and c != word[at]] or "x")  # of the same script and case
    return dice.choice(
        (word[:at] + word[at + 1 :], word[:at] + letter + word[at + 1 :], word[:at] + letter + word[at:])
    )


def _folded(words: list[str]) -> str:
    return " ".join(sorted(word.casefold() for word in words))
