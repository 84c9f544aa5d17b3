"""Files that are given out."""

from __future__ import annotations

from pathlib import Path

import pytest

from firsthand.casefile import place, place_folder
from firsthand.errors import NoRoom, Refused


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


def test_a_folder_is_placed_with_a_list_of_its_hashes(tmp_path: Path) -> None:
    place_folder(tmp_path / "made", {"a.txt": b"one", "in/b.txt": b"two"})
    sums = (tmp_path / "made" / "SHA256SUMS").read_text("utf-8")
    assert sums.splitlines() == [
        "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed  a.txt",
        "3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3  in/b.txt",
    ]
    assert [each.name for each in tmp_path.iterdir()] == ["made"]


def test_a_folder_of_ours_is_replaced_whole_so_that_nothing_older_stays_in_it(tmp_path: Path) -> None:
    place_folder(tmp_path / "made", {"a.txt": b"one", "pictures/face.jpg": b"two"})
    place_folder(tmp_path / "made", {"a.txt": b"three"})
    assert sorted(each.name for each in tmp_path.rglob("*")) == ["SHA256SUMS", "a.txt", "made"]


@pytest.mark.parametrize("touch", ["added", "changed", "taken", "alone"])
def test_a_folder_with_other_things_is_left_alone(tmp_path: Path, touch: str) -> None:
    folder = tmp_path / "made"
    if touch == "alone":
        folder.mkdir()
        (folder / "letter.txt").write_text("mine")
    else:
        place_folder(folder, {"a.txt": b"one", "b.txt": b"two"})
        {
            "added": lambda: (folder / "letter.txt").write_text("mine"),
            "changed": lambda: (folder / "a.txt").write_text("mine"),
            "taken": lambda: (folder / "b.txt").unlink(),
        }[touch]()
    before = {each: each.read_bytes() for each in folder.iterdir()}
    with pytest.raises(Refused, match="other things"):
        place_folder(folder, {"a.txt": b"three"})
    assert {each: each.read_bytes() for each in folder.iterdir()} == before


def test_neither_a_file_nor_a_link_is_taken_for_a_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "empty").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "empty")
    for name in ("file", "link"):
        with pytest.raises(Refused):
            place_folder(tmp_path / name, {"a.txt": b"one"})
    with pytest.raises(NoRoom, match="Make the folder"):
        place_folder(tmp_path / "gone" / "made", {"a.txt": b"one"})


def test_what_a_run_that_was_cut_short_left_hidden_beside_a_folder_is_cleared_away(tmp_path: Path) -> None:
    for name in (".made.7", ".made.7.old", ".made.x", ".other.7"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "dossier.html").write_bytes(b"whole")
    place_folder(tmp_path / "made", {"a.txt": b"one"})
    assert sorted(each.name for each in tmp_path.iterdir()) == [".made.x", ".other.7", "made"]


def test_an_older_edition_that_cannot_be_cleared_away_is_told_with_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place_folder(tmp_path / "made", {"a.txt": b"whole"})

    def deny(path: Path, ignore_errors: bool = False) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("firsthand.casefile.placing.shutil.rmtree", deny)
    with pytest.raises(Refused, match=r"\.made\.[0-9]+\.old: holds an older edition"):
        place_folder(tmp_path / "made", {"a.txt": b"public"})
    assert (tmp_path / "made" / "a.txt").read_bytes() == b"public"
