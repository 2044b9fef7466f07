"""A message in the stretches that may each ask something: mail unwrapped, lines and items apart, sentences, clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from bot.questions.data import patterns
from bot.questions.spotting.lexicon import WORD, folded, lexicon
from bot.questions.spotting.party_words import JOINERS, NAME_ENDS

_QUOTED_LINE = re.compile(r"^(?:>|&gt;)+ ?", re.MULTILINE)
_FORWARDED = re.compile(r"^(?:(?:fwd?|re|aw|wg)\s*: ?)+(?=\S)", re.IGNORECASE)
_HEADER, _GREETING, _CLOSING, _SIGNED, _ENDS, _ABBREVIATED, _CLAUSE = (
    patterns("mail")[name] for name in ("header", "greeting", "closing", "signed", "ends", "abbreviated", "clause")
)
_SUBJECT = re.compile(r"^(?:subject|тема|betreff|objet|asunto)\s*: .*(?:\n|$)", re.IGNORECASE | re.MULTILINE)
_ITEM = re.compile(r"^\s*(?:[-*•–]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+(?=\S)", re.IGNORECASE)
_INLINE = re.compile(r"(?:(?<=\s)|^)\(?(?:\d{1,2}|[a-h])\)\s+(?=\S)")
_TAG = re.compile(r"^:(\d\d[A-Z]?):\s*(?:/[A-Z0-9/]+\s*)?", re.MULTILINE)
_IN_LINE_TAG = re.compile(r" (?=:\d\d[A-Z]?:)")
_PIPES = re.compile(r"^\|(.*\|.*)\|[ ]*(?:\n|$)", re.MULTILINE)
_LABEL = re.compile(r'^\s*([^:=\n"]{2,40}?)\s*[:=]\s*(?=\S)')
_PARTY_TAGS = ("50", "52", "53", "54", "55", "56", "57", "58", "59")


class Frame(Enum):
    """What a stretch stands in, which may vouch for the name in it."""

    PROSE = "prose"
    ITEM = "item"  # of a list, a line by itself, a cell of a table
    LABELLED = "labelled"  # behind "Beneficiary:" or a tag of SWIFT
    ASIDE = "aside"  # behind "Amount:", an address: read, and nothing of it asked


class Stretch(NamedTuple):
    text: str
    frame: Frame


def unwrapped(text: str) -> str:
    """`text` without the marks of quoting and forwarding, the head lines of a mail and its closing."""
    bare = _FORWARDED.sub("", _QUOTED_LINE.sub("", text))
    if _HEADER.search(bare):  # "Subject: Ivan Petrov" by itself names a party
        bare = _SUBJECT.sub("", bare)
    mails = (_FORWARDED.sub("", mail.strip()) for mail in _HEADER.split(bare))
    texts = (_SIGNED.sub("", _CLOSING.sub("", _GREETING.sub("", mail))).strip() for mail in mails)
    bare = "\n".join(filter(None, texts))
    return bare if re.search(r"\w", bare) else text


def stretches(text: str) -> list[Stretch]:
    """The stretches of a message, in order."""
    body = _PIPES.sub(_cells, _IN_LINE_TAG.sub("\n", unwrapped(text)))
    found: list[Stretch] = []
    if _TAG.search(body):
        found = list(_swift(body))
    elif "\t" in body:
        found = list(_table(body))
    else:
        lines = [line for line in body.split("\n") if re.search(r"\w", line)]
        for line in lines:
            found += _line(line, len(lines) > 1)
    return found or [Stretch(body, Frame.PROSE)]


def _line(line: str, several: bool) -> Iterator[Stretch]:
    item = _ITEM.match(line)
    bare = line[item.end() :] if item else line
    marks = list(_INLINE.finditer(bare))
    if len(marks) + bool(item) > 1:  # "Screen these: 1) Bank Rossiya 2) SMP Bank"
        starts = [mark.end() for mark in marks]
        ends = [*(mark.start() for mark in marks), len(bare)]
        if bare[: ends[0]].strip():
            yield from _labelled(bare[: ends[0]], Frame.ITEM if item else Frame.PROSE)
        for start, end in zip(starts, ends[1:], strict=True):
            yield from _labelled(bare[start:end].strip(" ,;"), Frame.ITEM)
        return
    yield from _labelled(bare.strip(), Frame.ITEM if item or (several and not _is_prose(bare)) else Frame.PROSE)


def _is_prose(line: str) -> bool:
    """Whether a line is a sentence rather than a name: enough words of grammar stand in it."""
    words = [folded(word) for word in WORD.findall(line)]
    return len(words) > 5 and sum("filler" in lexicon().parts(word) and word not in JOINERS for word in words) > 2


def _cells(line: re.Match[str]) -> str:
    """The row of a table between upright lines as cells; nothing of the line below its head."""
    cells = [cell.strip() for cell in line[1].split("|")]
    return "\t".join(cells) + "\n" if re.search(r"\w", line[1]) else ""


def _labelled(text: str, frame: Frame) -> Iterator[Stretch]:
    label = _LABEL.match(text)
    if label:
        parts = {part for word in [label[1]] for part in _parts(word)}
        if "nolabel" in parts and not parts & {"label", "screen"} and frame is Frame.ITEM:
            yield Stretch(text, Frame.ASIDE)
            return
        if "label" in parts:
            yield Stretch(text[label.end() :], Frame.LABELLED)
            return
    for sentence in _sentences(text):
        yield Stretch(sentence, frame)


def _parts(label: str) -> frozenset[str]:
    words = [folded(word) for word in WORD.findall(label)]
    size, parts = lexicon().longest(words, 0) if words else (0, frozenset())
    return parts if size == len(words) else frozenset()


def _sentences(text: str) -> Iterator[str]:
    done = 0
    for match in _ENDS.finditer(text):
        before = text[done : match.start()]
        if text.count('"', 0, match.start()) % 2 or not re.search(r"\w", before):
            continue
        if before.endswith(".") and not _is_full_stop(before, text[match.end() :]):
            continue
        if before.endswith("!") and _goes_on(_first(text[match.end() :])):
            continue  # Yahoo! Inc
        yield from _clauses(before.strip())
        done = match.end()
    yield from _clauses(text[done:].strip())


def _goes_on(word: str) -> bool:
    """Whether a word may be of the name that stands before it."""
    return word in NAME_ENDS or not lexicon().knows(word)


def _is_full_stop(before: str, after: str) -> bool:
    """Whether the stop ends a sentence: not behind a letter or an abbreviation, nor between the words of a name."""
    last = WORD.findall(before)[-1:]
    if _ABBREVIATED.search(before) or re.search(r"(?:\b\w\.){2,}$", before):
        return False
    first = _first(after)
    if last and folded(last[0]) in NAME_ENDS:
        begins = after.lstrip()[:1].isupper() and lexicon().knows(first)
        return begins and first not in NAME_ENDS
    return True


def _first(text: str) -> str:
    return next((folded(word) for word in WORD.findall(text[:60])), "")


def _clauses(sentence: str) -> Iterator[str]:
    """A sentence parted before "and what", "and tell me": where a new ask begins."""
    done = 0
    for match in _CLAUSE.finditer(sentence):
        before = sentence[done : match.start()]
        if sentence.count('"', 0, match.start()) % 2 or len(WORD.findall(before)) < 2:
            continue
        yield before
        done = match.end()
    if sentence[done:].strip():
        yield sentence[done:].strip()


def _swift(text: str) -> Iterator[Stretch]:
    """The fields of a payment message: of a party's field the first line is its name, the rest its address."""
    tags = list(_TAG.finditer(text))
    if head := text[: tags[0].start()].strip():
        yield from (stretch for line in head.split("\n") for stretch in _line(line, True))
    for tag, end in zip(tags, [*(t.start() for t in tags[1:]), len(text)], strict=True):
        lines = [line.strip() for line in text[tag.end() : end].split("\n") if re.search(r"\w", line)]
        party = tag[1].startswith(_PARTY_TAGS)
        for number, line in enumerate(lines):
            if "?" in line:
                yield from _line(line, True)
            else:
                yield Stretch(line, Frame.LABELLED if party and number == 0 else Frame.ASIDE)


def _table(text: str) -> Iterator[Stretch]:
    """Rows of cells; a first row of heads tells which column holds the names, else it is the first of words."""
    rows = [[cell.strip() for cell in line.split("\t")] for line in text.split("\n") if re.search(r"\w", line)]
    head = next((row for row in rows if len(row) > 1), [])
    heads = [_parts(cell) for cell in head]
    headed = len(rows) > 1 and sum("head" in parts for parts in heads) * 2 > len(heads)
    column = next((at for at in range(len(head)) if headed and "label" in heads[at]), 0)
    for cells in rows:
        if len(cells) == 1:
            yield from _line(cells[0], True)
        elif headed and cells is head:
            continue
        elif column < len(cells):
            beside = [(at, cell) for at, cell in enumerate(cells) if at != column]
            facts = [_fact(cell, head[at]) if headed and at < len(head) else cell for at, cell in beside]
            yield Stretch("\t".join([cells[column], *filter(None, facts)]), Frame.ITEM)


def _fact(cell: str, head: str) -> str:
    """A cell under a head that says what it is: a number with the head before it; nothing under a strange head."""
    if "head" not in _parts(head):
        return ""
    return f"{head} {cell}" if cell.isdigit() else cell
