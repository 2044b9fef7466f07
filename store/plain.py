"""Frozen dataclasses as plain JSON values, and back.

A field that has its default is left out, so a dataclass may gain a field without what is stored changing its hash,
and what an older version stored still reads. Fields that are not known any more are passed over.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Value = TypeVar("Value")
Read = Callable[[Any], Any]


def dumps(value: object) -> str:
    """A dataclass as canonical JSON: the same facts give the same text."""
    return json.dumps(plain(value), separators=(",", ":"))


def loads(kind: type[Value], text: str) -> Value:
    """The dataclass that `dumps` made the text of."""
    hint: Any = kind
    return cast(Value, reader(hint)(json.loads(text)))


def plain(value: object) -> Any:
    """A value as dicts, lists, strings and numbers. Fields with their default are left out."""
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(value[key]) for key in sorted(value)}
    if isinstance(value, frozenset):
        return sorted(plain(item) for item in value)
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    kind: Any = type(value)
    found = ((name, getattr(value, name), default) for name, default in _defaults(kind))
    return {name: plain(item) for name, item, default in found if item != default}


@cache
def reader(hint: Any) -> Read:
    """The function that turns a plain value back into what the type hint says."""
    if is_dataclass(hint) and isinstance(hint, type):
        return _dataclass_reader(hint)
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _optional_reader([kind for kind in inner if kind is not type(None)])
    if origin is tuple:
        return _sequence_reader(tuple, reader(inner[0]))
    if origin is frozenset:
        return _sequence_reader(frozenset, reader(inner[0]))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {member.value: member for member in hint}.__getitem__
    if isinstance(hint, type) and issubclass(hint, date):
        return hint.fromisoformat
    return _as_it_is


def _as_it_is(value: Any) -> Any:
    return value


def _optional_reader(kinds: list[Any]) -> Read:
    if len(kinds) > 1:  # str | int | float: JSON keeps them apart by itself
        return _as_it_is
    read = reader(kinds[0])
    return lambda value: None if value is None else read(value)


def _sequence_reader(made: type, read: Read) -> Read:
    if read is _as_it_is:
        return made
    return lambda values: made(map(read, values))


def _dataclass_reader(kind: type) -> Read:
    known = frozenset(field.name for field in fields(kind))
    converted: dict[str, Read] | None = None

    def read(values: Mapping[str, Any]) -> Any:
        nonlocal converted
        if converted is None:  # not before it is used: a dataclass may hold itself (Selector.linked_to)
            every = {name: reader(hint) for name, hint in get_type_hints(kind).items() if name in known}
            converted = {name: convert for name, convert in every.items() if convert is not _as_it_is}
        found = {name: value for name, value in values.items() if name in known}
        for name in converted.keys() & found.keys():
            found[name] = converted[name](found[name])
        return kind(**found)

    return read


@cache
def _defaults(kind: type) -> tuple[tuple[str, Any], ...]:
    return tuple((field.name, _default(field)) for field in fields(kind))


def _default(field: Field[Any]) -> Any:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return field.default
