"""Where others read a line of the record in another way."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from firsthand.dossier.exports import EXPORTS
from firsthand.dossier.index import by_line, index
from firsthand.dossier.pieces import Tone
from firsthand.dossier.readers import other_readers, other_readings
from firsthand.dossier.sheets import RecordLine
from firsthand.dossier.terminal import by_anchor, words
from firsthand.model import Line, Record, RecordKind, Span
from firsthand.text import fold_word
from firsthand.text import words as spans_of_words
from tests.dossier import cases

LINE = "나는 열자고 했다, said one of them."


def read_by(name: str, text: str, of: Record, manner: str = "diplomatic") -> Record:
    lines = (Line(1, Span(0, len(text))),)
    return Record(
        id=f"r-{name}",
        object="0" * 64,
        name=name,
        kind=RecordKind.TRANSCRIPTION,
        of=of.id,
        text=text,
        by=name,
        manner=manner,
        lines=lines,
    )


def tokens(text: str) -> list[str]:
    return [fold_word(text[each.start : each.end]) for each in spans_of_words(text)]


def primary(case: cases.Case) -> Record:
    return next(r for r in case.records if r.kind is RecordKind.PRIMARY)


def first_line(*texts: str, manner: str = "diplomatic") -> tuple[RecordLine, str]:
    case = cases.quay()
    more = [read_by(f"Ina Berg {n}", text, primary(case), manner) for n, text in enumerate(texts)]
    dossier = replace(case, records=(*case.records, *more)).build()
    line = by_anchor(dossier)["L1"]
    assert isinstance(line, RecordLine)
    return line, EXPORTS["html"](dossier).decode()


def test_another_reading_stands_under_the_line_with_what_differs() -> None:
    own, _ = first_line()
    line, html = first_line(f"{own.words.text} Indeed")
    *before, said = line.doubtful
    assert tuple(before) == own.doubtful
    assert said[0].text == "Ina Berg 0 reads: "
    assert [p.text.strip() for p in said if p.tone is Tone.ADDED] == ["Indeed"]
    assert "Ina Berg 0 reads:" in words(line)
    assert "Also read by" in html and "diplomatic" in html


def test_the_same_words_are_no_other_reading() -> None:
    own, _ = first_line()
    assert first_line(own.words.text.upper())[0].doubtful == own.doubtful


def test_what_a_machine_reads_is_not_among_them() -> None:
    assert first_line("Words.", manner="machine")[0].doubtful == first_line()[0].doubtful


@given(st.text("ab 가나,.é", max_size=20), st.text("ab 가나,.é", min_size=1, max_size=20))
def test_without_what_was_dropped_the_pieces_are_the_other_s_words(text: str, read: str) -> None:
    case = cases.quay()
    of = primary(case)
    case = replace(case, records=(*case.records, read_by("Ina Berg", read, of)))
    known = index(case.records, case.attributions, case.trace)
    found = list(other_readings(by_line(other_readers(known, of)).get(1, ()), text))
    assert bool(found) is (tokens(text) != tokens(read))
    for said in found:
        assert "".join(p.text for p in said[1:] if p.tone is not Tone.DROPPED) == read
