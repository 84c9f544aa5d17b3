"""What a file says that comes with it: photos and files of a chat that lie in the folder beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from firsthand.model import Record

SHOWN = 3  # files named one by one


def absent(records: Iterable[Record], names: Iterable[str]) -> tuple[str, ...]:
    """A sentence for each file whose records name media that are not among ``names``, the files received.

    Media that the file itself calls left out ("(File not included …)") are told by its format.
    """
    there = set(names)
    gone: dict[str, list[str]] = {}
    for record in records:
        media = record.extra.get("media", "")
        if (
            media
            and not media.startswith("(")
            and str(PurePosixPath(record.name).parent / media) not in there
        ):
            gone.setdefault(record.name, []).append(media)
    return tuple(_told(name, list(dict.fromkeys(media))) for name, media in gone.items())


def _told(name: str, media: Sequence[str]) -> str:
    some = ", ".join(media[:SHOWN]) + (" …" if len(media) > SHOWN else "")
    files = "1 file of its messages" if len(media) == 1 else f"{len(media)} files of its messages"
    return f"{name}: {files} did not come with it ({some}). Add the whole folder of the export."
