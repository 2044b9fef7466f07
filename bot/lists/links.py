"""The addresses of a list's files as the publisher's own page has them: publishers move files, and mend the page."""

from __future__ import annotations

from collections.abc import Iterable

import httpx
from lxml import etree, html

from bot.lists.addresses import is_registered
from bot.lists.formats import Format
from bot.lists.publishers import KnownList


def on_page(page: bytes, known: KnownList, of: Format) -> dict[str, str]:
    """The addresses of a format's files by role, of those that the page links to; nothing for a page without them.

    A link counts that is encrypted, leads to a registered host and ends in a name of the file, whether its words
    are parted by - or _. Links among the documents of the page come before others.
    """
    found: dict[str, str] = {}
    for link in _links(page, known.link_page):
        if link.scheme != "https" or not is_registered(link.host, known.hosts):
            continue
        name = link.path.rsplit("/", 1)[-1].casefold()
        for role in of.roles:
            if _bare(name) in map(_bare, role.names):
                found.setdefault(role.key, str(link))
    return found


def _links(page: bytes, address: str) -> Iterable[httpx.URL]:
    try:
        document = html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8", no_network=True))
    except (etree.ParserError, ValueError):
        return
    among = [
        link for section in document.iter("section") if section.get("id") == "documents" for link in section.iter("a")
    ]
    for one in [*among, *document.iter("a")]:
        href = one.get("href", "")
        try:
            yield httpx.URL(address).join(str(href))
        except httpx.InvalidURL:
            continue


def _bare(name: str) -> str:
    return name.replace("_", "-")
