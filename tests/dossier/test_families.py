from __future__ import annotations

from firsthand.dossier.families import MOST, families
from firsthand.dossier.index import index
from tests.dossier import cases


def test_a_family_begins_below_the_record_and_keeps_its_number() -> None:
    case = cases.crowd(30)
    found = index(case.records, case.attributions, case.trace)
    order = [n.id for n in case.trace.nodes]
    grouped = families(found, ["wire", *(n for n in order if n != "wire")], case.trace.descents)
    numbers = {number for number in grouped.of.values() if number}
    assert numbers == set(range(1, len(grouped.names) + 1))
    assert len(grouped.names) == len(grouped.sizes) <= MOST
    assert grouped.of[case.records[0].id] == grouped.of["wire"] != 0


def test_a_report_by_itself_has_no_family() -> None:
    case = cases.lone()
    found = index(case.records, case.attributions, case.trace)
    assert set(families(found, ["book", case.records[0].id], ()).of.values()) == {0}
