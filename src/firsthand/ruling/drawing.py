"""Where a person says that a line stands: a rectangle on the picture of a page of its record."""

from __future__ import annotations

from dataclasses import replace

from firsthand.anchoring import Ground, of_report
from firsthand.errors import Refused
from firsthand.model import Anchor, Record, Region, Ruling
from firsthand.ruling.pointing import page_pointed
from firsthand.ruling.seen import Seen

DO_DRAW = "Say it in pixels of the picture as received: --region 120,80,900,60 (x, y, width, height)"
DO_PAGE = "Name the page as the dossier labels it: --page page-1, or M1-p2 for page 2 of a file"


def drawn(made: Ruling, told: Region | None, seen: Seen) -> Ruling:
    """A ruling on a line with its region, and the page of that as the second thing that it is on.

    The ``page`` that is told is a label of the dossier or the id of a record; without one it is the page on
    which the line stands already, or the only one of its record. Refused where that is no page of the
    record, and for a region without area or beyond the picture.
    """
    if told is None:
        raise Refused("it is not told where the line stands", do=DO_DRAW)
    line = made.on[0]
    record = seen.record(line.record)
    if record is None:
        raise Refused("the record of this line is no longer in the case", do="Look at it again")
    page, leaf = page_pointed(told.page, seen) if told.page else _usual(line, record, seen)
    if not _shows(page, record):
        raise Refused(f"{page.name} shows no page of {record.name}", do=DO_PAGE)
    region = replace(told, page=page.id, leaf=leaf or told.leaf)
    _refuse_outside(region, page)
    return replace(made, on=(line, of_report(page)), region=region)


def _shows(page: Record, record: Record) -> bool:
    """Whether it is a picture of a record: that itself, what it was made from, or a page of either."""
    own = {record.id, record.original} - {""}
    return (page.id in own or page.original in own) and ("width" in page.extra or "pages" in page.extra)


def _usual(line: Anchor, record: Record, seen: Seen) -> tuple[Record, int]:
    """The page that is meant where none is told, and its number in its file."""
    found = Ground({record.id: record}, {}).line(line)
    if found and found.region and (page := seen.record(found.region.page)):
        return page, found.region.leaf
    pages = [each for each in seen.whole.records.values() if _shows(each, record)]
    if len(pages) != 1:
        several = "its record has several" if pages else "its record has no picture of a page"
        raise Refused(f"it is not told on which page the line stands: {several}", do=DO_PAGE)
    return pages[0], 0


def _refuse_outside(region: Region, page: Record) -> None:
    """Of a file of several pages none is opened here: there only the left and upper edges are known."""
    several = int(page.extra.get("pages", 0))
    if several and not 1 <= region.leaf <= several:
        raise Refused(f"{page.name} has {several} pages, and no page {region.leaf}", do=DO_PAGE)
    if region.leaf and not several:
        raise Refused(f"{page.name} is a picture of one page", do=DO_PAGE)
    if region.width < 1 or region.height < 1:
        raise Refused("the region has no area: it is empty", do=DO_DRAW)
    right, bottom = region.x + region.width, region.y + region.height
    size = () if several else tuple(int(page.extra[side]) for side in ("width", "height"))
    if min(region.x, region.y) < 0 or any(at > end for at, end in zip((right, bottom), size, strict=False)):
        told = f" of {size[0]} × {size[1]} pixels" if size else ""
        where = f"from {region.x}, {region.y} to {right}, {bottom}"
        raise Refused(f"the region ({where}) lies outside the picture{told}", do=DO_DRAW)
