"""Every real step there is, loaded one after the other: none may be held."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.damage.trial import NOW
from bot.lists.files import EditionFiles, find_edition_files
from bot.lists.publishers import known_list
from jobs.deciding import InForce, decide

# Folders of a list in the order of publication, whatever their format. Those that are rebuilt or broken are left out.
CHAINS = {
    "us_ofac_sdn": (
        "ofac_sdn/2022-01-21",
        "ofac_sdn/2022-02-24",
        "ofac_sdn/2022-02-25",
        "ofac_sdn/2023-12-28",
        "ofac_sdn/2024-02-23",
        "ofac_sdn_xml/2024-05-07",
    ),
    "us_ofac_cons": (
        "ofac_cons_advanced/2020-03-17",
        "ofac_cons_xml/2021-01-28",
        "ofac_cons_xml/2022-06-03",
        "ofac_cons_xml/2024-05-06",
        "ofac_cons/2025-03-28",
        "ofac_cons/2025-08",
        "ofac_cons/2025-12",
    ),
    "un_sc": ("un/2025-04-19", "un/2026-02-27"),
    "eu_fsf": ("eu_fsf/2024-05-13",),
}
SERIES = "series/ofac-sdn-2023-04_2023-08.bundle"


def steps(lists: Path) -> Iterator[tuple[str, str]]:
    """Each step with what became of it: "applied", or the sentence."""
    for key in CHAINS:
        yield from of_list(key, lists)
    yield from _chain("us_ofac_sdn", series(lists / SERIES))


def of_list(key: str, lists: Path) -> Iterator[tuple[str, str]]:
    """The steps between the editions of one list."""
    return _chain(key, [(folder, _edition(key, lists / folder)) for folder in CHAINS[key]])


def _chain(key: str, editions: list[tuple[str, EditionFiles]]) -> Iterator[tuple[str, str]]:
    known, in_force = known_list(key), InForce(None, {}, ())
    for name, given in editions:
        decision = decide(known, given, None, in_force, NOW)
        status = decision.outcome.status
        yield f"{key} {name}", status if status == "applied" else f"{status}: {decision.outcome.reason}"
        if status == "held":
            decision = decide(known, given, None, in_force, NOW, accept=True)
        in_force = InForce(decision.edition, dict(decision.files or {}), decision.listings)


def _edition(key: str, folder: Path) -> EditionFiles:
    given = find_edition_files(known_list(key), folder)
    return given if given.day else EditionFiles(given.files, folder.name[:10], given.origin, given.names)


def series(bundle: Path) -> list[tuple[str, EditionFiles]]:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["git", "clone", "-q", str(bundle), folder], check=True, capture_output=True)
        git = ["git", "-C", folder]
        log = subprocess.run([*git, "log", "--reverse", "--format=%H %s"], check=True, capture_output=True, text=True)
        found = []
        for line in log.stdout.splitlines():
            commit, day = line.split()
            shown = subprocess.run([*git, "show", f"{commit}:sdn.csv"], check=True, capture_output=True)
            found.append((day, EditionFiles({"primary": shown.stdout}, day)))
        return found
