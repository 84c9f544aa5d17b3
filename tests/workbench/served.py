"""A case on a port of its own, and a browser that looks at it."""

from __future__ import annotations

import socket
from pathlib import Path
from threading import Thread
from typing import Any

import uvicorn

from firsthand.workbench.app import application
from firsthand.workbench.desk import Desk
from firsthand.workbench.entrance import Entrance


class Served:
    """A case on a port of its own, in a thread of this process."""

    def __init__(self, folder: Path, door: Entrance | None = None) -> None:
        self.desk = Desk(folder)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        app = application(self.desk, door)
        config = uvicorn.Config(app, log_level="error", lifespan="off", timeout_graceful_shutdown=0)
        self._server = uvicorn.Server(config)
        self._thread = Thread(target=self._server.run, kwargs={"sockets": [self._listener]}, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Ends it."""
        self._server.should_exit = True
        self._thread.join()
        self._listener.close()
        self.desk.close()


class Visit:
    """A browser with nothing in it, with everything that its pages asked for and complained of."""

    def __init__(self, browser: Any, at: Served, **how: Any) -> None:
        self.page = browser.new_context(**how).new_page()
        self.at = at
        self.foreign: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", self._asked)
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(f"a dialog: {dialog.message}"))

    def _asked(self, request: Any) -> None:
        if not request.url.startswith((f"{self.at.address}/", "data:image/")):
            self.foreign.append(request.url)

    def go(self, path: str) -> int:
        """Opens a page; the status of the answer."""
        # Streams of news are open as long as the page is, so nobody waits for silence.
        answer = self.page.goto(self.at.address + path, wait_until="load")
        return int(answer.status)

    def go_nowhere(self) -> None:
        """Leaves the page, which lets go of the news that it is told, so that the server can end."""
        self.page.goto("about:blank")
