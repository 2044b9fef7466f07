"""How people ask: one row a way of asking, the first that fits the whole question wins.

Patterns read marked text (see `sheet`): {L} is a list phrase, {D} a phrase of time, {O} relief options, {P} programs,
{M} measures, {Q} a quotation. {who} is the stretch that holds the parties. List and date phrases at either end are
taken off before, so "what changed on the SDN list since March 1" reads "what changed" here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.questions.question import Kind
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
        r"(?:(?:currently |still |now |also |already |actually |really |even |ever |being |been |personally |all |both |"
        r"fully |not |(?-i:an?) |(?-i:the) )*"
        r"(?:sanction(?:ed|s|ned)?|sancti?oned|sanctionned|listed|designated|blocked|blacklisted|black-listed|frozen|"
        r"embargoed|restricted|flagged|named|restricted part(?:y|ies)|sdns?|blocked persons?|sanctioned "
        r"(?:part(?:y|ies)|person|people|compan(?:y|ies)|entit(?:y|ies))|specially designated nationals?)"
        r"|(?:still |currently |now |also )?(?:under|subject to|hit by|facing|targeted by|affected by|covered by) "
        r"(?:any |the |current )?(?:\w+ )?(?:sanctions?|sanctioned|restrictions|asset freeze|embargo)"
        r"|(?:still |currently |now |also )?(?:on|in) (?:the |a |any |any of the |your |our |which |one of the )*"
        r"(?:\w+ )?(?:sanctions? |black|block(?:ed)? ?)?(?:lists?|blacklists?|data(?:base)?))"
    ),
    # what relief does to a listing
    "{frees}": (
        r"(?:free|frees|freed|lift|lifts|remove|removes|delist|delists|de-list|relieve|relieves|cover|covers|affect|"
        r"affects|include|includes|release|releases|unblock|unblocks|unfreeze|help|helps|benefit|benefits|ease|eases|"
        r"apply to|applies to|touch|touches|take|takes|get|gets|clear|licen[sc]e|licen[sc]es|suspend|suspends|let|lets|exempt|"
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
        r"(?:is it (?:true|correct|right)(?: that)? |do you know (?:if|whether) |(?:can|could) you (?:tell me|check|confirm|see|"
        r"find out|verify) (?:if|whether|that) |(?:i |we )?(?:wonder|need to know|want to know|would like to know|must know|"
        r"have to know)(?: (?:if|whether))? |(?:tell me|find out|any idea|not sure|see|asking) (?:if|whether) |"
        r"(?:check|confirm|verify) (?:if|whether|that) )"
    ),
    "{show}": r"(?:(?:show|list|give|get|display|see|tell|read|open|print|fetch|send)(?: (?:me|us))?(?: (?:about|all))? )",
    "{the}": r"(?:(?:the|all|all the|your|our|my|these|those|any|some) )",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One way of asking. `why` says what it is for, or what would go wrong without it."""

    kind: Kind
    pattern: str
    why: str
    permission: bool = False
    plural: bool = False
    needs: Sort | None = None  # a mark that must have been taken off an end, or the words mean something else


