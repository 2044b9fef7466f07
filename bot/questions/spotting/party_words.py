"""Small sets of words that tell where one name ends (`data/names.toml`) and of parts in asking (`data/parts.toml`); the
kinds of party (`data/kinds.toml`)."""

from __future__ import annotations

from typing import NamedTuple

from bot.questions.data import Sets, table, words
from bot.sanctions.party import Schema
from bot.screening.words.legal_forms import FORMS

sets = Sets("names", "parts")
FIRMS_WITH_AND = frozenset(table("names")["firms_with_and"])
NAME_ENDS, GRAMMAR = sets.GENERIC | sets.LEGAL_FORMS, sets.FUNCTION_WORDS | sets.OPENERS
STOPPED = sets.LEGAL_FORMS | sets.STOPPED
LITTLE, LINKING = sets.OPENERS | sets.JOINERS | sets.SPLITTERS, sets.FUNCTION_WORDS | sets.JOINERS
_DOTTED = frozenset(form.replace(".", "") for form in sets.LEGAL_FORMS if len(form) > 1)


def is_form(word: str) -> bool:
    """Whether a folded word is a legal form, with its full stops or without: s.a, c.v, ltd. Not a letter alone."""
    return len(word) > 1 and (word in sets.LEGAL_FORMS or word.replace(".", "") in _DOTTED)


LETTERS = 5  # of a part of a legal form, and parts of one
OF_FORMS = frozenset(part for form in FORMS if len(form) > 1 for part in form)


def may_be_of_a_form(word: str) -> bool:
    """Whether a word may be a part of a legal form in several: z o.o, s.a."""
    parts = word.split(".")
    return len(word) <= LETTERS and (not word.isascii() or "".join(parts) in OF_FORMS or OF_FORMS.issuperset(parts))


class KindOfParty(NamedTuple):
    """`schema`: the type that lists give such a party, where they do. `words`: words that stand in for what no list
    says, looked for in names; none where nothing does. `craft`: a word of the type that lists give a ship."""

    called: str
    schema: Schema | None = None
    words: tuple[str, ...] = ()
    craft: str = ""


def _read() -> dict[str, KindOfParty]:
    found: dict[str, KindOfParty] = {}
    for row in table("kinds")["kind"]:
        schema = Schema(row["schema"]) if "schema" in row else None
        kind = KindOfParty(row["called"], schema, tuple(row.get("words", "").split()), row.get("craft", ""))
        found |= dict.fromkeys(words(row["typed"].replace("|", " ")), kind)
    return found


KINDS = _read()
CRAFT_TYPES = words(table("kinds")["craft_types"].replace("|", " "))
DESCRIBING = frozenset(KINDS) | CRAFT_TYPES | GRAMMAR  # words of a set that are read


def is_abbreviated(before: str, after: str) -> bool:
    """Whether a full stop only shortens a word of a firm's name: what follows are such words up to a legal form."""
    last, ahead = before[-5:].rsplit(" ", 1)[-1], after.split(",")[0].split()[:4]
    ends = next((at for at, word in enumerate(ahead) if is_form(word.rstrip(".").casefold())), len(ahead))
    short = all(word[0].isupper() and len(word) < 6 for word in (last or "a", *ahead[: ends + 1]))
    return ends < len(ahead) and len(last) < 5 and short
