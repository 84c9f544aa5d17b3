"""What is answered where something cannot be: a plain page, or its sentence as JSON."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response

from firsthand.errors import FirsthandError
from firsthand.workbench.desk import Elsewhere, Missing, Mistyped, NotReady
from firsthand.workbench.doors import wants_json
from firsthand.workbench.guarding import HEADERS
from firsthand.workbench.places import unplaced
from firsthand.workbench.rendering import Templates, as_json
from firsthand.workbench.roles import NOBODY

NOT_READY = "The case is being laid ready. Load this page again in a moment."
# What Starlette itself says in a word or two.
SAID = {
    400: "This cannot be read as what was to be sent here.",
    404: "There is nothing at this address.",
    405: "This address is not for that.",
}
CUT_SHORT = "What you sent did not come whole, or not in time. Send it once more."
WRONG = "Something went wrong here. Look whether what you sent is there before you send it once more."
FAULTS = (HTTPException, Missing, Mistyped, NotReady, ClientDisconnect, FirsthandError)
Handler = Callable[[Request, Any], Awaitable[Response]]


def handlers(templates: Templates, folder: Path) -> Mapping[Any, Handler]:
    """For each fault what answers it, as ``Starlette(exception_handlers=...)`` takes it; in no answer stands
    where the ``folder`` of the case lies."""

    async def answer(request: Request, fault: Exception) -> Response:
        status, said, headers = _told(fault)
        what = unplaced(folder, said)
        if status == 405:
            headers = _allowed(request) or headers
        if wants_json(request):
            return Response(as_json({"what": what}), status, headers, "application/json")
        me = getattr(request.state, "who", NOBODY)
        unready = isinstance(fault, NotReady)
        given = {"what": what, "status": status, "me": me, "unready": unready, "at": request.url.path}
        page = templates.page("fault.html.j2", waiting=what == NOT_READY, **given)
        return Response(page, status, headers, "text/html")

    async def elsewhere(request: Request, address: Elsewhere) -> Response:
        return RedirectResponse(str(address), 303)

    return {Elsewhere: elsewhere, **dict.fromkeys((*FAULTS, Exception), answer)}


def _allowed(request: Request) -> Mapping[str, str]:
    """What is allowed at an address, of all its doors: Starlette tells of the first of them alone."""
    doors = (door for door in request.app.routes if door.path == request.url.path)
    methods = {method for door in doors for method in door.methods}
    return {"Allow": ", ".join(sorted(methods))} if methods else {}


def _told(fault: Exception) -> tuple[int, str, Mapping[str, str] | None]:
    match fault:
        case HTTPException():
            return fault.status_code, SAID.get(fault.status_code, fault.detail), fault.headers
        case NotReady():
            return 503, str(fault) or NOT_READY, {"Retry-After": "2"}
        case Mistyped():
            return 400, str(fault), None
        case ClientDisconnect():
            return 408, CUT_SHORT, None
        case FirsthandError():
            return 503, str(fault), None
        case Missing():
            return 404, str(fault), None
        case _:  # no other of our own has been through the guard, who adds the headers
            return 500, WRONG, HEADERS
