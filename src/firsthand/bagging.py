"""A whole case as a bag that archives take: what ``Case.bag`` does."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from firsthand.casefile import CaseFile, bag
from firsthand.casefile.bag import faults, is_bag

__all__ = ["faults", "is_bag", "pack"]

CRATE = "ro-crate-metadata.json"
PROFILE = "https://w3id.org/ro/crate/1.3"
TYPES = {
    ".db": "application/vnd.sqlite3",
    ".html": "text/html",
    ".json": "application/json",
    ".py": "text/x-python",
    ".txt": "text/plain",
    ".sha256": "text/plain",
}
ABOUT = {
    "case.db": "What was read and found in the case, and the log of its custody",
    "case.db.sha256": "The seal: the hash of case.db",
    "README.txt": "What this folder is and how to check it",
    "verify.py": "Checks this folder with Python alone",
    "dossier.html": "The finding, for a reader",
    "dossier.json": "The finding, for a program",
    "annotations.json": "Readings as Web Annotations",
}


def pack(file: CaseFile, folder: Path, others: Mapping[str, bytes], version: str) -> None:
    """Puts the whole case into a bag in ``folder``, which must be new; ``others`` are files by name,
    ``version`` that of Firsthand.

    The case lies in its ``data`` and opens there; the list of it for a program (RO-Crate 1.3) is beside it.
    """
    now = datetime.now(UTC)
    head = file.custody()[-1]

    def fill(data: Path) -> None:
        file.copy_to(data)
        for name, content in others.items():
            (data / name).write_bytes(content)
        listed = crate(data, file.title, now.isoformat(timespec="seconds"), _names(file), version)
        (data / CRATE).write_text(json.dumps(listed, ensure_ascii=False, indent=1) + "\n", "utf-8")

    info = {
        "External-Description": file.title,
        "External-Identifier": f"urn:sha256:{head.hash}",
        "Bagging-Date": now.date().isoformat(),
        "Bag-Software-Agent": f"Firsthand {version}",
    }
    made = bag.pack(folder, fill, info)
    file.log("exported", "bagit", f"{folder.name}, sha256 {made} of its tagmanifest-sha256.txt")


def _names(file: CaseFile) -> dict[str, str]:
    """The names that objects came under first, by hash."""
    names: dict[str, str] = {}
    for arrival in file.arrivals():
        names.setdefault(arrival.object, arrival.name)
    return names


def crate(data: Path, title: str, made: str, names: Mapping[str, str], version: str) -> dict[str, Any]:
    """What a program is told of the files in ``data`` (RO-Crate 1.3); ``names`` are those of objects."""
    files = sorted(f for f in data.rglob("*") if f.is_file())
    described = [_described(f, f.relative_to(data).as_posix(), names) for f in files]
    return {
        "@context": f"{PROFILE}/context",
        "@graph": [*_whole(title, made, version, described), *described],
    }


def _whole(title: str, made: str, version: str, parts: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    tool = {"@id": "#firsthand", "@type": "SoftwareApplication", "name": "Firsthand", "version": version}
    rights = {
        "@id": "#rights",
        "@type": "CreativeWork",
        "name": "No licence is stated",
        "description": "What was received belongs to those who made it; ask them before you publish it.",
    }
    return [
        {
            "@id": CRATE,
            "@type": "CreativeWork",
            "conformsTo": {"@id": PROFILE},
            "about": {"@id": "./"},
        },
        {
            "@id": "./",
            "@type": "Dataset",
            "name": title or "A case of Firsthand",
            "description": "A case of source criticism: what was received, byte for byte, and what was found",
            "datePublished": made,
            "license": {"@id": "#rights"},
            "creator": {"@id": "#firsthand"},
            "hasPart": [{"@id": part["@id"]} for part in parts],
        },
        tool,
        rights,
    ]


def _described(file: Path, name: str, names: Mapping[str, str]) -> dict[str, Any]:
    told = {"@id": name, "@type": "File", "contentSize": str(file.stat().st_size)}
    if name.startswith("objects/"):
        return told | {"name": names.get(file.name, file.name), "sha256": file.name}
    kind = TYPES.get(file.suffix)
    return told | {"name": ABOUT.get(name, name)} | ({"encodingFormat": kind} if kind else {})
