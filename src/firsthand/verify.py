"""Checks a case of Firsthand, or a bag with one, without Firsthand: Python 3.11 alone, no network.

    python3 verify.py FOLDER

Checks seal, objects, log, rows, signatures (not timestamps), lists of a bag; of a case on a server take a bag
(export --bagit). Writes nothing; exit code 0: as written, 1: not. Who can alter a case can alter this too.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

# An entry with one of these actions takes the place of the last one of the same group and subject.
GROUPS = {"record read": "record", "record corrected": "record", "refusal recorded": "refusal"}
GROUPS |= {each: each for each in ("attributions stored", "lines aligned", "trace stored")}
KINDS = {str: "text", bytes: "blob", int: "integer", float: "real"}
ENTRIES = "SELECT number, at, actor, action, subject, detail, before, hash FROM custody ORDER BY number"


def check(folder: Path) -> Iterator[str]:
    """What is wrong with a case or a bag, one sentence each; what is only to be known begins with "- "."""
    if (folder / "bagit.txt").is_file():
        yield from bag(folder)
        folder = folder / "data"
    seal = folder / "case.db.sha256"
    if not seal.is_file():
        yield "- case.db.sha256 is missing: Firsthand is writing now, or its last write was interrupted"
    elif seal.read_bytes() != f"{sha256_of(folder / 'case.db')}  case.db\n".encode():
        yield "case.db: it was changed outside Firsthand: case.db.sha256 does not fit it"
    db = sqlite3.connect(f"{(folder / 'case.db').absolute().as_uri()}?mode=ro", uri=True)
    db.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
    yield from (f"case.db: {said}" for (said,) in db.execute("PRAGMA integrity_check") if said != "ok")
    log = db.execute(ENTRIES).fetchall()
    yield from chain(log, db.execute("SELECT id, number, hash FROM head").fetchall())
    yield from rows(db, log)
    if db.execute("SELECT 1 FROM sqlite_master WHERE name = 'signatures'").fetchone():
        yield from signatures(db.execute("SELECT value FROM signatures").fetchall(), log)
    yield from objects(folder / "objects", {name for (name,) in db.execute("SELECT sha256 FROM objects")})


def sha256_of(path: Path) -> str:
    """The hash of a file, read piece by piece; "" if it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def bag(folder: Path) -> Iterator[str]:
    """The manifests of a bag (BagIt 1.0, RFC 8493): each file as listed, and none beside them."""
    files = {f.relative_to(folder).as_posix() for f in folder.rglob("*") if not f.is_dir()}
    for name, payload in (("manifest-sha256.txt", True), ("tagmanifest-sha256.txt", False)):
        lines = (folder / name).read_text("utf-8").splitlines() if name in files else ()
        listed = {path: hash_ for hash_, path in (line.split(maxsplit=1) for line in lines)}
        there = {f for f in files if f.startswith("data/") == payload and f != "tagmanifest-sha256.txt"}
        yield from (f"{path}: it is not listed in {name}" for path in sorted(there - listed.keys()))
        yield from (f"{path}: it is missing" for path in sorted(listed.keys() - there))
        for path in sorted(there & listed.keys()):
            if sha256_of(folder / path) != listed[path]:
                yield f"{path}: it was altered: {name} has another hash"


def objects(folder: Path, known: set[str]) -> Iterator[str]:
    """The bytes received: each file named by its SHA-256, none missing."""
    there = sorted(f for f in folder.rglob("*") if not f.is_dir())
    for path in there:
        if path.parent == folder and path.match("arriving-*.part"):
            yield f"- {path.name}: half copied when a run was interrupted"
        elif path.parent != folder / path.name[:2]:
            yield f"objects: {path.relative_to(folder)} was not put there by Firsthand"
        elif sha256_of(path) != path.name:
            yield f"object {path.name}: it was altered after it was received, or cannot be read"
        elif path.name not in known:
            yield f"- object {path.name}: it arrived when a run was interrupted"
    yield from (f"object {name}: it is missing" for name in sorted(known - {f.name for f in there}))


def data(value: Any) -> bytes:
    """A value as it is hashed."""
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")


def framed(*fields: Any) -> bytes:
    """Fields one after the other, each after its length in eight bytes."""
    return b"".join(len(data(each)).to_bytes(8, "big") + data(each) for each in fields)


def chain(log: Sequence[Any], head: Sequence[Any]) -> Iterator[str]:
    """The entries of the log: each with the hash of the one before; the last is the head."""
    before = "0" * 64
    for expected, (number, *said, told, hash_) in enumerate(log, 1):
        whole = hashlib.sha256(framed("custody", number, *said, told)).hexdigest()
        if number != expected or told != before or hash_ != whole:
            yield f"entry {number}: the chain is broken"
        before = hash_
    if not log or head != [(1, log[-1][0], before)]:
        yield "custody log: it does not end with the entry that was written last"
    yield f"- The custody log has {len(log)} entries, head {before}"


