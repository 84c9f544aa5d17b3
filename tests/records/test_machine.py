from __future__ import annotations

import pytest

from firsthand.records import Machine, read_manifest


def said(toml: str) -> tuple[Machine, tuple[str, ...]]:
    manifest = read_manifest(toml.encode())
    return manifest.machine, manifest.notes


def test_nothing_is_named_unless_it_is_written() -> None:
    assert said("") == (Machine(), ())


def test_each_key_is_read() -> None:
    toml = '[machine]\nendpoint = " http://localhost/v1 "\nmodel = "m"\nkey = "A_KEY"\npackages = "/p"\n'
    assert said(toml) == (Machine("http://localhost/v1", "m", "A_KEY", "/p"), ())


@pytest.mark.parametrize(
    ("toml", "note"),
    [
        ('[machine]\nmodle = "m"', "unknown key 'modle'; did you mean 'model'?"),
        ("[machine]\nmodel = 7", "model must be text"),
        ('machine = "m"', "must be a table of its own"),
    ],
)
def test_a_mistake_costs_its_own_key(toml: str, note: str) -> None:
    found, notes = said(toml)
    assert found == Machine() and len(notes) == 1 and note in notes[0]


@pytest.mark.parametrize(
    ("key", "tells"), [("SEER_KEY", False), ("", False), ("sk-abc", True), ("4f3a", True)]
)
def test_a_key_is_told_from_the_name_of_a_variable(key: str, tells: bool) -> None:
    assert Machine(key=key).tells_key is tells
