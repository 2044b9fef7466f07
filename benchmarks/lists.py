"""What all lists together cost: a file of 130 MB loaded, the index of five lists beside that of three, and questions
asked while an edition is loaded. Each in a process of its own; ratios are within one run."""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.cost import in_child, quantile, take_turns
from benchmarks.large import SHAPES, amended, enlarged
from benchmarks.loading import LISTS, NOW
from benchmarks.scale import memory, size_of, trim
from benchmarks.shared import ROOT, WORK, side_by_side
from bot.lists.files import EditionFiles, find_edition_files
from bot.lists.publishers import known_list
from bot.sanctions.listing import Listing
from bot.screening.query import Query
from bot.screening.screen import Index
from handlers.ask import answer_all
from handlers.desk import Desk
from jobs.loading import load
from store.database import open_engine, sessions, upgrade
from store.own_process import in_own_process

THREE = {"us_ofac_sdn": "ofac_sdn/2023-12-28", "us_ofac_cons": "ofac_cons/2025-12", "un_sc": "un/2026-02-27"}
FIVE = {**THREE, "us_ofac_sdn": "ofac_sdn_xml/2024-05-07", "eu_fsf": "eu_fsf/2024-05-13",
        "gb_uksl": "uk_sl/2026-08-22-rebuilt"}  # fmt: skip
QUESTIONS = 400


def measure() -> dict[str, Any]:
    large = dict(
        zip(SHAPES, side_by_side(partial(in_child, "benchmarks.lists", "large", "--form"), SHAPES), strict=True)
    )
    index = in_child("benchmarks.lists", "index")
    return {"large": large, "index": index, "beside": in_child("benchmarks.lists", "beside")}


# ---- a file of 130 MB --------------------------------------------------------


def large(form: str) -> dict[str, Any]:
    """Megabytes at the peak of `lists load` with such a file: into a database that is empty, and over an edition of the
    day before, in which a name in every thousand was another."""
    shape = SHAPES[form]
    path = WORK / f"large {form}" / "2024-06-01" / shape.file
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        in_child("benchmarks.lists", "make", "--form", form, "--path", str(path))
    with tempfile.TemporaryDirectory() as folder:
        first = _command(folder, shape.key, path)
        after = Path(folder) / "2024-06-02" / path.name
        after.parent.mkdir()
        in_child("benchmarks.lists", "amend", "--form", form, "--path", str(path), "--to", str(after))
        then = _command(folder, shape.key, after)
    return {"file_mb": path.stat().st_size / 1e6, "first": first, "next": then}


def formats() -> None:
    """A line for each format, one after the other: the file, the first load of it and that of the next edition."""
    for form in SHAPES:
        found = in_child("benchmarks.lists", "large", "--form", form)
        shutil.rmtree(WORK / f"large {form}")
        loads = (
            f"{title}: {load['entries']:,} entries, {load['amended']:,} amended, {load['peak_mb']:.0f} MB, "
            f"{load['cpu_s']:.0f} s of CPU"
            for title, load in (("first", found["first"]), ("next", found["next"]))
        )
        print(f"{form}, {found['file_mb']:.0f} MB. {'; '.join(loads)}", flush=True)


def _command(folder: str, key: str, path: Path) -> dict[str, Any]:
    """What `lists load` says and needs, in a process of its own."""
    command = [
        sys.executable,
        "-m",
        "bot",
        "lists",
        "load",
        key,
        str(path.parent),
        "--json",
        "--accept",
    ]
    environment = os.environ | {"DATABASE_URL": f"sqlite:///{folder}/large.db"}
    child = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert child.stdout
    said = child.stdout.read()
    _, _, used = os.wait4(child.pid, 0)
    outcome = json.loads(said)
    told = {field: outcome[field] for field in ("status", "entries", "added", "amended")}
    return {**told, "peak_mb": used.ru_maxrss / 1024, "cpu_s": used.ru_utime + used.ru_stime}


# ---- the index of all lists ----------------------------------------------------


def listings(folders: dict[str, str]) -> list[Listing]:
    return [
        one
        for key, folder in folders.items()
        for one in _read(key, find_edition_files(known_list(key), LISTS / folder))
    ]


def _read(key: str, given: EditionFiles) -> Iterator[Listing]:
    reader = known_list(key).reader
    assert reader is not None
    yield from reader(key, given.files).listings


