"""The record: its pages as pictures, its lines with their translations, and what rests on each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from firsthand.dossier.doubts import doubts, in_words
from firsthand.dossier.index import Index, lines_at
from firsthand.dossier.phrases import day, direction, language_name
from firsthand.dossier.pieces import Passage
from firsthand.dossier.readers import named, other_readers, other_readings
from firsthand.dossier.sheets import (
    Crop,
    Fact,
    PageImage,
    RecordLine,
    RecordSheet,
    Rendering,
    TranslationNote,
)
from firsthand.model import Handling, Line, Place, Record, RecordKind, Region, Statement, answers

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST = 1400  # pixels of the longer side: a handwritten line of a page is still read with ease
MOST_PIXELS = 400_000_000  # a picture that claims more is not opened
MOST_LEAVES = 200  # a picture of a page takes 100 KB: 20 MB of dossier
ORIENTATION, TURNED = 0x0112, (5, 6, 7, 8)  # the tag of EXIF, and where it makes the width the height
EDGE = 8  # pixels: what a JPEG mixes at the edge of a block when it is opened small
MARGIN = 0.8  # of the height of a line, left around it in a crop


Black = Mapping[tuple[str, int], Sequence[Region]]  # by record and number of its page


def page_images(
    index: Index, images: Mapping[str, bytes], black: Black | None = None
) -> tuple[PageImage, ...]:
    """The pages of the case, made smaller; a page that cannot be opened is left out (see ``unopened``)."""
    found = (_page(index, r, images.get(r.id, b""), black or {}) for r in index.of_kind(RecordKind.PAGE))
    return tuple(page for page in found if page)


def _page(index: Index, record: Record, data: bytes, black: Black) -> PageImage | None:
    small = shrunk(data, black.get((record.id, 0), ()))
    return small and _image(index.anchors[record.id], record.of, record.name, record.object, small)


def _image(anchor: str, record: str, name: str, sha256: str, small: tuple[int, int, bytes]) -> PageImage:
    width, height, picture = small
    return PageImage(anchor, record, name, sha256, width, height, "image/jpeg", picture)


def leaves(index: Index) -> list[tuple[str, int]]:
    """The pages of files of several (record, number) that statements rest on, ``MOST_LEAVES`` at most."""
    resting = _resting(index)
    found = {
        (line.region.page, line.region.leaf): None
        for record in _of_lines(index)
        for line in record.lines
        if line.region and line.region.leaf and index.line_anchor(record.id, line.number) in resting
    }
    return sorted(each for each in found if each[0] in index.records)[:MOST_LEAVES]


def leaf_images(
    index: Index, pictures: Mapping[tuple[str, int], bytes], black: Black | None = None
) -> tuple[PageImage, ...]:
    """These pages, each from its picture."""
    small = {leaf: shrunk(data, (black or {}).get(leaf, ())) for leaf, data in pictures.items()}
    return tuple(_leaf(index, index.records[of], leaf, each) for (of, leaf), each in small.items() if each)


def _leaf(index: Index, record: Record, leaf: int, small: tuple[int, int, bytes]) -> PageImage:
    shows = record.of if record.kind is RecordKind.PAGE else record.id
    anchor = page_anchor(index, record.id, leaf)
    return _image(anchor, shows, f"{record.name}, page {leaf}", record.object, small)


def page_anchor(index: Index, page: str, leaf: int) -> str:
    """The anchor of the picture of a page (a record and its number); "" of one that is not in the case."""
    own = index.anchors.get(page, "")
    return f"{own}-p{leaf}" if own and leaf else own


def shrunk(data: bytes, black: Sequence[Region] = ()) -> tuple[int, int, bytes] | None:
    """Width and height of a picture in its own pixels, and a JPEG of it of at most ``LONGEST`` pixels a side.

    Both are as the picture is shown, turned as its orientation mark says; the JPEG carries nothing but
    pixels, and what is ``black`` was so before it was made. None for bytes that are no picture, or one too
    big to open.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = None  # the size is looked at below, before any pixel is read
    try:
        with Image.open(BytesIO(data)) as image:
            width, height = image.size
            if not 0 < width * height <= MOST_PIXELS:
                return None
            if image.getexif().get(ORIENTATION) in TURNED:
                width, height = height, width
            image.draft("RGB", (LONGEST, LONGEST))
            picture = ImageOps.exif_transpose(image).convert("RGB")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        return None
    blacken(picture, black, picture.width / width)
    picture.info.clear()  # a comment or a description in the file would be written along
    picture.thumbnail((LONGEST, LONGEST))
    out = BytesIO()
    picture.save(out, "JPEG", quality=80, optimize=True)
    return width, height, out.getvalue()


