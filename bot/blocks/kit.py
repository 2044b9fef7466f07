"""Slack's limits and escaping, in one place.

Names from published lists are data. Wherever Slack has an element without markup (rich_text, plain_text) they go
there as they are; only `escape` may put them into mrkdwn. Limits: docs.slack.dev/reference/block-kit.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote, urlsplit

Block = dict[str, Any]
Element = dict[str, Any]

MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
# Slack answers msg_blocks_too_long at about 13,200 characters, containers counted (bolt-js#2509, #2867).
MESSAGE_SIZE = 12_000
NOTICE_TEXT = 3_000  # `text`: phones show it, screen readers read it
PLAIN_TEXT = 3_000
HEADER_TEXT = 150
BUTTON_TEXT = 75
BUTTON_VALUE = 2_000
MENU_CHOICES = 5
MENU_VALUE = 150
ACCESSIBILITY_LABEL = 75
URL = 3_000
CONTEXT_ELEMENTS = 10
BUTTONS_IN_A_ROW = 5  # more wrap badly on a phone
FIELDS = 10
FIELD = 200
TABLE_ROWS = 30  # more make nobody wiser; Slack takes 100
VIEW_TITLE = 24
CONFIRM_TITLE = 100
CONFIRM_TEXT = 300
CONFIRM_BUTTON = 30
PRIVATE_METADATA = 3_000

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
# Embeddings, overrides, isolates and marks: one of them in a name turns round everything that follows it.
_DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SURROGATES = re.compile("[\ud800-\udfff]")
# Slack reads * _ ~ as markup at the edge of a word only; a code span, a mention and an emoji code wherever they are.
_MARKUP = re.compile(r"(?<![^\W_])[*_~]|[*_~](?![^\W_])|`|@(?=here|channel|everyone)|:(?=[A-Za-z0-9_+'-]+:)")
_JOINERS = "\u200d\ufe0e\ufe0f"
_ZERO_WIDTH = "\u200b"


def tidy(words: str) -> str:
    """One line of words without what cannot be seen: control characters (line ends too, or a name could forge a line
    of ours), direction overrides, halves of surrogate pairs."""
    return _SURROGATES.sub("\ufffd", _DIRECTIONS.sub("", _CONTROLS.sub(" ", words)))


def size(words: str) -> int:
    """Length in UTF-16 units, never less than Slack can count."""
    return len(words) + sum(ord(letter) > 0xFFFF for letter in words)


def cut(words: str, limit: int) -> str:
    """At most `limit` UTF-16 units; what is over is cut at a word, with an ellipsis and how much was left out."""
    if size(words) <= limit:
        return words
    tail = f"… (+{size(words):,} characters)" if limit >= 60 else "…"
    room = limit - size(tail)
    kept = _fitting(words, room)
    at_word = kept.rfind(" ")
    if at_word > len(kept) // 2:
        kept = kept[:at_word]
    kept = kept.rstrip()
    if limit < 60:
        return kept + tail
    return f"{kept}… (+{size(words) - size(kept):,} characters)"


def _fitting(words: str, room: int) -> str:
    """The longest beginning of at most `room` units that does not end inside a joined emoji or an accented letter."""
    used = 0
    for at, letter in enumerate(words):
        used += 2 if ord(letter) > 0xFFFF else 1
        if used > room:
            while at > 0 and (words[at] in _JOINERS or words[at - 1] == "\u200d" or _combines(words[at])):
                at -= 1
            return words[:at]
    return words


def _combines(letter: str) -> bool:
    return "\u0300" <= letter <= "\u036f"


def escape(words: str) -> str:
    """Words that show in mrkdwn as they are written: no mention, link, emoji, bold or code comes of them.

    The three characters that Slack names are escaped; the marks that it reads as markup are set between zero-width
    spaces, so that none of them stands at the edge of a word (docs.slack.dev/messaging/formatting-message-text).
    """
    entities = tidy(words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MARKUP.sub(lambda found: f"{_ZERO_WIDTH}{found.group()}{_ZERO_WIDTH}", entities)


def web_address(url: str) -> str:
    """The address if it is one that a link may have (http or https, no control characters), else ""."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.netloc or tidy(url) != url:
        return ""
    safe = quote(url.strip(), safe=":/?#[]@!$&'()*+,;=%-._~")
    return safe if len(safe) <= URL else ""


def words(text: str, limit: int = PLAIN_TEXT) -> Element:
    """A plain_text object: no markup, no emoji codes."""
    return {"type": "plain_text", "text": cut(tidy(text), limit) or " ", "emoji": False}


