"""From an address of the web to the one machine that is connected to."""

from __future__ import annotations

import re
import socket
import threading
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import quote, urldefrag, urlsplit

from firsthand.errors import Refused

PORTS = {"http": 80, "https": 443}
# Networks that carry IPv4 addresses in the last 32 bits of an IPv6 address (RFC 6052).
TRANSLATED = (ip_network("64:ff9b::/96"), ip_network("64:ff9b:1::/48"))
HOST = re.compile(r"[A-Za-z0-9._-]+|[0-9A-Fa-f:]+(?:[0-9.]*)")
PATH = "/%:@!$&'()*+,;=~-._"


@dataclass(frozen=True, slots=True)
class Address:
    """An http or https address, taken apart; ``url`` is as it is requested, without a fragment."""

    url: str
    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """Host and port as they stand in a request."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """What a robots.txt holds for."""
        return f"{self.scheme}://{self.authority}"


def parse(url: str) -> Address:
    """The parts of ``url``, letters outside ASCII encoded. Raises Refused for what is no http(s) address."""
    try:
        at = urlsplit(urldefrag(url.strip())[0])
        host, port = at.hostname or "", at.port
        host = host if ":" in host else host.rstrip(".").encode("idna").decode("ascii")
    except (ValueError, UnicodeError) as error:
        raise _refused(url, "is not an address of the web") from error
    if at.scheme not in PORTS:
        raise _refused(url, "is not fetched: only http and https addresses are")
    if not HOST.fullmatch(host):
        raise _refused(url, "is not an address of the web")
    if at.username is not None or at.password is not None:
        raise _refused(url, "is not fetched: it has a name or a password in it, which would be kept")
    target = quote(at.path or "/", safe=PATH) + (
        f"?{quote(at.query, safe=PATH + '?/[]')}" if at.query else ""
    )
    found = Address("", at.scheme, host, port or PORTS[at.scheme], target)
    return Address(found.origin + target, found.scheme, found.host, found.port, target)


def _refused(url: str, what: str) -> Refused:
    return Refused(what, where=url[:300], do="Give the address of a page, such as https://press.example/a")


def resolve(address: Address, allow_private: bool, seconds: float) -> list[str]:
    """The IP addresses of the host, asked for once; only these may be connected to.

    Raises Refused if there are none, or if one of them is not of the public network: a name that
    leads to both is how a page reaches into a house. TimeoutError if it takes longer than ``seconds``.
    """
    found: list[str] = []
    trouble: list[OSError] = []

    def ask() -> None:
        try:
            infos = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
            found.extend(dict.fromkeys(str(info[4][0]) for info in infos))
        except (OSError, UnicodeError) as error:
            trouble.append(error if isinstance(error, OSError) else OSError(str(error)))

    asking = threading.Thread(target=ask, daemon=True)  # a resolver knows no limit of time
    asking.start()
    asking.join(max(seconds, 0))
    if asking.is_alive():
        raise TimeoutError
    if not found:
        raise Refused(f"the host {address.host} is not found", where=address.url, do="Check the address")
    private = [ip for ip in found if not public(ip)]
    if private and not allow_private:
        raise Refused(
            f"{address.host} leads to {private[0]}, which is not an address of the public network",
            where=address.url,
            do="To fetch it all the same: --allow-private",
        )
    return list(found)


def public(ip: str) -> bool:
    """Whether an IP address is one of the public network, also where it is wrapped in another."""
    at = ip_address(ip.partition("%")[0])
    if isinstance(at, IPv6Address):
        if at.ipv4_mapped or any(at in network for network in TRANSLATED):
            return _public(IPv4Address(int(at) & 0xFFFFFFFF))
        inner = at.sixtofour or (at.teredo[1] if at.teredo else None)
        return _public(at) and (inner is None or _public(inner))
    return _public(at)


def _public(at: IPv4Address | IPv6Address) -> bool:
    return at.is_global and not (at.is_multicast or at.is_reserved or at.is_unspecified)
