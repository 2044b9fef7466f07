"""The words of questions about sanctions policy: which mean the same, which say little, which belong together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache


def bare(text: str) -> str:
    """Lower case without accents: Türkiye is turkiye, й is и."""
    return "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not "\u0300" <= c <= "\u036f")


def _words(text: str) -> frozenset[str]:
    return frozenset(bare(text).split())


# Words that every question has: they say nothing about what is asked.
COMMON = _words(
    """
    anybody anyone back bad become big everybody everyone find follow followed go good happen involve kind little long
    everything lot nobody part put see somebody someone somehow sort through think truly whether charge
    a about actually after again already also am an and any anything are as at be because been being before by
    can could current currently did do does doing done each else ever exactly for from get gets getting going
    got had has have how however i if in instead into is it its just know known let like made make many may me
    might mine more most much must my need no not now of off on one only or other our out over please really
    said say says shall she he should so some such tell than that the their them then there these they thing
    this those to too two under up us was way we well were what which while will with without won't would yet
    right correct true agree never didn hasn haven hadn wasn weren aren happened happens
    you your isn don doesn what's who's whom whose here still even very и в во на не ли же бы это этот эта эти
    какой какая какие как с со у о об от до по за из что для нужен нужно есть был были прошли сша хотят хочет
    """
)
# Words of one meaning: a question uses one, a statement another. The first of each group stands for all.
MEANINGS = (
    "congress lawmaker legislature house senate senator parliamentarian legislator caatsa capitol",
    "alone unilateral unilaterally himself solo singlehandedly",
    "review approve approval consent veto oversight",
    "law legal legally statute statutory legislation act enshrine codify",
    "relief relieve ease easing lift lifting relax loosen soften remove rollback unwind delist comeoff waive",
    "draft write writing wrote written prepare compile compose author drew drawn draw assemble",
    "ask request told order instruct commission",
    "optionspaper paper memo",
    "routine unusual usual normal ordinary unprecedented practice customary new exceptional extraordinary",
    "return concession quidproquo give expect want seek demand inexchange pricefor bargain tradeoff",
    "name named leak leaked identity identify",
    "individual people person",
    "oligarch tycoon billionaire",
    "entity company firm business enterprise",
    "scope cover benefit include affect extent extend",
    "comment respond response reply confirm deny react reaction spokesman spokesperson statement",
    "owned own owner ownership subsidiary stake shareholder affiliate parent share",
    "50percent fiftypercent",
    "contact call speak spoke phone rang ring telephone reach",
    "initiate firstmove first start begin",
    "meeting meet met delegation summit",
    "talk negotiation negotiate negotiator",
    "saudiarabia riyadh jeddah",
    "turkiye turkey ankara istanbul",
    "promise pledge vow vowed",
    "swift fast quick quickly soon rapid",
    "end stop finish settle",
    "war conflict fighting ceasefire peace",
    "relation tie relationship rapport",
    "threat threaten warn warning",
    "increase raise further tougher harsher stricter strict additional escalate tighten",
    "refuse reject decline kill defeat scrap",
    "buy bought purchase acquire sale sell sold deal acquisition",
    "complete close closed finalise finalize agreement",
    "acknowledge admit concede",
    "onthetable consider considered consideration possible",
    "purpose why aim goal meant intend intention objective",
    "plan scheme blueprint",
    "target hit sector industry",
    "vessel tanker ship fleet",
    "invasion invade",
    "oil crude petroleum",
    "energy fuel",
    "revenue income earning",
    "renewal renew prolong prolongation expire expiry expiration lapse valid run",
)
# Every statement here is about these, so they tell statements apart no more than "the" does.
GENERIC = _words(
    """
    russia russian us usa american america washington moscow sanction list government official department
    proposal country measure relief administration document question answer briefing
    """
)
# Who acts: many statements name them, few are about them.
ACTORS = _words(
    """
    president trump putin whitehouse treasury state kremlin biden ukraine
    """
)
ASKING = _words("who where when")
TOGETHER: tuple[tuple[str, str], ...] = (
    (r"white house", "whitehouse"),
    (r"saudi arabia", "saudiarabia"),
    (r"(north|south) korea", r"\1korea"),
    (r"(?:supreme|high) court", "supremecourt"),
    (r"european (?:parliament|union|commission)", "europeanbody"),
    (r"options? papers?", "optionspaper"),
    (r"on (?:his|her|its|their) own|by (?:himself|herself|itself|themselves)|single-?handed(?:ly)?", "alone"),
    (
        r"(?:without(?: going to| asking)?|skip\w*|bypass\w*|sidestep\w*|circumvent\w*|(?:go|get)(?:t?ing)? around)"
        r" (?:congress|(?:the|capitol) hill|the (?:house|senate)|lawmakers)",
        "alone congress",
    ),
    (r"(?:end|drop|scrap|cancel|terminate|revoke|repeal|undo)(?= (?:\w+ ){0,2}sanctions)", "relief"),
    (r"quid pro quo", "quidproquo"),
    (r"in exchange", "inexchange"),
    (r"(?:the )?price (?:for|of) (?:eas|lift|reli|relax)\w*", "pricefor relief"),
    (r"(?:first|opening) move", "firstmove"),
    (r"on the table", "onthetable"),
    (r"(?:50|fifty) *(?:per ?cent|процент\w*)", "50percent percent"),
    (r"per cent", "percent"),
    (r"(?:come|comes|coming|taken?|taking|get|gets) off", "comeoff"),
    (r"(?:draw|drew|drawn|drawing|write|wrote|writing) up", "draft"),
    (r"what(?:'s| is| was) (?:the |this |that |it )?(\w+ )?for(?=\?*$)", r"purpose \1"),  # "what is the list for?"
    (r"state department|(?<=\bthe )state(?= and)", "state"),
    (r"potus|(?:president )?(?:donald )?trump", "trump president"),
    (r"united states|u\.s\.", "us"),
    (r"previous administration|(?:joe )?biden", "biden"),
)
# What was made one, as texts write it.
APART: Mapping[str, str] = {
    "whitehouse": "white house",
    "saudiarabia": "saudi arabia",
    "optionspaper": "options paper",
    "quidproquo": "quid pro quo",
    "inexchange": "exchange",
    "onthetable": "table",
    "50percent": "50 percent",
}
# Russian words by their beginning, as questions ask of the same things.
RUSSIAN: Mapping[str, str] = {
    "составл": "draft",
    "готов": "draft",
    "пиш": "draft",
    "список": "list",
    "списк": "list",
    "президент": "president",
    "трамп": "trump",
    "путин": "putin",
    "росси": "russia",
    "байден": "biden",
    "кремл": "kremlin",
    "бел": "whitehouse",
    "конгресс": "congress",
    "взамен": "return",
    "обмен": "return",
    "уступк": "return",
    "олигарх": "oligarch",
    "имен": "name",
    "имён": "name",
    "цел": "purpose",
    "зачем": "purpose",
    "почему": "purpose",
    "переговор": "talk",
    "встреч": "meeting",
    "звон": "call",
    "позвон": "call",
    "кто": "who",
    "где": "where",
    "когда": "when",
    "отмен": "relief",
    "снят": "relief",
    "смягч": "relief",
    "ослаб": "relief",
    "санкци": "sanction",
    "процент": "percent",
    "правил": "rule",
    "войн": "war",
    "обеща": "promise",
    "угро": "threat",
    "план": "plan",
    "комментар": "comment",
    "один": "alone",
    "сам": "alone",
}


_TOGETHER = [(re.compile(rf"(?<!\w)(?:{words})(?!\w)"), f" {one} ") for words, one in TOGETHER]


def folded(text: str) -> str:
    """Bare, with words that belong together made one."""
    text = bare(text).replace("’", "'").replace("%", " percent ").strip()
    for words, one in _TOGETHER:
        text = words.sub(one, text)
    return text


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word without its ending, in no way that a dictionary would: only so that its forms fall together."""
    for beginning, meaning in RUSSIAN.items():
        if word.startswith(beginning):
            word = meaning
            break
    if word.endswith(("ies", "ied")) and len(word) > 4:
        word = word[:-3] + "y"
    for ending in ("ations", "ation", "ings", "ing", "ers", "er", "ed", "es", "s"):
        if (
            word.endswith(ending)
            and len(word) - len(ending) >= (4 if ending in ("er", "ers") else 3)
            and not word.endswith("ss")
        ):
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]  # stopp(ed) is stop
    return word.removesuffix("e") if len(word) > 3 else word