K = Kind
ROWS: tuple[Row, ...] = (
    # Help and politeness
    Row(
        K.HELP,
        r"(?:help|hlp|\?|commands?|usage|menu|man|start|how (?:do|can|to) (?:i |we )?(?:use|work with|ask) ?(?:this|you|it|the bot)?)",
        "the word itself",
    ),
    Row(
        K.HELP,
        r"(?:help me|what (?:can|do) you (?:do|know|answer|offer)(?: for (?:me|us))?|what (?:is this|are you|can i ask|questions can i ask).*|who are you|how does this work|how do you work)",
        "asks what the bot does",
    ),
    Row(
        K.HELP,
        r"(?:hi|hello|hey|hiya|yo|good (?:morning|afternoon|evening|day)|thanks?(?: you)?(?: (?:a lot|so much|very much))?|thx|ty|cheers|great|ok(?:ay)?|cool|got it|bye|test|ping)(?: (?:there|bot|all|team|everyone))?",
        "a greeting is no name",
    ),
    Row(
        K.HELP,
        r"(?:помощь|помоги(?:те)?|справка|что ты (?:умеешь|можешь)|привет|здравствуйте|спасибо|команды)",
        "the same in Russian",
    ),
    # Watches
    Row(
        K.WATCHES,
        r"(?:{show}|{the})*(?:watches|watch ?lists?|alerts?|subscriptions|watch)|what (?:am|are) (?:i|we) (?:watching|following|tracking|subscribed to)|(?:what|which)(?: \w+)? (?:do|are) (?:i|we) (?:watch|following)|who (?:am i|are we) watching|what(?:'s| is| am)? (?:being )?watched|(?:список|мои) (?:подписок|подписки|наблюдени\w)|за чем я слежу",
        "what is watched here",
    ),
    Row(
        K.UNWATCH,
        r"(?:unwatch|unfollow|unsubscribe(?: (?:me|us))?(?: from)?|untrack|mute|(?:stop|cancel|end|remove|delete|drop|don't|do not|quit)(?: the| my| our)? (?:watch(?:ing|es)?|follow(?:ing)?|track(?:ing)?|monitor(?:ing)?|alert(?:s|ing)?(?: me)?|notif\w+(?: me)?)(?: (?:about|on|for|of))?|не следи(?:ть)? за|перестань следить за|отпиши(?:те)?(?: меня)? от) {who}",
        "ends a watch; before watch, whose words it holds",
    ),
    Row(
        K.WATCH,
        r"(?:i (?:want|would like|need) to |can you |let's )?(?:watch|follow|track|monitor|subscribe(?: (?:me|us))?(?: to)?|keep (?:an eye|tabs|watch) on|(?:add|set|create|start|put)(?: up)?(?: a| an)? (?:watch|alert)s?(?: (?:on|for|about))?|watch out for|(?:alert|notify|warn|ping)(?: (?:me|us))?(?: (?:about|on|of|for|to))?(?: (?:any )?(?:changes|news|updates) (?:to|of|on|about|for|in))?|следи(?:ть|те)? за|отслеживай|подпиши(?:те)?(?: меня)? на|сообщ\w+ (?:мне )?о) {who}(?: (?:for|if|when|whenever|once)(?: \w+){0,3} (?:changes?|news|updates|happens|moves)(?: \w+){0,2})?",
        "starts a watch",
    ),
    Row(
        K.WATCH,
        r"(?:let (?:me|us) know|tell (?:me|us)|(?:alert|notify|warn|ping)(?: (?:me|us))?) (?:if|when|whenever|once|as soon as) {who} (?:changes?|is changed|gets? .*|is .*|are .*|comes? .*|moves?|has .*)",
        '"tell me when X is delisted"',
    ),
    # Digest
    Row(
        K.DIGEST,
        r"(?:{show}|{the})*(?:today's |yesterday's |daily |weekly |morning |this week's |last week's )*(?:digest|summary|round-?up|briefing|recap)(?: (?:for|of))?(?: {D})?|(?:дай |покажи )?(?:дайджест|сводк\w+)",
        "the digest",
    ),
    # Sources
    Row(
        K.SOURCES,
        r"(?:{show}|{the})*(?:sources?|lists|editions?|data ?(?:sets?|sources?)?|freshness|coverage|источники|списки)(?: (?:do you (?:have|use|cover|check|hold)|used|loaded|covered|status|freshness))?|status|lists status",
        "which lists there are",
    ),
    Row(
        K.SOURCES,
        r"(?:which|what)(?: \w+)? (?:(?:sanctions? |watch)?lists|sources|data ?(?:sets?|sources?)?|editions?)(?: (?:do you|are (?:you|we|there|loaded|covered|used|included|checked|available|supported|in)|have you|can you|does (?:the|this) bot|is (?:there|loaded|this|it))(?: .*)?)?|where (?:do|does|is|are) .*\b(?:data|lists?|information|info)\b.*|what(?:'s| is) (?:your|the) (?:source|data).*|{show}(?:{the})*sources.*",
        "which lists are loaded, from where",
    ),
    Row(
        K.SOURCES,
        r"how (?:fresh|old|current|recent|up[- ]to[- ]date|new|stale|complete) .*|(?:are|is) .*\b(?:up[- ]to[- ]date|stale|current|fresh|loaded|out of date|outdated)(?: .*)?|when (?:was|were|did|is) .*\b(?:updated|refreshed|loaded|published|fetched|synced|update|refresh)(?: .*)?|last (?:update|refresh)(?: .*)?|when (?:was|is) (?:the )?(?:last|latest|next) (?:update|refresh|edition).*|(?:age|date) of .*(?:lists?|data|{L})|do you (?:have|use|cover|include|check|screen|load) (?:{L}|.*\blists?)|(?:what|which) (?:edition|version|date) .*",
        "how old the lists are",
    ),
    Row(
        K.SOURCES,
        r"how many (?:.* )?(?:entries|names|entities|parties|people|persons|companies|vessels|listings|ships|individuals)(?!.*{P})(?: (?:are|is|do|does|have)(?: .*)?)?|what(?:'s| is| are)? (?:the )?{L}|насколько (?:свеж\w+|актуальн\w+) .*|когда .*обнов\w+.*|какие (?:есть |у (?:тебя|вас) (?:есть )?)?(?:списки|источники).*|откуда .*(?:данные|списки).*",
        "size of a list, and the Russian for all this",
    ),
    # Comparison and options
    Row(
        K.COMPARISON,
        r"(?:compare|comparison(?: (?:of|between))?|diff(?:erences?)?(?: (?:between|of|in))?|contrast|(?:what(?:'s| is| are)|show|list|explain|tell me)(?: me)?(?: the)? (?:main |key )?(?:differences?|diff) (?:between|of)|how (?:do|does|is|are|different (?:is|are))|сравни(?:ть|те)?|чем отлича\w+|разница между)(?: (?:relief )?options?)? {O}.*",
        "two options side by side",
    ),
    Row(
        K.COMPARISON,
        r"{O} ?(?:vs\.?|versus|v\.?|or|compared (?:to|with)|against|or|или|против) ?{O}|(?:which|what) is (?:better|broader|wider|larger|bigger|stronger|worse|narrower),? {O}.*|(?:is|does|how does) {O} .*(?:than|from|compare(?:d)? (?:to|with)|differ from|include everything in) {O}",
        "two options side by side",
    ),
    Row(
        K.OPTIONS,
        r"(?:{show}|{the})*(?:relief |sanctions relief |draft |available |existing |current |possible )*(?:options|opts)(?: (?:are )?(?:available|there|on the table|list|please))?|(?:which|what|how many)(?: \w+){0,2} options(?: (?:are|is|do|have|exist|can|does).*)?|what (?:are|r)(?: all)?(?: the)? (?:\w+ ){0,2}options(?: .*)?|options list|(?:какие|покажи|список)(?: \w+){0,3} (?:вариант\w+|опци\w+)(?: .*)?|варианты",
        "all options",
    ),
    # Coverage: a party and relief together. Before option, whose words it holds.
    Row(
        K.COVERAGE,
        r"(?:would|will|does|do|did|could|can|might|if|should|has) {O} (?:actually |really |also |fully )?{frees}(?: (?:the |any |all |us |eu |un |up )*(?:sanctions?|block(?:s|ing)?|restrictions?|listings?|designations?|freeze|asset freeze)(?: (?:on|against|from|of|for|off))?)? {who}(?: (?:off|from|out of|come off|go|free).*)?",
        "would option B lift sanctions on X",
    ),
    Row(
        K.COVERAGE,
        r"(?:{be}|would|will|does|do|could|can|might) {who} (?:still |be |get |been |also |become |remain |come |go |stay )*(?:{L}|{freed}|{listed}|covered|in|part of|among|inside|left|touched|benefit(?:s)?|come off|comes off|fall(?:s)?|qualify|free|stay .*|go free|come out)(?: .*?)?(?: (?:under|by|in|with|after|from|of|off|on|if|given|through|of the list under))? ?{O}(?: .*)?",
        "is X freed under option B; is X in option B",
    ),
    Row(
        K.COVERAGE,
        r"(?:under|with|in|after|if) {O},? (?:would|will|is|are|does|what happens to|what about|how about) {who}(?: (?:still |be |get )*(?:{freed}|{listed}|free|come off.*|covered))?",
        "under option B, is X still blocked",
    ),
    Row(
        K.COVERAGE,
        r"what (?:does|would|will|did|is|happens) (?:in )?{O} (?:do|mean|change|have|say|leave|offer|bring) (?:for|to|about|on|with) {who}|what(?:'s| is| would| will)? (?:happens?|happen|changes?|be left|remains?|left)(?: (?:to|for|of|on|with))?(?: the (?:block|sanctions) on)? {who} (?:under|after|with|in|if) {O}.*",
        "what option B does for X",
    ),
    Row(
        K.COVERAGE,
        r"(?:which|what)(?: relief| of the| draft)* (?:options?|terms?|one|scenarios?)(?: of the options)? (?:would |will |could |can |might |do |does )?(?:{frees}|{frees} sanctions (?:on|against|from)) {who}(?: (?:off|from).*)?|(?:which|what) (?:relief )?options? (?:is|are|has|have|would|does) {who} (?:in|covered by|part of|freed by|under|included in|be in|fall under|on)|(?:is|are) {who} (?:in|covered by|part of|under|freed by) (?:any|one|some|which|either)(?: of)?(?: the)?(?: relief)? options?|(?:would|will|do|does|can|could) (?:any|one|either)(?: of)?(?: the)?(?: relief)? options? {frees}(?: sanctions (?:on|against|from))? {who}",
        "which options cover X",
    ),
    Row(
        K.COVERAGE,
        r"(?:what|which option|how) (?:would|could|will|can|might|does it take to|it would take to|do we need to|to)(?: it take to)? (?:{frees})(?: (?:the )?(?:sanctions?|block|listing) (?:on|against|from|of))? {who}(?: (?:off|from).*)?|(?:how|when) (?:could|would|can|might|will) {who} (?:be |get |come )(?:{freed}|off).*|what relief (?:is there |would there be |exists |could there be |would )?(?:for|do for) {who}|(?:any |is there (?:any )?)?relief for {who}|(?:would|will|could|does|do|is|are) {who} (?:get|be (?:getting|given)|receive|in line for|eligible for|see|benefit from) (?:any )?(?:sanctions )?relief.*",
        "what would free X",
    ),
    Row(
        K.COVERAGE,
        r"(?:освободит|снимет|затрагивает|отменит|касается|поможет|покрывает)(?: ли)? {O}(?: санкции с)? {who}|(?:входит|попадает|включ[её]н\w?|есть)(?: ли)? {who} в {O}|(?:какой|какие) (?:вариант\w*|опци\w+) (?:освобод\w+|сним\w+|покрыва\w+|затрагива\w+)(?: санкции с)? {who}|что (?:освободит|снимет санкции с) {who}|что (?:будет|станет) с {who} (?:при|в|по|после) {O}",
        "the same in Russian",
    ),
    Row(
        K.OPTION,
        r"(?:{show}|{the})*{O}(?: (?:details?|terms|summary|please|impact|contents?))?|(?:what(?:'s| is| are|s)|whats|explain|describe|detail|tell me about|details (?:of|on)|about|summari[sz]e|terms of|info on)(?: (?:in|inside|the|terms of|content of|contents of|impact of|status of|effect of|scope of|about))* {O}(?: .*)?",
        "what an option holds",
    ),
    Row(
        K.OPTION,
        r"(?:who|what|how many|which)(?: \w+){0,3} (?:would|will|could|does|do|is|are|comes?|gets?|come) .*{O}(?: .*)?|(?:is|was|has|does|would|will) {O}(?: (?:in force|in effect|official|real|law|enacted|adopted|leaked|a draft|illustrative|still|been|legal|need|require|about|have|ask|public|include|cover|suspend|touch).*)?|(?:who|when|why) .*{O}.*|что (?:в|такое|предусматривает|входит в) {O}|(?:покажи|опиши) {O}",
        "who would come off under option B; its standing",
    ),
    # History
    Row(
        K.HISTORY,
        r"(?:when|since when|how long|as of when)(?: (?:was|were|is|are|did|has|have|had|been|get|first))+ {who} (?:(?:been|get|first|originally|put|added|placed) )*(?:{listed}|listed|added|sanctioned|designated|delisted|removed|put on)(?: .*)?|history (?:of|for) {who}|{who} history|когда (?:была? |были )?(?:введены санкции против |внес\w+ )?{who}(?: (?:попал\w*|внес\w+|включ\w+|под санкци\w+).*)?",
        "since when X is listed",
    ),
    Row(
        K.HISTORY,
        r"(?:was|were|has|have|had) {who} (?:ever|previously|formerly|once|at any time|always|at some point|still|already)(?: been)? (?:{listed}|delisted|removed)(?: .*)?|(?:was|were|has|have) {who} been (?:delisted|removed)(?: .*)?",
        "whether X was ever listed",
    ),
    Row(
        K.HISTORY,
        r"(?:was|were|{be}) {who}(?: (?:{listed}|there|already there))?|{who} (?:sanctioned|listed|status)|(?:check|screen) {who}|(?:был\w?|находил\w+)(?: ли)? {who}(?: под санкциями| (?:в|на) .*)?|{who} (?:был\w? )?под санкциями",
        "the status on a date",
        needs=Sort.DATE,
    ),
    # Links
    Row(
        K.LINKS,
        r"(?:who|(?:what|which)(?: \w+){0,2})(?: else)?(?:'s| is| are)? (?:linked|connected|related|tied|affiliated|associated)(?: to| with)? {who}(?: on the list.*)?|(?:links?|ties|connections?|relations?|affiliates?|associates?|network)(?: (?:of|to|with|for|between)) {who}|what (?:links|ties|connections)(?: does| do)? {who}(?: have)?|{show}(?:{the})*(?:links?|connections|affiliates|network) (?:of|to|for|with) {who}|(?:is|are) {who} (?:linked|connected|related|tied) to (?:anyone|anybody|any|someone|a sanctioned|other|sanctioned).*|(?:is|are|how is) {who} (?:linked|connected|related|tied|affiliated) (?:to|with) {who}|{who} (?-i:subsidiaries|affiliates|links)",
        "who is linked to X",
    ),
    Row(
        K.LINKS,
        r"(?:(?:which|what|list|show|any|are|the|sanctioned|listed|all)(?: the)? )*(?:subsidiar(?:y|ies)|affiliates?|companies|assets|businesses|vessels|ships|yachts|owners?|shareholders?|parents?|parent company|family|relatives|associates|directors|entities)(?: (?:owned|controlled|held|managed|linked))?(?: (?:of|by|to|under|belonging to)) {who}(?: (?:are|on|that are|which are|is|listed|sanctioned).*)?",
        "subsidiaries of X",
    ),
    Row(
        K.LINKS,
        r"who (?:owns|controls|runs|owned|controlled|is behind|stands behind|manages|heads|is the owner of|are the owners of|is the (?:beneficial|ultimate) owner of) {who}|(?:what|who|which (?:companies|vessels|entities|banks)) (?:does|do|is|are) {who} (?:own|control|run|hold|owned by|controlled by|linked to|connected to|related to|manage|have ties to|tied to)|who (?:does|is) {who} (?:own|belong to|owned by|controlled by)|(?:is|are) {who}'s (?:companies|subsidiaries|family|wife|husband|sons?|daughters?|children|yachts?|assets|affiliates|relatives|associates)(?: {listed})?|(?:is|are) {who} (?:50 ?%|50 percent|majority)? ?(?:owned|controlled) by (?:a |an |any )?(?:sanctioned|listed|blocked|sdn|someone|anyone).*|(?:с кем|кто) (?:связан\w?)(?: с)? {who}|кому принадлежит {who}|кто владеет {who}|дочерние компании {who}",
        "who owns X",
    ),
    # Changes
    Row(
        K.CHANGES,
        r"(?:was|were|is|has|have|did) (?:anyone|anybody|anything|someone|any \w+)(?: been| get| gets)? (?:added|delisted|removed|designated|sanctioned|listed|change[ds]?|new)",
        "was anyone delisted",
    ),
    Row(K.SOURCES, r"do you (?:have|use|cover|include|check|screen|load)", "do you have the UK list", needs=Sort.LISTS),
    Row(
        K.SCREENING,
        r"(?:what|why|which \w+) (?:is|are|was|were) {who} (?:listed|sanctioned|designated|blocked) (?:for|under|as|by)",
        "what is X listed for",
    ),
    Row(
        K.COVERAGE,
        r"(?:if|once|when|after) {O} (?:\w+ ){1,4}?(?:can|may|could|would|will|is) (?:we |i )?(?:\w+ (?:with |to |from |business with )?)?{who}(?: (?:{freed}|{listed}|free).*)?",
        "if option B is adopted, can we pay X",
    ),
    Row(
        K.CHANGES,
        r"(?:{show}|{the}|any |recent |latest |new )*{changed}(?: (?:today|only|please))?|(?:any(?:thing)?|something)(?: \w+)? (?:new|changed?|added|removed|happened?)|(?:latest|recent)(?: \w+)?|(?:any|are there(?: any)?|is there|were there(?: any)?|have there been(?: any)?|did .* have(?: any)?)(?: (?:recent|new|more|any|interesting))* {changed}",
        "what changed, tersely",
    ),
    Row(
        K.CHANGES,
        r"(?:what|who|which .*?|how many .*?|anyone|anything|did anyone|did anything)(?:'s| is| has| have| was| were| are| had| got| get| did| do| does|s)?(?: been| just| got| get| newly| recently| also)*(?: (?:change[ds]?|new|added|removed|delisted|de-listed|dropped|amended|updated|designated|happen(?:ed)?|sanctioned|listed|taken off|come off|came off|go on|going on|went on|put|newly|the latest|different|listed for))+(?: (?:changes?|names|there|recently|lately|so far|on|from|off|list|lists|additions|with (?:the )?(?:lists?|sanctions)|in (?:the )?(?:lists?|sanctions)|on (?:the )?(?:lists?))+)*",
        "what changed",
    ),
    Row(
        K.CHANGES,
        r"(?:(?:what|anything)(?:'s| is| has| have| was| were|s)?(?: been)? (?:change[sd]?|new|happened|updated|amended|different)|{changed}|(?:any|the|recent|latest) {changed}|(?:did|has|have) (?:anything|something) (?:changed?|happen(?:ed)?)|updates?|news|what(?:'s| is) (?:the )?(?:latest|news)) (?:for|to|with|about|on|in|of|at|regarding|concerning|around|under) {who}(?: (?:lists?|listings?|entry))?|(?:did|has|have) {who} (?:changed?|been (?:amended|updated|changed))|{who} changes|how (?:has|did) {who} change[d]?",
        "what changed for X",
    ),
    Row(
        K.CHANGES,
        r"(?:(?:did|has|have) )?{L} (?:add(?:ed)?|change[ds]?|remove[ds]?|sanction(?:ed)?|designated?|do(?:ne)?|list(?:ed)?|delist(?:ed)?|changes|updates?)(?: (?:anyone|anything|anybody|someone|new|names|today))*|who (?:did|has|have) {L} (?:add|added|sanction|sanctioned|designate|designated|remove|removed|list|listed|delist|delisted)|what (?:did|has|have) {L} (?:do|done|change|changed|add|added|publish|published)|{L} {changed}",
        "what a publisher did",
    ),
    Row(
        K.CHANGES,
        r"(?:что|кто)(?: \w+)? (?:измен\w+|нов\w+|добав\w+|внес\w+|исключ\w+|убра\w+|произошло|поменял\w+|попал\w*)(?: .*)?|изменени\w+(?: (?:для|по|в|у))?(?: {who})?|кого (?:добавили|внесли|исключили|убрали).*|какие изменения.*|новости",
        "the same in Russian",
    ),
    # Programs and measures
    Row(
        K.PROGRAM,
        r"(?:{show}|{the})*{P}|(?:what(?:'s| is| are| does|s)|whats|explain|define|describe|tell me about|meaning of|about|info on|details (?:of|on))(?: (?:the |a |an )*(?:meaning of|program|tag|code))?(?: the)? {P}(?: .*)?|(?:who|which .*?|how many .*?|what .*?|list .*?|everyone|all|parties)(?: (?:is|are|was|were|does|do|has|have|names?|listed|sanctioned|designated|blocked|people|the|entities|companies))* (?:under|on|in|by|with|for|of|cover|covered by|pursuant to|block) {P}(?: .*)?|(?:что такое|что значит|кто под|кто в) {P}",
        "what a program is, and who is under it",
    ),
    Row(
        K.MEASURE,
        r"(?:{show}|{the})*{M}(?: (?:level|today|now|in force|status))?|(?:what(?:'s| is| are| does|s)|whats|explain|define|describe|tell me about|how (?:high|much|low) is|about|info on|when (?:did|was|were)|how does|who|is|are|does|do|has|have|which|at what|where|why) .*?{M}(?: .*)?|(?:what|which|list|show)(?: \w+){0,2} (?:measures|directives|restrictions)(?: .*)?|measures|(?:какой|что такое|каков) {M}.*",
        "a restriction that is not a listing",
    ),
    # Permission: the listing, and what is not evaluated; never yes or no
    Row(
        K.SCREENING,
        r"(?:so )?(?:(?:can|may|could|should|must|shall)(?: (?:we|i|you|one|anyone|a us person|us persons|our (?:client|bank|company)|my (?:client|company)|someone|they))?(?: (?:still|legally|lawfully|safely|now|it))*|(?:am|are|is) (?:we|i|you|one|anyone|they|us persons|our (?:client|bank|company))(?: (?:still|legally|now))*(?: (?:allowed|permitted|able|ok(?:ay)?|free|authori[sz]ed|cleared))? to) (?:pay|ship|sell|buy|trade|deal|do (?:any )?business|transact|work|invest|send|receive|accept|wire|transfer|export|import|contract|sign|engage|bank|lend|insure|process|hire|charter|provide|give|make|supply|onboard|open|help|release|finance|fund|settle|continue|partner|purchase|represent|advise|hold)(?: (?:a |an |the |any |our |business |money |funds |payments? |goods |services |oil |dollars |usd |account |parts |shares |bonds |wire |loans? |dividends |grain |fees |invoices? )*(?:dealing |working )?(?:to|with|from|for|of|in|into|by|through|via|on))? {who}",
        '"can we pay X?"',
        permission=True,
    ),
    Row(
        K.SCREENING,
        r"(?:is|would|was)(?: it)? (?:be )?(?:legal|ok(?:ay)?|allowed|lawful|permitted|safe|fine|possible|illegal|a violation|prohibited|forbidden|a problem|risky|permissible|still legal|still ok)(?: for (?:us|me|our \w+|a us person|us persons))? (?:to|if (?:we|i)) (?:\w+(?: business)?(?: (?:a |an |the |any |money |funds |goods |payments? |oil )*(?:to|with|from|for|of|in|by|through|on))?) {who}|(?:do|would) (?:we|i) need (?:a )?licen[sc]e (?:to|for) (?:\w+ing|\w+)(?: (?:business |money |goods )*(?:to|with|from|for|in))? {who}|(?:paying|dealing with|doing business with|trading with|shipping to|working with|selling to|buying from) {who}(?:,? (?:ok|allowed|legal|possible|permitted|fine))?|(?:можно|можем|могу|разрешено|законно|допустимо)(?: ли)?(?: (?:мы|нам|мне|я))? (?:платить|заплатить|торговать|работать|иметь дело|сотрудничать|продавать|покупать|отправить|перевести(?: деньги)?)(?: (?:с|со|у|в|на))? {who}",
        '"is it legal to ..."',
        permission=True,
    ),
    # Screening
    Row(
        K.SCREENING,
        r"(?:{plural}|do|have) (?:both |all |any of |either )?{who} (?:{listed}|have sanctions.*|appear.*)(?: (?:by|under|pursuant to|for|in) .*)?",
        '"are A and B sanctioned": several',
        plural=True,
    ),
    Row(
        K.SCREENING,
        r"(?:{plural}) (?:both |all |any of )?{who}",
        '"are A and B on the SDN list": several',
        plural=True,
        needs=Sort.LISTS,
    ),
    Row(
        K.SCREENING,
        r"(?:so |and |but )?{lead}?(?:{be} )?(?:the name )?{who} (?:{be} )?{listed}(?: (?:by|under|pursuant to|for|in|because of|or|right|yet|anywhere|at all|too|as well|these days|pls|{P}|{L})(?: .*)?)?",
        '"is X sanctioned"',
    ),
    Row(
        K.SCREENING,
        r"(?:please )?(?:check|screen|re-?screen|look ?up|lookup|search(?: for)?|find|verify|vet|kyc|scan|query|sanctions? (?:check|screen(?:ing)?|search|status)(?: (?:on|for|of))?|run(?: a)?(?: (?:check|screen(?:ing)?|search|name))?(?: (?:on|for|of))?|(?:do|perform|make)(?: a)?(?: sanctions?)? (?:check|screen(?:ing)?|search)(?: (?:on|for|of))?|look (?:for|at|into)|name check|проверь(?:те)?|проверить|провер(?:ка|ьте)?|найди(?:те)?|поиск|есть ли что-то (?:на|по|о))(?: (?:the )?(?:names?|party|parties|subject|following|these|this|all of|out))*(?: for (?:me|us|sanctions))?:? {who}(?: (?:for|against|on|in|under) (?:us |eu |any |the |all )*(?:sanctions?|lists?|sanctions? lists?|me|us|hits|matches))*(?: (?:please|pls|asap|now))?",
        "a command: check X",
    ),
    Row(
        K.SCREENING,
        r"(?:any|are there(?: any)?|do (?:you|we) have(?: any(?:thing)?| something)?|is there(?: (?:any(?:thing)?|something|a))?|got(?: any(?:thing)?)?|have you got(?: any(?:thing)?)?|anything|what do (?:you|we) have|what (?:do|can) you (?:know|say|tell (?:me|us))|what have you got|what (?:sanctions|restrictions|listings?)(?: are)?(?: there)?|which (?:sanctions|restrictions|programs?|lists?)(?: are)?(?: there)?|sanctions?|status|info|information|details|listing|entry|record|restrictions|hits?|match(?:es)?)(?: (?:hits?|match(?:es)?|sanctions?|results?|records?|restrictions?|listings?|red flags?|issues?|information|info|imposed|in place|known))* (?:on|for|against|about|of|to|with|regarding|re|apply to|applied to|target|hit) {who}",
        '"any hits on X"',
    ),
    Row(
        K.SCREENING,
        r"(?:who|what)(?:'s| is| are| was|s| the hell is) (?!(?:a|an|the|your|my|our|this|that|it|up|going|happening|wrong|being|meant|left|next|in|on|behind|responsible|asking|who|\w+ing)\b){who}|who the (?:hell|heck) is {who}|кто (?:такой|такая|такие) {who}|что (?:за|такое|известно о) {who}",
        '"who is Sechin": not "who is drafting"',
    ),
    Row(
        K.SCREENING,
        r"(?:why|under (?:what|which)(?: \w+)?|for what|by whom|on what (?:basis|grounds)|on which (?:lists?|programs?)|which (?:lists?|programs?)|what (?:lists?|programs?)|how|in what way|what for|to what extent)(?: \w+)? (?:is|are|was|were|has|have) {who} (?:been )?(?:{listed}|on|under|in|sanctioned|listed)|(?:why|how) (?:was|is|are|were|has) {who}(?: (?:been )?{listed})?(?: by)?|(?:what|which) (?:sanctions|programs?|lists?|restrictions) (?:is|are|does|do|apply to|has) {who}(?: (?:under|on|subject to|face|in|fall under|facing))?",
        "why, under what X is listed: screening says it",
    ),
    Row(
        K.SCREENING,
        r"(?:has|have|did|does|do) (?:{L}|anyone|anybody|any country|they|the) (?:also |already |ever |still )*(?:sanction(?:ed|s)?|designated?|list(?:ed|s)?|block(?:ed|s)?|blacklist(?:ed)?) {who}|(?:has|have|had) {who} been (?:{listed})(?: .*)?|(?:does|do|did) {who} (?:appear|show up|feature|figure|come up|face|have (?:any )?sanctions|fall under|have)(?: .*)?|(?:is|are) (?:there )?{L} (?:sanctions|sanctioned) (?:on|against) {who}|{L} (?:on|against) {who}",
        '"has the EU sanctioned X"',
    ),
    Row(
        K.SCREENING,
        r"(?:is|was|are)(?: the| an?)? {who} (?:ok(?:ay)?|safe|fine|good|clean|clear|kosher|risky|bad|dangerous|problematic|a problem|high[- ]risk|sanctions? risk|an issue|dirty|legit|compliant)(?: .*)?",
        '"is X ok": the listing, never yes or no',
        permission=True,
    ),
    Row(
        K.SCREENING,
        r"(?:находится|находятся|состоит|есть|числится|включ[её]н\w?|внес[её]н\w?|значится|попал\w?|является)(?: ли)? {who}(?: (?:в|под|на) .*)?|под санкциями(?: ли)?(?: (?:находится|сейчас))? {who}|{who} (?:(?:все ещё|всё ещё|сейчас|уже|находится|ещё|еще) )*(?:под (?:\w+ )?санкциями|санкционн\w+|в санкционн\w+ списк\w+|в списк\w+|санкции)(?: ли)?|(?:введены|есть|действуют|наложены|какие)(?: ли)?(?: \w+)? санкции (?:против|на|в отношении|у|к|с) {who}|санкции (?:против|на|в отношении|для) {who}",
        "the same in Russian",
    ),
    Row(
        K.SCREENING,
        r"(?:is|are|was) {who} (?:sanction\w*|list\w*|design\w+|block\w*|sactioned|santioned|sanctined|sancioned|sanctiond)",
        "the verb mistyped",
    ),
    Row(K.COVERAGE, r"{who} (?:(?:under|in|after|with|and) )?{O}", "X under option B: after the rows in which a word stands there"),
    Row(
        K.SCREENING,
        r"{lead}?(?:(?:is|was|does|has|did) )?{who}(?: (?:is|appears?|appear|listed|included|named|show(?:s)? up|there|found))*",
        '"is X on the SDN list"',
        needs=Sort.LISTS,
    ),
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
