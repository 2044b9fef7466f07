"""Answer -> Message. The verdict comes first, and what does not fit is said."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.answers.document import Act, Action, Answer, Card, Text, Tone, plain
from bot.blocks import kit
from bot.blocks.buttons import Numbers, buttons, elements_of
from bot.blocks.kit import Block, Element

# The mark stands beside the verdict's own words and differs by shape: colour alone says nothing to many readers.
MARKS = {
    Tone.LISTED: "⛔",
    Tone.LIMITED: "🔶",
    Tone.POSSIBLE: "❓",
    Tone.NO_MATCH: "➖",
    Tone.NOT_LOADED: "📭",
    Tone.DRAFT: "📝",
    Tone.NEUTRAL: "",
    Tone.WARNING: "⚠️",
}
_FIRST = (Tone.LISTED, Tone.LIMITED, Tone.POSSIBLE, Tone.WARNING)  # where not all names fit in one message
ITEM = re.compile(r"(• )|\d{1,2}\. ")  # a line that begins so is drawn as an item of a list, bulleted or numbered
HEADLINE = 600
LINE = 1_500
FINE = 900
MORE = 200  # room for the line that says how many lines are left out
LEAST_CARD = 800  # with less room than this a card says too little to be worth showing
LEFT_OUT = 1_500  # room kept for naming the cards that did not fit
SHARED = 250  # room kept for the line that says who shared the answer


@dataclass(frozen=True, slots=True)
class Message:
    """What is sent. `text` states verdict and name by itself: it is all that a phone's notification shows."""

    text: str
    blocks: list[Block]


def render(answer: Answer) -> Message:
    """Draw an answer for a message: at most 50 blocks and 12,000 characters, cut honestly."""
    answer = _one_row(_folded(answer))
    footer = _footer(answer)
    room = kit.MESSAGE_SIZE - kit.weight(footer) - LEFT_OUT - SHARED
    free = kit.MESSAGE_BLOCKS - len(footer) - 2
    cards = answer.cards
    blocks, shown = _fitted(cards, room, free)
    if shown < len(cards) and answer.kind == "screening":  # a listed party is not what is left out
        cards = tuple(sorted(cards, key=lambda card: _FIRST.index(card.tone) if card.tone in _FIRST else len(_FIRST)))
        blocks, shown = _fitted(cards, room, free)
    if shown < len(cards):
        blocks.append(_left_out(cards[shown:]))
    said = _said(answer)
    return Message(said, blocks + footer or [kit.rich(kit.section(kit.run(said)))])


def _fitted(cards: tuple[Card, ...], room: int, free: int) -> tuple[list[Block], int]:
    """The first cards as blocks, as many as fit, and how many those are."""
    numbers = Numbers()
    blocks: list[Block] = []
    tabled = False  # Slack takes one table a message
    shown = 0
    for card, share in zip(cards, _shares([_natural(card) for card in cards], room), strict=False):
        drawn = drawn_card(card, share, numbers, after=shown > 0, with_table=not tabled)
        tabled = tabled or any(block["type"] == "table" for block in drawn)
        if len(blocks) + len(drawn) > free:
            break
        blocks += drawn
        shown += 1
    return blocks, shown


def _folded(answer: Answer) -> Answer:
    """In short, with a button for the rest; whole where there is nothing to ask it again by."""
    if not answer.again or not any(card.more for card in answer.cards):
        return replace(answer, cards=tuple(card.opened for card in answer.cards))
    more = Action(Act.MORE, "More", answer.again, "The whole answer")
    return replace(answer, cards=tuple(card.in_short for card in answer.cards), actions=(more, *answer.actions))


def notice(answer: Answer) -> str:
    """The answer without blocks, for notifications and screen readers: the headlines, then the rest, escaped."""
    return _said(_folded(answer))


def _said(answer: Answer) -> str:
    lines = answer.text.split("\n") if answer.text else []
    if len(answer.cards) > 1:
        lines = [plain(card.headline) for card in answer.cards] + ["", *lines]
    taken: list[str] = []
    used = 0
    for at, line in enumerate(lines):
        said = kit.escape(kit.cut(kit.tidy(line), HEADLINE if at == 0 else LINE))
        used += kit.size(said) + 1
        if used > kit.NOTICE_TEXT - 40:
            taken.append(f"… and {len(lines) - at} more lines.")
            break
        taken.append(said)
    return _by_name("\n".join(taken).strip(), answer) or "There is nothing to show."


