"""Fetching over real HTTP, from a server that redirects, fails, cuts, sends nothing, HTML, or 304."""

from __future__ import annotations

import gzip
import itertools
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest

from bot.errors import RefusedEdition, Unreachable
from bot.lists.fetch import LONGEST_PAUSE, TRIES, ListClient, client_over, open_http
from bot.lists.formats import Format, not_xml
from bot.lists.publishers import LISTS, KnownList
from bot.lists.reading import Role
from tests.lists.files import ALT, SDN

Reply = tuple[int, dict[str, str], bytes]


@dataclass
class Publisher:
    """A server that answers each path from a script, and remembers what it was asked. The last answer of a
    path is given again and again."""

    address: str = ""
    script: dict[str, list[Reply]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def answer(self, path: str) -> Reply:
        replies = self.script[path]
        return replies.pop(0) if len(replies) > 1 else replies[0]

    def url(self, path: str) -> str:
        return self.address + path


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    it = Publisher()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            it.asked.append((self.path, dict(self.headers)))
            status, headers, body = it.answer(self.path)
            self.send_response(status)
            for name, value in ({"Content-Length": str(len(body))} | headers).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)
            self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    it.address = f"http://127.0.0.1:{server.server_address[1]}"
    yield it
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def pauses() -> list[float]:
    return []


@pytest.fixture
def client(pauses: list[float]) -> Iterator[ListClient]:
    with client_over(httpx.HTTPTransport()) as http:  # the publisher of these tests is on this machine
        yield ListClient(http, pause=pauses.append)


def ok(body: bytes = SDN, **headers: str) -> Reply:
    return 200, {name.replace("_", "-"): value for name, value in headers.items()}, body


def test_a_redirect_is_followed_and_the_answer_is_kept_under_the_address_asked(
    publisher: Publisher, client: ListClient
) -> None:
    """OFAC sends every request on to another signed address."""
    publisher.script = {
        "/SDN.CSV": [(302, {"Location": "/s3/one?sig=1"}, b""), (302, {"Location": "/s3/two?sig=2"}, b"")],
        "/s3/one?sig=1": [ok(ETag='"v1"')],
        "/s3/two?sig=2": [(304, {}, b"")],
    }
    first = client.fetch_file(publisher.url("/SDN.CSV"))
    again = client.fetch_file(publisher.url("/SDN.CSV"))
    assert first.content == again.content == SDN
    path, headers = publisher.asked[-1]
    assert (path, headers["If-None-Match"]) == ("/s3/two?sig=2", '"v1"')


def test_what_has_not_changed_is_not_sent_again(publisher: Publisher, client: ListClient) -> None:
    day = "Fri, 27 Feb 2026 10:00:00 GMT"
    publisher.script = {"/SDN.CSV": [ok(Last_Modified=day), (304, {}, b""), ok(ALT)]}
    assert client.fetch_file(publisher.url("/SDN.CSV")).day == "2026-02-27"
    assert client.fetch_file(publisher.url("/SDN.CSV")).content == SDN
    assert publisher.asked[-1][1]["If-Modified-Since"] == day
    assert client.fetch_file(publisher.url("/SDN.CSV")).content == ALT


def test_a_passing_failure_is_tried_again_after_longer_and_longer_pauses(
    publisher: Publisher, client: ListClient, pauses: list[float]
) -> None:
    publisher.script = {"/SDN.CSV": [(503, {}, b""), (502, {}, b""), ok()]}
    assert client.fetch_file(publisher.url("/SDN.CSV")).content == SDN
    assert pauses == [1.0, 2.0]


def test_a_server_that_asks_to_wait_is_obeyed(publisher: Publisher, client: ListClient, pauses: list[float]) -> None:
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    publisher.script = {"/SDN.CSV": [(429, {"Retry-After": "7"}, b""), (429, {"Retry-After": soon}, b""), ok()]}
    assert client.fetch_file(publisher.url("/SDN.CSV")).content == SDN
    assert pauses[0] == 7.0
    assert 25 < pauses[1] <= 30


def test_a_server_that_asks_for_too_long_a_wait_is_left_for_the_next_turn(
    publisher: Publisher, client: ListClient, pauses: list[float]
) -> None:
    publisher.script = {"/SDN.CSV": [(429, {"Retry-After": str(int(LONGEST_PAUSE) + 1)}, b"")]}
    with pytest.raises(Unreachable, match="the server answers 429"):
        client.fetch_file(publisher.url("/SDN.CSV"))
    assert pauses == []


