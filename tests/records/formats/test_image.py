"""Images as pages."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from firsthand.errors import Unreadable
from firsthand.records.document import Document
from firsthand.records.formats import image


def picture(form: str, size: tuple[int, int] = (30, 20)) -> bytes:
    out = BytesIO()
    Image.radial_gradient("L").resize(size).save(out, form)
    return out.getvalue()


@pytest.mark.parametrize("form", ["PNG", "JPEG", "TIFF", "WEBP"])
def test_the_size_is_read_and_nothing_else(form: str) -> None:
    assert image.claims(picture(form), "page.bin") == 1.0
    (document,) = image.read(picture(form))
    assert isinstance(document, Document)
    assert document.extra == {"width": "30", "height": "20"}
    assert document.text == ""


@pytest.mark.parametrize("form", ["PNG", "JPEG", "TIFF", "WEBP"])
def test_a_damaged_image_is_refused(form: str) -> None:
    with pytest.raises(Unreadable, match="damaged"):
        image.read(picture(form, (300, 200))[:-200])


def test_an_image_too_large_to_decode_is_measured_only() -> None:
    out = BytesIO()
    Image.new("1", (12_000, 10_000)).save(out, "PNG")
    (document,) = image.read(out.getvalue())
    assert isinstance(document, Document)
    assert document.extra == {"width": "12000", "height": "10000"}
    assert document.notes == ("an image of 12000 × 10000 pixels: measured, but not checked for damage",)


def test_a_bomb_of_pixels_is_refused() -> None:
    out = BytesIO()
    Image.new("1", (20_000, 20_000)).save(out, "PNG")
    with pytest.raises(Unreadable, match="more pixels than any scan"):
        image.read(out.getvalue())
