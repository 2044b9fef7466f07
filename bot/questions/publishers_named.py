"""Whose list a question asks about, where no list of ours may answer: the EU, Switzerland, Japan, the BIS. A verdict of
another publisher is no answer to it, so "not loaded" is said first."""

from __future__ import annotations

import re

from bot.questions.ask import Ask

# key of the list (CONTRACT, list keys; "us_bis_el" has no reader), its title, and what people call its publisher.
_PUBLISHERS = (
    ("eu_fsf", "EU financial sanctions list", r"eu|e\.u\.|european(?: union)?|brussels|евросоюз\w*|ес|єс|ue"),
    ("gb_uksl", "UK sanctions list", r"uk|u\.k\.|british|britain|united kingdom|ofsi|великобритани\w+"),
    ("ch_seco", "Swiss sanctions list (SECO)", r"swiss|switzerland|seco|швейцари\w+|schweiz\w*|suiza|suisse"),
    ("ca_sema", "Canadian sanctions list (SEMA)", r"canad(?:a|ian)|sema|канад\w+"),
    ("au_dfat", "Australian sanctions list (DFAT)", r"australian?|dfat|австрали\w+"),
    ("jp_mof", "Japanese sanctions list (MOF)", r"japan(?:ese)?|япони\w+"),
    ("us_bis_el", "BIS Entity List", r"(?:bis )?entity list"),
    ("us_bis_dpl", "BIS Denied Persons List", r"denied persons(?: list)?|bis"),
)
_ASKED = tuple(
    (key, title, re.compile(rf"(?<![\w.-])(?:{words})(?!\w)", re.IGNORECASE)) for key, title, words in _PUBLISHERS
)


def publishers_named(question: Ask) -> dict[str, str]:
    """Key and title of the lists that the question names, as far as it names them beside its parties."""
    asked = question.text
    for subject in question.subjects:
        asked = re.sub(re.escape(subject.name), " ", asked, flags=re.IGNORECASE)
    found = {key: title for key, title, words in _ASKED if words.search(asked)}
    if "us_bis_el" in found:
        found.pop("us_bis_dpl", None)
    return found
