"""What a question can name beside parties: lists, relief options, programs (measures: `named_measures`)."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.questions.ask import Vocabulary
from bot.questions.data import table
from bot.questions.spotting.countries import COUNTRIES
from bot.questions.spotting.sheet import Sheet, Sort

SDN, CONS, UN, EU, UK = "us_ofac_sdn", "us_ofac_cons", "un_sc", "eu_fsf", "gb_uksl"
_OFAC = (SDN, CONS)

_LIST_NAMES = tuple((one["words"], tuple(one["keys"])) for one in table("lists")["list"])
_NAME = "(?:" + "|".join(words for words, _ in _LIST_NAMES) + r")(?![\w'-])"
_AFTER = (
    r"(?: (?:financial |targeted |economic )?(?:sanctions?|sanction|sanctioned|санкц\w+|designation|watch|"
    r"block(?:ed|ing)?)\b)?"
    r"(?: (?:person|entit(?:y|ies)|party)s?)?(?: (?:lists?|register|программ\w+)\b)?"
)
_MORE = rf"(?:(?: ?,| and| or| ?/| и| или)(?: on| in| by)? (?:the )?{_NAME}{_AFTER})*"
_BEFORE = (
    r"(?:(?:included |listed |named )?(?:on|in|from|under|by|to|off|onto|against|for|with|into)"
    r"|в|во|на|из|под|от|по|auf|von|par|sur|de|por)"
    r"(?: the| les?| la| l'| los| der| den)?"
    r"(?: (?:sanctions? lists?|lists?|sanctions|списк\w+|санкционн\w+ списк\w+|санкци\w+))?(?: "
    r"(?:of|by|from|maintained by))?(?: the)?"
)
_LISTS = re.compile(
    rf"(?<![\w'-])(?:{_BEFORE} {_NAME}{_AFTER}{_MORE}"  # "on the SDN list", "under EU sanctions", "by the UN"
    rf"|(?:the )?{_NAME} (?:sanctions |санкц\w+ )?(?:lists?|register|file|feed|data)\b{_MORE}"  # "the UK list"
    rf"|(?:списк\w+|перечн\w+) {_NAME}"
    rf"|(?:the )?{_NAME}(?= (?:also |ever |already )?(?:sanction(?:s|ed)?|designate[sd]?|list(?:ed|s)?|"
    rf"have|has|got|add(?:ed|s)?|remove[ds]?|"
    rf"delist(?:ed)?|block(?:ed|s)?|blacklist(?:ed)?|changed?|changes|updated?|updates|do|done|publish(?:ed)?|"
    rf"dropped|additions|delistings|designations)\b)"
    rf"|(?:(?<=you cover )|(?<=you include )|(?<=you use ))(?:the )?{_NAME}"
    rf"|(?:(?:auf |von )?(?:der )?(?:un|eu|uk|us)-list(?:en?)?)"  # auf der UN-Liste
    rf"|(?:sdns?|ofac|ofsi|ssi)(?:[ -]list(?:en?)?)?{_MORE}|(?:lists? )?(?:{SDN}|{CONS}|{UN}|{EU}|{UK}))(?![\w'-])",
    re.IGNORECASE,
)
_ONE_LIST = re.compile(rf"(?<![\w'-]){_NAME}", re.IGNORECASE)
_PLAIN_US = re.compile(  # "for us", "the payment to us blocked": whoever asks
    r"(?:by|for|to|with|from|on|in|under|against|off|into) (?-i:us)\b"
    r"(?! (?:\w+ )?(?:sanctions?|lists?|register|government)\b)",
    re.IGNORECASE,
)


def mark_lists(sheet: Sheet) -> None:
    """Mark phrases that name a list by its name, its place or its publisher."""
    sheet.mark_all(Sort.LISTS, _LISTS, _list_keys)


def _list_keys(match: re.Match[str]) -> tuple[str, ...]:
    words = match.group()
    if _PLAIN_US.match(words) or (words.lower() == "us" and not words.isupper()) or words in ("Un", "Eu"):
        return ()
    return list_keys(words)


def only_lists(words: str) -> tuple[str, ...]:
    """The keys of the lists in words that name nothing else ("the EU"); else none."""
    alone = re.fullmatch(rf"(?:(?:on|in|by|under|the|for) )*{_NAME}{_AFTER}{_MORE}", words.strip(), re.IGNORECASE)
    return list_keys(words) if alone else ()


def list_keys(words: str) -> tuple[str, ...]:
    """The keys of the lists named in `words`, in order, once each."""
    keys: list[str] = []
    for one in _ONE_LIST.finditer(re.sub(r"-(?=list)", " ", words, flags=re.IGNORECASE)):  # SDN-Liste
        for name, found in _LIST_NAMES:
            if re.fullmatch(name, one.group(), re.IGNORECASE):
                keys += found
                break
    return tuple(dict.fromkeys(keys))


# Cyrillic letters as they are typed for an option: the sound (Б, Ц) or the look (А, В, С) of the Latin key
_CYRILLIC_KEYS = {"А": "A", "Б": "B", "В": "B", "С": "C", "Ц": "C", "Д": "D", "Е": "E"}
_OPTION_WORD = r"(?:(?:sanctions )?relief )?(?:o[pt]{1,2}[ion]{1,4}s?|opts?\.?|вариант\w*|опци\w+)"
_JOIN = r"(?: ?[,/&+] ?(?:and )?| (?:and|or|vs\.?|versus|v\.?|with|to|against|и|или|с) )"


# "would B free X?", "what's in B?": the capital alone, where a party cannot stand
_BARE_KEY = (
    r"(?i:\b(?:would|does|will|could|did|under|in|by|after|if|once|when|via|what is|what's in|what's|whats in)) "
    r"(?P<keys>(?:KEY)(?:(?:,|,? (?:and|or)| ?/) ?(?:KEY))*)"
    r"(?=[?.!,]*$|,? (?i:(?:do|free|lift|cover|mean|for|include|affect|help|ease|delist|relieve|touch|give|go|pass|"
    r"happen|"
    r"is|are|would|will|could|can|may|does|takes? effect|becomes?)(?:s|es)?\b))"
)


def option_key(typed: str) -> str:
    """A key as typed, in capitals and Latin letters."""
    typed = typed.upper()
    return _CYRILLIC_KEYS.get(typed, typed)


def key_pattern(vocabulary: Vocabulary) -> str:
    """A pattern of what can stand after "option": any letter, or a key that exists."""
    long = sorted((re.escape(k) for k in vocabulary.options if len(k) > 1), key=len, reverse=True)
    return "(?:" + "|".join([*long, "[a-zа-я]"]) + r")(?![\w'])"


def mark_options(sheet: Sheet, vocabulary: Vocabulary) -> None:
    """Mark "option B", "opt b v2", "options A and C". A key that does not exist stays: the answer says so."""
    key = key_pattern(vocabulary)
    # "a" after "and" is more often an article than an option
    more = rf"(?:{_JOIN}(?:{_OPTION_WORD} )?(?!a [a-z]|i ){key})*"
    found = re.compile(
        rf"(?<![\w-])(?:the )?{_OPTION_WORD}(?![^\W_]) ?[#:-]? ?\"?(?P<keys>{key}{more})\"?(?:,? v(?:ersion "
        rf"?)?\.?\d+)?(?![\w-])",
        re.IGNORECASE,
    )
    one = re.compile(rf"(?<![\w]){key}", re.IGNORECASE)
    words = re.compile(
        rf"{_OPTION_WORD} |\b(?:and|or|vs\.?|versus|v\.?|with|to|against|и|или|с)\b (?!$)", re.IGNORECASE
    )

    def keys(match: re.Match[str]) -> tuple[str, ...]:
        first, *rest = _split_keys(match["keys"], words)
        return tuple(dict.fromkeys(option_key(k) for k in [first, *rest] if one.fullmatch(k)))

    sheet.mark_all(Sort.OPTIONS, found, keys)
    if vocabulary.options:
        bare = _BARE_KEY.replace("KEY", "|".join(map(re.escape, vocabulary.options)))
        spans = [
            (m.start("keys"), m.end("keys"), tuple(re.findall(r"\w+", re.sub(r"(?i)\b(?:and|or)\b", "", m["keys"]))))
            for m in re.finditer(bare, sheet.text)
        ]
        sheet.mark(Sort.OPTIONS, spans)


def _split_keys(typed: str, words: re.Pattern[str]) -> list[str]:
    parts = re.split(r" ?[,/&+] ?| ", words.sub(" ", typed))
    return [part for part in parts if part] or [typed]


_PROGRAMS = table("programs")
_ORDER = re.compile(
    r"(?<![\w-])(?:(?:us )?(?:e\. ?o\.?|eo|executive order|exec\.? order|order|указ\w*)[ -]?(?:no\.? ?|"
    r"number |№ ?|# ?)?)(?P<number>\d{5})(?![\w-])",
    re.IGNORECASE,
)
_WORDS = COUNTRIES | set(_PROGRAMS["words"]["words"])
_LONG = 5  # letters of an acronym that is no word in small letters either: "uhrpa", but "tco" only as TCO
_BAN = "(?:sanctions|embargo)"
_THE_PROGRAM = r"(?: (?:sanctions )?program(?:me)?s?\b)?"


def mark_programs(sheet: Sheet, vocabulary: Vocabulary) -> None:
    """Mark tags ("RUSSIA-EO14024"), orders ("EO 14024") and common names ("PEESA") of programs."""
    loose, by_form, bare = _tags(vocabulary.programs)
    low = sheet.text.casefold()
    if not any(word in low for word in _first_words(vocabulary.programs)):
        loose = bare = None  # most messages name no tag, and the patterns of all tags are long
    if loose:
        sheet.mark_all(Sort.PROGRAMS, loose, lambda m: (by_form[re.sub(r"\W", "", m["tag"]).upper()],))
    sheet.mark_all(Sort.PROGRAMS, _ORDER, lambda m: tags_of_order(m["number"], vocabulary))
    for named, tag in _nicknames() if any(word in low for word in _PROGRAMS["first"]["words"]) else ():
        sheet.mark_all(Sort.PROGRAMS, named, lambda m, tag=tag: (tag,))  # type: ignore[misc]
    if bare:
        sheet.mark_all(Sort.PROGRAMS, bare, lambda m: (next(filter(None, m.groups())).upper(),))


@lru_cache(maxsize=4)
def _first_words(programs: tuple[str, ...]) -> frozenset[str]:
    return frozenset(re.split(r"[ -]", tag.casefold())[0] for tag in programs)


@lru_cache(maxsize=4)
def _tags(programs: tuple[str, ...]) -> tuple[re.Pattern[str] | None, dict[str, str], re.Pattern[str] | None]:
    """Patterns of the official tags; what each form stands for; and those that are plain words ("IRAN", "CAR",
    "MAGNIT"), which are programs only beside the word program, as is a short tag in small letters."""
    tags = set(programs)
    plain = {tag for tag in tags if tag.isalpha() and (tag.casefold() in _WORDS or not tag.isupper())}
    loose = "|".join(_loosely(tag) for tag in sorted(tags - plain, key=len, reverse=True))
    words = "|".join(re.escape(tag) for tag in sorted(plain, key=len, reverse=True))
    countries = "|".join(tag for tag in plain if tag.casefold() in COUNTRIES) or r"(?!)"
    shouted = "|".join(re.escape(tag) for tag in sorted(plain, key=len, reverse=True) if tag.isupper()) or r"(?!)"
    short = "|".join(tag for tag in tags - plain if tag.isalpha() and len(tag) < _LONG) or r"(?!)"
    return (
        re.compile(rf"(?<![\w-])(?:the )?(?P<tag>{loose}){_THE_PROGRAM}(?![\w-])", re.IGNORECASE) if loose else None,
        {re.sub(r"\W", "", tag).upper(): tag for tag in tags},
        re.compile(
            rf"(?<![\w-])(?:the )?(?:(?P<a>{words}) program(?:me)?|program(?:me)? (?P<b>{words})"
            rf"|(?<=\bunder )(?P<c>(?-i:{shouted}))|(?<=\bwhat is )(?P<f>(?-i:{shouted})|{short}))(?![\w-])"
            # of a country by its name: "sanctions on Syria", "is Syria still under US sanctions"
            rf"|\b(?:{_BAN} (?:on|against) (?P<d>{countries})|(?P<e>{countries}) (?:still )?(?:under (?:\w+ )?)?{_BAN})"
            r"(?=[?.!,;]|$| (?:still|yet|now|any ?more|today|over|lifted|ended|in force)\b)",
            re.IGNORECASE,
        )
        if words
        else None,
    )


@lru_cache(maxsize=1)
def _nicknames() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(rf"(?<![\w-])(?:the )?(?:{words}){_THE_PROGRAM}(?![\w-])", re.IGNORECASE), tag)
        for tag, words in _PROGRAMS["nicknames"].items()
    )


def _loosely(tag: str) -> str:
    if tag.isalpha() and len(tag) < _LONG:
        return f"(?-i:{tag})"
    return r"[ -]{0,3}".join(re.escape(part) for part in re.split(r"[ -]+", tag))


def tags_of_order(number: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The official tags under an executive order; the order itself where no tag is known, so that it can be said.

    Tags of parties blocked pending investigation (BPI-...) are not programs of their own.
    """
    held = tuple(t for t in vocabulary.programs if t.endswith(f"EO{number}") and not t.startswith("BPI-"))
    return held or tuple(_PROGRAMS["orders"].get(number, ())) or (f"EO{number}",)