def blacken(picture: Image, black: Iterable[Region], scale: float) -> None:
    """Paint parts of a picture black, a little beyond their edges: no pixel of them is left."""
    from PIL.ImageDraw import Draw

    draw = Draw(picture)
    for each in black:
        sides = (each.x, each.y, each.x + each.width, each.y + each.height)
        left, top, right, bottom = (side * scale for side in sides)
        draw.rectangle((left - EDGE, top - EDGE, right + EDGE, bottom + EDGE), fill="black")


def crop(index: Index, regions: Iterable[Region], pages: Mapping[str, PageImage]) -> Crop | None:
    """The part of a page around ``regions`` (of its first page), as wide as the page; None without a page."""
    wanted = [r for r in regions if r.page in index.records]
    page = pages.get(page_anchor(index, wanted[0].page, wanted[0].leaf)) if wanted else None
    if not page:
        return None
    here = [r for r in wanted if (r.page, r.leaf) == (wanted[0].page, wanted[0].leaf)]
    margin = round(max(r.height for r in here) * MARGIN)
    left = max(0, min(r.x for r in here) - margin)
    top = max(0, min(r.y for r in here) - margin)
    right = min(page.width, max(r.x + r.width for r in here) + margin)
    bottom = min(page.height, max(r.y + r.height for r in here) + margin)
    if right <= left or bottom <= top:
        return None
    marked = tuple((r.x, r.y, r.width, r.height) for r in here)
    return Crop(page.anchor, left, top, right - left, bottom - top, marked)


def record_lines(index: Index, pages: Mapping[str, PageImage]) -> dict[str, RecordLine]:
    """Every line of every record but reports and translated ones, by its anchor."""
    resting, own = _resting(index), _of_lines(index)
    leaves = _numbered(index, own, pages)
    found = [_line(index, record, line, pages, resting, leaves) for record in own for line in record.lines]
    return {line.anchor: line for line in found}


def _numbered(index: Index, records: Iterable[Record], pages: Mapping[str, PageImage]) -> dict[str, str]:
    """ "page 2", by the anchor of a page: as case.toml or its file numbers it, else in the order of lines."""
    found: dict[str, str] = {}
    for record in records:
        own: dict[str, Region] = {}
        for line in record.lines:
            if line.region and (anchor := page_anchor(index, line.region.page, line.region.leaf)) in pages:
                own.setdefault(anchor, line.region)
        for place, (anchor, region) in enumerate(own.items(), 1):
            stated = index.records[region.page].extra.get("number", "")
            found.setdefault(anchor, f"page {region.leaf or stated or place}")
    return found


def _of_lines(index: Index) -> list[Record]:
    """The records whose lines have a place of their own in the dossier."""
    own = [r for r in index.records.values() if r.kind is not RecordKind.REPORT and r.id in index.anchors]
    return [record for record in own if record.of not in index.records]


