from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.dossier.differences import carried, inner, marked, plain, turned, with_marks
from firsthand.dossier.pieces import Tone
from firsthand.model import Edit, Op, Span
from tests.dossier.cases import word_edits

sentences = st.lists(
    st.sampled_from(["the", "lamp", "was", "lit", "by", "nobody", "at", "night"]), min_size=1, max_size=9
).map(" ".join)


def shown(there: str, here: str) -> list[tuple[str, Tone]]:
    edits = word_edits(there, Span(0, len(there)), here, Span(0, len(here)))
    return [(p.text, p.tone) for p in marked(here, [Span(0, len(here))], there, edits)]


@given(sentences, sentences)
def test_without_what_was_dropped_the_pieces_are_the_reading(there: str, here: str) -> None:
    kept = "".join(text for text, tone in shown(there, here) if tone in (Tone.NAME, Tone.ADDED))
    assert kept == here


def test_an_added_phrase_is_one_mark() -> None:
    assert ("on the captain’s order", Tone.ADDED) in shown("we went", "we went on the captain’s order")


def test_a_dropped_doubt_is_shown() -> None:
    assert ("allegedly", Tone.DROPPED) in shown("allegedly it sank", "it sank")


def test_a_long_beginning_left_out_is_an_ellipsis() -> None:
    there = "There were six of us living in the old quarters. Two could swim"
    assert shown(there, "Two could swim")[0] == ("… ", Tone.PLAIN)


def test_words_that_agree_are_not_cut_up() -> None:
    assert shown("the lamp was lit", "the lamp was lit") == [("the lamp was lit", Tone.NAME)]


def test_a_gap_between_two_parts_is_shown() -> None:
    text = "We go, he said, at dawn."
    assert plain(text, [Span(0, 5), Span(16, 23)])[0].text == "We go … at dawn"


def test_quotation_marks_are_kept_with_the_words() -> None:
    text = "She wrote “all is well” twice, and 'no.'"
    assert with_marks(text, Span(11, 22)) == Span(10, 23)
    assert with_marks(text, Span(0, 3)) == Span(0, 3)


def test_only_what_was_left_out_at_the_ends_is_cut() -> None:
    edits = [
        Edit(Op.DROPPED, Span(0, 3), Span(0, 0)),
        Edit(Op.EQUAL, Span(4, 8), Span(0, 4)),
        Edit(Op.DROPPED, Span(9, 11), Span(4, 4)),
        Edit(Op.EQUAL, Span(12, 14), Span(5, 7)),
        Edit(Op.DROPPED, Span(15, 18), Span(7, 7)),
    ]
    assert inner(edits) == tuple(edits[1:4])
    assert inner(edits[:1]) == ()


@given(sentences, sentences, st.data())
def test_what_copied_a_reading_shows_what_that_made_of_its_source(
    there: str, here: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(here) - 1))
    end = data.draw(st.integers(start + 1, len(here)))
    before = "It said: "
    at = Span(len(before), len(before) + end - start)
    copied = [Edit(Op.EQUAL, Span(start, end), at)]
    edits = carried(word_edits(there, Span(0, len(there)), here, Span(0, len(here))), copied)
    shown = marked(before + here[start:end], [at], there, edits)
    assert "".join(p.text for p in shown if p.tone in (Tone.NAME, Tone.ADDED)) == here[start:end]
    kept = [e for e in edits if e.op is Op.EQUAL]
    assert all(there[e.a.start : e.a.end] == (before + here[start:end])[e.b.start : e.b.end] for e in kept)


def test_a_whole_copy_shows_all_of_it() -> None:
    there, here = "we went at night", "we all went"
    whole = (Edit(Op.EQUAL, Span(0, len(here)), Span(0, len(here))),)
    edits = word_edits(there, Span(0, len(there)), here, Span(0, len(here)))
    assert carried(edits, whole) == tuple(edits)


@given(sentences, sentences)
def test_turned_twice_is_as_it_was(there: str, here: str) -> None:
    edits = word_edits(there, Span(0, len(there)), here, Span(0, len(here)))
    assert turned(turned(edits)) == edits
