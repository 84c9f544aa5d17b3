"""The dossier as pages that lead to one another, with its pictures as files: no script, no network.

The first page has the answer, what to know before printing and who had it from whom; statements, reports,
people and the record have pages of their own, so many on each that a page of a large case opens at once. Of a
large case so have the rest of the findings, the lines of descent and the custody log.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import TypeVar

from firsthand.dossier.citing import citations
from firsthand.dossier.pieces import PageImage
from firsthand.dossier.rendering import STYLE, environment
from firsthand.dossier.sheets import Dossier, RecordSheet
from firsthand.dossier.svg import drawing, room, small

T = TypeVar("T")
FIRST = "index.html"
STATEMENTS, REPORTS, SOURCES, RECORDS = 50, 50, 500, 5  # on a page
FINDINGS, LINES, ACTS = 200, 200, 500  # as many are on the first page where there are no more


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page: its file, what it shows of the dossier, and the anchors that are on it."""

    name: str
    title: str
    sections: tuple[str, ...]
    shown: Dossier
    anchors: frozenset[str]


def pages(dossier: Dossier) -> dict[str, bytes]:
    """The files by name: ``index.html``, the pages it leads to, and ``pictures/M1-p1.jpg``."""
    leaves = _leaves(dossier)
    home = {anchor: leaf.name for leaf in reversed(leaves) for anchor in leaf.anchors}
    made = environment(lambda anchor: f"{home.get(anchor, FIRST)}#{anchor}", _picture)
    drawn = small(dossier.picture)
    given = {
        "whole": dossier,
        "style": STYLE.read_text(encoding="utf-8"),
        "sizes": {image.anchor: image for image in dossier.images},
        "cites": citations(dossier),
        "drawing": drawing(drawn, made.filters["link"]),
        "wide": room(drawn),
    }
    template = made.get_template("leaf.html.j2")
    files = {}
    for leaf, before, after in zip(leaves, [None, *leaves], [*leaves[1:], None], strict=False):
        rest = _elsewhere(dossier, leaves) if leaf.name == FIRST else {}
        page = template.render(given, d=leaf.shown, leaf=leaf, before=before, after=after, elsewhere=rest)
        files[leaf.name] = page.encode("utf-8")
    return files | {_picture(image): image.data for image in dossier.images}


def _picture(image: PageImage) -> str:
    """The file of a picture."""
    return f"pictures/{image.anchor}.jpg"


def anchors(dossier: Dossier) -> frozenset[str]:
    """Everything of a dossier that a link may lead to."""
    return frozenset(anchor for leaf in _leaves(dossier) for anchor in leaf.anchors)


def _leaves(dossier: Dossier) -> list[Leaf]:
    """The pages in their order."""
    parts = (_findings, _descent, _statements, _reports, _people, _records, _log)
    return [_first(dossier), *(leaf for part in parts for leaf in part(dossier))]


def _first(dossier: Dossier) -> Leaf:
    """The first page, without what has pages of its own."""
    shown = dossier
    if _many(dossier):
        shown = replace(shown, findings=tuple(replace(group, rest=()) for group in shown.findings))
    if len(dossier.picture.tellings) > LINES:
        shown = replace(shown, picture=replace(shown.picture, tellings=()))
    if len(dossier.custody.acts) > ACTS:
        shown = replace(shown, custody=replace(shown.custody, acts=()))
    told = (telling.anchor for telling in shown.picture.tellings)
    sections = ("answer", "findings", "picture", "unread", "method")
    own = frozenset(("answer", "before", "picture", "unread", "noted", "method", *told))
    return Leaf(FIRST, "Answer", sections, shown, own)


def _many(dossier: Dossier) -> bool:
    return sum(len(group.shown) + len(group.rest) for group in dossier.findings) > FINDINGS


def _findings(dossier: Dossier) -> Iterator[Leaf]:
    """The rest of the findings, kind by kind, where they are too many for the first page."""
    number = count(1)
    for group in dossier.findings if _many(dossier) else ():
        for _, _, some in _split("", "", group.rest, FINDINGS):
            shown = replace(dossier, findings=(replace(group, shown=some, rest=()),))
            title = f"Before you print: {group.word.lower()}"
            yield Leaf(f"before-{next(number)}.html", title, ("findings",), shown, frozenset())


