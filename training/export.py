"""A fitted tagger as weights that Firsthand reads: ONNX with whole numbers of eight bits, and its papers."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import torch

from firsthand.reading.tagging.labels import OUT
from training.examples import LABELS
from training.lean import Lean
from training.network import Tagger

OPSET = 18


def export(
    made: Tagger, tokenizer: Path, target: Path, languages: Sequence[str], parts: Sequence[str]
) -> None:
    """Writes model.onnx, tokenizer.json and weights.json into ``target``; ``parts`` are those learnt."""
    target.mkdir(parents=True, exist_ok=True)
    learnt = tuple(n for n, name in enumerate(LABELS) if name == OUT or name[2:] in parts)
    made.learnt = learnt
    shutil.copy(tokenizer, target / "tokenizer.json")
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        _written(made, plain)
        _quantized(plain, target / "model.onnx")
    made.learnt = None
    papers = {
        "format": 1,
        "languages": list(languages),
        "labels": [LABELS[n] for n in learnt],
        "sha256": {name: _sha256(target / name) for name in ("model.onnx", "tokenizer.json")},
    }
    (target / "weights.json").write_text(json.dumps(papers, indent=1) + "\n", "utf-8")


def _written(made: Tagger, path: Path) -> None:
    """The network as it is run; refuses to write one that gives something else than was fitted."""
    made.eval()
    lean = Lean(made)
    ids = torch.arange(16)[None] + 1000
    types = torch.zeros_like(ids)
    _same(made(ids, types, torch.ones_like(ids)), lean(ids, types))
    names, results = ("ids", "types"), ("labels", "ties", "knots")
    torch.onnx.export(
        lean, (ids, types), str(path), input_names=names, output_names=results, opset_version=OPSET,
        dynamic_axes={name: {1: "pieces"} for name in (*names, *results)}, dynamo=False,
        custom_opsets={"com.microsoft": 1},
    )  # fmt: skip


def _same(fitted: tuple[torch.Tensor, ...], lean: tuple[torch.Tensor, ...]) -> None:
    for each, other in zip(fitted, lean, strict=True):
        if not torch.allclose(each, other, atol=1e-3):
            raise ValueError("the network to be written does not give what the fitted one gives")


def _quantized(plain: Path, path: Path) -> None:
    from onnx import TensorProto
    from onnxruntime.quantization import QuantType, quantize_dynamic

    # Behind the attention the types of the numbers are not inferred: they are all floats.
    known = {"DefaultTensorType": TensorProto.FLOAT}
    quantize_dynamic(plain, path, per_channel=True, weight_type=QuantType.QInt8, extra_options=known)


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
