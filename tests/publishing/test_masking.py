from __future__ import annotations

from dataclasses import replace

from firsthand.model import (
    Bearing,
    Being,
    Certainty,
    Descent,
    Disagreement,
    Drift,
    DriftKind,
    Evidence,
    EvidenceKind,
    Handling,
    Line,
    Mark,
    MarkKind,
    Paper,
    PaperField,
    PaperFinding,
    PaperFindingKind,
    Place,
    Private,
    RecordKind,
    Refusal,
    Source,
    Span,
    Statement,
    Support,
    Trace,
)
from firsthand.publishing import masking
from firsthand.publishing.marks import told
from firsthand.publishing.scrubbing import Scrubbing
from firsthand.publishing.withholding import Withholding
from firsthand.publishing.wording import Hit, Wording
from tests import builders

SCRUB = Scrubbing(Wording([]))
TEXT = "Ann Lee\nElm Row"
LINES = (
    Line(1, Span(0, 7), marks=(Mark(MarkKind.ALTERNATIVE, Span(0, 3), "Anne"),)),
    Line(2, Span(8, 15)),
)


def test_a_report_keeps_the_names_that_it_printed_where_that_is_asked() -> None:
    report = builders.record("Ann Lee lives at Elm Row", id="r")
    hits = (Hit(Span(0, 7), Private.KIN, False), Hit(Span(17, 24), Private.HOME, True))
    rules = Withholding(hits={"r": hits})
    assert told(masking.texts([report], rules, everywhere=True)["r"]) == (
        "Ann Lee lives at [withheld: a home address]"
    )
    assert told(masking.texts([report], rules)["r"]).startswith("[withheld: next of kin] lives")


def test_a_line_withheld_loses_what_it_may_also_be_read_as() -> None:
    book = builders.record(TEXT, id="b", kind=RecordKind.PRIMARY, lines=LINES)
    rules = Withholding(lines=frozenset({("b", 1)}))
    texts = masking.texts([book], rules)
    (made,) = masking.without([book], rules, texts, SCRUB)
    assert told(made.text) == "[withheld: a line]\nElm Row"
    assert made.lines[0].marks == () and made.lines[0].span == Span(0, 7)
    assert masking.left_out(book, texts["b"]).split() == ["Ann", "Lee"]


def test_of_a_record_withheld_its_holder_is_told_and_not_where_it_was_found() -> None:
    stated = Handling(
        found_on="a soldier", found_by="Ann", found_at="Elm Row", holder="Archive", relation="dead"
    )
    paper = builders.record(
        TEXT, id="p", kind=RecordKind.PAPER, extra={"born": "1997"}, handling=stated, by="Ann", notes=("x",)
    )
    rules = Withholding(whole=frozenset({"p"}))
    (made,) = masking.without([paper], rules, masking.texts([paper], rules), SCRUB)
    assert made.handling == Handling(holder="Archive", relation="dead")
    assert made.title == made.name == told(made.text) == "[withheld: an identity paper]"
    assert (made.published, made.byline, made.extra, made.notes) == ("", "", {}, ())


def test_what_files_say_of_themselves_is_kept_of_reports_alone() -> None:
    report = builders.record(id="r", extra={"modified": "2025"})
    book = replace(report, id="b", kind=RecordKind.PRIMARY)
    made = masking.without([report, book], Withholding(), masking.texts([report, book], Withholding()), SCRUB)
    assert [r.extra for r in made] == [{"modified": "2025"}, {}]


def test_what_could_not_be_read_is_counted_and_not_named() -> None:
    lost = Refusal("ann-lee.bin", "a" * 64, "row 1", "holds Ann", "ask Ann")
    (made,) = masking.unread([lost, replace(lost, noted=True)])
    assert "Ann" not in str(made) and "ann" not in made.name and made.object == ""
    named = masking.names([], [Refusal("in/ann-lee.bin", "", "", "")], Withholding())
    assert list(named) == ["in/ann-lee.bin", "ann-lee.bin", "ann-lee"]


