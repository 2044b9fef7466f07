"""Ways of asking about relief options, and about a party and relief together."""

from __future__ import annotations

from bot.questions.question import Kind
from bot.questions.row import Row

ROWS: tuple[Row, ...] = (
    Row(
        Kind.COMPARISON,
        r"(?:compare|comparison(?: (?:of|between))?|diff(?:erences?)?(?: (?:between|of|in))?|contrast|"
        r"(?:what(?:'s| is| are)|show|list|explain|tell me)(?: me)?(?: the)? (?:main |key )?(?:differences?|"
        r"diff) (?:between|of)|how (?:do|does|is|are|different (?:is|are))|сравни(?:ть|те)?|чем отлича\w+|"
        r"разница между)(?: (?:relief )?options?)? {O}.*",
        "two options side by side",
    ),
    Row(
        Kind.COMPARISON,
        r"{O} ?(?:vs\.?|versus|v\.?|or|compared (?:to|with)|against|or|или|против) ?{O}|(?:which|what) is "
        r"(?:better|broader|wider|larger|bigger|stronger|worse|narrower),? {O}.*",
        "two options side by side",
    ),
    Row(
        Kind.COMPARISON,
        r"(?:is|does|how does) {O} .*(?:than|from|compare(?:d)? (?:to|with)|differ from|include everything "
        r"in) {O}",
        "two options side by side",
    ),
    Row(
        Kind.OPTIONS,
        r"(?:{show}|{the})*(?:relief |sanctions relief |draft |available |existing |current |possible "
        r")*(?:options|opts)(?: (?:are )?(?:available|there|on the table|list|please))?(?: (?:for|on|regarding) "
        r"(?:the )?{class})?",
        "all options",
    ),
    Row(
        Kind.OPTIONS,
        r"(?:(?:any|are there(?: any)?|is there(?: any)?|what|which) )?(?:relief|options?)(?: (?:is|are|there|would "
        r"be))*"
        r"(?: (?:for|available to|on offer for) (?:the )?{class}| on offer| on the table| available| being "
        r"(?:considered|"
        r"discussed|drafted))",
        "relief for a class of parties: the options say which",
    ),
    Row(
        Kind.OPTIONS,
        r"(?:(?:do|does) (?:we|you|anyone) know )?(?:what|which|how many) (?:the |draft |relief )*options (?:look "
        r"like|are|say|"
        r"exist|there are).*|(?:какие|есть ли) .*вариант\w+ .*",
        "all options",
    ),
    Row(
        Kind.OPTIONS,
        r"(?:which|what|how many)(?: \w+){0,2} options(?: (?:are|is|do|have|exist|can|does).*)?|what (?:are|"
        r"r)(?: all)?(?: the)? (?:\w+ ){0,2}options(?: .*)?|options list",
        "all options",
    ),
    Row(
        Kind.OPTIONS,
        r"(?:какие|покажи|список)(?: \w+){0,3} (?:вариант\w+|опци\w+)(?: .*)?|варианты",
        "all options",
    ),
    Row(
        Kind.COVERAGE,
        r"(?:would|will|does|do|did|could|can|might|if|should|has) {O} (?:actually |really |also |fully "
        r")?{frees}(?: (?:the |any |all |us |eu |un |up )*(?:sanctions?|block(?:s|ing)?|restrictions?|"
        r"listings?|designations?|freeze|asset freeze)(?: (?:on|against|from|of|for|off))?)? {who}(?: "
        r"(?:off|from|out of|come off|go|free).*)?",
        "would option B lift sanctions on X",
    ),
    Row(
        Kind.COVERAGE,
        r"(?:{be}|would|will|does|do|could|can|might) {who} (?:still |be |get |been |also |become |remain |"
        r"come |go |stay )*(?:{L}|{freed}|{listed}|walk(?: away)?|covered|in|part of|among|inside|left|touched|"
        r"benefit(?:s)?|come off|comes off|fall(?:s)?|qualify|free|stay .*|go free|come out)(?: .*?)?(?: "
        r"(?:under|by|in|with|after|from|of|off|on|if|given|through|of the list under))? ?{O}(?: .*)?",
        "is X freed under option B; is X in option B",
    ),
    Row(
        Kind.COVERAGE,
        r"(?:under|with|in|after|if|once|when) {O}(?: (?:goes through|passes|is \w+|takes effect|happens|comes in|"
        r"becomes law))?"
        r",? (?:would|will|is|are|does|what happens to|what about|how about|(?:can|could|may|might) (?:we|i|you|"
        r"one) \w+(?: "
        r"(?:business )?(?:with|to|from|in|for))?) {who}(?: (?:still |be |get )*(?:{freed}|{listed}|free|come off.*|"
        r"covered))?",
        "under option B, is X still blocked",
    ),
    Row(
        Kind.COVERAGE,
        r"what (?:does|would|will|did|is|happens) (?:in )?{O} (?:do|mean|change|have|say|leave|offer|bring) "
        r"(?:for|to|about|on|with) {who}",
        "what option B does for X",
    ),
    Row(
        Kind.COVERAGE,
        r"what(?:'s| is| would| will)? (?:happens?|happen|changes?|be left|remains?|left)(?: (?:to|for|of|"
        r"on|with))?(?: the (?:block|sanctions) on)? {who} (?:under|after|with|in|if) {O}.*",
        "what option B does for X",
    ),
    Row(
        Kind.COVERAGE,
        r"(?:which|what)(?: relief| of the| draft)* (?:options?|terms?|one|scenarios?)(?: of the options)? "
        r"(?:would |will |could |can |might |do |does )?(?:{frees}|{frees} sanctions (?:on|against|from)) "
        r"{who}(?: (?:off|from).*| (?:the )?(?:most|best|more|least|at all))?",
        "which options cover X",
    ),
    Row(
        Kind.COVERAGE,
        r"(?:which|what) (?:relief )?options? (?:is|are|has|have|would|does) {who} (?:in|covered by|part of|"
        r"freed by|under|included in|be in|fall under|on)",
        "which options cover X",
    ),
    Row(
        Kind.COVERAGE,
        r"(?:is|are) {who} (?:in|covered by|part of|under|freed by) (?:any|one|some|which|either)(?: "
        r"of)?(?: the)?(?: relief)? options?",
        "which options cover X",
    ),
    Row(
        Kind.COVERAGE,
        r"(?:would|will|do|does|can|could) (?:any|one|either)(?: of)?(?: the)?(?: relief)? options? "
        r"{frees}(?: sanctions (?:on|against|from))? {who}",
        "which options cover X",
    ),
    Row(
        Kind.COVERAGE,
        r"(?:what|which option|how) (?:would|could|will|can|might|does it take to|it would take to|do we "
        r"need to|to)(?: it take to)? (?:{frees})(?: (?:the )?(?:sanctions?|block|listing) (?:on|against|"
        r"from|of))? {who}(?: (?:off|from).*)?",
        "what would free X",
    ),
    Row(
        Kind.COVERAGE,
        r"(?:how|when) (?:could|would|can|might|will) {who} (?:be |get |come )(?:{freed}|off).*|what relief "
        r"(?:is there |would there be |exists |could there be |would )?(?:for|do for) {who}",
        "what would free X",
    ),
    Row(
        Kind.COVERAGE,
        r"(?:any |is there (?:any )?)?relief for {who}|(?:what|which|how much) relief (?:would|will|could|does|"
        r"might|can|is) "
        r"{who} (?:get|receive|have|see|be given|expect|in line for)",
        "what would free X",
    ),
    Row(
        Kind.COVERAGE,
        r"(?:would|will|could|does|do|is|are) {who} (?:get|be (?:getting|given)|receive|in line for|"
        r"eligible for|see|benefit from) (?:any )?(?:sanctions )?relief.*",
        "what would free X",
    ),
    Row(
        Kind.COVERAGE,
        r"что {O} (?:да[её]т|даст|сделает|означает|значит|меняет|изменит)(?: (?:для|с))? {who}|"
        r"(?:освободит|снимет|затрагивает|отменит|касается|поможет|покрывает)(?: ли)? {O}(?: санкции с)? "
        r"{who}|(?:входит|попадает|включ[её]н\w?|есть)(?: ли)? {who} в {O}",
        "the same in Russian",
    ),
    Row(
        Kind.COVERAGE,
        r"(?:какой|какие) (?:вариант\w*|опци\w+) (?:освобод\w+|сним\w+|покрыва\w+|затрагива\w+)(?: санкции "
        r"с)? {who}|что (?:освободит|снимет санкции с) {who}",
        "the same in Russian",
    ),
    Row(
        Kind.COVERAGE,
        r"что (?:будет|станет) с {who} (?:при|в|по|после) {O}",
        "the same in Russian",
    ),
    Row(
        Kind.OPTION,
        r"(?:{show}|{the})*{O}(?: (?:details?|terms|summary|please|impact|contents?))?",
        "what an option holds",
    ),
    Row(
        Kind.OPTION,
        r"(?:what(?:'s| is| are|s)|whats|explain|describe|detail|tell me about|details (?:of|on)|about|"
        r"summari[sz]e|terms of|info on)(?: (?:in|inside|the|terms of|content of|contents of|impact of|"
        r"status of|effect of|scope of|about))* {O}(?: .*)?",
        "what an option holds",
    ),
    Row(
        Kind.OPTION,
        r"(?:who|what|how many|which)(?: \w+){0,3} (?:would|will|could|does|do|is|are|comes?|gets?|come) "
        r".*{O}(?: .*)?",
        "who would come off under option B; its standing",
    ),
    Row(
        Kind.OPTION,
        r"(?:is|was|has|does|would|will) {O}(?: (?:in force|in effect|official|real|law|enacted|adopted|"
        r"leaked|a draft|illustrative|still|been|legal|need|require|about|have|ask|public|include|cover|"
        r"suspend|touch).*)?",
        "who would come off under option B; its standing",
    ),
    Row(
        Kind.OPTION,
        r"(?:who|when|why) .*{O}.*|что (?:в|такое|предусматривает|входит в|да[её]т|означает|даст) {O}|(?:покажи|"
        r"опиши) {O}",
        "who would come off under option B; its standing",
    ),
    Row(
        Kind.COVERAGE,
        r"(?:if|once|when|after) {O} (?:\w+ ){1,4}?(?:can|may|could) (?:we|i) \w+(?: business)?(?: with| "
        r"to| from)? {who}|"
        r"(?:if|once|when|after) {O} (?:\w+ ){1,4}?(?:would|will|is|does) {who}(?: be| get)?(?: (?:{freed}|"
        r"{listed}|free).*)?",
        "if option B is adopted, can we pay X",
    ),
)
