"""One number, or one photograph, on papers of two names."""

from __future__ import annotations

from firsthand.model import Handling, PaperFindingKind, Private, PrivateRegion, Record, RecordKind, Region
from firsthand.names.papers import examine
from tests import builders
from tests.names.papers.made import facts, notes, paper


def test_one_number_on_two_names() -> None:
    one = paper("one", text="Name: Oda Lind\nNo: K 123", of="")
    two = paper("two", text="Name: Marek Wolny\nNo: k-123", of="")
    (found,) = facts(one, two)
    assert found.note == (
        "The number K 123 stands on “one”, made out to Oda Lind, and on “two”, made out to Marek Wolny. "
        "By their letters they are not spellings of one name."
    )
    assert (found.papers, [place.lines for place in found.places]) == ((one.id, two.id), [(2,), (2,)])


def test_one_number_on_two_spellings_of_one_name_is_none() -> None:
    one, two = paper("one", text="Name: PYO JIN GU\nNo: 7"), paper("two", text="성명: 표진구\nNo: 7")
    assert notes(PaperFindingKind.NUMBER, one, two) == []


def test_papers_without_a_number_share_none() -> None:
    one, two = paper("one", text="Name: Oda Lind"), paper("two", text="Name: Marek Wolny")
    assert notes(PaperFindingKind.NUMBER, one, two) == []


def page(of: Record) -> Record:
    face = Handling(regions=(PrivateRegion(Private.FACE, 0, 0, 10, 10),))
    return builders.record("", id=f"page of {of.name}", kind=RecordKind.PAGE, of=of.id, handling=face)


def test_one_photograph_on_two_names() -> None:
    holders = {"one": "Oda Lind", "two": "Marek Wolny", "three": "Ida Berg"}
    cards = [paper(name, text=f"Name: {who}") for name, who in holders.items()]
    records = [each for card in cards for each in (card, page(card))]
    regions = [Region(f"page of {name}", 0, 0, 10, 10) for name in holders]
    digests = dict(zip(regions, ("a", "a", "b"), strict=True))
    (found,) = examine(records, digests).paper_findings
    assert found.kind is PaperFindingKind.PHOTOGRAPH
    assert found.note.startswith(
        "The same photograph, pixel for pixel, is on “one”, made out to Oda Lind, and on “two”"
    )
    assert found.regions == tuple(regions[:2])
    assert examine(records).paper_findings == ()
