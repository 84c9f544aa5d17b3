"""The page on which a person draws where a line of the record stands."""

from __future__ import annotations

from firsthand.dossier.pieces import PageImage
from firsthand.dossier.sheets import RecordLine, RecordSheet
from firsthand.workbench.desk import Asked, Desk, Missing
from firsthand.workbench.views import Box, RegionView

NOWHERE = (0, 0, 0, 0)


def region(desk: Desk, asked: Asked) -> RegionView:
    """Where a line of the record stands, to be drawn: on the page that is asked for, else on that on which it
    is, else on the first."""
    record = _record(desk, asked.name)
    nth = next(n for n, line in enumerate(record.lines) if line.anchor == asked.name)
    line, pages = record.lines[nth], _pages(desk, record)
    recent = desk.recent_on(record.id, line.words.text)
    undone = {each.undoes for each in recent}
    drawn = next((each.region for each in reversed(recent) if each.number not in undone), None)
    on = next((each for each in pages if drawn and each.sha256 == drawn.page), None)
    wanted = asked.words.get("page", "") or (on.anchor if on else line.page)
    page = next((each for each in pages if each.anchor == wanted), pages[0])
    box = (drawn.x, drawn.y, drawn.width, drawn.height) if drawn and page is on else _box(line, page)
    return RegionView(
        line.anchor,
        line.number,
        line.words,
        pages,
        page,
        pages.index(page) + 1,
        _on(page),
        box,
        tuple(found for each in record.lines if each is not line and any(found := _box(each, page))),
        next((each.anchor for each in record.lines[nth + 1 : nth + 2]), ""),
        recent,
        desk.front().entries,
    )


def _record(desk: Desk, anchor: str) -> RecordSheet:
    """The record that a line is of."""
    found = desk.sheets.sheet(desk.sheets.home(anchor))
    record = found[1] if found else None
    if not isinstance(record, RecordSheet) or anchor not in {line.anchor for line in record.lines}:
        raise Missing(f"There is no line {anchor} in this case.")
    return record


def _pages(desk: Desk, record: RecordSheet) -> tuple[PageImage, ...]:
    """The pictures of the pages of a record, in the order in which its lines have them."""
    known = desk.sheets.pictures(record.pages)
    pages = tuple(known[each] for each in record.pages if each in known)
    if not pages:
        raise Missing(f"Of {record.anchor} there is no picture to draw on.")
    return pages


def _on(page: PageImage) -> str:
    """A page by the id of its record, which is the hash of its file, so that no other record is looked at."""
    _, several, leaf = page.anchor.rpartition("-p")
    return f"{page.sha256}-p{leaf}" if several else page.sha256


def _box(line: RecordLine, page: PageImage) -> Box:
    """Where a line stands on a page: x, y, width and height; 0 where it does not."""
    return line.crop.marked[0] if line.crop and line.crop.page == page.anchor else NOWHERE
