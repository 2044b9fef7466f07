"""Small sets of words that tell where one name ends. Not lists of parties to screen: only hints for splitting."""

from __future__ import annotations

LEGAL_FORMS = frozenset(
    ["ltd", "limited", "llc", "llp", "lp", "inc", "incorporated", "corp", "corporation", "co", "company", "plc", "pjsc", "jsc", "ojsc", "cjsc", "oao", "ooo", "pao", "zao", "ao", "ооо", "оао", "пао", "зао", "ао", "ип", "гмбх", "gmbh", "ag", "kg", "ohg", "sa", "s.a", "a.s", "as", "ab", "oy", "oyj", "nv", "n.v", "bv", "b.v", "spa", "s.p.a", "srl", "s.r.l", "sarl", "sas", "sl", "s.l", "sa", "de", "cv", "c.v", "c", "v", "s", "r", "l", "p", "a", "n", "b", "pte", "pty", "pvt", "fze", "fzc", "fzco", "fz-llc", "dmcc", "est", "establishment", "bhd", "sdn", "kft", "zrt", "doo", "d.o.o", "dd", "ltda", "cia", "sro", "s.r.o", "eood", "ood", "aps", "a/s", "asa", "kk", "k.k", "holding", "holdings", "group", "sons", "jr", "sr", "ii", "iii", "y", "dwc-llc", "sal", "offshore"]
)

# Words that many names share. A name of these alone is told from a command by them ("Watch Trading House").
GENERIC = frozenset(
    ["ministry", "bank", "company", "trading", "house", "shipping", "group", "holding", "holdings", "industries", "industrial", "institute", "university", "center", "centre", "committee", "council", "force", "forces", "army", "brigade", "bureau", "factory", "plant", "works", "establishment", "organization", "organisation", "foundation", "association", "society", "agency", "corporation", "enterprise", "enterprises", "service", "services", "systems", "technology", "technologies", "engineering", "research", "development", "investment", "investments", "finance", "financial", "capital", "partners", "logistics", "transport", "airlines", "aviation", "marine", "maritime", "energy", "oil", "gas", "petroleum", "petrochemical", "chemical", "steel", "metals", "mining", "electronics", "import", "export", "commercial", "general", "international", "global", "department", "office", "federation", "union", "party", "movement", "front", "fund", "insurance", "construction", "security", "defense", "defence", "military", "national", "state", "exchange", "management", "software", "media", "news", "press", "security"]
)

FIRMS_WITH_AND = frozenset(
    """marks and spencer|johnson and johnson|procter and gamble|smith and wesson|ernst and young|standard and poor's|
    standard and poors|black and decker|dolce and gabbana|barnes and noble|bang and olufsen|rolls and royce|
    crate and barrel|tate and lyle|smith and nephew|pratt and whitney|brown and root|arnold and porter|
    white and case|allen and overy|slaughter and may|king and spalding|sullivan and cromwell|baker and mckenzie|
    herbert smith and freehills|heckler and koch|bed bath and beyond|fortnum and mason|harland and wolff|
    legal and general|trinidad and tobago|bosnia and herzegovina|oil and gas|import and export|dun and bradstreet|
    simon and schuster|mckinsey and company|moody and sons|goldman and sachs|lloyd and partners|abercrombie and fitch|
    crown and caliber|sea and air|lock and stock|norton and sons|watson and crick|bain and company""".replace("\n", "")
    .replace("    ", "")
    .split("|")
)

# Parties that questions name most and whose names stand by themselves, so that "and" between two of them parts.
SURELY_TWO = frozenset(
    ["rosneft", "lukoil", "gazprom", "novatek", "sberbank", "vtb", "gazprombank", "gazpromneft", "surgutneftegas", "tatneft", "transneft", "rosatom", "rostec", "rusal", "aeroflot", "sovcomflot", "alrosa", "severstal", "nornickel", "nlmk", "mmk", "evraz", "uralkali", "phosagro", "eurochem", "polyus", "alfa-bank", "alfabank", "otkritie", "veb", "promsvyazbank", "psb", "sovcombank", "rosbank", "rosselkhozbank", "raiffeisen", "tinkoff", "rossiya", "megafon", "mts", "beeline", "yandex", "vk", "kaspersky", "sechin", "deripaska", "usmanov", "abramovich", "putin", "lavrov", "shoigu", "medvedev", "rotenberg", "timchenko", "vekselberg", "kerimov", "prokhorov", "potanin", "fridman", "aven", "mordashov", "melnichenko", "miller", "kostin", "gref", "tokarev", "kovalchuk", "prigozhin", "kadyrov", "lukashenko", "huawei", "zte", "hikvision", "norinco", "hamas", "hezbollah", "hizballah", "houthis", "pdvsa", "petrochina", "роснефть", "лукойл", "газпром", "новатэк", "сбербанк", "втб", "газпромбанк", "сургутнефтегаз", "транснефть", "росатом", "ростех", "русал", "аэрофлот", "совкомфлот", "алроса", "дерипаска", "сечин", "усманов", "абрамович", "путин", "тимченко", "ротенберг", "миллер", "греф", "фридман", "авен"]
)

