"""The pages of the workbench: their addresses, templates and values, and the OpenAPI of their JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import msgspec

from firsthand import __version__
from firsthand.workbench import (
    differing,
    drawing,
    history,
    judging,
    pages,
    passages,
    publishing,
    queueing,
    views,
)
from firsthand.workbench.desk import Asked, Desk
from firsthand.workbench.roles import Role
from firsthand.workbench.views import (
    Changes,
    Descents,
    Findings,
    Found,
    Log,
    Method,
    Overview,
    PassageView,
    People,
    Publish,
    Queue,
    RegionView,
    Rows,
    Ruled,
    RuleView,
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its name and address, what it is called in the navigation, its template ("" where the value
    says which), and what makes its value."""

    name: str
    path: str
    title: str
    template: str
    view: Callable[[Desk, Asked], Any]
    gives: tuple[type[Any], ...]  # one of these
    words: tuple[str, ...] = ()  # that may follow "?"
    needs: Role = Role.READER  # to see it
    anchors: str = "^[A-Z][0-9]{1,9}$"  # that may stand in the address

    @property
    def json(self) -> str:
        """The address of the same as JSON."""
        return "/case.json" if self.path == "/" else f"{self.path}.json"


PASSAGE = "^R[0-9]{1,9}-a[0-9]{1,9}$"
LISTED = ("start", "count", "from", "to", "with", "like")
PAGES = (
    Page("overview", "/", "Answer", "overview.html.j2", pages.overview, (Overview,)),
    Page(
        "findings",
        "/findings",
        "Before you print",
        "findings.html.j2",
        pages.findings,
        (Findings,),
        (*LISTED, "outlet"),
    ),
    Page(
        "statements",
        "/statements",
        "Statements",
        "list.html.j2",
        pages.statements,
        (Rows,),
        (*LISTED, "state", "language", "outlet"),
    ),
    Page(
        "reports",
        "/reports",
        "Reports",
        "list.html.j2",
        pages.reports,
        (Rows,),
        (*LISTED, "outlet", "language"),
    ),
    Page(
        "people", "/people", "People", "people.html.j2", pages.people, (People,), (*LISTED, "state", "part")
    ),
    Page("record", "/record", "Record", "list.html.j2", pages.record, (Rows,), LISTED),
    Page(
        "descent",
        "/descent",
        "Who from whom",
        "descent.html.j2",
        pages.descent,
        (Descents,),
        (*LISTED, "state", "outlet"),
    ),
    Page("search", "/search", "Search", "search.html.j2", pages.search, (Found,), ("q", "exact")),
    Page(
        "queue",
        "/queue",
        "Queue",
        "queue.html.j2",
        queueing.queue,
        (Queue,),
        ("matter", "start"),
        Role.REVIEWER,
    ),
    Page("rulings", "/rulings", "Rulings", "rulings.html.j2", differing.rulings, (Ruled,), ("start",)),
    Page(
        "changes",
        "/changes",
        "Changes",
        "changes.html.j2",
        history.changes,
        (Changes,),
        (*LISTED, "state"),
    ),
    Page(
        "log",
        "/log",
        "Log",
        "log.html.j2",
        history.log,
        (Log,),
        ("start", "count", "action", "actor", "since"),
    ),
    Page(
        "publish", "/publish", "Publish", "publish.html.j2", publishing.publish, (Publish,), needs=Role.OWNER
    ),
    Page("method", "/method", "Method", "method.html.j2", pages.method, (Method,)),
    Page(
        "passage",
        "/passage/{anchor}",
        "",
        "",
        passages.passage,
        (PassageView,),
        anchors=PASSAGE,
    ),
    Page(
        "rule",
        "/rule/{anchor}",
        "",
        "",
        judging.rule,
        (RuleView, PassageView),
        needs=Role.REVIEWER,
        anchors="^[DPS][0-9]{1,9}$|" + PASSAGE,
    ),
    Page(
        "region",
        "/region/{anchor}",
        "",
        "region.html.j2",
        drawing.region,
        (RegionView,),
        ("page",),
        Role.REVIEWER,
    ),
    Page("sheet", "/{anchor}", "", "", pages.sheet, views.SHEETS),
)
NUMBERS = {
    "start": {"type": "integer", "minimum": 0},
    "since": {"type": "integer", "minimum": 0},
    "count": {"type": "integer", "minimum": 1, "maximum": pages.MOST},
}
FAULT = {"type": "object", "properties": {"what": {"type": "string"}}, "required": ["what"]}


@cache
def openapi() -> dict[str, Any]:
    """The description of every address that gives JSON (OpenAPI 3.1)."""
    kinds = list(dict.fromkeys(kind for page in PAGES for kind in page.gives))
    schemas, parts = msgspec.json.schema_components(kinds, ref_template="#/components/schemas/{name}")
    known = dict(zip(kinds, schemas, strict=True))
    paths = {page.json: {"get": _told(page, [known[kind] for kind in page.gives])} for page in PAGES}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Firsthand workbench", "version": __version__},
        "paths": paths,
        "components": {"schemas": parts},
    }


def _told(page: Page, schemas: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    schema = schemas[0] if len(schemas) == 1 else {"anyOf": schemas}
    asked = [
        {"name": word, "in": "query", "schema": NUMBERS.get(word, {"type": "string"})} for word in page.words
    ]
    named = [
        {
            "name": "anchor",
            "in": "path",
            "required": True,
            "schema": {"type": "string", "pattern": page.anchors},
        }
    ]
    return {
        "operationId": page.name,
        "summary": (page.view.__doc__ or "").strip(),
        "parameters": [*(named if "{anchor}" in page.path else ()), *asked],
        "responses": {
            "200": _answer("as asked", schema),
            **({"404": _answer("there is none", FAULT)} if "{anchor}" in page.path else {}),
            "401": _answer("nobody is logged in", FAULT),
            "403": _answer("the role of who is logged in is not enough", FAULT),
            "503": _answer("the case is being laid ready, or cannot be read", FAULT),
        },
    }


def _answer(what: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    return {"description": what, "content": {"application/json": {"schema": schema}}}
