"""What somebody dropped or pasted: read from Slack's events, and fetched."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlsplit

import httpx
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.batch.tables import LARGEST
from bot.errors import BadInput, Unreachable
from handlers.slack.work import slack_code

TABLES = frozenset((".csv", ".tsv", ".tab", ".txt", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".numbers"))
MANY = 50  # lines of a message from where on they are a file
_HOSTS = (".slack.com", ".slack-gov.com")
NO_READ = (
    "The file cannot be read: this workspace has not given the bot the permission files:read. An administrator can "
    "add it; on the command line: sanctions-bot screen FILE -o OUT."
)


@dataclass(frozen=True, slots=True)
class Dropped:
    """A file as Slack tells of it. `lines` are those of a list that was pasted instead."""

    name: str
    id: str = ""
    url: str = ""
    size: int = 0
    lines: tuple[str, ...] = ()

    @property
    def result_name(self) -> str:
        """Back comes what came: a workbook for a workbook and for a pasted list, else CSV."""
        path = PurePosixPath(self.name)
        return f"{path.stem or 'names'}-screened{'.xlsx' if self.lines or path.suffix == '.xlsx' else '.csv'}"


def dropped_in(event: Mapping[str, Any], text: str) -> list[Dropped]:
    """The tables of a message; without any, its text where that is a list of more names than one answer tells of."""
    found = [_dropped(each) for each in event.get("files") or () if isinstance(each, dict)]
    tables = [each for each in found if PurePosixPath(each.name).suffix.casefold() in TABLES]
    return tables or _pasted(text)


def _dropped(file: Mapping[str, Any]) -> Dropped:
    name = re.sub(r"[\x00-\x1f/\\]", "_", str(file.get("name") or file.get("title") or "file"))[-100:]
    url = str(file.get("url_private_download") or file.get("url_private") or "")
    size = file.get("size")
    return Dropped(name, str(file.get("id") or ""), url, size if isinstance(size, int) else 0)


def _pasted(text: str) -> list[Dropped]:
    lines = [line.strip(" \t•*-") for line in text.splitlines()]
    names = [line for at, line in enumerate(lines) if line and not (at == 0 and line.endswith(":"))]
    return [Dropped("pasted-names.csv", lines=tuple(names))] if len(names) > MANY else []


def fetch(dropped: Dropped, folder: Path, client: WebClient) -> Path:
    """The file, in this folder. Raises BadInput where it may not be read or is too large, Unreachable."""
    target = folder / dropped.name
    if dropped.lines:
        with target.open("w", encoding="utf-8", newline="") as handle:
            csv.writer(handle).writerows([["name"], *([line] for line in dropped.lines)])
        return target
    if dropped.size > LARGEST:
        raise _too_large(dropped.name)
    _download(dropped.url or _url_of(dropped, client), target, client, dropped.name)
    return target


def _url_of(dropped: Dropped, client: WebClient) -> str:
    """Of a file from another workspace Slack tells the id alone."""
    try:
        file = client.files_info(file=dropped.id).get("file") or {}
    except SlackApiError as error:
        raise BadInput(NO_READ if slack_code(error) == "missing_scope" else "Slack does not give the file.") from error
    return str(file.get("url_private_download") or file.get("url_private") or "")


def _download(url: str, target: Path, client: WebClient, name: str) -> None:
    """Fetch with the bot's token, which goes to Slack's own hosts alone, and to the stand-in that is set."""
    if not _is_slacks(url, client.base_url):
        raise BadInput("The file does not lie with Slack, so it was not fetched. Send it into the conversation itself.")
    headers = {"authorization": f"Bearer {client.token}"}
    try:
        with httpx.stream("GET", url, headers=headers, timeout=60, follow_redirects=False) as response:
            # Without the permission Slack sends its page for signing in.
            is_page = response.headers.get("content-type", "").startswith("text/html")
            if response.is_redirect or is_page or response.status_code in (401, 403):
                raise BadInput(NO_READ)
            if response.status_code != 200:
                raise Unreachable("Slack did not give the file. Please send it again in a minute.")
            _write(response, target, name)
    except httpx.HTTPError as error:
        raise Unreachable("Slack did not give the file. Please send it again in a minute.") from error


def _write(response: httpx.Response, target: Path, name: str) -> None:
    held = 0
    with target.open("wb") as handle:
        for part in response.iter_bytes():
            held += len(part)
            if held > LARGEST:
                raise _too_large(name)
            handle.write(part)


def _too_large(name: str) -> BadInput:
    return BadInput(f"{name} is larger than the {LARGEST / 1e6:,.0f} MB that a file of names may have. Divide it.")


def _is_slacks(url: str, base_url: str) -> bool:
    asked, own = urlsplit(url), urlsplit(base_url)
    if (asked.scheme, asked.netloc) == (own.scheme, own.netloc) and asked.netloc:
        return True
    return asked.scheme == "https" and (asked.hostname or "").endswith(_HOSTS) and asked.username is None