def test_a_server_that_goes_on_failing_is_given_up(publisher: Publisher, client: ListClient) -> None:
    publisher.script = {"/SDN.CSV": [(500, {}, b"")]}
    with pytest.raises(Unreachable, match=r"SDN\.CSV of 127\.0\.0\.1 could not be fetched: the server answers 500"):
        client.fetch_file(publisher.url("/SDN.CSV"))
    assert len(publisher.asked) == TRIES


def test_a_file_that_is_not_there_is_not_asked_for_again(publisher: Publisher, client: ListClient) -> None:
    publisher.script = {"/SDN.CSV": [(404, {}, b"")]}
    with pytest.raises(Unreachable, match="the server answers 404"):
        client.fetch_file(publisher.url("/SDN.CSV"))
    assert len(publisher.asked) == 1


def test_a_body_that_is_cut_off_is_tried_again_and_never_taken_for_the_file(
    publisher: Publisher, client: ListClient
) -> None:
    cut = (200, {"Content-Length": str(len(SDN))}, SDN[:50])
    publisher.script = {"/SDN.CSV": [cut, ok()], "/ALT.CSV": [cut]}
    assert client.fetch_file(publisher.url("/SDN.CSV")).content == SDN
    with pytest.raises(Unreachable, match="the answer was cut off"):
        client.fetch_file(publisher.url("/ALT.CSV"))


@pytest.mark.parametrize(
    ("body", "words"),
    [(b"", "came empty"), (b"<!DOCTYPE html><html>EU Login</html>", "came as an HTML page")],
)
def test_nothing_and_html_are_no_list(publisher: Publisher, client: ListClient, body: bytes, words: str) -> None:
    publisher.script = {"/SDN.CSV": [ok(body)]}
    with pytest.raises(RefusedEdition, match=words):
        client.fetch_file(publisher.url("/SDN.CSV"))


def test_a_file_without_end_is_cut_short(publisher: Publisher, client: ListClient) -> None:
    client.max_bytes = 100
    publisher.script = {"/SDN.CSV": [ok(b"x" * 101)]}
    with pytest.raises(RefusedEdition, match="is larger than"):
        client.fetch_file(publisher.url("/SDN.CSV"))


def test_a_packed_answer_unpacks_to_no_more_than_its_format_has(publisher: Publisher, client: ListClient) -> None:
    publisher.script = {"/SDN.CSV": [ok(gzip.compress(b"x" * 10_000_000), Content_Encoding="gzip")]}
    with pytest.raises(RefusedEdition, match="is larger than 1 MB"):
        client.fetch_file(publisher.url("/SDN.CSV"), most=1_000_000)


def test_a_body_that_dribbles_ends(publisher: Publisher, client: ListClient, pauses: list[float]) -> None:
    ticks = itertools.count(0, 400)
    client.clock = lambda: float(next(ticks))
    publisher.script = {"/SDN.CSV": [ok(b"x" * 100)]}
    with pytest.raises(Unreachable, match="it took longer than 300 seconds"):
        client.fetch_file(publisher.url("/SDN.CSV"))
    assert pauses == []  # not tried again: other lists wait


def test_a_circle_of_redirects_and_a_server_that_is_not_there_are_said(
    publisher: Publisher, client: ListClient
) -> None:
    publisher.script = {"/SDN.CSV": [(302, {"Location": "/SDN.CSV"}, b"")]}
    with pytest.raises(Unreachable, match="redirects without end"):
        client.fetch_file(publisher.url("/SDN.CSV"))
    with pytest.raises(Unreachable, match="there is no connection"):
        client.fetch_file("http://127.0.0.1:1/SDN.CSV")


