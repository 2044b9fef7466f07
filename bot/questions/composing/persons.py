"""Persons of pasted papers, whose names stand in fields of their own."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby

from bot.questions.composing.labels import labelled, parts_before, parts_of, role_of, with_words
from bot.questions.data import patterns
from bot.questions.spotting.lexicon import LANGUAGES, read
from bot.questions.spotting.named import kind_of_identifier

_MAIL = patterns("mail")
OF_PERSONS = ("given", "surname")


def whole_persons(lines: list[str]) -> list[str]:
    """Lines, a person whose names stand in fields of their own as one: "Surname: Skoch", "Given name: Varvara"; and
    what tells a party from others behind its name: "DOB: 19/05/2002", "INN: 7707011088"."""
    found, told, at = list[str](), set[str](), -1  # where the party is named that is spoken of
    for named, run in groupby(lines, lambda line: not parts_before(line).isdisjoint(OF_PERSONS)):
        fields = list(run)
        names = [line for part in OF_PERSONS for line in fields if part in parts_before(line)]
        if named and len({*map(parts_before, names)}) > 1:
            fields = [f"name: {' '.join(labelled(line)[1].strip() for line in names)}"]
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


def names_of_a_person(line: str) -> list[str]:
    """The fields of a line that has a person's surname and given name in two: "Nom: GREF Prénom: Herman"; the line
    where it has not."""
    found = [each for each in _person_labels().finditer(line) if parts_of(each[1]) & set(OF_PERSONS)]
    own = [{part for part in OF_PERSONS if part in parts_of(each[1])} for each in found]
    if len(found) < 2 or len(set[str]().union(*own)) < len(OF_PERSONS) or own[0] == own[1]:
        return [line]
    starts = [each.start() for each in found]
    cuts = [0, *starts] if line[: starts[0]].strip() else starts
    return with_words(line[a:b].strip(" ,;/|") for a, b in zip(cuts, [*cuts[1:], len(line)], strict=True))


@lru_cache(maxsize=1)
def _person_labels() -> re.Pattern[str]:
    said = {entry for language in LANGUAGES for part in OF_PERSONS for entry in read(language).get(part, ())}
    labels = "|".join(map(re.escape, sorted(said, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)({labels})\s*[:=]\s*", re.IGNORECASE)


def _tells_who(line: str) -> str:
    """What a line tells a party from others by: "born", or the kind of an identifier; "" for nothing."""
    label, value = labelled(line)
    return "born" if "born" in parts_of(label) else kind_of_identifier(f"{label} {value}".strip())
