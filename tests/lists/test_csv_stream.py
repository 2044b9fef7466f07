"""A CSV file of any size is read row by row, and what is no list is refused in a sentence."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import RefusedEdition
from bot.lists import csv_stream
from bot.lists.content import PIECE, Content, Spooled

MOST = 1_000_000


def in_memory(content: bytes) -> Content:
    return content


def in_a_file(content: bytes) -> Content:
    return Spooled([content])


def rows_of(content: Content) -> list[dict[str, str]]:
    records = csv_stream.records("a.csv", content, MOST)
    return [*csv_stream.rows("a.csv", csv_stream.first_record("a.csv", records), records)]


def written(records: list[list[str]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(records)
    return text.getvalue().encode()


cells = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=12)


@given(st.lists(st.lists(cells, min_size=2, max_size=4), min_size=1, max_size=8))
def test_every_record_comes_as_it_was_written(records: list[list[str]]) -> None:
    records = [["head", "of the table"], *records]
    for kept in (in_memory, in_a_file):
        assert [*csv_stream.records("a.csv", kept(written(records)), MOST)] == records


def test_a_letter_or_a_record_that_lies_over_the_end_of_a_piece_is_whole() -> None:
    long = "Ж" * 50_001
    records = [["a", "b"], *(["x", f"{long}\r\n{long}"] for _ in range(5))]
    assert len(written(records)) > 3 * PIECE
    assert [*csv_stream.records("a.csv", in_a_file(written(records)), 10 * MOST)] == records


@pytest.mark.parametrize("kept", [in_memory, in_a_file])
@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"<html><body>Maintenance</body></html>", "is an HTML page"),
        ("a;b\r\n".encode("utf-16"), "is not UTF-8 text"),
        (b"a,b\r\n" + b"1,2\r\n" * 20_000 + b"1,\xff\r\n", "is not UTF-8 text"),
        (b"a,b\r\n" + b"1,2\r\n" * 20_000 + b"1,\x00\r\n", "is not UTF-8 text"),
        (b"a,b\r\n" + b"1,2\r\n" * 300_000, "is larger than 1 MB"),
        (b"a,b\r\n1,2\r\n1\r\n", "holds 1 columns in record 2 where 2 belong"),
        (b'a,b\r\n1,2\r\n1,"2', "is cut or damaged after record 1"),
    ],
)
def test_what_is_no_table_is_refused(kept: Callable[[bytes], Content], content: bytes, words: str) -> None:
    with pytest.raises(RefusedEdition, match=words):
        rows_of(kept(content))


def test_the_records_of_each_party_are_counted_before_they_are_read() -> None:
    content = b"id,name\r\n 7 ,A\r\n8,B\r\n\r\n7,C\r\n"
    records = csv_stream.records("a.csv", content, MOST)
    columns = csv_stream.first_record("a.csv", records)
    assert csv_stream.rows_of_each("a.csv", columns, records, "id") == {"7": 2, "8": 1}
