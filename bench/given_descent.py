"""Tracing by itself: the truth's attributions and groups given, everything else as in any case.

    python -m bench.given_descent [DIR] [--errors]

Shows what origins, verdicts and drift are worth where reading and matching made no mistake, and so
where the mistakes of a whole run come from. An attribution that was read is kept where it covers a
given one; where none does, one is made of the given speaker, hands and stance. DIR holds
traditions with ``truth.json`` (the development set without it).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.descent import FOLDER, judged
from bench.predict_descent import opened, prediction, traditions
from firsthand import matching, names, tracing
from firsthand.engines import Local
from firsthand.model import Attribution, Being, Hop, Kind, Place, Record, Role, Span, Stance, Statement
from firsthand.text import excerpt

# So much of two spans is shared by an attribution that was read and the given one it stands for.
COVERS = 0.5
STANCES = {str(s): s for s in Stance}


def predict_given(folder: Path) -> dict[str, Any]:
    """The prediction for one tradition's folder, from its truth's attributions and statements."""
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    with opened(folder) as case:
        case.read()
        records, read = case.records(), case.attributions()
    ids = {Path(r.name).stem: r for r in records}
    said, statements = given(truth, ids, read)
    sources = names.suggest(records, said)
    matched = matching.match(records, said, Local().pairs_sharing_key, matching.installed())
    trace = tracing.trace(records, said, sources, statements, matched.matches, matching.align)
    return prediction(records, said, trace)


def given(
    truth: Mapping[str, Any], records: Mapping[str, Record], read: Sequence[Attribution]
) -> tuple[tuple[Attribution, ...], tuple[Statement, ...]]:
    """All attributions (those read, and those made where none covers a given one) and the true statements."""
    used: dict[str, Attribution] = {}
    made: list[Attribution] = []
    statements = []
    for each in truth["statements"]:
        members = []
        for wanted in each["attributions"]:
            record = records[wanted["doc"]]
            found = _covering(record, wanted, [a for a in read if a.record == record.id and a.id not in used])
            if found is None:
                found = _made(record, wanted)
                made.append(found)
            used[found.id] = found
            members.append(found)
        statements.append(_statement(each["id"], records, members))
    kept = [a for a in read if a.id in used or not any(_overlap(a, m) for m in made)]
    return tuple(sorted((*kept, *made), key=lambda a: (a.record, a.content, a.id))), tuple(statements)


def _statement(name: str, records: Mapping[str, Record], members: Sequence[Attribution]) -> Statement:
    first = members[0]
    text = next(r.text for r in records.values() if r.id == first.record)
    at = Place(first.record, first.content)
    return Statement(name, name, excerpt(text, first.content), at, tuple(m.id for m in members))


def _covering(record: Record, wanted: Mapping[str, Any], read: Sequence[Attribution]) -> Attribution | None:
    def share(a: Attribution) -> float:
        start, end = a.content[0].start, a.content[-1].end
        inside = min(end, wanted["end"]) - max(start, wanted["start"])
        return inside / (max(end, wanted["end"]) - min(start, wanted["start"])) if inside > 0 else 0.0

    best = max(read, key=lambda a: (share(a), a.kind is not Kind.OWN), default=None)
    return best if best is not None and share(best) >= COVERS else None


def _made(record: Record, wanted: Mapping[str, Any]) -> Attribution:
    content = (Span(wanted["start"], wanted["end"]),)
    speaker = wanted["speaker"] or next(iter(wanted["hands"]), "")
    kind = Kind.INDIRECT if wanted["hands"] or speaker else Kind.OWN
    hands = tuple(Hop(Role.SPEAKER if n == 0 else Role.RELAY, None, h) for n, h in enumerate(wanted["hands"]))
    if speaker:
        hands = (Hop(Role.SPEAKER, None, speaker, Being.UNKNOWN), *hands[1:])
    at = record.text.find(speaker) if speaker else -1
    source = Span(at, at + len(speaker)) if at >= 0 else None
    return Attribution(
        Attribution.identify(record.id, kind, content, source),
        record.id,
        kind,
        content,
        source=source,
        name=speaker,
        hands=hands,
        stance=STANCES[wanted["stance"]],
        reader="given",
    )


def _overlap(a: Attribution, b: Attribution) -> bool:
    return a.record == b.record and any(
        s.start < t.end and t.start < s.end for s in a.content for t in b.content
    )


def main(arguments: list[str]) -> int:
    """Print the scorer's measures, with ``--errors`` also its list of what is wrong."""
    places = [a for a in arguments if not a.startswith("--")]
    folder = Path(places[0]) if places else FOLDER
    predictions: dict[str, object] = {p.name: predict_given(p) for p in traditions(folder)}
    print(judged(predictions, folder, "--errors" if "--errors" in arguments else "--table"))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
