"""Copying trees: ours beside neighbour joining and random trees, on a tradition with a known truth.

The score is the challenge's average sign similarity: of three texts, which of two is nearer to the third?
100 is the true tree. The truth is one tree, so figures on traditions that `bench.copying` invents stand
beside it; the method was chosen on those.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import permutations
from pathlib import Path
from typing import Any

from bench.copying import tradition
from bench.data import DATA
from bench.predict_stemma import predict
from firsthand import collate, descent
from firsthand.copies import gathered
from firsthand.model import Collation
from firsthand.tracing.stemma.coding import coded, places
from firsthand.tracing.stemma.joining import differences, joined
from firsthand.tracing.stemma.sampling import best, sampled
from firsthand.tracing.stemma.tree import Tree

FOLDER = DATA / "stemma"
STARTS = range(1, 601, 100)  # of the chains: one start's figure is up to six points from another's
INVENTED = range(900, 906)  # seeds that nothing was chosen by
Edges = Sequence[tuple[str, str]]


def figures() -> dict[str, float]:
    """Similarity to the true tree, per cent; directions found right; texts of Heinrichi that were placed."""
    found = _parzival()
    for seed in INVENTED:
        for name, value in _invented(seed).items():
            found[name] = found.get(name, 0.0) + value / len(INVENTED)
    placed = {name for edge in predict(FOLDER / "heinrichi-unlabelled" / "texts")["edges"] for name in edge}
    every = {file.stem for file in (FOLDER / "heinrichi-unlabelled" / "texts").glob("*.txt")}
    return found | {"Heinrichi: texts placed": float(len(placed & every))}


def table() -> dict[str, dict[str, float]]:
    """The same figures, a column for each tradition."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for name, value in figures().items():
        tradition_, figure = name.split(": ", 1)
        found[tradition_][figure] = value
    return dict(found)


def _parzival() -> dict[str, float]:
    truth, texts = true_edges(FOLDER / "parzival"), FOLDER / "parzival" / "texts"
    named, made = gathered(sorted(texts.glob("*.txt"))).texts, predict(texts)
    names, collation = sorted(named), collate(named)
    starts = [similarity(truth, _started(collation, seed), names) for seed in STARTS]
    return {
        "Parzival: ours, mean of six starts": sum(starts) / len(starts),
        "Parzival: ours, the worst of them": min(starts),
        "Parzival: neighbour joining": similarity(truth, _joined(collation), names),
        "Parzival: random trees": _random(truth, names),
        "Parzival: copies under the right model": 100 * _right(truth, _directed(made), set(names)),
    }


def _invented(seed: int) -> dict[str, float]:
    made = tradition(seed)
    names = sorted(made.texts)
    ours = [(line.parent, line.child) for line in descent(made.texts).lines if not line.second]
    return {
        "invented: ours": similarity(made.edges, ours, names),
        "invented: neighbour joining": similarity(made.edges, _joined(collate(made.texts)), names),
    }


def true_edges(folder: Path) -> Edges:
    """The copyings in ``true_stemma_edges.tsv``, model first."""
    rows = (folder / "true_stemma_edges.tsv").read_text("utf-8").splitlines()[1:]
    return [(row.split("\t")[0], row.split("\t")[1]) for row in rows]


def similarity(truth: Edges, proposed: Edges, names: Sequence[str]) -> float:
    """Average sign similarity of two trees over all ordered triples of ``names``, per cent."""
    one, two = _steps(truth, names), _steps(proposed, names)
    total = 0.0
    triples = list(permutations(names, 3))
    for a, b, c in triples:
        total += 1 - abs(_sign(one[a][b] - one[a][c]) - _sign(two[a][b] - two[a][c])) / 2
    return 100 * total / len(triples)


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)


def _steps(tree: Edges, names: Iterable[str]) -> dict[str, dict[str, float]]:
    """For each name the steps to every other; a thousand where there is no way."""
    beside: dict[str, set[str]] = defaultdict(set)
    for a, b in tree:
        beside[a].add(b)
        beside[b].add(a)
    found = {}
    for name in names:
        far: dict[str, float] = defaultdict(lambda: 1000.0, {name: 0.0})
        queue = [name]
        for each in queue:
            for other in beside[each] - far.keys():
                far[other] = far[each] + 1
                queue.append(other)
        found[name] = far
    return found


def _joined(collation: Collation) -> Edges:
    return _named(joined(differences(places(coded(collation)))), collation)


def _started(collation: Collation, seed: int) -> Edges:
    """Our tree from another start than the one that `descent` always takes."""
    return _named(best(sampled(places(coded(collation)), seed)), collation)


def _named(tree: Tree, collation: Collation) -> Edges:
    names = dict(enumerate(collation.names))
    return [(names.get(a, f"lost {a}"), names.get(b, f"lost {b}")) for a, b in tree.edges()]


def _random(truth: Edges, names: Sequence[str], many: int = 20) -> float:
    """The mean of trees that join texts two by two by chance."""
    total = 0.0
    for seed in range(many):
        chance, tops, tree = random.Random(seed), [*names], list[tuple[str, str]]()
        while len(tops) > 1:
            pair = chance.sample(range(len(tops)), 2)
            tree += [(f"lost {len(tree)}", tops[n]) for n in pair]
            new = tree[-2][0]
            tree[-1] = (new, tree[-1][1])
            tops = [t for n, t in enumerate(tops) if n not in pair] + [new]
        total += similarity(truth, tree, names)
    return total / many


def _directed(prediction: dict[str, Any]) -> Edges:
    return [(each["parent"], each["child"]) for each in prediction["directed"]]


def _right(truth: Edges, proposed: Edges, names: set[str]) -> float:
    """The share of texts under whose true nearest preserved ancestor they are put, if they have one."""
    gold, mine = _models(truth, names), _models(proposed, names)
    return sum(mine.get(child) == model for child, model in gold.items()) / max(1, len(gold))


def _models(tree: Edges, names: set[str]) -> dict[str, str]:
    above = {child: parent for parent, child in tree}
    found = {}
    for name in names & above.keys():
        model = above[name]
        while model not in names and model in above:
            model = above[model]
        if model in names:
            found[name] = model
    return found


if __name__ == "__main__":
    for name, value in figures().items():
        print(f"{name:<52} {value:6.1f}")
