"""Text as typed, made plain: what every door (Slack, terminal, pipe) needs before a question is read."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from bot.questions.data import patterns, table

LONGEST = 4_000  # characters of a question that are read; the rest is ignored

# Typographic forms of the same sign. Word processors and phones put them in; names on lists do not have them.
_FOLDED = str.maketrans({sign: plain for plain, signs in table("signs")["read_as"].items() for sign in signs})
_MARKS = patterns("signs")
_FIGURES = table("signs")["figures"]
_PICTURES = "\u20e3"  # the first that may be a picture of a figure
_ESCAPED = {"amp": "&", "lt": "<", "gt": ">"}


def clean(text: str) -> str:
    """Return `text` on plain terms, at most LONGEST characters.

    Smart quotes and dashes are folded; control, invisible, direction-changing, private and unpaired characters
    go, and so do pictures by their names (:+1:); runs of spaces become one. Line ends stay, since a list is often
    typed one party a line, and so do the tabs of a table. Marks of emphasis about words (*, _, ~, `) go. Slack's own
    escapes are not undone here: the handlers do that.
    """
    # Cut before the work so that a huge text costs nothing; twice the length leaves room for what is dropped.
    text = text[: LONGEST * 2].replace("\r\n", "\n")
    text = _MARKS["pause"].sub(r" \g<0> ", text) if any(map(text.__contains__, ("..", "--", "…", "—"))) else text
    text = text.translate(_FOLDED)
    text = _MARKS["entity"].sub(r"\1\2\3\4", text) if "<" in text else text
    text = _MARKS["escape"].sub(lambda sign: _ESCAPED[sign[1]], text) if "&" in text else text
    named = text.count(":") > 1
    pictured = named or not (text.isascii() or max(text) < _PICTURES)
    text = _MARKS["counting"].sub(_as_figure, text) if pictured else text
    text = _MARKS["picture"].sub(" ", text) if named else text
    if not (text.isascii() and (text.isprintable() or _is_plain(text))):
        text = _MARKS["silent"].sub("ئی", _MARKS["joiner"].sub(" ", text))
        unseen = {ord(char): None for char in set(text) if _is_unseen(char)}
        if "\t" not in text and "  " in text and (gap := _between_columns(text.split("\n"))):
            text = gap.sub("\t", text)
        tab = "\t" if text.count("\t") > 1 and not _MARKS["quoted_tabs"].fullmatch(text) else " "
        text = unicodedata.normalize("NFC", text.translate(unseen | {ord("\t"): tab, ord("\n"): "\n"}))
        text = _MARKS["glued"].sub(" ", text)
    if "  " in text or not text.isprintable():
        text = _MARKS["lines"].sub("\n", _MARKS["spaces"].sub(" ", text))
    return _MARKS["dictated"].sub(_not_spelt_again, without_emphasis(text.strip())[:LONGEST]).rstrip()


def _is_plain(text: str) -> bool:
    """Whether nothing but line ends cannot be printed, and no columns stand there."""
    return "  " not in text and text.replace("\n", "").isprintable()


def _as_figure(picture: re.Match[str]) -> str:
    """A figure in a picture as a mark of a list: "1) "."""
    shown = picture[picture.lastindex or 0]
    return f" {_FIGURES.get(shown, shown)}) "


def _not_spelt_again(said: re.Match[str]) -> str:
    """A word without the letters that spell it again: "Kerimov K E R I M O V"."""
    word, letters = said[1], [char for char in said[2] if char.isalpha()]
    spelt = "".join(letters[: len(word)])
    return word + " " + " ".join(letters[len(word) :]) if spelt.casefold() == word.casefold() else said[0]


def _between_columns(lines: list[str]) -> re.Pattern[str] | None:
    """What parts the cells that stand in lines below each other, if any do: two spaces, as often in each line or where
    one parts the words; else more than part these."""
    gaps = [len(_MARKS["gap"].findall(line.strip())) for line in lines]
    spaces = [len(run) for line in lines for run in _MARKS["spaced"].findall(line)]
    parted = spaces.count(1) * 3 >= spaces.count(2) * 2 or len({gap for gap in gaps if gap}) == 1
    between = _MARKS["gap" if parted else "wider"]
    if sum(bool(between.search(line.strip())) for line in lines) > 1:
        return between
    return _MARKS["before_label"] if len(lines) > 1 else None


def is_cut(cleaned: str) -> bool:
    """Whether a cleaned text may be the beginning of a longer one: clean() ends white space where it cuts."""
    return len(cleaned) >= LONGEST - 1


def without_emphasis(text: str) -> str:
    """A text without the marks that make words bold, slanted, struck or code: *Rosneft*."""
    return _MARKS["emphasis"].sub(r"\2", text) if any(map(text.__contains__, "*_~`")) else text


def clean_name(text: str, after: str) -> str:
    """A name without the marks around it; the full stop of a form ("Ltd.", "S.A.") stays. `after`: the next sign."""
    name = _MARKS["space"].sub(" ", text).strip()
    if after == ")" and name.count("(") > name.count(")"):
        name += ")"
    return name + "." if after == "." and _MARKS["stopped"].search(name) else name


@lru_cache(maxsize=20_000)
def _is_unseen(char: str) -> bool:
    """Control, format (bidi, zero width), surrogate, private and unassigned characters, and variation selectors."""
    return unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn") or "\ufe00" <= char <= "\ufe0f"
