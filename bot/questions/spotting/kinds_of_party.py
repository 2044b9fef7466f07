"""Kinds of party, as sets are asked for: banks, vessels, oligarchs; and what of that no list says."""

from __future__ import annotations

from typing import NamedTuple

from bot.questions.data import table, words
from bot.sanctions.party import Schema


class KindOfParty(NamedTuple):
    """`schema`: the type that lists give such a party, where they do. `words`: words that stand in for what no list
    says, looked for in names; none where nothing does."""

    called: str
    schema: Schema | None = None
    words: tuple[str, ...] = ()


def _read() -> dict[str, KindOfParty]:
    found: dict[str, KindOfParty] = {}
    for row in table("kinds")["kind"]:
        schema = Schema(row["schema"]) if "schema" in row else None
        kind = KindOfParty(row["called"], schema, tuple(row.get("words", "").split()))
        found |= dict.fromkeys(words(row["typed"].replace("|", " ")), kind)
    return found


KINDS = _read()
