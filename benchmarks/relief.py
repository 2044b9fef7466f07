"""Relief options on the full lists: hypotheses and impacts beside the evaluation of stored options in the same run, and
what a menu offers while others ask.

    python -m benchmarks.relief        one JSON object
"""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import handlers.ask
from benchmarks.brevity import a_desk
from benchmarks.shared import lists_folder
from bot.sanctions.register import Register
from bot.sanctions.relief.hypothesis import if_programs_end, together, without
from bot.sanctions.relief.impact import evaluate
from bot.sanctions.relief.option import ReliefOption
from bot.sanctions.relief.reached import reached_by
from handlers.desk import Desk
from handlers.options.menus import offers

TRIES = 15  # of each, in turns: the quickest counts, for others use the machine too
QUESTIONS = 200
ASKING = 16  # threads that ask
TYPED = ("rosn", "deripaska", "sber", "vtb ba", "gazprom", "lukoil", "usmanov ali", "novatek", "zzyzx hold", "ооо")
ASKED = (
    "is Rosneft sanctioned?",
    "check Oleg Deripaska born 1968",
    "would option B free Sberbank?",
    "what is linked to VTB?",
    "Rosneft, Lukoil and Novatek",
)


def measure(desk: Desk) -> dict[str, Any]:
    """CPU milliseconds of each evaluation; their ratio to the slowest stored option; seconds of the slowest menu."""
    snapshot = desk.snapshot()
    register, stored = snapshot.register, {option.key: option for option in snapshot.options}
    supposed = {
        "if EO 14024 ended": if_programs_end(["RUSSIA-EO14024"]),
        "A and B together": together([stored["A"], stored["B"]]),
        "B without Rosneft": without(stored["B"], ["ofac-17022"], ["Rosneft"]),
    }
    timed = cpu_ms(
        {
            **{key: partial(evaluate, option, register) for key, option in (stored | supposed).items()},
            **{f"impact of {key}": partial(_impact, option, register) for key, option in stored.items()},
        }
    )
    of_stored = {key: timed[key] for key in stored}
    beside = {key: took for key, took in timed.items() if key not in stored}
    slowest = max(of_stored.values())
    return {
        "stored_ms": of_stored,
        "beside_ms": beside,
        "ratio": max(beside.values()) / slowest,
        "typeahead": menus_while_others_ask(desk),
    }


def _impact(option: ReliefOption, register: Register) -> object:
    """The option evaluated, and what it would leave to each whom it reaches: what stands beside it as it is edited."""
    return reached_by(evaluate(option, register), register)


def cpu_ms(tasks: Mapping[str, Callable[[], object]]) -> dict[str, float]:
    """The least CPU milliseconds of each. They take turns: what slows the machine for a while slows all of them."""
    rounds = [_round(tasks) for _ in range(TRIES)]
    return {key: min(times) for key, times in zip(tasks, zip(*rounds, strict=True), strict=True)}


def _round(tasks: Mapping[str, Callable[[], object]]) -> list[float]:
    return [_once(do) for do in tasks.values()]


def _once(do: Callable[[], object]) -> float:
    began = time.thread_time()
    do()
    return (time.thread_time() - began) * 1000


def menus_while_others_ask(desk: Desk, questions: int = QUESTIONS, typed: Iterable[str] = TYPED) -> dict[str, Any]:
    """The slowest menu by the clock, in seconds, while so many questions are answered beside it, all sent at once."""
    snapshot, begun = desk.snapshot(), threading.Event()
    assert snapshot.typeahead  # as the window does when it opens

    def ask(number: int) -> None:
        begun.set()
        handlers.ask.answer_all(desk.understand(ASKED[number % len(ASKED)]), desk)

    waits: list[float] = []
    beside = 0
    with ThreadPoolExecutor(ASKING) as pool:
        running = [pool.submit(ask, number) for number in range(questions)]
        begun.wait()
        for words in typed:
            beside += not all(one.done() for one in running)
            at = time.monotonic()
            offers(words, "entity", (), snapshot)
            waits.append(time.monotonic() - at)
        for one in running:
            one.result()
    return {"slowest_s": max(waits), "menus": len(waits), "menus_beside_questions": beside, "questions": questions}


if __name__ == "__main__":
    json.dump(measure(a_desk(lists_folder())), sys.stdout)
