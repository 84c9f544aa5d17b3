from __future__ import annotations

from types import SimpleNamespace

import pytest
from hypothesis import given

from firsthand.casefile import rows
from firsthand.errors import CaseDamaged
from firsthand.model import Attribution, Entry, Record, Refusal, Ruling, Trace, aligned
from tests.strategies import values


def stored(row: dict[str, object]) -> SimpleNamespace:
    return SimpleNamespace(**row)


@given(values(Record))
def test_a_record_comes_back(record: Record) -> None:
    row = rows.from_record(record, 1, b"map")
    assert rows.to_record(stored(row)) == aligned(record, None)  # the alignments hold what lines answer to
    assert row["text"] == record.text and row["offsets"] == b"map"


@given(values(Attribution))
def test_an_attribution_comes_back(attribution: Attribution) -> None:
    assert rows.to_attribution(stored(rows.from_attribution(attribution, 0))) == attribution


@given(values(Refusal))
def test_a_refusal_comes_back(refusal: Refusal) -> None:
    assert rows.to_refusal(stored(rows.from_refusal(refusal))) == refusal


@given(values(Ruling))
def test_a_ruling_comes_back(ruling: Ruling) -> None:
    assert rows.to_ruling(stored(rows.from_ruling(ruling))) == ruling


@given(values(Trace))
def test_a_trace_comes_back(trace: Trace) -> None:
    assert rows.to_trace(stored({"value": rows.to_json(trace)})) == trace


@given(values(Entry))
def test_an_entry_comes_back(entry: Entry) -> None:
    assert rows.to_entry(stored({name: getattr(entry, name) for name in Entry.__slots__})) == entry


def test_json_is_plain_unless_it_cannot_be() -> None:
    assert rows.to_json(["다리"]) == '["다리"]'
    assert rows.to_json(["\ud800"]) == '["\\ud800"]'


@pytest.mark.parametrize("data", ["", "{", '{"name": 3}', "[]", "[" * 100_000, '{"kind": "unheard of"}'])
def test_what_is_no_such_value_is_damage(data: str) -> None:
    with pytest.raises(CaseDamaged, match="refusal of x"):
        rows.from_json(Refusal, data, "refusal of x")


def test_only_bytes_received_again_were_known() -> None:
    row = {"object": "ab", "size": 3, "name": "a.txt", "at": "2025"}
    assert not rows.to_receipt(stored({**row, "action": "object received"})).known
    assert rows.to_receipt(stored({**row, "action": "object received again"})).known
