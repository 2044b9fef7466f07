"""What Slack makes of the words that people type, undone."""

from __future__ import annotations

import re

from bot.questions.clean import without_emphasis

_TOKEN = re.compile(r"<([^<>]*)>")
_SPACES = re.compile(r"[ \t\u00a0]+")


def clean(text: str, bot_user: str = "") -> str:
    """The words as typed: mentions of the bot dropped, links and names unwrapped, & < > unescaped, bold undone."""
    unwrapped = _TOKEN.sub(lambda found: _unwrapped(found.group(1), bot_user), text)
    typed = without_emphasis(unwrapped).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return _SPACES.sub(" ", typed).strip()


def _unwrapped(token: str, bot_user: str) -> str:
    target, _, label = token.partition("|")
    if target.startswith("@"):
        if target[1:] == bot_user or not (label or bot_user):  # no more than the bot is told by its key alone
            return " "
        return label or "@somebody"
    if target.startswith("#"):
        return f"#{label}" if label else " "
    if target.startswith("!"):
        return label if target.startswith(("!date", "!subteam")) else " "
    return label or target.removeprefix("mailto:").removeprefix("tel:")
