"""JSON lines in, JSON lines out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from bot.errors import BadInput


def answered_lines(lines: Iterable[str], answer: Callable[[Mapping[str, Any]], dict[str, Any]]) -> Iterator[str]:
    """One answer a line, in order. A bad line answers {"id","error"} and the stream goes on."""
    for line in lines:
        if not line.strip():
            continue
        request: Any = None
        try:
            request = json.loads(line)
            if not isinstance(request, dict):
                raise BadInput("a request must be a JSON object")
            given = {"id": request.get("id"), **answer(request)}
        except (BadInput, json.JSONDecodeError, RecursionError) as error:
            given = {"id": request.get("id") if isinstance(request, dict) else None, "error": str(error)}
        yield json.dumps(given, ensure_ascii=False)
