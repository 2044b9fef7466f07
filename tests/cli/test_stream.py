"""JSON lines: whatever a line holds, it has an answer, and so have those after it."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.cli.stream import LONGEST, answered_lines
from bot.errors import BadInput
from tests.cli.conftest import Run

DIGITS = "9" * 5_000
BAD = {
    "half a character": b'{"id":1,"%s":"Ros\\ud800neft"}',
    "half a character at the end": b'{"id":1,"%s":"Rosneft\\udfff"}',
    "half a character in a key": b'{"id":1,"%s":"Rosneft","k\\udc00":1}',
    "a number of 5,000 digits": b'{"id":1,"%s":"Rosneft","n":' + DIGITS.encode() + b"}",
    "such a number within lists": b'{"id":1,"%s":"Rosneft","n":[[{"a":-' + DIGITS.encode() + b"}]]}",
    "no number": b'{"id":1,"%s":NaN}',
    "no number beside": b'{"id":1,"%s":"Rosneft","n":-Infinity}',
    "a float without end": b'{"id":1,"%s":"Rosneft","n":1e999}',
    "lists within lists": b'{"id":1,"%s":"Rosneft","n":' + b"[" * 100 + b"]" * 100 + b"}",
    "a number": b'{"id":1,"%s":7}',
    "null": b'{"id":1,"%s":null}',
    "a list": b'{"id":1,"%s":["Rosneft"]}',
    "an object": b'{"id":1,"%s":{"a":"Rosneft"}}',
    "true": b'{"id":1,"%s":true}',
    "nothing": b'{"id":1}',
}
UNREADABLE = {
    "an id of half a character": b'{"id":"\\ud800","%s":7}',
    "an id of 5,000 digits": b'{"id":' + DIGITS.encode() + b',"%s":"Rosneft"}',
    "an id that is no number": b'{"id":NaN,"%s":"Rosneft"}',
    "nesting without end": b'{"id":1,"%s":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "a list alone": b"[1]",
    "a string alone": b'"%s"',
    "a number alone": b"7",
    "null alone": b"null",
    "an open brace": b"{",
    "half a line": b'{"id":1,"%s":"Ros',
    "bytes that are no UTF-8": b'{"id":1,"%s":"\xff\xfe"}',
    "UTF-16": '{"id":1}'.encode("utf-16"),
    "NUL": b"\x00\x00",
    "a line of megabytes": b'{"id":1,"%s":"' + b"Rosneft " * LONGEST + b'"}',
}


@pytest.mark.parametrize(("command", "field"), [("ask", "text"), ("screen", "name")])
def test_a_bad_line_has_an_error_with_its_id_and_the_next_an_answer(loaded: Run, command: str, field: str) -> None:
    good = json.dumps({"id": "good", field: "Bank of Russia"}).encode()
    bad = [line.replace(b"%s", field.encode()) for line in (*BAD.values(), *UNREADABLE.values())]
    answers = loaded(command, "--jsonl", stdin=b"\n".join([*bad, b"", good])).lines
    assert len(answers) == len(bad) + 1
    for said, what in zip(answers, (*BAD, *UNREADABLE), strict=False):
        assert set(said) == {"id", "error"}, what
        assert said["id"] == (1 if what in BAD else None) or what == "an id of half a character", what
        assert said["error"], what
    assert answers[-1]["id"] == "good"
    assert answers[-1].get("verdict", answers[-1].get("verdicts")) in ("listed", ["listed"])


@pytest.mark.parametrize(
    "now",
    [
        "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59-12:00",
        "1899-12-31",
        "2201-01-01",
        "2" * 10_000,
        "",
        7,
        {},
        [],
        True,
    ],
)
@pytest.mark.parametrize("text", ["what changed last week?", "is Bank of Russia sanctioned?"])
def test_a_time_in_which_nobody_asks_is_an_error_of_its_line(loaded: Run, now: Any, text: str) -> None:
    lines = [{"id": 1, "text": text, "now": now}, {"id": 2, "text": text, "now": "2026-03-02"}]
    bad, good = loaded("ask", "--jsonl", stdin="".join(json.dumps(line) + "\n" for line in lines)).lines
    assert set(bad) == {"id", "error"}
    assert '"now"' in bad["error"]
    assert good["text"]


@pytest.mark.parametrize(
    "more",
    [
        {"limit": -1}, {"limit": 0}, {"limit": 10**9}, {"limit": 1e9}, {"limit": "3"}, {"limit": True}, {"limit": 2.5},
        {"schema": "Robot"}, {"schema": ["Person"]}, {"schema": 7},
        {"birth_date": ["1956"]}, {"birth_date": True}, {"country": 7}, {"country": {"a": 1}},
        {"identifiers": ["imo"]}, {"identifiers": "imo"}, {"identifiers": {"imo": [1]}}, {"identifiers": {"imo": 1.5}},
        {"pair": ["a"]}, {"pair": ["a", "b", "c"]}, {"pair": [1, 2]}, {"pair": "ab"}, {"pair": None},
        {"name": ""}, {"name": "  "}, {"name": "Rosneft " * 1_000},
    ],
)  # fmt: skip
def test_a_request_of_wrong_types_is_an_error_and_not_guessed_at(loaded: Run, more: dict[str, Any]) -> None:
    lines = [{"id": 1, "name": "Rosneft", **more}, {"id": 2, "name": "Bank of Russia", "limit": None, "schema": None}]
    bad, good = loaded("screen", "--jsonl", stdin="".join(json.dumps(line) + "\n" for line in lines)).lines
    assert set(bad) == {"id", "error"}
    assert bad["id"] == 1
    assert (good["id"], good["verdict"]) == (2, "listed")


def test_whatever_goes_wrong_in_an_answer_ends_that_line_alone() -> None:
    def answer(request: Any) -> dict[str, Any]:
        if request["id"] == 2:
            raise OverflowError("date value out of range")
        if request["id"] == 3:
            return {"score": float("nan")}
        return {"told": "ü"}

    lines = io.BytesIO(b'\xef\xbb\xbf{"id":1}\r\n\n{"id":2}\n{"id":3}\n{"id":4}')
    one, two, three, four = (json.loads(line) for line in answered_lines(lines, answer))
    assert one == {"id": 1, "told": "ü"}
    assert two == {"id": 2, "error": "this line could not be answered (OverflowError)"}
    assert three["id"] == 3
    assert "error" in three
    assert four["told"]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.binary(max_size=60).map(lambda line: line.replace(b"\n", b" ")), max_size=8))
def test_every_line_that_holds_anything_has_one_answer_in_json(lines: list[bytes]) -> None:
    def refuse(request: Any) -> dict[str, Any]:
        raise BadInput("no")

    answers = [json.loads(line) for line in answered_lines(io.BytesIO(b"\n".join(lines)), refuse)]
    assert len(answers) == sum(1 for number, line in enumerate(lines) if holds(line, number == 0))
    assert all(set(answer) == {"id", "error"} for answer in answers)


def test_what_goes_wrong_ahead_of_the_answers_costs_none_of_them() -> None:
    def meet(requests: Any) -> None:
        raise OverflowError

    lines = io.BytesIO(b'{"id":1}\n{"id":2}\n')
    assert [json.loads(line) for line in answered_lines(lines, lambda request: {}, meet)] == [{"id": 1}, {"id": 2}]


class InPieces:
    """What comes in pieces of some size, as through a pipe, and remembers how much was asked for."""

    def __init__(self, whole: bytes, size: int) -> None:
        self.whole, self.size, self.given = whole, size, 0

    def read1(self, size: int = -1, /) -> bytes:
        piece = self.whole[self.given : self.given + self.size]
        self.given += len(piece)
        return piece


@pytest.mark.parametrize("size", [1, 7, 30_000, 2 * LONGEST])
def test_how_the_bytes_come_changes_no_answer(size: int) -> None:
    lines = [b'{"id":1}', b"", b"x" * (LONGEST if size > 7 else 3), b'{"id":"\xc3\xbc"}', b'{"id":3}']
    stream = InPieces(b"\xef\xbb\xbf" + b"\n".join(lines), size)
    answers = [json.loads(line) for line in answered_lines(stream, lambda request: {"told": True})]
    assert [answer.get("told") for answer in answers] == [True, None, True, True]
    assert [answer["id"] for answer in answers] == [1, None, "ü", 3]


def test_a_line_is_answered_before_the_next_has_come() -> None:
    stream = InPieces(b'{"id":1}\n{"id":2}\n', len(b'{"id":1}\n'))
    answers = answered_lines(stream, lambda request: {"came": stream.given})
    assert json.loads(next(answers)) == {"id": 1, "came": len(b'{"id":1}\n')}


def test_lines_that_have_come_together_are_told_of_before_the_first_is_answered() -> None:
    together: list[list[Any]] = []
    stream = io.BytesIO(b'{"id":1}\nno JSON\n{"id":2}\n')
    answers = answered_lines(stream, lambda request: {}, lambda some: together.append([each["id"] for each in some]))
    assert json.loads(next(answers)) == {"id": 1}
    assert together == [[1, 2]]


def holds(line: bytes, is_first: bool) -> bool:
    return bool((line.removeprefix(b"\xef\xbb\xbf") if is_first else line).strip())
