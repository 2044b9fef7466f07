"""What a question can name beside parties: lists and laws, options, programs, measures, identifiers; and where
a country is what a party is of ("Acme Ltd, Cyprus", "a Russian citizen", "из России")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache, partial

from bot.questions.ask import Vocabulary
from bot.questions.data import NEVER, any_of, patterns, standing_apart, table
from bot.questions.spotting.days import YEAR, read_day
from bot.questions.spotting.lexicon import KINDS, WORD, folded, is_everyday, lexicon, sets
from bot.questions.spotting.places import COUNTRIES, OF_PEOPLES, PEOPLE, PEOPLES, Country, countries_in, country_of
from bot.questions.spotting.sheet import Beginnings, Sheet, Sort, beginnings
from bot.sanctions.countries import country_of_code
from bot.screening.words.identifiers import NUMBER_LABELS, NUMBERED

_MADE = patterns("items")["made"]


@lru_cache(maxsize=20_000)
def made_of(said: str) -> str:
    """The name that a word is made of, "Wagner-linked", "pro-Wagner", with what is no part of a name about it; "" for
    others: "Alfa-bank", "Kim Jong-nam", "state-owned", "US-listed", "Beirut-based"."""
    match = _MADE.fullmatch(said)
    if match is None or not (match["lead"] or match["tail"]):
        return ""
    name, word, tail = match["name"], folded(match["name"]), match["tail"] or ""
    done = tail.islower() and (tail in sets.PARTICIPLES or (tail.endswith("ed") and is_everyday(tail)))
    plain = name.islower() or said[0].isupper() * bool(match["lead"])
    placed = tail in sets.PLACED or word in PEOPLES or country_of(name, single=True)
    if (tail and not done) or (plain and is_everyday(word)) or lexicon().plays(word) or placed:
        return ""
    return name


_OF_KINDS = any_of(word for word in KINDS if word.endswith("s") or word in ("people", "staff"))
_LISTS = patterns("lists", of_kinds=_OF_KINDS, of_peoples=f"(?:{any_of(PEOPLES)})s")
_OF_OTHERS, _OF_LAWS = (beginnings(table("lists")[said]) for said in ("of_others", "of_laws"))
_PROGRAMS, _OF_LISTS = table("programs"), frozenset(table("lists")["telling"])
_OF_FLAGS = beginnings(["flagged", "based", "registered"])
_OF_PUBLISHERS = beginnings(said for row in table("lists")["publisher"] for said in row["words"].split("|"))

# In a list of crews, before a day of birth: "Santos Juan PHL 03.04.1980".
_CODE_OF_A_COUNTRY = re.compile(
    rf"(?<=[ ,;|\t])[A-Z]{{3}}(?=[ ,;|\t]{{0,3}}(?:[a-z]{{3,5}}:? )?[{Sort.DATE.value}{Sort.BORN.value}])"
)

_OF_DAYS = (Sort.DATE, Sort.BORN)


def mark_lists(sheet: Sheet) -> None:
    """Mark phrases that name a list by its name, its place or its publisher; countries; and behind all that is known
    lists that no reader knows, and laws, by their names."""
    plain_us = _LISTS["plain_us"].match
    if sheet.may_hold(_OF_LISTS):
        sheet.mark_all(Sort.LISTS, _LISTS["listed_by"], lambda m: list_keys(m["by"] or m["of"]))
        sheet.mark_all(Sort.COUNTRY, _LISTS["of_the_us"], lambda m: Country("United States", True))
        sheet.mark_all(Sort.LISTS, _LISTS["phrase"], lambda m: not plain_us(m.group()) and list_keys(m.group()))
    sheet.mark_all(Sort.LISTS, _LISTS["of_a_country"], _publisher_keys, _OF_PUBLISHERS)
    sheet.mark_all(Sort.COUNTRY, PEOPLE, lambda m: Country(PEOPLES[m["people"].casefold()], True), OF_PEOPLES)
    sheet.mark_all(Sort.COUNTRY, _LISTS["flagged"], _flag, _OF_FLAGS)
    if any(span.sort in _OF_DAYS for span in sheet.spans):
        sheet.mark_all(Sort.COUNTRY, _CODE_OF_A_COUNTRY, _of_code)
    sheet.mark(Sort.COUNTRY, countries_in(sheet.text))
    sheet.mark_all(Sort.OTHER_LIST, _LISTS["other"], _other_list, _OF_OTHERS)
    sheet.mark_all(Sort.LAW, _LISTS["law"], _law, _OF_LAWS)


def _of_code(match: re.Match[str]) -> Country | None:
    name = country_of_code(match.group())
    return Country(name, False, code=True) if name else None


def _flag(match: re.Match[str]) -> Country | None:
    name = "United States" if match.group() == "US" else country_of(match.group(), single=True)
    return Country(name, False) if name else None


def _other_list(match: re.Match[str]) -> str:
    """What such a list is called; "" where the words go on to something else ("in the Duma who are on a list"), or name
    a list of another sort ("the White House list", "my Watch List")."""
    words = [folded(word) for word in WORD.findall(match["called"])]
    parts = lexicon().longest(words, 0)[1] | {part for word in words[:-1] for part in lexicon().parts(word)}
    own = len(words) == 2 and "filler" in lexicon().parts(words[0])  # "the Full List"
    known = parts & {"reallist", "watches", "watch", "listed", "options", "relief", "digest", "license"}
    return "" if own or known else match["called"]


def _law(match: re.Match[str]) -> str:
    words, beside = ([folded(word) for word in WORD.findall(said)] for said in (match.group(), match.string))
    paid = words[-1] == "bill" and any(lexicon().parts(word) & {"deal", "permission"} for word in beside)
    return "" if paid else match.group()


def _publisher_keys(match: re.Match[str]) -> tuple[str, ...]:
    rows = table("lists")["publisher"]
    return tuple(key for row in rows if standing_apart(row["words"]).search(match.group()) for key in row["keys"])


def only_lists(words: str) -> tuple[str, ...]:
    """The keys of the lists in words that name nothing else ("the EU"); else none."""
    return list_keys(words) if _LISTS["alone"].fullmatch(words.strip()) else ()


@lru_cache(maxsize=1_000)
def list_keys(words: str) -> tuple[str, ...]:
    """The keys of the lists named in `words`, in order, once each."""
    keys: list[str] = []
    for one in _LISTS["one"].finditer(re.sub(r"-(?=\w*list)", " ", words, flags=re.IGNORECASE)):  # SDN-Liste
        named = (row["keys"] for row in table("lists")["list"] if re.fullmatch(row["words"], one.group(), re.I))
        keys += next(named, ())
    return tuple(dict.fromkeys(keys))


# Cyrillic letters as they are typed for an option: the sound (Б, Ц) or the look (А, В, С) of the Latin key
_CYRILLIC_KEYS = {"А": "A", "Б": "B", "В": "B", "С": "C", "Ц": "C", "Д": "D", "Е": "E"}


def option_key(typed: str) -> str:
    """A key as typed, in capitals and Latin letters."""
    typed = typed.upper()
    return _CYRILLIC_KEYS.get(typed, typed)


def mark_options(sheet: Sheet, vocabulary: Vocabulary) -> None:
    """Mark "option B", "opt b v2", "options A and C". A key that does not exist stays: the answer says so."""
    said, begun = _of_options(vocabulary.options)

    def keys(match: re.Match[str]) -> tuple[str, ...]:
        every = said["one"].findall(said["between"].sub(" ", match["keys"]))
        typed = [key.upper() for key in every]
        third = "В" in typed and _SECOND.search(sheet.whole)  # of А, Б, В
        return tuple(dict.fromkeys("C" if third and key == "В" else option_key(key) for key in typed))

    sheet.mark_all(Sort.OPTIONS, said["named"], keys, _OF_OPTIONS)
    if sheet.may_hold(begun):
        sheet.mark_all(Sort.OPTIONS, said["whose"], keys)
        for bare in ("bare", "does", "small"):
            sheet.mark(Sort.OPTIONS, [(*m.span("keys"), keys(m)) for m in said[bare].finditer(sheet.text)])


_OF_OPTIONS = frozenset(table("options")["telling"])
_SECOND = re.compile(r"(?<!\w)[Бб](?!\w)")


@lru_cache(maxsize=4)
def _of_options(options: tuple[str, ...]) -> tuple[Mapping[str, re.Pattern[str]], Beginnings]:
    long = any_of(key for key in options if len(key) > 1)
    said = patterns("options", known=any_of(options), key=rf"(?:{long}|[a-zа-я])(?!\w|'(?!s\b))")
    return said, beginnings(options)


_PROGRAM = r"(?: (?:sanctions )?program(?:me)?s?\b)?"
# patterns of what programs are called, and their tags
_CALLED_BY = _PROGRAMS["nicknames"].items()
_NICKNAMES = [  # tags that a name stands for: MAGNIT/GLOMAG
    (standing_apart(f"(?:the )?(?:{words}){_PROGRAM}", r"\w-"), (*tags.split("/"),)) for tags, words in _CALLED_BY
]
_NICKNAMED = beginnings(_PROGRAMS["first"]["words"])
_ORDER = re.compile(r"\d{5}")
_WORDS = COUNTRIES | set(_PROGRAMS["words"]["words"])
_LONG = 5  # letters of an acronym that is no word in small letters either: "uhrpa", but "tco" only as TCO


def mark_programs(sheet: Sheet, vocabulary: Vocabulary) -> None:
    """Mark tags ("RUSSIA-EO14024"), orders ("EO 14024") and common names ("PEESA") of programs."""
    said, by_form, begun = _tags(vocabulary)

    def order(match: re.Match[str]) -> tuple[str, ...]:
        return tags_of_order(match["number"], vocabulary) if match["number"] else _held_under(match["bare"], vocabulary)

    def plain(match: re.Match[str]) -> tuple[str, ...]:
        form = _form(next(filter(None, match.groups())))
        return (by_form.get(form, form),)

    for named, tag in _NICKNAMES if sheet.may_hold(_NICKNAMED) else ():
        sheet.mark_all(Sort.PROGRAMS, named, lambda m, tag=tag: tag)  # type: ignore[misc]
    may_be_tagged = sheet.may_hold(begun)
    if may_be_tagged:
        sheet.mark_all(Sort.PROGRAMS, said["tag"], lambda m: (by_form[_form(m["tag"])],))
    if _ORDER.search(sheet.text):
        sheet.mark_all(Sort.PROGRAMS, said["order"], order)
        if any(span.sort is Sort.PROGRAMS for span in sheet.spans):
            sheet.mark_all(Sort.PROGRAMS, said["number"], lambda m: _held_under(m.group(), vocabulary))
    if may_be_tagged:
        sheet.mark_all(Sort.PROGRAMS, said["plain"], plain)
        if any(span.sort is Sort.PROGRAMS for span in sheet.spans):
            sheet.mark_all(Sort.PROGRAMS, said["joined"], plain)


def _form(tag: str) -> str:
    return re.sub(r"\W", "", tag).upper()


@lru_cache(maxsize=4)
def _tags(vocabulary: Vocabulary) -> tuple[Mapping[str, re.Pattern[str]], Mapping[str, str], Beginnings]:
    """Patterns of the official tags, what each form stands for, and how they begin. Those that are plain words, too, or
    a party's name (Al-Qaida) are programs only beside the word program, as is a short tag in small letters."""
    tags = set(vocabulary.programs)
    letters = (tag for tag in tags if re.sub("[ -]", "", tag).isalpha())
    plain = {tag for tag in letters if ("-" not in tag and tag.casefold() in _WORDS) or tag[-1:].islower()}
    said = patterns(
        "programs",
        loose="|".join(_loosely(tag) for tag in sorted(tags - plain, key=len, reverse=True)) or NEVER,
        words=_spaced(plain),
        names=_spaced(tag for tag in plain if tag.casefold() not in COUNTRIES and not tag.isupper()),
        countries=any_of(tag for tag in plain if tag.casefold() in COUNTRIES),
        shouted=any_of(tag for tag in plain if tag.isupper()),
        short=any_of(tag for tag in tags - plain if tag.isalpha() and len(tag) < _LONG),
    )
    by_form = {_form(tag): tag for tag in sorted(tags, key=str.isupper)}  # IRAN before Iran
    return said, by_form, beginnings((*vocabulary.programs, *by_form))


