"""Questions that the bot answers, by kind: for help, suggestions and the nearest to what was not understood."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bot.questions.ask import Kind

EXAMPLES: Mapping[Kind, tuple[str, ...]] = MappingProxyType(
    {
        Kind.SCREENING: ("is Rosneft sanctioned?", "is Gazprombank on the SDN list?", "check IMO 9253325"),
        Kind.OPTION: ("what's in relief option B?", "who would come off under option A?"),
        Kind.OPTIONS: ("which relief options are there?",),
        Kind.COVERAGE: ("would option B lift sanctions on Rosneft?", "which options cover Sberbank?"),
        Kind.COMPARISON: ("compare options A and B",),
        Kind.CHANGES: ("what changed since Monday?", "who was added last week?"),
        Kind.PROGRAM: ("what is EO 14024?", "what does SDGT mean?"),
        Kind.MEASURE: ("what is the oil price cap?", "what is directive 4?"),
        Kind.BRIEF: ("who is drafting the list?", "can the President lift sanctions alone?"),
        Kind.SOURCES: ("how fresh are your lists?",),
        Kind.WATCH: ("watch Rosneft", "watch option B"),
        Kind.UNWATCH: ("unwatch Rosneft",),
        Kind.WATCHES: ("what am I watching?",),
        Kind.DIGEST: ("today's digest",),
        Kind.LINKS: ("who is linked to Rosneft?",),
        Kind.HISTORY: ("was Rosneft listed on 24 February 2022?",),
        Kind.PARTIES: ("which vessels are under RUSSIA-EO14024?", "how many Russian banks are on the SDN list?"),
        Kind.LICENSE: ("which general licenses cover Lukoil?",),
        Kind.EXPLAIN: ("what does SSI mean?", "what are secondary sanctions?"),
        Kind.HELP: ("help",),
    }
)
