"""The encoder: sentences in, vectors out. The only place of matching that runs a network."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from firsthand import networks
from firsthand.errors import Refused
from firsthand.matching.across.weights import AGAIN, MEANS, NETWORK, TOKENIZER, Weights, find
from firsthand.model import identity

Vectors = NDArray[np.float32]
# Two of onnxruntime's fusions that are slower on a CPU than what they fuse, as for the tagger.
_SLOWER = ("SkipLayerNormFusion", "DynamicQuantizeMatMulFusion")
LONGEST = 256  # pieces of a sentence; what is longer is no sentence, and told by its beginning
# More than so many pieces have: the tokenizer takes minutes over a hundred thousand words.
LETTERS = 32 * LONGEST


@dataclass(frozen=True, slots=True)
class Encoded:
    """One sentence: its vector (unit length), its pieces with a vector each, and where they stand in it."""

    vector: Vectors
    pieces: Vectors
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Mean:
    """What the sentences of one language have in common: of their vectors and of their pieces'."""

    vector: Vectors
    piece: Vectors


class Encoder:
    """A network (an `onnxruntime.InferenceSession`) with its `tokenizers.Tokenizer`; one thread."""

    def __init__(self, tokenizer: Any, session: Any, prefix: str, means: Mapping[str, Mean]) -> None:
        self.tokenizer = tokenizer
        self.session = session
        self.prefix = prefix
        self.means = means

    def mean(self, language: str) -> Mean:
        """The mean of a language ("en", "en-GB"); of all languages where it is not known."""
        return self.means.get(language.lower().replace("_", "-").split("-")[0], self.means[""])

    def encode(self, sentences: Iterable[str]) -> Iterator[Encoded]:
        """Each sentence by itself, so that what comes out never hangs on what else was asked for."""
        for sentence in sentences:
            read = self.tokenizer.encode(self.prefix + sentence[:LETTERS])
            ids = np.array([read.ids[:LONGEST]], dtype=np.int64)
            vector, pieces = self.session.run(None, {"ids": ids})
            own = [n for n, (a, b) in enumerate(read.offsets[:LONGEST]) if a >= len(self.prefix) and b > a]
            spans = tuple(
                (a - len(self.prefix), b - len(self.prefix)) for a, b in map(read.offsets.__getitem__, own)
            )
            yield Encoded(vector[0], pieces[own], spans)


def installed() -> Callable[[], Encoder] | None:
    """What loads the encoder of the weights that are installed, once it is called (about a second); None
    where there are none."""
    weights = find()
    return partial(loaded, weights) if weights else None


def network() -> str:
    """The name of the weights that are installed; other weights have another. "" where there are none."""
    weights = find()
    return (
        identity("weights", weights.prefix, *(f"{n} {s}" for n, s in sorted(weights.sums.items())))
        if weights
        else ""
    )


_loaded: dict[Path, Encoder] = {}


def loaded(weights: Weights) -> Encoder:
    """The encoder of these weights, loaded once a process; refuses files that are not what they should be."""
    if weights.folder not in _loaded:
        _loaded[weights.folder] = _load(weights)
    return _loaded[weights.folder]


def _load(weights: Weights) -> Encoder:
    tokenizer, network, means = (weights.read(name) for name in (TOKENIZER, NETWORK, MEANS))
    try:
        return Encoder(
            networks.tokenizer(tokenizer), networks.session(network, _SLOWER), weights.prefix, _means(means)
        )
    except Exception as error:  # onnxruntime and tokenizers have no class of error in common
        raise Refused("these weights cannot be loaded", where=str(weights.folder), do=AGAIN) from error


def _means(body: bytes) -> dict[str, Mean]:
    stated = json.loads(body)
    return {
        code: Mean(np.array(each["vector"], np.float32), np.array(each["piece"], np.float32))
        for code, each in stated.items()
    }
