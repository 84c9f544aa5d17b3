"""Who comes in: one local owner, or the users of a file by name and password."""

from __future__ import annotations

import hmac
import secrets
from asyncio import Semaphore
from collections.abc import Collection
from dataclasses import dataclass
from ipaddress import ip_address, ip_network
from pathlib import Path
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from firsthand.errors import Refused
from firsthand.workbench.roles import Role, Who
from firsthand.workbench.sessions import Clock, Sessions, Tries
from firsthand.workbench.users import HASHER, User, Users, fits, key

FREE = 5  # tries at one name before pauses begin
FREE_AT_ADDRESS = 20  # an office may have one address
AT_ONCE = 2  # passwords that are checked at one time: each takes 64 MiB
NO_USERS = "Nobody can be let in: the file of users cannot be read. Tell whoever runs this workbench."


@dataclass(frozen=True, slots=True)
class Wait(Exception):
    """There were too many tries; the next may be made in so many seconds."""

    seconds: int


class Entrance:
    """Tells who asks. ``names`` are the hosts under which the workbench may also be reached.

    Without ``users`` everybody who reaches the port is the owner named ``owner``.
    """

    def __init__(
        self,
        case: Path,
        owner: str = "owner",
        users: Users | None = None,
        names: Collection[str] = (),
        clock: Clock | None = None,
    ) -> None:
        self._owner, self._users = owner, users
        self.names = frozenset(name.casefold() for name in names)
        self._key = secrets.token_bytes(32)
        # Cookies know no ports: cases side by side on one host must not log one another out.
        self._cookie = f"firsthand-{hmac.new(b'', str(case.resolve()).encode(), 'sha256').hexdigest()[:8]}"
        self._sessions = Sessions(clock) if clock else Sessions()
        self._tries = Tries(clock) if clock else Tries()
        self._checking = Semaphore(AT_ONCE)
        self._nobody = User("", Role.READER, HASHER.hash(secrets.token_hex()) if users else "")

    @property
    def asks(self) -> bool:
        """Whether people log in."""
        return self._users is not None

    def who(self, request: Request) -> Who | None:
        """Who asks; None for somebody who is not logged in, or no longer as the file of users is now."""
        if self._users is None:
            return Who(self._owner, Role.OWNER, self._token(""))
        name = request.cookies.get(self._cookie, "")
        user = self._sessions.find(name)
        if user is None or user != self._find(user.name):
            self._sessions.end(name)
            return None
        return Who(user.name, user.role, self._token(name), leaves=True)

    def is_in(self, request: Request) -> bool:
        """Whether somebody is logged in still; asking this keeps no session awake."""
        if not self.asks:
            return True
        user = self._sessions.look(self._session(request))
        try:
            return user is not None and user == self._find(user.name)
        except HTTPException:  # the next page says why nobody is let in
            return False

    def knows(self, request: Request, token: str) -> bool:
        """Whether the token belongs to the session, or to the visit to the door, that asks."""
        session = self._session(request)
        known = bool(session) or not self.asks
        return known and token.isascii() and hmac.compare_digest(self._token(session), token)

    def ours(self, request: Request) -> bool:
        """Whether a page of ours sends this, as far as the browser says where it comes from."""
        site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
        if site is not None and site not in ("same-origin", "none"):
            return False
        if origin is None:
            return True
        try:
            found = urlsplit(origin)
            return found.netloc == request.headers.get("host") or found.hostname in self.names
        except ValueError:
            return False

    async def enter(self, request: Request, name: str, password: str) -> str | None:
        """The id of a new session; None where name or password is wrong. ``Wait`` after too many tries."""
        who, where = f"name {key(name[:200])}", f"address {_network(request)}"
        if wait := self._tries.begin(((who, FREE), (where, FREE_AT_ADDRESS))):
            raise Wait(int(wait) + 1)
        user = self._find(name)
        async with self._checking:  # of a name that nobody has too, which then takes as long
            fitting = await run_in_threadpool(fits, user or self._nobody, password)
        if user is None or not fitting:
            return None
        self._tries.forget(who)
        self._tries.took_back(where)
        return self._sessions.begin(user)

    def token_at_door(self, request: Request) -> tuple[str, str]:
        """For the page on which one logs in: an id for the browser to keep, and its token."""
        name = self._session(request) or secrets.token_urlsafe(32)
        return name, self._token(name)

    def give(self, request: Request, response: Response, name: str) -> None:
        """Has the browser keep the id of a session."""
        secure = request.url.scheme == "https"
        response.set_cookie(self._cookie, name, httponly=True, samesite="strict", secure=secure, path="/")

    def leave(self, request: Request, response: Response) -> None:
        """Ends the session that asks."""
        self._sessions.end(self._session(request))
        response.delete_cookie(self._cookie, path="/", httponly=True, samesite="strict")

    def _session(self, request: Request) -> str:
        return request.cookies.get(self._cookie, "") if self._users else ""

    def _token(self, session: str) -> str:
        return hmac.new(self._key, session.encode("utf-8", "replace"), "sha256").hexdigest()

    def _find(self, name: str) -> User | None:
        assert self._users is not None
        try:
            return self._users.find(name)
        except Refused as error:
            raise HTTPException(503, NO_USERS) from error


def _network(request: Request) -> str:
    """The address that asks; of IPv6 the network, for one person has many in it."""
    try:
        address = ip_address(request.client.host if request.client else "")
    except ValueError:
        return ""
    return str(address if address.version == 4 else ip_network((address, 64), strict=False))
