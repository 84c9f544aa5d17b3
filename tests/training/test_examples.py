"""What the network is taught: a label and a tie for each piece."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from training.examples import IGNORED, LABELS, Example, examples
from training.marked import Marked, Parts

from firsthand.model import Span
from firsthand.reading.tagging.decoding import best_path, parts, transitions
from firsthand.reading.tagging.linking import Tagged, link
from tests.reading.tagging.pieces import wordpiece

ALL = ("source", "cue", "content", "channel", "addressee", "relay")
TEXT = "Ada told the Ledger that the gate was xxx."
TOLD: Parts = {
    "source": ((0, 3),),
    "cue": ((4, 8),),
    "addressee": ((9, 19),),
    "content": ((25, 41),),
}


def example(text: str, *attributions: Parts, known: tuple[str, ...] = ALL) -> Example:
    """The one window of a short text."""
    (found,) = examples(Marked("invented", "en", text, attributions, known), wordpiece())
    return found


def labelled(each: Example, text: str) -> list[tuple[str, str]]:
    """The label of every piece that opens a word."""
    window = each.window
    return [
        (text[start:end], LABELS[label])
        for start, end, label in zip(window.starts, window.ends, each.labels, strict=True)
        if label != IGNORED
    ]


def ties(each: Example, text: str) -> dict[str, str]:
    """What each piece is tied to, as words."""
    words = [text[s:e] for s, e in zip(each.window.starts, each.window.ends, strict=True)]
    return {words[n]: words[head] for n, head in enumerate(each.ties.tolist()) if head != IGNORED}


def test_every_word_has_a_label_and_the_rest_of_its_pieces_none() -> None:
    found = labelled(example(TEXT, TOLD), TEXT)
    assert found == [
        ("Ada", "B-source"),
        ("told", "B-cue"),
        ("the", "B-addressee"),
        ("Ledger", "I-addressee"),
        ("that", "O"),
        ("the", "B-content"),
        ("gate", "I-content"),
        ("was", "I-content"),
        ("x", "I-content"),
        (".", "O"),
    ]


def test_parts_are_tied_to_their_cue_and_the_cue_to_its_source() -> None:
    found = ties(example(TEXT, TOLD), TEXT)
    assert found.pop("told") == "Ada"
    assert found == dict.fromkeys(["Ada", "the", "Ledger", "gate", "was", "x"], "told")


def test_a_cue_without_a_source_is_tied_to_itself() -> None:
    text = "It was said that the gate was shut"
    found = ties(example(text, {"cue": ((7, 11),), "content": ((17, 34),)}), text)
    assert found["said"] == "said"


def test_a_cue_that_stands_alone_is_tied_to_nothing() -> None:
    assert ties(example(TEXT, {"cue": ((4, 8),)}), TEXT) == {}


def test_a_part_whose_cue_is_unmarked_is_tied_to_nothing() -> None:
    assert ties(example(TEXT, {"content": ((25, 41),)}), TEXT) == {}


def test_a_cue_whose_source_is_in_another_window_learns_nothing_of_it() -> None:
    text = "Ada. " + "the gate was shut. " * 70 + "said that."
    at = text.index("said")
    told: Parts = {"source": ((0, 3),), "cue": ((at, at + 4),), "content": ((at + 5, at + 9),)}
    *_, last = examples(Marked("invented", "en", text, (told,), ALL), wordpiece())
    place = int(np.flatnonzero(last.window.starts == at)[0])
    assert last.ties[place] == IGNORED
    assert last.ties[place + 1] == place


def test_of_two_attributions_the_first_marked_keeps_its_places() -> None:
    text = "Ada said that"
    first: Parts = {"cue": ((4, 8),), "content": ((9, 13),)}
    second: Parts = {"cue": ((0, 3),), "content": ((4, 13),)}
    found = labelled(example(text, first, second), text)
    assert found == [("Ada", "B-cue"), ("said", "B-cue"), ("that", "B-content")]


def test_what_was_not_annotated_is_hidden() -> None:
    found = example(TEXT, TOLD, known=("source", "cue", "content"))
    hidden = {LABELS[n] for n in np.flatnonzero(found.hidden)}
    assert hidden == {f"{mark}-{part}" for mark in "BI" for part in ("channel", "addressee", "relay")}
    assert not example(TEXT, TOLD).hidden.any()


def learnt(each: Example) -> tuple[Any, Any, Any]:
    """What a network gives that has learnt this example by heart."""
    size = len(each.window)
    scores = np.zeros((size, len(LABELS)), np.float32)
    pulls = np.zeros((size, size), np.float32)
    for place, (label, head) in enumerate(zip(each.labels.tolist(), each.ties.tolist(), strict=True)):
        scores[place, label if label != IGNORED else 0] = 9
        if head != IGNORED:
            pulls[place, head] = 9
    return scores[each.window.opens], pulls, np.eye(size, dtype=np.float32)


def read(each: Example) -> list[Tagged]:
    scores, pulls, knots = learnt(each)
    path = best_path(scores, transitions(LABELS))
    return link(list(parts(each.window, path, LABELS)), pulls, knots, np.zeros(len(each.window), np.int64))


pieces = st.lists(
    st.tuples(
        st.sampled_from(["", "the", "the gate was", "xyx shut"]),  # source
        st.sampled_from(["said", "told xx"]),  # cue
        st.sampled_from(["shut", "the gate was shut", "xxyx"]),  # content
    ),
    max_size=4,
)


@given(pieces)
def test_what_is_taught_can_be_read_again(told: list[tuple[str, str, str]]) -> None:
    text, expected = "", []
    for source, cue, content in told:
        text += source + "," if source else ""
        begin = len(text) + 1
        said = Span(begin, begin + len(cue))
        meant = Span(said.end + 1, said.end + 1 + len(content))
        who = (Span(begin - 2 - len(source), begin - 2),) if source else ()
        text += f" {cue} {content}. "
        expected.append(Tagged(said, (meant,), who))
    attributions = [{"cue": (e.cue,), "content": e.content, "source": e.source} for e in expected]
    made = [
        read(each) for each in examples(Marked("invented", "en", text, tuple(attributions), ALL), wordpiece())
    ]
    assert [each for one in made for each in one] == expected
