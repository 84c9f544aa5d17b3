"""What holds for every request and answer: nothing foreign runs, loads or frames a page, and no host is
taken for us that is not."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Collection
from ipaddress import ip_address

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
    " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cache-Control": "no-store",
}
LOOPBACK = ("127.0.0.1", "localhost", "::1")
PATIENCE = 20.0  # seconds until all that is sent must have come: 256 kB at most
NOT_HERE = "The workbench is not reached under this name. Whoever runs it names others with --name.\n"


class Guard:
    """Refuses hosts that are not ours and who sends too slowly; adds the headers to every answer.

    A page of another site whose name leads to this machine (DNS rebinding) could otherwise read the case.
    ``bound``: the host listened at; ``names``: others under which it may be reached.
    """

    def __init__(self, app: ASGIApp, bound: str, names: Collection[str] = ()) -> None:
        self._app = app
        self._any_address = bound in ("0.0.0.0", "::")
        ours = LOOPBACK if is_loopback(bound) or self._any_address else (bound.casefold(),)
        self._hosts = frozenset((*ours, *names))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers as the application does, with the headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        named = self._is_ours(Headers(scope=scope))
        app = self._app if named else PlainTextResponse(NOT_HERE, 421)
        await app(scope, _impatient(receive), guarded)

    def _is_ours(self, headers: Headers) -> bool:
        given = headers.getlist("host")
        host = _without_port(given[0]) if len(given) == 1 else ""
        # An address in figures cannot be made to lead elsewhere, as a name can.
        return host in self._hosts or (self._any_address and _is_address(host))


def _impatient(receive: Receive) -> Receive:
    """Takes what is sent, all of it within ``PATIENCE``: a byte now and then would hold a place for days."""
    ended, late = False, 0.0

    async def received() -> Message:
        nonlocal ended, late
        if ended:
            return await receive()
        late = late or time.monotonic() + PATIENCE
        try:
            message = await asyncio.wait_for(receive(), late - time.monotonic())
        except TimeoutError:
            message = {"type": "http.disconnect"}
        ended = not message.get("more_body", False)
        return message

    return received


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches the host."""
    return host == "localhost" or (_is_address(host) and ip_address(host).is_loopback)


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _without_port(host: str) -> str:
    """The host of "name:8731", "[::1]:8731" or a name alone."""
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0].casefold().rstrip(".")
