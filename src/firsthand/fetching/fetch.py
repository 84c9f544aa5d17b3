"""One address, with the redirects that it leads through, within limits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from urllib.parse import urljoin

from firsthand.errors import Refused
from firsthand.fetching.addresses import Address, parse, resolve
from firsthand.fetching.exchange import Clock, Exchange, exchange
from firsthand.fetching.robots import allows, plain
from firsthand.fetching.writing import warc

NAME = "firsthand"
REDIRECTS = (301, 302, 303, 307, 308)
ROBOTS_REDIRECTS = 5  # RFC 9309


@dataclass(frozen=True, slots=True)
class Limits:
    """How much, for how long and through how many redirects one address is fetched."""

    bytes: int = 50 * 1024 * 1024
    seconds: float = 30.0
    redirects: int = 10


@dataclass(frozen=True, slots=True)
class Rules:
    """What a person asked to be passed over."""

    ignore_robots: bool = False
    allow_private: bool = False


@dataclass(frozen=True, slots=True)
class Fetched:
    """A WARC of everything that was sent and received, a name for it, and the status of the last answer."""

    url: str
    name: str
    data: bytes
    status: int


def is_address(given: object) -> bool:
    """Whether something to be added is an address of the web and no path."""
    return str(given).lower().startswith(("http://", "https://"))


def fetch(url: str, version: str, rules: Rules | None = None, limits: Limits | None = None) -> Fetched:
    """Fetch ``url`` and everything that it redirects to. Raises Refused, with nothing kept, for what may
    not be fetched, does not answer, or goes beyond the limits; an answer such as 404 is an answer.
    """
    return _Errand(url, version, rules or Rules(), limits or Limits()).run()


@contextmanager
def on_disk(given: Sequence[Path | str], version: str, rules: Rules) -> Iterator[list[Path | str]]:
    """Paths as they are, and each address among them as the path of its WARC, for the time of the block.

    Raises Refused as ``fetch`` does, before anything is handed on.
    """
    with TemporaryDirectory(prefix="firsthand-") as folder:
        yield [_kept(str(each), version, rules, folder) if is_address(each) else each for each in given]


def _kept(url: str, version: str, rules: Rules, folder: str) -> Path:
    made = fetch(url, version, rules)
    file = Path(mkdtemp(dir=folder)) / made.name
    file.write_bytes(made.data)
    return file


class _Errand:
    def __init__(self, url: str, version: str, rules: Rules, limits: Limits) -> None:
        self.url, self.rules, self.limits = url, rules, limits
        self.software = f"Firsthand/{version}"
        self.clock = Clock(limits.seconds)
        self.left = limits.bytes
        self.made: list[Exchange] = []
        self.robots: dict[str, bytes | None] = {}
        self.ips: dict[tuple[str, int], list[str]] = {}

    def run(self) -> Fetched:
        try:
            last = self._follow(parse(self.url))
        except TimeoutError as error:
            what = f"was not fetched within {self.limits.seconds:g} seconds"
            raise Refused(what, where=self.url, do="Try again, or save it with a browser") from error
        except Refused as why:  # a person knows the address that was given, not those behind it
            raise Refused(why.what, where=self.url, do=why.do) from why
        first = self.made[0]
        stamp = first.at[:19].replace("-", "").replace(":", "")
        host = parse(last.url).host.replace(":", "-")
        data = warc(self.made, self.software, "ignore" if self.rules.ignore_robots else "obey")
        return Fetched(self.url, f"{host}-{stamp}Z.warc", data, last.status)

    def _follow(self, at: Address) -> Exchange:
        seen: list[str] = []
        while True:
            if at.url in seen or len(seen) > self.limits.redirects:
                why = "in a circle" if at.url in seen else f"more than {self.limits.redirects} times"
                raise Refused(f"is redirected {why}", where=self.url, do=f"The last was {at.url[:200]}")
            seen.append(at.url)
            if not self.rules.ignore_robots:
                self._heed_robots(at)
            found = self._ask(at)
            location = found.fields.get("location", "")
            if found.status not in REDIRECTS or not location:
                return found
            at = _joined(at, location)

    def _ask(self, at: Address) -> Exchange:
        place = (at.host, at.port)
        if place not in self.ips:
            self.ips[place] = resolve(at, self.rules.allow_private, self.clock.left())
        made = exchange(at, self.ips[place], self._request(at), self.clock, self.left)
        self.left -= len(made.response)
        self.made.append(made)
        return made

    def _request(self, at: Address) -> bytes:
        lines = (
            f"GET {at.target} HTTP/1.1",
            f"Host: {at.authority}",
            f"User-Agent: {self.software} (one page, asked for by a person)",
            "Accept: text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8",
            "Accept-Encoding: gzip, br",
            "Connection: close",
        )
        return "\r\n".join([*lines, "", ""]).encode("ascii")

    def _heed_robots(self, at: Address) -> None:
        if at.origin not in self.robots:
            self.robots[at.origin] = self._robots(parse(f"{at.origin}/robots.txt"))
        said, what = self.robots[at.origin], ""
        if said is None:
            what = (
                f"whether programs may fetch from {at.host} is not known: it has trouble with its robots.txt"
            )
        elif not allows(said, NAME, at.target):
            what = f"the robots.txt of {at.host} asks programs not to fetch {at.target[:100]}"
        if what:
            raise Refused(what, where=at.url, do="To fetch it all the same: --ignore-robots")

    def _robots(self, at: Address) -> bytes | None:
        """The robots.txt of a host; b"" where there is none, None where it cannot be had (RFC 9309)."""
        for _ in range(ROBOTS_REDIRECTS + 1):
            found = self._ask(at)
            if found.status not in REDIRECTS or "location" not in found.fields:
                break
            at = _joined(at, found.fields["location"])
        if found.status == 200:
            return plain(found.content)
        return None if found.status >= 500 else b""


def _joined(at: Address, location: str) -> Address:
    try:
        return parse(urljoin(at.url, location))
    except ValueError as error:
        raise Refused("redirects to what is no address", where=at.url, do="Check the address") from error