_POINTS_BACK = re.compile(
    r"\b(?:it|its|he|she|him|her|they|them|you|your|our|that (?=\w)|those|этот?|он|она|они|ты|вы)\b", re.IGNORECASE
)


def _groups() -> Iterator[tuple[str, str]]:
    for group in MEANINGS:
        first, *others = group.split()
        for word in (first, *others):
            yield stem(word), first


_MEANING = dict(_groups())
_FORMS = {group.split()[0]: tuple(group.split()) for group in MEANINGS}
_GENERIC = frozenset(stem(word) for word in GENERIC) | GENERIC
_ACTORS = frozenset(stem(word) for word in ACTORS) | ACTORS
_ASKING = frozenset(stem(word) for word in ASKING)


def meanings(text: str) -> list[str]:
    """What the words of a text mean, in order, without those that every question has."""
    found = []
    for word in re.findall(r"\w+", re.sub(r"'\w+", "", folded(text))):
        if word in COMMON or (len(word) < 2 and not word.isdigit()):
            continue
        one = stem(word)
        found.append(_MEANING.get(one, one))
    return found


def names(question: str) -> frozenset[str]:
    """The meanings of words that are written as names are, but for the first: "did Japan join"."""
    if question.isupper() or question.istitle():
        return frozenset()
    return frozenset(one for word in re.findall(r"(?<=[\w,] )[^\W\d_a-zа-я]\w+", question) for one in meanings(word))


def is_generic(meaning: str) -> bool:
    return meaning in _GENERIC


def is_actor(meaning: str) -> bool:
    """Whether it names who acts, or asks who does."""
    return meaning in _ACTORS or meaning in _ASKING


def asks_for_something(question: str) -> bool:
    """Whether it has a word that can tell statements apart: "who is it?" has none."""
    return any(not is_generic(one) and one not in _ASKING for one in meanings(question))


def stands_alone(question: str) -> bool:
    """Whether a question can be answered without knowing what was said before: "who owns it?" cannot."""
    return len(set(meanings(question))) > 1 and not _POINTS_BACK.search(question)


def search_words(question: str) -> tuple[str, ...]:
    """Every word that a statement which answers the question may use: for a search that knows no meanings."""
    typed = re.findall(r"\w+", bare(question))
    meant = (form for meaning in meanings(question) for form in _FORMS.get(meaning, (meaning,)))
    apart = (word for form in meant for word in APART.get(form, form).split())
    return tuple(dict.fromkeys(word for word in (*typed, *apart) if word not in COMMON))
