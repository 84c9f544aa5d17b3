"""Lines of a transcription and the pictures they stand on."""

from __future__ import annotations

import pytest

from firsthand.model import Line, Record, RecordKind, Region, Span
from firsthand.records.picturing import pictured
from firsthand.records.resolving import resolve
from tests.builders import record


def transcription(image: str, name: str = "page/p3.xml", **extra: str) -> Record:
    line = Line(1, Span(0, 5), Region(image, 100, 200, 300, 40))
    return record("Rain.", id="t", name=name, kind=RecordKind.PRIMARY, lines=(line,), extra=extra)


def page(name: str, id: str = "g", **extra: str) -> Record:
    return record("", id=id, name=name, kind=RecordKind.PAGE, extra=extra)


@pytest.mark.parametrize(
    "image, name", [("p3.jpg", "p3.jpg"), ("p3.jpg", "scans/p3.jpg"), ("p3.tif", "p3.png"), ("", "p3.png")]
)
def test_the_picture_is_found_by_name_or_stem_and_belongs_to_its_record(image: str, name: str) -> None:
    found, shown = resolve([transcription(image, "p3.xml"), page(name)])
    assert [each.region for each in found.lines] == [Region("g", 100, 200, 300, 40)]
    assert shown.of == "t"
    assert resolve((found, shown)) == (found, shown)


def test_a_picture_that_is_not_here_is_noted_until_it_comes() -> None:
    (alone,) = pictured([transcription("p3.jpg")])
    assert alone.notes == ("its lines stand on p3.jpg, of which no picture is here",)
    found, _ = pictured([alone, page("p3.jpg")])
    assert found.notes == ()
    assert found.lines[0].region == Region("g", 100, 200, 300, 40)


def test_regions_are_scaled_to_the_picture_that_is_here() -> None:
    drawn = transcription("p3.jpg", **{"image width": "1000", "image height": "2000"})
    found, _ = pictured([drawn, page("p3.jpg", width="500", height="1000")])
    assert found.lines[0].region == Region("g", 50, 100, 150, 20)
    odd = transcription("p3.jpg", **{"image width": "nan", "image height": "x"})
    assert pictured([odd, page("p3.jpg", width="500", height="1000")])[0].lines[0].region == Region(
        "g", 100, 200, 300, 40
    )


def test_pictures_of_several_sizes_are_scaled_each_by_its_own() -> None:
    drawn = transcription("p3.jpg", **{"size of p3.jpg": "200 × 400", "image width": "7"})
    found, _ = pictured([drawn, page("p3.jpg", width="100", height="100")])
    assert found.lines[0].region == Region("g", 50, 50, 150, 10)


def test_each_page_of_several_belongs_to_its_own_record() -> None:
    other = record(
        "Sun.",
        id="u",
        name="p4.xml",
        kind=RecordKind.PRIMARY,
        lines=(Line(1, Span(0, 4), Region("p4.jpg", 1, 1, 9, 9)),),
    )
    found = resolve([transcription("p3.jpg"), other, page("p3.jpg"), page("p4.jpg", id="h")])
    assert [each.of for each in found] == ["", "", "t", "u"]


def test_lines_that_stand_on_the_pages_of_their_own_file_stay_there() -> None:
    own = transcription("t")
    assert pictured([own, page("p3.png")])[0] == own
