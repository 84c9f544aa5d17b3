from __future__ import annotations

from dataclasses import replace

from firsthand.dossier.index import index
from firsthand.dossier.people import disputes, source_sheets
from firsthand.model import Disagreement
from tests.dossier import cases


def test_sources_stand_by_how_often_they_speak() -> None:
    case = cases.lone()
    sheets = source_sheets(index(case.records, case.attributions, case.trace), case.trace)
    assert [(s.name, s.being, len(s.where)) for s in sheets] == [
        ("the sailor", "person", 2),
        ("the notebook", "document", 1),
    ]


def test_both_sides_of_a_disagreement_are_kept_with_their_records() -> None:
    case = cases.quay()
    values = (("book", "1997"), ("english", "2001"), ("gone", "1999"))
    trace = replace(case.trace, disagreements=(Disagreement("Ha", "born", values, "Both are kept."),))
    (dispute,) = disputes(index(case.records, case.attributions, trace), trace)
    assert [c.value for c in dispute.values] == ["1997", "2001", "1999"]
    assert [c.record for c in dispute.values] == [
        "The quay notebook",
        "A reading",
        "a record that is not in the case",
    ]
