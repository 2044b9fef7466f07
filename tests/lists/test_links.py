"""The address of the UK list is read from the publisher's page each time."""

from __future__ import annotations

import httpx
import pytest

from bot.lists.fetch import ListClient, client_over
from bot.lists.links import on_page
from bot.lists.publishers import LISTS

UK = LISTS["gb_uksl"]
XML, CSV = UK.formats
PAGE = """<html><body><a href="https://example.org/UK-Sanctions-List.xml">not theirs</a>
<a href="https://assets.publishing.service.gov.uk/old/UK-Sanctions-List.xml">elsewhere</a>
<section id="documents"><a href="https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.html">HTML</a>
<a href="{}">XML</a><a href="https://sanctionslist.fcdo.gov.uk/new/UK-Sanctions-List.csv">CSV</a></section></body></html>"""
MOVED = "https://sanctionslist.fcdo.gov.uk/moved/2026/UK_Sanctions_List.xml"
WHOLE = b"<Designations><DateGenerated>08/10/2026</DateGenerated></Designations>"


def test_links_among_the_documents_lead_to_the_files() -> None:
    page = PAGE.format(MOVED).encode()
    assert on_page(page, UK, XML) == {"xml": MOVED}
    assert on_page(page, UK, CSV) == {"csv": "https://sanctionslist.fcdo.gov.uk/new/UK-Sanctions-List.csv"}


@pytest.mark.parametrize(
    "link",
    [
        "http://sanctionslist.fcdo.gov.uk/UK-Sanctions-List.xml",
        "https://gov.uk.example.org/UK-Sanctions-List.xml",
        "https://127.0.0.1/UK-Sanctions-List.xml",
        "javascript:UK-Sanctions-List.xml",
        "https://[/UK-Sanctions-List.xml",
        "https://sanctionslist.fcdo.gov.uk/docs/ConList.xml",
    ],
)
def test_a_link_out_of_the_publishers_house_or_to_another_file_is_none(link: str) -> None:
    page = f'<section id="documents"><a href="{link}">XML</a></section>'.encode()
    assert on_page(page, UK, XML) == {}


@pytest.mark.parametrize("page", [b"", b"plain words", b"\x00\xff", b"<a>no address</a>"])
def test_a_page_without_links_gives_none(page: bytes) -> None:
    assert on_page(page, UK, XML) == {}


@pytest.mark.parametrize(
    ("page", "asked"),
    [(httpx.Response(200, text=PAGE.format(MOVED)), MOVED), (httpx.Response(404), XML.urls["xml"])],
)
def test_the_list_is_fetched_from_where_the_page_says_else_from_where_it_was(page: httpx.Response, asked: str) -> None:
    seen: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(str(request.url))
        return page if str(request.url) == UK.link_page else httpx.Response(200, content=WHOLE)

    with client_over(httpx.MockTransport(answer)) as http:
        found = ListClient(http, pause=lambda seconds: None).fetch(UK)
    assert seen == [UK.link_page, asked]
    assert found.files == {"xml": WHOLE}
