"""The window in which a file of names is given to the bot."""

from __future__ import annotations

from typing import Any

from bot.blocks import inputs, kit

View = dict[str, Any]
CALLBACK = "screen_file"
FILES = "files"
TYPES = ("csv", "tsv", "txt", "xlsx")
MOST = 5
SAYS = (
    "A table with a column of names, and others such as country, birth date, IMO or INN where you have them. The "
    "counts and the file with a verdict beside each row come to you alone, under Messages."
)


def form() -> View:
    """Opened at once: nothing has to be looked up for it."""
    # Ten MB is what Slack takes in a window, as its documentation of the file input element says.
    hint = "CSV or Excel (.xlsx), 10 MB at most. Drop larger ones, up to 100 MB, under Messages."
    return {
        "type": "modal",
        "callback_id": CALLBACK,
        "title": kit.words("Screen a file", kit.VIEW_TITLE),
        "submit": kit.words("Screen", kit.VIEW_TITLE),
        "close": kit.words("Cancel", kit.VIEW_TITLE),
        "blocks": [
            kit.rich(kit.section(kit.run(SAYS))),
            inputs.files(FILES, "Files of names", TYPES, MOST, hint=hint),
        ],
    }
