"""Predictions for traditions of reports, in the format of the scorer beside the data.

    python bench/predict_descent.py DIR

DIR is the folder of one tradition (``reports/`` and, where there is one, ``record/``) or a folder of
such folders. Prints the prediction of the one, or ``{"NAME": {…}}`` for several. The case is made
with the same calls as any other; ``truth.json`` is never read.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from firsthand.case import Case
from firsthand.model import (
    Attribution,
    Being,
    Certainty,
    Independence,
    NodeKind,
    Place,
    Record,
    Trace,
    Verdict,
)

VERDICTS = {
    Independence.SHARED: "one-shared-origin",
    Independence.INDEPENDENT: "independent",
    Independence.UNKNOWN: "not-established",
}


@contextmanager
def opened(folder: Path) -> Iterator[Case]:
    """What lies in a tradition's folder, received in a case that is there as long as the block runs."""
    parts = [p for p in (folder / "reports", folder / "record") if p.is_dir()]
    with tempfile.TemporaryDirectory() as made, Case.create(Path(made) / "case", folder.name) as case:
        case.add(*parts)
        yield case


def predict(folder: Path) -> dict[str, Any]:
    """The prediction for one tradition's folder."""
    with opened(folder) as case:
        trace = case.trace()
        return prediction(case.records(), case.attributions(), trace)


def prediction(
    records: Iterable[Record], attributions: Iterable[Attribution], trace: Trace
) -> dict[str, Any]:
    """A trace in the scorer's words: documents and records are called by their file's stem."""
    called = {r.id: Path(r.name).stem for r in records}
    said = {a.id: a for a in attributions}
    return {
        "edges": _edges(called, trace),
        "statements": _statements(called, said, trace),
        "drift": _drifts(called, said, trace),
        "persons": [list(s.spellings) for s in trace.sources if s.being is Being.PERSON],
    }


def _edges(called: Mapping[str, str], trace: Trace) -> list[dict[str, str]]:
    """Edges to records, and to ancestors that were inferred or are outlets not in the case."""
    hidden = (NodeKind.UNKNOWN, NodeKind.OUTLET)
    parents = {
        n.id: called.get(n.record) or f"inferred:{n.id[:8]}"
        for n in trace.nodes
        if n.record or n.kind in hidden
    }
    return [
        {"child": called[d.child], "parent": parents[d.parent]}
        for d in trace.descents
        if d.certainty is not Certainty.POSSIBLE and d.child in called and d.parent in parents
    ]


def _statements(
    called: Mapping[str, str], said: Mapping[str, Attribution], trace: Trace
) -> list[dict[str, Any]]:
    verdicts = {v.statement: v for v in trace.verdicts}
    supports = {each.attribution: each for each in trace.supports}
    found = []
    for statement in trace.statements:
        verdict = verdicts.get(statement.id)
        rows = []
        for each in (said[a] for a in statement.attributions):
            start, end = _ends(Place(each.record, each.content))
            row: dict[str, Any] = {"doc": called[each.record], "start": start, "end": end}
            if support := supports.get(each.id):
                lines = sorted(support.place.lines) if support.place else []
                row["support"] = {"verdict": str(support.bearing), "lines": lines}
            rows.append(row)
        given = {"origins": _count(verdict), "verdict": VERDICTS[verdict.independence]} if verdict else {}
        found.append({"attributions": rows, **given})
    return found


def _count(verdict: Verdict) -> int | None:
    """How many origins: those shown to be independent, one where one is shared, None where it is open."""
    if verdict.independence is Independence.UNKNOWN:
        return None
    if verdict.independence is Independence.SHARED:
        return 1
    return sum(1 for o in verdict.origins if o.kind is not NodeKind.UNKNOWN)


def _drifts(called: Mapping[str, str], said: Mapping[str, Attribution], trace: Trace) -> list[dict[str, Any]]:
    found = []
    for each in trace.drifts:
        start, end = _ends(each.here) if each.here else (None, None)
        doc = each.here.record if each.here else _missing_in(said, trace, each.attribution)
        found.append({"doc": called[doc], "kind": str(each.kind), "start": start, "end": end})
    return found


def _missing_in(said: Mapping[str, Attribution], trace: Trace, attribution: str) -> str:
    """The later edition that lost a statement: the child of the report which still has it."""
    parent = said[attribution].record
    children = [d.child for d in trace.descents if d.parent == parent and "edition" in d.evidence[0].note]
    return children[0] if children else parent


def _ends(place: Place) -> tuple[int, int]:
    return place.spans[0].start, place.spans[-1].end


def traditions(folder: Path) -> list[Path]:
    """The tradition folders in ``folder``, or itself."""
    if (folder / "reports").is_dir():
        return [folder]
    return sorted(p.parent for p in folder.glob("*/reports") if p.is_dir())


def main(arguments: list[str]) -> int:
    """Print the predictions for the folder named."""
    if len(arguments) != 1 or not traditions(Path(arguments[0])):
        print(__doc__, file=sys.stderr)
        return 2
    folder = Path(arguments[0])
    one = (folder / "reports").is_dir()
    found: Any = predict(folder) if one else {p.name: predict(p) for p in traditions(folder)}
    print(json.dumps(found, ensure_ascii=False, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
