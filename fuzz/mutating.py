"""Mutations that reach what is packed: a file in a ZIP archive or the contents of a gzip file.

Flipped bits of packed bytes nearly always end at a checksum; a reader would hardly be seen.
"""

from __future__ import annotations

import gzip
import random
import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

import atheris

RAW = 0.2  # of the mutations are of the packed bytes
LARGEST = 1 << 20  # of what was packed


def mutated(data: bytes, longest: int, seed: int) -> bytes:
    """Another file not unlike ``data``, of at most ``longest`` bytes."""
    dice = random.Random(seed)
    made = None
    if dice.random() > RAW:
        made = _in_archive(data, dice) if data.startswith(b"PK\3\4") else _in_gzip(data)
    if made is None or len(made) > longest:
        return bytes(atheris.Mutate(data, longest))
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
                archive.writestr(name, _changed(inside) if number == chosen else inside)
    except (BadZipFile, ValueError):
        return None
    return out.getvalue()


def _in_gzip(data: bytes) -> bytes | None:
    if not data.startswith(b"\x1f\x8b\x08"):
        return None
    try:
        inside = gzip.decompress(data)
    except (EOFError, OSError, zlib.error):
        return None
    return gzip.compress(_changed(inside), mtime=0) if len(inside) <= LARGEST else None


def _changed(inside: bytes) -> bytes:
    # Of no bytes at all there is nothing to mutate.
    return bytes(atheris.Mutate(inside or b" ", len(inside) + 4096))
