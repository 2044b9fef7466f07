"""A published file's bytes: the same in memory and on disk."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.lists import content as contents
from bot.lists.content import Spooled, digest, head, kept, packed, pieces_of, unpacked, whole


@given(st.binary(max_size=200), st.integers(min_value=1, max_value=60))
def test_a_file_is_what_its_pieces_are(text: bytes, size: int) -> None:
    pieces = [text[start : start + size] for start in range(0, len(text), size)]
    for content in (kept(pieces), Spooled(pieces)):
        assert whole(content) == text
        assert b"".join(pieces_of(content)) == text
        assert head(content, 7) == text[:7]
        assert len(content) == len(text)
        assert whole(unpacked(packed(content))) == text
        assert digest({"a": content}) == digest({"a": text})


def test_a_large_file_lies_on_disk_and_can_be_read_twice() -> None:
    piece = b"x" * 1_000_000
    content = kept([piece] * 20)
    assert isinstance(content, Spooled)
    assert sum(map(len, pieces_of(content))) == sum(map(len, pieces_of(content))) == 20 * len(piece)
    assert isinstance(unpacked(packed(content)), Spooled)
    assert isinstance(kept([piece]), bytes)
    assert 16 * len(piece) == contents.IN_MEMORY


def test_two_files_are_no_other_two() -> None:
    assert digest({"a": b"xy", "b": b"z"}) != digest({"a": b"x", "b": b"yz"})
    assert digest({"a": b"x"}) != digest({"b": b"x"})
