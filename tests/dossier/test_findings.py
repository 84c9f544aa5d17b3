from __future__ import annotations

from dataclasses import replace

from firsthand.dossier.findings import SHOWN
from firsthand.dossier.pieces import Shape, Tone
from firsthand.dossier.sheets import Dossier, Finding
from firsthand.model import Being, Source
from tests.dossier import cases


def said(finding: Finding) -> str:
    marks = {Tone.QUOTE: "“{}”", Tone.ADDED: "+{}+", Tone.DROPPED: "-{}-"}
    return "".join(marks.get(p.tone, "{}").format(p.text) for p in finding.sentence)


def of_kind(dossier: Dossier, kind: str) -> list[Finding]:
    return [f for g in dossier.findings if g.kind == kind for f in (*g.shown, *g.rest)]


def test_an_altered_quotation_is_one_line_for_all_who_copied_it() -> None:
    (only,) = of_kind(cases.quay().build(), "quotation-differs")
    words = said(only)
    assert words.startswith("Morning Wire and one other report: ")
    assert "-We were-" in words
    assert "+I was+" in words
    assert "+all+" in words
    assert only.to[0] == "S1"


def test_a_quotation_from_a_translation_names_the_translator() -> None:
    (only,) = of_kind(cases.quay().build(), "translated")
    assert "translation by Ha Miran" in said(only)


def test_a_source_that_is_not_stated_is_a_finding() -> None:
    (only,) = of_kind(cases.quay().build(), "unstated")
    assert said(only) == "“sealed” (Quay Radio)."


def test_one_that_copies_without_naming_anybody_does_not_name_another() -> None:
    assert of_kind(cases.quay().build(), "names-another") == []


def test_a_document_that_nobody_put_into_the_case_is_named() -> None:
    (only,) = of_kind(cases.lone().build(), "not-in-case")
    assert "the notebook" in said(only)


def test_a_document_that_the_report_only_points_at_is_not_missed() -> None:
    case = cases.lone()
    (own,) = (each for each in case.attributions if each.kind == "own")
    pointed = Source("pointed", "This account", Being.DOCUMENT, ("This account",), (own.id,))
    case = replace(case, trace=replace(case.trace, sources=(*case.trace.sources, pointed)))
    assert [said(each) for each in of_kind(case.build(), "not-in-case")] == [
        said(each) for each in of_kind(cases.lone().build(), "not-in-case")
    ]


def test_an_inferred_speaker_is_said_to_be_inferred() -> None:
    (only,) = of_kind(cases.lone().build(), "inferred")
    assert "the sailor spoke last" in said(only)


def test_a_quotation_with_nothing_to_compare_is_no_finding() -> None:
    assert of_kind(cases.lone().build(), "not-found") == []


def test_the_gravest_kind_comes_first_and_no_kind_twice() -> None:
    for case in (cases.quay(), cases.crowd(), cases.hostile()):
        groups = case.build().findings
        order = [list(Shape).index(g.shape) for g in groups]
        assert order == sorted(order)
        assert len({g.kind for g in groups}) == len(groups)


def test_many_of_one_kind_are_folded() -> None:
    for group in cases.crowd(60).build().findings:
        assert len(group.shown) <= SHOWN + 1


def test_the_same_misquotation_in_many_reports_is_not_told_many_times() -> None:
    assert len(of_kind(cases.crowd(100).build(), "quotation-differs")) <= 3


def test_a_report_older_than_the_one_it_draws_on_is_noted() -> None:
    from dataclasses import replace

    case = cases.quay()
    early = [replace(r, published="2025-01-01") if r.outlet == "Morning Wire" else r for r in case.records]
    (only,) = of_kind(replace(case, records=early).build(), "impossible-date")
    assert "Morning Wire is dated 1 Jan 2025, before Harbour Gazette" in said(only)


def test_a_date_after_the_dossier_is_impossible() -> None:
    from dataclasses import replace

    late = replace(cases.quay(), made_at="2025-02-03T00:00:00Z").build()
    assert [f.to for f in of_kind(late, "impossible-date")] == [("R3",), ("R4",)]
