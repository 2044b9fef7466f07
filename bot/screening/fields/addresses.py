"""Where the address after a name begins, or the place, the branch: with commas between, or without."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from bot.screening.fields.beside import ADDRESS, BRANCH, Token, phrase_at, words_of_tokens
from bot.screening.words.legal_forms import FORMS
from bot.screening.words.weak_words import PARTICLES, STOCK_WORDS, words_in

LONGEST_PLACE, LONGEST_STREET = 4, 3  # words; what kind of street is one of them
# What stands right before the number of a house, a box, a room; each word of these phrases.
_HOUSES = words_in(
    "po p o box pobox postfach office room rm suite ste flat apt apartment floor fl piso house plot unit"
)
_DIGITS = re.compile(r"\d")


def without_address(tokens: Sequence[Token], places: Container[str]) -> Iterator[tuple[list[Token], bool]]:
    """The name without the address after it, and whether signs or known words tell that it is one."""
    pieces = _at_commas(tokens)
    if len(pieces) > 1:
        tail = next((n for n in range(1, len(pieces)) if _is_address(pieces[n], places)), len(pieces))
        known = tail < len(pieces)
        if known:
            yield _joined(pieces[:tail]), True
        if tail > 1 and (len(words_of_tokens(pieces[0])) > 1 or known):
            yield list(pieces[0]), known or len(words_of_tokens(pieces[0])) > 1
        if not known:
            for piece in pieces[1:]:
                if len(words_of_tokens(piece)) > 1:
                    yield list(piece), True
        yield from _without_end(tokens, places)
        tokens = _joined(pieces[:tail])
    yield from _without_end(tokens, places)


def branch_of(tokens: Sequence[Token]) -> list[Token]:
    """Whose branch a text says it is, without the place of the branch: "Branch of X in Tbilisi"; [] of any other."""
    for at in range(min(2, len(tokens) - 2)):  # at the beginning, or behind its place
        size = phrase_at(tokens, at, _BRANCHES)
        after = at + size
        if not size or after >= len(tokens) - 1 or tokens[after].folded not in _OF:
            continue
        while after < len(tokens) - 1 and tokens[after].folded in PARTICLES:
            after += 1
        end = next((n for n in range(len(tokens) - 1, after, -1) if tokens[n].folded in _IN), len(tokens))
        return list(tokens[after:end])
    return []


_BRANCHES = BRANCH - STOCK_WORDS  # an agency may be a body of its own
_OF = words_in("of von de der des del della di du da van vom for")
_IN = words_in("in at im en a v w u")


def _without_end(tokens: Sequence[Token], places: Container[str]) -> Iterator[tuple[list[Token], bool]]:
    """The name without an address that no comma parts from it."""
    at = next((n for n in range(1, len(tokens)) if tokens[n].folded.isdigit()), 0)
    begun = _before_house(tokens, at)
    if begun < at or (at and any(token.folded in ADDRESS or token.folded in places for token in tokens[at:])):
        yield list(tokens[:begun]), True
    end = _before_place(tokens, places)
    if 0 < end < len(tokens):
        after = [token.folded for token in tokens[end:] if token.folded]
        yield list(tokens[:end]), any(word in BRANCH for word in after) or " ".join(after) not in places
        if end > 2:  # a town that is not known before a country that is
            yield list(tokens[: end - 1]), False
    at = next((n for n in range(1, len(tokens)) if phrase_at(tokens, n, BRANCH)), 0)
    if at:
        yield list(tokens[:at]), False
    at = next((n for n in range(len(tokens) - 1, 0, -1) if tokens[n].is_small and tokens[n].folded in _IN), 0)
    if 0 < len(tokens) - at - 1 <= LONGEST_PLACE and at:
        yield list(tokens[:at]), False


def _before_house(tokens: Sequence[Token], number: int) -> int:
    """Where an address begins, of which this token is a number: PO BOX 16111, OFFICE 204, ul. Mira 74. A name stands
    before it."""
    begun = number
    while begun > 1 and _HOUSES.issuperset(tokens[begun - 1].folded.split() or [""]):
        begun -= 1
    street = range(max(1, number - LONGEST_STREET), number)
    return next((n for n in street if tokens[n].is_small and tokens[n].folded in ADDRESS), begun)


def _before_place(tokens: Sequence[Token], places: Container[str]) -> int:
    """Where the places, branches and words of addresses at the end begin. A place after "of" is part of the name."""
    end = len(tokens)
    while end > 1:
        size = next(
            (
                n
                for n in range(min(LONGEST_PLACE, end - 1), 0, -1)
                if _is_place_or_branch(" ".join(token.folded for token in tokens[end - n : end]), places)
            ),
            int(end > 1 and _is_quarter(tokens[end - 1], tokens[: end - 1], places)),
        )
        if not size or tokens[end - size - 1].folded in PARTICLES:
            break
        end -= size
    kept = [token.folded for token in tokens[:end]]
    return (
        end
        if any(word and word not in STOCK_WORDS and word not in PARTICLES and (word,) not in FORMS for word in kept)
        else 0
    )


def _is_place_or_branch(name: str, places: Container[str]) -> bool:
    return name in places or name in BRANCH or (bool(name) and name.isdigit() and len(name) >= 5)


def _is_quarter(token: Token, before: Sequence[Token], places: Container[str]) -> bool:
    """Whether a word with a hyphen behind a firm says which part of a known place: Beograd-Zemun, Merter-Istanbul.
    Behind a person's name it is a surname: Montenegro-Keller."""
    firm = any((each.folded,) in FORMS for each in before)
    return firm and "-" in token.typed and any(half in places for half in token.folded.split())


def _at_commas(tokens: Sequence[Token]) -> list[list[Token]]:
    """The pieces between commas; a legal form after one ("Co., Ltd.") stays with its name."""
    pieces: list[list[Token]] = [[]]
    for at, token in enumerate(tokens):
        if token.folded or token.typed != ",":
            pieces[-1].append(token)
            continue
        following = [each.folded for each in tokens[at + 1 :]]
        if not (following and (following[0],) in FORMS):
            pieces.append([])
    return [piece for piece in pieces if words_of_tokens(piece)]


def _joined(pieces: Sequence[Sequence[Token]]) -> list[Token]:
    made: list[Token] = []
    for piece in pieces:
        made += [Token(",", "")] if made else []
        made += piece
    return made


def _is_address(piece: Sequence[Token], places: Container[str]) -> bool:
    """Whether a piece between commas is of an address: a place, a number with words, a word of streets and houses."""
    words = words_of_tokens(piece)
    if " ".join(words) in places:
        return True
    if any(_DIGITS.search(word) for word in words) and len(words) <= 6:
        return True
    if any(word in BRANCH and len(word) > 3 for word in words):
        return True
    return any(word in ADDRESS and len(word) > 3 for word in words) or any(word in places for word in words[-1:])