def _line(
    index: Index,
    record: Record,
    line: Line,
    pages: Mapping[str, PageImage],
    resting: Mapping[str, tuple[str, ...]],
    leaves: Mapping[str, str],
) -> RecordLine:
    anchor = index.line_anchor(record.id, line.number)
    page = pages.get(page_anchor(index, line.region.page, line.region.leaf)) if line.region else None
    words = passage(record.text[line.span.start : line.span.end], record.language)
    shown = crop(index, [line.region], pages) if line.region else None
    found = doubts(line)
    return RecordLine(
        anchor,
        line.number,
        words,
        page.anchor if page else "",
        tuple(renderings(index, record, line.number)),
        resting.get(anchor, ()),
        replace(shown, line=anchor) if shown and page and page.record == record.id else shown,
        leaves.get(page.anchor, "") if page else "",
        found,
        (*in_words(line, words, found), *other_readings(index, record, line.number, words.text)),
        line.confidence,
    )


def renderings(index: Index, record: Record, number: int) -> Iterable[Rendering]:
    """A line of a record in each of its translations, those by machines last."""
    for other in _translations(index, record):
        for line in other.lines:
            if number in answers(line):
                words = passage(other.text[line.span.start : line.span.end], other.language)
                by = other.by or "translator not named"
                yield Rendering(words, by, other.name, other.aid, _together(line))


def _together(line: Line) -> str:
    found = answers(line)
    return f"lines {', '.join(map(str, found[:-1]))} and {found[-1]} together" if len(found) > 1 else ""


def _resting(index: Index) -> dict[str, tuple[str, ...]]:
    """The statements that rest on each line, by its anchor."""
    found: dict[str, list[str]] = {}
    for statement in index.statements.values():
        for place in statement.places:
            for anchor in lines_of(index, statement, place):
                found.setdefault(anchor, []).append(index.anchors[statement.id])
    return {anchor: tuple(dict.fromkeys(labels)) for anchor, labels in found.items()}


def lines_of(index: Index, statement: Statement, place: Place) -> list[str]:
    """The anchors of the lines at ``place`` that a statement rests on.

    A place may span lines that lie between two; only those that a reading was matched with count.
    """
    matched = {
        anchor
        for a in statement.attributions
        for m in index.matches.get(a, ())
        for anchor in line_anchors(index, m.b)
    }
    found = line_anchors(index, place)
    return [anchor for anchor in found if anchor in matched] or found


def line_anchors(index: Index, place: Place) -> list[str]:
    """The anchors of the lines of the record that ``place`` lies in; none where it is in a report."""
    record = index.records.get(place.record)
    if record is None or record.kind is RecordKind.REPORT:
        return []
    numbers = place.lines or tuple(line.number for line in lines_at(record, place.spans))
    return index.line_anchors(record.id, numbers) if numbers else []


def passage(text: str, language: str) -> Passage:
    """Words with the language and direction they are shown in."""
    return Passage(text, language, direction(text, language))


def record_sheets(
    index: Index, pages: Mapping[str, PageImage], lines: Mapping[str, RecordLine]
) -> tuple[RecordSheet, ...]:
    """The primary records, and translations whose original is not in the case."""
    lone = [r for r in index.of_kind(RecordKind.TRANSLATION) if r.of not in index.records]
    return tuple(_sheet(index, r, pages, lines) for r in [*index.of_kind(RecordKind.PRIMARY), *lone])


def paper_sheets(
    index: Index, pages: Mapping[str, PageImage], lines: Mapping[str, RecordLine]
) -> tuple[RecordSheet, ...]:
    """The identity papers."""
    return tuple(_sheet(index, r, pages, lines) for r in index.of_kind(RecordKind.PAPER))


def _in_order(pages: Mapping[str, PageImage], record: Record, lines: Iterable[RecordLine]) -> tuple[str, ...]:
    """The pages of a record as its lines come, then those without any."""
    own = [page.anchor for page in pages.values() if page.record == record.id]
    first = dict.fromkeys(line.page for line in lines if line.page in own)
    return (*first, *(page for page in own if page not in first))


