"""The workbench as an application: every address, and what it answers with."""

from __future__ import annotations

from functools import cache, partial

from anyio import CapacityLimiter
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response

from firsthand.workbench import entering, news, publishing, ruling
from firsthand.workbench.citing import citations
from firsthand.workbench.describing import PAGES, Page
from firsthand.workbench.desk import Asked, Desk, Missing
from firsthand.workbench.differing import waiting
from firsthand.workbench.doors import Door, who
from firsthand.workbench.entrance import Entrance
from firsthand.workbench.faults import handlers
from firsthand.workbench.guarding import LOOPBACK, Guard
from firsthand.workbench.openapi import FORMS, openapi
from firsthand.workbench.rendering import STATIC, Templates, as_json, template_of
from firsthand.workbench.roles import Role

# Addresses of forms without a page of their own: without a door their words would be taken for an anchor.
ONLY_SENT = {form.path for form in FORMS} - {page.path for page in PAGES}
FOR_EVER = "private, max-age=31536000, immutable"


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
        *news.doors_to(desk),
        Door("/openapi.json", _described, Role.READER),
        *(Door(path, _only_sent, Role.READER, methods=()) for path in sorted(ONLY_SENT)),
        Door("/pages/{anchor}.jpg", partial(_picture, desk), Role.READER),
        Door("/static/{name}", _static, None),
        *(
            Door(path, answer, page.needs, name=name)
            for page, answer in made
            for path, name in ((page.json, f"{page.name} as JSON"), (page.path, page.name))
        ),
    ]
    guard = Middleware(Guard, bound=bound, names=entrance.names)
    app = Starlette(routes=routes, middleware=[guard], exception_handlers=handlers(templates, desk.folder))
    app.state.entrance, app.state.streams = entrance, CapacityLimiter(news.STREAMS)
    app.state.templates = templates
    return app


async def _answer(desk: Desk, templates: Templates, page: Page, request: Request) -> Response:
    """A page, as HTML or as JSON by its address."""
    asked = Asked(request.path_params.get("anchor", ""), dict(request.query_params), who(request))
    wants_json = request.url.path.endswith(".json")
    return await run_in_threadpool(_made, desk, templates, page, asked, wants_json)


def _made(desk: Desk, templates: Templates, page: Page, asked: Asked, wants_json: bool) -> Response:
    desk.follow()
    with desk.sheets.still():  # labels of one trace beside those of the next would be ruled on for others
        front, view = desk.front(), page.view(desk, asked)
        if wants_json:
            return Response(as_json(view), media_type="application/json")
        name, open_to = (
            template_of(view, page.template),
            [each for each in PAGES if asked.who.may(each.needs)],
        )
        given = {"v": view, "d": front, "here": page, "pages": open_to, "me": asked.who}
        given |= {"cites": citations(desk, view), "waiting": waiting(desk)}
    return Response(templates.page(name, **given), media_type="text/html")


async def _static(request: Request) -> Response:
    found = STATIC.get(request.path_params["name"])
    if found is None:
        raise Missing("There is no such file.")
    # A module names another without its version; that one is asked for each time.
    keep = FOR_EVER if request.url.query == found.version else "no-cache"
    return Response(found.data, media_type=found.media_type, headers={"Cache-Control": keep})


async def _described(request: Request) -> Response:
    return Response(_description(request.app.state.entrance.asks), media_type="application/json")


@cache
def _description(asks: bool) -> bytes:
    return as_json(openapi(asks))


async def _only_sent(request: Request) -> Response:
    raise HTTPException(405)


async def _picture(desk: Desk, request: Request) -> Response:
    found = await run_in_threadpool(desk.sheets.picture, request.path_params["anchor"])
    if found is None:
        raise Missing("There is no such page.")
    return Response(found[1], media_type=found[0])
