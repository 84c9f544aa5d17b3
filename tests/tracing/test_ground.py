from __future__ import annotations

from dataclasses import replace

from firsthand.model import Being, Kind, Match, MatchKind, Place, Source
from firsthand.tracing.ground import Ground
from tests.builders import attribution, record
from tests.tracing.cases import report

A = report("a", "Ida Kell said the lower gate had lost two bolts. It was raining in Brenning.")
B = report("b", "Two bolts were gone from the gate, Kell said in Brenning.")


def test_a_voice_is_the_source_that_was_suggested_else_the_name() -> None:
    said = attribution(A, "the lower gate had lost two bolts", name="Ida Kell")
    source = Source("s", "Ida Kell", Being.PERSON, ("Ida Kell",), (said.id,))
    assert Ground([A], [said], [source]).voice(said).who == "s"
    assert Ground([A], [said], []).voice(said).who == "ida kell"


def test_a_role_has_no_name_and_the_reports_own_voice_is_no_voice() -> None:
    role = attribution(A, "the lower gate had lost two bolts", name="the director")
    own = attribution(A, "It was raining in Brenning.", kind=Kind.OWN)
    here = Ground([A], [role, own], [])
    first, second = here.wording.units["a"]
    assert [v.who for v in here.voices(first)] == [""]
    assert here.voices(second) == []


def test_a_named_source_goes_on_into_the_next_sentence() -> None:
    said = attribution(A, "the lower gate had lost two bolts", name="Ida Kell")
    here = Ground([A], [said], [])
    assert [v.name for v in here.speaking(here.wording.units["a"][1])] == ["Ida Kell"]


def test_a_match_of_two_attributions_is_an_echo_of_their_sentences() -> None:
    one = attribution(A, "the lower gate had lost two bolts")
    two = attribution(B, "Two bolts were gone from the gate")
    match = Match(
        "m", Place("a", one.content), Place("b", two.content), one.id, two.id, MatchKind.PARAPHRASE, (), 0.6
    )
    here = Ground([A, B], [one, two], [], [match])
    assert here.say_the_same("b", "a")
    assert {e.unit.record for e in here.echoes("a")["b"]} == {"a"}


def test_time_and_names_decide_on_the_matter() -> None:
    far = report("far", "The gate of Hallen broke, Irma Toll said.", published="2010-01-01")
    near = report("near", "Nobody in Brenning slept, said Ida Kell.", published="2025-02-02")
    here = Ground([A, far, near], [], [])
    assert not here.same_matter("a", "far")
    assert here.same_matter("a", "near")


def test_records_without_text_are_left_out_and_undated_ones_are_noted() -> None:
    here = Ground([A, record("", id="empty"), report("undated", published="")], [], [])
    assert "empty" not in here.records
    assert "undated.txt" in here.notes()[0]


def test_a_place_that_the_firm_was_taken_for_is_no_voice_and_neither_is_the_outlet() -> None:
    text = "Taps in the Upper Vale ran brown. It is harmless, the firm said. Irma Toll saw it."
    paper = record(text, id="a", outlet="Vale Radio")
    said = attribution(paper, "It is harmless", source="the firm", name="Upper Vale")
    ground = Ground([paper], [said], [])
    assert ground.voice(said).who == ""
    assert ground.voice(replace(said, name="Irma Toll")).who == "irma toll"
    assert ground.voice(replace(said, name="Vale Radio")).who == ""
