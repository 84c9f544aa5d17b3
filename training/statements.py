"""Teaching the encoder that two readings of one statement lie near, and two statements of one matter do not.

Learnt from ``training/sentences/statements``: of each matter some statements in many readings and languages.
Only the upper half of the layers is fitted: what tells which piece answers to which comes from the middle
one, and what the lower half makes of a text is reckoned once. Texts that are no readings are held where they
were, so that nothing else is forgotten.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from training.readings import AGAINST, Reading

# More steps than about fifty, and what is learnt fits these matters alone: on traditions not learnt from
# (of 16 matters) the mean precision of pairs rose from .72 to .78 with 24 steps, to .75 with 48.
EPOCHS, RATE, SEED = 2, 5e-5, 1
SHARP = 0.05  # the temperature: how much nearer than others a reading has to lie
STAY = 32  # other texts a step, and the weight of their staying
STAYING = 2.0


@dataclass(frozen=True, slots=True)
class Text:
    """What the lower half makes of a text (pieces x width), and where its finished vector lay before."""

    hidden: Tensor
    before: Tensor


def fit(made: Any, ids: Sequence[Sequence[int]], readings: Sequence[Reading], others: int) -> None:
    """Fits the upper half in place.

    ``made`` is a `training.vectors.Meaning`; ``ids`` are the pieces of the ``readings``, and then of as many
    ``others``.
    """
    torch.manual_seed(SEED)
    order = random.Random(SEED)
    upper = Upper(made)
    texts = [upper.text(each) for each in ids]
    known, apart = texts[: len(readings)], texts[len(readings) :]
    assert len(apart) == others
    steps = [batch for _ in range(EPOCHS) for batch in batches(readings, order)]
    learner = torch.optim.AdamW(upper.parameters(), lr=RATE, weight_decay=0.01)
    rate = torch.optim.lr_scheduler.OneCycleLR(learner, RATE, total_steps=len(steps), pct_start=0.1)
    for number, chosen in enumerate(steps, 1):
        stay = order.sample(apart, min(STAY, len(apart)))
        loss = _learnt(upper, [known[n] for n in chosen], [readings[n] for n in chosen]) + _stayed(
            upper, stay
        )
        loss.backward()
        nn.utils.clip_grad_norm_(upper.parameters(), 1.0)
        learner.step()
        rate.step()
        learner.zero_grad()
        if number % 5 == 0:
            print(f"step {number} of {len(steps)}: loss {loss.item():.3f}", file=sys.stderr, flush=True)


def batches(readings: Sequence[Reading], order: random.Random) -> Iterator[list[int]]:
    """The readings of two matters at a time, by their places; those against are left out."""
    matters: dict[str, list[int]] = {}
    for n, each in enumerate(readings):
        if each.kind != AGAINST:
            matters.setdefault(each.matter, []).append(n)
    names = sorted(matters)
    order.shuffle(names)
    for start in range(0, len(names), 2):
        yield [n for name in names[start : start + 2] for n in matters[name]]


class Upper(nn.Module):
    """The layers above the middle one."""

    def __init__(self, made: Any) -> None:
        super().__init__()
        self.made = [made]  # not a part: the lower half is not fitted
        self.heads = made.heads
        self.layers = made.encoder.encoder.layer[made.middle :]
        self.layers.requires_grad_(True)

    @torch.no_grad()
    def text(self, ids: Sequence[int]) -> Text:
        """A text as it is taken and given back at the start."""
        hidden = self.made[0].layers(torch.tensor([list(ids)]))[1][0]
        return Text(hidden, self([hidden])[0])

    def forward(self, hidden: Sequence[Tensor]) -> Tensor:
        """Vectors of unit length, one for each text."""
        filled = nn.utils.rnn.pad_sequence(list(hidden), batch_first=True)
        there = torch.zeros(filled.shape[:2], dtype=torch.bool)
        for row, each in enumerate(hidden):
            there[row, : len(each)] = True
        for layer in self.layers:
            filled = self._deeper(layer, filled, there[:, None, None])
        summed = (filled * there[..., None]).sum(1) / there.sum(1, keepdim=True)
        return nn.functional.normalize(summed, dim=1)

    def _deeper(self, layer: Any, hidden: Tensor, there: Tensor) -> Tensor:
        looking, given = layer.attention.self, layer.attention.output
        asked = (looking.query(hidden), looking.key(hidden), looking.value(hidden))
        split = (x.unflatten(-1, (self.heads, -1)).transpose(1, 2) for x in asked)
        seen = nn.functional.scaled_dot_product_attention(*split, attn_mask=there)
        hidden = given.LayerNorm(hidden + given.dense(seen.transpose(1, 2).flatten(2)))
        wide = nn.functional.gelu(layer.intermediate.dense(hidden))
        return layer.output.LayerNorm(hidden + layer.output.dense(wide))


def _learnt(upper: Upper, texts: Sequence[Text], readings: Sequence[Reading]) -> Tensor:
    """Supervised contrastive loss (Khosla et al. 2020): readings of one statement against all others."""
    vectors = upper([each.hidden for each in texts])
    near = vectors @ vectors.T / SHARP
    near = near.masked_fill(torch.eye(len(texts), dtype=torch.bool), -1e9)
    own = torch.tensor([[a is not b and _one(a, b) for b in readings] for a in readings])
    chances = near - near.logsumexp(1, keepdim=True)
    return -(chances * own).sum(1).div(own.sum(1).clamp(min=1)).mean()


def _one(a: Reading, b: Reading) -> bool:
    return (a.matter, a.statement) == (b.matter, b.statement)


def _stayed(upper: Upper, texts: Sequence[Text]) -> Tensor:
    vectors = upper([each.hidden for each in texts])
    before = torch.stack([each.before for each in texts])
    return STAYING * (1 - (vectors * before).sum(1)).mean()
