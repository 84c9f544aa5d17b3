"""The work beside the pages, on pages: how far it is, told as it goes, and begun by an owner."""

from __future__ import annotations

from collections.abc import AsyncIterator
from functools import partial

from anyio import CapacityLimiter
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse

from firsthand.workbench.desk import Desk
from firsthand.workbench.doors import Door, inside
from firsthand.workbench.forms import field
from firsthand.workbench.rendering import as_json
from firsthand.workbench.roles import Role
from firsthand.workbench.sending import BACK, Form
from firsthand.workbench.working import State

STATE = "/work.json"
PATIENCE = 2.0  # seconds between two signs of life: until then who left still has a stream
STREAMS = 24  # each waits in a thread, of which pages need some too (there are 40)
TRACE = Form("trace", "/work", "Trace the case anew and lay it ready, beside the pages.", (BACK,), Role.OWNER)
FORMS = (TRACE,)


def doors_to(desk: Desk) -> list[Door]:
    """The doors at which the work is begun and told."""
    return [
        Door(STATE, partial(_state, desk), Role.READER),
        Door("/work/events", partial(_events, desk), Role.READER),
        TRACE.door(partial(_start, desk)),
    ]


async def _state(desk: Desk, request: Request) -> Response:
    return Response(as_json(desk.work.state), media_type="application/json")


async def _start(desk: Desk, request: Request) -> Response:
    back = field(await request.form(), "back")
    desk.work.start()
    return RedirectResponse(inside(back) if back else "/rulings", 303)


async def _events(desk: Desk, request: Request) -> Response:
    """The state of the work as server-sent events, each time that it changes."""
    places: CapacityLimiter = request.app.state.streams
    if places.available_tokens < 1:
        raise HTTPException(503, "Too many pages are open to be told of the work.", {"Retry-After": "60"})
    return StreamingResponse(_news(desk, places, request), media_type="text/event-stream")


async def _news(desk: Desk, places: CapacityLimiter, request: Request) -> AsyncIterator[bytes]:
    seen, entrance = State(), request.app.state.entrance
    async with places:
        while entrance.is_in(request) and not await request.is_disconnected():
            if (state := await run_in_threadpool(desk.work.news, seen, PATIENCE)) == seen:
                yield b": nothing new\n\n"  # or proxies take the connection for dead
            else:
                seen = state
                yield b"data: " + as_json(state) + b"\n\n"
