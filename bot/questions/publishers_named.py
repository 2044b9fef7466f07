"""Whose list a question asks about, where no list of ours may answer: the EU, Switzerland, Japan, the BIS. A verdict of
another publisher is no answer to it, so "not loaded" is said first."""

from __future__ import annotations

import re

from bot.questions.ask import Ask
from bot.questions.data import table

# key of the list (CONTRACT, list keys; "us_bis_el" has no reader), its title, and what people call its publisher
_ASKED = tuple(
    (one["key"], one["title"], re.compile(rf"(?<![\w.-])(?:{one['words']})(?!\w)", re.IGNORECASE))
    for one in table("lists")["publisher"]
)


def publishers_named(question: Ask) -> dict[str, str]:
    """Key and title of the lists that the question names, as far as it names them beside its parties."""
    asked = question.beside_names
    found = {key: title for key, title, words in _ASKED if words.search(asked)}
    if "us_bis_el" in found:
        found.pop("us_bis_dpl", None)
    return found
