from __future__ import annotations

from dataclasses import replace

import pytest

from firsthand.model import Handling, Joined, RecordKind, identity
from tests.dossier import cases


@pytest.mark.parametrize("anchor", ["L1", "L2"])
def test_each_line_knows_the_statements_that_rest_on_it(anchor: str) -> None:
    (sheet,) = cases.quay().build().records
    lines = {n.anchor: n.statements for n in sheet.lines}
    assert lines[anchor] == (("S1",) if anchor == "L1" else ())


def test_a_record_of_several_files_names_each_with_its_hash_and_its_pages_in_order() -> None:
    case = cases.quay()
    (book,) = (record for record in case.records if record.kind is RecordKind.PRIMARY)
    (page,) = (record for record in case.records if record.kind is RecordKind.PAGE)
    second = replace(page, id=identity("second"), name="page-0.png", extra={"taken": "2025-10-15T09:00:00"})
    first, last = book.lines
    region = replace(last.region, page=second.id) if last.region else None
    files = (Joined("a", "n/p-1.xml", "aa"), Joined("b", "n/p-2.xml", "bb", 20))
    whole = replace(book, joined=files, lines=(first, replace(last, region=region)))
    page = replace(page, extra={"taken": "2025-10-14T11:02:31+03:00"})
    others = [record for record in case.records if record.id not in (book.id, page.id)]
    images = case.images | {second.id: cases.picture(400, 200)}
    dossier = replace(case, records=[whole, page, second, *others], images=images).build()
    (sheet,) = dossier.records
    facts = {fact.name: fact.value for fact in sheet.facts}
    assert (facts["SHA-256 of p-1.xml"], facts["SHA-256 of p-2.xml"]) == ("aa", "bb")
    assert facts["Photographed"] == "14 Oct 2025 to 15 Oct 2025"
    names = {image.anchor: image.name for image in dossier.images}
    assert [names[anchor] for anchor in sheet.pages] == ["page-1.png", "page-0.png"]
    assert [line.leaf for line in sheet.lines] == ["page 1", "page 2"]


def test_how_a_record_and_its_pages_are_to_be_handled_stands_with_its_facts() -> None:
    stated = {
        RecordKind.PRIMARY: Handling(holder="Municipal archive", withhold=(2,)),
        RecordKind.PAGE: Handling(found_on="a soldier", relation="dead"),
    }
    case = cases.quay()
    held = tuple(replace(r, handling=stated.get(r.kind)) for r in case.records)
    (sheet,) = replace(case, records=held).build().records
    told = {fact.name: fact.value for fact in sheet.facts}
    assert told["Holder"] == "Municipal archive"
    assert told["Not to be published"] == "line 2"
    assert told["Found on (page-1.png)"] == "a soldier"
    assert told["To be published (page-1.png)"] == "withheld"
