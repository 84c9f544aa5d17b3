from __future__ import annotations

import pytest

from firsthand.model import Outlet
from firsthand.records import read_manifest


def test_outlets_that_a_case_makes_known() -> None:
    told = b'[[outlet]]\nnames = ["Harbour Gazette"]\nshort = ["HG"]\ndomains = ["gazette.example"]\n'
    manifest = read_manifest(told)
    assert manifest.outlets == (Outlet(("Harbour Gazette",), ("HG",), ("gazette.example",)),)
    assert manifest.notes == ()


@pytest.mark.parametrize(
    "wrong", ["", "names = []", 'names = "HG"', 'names = ["HG"]\nhost = "x"', "names = [1]"]
)
def test_an_entry_with_a_mistake_is_left_out_and_told(wrong: str) -> None:
    manifest = read_manifest(f"[[outlet]]\n{wrong}\n".encode())
    assert manifest.outlets == () and len(manifest.notes) == 1
