"""What is answered where something cannot be: a plain page, or its sentence as JSON."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response

from firsthand.errors import FirsthandError
from firsthand.workbench.desk import Elsewhere, Missing, Mistyped, NotReady
from firsthand.workbench.doors import wants_json
from firsthand.workbench.rendering import Templates, as_json

NOT_READY = "The case is being laid ready. Load this page again in a moment."
# What Starlette itself says in a word or two.
SAID = {
    400: "This cannot be read as what was to be sent here.",
    404: "There is nothing at this address.",
    405: "This address is not for that.",
}
CUT_SHORT = "What you sent did not come whole, or not in time. Send it once more."
FAULTS = (HTTPException, Missing, Mistyped, NotReady, ClientDisconnect, FirsthandError)
Handler = Callable[[Request, Any], Awaitable[Response]]


def handlers(templates: Templates) -> Mapping[Any, Handler]:
    """For each fault what answers it, as ``Starlette(exception_handlers=...)`` takes it."""

    async def answer(request: Request, fault: Exception) -> Response:
        status, what, headers = _told(fault)
        if status == 405:
            headers = _allowed(request) or headers
        if wants_json(request):
            return Response(as_json({"what": what}), status, headers, "application/json")
        page = templates.page("fault.html.j2", what=what, status=status, waiting=what == NOT_READY)
        return Response(page, status, headers, "text/html")

    async def elsewhere(request: Request, address: Elsewhere) -> Response:
        return RedirectResponse(str(address), 303)

    return {Elsewhere: elsewhere, **dict.fromkeys(FAULTS, answer)}


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
        case _:
            return 404, str(fault), None
