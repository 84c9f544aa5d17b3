from __future__ import annotations

import os
import stat
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.casefile import CaseFile, signing
from firsthand.errors import Refused
from firsthand.model import Entry
from tests.casefile import cases
from tests.strategies import words

ENTRY = Entry(3, "2025-02-01T10:00:00+00:00", "ann", "record read", "a", "b", "0" * 64, "ab" * 32)


@pytest.fixture
def key(tmp_path: Path) -> Path:
    signing.new_key(tmp_path / "my.pem")
    return tmp_path / "my.pem"


def test_a_new_key_is_for_its_owner_alone_and_signs(tmp_path: Path) -> None:
    file = tmp_path / "my.pem"
    public = signing.new_key(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    made = signing.sign(signing.read_key(file), ENTRY, "Ann Lee", "2025-02-03T10:00:00+00:00")
    assert (made.key, made.number, made.hash) == (public, 3, ENTRY.hash)
    assert signing.holds(made)


@given(words, words)
def test_a_signature_holds_for_what_was_signed_and_nothing_else(by: str, at: str) -> None:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    made = signing.sign(Ed25519PrivateKey.from_private_bytes(bytes(32)), ENTRY, by, at)
    assert signing.holds(made)
    others = ({"by": by + "x"}, {"at": "x" + at}, {"number": 4}, {"hash": "cd" * 32}, {"key": "cd" * 32})
    assert not any(signing.holds(replace(made, **other)) for other in others)


@given(st.text(max_size=130))
def test_what_is_no_signature_does_not_hold(text: str) -> None:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    made = signing.sign(Ed25519PrivateKey.from_private_bytes(bytes(32)), ENTRY, "a", "b")
    assert not signing.holds(replace(made, signature=text))
    assert not signing.holds(replace(made, key=text))


def test_a_key_is_never_written_over_another_file(key: Path) -> None:
    before = key.read_bytes()
    with pytest.raises(Refused, match="there already"):
        signing.new_key(key)
    assert key.read_bytes() == before
    with pytest.raises(Refused, match="no such folder"):
        signing.new_key(key.parent / "no" / "my.pem")


@pytest.mark.parametrize("inside", ["my.pem", "keys/my.pem", "objects/my.pem"])
def test_a_key_inside_a_case_is_neither_made_nor_used(tmp_path: Path, key: Path, inside: str) -> None:
    folder = cases.full(tmp_path / "c")
    (folder / "keys").mkdir()
    with pytest.raises(Refused, match="given away"):
        signing.new_key(folder / inside)
    assert not (folder / inside).exists()
    key.rename(folder / inside)
    with pytest.raises(Refused, match="given away"):
        signing.read_key(folder / inside)


@pytest.mark.parametrize("data", [b"", b"my key", b"-----BEGIN PRIVATE KEY-----\nAAAA\n", os.urandom(300)])
def test_what_is_no_key_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "odd").write_bytes(data)
    with pytest.raises(Refused, match="not a private key"):
        signing.read_key(tmp_path / "odd")
    with pytest.raises(Refused, match="cannot be read"):
        signing.read_key(tmp_path / "gone")


def test_keys_of_other_kinds_and_locked_ones_are_told_apart(tmp_path: Path) -> None:
    from cryptography.hazmat.primitives import serialization as s
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519

    form = (s.Encoding.PEM, s.PrivateFormat.PKCS8)
    other = ec.generate_private_key(ec.SECP256R1()).private_bytes(*form, s.NoEncryption())
    locked = ed25519.Ed25519PrivateKey.generate().private_bytes(*form, s.BestAvailableEncryption(b"x"))
    for data, why in ((other, "not for Ed25519"), (locked, "password")):
        (tmp_path / "key").write_bytes(data)
        with pytest.raises(Refused, match=why):
            signing.read_key(tmp_path / "key")


def test_a_signature_over_another_log_is_not_stored(tmp_path: Path) -> None:
    with cases.place(tmp_path / "c") as case:
        made = cases.signature(case)
        for other in (replace(made, hash="0" * 64), replace(made, number=9), replace(made, by="Other")):
            with pytest.raises(ValueError, match="not over this log"):
                case.sign(other)
        case.sign(made)
        assert case.signatures() == (made,)
        assert case.verify() == ()


def test_a_forged_signature_is_found_even_with_a_whole_log_around_it(tmp_path: Path, monkeypatch) -> None:
    folder = tmp_path / "c"
    with cases.place(folder) as case:
        monkeypatch.setattr(signing, "holds", lambda _: True)
        case.sign(replace(cases.signature(case), by="Somebody else"))
        monkeypatch.undo()
    with CaseFile.open(folder) as case:
        (fault,) = case.verify()
    assert "does not fit the key" in fault.what and "Somebody else" in fault.what


def test_openssl_takes_the_key(key: Path) -> None:
    try:
        done = subprocess.run(
            ["openssl", "pkey", "-in", key, "-noout", "-text"], capture_output=True, text=True
        )
    except FileNotFoundError:
        pytest.skip("needs the command openssl")
    assert done.returncode == 0 and "ED25519" in done.stdout
