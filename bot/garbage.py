"""When Python looks for garbage in circles: not while millions of objects come and go of which none is in one."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

NEW_AT_ONCE, YOUNG, OLD = 20_000, 20, 50  # objects; how often these are looked at before older ones are


def collect_seldom() -> None:
    """What is loaded by now stays: no looking for garbage looks at it again. At what a process that screens one name
    after another makes meanwhile it looks seldom: hardly any of that is in a circle, and looking at every 700 new
    objects, as Python does by itself, costs a twentieth of all."""
    gc.freeze()
    gc.set_threshold(NEW_AT_ONCE, YOUNG, OLD)


@contextmanager
def no_collecting() -> Iterator[None]:
    """Garbage is not looked for meanwhile. What is in no circle goes as always, as soon as nobody has it."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()
