"""What is wished of an answer beside what it is about: of an option, a set, a measure."""

from __future__ import annotations

import re

from bot.questions.ask import Facet, Filter, Kind, OptionWish
from bot.questions.composing.seen import Seen, schema_of
from bot.questions.spotting.lexicon import folded
from bot.questions.spotting.sheet import Sort

_PAGE = re.compile(r"\b(?:page|стр(?:аница|\.)?) ?(\d{1,4})\b", re.IGNORECASE)
_WHO = re.compile(
    r"\b(?:who|whom|names|everyone|everybody|кто|кого)\b"
    r"|\b(?:which|what|list|show|how many|all|full)\b.*?\b(?:part(?:y|ies)|persons?|people|individuals|compan(?:y|ies)|"
    r"firms|entit(?:y|ies)|vessels?|ships?|tankers|aircraft|planes|banks|oligarchs)\b",
    re.IGNORECASE,
)
_AUTHOR = re.compile(
    r"\b(?:draft(?:s|ed|ing)|wrote|writ(?:es|ten|ing)|propos\w+|approv\w+|sign(?:s|ed)|behind|author\w*|leak\w*|made|"
    r"edited|changed|owns?|sees?|watch(?:es|ing)?|asks?|asked|wants?|supports?|opposes?|decides?)\b",
    re.IGNORECASE,
)
_STAYS = re.compile(
    r"\b(?:still|stays?|remains?|remaining|left|bound|blocked|not (?:come off|freed|covered|reached))\b|\bостан\w+",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"\bchang|\bdiffer|\bsince\b", re.IGNORECASE)
_VERSION = re.compile(
    r"\b(?:versions? ?|v\.? ?)(\d{1,4})(?:\D{1,20}?(?:versions? ?|v\.? ?)?(\d{1,4}))?\b", re.IGNORECASE
)
_VERSIONS = re.compile(
    r"\bversions?\b|\b(?:changed|changes|change|edited|edits|revised|revisions?|amended|differ\w*|new)\b.*\boption|"
    r"\boption\b.*\b(?:changed|changes|edited|edits|revised|revisions?|history|differ\w*)\b|\bhistory\b|\bизмени\w+",
    re.IGNORECASE,
)
# Each speaks of the law of the Union; Australia and Japan set levels of their own.
_MEMBERS = (
    "austria|belgium|bulgaria|croatia|cyprus|czechia|czech republic|denmark|estonia|finland|france|germany|greece|"
    "hungary|ireland|italy|latvia|lithuania|luxembourg|malta|netherlands|poland|portugal|romania|slovakia|slovenia|spain|sweden|"
    "german|greek|dutch|french|italian|spanish|maltese|cypriot|polish|греци[яюи]|германи[яюи]|кипр\\w*|мальт[аеуы]"
)
_WHERE = {
    "US": r"(?-i:US|U\.S\.)|usa|united states|america\w*|washington|ofac|treasury|сша|американск\w+",
    "EU": r"(?-i:EU|E\.U\.)|eu'?s|european|europe'?s?|brussels|ес|евросоюз\w*|" + _MEMBERS,
    "CA": r"canad\w+|ottawa|канад\w+",
    "UK": r"(?-i:UK|U\.K\.)|uk'?s|brit\w+|london|ofsi|великобритан\w+",
    "AU": r"australia\w*|австрали\w+",
    "JP": r"japan\w*|япони\w+",
}
_FACETS = {
    Facet.AUTHOR: re.compile(
        r"\bwho(?:'s| has| have| is)?\b[^?]*\b(?:approv|draft|wr[oi]t|propos|sign|author|behind)\w*"
        r"|\bleak\w*\b"
        r"|\b(?:been|is|was) approved\b|\b(?:approved|drafted|written|proposed|signed) by\b"
        r"|\bwhose (?:draft|idea|proposal)\b|\bкто\b[^?]*(?:одобр|утверд|состав|напис|предлож|подпис)\w*"
        r"|\bхто\b[^?]*(?:схвал|затверд|напис|запропон)\w*|\bwer\b[^?]*(?:genehmigt|verfasst|entworfen)"
        r"|\bqui\b[^?]*(?:approuv|rédig|écri)|\bquién\b[^?]*(?:aprob|redact)",
        re.IGNORECASE,
    ),
    Facet.LASTS: re.compile(
        r"\bhow long\b|\bexpir(?:es?|y|ation)\b|\bwhen\b[^?]*\b(?:ends?|lapses?|runs? out|over)\b"
        r"|\b(?:its|the) duration\b|\bhow many (?:days|months)\b"
        r"|\bкак долго\b|\bна какой срок\b|\bwie lange\b|\bcombien de temps\b|\bcuánto (?:tiempo|dura)\b",
        re.IGNORECASE,
    ),
    Facet.WHEN: re.compile(
        r"\b(?:when|what (?:day|date)|how soon)\b[^?]*\b(?:takes?|comes?|goes?|begins?|starts?|effective"
        r"|in (?:force|effect)|holds?|happen)\b|\beffective (?:date|from)\b|\bкогда\b[^?]*(?:вступ|начн|действ)\w*"
        r"|\bwann\b[^?]*\bkraft\b|\bquand\b[^?]*\bvigueur\b|\bcuándo\b[^?]*\bvigor\b",
        re.IGNORECASE,
    ),
    Facet.CHANCE: re.compile(
        r"\b(?:probab\w+|likel(?:y|ihood)|unlikely|odds|chances?|realistic\w*|forecast|predict\w*)\b"
        r"|\bwill\b[^?]*\b(?:pass|happen|be (?:adopted|agreed|signed|approved|accepted|enacted)|go (?:through|ahead)"
        r"|become law)\b"
        r"|\b(?:вероятн|шанс|ймовірн)\w*|\bwahrscheinlich\w*|\bprobabilidad\b",
        re.IGNORECASE,
    ),
    Facet.FORCE: re.compile(
        r"\b(?:in|into) (?:force|effect)\b|\b(?:is|are) (?:it|this|that|option \w+) (?:already )?(?:the )?law\b"
        r"|\b(?:enacted|adopted|agreed|passed|signed|ratified|accepted|finali[sz]ed)\b|\bdid\b[^?]*\bpass\b"
        r"|\b(?:go|goes|gone|went) (?:through|ahead)\b|\bdone deal\b|\bstatus of\b"
        r"|\bвступил\w*\b|\bдейству\w*\b|\bin kraft\b|\ben vigueur\b|\ben vigor\b",
        re.IGNORECASE,
    ),
}


