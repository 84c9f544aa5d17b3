"""What lies near in meaning, with a made encoder."""

from __future__ import annotations

import pytest

from firsthand.matching import meaning
from firsthand.matching.meaning import Nearness, meanings, nearness
from firsthand.matching.wordings import Wording, units_of, wordings_of
from firsthand.model import Kind
from tests.matching.across.made import encoder
from tests.matching.made import report, said

ENGLISH = report("a", "The gate was shut\nThe village was flooded\nThe guard said nothing")
OTHERS = report("b", "Село затопило\nВорота зачинили", language="uk")
AGAIN = report("c", "The gate was shut after noon\nNothing else happened there")


def known() -> tuple[list[Wording], dict[tuple[str, str], Nearness]]:
    """The wordings of three reports, and what lies near by their words."""
    records = {each.id: each for each in (ENGLISH, OTHERS, AGAIN)}
    attributions = [said(r, line, Kind.INDIRECT) for r in records.values() for line in r.text.split("\n")]
    wordings = wordings_of(records, units_of(records, attributions))
    found = nearness(meanings(records, wordings, encoder()), [])
    named = {(" ".join(wordings[i].keys), " ".join(wordings[j].keys)): near for (i, j), near in found.items()}
    return wordings, named | {(b, a): near for (a, b), near in named.items()}


def test_the_same_in_another_language_lies_nearest() -> None:
    _, near = known()
    flood = near["the village was flooded", "село затопило"]
    assert flood.cosine > 0.5
    assert flood.behind == 0
    assert near.get(("the gate was shut", "село затопило"), Nearness(0, 0, 1)).behind > 0


def test_the_same_language_is_looked_at_too() -> None:
    _, near = known()
    assert near["the gate was shut", "the gate was shut after noon"].beyond > 0


def test_two_places_of_one_report_are_no_pair() -> None:
    _, near = known()
    assert ("the gate was shut", "the village was flooded") not in near


def test_pairs_asked_for_are_there_however_far() -> None:
    records = {each.id: each for each in (ENGLISH, AGAIN)}
    attributions = [said(r, line, Kind.INDIRECT) for r in records.values() for line in r.text.split("\n")]
    wordings = wordings_of(records, units_of(records, attributions))
    every = [(i, j) for j in range(len(wordings)) for i in range(j)]
    found = nearness(meanings(records, wordings, encoder()), every)
    assert set(found) == set(every)


def test_only_so_many_are_put_into_vectors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meaning, "MOST", 2)
    records = {ENGLISH.id: ENGLISH}
    own = said(ENGLISH, "The gate was shut", Kind.OWN)
    attributions = [own, *(said(ENGLISH, line, Kind.INDIRECT) for line in ENGLISH.text.split("\n")[1:])]
    wordings = wordings_of(records, units_of(records, attributions))
    chosen = meanings(records, wordings, encoder()).rows
    assert {" ".join(wordings[n].keys) for n in chosen} == {
        "the village was flooded",
        "the guard said nothing",
    }


def test_nothing_gives_nothing() -> None:
    assert nearness(meanings({}, [], encoder()), []) == {}
