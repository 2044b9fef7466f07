"""Work on the store in a process of its own. In the process that answers, it would hold the interpreter's lock for
seconds, and every question beside it would wait."""

from __future__ import annotations

import logging
import multiprocessing
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from sqlalchemy import Engine
from sqlalchemy.orm import Session, sessionmaker

from bot import logs
from store.database import open_engine, sessions

SECONDS = 1_800.0

Given = TypeVar("Given")


class NoProcess(Exception):
    """The work was not done elsewhere: says why. It can be done in this process."""


def in_own_process(
    work: Callable[..., Given], factory: sessionmaker[Session], *args: Any, seconds: float = SECONDS, **more: Any
) -> Given:
    """`work(factory, ...)` in a process that opens the same database anew; what it gives or raises is given or raised
    here. `work` must be a function of a module, and all that it takes and gives must bear being sent.

    Raises NoProcess where none can be started, or it is killed or takes longer.
    """
    engine = factory.kw["bind"]
    assert isinstance(engine, Engine)
    given, error = _elsewhere(work, engine.url.render_as_string(hide_password=False), args, more, seconds)
    if error is not None:
        raise error
    return given  # type: ignore[no-any-return]


def _elsewhere(
    work: Callable[..., Any], url: str, args: Any, more: Any, seconds: float
) -> tuple[Any, Exception | None]:
    spawning = multiprocessing.get_context("spawn")
    here, there = spawning.Pipe(duplex=False)
    level = logging.getLevelName(logging.getLogger().level)
    process = spawning.Process(target=_do, args=(there, level, work, url, args, more), daemon=True)
    with here:
        try:
            process.start()
        except OSError as error:
            raise NoProcess(f"No process could be started ({error.strerror})") from None
        finally:
            there.close()
        try:
            in_time = here.poll(seconds)
            given = here.recv() if in_time else None
        except EOFError:  # it ended and sent nothing
            given = None
    if not in_time:
        process.kill()
    process.join()
    if given is None:
        raise NoProcess(f"The process of its own ended with {process.exitcode}")
    return given  # type: ignore[no-any-return]


def _do(there: Connection, level: str, work: Callable[..., Any], url: str, args: Any, more: Any) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that began this one, and ends it
    logs.start(level)
    engine = open_engine(url)
    try:
        there.send((work(sessions(engine), *args, **more), None))
    except Exception as error:
        there.send((None, error))
    finally:
        engine.dispose()
