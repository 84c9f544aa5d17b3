"""Timestamps over signatures (RFC 3161): somebody else's word for when a signature was there already.

``fetch`` opens a connection, to the address that it is given, and is called only where a person asked for
it; what leaves the machine is a hash. Everything else here works without a network.
"""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from firsthand.casefile import signing
from firsthand.errors import FirsthandError, Refused
from firsthand.model import Signature

if TYPE_CHECKING:
    from cryptography.x509 import Certificate
    from rfc3161_client import TimeStampResponse

PATIENCE = 30.0  # seconds
LARGEST = 1 << 20  # bytes; tokens have some 6,000
AGAIN = "Ask again later, ask another authority, or seal without --timestamp"


class NoTimestamp(FirsthandError):
    """The authority did not give a timestamp that can be used."""


def fetch(address: str, data: bytes) -> bytes:
    """The timestamp over ``data`` that the authority at ``address`` gives: its response (DER) as it came.

    Refuses an address that is none, and raises NoTimestamp where no fitting answer comes.
    """
    from rfc3161_client import TimestampRequestBuilder
    from rfc3161_client.base import HashAlgorithm

    if urlsplit(address).scheme not in ("http", "https") or not urlsplit(address).hostname:
        raise Refused("is no address of an authority", where=address, do="It begins with https:// or http://")
    asked = TimestampRequestBuilder().data(data).hash_algorithm(HashAlgorithm.SHA256).build()
    answer = _posted(address, asked.as_bytes())
    wrong = _wrong(answer, data)
    if not wrong and _read(answer).tst_info.nonce != asked.nonce:
        wrong = "answers another question"
    if wrong:
        raise NoTimestamp(f"the timestamp that came {wrong}", where=address, do=AGAIN)
    return answer


def _posted(address: str, question: bytes) -> bytes:
    from http.client import HTTPException
    from urllib.request import Request, urlopen

    request = Request(address, question, {"Content-Type": "application/timestamp-query"})
    try:
        with urlopen(request, timeout=PATIENCE) as answer:
            return bytes(answer.read(LARGEST))
    except (OSError, HTTPException, ValueError) as error:
        cause = getattr(error, "reason", None) or error
        why = getattr(cause, "strerror", None) or cause
        raise NoTimestamp(f"no timestamp came ({why})", where=address, do=AGAIN) from error


def wrong(signature: Signature) -> str:
    """What is wrong with the timestamp of a signature, to follow "its timestamp"; "" if nothing is.

    Whether the authority is to be trusted is not asked: see ``said``.
    """
    return _wrong(_token(signature), signing.stamped(signature))


def said(signature: Signature, roots: Sequence[Path] = ()) -> str:
    """What the timestamp says, as a sentence. ``roots`` are files with certificates that are trusted.

    Raises NoTimestamp if none of them vouches for it.
    """
    found = _read(_token(signature))
    at = found.tst_info.gen_time.strftime("%d %B %Y, %H:%M:%S UTC").lstrip("0")
    says = f"A timestamp of {signature.authority} says that this signature was there on {at}"
    if not roots:
        return f"{says}; name the authority's root certificate with --root to check that it is theirs"
    _check(found, signing.stamped(signature), roots)
    return f"{says}; it is theirs by a certificate that you trust"


def _check(found: TimeStampResponse, data: bytes, roots: Sequence[Path]) -> None:
    from rfc3161_client import VerificationError, VerifierBuilder

    certificates = [each for file in roots for each in _certificates(file)]
    try:
        VerifierBuilder(roots=certificates).build().verify_message(found, data)
    except VerificationError as error:
        raise NoTimestamp(
            "the timestamp is by none of the authorities that you trust",
            do="Ask the authority for the root certificate that was in use then",
        ) from error


def _certificates(file: Path) -> list[Certificate]:
    from cryptography.x509 import load_der_x509_certificate, load_pem_x509_certificates

    try:
        data = file.read_bytes()
        pem = data.lstrip().startswith(b"-----BEGIN")
        return load_pem_x509_certificates(data) if pem else [load_der_x509_certificate(data)]
    except OSError as error:
        raise Refused(f"cannot be read ({error.strerror})", where=str(file)) from error
    except ValueError as error:
        do = "Ask the authority for its root certificate (PEM or DER)"
        raise Refused("is no certificate", where=str(file), do=do) from error


def _token(signature: Signature) -> bytes:
    try:
        return b64decode(signature.token, validate=True)
    except ValueError:
        return b""


def _wrong(token: bytes, data: bytes) -> str:
    try:
        found = _read(token)
        imprint = found.tst_info.message_imprint
        if imprint.hash_algorithm.dotted_string != "2.16.840.1.101.3.4.2.1":
            return "uses another hash than SHA-256"
        return "" if imprint.message == sha256(data).digest() else "is over something else"
    except ValueError:
        return "cannot be read"


def _read(token: bytes) -> TimeStampResponse:
    """A ValueError where it is no token, or the authority refused."""
    from rfc3161_client import decode_timestamp_response

    return decode_timestamp_response(token)
