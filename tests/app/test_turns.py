"""Of one conversation what was said first is done first, whatever is ready first and however many threads there are."""

from __future__ import annotations

import threading
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor

from hypothesis import given
from hypothesis import strategies as st

from bot.app.turns import Turns


def test_what_is_ready_first_waits_for_what_came_first():
    done: list[str] = []
    with ThreadPoolExecutor(4) as executor:
        turns = Turns(executor)
        first, second = turns.take("C1"), turns.take("C1")
        turns.give(second, lambda: done.append("second"))
        other = turns.take("C2")
        over = threading.Event()
        turns.give(other, over.set)
        assert over.wait(30)  # another conversation does not wait
        assert done == []
        turns.give(first, lambda: done.append("first"))
    assert done == ["first", "second"]


def test_one_that_was_said_earlier_and_came_later_goes_first_while_the_door_is_not_quiet():
    done: list[str] = []
    quiet = threading.Event()
    with ThreadPoolExecutor(4) as executor:
        turns = Turns(executor, lambda: quiet.wait(30) and None)
        turns.give(turns.take("D1", 2.0), lambda: done.append("second"))
        turns.give(turns.take("D1"), lambda: done.append("a press, which tells no time"))
        turns.give(turns.take("D1", 1.0), lambda: done.append("said before, but behind the press"))
        turns.give(turns.take("D2", 2.0), lambda: None)
        turns.give(turns.take("D3", 2.0), lambda: done.append("two"))
        turns.give(turns.take("D3", 1.0), lambda: done.append("one"))
        quiet.set()
    assert [each for each in done if each in ("one", "two")] == ["one", "two"]
    assert [each for each in done if each not in ("one", "two")] == [
        "second",
        "a press, which tells no time",
        "said before, but behind the press",
    ]


def test_what_fails_holds_up_nothing_behind_it():
    done: list[str] = []
    with ThreadPoolExecutor(1) as executor:
        turns = Turns(executor)
        turns.give(turns.take("C1"), lambda: [][0])
        turns.give(turns.take("C1"), lambda: done.append("after"))
    assert done == ["after"]


@given(st.lists(st.sampled_from("abc"), max_size=40), st.randoms(use_true_random=False))
def test_each_is_done_once_and_in_the_order_of_its_line(lines: list[str], chance):
    done: dict[str, list[int]] = defaultdict(list)
    with ThreadPoolExecutor(4) as executor:
        turns = Turns(executor)
        taken = [(n, line, turns.take(line)) for n, line in enumerate(lines)]
        chance.shuffle(taken)
        for n, line, turn in taken:
            turns.give(turn, lambda line=line, n=n: done[line].append(n))
    assert done == {line: [n for n, each in enumerate(lines) if each == line] for line in set(lines)}
