"""Mutations that reach what is read: a file in a ZIP archive, the contents of a gzip file, a tree.

Flipped bits of packed bytes nearly always end at a checksum; a reader would hardly be seen.
"""

from __future__ import annotations

import gzip
import random
import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

import atheris

from fuzz.shaping import reshaped

RAW = 0.2  # of the mutations are of the packed bytes
SHAPED = 0.5  # of those of XML and JSON leave them well formed
LARGEST = 1 << 20  # of what was packed


def mutated(data: bytes, longest: int, seed: int) -> bytes:
    """Another file not unlike ``data``, of at most ``longest`` bytes."""
    dice = random.Random(seed)
    made = None
    if dice.random() > RAW:
        made = _in_archive(data, dice) if data.startswith(b"PK\3\4") else _in_gzip(data, dice)
    if made is None or len(made) > longest:
        return _changed(data, dice, longest)[:longest]
    return made


def _in_archive(data: bytes, dice: random.Random) -> bytes | None:
    """The archive with one of its files mutated."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            if sum(each.file_size for each in archive.infolist()) > LARGEST:
                return None
            files = [(each.filename, archive.read(each)) for each in archive.infolist()]
    except Exception:  # a mutated archive: zipfile raises nearly anything
        return None
    if not files:
        return None
    chosen = dice.randrange(len(files))
    out = BytesIO()
    try:
        with ZipFile(out, "w") as archive:
            for number, (name, inside) in enumerate(files):
                archive.writestr(name, _changed(inside, dice) if number == chosen else inside)
    except (BadZipFile, ValueError):
        return None
    return out.getvalue()


def _in_gzip(data: bytes, dice: random.Random) -> bytes | None:
    if not data.startswith(b"\x1f\x8b\x08"):
        return None
    try:
        inside = gzip.decompress(data)
    except (EOFError, OSError, zlib.error):
        return None
    return gzip.compress(_changed(inside, dice), mtime=0) if len(inside) <= LARGEST else None


def _changed(inside: bytes, dice: random.Random, longest: int = 0) -> bytes:
    made = reshaped(inside, dice) if dice.random() < SHAPED else None
    # Of no bytes at all there is nothing to mutate.
    return made or bytes(atheris.Mutate(inside or b" ", longest or len(inside) + 4096))
