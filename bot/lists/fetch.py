"""Fetching lists from their publishers: redirects, retries, bounds, and asking again only for what has changed.

Redirects are followed by hand, each looked at first: https, a host that is registered for the list, no private address.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

from bot.errors import RefusedEdition, Unreachable
from bot.lists import links
from bot.lists.addresses import Gateway, PublicTransport, is_registered
from bot.lists.content import Content, head, kept, whole
from bot.lists.files import EditionFiles
from bot.lists.formats import Format
from bot.lists.guards import is_html
from bot.lists.publishers import KnownList
from bot.lists.reading import Progress, silent

MAX_BYTES = 200_000_000  # the largest file published today, OFAC's SDN_ADVANCED.XML, has 127 MB
TRIES = 4
REDIRECTS = 5
FIRST_PAUSE = 1.0  # seconds; doubled with every try
LONGEST_BODY = 300.0  # seconds, for one file: other lists wait for their turn
LONGEST_PAUSE = 60.0  # a publisher may ask for more in Retry-After: then the next turn is soon enough
TIMEOUT = httpx.Timeout(30.0, connect=10.0)
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file as a server gave it, with what it takes to ask whether it has changed."""

    content: Content
    etag: str = ""
    last_modified: str = ""

    @property
    def day(self) -> str:
        """The ISO day of Last-Modified, or ""."""
        moment = _moment(self.last_modified)
        return moment.date().isoformat() if moment else ""


class _Passing(Exception):
    """It may work next time. `after` is how many seconds the server asked to wait, or None."""

    def __init__(self, why: str, after: float | None = None) -> None:
        super().__init__(why)
        self.after = after


def open_http(gateway: str = "") -> httpx.Client:
    """An HTTP client as lists are fetched with; the caller closes it. It reaches the open internet alone, or, where
    there is a gateway (`http://host:port`), that alone."""
    return client_over(Gateway(gateway) if gateway else PublicTransport())


def client_over(transport: httpx.BaseTransport) -> httpx.Client:
    return httpx.Client(
        transport=transport, timeout=TIMEOUT, follow_redirects=False, headers={"User-Agent": "sanctions-bot"}
    )


