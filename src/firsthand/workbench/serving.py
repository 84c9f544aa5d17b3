"""The workbench on a port of this machine."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

from firsthand.case import Case
from firsthand.errors import Refused
from firsthand.model import Right
from firsthand.workbench.app import application
from firsthand.workbench.desk import Desk


def serve(folder: Path, host: str, port: int, ready: Callable[[str], None]) -> None:
    """Serves the case in ``folder`` until it is interrupted; ``ready`` is told the address.

    Refused where the folder is no case, or the port is taken.
    """
    import uvicorn

    with Case.open(folder, Right.READ) as case:
        entries = case.entries
    desk = Desk(folder)
    with _listening(host, port) as listener:
        front = desk.sheets.front()
        if front is None or front.entries != entries:
            desk.work.start()
        ready(f"http://{host}:{listener.getsockname()[1]}/")
        config = uvicorn.Config(
            application(desk), log_level="warning", access_log=False, lifespan="off", server_header=False
        )
        uvicorn.Server(config).run(sockets=[listener])


def _listening(host: str, port: int) -> socket.socket:
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        do = "Name another: --port 8732, or 0 for any free one"
        raise Refused(f"port {port} cannot be used ({error.strerror})", do=do) from error
    return listener
