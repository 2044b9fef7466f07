"""What is said of a file while it is screened, and when it is done."""

from __future__ import annotations

import re
import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping

from bot.answers.document import Act, Action, Answer, Card, Table, Tone, bold, text
from bot.answers.phrases import day, listed
from bot.batch.screen import Summary
from bot.lists.publishers import known_list
from bot.questions.ask import Kind

_EDITION = re.compile(r"(?<!\S)(\S+) (\d{4}(?:-\d\d){0,2})(?!\d)")
EVERY = 3.0  # seconds between two updates in a workspace, however many files are screened there


class Pace:
    """Says when a message may be updated: Slack counts updates by workspace."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock, self._lock = clock, threading.Lock()
        self._last: dict[str, float] = {}

    def may(self, team: str) -> bool:
        """Whether now; if so, nobody of this workspace may for a while."""
        with self._lock:
            now = self._clock()
            if now - self._last.get(team, float("-inf")) < EVERY:
                return False
            self._last[team] = now
            return True


def under_way(name: str, done: Mapping[str, int], stop: str, *, anew: bool = False) -> Answer:
    """How far it is. `stop` is what the button carries; `anew`: the bot was stopped at it before."""
    rows = sum(done.values())
    far = f"{rows:,} rows so far: {_found(done)}." if rows else "The file is being read."
    far += " The bot was stopped in the middle of it and begins with it anew." if anew else ""
    card = Card(
        headline=text(bold(f"Screening {name}."), f" {far}"),
        actions=(Action(Act.CANCEL, "Cancel", stop, f"Cancel the screening of {name}"),),
    )
    return Answer(kind=Kind.SCREENING, cards=(card,))


def done(name: str, summary: Summary, editions: str) -> Answer:
    """The counts first, then the ten rows that most want to be looked at."""
    counts = summary.counts
    columns = ", ".join(f"{role.replace('_', ' ')}: “{head}”" for role, head in summary.columns.items())
    rest = [f"{counts['rows']:,} rows"]
    rest += [f"{counts['not_checked']:,} not checked"] if counts["not_checked"] else []
    rest += [f"{counts['blank']:,} without a name"] if counts["blank"] else []
    lines = [text(f"Columns taken: {columns}. Read as {summary.read_as}.")]
    if summary.above:
        lines.append(text(f"{summary.above} rows above the head were left out."))
    lines.append(text(f"No match means: in {_read(editions)}. This is about names: check that it is the same party."))
    card = Card(
        headline=text(bold(f"{name}: {_found(counts)}."), f" {', '.join(rest)}."),
        table=_worst(summary),
        lines=tuple(lines),
        tone=_tone(counts),
    )
    return Answer(kind=Kind.SCREENING, cards=(card,))


def _read(editions: str) -> str:
    """`us_ofac_sdn 2023-12-28; un_sc 2026-02-27`, as the file has them, to be read by people."""
    return _EDITION.sub(lambda found: f"{known_list(found[1]).short} {day(found[2])}", editions)


def stopped(name: str, why: str) -> Answer:
    card = Card(headline=text(bold(f"{name} was not screened to its end."), f" {why}"), tone=Tone.WARNING)
    return Answer(kind=Kind.SCREENING, cards=(card,))


def _found(done: Mapping[str, int]) -> str:
    get = Counter(done)
    return f"{get['listed']:,} LISTED, {get['possible']:,} POSSIBLE, {get['no_match']:,} no match"


def _tone(counts: Mapping[str, int]) -> Tone:
    if counts["listed"]:
        return Tone.LISTED
    return Tone.POSSIBLE if counts["possible"] else Tone.NO_MATCH


def _worst(summary: Summary) -> Table | None:
    if not summary.worst:
        return None
    rows = [
        (
            name[:80],
            judged.verdict.upper(),
            judged.standing.replace("_", " "),
            judged.matched_name[:80],
            f"{judged.score or 0:.2f}",
            listed([known_list(key).short for key in judged.lists]),
        )
        for name, judged in summary.worst
    ]
    return Table(
        "The rows to look at first", ("Name", "Verdict", "Standing", "Listed as", "Score", "Lists"), tuple(rows)
    )