def test_what_a_trace_quotes_of_a_withheld_line_goes_however_short_it_is() -> None:
    book = builders.record("four boats\nElm Row", id="b", kind=RecordKind.PRIMARY, lines=LINES)
    rules = Withholding(lines=frozenset({("b", 1)}))
    hidden, shown = Place("b", (Span(0, 4),), (1,)), Place("b", (Span(11, 14),), (2,))
    trace = Trace(
        drifts=tuple(
            Drift(DriftKind.NUMBER, "s", "a", at, None, "“four” becomes “ten”") for at in (hidden, shown)
        ),
        supports=(Support("a", Bearing.CONTRADICTS, hidden, "“four” becomes “ten”"),),
        descents=(
            Descent("x", "y", Certainty.SHOWN, (Evidence(EvidenceKind.WORDING, "“four”", None, hidden),)),
        ),
        statements=(Statement("s", "S1", "four", hidden, ()),),
    )
    made = masking.found(trace, rules, masking.texts([book], rules), SCRUB)
    assert [d.note for d in made.drifts] == ["", "“four” becomes “ten”"]
    assert made.supports[0].against == ""
    assert made.descents[0].evidence[0].note == masking.SHARED
    assert told(made.statements[0].content) == "[withheld: a line]"


def test_a_value_of_a_withheld_paper_and_the_name_that_it_alone_has_are_not_told() -> None:
    paper = builders.record("Mun Ki-bom 1997", id="p", kind=RecordKind.PAPER)
    rules = Withholding(whole=frozenset({"p"}))
    scrub = Scrubbing(Wording([]), hidden="munkibom1997", shown="veraholm")
    trace = Trace(
        disagreements=(Disagreement("Mun Ki-bom", "born", (("p", "1997"), ("q", "2001")), "x"),),
        sources=(Source("n", "Mun Ki-bom", Being.PERSON, ("Mun Ki-bom", "Vera Holm")),),
    )
    made = masking.found(trace, rules, masking.texts([paper], rules), scrub)
    (one,) = made.disagreements
    assert (one.subject, one.values[0][1], one.values[1][1]) == (
        "[withheld: a name]",
        "[withheld: an identity paper]",
        "2001",
    )
    assert made.sources[0].spellings == ("[withheld: a name]", "Vera Holm")


def papers() -> Trace:
    """A paper with its number in a header and a name in a line, and a fact about each."""
    place = Place("p", (Span(0, 7),), (1,))
    named = PaperField("name as printed", "Ann Lee", "Name", place)
    headed = PaperField("number", "7", "number")
    facts = (PaperFinding(PaperFindingKind.LETTERS, ("p",), "“Ann Lee”", (place,)),)
    return Trace(papers=(Paper("p", (named, headed), (), "33 years"),), paper_findings=facts)


def test_of_a_withheld_paper_neither_fields_nor_facts_are_told() -> None:
    card = builders.record(TEXT, id="p", kind=RecordKind.PAPER, lines=LINES)
    rules = Withholding(whole=frozenset({"p"}))
    made = masking.found(papers(), rules, masking.texts([card], rules), SCRUB)
    assert (made.papers, made.paper_findings) == ((Paper("p"),), ())


def test_of_a_paper_that_is_shown_no_header_and_no_fact_that_may_rest_on_one() -> None:
    card = builders.record(TEXT, id="p", kind=RecordKind.PAPER, lines=LINES)
    made = masking.found(papers(), Withholding(), masking.texts([card], Withholding()), SCRUB)
    assert [field.value for field in made.papers[0].fields] == ["Ann Lee"]
    assert (made.papers[0].age_at_issue, made.paper_findings) == ("", ())
    (one,) = papers().papers
    bare = replace(papers(), papers=(replace(one, fields=one.fields[:1]),))
    made = masking.found(bare, Withholding(), masking.texts([card], Withholding()), SCRUB)
    assert (made.papers, made.paper_findings) == (bare.papers, bare.paper_findings)


def test_a_withheld_line_of_a_paper_hides_its_field_and_the_facts() -> None:
    card = builders.record(TEXT, id="p", kind=RecordKind.PAPER, lines=LINES)
    rules = Withholding(lines=frozenset({("p", 1)}))
    made = masking.found(papers(), rules, masking.texts([card], rules), SCRUB)
    assert [told(field.value) for field in made.papers[0].fields] == ["[withheld: a line]"]
    assert made.paper_findings == ()