def paragraph(text: str, limit: int = PLAIN_TEXT) -> Element:
    """As `words`, with its line ends kept: for text whose lines are ours."""
    lines = "\n".join(tidy(line) for line in text.split("\n"))
    return {"type": "plain_text", "text": cut(lines, limit) or " ", "emoji": False}


def run_break() -> Element:
    """A new line inside a rich_text section."""
    return {"type": "text", "text": "\n"}


def run(text: str, *, bold: bool = False, italic: bool = False, code: bool = False, url: str = "") -> Element:
    """One rich_text element. Its text needs no escaping: rich_text knows no markup in words."""
    style = {name: True for name, on in (("bold", bold), ("italic", italic), ("code", code)) if on}
    address = web_address(url) if url else ""
    element: Element = {"type": "link", "url": address} if address else {"type": "text"}
    element["text"] = tidy(text) or " "  # Slack refuses an empty one
    if style:
        element["style"] = style
    return element


def rich(*parts: Element) -> Block:
    return {"type": "rich_text", "elements": list(parts)}


def section(*runs: Element) -> Element:
    return {"type": "rich_text_section", "elements": list(runs)}


def items(style: str, *sections: Element) -> Element:
    """A list; `style` is bullet or ordered."""
    return {"type": "rich_text_list", "style": style, "elements": list(sections)}


def bullets(*sections: Element) -> Element:
    return items("bullet", *sections)


def fields(pairs: Iterable[tuple[str, str]]) -> Block:
    """Label over value, two beside each other on a wide screen: at most ten."""
    said = [f"*{escape(label)}*\n{escape(cut(value, FIELD))}" for label, value in pairs][:FIELDS]
    return {"type": "section", "fields": [{"type": "mrkdwn", "text": one, "verbatim": True} for one in said]}


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Block:
    """A table; its head in bold, every cell wrapped. A message holds one."""
    top = [rich(section(run(word, bold=True))) for word in head]
    body = [[{"type": "raw_text", "text": tidy(cell) or " "} for cell in row] for row in rows]
    return {"type": "table", "rows": [top, *body], "column_settings": [{"is_wrapped": True} for _ in top]}


def header(text: str) -> Block:
    return {"type": "header", "text": words(text, HEADER_TEXT)}


def divider() -> Block:
    return {"type": "divider"}


def context(*elements: Element) -> Block:
    return {"type": "context", "elements": list(elements[:CONTEXT_ELEMENTS])}


def mrkdwn_link(label: str, url: str) -> Element:
    """A link for a context block, the only place where words of ours become mrkdwn. `url` must be a web address."""
    address = web_address(url).replace("|", "%7C")
    return {"type": "mrkdwn", "text": f"<{address}|{escape(cut(label, 200))}>", "verbatim": True}


def button(
    action_id: str,
    label: str,
    *,
    value: str = "",
    url: str = "",
    says: str = "",
    confirm: str = "",
    style: str = "",
) -> Element:
    """A button. `says` is for screen readers, where the label alone could mean several things; `confirm` is asked back
    before the press counts; `style` is primary, danger or none."""
    element: Element = {"type": "button", "action_id": action_id, "text": words(label, BUTTON_TEXT)}
    if value:
        element["value"] = _SURROGATES.sub("\ufffd", value)
    if url:
        element["url"] = url
    if says:
        element["accessibility_label"] = cut(tidy(says), ACCESSIBILITY_LABEL)
    if style:
        element["style"] = style
    if confirm:
        element["confirm"] = {
            "title": words(label, CONFIRM_TITLE),
            "text": words(confirm, CONFIRM_TEXT),
            "confirm": words(label, CONFIRM_BUTTON),
            "deny": words("Cancel", CONFIRM_BUTTON),
            **({"style": style} if style else {}),
        }
    return element


def menu(action_id: str, choices: Iterable[tuple[str, str]]) -> Element:
    """The menu of further actions, label and value of each: at most five, and a value of 150 characters."""
    options = [{"text": words(label, BUTTON_TEXT), "value": value} for label, value in choices]
    return {"type": "overflow", "action_id": action_id, "options": options[:MENU_CHOICES]}


def rows(buttons: list[Element]) -> list[Block]:
    """Buttons in rows that a phone can show."""
    return [
        {"type": "actions", "elements": buttons[at : at + BUTTONS_IN_A_ROW]}
        for at in range(0, len(buttons), BUTTONS_IN_A_ROW)
    ]


def weight(blocks: list[Block]) -> int:
    """What the blocks count against MESSAGE_SIZE: the JSON as sent, in UTF-16 units."""
    return size(json.dumps(blocks, ensure_ascii=False, separators=(",", ":")))
