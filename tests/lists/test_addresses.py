"""Which addresses are asked for lists, and that the one which was checked is the one which is connected to."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest

from bot.errors import Unreachable
from bot.lists.addresses import PublicTransport, is_public, is_registered

PUBLIC, OTHER = "8.8.8.8", "2001:4860:4860::8888"


@pytest.mark.parametrize("address", [PUBLIC, OTHER, "52.61.0.1", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_an_address_of_the_open_internet_is_public(address: str):
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.9.9.9",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "100.64.0.1",
        "169.254.169.254",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2002:a00:1::",
        "localhost",
        "0x7f000001",
        "",
    ],
)
def test_an_address_of_a_network_of_ones_own_is_not_nor_is_one_within_another(address: str):
    assert not is_public(address)


def test_a_host_is_registered_by_name_or_below_a_domain():
    assert is_registered("WWW.Treas.gov.", ("*.treas.gov",))
    assert is_registered("treas.gov", ("*.treas.gov",))
    assert is_registered("files.un.org", ("un.org", "files.un.org"))
    assert not is_registered("files.un.org", ("un.org",))
    assert not is_registered("nottreas.gov", ("*.treas.gov",))
    assert not is_registered("", ("*.treas.gov",))


class Wire(httpx.BaseTransport):
    """What was connected to: address, Host, name of the certificate. Addresses in `down` do not answer."""

    def __init__(self, *down: str) -> None:
        self.down = down
        self.asked: list[tuple[str, str, str]] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.asked.append((request.url.host, request.headers["Host"], request.extensions["sni_hostname"]))
        if request.url.host in self.down:
            raise httpx.ConnectError("down", request=request)
        return httpx.Response(200, content=b"list")


def asked(url: str, wire: Wire, *answers: list[str]) -> httpx.Response:
    """Ask for a URL while the resolver gives these answers, one a look-up."""
    given = iter(answers)
    with httpx.Client(transport=PublicTransport(lambda host, port: next(given), wire)) as http:
        return http.get(url)


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def test_the_address_that_was_checked_is_asked_by_the_hosts_own_name():
    wire = Wire()
    assert asked("https://files.un.org/x", wire, [PUBLIC]).content == b"list"
    assert wire.asked == [(PUBLIC, "files.un.org", "files.un.org")]


def test_a_name_that_changes_its_address_between_two_looks_is_looked_up_once():
    wire = Wire()
    asked("https://files.un.org/x", wire, [PUBLIC], ["127.0.0.1"])
    assert [address for address, _, _ in wire.asked] == [PUBLIC]


@pytest.mark.parametrize("answer", [["127.0.0.1"], [PUBLIC, "10.0.0.1"], ["::ffff:127.0.0.1"]])
def test_a_name_with_any_private_address_is_not_asked_at_all(answer: list[str]):
    wire = Wire()
    with pytest.raises(Unreachable, match="private network"):
        asked("https://files.un.org/x", wire, answer)
    assert wire.asked == []


def test_the_second_address_is_asked_where_the_first_is_down():
    wire = Wire(OTHER)
    assert asked("https://files.un.org/x", wire, [OTHER, PUBLIC]).status_code == 200
    with pytest.raises(httpx.ConnectError):
        asked("https://files.un.org/x", Wire(OTHER), [OTHER])
    with pytest.raises(httpx.ConnectError, match="no address"):
        asked("https://files.un.org/x", Wire(), [])


def test_a_name_that_cannot_be_resolved_is_no_connection():
    def fails(host: str, port: int) -> list[str]:
        raise OSError("no such host")

    with httpx.Client(transport=PublicTransport(fails, Wire())) as http, pytest.raises(httpx.ConnectError):
        http.get("https://nowhere.example/")


@pytest.fixture
def proxy() -> Iterator[tuple[str, list[str]]]:
    """A proxy, and what it was asked for."""
    seen: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append(self.path)
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"127.0.0.1:{server.server_address[1]}", seen
    server.shutdown()
    server.server_close()
    thread.join()


def test_the_proxy_of_the_environment_resolves_for_us(proxy: tuple[str, list[str]], monkeypatch: pytest.MonkeyPatch):
    address, seen = proxy
    monkeypatch.setenv("http_proxy", address)
    monkeypatch.setenv("no_proxy", "un.org")
    wire = Wire()
    asked("http://lists.example.org/x", wire, [PUBLIC])
    assert seen == ["http://lists.example.org/x"]
    assert wire.asked == []
    asked("http://un.org/x", wire, [PUBLIC])
    assert [host for _, host, _ in wire.asked] == ["un.org"]
