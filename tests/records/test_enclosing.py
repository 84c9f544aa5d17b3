"""Media that a record names and that came, or did not."""

from __future__ import annotations

from firsthand.records import absent
from tests.builders import record


def test_media_that_did_not_come_are_told_once_a_file() -> None:
    named = [
        "photos/a.jpg",
        "photos/b.jpg",
        "photos/c.jpg",
        "files/d.pdf",
        "files/e.pdf",
        "(File not included)",
    ]
    held = [
        record(name="chat/result.json", part=f"message {n}", extra={"media": m}) for n, m in enumerate(named)
    ]
    assert absent([*held, record()], ["chat/photos/a.jpg", "photos/b.jpg"]) == (
        "chat/result.json: 4 files of its messages did not come with it"
        " (photos/b.jpg, photos/c.jpg, files/d.pdf …). Add the whole folder of the export.",
    )


def test_an_export_in_no_folder_has_its_media_beside_it() -> None:
    held = [record(name="result.json", extra={"media": "photos/a.jpg"})]
    assert absent(held, ["result.json", "photos/a.jpg"]) == ()
    (told,) = absent(held, ["result.json"])
    assert told.startswith("result.json: 1 file of its messages did not come with it (photos/a.jpg).")
