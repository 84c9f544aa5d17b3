"""The pages of the workbench: their addresses, templates and values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

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
from firsthand.workbench.proposals import Queue
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
        ("like",),
        Role.REVIEWER,
        anchors="^[DPRS][0-9]{1,9}$|" + PASSAGE,
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
