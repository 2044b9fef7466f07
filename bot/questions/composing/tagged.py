"""Fields of a payment message side by side in a line: "50K: X LTD 59: Y AG", "50K/X/SPB 59/Y/HK 70/INV 1"."""

from __future__ import annotations

import re

from bot.questions.data import patterns

_FORMS = patterns("tags")


def in_fields(text: str) -> str:
    """A text, the fields of each such line in lines of their own, as SWIFT writes them: ":50K:X LTD"."""
    return "\n".join(map(_in_fields, text.split("\n"))) if _FORMS["telling"].search(text) else text


def _in_fields(line: str) -> str:
    """Tags stand in order, and one is of a party or two are of payer, payee and purpose; else they are figures."""
    tags, before = list[re.Match[str]](), ""
    for tag in _FORMS["tag"].finditer(line):
        if tag["tag"][:2] >= before:
            tags.append(tag)
            before = tag["tag"][:2]
    told = {tag["tag"] for tag in tags}
    if len(tags) < 2 or not (any(map(_FORMS["payer"].fullmatch, told)) or len(told & {"50", "59", "70"}) > 1):
        return line
    ends = [*(tag.start() for tag in tags[1:]), len(line)]
    fields = (f":{tag['tag']}:{_lines(line[tag.end() : end])}" for tag, end in zip(tags, ends, strict=True))
    return "\n".join(filter(None, [line[: tags[0].start()].strip(), *fields]))


def _lines(said: str) -> str:
    """What a field says, its lines parted by strokes or none; an account before them stays what it is."""
    account = _FORMS["account"].match(said)
    start = account.end() if account else 0
    parts = _FORMS["stroke"].split(said[start:].strip(" ,;/"))
    return (f"/{account['number']}\n" if account else "") + "\n".join(part.strip() for part in parts)
