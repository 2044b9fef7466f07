"""Cases of the harness's kinds, made of names that its development cases do not use: nothing was tuned on them.

Disturbed names of OFAC's parties, near misses, and people who are not listed, made by crossing the harness's own. The
same seed makes the same cases. A case is a row in the harness's form.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from benchmarks import accuracy
from benchmarks.cost import LIMIT
from benchmarks.shared import Harness, find_harness, listings_of
from bot.screening.query import Query
from bot.screening.screen import Index

Row = dict[str, Any]
SHARES = {"Person": 0.73, "Organization": 0.235, "Company": 0.0, "Vessel": 0.02, "Airplane": 0.015}
FIXED_WIDTHS = (20, 35)
LOOK_ALIKES = dict(zip("ABCEHIKMOPSTXYaceiopsxy", "АВСЕНІКМОРЅТХУасеіорѕху", strict=True))
INVISIBLE = "\u200b\u200c\u2060\u00ad"
MISREAD = {"o": "0", "O": "0", "l": "1", "I": "1", "S": "5", "s": "5", "B": "8", "m": "rn", "Z": "2"}
SOUNDS = (
    ("ph", "f"), ("f", "ph"), ("k", "c"), ("c", "k"), ("s", "z"), ("i", "y"), ("y", "i"), ("v", "w"), ("kh", "h"),
    ("ks", "x"), ("dh", "d"), ("q", "k"),
)  # fmt: skip
SPELLINGS = (
    ("Sergey", "Sergei"), ("Sergei", "Sergej"), ("Aleksandr", "Alexander"), ("Mikhail", "Michael"), ("sky", "skii"),
    ("Muhammad", "Mohammed"), ("Mohammad", "Muhammad"), ("Yevgeny", "Evgeniy"), ("Ahmad", "Ahmed"), ("Hasan", "Hassan"),
    ("Dmitry", "Dmitriy"), ("Hussein", "Husayn"), ("Abd al-", "Abdul "), ("ovich", "ovitch"), ("AL-", "EL-"),
    ("Aleksey", "Alexei"), ("Yuri", "Iurii"), ("Nikolay", "Nikolai"), ("SKIY", "SKY"), ("EV", "YEV"),
)  # fmt: skip
TITLES = ("Dr.", "Prof.", "Col.", "Gen.", "Hajji", "Sheikh", "Eng.", "Sayyid")


def key(name: str) -> str:
    """A name for telling which parties bear it: folded words in order."""
    folded = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(char for char in folded if not unicodedata.combining(char))
    return " ".join(sorted(re.sub(r"[\W_]+", " ", bare).split()))


def _replaced(name: str, dice: random.Random, table: tuple[tuple[str, str], ...]) -> str:
    places = [(at.start(), old, new) for old, new in table for at in re.finditer(old, name)]
    if not places:
        return name
    start, old, new = dice.choice(places)
    return name[:start] + new + name[start + len(old) :]


def _typo(name: str, dice: random.Random) -> str:
    at = dice.choice([at for at, char in enumerate(name) if char.isalpha()])
    letter = dice.choice("abcdefghijklmnopqrstuvwxyz")
    return name[:at] + (letter.upper() if name[at].isupper() else letter) + name[at + 1 :]


def _transpose(name: str, dice: random.Random) -> str:
    places = [at for at in range(len(name) - 1) if name[at : at + 2].isalpha() and name[at] != name[at + 1]]
    at = dice.choice(places or [0])
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def _double_or_collapse(name: str, dice: random.Random) -> str:
    doubled = [at for at in range(1, len(name)) if name[at].isalpha() and name[at].lower() == name[at - 1].lower()]
    small = [at for at in range(1, len(name)) if name[at].islower()]
    if doubled and dice.random() < 0.5:
        at = dice.choice(doubled)
        return name[:at] + name[at + 1 :]
    at = dice.choice(small) if small else 0
    return name[:at] + name[at] * bool(small) + name[at:]


def _vowels_dropped(name: str, dice: random.Random) -> str:
    return " ".join(
        w[0] + "".join(c for c in w[1:-1] if c.lower() not in "aeiou") + w[-1] if len(w) > 3 else w
        for w in name.split()
    )


def _truncated(name: str, dice: random.Random) -> str:
    width = dice.choice(FIXED_WIDTHS) if len(name) > max(FIXED_WIDTHS) else min(FIXED_WIDTHS)
    return name[:width].strip()


def _initials(name: str, dice: random.Random) -> str:
    words, dot = name.split(), dice.choice(".|").strip("|")
    many = dice.choice((1, len(words) - 1))
    return " ".join([word[0] + dot for word in words[:many]] + words[many:]) if len(words) > 1 else name


def _ordered(name: str, dice: random.Random) -> str:
    words = name.split()
    return dice.choice((f"{words[-1]}, {' '.join(words[:-1])}", " ".join(reversed(words)))) if len(words) > 1 else name


def _dropped(name: str, dice: random.Random) -> str:
    words = name.split()
    if len(words) > 2:
        words.pop(dice.randrange(1, len(words) - 1))
    return " ".join(words)


def _titled(name: str, dice: random.Random) -> str:
    return f"{dice.choice(TITLES)} {name}" if dice.random() < 0.6 else f"{name} {dice.choice(('II', 'Jr.'))}"


def _one_look_alike(name: str, dice: random.Random) -> str:
    return _replaced(name, dice, tuple((char, LOOK_ALIKES[char]) for char in sorted(set(name) & set(LOOK_ALIKES))))


def _invisible(name: str, dice: random.Random) -> str:
    at = dice.randrange(1, len(name))
    return name[:at] + dice.choice(INVISIBLE) + name[at:]


def _marks(name: str, dice: random.Random) -> str:
    return _replaced(name, dice, (("-", dice.choice(("", " "))), ("'", dice.choice(("", " ")))))


WAYS: Mapping[str, Callable[[str, random.Random], str]] = {
    "typo": _typo,
    "transpose": _transpose,
    "ocr": lambda name, dice: _replaced(name, dice, tuple(MISREAD.items())),
    "vowel_drop": _vowels_dropped,
    "truncate": _truncated,
    "initials": _initials,
    "homoglyph_all": lambda name, dice: "".join(LOOK_ALIKES.get(char, char) for char in name),
    "homoglyph_one": _one_look_alike,
    "invisible_char": _invisible,
    "name_order": _ordered,
    "double_collapse": _double_or_collapse,
    "phonetic": lambda name, dice: _replaced(name, dice, SOUNDS),
    "punctuation": _marks,
    "title_affix": _titled,
    "token_drop": _dropped,
    "translit": lambda name, dice: _replaced(name, dice, SPELLINGS),
}


def cases(harness: Harness, seed: int, names: int = 400, people: int = 5000) -> list[Row]:
    """Cases of `names` listed names, as many near misses again as half of these, and `people` who are not listed."""
    dice = random.Random(seed)
    corpus, known = harness.rows("corpus.jsonl"), harness.rows("cases.jsonl")
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for row in corpus:
        for name in row["names"] + row["weak"]:
            bearers[key(name)].add(row["id"])
    taken = _taken(dice, corpus, known, names)
    rows = [
        *_disturbed(dice, taken, bearers),
        *_near_misses(dice, [name for name, schema in taken if schema == "Person"], bearers, names * 7 // 4),
        *_unlisted(
            dice, [row["query"].split() for row in known if row["set"].startswith("negatives_")], bearers, people
        ),
    ]
    return [row | {"id": f"unseen-{seed}-{number}"} for number, row in enumerate(rows)]


def _taken(dice: random.Random, corpus: list[Row], known: list[Row], names: int) -> list[tuple[str, str]]:
    used = {row["source"] for row in known} | {id for row in known if row["set"] == "ssb" for id in row["expect"]}
    fresh = [
        (row["names"][0], row["schema"])
        for row in corpus
        if row["id"].startswith("ofac") and row["names"] and not used & {row["id"], row["names"][0]}
    ]
    fresh = [(name, schema) for name, schema in fresh if name.isascii() and len(name) >= 5]
    dice.shuffle(fresh)
    return [
        each
        for schema, share in SHARES.items()
        for each in [one for one in fresh if one[1] == schema][: round(share * names)]
    ]


def _row(kind: str, cls: str, query: str, expect: list[str], source: str = "", schema: str = "Person") -> Row:
    return {
        "set": kind, "cls": cls, "family": "unseen", "query": query, "schema": schema, "expect": expect,
        "source": source, "corpus": "full", "birth_date": "", "country": "", "split": "dev",
    }  # fmt: skip


def _disturbed(dice: random.Random, taken: list[tuple[str, str]], bearers: Mapping[str, set[str]]) -> Iterator[Row]:
    for name, schema in taken:
        for cls, way in WAYS.items():
            query = way(name, dice)
            if query != name:
                yield _row("ssb", cls, query, sorted(bearers[key(name)]), name, schema)


def _near_misses(dice: random.Random, people: list[str], bearers: Mapping[str, set[str]], many: int) -> Iterator[Row]:
    people = [name for name in people if len(name.split()) > 1]
    for _ in range(many):
        one, other = (name.split() for name in dice.sample(people, 2))
        kind = dice.choice(("token_swap", "edit_beyond", "cross_pair"))
        if kind == "token_swap":
            words = [*one[:-1], other[0]]
        elif kind == "cross_pair":
            words = [one[0], other[-1]]
        else:
            at = dice.choice((dice.randrange(len(one)), len(one) - 1))
            words = [*one]
            middle = dice.choice(("en", "er", "al", "in", "an", "on", "ol", "es", "us"))
            words[at] = words[at][0] + middle + words[at][-1]
        if key(" ".join(words)) not in bearers:
            yield _row("ssb_negative", kind, " ".join(words), [], " ".join(one))


def _script(word: str) -> str:
    letter = next((char for char in word if char.isalpha()), "a")
    return unicodedata.name(letter).split()[0] + ("" if word.isascii() else "+")


def _unlisted(
    dice: random.Random, people: list[list[str]], bearers: Mapping[str, set[str]], many: int
) -> Iterator[Row]:
    first: defaultdict[str, list[str]] = defaultdict(list)
    last: defaultdict[str, list[str]] = defaultdict(list)
    for words in people:
        first[_script(words[0])].append(words[0])
        last[_script(words[-1])].append(words[-1])
    for _ in range(many):
        words = dice.choice([each for each in people if len(each) > 1])
        script = _script(words[0])
        query = " ".join([dice.choice(first[script]), *words[1:-1], dice.choice(last[script] or [words[-1]])])
        if key(query) not in bearers:
            yield _row("negatives_crossed", script.lower(), query, [])


FIGURES = (
    *("cases", "clean", "cut", "ssb", "ssb_first", "ssb_five", "ssb_usual", "clean_alarms", "near_alarms"),
    *("ssb_classes", "ssb_classes_five", "ssb_sizes"),
)


def asked(index: Index, rows: Iterable[Row]) -> Iterator[Row]:
    """The cases with what came: the rank and score of the right party, and the best score."""
    for row in rows:
        hits = index.screen(Query(row["query"]), LIMIT).hits
        ranks = ((rank, hit.score) for rank, hit in enumerate(hits, 1) if hit.entity_id in row["expect"])
        rank, score = next(ranks, (None, 0.0))
        yield row | {"rank": rank, "score": score, "top": hits[0].score if hits else 0.0}


def measure(harness: Harness, seeds: Iterable[int]) -> dict[str, Any]:
    index = Index.build(listings_of(harness.data / "corpus.jsonl"))
    came = [case for seed in seeds for case in asked(index, cases(harness, seed))]
    got = accuracy.figures({"cases": came, "pairs": [], "threshold": 0.8})
    return {key: got[key] for key in FIGURES}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", nargs="+", type=int, default=[1])
    given = parser.parse_args()
    harness = find_harness()
    if harness is None:
        parser.error("the shared harness is not here")
    print(json.dumps(measure(harness, given.seeds)))


if __name__ == "__main__":
    main()
