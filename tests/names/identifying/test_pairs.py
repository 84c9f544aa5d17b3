from __future__ import annotations

from firsthand.model import Being, Sameness, Source
from firsthand.names.identifying import pairs
from firsthand.names.identifying.pairs import possible


def source(name: str, being: Being = Being.PERSON, times: int = 0) -> Source:
    return Source(name, name, being, (name,), tuple(map(str, range(times))))


def test_pairs_are_persons_of_whom_names_do_not_say_that_they_are_two() -> None:
    named = [source("Ada Quist"), source("Adda Quist", times=2), source("Bo Ek"), source("Quist")]
    found = list(possible([*named, source("Ada Quist", Being.BODY)]))
    assert [(a.name, b.name) for a, b, _ in found] == [("Adda Quist", "Ada Quist")]
    assert found[0][2].verdict is not Sameness.DIFFERENT


def test_of_many_only_those_that_begin_alike_are_compared(monkeypatch) -> None:
    named = [source("Ada Quist"), source("Adda Quist"), source("Bo Ek")]
    few = list(possible(named))
    monkeypatch.setattr(pairs, "MOST", 2)
    assert list(possible(named)) == few
