"""Measures as questions name them: the oil price cap, the directives."""

from __future__ import annotations

import re
from functools import lru_cache, partial

from bot.questions.ask import Vocabulary
from bot.questions.spotting.sheet import Sheet, Sort

_LNG = r"(?:lng|liquefied (?:natural )?gas|arctic lng(?: 2)?)"
_PRODUCTS = "diesel|fuel oil|gasoline|petrol|naphtha|jet fuel|kerosene|petroleum products"
_PRICE = r"(?:(?:\$|usd ?)\d[\d.,]*|\d[\d.,]* ?(?:usd|dollars|\$)(?![\w])|\d[\d.,]* ?(?:a|per|/) ?(?:barrel|bbl)\b)"
_MEASURES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        r"(?:sectoral|ssi|eo ?13662) directive (?P<n>[1-4])|directive (?P<m>[1-4]) (?:under|of) (?:\ue400+|"
        r"(?:eo|e\.o\.|executive order) ?13662)",
        ("ssi-directive-{n}",),
    ),
    (
        rf"(?:russian )?{_LNG}(?:'s)?(?: price)?(?: is| be)? cap(?:s|ped)?"
        rf"|(?:oil )?(?:price )?caps? (?:for|on|apply to|applies to|covers?) (?:the price of )?(?:russian )?{_LNG}"
        r"|потол\w+ цен\w*(?: на)? (?:российский )?(?:спг|сжиженн\w+ (?:природн\w+ )?газ\w*)",
        ("lng-price-cap",),
    ),
    (
        r"(?:(?:oil )?price )?cap(?:s)? (?:for|on|apply to|applies to|covers?|cover) (?:russian |seaborne "
        r")*(?:diesel|fuel "
        r"oil|gasoline|petrol|naphtha|jet fuel|kerosene|(?:petroleum |oil |refined )products)",
        ("oil-price-cap-products",),
    ),
    (
        r"(?:oil )?price cap(?:s)? (?:for|apply to|applies to|cover|covers) (?:russian |seaborne )*crude(?: oil)?",
        ("oil-price-cap-crude",),
    ),
    (r"директив\w+ (?P<n>[2-4])", ("ssi-directive-{n}", "eo14024-directive-{n}")),
    (r"директив\w+ (?P<n>1)", ("ssi-directive-1", "eo14024-directive-1a")),
    (r"directive 1a", ("eo14024-directive-1a",)),
    (
        r"(?:eo ?)?14024 directive (?P<n>[2-4])|directive (?P<m>[2-4]) (?:under|of) (?:eo|e\.o\.|executive "
        r"order) ?14024",
        ("eo14024-directive-{n}",),
    ),
    (r"directive (?P<n>1)", ("ssi-directive-1", "eo14024-directive-1a")),
    (r"directive (?P<n>[2-4])", ("ssi-directive-{n}", "eo14024-directive-{n}")),
    (
        r"(?:(?:petroleum |oil |refined )?products? (?:price )?cap|(?:diesel|fuel oil|gasoline|petrol|"
        r"naphtha|jet fuel|fuel|kerosene)"
        r"(?: price)?s?(?: is| are)? (?:cap(?:s|ped)?)|cap(?:s)? on (?:petroleum |oil )?(?:products|diesel|fuel))",
        ("oil-price-cap-products",),
    ),
    (
        r"crude(?: oil)?(?: price)?(?: is)? cap(?:s|ped)?|(?:price )?cap on (?:russian )?crude(?: oil)?",
        ("oil-price-cap-crude",),
    ),
    (
        r"(?:russian )?(?:(?:oil )?price[ -]cap(?:s|ped)?|oil(?: price)?(?: is)? cap(?:s|ped)?|cap on "
        r"(?:the price of )?(?:russian )?oil)"
        r"(?: on (?:russian )?oil)?|(?:потол\w+|потолок) цен\w*(?: на (?:российскую )?нефть)?",
        ("oil-price-cap-crude", "oil-price-cap-products"),
    ),
    *(  # "crude bought at $50", "diesel above 100 usd a barrel": a price of what a cap is on
        (
            rf"(?:russian |seaborne )*(?:{goods})(?=[^?.\n]{{1,60}}?{_PRICE})|{_PRICE}[^?.,\n]{{0,30}}? (?:{goods})",
            (measure,),
        )
        for goods, measure in ((r"crude(?: oil)?|oil", "oil-price-cap-crude"), (_PRODUCTS, "oil-price-cap-products"))
    ),
    (  # "the EU's cap", "is the cap still 60"
        r"(?:eu|uk|us|e\.u\.|u\.k\.|u\.s\.|european|british|american|g7)(?:'s)? (?:(?:current|present|new|own|"
        r"crude|oil|price) )*caps?"
        r"|(?:current |present )caps?|(?<=the )caps?(?= (?:still|now|of the|in the|set by)\b|\?*$)",
        ("oil-price-cap-crude", "oil-price-cap-products"),
    ),
)


# without one of these no pattern below fits: most messages are done with them
_TELLING = ("cap", "directive", "директив", "потол", "lng", "gas", "$", "usd", "dollar", "barrel", "bbl")
_OTHER = re.compile(
    r" (?:on|for) (?:russian )?(?:lng|gas|natural gas|coal|gold|diamonds|metals|grain|uranium)\b", re.IGNORECASE
)


def mark_measures(sheet: Sheet, vocabulary: Vocabulary) -> None:
    """Mark measures by id, by title and by what people call them. Several ids where the words fit several."""
    low = sheet.text.casefold()
    for mid, forms, known in _by_id(tuple(vocabulary.measures.items())):
        if not any(form in low for form in forms):
            continue
        sheet.mark_all(Sort.MEASURES, known, partial(_called, ids=(mid,), vocabulary=Vocabulary()))
    for called, ids in _by_words() if any(word in low for word in _TELLING) else ():
        sheet.mark_all(Sort.MEASURES, called, partial(_called, ids=ids, vocabulary=vocabulary))


def _called(match: re.Match[str], ids: tuple[str, ...], vocabulary: Vocabulary) -> tuple[str, ...]:
    """The measures that words call; none where they go on to something that no measure here caps."""
    return () if _OTHER.match(match.string, match.end()) else _known(_numbered(ids, match), vocabulary)


@lru_cache(maxsize=4)
def _by_id(measures: tuple[tuple[str, str], ...]) -> tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...]:
    """Forms and patterns of ids and titles. Kept, since they change once an edition and every question reads them."""
    found = []
    for mid, title in measures:
        forms = tuple(form for form in (mid, title, title.split(" (")[0]) if len(form) > 11)
        if forms:
            any_form = "|".join(map(re.escape, forms))
            known = re.compile(rf"(?<![\w-])(?:{any_form})(?![\w-])", re.IGNORECASE)
            found.append((mid, tuple(form.casefold() for form in forms), known))
    return tuple(found)


@lru_cache(maxsize=1)
def _by_words() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    return tuple(
        (re.compile(rf"(?<![\w-])(?:the )?(?:{words})(?![\w-])", re.IGNORECASE), ids) for words, ids in _MEASURES
    )


def _numbered(ids: tuple[str, ...], match: re.Match[str]) -> tuple[str, ...]:
    groups = match.groupdict()
    return tuple(i.format(n=groups.get("n") or groups.get("m")) for i in ids)


def _known(ids: tuple[str, ...], vocabulary: Vocabulary) -> tuple[str, ...]:
    return tuple(i for i in ids if i in vocabulary.measures) if vocabulary.measures else ids
