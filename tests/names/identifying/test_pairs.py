from __future__ import annotations

import pytest

from firsthand.engines import Local
from firsthand.model import Being, Sameness, Source
from firsthand.names.identifying import pairs
from firsthand.names.identifying.pairs import possible

ALONE = Local(processes=1)


def source(name: str, being: Being = Being.PERSON, times: int = 0) -> Source:
    return Source(name, name, being, (name,), tuple(map(str, range(times))))


def test_pairs_are_persons_of_whom_names_do_not_say_that_they_are_two() -> None:
    named = [source("Ada Quist"), source("Adda Quist", times=2), source("Bo Ek"), source("Quist")]
    found = list(possible([*named, source("Ada Quist", Being.BODY)], ALONE))
    assert [(a.name, b.name) for a, b, _ in found] == [("Adda Quist", "Ada Quist")]
    assert found[0][2].verdict is not Sameness.DIFFERENT


def test_of_many_the_same_are_found_by_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    named = [source("Ada Quist"), source("Adda Quist"), source("Bo Ek"), source("Бо Ек"), source("Bo Elk")]
    few = list(possible(named, ALONE))
    monkeypatch.setattr(pairs, "MOST", 2)
    assert list(possible(named, ALONE)) == few


def test_everyone_is_asked_about_however_many_there_are() -> None:
    crowd = [
        source(f"{first}{last} Holm", times=2)
        for first in "BDFGKLMNPRST" * 5
        for last in map(chr, range(97, 110))
    ]
    crowd = [source(f"{each.name}{n}") for n, each in enumerate(crowd)]
    found = list(possible([*crowd, source("Ada Quist"), source("Adda Quist")], ALONE))
    assert ("Ada Quist", "Adda Quist") in [(a.name, b.name) for a, b, _ in found]
