"""XML files read entry by entry: of a file of any size no more than one entry is in memory.

Nothing outside the file is ever read: no network, no document types, no entities.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, cast

from lxml import etree

from bot.errors import RefusedEdition
from bot.lists.content import Content, head, pieces_of
from bot.lists.reading import Progress, silent

_BOMS = (b"\xff\xfe", b"\xfe\xff")
_MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Root:
    """The first element of a file. `name` is without its namespace: publishers change those."""

    name: str
    namespace: str = ""
    attributes: dict[str, str] = field(default_factory=dict)


def root_of(name: str, content: Content) -> Root:
    """The root element of an XML file, from its beginning. Raises RefusedEdition where it is none."""
    start = head(content)
    _refuse_no_text(name, start, len(content))
    parser = _parser(events=("start",))
    try:
        parser.feed(start)
        for element in _elements(parser):
            return _root(name, element)
    except etree.XMLSyntaxError as error:
        raise RefusedEdition(f"{name} is not well-formed XML ({_why(error)}).") from error
    raise RefusedEdition(f"{name} is not XML, or its beginning holds no element.")


def is_xml(content: Content) -> bool:
    return head(content, 1000).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


@dataclass(frozen=True, slots=True)
class Entries:
    """The elements of some names in a file, in their order, wherever they stand; each is emptied after its turn.

    Raises RefusedEdition, while it is read, for a file that is cut, damaged, too large or has another root.
    """

    name: str  # of the file, for messages
    content: Content
    root: str
    of: tuple[str, ...]
    max_bytes: int
    progress: Progress = silent

    def __iter__(self) -> Iterator[etree._Element]:
        size = len(self.content)
        if size > self.max_bytes:
            raise RefusedEdition(f"{self.name} is larger than {self.max_bytes // _MB} MB, the most it may be.")
        found = root_of(self.name, self.content)
        if found.name != self.root:
            raise RefusedEdition(f"{self.name} is another list: its root is {found.name[:60]}, not {self.root}.")
        parser = _parser(events=("end",), tag=tuple(f"{{*}}{tag}" for tag in self.of))
        done = 0
        try:
            for piece in pieces_of(self.content):
                parser.feed(piece)
                done += len(piece)
                self.progress("reading", done // _MB, size // _MB)
                for element in _elements(parser):
                    yield element
                    free(element)
            parser.close()
        except etree.XMLSyntaxError as error:
            raise RefusedEdition(f"{self.name} is not well-formed XML ({_why(error)}).") from error


def free(element: etree._Element) -> None:
    """Forget an element that has had its turn, and all that stands before it."""
    element.clear()
    parent = element.getparent()
    if parent is not None:
        while element.getprevious() is not None:
            del parent[0]


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; "" for a comment or a processing instruction."""
    return _local_name(element.tag)


@lru_cache(maxsize=1_000)
def _local_name(tag: object) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def text_of(element: etree._Element | None) -> str:
    """The text of an element, its white space collapsed."""
    if element is None or not element.text:
        return ""
    return " ".join(element.text.split())


def fields_of(element: etree._Element) -> dict[str, str]:
    """The texts of an element's children by their names; of a name that comes twice, the first."""
    found: dict[str, str] = {}
    for child in element:
        name = local(child)
        if name and name not in found:
            found[name] = text_of(child)
    return found


def child(element: etree._Element, name: str) -> etree._Element | None:
    return next((one for one in element if local(one) == name), None)


def children(element: etree._Element | None, name: str) -> Iterable[etree._Element]:
    return () if element is None else (one for one in element if local(one) == name)


def _elements(parser: etree.XMLPullParser) -> Iterator[etree._Element]:
    """The elements whose events the parser has met; no other events are asked for."""
    return (cast(etree._Element, element) for _, element in parser.read_events())


def _parser(events: tuple[Literal["start", "end"], ...], tag: tuple[str, ...] | None = None) -> etree.XMLPullParser:
    return etree.XMLPullParser(
        events=events,
        tag=tag,
        encoding="utf-8",  # whatever the file declares
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _root(name: str, element: etree._Element) -> Root:
    if element.getroottree().docinfo.internalDTD is not None:
        raise RefusedEdition(f"{name} holds a document type or entities, which a list never does.")
    qualified = etree.QName(element)
    attributes = {str(key): str(value) for key, value in element.attrib.items()}
    return Root(qualified.localname, qualified.namespace or "", attributes)


def _refuse_no_text(name: str, start: bytes, size: int) -> None:
    if not start.strip(b" \t\r\n\x1a\xef\xbb\xbf"):
        raise RefusedEdition(f"{name} is empty ({size} bytes).")
    if start.startswith(_BOMS) or b"\x00" in start:
        raise RefusedEdition(f"{name} is not UTF-8 text.")
    shown = start[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if shown.startswith(b"<!doctype html") or b"<html" in shown:
        raise RefusedEdition(f"{name} is an HTML page, not a list.")
    if not shown.startswith(b"<"):
        raise RefusedEdition(f"{name} is not XML; this list is read from an XML file.")


def _why(error: etree.XMLSyntaxError) -> str:
    return str(error.msg or error)[:160]
