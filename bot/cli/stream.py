"""JSON lines in, JSON lines out: whatever a line holds, it gets an answer and the stream goes on."""

from __future__ import annotations

import json
import logging
import math
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Protocol, cast

from bot.errors import BadInput, BotError

log = logging.getLogger("sanctions_bot.stream")

LONGEST = 1_000_000  # bytes of one line: a question or a name is far below
DIGITS = 100  # of a whole number: Python itself refuses to read more than some thousands
DEEPEST = 32  # lists and objects within each other

_PIECE = 32_768  # bytes that are read at most before what has come is answered

Answering = Callable[[Mapping[str, Any]], dict[str, Any]]
Meeting = Callable[[Sequence[Mapping[str, Any]]], None]  # told of the requests that have come together


class Reading(Protocol):
    """What gives the bytes that have come, and waits only for the first."""

    def read1(self, size: int = -1, /) -> bytes: ...


def answer_stdin(answer: Answering, meet: Meeting | None = None) -> None:
    """Answer every line of stdin on stdout, each as soon as it is known. UTF-8 both ways, whatever the terminal is."""
    out = sys.stdout.buffer
    for line in answered_lines(cast("Reading", sys.stdin.buffer), answer, meet):
        out.write(line.encode() + b"\n")
        out.flush()


def answered_lines(stream: Reading, answer: Answering, meet: Meeting | None = None) -> Iterator[str]:
    """One answer a line, in order; blank lines have none. A line that cannot be answered gives {"id","error"}. `meet`
    is told of the lines that have come together before the first of them is answered: nobody is waited for."""
    for lines in _come_together(stream):
        requests = [_read(line) for line in lines if line is None or line.strip()]
        if meet and len(requests) > 1:
            _tell(meet, [request for request in requests if isinstance(request, dict)])
        for request in requests:
            yield _answered(request, answer)


def _tell(meet: Meeting, requests: Sequence[Mapping[str, Any]]) -> None:
    """Told ahead, requests cost less; where that goes wrong, each is still answered by itself."""
    try:
        meet(requests)
    except Exception as error:  # nothing that one line holds may end the stream
        log.error("Lines could not be looked at together: %s\n%s", type(error).__name__, _frames(error))


def _come_together(stream: Reading) -> Iterator[list[bytes | None]]:
    """The lines as they come, those that one read gave at once; None for one that is longer than any request: it is
    passed over, never held."""
    rest, passed_over, first = b"", False, True
    while piece := stream.read1(_PIECE):
        *whole, rest = (rest + piece).split(b"\n")
        lines: list[bytes | None] = [line if len(line) < LONGEST else None for line in whole]
        if whole and passed_over:
            lines[0], passed_over = None, False
        if first and lines:
            lines[0], first = lines[0] and lines[0].removeprefix(b"\xef\xbb\xbf"), False
        if passed_over or len(rest) >= LONGEST:
            rest, passed_over = b"", True
        if lines:
            yield lines
    if passed_over or rest:
        yield [None if passed_over else rest.removeprefix(b"\xef\xbb\xbf") if first else rest]


def _read(line: bytes | None) -> dict[str, Any] | Exception:
    """The request of a line, or what is wrong with it, which `_answered` tells."""
    try:
        return _object(line)
    except Exception as error:  # nothing that one line holds may end the stream
        return error


def _answered(request: dict[str, Any] | Exception, answer: Answering) -> str:
    known: Any = None  # the id, as soon as it can be read
    try:
        if isinstance(request, Exception):
            raise request
        known = request.get("id")
        _check(request)
        given = {"id": known, **answer(request)}
        said = _ENCODER.encode(given)
        said.encode()
        return said
    except BotError as error:
        return _refusal(known, str(error))
    except Exception as error:  # nothing that one line holds may end the stream; where it broke is in the log
        log.error("A line could not be answered: %s\n%s", type(error).__name__, _frames(error))
        log.debug("It says: %s", error)
        return _refusal(known, f"this line could not be answered ({type(error).__name__})")


def _frames(error: BaseException) -> str:
    return "".join(traceback.format_tb(error.__traceback__, -3))


def _object(line: bytes | None) -> dict[str, Any]:
    """The request, its numbers as far as they are any. Raises BadInput."""
    if line is None:
        raise BadInput(f"the line is longer than {LONGEST:,} bytes")
    try:
        request = _DECODER.decode(line.decode())
    except UnicodeDecodeError as error:
        raise BadInput(f"the line is not UTF-8 (byte {error.start + 1})") from error
    except json.JSONDecodeError as error:
        raise BadInput(f"the line is not JSON: {error}") from error
    except RecursionError as error:
        raise BadInput("the line is nested too deeply") from error
    if not isinstance(request, dict):
        raise BadInput("a request must be a JSON object")
    return request


class _NoNumber:
    """Where JSON has NaN, Infinity, or a number that nobody can mean."""


def _whole(digits: str) -> int | _NoNumber:
    return int(digits) if len(digits) <= DIGITS else _NoNumber()


# Made once: `json.loads` and `json.dumps` make one for each line.
_DECODER = json.JSONDecoder(parse_int=_whole, parse_constant=lambda _: _NoNumber())
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)


def _check(request: Mapping[str, Any]) -> None:
    """Raises BadInput for what no answer could repeat: no number, half a character, nesting without end."""
    for key, value in request.items():
        if isinstance(value, str) and _is_whole_text(key) and _is_whole_text(value):
            continue  # as most are
        pending = [(key, 0), (value, 0)]
        while pending:
            part, depth = pending.pop()
            if isinstance(part, _NoNumber) or (isinstance(part, float) and not math.isfinite(part)):
                raise BadInput(f"{_shown(key)} is not a number that can be read (NaN, infinite, or too long)")
            if isinstance(part, str) and not _is_whole_text(part):
                raise BadInput(f"{_shown(key)} holds half a character (a surrogate without its other half)")
            if isinstance(part, dict | list) and depth >= DEEPEST:
                raise BadInput(f"{_shown(key)} is nested too deeply")
            if isinstance(part, dict):
                pending += [(each, depth + 1) for pair in part.items() for each in pair]
            elif isinstance(part, list):
                pending += [(each, depth + 1) for each in part]


def _is_whole_text(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _shown(key: str) -> str:
    return json.dumps(key[:40])


def _refusal(known: Any, reason: str) -> str:
    """{"id","error"}; the id is left out (null) where it is itself what cannot be said."""
    try:
        return json.dumps({"id": known, "error": reason}, allow_nan=False)
    except (TypeError, ValueError, RecursionError):
        return json.dumps({"id": None, "error": reason})
