"""The demo case, held to the truth that it was written from."""

from __future__ import annotations

import json
import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageStat

from firsthand import Case
from firsthand.model import (
    Attribution,
    Certainty,
    Drift,
    DriftKind,
    MatchKind,
    Record,
    RecordKind,
    Span,
    Statement,
    Trace,
    Verdict,
    Way,
)

EXAMPLES = Path(__file__).parents[1] / "examples"
TRUTH: dict[str, Any] = json.loads((EXAMPLES / "tidewater.truth.json").read_text(encoding="utf-8"))


class Demo:
    """The traced demo, asked in the names of the truth file."""

    def __init__(
        self, records: tuple[Record, ...], attributions: tuple[Attribution, ...], trace: Trace
    ) -> None:
        self.trace = trace
        self.records = {r.id: r for r in records}
        self.attributions = {a.id: a for a in attributions}
        placed = {(r.name, r.part): r for r in records}
        listed = [*TRUTH["records"], *TRUTH["reports"]]
        self.record = {each["id"]: placed[each["name"], each.get("part", "")] for each in listed}

    def span(self, report: str, words: str) -> Span:
        """Where the words stand in the report; any run of blanks counts as one."""
        text = self.record[report].text
        at = text.find(words)
        assert at >= 0, f"{report} does not have: {words}"
        return Span(at, at + len(words))

    def reading(self, report: str, words: str) -> set[str]:
        """The attributions of the report whose content holds half of the words or more."""
        span, record = self.span(report, words), self.record[report].id
        return {
            a.id
            for a in self.attributions.values()
            if a.record == record and 2 * _shared(a.content, span) >= span.end - span.start
        }

    def statements(self, truth: dict[str, Any]) -> list[Statement]:
        """The statements found that hold a reading of this true one, the fullest first."""
        wanted = set[str]().union(*(self.reading(r["report"], r["words"]) for r in truth["readings"]))
        held = [(len(wanted & set(s.attributions)), s) for s in self.trace.statements]
        return [s for n, s in sorted(held, key=lambda pair: -pair[0]) if n]

    def verdict(self, truth: dict[str, Any]) -> Verdict:
        """The verdict on the statement that holds most of its readings."""
        statement = self.statements(truth)[0]
        return next(v for v in self.trace.verdicts if v.statement == statement.id)

    def drifts(self, kind: DriftKind, report: str, words: str) -> list[Drift]:
        """What a step did, of this kind, to these words."""
        here = self.reading(report, words)
        return [d for d in self.trace.drifts if d.kind is kind and d.attribution in here]


def _shared(content: tuple[Span, ...], span: Span) -> int:
    return sum(max(0, min(s.end, span.end) - max(s.start, span.start)) for s in content)


def param(key: str, *values: object) -> Any:
    """A test parameter, by its name in the truth file."""
    return pytest.param(*values, id=key)


def finding(kind: str) -> list[Any]:
    """The findings of one kind, as parameters."""
    found = [f for f in TRUTH["findings"] if f["kind"] == kind]
    return [param(f"{kind} {f['report']}", f["report"], f["words"]) for f in found]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    with Case.create(tmp_path_factory.mktemp("demo") / "case", TRUTH["title"]) as case:
        case.add(EXAMPLES / "tidewater")
        trace = case.trace()
        assert [refusal.part for refusal in case.refusals()] == ["everything else"]  # the picture in a page
        yield Demo(case.records(), case.attributions(), trace)


# ---------------------------------------------------------------- the demo itself


def test_the_truth_speaks_of_words_that_are_there(demo: Demo) -> None:
    places = [(r["report"], r["words"]) for s in TRUTH["statements"] for r in s["readings"]]
    places += [(f["report"], f["words"]) for f in TRUTH["findings"]]
    assert all(demo.span(report, words) for report, words in places)


