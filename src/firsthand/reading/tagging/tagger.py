"""The tagger: a text in, what it ties together out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from firsthand import networks
from firsthand.errors import Refused
from firsthand.reading.quotations import Quotation
from firsthand.reading.tagging.decoding import Scores, apart, best_path, logarithms, parts, transitions
from firsthand.reading.tagging.encoding import Window, sentence_of, windows
from firsthand.reading.tagging.linking import Tagged, link
from firsthand.reading.tagging.weights import Weights, checked

_CLOSED = {"[CLS]": "[SEP]", "<s>": "</s>"}
# A fusion of onnxruntime's that is slower on a CPU than what it fuses: without it a window of 206 pieces
# takes 16.7 ms and not 19.7, with the multilingual weights 31.5 and not 37.2 (one thread, least of 25 pairs).
_SLOWER = ["SkipLayerNormFusion"]


class Tagger:
    """A network (an `onnxruntime.InferenceSession`) with its `tokenizers.Tokenizer` and its labels.

    One thread: work is spread over processes, not inside one.
    """

    def __init__(self, tokenizer: Any, session: Any, labels: Sequence[str]) -> None:
        self.tokenizer = tokenizer
        self.session = session
        self.labels = labels
        self.steps = transitions(labels)
        self.marks = _marks(tokenizer)
        self.masked = any(each.name == "mask" for each in session.get_inputs())  # some ask for one

    def tag(self, text: str, quotes: Sequence[Quotation]) -> Iterator[Tagged]:
        """What is attributed in ``text``, in the order of its windows; spans are code points of it."""
        for window in windows(text, quotes, self.tokenizer):
            scores, ties, knots = self._run(window)
            path = best_path(logarithms(scores[window.opens]), self.steps)
            sentence = sentence_of(text, window)
            found = apart(parts(window, path, self.labels), window, sentence)
            yield from link(list(found), ties, knots, sentence)

    def _run(self, window: Window) -> tuple[Scores, Scores, Scores]:
        """The network's three outputs for each piece of a window: labels, ties and knots."""
        opening, closing = self.marks
        given = {
            "ids": np.concatenate([[opening], window.ids, [closing]])[None],
            "types": np.concatenate([[0], window.types, [0]])[None],
        }
        if self.masked:
            given["mask"] = np.ones_like(given["ids"])
        labels, ties, knots = self.session.run(None, given)
        return labels[0, 1:-1], ties[0, 1:-1], knots[0, 1:-1]


def _marks(tokenizer: Any) -> tuple[int, int]:
    """The ids of the opening and the closing piece."""
    opening = next(name for name in _CLOSED if tokenizer.token_to_id(name) is not None)
    return tokenizer.token_to_id(opening), tokenizer.token_to_id(_CLOSED[opening])


_loaded: dict[Path, Tagger] = {}


def loaded(weights: Weights) -> Tagger:
    """The tagger of these weights, loaded once a process; refuses files that are not what they should be."""
    if weights.folder not in _loaded:
        tokenizer, model = checked(weights, "tokenizer.json"), checked(weights, "model.onnx")
        try:
            _loaded[weights.folder] = Tagger(
                networks.tokenizer(tokenizer), networks.session(model, _SLOWER), weights.labels
            )
        except Exception as error:  # onnxruntime and tokenizers have no class of error in common
            raise Refused("these weights cannot be loaded", where=str(weights.folder),
                          do="Install them again, or read with --reader rules") from error  # fmt: skip
    return _loaded[weights.folder]
