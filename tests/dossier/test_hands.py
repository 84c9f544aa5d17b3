from __future__ import annotations

from dataclasses import replace

from firsthand.dossier.hands import chain, hands
from firsthand.dossier.index import index
from firsthand.model import Hop, Role
from tests import builders
from tests.dossier import cases


def test_hands_run_from_the_reader_back_and_a_gap_is_a_gap() -> None:
    case = cases.lone()
    text = case.records[0].text
    said = replace(
        case.attributions[0],
        hands=(
            Hop(Role.SPEAKER, None),
            Hop(Role.ADDRESSEE, builders.span(text, "the sailor")),
            Hop(Role.RELAY, builders.span(text, "the harbour office"), "Harbour Office"),
        ),
    )
    steps = hands(index(case.records, [said], case.trace), said)
    assert [(s.name, s.role, s.gap) for s in steps] == [
        ("Harbour Office", "relay", False),
        ("speaker not named", "speaker", True),
    ]


def test_the_nearest_hand_is_whom_a_message_was_forwarded_from() -> None:
    case = cases.lone()
    record = replace(case.records[0], extra={"forwarded_from": "Tide Brigade"})
    said = case.attributions[0]
    steps = hands(index([record], [said], case.trace), said)
    assert steps[0].name == "Tide Brigade"
    assert steps[1:] == hands(index(case.records, [said], case.trace), said)


def test_a_chain_leads_through_the_reports_to_the_record() -> None:
    case = cases.quay()
    found = index(case.records, case.attributions, case.trace)
    copied = [a for a in case.attributions if a.record == "r3"]
    names = [s.name for s in chain(found, copied)]
    assert names[:3] == ["Evening Echo", "Morning Wire", "Harbour Gazette"]
    assert "translation by Ha Miran" in names[-1]


def test_nothing_has_no_chain() -> None:
    case = cases.lone()
    assert chain(index(case.records, case.attributions, case.trace), []) == ()
