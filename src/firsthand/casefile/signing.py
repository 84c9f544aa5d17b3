"""Signatures over the log: Ed25519 (RFC 8032), with a key that the user makes and keeps outside the case."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from firsthand.casefile.trouble import explained
from firsthand.errors import Refused
from firsthand.model import Entry, Signature

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

MAKE = "Make a key with firsthand seal --new-key FILE"
LARGEST = 100_000  # bytes; a key has some 120


def message(signature: Signature) -> bytes:
    """What is signed: each field after its length in eight bytes, as in the log itself."""
    fields = ("log signed", str(signature.number), signature.hash, signature.by, signature.at)
    parts = [each.encode("utf-8", "surrogatepass") for each in fields]
    return b"".join(len(part).to_bytes(8, "big") + part for part in parts)


def stamped(signature: Signature) -> bytes:
    """What a timestamp is over: the message and the signature."""
    return message(signature) + bytes.fromhex(signature.signature)


def sign(key: Ed25519PrivateKey, entry: Entry, by: str, at: str) -> Signature:
    """The signature of ``key`` over the log up to ``entry``."""
    public = key.public_key().public_bytes_raw().hex()
    unsigned = Signature(entry.number, entry.hash, by, at, public)
    return replace(unsigned, signature=key.sign(message(unsigned)).hex())


def holds(signature: Signature) -> bool:
    """Whether the signature fits its key and what it says of itself."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(signature.key))
        key.verify(bytes.fromhex(signature.signature), message(signature))
    except (InvalidSignature, ValueError):
        return False
    return True


def new_key(file: Path) -> str:
    """Makes a private key in ``file`` (PEM, for its owner alone); the public key as hex digits.

    Refuses a file that is there already, and a place inside a case.
    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    _refuse_inside(file)
    key = Ed25519PrivateKey.generate()
    data = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    if not file.parent.is_dir():
        raise Refused("there is no such folder", where=str(file.parent), do="Make it first")
    with explained(file):
        try:
            handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            raise Refused("is there already", where=str(file), do="Name a new file for the key") from None
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
    return key.public_key().public_bytes_raw().hex()


def read_key(file: Path) -> Ed25519PrivateKey:
    """The private key in ``file``. Refuses what is none, and one that lies inside a case."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    _refuse_inside(file)
    try:
        with file.open("rb") as stream:
            key = load_pem_private_key(stream.read(LARGEST), None)
    except OSError as error:
        raise Refused(f"cannot be read ({error.strerror})", where=str(file), do=MAKE) from error
    except TypeError as error:
        do = "Take the password off a copy: openssl pkey -in FILE -out COPY"
        raise Refused("the key is locked with a password", where=str(file), do=do) from error
    except (ValueError, UnsupportedAlgorithm) as error:
        raise Refused("is not a private key (PEM)", where=str(file), do=MAKE) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise Refused("is a key, but not for Ed25519", where=str(file), do=MAKE)
    return key


def _refuse_inside(file: Path) -> None:
    """A key in the case would go with every copy of it."""
    for folder in file.absolute().parents:
        if (folder / "case.db").exists() or (folder / "bagit.txt").exists():
            what = f"lies in the case {folder}, and would be given away with it"
            raise Refused(what, where=str(file), do="Keep the key in a folder of your own")
