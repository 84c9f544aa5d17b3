"""From sentences to vectors, with a made network."""

from __future__ import annotations

import numpy as np
import pytest

from firsthand.matching.across.encoder import LONGEST, Mean, loaded
from firsthand.matching.across.weights import find
from tests.matching.across.made import WIDTH, encoder


def test_pieces_stand_where_they_are_in_the_sentence() -> None:
    (found,) = encoder().encode(["The gate was shut."])
    assert [("The gate was shut.")[a:b] for a, b in found.spans] == ["The", "gate", "was", "shut"]
    assert len(found.pieces) == 4
    assert np.linalg.norm(found.vector) == pytest.approx(1, abs=1e-5)


def test_a_sentence_is_read_alone() -> None:
    alone = list(encoder().encode(["The gate was shut."]))
    among = list(encoder().encode(["A flood.", "The gate was shut."]))
    assert np.allclose(alone[0].vector, among[1].vector)


@pytest.mark.parametrize("sentence", ["", "gate " * 1000])
def test_nothing_and_too_much_have_a_vector(sentence: str) -> None:
    (found,) = encoder().encode([sentence])
    assert len(found.pieces) == len(found.spans) < LONGEST


def test_the_mean_of_a_language_is_found_under_any_of_its_names() -> None:
    own = Mean(np.ones(WIDTH, np.float32), np.ones(WIDTH, np.float32))
    known = encoder(uk=own)
    assert known.mean("uk") is known.mean("uk-UA") is own
    assert known.mean("xx") is known.means[""]


@pytest.mark.skipif(find() is None, reason="firsthand-weights-vectors is not installed")
def test_the_released_weights_bring_one_statement_in_three_languages_together() -> None:
    weights = find()
    assert weights is not None
    known = loaded(weights)
    said = [
        "The ferry sank at night.",
        "Пором затонув уночі.",
        "여객선이 밤에 침몰했다.",
        "Bread is dear this year.",
    ]
    ours = [each.vector for each in known.encode(said)]
    ours = [v - known.mean(code).vector for v, code in zip(ours, ("en", "uk", "ko", "en"), strict=True)]
    unit = np.stack([v / np.linalg.norm(v) for v in ours])
    near = unit @ unit.T
    assert min(near[0, 1], near[0, 2], near[1, 2]) > max(near[3, :3])
