"""Fitting a tagger to examples."""

from __future__ import annotations

import math
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn

from training.examples import IGNORED, LABELS, Example
from training.network import Tagger

TIED = 0.3  # weight of the ties against the labels


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast to learn. The rate rises over the first tenth and falls to nothing."""

    epochs: int = 4
    rate: float = 3e-4
    batch: int = 8
    seed: int = 1
    frozen: bool = False  # leave the word embeddings as they are (needed after a cut of the vocabulary)
    veiled: float = 0.0  # share of pieces hidden from the network, drawn anew each time they are seen
    heads: float = 1.0  # times the rate for what stands upon the encoder; e5 gives it such small numbers
    #                     that at the same rate three in four ties of a cue were wrong after an epoch


class Marks(NamedTuple):
    """The ids of the pieces that are no text."""

    opening: int
    closing: int
    filling: int
    veil: int


@dataclass(frozen=True, slots=True)
class Batch:
    """Examples side by side, each with the encoder's opening and closing mark."""

    ids: Tensor
    types: Tensor
    mask: Tensor
    labels: Tensor
    ties: Tensor
    hidden: Tensor


def collate(chosen: Sequence[Example], marks: Marks) -> Batch:
    """Rows as long as the longest example and its two marks."""
    size = max(len(e.window) for e in chosen) + 2
    shape = (len(chosen), size)
    ids, types = np.full(shape, marks.filling), np.zeros(shape, np.int64)
    mask = np.zeros(shape, np.int64)
    labels, ties = np.full(shape, IGNORED), np.full(shape, IGNORED)
    for row, each in enumerate(chosen):
        length = len(each.window)
        ids[row, : length + 2] = [marks.opening, *each.window.ids, marks.closing]
        types[row, 1 : length + 1] = each.window.types
        mask[row, : length + 2] = 1
        labels[row, 1 : length + 1] = each.labels
        ties[row, 1 : length + 1] = np.where(each.ties == IGNORED, IGNORED, each.ties + 1)
    hidden = torch.tensor(np.stack([e.hidden for e in chosen]))
    return Batch(*map(torch.tensor, (ids, types, mask, labels, ties)), hidden)


def fit(made: Tagger, data: Sequence[Example], marks: Marks, plan: Plan) -> Iterator[int]:
    """Learns in place; gives the number of each epoch when it is done."""
    torch.manual_seed(plan.seed)
    order = random.Random(plan.seed)
    if plan.frozen:
        made.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
    steps = math.ceil(len(data) / plan.batch) * plan.epochs
    optimizer = _optimizer(made, plan)
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / (0.1 * steps), max(0.0, (steps - s) / (0.9 * steps)))
    )
    for epoch in range(plan.epochs):
        made.train()
        start, total = time.time(), 0.0
        for chosen in batches(data, plan.batch, order):
            batch = collate(chosen, marks)
            ids = veiled(batch, marks, plan.veiled)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                found = made(ids, batch.types, batch.mask)
            loss = losses(tuple(f.float() for f in found), batch)
            loss.backward()
            nn.utils.clip_grad_norm_(made.parameters(), 1.0)
            optimizer.step()
            rate.step()
            optimizer.zero_grad()
            total += loss.item() * len(chosen)
        spent = time.time() - start
        print(f"epoch {epoch + 1}: loss {total / len(data):.4f}, {spent:.0f} s", file=sys.stderr, flush=True)
        yield epoch + 1


def veiled(batch: Batch, marks: Marks, share: float) -> Tensor:
    """The ids with a ``share`` of them behind the veil, so that no single word is relied upon."""
    chosen = (torch.rand(batch.ids.shape) < share) & (batch.mask > 0)
    return batch.ids.masked_fill(chosen, marks.veil)


def _optimizer(made: Tagger, plan: Plan) -> torch.optim.Optimizer:
    groups = [
        {"params": [p for p in part.parameters() if p.requires_grad and (p.ndim > 1) is decayed],
         "weight_decay": 0.01 * decayed, "lr": rate}
        for part, rate in _rates(made, plan) for decayed in (True, False)
    ]  # fmt: skip
    return torch.optim.AdamW(groups, fused=True)


def _rates(made: Tagger, plan: Plan) -> Iterator[tuple[nn.Module, float]]:
    yield made.encoder, plan.rate
    for head in (made.label, made.tie, made.knot):
        yield head, plan.rate * plan.heads


def batches(data: Sequence[Example], size: int, order: random.Random) -> Iterator[list[Example]]:
    """Examples of like length together, in an order drawn anew."""
    places = list(range(len(data)))
    order.shuffle(places)
    found: list[list[int]] = []
    for start in range(0, len(places), size * 20):
        chunk = sorted(places[start : start + size * 20], key=lambda n: len(data[n].window))
        found += [chunk[n : n + size] for n in range(0, len(chunk), size)]
    order.shuffle(found)
    for chosen in found:
        yield [data[n] for n in chosen]


def losses(found: tuple[Tensor, ...], batch: Batch) -> Tensor:
    """Cross entropy of labels and ties; an O counts as right for every label hidden from the annotators."""
    scores, ties, knots = found
    chances = scores.log_softmax(-1)
    outside = batch.hidden.clone()
    outside[:, 0] = True
    perhaps = chances.masked_fill(~outside[:, None, :], -1e9).logsumexp(-1)
    truth = batch.labels.clamp(min=0)
    right = chances.gather(-1, truth[..., None]).squeeze(-1)
    right = torch.where(truth == 0, perhaps, right)
    learnt = batch.labels != IGNORED
    labelling = -(right * learnt).sum() / learnt.sum()
    products = ties @ knots.transpose(1, 2)
    products = products.masked_fill(batch.mask[:, None, :] == 0, -1e9)
    tying = nn.functional.cross_entropy(products.flatten(0, 1), batch.ties.flatten(), ignore_index=IGNORED)
    return labelling + TIED * torch.nan_to_num(tying)


assert LABELS[0] == "O"
