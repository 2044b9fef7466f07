"""XML read entry by entry: nothing from outside the file, nothing half read, and never more than an entry in memory."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator

import pytest

from bot.errors import RefusedEdition
from bot.lists.content import Spooled, kept
from bot.lists.xml_stream import Entries, fields_of, root_of

SMALL = b'<?xml version="1.0"?><list xmlns="urn:a" day="1"><a>1</a><b><c> x  y </c></b><a>2</a></list>'


def entries(content: bytes, *of: str, root: str = "list", max_bytes: int = 1_000_000) -> list[dict[str, str]]:
    return [fields_of(one) | {"": one.text or ""} for one in Entries("x.xml", content, root, of, max_bytes)]


def test_elements_come_in_order_whatever_their_namespace() -> None:
    assert entries(SMALL, "a", "b") == [{"": "1"}, {"c": "x y", "": ""}, {"": "2"}]
    root = root_of("x.xml", SMALL)
    assert (root.name, root.namespace, root.attributes) == ("list", "urn:a", {"day": "1"})


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", r"is empty \(0 bytes\)"),
        (b"\xef\xbb\xbf \n", "is empty"),
        (b"<!DOCTYPE html><html></html>", "is an HTML page"),
        (b"36,NAME", "is not XML"),
        (SMALL.decode().encode("utf-16"), "is not UTF-8"),
        (SMALL[:-8], "not well-formed"),
        (SMALL + b"<more/>", "not well-formed"),
        (SMALL.replace(b"x  y", b"\xff\xfe"), "not well-formed"),
        (SMALL.replace(b"x  y", b"\x19"), "not well-formed"),
        (SMALL.replace(b"x  y", b"&amp;unknown; &unknown;"), "not well-formed"),
        (b"<!-- nothing -->", "not XML, or its beginning"),
        (SMALL.replace(b"list", b"other"), "its root is other, not list"),
    ],
)
def test_what_is_no_whole_file_is_refused(content: bytes, words: str) -> None:
    with pytest.raises(RefusedEdition, match=words):
        entries(content, "a")


@pytest.mark.parametrize(
    "doctype",
    [
        b'<!DOCTYPE list [<!ENTITY a "b">]>',
        b'<!DOCTYPE list [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        b'<!DOCTYPE list SYSTEM "http://127.0.0.1:1/x.dtd">',
        b'<!DOCTYPE list [<!ENTITY % a SYSTEM "http://127.0.0.1:1/x"> %a;]>',
    ],
)
def test_document_types_are_refused_before_anything_of_them_is_used(doctype: bytes) -> None:
    with pytest.raises(RefusedEdition, match="document type or entities"):
        entries(SMALL.replace(b"?>", b"?>" + doctype), "a")


def test_a_bomb_of_entities_is_refused_at_once() -> None:
    levels = b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12))
    bomb = b'<!DOCTYPE list [<!ENTITY a0 "ha">' + levels + b'<!ATTLIST list x CDATA "&a11;">]><list>&a11;</list>'
    with pytest.raises(RefusedEdition):
        entries(bomb, "a")


def test_a_file_is_bounded() -> None:
    with pytest.raises(RefusedEdition, match="is larger than 0 MB"):
        entries(SMALL, "a", max_bytes=50)


def test_of_a_large_file_one_entry_is_in_memory_at_a_time() -> None:
    def pieces() -> Iterator[bytes]:
        yield b"<list>"
        for number in range(300_000):
            yield b"<a><name>party number %d</name><more>" % number + b"x" * 60 + b"</more></a><other>1</other>"
        yield b"</list>"

    content = kept(pieces())
    assert isinstance(content, Spooled)
    assert len(content) > 30_000_000
    tracemalloc.start()
    count = sum(1 for _ in Entries("x.xml", content, "list", ("a",), 100_000_000))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 300_000
    assert peak < 4_000_000
