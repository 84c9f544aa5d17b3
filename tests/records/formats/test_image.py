"""Images as pages."""

from __future__ import annotations

import random
import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

from firsthand.errors import Unreadable
from firsthand.records.document import Document
from firsthand.records.formats import image
from firsthand.records.intake import read


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


def photograph(form: str = "JPEG", turn: int = 1) -> bytes:
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x0112] = "Harbour", "Harbour One\0", turn
    exif.get_ifd(0x8769).update({0x9003: "2025:02:01 10:00:00", 0x9011: "+02:00"})
    out = BytesIO()
    Image.radial_gradient("L").resize((64, 32)).convert("RGB").save(out, form, exif=exif)
    return out.getvalue()


@pytest.mark.parametrize("form", ["JPEG", "WEBP", "HEIF"])
def test_what_the_camera_wrote_is_kept(form: str) -> None:
    image.read(picture("PNG"))  # from now on Pillow knows HEIC
    assert image.claims(photograph(form), "photo.bin") == 1.0
    (document,) = image.read(photograph(form))
    assert isinstance(document, Document)
    kept = {"width": "64", "height": "32", "taken": "2025-02-01T10:00:00+02:00", "camera": "Harbour One"}
    assert document.extra == kept | ({"type": "HEIC"} if form == "HEIF" else {})


def test_a_photograph_is_measured_and_shown_as_it_is_turned() -> None:
    (document,) = image.read(photograph(turn=6))
    assert isinstance(document, Document)
    assert (document.extra["width"], document.extra["height"]) == ("32", "64")
    assert document.extra["orientation"] == "6"
    assert "is shown turned" in document.notes[0]
    shown = Image.open(BytesIO(image.leaf(photograph(turn=6), 1)))
    assert (shown.size, shown.getexif().get(0x0112)) == ((32, 64), None)


def test_a_tiff_of_several_pages_has_a_leaf_for_each() -> None:
    out = BytesIO()
    first, *others = [Image.new("RGB", (20 + n, 10)) for n in range(3)]
    first.save(out, "TIFF", save_all=True, append_images=others)
    (document,) = image.read(out.getvalue())
    assert isinstance(document, Document)
    assert document.extra == {"width": "20", "height": "10", "pages": "3"}
    assert Image.open(BytesIO(image.leaf(out.getvalue(), 3))).size == (22, 10)
    with pytest.raises(Unreadable, match="no page 4: it has 3"):
        image.leaf(out.getvalue(), 4)


@pytest.mark.parametrize("form", ["PNG", "JPEG", "TIFF", "WEBP", "HEIF"])
def test_spoilt_bytes_are_refused_in_one_sentence_or_measured(form: str) -> None:
    image.read(picture("PNG"))
    whole, chance = picture(form, (64, 48)), random.Random(5)
    spoilt = [whole[: len(whole) * tenth // 10] for tenth in range(1, 10)]
    for _ in range(100):
        each = bytearray(whole)
        each[chance.randrange(len(each))] ^= 1 << chance.randrange(8)
        spoilt.append(bytes(each))
    for each in spoilt:
        outcome = read(bytes(each), "page.png")
        assert outcome.documents or outcome.refusals


def test_thirty_thousand_pixels_a_side_are_refused_by_their_header_alone() -> None:
    header = b"IHDR" + struct.pack(">IIBBBBB", 30_000, 30_000, 8, 0, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + header + struct.pack(">I", zlib.crc32(header))
    (refusal,) = read(data + struct.pack(">I", 0) + b"IDAT" + b"\0" * 99, "page.png").refusals
    assert refusal.what == "is an image of more pixels than any scan has"
