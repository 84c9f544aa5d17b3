"""The weights of names/comparing, learnt from labelled pairs: ``python -m bench.weigh_names [--write]``.

A logistic regression of few features, held near weights set by hand (`PRIOR`, with the strength `HELD`:
3 gave 92.0 with the pairs left out, 1 gave 91.1), for persons and for bodies. Pairs that a bar of
weights.toml decides, and Korean names, are not learnt from. Prints F1 with every pair weighed by what was
learnt from the others (ten parts; names that are paired share one).
``--write`` puts the weights into weights.toml.
"""

from __future__ import annotations

import csv
import hashlib
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.data import DATA
from firsthand.model import Being, Sameness
from firsthand.names.comparing import compare
from firsthand.names.comparing.aliases import aliases
from firsthand.names.comparing.likening import Evidence, answer, evidence, korean, taken_apart
from firsthand.names.comparing.tables import table

CASES = DATA / "names" / "name_bench_cases.csv"
WEIGHTS = Path(__file__).parents[1] / "src/firsthand/names/comparing/tables/weights.toml"
BEINGS = {"Person": Being.PERSON, "Company": Being.BODY, "Organization": Being.BODY}
PRIOR = {
    "base": 4.0,
    "letters": -0.7,
    "share": 0.0,
    "more than a slip": -2.0,
    "worst": -4.0,
    "opposed": -2.0,
    "opposed shared": -2.0,
    "over": -2.0,
    "words over": -0.3,
    "number": 0.0,
    "unheard": -0.5,
    "initial": -0.7,
}
HELD, PARTS, ROUNDS = 3.0, 10, 50
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """A labelled pair: what is known of it, and the answer; ``evidence`` is None for Korean names and
    for two names in one."""

    one: str
    other: str
    being: Being
    schema: str
    quality: str
    match: bool
    part: int
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said of a case by weights that it did not take part in."""

    case: Case
    score: float
    verdict: Sameness


def cases(file: Path = CASES) -> list[Case]:
    """The labelled pairs of a file in the layout of name_bench."""
    with file.open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    groups = _groups((row["name1"].casefold(), row["name2"].casefold()) for row in rows)
    return [_case(row, groups[row["name1"].casefold()]) for row in rows]


def _case(row: dict[str, str], group: str) -> Case:
    one, other = sorted((row["name1"], row["name2"]))
    being = BEINGS.get(row["schema"], Being.UNKNOWN)
    taken = taken_apart(one, other, being)
    parted = any(aliases(each.name, each.body) for each in taken)
    found = None if one == other or parted or korean(*taken) else evidence(*taken)
    part = int(hashlib.md5(group.encode(), usedforsecurity=False).hexdigest(), 16) % PARTS
    return Case(one, other, being, row["schema"], row["quality"], row["is_match"] == "true", part, found)


def _groups(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For each name the first of all those that pairs join it with."""
    first: dict[str, str] = {}

    def root(name: str) -> str:
        while first.setdefault(name, name) != name:
            name = first[name]
        return name

    for one, other in pairs:
        first[root(one)] = root(other)
    return {name: root(name) for name in list(first)}


def cross_validated(found: Sequence[Case]) -> list[Answer]:
    """What is said of each case by weights learnt from the other parts."""
    learnt = [weights([c for c in found if c.part != part]) for part in range(PARTS)]
    return [_answer(case, learnt[case.part]) for case in found]


def _answer(case: Case, learnt: dict[bool, dict[str, float]]) -> Answer:
    if case.evidence is None:
        told = compare(case.one, case.other, case.being)
        return Answer(case, told.score, told.verdict)
    by = learnt[case.evidence.body]
    total = by["base"] + sum(by[name] * value for name, value in case.evidence.features.items())
    likely = min([float(1 / (1 + np.exp(-total))), *_caps(case.evidence)])
    return Answer(case, likely, answer(likely, bool(case.evidence.barred)))


def _caps(found: Evidence) -> list[float]:
    bars = table("weights")["bars"]
    return [bars[name]["at"] for name in found.barred]


def weights(found: Sequence[Case]) -> dict[bool, dict[str, float]]:
    """The weights for persons (False) and bodies (True) that these cases teach."""
    taught = [(c.evidence, c.match) for c in found if c.evidence and min([1.0, *_caps(c.evidence)]) >= 0.5]
    return {body: _learnt([(e, m) for e, m in taught if e.body is body]) for body in (False, True)}


def _learnt(taught: Sequence[tuple[Evidence, bool]]) -> dict[str, float]:
    names = list(PRIOR)
    told = [[1.0, *(e.features[name] for name in names[1:])] for e, _ in taught]
    fitted = _fit(np.array(told), np.array([float(m) for _, m in taught]), np.array(list(PRIOR.values())))
    return dict(zip(names, map(float, fitted), strict=True))


def _fit(told: Numbers, match: Numbers, prior: Numbers) -> Numbers:
    """Newton's steps to the likeliest weights near the prior."""
    found = prior.copy()
    for _ in range(ROUNDS):
        likely = 1 / (1 + np.exp(-told @ found))
        slope = told.T @ (likely - match) + HELD * (found - prior)
        bend = (told * (likely * (1 - likely))[:, None]).T @ told + HELD * np.eye(len(prior))
        found = found - np.linalg.solve(bend, slope)
    return found


def f1(pairs: Iterable[tuple[bool, bool]]) -> dict[str, float]:
    """Precision, recall and F1 in hundredths, of pairs (said, true)."""
    listed = list(pairs)
    right = sum(said and true for said, true in listed)
    said, true = sum(s for s, _ in listed), sum(t for _, t in listed)
    return {
        "precision": 100 * right / said if said else 0.0,
        "recall": 100 * right / true if true else 0.0,
        "F1": 200 * right / (said + true) if said + true else 0.0,
    }


def written(learnt: dict[bool, dict[str, float]], text: str) -> str:
    """weights.toml with these weights in place of those that it has."""
    for body, name in ((False, "person"), (True, "body")):
        rows = "".join(f"{f'{k!r}' if ' ' in k else k} = {v:.2f}\n" for k, v in learnt[body].items())
        text = re.sub(rf"\[{name}\]\n(?:[^\[\n].*\n)*", lambda _, n=name, r=rows: f"[{n}]\n{r}", text)  # type: ignore[misc]
    return text


def main(arguments: list[str]) -> int:
    """Print what was learnt and F1 on pairs that were left out; write the weights if asked."""
    found = cases()
    told = cross_validated(found)
    print("score from 0.5", f1((a.score >= 0.5, a.case.match) for a in told))
    print("the answer is same", f1((a.verdict is Sameness.SAME, a.case.match) for a in told))
    learnt = weights(found)
    print(learnt)
    if "--write" in arguments:
        WEIGHTS.write_text(written(learnt, WEIGHTS.read_text("utf-8")), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
