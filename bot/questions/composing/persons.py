"""Persons of pasted papers, whose names stand in fields of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from bot.questions.composing.labels import labelled, parts_before, parts_of, role_of, with_words
from bot.questions.data import any_of, patterns
from bot.questions.spotting.lexicon import LANGUAGES, read, sets
from bot.questions.spotting.named import kind_of_identifier

_MAIL = patterns("mail")
_COLONS, _APART, _WORD = {*":="}, " ,;/|", re.compile(r"\w+")
_STOP = re.compile(r"(?<=\d)\.$")  # behind a number, of the sentence
OF_PERSONS = ("given", "patronymic", "surname")


def whole_persons(lines: list[str]) -> list[str]:
    """Lines, a person whose names stand in fields of their own as one: "Surname: Skoch", "Given name: Varvara"; and
    what tells a party from others behind its name: "DOB: 19/05/2002", "INN: 7707011088"."""
    found, told, at = list[str](), set[str](), -1  # where the party is named that is spoken of
    for fields in _of_one_each(lines):
        if len({*map(parts_before, fields)}) > 1:
            own = [line for line in fields if "label" not in parts_before(line)]  # beside them "name" is another's
            own = own if {"given", "surname"}.issubset(part for line in own for part in parts_before(line)) else fields
            names = dict.fromkeys(line for part in OF_PERSONS for line in own if part in parts_before(line))
            name = " ".join(labelled(line)[1].strip() for line in names)
            fields = [*(line for line in fields if line not in own), f"name: {name}"]
        for line in fields:
            label, value = labelled(line)
            kind, role = _tells_who(line), role_of(label)
            if kind and at >= 0 and kind not in told and (told or kind == "born" or "," not in labelled(found[at])[1]):
                told.add(kind)  # which of day and month is which is not told
                born = "born " + _MAIL["day_and_month"].sub("", value.strip())
                found[at] += f", {born if kind == 'born' else f'{label} {value}'.strip()}"
                continue
            if "nolabel" not in role or "label" in role or not label:
                at, told = len(found) if "label" in role else -1, set()
            found.append(line)
    return found


def _of_one_each(lines: list[str]) -> Iterator[list[str]]:
    """The lines, those with names of a person together: of one, whose first label comes again with the next."""
    for named, run in groupby(lines, lambda line: not parts_before(line).isdisjoint(OF_PERSONS)):
        every = list(run)
        starts = [at for at, line in enumerate(every) if not named or labelled(line)[0] == labelled(every[0])[0]]
        yield from (every[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True))


def fields_of(line: str) -> list[str]:
    """The fields that stand side by side in a line: of a person's names, with colons or in capitals behind their labels
    alone ("Nom: GREF Prénom: Herman", "Surname GREF, given name HERMAN, born 1964"), or three of which one tells who it
    is ("Name: X | DOB: 1960 | Country: RU"); the line where it has none."""
    bare = _COLONS.isdisjoint(line)
    if _first_words(bare).isdisjoint(_WORD.findall(line.casefold())):
        return [line]
    found = [*_labels(bare).finditer(line)]
    parts = [parts_of(each[1]) for each in found]
    own = {each for each in parts if not each.isdisjoint(OF_PERSONS)}
    told = len(found) > 2 and any({"head", "born"} & each for each in parts[1:])
    if len(own) < 2 and not (told and sum(map(line.count, _COLONS)) <= len(found)):
        return [line]
    ends = [*(each.start() for each in found[1:]), len(line)]
    values = (_STOP.sub("", line[each.end() : end].strip(_APART)) for each, end in zip(found, ends, strict=True))
    said = [_MAIL["behind_a_field"].split(value, 1) for value in values]
    every = [f"{each[1]}: {value[0]}" for each, value in zip(found, said, strict=True) if value[0]]
    if bare and any(word.islower() for each in every[:-1] for word in labelled(each)[1].split()):
        return [line]  # anyone with surname Nazarov and first name Ivan
    return with_words([line[: found[0].start()].strip(_APART), *every, *(each for _, *rest in said for each in rest)])


@lru_cache(maxsize=2)
def _first_words(bare: bool) -> frozenset[str]:
    """What one of the labels begins with of which a line with such fields has one: of a name, a birth or, with a colon,
    who it is."""
    parts = (*OF_PERSONS, "born", *([] if bare else ["head"]))
    said = (entry for each in LANGUAGES for part in parts for entry in read(each).get(part, ()))
    return frozenset(words[0] for entry in said if (words := _WORD.findall(entry.casefold())))


@lru_cache(maxsize=2)
def _labels(bare: bool) -> re.Pattern[str]:
    """What labels a field: any label with a colon or before a number; `bare`, one of a person's names or birth before a
    capital, or any behind a comma."""
    said = {entry for each in LANGUAGES for part in sets.OF_PAPERS | {"born"} for entry in read(each).get(part, ())}
    others = {entry for entry in said if bare and parts_of(entry).isdisjoint({"born", *OF_PERSONS})}
    labels = any_of(said - others) + f"|(?<=[,;|/] )(?:{any_of(others)})" * bare
    ahead = rf"\d|[^\W\d_]{{3,9}}\.? \d{'|(?-i:[A-ZА-ЯІЇЄҐ])' * bare}"
    return re.compile(rf"(?<!\w)({labels})(?:\s*[:=]\s*|\.?\s+(?={ahead}))", re.IGNORECASE)


def _tells_who(line: str) -> str:
    """What a line tells a party from others by: "born", or the kind of an identifier; "" for nothing."""
    label, value = labelled(line)
    return "born" if "born" in parts_of(label) else kind_of_identifier(f"{label} {value}".strip())
