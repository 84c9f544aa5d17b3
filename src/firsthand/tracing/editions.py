"""Reports that were received more than once: in other words, they are editions of one report.

The same address, or without one the same title and outlet with much the same words, is one report.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from firsthand.model import Edition, Editions, Record, RecordKind
from firsthand.text import fold_word, host, words
from firsthand.tracing.clock import stretch

# Of the shorter of two texts under one title so many words must stand in the other: a column keeps its
# title from week to week. Texts at one address are editions whatever they say.
ALIKE = 0.5
# What is added to an address to tell where a reader came from.
TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|mc_[ce]id)=[^&]*&?")
NEVER = datetime.max.replace(tzinfo=UTC)
ADDRESS, TITLE = "the same address", "the same title and outlet"

Moment = tuple[datetime, str, str, str]


def editions(records: Iterable[Record]) -> tuple[Editions, ...]:
    """Reports received more than once, each with its editions, the earliest first.

    The order is that of the times of capture, where all were captured; else of the days on which they say
    that they were changed or published; else of receipt. Texts without words of their own are passed over,
    and the order in which the records are given does not matter.
    """
    found = [_editions(by, group) for by, group in _groups(records)]
    return tuple(sorted(found, key=lambda each: each.records))


def report_of(found: Iterable[Editions]) -> dict[str, str]:
    """By record, the record that stands for its report: that of the first edition."""
    return {record: each.records[0] for each in found for record in each.records}


def with_receipts(records: Sequence[Record], received: Mapping[str, str]) -> tuple[Record, ...]:
    """The records, with the time of receipt where nothing else tells which of two editions was first.

    ``received`` gives it by object, in ISO 8601.
    """
    open_ones = {r.id for _, group in _groups(records) if _tied(group) for r in group}
    return tuple(
        replace(r, extra=r.extra | {"received": received[r.object]})
        if r.id in open_ones and r.object in received
        else r
        for r in records
    )


def address(record: Record) -> str:
    """Where a report stands on the web, without what differs from reader to reader; "" for a bare host."""
    own = record.extra.get("canonical", "")
    url = own if own and host(own) == host(record.url) else record.url
    bare = TRACKING.sub("", url.split("#")[0]).rstrip("?&/")
    bare = bare.removeprefix("https://").removeprefix("http://").removeprefix("www.")
    return bare if "/" in bare else ""


def _groups(records: Iterable[Record]) -> Iterator[tuple[str, list[Record]]]:
    """Records of one report, two at least, in order, with what shows that it is one."""
    here: dict[str, list[Record]] = defaultdict(list)
    titled: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for each in records:
        if each.kind is not RecordKind.REPORT or not each.text.strip():
            continue
        if place := address(each):
            here[place].append(each)
        elif not each.url and each.title.strip() and each.outlet.strip():
            titled[_folded(each.title), _folded(each.outlet)].append(each)
    yield from ((ADDRESS, _ordered(group)) for group in here.values() if len(group) > 1)
    for group in titled.values():
        yield from ((TITLE, run) for run in _alike(_ordered(group)) if len(run) > 1)


def _folded(name: str) -> str:
    return " ".join(fold_word(w) for w in name.split())


def _alike(ordered: Sequence[Record]) -> list[list[Record]]:
    """Texts under one title cut where one has too little of the one before."""
    runs: list[list[Record]] = []
    before: frozenset[str] = frozenset()
    for each in ordered:
        said = frozenset(_said(each))
        near = len(said & before) >= ALIKE * max(1, min(len(said), len(before)))
        if runs and near:
            runs[-1].append(each)
        else:
            runs.append([each])
        before = said
    return runs


def _ordered(group: Sequence[Record]) -> list[Record]:
    return [record for _, record in sorted(_timed(group), key=lambda pair: pair[0])]


def _timed(group: Sequence[Record]) -> list[tuple[Moment, Record]]:
    captured = all(stretch(r.extra.get("captured", "")) for r in group)
    return [((_when(r, captured), r.extra.get("received", ""), r.name, r.id), r) for r in group]


def _when(record: Record, captured: bool) -> datetime:
    told = record.extra.get("captured", "") if captured else ""
    known = stretch(told or record.extra.get("modified") or record.published)
    return known[0] if known else NEVER


def _tied(group: Sequence[Record]) -> bool:
    said = {(moment[0], _said(record)) for moment, record in _timed(group)}
    return len({when for when, _ in said}) < len(said)


def _said(record: Record) -> tuple[str, ...]:
    return tuple(fold_word(record.text[s.start : s.end]) for s in words(record.text))


def _editions(by: str, ordered: Sequence[Record]) -> Editions:
    same: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for each in ordered:
        same[_said(each)].append(each.id)
    return Editions(by, tuple(Edition(tuple(ids)) for ids in same.values()))
