"""Small invented matters, built in a few words."""

from __future__ import annotations

from firsthand.matching import align
from firsthand.model import Attribution, Match, Place, Record, Source, Statement, Trace
from firsthand.names import may_be_one
from firsthand.tracing import trace
from tests.builders import record

BODY = (
    "The Ostrava lock at Brenning jammed on Monday with the barge Tilda Maren inside it.\n"
    "The lower gate had lost two bolts, lock keeper Oskar Vendt told the {outlet} by telephone.\n"
    "Fourteen barges waited below Brenning until a diver from Kolmar freed the gate at dusk."
)


def report(name: str, text: str = BODY, **fields: object) -> Record:
    """A report with its own id, outlet and address; the outlet stands in for "{outlet}"."""
    outlet = str(fields.pop("outlet", f"{name} Gazette"))
    given: dict[str, object] = {"id": name, "name": f"{name}.txt", "outlet": outlet, "title": name}
    given["url"] = f"https://{name}.example/1"
    return record(text.replace("{outlet}", outlet), **(given | fields))


def statement(label: str, *members: Attribution) -> Statement:
    """The attributions given, as one statement."""
    first = members[0]
    return Statement(label, label, label, Place(first.record, first.content), tuple(m.id for m in members))


def traced(
    records: list[Record],
    statements: list[Statement] | None = None,
    attributions: list[Attribution] | None = None,
    sources: list[Source] | None = None,
    matches: list[Match] | None = None,
) -> Trace:
    """The trace of a small case."""
    given = records, attributions or [], sources or [], statements or [], matches or [], align
    return trace(*given, alike=may_be_one)


def edges(found: Trace) -> set[tuple[str, str]]:
    """Who descends from whom, by node id."""
    return {(d.child, d.parent) for d in found.descents}
