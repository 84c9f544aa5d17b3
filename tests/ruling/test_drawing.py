"""A person says where a line of the record stands on its page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from firsthand import Case
from firsthand.errors import Refused
from firsthand.model import Region, Thing
from tests.dossier.cases import picture

SO = {"by": "Una Vale", "because": "I looked at the page"}
TOML = '[[record]]\nfile = "{0}"\nkind = "page"\nof = "log.txt"\n'
LOG = "---\nkind: primary\nlanguage: en\n---\nThe gate was shut.\nNobody slept.\n"


def folder_of(place: Path, pages: int = 1, log: str = LOG) -> Path:
    """A log without coordinates, photographs of its pages, and a report."""
    place.mkdir(exist_ok=True)
    (place / "log.txt").write_text(log, "utf-8")
    (place / "report.txt").write_text("---\noutlet: Mail\n---\nNobody slept, Bo Ek said.\n", "utf-8")
    names = [f"page-{n}.png" for n in range(1, pages + 1)]
    for name in names:
        (place / name).write_bytes(picture(400, 200 + len(names)) + name.encode())
    (place / "case.toml").write_text("".join(map(TOML.format, names)), "utf-8")
    return place


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.create(tmp_path / "c") as made:
        made.add(folder_of(tmp_path / "log"))
        made.trace()
        yield made


def test_a_line_without_a_place_is_given_one_and_loses_it_when_that_is_undone(case: Case) -> None:
    assert [line.crop for line in case.dossier().records[0].lines] == [None, None]
    made = case.rule("correct", "L2", told=Region("", 20, 70, 260, 40), **SO)
    page = next(each for each in case.records() if each.name == "page-1.png")
    assert made.region == Region(page.id, 20, 70, 260, 40)
    assert [each.thing for each in made.on] == [Thing.LINE, Thing.REPORT]
    for _ in range(2):
        first, second = case.dossier().records[0].lines
        assert first.crop is None and second.page == "page-1"
        assert second.crop and second.crop.marked == ((20, 70, 260, 40),)
        (told,) = second.rulings
        assert (told.word, told.to) == ("region drawn", "J1") and "Una Vale" in told.note
        (note,) = case.dossier().rulings
        assert note.to == ("L2",) and note.holds
        assert note.what == "“Nobody slept.” in M1 stands on page-1 at 20, 70, 260 × 40 pixels"
        case.trace()
    case.undo(1, by="Una Vale", because="the wrong line")
    assert [line.crop for line in case.dossier().records[0].lines] == [None, None]


def test_a_line_that_reads_otherwise_is_not_ruled_on(case: Case) -> None:
    made = case.rule("correct", "L2", told=Region("page-1", 20, 70, 260, 40), **SO)
    otherwise = replace(made.on[0], words="Nobody stood.")
    with pytest.raises(Refused, match="not there"):
        case.rule("correct", otherwise, told=Region("", 20, 70, 260, 40), **SO)


def test_a_withheld_line_is_black_where_it_was_drawn(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "log")
    stated = '[[record]]\nfile = "log.txt"\n[record.handling]\npublish = "yes"\nwithhold = [2]\n'
    with (folder / "case.toml").open("a", encoding="utf-8") as toml:
        toml.write(stated)
    with Case.create(tmp_path / "c") as case:
        case.add(folder)
        case.trace()
        assert case.dossier(public=True).images == ()  # nobody knows where it stands
        case.rule("correct", "L2", told=Region("", 100, 70, 200, 40), **SO)
        (page,) = case.dossier(public=True).images
        seen = Image.open(BytesIO(page.data)).convert("L")
        black, plain = (seen.crop(box).getextrema() for box in ((100, 70, 300, 110), (0, 0, 80, 60)))
        assert black[1] < 40 < plain[0]


@pytest.mark.parametrize(
    ("told", "says"),
    [
        (Region("", 20, 70, 0, 40), "no area"),
        (Region("", 20, 70, 260, -40), "no area"),
        (Region("", -1, 70, 260, 40), "outside the picture of 400 × 201"),
        (Region("", 150, 70, 260, 40), "outside"),
        (Region("", 20, 170, 260, 40), "outside"),
        (Region("page-1-p2", 20, 70, 260, 40), "one page"),
        (Region("page-9", 20, 70, 260, 40), "no page page-9"),
        (Region("R1", 20, 70, 260, 40), "shows no page"),
        ((), "not told where"),
    ],
)
def test_what_is_no_place_on_the_page_is_refused(case: Case, told: Region, says: str) -> None:
    with pytest.raises(Refused, match=says):
        case.rule("correct", "L2", told=told, **SO)
    assert case.rulings() == ()


def test_only_a_line_is_given_a_place(case: Case) -> None:
    with pytest.raises(Refused):
        case.rule("correct", "R1-a1", told=Region("", 20, 70, 260, 40), **SO)
    with pytest.raises(Refused):
        case.rule("reject", "L2", told=Region("", 20, 70, 260, 40), **SO)


def test_of_several_pages_it_is_said_which(tmp_path: Path) -> None:
    with Case.create(tmp_path / "c") as case:
        case.add(folder_of(tmp_path / "log", pages=2))
        case.trace()
        with pytest.raises(Refused, match="its record has several"):
            case.rule("correct", "L1", told=Region("", 20, 70, 260, 40), **SO)
        case.rule("correct", "L1", told=Region("page-2", 20, 70, 260, 40), **SO)
        assert case.dossier().records[0].lines[0].page == "page-2"


def test_a_trace_is_not_made_anew_for_it(case: Case) -> None:
    before = case.trace()
    case.rule("correct", "L2", told=Region("", 20, 70, 260, 40), **SO)
    assert case.trace() == before