def _sheet(
    index: Index, record: Record, pages: Mapping[str, PageImage], lines: Mapping[str, RecordLine]
) -> RecordSheet:
    anchors = [index.line_anchor(record.id, line.number) for line in record.lines]
    return RecordSheet(
        anchor=index.anchors[record.id],
        id=record.id,
        kind=record.kind.value,
        name=record.name,
        title=record.title or record.name,
        language=record.language,
        direction=direction(record.text, record.language),
        facts=(
            *_facts(record),
            *_also_read(index, record),
            *_files(record),
            *_of_pages(index, record),
        ),
        translations=tuple(_translation(index, t) for t in _translations(index, record)),
        pages=_in_order(pages, record, [lines[anchor] for anchor in anchors if anchor in lines]),
        lines=tuple(lines[anchor] for anchor in anchors if anchor in lines),
        text="" if record.lines else record.text,
        notes=record.notes,
    )


def _translations(index: Index, record: Record) -> list[Record]:
    """Translations of a record, those by machines last."""
    found = [t for t in index.of_kind(RecordKind.TRANSLATION) if t.of == record.id]
    return sorted(found, key=lambda each: each.aid)


def _translation(index: Index, record: Record) -> TranslationNote:
    return TranslationNote(
        index.anchors[record.id],
        language_name(record.language),
        record.by or "a translator not named",
        day(record.published or record.made),
        record.name,
        record.object,
        record.aid,
    )


def _facts(record: Record) -> Iterable[Fact]:
    if record.published:
        yield Fact("Date", day(record.published), record.dated_by)
    if record.language:
        yield Fact("Language", language_name(record.language), record.language_by)
    machine = record.manner == "machine"
    if record.by or machine:
        what = "Translated by" if record.kind is RecordKind.TRANSLATION else "Read by"
        how = "a machine, not checked" if record.aid else "a machine" if machine else record.manner
        yield Fact(what, record.by or "not named", how)
    yield from _handling(record.handling)
    for key, value in sorted(record.extra.items()):
        yield Fact(key.replace("_", " "), value)


def _files(record: Record) -> Iterable[Fact]:
    yield Fact("Files" if record.joined else "File", record.name)
    for file in record.joined:
        yield Fact(f"SHA-256 of {PurePosixPath(file.name).name}", file.object)
    if not record.joined:
        yield Fact("SHA-256", record.object)


def _also_read(index: Index, record: Record) -> Iterable[Fact]:
    for other in other_readers(index, record):
        how = ", ".join(each for each in (other.manner, day(other.made), other.name) if each)
        yield Fact("Also read by", named(other), how)


def _of_pages(index: Index, record: Record) -> Iterable[Fact]:
    """When its pages were photographed, and how they are to be handled; the page is named with each."""
    pages = [page for page in index.of_kind(RecordKind.PAGE) if page.of == record.id]
    taken = sorted(page.extra["taken"] for page in pages if page.extra.get("taken"))
    if days := list(dict.fromkeys(map(day, taken))):
        when = days[0] if len(days) == 1 else f"{days[0]} to {days[-1]}"
        yield Fact("Photographed", when, "as the camera says")
    for page in pages:
        yield from (replace(f, name=f"{f.name} ({page.name})") for f in _handling(page.handling))


def _handling(found: Handling | None) -> Iterable[Fact]:
    if not found:
        return
    said = {
        "Found on": found.found_on,
        "Found by": found.found_by,
        "Found at": found.found_at,
        "Holder": found.holder,
        "Inventory number": found.inventory_no,
        "Relation to a person": {"none": ""}.get(found.relation, found.relation),
        "Forwarded to the information bureau": found.forwarded_to_bureau,
        "Next of kin informed": found.next_of_kin_informed,
    }
    yield from (Fact(name, value) for name, value in said.items() if value)
    if found.withheld:
        yield Fact("To be published", "withheld", "" if found.publish else "unless it is stated otherwise")
    elif found.publish:
        yield Fact("To be published", found.publish)
    if found.withhold:
        yield Fact("Not to be published", f"lines {', '.join(map(str, found.withhold))}")
