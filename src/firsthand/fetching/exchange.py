"""One request and its answer, byte for byte."""

from __future__ import annotations

import re
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from firsthand.errors import Refused
from firsthand.fetching.addresses import Address

HEAD = 256 * 1024  # longest header of an answer
PIECE = 64 * 1024
PATIENCE = 10  # seconds for one of the addresses of a host to take up a connection
HEAD_END = re.compile(rb"\r?\n\r?\n")
STATUS = re.compile(rb"HTTP/1\.[01] +([0-9]{3})")
CHUNK = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,15})[ \t]*(?:;[^\r\n]*)?\r?\n")


@dataclass(frozen=True, slots=True)
class Exchange:
    """What was sent to whom and what came back. ``certificates`` is the chain that the server showed,
    as PEM; "" without TLS.
    """

    url: str
    ip: str
    at: str
    request: bytes
    response: bytes
    certificates: str = ""
    fields: dict[str, str] = field(default_factory=dict)

    @property
    def status(self) -> int:
        """The status of the answer."""
        found = STATUS.match(self.response)
        return int(found[1]) if found else 0

    @property
    def body(self) -> bytes:
        """What follows the header of the answer, as it was sent."""
        end = HEAD_END.search(self.response)
        return self.response[end.end() :] if end else b""

    @property
    def content(self) -> bytes:
        """The same without the marks of chunks, as far as these are whole."""
        chunked = "chunked" in self.fields.get("transfer-encoding", "").lower()
        return b"".join(_pieces(self.body)) if chunked else self.body


def _pieces(body: bytes) -> Iterator[bytes]:
    at = 0
    while size := CHUNK.match(body, at):
        if not (length := int(size[1], 16)):
            return
        yield body[size.end() : size.end() + length]
        at = size.end() + length
        at += 2 if body[at : at + 1] == b"\r" else 1


class Clock:
    """How much of the time for everything is left."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds left. Raises TimeoutError when there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


def exchange(address: Address, ips: list[str], request: bytes, clock: Clock, largest: int) -> Exchange:
    """Send ``request`` to the first of ``ips`` that answers, and receive at most ``largest`` bytes.

    Raises Refused for no connection, a certificate that does not hold, too many bytes or no answer of
    the web; TimeoutError when the time is over.
    """
    at = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    plain = _connect(address, ips, clock)
    ip = str(plain.getpeername()[0])
    with plain, _secured(plain, address, clock) as line:
        certificates = _chain(line) if isinstance(line, ssl.SSLSocket) else ""
        try:
            line.sendall(request)
            response = _receive(line, clock, largest, address)
        except TimeoutError:
            raise
        except OSError as error:
            raise Refused(
                f"the connection broke off ({_why(error)})", where=address.url, do="Try again"
            ) from error
    return Exchange(address.url, ip, at, request, response, certificates, _fields(response))


def _connect(address: Address, ips: list[str], clock: Clock) -> socket.socket:
    last: OSError | None = None
    for ip in ips:
        try:
            return socket.create_connection((ip, address.port), timeout=min(clock.left(), PATIENCE))
        except OSError as error:
            last = error
    clock.left()
    why = _why(last) if last else "no address"
    raise Refused(
        f"{address.host} does not answer ({why})", where=address.url, do="Try again later"
    ) from last


def _secured(plain: socket.socket, address: Address, clock: Clock) -> socket.socket:
    if address.scheme == "http":
        return plain
    plain.settimeout(clock.left())
    try:
        context = ssl.create_default_context()
        context.set_alpn_protocols(["http/1.1"])
        return context.wrap_socket(plain, server_hostname=address.host)
    except TimeoutError:
        raise
    except (ssl.SSLError, OSError) as error:
        raise Refused(
            f"there is no safe connection to {address.host} ({_why(error)})",
            where=address.url,
            do="Save the page with a browser and add the file",
        ) from error


def _chain(line: ssl.SSLSocket) -> str:
    """The certificates that the server showed, its own first."""
    # Public since Python 3.13; before, only the object within can say it.
    shown: Any = line if hasattr(line, "get_unverified_chain") else vars(line)["_sslobj"]
    ders = [
        each if isinstance(each, bytes) else each.public_bytes(2) for each in shown.get_unverified_chain()
    ]
    return "".join(map(ssl.DER_cert_to_PEM_cert, ders))


def _receive(line: socket.socket, clock: Clock, largest: int, address: Address) -> bytes:
    held = bytearray()
    ends: Callable[[bytearray], bool] | None = None
    while ends is None or not ends(held):
        line.settimeout(clock.left())
        piece = line.recv(PIECE)
        if not piece and (ends is None or ends is _until_closed):
            break
        if not piece:
            raise Refused("the connection broke off in the middle", where=address.url, do="Try again")
        held += piece
        if len(held) > largest:
            what = f"is larger than the {largest / 2**20:.0f} MB that are fetched of one address"
            raise Refused(what, where=address.url, do="Save it with a browser and add the file")
        ends = ends or _end_of(held)
        if ends is None and len(held) > HEAD:
            break
    if not STATUS.match(held) or not HEAD_END.search(held):
        raise Refused("what answers there is no web server", where=address.url, do="Check the address")
    return bytes(held)


def _end_of(held: bytearray) -> Callable[[bytearray], bool] | None:
    """How to know that an answer is whole; None while its header is not. Leaves out what a server says
    beforehand (status 1xx).
    """
    while (head := HEAD_END.search(held)) and (held.startswith((b"HTTP/1.1 1", b"HTTP/1.0 1"))):
        del held[: head.end()]
    if not head:
        return None
    fields, start = _fields(bytes(held[: head.end()])), head.end()
    status = STATUS.match(held)
    if status and status[1] in (b"204", b"304"):
        return lambda held: True
    if "chunked" in fields.get("transfer-encoding", "").lower():
        return _Chunks(start)
    if (length := fields.get("content-length", "")).isdecimal():
        return lambda held: len(held) >= start + int(length[:15])
    return _until_closed


def _until_closed(held: bytearray) -> bool:
    return False


class _Chunks:
    """Whether the last chunk has come; each is looked at once."""

    def __init__(self, start: int) -> None:
        self.at = start

    def __call__(self, held: bytearray) -> bool:
        while size := CHUNK.match(held, self.at):
            length = int(size[1], 16)
            if not length:
                return HEAD_END.search(held, size.end() - 2) is not None
            if len(held) < size.end() + length + 2:
                return False
            end = size.end() + length
            self.at = end + (2 if held[end : end + 1] == b"\r" else 1)
        return False


def _fields(response: bytes) -> dict[str, str]:
    end = HEAD_END.search(response)
    fields: dict[str, str] = {}
    for line in response[: end.start() if end else HEAD].splitlines()[1:]:
        name, colon, value = _words(line).partition(":")
        if colon:
            fields.setdefault(name.strip().lower(), value.strip())
    return fields


def _words(line: bytes) -> str:
    """Letters outside ASCII in a Location are UTF-8 nowadays, and were Latin-1."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("latin-1")


def _why(error: OSError) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return error.verify_message
    return error.strerror or str(error) or type(error).__name__
