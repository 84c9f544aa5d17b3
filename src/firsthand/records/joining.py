"""Which files make up one record: those that case.toml says, and the pages of a transcription in one folder.

eScriptorium and Transkribus write a file for each page: "p1.xml", "p2.xml". The notebook is all of them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from firsthand.model import Record, RecordKind, joined
from firsthand.records.manifest import Manifest

OF_PAGES = ("page-xml", "alto", "hocr")  # formats of which a file is a page
NUMBER = re.compile(r"[0-9]+")
ID = re.compile(r"[0-9a-f]{64}")


def join(records: Sequence[Record], manifest: Manifest) -> tuple[Record, ...]:
    """The same records, each with the files that make up one with it.

    Without a word in case.toml these are files of pages in one folder whose names differ only in their
    numbers, in the order of these, each of a picture of its own. A report is never joined.
    """
    groups: defaultdict[tuple[str, ...], list[Record]] = defaultdict(list)
    for each in records:
        if each.kind is not RecordKind.REPORT and (key := _key(each, manifest)):
            groups[key].append(each)
    made = (joined(parts) for group in groups.values() if (parts := _in_order(group, manifest)))
    files = {part.id: part for parts in made for part in parts}
    return tuple(files.get(each.id) or _alone(each) for each in records)


def _alone(record: Record) -> Record:
    return replace(record, whole="", place=0) if record.whole else record


def _key(record: Record, manifest: Manifest) -> tuple[str, ...]:
    """What records have in common that make up one; () for one that stands by itself."""
    written = record.extra.get("of", record.of)
    common = (record.kind, record.part, "" if ID.fullmatch(written) else written)
    if files := _said(record.name, manifest):
        return ("listed", *files, *common)
    path = PurePosixPath(record.name)
    if not _of_a_page(record) or not NUMBER.search(path.name):
        return ()
    return ("pages", str(path.parent), NUMBER.sub("#", path.name), record.format, *common)


def _of_a_page(record: Record) -> bool:
    read_by_machine = record.format == "image" and record.kind is RecordKind.TRANSCRIPTION
    return record.format in OF_PAGES or read_by_machine


def _said(file: str, manifest: Manifest) -> tuple[str, ...]:
    """The files that case.toml says make up one record with this one."""
    listed = manifest.listed(file)
    return listed.files if listed else ()


def _in_order(group: Sequence[Record], manifest: Manifest) -> list[Record]:
    """The files of one record; none where one stands alone, or two are readings of one picture."""
    files = _said(group[0].name, manifest)
    parts = sorted(group, key=lambda part: files.index(part.name) if files else _numbers(part.name))
    return parts if len(parts) > 1 and (files or not _twice(parts)) else []


def _numbers(name: str) -> tuple[tuple[int, str], ...]:
    """The numbers in a file name as what puts them in order: 9 before 10, and 007 is 7."""
    found = (number.lstrip("0") for number in NUMBER.findall(PurePosixPath(name).name))
    return tuple((len(number), number) for number in found)


def _twice(parts: Sequence[Record]) -> bool:
    pictures = [part.extra["image"] for part in parts if part.extra.get("image")]
    return len(set(pictures)) < len(pictures)


def unasked(records: Sequence[Record], manifest: Manifest) -> tuple[str, ...]:
    """A sentence for each record of several files that nobody said are one, for a person to look at."""
    return tuple(
        f"{each.name} are read as one record, page after page. If they are not one, list each by itself in"
        f' case.toml: files = ["{each.joined[0].name}"].'
        for each in records
        if each.joined and not any(_said(file.name, manifest) for file in each.joined)
    )
