from __future__ import annotations

import io
import re
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace

import lxml.etree
import pytest

from firsthand.dossier.exports.docx import docx
from tests.dossier import cases

pytest.importorskip("docx", reason="needs python-docx, of the extra print, which is not installed here")


def parts(data: bytes) -> dict[str, str]:
    """The parts of a document by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        return {name: found.read(name).decode("utf-8", "replace") for name in found.namelist()}


@pytest.mark.parametrize("case", [cases.lone, cases.hostile, cases.quay])
def test_it_is_a_document_with_a_footnote_for_each_mark(case: Callable[[], cases.Case]) -> None:
    found = parts(docx(case().build()))
    for name in found:
        if name.endswith(".xml"):
            lxml.etree.fromstring(found[name].encode())
    marks = re.findall(r'<w:footnoteReference w:id="(\d+)"', found["word/document.xml"])
    notes = re.findall(r'<w:footnote w:id="(\d+)"', found["word/footnotes.xml"])
    assert marks == notes == [str(n) for n in range(1, len(notes) + 1)] and notes
    assert not any("thumbnail" in name for name in found)


def test_the_same_dossier_gives_the_same_bytes_with_the_time_of_the_trace() -> None:
    made = cases.quay().build()
    data = docx(made)
    assert data == docx(made)
    assert "2026-11-23T14:05:00Z" in parts(data)["docProps/core.xml"]


def test_a_source_is_cited_in_full_once_and_then_in_short() -> None:
    made = cases.quay().build()
    notes = parts(docx(made))["word/footnotes.xml"]
    for report in made.reports:
        assert notes.count(f"; {report.anchor} in ") <= 1


def test_what_no_document_can_hold_is_exchanged_and_right_to_left_is_turned() -> None:
    made = cases.quay().build()
    said = replace(made.statements[0].says, text="\x00\x0b\ud800 قال <b>", language="ar", direction="rtl")
    odd = replace(made, title="\x01\uffff&", statements=(replace(made.statements[0], says=said),))
    found = parts(docx(odd))
    assert "\ufffd\ufffd\ufffd قال &lt;b&gt;" in found["word/document.xml"]
    assert "<w:rtl/>" in found["word/document.xml"]


def test_of_a_large_case_it_has_as_much_as_can_be_edited_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    made = cases.crowd(30).build()
    whole = parts(docx(made))["word/document.xml"]
    assert "Not in this report" not in whole
    monkeypatch.setattr(sys.modules[docx.__module__], "MOST", 1)
    short = parts(docx(made))["word/document.xml"]
    assert "Not in this report" in short and "All of it is in the other forms" in short
    assert len(short) < len(whole)


def test_an_empty_dossier() -> None:
    made = cases.quay().build()
    empty = replace(
        made, statements=(), reports=(), records=(), papers=(), sources=(), findings=(), answer=()
    )
    assert parts(docx(empty))["word/document.xml"].count("footnoteReference") == 0
