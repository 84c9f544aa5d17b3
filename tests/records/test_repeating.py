from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Record, RecordKind
from firsthand.records.repeating import heads, repeats, under_its_name

PLAIN = Record("ab", "ab", "gazette/flood.txt", text="The weir held.")
SIGNED = replace(PLAIN, outlet="Gazette", published="2025-02-01")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("a.txt", "in/a.txt", True),
        ("a.txt", "a (1).txt", True),
        ("a.txt", "in/a - Copy (2).txt", True),
        ("in/a copy.txt", "a.txt", True),
        ("gazette/a.txt", "herald/a.txt", False),
        ("gazette.txt", "herald.txt", False),
        ("a.txt", "ba.txt", False),
        ("in/a.txt", "out/in/a.txt", True),
    ],
)
def test_a_file_is_known_from_further_up_and_as_a_copy(one: str, other: str, same: bool) -> None:
    for names in ([one, other], [other, one]):
        assert heads(names) == {names[0]: names[0], names[1]: names[0] if same else names[1]}


def test_one_name_is_the_file_of_one_folder_only() -> None:
    found = heads(["a.txt", "a (1).txt", "gazette/a (1).txt", "herald/a.txt", "in/gazette/a.txt"])
    assert list(found.values()) == ["a.txt", "a.txt", "a.txt", "herald/a.txt", "a.txt"]


@given(st.lists(st.lists(st.sampled_from("ab"), min_size=1, max_size=4).map("/".join), max_size=9))
def test_every_name_has_a_head_that_is_its_own_and_means_the_same_file(names: list[str]) -> None:
    found = heads(names)
    assert list(found) == list(dict.fromkeys(names))
    for name, head in found.items():
        assert found[head] == head
        assert f"/{name}".endswith(f"/{head}") or f"/{head}".endswith(f"/{name}")


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (replace(SIGNED, name="x/y.txt"), True),
        (replace(SIGNED, outlet="GAZETTE"), True),
        (replace(SIGNED, outlet="Herald"), False),
        (replace(SIGNED, published="2025-02-02"), False),
        (replace(SIGNED, url="https://herald.example/1"), False),
        (replace(SIGNED, kind=RecordKind.PRIMARY), False),
        (replace(SIGNED, part="row 2"), False),
        (PLAIN, True),
        (replace(PLAIN, name="herald/flood.txt"), False),
    ],
)
def test_a_report_is_another_where_something_else_is_told_of_it(other: Record, same: bool) -> None:
    one_file = other.name == SIGNED.name
    assert (repeats(SIGNED, other, one_file), repeats(other, SIGNED, one_file)) == (same, same)


def test_names_tell_reports_apart_that_nobody_signed_but_not_rows_nor_what_is_no_report() -> None:
    elsewhere = replace(PLAIN, name="herald/flood.txt")
    assert not repeats(PLAIN, elsewhere, False)
    assert repeats(replace(PLAIN, part="row 1"), replace(elsewhere, part="row 1"), False)
    primary = replace(PLAIN, kind=RecordKind.PRIMARY)
    assert repeats(primary, replace(primary, name="herald/flood.txt"), False)


def test_the_second_report_of_the_same_bytes_has_an_id_of_its_own() -> None:
    ids = {under_its_name(replace(PLAIN, name=name)).id for name in ("a.txt", "b.txt")}
    assert len(ids | {PLAIN.id}) == 3
