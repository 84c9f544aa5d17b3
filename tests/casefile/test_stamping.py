from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from firsthand.casefile import signing, stamping
from firsthand.casefile.stamping import NoTimestamp
from firsthand.errors import Refused
from firsthand.model import Signature
from tests.casefile.authority import Authority, serving
from tests.casefile.test_signing import ENTRY


@pytest.fixture(scope="module")
def authority(tmp_path_factory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority") / "here")


def signature() -> Signature:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return signing.sign(Ed25519PrivateKey.from_private_bytes(bytes(32)), ENTRY, "Ann Lee", "2025-02-03")


@pytest.fixture(scope="module")
def stamped(authority: Authority) -> Signature:
    made = signature()
    with serving(authority.answer) as (address, came):
        token = stamping.fetch(address, signing.stamped(made))
    assert sha256(signing.stamped(made)).digest() in came[0] and len(came[0]) < 100  # a hash, and no more
    return replace(made, token=b64encode(token).decode(), authority="https://clock.example/")


def test_a_timestamp_is_told_and_with_a_root_checked(authority: Authority, stamped: Signature) -> None:
    assert stamping.wrong(stamped) == ""
    assert "--root" in stamping.said(stamped)
    assert "by a certificate that you trust" in stamping.said(stamped, [authority.root])


def test_a_root_that_did_not_vouch_for_it_is_told(tmp_path: Path, stamped: Signature) -> None:
    other = Authority(tmp_path / "other")
    with pytest.raises(NoTimestamp, match="none of the authorities"):
        stamping.said(stamped, [other.root])
    (tmp_path / "odd.pem").write_text("a certificate")
    with pytest.raises(Refused, match="is no certificate"):
        stamping.said(stamped, [tmp_path / "odd.pem"])
    with pytest.raises(Refused, match="cannot be read"):
        stamping.said(stamped, [tmp_path / "gone.pem"])


def test_a_timestamp_over_something_else_or_cut_short_is_wrong(stamped: Signature) -> None:
    assert stamping.wrong(replace(stamped, by="Somebody else")) == "is over something else"
    for token in ("", "AAAA", "no base64!", stamped.token[:100], b64encode(b"0\x05").decode()):
        assert stamping.wrong(replace(stamped, token=token)) == "cannot be read"


def test_an_altered_token_is_vouched_for_by_nobody(authority: Authority, stamped: Signature) -> None:
    from base64 import b64decode

    whole = b64decode(stamped.token)
    for at in range(len(whole) - 70, len(whole), 9):  # the signature of the authority stands at the end
        token = whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]
        altered = replace(stamped, token=b64encode(token).decode())
        assert stamping.wrong(altered) or _refused(altered, authority.root)


def _refused(altered: Signature, root: Path) -> bool:
    with pytest.raises(NoTimestamp):
        stamping.said(altered, [root])
    return True


@pytest.mark.parametrize("address", ["clock.example", "file:///etc/passwd", "ftp://a/b", "https://", ""])
def test_what_is_no_address_is_refused_before_anything_is_opened(address: str) -> None:
    with pytest.raises(Refused, match="no address"):
        stamping.fetch(address, b"x")


@pytest.mark.parametrize("body", [b"", b"<html>no</html>", b"0" * 3_000_000, bytes.fromhex("30053003020102")])
def test_an_answer_that_is_no_timestamp_ends_in_a_sentence(body: bytes) -> None:
    with serving(lambda _: body) as (address, _), pytest.raises(NoTimestamp, match="cannot be read"):
        stamping.fetch(address, b"x")


def test_the_answer_to_another_question_is_not_taken(authority: Authority) -> None:
    kept: list[bytes] = []
    with serving(lambda asked: kept.append(authority.answer(asked)) or kept[0]) as (address, _):
        stamping.fetch(address, b"x")
        with pytest.raises(NoTimestamp, match="something else"):
            stamping.fetch(address, b"y")
        with pytest.raises(NoTimestamp, match="another question"):
            stamping.fetch(address, b"x")


def test_nobody_there_and_an_error_end_in_a_sentence() -> None:
    with (
        serving(lambda _: b"", 500) as (address, _),
        pytest.raises(NoTimestamp, match="Internal Server Error"),
    ):
        stamping.fetch(address, b"x")
    with pytest.raises(NoTimestamp, match="no timestamp came"):
        stamping.fetch(address, b"x")
