"""What is worked out of a stretch once, and only if it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class kept(Generic[T]):
    """Like functools.cached_property, which takes a lock at every first look in Python 3.11: a message has hundreds.
    Two threads may work out the same value; nothing that is read from a text differs."""

    def __init__(self, work_out: Callable[[Any], T]) -> None:
        self.work_out = work_out
        self.name = work_out.__name__
        self.__doc__ = work_out.__doc__

    def __get__(self, instance: object, owner: type) -> T:
        value = instance.__dict__[self.name] = self.work_out(instance)
        return value
