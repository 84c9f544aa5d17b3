"""Pictures whose words nobody has read."""

from __future__ import annotations

from firsthand.model import RecordKind
from firsthand.records import unread, unread_pictures
from tests.builders import record

PAGE = record(name="p1.png", kind=RecordKind.PAGE, extra={"width": "10"})


def test_pages_under_no_transcription_are_told_with_what_to_do() -> None:
    assert unread([record(), record(name="p0.png", kind=RecordKind.PAGE, of="r1")]) == ()
    (told,) = unread([PAGE])
    assert told.startswith("1 picture is kept as a page (p1.png), and no word was read from it.")
    (told,) = unread([record(name=f"p{n}.png", kind=RecordKind.PAGE) for n in range(5)])
    assert "5 pictures" in told and "(p0.png, p1.png, p2.png …)" in told and "--ocr" in told


def test_a_picture_is_read_once_by_a_machine() -> None:
    assert unread_pictures([PAGE])
    assert not unread_pictures([PAGE, record(extra={"ocr": "eng"})])
    assert not unread_pictures([record()])
    assert not unread_pictures([])
