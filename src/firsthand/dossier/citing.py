"""How each node of a dossier is cited: a report, a passage of it, a statement, a line of the record, a
record, a source, a line of descent, a ruling.

Pure functions on sheets. Citations of a public edition say no more than the edition does: where the title of
a report prints a name that is withheld elsewhere, it is cited by its title as ``Withheld.titles`` has it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from firsthand.dossier.drawn import Telling
from firsthand.dossier.index import home, homes
from firsthand.dossier.phrases import listed, short
from firsthand.dossier.rulings import RulingNote
from firsthand.dossier.sheets import (
    Dossier,
    RecordLine,
    RecordSheet,
    ReportSheet,
    SourceSheet,
    StatementSheet,
)

LONGEST = 300  # characters of somebody's words in a note
MARKS = '“„«"「『‹‘'
FEW = 4  # reports told of a source


@dataclass(frozen=True, slots=True)
class Work:
    """The dossier that a node stands in: its title, when it was traced as people write it, and the version of
    Firsthand."""

    title: str
    date: str
    version: str


@dataclass(frozen=True, slots=True)
class Citation:
    """What a note says of a node, in parts; "" for what is not known. ``anchor`` is its own, ``place`` the
    passage or line that it stands at, ``says`` the words there."""

    anchor: str
    kind: str
    work: Work
    says: str = ""
    whose: str = ""  # outlet, holder, or who it is that speaks
    title: str = ""
    published: str = ""
    date: str = ""
    place: str = ""
    address: str = ""
    sha256: str = ""
    language: str = ""

    @property
    def text(self) -> str:
        """The note: “Words”, outlet, “Title”, date, place, address, SHA-256; anchor in which dossier."""
        says, title = _quoted(short(self.says, LONGEST)), _quoted(self.title)
        hashed = f"SHA-256 {self.sha256}" if self.sha256 else ""
        parts = (says, self.whose, title, self.date, self.place, self.address, hashed)
        told = ", ".join(part for part in parts if part)
        work = f"“{self.work.title}”, dossier of {self.work.date} (Firsthand {self.work.version})"
        return " ".join(f"{told}; {self.anchor} in {work}.".split())


def _quoted(words: str) -> str:
    """Words in quotation marks, those that they begin with or these."""
    return f"“{words}”" if words and words[0] not in MARKS else words


def work(dossier: Dossier) -> Work:
    """The dossier as a work that is cited."""
    return Work(dossier.title, dossier.made, dossier.version)


def of_report(sheet: ReportSheet, within: Work) -> Citation:
    """A report: outlet, title, date, address, hash."""
    address = next((fact.value for fact in sheet.facts if fact.name == "Address"), "")
    title = "" if sheet.title == sheet.outlet else sheet.title
    return Citation(
        sheet.anchor,
        "report",
        within,
        whose=sheet.outlet,
        title=title,
        published=sheet.published,
        date=sheet.date,
        address=address,
        sha256=sheet.sha256,
        language=sheet.language,
    )


def of_statement(sheet: StatementSheet, report: ReportSheet | None, within: Work) -> Citation:
    """A statement: its words as one ``report`` has them, and that report."""
    told = of_report(report, within) if report else Citation("", "", within, whose=sheet.outlet)
    said = sheet.says
    return replace(
        told,
        anchor=sheet.anchor,
        kind="statement",
        says=said.text,
        place=sheet.said_at,
        language=said.language,
    )


def of_passage(anchor: str, words: str, report: ReportSheet, within: Work) -> Citation:
    """A passage of a report: its words, and that report."""
    return replace(of_report(report, within), anchor=anchor, kind="passage", says=words)


def of_record(sheet: RecordSheet, within: Work) -> Citation:
    """A record or an identity paper: title, date, holder, hash where it is one file."""
    known = {fact.name: fact.value for fact in sheet.facts}
    return Citation(
        sheet.anchor,
        "record",
        within,
        whose=known.get("Holder", ""),
        title=sheet.title,
        date=known.get("Date", ""),
        sha256=known.get("SHA-256", ""),
        language=sheet.language,
    )


def of_line(line: RecordLine, sheet: RecordSheet, within: Work) -> Citation:
    """A line of a record: its words, and where they stand in it."""
    place = f"{line.leaf}, line {line.number}" if line.leaf else f"line {line.number}"
    told = of_record(sheet, within)
    return replace(told, anchor=line.anchor, kind="line", says=line.words.text, place=place)


def of_source(sheet: SourceSheet, within: Work) -> Citation:
    """Who speaks: the name, and the reports that have it."""
    place = f"named in {listed(homes(sheet.where), FEW)}" if sheet.where else ""
    return Citation(sheet.anchor, "source", within, whose=sheet.name, place=place)


def of_descent(told: Telling, within: Work) -> Citation:
    """A line of descent: who had it from whom, and how sure that is."""
    says = f"{told.child} from {told.parent} ({told.certainty})"
    return Citation(told.anchor, "descent", within, title=says)


def of_ruling(note: RulingNote, within: Work) -> Citation:
    """A ruling: who decided what, and when."""
    return Citation(
        note.anchor, "ruling", within, whose=note.by, title=note.what, published=note.at, date=note.date
    )


def citations(dossier: Dossier) -> Mapping[str, Citation]:
    """The citation of every node by its anchor: statements, reports, records with their lines, sources, lines
    of descent, rulings. Passages are cited one by one where somebody asks for it."""
    return {each.anchor: each for each in _each(dossier)}


def _each(dossier: Dossier) -> Iterator[Citation]:
    within = work(dossier)
    titles = dict(dossier.withheld.titles) if dossier.withheld else {}
    reports = {r.anchor: replace(r, title=titles.get(r.anchor, r.title)) for r in dossier.reports}
    for statement in dossier.statements:
        yield of_statement(statement, reports.get(home(statement.said_at)), within)
    yield from (of_report(report, within) for report in reports.values())
    for record in (*dossier.records, *dossier.papers):
        yield of_record(record, within)
        yield from (of_line(line, record, within) for line in record.lines)
    yield from (of_source(source, within) for source in dossier.sources)
    yield from (of_descent(told, within) for told in dossier.picture.tellings)
    yield from (of_ruling(note, within) for note in dossier.rulings)
