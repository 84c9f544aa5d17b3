"""Several fitted networks as one: the mean of their weights, as fast as any one of them.

Networks fitted from one encoder in other orders lie close enough for their mean to be better than each
(Wortsman et al., "Model soups", ICML 2022). Ties and knots begin at random, so theirs are put side by
side instead: the product of the whole is the sum of the products.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence

import torch
from torch import nn

from training.network import Tagger

SIDE_BY_SIDE = ("tie", "knot")


def averaged(fitted: Sequence[Tagger]) -> Tagger:
    """One network of all; refuses networks of other shapes (RuntimeError, from torch)."""
    states = [each.state_dict() for each in fitted]
    made = copy.deepcopy(fitted[0])
    means = {name: torch.stack([s[name].float() for s in states]).mean(0) for name in states[0]}
    made.load_state_dict(means)
    for name in SIDE_BY_SIDE:
        setattr(made, name, _beside([getattr(each, name) for each in fitted]))
    return made


def _beside(layers: Sequence[nn.Linear]) -> nn.Linear:
    made = nn.Linear(layers[0].in_features, sum(each.out_features for each in layers))
    made.weight.data = torch.cat([each.weight.data for each in layers])
    made.bias.data = torch.cat([each.bias.data for each in layers])
    return made
