"""Editions that are made from the browser: in a process of their own, kept for as long as the server runs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from weakref import finalize
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import msgspec

from firsthand.workbench.working import Tell, Work

KINDS = ("public", "restricted")
JOB = "edition"
WHOLE, TOLD = "edition.zip", "told.json"
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # of everything in a zip, so that one edition is always the same bytes
ABOUT = {
    WHOLE: "Everything: pages for a browser, all files below, and SHA256SUMS",
    "dossier.html": "One file, to be sent by mail",
    "dossier.pdf": "On paper",
    "dossier.docx": "A report for Word or LibreOffice",
    "dossier.json": "For programs",
    "citations.bib": "Citations for LaTeX (BibTeX)",
    "citations.json": "Citations for Zotero and others (CSL-JSON)",
}


@dataclass(frozen=True, slots=True)
class File:
    """A file to be taken away: what it is for, its bytes, and its SHA-256, "" for one that is packed only."""

    name: str
    about: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class EditionMade:
    """An edition, "public" or "restricted", made when the log had so many ``entries``: its files; in
    sentences what it leaves out, what to look at before it is given out, which file is missing and why."""

    kind: str
    entries: int
    files: tuple[File, ...]
    withheld: tuple[str, ...]
    doubts: tuple[str, ...]
    missing: tuple[str, ...]


class Editions:
    """The editions of one case that were made since the server was started, in a folder that goes with it."""

    def __init__(self) -> None:
        self._open()

    def _open(self) -> None:
        self.kept = Path(mkdtemp(prefix="firsthand-editions-"))
        # Also when the server ends and nobody closes it.
        self.close = finalize(self, rmtree, self.kept, ignore_errors=True)

    def make(self, kind: str, work: Work) -> bool:
        """Begins to make one; False where something else is being done."""
        if not self.kept.is_dir():  # what cleans such folders after some days has taken it
            self._open()
        return work.start(partial(make, kind, self.kept), f"{kind} {JOB}")

    def made(self, kind: str) -> EditionMade | None:
        """What there is of an edition; None where it was not made, or is being made."""
        try:
            return msgspec.json.decode((self._at(kind) / TOLD).read_bytes(), type=EditionMade)
        except FileNotFoundError:
            return None

    def file(self, kind: str, name: str) -> Path | None:
        """A file of an edition to be taken away; None where there is none of this name."""
        made = self.made(kind) if kind in KINDS else None
        known = made is not None and name in [each.name for each in made.files]
        return _lies(self._at(kind), kind, name) if known else None

    def _at(self, kind: str) -> Path:
        return self.kept / kind


def make(kind: str, kept: Path, folder: Path, tell: Tell) -> None:
    """In a process of its own: makes an edition of the case in ``folder``, as ``firsthand publish`` does."""
    from firsthand.case import Case

    at = kept / kind
    at.mkdir(exist_ok=True)
    (at / TOLD).unlink(missing_ok=True)
    public = kind == KINDS[0]
    with Case.open(folder) as case:
        tell("laying out", 0, 0)
        withheld = case.dossier(public).withheld
        tell("writing", 0, 0)
        made = case.edition(at / kind, public)
        doubts = case.doubts() if public else ()
        entries = case.entries
    tell("packing", 0, 0)
    _pack(at / kind, at / WHOLE)
    files = tuple(
        File(name, says, _lies(at, kind, name).stat().st_size, made.files.get(name, ""))
        for name, says in ABOUT.items()
        if _lies(at, kind, name).is_file()
    )
    said = withheld.sentences if withheld else ()
    told = EditionMade(kind, entries, files, said, doubts, made.missing)
    arriving = at / f"{TOLD}.new"
    arriving.write_bytes(msgspec.json.encode(told))
    arriving.replace(at / TOLD)


def _lies(at: Path, kind: str, name: str) -> Path:
    return at / name if name == WHOLE else at / kind / name


def _pack(folder: Path, into: Path) -> None:
    """The files of an edition, and the list of their hashes, in a zip; whoever is taking the one before away
    has all of that."""
    arriving = into.with_name(f"{into.name}.new")
    with ZipFile(arriving, "w", ZIP_DEFLATED) as packed:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = ZipInfo(path.relative_to(folder).as_posix(), LONG_AGO)
            packed.writestr(entry, path.read_bytes(), ZIP_DEFLATED)
    arriving.replace(into)
