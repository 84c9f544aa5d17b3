"""Which record a name means that stands in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from pathlib import PurePosixPath

from firsthand.model import Record

Way = tuple[Hashable, ...]


class Names:
    """Records by every way of naming them: thousands of files that each name another are looked up."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._ids: defaultdict[Way, list[str]] = defaultdict(list)
        for record in records:
            for way in _ways_to(record):
                self._ids[way].append(record.id)

    def named(self, written: str, record: Record) -> str:
        """The id of the one record that a name in ``record`` means, "" if none or several: the most exact way
        of naming first, the nearest folder first. A record of several files may be named by their folder."""
        for way in _ways_of(written, record):
            found = [each for each in self._ids.get(way, ()) if each != record.id]
            if found:
                return found[0] if len(found) == 1 else ""
        return ""


def _ways_to(record: Record) -> Iterator[Way]:
    """Everything under which a record is found."""
    path = PurePosixPath(record.name)
    yield "id", record.id
    yield "part", record.object, record.part
    yield "name", record.name
    yield from (("end", record.name[at + 1 :]) for at, char in enumerate(record.name) if char == "/")
    yield "beside", path.parent, path.stem
    yield "file", path.name
    yield "stem", path.stem
    yield "title", record.title
    if record.joined:
        yield "folder", path.parent.name


def _ways_of(written: str, record: Record) -> Iterator[Way]:
    """What a name in ``record`` may mean, in the order in which it is tried."""
    folder = PurePosixPath(record.name).parent
    yield "id", written
    yield "part", record.object, written
    yield "name", written
    yield "name", str(folder / written)
    yield "end", written
    yield "beside", folder, written
    yield "file", written
    yield "stem", written
    yield "title", written
    yield "folder", written
