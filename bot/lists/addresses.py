"""Where lists may be fetched from: the hosts that are registered for a publisher, at addresses of the open internet.

A redirect, or a name that resolves to a machine of our own network, must not turn the fetching of a list into a way
in. The address that was checked is the one that is connected to: a second look-up could say something else.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Sequence
from urllib.request import getproxies, proxy_bypass

import httpx

from bot.errors import Unreachable

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], Sequence[str]]
NAT64 = ipaddress.ip_network("64:ff9b::/96")


def resolved(host: str, port: int) -> list[str]:
    """The addresses of a host, as the system's resolver gives them. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for _, _, _, _, address in found))


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet; one that carries another within it only if both are."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return found.is_global and not found.is_multicast and all(inner.is_global for inner in _within(found))


def _within(address: Address) -> list[Address]:
    if isinstance(address, ipaddress.IPv4Address):
        return []
    inner = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in NAT64:
        inner.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return [one for one in inner if one is not None]


def is_registered(host: str, hosts: Sequence[str]) -> bool:
    """Whether a host is one of these; "*.treas.gov" is every host below treas.gov, and itself."""
    name = host.casefold().rstrip(".")
    return any(name == one.removeprefix("*.") or (one.startswith("*.") and name.endswith(one[1:])) for one in hosts)


class PublicTransport(httpx.BaseTransport):
    """Connects to public addresses alone. Where the environment names a proxy, that one resolves and connects."""

    def __init__(self, resolve: Resolve = resolved, direct: httpx.BaseTransport | None = None) -> None:
        self._resolve = resolve
        # Connections are not kept: a pool would know one by its address, and two hosts may share that.
        self._direct = direct or httpx.HTTPTransport(limits=httpx.Limits(max_keepalive_connections=0))
        proxies = {scheme: url for scheme, url in getproxies().items() if scheme in ("http", "https", "all")}
        self._proxies = {scheme: httpx.HTTPTransport(proxy=_whole(url)) for scheme, url in proxies.items() if url}

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        proxy = self._proxies.get(request.url.scheme) or self._proxies.get("all")
        if proxy is not None and not proxy_bypass(_host(request)):
            return proxy.handle_request(request)
        failure: httpx.ConnectError | None = None
        for address in self._addresses(request):
            try:
                return self._direct.handle_request(_at(address, request))
            except httpx.ConnectError as error:  # the next address may be reached: one of two families often is not
                failure = error
        raise failure or httpx.ConnectError("the host has no address", request=request)

    def _addresses(self, request: httpx.Request) -> list[str]:
        host = _host(request)
        port = request.url.port or (443 if request.url.scheme == "https" else 80)
        try:
            found = list(self._resolve(host, port))
        except OSError as error:
            raise httpx.ConnectError("the host cannot be resolved", request=request) from error
        if not all(is_public(address) for address in found):
            raise Unreachable(f"{host} could not be asked: its address is one of a private network.")
        return found

    def close(self) -> None:
        for transport in (self._direct, *self._proxies.values()):
            transport.close()


def _at(address: str, request: httpx.Request) -> httpx.Request:
    """The same request to one address: Host and the name that the certificate is checked for stay as they were."""
    extensions = {**request.extensions, "sni_hostname": _host(request)}
    url = request.url.copy_with(host=address)
    return httpx.Request(request.method, url, headers=request.headers, stream=request.stream, extensions=extensions)


def _host(request: httpx.Request) -> str:
    """As it goes over the wire: xn-- where it is not ASCII."""
    return request.url.raw_host.decode("ascii")


def _whole(proxy: str) -> str:
    return proxy if "://" in proxy else f"http://{proxy}"


class Gateway(httpx.BaseTransport):
    """Sends every request to one server, whoever it is for: that is in its `Host` header. For sites whose only way out
    is a gateway, and to try a refresh against servers of one's own."""

    def __init__(self, address: str) -> None:
        self._at, self._inner = httpx.URL(address), httpx.HTTPTransport()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        there = request.url.copy_with(scheme=self._at.scheme, host=self._at.host, port=self._at.port)
        sent = httpx.Request(
            request.method, there, headers=request.headers, stream=request.stream, extensions=request.extensions
        )
        return self._inner.handle_request(sent)

    def close(self) -> None:
        self._inner.close()
