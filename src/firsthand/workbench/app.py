"""The workbench as an application: every address, and what it answers with."""

from __future__ import annotations

from collections.abc import AsyncIterator
from functools import partial

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from firsthand.workbench.describing import PAGES, Page, openapi
from firsthand.workbench.desk import Asked, Desk, Elsewhere, Missing, NotReady
from firsthand.workbench.guarding import Guard
from firsthand.workbench.rendering import STATIC, Templates, as_json, template_of
from firsthand.workbench.working import State

FOR_EVER = "private, max-age=31536000, immutable"
PATIENCE = 15.0  # seconds between two signs of life
NOT_READY = "The case is being laid ready. Load this page again in a moment."


def application(desk: Desk) -> Starlette:
    """The workbench over one case."""
    templates = Templates()
    made = (partial(_answer, desk, templates, page) for page in PAGES)
    routes = [
        Route("/openapi.json", _described),
        Route("/work.json", partial(_work, desk)),
        Route("/work/events", partial(_events, desk)),
        Route("/pages/{anchor}.jpg", partial(_picture, desk)),
        Route("/static/{name}", _static),
        *(
            Route(path, answer, name=name)
            for page, answer in zip(PAGES, made, strict=True)
            for path, name in ((page.json, f"{page.name} as JSON"), (page.path, page.name))
        ),
    ]
    return Starlette(routes=routes, middleware=[Middleware(Guard)])


async def _answer(desk: Desk, templates: Templates, page: Page, request: Request) -> Response:
    """A page, as HTML or as JSON by its address."""
    asked = Asked(request.path_params.get("anchor", ""), dict(request.query_params))
    wants_json = request.url.path.endswith(".json")
    return await run_in_threadpool(_made, desk, templates, page, asked, wants_json)


def _made(desk: Desk, templates: Templates, page: Page, asked: Asked, wants_json: bool) -> Response:
    try:
        view = page.view(desk, asked)
    except Elsewhere as elsewhere:
        return RedirectResponse(str(elsewhere), 303)
    except (Missing, NotReady) as fault:
        return _fault(templates, fault, wants_json)
    if wants_json:
        return Response(as_json(view), media_type="application/json")
    name = template_of(view, page.template)
    html = templates.page(name, v=view, d=desk.front(), here=page, pages=PAGES)
    return Response(html, media_type="text/html")


def _fault(templates: Templates, fault: Exception, wants_json: bool) -> Response:
    status, what = (503, NOT_READY) if isinstance(fault, NotReady) else (404, str(fault))
    headers = {"Retry-After": "2"} if status == 503 else {}
    if wants_json:
        return Response(as_json({"what": what}), status, headers, "application/json")
    return Response(
        templates.page("fault.html.j2", what=what, status=status, waiting=status == 503),
        status,
        headers,
        "text/html",
    )


async def _work(desk: Desk, request: Request) -> Response:
    return Response(as_json(desk.work.state), media_type="application/json")


async def _events(desk: Desk, request: Request) -> Response:
    """The state of the work as server-sent events, each time that it changes."""
    return StreamingResponse(_news(desk, request), media_type="text/event-stream")


async def _news(desk: Desk, request: Request) -> AsyncIterator[bytes]:
    seen = State()
    while not await request.is_disconnected():
        if (state := await run_in_threadpool(desk.work.news, seen, PATIENCE)) == seen:
            yield b": nothing new\n\n"  # or proxies take the connection for dead
        else:
            seen = state
            yield b"data: " + as_json(state) + b"\n\n"


async def _static(request: Request) -> Response:
    found = STATIC.get(request.path_params["name"])
    if found is None:
        return Response("There is no such file.", 404, media_type="text/plain")
    # A module names another without its version; that one is asked for each time.
    keep = FOR_EVER if request.url.query == found.version else "no-cache"
    return Response(found.data, media_type=found.media_type, headers={"Cache-Control": keep})


async def _described(request: Request) -> Response:
    return Response(as_json(openapi()), media_type="application/json")


async def _picture(desk: Desk, request: Request) -> Response:
    found = await run_in_threadpool(desk.sheets.picture, request.path_params["anchor"])
    if found is None:
        return Response("There is no such page.", 404, media_type="text/plain")
    return Response(found[1], media_type=found[0])
