"""Orders that the bot cannot carry out: "freeze the account of X", "X: reject". Whoever gives one must not take
a verdict for what came of it."""

from __future__ import annotations

from bot.questions.composing.acting import ENDS, leads_to_an_order
from bot.questions.composing.seen import Seen
from bot.questions.data import patterns, table
from bot.questions.spotting.lexicon import is_everyday, language_of, lexicon, sets
from bot.questions.spotting.sheet import Row, Sort

_FOREIGN, _ORDER = (patterns("names")[of] for of in ("foreign_verbs", "foreign_order"))
_NOTES = table("acting")["notes"]
_FARTHEST = 10  # words before the verb of an order


def ordered(seen: Seen) -> str:
    """That an order cannot be carried out; "" where none leads, or follows the name and a mark."""
    row = seen.row
    for at, item in enumerate(row.items[:_FARTHEST]):
        if not item.word or (at in seen.named and not (item.small and _is_foreign(item.text))):
            continue
        if _is_of_an_order(row, at, seen.named):
            last = item.small and item.word.endswith("n") and _is_foreign(item.text)  # Konto von X einfrieren
            nouns = {n for n in range(at) if last and row.items[n].capital and "filler" not in row.parts[n]}
            headed = not (last or seen.named.isdisjoint(range(at)) or ENDS.search(row.before(at)))
            said = _NOTES["not_loaded" if _is_of_a_list(row, at) else "not_done"].format(verb=item.text.lower())
            return "" if headed or not leads_to_an_order(row, at, seen.named | nouns) else said
        if row.parts[at] - sets.IDLE:
            break
    return ""


def _is_of_a_list(row: Row, at: int) -> bool:
    """Whether the object of a verb is a list or an edition: "load the EU list"."""
    objects = [item for item in row.items[at + 1 : at + 4] if not item.text.startswith("to ")]
    lists = any(item.sort is Sort.LISTS or {"lists", "sources"} & lexicon().parts(item.word) for item in objects)
    return lists and row.item(at + 1).word not in sets.OURS  # delete my data


def _is_of_an_order(row: Row, at: int, named: set[int]) -> bool:
    """Whether a verb of another act than the bot's stands there, before its object."""
    word, parts, thing = row.items[at].word, lexicon().parts(row.items[at].word), row.item(at + 2).word
    closes = thing in sets.OF_A_CASE
    if not (parts - {"screen"} if closes else parts) <= sets.OF_ORDERS or word in sets.OF_NO_ORDER:
        return False
    if not closes and lexicon().parts(thing) & {"screen", "listed"}:  # perform a check
        return False
    then = row.item(at + 1)
    parted = then.apart or at + 1 == len(row.items)
    if not _is_verb(word):  # bloquer le
        if _is_foreign(row.items[at].text) and not parts & {"deal", "filler"}:
            return parted == word.endswith("n")
        return bool(_FOREIGN.fullmatch(word)) and not parted and then.word in sets.ARTICLES - {"the"}
    led = then.small and then.word != "that" and (then.word in sets.LED_THINGS or "it" in lexicon().parts(then.word))
    if not parted and (then.sort is Sort.LISTS or led):
        return True
    if parts & sets.SURE_ORDERS or parts <= {"ordinary"}:
        goods = lexicon().parts(then.word) == {"deal", "nolabel"}  # freeze account
        return (bool(named) and at > min(named)) if parted else at + 1 in named or goods
    # send X to my boss, report X to OFAC
    last = next((n for n in range(at + 1, len(row.items)) if n not in named), 0)
    return at + 1 in named and not parted and row.item(last).text.split(" ")[0] in ("to", "as")


def _is_foreign(said: str) -> bool:
    """Whether it is a German verb in the infinitive, or a Russian or Ukrainian one in the imperative, told by another
    form: "sperrt", "meldet", "отклонить", "заблокувати"."""
    made = _ORDER.fullmatch(said) if language_of([said], 0) in ("de", "ru", "uk") else None
    return made is not None and any(is_everyday(f"{made[1] or made[2]}{end}".lower()) for end in sets.VERB_ENDS)


def _is_verb(word: str) -> bool:
    """Whether it is an English verb in the form of an order, told by its gerund or past."""
    stem = word.removesuffix("e") if len(word) > 2 and not word.endswith(("ing", "ed")) else ""
    return bool(stem) and any(is_everyday(made + end) for made in (stem, word + word[-1]) for end in ("ing", "ed"))