def test_every_report_has_its_outlet_and_a_date(demo: Demo) -> None:
    for each in TRUTH["reports"]:
        record = demo.record[each["id"]]
        assert (record.kind, record.outlet) == (RecordKind.REPORT, each["outlet"])
        assert record.published.startswith("2025-11-")


def test_the_translations_belong_to_the_page_and_have_its_lines(demo: Demo) -> None:
    page = demo.record["page"]
    assert (page.kind, page.language, len(page.lines)) == (RecordKind.PRIMARY, "ko", 16)
    for each in ("uk", "en"):
        record = demo.record[each]
        assert (record.kind, record.of, record.language) == (RecordKind.TRANSLATION, page.id, each)
        assert [line.number for line in record.lines] == [line.number for line in page.lines]
        assert record.by


def test_every_line_stands_on_a_page_where_there_is_writing(demo: Demo) -> None:
    for line in demo.record["page"].lines:
        assert line.region is not None
        with Image.open(EXAMPLES / "tidewater" / demo.records[line.region.page].name) as page:
            box = (
                line.region.x,
                line.region.y,
                line.region.x + line.region.width,
                line.region.y + line.region.height,
            )
            assert 0 <= box[0] < box[2] <= page.width
            assert 0 <= box[1] < box[3] <= page.height
            # Bare paper with its ruled line varies by less than 12 levels of grey, a written line by more.
            assert ImageStat.Stat(page.convert("L").crop(box)).stddev[0] > 18


# ---------------------------------------------------------------- what the trace finds


@pytest.mark.parametrize("edge", [param(f"{e['child']}-{e['parent']}", e) for e in TRUTH["edges"]])
def test_who_had_it_from_whom(demo: Demo, edge: dict[str, Any]) -> None:
    names = {n.id: n.name for n in demo.trace.nodes if not n.record}
    child = demo.record[edge["child"]].id
    parents = {
        names.get(d.parent, d.parent)
        for d in demo.trace.descents
        if d.child == child and d.certainty is not Certainty.POSSIBLE
    }
    parent = demo.record[edge["parent"]].id if edge["parent"] in demo.record else edge["parent"]
    assert parent in parents


def test_who_has_it_from_no_report(demo: Demo) -> None:
    alone = {demo.record[each].id for each in TRUTH["not_from_any_report"]}
    assert not [d for d in demo.trace.descents if d.child in alone and d.parent in demo.records]


def test_the_reprint_says_so_itself(demo: Demo) -> None:
    (report, _), *_ = [p.values for p in finding("reprint")]
    child = demo.record[str(report)].id
    credited = [d for d in demo.trace.descents if d.child == child and d.certainty is Certainty.SHOWN]
    assert "credit line" in {e.kind for d in credited for e in d.evidence}


@pytest.mark.parametrize("truth", [param(s["id"], s) for s in TRUTH["statements"]])
def test_what_stands_behind_a_statement(demo: Demo, truth: dict[str, Any]) -> None:
    verdict = demo.verdict(truth)
    assert verdict.independence == truth["verdict"]
    if truth["origins"]:
        assert len(verdict.origins) == len(truth["origins"])


@pytest.mark.parametrize("truth", [s for s in TRUTH["statements"] if s["lines"]], ids=lambda s: s["id"])
def test_which_lines_of_the_page_a_statement_rests_on(demo: Demo, truth: dict[str, Any]) -> None:
    page = demo.record["page"].id
    found = {
        n for s in demo.statements(truth) for place in s.places if place.record == page for n in place.lines
    }
    assert set(truth["lines"]) <= found


@pytest.mark.parametrize(("report", "words"), finding("misquoted"))
def test_a_quotation_that_differs_is_shown_to_differ(demo: Demo, report: str, words: str) -> None:
    here = demo.reading(report, words)
    kinds = {r.kind for r in demo.trace.readings if r.attribution in here}
    assert MatchKind.ALTERED in kinds
    assert MatchKind.VERBATIM not in kinds


