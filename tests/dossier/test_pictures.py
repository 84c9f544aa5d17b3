from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from firsthand.dossier.pictures import LONGEST, shrunk
from firsthand.model import Region
from tests.dossier import cases


def test_a_big_page_is_made_smaller_and_keeps_its_own_measures() -> None:
    found = shrunk(cases.picture(3000, 1500))
    assert found is not None
    width, height, data = found
    assert (width, height) == (3000, 1500)
    assert Image.open(BytesIO(data)).size == (LONGEST, LONGEST // 2)


def test_the_small_picture_is_turned_as_it_is_shown_and_carries_no_mark() -> None:
    out, exif = BytesIO(), Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (60, 20)).save(out, "JPEG", exif=exif)
    found = shrunk(out.getvalue())
    assert found is not None
    assert Image.open(BytesIO(found[2])).getexif().get(0x0112) is None
    assert found[:2] == Image.open(BytesIO(found[2])).size == (20, 60)


@pytest.mark.parametrize("size", [(300, 200), (3000, 2000)])
def test_a_black_part_is_black_before_the_picture_is_made_and_no_word_in_the_file_is_kept(
    size: tuple[int, int],
) -> None:
    out, scale = BytesIO(), size[0] // 100
    image = Image.new("RGB", size, "white")
    image.paste((0, 255, 0), (40 * scale, 10 * scale, 60 * scale, 30 * scale))
    image.save(out, "JPEG", comment=b"Ann Lee, Elm Row")
    found = shrunk(out.getvalue(), [Region("p", 40 * scale, 10 * scale, 20 * scale, 20 * scale)])
    assert found is not None and b"Elm Row" not in found[2]
    pixels = Image.open(BytesIO(found[2])).tobytes()
    assert not any(g > r + 60 for r, g in zip(pixels[::3], pixels[1::3], strict=True))
    assert max(pixels) > 250


@given(st.binary(max_size=200))
def test_bytes_that_are_no_picture_are_refused(data: bytes) -> None:
    assert shrunk(data) is None


def test_a_picture_cut_short_is_refused_or_shown() -> None:
    data = cases.picture(300, 300)
    assert shrunk(data[: len(data) // 2]) is None


def test_a_page_that_cannot_be_opened_is_named_among_what_was_not_read() -> None:
    case = cases.quay()
    dossier = replace(case, images=dict.fromkeys(case.images, b"no picture")).build()
    assert dossier.images == ()
    assert [u.name for u in dossier.unread] == ["page-1.png"]
    assert dossier.statements[0].crops == ()
    assert dossier.statements[0].lines[0].words.language == "ko"


def test_what_is_only_noted_of_a_file_is_not_among_what_was_not_read() -> None:
    from dataclasses import replace

    from firsthand.dossier.exports.html import html
    from firsthand.model import Refusal

    passed = Refusal("crawl.warc", "0" * 64, "everything else", "was passed over: 1 redirect", noted=True)
    dossier = replace(cases.quay(), refusals=(passed,)).build()
    assert (dossier.unread, [each.name for each in dossier.noted]) == ((), ["crawl.warc"])
    assert "unread" not in [each.kind for each in dossier.findings]
    assert b"What is noted of the files" in html(dossier)
