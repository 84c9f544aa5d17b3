from __future__ import annotations

from firsthand.model import Hop, Role
from firsthand.tracing.copying import copied, likeness
from firsthand.tracing.ground import Ground
from tests.builders import attribution
from tests.tracing.cases import report

TEXT = (
    "Ida Kell said the lower gate had lost two bolts. She said the barge must wait for a diver from Kolmar."
)
FIRST, SECOND = report("a", TEXT), report("b", "In Brenning nobody slept. " + TEXT)


def ground(**fields: object) -> Ground:
    """Two reports in which Ida Kell is behind everything that they share."""
    said = [
        attribution(r, words, name="Ida Kell", **fields)
        for r in (FIRST, SECOND)
        for words in ("the lower gate had lost two bolts", "the barge must wait for a diver from Kolmar")
    ]
    return Ground([FIRST, SECOND], said, [])


def test_nothing_shared_is_no_likeness() -> None:
    found = likeness(ground(), ())
    assert (found.units, found.mass, found.run) == (0, 0.0, 0)


def test_one_source_that_both_name_explains_what_they_share() -> None:
    here = ground()
    left = likeness(here, here.echoes("b")["a"])
    assert len(left.voices) == 1
    assert not copied(here, SECOND, "a", left)


def test_words_told_to_the_other_outlet_are_copied() -> None:
    here = ground(hands=(Hop(Role.SPEAKER, None, "Ida Kell"), Hop(Role.ADDRESSEE, None, "a Gazette")))
    assert copied(here, SECOND, "a", likeness(here, here.echoes("b")["a"]))


def test_what_both_tell_in_their_own_voice_is_copied() -> None:
    here = Ground([FIRST, SECOND], [], [])
    left = likeness(here, here.echoes("b")["a"])
    assert left.unvoiced == 1.0
    assert copied(here, SECOND, "a", left)
