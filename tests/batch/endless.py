"""Judges rows without end over two processes, until it is killed: `python -m tests.batch.endless FOLDER`. Prints a line
once the processes work."""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

from bot.batch.against import Against
from bot.batch.columns import Layout
from bot.batch.heads import Role
from bot.batch.judging import CHUNK, FEW, judged_chunks
from bot.sanctions.standing import NOTHING_KNOWN
from bot.screening.policy import STANDARD
from bot.screening.screen import Index
from tests.builders import a_person


def main(folder: str) -> None:
    index = Index.build([a_person()], "one party")
    against = Against.kept(index, Path(folder) / "names.index", STANDARD, NOTHING_KNOWN, "us_ofac_sdn 2023-12-28")
    chunks = itertools.repeat([("Oleg Deripaska",)] * CHUNK)
    layout = Layout(1, True, ("name",), {Role.NAME: 0})
    for number, _ in enumerate(judged_chunks(chunks, layout, against, workers=2)):
        if number == FEW // CHUNK + 4:
            print("working", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
