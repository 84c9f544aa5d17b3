"""Fits the weights by which two wordings are told to say the same statement.

    python -m training.same

Learnt from: the matters of ``training/sentences/statements``, each laid out as a case in which every report
has one reading of every statement, and the traditions of ``bench/traditions``. The reliability printed is
that of every fifth matter, left out of the fit. Writes ``likelihood.json`` beside the code.
"""

from __future__ import annotations

import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np
from bench.predict_descent import opened

from firsthand.engines.local import Local
from firsthand.matching import likelihood, meaning
from firsthand.matching.across.encoder import Encoder, installed
from firsthand.matching.candidates import candidates, rarity
from firsthand.matching.judge import judge
from firsthand.matching.wordings import Voice, Wording, units_of, wordings_of
from firsthand.model import Attribution, Kind, Record, RecordKind, Span
from training import readings
from training.logistic import Floats, chances, fitted, reliability
from training.readings import AGAINST, Reading

LEARNT = Path(likelihood.__file__).with_name("likelihood.json")
TRADITIONS = Path("bench/traditions")
COVERED = 0.5
FIFTH = 5
ENGLISH, HAS = 7, 0.6  # reports of a matter in English, and how often a report has a statement
OFTEN = 4  # how often a pair of a tradition counts: they are few, and real in their proportions


@dataclass(frozen=True, slots=True)
class Known:
    """A case of which it is known which attributions say the same: ``statement`` by attribution."""

    records: Sequence[Record]
    attributions: Sequence[Attribution]
    statement: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """The evidence of one pair, whether it says the same, and whether it is left out of the fit."""

    evidence: Mapping[str, float]
    same: bool
    kept: bool


def main() -> int:
    """Fits, prints and writes."""
    load = installed()
    if load is None:
        print("firsthand-weights-vectors is not installed", file=sys.stderr)
        return 1
    encoder = load()
    cases = [laid_out(list(rows)) for _, rows in groupby(readings.read(), key=lambda each: each.matter)]
    rows = [Row(*row, n % FIFTH == 0) for n, each in enumerate(cases) for row in pairs(each, encoder)]
    for folder in sorted(path for path in TRADITIONS.iterdir() if (path / "truth.json").exists()):
        rows += OFTEN * [Row(*row, False) for row in pairs(tradition(folder), encoder)]
    names = [name for name in rows[0].evidence if name not in likelihood.MEANT]
    found = {
        likelihood.WITH: learnt([*names, *likelihood.MEANT], rows),
        likelihood.WITHOUT: learnt(names, [row for row in rows if row.evidence["over chance"] > 0]),
    }
    LEARNT.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    return 0


def learnt(names: Sequence[str], rows: Sequence[Row]) -> dict[str, float]:
    """The weight of each name, and the bias; prints how far they can be relied on."""
    inputs = np.array([[*(row.evidence[name] for name in names), 1.0] for row in rows])
    truth: Floats = np.array([row.same for row in rows], float)
    kept = np.array([row.kept for row in rows])
    weights = fitted(inputs[~kept], truth[~kept])
    print(len(rows), "pairs;", int(truth.sum()), "the same; those left out of the fit:")
    print("\n".join(reliability(chances(inputs[kept], weights), truth[kept])))
    return dict(zip([*names, "bias"], weights.round(4).tolist(), strict=True))


def pairs(known: Known, encoder: Encoder) -> Iterator[tuple[dict[str, float], bool]]:
    """The evidence on all pairs that matching would look at and of which the truth is known."""
    records = {each.id: each for each in known.records}
    wordings = wordings_of(records, units_of(records, known.attributions))
    rare = rarity(wordings)
    found, _ = candidates(wordings, rare, Local(1).pairs_sharing_key)
    near = meaning.nearness(meaning.meanings(records, wordings, encoder), found)
    for i, j in sorted(near):
        a, b = wordings[i], wordings[j]
        same = _same(a, b, known.statement)
        if same is not None:
            judged = judge(a, b, rare)
            laid = judged.comparison if judged else None
            yield likelihood.evidence(a, b, rare, near[i, j], laid), same


def _same(a: Wording, b: Wording, statement: Mapping[str, str]) -> bool | None:
    sides = [{statement.get(unit.attribution, "") for unit in each.units} for each in (a, b)]
    if Voice.LINE in (a.voice, b.voice) or any("" in side or len(side) > 1 for side in sides):
        return None
    return sides[0] == sides[1]


def laid_out(said: Sequence[Reading]) -> Known:
    """A matter as a case: reports that have some of the statements each, drawn by the name of the matter.

    In real reports not every statement stands in every one, and wordings are copied: only so does it
    teach what to expect when a statement is missing.
    """
    chance = random.Random(said[0].matter)
    records, attributions, truth = [], [], {}
    for name, lines in _drawn(said, chance):
        records.append(_report(name, lines))
        for n, (span, each) in enumerate(zip(_places(lines), lines, strict=True)):
            kind = Kind.OWN if each.kind == "own" else Kind.INDIRECT
            made = Attribution(id=f"{name} {n}", record=name, content=(span,), kind=kind)
            attributions.append(made)
            if each.kind != AGAINST:
                truth[made.id] = str(each.statement)
    return Known(records, attributions, truth)


def _drawn(said: Sequence[Reading], chance: random.Random) -> Iterator[tuple[str, list[Reading]]]:
    """The reports: ``ENGLISH`` in English, one in each other language; every statement in each with HAS."""
    of: defaultdict[tuple[str, int], list[Reading]] = defaultdict(list)
    for each in said:
        of[each.language, each.statement].append(each)
    languages = dict.fromkeys(each.language for each in said)
    for language in languages:
        for n in range(ENGLISH if language == "en" else 1):
            held = [number for code, number in of if code == language and chance.random() < HAS]
            chosen = [chance.choice(of[language, number]) for number in held]
            if chosen:
                yield f"{language} {n}", chosen


def _report(name: str, lines: Sequence[Reading]) -> Record:
    text = "\n".join(each.text for each in lines)
    return Record(
        id=name, object=name, name=name, kind=RecordKind.REPORT, format="text", text=text,
        language=lines[0].language,
    )  # fmt: skip


def _places(lines: Sequence[Reading]) -> Iterator[Span]:
    at = 0
    for each in lines:
        yield Span(at, at + len(each.text))
        at += len(each.text) + 1


def tradition(folder: Path) -> Known:
    """A tradition as Firsthand reads it, with the statements of its truth."""
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    with opened(folder) as case:
        case.read()
        records, attributions = case.records(), case.attributions()
    names = {each.id: Path(each.name).stem for each in records}
    statement = {}
    for n, each in enumerate(truth["statements"]):
        for gold in each["attributions"]:
            found = max(attributions, key=lambda a: _overlap(a, names[a.record], gold))
            if _overlap(found, names[found.record], gold) >= COVERED:
                statement[found.id] = f"{n}"
    return Known(records, attributions, statement)


def _overlap(a: Attribution, name: str, gold: Mapping[str, object]) -> float:
    """The share of characters that both have of those that either has (Jaccard)."""
    start, end = int(str(gold["start"])), int(str(gold["end"]))
    here = Span(a.content[0].start, a.content[-1].end)
    both = min(end, here.end) - max(start, here.start)
    return max(0, both) / (max(end, here.end) - min(start, here.start)) if name == gold["doc"] else 0.0


if __name__ == "__main__":
    sys.exit(main())
