"""What the record says to a reading."""

from __future__ import annotations

import pytest

from firsthand.model import Attribution, Bearing, Line, Match, MatchKind, Place, Record, RecordKind, Span
from firsthand.tracing.support import supports
from tests.builders import attribution, record
from tests.tracing.cases import report, statement

LINE = "The crack in pier four is 3.4 metres long."
SAFE = "The pier is not in danger of collapse."


def memo(text: str, **fields: object) -> Record:
    """A primary record of one line."""
    return record(text, id="memo", kind=RecordKind.PRIMARY, published="", **fields)


def borne(line: str, said: str, **fields: object) -> tuple[Bearing, str]:
    """How ``line`` of the record bears on what a report says, where the two were matched."""
    paper, primary = report("paper", said), memo(line)
    here = attribution(paper, said.rstrip("."))
    return _of(primary, paper, here, [_match(primary, here, **fields)])


def _match(primary: Record, here: Attribution, **fields: object) -> Match:
    whole = Place(primary.id, (Span(0, len(primary.text)),), (3,))
    given: dict[str, object] = {"kind": MatchKind.ALTERED, "edits": (), "likeness": 0.7} | fields
    return Match("m", Place(here.record, here.content), whole, here.id, "", **given)  # type: ignore[arg-type]


def _of(primary: Record, paper: Record, here: Attribution, matches: list[Match]) -> tuple[Bearing, str]:
    records, said = {primary.id: primary, paper.id: paper}, {here.id: here}
    (found,) = supports(records, said, [statement("S1", here)], matches)
    assert (found.place is None) is (found.bearing is Bearing.SILENT)
    return found.bearing, found.against


def test_a_line_with_the_same_figures_states_it() -> None:
    assert borne(LINE, "Pier four has a crack 3.4 metres long.")[0] is Bearing.STATES


def test_another_number_contradicts_it_and_both_are_told() -> None:
    bearing, against = borne(LINE, "The crack in pier four is 4.3 metres long.")
    assert bearing is Bearing.CONTRADICTS
    assert "3.4" in against and "4.3" in against


def test_a_month_does_not_contradict_a_day_in_it_but_another_day_does_and_is_told_with_its_month() -> None:
    line = "On 11 October the crack in pier four was found."
    assert borne(line, "The crack in pier four was found in October.")[0] is Bearing.STATES
    bearing, against = borne(line, "On 12 October the crack in pier four was found.")
    assert (bearing, against) == (Bearing.CONTRADICTS, "“11 October” becomes “12 October”.")


def test_the_opposite_sense_contradicts_it() -> None:
    assert borne(SAFE, "The pier is in danger of collapse.")[0] is Bearing.CONTRADICTS


@pytest.mark.parametrize("kind", [MatchKind.PARAPHRASE, MatchKind.TRANSLATION])
def test_what_is_hardly_likely_to_say_the_same_implies_it_at_most(kind: MatchKind) -> None:
    assert borne(LINE, "There is damage to the viaduct.", kind=kind, likelihood=0.5)[0] is Bearing.IMPLIES
    assert borne(LINE, "There is damage to the viaduct.", kind=kind, likelihood=0.9)[0] is Bearing.STATES


def test_without_a_line_the_record_is_silent() -> None:
    paper = report("paper", "The mayor resigned.")
    assert _of(memo(LINE), paper, attribution(paper, "The mayor resigned"), [])[0] is Bearing.SILENT


def test_without_a_record_nothing_is_said() -> None:
    paper = report("paper", "The mayor resigned.")
    here = attribution(paper, "The mayor resigned")
    assert supports({paper.id: paper}, {here.id: here}, [statement("S1", here)], []) == []


def test_a_line_in_the_language_of_the_reading_is_preferred() -> None:
    paper, primary = (
        report("paper", "Pier four has a crack 3.4 metres long."),
        memo("Тріщина 3,4 м.", language="uk"),
    )
    english = record(LINE, id="translation", kind=RecordKind.TRANSLATION, of="memo", published="")
    here = attribution(paper, paper.text.rstrip("."))
    matches = [_match(primary, here, likelihood=0.9), _match(english, here, likelihood=0.8)]
    known = {each.id: each for each in (paper, primary, english)}
    (found,) = supports(known, {here.id: here}, [statement("S1", here)], matches)
    assert found.place is not None and found.place.record == "translation"


def test_a_line_of_the_original_counts_only_where_it_is_not_translated_into_the_language_of_the_reading() -> (
    None
):
    primary = memo("눈이 온다.", language="ko")
    paper = report("paper", "It snows.", language="en")
    here = attribution(paper, "It snows")
    match = _match(primary, here)
    assert _of(primary, paper, here, [match])[0] is Bearing.STATES
    for language, bearing in (("en", Bearing.SILENT), ("uk", Bearing.STATES)):
        lines = (Line(3, Span(0, 3)),)
        other = record(
            "...", id=language, kind=RecordKind.TRANSLATION, of="memo", language=language, lines=lines
        )
        records = {each.id: each for each in (primary, paper, other)}
        (found,) = supports(records, {here.id: here}, [statement("S1", here)], [match])
        assert found.bearing is bearing
