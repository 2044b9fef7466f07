"""The distinct words of all listed names, and which of them a typed word may mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from bot.screening.given_names import forms_of
from bot.screening.naming import Word
from bot.screening.spelling import FLOOR, alike

Ids = NDArray[np.int32]
MOST_VARIANTS = 60  # of one typed word
REMEMBERED = 20_000  # typed words whose variants are kept


class Grams:
    """Texts by the three-letter pieces in them. Pieces cross no text; each text is fenced at both ends."""

    def __init__(self, texts: Sequence[str]) -> None:
        fenced = [f"\x01{text}\x02" for text in texts]
        sizes = np.array([len(text) for text in fenced], dtype=np.int64)
        letters = np.frombuffer("".join(fenced).encode("ascii"), dtype=np.uint8).astype(np.int32)
        owner = np.repeat(np.arange(len(texts), dtype=np.int32), sizes)
        self.sizes: NDArray[np.float64] = np.maximum(sizes - 2, 1).astype(np.float64)
        if len(letters) < 3:
            self._starts: dict[int, tuple[int, int]] = {}
            self._owners: Ids = np.zeros(0, dtype=np.int32)
            return
        codes = (letters[:-2] << 16) | (letters[1:-1] << 8) | letters[2:]
        whole = owner[:-2] == owner[2:]
        codes, owner = codes[whole], owner[:-2][whole]
        order = np.argsort(codes, kind="stable")
        codes, self._owners = codes[order], owner[order]
        values, first = np.unique(codes, return_index=True)
        ends = [*first[1:].tolist(), len(codes)]
        self._starts = {int(v): (int(f), int(e)) for v, f, e in zip(values, first, ends, strict=True)}

    def nearest(self, text: str, most: int, share: float) -> Ids:
        """The texts that share the most pieces (Dice coefficient at least `share`), the best `most` in no order."""
        fenced = f"\x01{text}\x02".encode("ascii", "ignore")
        pieces = {(fenced[i] << 16) | (fenced[i + 1] << 8) | fenced[i + 2] for i in range(len(fenced) - 2)}
        found = [self._owners[slice(*self._starts[piece])] for piece in pieces if piece in self._starts]
        if not found:
            return np.zeros(0, dtype=np.int32)
        counts = np.bincount(np.concatenate(found), minlength=len(self.sizes))
        least = 2 if len(pieces) > 3 else 1
        near = np.flatnonzero(counts >= least)
        dice = 2 * counts[near] / (self.sizes[near] + len(pieces))
        near, dice = near[dice >= share], dice[dice >= share]
        if len(near) > most:
            near = near[np.argpartition(-dice, most)[:most]]
        return near.astype(np.int32)


class Vocabulary:
    """Every word that a listed name holds, once, with its number."""

    def __init__(self, words: Iterable[Word]) -> None:
        self.number: dict[str, int] = {}
        self.words: list[Word] = []
        by_key: defaultdict[str, list[int]] = defaultdict(list)
        by_weak_key: defaultdict[str, list[int]] = defaultdict(list)
        by_skeleton: defaultdict[str, list[int]] = defaultdict(list)
        for word in words:
            if word.text in self.number:
                continue
            at = self.number[word.text] = len(self.words)
            self.words.append(word)
            by_key[word.key].append(at)
            by_weak_key[word.weak_key].append(at)
            by_skeleton[word.skeleton].append(at)
        self._by_key, self._by_weak_key, self._by_skeleton = dict(by_key), dict(by_weak_key), dict(by_skeleton)
        self._grams = Grams([word.text for word in self.words])
        self._remembered: dict[tuple[str, bool], tuple[tuple[int, float], ...]] = {}

    def variants(self, word: Word) -> tuple[tuple[int, float], ...]:
        """The listed words that `word` may mean, each with its likeness; the least alike first."""
        found = self._remembered.get((word.text, word.arabic))
        if found is None:
            if len(self._remembered) >= REMEMBERED:
                self._remembered.clear()
            found = self._remembered[(word.text, word.arabic)] = self._find(word)
        return found

    def _find(self, word: Word) -> tuple[tuple[int, float], ...]:
        if len(word.text) == 1:
            at = self.number.get(word.text)
            return () if at is None else ((at, 1.0),)
        numbers = set(self._by_key.get(word.key, ())) if word.key else set()
        numbers |= {self.number[form] for form in forms_of(word.text) if form in self.number}
        if word.arabic:
            numbers |= set(self._by_weak_key.get(word.weak_key, ()))
        if word.vowelless or len(word.skeleton) >= 3:
            numbers |= set(self._by_skeleton.get(word.skeleton, ()))
        numbers |= set(self._grams.nearest(word.text, 40, 0.34).tolist())
        numbers |= {self.number[text] for text in _one_edit(word.text) if text in self.number}
        rated = [(at, alike(word, self.words[at])[0]) for at in numbers]
        kept = sorted((item for item in rated if item[1] >= FLOOR), key=lambda item: (item[1], item[0]))
        return tuple(kept[-MOST_VARIANTS:])


def _one_edit(word: str) -> set[str]:
    """Short words one slip away: pieces of three letters cannot find those."""
    if len(word) > 6:
        return set()
    letters = "abcdefghijklmnopqrstuvwxyz"
    cuts = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    slips = {a + b[1:] for a, b in cuts if b} | {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    slips |= {a + c + b[1:] for a, b in cuts if b for c in letters}
    return slips | {a + c + b for a, b in cuts for c in letters}
