"""Telling a name from a sentence, and a question of policy from one about the weather."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.questions.party_words import words as word_set

# Words, in lower case, that sentences have and names do not. (Names in lower case are typed, so "the" is not here.)
_SENTENCE = word_set(
    """
    is are was were am be been do does did have has had can could would should will shall may might must i i'm
    i've we you they he she it me my our your their his her this that these those what which who whom whose when
    where why how if because please tell give show want need think know wonder got get don't doesn't didn't
    isn't aren't won't can't there here not very also about just like что кто где когда почему как какой какие
    зачем ли если мне нам вы ты мы я он она они это пожалуйста
    """
)
_OPENERS = word_set(
    """
    what who whom whose which when where why how is are was were am do does did can could would should will
    shall may might must has have had tell give show explain list describe please i we you they it что кто где
    когда почему как какой какая какие зачем сколько
    """
)
_POLICY = re.compile(
    r"\b(?:sanction\w*|relie(?:f|ve)\w*|eas(?:e|ed|ing)|lift(?:ed|ing)?|white house|state department|"
    r"treasury|congress\w*|"
    r"senate|president\w*|trump|putin|biden|kremlin|moscow|russia\w*|ukrain\w*|oligarchs?|talks?|negotiat\w+|draft\w*|"
    r"options? papers?|(?:the|relief) list|concession\w*|in return|quid pro quo|50 ?(?:%|percent|per cent)|"
    r"fifty percent|ownership|owned|"
    r"licen[sc]e\w*|executive orders?|snap-?back|the war|cease-?fire|saudi|t[uü]rk(?:ey|iye)|reuters|ofac|sdn|"
    r"price cap|oil|gas|energy|embargo|asset freeze|blocked|delist\w*|caatsa|who drafts|"
    r"санкци\w*|президент\w*|трамп\w*|путин\w*|конгресс\w*|кремл\w*|составля\w+|готов\w+ список|список|правил\w+ 50|"
    r"взамен)",
    re.IGNORECASE,
)


_BARE_TOPIC = re.compile(
    r"(?:the )?(?:(?:50|fifty) ?(?:%|percent|per cent)(?: rule)?|options? papers?|sanctions relief|relief "
    r"list|snap-?back|правило 50 ?(?:%|процентов))",
    re.IGNORECASE,
)


def is_bare_topic(text: str, topics: Iterable[str]) -> bool:
    """Whether the text is but a topic. Topics that are names ("Putin", "Saudi Arabia") are rather parties."""
    asked = text.strip(" ?!.")
    common = {topic.lower() for topic in topics if topic.islower() or topic[0].isdigit()}
    return bool(_BARE_TOPIC.fullmatch(asked)) or (asked.islower() and asked in common)


def words_of(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:['-][^\W_]+)*", text)


def opens_a_question(name: str) -> bool:
    """Whether what was taken for a name is rather the beginning of a question: "why is Rosneft"."""
    first, *rest = words_of(name) or [""]
    if not rest or first.lower() not in _OPENERS | {"under", "if", "whether", "on", "in", "off", "to"}:
        return False
    return first.islower() or any(word in _SENTENCE for word in rest)


def is_question(text: str) -> bool:
    words = [word.split("'")[0] for word in words_of(text)]
    return text.rstrip().endswith("?") or (bool(words) and words[0].lower() in _OPENERS)


def could_be_a_name(text: str) -> bool:
    """Whether text by itself may be a party: no sentence words, and not long unless it is written as a name is."""
    words = [re.sub(r"(?i)'(?:s|re|d|ll|ve)$", "", word) for word in words_of(text)]
    if not words or not re.search(r"[^\W_]", text):
        return False
    if any(
        line.endswith("?") and words_of(line)[:1] and words_of(line)[0].lower() in _OPENERS for line in text.split("\n")
    ):
        return False
    told = [word for word in words if word in _SENTENCE or (word is words[0] and word.lower() in _OPENERS)]
    if words[0].lower() in _OPENERS and not text.isupper() and len(words) > 2 and told:
        return len(told) == 1 and words[0].istitle() and all(w[0].isupper() for w in words)
    lowered = sum(1 for word in words if word.islower())
    if len(words) > 8 and lowered > len(words) * 0.7 and "\n" not in text and "," not in text:
        return False
    return len(told) == 0 or (len(told) == 1 and lowered <= len(words) / 3)


def is_policy(text: str, topics: Iterable[str]) -> bool:
    """Whether a question is about sanctions policy: what the briefing may hold, or must say is not known."""
    if _POLICY.search(text):
        return True
    low = f" {' '.join(words_of(text.lower()))} "
    return any(f" {topic.lower()} " in low for topic in topics if len(topic) > 3)


def name_in(text: str) -> str:
    """The longest run of capitalised words in a sentence, but for its first word: perhaps a name. Or ""."""
    runs = re.findall(r"(?<=[\s(])(?:[^\W\d_a-zа-я][\w'.-]*)(?:\s+[^\W\d_a-zа-я][\w'.-]*)*", text)
    runs = [run.strip(".") for run in runs if len(run.strip(".")) > 2]
    return max(runs, key=len, default="")
