"""Wholes: one record that several files make up, a page in each, with its lines numbered through."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import PurePosixPath

from firsthand.model.places import Line, Mark, Span, identity
from firsthand.model.records import Handling, Joined, Link, Record

APART = "\n\n"  # between the texts of two files
OF_A_PAGE = frozenset(("image", "image width", "image height"))  # keys of ``extra`` that hold for one file


def joined(parts: Sequence[Record]) -> tuple[Record, ...]:
    """These records as the files of one, in this order."""
    whole = _id(parts)
    return tuple(replace(part, whole=whole, place=place) for place, part in enumerate(parts, 1))


def _id(parts: Iterable[Record]) -> str:
    return identity("record", "whole", *(part.id for part in parts))


def wholes(records: Sequence[Record]) -> tuple[Record, ...]:
    """The same records, those that make up one as one, in the place of its first file.

    A file whose others are not here stays as it is.
    """
    files: defaultdict[str, list[Record]] = defaultdict(list)
    for each in records:
        if each.whole:
            files[each.whole].append(each)
    made = {id: _whole(parts) for id, found in files.items() if (parts := _complete(id, found))}
    return tuple(made.get(each.whole, each) for each in records if each.whole not in made or each.place == 1)


def _complete(whole: str, found: Sequence[Record]) -> list[Record]:
    """The files of a record in their order; none where the id says that they are others."""
    parts = sorted(found, key=lambda part: part.place)
    return parts if _id(parts) == whole and parts[0].place == 1 else []


def _files(parts: Sequence[Record]) -> tuple[Joined, ...]:
    found, at = [], 0
    for part in parts:
        found.append(Joined(part.id, part.name, part.object, at))
        at += len(part.text) + len(APART)
    return tuple(found)


def _whole(parts: Sequence[Record]) -> Record:
    """The record that ``parts`` make up; the whole keeps what holds for all of them.

    Its bytes are those of its files: ``object`` is that of the first, ``part_at`` leads to each.
    """
    first, files = parts[0], _files(parts)
    return replace(
        max(parts, key=lambda part: len(part.text)),
        id=first.whole,
        object=first.object,
        name=_name([part.name for part in parts]),
        title=_same([part.title for part in parts]),
        published=_same([part.published for part in parts]),
        url=_same([part.url for part in parts]),
        by=", ".join(dict.fromkeys(part.by for part in parts if part.by)),
        made=max(part.made for part in parts),
        manner=_same([part.manner for part in parts]),
        text=APART.join(part.text for part in parts),
        lines=tuple(_lines(parts, files)),
        links=tuple(
            _link(link, file.at) for part, file in zip(parts, files, strict=True) for link in part.links
        ),
        extra={
            k: v
            for k, v in first.extra.items()
            if k not in OF_A_PAGE and all(p.extra.get(k) == v for p in parts)
        },
        notes=tuple(dict.fromkeys(note for part in parts for note in part.notes)),
        handling=_handling(parts),
        whole="",
        place=0,
        joined=files,
    )


def part_at(record: Record, span: Span) -> tuple[str, Span] | None:
    """The record of the file in which characters stand, and their place in its text: the record itself
    unless it is a whole. None where they reach over two files."""
    if not record.joined:
        return record.id, span
    ends = [after.at - len(APART) for _, after in pairwise(record.joined)] + [len(record.text)]
    for file, end in zip(record.joined, ends, strict=True):
        if file.at <= span.start and span.end <= end:
            return file.record, Span(span.start - file.at, span.end - file.at)
    return None


def _same(values: Sequence[str]) -> str:
    return values[0] if len(set(values)) == 1 else ""


def _name(names: Sequence[str]) -> str:
    """ "notebook/page-1.xml to page-3.xml": both ends, the folder once."""
    first, last = map(PurePosixPath, (names[0], names[-1]))
    return f"{first} to {last.name if last.parent == first.parent else last}"


def _lines(parts: Sequence[Record], files: Sequence[Joined]) -> Iterator[Line]:
    """The lines of all, numbered through."""
    for part, file, on in zip(parts, files, _ons(parts), strict=True):
        yield from (_line(line, on, file.at) for line in part.lines)


def _ons(parts: Sequence[Record]) -> Iterator[int]:
    """What the numbers of each file's lines go on from: where they begin again, from the file before."""
    last = 0
    for part in parts:
        numbers = [line.number for line in part.lines]
        on = last if numbers and min(numbers) <= last else 0
        yield on
        last = max([last, *(number + on for number in numbers)])


def _handling(parts: Sequence[Record]) -> Handling | None:
    """How the whole is to be handled: as carefully as each of its files, with their withheld lines."""
    stated = [(part.handling, on) for part, on in zip(parts, _ons(parts), strict=True) if part.handling]
    if not stated:
        return None
    most = max((each for each, _ in stated), key=lambda each: each.withheld)
    lines = {number + on for each, on in stated for number in each.withhold}
    return replace(most, withhold=tuple(sorted(lines)))


def _line(line: Line, on: int, at: int) -> Line:
    marks = tuple(_mark(mark, at) for mark in line.marks)
    return replace(line, number=line.number + on, span=_moved(line.span, at), marks=marks)


def _mark(mark: Mark, at: int) -> Mark:
    return replace(mark, span=_moved(mark.span, at))


def _link(link: Link, at: int) -> Link:
    return replace(link, span=_moved(link.span, at))


def _moved(span: Span, at: int) -> Span:
    return Span(span.start + at, span.end + at)