@pytest.mark.parametrize(("report", "words"), finding("hedge lost"))
def test_a_lost_hedge_is_found(demo: Demo, report: str, words: str) -> None:
    assert demo.drifts(DriftKind.HEDGE_LOST, report, words)


@pytest.mark.parametrize(("report", "words"), finding("fused"))
def test_two_places_in_one_quotation_are_found(demo: Demo, report: str, words: str) -> None:
    assert demo.drifts(DriftKind.FUSED, report, words)


@pytest.mark.parametrize(("report", "words"), finding("not in the record"))
def test_what_is_not_in_the_record_rests_on_no_line(demo: Demo, report: str, words: str) -> None:
    here = demo.reading(report, words)
    found = [s for s in demo.trace.statements if here & set(s.attributions)]
    assert found
    assert not any(s.places for s in found)


@pytest.mark.parametrize(("report", "words"), finding("source not stated"))
def test_a_source_that_is_not_stated_is_said_to_be_missing(demo: Demo, report: str, words: str) -> None:
    here = [demo.attributions[a] for a in demo.reading(report, words)]
    assert [a for a in here if a.unstated and a.source is None]


def test_the_circle_is_found(demo: Demo) -> None:
    found = [sorted({demo.records[n].outlet for n in loop.nodes}) for loop in demo.trace.loops]
    assert found == TRUTH["loops"]


def test_an_outlet_that_is_not_here_is_a_ghost(demo: Demo) -> None:
    ghosts = {n.name for n in demo.trace.nodes if not n.record}
    assert set(TRUTH["not_in_the_case"]) <= ghosts


def test_the_papers_disagree_on_these_fields_only(demo: Demo) -> None:
    found = {d.field: sorted(value for _, value in d.values) for d in demo.trace.disagreements}
    assert found == {field: sorted(values) for field, values in TRUTH["papers"].items()}


def test_what_is_found_on_the_papers(demo: Demo) -> None:
    told = [
        (f.kind, demo.records[f.papers[0]].name, [n for place in f.places for n in place.lines])
        for f in demo.trace.paper_findings
    ]
    assert told == [(each["kind"], each["file"], each["lines"]) for each in TRUTH["on_the_papers"]]
    assert all(
        each["words"] in found.note
        for each, found in zip(TRUTH["on_the_papers"], demo.trace.paper_findings, strict=True)
    )


@pytest.mark.parametrize("spellings", TRUTH["one_person"], ids=lambda s: s[0])
def test_the_spellings_of_a_person_are_one_source(demo: Demo, spellings: list[str]) -> None:
    (source,) = [s for s in demo.trace.sources if spellings[0] in s.spellings]
    assert set(spellings) <= set(source.spellings)
    assert source.reasons


def test_who_wrote_the_notebook_stays_open(demo: Demo) -> None:
    truth = TRUTH["writer"]
    (asks,) = [i for i in demo.trace.identities if i.record == demo.record[truth["record"]].id]
    assert [c.name for c in asks.candidates] == truth["candidates"]
    for candidate in asks.candidates:
        against = [i.note.split(":")[0].lower() for i in candidate.indications if i.way is Way.AGAINST]
        assert set(truth["against"][candidate.name]) <= set(against)
        voices = {i.places[0].record for i in candidate.indications if i.way is Way.FOR and i.places}
        assert {demo.record[each].id for each in truth["voices_for"][candidate.name]} <= voices
    assert all(i.places for c in asks.candidates for i in c.indications)


def test_nobody_is_two_people(demo: Demo) -> None:
    people = [
        {s.id for s in demo.trace.sources if set(each) & set(s.spellings)} for each in TRUTH["one_person"]
    ]
    assert all(len(ids) == 1 for ids in people)
    assert len(set[str]().union(*people)) == len(people)


def test_the_library_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(str(EXAMPLES / "library.py"))["main"](EXAMPLES / "tidewater")
    printed = capsys.readouterr().out
    assert "one shared origin shown" in printed
    assert "not established" in printed
