"""Is a case, or a bag with one, as it was written, and who signed it? What ``firsthand verify`` says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from firsthand import bagging, sealing
from firsthand.case import Case
from firsthand.model import Fault, Right


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found: faults, the length and head of the log, and sentences on who signed what and when."""

    faults: tuple[Fault, ...]
    entries: int
    head: str
    signatures: tuple[str, ...]

    @property
    def altered(self) -> int:
        """How many of the faults are none that an interrupted run leaves."""
        return sum(not fault.harmless for fault in self.faults)


def check(folder: Path, roots: Sequence[Path] = ()) -> Checked:
    """Looks at everything in ``folder``, a case or a bag with one, and writes nothing.

    ``roots`` are files with certificates of authorities for timestamps that are trusted. Refusals as of
    ``Case.open``.
    """
    packed = tuple(bagging.faults(folder)) if bagging.is_bag(folder) else ()
    with Case.open(folder / "data" if bagging.is_bag(folder) else folder, Right.READ) as case:
        signatures, log = case.signatures(), case.custody()
        faults = case.verify()
    said = list(sealing.stamps(signatures, roots))
    unsaid = tuple(each for each in said if isinstance(each, Fault))
    spoilt = {fault.where for fault in faults}
    signed = (
        sealing.told(each)
        for each in signatures
        if f"signature over entry {each.number} of the log" not in spoilt
    )
    sentences = (*signed, *(each for each in said if isinstance(each, str)))
    return Checked((*packed, *faults, *unsaid), len(log), log[-1].hash if log else "", sentences)
