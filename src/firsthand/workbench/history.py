"""What was done to the case: what is new since the trace before, and the log."""

from __future__ import annotations

import re

from firsthand.workbench.desk import Asked, Desk
from firsthand.workbench.pages import MOST, USUAL, listed
from firsthand.workbench.views import Changes, Done, Filter, Log

RULING = re.compile(r"ruling ([0-9]+)")
COLUMNS = {"action": "What was done", "actor": "By"}


def changes(desk: Desk, asked: Asked) -> Changes:
    """What is new since the trace before, which verdicts flipped and why, and what rulings confirmed."""
    rows = listed(desk, asked, "change")
    found = desk.sheets.some("change", [row.anchor for row in rows.rows])
    return Changes(rows, tuple(found), desk.recent())


def log(desk: Desk, asked: Asked) -> Log:
    """The log of everything that was done to the case, the newest first."""
    start, count = asked.number("start"), asked.number("count", USUAL, 1, MOST)
    since = asked.number("since") if asked.words.get("since") else 0  # a field that may be left empty
    wanted = {name: asked.words.get(name, "") for name in COLUMNS} | {"since": str(since) if since else ""}
    (found, total), choices = desk.clerk.look(
        lambda case: (case.log(start, count, wanted), {name: case.log_choices(name) for name in COLUMNS})
    )
    filters = (Filter(name, label, choices[name], wanted[name]) for name, label in COLUMNS.items())
    rows = (Done(e.number, e.at, e.actor, e.action, e.subject, e.detail, _to(desk, e.subject)) for e in found)
    return Log(tuple(rows), start, total, tuple(filters), {k: v for k, v in wanted.items() if v}, count)


def _to(desk: Desk, subject: str) -> str:
    """Where that stands which an entry is about: a record, or a ruling that is in the pages."""
    if told := RULING.fullmatch(subject):
        anchor = f"J{told[1]}"
        return anchor if desk.sheets.sheet(anchor) else ""
    return desk.sheets.home(subject)
