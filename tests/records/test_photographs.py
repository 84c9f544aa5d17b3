"""Photographs on papers are the same only where their pixels are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from firsthand import Case
from firsthand.model import Handling, PaperFindingKind, Private, PrivateRegion, Record, RecordKind, Region
from firsthand.records.photographs import Wanted, digests, photographs
from tests import builders

FACE = (20, 30, 40, 50)


def picture(mark: str = "black", at: tuple[int, int] = FACE[:2], size: tuple[int, int] = (200, 120)) -> bytes:
    """A page with a drawn face on it."""
    image = Image.new("RGB", size, "white")
    ImageDraw.Draw(image).ellipse((at[0] + 5, at[1] + 5, at[0] + 30, at[1] + 40), fill=mark)
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def page(of: str, face: tuple[int, int, int, int] = FACE, kind: Private = Private.FACE) -> Record:
    region = PrivateRegion(kind, *face)
    return builders.record("", id=f"page of {of}", object=of, kind=RecordKind.PAGE, of=of,
                           handling=Handling(regions=(region,)))  # fmt: skip


def card(name: str) -> Record:
    return builders.record("", id=name, kind=RecordKind.PAPER)


def looking(read: Callable[[str], bytes]) -> Callable[[Wanted], Iterator[Mapping[Region, str]]]:
    """How photographs are looked at here, where objects are in memory."""
    return lambda wanted: (digests(read(name), faces) for name, faces in wanted)


def test_the_same_pixels_have_one_digest_wherever_they_stand() -> None:
    data = {"a": picture(), "b": picture(at=(80, 40), size=(300, 150)), "c": picture("blue")}
    records = [card("a"), page("a"), card("b"), page("b", (80, 40, 40, 50)), card("c"), page("c")]
    found = photographs(records, looking(data.__getitem__))
    a, b, c = found.values()
    assert a == b != c
    assert next(iter(found)) == Region("page of a", *FACE)


def test_what_is_no_photograph_of_a_paper_has_none() -> None:
    def read(name: str) -> bytes:
        return picture()

    assert photographs([page("a")], looking(read)) == {}  # of no paper
    assert photographs([card("a"), page("a", kind=Private.KIN)], looking(read)) == {}
    assert photographs([card("a"), page("a", (100, 70, 20, 20))], looking(read)) == {}  # white alone
    assert photographs([card("a"), page("a", (900, 0, 20, 20))], looking(read)) == {}  # outside


@given(st.binary(max_size=200))
def test_bytes_that_are_no_picture_have_none(data: bytes) -> None:
    assert photographs([card("a"), page("a")], looking(lambda name: data)) == {}


def test_one_photograph_on_two_names_is_found_in_a_case(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    told = []
    for name, holder, size in (("one", "Oda Lind", (200, 120)), ("two", "Marek Wolny", (220, 120))):
        (folder / f"{name}.txt").write_text(f"---\nkind: identity paper\n---\nName: {holder}\n")
        (folder / f"{name}.png").write_bytes(picture(size=size))
        told.append(
            f'[[record]]\nfile = "{name}.png"\nkind = "page"\nof = "{name}"\n[record.handling]\n'
            'regions = [{ region = [20, 30, 40, 50], what = "face" }]\n'
        )
    (folder / "case.toml").write_text("\n".join(told))
    with Case.create(tmp_path / "case", "Papers") as case:
        case.add(folder)
        (found,) = case.trace().paper_findings
    assert found.kind is PaperFindingKind.PHOTOGRAPH
    assert "made out to Oda Lind" in found.note and "made out to Marek Wolny" in found.note
    assert len(found.regions) == 2
