"""Which record a name means that stands in another."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from firsthand.model import Record


def named(written: str, record: Record, records: Sequence[Record]) -> str:
    """The id of the one record that a name in ``record`` means, "" if none or several: the most exact way
    of naming first, the nearest folder first. A record of several files may be named by their folder."""
    folder = PurePosixPath(record.name).parent
    ways = (
        lambda other: other.id == written,
        lambda other: other.object == record.object and other.part == written,
        lambda other: other.name == written,
        lambda other: other.name == str(folder / written),
        lambda other: other.name.endswith(f"/{written}"),
        lambda other: (
            PurePosixPath(other.name).parent == folder and PurePosixPath(other.name).stem == written
        ),
        lambda other: PurePosixPath(other.name).name == written,
        lambda other: PurePosixPath(other.name).stem == written,
        lambda other: other.title == written,
        lambda other: bool(other.joined) and PurePosixPath(other.name).parent.name == written,
    )
    for way in ways:
        found = [other.id for other in records if other.id != record.id and way(other)]
        if found:
            return found[0] if len(found) == 1 else ""
    return ""
