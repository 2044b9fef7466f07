"""Ways of asking what was so on a day, who is linked to whom, what changed, and what programs and measures are."""

from __future__ import annotations

from bot.questions.question import Kind
from bot.questions.row import Row
from bot.questions.sheet import Sort

ROWS: tuple[Row, ...] = (
    Row(
        Kind.HISTORY,
        r"(?:was|were|had) {who} (?:already |been )?{listed} (?:before|after|during|when|at the time of|prior to|"
        r"until) .+",
        "on the list before something that is no date",
    ),
    Row(
        Kind.HISTORY,
        r"(?:how long|since when|when|for how long)(?: (?:has|have|was|were|is|are|did))+ {who}(?: (?:been|get|first|"
        r"originally|put|added|placed|taken|come|go))*(?: (?:on|off|from|under|by))?",
        "how long X has been on the list",
        needs=Sort.LISTS,
    ),
    Row(
        Kind.BRIEF,
        r"(?:что (?:такое|значит)|объясни(?:те)?|расскажи(?:те)? про) правил\w+ 50 ?(?:%|процент\w+)",
        "the 50 percent rule by name",
    ),
    Row(
        Kind.BRIEF,
        r"(?:is|are|would|does|do) (?:an?|any|companies|subsidiaries|entities) ?(?:\w+ )?(?:\d+ ?% |\d+ percent |"
        r"majority[- ]?|"
        r"half[- ]?)(?:owned|held|controlled|stake).*",
        "the 50 percent rule, about a company that has no name here",
    ),
    Row(Kind.HISTORY, r"when (?:did|has|was) {L} (?:\w+ )?{who}", "when did the EU list X"),
    Row(
        Kind.HISTORY,
        r"(?:when|since when|how long|as of when)(?: (?:was|were|is|are|did|has|have|had|been|get|first))+ "
        r"{who} (?:(?:been|get|first|originally|put|added|placed) )*(?:{listed}|listed|added|sanctioned|"
        r"designated|delisted|removed|taken off|dropped|put on)(?: .*)?",
        "since when X is listed",
    ),
    Row(
        Kind.HISTORY,
        r"history (?:of|for) {who}|{who} history|(?:с каких пор|с какого (?:года|времени|числа|дня)) {who} (?:под "
        r"санкци\w+|в списк\w+|{L}).*|когда (?:была? |были )?"
        r"(?:введены санкции против |внес\w+ )?{who}(?: (?:попал\w*|внес\w+|включ\w+|под санкци\w+).*)?",
        "since when X is listed",
    ),
    Row(
        Kind.HISTORY,
        r"(?:was|were|has|have|had) {who} (?:ever|previously|formerly|once|at any time|always|at some point|"
        r"still|already)(?: been)? (?:{listed}|delisted|removed)(?: .*)?",
        "whether X was ever listed",
    ),
    Row(
        Kind.HISTORY,
        r"(?:was|were|has|have) {who} been (?:delisted|removed)(?: .*)?",
        "whether X was ever listed",
    ),
    Row(
        Kind.HISTORY,
        r"(?:was|were|{be}) {who}(?: (?:{listed}|there|already there))?|{who} (?:sanctioned|listed|status)|"
        r"(?:check|screen) {who}|(?:был\w?|находил\w+)(?: ли)? {who}(?: под санкциями| (?:в|на) .*)?",
        "the status on a date",
        needs=Sort.DATE,
    ),
    Row(
        Kind.HISTORY,
        r"{who} (?:был\w? )?под санкциями",
        "the status on a date",
        needs=Sort.DATE,
    ),
    Row(
        Kind.LINKS,
        r"(?:who|(?:what|which)(?: \w+){0,2})(?: else)?(?:'s| is| are)? (?:linked|connected|related|tied|"
        r"affiliated|associated)(?: to| with)? {who}(?: on the list.*)?",
        "who is linked to X",
    ),
    Row(
        Kind.LINKS,
        r"(?:links?|ties|connections?|relations?|affiliates?|associates?|network)(?: (?:of|to|with|for|"
        r"between)) {who}|what (?:links|ties|connections)(?: does| do)? {who}(?: have)?",
        "who is linked to X",
    ),
    Row(
        Kind.LINKS,
        r"{show}(?:{the})*(?:links?|connections|affiliates|network) (?:of|to|for|with) {who}",
        "who is linked to X",
    ),
    Row(
        Kind.LINKS,
        r"(?:is|are) {who} (?:linked|connected|related|tied) to (?:anyone|anybody|any|someone|a sanctioned|"
        r"other|sanctioned).*",
        "who is linked to X",
    ),
    Row(
        Kind.LINKS,
        r"(?:is|are|how is) {who} (?:linked|connected|related|tied|affiliated|owned|controlled|held|run|part[- "
        r"]owned) (?:to|with|by) {who}|{who} "
        r"(?-i:subsidiaries|affiliates|links)",
        "who is linked to X",
    ),
    Row(
        Kind.LINKS,
        r"(?:(?:which|what|list|show|any|are|the|sanctioned|listed|all)(?: the)? )*(?:subsidiar(?:y|ies)|"
        r"affiliates?|companies|assets|businesses|vessels|ships|yachts|owners?|shareholders?|parents?|"
        r"parent company|family|relatives|associates|directors|entities)(?: (?:owned|controlled|held|"
        r"managed|linked))?(?: (?:of|by|to|under|belonging to)) {who}(?: (?:are|on|that are|which are|is|"
        r"listed|sanctioned).*)?",
        "subsidiaries of X",
    ),
    Row(
        Kind.LINKS,
        r"who (?:owns|controls|runs|owned|controlled|is behind|stands behind|manages|heads|is the owner of|"
        r"are the owners of|is the (?:beneficial|ultimate) owner of) {who}",
        "who owns X",
    ),
    Row(
        Kind.LINKS,
        r"(?:what|who|which (?:companies|vessels|entities|banks)) (?:does|do|is|are) {who} (?:own|control|"
        r"run|hold|owned by|controlled by|linked to|connected to|related to|manage|have ties to|tied to)",
        "who owns X",
    ),
    Row(
        Kind.LINKS,
        r"(?:what|which)(?: \w+){1,2} (?:does|do|did) {who} (?:have|own|control|hold|run)|(?:{show}|"
        r"{the})*{who}(?:'s|') "
        r"(?-i:companies|subsidiaries|yachts?|assets|affiliates|relatives|associates|businesses|holdings|vessels|"
        r"ships|banks|"
        r"family|links|network)",
        "what X owns",
    ),
    Row(
        Kind.LINKS,
        r"who (?:does|is) {who} (?:own|belong to|owned by|controlled by)",
        "who owns X",
    ),
    Row(
        Kind.LINKS,
        r"(?:is|are) {who}'s (?:companies|subsidiaries|family|wife|husband|sons?|daughters?|children|"
        r"yachts?|assets|affiliates|relatives|associates)(?: {listed})?",
        "who owns X",
    ),
    Row(
        Kind.LINKS,
        r"(?:is|are) {who} (?:50 ?%|50 percent|majority)? ?(?:owned|controlled) by (?:a |an |any "
        r")?(?:sanctioned|listed|blocked|sdn|someone|anyone).*|(?:с кем|кто) (?:связан\w?)(?: с)? {who}",
        "who owns X",
    ),
    Row(
        Kind.LINKS,
        r"кому принадлежит {who}|кто владеет {who}|дочерние компании {who}",
        "who owns X",
    ),
    Row(
        Kind.CHANGES,
        r"(?:was|were|is|has|have|did) (?:anyone|anybody|anything|someone|any \w+)(?: been| get| gets)? "
        r"(?:added|delisted|removed|designated|sanctioned|listed|change[ds]?|new)",
        "was anyone delisted",
    ),
    Row(
        Kind.CHANGES,
        r"(?:{show}|{the}|any |recent |latest |new |{theme} )*(?:{L} )?(?:{theme} )?{changed}(?: (?:today|only|"
        r"please))?"
        r"(?: (?:of|to|for|among) {class})?|(?:any(?:thing)?|"
        r"something)(?: \w+)? (?:new|changed?|added|removed|happened?)|(?:latest|recent)(?: \w+)?",
        "what changed, tersely",
    ),
    Row(
        Kind.CHANGES,
        r"(?:any|are there(?: any)?|is there|were there(?: any)?|have there been(?: any)?|did .* have(?: "
        r"any)?)(?: (?:recent|new|more|any|interesting|{theme}))* {changed}(?: (?:of|to|for|among) {class})?",
        "what changed, tersely",
    ),
    Row(
        Kind.CHANGES,
        r"(?:what|who|which .*?|how many .*?|anyone|anything|did anyone|did anything)(?:'s| is| has| have| "
        r"was| were| are| had| got| get| did| do| does|s)?(?: been| just| got| get| newly| recently| "
        r"also)*(?: (?:change[ds]?|new|added|removed|delisted|de-listed|dropped|amended|updated|designated|"
        r"happen(?:ed)?|sanctioned|listed|taken off|come off|came off|go on|going on|went on|put|newly|the "
        r"latest|different|listed for))+(?: (?:changes?|names|there|recently|lately|so far|on|from|off|list|"
        r"lists|additions|with (?:the )?(?:lists?|sanctions)|in (?:the )?(?:lists?|sanctions)|on (?:the "
        r")?(?:lists?))+)*",
        "what changed",
    ),
    Row(
        Kind.CHANGES,
        r"(?:(?:is there )?(?:what|anything)(?:'s| is| has| have| was| were|s)?(?: been)? (?:change[sd]?|new|happened|"
        r"updated|amended|different)|{changed}|(?:any|the|recent|latest) {changed}|(?:did|has|have) "
        r"(?:anything|something) (?:changed?|happen(?:ed)?)|updates?|news|what(?:'s| is) (?:the )?(?:latest|"
        r"news)) (?:for|to|with|about|on|in|of|at|regarding|concerning|around|under) {who}(?: (?:lists?|"
        r"listings?|entry))?",
        "what changed for X",
    ),
    Row(
        Kind.CHANGES,
        r"(?:did|has|have) {who} (?:changed?|been (?:amended|updated|changed))|{who} changes|how (?:has|"
        r"did) {who} change[d]?",
        "what changed for X",
    ),
    Row(
        Kind.CHANGES,
        r"(?:(?:did|has|have) )?{L} (?:add(?:ed)?|change[ds]?|remove[ds]?|sanction(?:ed)?|designated?|"
        r"do(?:ne)?|list(?:ed)?|delist(?:ed)?|changes|updates?)(?: (?:anyone|anything|anybody|someone|new|"
        r"names|today))*",
        "what a publisher did",
    ),
    Row(
        Kind.CHANGES,
        r"who (?:did|has|have) {L} (?:add|added|sanction|sanctioned|designate|designated|remove|removed|"
        r"list|listed|delist|delisted)",
        "what a publisher did",
    ),
    Row(
        Kind.CHANGES,
        r"what (?:did|has|have) {L} (?:do|done|change|changed|add|added|publish|published|remove|removed|update|"
        r"updated)"
        r"(?: (?:in|on|to|from) (?:its|their|the|his) (?:sanctions )?lists?)?(?: {D})?|{L} {changed}",
        "what a publisher did",
    ),
    Row(
        Kind.CHANGES,
        r"(?:что|кто)(?: \w+)? (?:измен\w+|нов\w+|добав\w+|внес\w+|исключ\w+|убра\w+|произошло|поменял\w+|"
        r"попал\w*)(?: .*)?|изменени\w+(?: (?:для|по|в|у))?(?: {who})?",
        "the same in Russian",
    ),
    Row(
        Kind.CHANGES,
        r"(?:какие|есть ли|были ли) (?:\w+ )?изменени\w+ (?:по|для|у|в|с) {who}|кого (?:добавили|внесли|исключили|"
        r"убрали).*|какие изменения.*|новости",
        "the same in Russian",
    ),
    Row(
        Kind.CHANGES,
        r"(?:how many|who|what|which)(?: \w+)?(?: (?:was|were|has|have|is|are|been|got|newly))*(?: (?:added|removed|"
        r"delisted|designated|sanctioned|listed|dropped))? (?:under|to|from|by|pursuant to|off) {P}",
        "who was added under a program in a stretch of time",
        needs=Sort.DATE,
    ),
    Row(
        Kind.PROGRAM,
        r"(?:{show}|{the})*{P}",
        "what a program is, and who is under it",
    ),
    Row(
        Kind.PROGRAM,
        r"(?:what(?:'s| is| are| does|s)|whats|explain|define|describe|tell me about|meaning of|about|info "
        r"on|details (?:of|on))(?: (?:the |a |an )*(?:meaning of|program|tag|code))?(?: the)? {P}(?: .*)?",
        "what a program is, and who is under it",
    ),
    Row(
        Kind.PROGRAM,
        r"(?:who(?:'s|s)?|which .*?|how many .*?|what .*?|list .*?|everyone|all|parties)(?: (?:{L}|is|are|was|were|"
        r"does|"
        r"do|has|have|names?|listed|sanctioned|designated|blocked|people|the|entities|companies))* (?:under|"
        r"on|in|by|with|for|of|cover|covered by|pursuant to|block) {P}(?: .*)?",
        "what a program is, and who is under it",
    ),
    Row(
        Kind.PROGRAM,
        r"(?:что такое|что значит|кто под|кто в|кто (?:внес[её]н|включ[её]н|находится)? ?(?:в списк\w+ )?(?:по|под|"
        r"в)) {P}|"
        r"(?:is|are|was|has|does) {P}(?: .*)?",
        "what a program is, and who is under it",
    ),
    Row(
        Kind.MEASURE,
        r"(?:{show}|{the})*{M}(?: (?:level|today|now|in force|status))?",
        "a restriction that is not a listing",
    ),
    Row(
        Kind.MEASURE,
        r"(?:what(?:'s| is| are| does|s)|whats|explain|define|describe|tell me about|how (?:high|much|low) "
        r"is|about|info on|when (?:did|was|were)|how does|who|is|are|does|do|has|have|which|at what|where|"
        r"why) .*?{M}(?: .*)?",
        "a restriction that is not a listing",
    ),
    Row(
        Kind.MEASURE,
        r"(?:what|which|list|show)(?: \w+){0,2} (?:measures|directives|restrictions)(?: .*)?|measures|"
        r"(?:что|кто|кому|как|каков|какой|какая|какие)(?: \w+){0,3} {M}.*",
        "a restriction that is not a listing",
    ),
)
