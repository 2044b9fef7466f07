"""What a field of a payment file, a form or an invoice holds: the names in it, without what stands beside them.

    Brightmoor Trading LLC d/b/a MAHAN AIR      M/V "ARTAVIL", Panama flag      Attn: Rosneft, 12 Main Street, Moscow

Signs come first (brackets, bars, slashes, colons, dashes), then small letters among capitals, then commas, and then
the words of `data/field_words.txt` and the places of `places`. What comes out are readings beside the whole text,
never in place of it.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache

from bot.screening.fields.addresses import LONGEST_PLACE, branch_of, without_address
from bot.screening.fields.beside import (
    ADDRESS,
    BESIDE,
    BRANCH,
    HONORIFICS,
    JOINERS,
    LEADS,
    LONGEST_PHRASE,
    SHIPS,
    STATES,
    Reading,
    Token,
    is_kind_of_ship,
    leads_shortened,
    phrase_at,
)
from bot.screening.fields.crafts import before_voyage, may_be_craft, of_crafts, of_measured
from bot.screening.fields.families import may_be_of_a_family, of_families, of_founder
from bot.screening.fields.formats import of_formats, tags_at
from bot.screening.fields.hosts import may_be_of_the_net, names_on_the_net, without_urls
from bot.screening.fields.signs import MAY_HOLD_MORE, SAILS, parted, parts_by_signs
from bot.screening.words.foreign import describes_a_body
from bot.screening.words.legal_forms import FORMS
from bot.screening.words.normalise import NOT_FIRST, words_of
from bot.screening.words.weak_words import PARTICLES, STOCK_WORDS, TITLES, words_in

MOST_READINGS = 8
MOST_CHARS = 400


CONJUNCTIONS = words_in("and or und oder et ou y o e ve veya i ili en och og oraz sowie v vs")
LONGEST_HOUSE = 4  # digits of the number of a house
LEAST_SIDE = 2  # words of a name beside an "and"
MOST_TITLES = 5  # words before a name: Hojjat ol-Eslam Dr

# A word cut off with a full stop before a name: Egr. Rossi, BENEF. Rossi, Spett.le Rossi.
_CUT_OFF = re.compile(r"[^\W\d_]{3,8}\.|[^\W\d_]{2,8}\.[^\W\d_]{2,4}\.?")
_DOTTED_TITLE = re.compile(r"(?:[^\W\d_]\.){2,4}(?:[^\W\d_]{2,3}\.)?")  # S.E.M., H.R.H., S.A.R.; or initials
_SUFFIXED = re.compile(r"(?<=\w)-(?:ssi|nim|san|sama|sensei|kun|ji|bey|efendi|agha)\b", re.IGNORECASE)  # Suzuki-san
_SHIP_SIGN = re.compile(r"\s*[MFSTmfst]{1,2}\.?/[VTSBYvtsby]\.?\s")  # M/V, F/V, S/S
_TOKEN = re.compile(r"[^\s,]+|,")


def may_hold_more(text: str, words: Sequence[str], places: Container[str]) -> bool:
    """Whether a field can be more than one plain name, told at once: by its signs, small words, and known words.

    `words`: those of the text, folded. Nearly every name that is screened is plain."""
    if MAY_HOLD_MORE.search(text) or not BESIDE.isdisjoint(words) or parted(text) != text:
        return True
    if "." in text and (may_be_of_the_net(text) or _CUT_OFF.match(text.lstrip()) or _DOTTED_TITLE.match(text)):
        return True
    if (
        may_be_craft(text)
        or may_be_of_a_family(text, words)
        or ("-" in text and _SUFFIXED.search(text))
        or (words and (words[0] in NOT_FIRST or leads_shortened(words[0]) or is_kind_of_ship(words[0])))
    ):
        return True
    small = () if text.islower() else [word for word in text.split() if word.islower()]
    if any(word not in PARTICLES or word in CONJUNCTIONS for word in small):
        return True
    return any(" ".join(words[-size:]) in places for size in range(1, min(LONGEST_PLACE, len(words) - 1) + 1))


def readings_of(text: str, places: Container[str]) -> list[Reading]:
    """The names that a field may hold beside the whole; none where it is one plain name."""
    if len(text.split()) == sum(len(word) == 1 for word in text.split()):  # letters apart
        return []
    whole = _key(text)
    formatted, text = of_formats(text[:MOST_CHARS])
    parts = parts_by_signs(_SUFFIXED.sub("", without_urls(text)))
    cut = parts != [text]
    ship = bool(_SHIP_SIGN.match(text) or SAILS.search(text)) or _begins_as_ship(whole)
    ship = ship or any(is_kind_of_ship(_key(part)) for part in parts)
    seen = {_key(name.text): name for name in formatted}
    seen |= {_key(name): Reading(name, guess=True) for name in names_on_the_net(text)}
    if whole.partition(" ")[0] in NOT_FIRST:  # ABN AMRO is a bank, Abn Zawahiri may be a son of Zawahiri's
        seen[whole.partition(" ")[2]] = Reading(text.strip().partition(" ")[2], guess=True, person=True)
    for name in of_crafts(text):
        seen.setdefault(_key(name.text), name)
    for name in of_families(_tokens(text)):
        seen.setdefault(f"{_key(name.text)} {name.family}", name)
    for part in parts:
        for name in _names_in(_tokens(part), places, cut=cut, afloat=ship):
            key = _key(name.text)
            if key and key != whole and (key not in seen or name.apart):
                seen[key] = name
    seen = {key: name for key, name in seen.items() if not describes_a_body(name.text, text)}
    alone = len({key.split(" ", 1)[0] for key in seen}) == 1
    return [name._replace(alone=alone or name.alone) for name in list(seen.values())[:MOST_READINGS]]


def _begins_as_ship(whole: str) -> bool:
    words = whole.split(" ", 3)[:3]
    return any(is_kind_of_ship(" ".join(words[:size])) for size in (1, 2, 3))


def _tokens(part: str) -> list[Token]:
    return [Token(found, "" if found == "," else _key(found)) for found in _TOKEN.findall(part)]


def _names_in(tokens: list[Token], places: Container[str], *, cut: bool, afloat: bool) -> Iterator[Reading]:
    """The names in one part: cut at joiners, then without what leads to them and what follows them. `afloat`: the field
    says that they are ships'."""
    for piece in _cut_at_joiners(tokens):
        bare, ship = _without_lead(piece)
        ship = ship or afloat
        if cut or len(bare) < len(tokens):
            yield from _offered(bare, places, apart=True, ship=ship)
        if cut and ship and len(bare) < len(piece):  # SV NIKOLAY is called so
            yield from _offered(piece, places, apart=True, ship=True)
        for shorter, sure in without_address(bare, places):
            yield from _offered(_without_lead(shorter)[0], places, apart=sure, ship=ship)
        yield from of_founder(bare)
        if ship:
            yield from _offered(before_voyage(bare), places, apart=True, ship=True)
        for ship_name in of_measured(bare):
            for reading in _offered(ship_name, places, apart=True, ship=True):
                yield reading._replace(guess=True, alone=True)
        for person in (*_behind_titles(bare), *_before_purpose(bare)):
            yield Reading(_typed(person), guess=True, person=True)
        if owner := branch_of(bare):
            yield from _offered(owner, places, apart=True, ship=ship)
        for side in _around_conjunctions(bare):
            for reading in _offered(_without_lead(side)[0], places, apart=False, ship=ship):
                yield reading._replace(guess=True)
    for name in _behind_cut_off(tokens):
        for reading in _offered(name, places, apart=False, ship=afloat):
            yield reading._replace(guess=True)


