"""FollowTheMoney JSON lines (entities.ftm.json) and OpenSanctions' targets.simple.csv: any list in either format."""

from __future__ import annotations

from collections.abc import Mapping

from bot.lists.content import Content, whole
from bot.lists.ftm.lines import read_lines
from bot.lists.ftm.simple_csv import read_rows
from bot.lists.guards import decoded
from bot.lists.reading import Progress, Reading, Role, silent

ROLES = (Role("entities", ("entities.ftm.json", "targets.simple.csv"), required=True),)
MAX_BYTES = 600_000_000  # OpenSanctions' whole sanctions collection is 341 MB


def read(key: str, files: Mapping[str, Content], progress: Progress = silent) -> Reading:
    """The listings of a file in either format, told apart by its first character. Raises RefusedEdition."""
    text = decoded("the file", whole(files[ROLES[0].key]), MAX_BYTES)
    if text.lstrip().startswith("{"):
        return Reading(read_lines(key, text, progress))
    return Reading(read_rows(key, text, progress))