def asked(of: list[Listing], many: int) -> list[str]:
    """Names as people type them, half of them listed by OFAC or the UN, half a listed name with a letter wrong."""
    dice = random.Random(5)
    names = [one.name for one in dice.sample(of, many)]
    return [name if n % 2 else name[: len(name) // 2] + name[len(name) // 2 + 1 :] for n, name in enumerate(names)]


def index() -> dict[str, Any]:
    three, five = listings(THREE), listings(FIVE)
    path = WORK / "five.index"
    Index.build(five, "five").save(path)
    few, many = Index.build(three, "three"), Index.load(path)
    questions = asked(three, QUESTIONS)
    spent = take_turns({"three": _search(few), "five": _search(many)}, questions)
    found = {name: {"sum_s": sum(times), "p50_ms": 1000 * median(times), "p99_ms": 1000 * quantile(times, 0.99)}
             for name, times in spent.items()}  # fmt: skip
    ratio = sum(spent["five"]) / sum(spent["three"])
    return {**found, "ratio": ratio, **in_child("benchmarks.lists", "hold", "--path", str(path))}


def _search(of: Index) -> Callable[[str], list[tuple[str, float]]]:
    return lambda name: [(hit.entity_id, hit.score) for hit in of.screen(Query(name)).hits]


def hold(path: Path) -> dict[str, Any]:
    """What a process holds more, that has started from the stored index and answered questions."""
    before, began = memory(), time.process_time()
    held = Index.load(path)
    held.screen(Query("Oleg Deripaska"))
    start = time.process_time() - began
    for question in json.loads((WORK / "asked.json").read_text()) if (WORK / "asked.json").exists() else ():
        held.screen(Query(question))
    trim()
    after = memory()
    own, mapped = after["own"] - before["own"], after["mapped"] - before["mapped"]
    return {"names": held.size, "parties": held.entities, "start_cpu_s": start, "stored_mb": size_of(path) / 1e6,
            "bytes_a_name": (own + mapped) * 1024 * 1024 / held.size}  # fmt: skip


# ---- questions during a load ---------------------------------------------------


def beside() -> dict[str, Any]:
    """Milliseconds of the middle question by the clock: alone, and while a process of its own loads an edition of each
    list anew, as in `run`; answers take the new one up meanwhile."""
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{folder}/beside.db")
        upgrade(engine)
        store = sessions(engine)
        for key, where in THREE.items():
            load(store, key, LISTS / where, None, NOW)
        desk = Desk(store, lambda: NOW)
        questions = [f"is {name} sanctioned?" for name in asked(listings({"un_sc": THREE["un_sc"]}), 40)]
        _ask(desk, questions)
        alone = _ask(desk, questions)
        ended = threading.Event()
        loading = threading.Thread(target=_load_all, args=(store, ended))
        loading.start()
        while_loading: list[float] = []
        while not ended.is_set():
            while_loading += _ask(desk, questions, ended)
        loading.join()
        again = _ask(desk, questions)
    together = [*alone, *again]
    return {"alone_ms": 1000 * median(together), "beside_ms": 1000 * median(while_loading), "of": len(while_loading),
            "ratio": median(while_loading) / median(together),
            "ratio_p95": quantile(while_loading, 0.95) / quantile(together, 0.95)}  # fmt: skip


def _ask(desk: Desk, questions: list[str], until: threading.Event | None = None) -> list[float]:
    spent = []
    for question in questions:
        if until is not None and until.is_set():
            break
        began = time.perf_counter()
        answer_all(desk.understand(question), desk)
        spent.append(time.perf_counter() - began)
    return spent


def _load_all(store: Any, ended: threading.Event) -> None:
    try:
        for key in ("us_ofac_sdn", "eu_fsf"):
            in_own_process(load, store, key, LISTS / FIVE[key], None, NOW, accept=True)
    finally:
        ended.set()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("step", nargs="?", choices=("make", "amend", "large", "formats", "index", "hold", "beside"))
    parser.add_argument("--form", choices=SHAPES, default="SDN.XML")
    parser.add_argument("--path", type=Path, default=WORK)
    parser.add_argument("--to", type=Path, default=WORK)
    given = parser.parse_args()
    if given.step == "make":
        with given.path.open("wb") as file:
            file.writelines(enlarged(SHAPES[given.form]))
        found: dict[str, Any] = {}
    elif given.step == "amend":
        given.to.write_bytes(amended(SHAPES[given.form], given.path.read_bytes()))
        found = {}
    elif given.step == "large":
        found = large(given.form)
    elif given.step == "formats":
        formats()
        return
    elif given.step == "hold":
        found = hold(given.path)
    else:
        found = {"index": index, "beside": beside, None: measure}[given.step]()
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
