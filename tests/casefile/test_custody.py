from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.casefile import custody
from firsthand.casefile.custody import Action
from firsthand.model import Entry
from tests.strategies import values, words


def chain(*actions: str, subject: str = "r") -> list[Entry]:
    entries: list[Entry] = []
    for number, action in enumerate(actions, start=1):
        before = entries[-1].hash if entries else custody.NO_ENTRY
        entries.append(custody.link(before, number, "2025-02-01", "ann", action, subject, "detail"))
    return entries


def test_an_untouched_chain_has_no_fault() -> None:
    assert custody.check(chain("a", "b", "c")) == ()
    assert custody.check([]) == ()


@given(
    st.integers(0, 2),
    st.sampled_from(["number", "at", "actor", "action", "subject", "detail", "before", "hash"]),
    words,
)
def test_any_changed_field_is_a_fault(which: int, field: str, value: str) -> None:
    entries = chain("a", "b", "c")
    changed: object = len(value) + 7 if field == "number" else value
    if changed != getattr(entries[which], field):
        entries[which] = replace(entries[which], **{field: changed})
        assert custody.check(entries)


@pytest.mark.parametrize("harm", [lambda e: e[1:], lambda e: [e[0], e[2]], lambda e: [e[0], e[2], e[1]]])
def test_entries_missing_or_moved_are_faults(harm) -> None:
    assert custody.check(harm(chain("a", "b", "c")))


def test_an_entry_rewritten_with_a_fitting_hash_breaks_the_next() -> None:
    entries = chain("a", "b", "c")
    e = entries[1]
    entries[1] = custody.link(e.before, e.number, e.at, e.actor, e.action, e.subject, "another detail")
    assert [fault.where for fault in custody.check(entries)] == ["custody log, entry 3"]


@given(values(Entry))
def test_the_hash_covers_what_an_entry_says(entry: Entry) -> None:
    e = entry
    linked = custody.link(e.before, e.number, e.at, e.actor, e.action, e.subject, e.detail)
    assert replace(linked, hash=e.hash) == entry
    assert (
        custody.link(e.before, e.number, e.at, e.actor, e.action, e.subject, e.detail + "x").hash
        != linked.hash
    )


fields = st.one_of(st.none(), words, st.integers(), st.binary(max_size=8))
table_rows = st.dictionaries(st.sampled_from(["a", "b", "ab"]), fields, max_size=3)


@given(table_rows, table_rows)
def test_rows_that_differ_have_different_digests(a: dict[str, object], b: dict[str, object]) -> None:
    same = {k: v for k, v in a.items() if v is not None} == {k: v for k, v in b.items() if v is not None}
    assert (custody.row_digest("t", a) == custody.row_digest("t", b)) is same


def test_the_type_of_a_value_and_the_table_count() -> None:
    digests = {custody.row_digest("t", {"a": each}) for each in (1, "1", b"1", 1.0)}
    assert len(digests | {custody.row_digest("u", {"a": 1})}) == 5


def test_the_digest_of_a_row_is_as_the_paper_says() -> None:
    written = b"text 5 abouttext 5 entryinteger 1 1text 3 keytext 5 title"
    assert custody.row_digest("about", {"key": "title", "entry": 1, "none": None}) == sha256(written).digest()


@given(words, st.lists(st.binary(min_size=32, max_size=32), max_size=3))
def test_the_rows_of_an_entry_come_back_and_leave_its_words(detail: str, digests: list[bytes]) -> None:
    entry = custody.link("", 1, "", "", "a", "s", custody.with_rows(detail, digests))
    assert custody.rows_of(entry) == (len(digests), custody.common_digest(reversed(digests)))
    assert custody.plain(entry) == detail


def test_a_detail_without_rows_says_so() -> None:
    entry = chain("a")[0]
    assert custody.rows_of(entry) is None
    assert custody.plain(entry) == "detail"


def test_a_later_entry_takes_the_place_of_one_about_the_same_thing() -> None:
    entries = chain(
        Action.READ, Action.CORRECTED, Action.ATTRIBUTED, Action.ATTRIBUTED, Action.AGAIN, Action.AGAIN
    )
    assert list(custody.standing(entries)) == [2, 4, 5, 6]
