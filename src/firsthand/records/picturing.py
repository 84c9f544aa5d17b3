"""Lines of a transcription and the pictures they stand on: named by the file, found among the records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import replace
from pathlib import PurePosixPath

from firsthand.model import Line, Record, RecordKind, Region, wholes
from firsthand.records.markup.transcribed import SIZE
from firsthand.records.naming import Names

ABSENT = "its lines stand on "
LARGEST = 1 << 31  # pixels: no picture is wider


def pictured(records: Sequence[Record]) -> list[Record]:
    """The same records, their regions on the pages that are here, and these pages with the record they show.

    The page of a region is a file name until then ("p0003.jpg"); without one, or if there is no such picture,
    a page of the same stem is taken ("p0003.png" for "p0003.xml"). A picture of another size than the
    regions were drawn on has them scaled.
    """
    pages = {each.id: each for each in records if each.kind is RecordKind.PAGE}
    known = {each.id for each in records}
    named = Names(pages.values())
    placed = [_placed(record, pages, named, known) for record in records]
    seen = wholes(placed)
    over = _over(seen)
    return [_belonging(each, over[each.id]) if each.id in pages else each for each in placed]


def _placed(record: Record, pages: dict[str, Record], named: Names, known: set[str]) -> Record:
    names = {line.region.page for line in record.lines if line.region} - known
    if not names:
        return record
    found = {name: _picture(name, record, named) for name in names}
    lines = tuple(
        _on(line, record, pages.get(found.get(line.region.page, ""))) if line.region else line
        for line in record.lines
    )
    notes = tuple(note for note in record.notes if not note.startswith(ABSENT))
    absent = sorted(name for name in names if name and not found[name])
    notes += (f"{ABSENT}{', '.join(absent)}, of which no picture is here",) if absent else ()
    return replace(record, lines=lines, notes=notes)


def _picture(name: str, record: Record, pages: Names) -> str:
    stems = PurePosixPath(name).stem, PurePosixPath(record.name).stem
    ways = (name, stems[0]) if name else (stems[1],)
    return next((page for way in ways if (page := pages.named(way, record))), "")


def _on(line: Line, record: Record, page: Record | None) -> Line:
    if page is None or line.region is None:
        return line
    drawn, here = _drawn(record, line.region.page), _size(page, "")
    if not all((*drawn, *here)):
        return replace(line, region=replace(line.region, page=page.id))
    across, down = here[0] / drawn[0], here[1] / drawn[1]
    return replace(line, region=_scaled(line.region, page.id, across, down))


def _scaled(region: Region, page: str, across: float, down: float) -> Region:
    x, y = round(region.x * across), round(region.y * down)
    right, bottom = round((region.x + region.width) * across), round((region.y + region.height) * down)
    return Region(page, x, y, max(right - x, 1), max(bottom - y, 1), region.leaf)


def _drawn(record: Record, picture: str) -> tuple[float, float]:
    """The size that the regions on a picture count in, as the file says of it, or of its only one."""
    width, _, height = record.extra.get(f"{SIZE}{picture}", "").partition(" × ")
    return (_pixels(width), _pixels(height)) if height else _size(record, "image ")


def _size(record: Record, of: str) -> tuple[float, float]:
    """Width and height as ``extra`` has them; 0 for what it does not say."""
    width, height = (record.extra.get(f"{of}{side}", "") for side in ("width", "height"))
    return _pixels(width), _pixels(height)


def _pixels(written: str) -> float:
    try:
        value = float(written)
    except ValueError:
        return 0.0
    return value if 0 < value < LARGEST else 0.0


def _over(records: Sequence[Record]) -> defaultdict[str, set[str]]:
    """By picture, the records whose lines stand on it: of a translation, what it is of."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for each in records:
        for line in each.lines:
            if line.region:
                found[line.region.page].add(each.of or each.id)
    return found


def _belonging(page: Record, over: Set[str]) -> Record:
    """A page of which nobody says where it belongs: to the one record whose lines stand on it."""
    return replace(page, of=min(over)) if len(over) == 1 and not page.extra.get("of") else page
