"""The workbench on a port of this machine."""

from __future__ import annotations

import signal
import socket
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Thread, current_thread, main_thread
from typing import TYPE_CHECKING

from firsthand.errors import FirsthandError, Refused
from firsthand.model import Right
from firsthand.shelving import beside
from firsthand.workbench.app import application
from firsthand.workbench.desk import Desk
from firsthand.workbench.entrance import Entrance
from firsthand.workbench.guarding import LOOPBACK, is_loopback
from firsthand.workbench.users import Users, open_to_others

if TYPE_CHECKING:
    import uvicorn
    from starlette.applications import Starlette

    from firsthand.workbench.rendering import Templates

HEADERS = 32 * 1024  # bytes of an address and its headers
CONNECTIONS = 400
TURN = 0.001  # seconds that one thread has the interpreter for: who opens the case must not hold up pages
IDLE, LAST = 10, 3  # seconds: a connection without a request; answers that are left when the server stops


@dataclass(frozen=True, slots=True)
class Serving:
    """Where and for whom a case is served.

    ``by`` is the one local owner; with ``users`` (a file) people log in instead. ``names``: hosts under which
    it is reached too; ``proxies``: addresses whose word on who asks (X-Forwarded-For and -Proto) is taken.
    """

    host: str = LOOPBACK[0]
    port: int = 8731
    by: str = ""
    users: Path | None = None
    names: Sequence[str] = ()
    proxies: Sequence[str] = ()

    def entrance(self, case: Path) -> Entrance:
        """Who comes in. Refused where others would reach the case without logging in."""
        if self.users is None and not (is_loopback(self.host) and not self.names and not self.proxies):
            do = "Name those who may: --users FILE (firsthand users FILE add NAME --role owner writes it)"
            raise Refused("others would reach the case, and nobody would be asked who they are", do=do)
        if self.users is None:
            return Entrance(case, self.by)
        found = Users(self.users)
        if not found:
            do = f"firsthand users {self.users} add NAME --role owner"
            raise Refused("nobody is in it", where=str(self.users), do=do)
        return Entrance(case, users=found, names=self.names)

    def told(self) -> tuple[str, ...]:
        """What whoever starts it should know."""
        exposed = "Passwords and pages go over the network unencrypted; put a server with TLS in front of it."
        readable = f"Others on this machine may read {self.users}: chmod 600 {self.users}"
        said = (exposed,) if not is_loopback(self.host) else ()
        return (*said, readable) if self.users and open_to_others(self.users) else said


def serve(folder: Path, how: Serving, tell: Callable[[str], None]) -> None:
    """Serves the case in ``folder`` until it is interrupted; ``tell`` is told what to know, and the address.

    Refused where the folder is no case, the port is taken, or anybody could come in.
    """
    import uvicorn

    entrance, desk = how.entrance(folder), Desk(folder)
    app = application(desk, entrance, how.host)
    try:
        with _listening(how.host, how.port) as listener:
            if desk.sheets.front() is None:
                _catch_up(desk)
            for sentence in how.told():
                tell(sentence)
            host = f"[{how.host}]" if ":" in how.host else how.host
            tell(f"Open http://{host}:{listener.getsockname()[1]}/ in a browser. Ctrl-C stops it.")
            sys.setswitchinterval(TURN)
            Thread(target=_ahead, args=(desk, app.state.templates, tell), daemon=True).start()
            if current_thread() is main_thread():  # uvicorn ends the process with the signal that ended it
                signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
            uvicorn.Server(_config(app, how)).run(sockets=[listener])
    finally:
        desk.close()


def _ahead(desk: Desk, templates: Templates, tell: Callable[[str], None]) -> None:
    """Does what the first of many readers would wait for, 0.8 s on a quiet machine, and then looks at what
    else there is in the case."""
    templates.load()
    desk.sheets.named("Anna")  # any name: the first loads what tells which names are alike
    beside("", "")  # and what lays two wordings side by side
    if not desk.work.state.round:
        _catch_up(desk, tell)


def _catch_up(desk: Desk, tell: Callable[[str], None] | None = None) -> None:
    """Has the case traced where it went on since it was laid ready; what is refused is told, or raised."""
    from firsthand.case import Case  # two thirds of what starting would take

    try:
        with Case.open(desk.folder, Right.READ) as case:
            front = desk.sheets.front()
            if front is None or case.went_on(front.entries, front.rulings):
                desk.work.start()
    except FirsthandError as refused:
        if tell is None:
            raise
        tell(str(refused))


def _config(app: Starlette, how: Serving) -> uvicorn.Config:
    import uvicorn

    from firsthand.workbench.patience import Patient

    return uvicorn.Config(
        app,
        http=Patient,
        ws="none",
        lifespan="off",
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=bool(how.proxies),
        forwarded_allow_ips=list(how.proxies),
        limit_concurrency=CONNECTIONS,
        h11_max_incomplete_event_size=HEADERS,
        timeout_keep_alive=IDLE,
        timeout_graceful_shutdown=LAST,
    )


def _listening(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family)
    except OSError as error:
        do = "Name another: --port 8732, or 0 for any free one"
        raise Refused(f"{host}, port {port} cannot be used ({error.strerror})", do=do) from error
