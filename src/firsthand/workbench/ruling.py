"""What people send who rule: one judgement on one thing, or the undoing of one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from firsthand.errors import Refused
from firsthand.model import Correction, Judgement, Proposal, Region, Ruling, conflicts
from firsthand.workbench import forms, passages
from firsthand.workbench.desk import Desk
from firsthand.workbench.differing import settles
from firsthand.workbench.doors import Door, inside, wants_json, who
from firsthand.workbench.forms import field
from firsthand.workbench.rendering import as_json
from firsthand.workbench.roles import Role
from firsthand.workbench.sending import BACK, BECAUSE, MADE, Field, Form

LONGEST = 4 * 1024 * 1024  # bytes: a content may be as long as a text
STALE = "The case was traced anew since this page was made, and things may bear other numbers. Look again."
SETTLED = "People do not differ on this any more. Look again."
NUMBER = re.compile(r"-?[0-9]{1,9}")
OTHERS = "Only an owner undoes what somebody else ruled."
REFUSED = (409, "it makes no sense, or the case was traced anew since; a sentence says which")


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent: the judgement, the labels of what it is on, and why."""

    judgement: str
    on: tuple[str, ...]
    because: str
    scope: str
    settle: bool


JUDGEMENTS = tuple(map(str, Judgement))
RULE = Form(
    "rule",
    "/rulings",
    "One judgement on one thing.",
    (
        Field("judgement", "What is decided; which can be is told by what it is on", of=JUDGEMENTS),
        Field("on", "The label or the words of each thing that it is on", many=True),
        BECAUSE,
        *forms.FIELDS,
        Field("page", "The page on which a region was drawn"),
        *(Field(name, "Its pixels on that page, as a number") for name in ("x", "y", "width", "height")),
        Field("scope", "On what, or when, a grade holds"),
        Field("settle", "Whether it decides between others who differ", of=("yes", "")),
        MADE,
        BACK,
    ),
    gives=Ruling,
    refuses=(REFUSED,),
    most=LONGEST,
)
NEXT = Form(
    "rule from the queue",
    "/queue",
    "One judgement on what the queue proposes.",
    (
        Field("proposal", "The anchor of what is proposed"),
        Field("judgement", "What is decided", of=JUDGEMENTS),
        BECAUSE,
        MADE,
        BACK,
    ),
    gives=Ruling,
    refuses=((404, "it is not in the queue"), REFUSED),
)
SETTLE = Form(
    "settle",
    "/rulings/settle",
    "Decide between people who differ.",
    (
        Field("number", "The number of the first ruling of those who differ"),
        Field("choice", "The ruling that holds (J2), or a judgement of one's own"),
        BECAUSE,
        BACK,
    ),
    gives=Ruling,
    refuses=(REFUSED,),
)
UNDO = Form(
    "undo",
    "/rulings/undo",
    "Undo a ruling of one's own; as an owner, one of anybody.",
    (Field("number", "The number of the ruling"), BECAUSE, BACK),
    gives=Ruling,
    refuses=((403, OTHERS), (404, "there is no such ruling"), REFUSED),
)
FORMS = (RULE, NEXT, SETTLE, UNDO)


def doors_to(desk: Desk) -> list[Door]:
    """The doors for those who rule."""
    takes = ((RULE, _rule), (NEXT, _next), (SETTLE, _settle), (UNDO, _undo))
    return [form.door(partial(answer, desk)) for form, answer in takes]


async def _rule(desk: Desk, request: Request) -> Response:
    form = await request.form()
    made = _refuse_stale(desk, form)
    sent, by = read(form), who(request).name

    def ruled() -> Ruling:
        told = _told(desk, form, sent)
        return desk.clerk.do(
            lambda case: case.rule(
                sent.judgement,
                *sent.on,
                by=by,
                because=sent.because,
                told=told,
                scope=sent.scope,
                settle=sent.settle,
                laid=made,
            )
        )

    return await _done(request, form, ruled)


