"""The documents name what there is, and nothing else."""

from __future__ import annotations

import json
import re

from bot.cli import WHERE
from bot.config import Config, setting_rows
from tests.conftest import ROOT


def read(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def test_every_command_stands_in_the_readme() -> None:
    named = set(re.findall(r"`(\w+)(?: \w+)*`", read("README.md").split("## Commands")[1].split("## A tour")[0]))
    assert set(WHERE) <= named


def test_every_setting_stands_in_the_operators_guide() -> None:
    guide = read("docs/operating.md")
    missing = [variable for variable, *_ in setting_rows(Config()) if f"`{variable}`" not in guide]
    assert missing == []


def test_every_scope_of_the_manifest_is_explained() -> None:
    scopes = json.loads(read("bot/data/manifest.json"))["oauth_config"]["scopes"]["bot"]
    guide = read("docs/install-in-slack.md")
    assert [scope for scope in scopes if f"`{scope}`" not in guide] == []


def test_links_between_documents_lead_somewhere() -> None:
    for path in ("README.md", *(str(p.relative_to(ROOT)) for p in (ROOT / "docs").glob("*.md"))):
        folder = (ROOT / path).parent
        for target in re.findall(r"\]\(([^)#:]+)\)", read(path)):
            assert (folder / target).exists(), f"{path} links to {target}"


def test_the_procfile_runs_commands_that_there_are() -> None:
    for line in read("Procfile").splitlines():
        command = line.split(": sanctions-bot ")[1].split()[0]
        assert command in WHERE
