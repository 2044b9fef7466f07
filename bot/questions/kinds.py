"""How people ask: one row a way of asking, the first that fits the whole question wins.

Patterns read marked text (see `sheet`): {L} is a list phrase, {D} a phrase of time, {O} relief options, {P} programs,
{M} measures, {Q} a quotation. {who} is the stretch that holds the parties. List and date phrases at either end are
taken off before, so "what changed on the SDN list since March 1" reads "what changed" here.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.questions import asking_of_lists, asking_of_parties, asking_of_relief, asking_the_bot
from bot.questions.question import Kind
from bot.questions.row import Row
from bot.questions.sheet import Sort

_MACROS = {
    "{who}": r"(?P<who>\S.*?)",
    "{L}": Sort.LISTS.pattern,
    "{D}": Sort.DATE.pattern,
    "{O}": Sort.OPTIONS.pattern,
    "{P}": Sort.PROGRAMS.pattern,
    "{M}": Sort.MEASURES.pattern,
    "{be}": r"(?:is|are|was|were|be|been|being|isn't|aren't|ain't|iz)",
    "{plural}": r"(?:are|were|aren't)",
    # every way to say that a party is on a list
    "{listed}": (
        r"(?:(?:currently |still |now |also |already |actually |really |even |ever |being |been |"
        r"personally |all |both |"
        r"fully |not |just |(?-i:an?) |(?-i:the) )*"
        r"(?:sanction(?:ed|s|ned)?|sancti?oned|sanctionned|listed|designated|blocked|blacklisted|black-listed|frozen|"
        r"embargoed|restricted|flagged|named|restricted part(?:y|ies)|sdns?|blocked persons?|sanctioned "
        r"(?:part(?:y|ies)|person|people|compan(?:y|ies)|entit(?:y|ies))|specially designated nationals?)"
        r"|(?:still |currently |now |also )?(?:under|subject to|hit by|facing|targeted by|affected by|covered by) "
        r"(?:any |the |current )?(?:\w+ )?(?:sanctions?|sanctioned|restrictions|asset freeze|embargo)"
        r"|(?:still |currently |now |also |not |already )*(?:on|in|off) (?:the |a |any |any of the |your |our |"
        r"which |one of the )*"
        r"(?:\w+ )?(?:sanctions? |black|block(?:ed)? ?)?(?:lists?|blacklists?|data(?:base)?))"
    ),
    # what relief does to a listing
    "{frees}": (
        r"(?:free|frees|freed|lift|lifts|remove|removes|delist|delists|de-list|relieve|relieves|cover|covers|affect|"
        r"affects|include|includes|release|releases|unblock|unblocks|unfreeze|help|helps|benefit|benefits|ease|eases|"
        r"apply to|applies to|give|gives|offer|offers|touch|touches|take|takes|get|gets|clear|licen[sc]e|"
        r"licen[sc]es|suspend|"
        r"suspends|let|lets|exempt|"
        r"exempts|drop|drops|reach|reaches|change anything for|do for|mean for|do to|leave|leaves|unsanction)"
    ),
    "{freed}": (
        r"(?:freed|lifted|removed|delisted|de-listed|relieved|covered|affected|included|released|unblocked|eased|"
        r"licen[sc]ed|suspended|exempt(?:ed)?|dropped|unfrozen|unsanctioned|off)"
    ),
    "{changed}": (
        r"(?:change[sd]?|updates?|news|additions?|removals?|delistings?|de-listings?|listings?|designations?|"
        r"amendments?|diffs?|delta|new (?:listings?|designations?|names|entries|additions?|sanctions|delistings?))"
    ),
    # what comes before an indirect question
    "{lead}": (
        r"(?:is it (?:true|correct|right)(?: that)? |do you know (?:if|whether) |(?:can|could) you (?:tell "
        r"me|check|confirm|see|"
        r"find out|verify) (?:if|whether|that) |(?:i |we |i'd |we'd )?(?:wonder|like to know|need to know|"
        r"want to know|would like "
        r"to know|must know|"
        r"have to know)(?: (?:if|whether))? |(?:tell me|find out|any idea|not sure|see|asking) (?:if|whether) |"
        r"(?:check|confirm|verify) (?:if|whether|that) )"
    ),
    # what is dealt in, in lower case, between the verb and the party: "ship diesel to X", "buy crude oil from X"
    "{goods}": r"(?: (?-i:[a-z][a-z-]*)){1,4}? (?:to|from|with|via|through)",
    # what is held of a party, or what for: "X bonds", "X for transit"
    "{purpose}": (
        r"(?: (?-i:(?:euro)?bonds?|shares?|stocks?|debt|equity|securities|adrs?|gdrs?|notes|paper|cargo(?:es)?|"
        r"crude|diesel)"
        r"|(?<!bank)(?<!fund)(?<!institute)(?<!center)(?<!centre)(?<!office)(?-i: for [a-z]+(?: [a-z]+){0,4}))"
    ),
    # a kind of party, not a party
    "{class}": (
        r"(?:(?:russian|iranian|belarusian|us|european|state|private|listed|sanctioned|oil|gas|energy|oil and gas|"
        r"shipping|big|"
        r"major) )*(?-i:banks?|oligarchs|vessels|ships|tankers|compan(?:y|ies)|individuals|people|persons|entities|"
        r"firms|"
        r"majors|billionaires|businessmen|officials|subsidiaries|yachts|aircraft|airlines|insurers|everyone|all)"
    ),
    "{theme}": r"(?:russian?|russia-related|ukraine|ukraine-related|belarus|iran|energy|banking|sectoral)",
    "{show}": r"(?:(?:show|list|give|get|display|see|tell|read|open|print|fetch|send)(?: (?:me|us))?(?: "
    r"(?:about|all))? )",
    "{the}": r"(?:(?:the|all|all the|your|our|my|these|those|any|some) )",
}

# The two that fit most text come last.
_LAST: tuple[Row, ...] = (
    Row(
        Kind.COVERAGE,
        r"{who} (?:(?:under|in|after|with|and) )?{O}",
        "X under option B: after the rows in which a word stands there",
    ),
    Row(
        Kind.SCREENING,
        r"{lead}?(?:(?:is|was|does|has|did) )?(?:either |both )?{who}(?: (?:is|appears?|appear|listed|included|named|"
        r"show(?:s)? up|there|found|subject|on any|under any|any|on))*",
        "'is X on the SDN list'",
        needs=Sort.LISTS,
    ),
)
ROWS: tuple[Row, ...] = (
    *asking_the_bot.ROWS,
    *asking_of_relief.ROWS,
    *asking_of_lists.ROWS,
    *asking_of_parties.ROWS,
    *_LAST,
)


@lru_cache(maxsize=1)
def patterns() -> tuple[tuple[Row, re.Pattern[str]], ...]:
    """The rows with their patterns compiled."""
    return tuple((row, re.compile(f"(?:{_expand(row.pattern)})", re.IGNORECASE)) for row in ROWS)


def _expand(pattern: str) -> str:
    count = 0
    while any(macro in pattern for macro in _MACROS):
        for macro, meaning in _MACROS.items():
            while macro in pattern:
                if macro == "{who}":
                    count += 1
                    meaning = rf"(?P<who{count}>\S.*?)"
                pattern = pattern.replace(macro, meaning, 1)
    return pattern


def who(match: re.Match[str]) -> str:
    """The stretch of the match that holds the parties, or ""."""
    return "; ".join(text for name, text in match.groupdict().items() if name.startswith("who") and text)
