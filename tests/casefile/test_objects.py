from __future__ import annotations

import io
import stat
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.casefile import objects
from firsthand.casefile.objects import Objects
from firsthand.errors import CaseDamaged
from firsthand.model import digest


@pytest.fixture
def store(tmp_path: Path) -> Objects:
    return Objects(tmp_path / "objects")


def put(store: Objects, data: bytes) -> str:
    arriving, name, size = store.arrive(io.BytesIO(data))
    assert size == len(data)
    store.settle({name: arriving})
    return name


def test_an_object_lies_under_its_hash_read_only(store: Objects) -> None:
    name = put(store, b"hello")
    assert name == sha256(b"hello").hexdigest()
    path = store.folder / name[:2] / name
    assert path == store.path(name) and path.read_bytes() == b"hello"
    assert not path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    assert list(store.files()) == [path]


def test_sha256sum_agrees(store: Objects) -> None:
    name = put(store, b"hello")
    printed = subprocess.run(
        ["sha256sum", store.path(name)], capture_output=True, text=True, check=True
    ).stdout
    assert printed.split()[0] == name


@given(st.binary(max_size=64), st.integers(1, 70))
def test_any_bytes_come_back_in_whatever_pieces(tmp_path_factory, data: bytes, piece: int) -> None:
    store = Objects(tmp_path_factory.mktemp("case") / "objects")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(objects, "PIECE", piece)
        name = put(store, data)
        assert b"".join(store.pieces(name)) == data
        assert digest(store.path(name)) == name


def test_a_large_file_is_never_asked_for_as_a_whole(store: Objects) -> None:
    class Stream(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            assert size is not None and 0 < size <= 1 << 20
            return super().read(size)

    arriving, _, size = store.arrive(Stream(bytes(3_000_000)))
    assert size == arriving.stat().st_size == 3_000_000


def test_an_altered_object_is_never_served_as_the_original(store: Objects) -> None:
    name = put(store, b"hello")
    store.path(name).chmod(0o644)
    store.path(name).write_bytes(b"hullo")
    with pytest.raises(CaseDamaged, match="altered"):
        list(store.pieces(name))


def test_a_missing_object_is_damage(store: Objects) -> None:
    with pytest.raises(CaseDamaged, match="cannot be read"):
        list(store.pieces("ab" * 32))


def test_a_source_that_fails_leaves_nothing_behind(store: Objects) -> None:
    class Broken(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.arrive(Broken())
    assert list(store.files()) == []


def test_half_copied_files_are_cleared_and_only_those(store: Objects) -> None:
    name = put(store, b"hello")
    store.arrive(io.BytesIO(b"cut off"))
    store.clear_arriving()
    assert list(store.files()) == [store.path(name)]


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "seal"
    objects.write_whole(path, "first")
    monkeypatch.setattr(objects.os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "full")))
    with pytest.raises(OSError, match="full"):
        objects.write_whole(path, "second")
    assert path.read_text() == "first"
    assert list(tmp_path.iterdir()) == [path]
