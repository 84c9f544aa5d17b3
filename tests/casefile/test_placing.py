"""Files that are given out."""

from __future__ import annotations

from pathlib import Path

import pytest

from firsthand.casefile import place
from firsthand.errors import NoRoom


def test_a_file_is_replaced_as_a_whole(tmp_path: Path) -> None:
    place(tmp_path / "a", b"one")
    place(tmp_path / "a", b"two")
    assert (tmp_path / "a").read_bytes() == b"two" and len(list(tmp_path.iterdir())) == 1


def test_where_nothing_can_be_written_it_is_said_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NoRoom, match="Make the folder"):
        place(tmp_path / "gone" / "a", b"one")
    (tmp_path / "taken").mkdir()
    with pytest.raises(NoRoom, match="choose another place"):
        place(tmp_path / "taken", b"one")
    assert [each.name for each in tmp_path.iterdir()] == ["taken"]
