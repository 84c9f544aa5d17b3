"""The names under which files state what they are."""

from __future__ import annotations

from firsthand.records.fields import NAMES, assign, told


def test_names_are_known_in_many_spellings_and_the_first_value_holds() -> None:
    fields, extra = assign([("Date Published", "2024"), ("date", "2023"), ("DESK", "city"), ("author", "")])
    assert fields == {"published": "2024"}
    assert extra == {"date": "2023", "DESK": "city"}


def test_no_name_means_two_fields() -> None:
    names = [name for group in NAMES.values() for name in group]
    assert len(names) == len(set(names))


def test_what_is_not_stated_is_empty() -> None:
    assert told({"title": "Bridge"})["title"] == "Bridge"
    assert set(told({}).values()) == {""}