def rows(db: sqlite3.Connection, log: Sequence[Any]) -> Iterator[str]:
    """Every row of every table against the entry that wrote it."""
    found: dict[Any, list[bytes]] = {}
    for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        cursor = db.execute(f'SELECT * FROM "{table}"')
        names = [column[0] for column in cursor.description]
        for values in cursor if "entry" in names else ():
            row = {name: value for name, value in zip(names, values, strict=True) if value is not None}
            fields = [table, *(field for name in sorted(row) for field in (name, row[name]))]
            whole = b"".join(f"{KINDS[type(f)]} {len(data(f))} ".encode() + data(f) for f in fields)
            found.setdefault(row["entry"], []).append(hashlib.sha256(whole).digest())
    last = {(GROUPS[e[3]], data(e[4])) if e[3] in GROUPS else e[0]: e for e in log}
    for number, _, _, _, _, detail, _, _ in last.values():
        there = sorted(found.pop(number, []))
        hash_ = hashlib.sha256(b"".join(there)).hexdigest()
        fits = f" [{len(there)} row{'s' * (len(there) != 1)}, sha256 {hash_}]"
        if not data(detail).endswith(fits.encode()):
            yield f"entry {number}: its rows were altered"
    yield from (f"entry {number} of the log did not write the rows that name it" for number in found)


def signatures(stored: Sequence[Any], log: Sequence[Any]) -> Iterator[str]:
    """The signatures over the log: of an entry that is there, by the key that is named."""
    hashes = {number: hash_ for number, *_, hash_ in log}
    for (value,) in stored:
        s = json.loads(value)
        message = framed("log signed", s["number"], s["hash"], s["by"], s["at"])
        key, signature = bytes.fromhex(s["key"]), bytes.fromhex(s["signature"])
        if hashes.get(s["number"]) != s["hash"] or not signed(key, message, signature):
            yield f"signature by {s['by']} over entry {s['number']}: it does not fit the entry and the key"
        else:
            stamp = "; a timestamp is with it (not checked here)" if s.get("token") else ""
            yield f"- Entry {s['number']} was signed by {s['by']}, {s['at']}, with the key {s['key']}{stamp}"


# Ed25519 as in RFC 8032, with points of the curve as (X, Y, Z, T).
P, ORDER = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P


def point(raw: bytes) -> tuple[int, int, int, int] | None:
    """The point that 32 bytes stand for; None if there is none."""
    y, odd = int.from_bytes(raw, "little") % 2**255, raw[31] >> 7
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    x = x if (x * x - square) % P == 0 else x * pow(2, (P - 1) // 4, P) % P
    if y >= P or (x * x - square) % P or (x == 0 and odd):
        return None
    x = P - x if x % 2 != odd else x
    return x, y, 1, x * y % P


def add(p: Sequence[int], q: Sequence[int]) -> tuple[int, int, int, int]:
    """The sum of two points."""
    a, b = (p[1] - p[0]) * (q[1] - q[0]), (p[1] + p[0]) * (q[1] + q[0])
    c, d = 2 * p[3] * q[3] * D, 2 * p[2] * q[2]
    return (b - a) * (d - c) % P, (d + c) * (b + a) % P, (d - c) * (d + c) % P, (b - a) * (b + a) % P


def times(n: int, p: Sequence[int]) -> Sequence[int]:
    """The point ``p`` added to itself ``n`` times."""
    total: Sequence[int] = (0, 1, 1, 0)
    while n:
        total, p, n = add(total, p) if n % 2 else total, add(p, p), n // 2
    return total


def signed(key: bytes, message: bytes, signature: bytes) -> bool:
    """Whether ``signature`` is one over ``message`` by ``key``."""
    s = int.from_bytes(signature[32:], "little")
    whole = len(key) == 32 and len(signature) == 64 and s < ORDER
    a, r = (point(key), point(signature[:32])) if whole else (None, None)
    base = point((4 * pow(5, -1, P) % P).to_bytes(32, "little"))
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % ORDER
    if not (a and r and base):
        return False
    left, right = times(s, base), add(r, times(h, a))
    return all((left[i] * right[2] - right[i] * left[2]) % P == 0 for i in (0, 1))


if __name__ == "__main__":
    where, found = Path(sys.argv[-1]), list[str]()
    if len(sys.argv) != 2 or not any((where / name / "case.db").is_file() for name in (".", "data")):
        sys.exit(__doc__)
    try:
        found.extend(check(where))  # what was found before an error stays
    except (sqlite3.Error, OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        found.append(f"the check could not go on: {error}")
    altered = sum(not sentence.startswith("- ") for sentence in found)
    found.append(f"{altered} altered." if altered else "Everything is as it was written.")
    print(*(sentence.removeprefix("- ") for sentence in found), sep="\n")
    sys.exit(1 if altered else 0)
