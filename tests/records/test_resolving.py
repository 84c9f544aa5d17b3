"""What belongs to what."""

from __future__ import annotations

import pytest

from firsthand.model import Line, Record, RecordKind, Region, Span, wholes
from firsthand.records.manifest import read_manifest
from firsthand.records.resolving import resolve
from tests.builders import record

PRIMARY = record(
    "One.\nTwo.",
    id="p",
    name="record/r1.txt",
    title="The notebook",
    kind=RecordKind.PRIMARY,
    lines=(Line(1, Span(0, 4)), Line(2, Span(5, 9))),
)


def translation(of: str, **fields: object) -> Record:
    return record("Eins.", id="t", name="record/r2.txt", kind=RecordKind.TRANSLATION, of=of, **fields)


@pytest.mark.parametrize("written", ["r1", "r1.txt", "record/r1.txt", "The notebook", "p", ""])
def test_every_way_of_naming_a_record(written: str) -> None:
    _, found = resolve([PRIMARY, translation(written)])
    assert (found.of, found.notes) == ("p", ())


def test_what_is_not_found_is_noted_and_left_open() -> None:
    _, found = resolve([PRIMARY, translation("r9")])
    assert found.of == ""
    assert found.extra["of"] == "r9"
    assert found.notes == ("belongs to 'r9', but no single record of that name is here",)


def test_two_records_of_one_name_are_not_guessed_between() -> None:
    others = [record("A", id=name, name=f"{name}/r1.txt", kind=RecordKind.PRIMARY) for name in "ab"]
    assert resolve([*others, translation("r1")])[2].of == ""
    assert resolve([*others, translation("")])[2].of == ""


def test_the_record_in_the_same_folder_is_meant_before_another() -> None:
    other = record("A", id="q", name="older/r1.txt", kind=RecordKind.PRIMARY)
    assert resolve([other, PRIMARY, translation("r1")])[2].of == "p"


def test_resolving_again_changes_nothing_and_later_records_are_found() -> None:
    once = resolve([PRIMARY, translation("r1")])
    assert resolve(once) == once
    alone = resolve([translation("r1")])
    assert alone[0].notes
    later = resolve([PRIMARY, *alone])
    assert (later[1].of, later[1].notes) == ("p", ())


def test_a_report_belongs_to_nothing() -> None:
    assert resolve([PRIMARY, record()])[1].of == ""


MANIFEST = read_manifest(
    b'[[record]]\nfile = "page.png"\nkind = "page"\nof = "r1"\n'
    b"lines = [{ line = 2, region = [10, 20, 300, 40] }, { line = 9, region = [0, 0, 1, 1] }]\n"
)
PAGE = record("", id="g", name="page.png", kind=RecordKind.PAGE, of="r1")


def test_a_page_gives_its_regions_to_the_lines_of_its_record() -> None:
    found, page = resolve([PRIMARY, PAGE], MANIFEST)
    assert page.of == "p"
    assert [line.region for line in found.lines] == [None, Region("g", 10, 20, 300, 40)]
    assert found.notes == ("case.toml places lines 9 on a page, but the record has no such lines",)
    assert resolve((found, page), MANIFEST) == (found, page)


def pages(*names: str) -> list[Record]:
    """Files of a page each, one line in them, drawn on a picture of the same stem."""
    found = []
    for name in names:
        region = Region(name.replace("xml", "jpg"), 10, 10, 80, 10)
        line = Line(1, Span(0, 4), region)
        given = {"id": name, "name": f"n/{name}", "kind": RecordKind.PRIMARY, "format": "page-xml"}
        found.append(record("One.", lines=(line,), **given))
    return found


def picture(name: str, **fields: object) -> Record:
    return record("", id=name, name=f"n/{name}", kind=RecordKind.PAGE, format="image", **fields)


@pytest.mark.parametrize("written", ["", "p1", "p1.xml", "n/p1.xml", "n", "n/p1.xml to p2.xml"])
def test_what_belongs_to_one_file_belongs_to_the_whole(written: str) -> None:
    resolved = resolve([*pages("p1.xml", "p2.xml"), translation(written)])
    whole, found = wholes(resolved)
    assert (found.of, found.notes) == (whole.id, ())
    assert resolve(resolved) == resolved


def test_pictures_of_its_pages_belong_to_the_whole() -> None:
    resolved = resolve([*pages("p1.xml", "p2.xml"), picture("p1.jpg"), picture("p2.jpg")])
    whole, first, second = wholes(resolved)
    assert (first.of, second.of) == (whole.id, whole.id)
    assert [line.region.page for line in whole.lines if line.region] == ["p1.jpg", "p2.jpg"]


def test_a_page_more_is_a_new_whole_and_everything_belongs_to_it() -> None:
    before = resolve([*pages("p1.xml", "p2.xml"), translation(""), picture("p1.jpg")])
    after = resolve([*before, *pages("p3.xml")])
    whole, found, page = wholes(after)
    assert (found.of, page.of) == (whole.id, whole.id)
    assert not found.notes
    assert len(whole.lines) == 3
    apart = resolve(
        after, read_manifest(b"".join(b'[[record]]\nfiles = ["n/p%d.xml"]\n' % n for n in (1, 2, 3)))
    )
    assert apart[2].of == "p1.xml"


def test_case_toml_places_lines_by_their_numbers_in_the_whole() -> None:
    listed = b'[[record]]\nfile = "n/p1.jpg"\nkind = "page"\nof = "n"\n'
    manifest = read_manifest(listed + b"lines = [{ line = 2, region = [1, 2, 3, 4] }]\n")
    whole, page = wholes(resolve([*pages("p1.xml", "p2.xml"), picture("p1.jpg", of="n")], manifest))
    assert whole.lines[1].region == Region("p1.jpg", 1, 2, 3, 4)
    assert page.of == whole.id