def _spaced(tags: Iterable[str]) -> str:
    return any_of(tags).replace(r"\-", "[ -]")


def _loosely(tag: str) -> str:
    if tag.isalpha() and len(tag) < _LONG:
        return f"(?-i:{tag})"
    return r"[ -]{0,3}".join(re.escape(part) for part in re.split(r"[ -]+", tag))


def tags_of_order(number: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The official tags under an executive order; the order itself where no tag is known, so that it can be said."""
    return _held_under(number, vocabulary) or (f"EO{number}",)


def _held_under(number: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The tags; those of parties blocked pending investigation (BPI-...) are not programs of their own."""
    held = tuple(t for t in vocabulary.programs if t.endswith(f"EO{number}") and not t.startswith("BPI-"))
    return held or tuple(_PROGRAMS["orders"].get(number, ()))


_MEASURES, _OTHER = table("measures"), patterns("measures")["other"]
_CALLED = [(standing_apart(f"(?:the )?(?:{one['words']})", r"\w-"), one["ids"]) for one in _MEASURES["measure"]]


def mark_measures(sheet: Sheet, vocabulary: Vocabulary) -> None:
    """Mark measures by id, by title and by what people call them. Several ids where the words fit several."""
    low, (begun, by_id) = sheet.text.casefold(), _by_id(vocabulary)
    said = by_id if sheet.may_hold(begun) else []
    for called, ids in said + _CALLED if any(map(low.__contains__, _MEASURES["telling"])) else said:
        sheet.mark_all(Sort.MEASURES, called, partial(_measure_ids, ids=ids, known=vocabulary.measures))


def _measure_ids(match: re.Match[str], ids: list[str], known: Mapping[str, str]) -> tuple[str, ...]:
    """The measures that words call; none where they go on to something that no measure here caps."""
    if _OTHER.match(match.string, match.end()):
        return ()
    groups = match.groupdict()
    every = (mid.format(n=groups.get("n") or groups.get("m")) for mid in ids)
    return tuple(mid for mid in every if not known or mid in known)


@lru_cache(maxsize=4)
def _by_id(vocabulary: Vocabulary) -> tuple[frozenset[str], list[tuple[re.Pattern[str], list[str]]]]:
    """Beginnings and patterns of ids and titles. Kept: they change once an edition, and every question reads them."""
    titles = vocabulary.measures.items()
    forms = {mid: [said for said in (mid, title, title.split(" (")[0]) if len(said) > 11] for mid, title in titles}
    begun = beginnings(max(re.split(r"\W", said), key=len) for every in forms.values() for said in every)
    return begun, [(standing_apart(any_of(every), r"\w-"), [mid]) for mid, every in forms.items() if every]


_IDENTIFIERS, _FACTS = table("identifiers"), patterns("identifiers")
_SAID = [(kind, standing_apart(f"(?:with )?(?:{said})", r"\w-")) for kind, said in _IDENTIFIERS["said"].items()]
_BARE = [(kind, standing_apart(bare, r"\w-", re.NOFLAG)) for kind, bare in _IDENTIFIERS["bare"].items()]
_TELLING = {kind: frozenset(said) for kind, said in _IDENTIFIERS["telling"].items()}
_TELLING_ANY = frozenset().union(*_TELLING.values())
# D.N.I.: of its words the first is a letter
_LABELS = {kind: [label for of, label in NUMBER_LABELS if of == kind] for kind, _ in NUMBERED}
_LABELLED = {kind: beginnings(own) | {label[:1] for label in own} for kind, own in _LABELS.items()}
_LABELLED_ANY = frozenset().union(*_LABELLED.values())
_OF_LETTERS, _CAPITALS = [each for each in _BARE if each[0] == "bic"], re.compile("[A-Z]{6}")
_MAY_BE_BARE = re.compile(r"(?<!\w)(?:(?=\w{7})[^\W\d]*\d|\w{3}\.\d)")


def kind_of_identifier(said: str) -> str:
    """The kind of a number that stands by itself with what it is, if it tells a party from others and is no account's
    nor another's, as a wallet and a bank's code may be: INN 7707011088."""
    kinds = (kind for kind, one in _SAID if kind not in ("wallet", "bic") and one.fullmatch(said))
    return next(kinds, "") if any(map(str.isdigit, said)) else ""


def mark_facts(sheet: Sheet) -> None:
    """Mark dates of birth, identifiers that say what they are ("IMO 9253325"), and numbers that can be nothing else."""
    said = [each for each in _SAID if sheet.may_hold(_TELLING[each[0]])] if sheet.may_hold(_TELLING_ANY) else []
    if sheet.has_digits and sheet.may_hold(_LABELLED_ANY):
        said += [each for each in NUMBERED if sheet.may_hold(_LABELLED[each[0]])]
    for kind, pattern in said:
        sheet.mark(Sort.NUMBER, _numbers(kind, pattern, sheet.text))
    if sheet.has_digits:
        sheet.mark_all(Sort.ASIDE, _FACTS["aside"], lambda m: m.group())
        if YEAR.search(sheet.text):
            sheet.mark_all(Sort.BORN, _FACTS["born"], lambda m: read_day(m[m.lastgroup or 0]))
    bare = _BARE if sheet.has_digits and _MAY_BE_BARE.search(sheet.text) else _OF_LETTERS
    for kind, pattern in bare if bare is _BARE or _CAPITALS.search(sheet.text) else []:
        sheet.mark(Sort.NUMBER, _numbers(kind, pattern, sheet.text))


def _numbers(kind: str, pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int, tuple[str, str]]]:
    for match in pattern.finditer(text):
        if kind == "bic" and "v" not in pattern.groupindex:
            before = text[max(0, match.start() - 40) : match.start()]  # AKTSIONERNOE OBSHCHESTVO: words of a name
            if _FACTS["shout_before"].search(before) or _FACTS["shout_after"].match(text, match.end()):
                continue
        for number in filter(None, match.groupdict().values() or [match.group()]):
            yield *match.span(), (kind, number if kind == "wallet" else number.upper())
