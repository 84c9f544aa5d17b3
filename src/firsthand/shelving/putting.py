"""From a dossier to the rows of a shelf: one for each sheet, with what lists and searches need."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, count
from pathlib import Path
from typing import Any

from firsthand.casefile import Laid, Row, lay, to_json
from firsthand.dossier import Dossier, said
from firsthand.dossier.identities import IdentitySheet
from firsthand.dossier.index import sheet_of
from firsthand.dossier.pieces import Shape
from firsthand.dossier.rulings import RulingNote
from firsthand.dossier.sheets import Finding, RecordSheet, ReportSheet, SourceSheet, StatementSheet
from firsthand.dossier.svg import READABLE
from firsthand.model import Proposal
from firsthand.names.index import keys
from firsthand.proposing import about
from firsthand.shelving.sheets import Changed, Front, FrontGroup, form, place

SHOWN = 6  # findings of a kind on the first page


def put(
    folder: Path,
    made: Dossier,
    rulings: int,
    queue: Sequence[Proposal],
    news: Sequence[Changed] = (),
    withheld: Sequence[str] = (),
    incompatible: Sequence[str] = (),
) -> None:
    """Lays a dossier ready in the case folder, in place of the one before; see ``shelving.shelve``."""
    counted: Counter[str] = Counter()
    sheets = numbered(chain(laid(made, queue), map(_changed, count(1), news)), counted)
    pictures = ((each.anchor, each.media_type, each.data) for each in made.images)
    lay(
        folder,
        sheets,
        pictures,
        lambda: told(
            replace(
                front(made, counted, rulings),
                withheld=tuple(withheld),
                contradictions=tuple(incompatible),
            )
        ),
    )


def told(whole: Front) -> list[tuple[str, str]]:
    """What a shelf says of the whole, by key."""
    return [("form", form()), ("front", to_json(whole))]


def numbered(sheets: Iterable[Laid], counted: Counter[str]) -> Iterator[Laid]:
    """Sheets with their place among those of their kind."""
    for each in sheets:
        counted[each.row.kind] += 1
        yield replace(each, row=replace(each.row, place=counted[each.row.kind]))


def front(made: Dossier, counted: Mapping[str, int], rulings: int = 0) -> Front:
    """A case as a whole, with how many sheets of each kind it has."""
    groups = (
        FrontGroup(g.kind, g.word, g.shape, (*g.shown, *g.rest)[:SHOWN], len(g.shown) + len(g.rest))
        for g in made.findings
    )
    return Front(
        title=made.title,
        made=made.made,
        version=made.version,
        entries=made.custody.entries,
        rulings=rulings,
        answer=made.answer,
        counts=made.counts,
        groups=tuple(groups),
        picture=replace(made.picture, tellings=()) if len(made.picture.boxes) <= READABLE else None,
        notes=made.notes,
        contradictions=(),
        unread=made.unread,
        noted=made.noted,
        sheets=dict(counted),
    )


def laid(made: Dossier, queue: Sequence[Proposal]) -> Iterator[Laid]:
    """Every sheet of a dossier, and what is open, as it is laid down, not yet counted."""
    dates = {report.anchor: report.published for report in made.reports}
    places = {tag.anchor: place(r.id, tag.spans) for r in made.reports for tag in r.tags}
    yield from (_statement(each, dates, places) for each in made.statements)
    yield from map(_report, made.reports)
    yield from map(_source, made.sources)
    yield from map(_record, (*made.records, *made.papers, *made.aids))
    yield from map(_identity, made.identities)
    for each in made.disputes:
        sides = (value.to for value in each.values)
        yield _sheet(
            "dispute", each.anchor, each, f"{each.subject}: {each.field}", links=map(sheet_of, sides)
        )
    yield from _descents(made, dates)
    found = (f for group in made.findings for f in (*group.shown, *group.rest))
    yield from (_finding(number, each) for number, each in enumerate(found, 1))
    for ruling in made.rulings:
        yield _ruling(ruling)
    for page in made.images:
        yield _sheet("page", page.anchor, replace(page, data=b""), page.name)
    yield from map(_proposal, count(1), queue)


def _sheet(
    kind: str,
    anchor: str,
    value: Any,
    title: str,
    words: str = "",
    parts: Iterable[str] = (),
    links: Iterable[str] = (),
    names: Iterable[tuple[str, str]] = (),
    **row: Any,
) -> Laid:
    known = tuple(dict.fromkeys(to for to in links if to and to != anchor))
    return Laid(Row(anchor, kind, 0, title, **row), to_json(value), words, tuple(parts), known, tuple(names))


def _reports(sheet: StatementSheet) -> list[str]:
    """The anchors of the reports that make a statement."""
    return [sheet_of(row.anchor) for family in sheet.families for row in family.rows]


def _statement(sheet: StatementSheet, dates: Mapping[str, str], places: Mapping[str, str]) -> Laid:
    readings = [row for family in sheet.families for row in family.rows]
    reports = _reports(sheet)
    says = "\n".join(dict.fromkeys((sheet.says.text, *("".join(p.text for p in r.words) for r in readings))))
    return _sheet(
        "statement",
        sheet.anchor,
        sheet,
        sheet.says.text,
        words=says,
        parts=(places[row.anchor] for row in readings if row.anchor in places),
        links=(*reports, *(line.anchor for line in sheet.lines)),
        outlet=sheet.outlet,
        date=min((dates[r] for r in reports if dates.get(r)), default=""),
        language=sheet.says.language,
        state=sheet.state,
        shape=sheet.shape,
        many=sheet.reports,
    )


def _report(sheet: ReportSheet) -> Laid:
    return _sheet(
        "report",
        sheet.anchor,
        sheet,
        sheet.title or sheet.outlet,
        words=f"{sheet.outlet}\n{sheet.text}",
        parts=(sheet.id, *(tag.anchor for tag in sheet.tags)),
        outlet=sheet.outlet,
        date=sheet.published,
        language=sheet.language,
        many=len(sheet.tags),
    )


def _source(sheet: SourceSheet) -> Laid:
    return _sheet(
        "source",
        sheet.anchor,
        sheet,
        sheet.name,
        words="\n".join(sheet.spellings),
        links=(*map(sheet_of, sheet.where), sheet.record),
        names=((key, spelling) for spelling in sheet.spellings for key in sorted(keys(spelling))),
        state=sheet.being,
        many=len(sheet.where),
    )


def _record(sheet: RecordSheet) -> Laid:
    lines = [line.words.text for line in sheet.lines] or [sheet.text]
    renderings = (t.words.text for line in sheet.lines for t in line.renderings)
    parts = [*sheet.pages, *(t.anchor for t in sheet.translations)]
    for line in sheet.lines:
        parts += (line.anchor, f"{line.anchor}-at")
    facts = (fact.anchor for fact in (sheet.paper.facts if sheet.paper else ()))
    parts += (sheet.id,)
    return _sheet(
        "record",
        sheet.anchor,
        sheet,
        sheet.title,
        words="\n".join((*lines, *renderings)),
        parts=(*parts, *facts),
        links=(to for line in sheet.lines for to in line.statements),
        language=sheet.language,
        state=sheet.kind,
        many=len(sheet.lines),
    )


def _identity(sheet: IdentitySheet) -> Laid:
    links = [c.to for c in sheet.candidates]
    return _sheet(
        "identity", sheet.anchor, sheet, sheet.question, links=links, state=sheet.state, shape=sheet.shape
    )


def _descents(made: Dossier, dates: Mapping[str, str]) -> Iterator[Laid]:
    """The lines of descent, each with the statements that both its ends make, or the one that is a report."""
    made_by: dict[str, set[str]] = {}
    for each in made.statements:
        for report in _reports(each):
            made_by.setdefault(report, set()).add(each.anchor)
    for told in made.picture.tellings:
        ends = [made_by[end] for end in (told.child_to, told.parent_to) if end in made_by]
        shared = sorted(set.intersection(*ends)) if ends else []
        yield _sheet(
            "descent",
            told.anchor,
            told,
            f"{told.child} from {told.parent}",
            links=(told.child_to, told.parent_to, *shared),
            outlet=told.child,
            date=dates.get(told.child_to, ""),
            state=told.certainty,
            many=told.support or 0,
        )


def _ruling(note: RulingNote) -> Laid:
    shape = Shape.WARN if note.lost else ""
    return _sheet("ruling", note.anchor, note, note.what, state=note.judgement, date=note.at, shape=shape)


def _finding(number: int, found: Finding) -> Laid:
    title = said((found.sentence,))
    links = map(sheet_of, found.to)
    return _sheet(
        "finding",
        f"B{number}",
        found,
        title,
        links=links,
        state=found.kind,
        outlet=found.word,
        shape=found.shape,
    )


def _proposal(number: int, made: Proposal) -> Laid:
    links = (*map(sheet_of, made.to), *about(made.matter, made.on))
    return _sheet(
        "proposal", f"Q{number}", made, made.proposed, links=links, state=made.matter, many=made.weight
    )


def _changed(number: int, made: Changed) -> Laid:
    return _sheet("change", f"C{number}", made, made.note, links=(sheet_of(made.to),), state=made.what)
