"""The network: an encoder, labels for its pieces, and what each piece is tied to."""

from __future__ import annotations

import json
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from firsthand.reading.tagging.encoding import TYPES

TIE = 64  # numbers a piece is matched by; the encoders give 384


class Tagger(nn.Module):
    """``ids``, ``types`` and ``mask`` (batch x pieces) to labels, ties and knots.

    Piece i is tied to the piece j with the greatest product of ties[i] and knots[j].
    """

    def __init__(self, config: BertConfig, outputs: int) -> None:
        super().__init__()
        self.encoder = BertModel(config, add_pooling_layer=False)
        self.drop = nn.Dropout(0.1)
        self.label = nn.Linear(config.hidden_size, outputs)
        self.tie = nn.Linear(config.hidden_size, TIE)
        self.knot = nn.Linear(config.hidden_size, TIE)

    learnt: tuple[int, ...] | None = None  # labels to give; what was never learnt is folded into O

    def forward(self, ids: Tensor, types: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        hidden = self.encoder(input_ids=ids, token_type_ids=types, attention_mask=mask).last_hidden_state
        return self.heads_of(self.drop(hidden))

    def heads_of(self, hidden: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Labels, ties and knots from what the encoder gives (batch x pieces x its width)."""
        labels = self.label(hidden)
        if self.learnt is not None:
            labels = _folded(labels, self.learnt)
        return labels, self.tie(hidden) / TIE**0.5, self.knot(hidden)


def _folded(labels: Tensor, learnt: tuple[int, ...]) -> Tensor:
    """The scores of ``learnt``, the first of them (O) with the weight of all that are left out.

    A part that no annotator marked had to count as O while learning; left beside O it took cues and
    contents away from their place (cue exact F1 70.2 with it, 71.9 without, on PolNeAR dev).
    """
    left = [n for n in range(labels.shape[-1]) if n not in learnt]
    outside = labels[..., [0, *left]].logsumexp(-1, keepdim=True)
    return torch.cat([outside, labels[..., list(learnt[1:])]], -1)


def tagger(folder: Path, outputs: int) -> Tagger:
    """A tagger over the encoder in ``folder`` (config.json, model.safetensors in the form of BERT)."""
    from safetensors.torch import load_file

    settings = json.loads((folder / "config.json").read_text("utf-8"))
    settings.update(attention_probs_dropout_prob=0.0, hidden_dropout_prob=0.1)
    config = BertConfig(**settings)
    config._attn_implementation = "sdpa"
    weights = {k.removeprefix("bert."): v.float() for k, v in load_file(folder / "model.safetensors").items()}
    kinds = "embeddings.token_type_embeddings.weight"
    config.type_vocab_size = TYPES
    # Every type starts as the one that the encoder knows, so that nothing it has learnt is disturbed.
    weights[kinds] = weights[kinds][:1].repeat(TYPES, 1)
    made = Tagger(config, outputs)
    absent, _ = made.encoder.load_state_dict(weights, strict=False)
    if [name for name in absent if "position_ids" not in name]:
        raise ValueError(f"{folder} lacks {absent}")
    return made
