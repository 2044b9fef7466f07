"""Which side of a kind is asked about: of the past, since when or whether ever; of links, who owns; of an option,
whether it is in force. Read from the words that the question was read from, so that no answer looks at words itself."""

from __future__ import annotations

import re
from enum import StrEnum

from bot.questions.ask import Ask, Kind


class Aspect(StrEnum):
    NONE = ""
    EVER = "ever"
    SINCE = "since"  # since when, when, how long
    LEFT = "left"  # whether and when it was taken off
    OWNER = "owner"
    IN_FORCE = "in_force"
    APPROVED = "approved"
    DURATION = "duration"
    WHEN = "when"


def _words(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)


# In the order in which they decide.
_PAST = {
    Aspect.LEFT: _words(
        r"de-?listed", r"unsanctioned", r"(?:removed?|taken|taking|came|come|dropped|go(?:ne)?|got) off", r"removed?",
        r"dropped", r"снял[иа]?", r"исключ\w+", r"зняли", r"entfernt", r"gestrichen", r"retirad[oa]s?", r"radiée?s?",
    ),
    Aspect.EVER: _words(
        r"ever", r"at any (?:time|point)", r"at some point", r"in the past", r"used to be", r"previously", r"once",
        r"когда-либо", r"когда-нибудь", r"раньше", r"коли-небудь", r"jemals", r"jamais", r"alguna vez",
    ),
    Aspect.SINCE: _words(
        r"since when", r"how long", r"when", r"what (?:day|date)", r"first (?:listed|sanctioned|designated)",
        r"listing date", r"designation date", r"date of listing", r"с каких пор", r"как давно", r"когда", r"відколи",
        r"коли",
        r"seit wann", r"wann", r"depuis quand", r"quand", r"desde cu[aá]ndo", r"cu[aá]ndo",
    ),
}  # fmt: skip
_LINKS = {
    Aspect.OWNER: _words(
        r"owns?", r"owned", r"owners?", r"ownership", r"controls?", r"controlled", r"shareholders?", r"stakes?",
        r"belongs? to", r"beneficial", r"ubo", r"владе\w+", r"собственник\w*", r"акционер\w*", r"wem geh[oö]rt",
        r"propriétaires?", r"dueñ[oa]s?",
    ),
}  # fmt: skip
_OPTION = {
    Aspect.APPROVED: _words(
        r"approved?(?: by)?", r"agreed", r"sign(?:ed|s)", r"adopted", r"who decides", r"утвер\w+", r"одобр\w+",
        r"genehmigt", r"approuvée?", r"aprobad[oa]",
    ),
    Aspect.DURATION: _words(
        r"how long", r"duration", r"last(?:s|ing)?", r"expires?", r"runs? out", r"как долго", r"wie lange"
    ),
    Aspect.WHEN: _words(
        r"when", r"takes? effect", r"what (?:day|date)", r"когда", r"коли", r"wann", r"quand", r"cu[aá]ndo"
    ),
    Aspect.IN_FORCE: _words(
        r"in force", r"in effect", r"effective", r"law(?: yet)?", r"binding", r"active", r"official", r"enacted",
        r"в силе", r"действует", r"in kraft", r"en vigueur", r"en vigor",
    ),
}  # fmt: skip
_OF_KIND = {Kind.HISTORY: _PAST, Kind.SCREENING: _PAST, Kind.CHANGES: _PAST, Kind.LINKS: _LINKS, Kind.OPTION: _OPTION}


def aspect_of(question: Ask) -> Aspect:
    """The side that is asked about; NONE where the question is about its kind as such. Names are not looked at: "the
    ship Ever Given" is no question of the past."""
    asked = question.text
    for subject in question.subjects:
        asked = re.sub(re.escape(subject.name), " ", asked, flags=re.IGNORECASE)
    for aspect, words in _OF_KIND.get(question.kind, {}).items():
        if words.search(asked):
            return aspect
    return Aspect.NONE