def _by_name(said: str, answer: Answer) -> str:
    """With people as Slack shows people, not by their ids, on a phone too."""
    texts = [line for card in answer.cards for line in (card.headline, *card.lines, *card.fine)]
    people = sorted({run.user for line in (*texts, *answer.fine) for run in line if run.user})
    return re.sub(rf"\b({'|'.join(people)})\b", r"<@\1>", said) if people else said


def _natural(card: Card) -> int:
    """What a card wants when nothing is cut; each line is counted as a section of its own, so a little much."""
    drawn = drawn_card(replace(card, lines=()), 10 * kit.MESSAGE_SIZE, Numbers(), after=True)
    every = (*(card.table.lines if card.table else ()), *card.lines)
    lines = sum(kit.weight([kit.section(*_runs(line, LINE))]) for line in every)
    return kit.weight(drawn) + lines + MORE


def _shares(wanted: list[int], room: int) -> list[int]:
    """Room for each card: what it wants where that is little, an equal part of the rest where it is much."""
    count = min(len(wanted), max(1, room // LEAST_CARD)) if sum(wanted) > room else len(wanted)
    shares = [0] * count
    left = room
    for done, at in enumerate(sorted(range(count), key=wanted.__getitem__)):
        shares[at] = min(wanted[at], left // (count - done))
        left -= shares[at]
    return shares


def drawn_card(card: Card, room: int, numbers: Numbers, *, after: bool, with_table: bool = True) -> list[Block]:
    """One card, what does not fit into `room` characters said to be left out."""
    top = kit.section(*_headline(card))
    fine = fine_print(card.fine)
    facts = [kit.fields(card.fields)] if card.fields else []
    room -= kit.weight([kit.rich(top), kit.divider(), *facts, *fine])
    table = _table(card, room * 4 // 5) if with_table else []
    lines = card.lines if table or card.table is None else (*card.table.lines, *card.lines)
    room -= kit.weight(table) if table else 0
    rows = buttons(card.actions, numbers, room * 2 // 3 if lines else room)
    body = _body(lines, room - (kit.weight(rows) if rows else 0))
    if facts or table:
        said = [kit.rich(top), *facts, *table, *([kit.rich(*body)] if body else [])]
    else:
        said = [kit.rich(top, *body)]
    return [*([kit.divider()] if after else []), *said, *fine, *rows]


def _table(card: Card, room: int) -> list[Block]:
    """The table of a card; nothing where it has none, or it is too large to be drawn: then its rows are lines."""
    if card.table is None or len(card.table.rows) > kit.TABLE_ROWS:
        return []
    drawn = [kit.table(card.table.head, card.table.rows)]
    return drawn if kit.weight(drawn) <= room else []


def _headline(card: Card) -> list[Element]:
    mark = MARKS[card.tone]
    strong = any(run.bold for run in card.headline)
    words = tuple(replace(run, bold=run.bold or not strong) for run in card.headline)
    return [*([kit.run(f"{mark} ")] if mark else []), *_runs(words, HEADLINE)]


def _runs(words: Text, limit: int) -> list[Element]:
    """The runs as elements, cut together at `limit`."""
    elements: list[Element] = []
    for run in words:
        if limit < 20:
            elements.append(kit.run("…"))
            break
        said = kit.cut(kit.tidy(run.text), limit)
        limit -= kit.size(said)
        if run.user:
            elements.append({"type": "user", "user_id": run.user})
        elif said:
            elements.append(kit.run(said, bold=run.bold, italic=run.italic, code=run.code, url=run.url))
    return elements or [kit.run(" ")]


def _body(lines: tuple[Text, ...], room: int) -> list[Element]:
    """The lines that fit: sections, and lists where lines begin with a bullet."""
    drawn = [_runs(_without_mark(line), LINE) for line in lines]
    weights = [kit.weight([kit.section(*elements)]) for elements in drawn]
    room -= 0 if sum(weights) <= room else MORE
    body: list[Element] = []
    for at, line in enumerate(lines):
        room -= weights[at]
        if room < 0:
            body.append(_more_lines(len(lines) - at))
            break
        _append_line(body, drawn[at], _style(line))
    return body


def _more_lines(left: int) -> Element:
    said = f"… and {left} more {'line' if left == 1 else 'lines'}: ask about one name, list or period at a time."
    return kit.section(kit.run(said, italic=True))


def _append_line(body: list[Element], elements: list[Element], style: str) -> None:
    """`style` is that of the list that the line is an item of, or ""."""
    last: Element = body[-1] if body else {"type": ""}
    if style and last.get("style") == style:
        last["elements"].append(kit.section(*elements))
    elif style:
        body.append(kit.items(style, kit.section(*elements)))
    elif last["type"] == "rich_text_section":
        last["elements"] += [kit.run_break(), *elements]
    else:
        body.append(kit.section(*elements))


def _style(line: Text) -> str:
    mark = ITEM.match(line[0].text) if line else None
    if mark is None:
        return ""
    return "bullet" if mark.group(1) else "ordered"


def _without_mark(line: Text) -> Text:
    mark = ITEM.match(line[0].text) if line else None
    if mark is None:
        return line
    rest = line[0].text[mark.end() :]
    return (*((replace(line[0], text=rest),) if rest else ()), *line[1:])


def fine_print(lines: tuple[Text, ...]) -> list[Block]:
    """Fine print as one context block. Words are plain_text; only a link's label becomes mrkdwn, escaped."""
    elements: list[Element] = []
    words = ""
    for at, line in enumerate(lines):
        words += "\n" if at and words else ""
        for run in line:
            if run.url and kit.web_address(run.url):
                elements += _words_or_nothing(words, after_link=bool(elements))
                words = ""
                elements.append(kit.mrkdwn_link(run.text, run.url))
            else:
                words += kit.tidy(run.text)
    elements += _words_or_nothing(words, after_link=bool(elements))
    if len(elements) > kit.CONTEXT_ELEMENTS or kit.weight(elements) > 2 * FINE:
        elements = _words_or_nothing("\n".join(kit.tidy(plain(line)) for line in lines))
    return [kit.context(*elements)] if elements else []


def _words_or_nothing(words: str, *, after_link: bool = False) -> list[Element]:
    # Slack sets elements apart, so a full stop after a link would stand alone.
    said = words.strip().lstrip(".,; ") if after_link else words.strip()
    return [kit.paragraph(said, FINE)] if said else []


def _one_row(answer: Answer) -> Answer:
    """With one card alone, what can be done with the card and with the answer stands in one row."""
    if len(answer.cards) != 1:
        return answer
    card = answer.cards[0]
    more = tuple(one for one in answer.actions if one.act is Act.MORE)
    rest = tuple(one for one in answer.actions if one.act is not Act.MORE)
    first = len(card.actions) if len({one.act for one in card.actions}) == 1 else 1  # what is alike stands together
    actions = (*card.actions[:first], *more, *card.actions[first:], *rest)
    if elements_of(actions) > kit.BUTTONS_IN_A_ROW:
        return answer
    return replace(answer, cards=(replace(card, actions=actions),), actions=())


def _footer(answer: Answer) -> list[Block]:
    fine = fine_print(answer.fine)
    numbers = Numbers()
    numbers.last = 900  # after every button of the cards
    rows = buttons(answer.actions, numbers, 3_000)
    return [*rows, *fine]


def _left_out(cards: tuple[Card, ...]) -> Block:
    """Names what did not fit, verdict first, as far as there is room."""
    count = len(cards)
    said = f"And {count} more that {'does' if count == 1 else 'do'} not fit in one message: ask about each by itself."
    room = LEFT_OUT - 400
    items: list[Element] = []
    for card in cards:
        item = kit.section(kit.run(kit.cut(kit.tidy(plain(card.headline)), 150)))
        room -= kit.weight([item])
        if room < 0:
            break
        items.append(item)
    return kit.rich(kit.section(kit.run(said, bold=True)), *([kit.bullets(*items)] if items else []))
