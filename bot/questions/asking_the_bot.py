"""Ways of asking about the bot itself: help, watches, the digest, which lists it holds."""

from __future__ import annotations

from bot.questions.question import Kind
from bot.questions.row import Row
from bot.questions.sheet import Sort

ROWS: tuple[Row, ...] = (
    Row(Kind.HELP, r"what (?:can|could|do) you (?:help|assist)(?: (?:me|us))?(?: with)?", "asks what the bot does"),
    Row(Kind.HELP, r"/help|(?:show|open|get|need|i need|can you|please) help(?: me)?", "help, politely"),
    Row(
        Kind.UNWATCH,
        r"(?:unwatch|unfollow|untrack|mute|(?:stop|end|cancel) (?:the )?(?:watch(?:ing)?|following|tracking|alerts))"
        r"(?: (?:for|on|about|from|of))?",
        "'stop watching the SDN list': the list is taken off the end before",
        needs=Sort.LISTS,
    ),
    Row(
        Kind.WATCH,
        r"(?:please )?(?:watch|follow|track|monitor|subscribe(?: (?:me|us))?(?: to)?|(?:alert|notify) (?:me|us)"
        r"(?: (?:about|on|of))?|keep an eye on|watch (?:for )?changes (?:to|of|on|in))",
        "'watch the SDN list': the list is taken off the end before, and 'watch' alone asks what is watched",
        needs=Sort.LISTS,
    ),
    Row(
        Kind.DIGEST,
        r"(?:please )?(?:{show}|{the}|subscribe (?:me |us )?to |set (?:up )?|start |a |quiet |silent |daily |weekday )*"
        r"digest (?:every|each|daily|on weekdays|weekdays|at|quiet|silent).*",
        "when the daily digest of a place is to come: handlers.ask.digest reads the hour",
    ),
    Row(
        Kind.DIGEST,
        r"(?:stop|end|cancel|mute|pause|turn off|switch off|no more|unsubscribe (?:me |us )?from) "
        r"(?:{the}|sending (?:me |us )?)*(?:daily |morning )?digests?|digests? (?:off|stop)",
        "ends it; before unwatch, or the digest would be a party",
    ),
    Row(
        Kind.UNWATCH,
        r"(?:remove|delete|drop|take) {who} (?:from|off) (?:my|our|the) (?:watch.*|"
        r"alerts)",
        "off a list",
    ),
    Row(Kind.WATCH, r"(?:add|put) {who} (?:to|on) (?:my|our|the|a) (?:watch.*|alerts)", "onto a list"),
    Row(Kind.WATCHES, r"what is (?:being )?watched(?: (?:here|in this channel|by us|by me))?", "what is watched here"),
    Row(
        Kind.HELP,
        r"(?:help|hlp|\?|commands?|usage|menu|man|start|how (?:do|can|to) (?:i |we )?(?:use|work with|ask) "
        r"?(?:this|you|it|the bot)?)",
        "the word itself",
    ),
    Row(
        Kind.HELP,
        r"(?:help me|what (?:can|do) you (?:do|know|answer|offer)(?: for (?:me|us))?|what (?:is this|are "
        r"you|can i ask|questions can i ask).*|who are you|how does this work|how do you work)",
        "asks what the bot does",
    ),
    Row(
        Kind.HELP,
        r"(?:hi|hello|hey|hiya|yo|good (?:morning|afternoon|evening|day)|thanks?(?: you)?(?: (?:a lot|so "
        r"much|very much))?|thx|ty|cheers|great|ok(?:ay)?|cool|got it|bye|test|ping)(?: (?:there|bot|all|"
        r"team|everyone))?",
        "a greeting is no name",
    ),
    Row(
        Kind.HELP,
        r"(?:помощь|помоги(?:те)?|справка|что ты (?:умеешь|можешь)|привет|здравствуйте|спасибо|команды)",
        "the same in Russian",
    ),
    Row(
        Kind.WATCHES,
        r"(?:{show}|{the})*(?:watches|watch ?lists?|alerts?|subscriptions|watch)|what (?:am|are) (?:i|we) "
        r"(?:watching|following|tracking|subscribed to)",
        "what is watched here",
    ),
    Row(
        Kind.WATCHES,
        r"(?:what|which)(?: \w+)? (?:do|are) (?:i|we) (?:watch|following)|who (?:am i|are we) watching|"
        r"what(?:'s| is| am)? (?:being )?watched|(?:список|мои) (?:подписок|подписки|наблюдени\w)",
        "what is watched here",
    ),
    Row(
        Kind.WATCHES,
        r"за чем я слежу",
        "what is watched here",
    ),
    Row(
        Kind.UNWATCH,
        r"(?:unwatch|unfollow|unsubscribe(?: (?:me|us))?(?: from)?|untrack|mute|(?:stop|cancel|end|remove|"
        r"delete|drop|don't|do not|quit)(?: the| my| our)? (?:watch(?:ing|es)?|ping(?:ing)?(?: (?:me|us))?|"
        r"tell(?:ing)? (?:me|us)|follow(?:ing)?|track(?:ing)?|"
        r"monitor(?:ing)?|alert(?:s|ing)?(?: me)?|notif\w+(?: me)?)(?: (?:about|on|for|of))?|не "
        r"следи(?:ть)? за|перестань следить за|отпи(?:ши(?:те)?|сать)(?:сь)?(?: меня)? от) {who}",
        "ends a watch; before watch, whose words it holds",
    ),
    Row(
        Kind.WATCH,
        r"(?:i (?:want|would like|need) to |can you |let's )?(?:watch|follow|track|monitor|subscribe(?: "
        r"(?:me|us))?(?: to)?|keep (?:an eye|tabs|watch) on|keep (?:me|us) (?:posted|updated|informed|in the loop) "
        r"(?:on|about|of)|(?:add|set|create|start|put)(?: up)?(?: a| an)? "
        r"(?:watch|alert)s?(?: (?:on|for|about))?|watch out for|(?:alert|notify|warn|ping)(?: (?:me|"
        r"us))?(?: (?:about|on|of|for|to))?(?: (?:any )?(?:changes|news|updates) (?:to|of|on|about|for|"
        r"in))?|следи(?:ть|те)? за|отслежива(?:й|йте|ть)|подпиши(?:те)?(?: меня)? на|сообщ\w+ (?:мне )?о) {who}(?: "
        r"(?:for|if|when|whenever|once)(?: \w+){0,3} (?:changes?|news|updates|happens|moves)(?: \w+){0,2})?",
        "starts a watch",
    ),
    Row(
        Kind.WATCH,
        r"(?:let (?:me|us) know|tell (?:me|us)|(?:alert|notify|warn|ping)(?: (?:me|us))?) (?:if|when|"
        r"whenever|once|as soon as) {who} (?:changes?|is changed|gets? .*|is .*|are .*|comes? .*|moves?|has "
        r".*)",
        "'tell me when X is delisted'",
    ),
    Row(
        Kind.DIGEST,
        r"(?:{show}|{the})*(?:today's |yesterday's |daily |weekly |morning |this morning's |last night's |this "
        r"week's |last week's "
        r")*(?:digest|summary|round-?up|briefing|recap)(?: (?:for|of))?(?: {D})?",
        "the digest",
    ),
    Row(
        Kind.DIGEST,
        r"(?:дай |покажи )?(?:дайджест|сводк\w+)(?: {D})?",
        "the digest",
    ),
    Row(
        Kind.SOURCES,
        r"(?:{show}|{the})*(?:sources?|lists|editions?|data ?(?:sets?|sources?)?|freshness|coverage|"
        r"источники|списки)(?: (?:do you (?:have|use|cover|check|hold)|used|loaded|covered|status|"
        r"freshness))?",
        "which lists there are",
    ),
    Row(
        Kind.SOURCES,
        r"status|lists status|(?:the )?{L}|(?:what(?:'s| is)|explain|describe|tell me)(?: me)?(?: about)?(?: the)? "
        r"differences? "
        r"between {L} (?:and|or|vs\.?) {L}|do (?:you|u)(?: guys| also| all)* (?:have|use|cover|check|screen|include) "
        r"(?:{L}|canad\w+|austral\w+|japan\w*|swiss|switzerland|seco|ukrain\w+|new zealand|israel\w*|interpol)(?: .*)?",
        "which lists there are",
    ),
    Row(
        Kind.SOURCES,
        r"(?:which|what)(?: \w+)? (?:(?:sanctions? |watch)?lists|sources|data ?(?:sets?|sources?)?|"
        r"editions?)(?: (?:do you|are (?:you|we|there|loaded|covered|used|included|checked|available|"
        r"supported|in)|have you|can you|does (?:the|this) bot|is (?:there|loaded|this|it))(?: .*)?)?",
        "which lists are loaded, from where",
    ),
    Row(
        Kind.SOURCES,
        r"where (?:do|does|is|are) .*\b(?:data|lists?|information|info)\b.*|what(?:'s| is) (?:your|the) "
        r"(?:source|data).*|{show}(?:{the})*sources.*",
        "which lists are loaded, from where",
    ),
    Row(
        Kind.SOURCES,
        r"(?:are|is) (?:you|this bot|the bot) (?:using|on|running on|based on) .*(?:lists?|data|edition|version|{L}).*|"
        r"when (?:did|do) (?:you|u|we|the bot) (?:last )?(?:pull|get|fetch|load|refresh|update|sync|download) .*|"
        r"how (?:fresh|old|current|recent|up[- ]to[- ]date|new|stale|complete) .*|(?:are|is) .*\b(?:up[- "
        r"]to[- ]date|stale|current|fresh|loaded|out of date|outdated)(?: .*)?",
        "how old the lists are",
    ),
    Row(
        Kind.SOURCES,
        r"when (?:was|were|did|is) .*\b(?:updated|refreshed|loaded|published|fetched|synced|update|"
        r"refresh)(?: .*)?|last (?:update|refresh)(?: .*)?",
        "how old the lists are",
    ),
    Row(
        Kind.SOURCES,
        r"when (?:was|is) (?:the )?(?:last|latest|next) (?:update|refresh|edition).*|(?:age|date) of "
        r".*(?:lists?|data|{L})|do you (?:have|use|cover|include|check|screen|load) (?:{L}|.*\blists?)",
        "how old the lists are",
    ),
    Row(
        Kind.SOURCES,
        r"(?:what|which) (?:edition|version|date) .*",
        "how old the lists are",
    ),
    Row(
        Kind.SOURCES,
        r"how many (?:.* )?(?:entries|names|entities|parties|people|persons|companies|vessels|listings|"
        r"ships|individuals)(?!.*{P})(?: (?:are|is|do|does|have)(?: .*)?)?|what(?:'s| is| are)? (?:the )?{L}",
        "size of a list, and the Russian for all this",
    ),
    Row(
        Kind.SOURCES,
        r"насколько (?:свеж\w+|актуальн\w+) .*|когда .*обнов\w+.*|какие (?:есть |у (?:тебя|вас) (?:есть "
        r")?)?(?:списки|источники).*|откуда .*(?:данные|списки).*",
        "size of a list, and the Russian for all this",
    ),
    Row(
        Kind.SOURCES,
        r"do you (?:have|use|cover|include|check|screen|load)",
        "do you have the UK list",
        needs=Sort.LISTS,
    ),
)