def _behind_cut_off(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """A name of several words behind a word that is cut off with a full stop and is no part of it; and, up to a comma,
    behind all such words: Excmo. Sr. D. Juan Mendoza Jover, Ministro de Defensa."""
    if len(tokens) <= LEAST_SIDE or not _CUT_OFF.fullmatch(tokens[0].typed):
        return
    own = tuple(tokens[0].folded.split())
    if own in FORMS or not STOCK_WORDS.isdisjoint(own):
        return
    yield tokens[1:]
    end = next((at for at, token in enumerate(tokens) if not token.folded), len(tokens))
    begin = next((at for at in range(end) if not tokens[at].typed.endswith(".")), end)
    if begin > 1 and end - begin >= LEAST_SIDE:
        yield tokens[begin:end]


def _behind_titles(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """A person's name behind the last of the titles at the beginning: Army General S. K. Shoigu, Hojjat ol-Eslam Dr
    Haddad Adel. It ends at a comma."""
    end = next((at for at, token in enumerate(tokens) if not token.folded), len(tokens))
    last = next((at for at in range(min(MOST_TITLES, end) - 1, -1, -1) if tokens[at].folded in TITLES), -1)
    last = 0 if last < 0 and tokens and _DOTTED_TITLE.fullmatch(tokens[0].typed) else last
    begin = last + 1
    while 0 < begin < end and tokens[begin].folded in _OF_THE:
        begin += 1 + (tokens[begin + 1 : begin + 2] != [] and tokens[begin + 1].folded not in _OF_THE)
    alone = begin == 1 and tokens[0].folded in TITLES  # it is left out of any name
    couple = any(token.folded in CONJUNCTIONS and len(token.folded) > 1 for token in tokens[:end])
    if last >= 0 and end - begin >= LEAST_SIDE and not (alone or couple or "&" in {token.typed for token in tokens}):
        yield tokens[begin:end]


def _before_purpose(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Who is paid, before what for: KARASIN GRIGORY B. FOR CONSULTING. Bodies have a "for" in their names."""
    at = next((at for at in range(LEAST_SIDE, len(tokens) - 1) if tokens[at].folded in _FOR), 0)
    if at:
        yield tokens[:at]


def _around_conjunctions(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """What stands before and after a small "and", which may join two names, and may stand in one."""
    for at in range(LEAST_SIDE, len(tokens) - LEAST_SIDE):
        if tokens[at].is_small and tokens[at].folded in CONJUNCTIONS:
            yield tokens[:at]
            yield tokens[at + 1 :]


def _offered(tokens: Sequence[Token], places: Container[str], *, apart: bool, ship: bool) -> Iterator[Reading]:
    """The name, unless it is none: a place, a word of a form, a description of the party."""
    kept = _trimmed(tokens)
    words = [token.folded for token in kept if token.folded]
    name = " ".join(words)
    if not words or (name in places and not ship) or not any(word.strip("0123456789 ") for word in words):
        return
    if all(_is_beside(word) for word in words) or name in STATES or name in LEADS or name in SHIPS:
        return
    yield Reading(_typed(kept), apart, ship=ship)


def _is_beside(word: str) -> bool:
    return word in ADDRESS or word in BRANCH or word in LEADS or word in PARTICLES or (word,) in FORMS or word in TITLES


def _trimmed(tokens: Sequence[Token]) -> list[Token]:
    kept = list(tokens)
    while kept and (not kept[0].folded or (kept[0].is_small and kept[0].folded in _LOOSE)):
        kept.pop(0)
    while kept and (not kept[-1].folded or kept[-1].folded in _LOOSE):
        kept.pop()
    return kept


_FOR = words_in("for fur pour por para za")
_OF_THE = words_in("of the")  # General of the Army
_LOOSE = words_in("of in at for to by the and or as per from with on")


def _typed(tokens: Sequence[Token]) -> str:
    return " ".join(token.typed for token in tokens).replace(" ,", ",").strip(" ,-")


@lru_cache(maxsize=2_000)  # each word of a field is asked in every reading of it
def _key(text: str) -> str:
    return " ".join(words_of(text))


def _cut_at_joiners(tokens: list[Token]) -> list[list[Token]]:
    """The names that small words among capitals, or the words of joiners, stand between."""
    capitals = any(token.folded and not token.is_small and token.typed[:1].isalpha() for token in tokens)
    pieces: list[list[Token]] = [[]]
    at = 0
    while at < len(tokens):
        size = tags_at(tokens, at) or (_small_run(tokens, at) if capitals else 0)
        size = size or phrase_at(tokens, at, JOINERS, weak=not (capitals and tokens[at].is_small))
        if size:
            if pieces[-1] and _is_sentence_start(pieces[-1]):
                pieces[-1].clear()  # "Ordering customer"
            pieces.append([])
            at += size
        else:
            pieces[-1].append(tokens[at])
            at += 1
    return [piece for piece in pieces if piece]


def _small_run(tokens: Sequence[Token], at: int) -> int:
    """How many tokens from here on are small words that are no part of a name: "on behalf of", not "al" or "of"."""
    end = at
    while end < len(tokens) and tokens[end].is_small:
        end += 1
    run = [token.folded for token in tokens[at:end]]
    strange = [word for word in run if word not in PARTICLES and len(word) > 1 and (word,) not in FORMS]
    if end == len(tokens) and BRANCH.issuperset(run):  # Liberian flag: what stands behind, and joins nothing
        return 0
    return end - at if strange and not _is_street(tokens, at, len(run)) else 0


def _is_street(tokens: Sequence[Token], at: int, size: int) -> bool:
    """Whether one small word stands behind the number of a house, which begins a piece of the text: "20 rue Victor
    Hugo" names nobody."""
    begins = at == 1 or (at > 1 and not tokens[at - 2].folded)
    return size == 1 and begins and len(tokens[at - 1].folded) <= LONGEST_HOUSE and tokens[at - 1].folded.isdigit()


def _is_sentence_start(piece: Sequence[Token]) -> bool:
    """Whether a piece is one capitalised word before small ones, as a sentence begins: "Ordering customer", not a
    name."""
    return (
        len(piece) == 1
        and piece[0].typed[:1].isupper()
        and piece[0].typed[1:].islower()
        and piece[0].folded in _OPENERS
    )


_OPENERS = frozenset(phrase.split()[0] for phrase in LEADS | SHIPS)


def _without_lead(tokens: Sequence[Token]) -> tuple[list[Token], bool]:
    """The name without what leads to it ("Attn", "Ordering customer", "tanker") and without a ship's kind after it; and
    whether it is a ship's."""
    kept, ship = list(tokens), False
    for _ in range(3):
        size, afloat = phrase_at(kept, 0, LEADS), phrase_at(kept, 0, SHIPS)
        afloat = afloat or int(bool(kept) and is_kind_of_ship(kept[0].folded))
        size = size or int(bool(kept) and not afloat and leads_shortened(kept[0].folded))
        if not max(size, afloat) or max(size, afloat) >= len(kept):
            break
        size, ship = max(size, afloat), ship or afloat > size
        kept = kept[size:]
        while kept and (not kept[0].folded or kept[0].folded in ("the", "a", "of", "no")):
            kept = kept[1:]
    for size in range(min(LONGEST_PHRASE, len(kept) - 1), 0, -1):
        ending = " ".join(token.folded for token in kept[-size:])
        if ending in STATES or (len(kept) > size + 1 and ending in HONORIFICS) or (ending in SHIPS and len(ending) > 3):
            return kept[:-size], ship or ending in SHIPS
    return kept, ship


def stands_beside_number(text: str, part: str) -> bool:
    """Whether a number stands right before or after a part of a field: LONG XING of LONG XING 610 is another ship."""
    return bool(re.search(rf"\d\W{{0,2}}{re.escape(part)}|{re.escape(part)}\W{{0,2}}\d", text, re.IGNORECASE))
