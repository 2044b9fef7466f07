"""Further kinds of names, beside those of the harness: each made of listed names by rule, or noted by hand with its
party."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from typing import Any

from rapidfuzz import fuzz, process, utils

from benchmarks.sets import DATA
from bot.sanctions.listing import Listing
from bot.sanctions.party import Schema
from bot.screening.query import Query
from bot.screening.screen import Index

FIELD = 35  # characters of a line in a payment message
TOKEN_SORT = 85

# Persons of the SDN list in Hangul, from the Korean press; the list has them in Latin letters alone.
HANGUL = {
    "김정은": "KIM, Jong Un", "김여정": "KIM, Yo Jong", "리병철": "RI, Pyong Chol", "최룡해": "CHOE, Ryong Hae",
    "황병서": "HWANG, Pyong So", "박영식": "PAK, Yong Sik", "김원홍": "KIM, Won Hong", "리만건": "RI, Man Gon",
    "조연준": "JO, Yon Jun", "조용원": "JO, Yong Won", "정경택": "JONG, Kyong Thaek", "김정식": "KIM, Jong Sik",
    "최부일": "CHOE, Pu Il", "김기남": "KIM, Ki Nam", "민병철": "MIN, Byong Chol", "최휘": "CHOE, Hwi",
    "전일호": "JON, Il Ho", "장창하": "JANG, Chang Ha", "강필훈": "KANG, P'il-Hun", "김일남": "KIM, Il Nam",
}  # fmt: skip

# Names noted by hand, and where.
NOTED = {
    "a Russian name as another language's press writes it": "spelt_abroad.txt",
    "a name of the world in Cyrillic, Arabic or Greek letters, by sound": "other_alphabets.txt",
    "a body in French, German, Spanish, Russian or Ukrainian": "translated_bodies.txt",
}

Make = Callable[[Listing, random.Random], str | None]


def _domain(listing: Listing, rng: random.Random) -> str | None:
    words = re.findall(r"[A-Za-z]+", listing.name)
    if not listing.schema.is_body or not 1 <= len(words) <= 3 or len("".join(words)) < 6:
        return None
    host = rng.choice(("", "-")).join(words).lower()
    return f"{rng.choice(('', 'www.', 'info@'))}{host}.{rng.choice(('com', 'ir', 'co.uk'))}"


def _and_co(listing: Listing, rng: random.Random) -> str | None:
    return f"{listing.name} {rng.choice(('& Co', '& Co.', '& Cie', 'and Company'))}" if listing.schema.is_body else None


def _typed(listing: Listing) -> str | None:
    surname, comma, given = listing.name.partition(",")
    return f"{given.strip()} {surname.title()}" if listing.schema is Schema.PERSON and comma else None


def _honorific(listing: Listing, rng: random.Random) -> str | None:
    name = _typed(listing)
    return (
        name and f"{name}{rng.choice((' Bey', ', OBE', ' Effendi', '-san', ' Sahib', ', Ph.D.', ' (Ret.)', ', Esq.'))}"
    )


def _kunya(listing: Listing, rng: random.Random) -> str | None:
    name = _typed(listing)
    return name and f"{rng.choice(('Abu', 'Abou'))} {rng.choice(('Hamza', 'Yasir', 'Talha', 'Ayyub'))} {name}"


def _cut(listing: Listing, rng: random.Random) -> str | None:
    return listing.name[:FIELD] if listing.schema.is_body and len(listing.name) > FIELD + 10 else None


KINDS: dict[str, Make] = {
    "a domain": _domain, "& Co": _and_co, "an honorific after the name": _honorific, "a kunya before the name": _kunya,
    "longer than its field (35 characters)": _cut,
}  # fmt: skip


def measure(index: Index, listings: Sequence[Listing], per_kind: int = 60) -> list[dict[str, Any]]:
    """Found by kind: ours at 0.80, token sort at 85."""
    made = []
    for kind, change in KINDS.items():
        rng = random.Random(kind)
        pool = rng.sample(list(listings), len(listings))
        cases = [(text, {each.entity_id}) for each in pool if (text := change(each, rng))][:per_kind]
        made.append(row(kind, cases, index, listings))
    ids = ids_of(listings)
    hangul = [(text, ids[name]) for text, name in HANGUL.items() if name in ids]
    twice = [(f"{name} {text}", ids[name]) for text, name in HANGUL.items() if name in ids]
    made += [
        row("Hangul, of a person", hangul, index, listings),
        row("the same name again in another script", twice, index, listings),
    ]
    for says, file in NOTED.items():
        cases = [(text, ids[name]) for text, name in noted(file) if name in ids]
        made.append(row(says, cases, index, listings))
    return made


def noted(file: str) -> list[tuple[str, str]]:
    """Names as others write them, and the names that the list has."""
    lines = (DATA / file).read_text(encoding="utf-8").splitlines()
    return [(text, name) for text, mark, name in (each.partition(" = ") for each in lines if each[0] != "#") if mark]


def ids_of(listings: Sequence[Listing]) -> dict[str, set[str]]:
    """The parties of each name."""
    ids: dict[str, set[str]] = {}
    for listing in listings:
        for name in listing.names:
            ids.setdefault(name.text, set()).add(listing.entity_id)
    return ids


def row(kind: str, cases: Sequence[tuple[str, set[str]]], index: Index, listings: Sequence[Listing]) -> dict[str, Any]:
    """How many of the cases, each a name with the parties that it means, both engines find."""
    ids = ids_of(listings)
    names = list(ids)
    found = {"ours": 0, "tokensort": 0}
    plain = [utils.default_process(name) for name in names]
    missed = []
    for text, expected in cases:
        hit = any(each.entity_id in expected for each in index.screen(Query(text), 20).matches)
        found["ours"] += hit
        missed += [] if hit else [text]
        got = process.extract(
            utils.default_process(text), plain, scorer=fuzz.token_sort_ratio, score_cutoff=TOKEN_SORT, limit=20
        )
        found["tokensort"] += any(ids[names[at]] & expected for _, _, at in got)
    return {"kind": kind, "of": len(cases), **found, "missed": missed[:8]}
