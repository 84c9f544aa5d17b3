"""A real package of Argos Translate, tiny: a Transformer whose weights are a dictionary, word for word.

Tokens and positions are one-hot; a step of the decoder looks at the place of its own number in the source
(the attention between the two compares places alone), and what stands there is the number of its word.
"""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

PLACES = 16
SPECIAL = ("<unk>", "<s>", "</s>")
LOUD, SURE = 200.0, 20.0  # how sharply it looks at one position; how far what stands there outweighs the rest


def package(folder: Path, source: str, target: str, words: Mapping[str, str], version: str = "1.0") -> Path:
    """An unpacked package that turns each word into another; its folder."""
    import ctranslate2
    import sentencepiece

    place = folder / f"translate-{source}_{target}-{version.replace('.', '_')}"
    place.mkdir(parents=True)
    about = {"from_code": source, "to_code": target, "package_version": version, "type": "translate"}
    (place / "metadata.json").write_text(json.dumps(about))
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter([" ".join(words)] * 3),
        model_writer=model,
        model_type="word",
        vocab_size=len(words) + len(SPECIAL),
        minloglevel=2,
        normalization_rule_name="identity",
    )
    (place / "sentencepiece.model").write_bytes(model.getvalue())
    here = [*SPECIAL, *(f"▁{word}" for word in words)]
    there = [*SPECIAL, *(f"▁{word}" for word in words.values())]
    spec = ctranslate2.specs.TransformerSpec.from_config(1, 1)
    _fill(spec, len(here))
    spec.register_source_vocabulary(here)
    spec.register_target_vocabulary(there)
    spec.config.add_source_eos = True
    spec.validate()
    (place / "model").mkdir()
    spec.save(str(place / "model"))
    return place


def _fill(spec: Any, tokens: int) -> None:
    size = tokens + PLACES
    one = np.eye(size, dtype=np.float32)
    words, places = one.copy(), one.copy()
    words[tokens:], places[:tokens] = 0, 0
    for side in (spec.encoder, spec.decoder):
        embeddings = side.embeddings[0] if isinstance(side.embeddings, list) else side.embeddings
        embeddings.weight = one[:tokens]
        side.position_encodings.encodings = one[tokens:]
        side.scale_embeddings = False
        _norm(side.layer_norm, size)
        for layer in side.layer:
            _silent(layer.self_attention, size)
            _linear(layer.ffn.linear_0, np.zeros((4, size)))
            _linear(layer.ffn.linear_1, np.zeros((size, 4)))
            _norm(layer.ffn.layer_norm, size)
    looking = spec.decoder.layer[0].attention
    _norm(looking.layer_norm, size)
    _linear(looking.linear[0], LOUD * places)
    _linear(looking.linear[1], np.concatenate([places, SURE * words]))
    _linear(looking.linear[2], one)
    _linear(spec.decoder.projection, one[:tokens])


def _silent(attention: Any, size: int) -> None:
    _norm(attention.layer_norm, size)
    _linear(attention.linear[0], np.zeros((3 * size, size)))
    _linear(attention.linear[1], np.zeros((size, size)))


def _norm(norm: Any, size: int) -> None:
    norm.gamma, norm.beta = np.ones(size, np.float32), np.zeros(size, np.float32)


def _linear(linear: Any, weight: Any) -> None:
    linear.weight = weight.astype(np.float32)
    linear.bias = np.zeros(len(weight), np.float32)
