"""``case.toml``."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import RecordKind
from firsthand.records.manifest import LineRegion, read_manifest

GOOD = b"""
title = "The notebook"
ignore = ["notes.txt", "drafts/"]

[[record]]
file = "./record/r1.txt"
kind = "primary"
published = 2024-11-03

[[record]]
file = "pages/1.png"
kind = "page"
of = "record/r1.txt"
number = 1
lines = [{ line = 1, region = [120, 80, 900, 60] }]
"""


def test_everything_that_is_said() -> None:
    manifest = read_manifest(GOOD)
    assert manifest.title == "The notebook"
    assert manifest.notes == ()
    primary, page = manifest.records
    assert (primary.file, primary.kind) == ("record/r1.txt", RecordKind.PRIMARY)
    assert primary.words == {"published": "2024-11-03"}
    assert (page.number, page.words) == (1, {"of": "record/r1.txt"})
    assert page.lines == (LineRegion(1, 120, 80, 900, 60),)


def test_files_and_whole_folders_are_ignored() -> None:
    manifest = read_manifest(GOOD)
    ignored = [
        name for name in ("notes.txt", "drafts/a.txt", "drafts.txt", "a.txt") if manifest.ignores(name)
    ]
    assert ignored == ["notes.txt", "drafts/a.txt"]


def test_files_are_named_as_seen_from_its_folder() -> None:
    manifest = read_manifest(GOOD, "matter/case.toml")
    assert manifest.listed("matter/record/r1.txt") is not None
    assert manifest.listed("record/r1.txt") is None
    assert manifest.ignores("matter/notes.txt")


def test_a_file_that_is_not_there_is_named_with_the_likeliest_meant() -> None:
    missing = read_manifest(GOOD).missing(["record/r1.txt", "pages/01.png"])
    assert missing == (
        "case.toml: the file pages/1.png is listed, but it is not in the folder. Did you mean pages/01.png?",
    )


@pytest.mark.parametrize(
    ("wrong", "note"),
    [
        (
            'file = "b.txt"\nkind = "diary"',
            "kind is 'diary'; it must be one of report, primary, transcription, translation",
        ),
        ('file = "b.txt"\npublishd = "2024"', "unknown key 'publishd'; did you mean 'published'?"),
        ('file = "b.txt"\ntitle = ["x"]', "title must be text in quotation marks"),
        ('file = "b.txt"\nnumber = "one"', "number must be a whole number"),
        (
            'file = "b.txt"\nlines = [{ line = 1, region = [1, 2, 3] }]',
            "line entry 1: needs line = a number and region",
        ),
        (
            'file = "b.txt"\nlines = [{ line = 1, region = [1, 2, 0, 3] }]',
            "lies outside the page or is empty",
        ),
        ('file = "b.txt"\nlines = [{ region = [1, 2, 3, 4] }]', "line entry 1: needs line"),
        ('file = "b.txt"\nlines = 3', "lines must be a list"),
        ('kind = "page"', 'record 2: has no file = "…" (or files = ["…", "…"])'),
        ('file = "a.txt"\ntitle = "Second"', "the file a.txt is listed twice; the first entry holds"),
    ],
)
def test_a_mistake_is_named_and_the_rest_holds(wrong: str, note: str) -> None:
    manifest = read_manifest(f'[[record]]\nfile = "a.txt"\ntitle = "First"\n[[record]]\n{wrong}\n'.encode())
    assert len(manifest.notes) == 1
    assert note in manifest.notes[0]
    assert manifest.records[0].words == {"title": "First"}


@pytest.mark.parametrize(
    ("data", "note"),
    [
        (b'title = "open\n', "case.toml: line 1, column 14: not valid TOML"),
        (b"\xff\xfe", "case.toml: is not UTF-8 text"),
        (b'titel = "x"', "case.toml: unknown key 'titel'; did you mean 'title'?"),
        (b'ignore = "notes.txt"', "case.toml: ignore must be a list of file names"),
        (b'[record]\nfile = "a.txt"', "case.toml: record must be written [[record]], with two brackets"),
    ],
)
def test_a_mistake_in_the_whole_is_one_note(data: bytes, note: str) -> None:
    (found,) = read_manifest(data).notes
    assert found.startswith(note)


@given(st.one_of(st.binary(max_size=100), st.text(alphabet='[]{}="\n a1.,file', max_size=60).map(str.encode)))
def test_any_bytes_give_a_manifest(data: bytes) -> None:
    assert all(note.startswith("case.toml: ") for note in read_manifest(data).notes)


def test_withheld_lines_of_a_record_in_several_files_are_numbers_of_the_whole() -> None:
    given = b'[[record]]\nfiles = ["a.xml", "b.xml"]\n[record.handling]\nrelation = "dead"\nwithhold = [7]'
    one, two = (each.handling for each in read_manifest(given).records)
    assert one and two
    assert (one.withhold, two.withhold) == ((7,), ()) and one.withheld and two.withheld
