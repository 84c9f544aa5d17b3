"""What each page shows: from a desk and what was asked to the value that it is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from firsthand.dossier.drawn import Picture, Telling
from firsthand.dossier.excerpt import excerpt
from firsthand.dossier.phrases import language_name
from firsthand.dossier.sheets import RecordSheet, ReportSheet
from firsthand.shelving import Row, place
from firsthand.workbench.desk import Asked, Desk, Elsewhere, Missing
from firsthand.workbench.later import Recent
from firsthand.workbench.passages import names
from firsthand.workbench.places import link
from firsthand.workbench.views import (
    AnySheet,
    Descents,
    DescentView,
    DisputeView,
    Filter,
    Findings,
    Found,
    IdentityView,
    Layer,
    Method,
    Overview,
    People,
    RecordView,
    ReportView,
    Rows,
    RulingView,
    Sheet,
    SourceView,
    StatementView,
)

MOST, USUAL = 500, 50  # rows of a list
SEARCHED = 60
OPEN = ("identity", "dispute")  # about people
FIRST = 10  # of each, before the sources
NAMELY = 6  # words: more are no name
DRAWN = 120  # lines of descent that one drawing shows
# By kind of sheet, the columns that a list of it can be filtered by, and what these are called.
FILTERS: Mapping[str, Mapping[str, str]] = {
    "statement": {"state": "Verdict", "language": "Language", "outlet": "Outlet"},
    "report": {"outlet": "Outlet", "language": "Language"},
    "source": {"state": "What it is"},
    "finding": {"outlet": "What it is"},
    "change": {"state": "What it is"},
    "descent": {"state": "How sure", "outlet": "Who had it"},
}


def overview(desk: Desk, asked: Asked) -> Overview:
    """The case as a whole."""
    return Overview(desk.front())


def listed(desk: Desk, asked: Asked, kind: str) -> Rows:
    """The part of a list that was asked for."""
    columns = FILTERS.get(kind, {})
    wanted = {name: asked.words.get(name, "") for name in (*columns, "from", "to", "with", "like")}
    start, count = asked.number("start"), asked.number("count", USUAL, 1, MOST)
    rows, total = desk.sheets.rows(kind, start, count, wanted)
    filters = (
        Filter(name, label, tuple(desk.sheets.choices(kind, name)), wanted[name])
        for name, label in columns.items()
    )
    return Rows(
        kind, tuple(rows), start, total, tuple(filters), {k: v for k, v in wanted.items() if v}, count
    )


def statements(desk: Desk, asked: Asked) -> Rows:
    """Statements, those in most reports first as the dossier has them."""
    return listed(desk, asked, "statement")


def reports(desk: Desk, asked: Asked) -> Rows:
    """Reports by time."""
    return listed(desk, asked, "report")


def people(desk: Desk, asked: Asked) -> People:
    """Who speaks; who may be somebody else; what records disagree about."""
    counts = {kind: desk.front().sheets.get(kind, 0) for kind in OPEN}
    if (part := asked.words.get("part", "")) in OPEN:
        found = listed(desk, asked, part)
        found = replace(found, asked={**found.asked, "part": part})
        open_ = {part: found.rows}
    else:
        part, found = "", listed(desk, asked, "source")
        begins = not found.start and not found.asked
        open_ = {kind: tuple(desk.sheets.rows(kind, 0, FIRST)[0]) for kind in OPEN if begins}
    shown = (desk.sheets.some(kind, _anchors(open_.get(kind, ()))) for kind in OPEN)
    identities, disputes = map(tuple, shown)
    return People(part, identities, disputes, counts, found)


def record(desk: Desk, asked: Asked) -> Rows:
    """The records, identity papers and machine readings of the case."""
    return listed(desk, asked, "record")


def findings(desk: Desk, asked: Asked) -> Findings:
    """What to know before printing."""
    rows = listed(desk, asked, "finding")
    return Findings(rows, tuple(desk.sheets.some("finding", _anchors(rows.rows))))


def descent(desk: Desk, asked: Asked) -> Descents:
    """Who had it from whom: in words, and drawn where it is not too much for one drawing."""
    rows = listed(desk, asked, "descent")
    if not rows.asked and (whole := desk.front().picture):
        return Descents(whole, rows, tuple(desk.sheets.some("descent", _anchors(rows.rows))))
    if rows.total > DRAWN:
        return Descents(None, rows, tuple(desk.sheets.some("descent", _anchors(rows.rows))))
    every = desk.sheets.some("descent", _anchors(desk.sheets.rows("descent", 0, DRAWN, rows.asked)[0]))
    shown = tuple(every[rows.start : rows.start + len(rows.rows)])
    return Descents(_excerpt(desk, every), rows, shown)


def _excerpt(desk: Desk, tellings: Sequence[Telling]) -> Picture:
    ends = sorted({to for told in tellings for to in (told.child_to, told.parent_to)})
    return excerpt(tellings, desk.sheets.dates(ends))


def _anchors(rows: Sequence[Row]) -> list[str]:
    return [row.anchor for row in rows]


def search(desk: Desk, asked: Asked) -> Found:
    """Sheets with all of the words that are looked for, and who bears a name like these words."""
    words = asked.words.get("q", "")[:400]
    exact = asked.words.get("exact", "") == "yes"
    named = [] if exact or len(words.split()) > NAMELY else desk.sheets.named(words)
    return Found(words, exact, tuple(named), tuple(desk.sheets.search(words, SEARCHED)))


def method(desk: Desk, asked: Asked) -> Method:
    """How it was made and what could not be read."""
    front = desk.front()
    return Method(front, front.unread, front.noted)


def sheet(desk: Desk, asked: Asked) -> AnySheet:
    """One sheet by its anchor; of a passage or line, where it stands."""
    found = desk.sheets.sheet(asked.name)
    if found is None:
        if home := desk.sheets.home(asked.name):
            raise Elsewhere(f"{link(home)}#{asked.name}")
        raise Missing(f"There is no “{asked.name}” in this case.")
    row, value = found
    if row.kind not in SHEETS:
        raise Missing(f"{asked.name} has no page of its own.")
    return SHEETS[row.kind](desk, row, value)


def _placed(desk: Desk, row: Row, pages: set[str]) -> Sheet:
    before, after = desk.sheets.beside(row)
    return Sheet(row, before, after, desk.sheets.pictures(sorted(pages)), desk.recent(row.anchor))


def _statement(desk: Desk, row: Row, value: Any) -> StatementView:
    return StatementView(_placed(desk, row, {c.page for c in value.crops}), value)


def _report(desk: Desk, row: Row, value: Any) -> ReportView:
    told = desk.sheets.rows("statement", 0, MOST, {"with": row.anchor})[0]
    placed = _placed(desk, row, set())
    return ReportView(placed, value, tuple(told), _waiting(placed.recent, value), names(desk, value))


def _waiting(made: Sequence[Recent], report: ReportSheet) -> dict[str, tuple[Recent, ...]]:
    """By passage what was ruled on it since, and not undone."""
    undone = {each.undoes for each in made}
    stand = [each for each in made if each.number not in undone and not each.undoes]
    at = {tag.anchor: place(report.id, tag.spans) for tag in report.tags} if stand else {}
    found = ((anchor, tuple(r for r in stand if here in r.places)) for anchor, here in at.items())
    return {anchor: on_it for anchor, on_it in found if on_it}


def _record(desk: Desk, row: Row, value: Any) -> RecordView:
    facts = value.paper.facts if value.paper else ()
    crops = [*(n.crop for n in value.lines if n.crop), *(c for fact in facts for c in fact.crops)]
    placed = _placed(desk, row, {*value.pages, *(c.page for c in crops)})
    return RecordView(placed, value, tuple(_layers(value)))


def _layers(record: RecordSheet) -> Iterator[Layer]:
    """The texts of a record, its own first, translations in the order in which lines have them."""
    yield Layer("as it stands" + (f" ({language_name(record.language)})" if record.language else ""))
    found = ((t.words.language, t.by, t.record, t.machine) for line in record.lines for t in line.renderings)
    for language, by, name, machine in dict.fromkeys(found):
        how = "machine" if machine else "tr."
        yield Layer(f"{language_name(language) or 'translation'}, {how} {by}", language, by, name)


def _source(desk: Desk, row: Row, value: Any) -> SourceView:
    where = desk.sheets.rows("report", 0, MOST, {"with": row.anchor})[0]
    asked = tuple(desk.sheets.linked("identity", row.anchor))
    placed = replace(_placed(desk, row, set()), recent=desk.recent_of(value.spellings))
    return SourceView(placed, value, tuple(where), asked)


def _identity(desk: Desk, row: Row, value: Any) -> IdentityView:
    candidates = (name for each in value.candidates for name in (each.name, *each.spellings))
    placed = replace(_placed(desk, row, set()), recent=desk.recent_of((*value.names, *candidates)))
    return IdentityView(placed, value)


SHEETS: Mapping[str, Callable[[Desk, Row, Any], AnySheet]] = {
    "statement": _statement,
    "report": _report,
    "record": _record,
    "source": _source,
    "identity": _identity,
    "dispute": lambda desk, row, value: DisputeView(_placed(desk, row, set()), value),
    "descent": lambda desk, row, value: DescentView(_placed(desk, row, set()), value),
    "ruling": lambda desk, row, value: RulingView(_placed(desk, row, set()), value),
}