GIVEN_NAMES = frozenset(
    ["aleksandr", "alexander", "alexandr", "alexei", "alexey", "aleksei", "aleksey", "alisher", "anatoly", "anatoliy", "anatoli", "andrei", "andrey", "anton", "arkady", "arkadiy", "artem", "boris", "daniil", "denis", "dmitri", "dmitry", "dmitriy", "eduard", "evgeny", "evgeniy", "yevgeny", "yevgeniy", "elena", "ekaterina", "fyodor", "gennady", "gennadiy", "georgy", "german", "grigory", "grigoriy", "igor", "ilya", "irina", "ivan", "kirill", "konstantin", "leonid", "lev", "maria", "margarita", "maxim", "maksim", "mikhail", "natalia", "natalya", "nikita", "nikolai", "nikolay", "nikolaj", "oksana", "oleg", "olga", "pavel", "petr", "pyotr", "peter", "piotr", "roman", "ruslan", "ramzan", "rustam", "semyon", "sergei", "sergey", "sergej", "stanislav", "suleiman", "suleyman", "svetlana", "tatiana", "tatyana", "timur", "vadim", "valentin", "valentina", "valery", "valeriy", "vasily", "vasiliy", "viktor", "victor", "viktoria", "vitaly", "vitaliy", "vladimir", "vladislav", "vyacheslav", "yakov", "yegor", "yuri", "yury", "yuriy", "zakhar", "john", "james", "william", "robert", "david", "michael", "richard", "thomas", "george", "charles", "joseph", "paul", "mark", "donald", "steven", "edward", "brian", "ronald", "anthony", "kevin", "jason", "mary", "patricia", "jennifer", "linda", "elizabeth", "anna", "ali", "ahmed", "ahmad", "mohammed", "mohammad", "muhammad", "mohamed", "hassan", "hasan", "hussein", "husayn", "abdul", "abdullah", "abd", "omar", "umar", "khalid", "ibrahim", "yusuf", "youssef", "mustafa", "mahmoud", "mahmud", "said", "saeed", "nasser", "bashar", "kim", "li", "wang", "zhang", "chen", "jose", "juan", "carlos", "luis", "miguel", "pedro", "jorge", "nicolas", "hugo", "fidel", "jean", "pierre", "hans", "klaus", "олег", "игорь", "иван", "владимир", "сергей", "дмитрий", "андрей", "алексей", "александр", "михаил", "николай", "роман", "алишер", "геннадий", "аркадий", "борис", "виктор", "павел", "юрий", "евгений", "константин", "максим"]
)

COUNTRIES = tuple(
    """russia|russian federation|belarus|ukraine|iran|iraq|syria|cuba|north korea|dprk|china|hong kong|turkey|türkiye|
    united arab emirates|uae|cyprus|switzerland|germany|france|italy|spain|united kingdom|uk|united states|usa|venezuela|
    lebanon|libya|yemen|sudan|south sudan|somalia|myanmar|burma|kazakhstan|armenia|georgia|azerbaijan|uzbekistan|
    kyrgyzstan|tajikistan|turkmenistan|moldova|serbia|israel|india|pakistan|afghanistan|mexico|colombia|nicaragua|panama|
    liberia|malta|greece|latvia|lithuania|estonia|poland|finland|luxembourg|liechtenstein|monaco|british virgin islands|
    cayman islands|seychelles|marshall islands|singapore|malaysia|indonesia|vietnam|thailand|japan|south korea|egypt|
    algeria|tunisia|morocco|mali|niger|nigeria|ethiopia|eritrea|zimbabwe|south africa|congo|россии|рф|украины|беларуси""".replace(
        "\n", ""
    )
    .replace("    ", "")
    .split("|")
)
