"""From a collation to a stemma: nodes and lines, each with its support and its reasons in a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from firsthand.model import Certainty, Collation, Copying, Node, NodeKind, Stemma
from firsthand.tracing.stemma.changes import Change, changes
from firsthand.tracing.stemma.coding import Coded, coded, places
from firsthand.tracing.stemma.mixing import Mixed, mixed
from firsthand.tracing.stemma.rooting import first
from firsthand.tracing.stemma.sampling import best, sampled, support
from firsthand.tracing.stemma.tree import Step, Tree

SURE = 0.9  # of direction, and of support: from here on a line is likely, below it is possible
NAMED = 3  # changes that a line names
LOST = "lost copy"


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found about the texts of a collation, and what its nodes are called."""

    tree: Tree
    support: Mapping[Step, float]
    older: Mapping[Step, float]
    changes: Mapping[Step, Sequence[Change]]
    ids: Mapping[int, str]


def stemma(collation: Collation, dates: Sequence[str] = ()) -> Stemma:
    """Who copied whom among at least two texts, no two of them the same.

    ``dates``, where known, are those of the texts, in order (ISO; "" for unknown).
    """
    code = coded(collation)
    trees = sampled(places(code))
    found = _found(collation, best(trees), trees, dates)
    lines = [_line(found, *step, weighed=len(trees) > 1) for step in found.tree.edges()]
    second = [_second(found, code, each) for each in mixed(found.tree, code)]
    nodes = [
        Node(i, i, NodeKind.REPORT, i) if n < found.tree.texts else Node(i, i, NodeKind.UNKNOWN)
        for n, i in sorted(found.ids.items())
    ]
    return Stemma(tuple(nodes), (*lines, *second), tuple(_notes(collation, trees, lines)))


def _found(collation: Collation, tree: Tree, trees: Sequence[Tree], dates: Sequence[str]) -> _Found:
    lost = sorted(n for n in tree.steps if n >= tree.texts)
    ids = dict(enumerate(collation.names)) | {n: f"{LOST} {k}" for k, n in enumerate(lost, 1)}
    chance = first(tree, collation, dates)
    return _Found(tree, support(tree, trees), _older(tree, chance), changes(tree, collation), ids)


def _older(tree: Tree, first: Mapping[int, float]) -> dict[Step, float]:
    """For each step, both ways, the chance that its first end is the older one."""
    order = tree.walk(0)
    beyond = {node: first[node] for node, _ in order}
    for node, before in reversed(order[1:]):
        beyond[before] += beyond[node]
    down = {(before, node): 1 - beyond[node] for node, before in order[1:]}
    return down | {(node, before): 1 - chance for (before, node), chance in down.items()}


def _line(found: _Found, a: int, b: int, weighed: bool) -> Copying:
    """The line of a step; its support says nothing where only one tree was looked at."""
    parent, child = (a, b) if found.older[a, b] >= found.older[b, a] else (b, a)
    share, directed = found.support[a, b], found.older[parent, child] >= SURE
    certainty = Certainty.LIKELY if directed and share >= SURE else Certainty.POSSIBLE
    note = _note(_made(found, parent, child))
    support = round(100 * share) if weighed else None
    return Copying(found.ids[parent], found.ids[child], certainty, support, directed, False, note)


def _made(found: _Found, parent: int, child: int) -> Sequence[Change]:
    if (parent, child) in found.changes:
        return found.changes[parent, child]
    return [Change(c.variation, c.new, c.old) for c in found.changes[child, parent]]


def _note(made: Sequence[Change]) -> str:
    """How many places changed, and the most telling of them: those that most texts share."""
    if not made:
        return "no words changed"
    told = sorted(made, key=lambda c: -len(c.new.texts) * len(c.old.texts))[:NAMED]
    many = "1 place changed" if len(made) == 1 else f"{len(made)} places changed"
    return f"{many}: {'; '.join(map(_told, told))}"


def _told(change: Change) -> str:
    old, new = change.old.words, change.new.words
    if not new:
        return f"“{old}” left out"
    return f"“{new}” for “{old}”" if old else f"“{new}” put in"


def _second(found: _Found, code: Sequence[Coded], each: Mixed) -> Copying:
    """The model that the tree does not give a mixed text already."""
    beside = found.tree.steps[each.text]
    part = f"{100 * each.cut // len(code)} per cent of the places where texts part"
    if each.one in beside and each.two not in beside:
        model, note = each.two, f"a second model: followed after the first {part}"
    else:
        model, note = each.one, f"a second model: followed up to the first {part}"
    name = found.ids.get(model) or found.ids[next(iter(beside))]
    return Copying(name, found.ids[each.text], Certainty.POSSIBLE, None, True, True, note)


def _notes(collation: Collation, trees: Sequence[Tree], lines: Sequence[Copying]) -> list[str]:
    places = len(collation.variations)
    notes = [f"The texts part in {places} place{'s' * (places != 1)}."]
    if len(collation.names) < 3:
        notes.append("Two texts can only be joined in one way: the line has no support.")
    elif len(trees) < 2:
        notes.append("There were too many texts to weigh more than one tree: no line has a support.")
    open_ones = sum(not line.directed for line in lines)
    if open_ones and len(lines) == 1:
        notes.append("Which of the two was first is open.")
    elif open_ones:
        notes.append(f"Which end was first is open for {open_ones} of {len(lines)} lines.")
    return notes
