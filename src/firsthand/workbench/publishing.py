"""The page from which editions are given out, and the doors to make and to take them: for owners."""

from __future__ import annotations

from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response

from firsthand.workbench.desk import Asked, Desk, Missing
from firsthand.workbench.doors import Door
from firsthand.workbench.editions import KINDS
from firsthand.workbench.forms import field
from firsthand.workbench.roles import Role
from firsthand.workbench.sending import Field, Form
from firsthand.workbench.views import Publish

BUSY = (
    "The case is being traced or given out at the moment. Wait until that has ended, then make the edition."
)
MAKE = Form(
    "make an edition",
    "/publish",
    "Make an edition, beside the pages.",
    (Field("edition", "Which", of=tuple(KINDS)),),
    needs=Role.OWNER,
    refuses=((409, "there is no such edition, or the case is being traced or given out"),),
)
FORMS = (MAKE,)


def publish(desk: Desk, asked: Asked) -> Publish:
    """What can be given out, with what a public edition leaves out; and what was made already."""
    front = desk.front()
    made = tuple(each for kind in KINDS if (each := desk.editions.made(kind)))
    return Publish(front.withheld, made, front.entries, desk.recent(), desk.work.state)


def doors_to(desk: Desk) -> list[Door]:
    """The doors for those who give the case out."""
    return [
        MAKE.door(partial(_make, desk)),
        Door("/publish/{kind}/{name}", partial(_take, desk), Role.OWNER, name="file of an edition"),
    ]


async def _make(desk: Desk, request: Request) -> Response:
    kind = field(await request.form(), "edition")
    if kind not in KINDS:
        raise HTTPException(409, f"There is no {kind[:20]!r} edition: choose public or restricted.")
    if not desk.editions.make(kind, desk.work):
        raise HTTPException(409, BUSY)
    return RedirectResponse("/publish", 303)


async def _take(desk: Desk, request: Request) -> Response:
    kind, name = request.path_params["kind"], request.path_params["name"]
    found = await run_in_threadpool(desk.editions.file, kind, name)
    if found is None:
        raise Missing("There is no such file. Make the edition first.")
    # It is taken away and not shown: nothing in it may run or be drawn as a page of ours.
    return FileResponse(found, media_type="application/octet-stream", filename=f"{kind}-{name}")
