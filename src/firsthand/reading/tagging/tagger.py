"""The tagger: a text in, what it ties together out."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from firsthand.errors import Refused
from firsthand.reading.quotations import Quotation
from firsthand.reading.tagging.decoding import Scores, best_paths, logarithms, parts, transitions
from firsthand.reading.tagging.encoding import Window, windows
from firsthand.reading.tagging.linking import Tagged, link
from firsthand.reading.tagging.weights import Weights, checked

T = TypeVar("T")

AHEAD = 64  # windows put in order of length before they are run, so that little is filled up
TOGETHER = 8  # windows a run
_CLOSED = {"[CLS]": "[SEP]", "<s>": "</s>"}
_FILLING = ("[PAD]", "<pad>")


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

    def tag(self, text: str, quotes: Sequence[Quotation]) -> Iterator[Tagged]:
        """What is attributed in ``text``, in the order of its windows; spans are code points of it."""
        for group in _batched(windows(text, quotes, self.tokenizer), AHEAD):
            for window, (scores, ties, knots) in zip(group, self._run(group), strict=True):
                path = best_paths([logarithms(scores)[window.opens]], self.steps)[0]
                yield from link(list(parts(window, path, self.labels)), ties, knots)

    def _run(self, group: Sequence[Window]) -> list[tuple[Scores, Scores, Scores]]:
        """The network's three outputs for each window, in the order given."""
        order = sorted(range(len(group)), key=lambda n: len(group[n]))
        found: dict[int, tuple[Scores, Scores, Scores]] = {}
        for chosen in _batched(order, TOGETHER):
            outputs = self.session.run(None, self._filled([group[n] for n in chosen]))
            for row, number in enumerate(chosen):
                inner = slice(1, len(group[number]) + 1)
                found[number] = (outputs[0][row, inner], outputs[1][row, inner], outputs[2][row, inner])
        return [found[number] for number in range(len(group))]

    def _filled(self, chosen: Sequence[Window]) -> dict[str, Any]:
        opening, closing, filling = self.marks
        shape = (len(chosen), max(map(len, chosen)) + 2)
        ids, types, mask = np.full(shape, filling), np.zeros(shape, np.int64), np.zeros(shape, np.int64)
        for row, window in enumerate(chosen):
            length = len(window)
            ids[row, 0], ids[row, length + 1] = opening, closing
            ids[row, 1 : length + 1] = window.ids
            types[row, 1 : length + 1] = window.types
            mask[row, : length + 2] = 1
        return {"ids": ids, "types": types, "mask": mask}


def _marks(tokenizer: Any) -> tuple[int, int, int]:
    """The ids of the opening, the closing and the filling piece."""
    opening = next(name for name in _CLOSED if tokenizer.token_to_id(name) is not None)
    filling = next(name for name in _FILLING if tokenizer.token_to_id(name) is not None)
    return tuple(map(tokenizer.token_to_id, (opening, _CLOSED[opening], filling)))


def _batched(items: Iterable[T], size: int) -> Iterator[tuple[T, ...]]:
    """``itertools.batched``, which Python has from 3.12 on."""
    ahead = iter(items)
    while chunk := tuple(itertools.islice(ahead, size)):
        yield chunk


_loaded: dict[Path, Tagger] = {}


def loaded(weights: Weights) -> Tagger:
    """The tagger of these weights, loaded once a process; refuses files that are not what they should be."""
    if weights.folder not in _loaded:
        tokenizer, model = checked(weights, "tokenizer.json"), checked(weights, "model.onnx")
        try:
            _loaded[weights.folder] = Tagger(_tokenizer(tokenizer), _session(model), weights.labels)
        except Exception as error:  # onnxruntime and tokenizers have no class of error in common
            raise Refused("these weights cannot be loaded", where=str(weights.folder),
                          do="Install them again, or read with --reader rules") from error  # fmt: skip
    return _loaded[weights.folder]


def _tokenizer(body: bytes) -> Any:
    from tokenizers import Tokenizer

    made = Tokenizer.from_buffer(body)
    made.no_truncation()
    made.no_padding()
    return made


def _session(body: bytes) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(body, options, providers=["CPUExecutionProvider"])