def _elsewhere(dossier: Dossier, leaves: Sequence[Leaf]) -> dict[str, tuple[str, int]]:
    """What the first page leads to and does not show, by the kind of findings or section: the first page that
    has it, and how many there are."""
    found: dict[str, tuple[str, int]] = {}
    rest = {group.kind: len(group.rest) for group in dossier.findings}
    for leaf in leaves:
        if leaf.sections == ("findings",):
            kind = leaf.shown.findings[0].kind
            found.setdefault(kind, (leaf.name, rest[kind]))
        elif leaf.sections == ("tellings",):
            found.setdefault("descent", (leaf.name, len(dossier.picture.tellings)))
        elif leaf.sections == ("log",):
            found.setdefault("log", (leaf.name, len(dossier.custody.acts)))
    return found


def _descent(dossier: Dossier) -> Iterator[Leaf]:
    """The lines of descent in words."""
    every = dossier.picture.tellings
    for name, title, some in _split("descent", "Who from whom", every, LINES) if len(every) > LINES else ():
        shown = replace(dossier, picture=replace(dossier.picture, tellings=some))
        own = [each.anchor for each in some]
        yield Leaf(name, _ranged(title, own), ("tellings",), shown, frozenset(own))


def _statements(dossier: Dossier) -> Iterator[Leaf]:
    for name, title, some in _split("statements", "Statements", dossier.statements, STATEMENTS):
        anchors = [each.anchor for each in some]
        own = frozenset((*anchors, *_section(name, "statements")))
        yield Leaf(name, _ranged(title, anchors), ("statements",), replace(dossier, statements=some), own)


def _reports(dossier: Dossier) -> Iterator[Leaf]:
    for name, title, some in _split("reports", "Reports", dossier.reports, REPORTS):
        anchors = [each.anchor for each in some]
        tags = (tag.anchor for each in some for tag in each.tags)
        own = frozenset((*anchors, *tags, *_section(name, "reports")))
        yield Leaf(name, _ranged(title, anchors), ("reports",), replace(dossier, reports=some), own)


def _people(dossier: Dossier) -> Iterator[Leaf]:
    """Sources, those who may be somebody else and what was ruled on the first page of them."""
    asked = [each.anchor for some in (dossier.identities, dossier.disputes, dossier.rulings) for each in some]
    pages = list(_split("people", "People and sources", dossier.sources, SOURCES))
    for name, title, some in pages or [("people.html", "People and sources", ())] * bool(asked):
        anchors = [each.anchor for each in some]
        first = name == "people.html"
        shown = replace(dossier, sources=some)
        if not first:
            shown = replace(shown, identities=(), disputes=(), rulings=(), contradictions=())
        own = frozenset((*anchors, *(asked if first else ()), *_section(name, "people")))
        yield Leaf(name, _ranged(title, anchors), ("people",), shown, own)


def _records(dossier: Dossier) -> Iterator[Leaf]:
    every = (*dossier.records, *dossier.aids, *dossier.papers)
    for name, title, some in _split("record", "The record", every, RECORDS):
        shown = replace(
            dossier,
            records=tuple(each for each in dossier.records if each in some),
            aids=tuple(each for each in dossier.aids if each in some),
            papers=tuple(each for each in dossier.papers if each in some),
        )
        sections = ("records",) * bool(shown.records or shown.aids) + ("papers",) * bool(shown.papers)
        own = (*sections, *(anchor for each in some for anchor in _in_record(each)))
        yield Leaf(name, title, ("record",), shown, frozenset(own))


def _log(dossier: Dossier) -> Iterator[Leaf]:
    every = dossier.custody.acts
    for name, _, some in _split("log", "", every, ACTS) if len(every) > ACTS else ():
        shown = replace(dossier, custody=replace(dossier.custody, acts=some))
        title = f"The custody log, {some[0].number} to {some[-1].number}"
        yield Leaf(name, title, ("log",), shown, frozenset())


def _in_record(sheet: RecordSheet) -> Iterator[str]:
    yield from (sheet.anchor, *sheet.pages, *(each.anchor for each in sheet.translations))
    yield from (fact.anchor for fact in (sheet.paper.facts if sheet.paper else ()))
    for line in sheet.lines:
        yield from (line.anchor, f"{line.anchor}-at")


def _section(name: str, section: str) -> tuple[str, ...]:
    """The anchor of a section, on the first page of it."""
    return (section,) if name == f"{section}.html" else ()


def _split(name: str, title: str, sheets: Sequence[T], most: int) -> Iterator[tuple[str, str, tuple[T, ...]]]:
    """Sheets by pages: the file, its title, what is on it."""
    for number, start in enumerate(range(0, len(sheets), most), 1):
        file = f"{name}.html" if number == 1 else f"{name}-{number}.html"
        yield file, title, tuple(sheets[start : start + most])


def _ranged(title: str, anchors: Sequence[str]) -> str:
    return f"{title} {anchors[0]} to {anchors[-1]}" if len(anchors) > 1 else title
