"""Is this a whole list? Every refusal is one sentence; what is refused never replaces the last good edition."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from bot.errors import RefusedEdition

_BOMS = (b"\xff\xfe", b"\xfe\xff")


def decoded(name: str, content: bytes, max_bytes: int) -> str:
    """The text of a file. Refuses what is empty, HTML, over-large or not UTF-8."""
    if not content.strip(b" \t\r\n\x1a\xef\xbb\xbf"):
        raise RefusedEdition(f"{name} is empty ({len(content)} bytes).")
    if len(content) > max_bytes:
        raise RefusedEdition(f"{name} is larger than {max_bytes // 1_000_000} MB, the most that this list may be.")
    if content.startswith(_BOMS) or b"\x00" in content:
        raise RefusedEdition(f"{name} is not UTF-8 text.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RefusedEdition(f"{name} is not UTF-8 text (byte {error.start:,} cannot be read).") from error
    if is_html(text):
        raise RefusedEdition(f"{name} is an HTML page, not a list.")
    return text


def is_html(text: str) -> bool:
    head = text.lstrip("\ufeff \t\r\n")[:1000].casefold()
    return head.startswith("<!doctype html") or "<html" in head


def xml_root(name: str, content: bytes, root: str, max_bytes: int) -> Element:
    """The root element, which must be called `root`. Entities, DTDs and ill-formed text are refused."""
    text = decoded(name, content, max_bytes)
    if not text.lstrip().startswith("<"):
        raise RefusedEdition(f"{name} is not XML; this list is read from an XML file.")
    try:
        element: Element = fromstring(text, forbid_dtd=True)  # as UTF-8, whatever it declares
    except ParseError as error:
        raise RefusedEdition(f"{name} is not well-formed XML ({error}).") from error
    except DefusedXmlException as error:
        raise RefusedEdition(f"{name} holds a document type or entities, which a list never does.") from error
    if local_name(element.tag) != root:
        raise RefusedEdition(f"{name} is another list: its root is {local_name(element.tag)[:60]}, not {root}.")
    return element


def local_name(tag: str) -> str:
    return tag.rsplit("}", 1)[-1]


def refuse_duplicates(name: str, keys: Iterable[str]) -> None:
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            raise RefusedEdition(f"{name} holds the entry {key} twice.")
        seen.add(key)


def refuse_other_count(name: str, stated: int, read: int) -> None:
    """A file that says how many entries it holds, and holds another number of them. 0: it says nothing."""
    if stated and stated != read:
        raise RefusedEdition(f"{name} says that it holds {stated:,} entries, and holds {read:,}: it is cut or damaged.")


def refuse_none(name: str, entries: Sequence[object]) -> None:
    if not entries:
        raise RefusedEdition(f"{name} holds no entries.")
