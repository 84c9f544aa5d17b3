"""Sentences of several languages against each other, with a made encoder."""

from __future__ import annotations

import numpy as np
import pytest

from firsthand.matching.across import compared
from firsthand.matching.across.compared import candidates, centred
from firsthand.matching.across.weights import Weights
from tests.matching.across.made import encoder

ENGLISH = ["The gate was shut", "The village was flooded", "The guard opened"]
UKRAINIAN = ["Село затопило", "Вартовий відчинив", "Ворота зачинили"]
LANGUAGES = ["en"] * 3 + ["uk"] * 3


def test_the_partner_stands_out() -> None:
    found = candidates([*ENGLISH, *UKRAINIAN], LANGUAGES, encoder())
    best = {
        n: max((c for c in found if c.near.a == n), key=lambda c: c.evidence.laid).near.b for n in range(2)
    }
    assert best == {0: 5, 1: 3}


def test_rivals_are_the_best_of_the_others() -> None:
    found = candidates([*ENGLISH, *UKRAINIAN], LANGUAGES, encoder())
    for each in found:
        others = [
            o.near.beyond
            for o in found
            if o is not each and (o.near.a == each.near.a or o.near.b == each.near.b)
        ]
        assert each.rivals.beyond == pytest.approx(max(others, default=-1.0))


def test_the_answer_is_in_order_and_within_two_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compared, "loaded", lambda _weights: encoder())
    found = compared.across([*ENGLISH, *UKRAINIAN], LANGUAGES, _weights())
    places = [(pair.a, pair.b) for pair in found.pairs]
    assert places == sorted(places)
    assert all(LANGUAGES[a] != LANGUAGES[b] for a, b in places)
    assert found.notes == ()


def test_one_language_alone_is_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compared, "loaded", lambda _weights: encoder())
    assert compared.across(ENGLISH, ["en"] * 3, _weights()).pairs == ()


def test_what_a_language_has_in_common_is_taken_away() -> None:
    rows = np.random.default_rng(4).normal(size=(400, 6)).astype(np.float32) + 5
    found = centred(rows, ["en"] * 400, {"en": np.full(6, 5, np.float32)})
    assert np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-4)
    assert np.abs(found.mean(0)).max() < 0.1


def _weights() -> Weights:
    from pathlib import Path

    return Weights(Path("nowhere"), (), "", {})
