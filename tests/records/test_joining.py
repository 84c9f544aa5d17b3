"""Which files make up one record."""

from __future__ import annotations

import pytest

from firsthand.model import Record, RecordKind, wholes
from firsthand.records.joining import join, unasked
from firsthand.records.manifest import Manifest, read_manifest
from tests.builders import record

NOTHING = Manifest()


def page(name: str, **fields: object) -> Record:
    given: dict[str, object] = {"id": name, "name": name, "kind": RecordKind.PRIMARY, "format": "page-xml"}
    return record(name, **(given | fields))


def made_one(records: list[Record], manifest: Manifest = NOTHING) -> list[list[str]]:
    """The names of the files of each record that several make up, in their order."""
    return [[file.name for file in each.joined] for each in wholes(join(records, manifest)) if each.joined]


def listed(*entries: str) -> Manifest:
    return read_manifest("".join(f"[[record]]\n{each}\n" for each in entries).encode())


def test_pages_of_one_folder_are_one_in_the_order_of_their_numbers() -> None:
    pages = [page(f"n/p{number}.xml") for number in (10, 9, "008")]
    assert made_one(pages) == [["n/p008.xml", "n/p9.xml", "n/p10.xml"]]
    assert made_one([pages[0]]) == []


@pytest.mark.parametrize(
    "other",
    [
        page("m/p2.xml"),
        page("n/q2.xml"),
        page("n/p2.xml", format="alto"),
        page("n/p2.xml", kind=RecordKind.TRANSLATION),
        page("n/p2.xml", kind=RecordKind.REPORT),
        page("n/p2.xml", format="plain"),
        page("n/p2.xml", extra={"image": "a.jpg"}),
        page("n/p2.xml", of="another notebook"),
    ],
    ids=["folder", "name", "format", "kind", "report", "no page", "same picture", "of another"],
)
def test_what_differs_in_more_is_a_record_by_itself(other: Record) -> None:
    assert made_one([page("n/p1.xml", extra={"image": "a.jpg"}), other]) == []


def test_what_a_machine_read_on_pictures_is_one() -> None:
    read = [page(f"n/p{n}.jpg", format="image", kind=RecordKind.TRANSCRIPTION) for n in (1, 2)]
    assert len(made_one(read)) == 1
    assert made_one([page(f"n/p{n}.jpg", format="image", kind=RecordKind.PAGE) for n in (1, 2)]) == []


def test_case_toml_says_which_files_and_in_which_order() -> None:
    pages = [page("a.txt", format="plain"), page("n/b.xml"), page("c.txt", format="plain")]
    assert made_one(pages, listed('files = ["c.txt", "./a.txt", "n/b.xml"]')) == [
        ["c.txt", "a.txt", "n/b.xml"]
    ]


def test_a_file_listed_by_itself_stays_so_and_the_others_are_one() -> None:
    pages = [page(f"n/p{number}.xml") for number in (1, 2, 3)]
    assert made_one(pages, listed('files = ["n/p2.xml"]')) == [["n/p1.xml", "n/p3.xml"]]


def test_joining_twice_is_joining_once_and_a_later_page_is_taken_in() -> None:
    pages = [page(f"n/p{number}.xml") for number in (1, 2, 3)]
    once = join(pages, NOTHING)
    assert join(once, NOTHING) == once
    assert made_one([*join(pages[:2], NOTHING), pages[2]]) == made_one(pages)
    apart = join(once, listed('files = ["n/p1.xml"]', 'files = ["n/p2.xml"]', 'files = ["n/p3.xml"]'))
    assert [(each.whole, each.place) for each in apart] == [("", 0)] * 3


def test_a_person_is_told_what_was_made_one_without_being_asked() -> None:
    pages = [page("n/p1.xml"), page("n/p2.xml")]
    (told,) = unasked(wholes(join(pages, NOTHING)), NOTHING)
    assert told.startswith("n/p1.xml to p2.xml are read as one record, page after page.")
    asked = listed('files = ["n/p1.xml", "n/p2.xml"]')
    assert unasked(wholes(join(pages, asked)), asked) == ()
