"""Bags: a folder with a list of its files and their hashes, as archives exchange it (BagIt 1.0, RFC 8493)."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from firsthand.casefile.custody import RESTORE
from firsthand.casefile.objects import sync
from firsthand.casefile.readme import ALONE, alone
from firsthand.casefile.trouble import explained
from firsthand.errors import Refused
from firsthand.model import Fault, digest

DECLARED = "bagit.txt"
DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
PAYLOAD, TAGS = "manifest-sha256.txt", "tagmanifest-sha256.txt"
LINE = re.compile(r"([0-9a-fA-F]{64})[ \t]+\*?(.+)")


def is_bag(folder: Path) -> bool:
    """Whether ``folder`` says that it is a bag."""
    return (folder / DECLARED).is_file()


def pack(folder: Path, fill: Callable[[Path], None], info: Mapping[str, str]) -> str:
    """Makes a bag in ``folder``, which must be new; the hash of its list of lists.

    ``fill`` puts into the folder it is given what is to be in the bag; ``info`` is what the bag says of
    itself. The bag is there as a whole or not at all.
    """
    if folder.exists() or not folder.name:
        raise Refused("is there already", where=str(folder), do="Name a new folder for the bag")
    if not folder.parent.is_dir():
        raise Refused("there is no such folder", where=str(folder.parent), do="Make it first")
    arriving = folder.with_name(f".{folder.name}.part")
    with explained(folder):
        shutil.rmtree(arriving, ignore_errors=True)
        try:
            (arriving / "data").mkdir(parents=True)
            fill(arriving / "data")
            _list(arriving, info)
            made = digest(arriving / TAGS)
            arriving.rename(folder)
            sync(folder.parent)
        finally:
            shutil.rmtree(arriving, ignore_errors=True)
    return made


def _list(folder: Path, info: Mapping[str, str]) -> None:
    """Writes everything of a bag but what is in it."""
    files = _files(folder)
    size = sum((folder / name).stat().st_size for name in files)
    told = {**info, "Payload-Oxum": f"{size}.{len(files)}"}
    lines = (f"{key}: {' '.join(value.split())}\n" for key, value in told.items())
    tags = {DECLARED: DECLARATION, "bag-info.txt": "".join(lines), ALONE: alone()}
    tags[PAYLOAD] = _manifest(folder, files)
    for name, text in tags.items():
        (folder / name).write_text(text, "utf-8", newline="\n")
    (folder / TAGS).write_text(_manifest(folder, sorted(tags)), "utf-8", newline="\n")


def _files(folder: Path) -> list[str]:
    return sorted(f.relative_to(folder).as_posix() for f in folder.rglob("*") if not f.is_dir())


def _manifest(folder: Path, names: list[str]) -> str:
    return "".join(f"{digest(folder / name)}  {_written(name)}\n" for name in names)


def _written(name: str) -> str:
    """A name as a manifest has it: a line break would end the line."""
    return name.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _meant(written: str) -> str:
    for code, sign in (("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        written = re.sub(code, sign, written, flags=re.IGNORECASE)
    return written


def faults(folder: Path) -> Iterator[Fault]:
    """What is not as it was when the bag was packed: each file against its list, and none beside them."""
    if _text(folder / DECLARED).splitlines()[:1] != ["BagIt-Version: 1.0"]:
        yield Fault(DECLARED, "it does not say that this is a bag of BagIt 1.0", RESTORE)
    there = set(_files(folder))
    for manifest, ours in (
        (PAYLOAD, {name for name in there if name.startswith("data/")}),
        (TAGS, {name for name in there if not name.startswith("data/")} - {TAGS}),
    ):
        lines = _text(folder / manifest).splitlines()
        listed = dict(_listed(lines))
        if not listed or len(listed) != len(lines):
            yield Fault(manifest, "it is missing, or is no list of files and hashes", RESTORE)
        yield from _compared(folder, manifest, listed, ours)


def _compared(folder: Path, manifest: str, listed: Mapping[str, str], there: set[str]) -> Iterator[Fault]:
    for name in sorted(listed.keys() | there):
        if name not in there:
            yield Fault(name, f"it is missing, but listed in {manifest}", RESTORE)
        elif name not in listed:
            yield Fault(name, f"it is not listed in {manifest}", "Move it out of the bag")
        elif _hash(folder / name) != listed[name].lower():
            yield Fault(name, f"it was altered: {manifest} has another hash", RESTORE)


def _listed(lines: list[str]) -> Iterator[tuple[str, str]]:
    for found in map(LINE.fullmatch, lines):
        if found:
            yield _meant(found[2]), found[1]


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8", "replace")
    except OSError:
        return ""


def _hash(file: Path) -> str:
    try:
        return digest(file)
    except OSError:
        return ""
