"""How long answers are: the words that a reader of the message sees, by kind, over the questions of the harness.

    python -m benchmarks.brevity        one JSON object: medians by kind, and the longest of each

Counted is what is drawn (`bot.blocks.render`): headline, lines and fine print. Buttons are not; fields and tables are
read at a glance, and counted apart. The lists are those that the harness names, loaded into a store of their own.
"""

from __future__ import annotations

import json
import re
import statistics
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import handlers.ask
from benchmarks.shared import WORK, find_harness, lists_folder, read_rows
from benchmarks.targets import MOST
from bot.answers.document import Answer, plain
from bot.blocks.render import render
from bot.questions.ask import Kind, Reading
from handlers.ask.relief.intent import Wants, wants
from handlers.desk import Desk
from jobs.refresh import refresh
from jobs.starter import load_starter_content
from store.database import open_engine, sessions, upgrade

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
EDITIONS = {
    "us_ofac_sdn": "ofac_sdn/2023-12-28",
    "us_ofac_cons": "ofac_cons/2025-12",
    "un_sc": "un/2026-02-27",
}
AT_A_GLANCE = "table"  # beside the fields of a section
_WORD = re.compile(r"\S*\w\S*")


@dataclass(frozen=True, slots=True)
class Length:
    """Of one answer: words of its first headline, of the message without fields and tables, and of these."""

    kind: str
    question: str
    headline: int
    words: int
    at_a_glance: int


def words_in(text: str) -> int:
    """Words as a reader counts them: what stands between spaces and has a letter or a figure."""
    return len(_WORD.findall(text))


def shown(blocks: Iterable[Mapping[str, Any]], *, at_a_glance: bool) -> str:
    """What the blocks say: either their running words, or their fields and tables. Buttons are neither."""
    said: list[str] = []
    for block in blocks:
        if block["type"] == "actions":
            continue
        if block["type"] == AT_A_GLANCE or "fields" in block:
            said += texts(block) if at_a_glance else []
        elif not at_a_glance:
            said += texts(block)
    return "\n".join(said)


def texts(block: object) -> Iterator[str]:
    """Every text of a block, in order, one a paragraph; runs of one paragraph joined."""
    if isinstance(block, Mapping):
        if block.get("type") == "rich_text_section":
            yield "".join(run.get("text", "") for run in block["elements"])
        elif isinstance(block.get("text"), str):
            yield block["text"]
        else:
            for part in block.values():
                yield from texts(part)
    elif isinstance(block, list):
        for part in block:
            yield from texts(part)


def length_of(kind: str, answer: Answer) -> Length:
    """As it is drawn for Slack, where what is behind a button is not seen."""
    blocks = render(answer).blocks
    return Length(
        kind,
        answer.again,
        words_in(plain(answer.cards[0].headline)),
        words_in(shown(blocks, at_a_glance=False)),
        words_in(shown(blocks, at_a_glance=True)),
    )


def kind_of(reading: Reading) -> str:
    """The kind by which an answer is measured, "" for those without a bound: one thing is asked, and of options what
    they hold."""
    first = reading.first
    if len(reading.asks) > 1:
        return ""
    if not first.understood:
        return "not understood"
    if first.kind is Kind.OPTION:
        return "option" if wants(first) is Wants.CARD and len(first.options) == 1 else ""
    return first.kind.value if first.kind.value in MOST else ""


def a_desk(lists: Path) -> Desk:
    """A store of its own under var/bench, made once: the lists of the harness, the options and briefing that ship."""
    WORK.mkdir(parents=True, exist_ok=True)
    path = WORK / "brevity.db"
    mirror = WORK / "brevity-mirror"
    engine = open_engine(f"sqlite:///{path}")
    upgrade(engine)
    made = sessions(engine)
    load_starter_content(made, NOW)
    for edition in EDITIONS.values():
        (mirror / edition).parent.mkdir(parents=True, exist_ok=True)
        if not (mirror / edition).exists():
            (mirror / edition).symlink_to((lists / edition).resolve(), target_is_directory=True)
    refresh(made, tuple(EDITIONS), mirror, NOW)
    return Desk(made, lambda: NOW)


def measure(desk: Desk, questions: Iterable[str]) -> list[Length]:
    lengths = []
    for question in questions:
        reading = desk.understand(question)
        if kind := kind_of(reading):
            answer = handlers.ask.answer_all(reading, desk)
            lengths.append(length_of(kind, replace(answer, again=question)))
    return lengths


def medians(lengths: Iterable[Length]) -> dict[str, dict[str, Any]]:
    """By kind: how many, the median, the longest and its question. `verdict` is the headline of screening answers."""
    by_kind: dict[str, list[Length]] = {}
    for one in lengths:
        by_kind.setdefault(one.kind, []).append(one)
    found = {kind: _figures([(one.words, one.question) for one in of]) for kind, of in by_kind.items()}
    verdicts = [(one.headline, one.question) for one in by_kind.get("screening", [])]
    return {"verdict": _figures(verdicts), **found} if verdicts else found


def _figures(counted: list[tuple[int, str]]) -> dict[str, Any]:
    most, longest = max(counted)
    return {"of": len(counted), "median": statistics.median(n for n, _ in counted), "most": most, "longest": longest}


def main() -> None:
    harness = find_harness()
    if harness is None or not lists_folder().is_dir():
        raise SystemExit("The shared harness and lists are not here (SANCTIONS_BENCH, SANCTIONS_TEST_LISTS).")
    rows = read_rows(harness.folder / "questions" / "dev.jsonl")
    questions = [row["q"] for row in rows if not row.get("thread")]
    print(json.dumps({"kinds": medians(measure(a_desk(lists_folder()), questions))}, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
