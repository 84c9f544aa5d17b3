"""Which wordings are compared, and what a person is told of those that are not."""

from __future__ import annotations

from firsthand.engines import Local
from firsthand.matching.candidates import candidates, keys_of, rarity, told
from firsthand.matching.wordings import Voice, units_of, wordings_of
from tests.matching.made import numbered, own, report


def test_rare_stems_weigh_more_than_common_ones() -> None:
    records = {r.id: r for r in (report(f"n{n}", f"The ferry burned near pier{n} today") for n in range(5))}
    attributions = [a for r in records.values() for a in own(r)]
    rare = rarity(wordings_of(records, units_of(records, attributions)))
    assert rare.of("unheard") > rare.of("pier1"[:5]) >= rare.of("ferry") > 0


def test_lines_of_records_are_not_compared_with_each_other() -> None:
    one = numbered("r1", ["The left pump stopped again before dawn."])
    two = numbered("r2", ["The left pump stopped once more before dawn."])
    known = {r.id: r for r in (one, two)}
    wordings = wordings_of(known, units_of(known, []))
    assert {w.voice for w in wordings} == {Voice.LINE}
    assert candidates(wordings, rarity(wordings), Local(1).pairs_sharing_key) == ({}, {})


def test_every_pair_of_neighbouring_content_words_is_a_key() -> None:
    one = report("a", "The captain ordered forty sealed boxes")
    known = {one.id: one}
    wordings = wordings_of(known, units_of(known, own(one)))
    keys = keys_of(wordings[0], rarity(wordings))
    assert {"40 seale", "seale boxe", "40 boxe"} <= keys


def test_keys_left_out_are_told_in_words_commonest_first() -> None:
    lines = told({"harbo board": 1200, "board … harbo": 1100, "last week": 300}, most=1)
    assert "“board”, “harbo”" in lines[0]
    assert "1,200" in lines[0]
    assert lines[1].startswith("1 more")
    assert told({}) == []
