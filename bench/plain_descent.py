"""A simple baseline for `descent.py`: runs of words for who copied whom, words in common for what is said.

The attributions are those that Firsthand reads. A report comes from the earlier one that has the most of
its runs of ``RUN`` words, two contents with half of their words in common are one statement, and every
name that differs is an origin.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from bench.predict_descent import opened
from firsthand.model import Attribution, Kind, Record, RecordKind
from firsthand.text import WORD, excerpt

RUN = 5
COPIED = 0.1  # of the runs of a report, what another has of them when it is called its parent
ALIKE = 0.5


def predict(folder: Path) -> dict[str, Any]:
    """The prediction for one tradition's folder, in the scorer's words."""
    with opened(folder) as case:
        case.read()
        records, said = case.records(), case.attributions()
    known = {each.id: each for each in records}
    reports = [each for each in records if each.kind is RecordKind.REPORT]
    groups = grouped(known, [each for each in said if each.kind is not Kind.OWN])
    return {
        "edges": [*edges(reports)],
        "statements": [_statement(known, group) for group in groups],
        "drift": [],
        "persons": [],
    }


def edges(reports: Sequence[Record]) -> Iterator[dict[str, str]]:
    """Each report with the earlier one that has the most of its runs of words."""
    runs = {each.id: _runs(each) for each in reports}
    for child in reports:
        earlier = [r for r in reports if r.published and child.published and r.published < child.published]
        best = max(earlier, key=lambda r: len(runs[r.id] & runs[child.id]), default=child)
        if best is not child and len(runs[best.id] & runs[child.id]) >= COPIED * len(runs[child.id]):
            yield {"child": Path(child.name).stem, "parent": Path(best.name).stem}


def _runs(record: Record) -> set[tuple[str, ...]]:
    low = [m[0].casefold() for m in WORD.finditer(record.text)]
    return {tuple(low[n : n + RUN]) for n in range(len(low) - RUN + 1)}


def grouped(records: Mapping[str, Record], said: Sequence[Attribution]) -> list[list[Attribution]]:
    """Attributions put together two by two where half of their words are the same."""
    bags = {a.id: set(excerpt(records[a.record].text, a.content).casefold().split()) for a in said}
    of = {a.id: [a] for a in said}
    for a, b in combinations(said, 2):
        both, either = bags[a.id] & bags[b.id], bags[a.id] | bags[b.id]
        if of[a.id] is not of[b.id] and len(both) >= ALIKE * len(either):
            of[a.id] += of[b.id]
            for each in of[b.id]:
                of[each.id] = of[a.id]
    return list({id(group): group for group in of.values()}.values())


def _statement(records: Mapping[str, Record], group: Sequence[Attribution]) -> dict[str, Any]:
    origins = len({each.name.casefold() for each in group if each.name})
    rows = [
        {"doc": Path(records[a.record].name).stem, "start": a.content[0].start, "end": a.content[-1].end}
        for a in group
    ]
    verdict = "independent" if origins > 1 else "one-shared-origin" if origins else "not-established"
    return {"attributions": rows, "origins": origins or None, "verdict": verdict}
