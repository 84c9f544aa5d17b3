"""ZIP archives: limits, names, damage."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from firsthand.errors import Unreadable
from firsthand.records import archives
from firsthand.records.archives import Archive, member
from firsthand.records.document import Member, Unread
from tests.records.formats.making import zipped


def test_files_are_read_by_name_in_their_order_and_folders_are_none() -> None:
    archive = Archive(zipped({"b/": "", "b/two.txt": "2", "a.txt": "1"}))
    assert archive.names == ("b/two.txt", "a.txt")
    assert archive.read("b/two.txt") == b"2"
    assert "a.txt" in archive and "b/" not in archive


def test_a_file_that_packs_too_well_is_a_bomb() -> None:
    bomb = Archive(zipped({"bomb.txt": bytes(20_000_000), "a.txt": "1"}))
    with pytest.raises(Unreadable, match=r"claims to hold 19 MB in .* bytes, as no document does"):
        bomb.read("bomb.txt")
    assert bomb.read("a.txt") == b"1"


def test_all_files_together_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "TOTAL", 1000)
    archive = Archive(zipped({"a": "a" * 600, "b": "b" * 600}))
    archive.read("a")
    with pytest.raises(Unreadable, match="unpacks to more than"):
        archive.read("b")


def test_too_many_files_are_refused() -> None:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for number in range(archives.COUNT + 1):
            archive.writestr(f"{number}", "")
    with pytest.raises(Unreadable, match="an archive of 10,001 files"):
        Archive(out.getvalue())


def test_names_in_an_old_encoding_and_names_written_twice() -> None:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr("записка моста.txt", "1")
        archive.writestr("a.txt", "2")
    old = bytearray(out.getvalue())
    for at in (old.index(b"PK\3\4") + 6, old.index(b"PK\1\2") + 8):
        old[at + 1] &= ~0x08  # the flag that says UTF-8
    assert Archive(bytes(old)).names == ("записка моста.txt", "a.txt")
    twice = zipped({"a.txt": "1", "b.txt": "2"}).replace(b"b.txt", b"a.txt")
    archive = Archive(twice)
    assert [archive.read(name) for name in archive.names] == [b"1", b"2"]
    assert archive.names == ("a.txt", "a.txt (2)")


def test_a_damaged_or_missing_file_costs_itself() -> None:
    data = bytearray(zipped({"a.txt": "The lock was shut.", "b.txt": "2"}))
    data[data.index(b"a.txt") + 12] ^= 8
    archive = Archive(bytes(data))
    refused = member(archive, "a.txt")
    assert isinstance(refused, Unread) and refused.what == "is damaged: 'a.txt' in it cannot be unpacked"
    assert member(archive, "b.txt") == Member("b.txt", "b.txt", b"2")
    with pytest.raises(Unreadable, match="lacks the part"):
        archive.read("c.txt")
