"""A person signs the log of a case: what ``Case.sign`` does, and what the signatures of a case say."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from firsthand.casefile import CaseFile, now, signing, stamping
from firsthand.casefile.signing import new_key
from firsthand.errors import CaseDamaged
from firsthand.model import Fault, Signature

__all__ = ["new_key", "seal", "stamps", "told"]


def seal(file: CaseFile, key: Path, by: str, authority: str = "") -> Signature:
    """Signs the log of a case, open for writing, as it is now; the signature that was stored.

    With the address of an ``authority`` a timestamp is asked for there, and this alone opens a connection.
    Refuses to sign what is not as it was written.
    """
    private = signing.read_key(key)
    altered = [fault for fault in file.verify() if not fault.harmless]
    if altered:
        what = f"is not as it was written, and was not signed ({altered[0].where}: {altered[0].what})"
        raise CaseDamaged(what, where=str(file.folder), do="Run firsthand verify on it")
    last = file.custody()[-1]
    made = signing.sign(private, last, by or last.actor, now())
    if authority:
        token = stamping.fetch(authority, signing.stamped(made))
        made = replace(made, token=b64encode(token).decode(), authority=authority)
    file.sign(made)
    return made


def told(signature: Signature) -> str:
    """Who signed what and when, as a sentence."""
    at = _moment(signature.at)
    return (
        f"{signature.by} signed the log up to entry {signature.number} on {at}, by their own clock and name, "
        f"with the key {signature.key}"
    )


def stamps(signatures: Sequence[Signature], roots: Sequence[Path]) -> Iterator[str | Fault]:
    """What the timestamps say, one sentence each; a fault where nobody trusted vouches for one."""
    for each in signatures:
        if each.token and not stamping.wrong(each):
            try:
                yield stamping.said(each, roots)
            except stamping.NoTimestamp as error:
                yield Fault(f"signature over entry {each.number} of the log", error.what, error.do)


def _moment(at: str) -> str:
    try:
        return datetime.fromisoformat(at).strftime("%d %B %Y, %H:%M:%S %Z").lstrip("0").strip()
    except ValueError:
        return at
