"""A question to a server that a person named, and its answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from firsthand.errors import Refused
from firsthand.fetching.addresses import Address, parse, public, resolve
from firsthand.fetching.exchange import Clock, exchange

NAME = "Firsthand"
CHECK = "Check the address, and that the server is running"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: its status, the fields of the header by lower-case name, what it said."""

    status: int
    fields: Mapping[str, str]
    content: bytes


def place(url: str) -> tuple[str, str]:
    """An address as it is asked, and its host with the port. Raises Refused for no http(s) address."""
    at = parse(url)
    return at.url.rstrip("/"), at.authority


def post(url: str, question: bytes, fields: Mapping[str, str], seconds: float, largest: int) -> Answer:
    """Send ``question`` to ``url``, with these fields in its header; follows no redirect.

    Raises Refused where nothing answers, or nothing whole within ``seconds`` and ``largest`` bytes; and,
    before anything is sent, where it would travel the public network unencrypted.
    """
    at, clock = parse(url), Clock(seconds)
    try:
        ips = resolve(at, True, clock.left())
        if at.scheme == "http" and any(map(public, ips)):
            raise Refused("would be sent unencrypted over the public network: it needs https")
        made = exchange(at, ips, _request(at, question, fields), clock, largest)
    except TimeoutError as error:
        raise Refused(f"gave no answer within {seconds:g} seconds", where=url, do=CHECK) from error
    except Refused as why:  # what helps with a page does not help here
        raise Refused(why.what, where=url, do=CHECK) from why
    return Answer(made.status, made.fields, made.content)


def _request(at: Address, question: bytes, fields: Mapping[str, str]) -> bytes:
    lines = (
        f"POST {at.target} HTTP/1.1",
        f"Host: {at.authority}",
        f"User-Agent: {NAME}",
        f"Content-Length: {len(question)}",
        *(f"{name}: {value}" for name, value in fields.items()),
        "Connection: close",
    )
    return "\r\n".join([*lines, "", ""]).encode("ascii") + question