@dataclass(slots=True)
class ListClient:
    """Fetches lists, and remembers what it fetched under the address it asked for.

    Never under the address it was sent on to: OFAC redirects to another signed one every time. Several threads may use
    it, each for lists of its own.
    """

    http: httpx.Client
    pause: Callable[[float], None] = time.sleep
    max_bytes: int = MAX_BYTES
    clock: Callable[[], float] = time.monotonic
    one_at_a_time: threading.Lock = field(default_factory=threading.Lock)  # for what is done with what was fetched
    _fetched: dict[str, Fetched] = field(default_factory=dict)
    _asking: set[str] = field(default_factory=set)

    @contextmanager
    def asking(self, keys: Sequence[str]) -> Iterator[None]:
        """While the lists of a publisher are fetched: nobody asks for them a second time meanwhile."""
        self._asking.update(keys)
        try:
            yield
        finally:
            self._asking.difference_update(keys)

    def is_asking(self, key: str) -> bool:
        return key in self._asking

    def fetch(self, known: KnownList, progress: Progress = silent, of: Format | None = None) -> EditionFiles:
        """All files of a list, in the first of its formats or another. Its day is the one that the server says the
        main file was last modified.

        Raises Unreachable where a publisher does not give a file, RefusedEdition where what it gives is none.
        """
        of = of or known.formats[0]
        urls = self.addresses(known, of)
        found: dict[str, Fetched] = {}
        for done, role in enumerate(of.roles):
            progress("fetching", done, len(of.roles))
            found[role.key] = self.fetch_file(urls[role.key], known.hosts, most=role.max_bytes)
        progress("fetching", len(of.roles), len(of.roles))
        main = found[of.required.key]
        files = {role: file.content for role, file in found.items()}
        return EditionFiles(files, main.day, httpx.URL(urls[of.required.key]).host)

    def addresses(self, known: KnownList, of: Format) -> Mapping[str, str]:
        """The addresses of a format's files: as the publisher's page has them today where there is one, because they
        move; else, or where the page cannot be had, those that are known."""
        if not known.link_page:
            return of.urls
        try:
            page = self.fetch_file(known.link_page, known.hosts, page=True)
        except (Unreachable, RefusedEdition):
            return of.urls
        return {**of.urls, **links.on_page(whole(page.content), known, of)}

    def fetch_file(self, url: str, hosts: Sequence[str] = (), page: bool = False, most: int = MAX_BYTES) -> Fetched:
        """One file, tried a few times; HTML only where a `page` is asked for. Redirects may lead to the host itself
        and to `hosts`.

        Raises Unreachable or RefusedEdition.
        """
        wait = FIRST_PAUSE
        for turn in range(1, TRIES + 1):
            try:
                self._fetched[url] = self._ask(url, hosts, page, most)
                return self._fetched[url]
            except _Passing as failure:
                if turn == TRIES or (failure.after or 0) > LONGEST_PAUSE:
                    raise Unreachable(f"{_file(url)} could not be fetched: {failure}.") from failure
                self.pause(failure.after if failure.after is not None else wait)
                wait = min(wait * 2, LONGEST_PAUSE)
        raise AssertionError("the last try returns or raises")

    def _ask(self, url: str, hosts: Sequence[str], page: bool, most: int) -> Fetched:
        known = self._fetched.get(url)
        conditions = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified} if known else {}
        headers = {name: value for name, value in conditions.items() if value}
        try:
            with self._followed(url, hosts, headers) as response:
                if response.status_code == 304 and known:
                    return known
                _check_status(url, response)
                content = self._body(url, response, min(most, self.max_bytes))
        except httpx.InvalidURL as error:
            raise Unreachable(f"{_file(url)} could not be fetched: its server redirects to no address.") from error
        except httpx.HTTPError as error:
            raise _Passing(_why(error)) from error
        _check_body(url, content, page)
        return Fetched(content, response.headers.get("ETag", ""), response.headers.get("Last-Modified", ""))

    @contextmanager
    def _followed(self, url: str, hosts: Sequence[str], headers: Mapping[str, str]) -> Iterator[httpx.Response]:
        """The answer at the end of the redirects; where each leads is looked at before it is asked."""
        asked = httpx.URL(url)
        allowed = (asked.host, *hosts)
        for _ in range(REDIRECTS + 1):
            with self.http.stream("GET", asked, headers=dict(headers)) as response:
                if not response.has_redirect_location:
                    yield response
                    return
                leads = asked.join(response.headers["Location"])
            _check_redirect(url, leads, allowed)
            asked = leads
        raise Unreachable(f"{_file(url)} could not be fetched: its server redirects without end.")

    def _body(self, url: str, response: httpx.Response, most: int) -> Content:
        return kept(self._bounded(url, response.iter_bytes(), most))

    def _bounded(self, url: str, pieces: Iterable[bytes], most: int) -> Iterator[bytes]:
        """The body, unpacked, up to so many bytes, and no longer than LONGEST_BODY: one that dribbles ends."""
        size, until = 0, self.clock() + LONGEST_BODY
        for piece in pieces:
            size += len(piece)
            if size > most:
                raise RefusedEdition(f"{_file(url)} is larger than {most / 1_000_000:.0f} MB.")
            if self.clock() > until:
                raise Unreachable(f"{_file(url)} could not be fetched: it took longer than {LONGEST_BODY:.0f} seconds.")
            yield piece


def _check_status(url: str, response: httpx.Response) -> None:
    if response.status_code in _PASSING:
        raise _Passing(f"the server answers {response.status_code}", _retry_after(response))
    if response.status_code != 200:
        raise Unreachable(f"{_file(url)} could not be fetched: the server answers {response.status_code}.")


def _check_body(url: str, content: Content, page: bool) -> None:
    if not len(content):
        raise RefusedEdition(f"{_file(url)} came empty (0 bytes).")
    if not page and is_html(head(content, 2000).decode("utf-8", errors="replace")):
        raise RefusedEdition(f"{_file(url)} came as an HTML page, not as a list.")


def _check_redirect(url: str, leads: httpx.URL, allowed: Sequence[str]) -> None:
    """Raises Unreachable where a redirect leads out of the publisher's house."""
    start = httpx.URL(url)
    same_house = (leads.scheme, leads.host, leads.port) == (start.scheme, start.host, start.port)
    if not same_house and leads.scheme != "https":
        raise Unreachable(f"{_file(url)} could not be fetched: its server redirects to an unencrypted address.")
    if not is_registered(leads.host, allowed) or (leads.port not in (None, 443) and not same_house):
        where = leads.host or "no host"
        raise Unreachable(f"{_file(url)} could not be fetched: its server redirects to {where}, not registered for it.")


def _retry_after(response: httpx.Response) -> float | None:
    """Seconds, from a header that holds seconds or a date."""
    value = response.headers.get("Retry-After", "").strip()
    if value.isdecimal():
        return float(value)
    moment = _moment(value)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds()) if moment else None


def _moment(value: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _why(error: httpx.HTTPError) -> str:
    if isinstance(error, httpx.TimeoutException):
        return "the server does not answer in time"
    if isinstance(error, httpx.RemoteProtocolError):
        return "the answer was cut off"
    return "there is no connection"


def _file(url: str) -> str:
    """The file and the server, as a person would name them."""
    address = httpx.URL(url)
    name = address.path.removesuffix("/content").rsplit("/", 1)[-1]  # the Commission's files are all called "content"
    return f"{name or 'The list'} of {address.host}"
