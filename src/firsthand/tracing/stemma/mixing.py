"""Texts made from two models: up to some place from one, and from there on from another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from firsthand.tracing.stemma.coding import Coded, Numbers, Places, arrays
from firsthand.tracing.stemma.likelihood import LEAST, copied, joint, messages
from firsthand.tracing.stemma.tree import RATES, Tree, of

SHUFFLED = 199  # orders of the places by chance, all of which a change of model must beat
LEAST_GAIN = 8.0  # nats
LEAST_PLACES = 5  # on either side of the change
LARGEST = 60  # texts: above, one test more each is too much work, and too many to be sure of any


@dataclass(frozen=True, slots=True)
class Mixed:
    """``text`` follows node ``one`` up to the coded place ``cut``, and node ``two`` from there on."""

    text: int
    one: int
    two: int
    cut: int


def mixed(tree: Tree, found: Sequence[Coded], seed: int = 1) -> list[Mixed]:
    """The texts for which one model is not enough.

    Each text is taken out and laid beside every node of what remains. If it was copied from two models,
    one after the other, the places that speak for the one lie before those that speak for the other.
    Shuffling the places destroys that, and tells what chance would give.
    """
    if not 3 < tree.texts <= LARGEST or len(found) < 4 * LEAST_PLACES:
        return []
    places, chance = arrays(found), np.random.default_rng(seed)
    tested = (_tested(tree, places, text, chance) for text in range(tree.texts))
    return [each for each in tested if each is not None]


def _tested(tree: Tree, places: Places, text: int, chance: np.random.Generator) -> Mixed | None:
    rest = without(tree, text)
    nodes, values = _values(rest, places, text)
    gain, one, two, cut = _change(values)
    far = rest.walk(nodes[one])
    beside = [n for n, before in far if before == nodes[one]]
    if gain < LEAST_GAIN or one == two or nodes[two] in beside:
        return None
    by_chance = max(_change(values[chance.permutation(len(values))])[0] for _ in range(SHUFFLED))
    return Mixed(text, nodes[one], nodes[two], cut) if gain > by_chance else None


def without(tree: Tree, text: int) -> Tree:
    """A copy of the tree without ``text``; where it joined others a lost copy stands. Rates are kept."""
    rest = of(tree.texts, ())
    rest.steps = {node: dict(steps) for node, steps in tree.steps.items()}
    ends = dict(rest.steps[text])
    stand_in = max(rest.steps) + 1
    rest.steps[stand_in] = {}
    for end, rate in ends.items():
        rest.cut(text, end)
        rest.link(stand_in, end, rate)
    del rest.steps[text]
    rest.tidy(stand_in)
    return rest


def _values(rest: Tree, places: Places, text: int) -> tuple[list[int], Numbers]:
    """The nodes, and what each place says for each of them as the model (log-likelihood)."""
    told = messages(places, rest, next(iter(rest.steps)))
    at = np.moveaxis(joint(places, rest, told), 1, 0)
    base = np.maximum(at.sum(axis=2), LEAST)[:, :, None]
    copy = np.stack([copied(places, places.has[text], rate) for rate in RATES], axis=2)
    said = np.log(np.maximum(np.matmul(at, copy) / base, LEAST)) * places.weight[:, None, None]
    best = said.sum(axis=0).argmax(axis=1)
    return [n for n, _ in told.order], said[:, np.arange(len(best)), best]


def _change(values: Numbers) -> tuple[float, int, int, int]:
    """The best change of model: what it gains over one model, the two, and the place where it changes."""
    so_far = np.cumsum(values, axis=0)
    left = np.asarray(so_far[-1] - so_far)
    inner = slice(LEAST_PLACES, len(values) - LEAST_PLACES)
    sums = so_far[inner].max(axis=1) + left[inner].max(axis=1)
    cut = int(sums.argmax()) + LEAST_PLACES
    gain = float(sums.max() - so_far[-1].max())
    return gain, int(so_far[cut].argmax()), int(left[cut].argmax()), cut
