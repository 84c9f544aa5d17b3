"""From a text to what is tied together, with a session made by hand in place of a network."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand import networks
from firsthand.errors import Refused
from firsthand.model import Span
from firsthand.reading import quotations
from firsthand.reading.tagging import tagger
from firsthand.reading.tagging.labels import labels
from firsthand.reading.tagging.linking import Tagged
from firsthand.reading.tagging.tagger import Tagger, loaded
from firsthand.reading.tagging.weights import Weights
from tests.reading.tagging.pieces import unigram, wordpiece

NAMES = labels()
PIECES = wordpiece()
SAID, ADA = PIECES.token_to_id("said"), PIECES.token_to_id("ada")
POINT = PIECES.token_to_id(".")
MARKS = {PIECES.token_to_id(name) for name in ("[CLS]", "[SEP]", "[PAD]")}


class Reader:
    """A session that labels "ada" a source, "said" a cue, and all after it, up to a point, a content."""

    def __init__(self, *asked: str) -> None:
        self.asked = ("ids", "types", *asked)
        self.shapes: list[tuple[int, ...]] = []

    def get_inputs(self) -> list[Any]:
        return [SimpleNamespace(name=name) for name in self.asked]

    def run(self, _: None, given: dict[str, Any]) -> tuple[Any, Any, Any]:
        assert set(given) == set(self.asked)
        assert {(each.shape, str(each.dtype)) for each in given.values()} == {(given["ids"].shape, "int64")}
        assert (given.get("mask", given["ids"]) > 0).all()
        ids = given["ids"]
        self.shapes.append(ids.shape)
        scores = np.full((*ids.shape, len(NAMES)), -9, np.float32)
        ties = np.zeros((*ids.shape, ids.shape[1]), np.float32)
        for row, line in enumerate(ids.tolist()):
            _checked(line)
            for place, label, head in _told(line):
                scores[row, place, NAMES.index(label)] = 9
                ties[row, place, head] = 9
        return scores, ties, np.broadcast_to(np.eye(ids.shape[1], dtype=np.float32), ties.shape)


def _checked(line: list[int]) -> None:
    """One window between its marks, and nothing to fill it up."""
    assert line[0] == PIECES.token_to_id("[CLS]")
    assert line[-1] == PIECES.token_to_id("[SEP]")
    assert PIECES.token_to_id("[PAD]") not in line


def _told(line: list[int]) -> list[tuple[int, str, int]]:
    """For each piece its label and what it is tied to."""
    found, source, cue, before = [], 0, 0, "O"
    for place, piece in enumerate(line):
        if piece in MARKS or piece == POINT:
            label, cue = "O", 0
        elif piece == SAID:
            label, cue = "B-cue", place
        elif piece == ADA:
            label, source = "B-source", place
        else:
            label = ("I-content" if before.endswith("content") else "B-content") if cue else "O"
        found.append((place, label, source or cue if label == "B-cue" else cue))
        before = label
    return found


def tag(text: str, session: Reader | None = None) -> list[Tagged]:
    made = Tagger(PIECES, session or Reader(), NAMES)
    return list(made.tag(text, quotations.find(text)))


def test_a_sentence_is_tied_together() -> None:
    assert tag("Ada said the gate was shut.") == [Tagged(Span(4, 8), (Span(9, 26),), (Span(0, 3),))]


def test_a_cue_without_a_source() -> None:
    assert tag("Fenn, said the gate.") == [Tagged(Span(6, 10), (Span(11, 19),))]


def test_nothing_is_found_in_nothing() -> None:
    assert tag("") == []
    assert tag(" \n\x00\udc00") == []
    assert tag("The gate was shut.") == []


def test_windows_of_all_lengths_come_back_in_the_order_of_the_text() -> None:
    lengths = [(7 * n) % 40 + 1 for n in range(200)]
    text = "\n".join("the gate " * 2 * n + f"ada said {'shut ' * n}." for n in lengths)
    found = tag(text)
    assert [text[slice(*each.cue)] for each in found] == ["said"] * len(lengths)
    assert [each.cue.start for each in found] == sorted(each.cue.start for each in found)
    assert [text[slice(*each.content[0])].count("shut") for each in found] == lengths


def test_no_window_is_longer_than_the_network_has_places_for() -> None:
    session = Reader()
    tag("ada said the gate was shut " * 1000, session)
    assert max(pieces for _, pieces in session.shapes) == 256


def test_a_network_that_asks_for_a_mask_gets_one() -> None:
    assert tag("Ada said the gate was shut.", Reader("mask")) == tag("Ada said the gate was shut.")


@settings(max_examples=50)
@given(
    st.text(st.characters(codec=None, exclude_categories=())) | st.text("ada said.“” \n").map(lambda t: t * 9)
)
def test_any_text_gives_spans_of_it(text: str) -> None:
    for each in tag(text):
        places = [each.cue, *each.content, *each.source]
        assert all(0 <= place.start < place.end <= len(text) for place in places)


def test_marks_of_either_kind_of_tokenizer_are_known() -> None:
    assert Tagger(wordpiece(), Reader(), NAMES).marks == (2, 3)
    assert Tagger(unigram(), Reader(), NAMES).marks == (0, 2)


def test_weights_are_loaded_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(tagger, "_loaded", {})
    monkeypatch.setattr(tagger, "checked", lambda _, name: asked.append(name) or PIECES.to_str().encode())
    monkeypatch.setattr(networks, "session", lambda *_: Reader())
    mine = Weights(tmp_path, "mine", ("en",), NAMES, {})
    assert loaded(mine) is loaded(mine)
    assert sorted(asked) == ["model.onnx", "tokenizer.json"]


def test_a_tokenizer_without_its_marks_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tokenizers import Tokenizer, models

    strange = Tokenizer(models.WordLevel({"ada": 0}, unk_token="ada")).to_str().encode()
    monkeypatch.setattr(tagger, "_loaded", {})
    monkeypatch.setattr(tagger, "checked", lambda *_: strange)
    monkeypatch.setattr(networks, "session", lambda *_: Reader())
    with pytest.raises(Refused, match="cannot be loaded"):
        loaded(Weights(tmp_path, "mine", ("en",), NAMES, {}))
