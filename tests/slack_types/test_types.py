"""Slack's own types, by the TypeScript compiler: fields, text types and elements that other checks let pass."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from bot.blocks.details import details, loading
from bot.blocks.errors import shared_by, sorry
from bot.blocks.home import HomePage, Watched, home
from bot.blocks.render import render
from bot.sanctions.listing import Party
from bot.sanctions.standing import Standing
from handlers.desk import Asker
from tests.blocks.samples import BY_KIND, HOSTILE, SOURCES, naming
from tests.builders import a_listing, a_person
from tests.handlers.slack.desks import QUESTIONS, a_shipped_front

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def compiler() -> Path:
    tsc = HERE / "node_modules" / ".bin" / "tsc"
    if not shutil.which("node"):
        pytest.skip("node is not here, so the payloads were not checked against @slack/types")
    if not tsc.exists():
        npm = shutil.which("npm")
        if not npm:
            pytest.skip("npm is not here, so the payloads were not checked against @slack/types")
        command = [npm, "ci", "--no-audit", "--no-fund", "--fetch-retries=0", "--fetch-timeout=20000"]
        try:
            done = subprocess.run(command, cwd=HERE, capture_output=True, text=True, timeout=90, check=False)
        except subprocess.TimeoutExpired:
            pytest.skip("npm ci took too long, so the payloads were not checked against @slack/types")
        if done.returncode or not tsc.exists():
            pytest.skip("npm ci could not reach a registry, so the payloads were not checked against @slack/types")
    return tsc


def compiled(compiler: Path, folder: Path, declarations: list[str]) -> str:
    """What the compiler has against the declarations; "" when nothing."""
    lines = ['import type { HomeView, KnownBlock, ModalView } from "@slack/types";', *declarations]
    source = folder / "payloads.ts"
    source.write_text("\n".join(lines), encoding="utf-8")
    options = {
        "compilerOptions": {
            "strict": True,
            "noEmit": True,
            "skipLibCheck": True,
            "module": "nodenext",
            "moduleResolution": "nodenext",
            "types": [],
            "paths": {"@slack/types": [str(HERE / "node_modules" / "@slack" / "types")]},
        },
        "files": [str(source)],
    }
    (folder / "tsconfig.json").write_text(json.dumps(options), encoding="utf-8")
    done = subprocess.run([compiler, "-p", folder], capture_output=True, text=True, timeout=120, check=False)
    return done.stdout + done.stderr


def declared(number: int, kind: str, payload: object) -> str:
    return f"export const p{number}: {kind} = {json.dumps(payload)};"


def test_every_payload_is_what_slacks_types_allow(compiler: Path, tmp_path: Path):
    messages = [render(answer) for answer in BY_KIND.values()]
    messages += [render(naming(name)) for name in HOSTILE]
    front = a_shipped_front(tmp_path)
    messages += [render(front.answer(front.understand(words), Asker("T", "U", "U"))) for words in QUESTIONS]
    messages += [sorry("Something went wrong.", "abcd1234"), shared_by(messages[0], "U123")]
    party = Party("ofac-17022", (a_listing(url="https://sanctionssearch.ofac.treas.gov/"), a_person()))
    watched = [Watched("Rosneft", "entity:ofac-17022")]
    payloads: list[tuple[str, object]] = [("KnownBlock[]", message.blocks) for message in messages]
    payloads += [("ModalView", details(party, Standing.BLOCKED, SOURCES, {})), ("ModalView", loading())]
    payloads += [("HomeView", home(HomePage())), ("HomeView", home(HomePage(SOURCES, watched, ["is X listed?"])))]
    said = compiled(compiler, tmp_path, [declared(n, kind, value) for n, (kind, value) in enumerate(payloads)])
    assert said == ""


def test_the_compiler_does_find_what_is_wrong(compiler: Path, tmp_path: Path):
    wrong = [{"type": "header", "text": {"type": "mrkdwn", "text": "no"}}]
    assert "mrkdwn" in compiled(compiler, tmp_path, [declared(0, "KnownBlock[]", wrong)])
