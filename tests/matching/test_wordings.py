"""What is compared: attributions, the quotations inside them, lines; equal wordings once."""

from __future__ import annotations

from dataclasses import replace

from firsthand.matching.wordings import Voice, lines_of, units_of, wordings_of
from firsthand.model import Kind, RecordKind
from tests.builders import span
from tests.matching.made import numbered, own, report, said

ONE = report("a", "The board said the beam is “badly cracked” and must go.", published="2025-02-02")


def test_a_quotation_inside_an_attribution_is_compared_by_itself_too() -> None:
    whole = said(ONE, "the beam is “badly cracked” and must go", Kind.MIXED)
    mixed = replace(whole, quotes=(span(ONE.text, "badly cracked"),))
    units = list(units_of({ONE.id: ONE}, [mixed]))
    assert [(u.spans, u.part) for u in units] == [(mixed.content, False), (mixed.quotes, True)]


def test_equal_words_in_one_voice_are_one_wording_earliest_first() -> None:
    two = report("b", ONE.text.upper(), published="2025-02-01")
    known = {ONE.id: ONE, two.id: two}
    (found,) = wordings_of(known, units_of(known, [*own(ONE), *own(two)]))
    assert [u.record for u in found.units] == [two.id, ONE.id]
    quoted = [said(ONE, ONE.text), *own(two)]
    assert {w.voice for w in wordings_of(known, units_of(known, quoted))} == {Voice.SAID, Voice.OWN}


def test_single_words_are_left_out() -> None:
    known = {ONE.id: ONE}
    assert wordings_of(known, units_of(known, [said(ONE, "cracked"), said(ONE, "and must")])) == []


def test_only_primary_records_and_translations_have_lines_to_compare() -> None:
    for kind in RecordKind:
        source = numbered("r", ["The pump stopped.", "Nobody came."], kind=kind)
        found = [u.line for u in units_of({source.id: source}, [])]
        assert found == ([0, 1] if kind in (RecordKind.PRIMARY, RecordKind.TRANSLATION) else [])


def test_sentences_stand_for_lines_that_are_not_numbered() -> None:
    source = report("memo", "The beam is cracked. It must go.\nNobody came.", kind=RecordKind.PRIMARY)
    found = lines_of(source)
    assert [(x.number, source.text[x.span.start : x.span.end]) for x in found] == [
        (1, "The beam is cracked."),
        (2, "It must go."),
        (3, "Nobody came."),
    ]
