"""Whole editions in a place that is not theirs: an older one under a newer date, another publisher's, another list's,
a file of changes. Written down before they were run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from benchmarks.damage.documents import OfacCsv
from benchmarks.damage.real import SERIES, series
from benchmarks.damage.trial import Case, Files, Result, day_after, judged, ready
from bot.lists.content import pieces_of
from bot.lists.files import find_edition_files
from bot.lists.publishers import known_list

SDN, CONS, UN_LIST, EU, UK = "us_ofac_sdn", "us_ofac_cons", "un_sc", "eu_fsf", "gb_uksl"
# What is in force, and what comes under the date of the day after.
PLACES = (
    (SDN, "ofac_sdn/2023-12-28", SDN, "ofac_sdn/2022-01-21"),
    (SDN, "ofac_sdn/2023-12-28", SDN, "ofac_sdn/2022-02-25"),
    (SDN, "ofac_sdn/2022-02-25", SDN, "ofac_sdn/2022-02-24"),
    (SDN, "ofac_sdn/2024-02-23", SDN, "ofac_sdn/2023-12-28"),
    (SDN, "ofac_sdn_xml/2024-05-07", SDN, "ofac_sdn/2024-02-23"),
    (SDN, "ofac_sdn/2023-12-28", CONS, "ofac_cons/2025-12"),
    (SDN, "ofac_sdn/2023-12-28", SDN, "ofac_enhanced/2024-08-28-irgc"),
    (SDN, "ofac_sdn_xml/2024-05-07", CONS, "ofac_cons_xml/2024-05-06"),
    (CONS, "ofac_cons/2025-12", CONS, "ofac_cons/2025-08"),
    (CONS, "ofac_cons/2025-12", CONS, "ofac_cons_xml/2022-06-03"),
    (CONS, "ofac_cons/2025-12", CONS, "ofac_cons_advanced/2020-03-17"),
    (CONS, "ofac_cons_xml/2024-05-06", CONS, "ofac_cons_xml/2021-01-28"),
    (CONS, "ofac_cons/2025-12", SDN, "ofac_sdn/2023-12-28"),
    (UN_LIST, "un/2026-02-27", UN_LIST, "un/2025-04-19"),
    (UN_LIST, "un/2026-02-27", EU, "eu_fsf/2024-05-13"),
    (EU, "eu_fsf/2026-02-26-rebuilt", EU, "eu_fsf/2024-05-13"),
    (EU, "eu_fsf/2024-05-13", UN_LIST, "un/2026-02-27"),
    (EU, "eu_fsf/2024-05-13", UK, "uk_sl/2026-08-22-rebuilt"),
    (UK, "uk_sl/2026-08-22-rebuilt", EU, "eu_fsf/2024-05-13"),
)
STEPS_BACK = (1, 2, 4, 8, 16, 32)  # of the series


def results(lists: Path) -> Iterator[Result]:
    """What became of each."""
    for key, folder, other, given in PLACES:
        files = _files(other, lists / given)
        if other != key and {other, key} != {SDN, CONS}:  # under the name of this list's own file
            files = {known_list(key).formats[0].required.key: next(iter(files.values()))}
        yield from _tried(key, folder, _files(key, lists / folder), given, files)
    editions = series(lists / SERIES)
    for back in STEPS_BACK:
        for at in (len(editions) - 1, len(editions) // 2 + 9):
            (day, now), (older, then) = editions[at], editions[at - back]
            yield from _tried(SDN, day, dict(now.files), f"{older}, {back} steps back", dict(then.files))
    xml = b"".join(_files(SDN, lists / "ofac_enhanced/2024-08-28-irgc").values())
    changes = xml.replace(b"exports/ENHANCED_XML", b"exports/DeltaFile/1.0").replace(
        b"<entity ", b'<entity action="add" '
    )
    whole = _files(SDN, lists / "ofac_sdn/2023-12-28")
    yield from _tried(SDN, "ofac_sdn/2023-12-28", whole, "a file of changes", {"delta": changes})


def _tried(key: str, folder: str, files: Files, name: str, given: Files) -> Iterator[Result]:
    day = re.findall(r"\d{4}-\d\d(?:-\d\d)?", folder)[0]
    day = day if len(day) > 7 else f"{day}-28"
    after = min(day_after(day), date(2026, 11, 28).isoformat())
    case = Case(f"{key} {folder}", key, files, day, files, after, OfacCsv)
    result = judged(ready(case), name, given)
    if result:
        yield result


def _files(key: str, folder: Path) -> dict[str, bytes]:
    files = find_edition_files(known_list(key), folder).files
    return {role: b"".join(pieces_of(content)) for role, content in files.items()}
