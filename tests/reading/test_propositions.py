"""One attribution for each thing said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Attribution, Kind, Span
from firsthand.reading import own_voice, propositions, read
from tests.builders import attribution, record
from tests.reading.cases import words


def parts(text: str, content: str, language: str = "en", **fields: object) -> list[str]:
    made = attribution(record(text), content, **fields)
    return [" … ".join(words(text, s) for s in each.content) for each in propositions(text, language, [made])]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("a fire broke out on deck, and 17 people were treated for burns",
         ["a fire broke out on deck", "17 people were treated for burns"]),
        ("levels rose twice, and that some homes were wet", ["levels rose twice", "some homes were wet"]),
        ("the pumps were working and that the men had air", ["the pumps were working", "the men had air"]),
        ("the gate is in Mill Lane; there is no Mull Lane here",
         ["the gate is in Mill Lane", "there is no Mull Lane here"]),
        ("the pump was old, but nobody had asked for a new one",
         ["the pump was old", "nobody had asked for a new one"]),
        ("The mast fell. It had a crack in it", ["The mast fell", "It had a crack in it"]),
        ("they found rope, tar, and two old lamps", ["they found rope, tar, and two old lamps"]),
        ("the clerk asked three times, and heard that the mayor was away",
         ["the clerk asked three times, and heard that the mayor was away"]),
        ("the mate rang the bell and the cook put out the fire",
         ["the mate rang the bell and the cook put out the fire"]),
    ],
)  # fmt: skip
def test_whole_clauses_are_told_each_by_itself(content: str, told: list[str]) -> None:
    assert parts(f"The harbour office said {content}.", content) == told


def test_a_direct_quotation_stays_whole() -> None:
    text = "“The mast fell. It had a crack, and nobody saw it,” she said."
    assert parts(text, "The mast fell. It had a crack, and nobody saw it", kind=Kind.DIRECT) == [
        "The mast fell. It had a crack, and nobody saw it"
    ]


def test_two_versions_of_a_quotation_are_two_but_an_interrupted_one_is_one() -> None:
    text = "The log ends “no lamp was lit that night”, or in the other copy, “the lamps were all out”."
    (found,) = (a for a in read(text, "en", "r") if a.kind is Kind.DIRECT)
    assert len(found.quotes) == 2
    assert len(propositions(text, "en", [found])) == 2
    broken = "“No lamp was lit that night,” said Ann Lee, a guard, “and no bell was rung either.”"
    whole = [a for a in read(broken, "en", "r") if a.kind is Kind.DIRECT]
    assert propositions(broken, "en", whole) == tuple(whole)


def test_a_part_keeps_source_and_cue_and_the_quotation_that_it_holds() -> None:
    text = "Ann Lee said the gate was shut, but the guard was “fast asleep at noon”."
    found = propositions(text, "en", read(text, "en", "r"))
    assert [(words(text, a.content[0]), a.kind, len(a.quotes)) for a in found] == [
        ("the gate was shut", Kind.INDIRECT, 0),
        ("the guard was “fast asleep at noon”", Kind.MIXED, 1),
    ]
    assert {a.source for a in found} == {Span(0, 7)}
    assert len({a.id for a in found}) == 2


def test_what_is_nested_belongs_to_the_part_that_holds_it() -> None:
    text = "Ann Lee said the gate was shut, and the mayor told her that the key was lost."
    found = propositions(text, "en", read(text, "en", "r"))
    ids = {a.id for a in found}
    assert {a.parent for a in found} <= {"", *ids}


def test_what_is_cut_to_the_same_words_is_told_once() -> None:
    text = "Ann Lee said it was late.  it was lateAnn Lee said; ” , and” "
    found = read(text, "en", "r")
    cut = propositions(text, "en", [*found, *own_voice(text, "en", "r", found)])
    assert len({part.id for part in cut}) == len(cut) == 3
    assert all(part.parent != part.id for part in cut)


def _within(part: Attribution, whole: Attribution) -> bool:
    return all(any(s.start <= p.start and p.end <= s.end for s in whole.content) for p in part.content)


@given(
    st.lists(
        st.sampled_from(["Ann Lee said", " it was late", ", and", " “so", "” ", "; ", ". ", "that we had "])
    )
)
def test_nothing_is_told_twice_and_every_part_lies_in_what_was_cut(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = read(text, "en", "r")
    every = [*found, *own_voice(text, "en", "r", found)]
    cut = propositions(text, "en", every)
    assert len({part.id for part in cut}) == len(cut)
    assert all(any(_within(part, each) for part in cut) for each in every)
    for part in cut:
        assert any(
            s.start <= p.start and p.end <= s.end for a in every for s in a.content for p in part.content
        )
    assert propositions(text, "en", cut) == cut
