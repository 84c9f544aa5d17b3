"""What machines made, in the dossier: after what persons made, and always labelled."""

from __future__ import annotations

from dataclasses import replace

from firsthand.dossier.exports import EXPORTS
from firsthand.dossier.sheets import Dossier
from firsthand.dossier.terminal import by_anchor, overview, words
from firsthand.model import Line, Mark, MarkKind, Record, RecordKind, Region, Span
from tests.dossier import cases


def layer(of: Record, kind: RecordKind, text: str, **fields: str) -> Record:
    made = {"id": f"{kind}{fields}", "object": "0" * 64, "name": "a made.json", "manner": "machine"} | fields
    lines = (Line(1, Span(0, len(text))),)
    return Record(kind=kind, of=of.id, text=text, lines=lines, **made)  # type: ignore[arg-type]


def aided() -> Dossier:
    case = cases.quay()
    primary = next(r for r in case.records if r.kind is RecordKind.PRIMARY)
    page = next(r for r in case.records if r.kind is RecordKind.PAGE)
    engine = {"by": "lab/seer at host", "language": "en", "made": "2026-11-27T22:00:00+00:00"}
    more = (
        layer(primary, RecordKind.TRANSLATION, "Made words.", **engine),
        layer(page, RecordKind.TRANSCRIPTION, "Read <words>.", **engine, name="b.json"),
    )
    return replace(case, records=(*more, *case.records)).build()


def test_a_translation_by_a_machine_comes_after_those_by_persons_and_is_labelled() -> None:
    (record,) = aided().records
    assert [t.machine for t in record.translations] == sorted(t.machine for t in record.translations)
    made = [r.machine for r in record.lines[0].renderings]
    assert made[-1] and not any(made[:-1]) and len(made) > 1
    shown = words(by_anchor(aided())["L1"])
    assert "Made words. (machine translation by lab/seer at host, not checked)" in shown.splitlines()[-1]


def test_a_reading_by_a_machine_stands_apart_and_is_labelled() -> None:
    dossier = aided()
    (aid,) = dossier.aids
    assert (aid.anchor, aid.kind, aid.title) == (
        "A1",
        "transcription",
        "What lab/seer at host reads on page-1.png",
    )
    assert "machine transcription, not checked" in words(by_anchor(dossier)["A1"])
    assert "Read by machine, not checked\nA1   What lab/seer" in overview(dossier)
    html = EXPORTS["html"](dossier).decode()
    assert "Machine transcription, not checked" in html and "Read &lt;words&gt;." in html
    assert html.count("machine translation by") >= 1


def test_a_reading_stands_beside_the_picture_of_its_page_with_the_places_that_are_known() -> None:
    case = cases.quay()
    page = next(r for r in case.records if r.kind is RecordKind.PAGE)
    read = layer(page, RecordKind.TRANSCRIPTION, "words", by="Tesseract 5.3.0")
    doubt = Mark(MarkKind.UNCLEAR, Span(0, 5), confidence=0.4)
    placed = replace(read, lines=(Line(1, Span(0, 5), Region(page.id, 20, 20, 30, 10), marks=(doubt,)),))
    for record, marked in ((read, []), (placed, [(20, 20, 30, 10)])):
        (aid,) = replace(case, records=(record, *case.records)).build().aids
        assert aid.pages == ("page-1",) and aid.lines[0].page == "page-1"
        assert bool(aid.lines[0].doubts) is bool(marked)
        assert [each for line in aid.lines if line.crop for each in line.crop.marked] == marked


def test_what_machines_made_is_counted_nowhere() -> None:
    assert aided().counts == cases.quay().build().counts
