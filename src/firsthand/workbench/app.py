"""The workbench as an application: every address, and what it answers with."""

from __future__ import annotations

from collections.abc import AsyncIterator
from functools import partial

from anyio import CapacityLimiter
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse

from firsthand.workbench import entering, publishing, ruling
from firsthand.workbench.describing import PAGES, Page, openapi
from firsthand.workbench.desk import Asked, Desk, Missing
from firsthand.workbench.differing import waiting
from firsthand.workbench.doors import Door, who
from firsthand.workbench.entrance import Entrance
from firsthand.workbench.faults import handlers
from firsthand.workbench.guarding import LOOPBACK, Guard
from firsthand.workbench.rendering import STATIC, Templates, as_json, template_of
from firsthand.workbench.roles import Role
from firsthand.workbench.working import State

FOR_EVER = "private, max-age=31536000, immutable"
PATIENCE = 2.0  # seconds between two signs of life: until then who left still has a stream
STREAMS = 24  # each waits in a thread, of which pages need some too (there are 40)


def application(desk: Desk, entrance: Entrance | None = None, bound: str = LOOPBACK[0]) -> Starlette:
    """The workbench over one case, for whom the entrance lets in, else for one local owner.

    ``bound``: the host that it listens at.
    """
    templates = Templates()
    entrance = entrance or Entrance(desk.folder)
    made = ((page, partial(_answer, desk, templates, page)) for page in PAGES)
    routes = [
        *entering.doors_to(entrance, templates),
        *ruling.doors_to(desk),
        *publishing.doors_to(desk),
        Door("/openapi.json", _described, Role.READER),
        Door("/work.json", partial(_work, desk), Role.READER),
        Door("/work/events", partial(_events, desk), Role.READER),
        Door("/work", partial(_start, desk), Role.OWNER, methods=("POST",), name="trace"),
        Door("/pages/{anchor}.jpg", partial(_picture, desk), Role.READER),
        Door("/static/{name}", _static, None),
        *(
            Door(path, answer, page.needs, name=name)
            for page, answer in made
            for path, name in ((page.json, f"{page.name} as JSON"), (page.path, page.name))
        ),
    ]
    guard = Middleware(Guard, bound=bound, names=entrance.names)
    app = Starlette(routes=routes, middleware=[guard], exception_handlers=handlers(templates))
    app.state.entrance, app.state.streams = entrance, CapacityLimiter(STREAMS)
    return app


async def _answer(desk: Desk, templates: Templates, page: Page, request: Request) -> Response:
    """A page, as HTML or as JSON by its address."""
    asked = Asked(request.path_params.get("anchor", ""), dict(request.query_params), who(request))
    wants_json = request.url.path.endswith(".json")
    return await run_in_threadpool(_made, desk, templates, page, asked, wants_json)


def _made(desk: Desk, templates: Templates, page: Page, asked: Asked, wants_json: bool) -> Response:
    front, view = desk.front(), page.view(desk, asked)
    if wants_json:
        return Response(as_json(view), media_type="application/json")
    name, open_to = template_of(view, page.template), [each for each in PAGES if asked.who.may(each.needs)]
    given = {"v": view, "d": front, "here": page, "pages": open_to, "me": asked.who}
    html = templates.page(name, waiting=waiting(desk), **given)
    return Response(html, media_type="text/html")


async def _work(desk: Desk, request: Request) -> Response:
    return Response(as_json(desk.work.state), media_type="application/json")


async def _start(desk: Desk, request: Request) -> Response:
    desk.work.start()
    return RedirectResponse("/rulings", 303)


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


async def _static(request: Request) -> Response:
    found = STATIC.get(request.path_params["name"])
    if found is None:
        raise Missing("There is no such file.")
    # A module names another without its version; that one is asked for each time.
    keep = FOR_EVER if request.url.query == found.version else "no-cache"
    return Response(found.data, media_type=found.media_type, headers={"Cache-Control": keep})


async def _described(request: Request) -> Response:
    return Response(as_json(openapi()), media_type="application/json")


async def _picture(desk: Desk, request: Request) -> Response:
    found = await run_in_threadpool(desk.sheets.picture, request.path_params["anchor"])
    if found is None:
        raise Missing("There is no such page.")
    return Response(found[1], media_type=found[0])
