"""The publishers' servers, played by one on this machine that behaves as they do.

OFAC sends every request on to a signed address of another host, another one each time, which is there once. The UK's
page links to where the list is today. The EU asks for its token, and else shows a page to log in. All but that page
give an ETag and answer 304 to who has the file. What a server has not is 404.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from bot.lists.fetch import ListClient, open_http

OFAC = "sanctionslistservice.ofac.treas.gov"
BUCKET = "wc2h-sls-prod-public-published.s3.us-gov-west-1.amazonaws.com"
EU = "webgate.ec.europa.eu"
UK = "sanctionslist.fcdo.gov.uk"
UN = "scsanctions.un.org"
MODIFIED = "Thu, 26 Feb 2026 10:00:00 GMT"
LOG_IN = b"<!DOCTYPE html><html><head><title>EU Login</title></head><body>Sign in</body></html>"


@dataclass
class Publishers:
    """`files` by host and name in small letters ("scsanctions.un.org/consolidated.xml"); of the EU by its format.
    `behave` is called with the host before each answer, and may wait. `asked` are hosts and paths, `given` those that
    were sent."""

    files: dict[str, bytes] = field(default_factory=dict)
    behave: Callable[[str], None] = lambda host: None
    eu_token: str = "dG9rZW4tMjAxNw"
    uk_at: str = "/docs/UK-Sanctions-List.xml"
    asked: list[str] = field(default_factory=list)
    given: list[str] = field(default_factory=list)
    _signed: dict[str, str] = field(default_factory=dict)
    port: int = 0

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @contextmanager
    def client(self) -> Iterator[ListClient]:
        """A client whose every request goes to this server, whatever host it names."""
        with open_http(self.address) as http:
            yield ListClient(http, pause=lambda seconds: None)

    def answer(self, host: str, path: str, seen: str) -> tuple[int, dict[str, str], bytes]:
        address = urlsplit(path)
        self.asked.append(host + path)
        self.behave(host)
        name = address.path.rsplit("/", 1)[-1].casefold()
        if host == OFAC:
            signed = f"/{name}?X-Amz-Signature={len(self.asked)}"
            self._signed[signed] = name
            return 302, {"Location": f"https://{BUCKET}{signed}"}, b""
        if host == BUCKET:
            there = self._signed.pop(path, None)
            return self._file(f"{OFAC}/{there}", seen) if there else (403, {}, b"<Error>AccessDenied</Error>")
        if host == EU:
            has_token = address.query == f"token={self.eu_token}"
            return self._file(f"{EU}/{address.path.split('/')[-2].casefold()}", seen) if has_token else _page(LOG_IN)
        if host == "www.gov.uk":
            link = f'<section id="documents"><a href="https://{UK}{self.uk_at}">XML</a></section>'
            return _page(f"<!DOCTYPE html><html><body>{link}</body></html>".encode())
        if host == UK and address.path != self.uk_at:
            return 404, {}, b""
        return self._file(f"{host}/{name}", seen)

    def _file(self, name: str, seen: str) -> tuple[int, dict[str, str], bytes]:
        body = self.files.get(name)
        if body is None:
            return 404, {}, b""
        etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        if seen == etag:
            return 304, {"ETag": etag}, b""
        self.given.append(name)
        return 200, {"ETag": etag, "Last-Modified": MODIFIED}, body


@contextmanager
def served(publishers: Publishers) -> Iterator[Publishers]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            host = self.headers["Host"].partition(":")[0]
            status, headers, body = publishers.answer(host, self.path, self.headers.get("If-None-Match", ""))
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)
            self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    publishers.port = server.server_address[1]
    try:
        yield publishers
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _page(body: bytes) -> tuple[int, dict[str, str], bytes]:
    return 200, {"Content-Type": "text/html"}, body
