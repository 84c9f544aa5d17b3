"""Logging in and out."""

from __future__ import annotations

from functools import partial

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from firsthand.workbench.doors import Door, inside, who
from firsthand.workbench.entrance import Entrance, Wait
from firsthand.workbench.rendering import Templates
from firsthand.workbench.roles import Role
from firsthand.workbench.sending import BACK, Field, Form

NOBODY_DOES = (405, "nobody logs in here, for there is one local owner")
WRONG = "This name and this password do not belong together."
LONGEST = 16 * 1024  # bytes of a form with a name and a password
ENTER = Form(
    "log in",
    "/enter",
    "Log in, where people do.",
    (Field("name", "The name of a user"), Field("password", "Their password"), Field("to", BACK.what)),
    needs=None,
    refuses=((403, WRONG), (429, "there were too many tries"), NOBODY_DOES),
    most=LONGEST,
)
LEAVE = Form("leave", "/leave", "Log out.", needs=Role.READER, refuses=(NOBODY_DOES,), most=LONGEST)
FORMS = (ENTER, LEAVE)


def doors_to(entrance: Entrance, templates: Templates) -> list[Door]:
    """The doors at which one logs in and out; none where nobody needs to."""
    if not entrance.asks:
        return []
    ask = partial(_ask, entrance, templates)
    return [
        Door("/enter", ask, None, name="enter"),
        ENTER.door(partial(_enter, entrance, templates)),
        LEAVE.door(partial(_leave, entrance)),
    ]


async def _ask(entrance: Entrance, templates: Templates, request: Request) -> Response:
    """The page on which one logs in; whoever is in already goes on."""
    to = inside(request.query_params.get("to", "/"))
    if who(request).leaves:
        return RedirectResponse(to, 303)
    return _page(entrance, templates, request, to)


async def _enter(entrance: Entrance, templates: Templates, request: Request) -> Response:
    form = await request.form()
    name, password, to = (str(form.get(field, "")) for field in ("name", "password", "to"))
    try:
        session = await entrance.enter(request, name, password)
    except Wait as wait:
        what = f"There were too many tries. The next can be made in {wait.seconds} seconds."
        page = _page(entrance, templates, request, inside(to), name, what, 429)
        page.headers["Retry-After"] = str(wait.seconds)
        return page
    if session is None:
        return _page(entrance, templates, request, inside(to), name, WRONG, 403)
    answer = RedirectResponse(inside(to), 303)
    entrance.give(request, answer, session)
    return answer


def _page(
    entrance: Entrance,
    templates: Templates,
    request: Request,
    to: str,
    name: str = "",
    what: str = "",
    status: int = 200,
) -> Response:
    session, token = entrance.token_at_door(request)
    page = templates.page("enter.html.j2", to=to, typed=name, what=what, token=token)
    answer = Response(page, status, media_type="text/html")
    entrance.give(request, answer, session)
    return answer


async def _leave(entrance: Entrance, request: Request) -> Response:
    answer = RedirectResponse("/enter", 303)
    entrance.leave(request, answer)
    return answer
