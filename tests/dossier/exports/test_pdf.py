from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from firsthand.dossier.exports.pdf import engine, page, pdf
from firsthand.dossier.exports.shortening import size
from tests.dossier import cases


@pytest.fixture(scope="module")
def printer() -> None:
    try:
        engine()
    except (ImportError, OSError) as error:
        pytest.skip(f"needs WeasyPrint, of the extra print, and Pango, which are not here: {error}")


@pytest.fixture(scope="module")
def made(printer: None) -> bytes:
    return pdf(cases.quay().build())


@pytest.fixture(scope="module")
def opened(made: bytes) -> Iterator[Any]:
    import pypdfium2

    document = pypdfium2.PdfDocument(made)
    yield document
    document.close()


def words(document: Any) -> str:
    return "\n".join(each.get_textpage().get_text_range() for each in document)


def test_it_has_a_title_a_language_and_is_tagged(made: bytes, opened: Any) -> None:
    import pypdfium2.raw as raw

    about = opened.get_metadata_dict()
    assert about["Title"] == "The quay: dossier" or about["Title"].endswith(": dossier")
    assert about["CreationDate"].startswith("D:20261123")
    assert raw.FPDFCatalog_IsTagged(opened.raw)
    size = raw.FPDFCatalog_GetLanguage(opened.raw, None, 0)
    language = ctypes.create_string_buffer(size)
    raw.FPDFCatalog_GetLanguage(opened.raw, ctypes.cast(language, ctypes.POINTER(ctypes.c_ushort)), size)
    assert language.raw.decode("utf-16-le").rstrip("\0") == "en"


def test_it_says_what_the_page_says_with_its_numbers_and_numbered_pages(opened: Any) -> None:
    found = " ".join(words(opened).split())
    dossier = cases.quay().build()
    assert f"1 / {len(opened)}" in found
    for sheet in (*dossier.statements, *dossier.reports):
        assert sheet.anchor in found
    assert "불을" in found


def test_the_same_dossier_gives_the_same_bytes(made: bytes) -> None:
    assert pdf(cases.quay().build()) == made


def test_nothing_foreign_is_loaded_and_any_script_is_printed(printer: None) -> None:
    import pypdfium2

    dossier = cases.hostile().build()
    title = '<img src="http://evil.example/x">قال 澤 ⟨\x07⟩ <script>'
    document = pypdfium2.PdfDocument(pdf(replace(dossier, title=title)))
    assert "evil.example" in words(document)
    document.close()


def test_of_a_large_case_is_left_out_step_by_step_what_is_least_needed_and_it_is_said() -> None:
    dossier = cases.crowd(20).build()
    whole = page(dossier, 10**9)
    assert "Not in this PDF" not in whole
    last = whole
    for most, left in (
        (size(dossier) - 1, "the custody log"),
        (size(dossier) // 2, "the texts"),
        (1, "first 200"),
    ):
        made = page(dossier, most)
        head = re.search('id="left-out">(.*?)</p>', made)
        assert head and head[1].startswith("Not in this PDF, which would be too long to print: ")
        assert left in head[1]
        assert len(made) < len(last)
        last = made


def test_pictures_that_are_cut_short_are_still_refused_after_a_pdf_was_made(printer: None) -> None:
    from PIL import ImageFile

    pdf(cases.lone().build())
    assert not ImageFile.LOAD_TRUNCATED_IMAGES


@pytest.mark.parametrize("most", [10**9, 1])
def test_no_link_leads_to_what_is_not_printed(most: int) -> None:
    for case in (cases.crowd(20), cases.quay()):
        dossier = case.build()
        made = page(replace(dossier, sources=dossier.sources[1:]), most)
        there = set(re.findall(r'\sid="([^"]+)"', made))
        led = set(re.findall(r'href="#([^"]+)"', made))
        assert led and led <= there