def option_wish(seen: Seen, kind: Kind) -> OptionWish:
    text = seen.row.text
    versions = tuple(int(n) for found in _VERSION.finditer(text) for n in found.groups() if n)[:2]
    page = _PAGE.search(text)
    names = bool(page) or bool(_WHO.search(text) and not _AUTHOR.search(text))
    return OptionWish(
        names=names and kind is Kind.OPTION,
        page=max(1, int(page[1])) if page else 1,
        schema=schema_of(seen),
        stays=bool(_STAYS.search(text)),
        versions=versions,
        versioned=bool((_CHANGED if versions else _VERSIONS).search(text)),
        facet=facet_of(text) if kind is Kind.OPTION and len(seen.values(Sort.OPTIONS)) == 1 else None,
    )


def facet_of(text: str) -> Facet | None:
    """The one thing about an option that is asked for; the first that the words ask for."""
    return next((facet for facet, words in _FACETS.items() if words.search(text)), None)


def places_of(text: str) -> tuple[str, ...]:
    """Whose level of a measure is asked for."""
    return tuple(key for key, words in _WHERE.items() if re.search(rf"(?<!\w)(?:{words})(?!\w)", text, re.IGNORECASE))


def filter_of(seen: Seen) -> Filter:
    """The set that is described, as far as it was read."""
    kind = seen.kinds[0] if seen.kinds else None
    countries = [item for _, item in seen.items if item.sort is Sort.COUNTRY]
    flag = "flag" in folded(seen.row.text) or "флаг" in folded(seen.row.text)
    country = countries[0].value.name if countries else ""
    names = " ".join(span.subject.name for span in seen.spans)
    linked = "links" in seen.parts
    return Filter(
        called=kind.called if kind else "",
        schema=kind.schema if kind else None,
        country="" if flag else country,
        flag=country if flag else "",
        words=kind.words if kind else (),
        linked_to=names if linked else "",
        group="" if linked else names,
        all_programs=len(seen.values(Sort.PROGRAMS)) > 1 and "both" in seen.parts | seen.first,
        every="all" in seen.parts and "listed" in seen.parts and seen.is_question and not seen.first & {"explain"},
        counted="count" in seen.parts,
    )
