"""Frozen dataclasses as plain JSON values, and back.

A field that has its default is left out, so a dataclass may gain a field without what is stored changing its hash,
and what an older version stored still reads. Fields that are not known any more are passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from cattrs.preconf.json import JsonConverter, make_converter

Value = TypeVar("Value")


def dumps(value: object) -> str:
    """A dataclass as canonical JSON: the same facts give the same text."""
    return _CONVERTER.dumps(value, separators=(",", ":"))


def loads(kind: type[Value], text: str) -> Value:
    """The dataclass that `dumps` made the text of."""
    return _CONVERTER.loads(text, kind)


def plain(value: object) -> Any:
    """A value as dicts, lists, strings and numbers. Fields with their default are left out."""
    return _CONVERTER.unstructure(value)


def read(kind: type[Value], value: Any) -> Value:
    """What `plain` made the value of."""
    return _CONVERTER.structure(value, kind)


def _in_order(pairs: Iterable[tuple[Any, Any]]) -> dict[str, Any]:
    return {str(key): value for key, value in sorted(pairs)}


def _string(value: Any, kind: type[str]) -> str:
    """A text, or what an enum of texts calls it."""
    if not isinstance(value, str):
        raise TypeError(f"A text is {type(value).__name__}.")
    return kind(value)


def _converter() -> JsonConverter:
    """cattrs' own for JSON (dates in ISO 8601, enums by value), told four things: defaults are left out, sets and
    mappings stand in order, what is no text is not made one, and what is typed as any object is kept as JSON has it."""
    orders: dict[type, Callable[[Iterable[Any]], Any]] = {frozenset: sorted, Mapping: _in_order, dict: _in_order}
    made = make_converter(omit_if_default=True, detailed_validation=False, unstruct_collection_overrides=orders)
    made.register_structure_hook(str, _string)
    made.register_structure_hook_func(lambda kind: kind is object, lambda value, _: value)
    made.register_unstructure_hook_func(lambda kind: kind is object, made.unstructure)
    return made


_CONVERTER = _converter()
