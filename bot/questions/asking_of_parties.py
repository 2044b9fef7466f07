"""Ways of asking whether a party is listed, and whether one may deal with it."""

from __future__ import annotations

from bot.questions.question import Kind
from bot.questions.row import Row
from bot.questions.sheet import Sort

ROWS: tuple[Row, ...] = (
    Row(
        Kind.SCREENING,
        r"(?:what|why|which \w+) (?:is|are|was|were) {who} (?:listed|sanctioned|designated|blocked) (?:for|"
        r"under|as|by)",
        "what is X listed for",
    ),
    Row(
        Kind.SCREENING,
        r"(?:so )?(?:(?:can|may|could|should|must|shall)(?: (?:we|i|you|one|anyone|a us person|us persons|"
        r"our (?:client|bank|company)|my (?:client|company)|someone|they))?(?: (?:still|legally|lawfully|"
        r"safely|now|it))*|(?:am|are|is) (?:we|i|you|one|anyone|they|us persons|our (?:client|bank|"
        r"company))(?: (?:still|legally|now))*(?: (?:allowed|permitted|able|ok(?:ay)?|free|authori[sz]ed|"
        r"cleared))? to) (?:pay|ship|sell|buy|trade|deal|do (?:any )?business|transact|work|invest|send|"
        r"receive|accept|wire|transfer|export|import|contract|sign|engage|bank|lend|insure|process|hire|"
        r"charter|provide|give|make|supply|onboard|open|help|release|finance|fund|settle|continue|partner|"
        r"purchase|represent|advise|hold)(?: (?:a |an |the |any |our |business |money |funds |payments? |"
        r"goods |services |oil |dollars |usd |account |parts |shares |bonds |wire |loans? |dividends |grain "
        r"|fees |invoices? )*(?:dealing |working )?(?:to|with|from|for|of|in|into|by|through|via|on)"
        r"|{goods})? {who}{purpose}?",
        "'can we pay X?'",
        permission=True,
    ),
    Row(
        Kind.SCREENING,
        r"(?:is|would|was)(?: it)? (?:be )?(?:legal|ok(?:ay)?|allowed|lawful|permitted|safe|fine|possible|"
        r"illegal|a violation|prohibited|forbidden|a problem|risky|permissible|still legal|still ok)(?: for "
        r"(?:us|me|our \w+|a us person|us persons))? (?:to|if (?:we|i)) (?:\w+(?: business)?(?: (?:a |an |"
        r"the |any |money |funds |goods |payments? |oil )*(?:to|with|from|for|of|in|by|through|on)|{goods})?) "
        r"{who}{purpose}?",
        "'is it legal to ...'",
        permission=True,
    ),
    Row(
        Kind.SCREENING,
        r"(?:do|would) (?:we|i) need (?:a )?licen[sc]e (?:to|for) (?:\w+ing|\w+)(?: (?:business |money |"
        r"goods )*(?:to|with|from|for|in)|{goods})? {who}{purpose}?",
        "'is it legal to ...'",
        permission=True,
    ),
    Row(
        Kind.SCREENING,
        r"(?:paying|dealing with|doing business with|trading with|shipping to|working with|selling to|"
        r"buying from) {who}(?:,? (?:ok|allowed|legal|possible|permitted|fine))?",
        "'is it legal to ...'",
        permission=True,
    ),
    Row(
        Kind.SCREENING,
        r"(?:is|are|would)(?: it)? (?-i:[a-z]+ing)(?: (?:business |goods )*(?:to|with|from|for|in|into)|{goods})? {who}"
        r"(?: be)?(?: still)? (?:ok(?:ay)?|allowed|legal|lawful|possible|permitted|fine|prohibited|banned|forbidden|"
        r"illegal|a "
        r"violation|a problem|safe)",
        "'is exporting to X allowed'",
        permission=True,
    ),
    Row(
        Kind.SCREENING,
        r"(?:(?:мы|я) )?(?:можно|можем|могу|разрешено|законно|допустимо)(?: ли)?(?: (?:мы|нам|мне|я))? (?:платить|"
        r"заплатить|торговать|работать|иметь дело|сотрудничать|продавать|покупать|отправить|перевести(?: "
        r"деньги)?)(?: (?:с|со|у|в|на))? {who}",
        "'is it legal to ...'",
        permission=True,
    ),
    Row(
        Kind.SCREENING,
        r"(?:{plural}|do|have) (?:both |all |any of |either )?{who} (?:{listed}|have sanctions.*|"
        r"appear.*)(?: (?:by|under|pursuant to|for|in) .*)?",
        "'are A and B sanctioned': several",
        plural=True,
    ),
    Row(
        Kind.SCREENING,
        r"(?:{plural}) (?:both |all |any of )?{who}(?: (?:both|all|each|any of them))?",
        "'are A and B on the SDN list': several",
        plural=True,
        needs=Sort.LISTS,
    ),
    Row(
        Kind.SCREENING,
        r"(?:so |and |but )?{lead}?(?:{be} )?(?:the name )?{who} (?:{be} )?{listed}(?:,? (?:by|under|pursuant "
        r"to|for|in|because of|or|right|yet|anywhere|at all|too|as well|these days|pls|{P}|{L})(?: .*)?)?",
        "'is X sanctioned'",
    ),
    Row(
        Kind.SCREENING,
        r"(?:(?:please|an?|another|quick|full) )*(?:check|screen|re-?screen|look ?up|lookup|search(?: for)?|find|"
        r"verify|vet|kyc(?: "
        r"check)?(?: on)?|scan|"
        r"query|(?:kyc |name )check|sanctions? (?:check|screen(?:ing)?|search|status)(?: (?:on|for|of))?|"
        r"run(?: a)?(?: (?:check|"
        r"screen(?:ing)?|search|name))?(?: (?:on|for|of))?|(?:do|perform|make)(?: a)?(?: sanctions?)? "
        r"(?:check|screen(?:ing)?|search)(?: (?:on|for|of))?|look (?:for|at|into)|name check|проверь(?:те)?|"
        r"проверить|провер(?:ка|ьте)?|найди(?:те)?|поиск|есть ли что-то (?:на|по|о))(?: (?:the )?(?:names?|"
        r"party|parties|subject|counterpart(?:y|ies)|please|pls|пожалуйста|customer|client|vendor|company|following|"
        r"these|this|all of|out))*(?: for (?:me|us|sanctions))?:? {who}(?: "
        r"(?:for|against|on|in|under) (?:us |eu |any |the |all )*(?:sanctions?|lists?|sanctions? lists?|me|"
        r"us|hits|matches))*(?: (?:please|pls|asap|now))?",
        "a command: check X",
    ),
    Row(
        Kind.SCREENING,
        r"(?:any|are there(?: any)?|do (?:you|we) have(?: any(?:thing)?| something)?|is there(?: "
        r"(?:any(?:thing)?|something|a))?|got(?: any(?:thing)?)?|have you got(?: any(?:thing)?)?|anything|"
        r"(?:есть|имеется) (?:ли )?(?:что-?(?:то|нибудь|либо)|информация|данные)|what do (?:you|we) have|what (?:do|"
        r"can) you (?:know|say|tell (?:me|us))|what have you got|what "
        r"(?:sanctions|restrictions|listings?)(?: are)?(?: there)?|which (?:sanctions|restrictions|"
        r"programs?|lists?)(?: are)?(?: there)?|sanctions?|status|info|information|details|listing|entry|"
        r"record|restrictions|hits?|match(?:es)?)(?: (?:hits?|match(?:es)?|sanctions?|results?|records?|"
        r"restrictions?|listings?|red flags?|issues?|information|info|imposed|in place|known))* (?:on|for|"
        r"against|about|of|to|with|regarding|re|apply to|applied to|target|hit|на|по|о|об|про) {who}",
        "'any hits on X'",
    ),
    Row(
        Kind.SCREENING,
        r"what(?:'s| is)(?: the)?(?: current| latest| sanctions?| listing| legal)* (?:status|position|situation|"
        r"standing|deal|"
        r"story) (?:of|on|for|with) {who}",
        "'what is the status of X'",
    ),
    Row(
        Kind.SCREENING,
        r"{who} ?(?:-|:|,|\.\.\.) ?(?:is it |are they )?(?:ok(?:ay)?|safe|fine|legal|allowed|possible)(?: to \w+(?: "
        r"\w+)?)?",
        "'X - ok to pay?'",
        permission=True,
    ),
    Row(
        Kind.SCREENING,
        r"{who} ?(?:-|:|,|\.\.\.) ?(?:any(?:thing)?(?: (?:hits?|match(?:es)?|sanctions?|issues?|problems?|flags?|"
        r"concerns?|on "
        r"(?:them|it|him|her)))?|ok(?:ay)?|{listed}|thoughts|(?:is|are) (?:it|they|he|she|any of them|these) "
        r"{listed}|status|"
        r"(?:кто|что|какие) из них (?:под санкциями|в списк\w+).*|под санкциями(?: ли)?|есть санкции)",
        "'X - any hits?'",
    ),
    Row(
        Kind.SCREENING,
        r"(?:who|what)(?:'s| is| are| was|s| the hell is) (?!(?:a|an|the|your|my|our|this|that|it|up|going|"
        r"happening|wrong|being|meant|left|next|in|on|behind|responsible|asking|who|\w+ing)\b){who}",
        "'who is Sechin': not 'who is drafting'",
    ),
    Row(
        Kind.SCREENING,
        r"who the (?:hell|heck) is {who}|кто (?:такой|такая|такие) {who}|что (?:за|такое|известно о) {who}",
        "'who is Sechin': not 'who is drafting'",
    ),
    Row(
        Kind.SCREENING,
        r"(?:why|under (?:what|which)(?: \w+)?|for what|by whom|on what (?:basis|grounds)|on which "
        r"(?:lists?|programs?)|which (?:lists?|programs?)|what (?:lists?|programs?)|how|in what way|what "
        r"for|to what extent)(?: \w+)? (?:is|are|was|were|has|have) {who} (?:been )?(?:{listed}|on|under|in|"
        r"sanctioned|listed)",
        "why, under what X is listed: screening says it",
    ),
    Row(
        Kind.SCREENING,
        r"(?:why|how) (?:was|is|are|were|has) {who}(?: (?:been )?{listed})?(?: by)?",
        "why, under what X is listed: screening says it",
    ),
    Row(
        Kind.SCREENING,
        r"(?:what|which) (?:sanctions|programs?|lists?|restrictions) (?:is|are|does|do|apply to|has) "
        r"{who}(?: (?:under|on|subject to|face|in|fall under|facing))?",
        "why, under what X is listed: screening says it",
    ),
    Row(
        Kind.SCREENING,
        r"(?:has|have|did|does|do) (?:{L}|anyone|anybody|any country|they) (?:also |already |ever |"
        r"still )*(?:sanction(?:ed|s)?|designated?|list(?:ed|s)?|block(?:ed|s)?|blacklist(?:ed)?) {who}",
        "'has the EU sanctioned X'",
    ),
    Row(
        Kind.SCREENING,
        r"(?:has|have|had) {who} been (?:{listed})(?: .*)?|(?:does|do|did) {who} (?:appear|show up|feature|"
        r"figure|come up|face|have (?:any )?sanctions|fall under|have)(?: .*)?",
        "'has the EU sanctioned X'",
    ),
    Row(
        Kind.SCREENING,
        r"(?:is|are) (?:there )?{L} (?:sanctions|sanctioned) (?:on|against) {who}|{L} (?:on|against) {who}",
        "'has the EU sanctioned X'",
    ),
    Row(
        Kind.SCREENING,
        r"(?:is|was|are)(?: the| an?)? {who} (?:ok(?:ay)?|safe|fine|good|clean|clear|kosher|risky|bad|"
        r"dangerous|problematic|a problem|high[- ]risk|sanctions? risk|an issue|dirty|legit|compliant)(?: "
        r".*)?",
        "'is X ok': the listing, never yes or no",
        permission=True,
    ),
    Row(
        Kind.SCREENING,
        r"(?:введены|есть|действуют|наложены|какие)(?: ли)?(?: \w+)? санкции (?:против|на|в отношении|у|к|"
        r"с) {who}|санкции (?:против|на|в отношении|для) {who}",
        "the same in Russian",
    ),
    Row(
        Kind.SCREENING,
        r"(?:находится|находятся|состоит|есть|числится|включ[её]н\w?|внес[её]н\w?|значится|попал\w?|"
        r"является)(?: ли)? {who}(?: (?:в|под|на) .*)?|под санкциями(?: ли)?(?: (?:находится|сейчас))? {who}",
        "the same in Russian",
    ),
    Row(
        Kind.SCREENING,
        r"{who} (?:(?:все ещё|всё ещё|сейчас|уже|находится|ещё|еще) )*(?:под (?:\w+ )?санкциями|"
        r"санкционн\w+|в санкционн\w+ списк\w+|в списк\w+|санкции)(?: ли)?",
        "the same in Russian",
    ),
    Row(
        Kind.SCREENING,
        r"(?:is|are|was) {who} (?:sanction\w*|list(?:ed|d|de)|design\w+|block\w*|sactioned|santioned|sanctined|"
        r"sancioned|sanctiond)",
        "the verb mistyped",
    ),
    Row(Kind.SCREENING, r"who (?:sanctioned|listed|designated|blocked|blacklisted) {who}", "who did it: the lists say"),
    Row(
        Kind.SCREENING,
        r"(?:and|also|what about|how about|what of|(?:tell (?:me|us)|more)(?: more)? about|а что с|что с|а как "
        r"насч[её]т|а|и) "
        r"(?!(?:you|your|yourself|this|that|the|my|our|me)\b){who}",
        "about a party, with no question before it",
    ),
)
