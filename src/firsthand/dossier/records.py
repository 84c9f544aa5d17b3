"""The record: its lines with their translations, and what rests on each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from firsthand.dossier.beside import beside, summary
from firsthand.dossier.doubts import doubts, in_words
from firsthand.dossier.index import Index, by_line, lines_at
from firsthand.dossier.phrases import day, direction, language_name
from firsthand.dossier.pictures import crop, page_anchor
from firsthand.dossier.pieces import Crop, PageImage, Passage
from firsthand.dossier.readers import named, other_readers, other_readings
from firsthand.dossier.sheets import (
    Fact,
    RecordLine,
    RecordSheet,
    Rendering,
    TranslationNote,
)
from firsthand.model import Handling, Line, Place, Record, RecordKind, Region, Statement

Translated = Mapping[int, Sequence[tuple[Record, Line]]]
MOST_LEAVES = 200  # a picture of a page takes 100 KB: 20 MB of dossier


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


def record_lines(index: Index, pages: Mapping[str, PageImage]) -> dict[str, RecordLine]:
    """Every line of every record but reports and translated ones, by its anchor."""
    resting, own = _resting(index), _of_lines(index)
    leaves = _numbered(index, own, pages)
    found = (line for record in own for line in _lines(index, record, pages, leaves))
    return {line.anchor: replace(line, statements=resting.get(line.anchor, ())) for line in found}


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
    return [record for record in own if record.original not in index.records]


def _lines(
    index: Index, record: Record, pages: Mapping[str, PageImage], leaves: Mapping[str, str]
) -> Iterable[RecordLine]:
    """The lines of a record, what others read there told among their doubts."""
    rendered, read = translated(index, record), by_line(other_readers(index, record))
    for line in record.lines:
        anchor = index.line_anchor(record.id, line.number)
        page = pages.get(page_anchor(index, line.region.page, line.region.leaf)) if line.region else None
        shown = crop(index, [line.region], pages) if line.region else None
        if shown and page and page.record == record.id:
            shown = replace(shown, line=anchor)
        made = line_shown(index, record, line, anchor, page.anchor if page else "", shown, rendered)
        others = other_readings(read.get(line.number, ()), made.words.text)
        leaf = leaves.get(page.anchor, "") if page else ""
        yield replace(made, leaf=leaf, doubtful=(*made.doubtful, *others))


def line_shown(
    index: Index,
    record: Record,
    line: Line,
    anchor: str,
    page: str,
    shown: Crop | None,
    rendered: Translated,
) -> RecordLine:
    """A line with its doubts and translations, and what was ruled on it; on the ``page`` of this anchor and
    as it is seen there."""
    words = passage(record.text[line.span.start : line.span.end], record.language)
    found = doubts(line)
    return RecordLine(
        anchor=anchor,
        number=line.number,
        words=words,
        page=page,
        renderings=tuple(_rendering(of, each) for of, each in rendered.get(line.number, ())),
        crop=shown,
        doubts=found,
        doubtful=in_words(line, words, found),
        confidence=line.confidence,
        rulings=index.ruled.get(anchor, ()),
    )


def translated(index: Index, record: Record) -> Translated:
    """The lines of the translations of a record by the number of the line that they render, those by
    machines last."""
    return by_line(_translations(index, record))


def _rendering(of: Record, line: Line) -> Rendering:
    words = passage(of.text[line.span.start : line.span.end], of.language)
    return Rendering(words, of.by or "translator not named", of.name, of.aid, beside(line))


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
    return tuple(record_sheet(index, r, pages, lines) for r in [*index.of_kind(RecordKind.PRIMARY), *lone])


def _in_order(pages: Mapping[str, PageImage], record: Record, lines: Iterable[RecordLine]) -> tuple[str, ...]:
    """The pages of a record as its lines come, then those without any."""
    own = [page.anchor for page in pages.values() if page.record == record.id]
    first = dict.fromkeys(line.page for line in lines if line.page in own)
    return (*first, *(page for page in own if page not in first))


def record_sheet(
    index: Index, record: Record, pages: Mapping[str, PageImage], lines: Mapping[str, RecordLine]
) -> RecordSheet:
    """One record, line by line, with what is known about it."""
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
        summary(record),
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
        yield Fact(
            "Not to be published",
            f"line{'s' * (len(found.withhold) > 1)} {', '.join(map(str, found.withhold))}",
        )