async def _next(desk: Desk, request: Request) -> Response:
    """Rules on what the queue proposes; it is meant where it stands, by no label."""
    form = await request.form()
    made = _refuse_stale(desk, form)
    found = desk.sheets.sheet(field(form, "proposal"))
    if found is None or not isinstance(found[1], Proposal):
        raise HTTPException(404, "That is not in the queue.")
    on, by = found[1].on, who(request).name
    judgement, because = field(form, "judgement"), field(form, "because")
    return await _done(
        request,
        form,
        lambda: desk.clerk.do(lambda case: case.rule(judgement, *on, by=by, because=because, laid=made)),
    )


async def _settle(desk: Desk, request: Request) -> Response:
    """Decides between others who differ: as one of them, or otherwise. Who is one of them and gives
    in settles nothing: then nobody differs."""
    form, by = await request.form(), who(request).name
    number, choice = field(form, "number"), field(form, "choice")

    def settled() -> Ruling:
        groups = conflicts(desk.clerk.rulings())
        group = next((each for each in groups if str(each[0].number) == number), ())
        if not group:
            raise HTTPException(409, SETTLED)
        agrees = choice in [f"J{each.number}" for each in group]
        judgement, on = ("accept", choice) if agrees else (choice, f"J{number}")
        settle, why = settles(group, choice, by), field(form, "because")
        return desk.clerk.do(
            lambda case: case.rule(judgement, on, by=by, because=why, scope=group[0].scope, settle=settle)
        )

    return await _done(request, form, settled)


async def _undo(desk: Desk, request: Request) -> Response:
    form, me = await request.form(), who(request)
    number, because = field(form, "number"), field(form, "because")

    def undone() -> Ruling:
        was = next((each for each in desk.clerk.rulings() if str(each.number) == number), None)
        if was is None:
            raise HTTPException(404, f"There is no ruling {number[:20]}.")
        if was.by != me.name and not me.may(Role.OWNER):
            raise HTTPException(403, OTHERS)
        return desk.clerk.do(lambda case: case.undo(was.number, me.name, because))

    return await _done(request, form, undone)


async def _done(request: Request, form: FormData, work: Callable[[], Ruling]) -> Response:
    """The ruling as JSON, or back to the page that sent it; what is refused is told with its sentence."""
    try:
        ruling = await run_in_threadpool(work)
    except Refused as refused:
        raise HTTPException(409, str(refused)) from refused
    if wants_json(request):
        return Response(as_json(ruling), 201, media_type="application/json")
    return RedirectResponse(inside(field(form, "back")), 303)


def _refuse_stale(desk: Desk, form: FormData) -> int:
    """Labels are those of the trace that was shown; after another they may be those of other things. Gives
    the entry of the log at which it was laid ready."""
    made = desk.front().entries
    if field(form, "made") != str(made):
        raise HTTPException(409, STALE)
    return made


def read(form: FormData) -> Sent:
    """What a form says, but for what is otherwise in a passage."""
    on = tuple(filter(None, (str(each).strip() for each in form.getlist("on"))))
    return Sent(
        judgement=field(form, "judgement"),
        on=on,
        because=field(form, "because"),
        scope=field(form, "scope"),
        settle=field(form, "settle") == "yes",
    )


def _told(desk: Desk, form: FormData, sent: Sent) -> tuple[Correction, ...] | Region:
    """What is otherwise in the passage that is ruled on, or in the report in which one was missed; where the
    line stands that is."""
    if region := _region(form):
        return region
    there = passages.found(desk, sent.on[0]) if sent.on else None
    return forms.corrections(form, sent.judgement, there[1], there[2]) if there else ()


def _region(form: FormData) -> Region | None:
    """Where a line stands; None where that is not told."""
    if "width" not in form:
        return None
    given = [field(form, name) for name in ("x", "y", "width", "height")]
    if not all(NUMBER.fullmatch(each) for each in given):
        raise HTTPException(409, "Where a line stands is told in four whole numbers: x, y, width and height.")
    return Region(field(form, "page"), *map(int, given))
