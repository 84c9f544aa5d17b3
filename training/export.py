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
    made.eval()
    made.encoder.config._attn_implementation = "eager"
    whole = torch.ones((2, 16), dtype=torch.int64)
    free = {0: "batch", 1: "pieces"}
    names = ("ids", "types", "mask")
    results = ("labels", "ties", "knots")
    torch.onnx.export(
        made, (whole, torch.zeros_like(whole), whole), str(path), input_names=names, output_names=results,
        dynamic_axes=dict.fromkeys((*names, *results), free), opset_version=OPSET, dynamo=False,
    )  # fmt: skip


def _quantized(plain: Path, path: Path) -> None:
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(plain, path, per_channel=True, weight_type=QuantType.QInt8)


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
