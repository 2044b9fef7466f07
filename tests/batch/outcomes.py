"""What comes of each file that desks have, a line each: with DATABASE_URL naming a store that holds the lists,
`python -m tests.batch.outcomes`."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.batch.desk_files import FILES
from tests.batch.desk_files_banks import FILES as BANKS
from tests.batch.desk_files_blind import FILES as BLIND
from tests.batch.desk_files_fresh import FILES as FRESH
from tests.batch.desk_files_kept import FILES as KEPT
from tests.batch.making import DeskFile
from tests.batch.test_desk_files import verdicts_in

BOT = [sys.executable, "-m", "bot"]


def outcome(file: DeskFile, folder: Path) -> tuple[str, str]:
    """Whether a file is right, refused, or neither; and its verdicts, or why it is refused."""
    source, target = folder / file.name, folder / f"{file.name}.out.csv"
    source.write_bytes(file.content)
    command = [*BOT, "screen", str(source), "-o", str(target), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    told = json.loads(done.stdout)
    if done.returncode == 2:
        return ("refused" if file.refused else "WRONG"), told["reason"]
    verdicts = tuple(verdicts_in(target))
    said = ", ".join(verdict or "(blank)" for verdict in verdicts)
    return ("right" if verdicts == file.verdicts else "WRONG"), f"{told['columns'].get('name', '?')}: {said}"


def main() -> None:
    came: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for file in [*FILES, *KEPT, *BLIND, *BANKS, *FRESH]:
            word, why = outcome(file, Path(folder))
            came[word] += 1
            print(f"{word:8} {file.name}: {why[:170]}")
    print(dict(came))


if __name__ == "__main__":
    main()
