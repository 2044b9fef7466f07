"""A listed name that stands inside a longer one which matches nobody: "Gazprom Potato" is on no list, Gazprom is."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.identity import identified
from bot.questions.spotting.lexicon import is_everyday
from bot.screening.query import Hit, Query, Verdict
from handlers.ask import words
from handlers.finding import CALLED, LEAST, MOST_WORDS, parts_of
from store.snapshot.snapshot import Snapshot

FEW = 5  # listed names with a surname, up to which it tells whose it is


def listed_inside(name: str, snapshot: Snapshot) -> tuple[str, Hit] | None:
    """The longest part of a name that is, in full, a listed name (a ship's of everyday words apart) or the surname of
    few listed persons, with the party that bears it; None where there is none. Everyday words are a party that others
    are linked to: Gazprom, not Victory."""
    words_of_it = name.split()[:MOST_WORDS]
    strokes = " ".join(words_of_it).replace("-", " ").split()[:MOST_WORDS] if "-" in name else []  # Hamas-Konto
    for part in (*parts_of(words_of_it), *parts_of(strokes)):
        if hit := _borne(part, snapshot):
            return " ".join(part), hit
    return None


def inside_words(name: str, snapshot: Snapshot) -> str:
    """`“Gazprom” in it is a listed name: Gazprom (OGRN 1027700070518, Moscow), blocked (SDN).`, or ""."""
    found = listed_inside(name, snapshot)
    party = snapshot.party(found[1].entity_id) if found else None
    if found is None or party is None:
        return ""
    part, hit = found
    return f"{words.quoted(part)} in it is a listed name: {identified(party)}, {words.stands(hit.standing, hit.lists)}."


def _borne(part: Sequence[str], snapshot: Snapshot) -> Hit | None:
    long = [word for word in part if sum(map(str.isalpha, word)) >= LEAST]
    if not long:
        return None
    mentions, text = snapshot.index.mentions, " ".join(part)
    surname = len(part) == 1 and mentions.is_surname(text) and mentions.bearers(text) <= FEW
    if not surname and not mentions.is_name(text):
        return None
    found = snapshot.index.screen(Query(text), 1)
    wanted = (Verdict.LISTED, Verdict.POSSIBLE) if surname else (Verdict.LISTED,)
    told = not all(is_everyday(word.casefold()) for word in long)
    hits = [hit for hit in found.matches if found.verdict in wanted and (told or hit.schema not in CALLED)]
    return next((hit for hit in hits if told or snapshot.linked_counts.get(hit.entity_id)), None)
