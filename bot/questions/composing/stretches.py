"""A message in the stretches that may each ask something: mail unwrapped, lines and items apart, sentences, clauses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import Enum
from typing import NamedTuple

from bot.questions.composing.labels import labelled, parts_before, parts_of, role_of, with_words
from bot.questions.composing.papers import Table, laid_out
from bot.questions.composing.persons import fields_of
from bot.questions.composing.tagged import in_fields
from bot.questions.data import Telling, patterns, table
from bot.questions.spotting.days import is_of_calendar
from bot.questions.spotting.lexicon import WORD, folded, is_abbreviated, is_everyday, is_given, lexicon, sets

_MAIL = patterns("mail")
_READ_AS = table("mail")["read_as"]
_TELLING = Telling(_MAIL, table("mail")["telling"])
_OF_ANOTHER = {"header", "subject", "quoted"}
_OF_MAILS = {"closing", "forwarded", "signed", *_OF_ANOTHER}
_OF_A_FORM = 3  # labels of lines, those that are known counting twice: two of them, or three
_SIGNED = 6  # lines of a closing that are read
_LONG_NUMBER = 7  # figures that may say who somebody is
_DAYS_OUT = 4  # words that say on which days something is not to be
_COUNTING = {*").#/*•0123456789"}
_MARKS = ("ABCDEFGH", ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"))
_NARRATIVE = ("70", "72", "77", "79")
_PARTY_TAGS = ("41", "42", "50", "52", "53", "54", "55", "56", "57", "58", "59")


class Frame(Enum):
    """What a stretch stands in, which may vouch for the name in it."""

    PROSE = "prose"
    ITEM = "item"  # of a list, a line by itself, a cell of a table
    LABELLED = "labelled"  # behind "Beneficiary:" or a tag of SWIFT
    ASIDE = "aside"  # behind "Amount:", an address: nothing of it is asked but a listed party or a firm
    SUBJECT = "subject"  # of a mail: likewise
    CELL = "cell"  # of a paper, and nothing says that it names anybody: likewise, and what looks like a name is told
    AROUND = "around"  # what closes a mail: a listed party alone


class Stretch(NamedTuple):
    text: str
    frame: Frame
    label: str = ""


def unwrapped(text: str) -> tuple[str, list[Stretch]]:
    """`text` without the marks of quoting and forwarding, the head lines of a mail and its closing; and those lines:
    who wrote it and to whom, its subject and its closing."""
    may, mails, about = _TELLING.may_fit(text), list[str](), list[Stretch]()

    def without(mark: str, said: str) -> str:
        return _MAIL[mark].sub("", said) if mark in may else said

    bare = without("forwarded", without("quoted", text))
    if "header" in may and _MAIL["header"].search(bare):  # "Subject: Ivan Petrov" by itself names a party
        about += (Stretch(said[0].strip(), Frame.SUBJECT) for said in _MAIL["subject"].finditer(bare))
        bare = _MAIL["subject"].sub("", bare)
        about += _heads(bare)
    for mail in _MAIL["header"].split(bare) if "header" in may else [bare]:
        mail = _MAIL["greeting"].sub("", without("forwarded", mail.strip()))
        for ends in (_MAIL[mark] for mark in ("closing", "signed") if mark in may):
            if found := list(ends.finditer(mail)):
                lines = (line for said in found for line in said[0].strip().split("\n")[:_SIGNED])
                about += (Stretch(line, Frame.AROUND) for line in with_words(lines))
                mail = ends.sub("", mail)
        mails += [mail.strip()] if mail.strip() else []
    return ("\n".join(mails), about) if with_words(mails) else (text, [])


def _heads(bare: str) -> Iterator[Stretch]:
    """Who stands in the heads of mails: asked about where the text asks about those, else told of as its subject is."""
    lines = [said[0] for said in _MAIL["header"].finditer(bare)]
    asked = _MAIL["of_all_heads"].search(_MAIL["header"].sub("", bare))
    for who in (name.strip(" \t\n\"',") for line in lines for name in _MAIL["of_a_head"].sub("", line).split(";")):
        words = [folded(word) for word in WORD.findall(who)]
        told = len(words) > 1 or not any(is_given(word) or lexicon().knows(word) for word in words)  # no "me", "Anna"
        yield from [Stretch(who, Frame.LABELLED if asked and told else Frame.SUBJECT)] if words else ()


def is_pasted(text: str) -> bool:
    """Whether it holds a mail or lines of a chat: what they ask was asked of somebody else."""
    return any(_MAIL[mark].search(text) for mark in {*_OF_ANOTHER, "passed_on"} & _TELLING.may_fit(text))


def stretches(text: str) -> list[Stretch]:
    """The stretches of a message, in order; behind them what stands about a mail, where a listed name may be."""
    may = _TELLING.may_fit(text)
    for mark, by in _READ_AS.items():
        if mark in may and (other := _MAIL[mark].sub(by, text)) != text:
            text, may = other, _TELLING.may_fit(other)
    body, about = (text, []) if _OF_MAILS.isdisjoint(may) and "\n" not in text else unwrapped(text)
    if _MAIL["plain"].fullmatch(body) and len(fields_of(body)) < 2:
        return [*(Stretch(sentence, Frame.PROSE) for sentence in _sentences(body)), *about]
    body = laid_out(in_fields(_MAIL["pipes"].sub(_cells, body) if "|" in body else body))
    read = _swift if ":" in body and _MAIL["tag"].search(body) else _table if "\t" in body else _lines
    return [*(list(read(body)) or [Stretch(body, Frame.PROSE)]), *about]


def _lines(body: str) -> Iterator[Stretch]:
    lines = body.split("\n")
    for marks in _MARKS if len(lines) > 1 else ():
        if all(line.startswith(f"{mark}. ") for mark, line in zip(marks, lines, strict=False)):
            lines = [line.partition(" ")[2] for line in lines]
    labels = [label for line in lines if (label := labelled(line)[0])]
    form = len(labels) > 1 and len(labels) + sum(map(bool, map(role_of, labels))) > _OF_A_FORM
    items = [_MAIL["item"].match(line) for line in lines]
    listed = sum(map(bool, items)) > 1
    opened = False  # "Directors:", and names in the lines below
    for number, (line, item) in enumerate(zip(lines, items, strict=True)):
        field = bool(labelled(line)[0])
        opened = line.endswith(":") or (opened and not field)
        heading = listed and (number == 0 or line.isupper())  # CREW LIST m/v Zorblax
        if (form or heading) and not (field or item or opened):
            yield from _beside_fields(line)
        else:
            yield from _line(line, len(lines) > 1, form=form)


def _line(line: str, several: bool, *, form: bool = False) -> Iterator[Stretch]:
    """The stretches of a line. `form`: it stands among lines that are labelled, and what labels it is a label."""
    fields = [field.strip() for field in _MAIL["fields"].split(line)] if ";" in line or ":" in line else [line]
    if len(fields) > 1 and all(role_of(labelled(field)[0]) for field in fields[1:]):
        for field in fields:  # a sentence before them is one
            own = field.endswith(".") and not labelled(field)[0]
            yield from _line(field, several=True) if own else _beside_fields(field)
        return
    item = _MAIL["item"].match(line)
    bare = line[item.end() :] if item else line
    marks = [] if _COUNTING.isdisjoint(bare) else list(_MAIL["inline"].finditer(bare)) or _counted(bare)
    if len(marks) + bool(item) > 1:  # "Screen these: 1) Bank Rossiya 2) SMP Bank"
        starts = [mark.end() for mark in marks]
        ends = [*(mark.start() for mark in marks), len(bare)]
        if bare[: ends[0]].strip():
            yield from _labelled(bare[: ends[0]], Frame.ITEM if item else Frame.PROSE)
        for start, end in zip(starts, ends[1:], strict=True):
            yield from _labelled(bare[start:end].strip(" ,;"), Frame.ITEM)
        return
    frame = Frame.ITEM if item or (several and not _is_prose(bare)) else Frame.PROSE
    yield from _labelled(bare.strip(), frame, form=form)


def _counted(line: str) -> list[re.Match[str]]:
    """The bare numbers or letters that count what stands in a line: "1 kamaz 2 uralvagonzavod 3 almaz antey"."""
    marks = list(_MAIL["counted"].finditer(line)) if "A." in line or {*"123"}.issubset(line) else []
    every = "".join(mark[0][0] for mark in marks)
    first = max(every.find("123"), every.find("ABC"))  # "these 3: 1 kamaz 2 ..."
    return marks[first:] if first >= 0 else []


def _is_prose(line: str) -> bool:
    """Whether a line is a sentence rather than a name: enough words of grammar stand in it."""
    words = WORD.findall(line)
    filling = ("filler" in lexicon().parts(word) and word not in sets.JOINERS for word in map(folded, words))
    return len(words) > 5 and sum(filling) > 2


def _cells(line: re.Match[str]) -> str:
    """The row of a table between upright lines as cells; nothing of the line below its head."""
    return "\t".join(map(str.strip, line[1].split("|"))) + "\n" if re.search(r"\w", line[1]) else ""


def _labelled(text: str, frame: Frame, *, form: bool = False) -> Iterator[Stretch]:
    """A text behind its label. `form`: one that is not known as it stands is told by its words ("Shareholder 1: X",
    "Ccy/amount: USD 5"), and a strange one vouches for nothing behind it."""
    if (numbered := _MAIL["numbered"].match(text)) and "nolabel" in parts_of(numbered[1]):
        text = text[numbered.end() :]
    label, value = labelled(text)
    asks = lexicon().parts(_first(value)) & sets.ASKS_APART  # X: status, Y: option B
    parts, told = parts_of(label), (frame is Frame.ITEM or (form and "?" not in value)) and not asks
    parts |= role_of(label) if told and not parts & sets.OF_FIELDS else frozenset()
    if "label" in parts:  # Vessel/voyage: Lady Gulya / 021W
        yield Stretch(value.split(" / ")[0].strip() if "/" in label else value, Frame.LABELLED, label)
    elif told and "nolabel" in parts and "screen" not in parts:
        yield Stretch(text, Frame.ASIDE)
    elif told and form and label and not parts & sets.OF_FIELDS:  # a long number may say who it is
        yield Stretch(text, Frame.ASIDE) if re.search(rf"\d{{{_LONG_NUMBER}}}", value) else Stretch(value, Frame.CELL)
    elif label and "label" in parts_before(value):  # "Please check: Buyer: X"
        yield Stretch(text.removesuffix(value), Frame.PROSE)
        yield from _labelled(value, frame)
    else:
        yield from (Stretch(sentence, frame) for sentence in _sentences(text))


def _sentences(text: str) -> Iterator[str]:
    """Its sentences, each parted before "and what", "and tell me": where a new ask begins."""
    for sentence in _parted(text, _MAIL["ends"], _is_sentence):
        yield from _parted(sentence, _MAIL["clause"], _asks_anew)


def _asks_anew(before: str, after: str) -> bool:
    """Whether a new ask begins: not where the act depends on what stands before it ("if it is listed, watch X"), nor
    where somebody tells what he does ("we meet and follow X"), nor before a digest behind days on which it is not to
    come ("not on Mondays, digest at 8")."""
    parts, led = lexicon().parts(_first(after)), _first(before)
    if "digest" in parts and (led in sets.DENYING or "without" in lexicon().parts(led)):
        return len(WORD.findall(before)) > _DAYS_OUT
    act = _first(after) in sets.BEGINS or parts & (sets.CHANGING_WATCHES | sets.ON_WATCHES)
    return len(WORD.findall(before)) > 1 and not (act and led in sets.SUPPOSING | sets.CONDITIONS | sets.TELLERS)


def _parted(text: str, mark: re.Pattern[str], ends: Callable[[str, str], bool]) -> Iterator[str]:
    """A text parted at marks that stand in no quotation, where what stands before and behind one tells that it ends."""
    done = 0
    for match in mark.finditer(text):
        before = text[done : match.start()]
        if text.count('"', 0, match.start()) % 2 == 0 and ends(before, text[match.end() :]):
            yield before.strip()
            done = match.end()
    if rest := text[done:].strip():
        yield rest


def _is_sentence(text: str, after: str) -> bool:
    first = _first(after)
    if text.endswith("!") and (first in sets.NAME_ENDS or not lexicon().knows(first)):
        return False  # Yahoo! Inc
    return bool(re.search(r"\w", text)) and (not text.endswith(".") or _is_full_stop(text, after))


def _is_full_stop(before: str, after: str) -> bool:
    """Whether the stop ends a sentence: not behind a letter or an abbreviation, nor between the words of a name."""
    last, first = WORD.findall(before)[-1:], _first(after)
    if after.lstrip()[:1].isupper() and lexicon().parts(first) & {"who", "what", "when"}:
        return True  # "ИП Смирнов А.В. Кто из них в списках?"
    if after.strip()[-1:] == "?" and first == after.strip(" ?").lower() and first in sets.GRAMMAR:
        return True  # nothing on lady r. You?
    if _MAIL["keys"].search(before) and lexicon().knows(first):
        return True
    if _MAIL["abbreviated"].search(before) or is_abbreviated(before.rstrip("."), after):
        return False
    if last and parts_of(last[0]) & sets.LABELS and not is_everyday(folded(last[0])):
        return False  # benef. Marston Chem Supply Inc.
    if last and last[0].isdigit() and len(last[0]) < 3 and (is_of_calendar(first) or after.lstrip()[:1].islower()):
        return False  # vom 1. bis 15. Dezember
    if last and folded(last[0]) in sets.NAME_ENDS:
        return after.lstrip()[:1].isupper() and lexicon().knows(first) and first not in sets.NAME_ENDS
    return True


def _first(text: str) -> str:
    return folded(found[0]) if (found := WORD.search(text[:60])) else ""


def _swift(text: str) -> Iterator[Stretch]:
    """The fields of a payment message: of a party's field the first line is its name, the rest its address."""
    tags = list(_MAIL["tag"].finditer(text))
    for line in with_words(text[: tags[0].start()].split("\n")):
        yield from _line(line, True) if _is_own(line) else [Stretch(line.strip(), Frame.ASIDE)]  # MT202COV
    for tag, end in zip(tags, [*(t.start() for t in tags[1:]), len(text)], strict=True):
        party, told = tag[1].startswith(_PARTY_TAGS), tag[1].startswith(_NARRATIVE)
        said = _MAIL["code"].sub("\n", text[tag.end() : end]) if told else text[tag.end() : end]
        lines = [_MAIL["number"].sub("", line.strip()) for line in with_words(said.split("\n"))]
        for number, line in enumerate(lines):
            if (number and _is_own(line)) or (told and role_of(labelled(line)[0])):
                yield from _line(line, True)
            else:
                other = Frame.CELL if told else Frame.ASIDE
                yield Stretch(line, Frame.LABELLED if party and number == 0 else other)


def _is_own(line: str) -> bool:
    """Whether who asks wrote a line beside a payment message."""
    words = [folded(word) for word in WORD.findall(line) if not word.isupper()]
    if len(words) == 2 and words[1].isdigit() and len(words[1]) < _LONG_NUMBER:
        return False  # Hit 12
    asks = any(lexicon().parts(word) & sets.OF_SENTENCES for word in words)
    return "?" in line or (asks and not line.isupper() and lexicon().plays(_first(line)))


def _table(text: str) -> Iterator[Stretch]:
    for line, names in Table(text.split("\n")).lines():
        if names is False:
            yield from _beside_fields(line)
        else:
            yield Stretch(line, Frame.ITEM if names else Frame.ASIDE)


def _beside_fields(line: str) -> Iterator[Stretch]:
    """The stretches of a line of a paper that neither a label nor a cell says to hold a name."""
    yield from _line(line, True, form=True) if _is_own(line) or labelled(line)[0] else [Stretch(line, Frame.CELL)]
