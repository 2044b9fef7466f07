"""In what manner facts were written otherwise: publishers correct each entry in its own way, a tool all of them in one.

Nothing of it speaks against an edition by itself; a manner that several entries share is told in words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from bot.lists.soundness import curve
from bot.lists.soundness.finding import Finding
from bot.lists.soundness.kinds import ADDRESSES, BIRTH_DATES, IDENTIFIERS, IDENTITY, KINDS, PROGRAMS, REMARKS, Kind
from bot.lists.soundness.seen import Seen, every
from bot.lists.soundness.signs import Fate, Sign

OTHERS = ("titles", "birth_places", "nationalities", "citizenships", "remarks")
LOOKED_AT = tuple(kind for kind in KINDS if kind is not PROGRAMS and (kind in IDENTITY or kind.key in OTHERS))
PIECE = 3  # letters that became others
PIECES = 3  # in one text: of more it is another text
UNLIKE = 60  # of 100
WORD = 40  # letters of one that is quoted
SHOWN = 3  # manners of one kind of fact
_PARTS = ("street", "town", "country")


def measures(left: Sequence[Sign], seen: Seen) -> Iterator[Finding]:
    """`left` are the signs that no edit of many explains."""
    looked_at = [sign for sign in left if sign.kind in LOOKED_AT and sign.lost and not sign.marked]
    ids: defaultdict[tuple[Kind, str], dict[str, None]] = defaultdict(dict)
    for sign in every(looked_at):
        for manner in _manners(sign):
            ids[(sign.kind, manner)][sign.entity_id] = None
    for sign in _exchanged(looked_at):
        ids[(sign.kind, "words that another entry lost")][sign.entity_id] = None
    usual = max(curve.FEW_TOLD, curve.TOLD_AT_ONCE * seen.entries)
    for kind in LOOKED_AT:
        several = [(manner, [*entries]) for (of, manner), entries in ids.items() if of is kind]
        for manner, entries in sorted(several, key=lambda item: (-len(item[1]), item[0]))[:SHOWN]:
            if len(entries) > usual:
                guard, of = f"{kind.title}, {manner}", len(seen.new)
                yield Finding(guard, len(entries), of, of, tuple(entries[:3]), usual=usual)


def _exchanged(several: Sequence[Sign]) -> Iterator[Sign]:
    """The signs of which all that went came to other entries, and all that came had gone from others: values that
    changed their places, or parts of them."""
    lost, gained = Counter[tuple[Kind, str]](), Counter[tuple[Kind, str]]()
    edits = [(sign, *sign.edit) for sign in several if sign.gained and sign.kind is not REMARKS]
    edits = [(sign, old, new) for sign, old, new in edits if old and new]
    for sign, old, new in edits:
        lost.update((sign.kind, word) for word in old)
        gained.update((sign.kind, word) for word in new)
    for sign, old, new in edits:
        if all((sign.kind, word) in gained for word in old) and all((sign.kind, word) in lost for word in new):
            yield sign


def _manners(sign: Sign) -> set[str]:
    if sign.fate is Fate.VANISHED:
        return {"all of them gone"}
    if not sign.gained and len(sign.lost) > 1:
        return {"several of them gone"}
    if sign.kind is BIRTH_DATES or not sign.gained:
        return set()
    if sign.kind is REMARKS:  # long ones: a word more or less says nothing
        if _run_together("".join(sign.lost), "".join(sign.gained)):
            return {"words run together or apart"}
        return {"another one in its place"} if sign.fate is Fate.LOST else set()
    found = set[str]()
    for old in sign.lost:
        new = max(sorted(sign.gained), key=lambda one: fuzz.ratio(old, one))
        if sign.kind is ADDRESSES:
            found |= _of_an_address(old, new)
            continue
        if sign.kind is IDENTIFIERS:  # their types stand before them
            old, new = old.rpartition(" ")[2], new.rpartition(" ")[2]
        found |= _of_a_text(old, new)
    return found


def _of_an_address(old: str, new: str) -> set[str]:
    """Which part became another, where one did."""
    were, are = ([part.strip() for part in f" {text} ".split("|")] for text in (old, new))
    if len(were) != len(_PARTS) or len(are) != len(_PARTS):
        return set()
    differ = [at for at, (one, other) in enumerate(zip(were, are, strict=True)) if one != other]
    if len(differ) != 1:
        return set()
    (at,) = differ
    part, one, other = _PARTS[at], were[at], are[at]
    if not any(map(str.isalpha, other)) and any(map(str.isalpha, one)):
        return {f"the {part} gone"}
    if one and _without_digits(one) == _without_digits(other):
        return {f"other digits in the {part}", *_of_a_text(one, other)}
    return {f"another {part}"} if one and fuzz.ratio(one, other) < UNLIKE else _of_a_text(one, other)


def _of_a_text(old: str, new: str) -> set[str]:
    """Words that came or went, letters that became others, digits left out."""
    if _run_together(old, new):
        return {"words run together or apart"}
    if part := _part_left(old, new):
        return {part, *_digits_gone(old, new)}
    were, are, found = set(old.split()), set(new.split()), set[str]()
    if were > are or are > were:
        what, some = ("came", are - were) if are > were else ("went", were - are)
        several = {f"words {what}"} if len(some) > 1 else set[str]()
        return several | {f'"{word[:WORD]}" {what}' for word in some} | _digits_gone(old, new)
    if fuzz.ratio(old, new) < UNLIKE:
        return {"another one in its place"}
    if len(were - are) == len(are - were) == 1:
        found.add(f'"{next(iter(were - are))[:WORD]}" became "{next(iter(are - were))[:WORD]}"')
    pieces = _pieces(old, new)
    if not pieces or len(pieces) > PIECES or any(len(piece) > PIECE for two in pieces for piece in two):
        return found
    found |= {f'"{one}" became "{other}"' for one, other in pieces if one and other}
    if len(pieces) == 1 and len(pieces[0][0]) + len(pieces[0][1]) == 1:
        found.add("a letter gone" if pieces[0][0] else "a letter more")
    return found


def _part_left(old: str, new: str) -> str:
    if len(new) < len(old) - 1 and new:
        return "the end gone" if old.startswith(new) else "the beginning gone" if old.endswith(new) else ""
    return ""


def _run_together(old: str, new: str) -> bool:
    return old.replace(" ", "") == new.replace(" ", "")


def _without_digits(text: str) -> str:
    return "".join(sign for sign in text if not sign.isdigit()).strip()


def _digits_gone(old: str, new: str) -> set[str]:
    went = set(old.split()) - set(new.split())
    return {"digits gone"} if went and all(any(map(str.isdigit, word)) for word in went) else set()


def _pieces(old: str, new: str) -> list[tuple[str, str]]:
    """What stands in the place of what: edits that touch are one."""
    found: list[tuple[str, str]] = []
    end = -1
    for edit in Levenshtein.opcodes(old, new):
        if edit.tag == "equal":
            continue
        one, other = old[edit.src_start : edit.src_end], new[edit.dest_start : edit.dest_end]
        if edit.src_start == end:
            before = found.pop()
            one, other = before[0] + one, before[1] + other
        found.append((one, other))
        end = edit.src_end
    return found
