"""What blocks and elements are made of: texts, options, confirmation dialogs, rich text, table cells."""

from __future__ import annotations

from typing import Any

from bot.workspace.slack.limits import IDENTIFIER
from bot.workspace.slack.rules.shape import (
    Findings,
    Rule,
    at_least_one,
    boolean,
    choice,
    exactly_one,
    integer,
    items,
    number,
    one_of,
    shape,
    string,
)


def text(most: int = 3000, kinds: tuple[str, ...] = ("plain_text", "mrkdwn")) -> Rule:
    plain = shape({"text": string(most)}, {"emoji": boolean})
    marked = shape({"text": string(most)}, {"verbatim": boolean})
    return one_of({kind: {"plain_text": plain, "mrkdwn": marked}[kind] for kind in kinds}, "must be a valid text type")


def plain_text(most: int = 3000) -> Rule:
    return text(most, ("plain_text",))


def unique(kind: str) -> Rule:
    """`action_id` and `block_id`: at most 255 characters, and no two alike in a payload."""
    rule = string(IDENTIFIER)

    def check(value: Any, path: str, findings: Findings) -> None:
        rule(value, path, findings)
        findings.once(kind, value, path)

    return check


CONFIRM = shape(
    {"title": plain_text(100), "text": text(300), "confirm": plain_text(30), "deny": plain_text(30)},
    {"style": choice("primary", "danger")},
)


def option(texts: Rule | None = None) -> Rule:
    return shape(
        {"text": texts or plain_text(75), "value": string(150)},
        {"description": text(75), "url": string(3000)},
    )


OPTIONS = items(option(), 100)
OPTION_GROUPS = items(shape({"label": plain_text(75), "options": OPTIONS}), 100)
MARKED_OPTION = option(text(75))
SLACK_FILE = shape({}, {"id": string(), "url": string(3000)}, exactly_one("id", "url"))
IMAGE_SOURCE = exactly_one("image_url", "slack_file")
IMAGE_ELEMENT = shape({"alt_text": string(2000)}, {"image_url": string(3000), "slack_file": SLACK_FILE}, IMAGE_SOURCE)
FILTER = shape(
    {},
    {
        "include": items(choice("im", "mpim", "private", "public"), 4),
        "exclude_external_shared_channels": boolean,
        "exclude_bot_users": boolean,
    },
    at_least_one("include", "exclude_external_shared_channels", "exclude_bot_users"),
)
DISPATCH = shape({"trigger_actions_on": items(choice("on_enter_pressed", "on_character_entered"), 2)})


def spaced(value: Any, path: str, findings: Findings) -> None:
    """A run of rich text may be a space or a line break alone, never nothing."""
    if not isinstance(value, str) or not value:
        findings.note("must be more than 0 characters", path)


STYLE = shape({}, dict.fromkeys(("bold", "italic", "strike", "code", "underline"), boolean))
STYLED = {"style": STYLE}
INLINE = one_of(
    {
        "text": shape({"text": spaced}, STYLED),
        "link": shape({"url": string(3000)}, {"text": string(), "unsafe": boolean, **STYLED}),
        "user": shape({"user_id": string()}, STYLED),
        "channel": shape({"channel_id": string()}, STYLED),
        "usergroup": shape({"usergroup_id": string()}, STYLED),
        "team": shape({"team_id": string()}, STYLED),
        "emoji": shape({"name": string()}, {"unicode": string(), "skin_tone": integer(1, 6), **STYLED}),
        "broadcast": shape({"range": choice("here", "channel", "everyone")}, STYLED),
        "color": shape({"value": string()}, STYLED),
        "date": shape(
            {"timestamp": integer(0), "format": string()}, {"url": string(3000), "fallback": string(), **STYLED}
        ),
    }
)
RICH_SECTION = shape({"elements": items(INLINE, None, 0)})
BORDER = {"border": integer(0, 1)}
RICH_TEXT_PARTS = items(
    one_of(
        {
            "rich_text_section": RICH_SECTION,
            "rich_text_list": shape(
                {
                    "style": choice("bullet", "ordered"),
                    "elements": items(one_of({"rich_text_section": RICH_SECTION}), None),
                },
                {"indent": integer(0, 8), "offset": integer(0), **BORDER},
            ),
            "rich_text_quote": shape({"elements": items(INLINE, None, 0)}, BORDER),
            "rich_text_preformatted": shape({"elements": items(INLINE, None, 0)}, {"language": string(), **BORDER}),
        }
    ),
    None,
)
RICH_TEXT_VALUE = one_of({"rich_text": shape({"elements": RICH_TEXT_PARTS}, {"block_id": string(IDENTIFIER)})})
RAW_TEXT = shape({"text": spaced})
RAW_NUMBER = shape({"value": number, "text": string()})
CELL = one_of({"raw_text": RAW_TEXT, "raw_number": RAW_NUMBER, "rich_text": shape({"elements": RICH_TEXT_PARTS})})
HEADER_CELL = one_of({"raw_text": RAW_TEXT, "raw_number": RAW_NUMBER}, "header cells must be raw")