class Web:
    """The web as hosts with one page or redirect each, whatever their addresses; `asked` are the URLs."""

    def __init__(self, **hosts: str) -> None:
        self.hosts = {name.replace("__", "."): leads for name, leads in hosts.items()}
        self.asked: list[str] = []

    def answer(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(str(request.url))
        leads = self.hosts.get(request.url.host, "")
        return httpx.Response(302, headers={"Location": leads}) if leads else httpx.Response(200, content=SDN)

    def fetch(self, url: str, *hosts: str) -> bytes:
        with client_over(httpx.MockTransport(self.answer)) as http:
            return ListClient(http, pause=lambda seconds: None).fetch_file(url, hosts).content


OFAC = "https://sanctionslistservice.ofac.treas.gov/SDN.CSV"


@pytest.mark.parametrize(
    "leads",
    [
        "http://sanctionslistservice.ofac.treas.gov/SDN.CSV",
        "https://127.0.0.1/SDN.CSV",
        "https://[::1]/SDN.CSV",
        "https://169.254.169.254/latest/meta-data",
        "https://localhost/SDN.CSV",
        "https://example.org/SDN.CSV",
        "https://treas.gov.example.org/SDN.CSV",
        "https://nottreas.gov/SDN.CSV",
        "https://treas.gov@example.org/SDN.CSV",
        "https://bucket.s3.us-gov-west-1.amazonaws.com/SDN.CSV",
        "https://www.treas.gov:8443/SDN.CSV",
        "//127.0.0.1/SDN.CSV",
        "ftp://www.treas.gov/SDN.CSV",
        "https://",
        "https://[",
    ],
)
def test_a_redirect_out_of_the_publishers_house_is_not_followed(leads: str) -> None:
    web = Web(sanctionslistservice__ofac__treas__gov=leads)
    with pytest.raises(Unreachable, match=r"SDN\.CSV of sanctionslistservice\.ofac\.treas\.gov"):
        web.fetch(OFAC, "*.treas.gov")
    assert set(web.asked) == {OFAC}


def test_nor_is_the_last_of_several() -> None:
    web = Web(sanctionslistservice__ofac__treas__gov="https://www.treas.gov/a", www__treas__gov="https://127.0.0.1/b")
    with pytest.raises(Unreachable, match=r"redirects to 127\.0\.0\.1, not registered"):
        web.fetch(OFAC, "*.treas.gov")
    assert len(web.asked) == 2


@pytest.mark.parametrize(
    "leads", ["/other.csv", "https://www.treas.gov/SDN.CSV", "https://TREAS.GOV/SDN.CSV", "https://files.un.org/x"]
)
def test_a_redirect_to_a_registered_host_is_followed(leads: str) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        first = str(request.url) == OFAC
        return httpx.Response(302, headers={"Location": leads}) if first else httpx.Response(200, content=SDN)

    with client_over(httpx.MockTransport(answer)) as http:
        assert ListClient(http).fetch_file(OFAC, ("*.treas.gov", "files.un.org")).content == SDN


def test_every_list_that_is_fetched_says_where_it_may_be_redirected_and_starts_encrypted() -> None:
    fetched = [one for one in LISTS.values() if one.urls]
    assert fetched
    assert all(one.hosts for one in fetched)
    assert all(url.startswith("https://") for one in fetched for url in one.urls.values())


def test_a_server_on_this_machine_is_not_asked(publisher: Publisher) -> None:
    publisher.script = {"/SDN.CSV": [ok()]}
    with open_http() as http, pytest.raises(Unreachable, match="private network"):
        ListClient(http).fetch_file(publisher.url("/SDN.CSV"))
    assert publisher.asked == []


def test_a_whole_list_is_fetched_file_by_file(
    publisher: Publisher, client: ListClient, a_known_list: Callable[..., KnownList]
) -> None:
    publisher.script = {
        "/SDN.CSV": [ok(Last_Modified="Thu, 28 Dec 2023 18:43:00 GMT")],
        "/ALT.CSV": [ok(ALT, Last_Modified="Mon, 01 Jan 2024 00:00:00 GMT")],
    }
    known = a_known_list(primary=publisher.url("/SDN.CSV"), alt=publisher.url("/ALT.CSV"))
    found = client.fetch(known)
    assert dict(found.files) == {"primary": SDN, "alt": ALT}
    assert (found.day, found.origin) == ("2023-12-28", "127.0.0.1")


@pytest.fixture
def a_known_list() -> Callable[..., KnownList]:
    def make(**urls: str) -> KnownList:
        roles = (Role("primary", ("sdn.csv",), 12, required=True), Role("alt", ("alt.csv",), 5))
        csv = Format("csv", "CSV", roles, LISTS["us_ofac_sdn"].read, not_xml, urls=urls)
        return KnownList("us_ofac_sdn", "", "", "", stale_after_days=1, formats=(csv,))

    return make
