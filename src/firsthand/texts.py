"""The door for texts without a case: who says what in one of them, or in a million.

    from firsthand import read
    for each in read(text):
        print(each.name, each.stance, [text[s.start : s.end] for s in each.content])

``read_all`` does the same for files, on all cores, in order. Only a few texts are in memory at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from firsthand import reading, records
from firsthand.engines import Local
from firsthand.errors import Refused
from firsthand.languages import known
from firsthand.model import Attribution, Record, Refusal, digest
from firsthand.opening import Progress
from firsthand.reading import READER
from firsthand.reading.reader import reader_of
from firsthand.records import Found
from firsthand.records.folder import printable
from firsthand.records.language import detect

READERS = ("rules", "learned")
STDIN = "-"
PICTURE = "is a picture, and holds no text to read"
# A larger file may hold thousands of articles: it is opened here, and they are shared out.
LARGE = 256 * 1024
# With less to read than this, starting processes takes longer than they save.
WORTH_A_POOL = 512 * 1024

Given = Sequence[Path | str] | bytes
"""Files and folders, or the bytes of one file."""


@dataclass(frozen=True, slots=True)
class TextRead:
    """A text, as a record, with its attributions in order of place."""

    record: Record
    attributions: tuple[Attribution, ...]


def read(text: str, language: str = "", reader: str = "") -> tuple[Attribution, ...]:
    """Who says what in ``text``, by which word, through whose hands, in order of place.

    ``language`` is a code ("en"); without one it is worked out from the text. ``reader`` is "rules",
    "learned" (refused where no weights are installed), or "" for the best there is. Any text gives an
    answer; spans count code points of ``text``.
    """
    check_reader(reader)
    return reading.read(text, language or supposed(text), reader=reader)


def supposed(text: str) -> str:
    """The language of ``text``; where it is too short to tell, English if its letters allow that."""
    return detect(text) or ("en" if text.isascii() else "")


def check_reader(reader: str) -> None:
    """Raises Refused for a reader that is not there."""
    if reader not in ("", *READERS):
        raise Refused(f"there is no reader called {reader!r} here", do=f"Choose one of: {', '.join(READERS)}")


def read_all(
    given: Given,
    language: str = "",
    reader: str = "",
    jobs: int = 0,
    progress: Progress | None = None,
    then: Callable[[Record, tuple[Attribution, ...]], Any] = TextRead,
) -> Iterator[Any]:
    """What ``then`` makes of every text in ``given`` (a TextRead), in order.

    What cannot be read is a Refusal in its place. ``jobs`` processes share the work (0: one a core);
    ``then`` is done where the text was read, so it must be a function that can be sent to a process.
    Raises Refused at once if a path does not exist.
    """
    check_reader(reader)
    total = sum(size for _, size in _files(given))
    engine = Local(jobs or None, worth_a_pool=2, chunk=1) if total >= WORTH_A_POOL else Local(1)
    found = engine.each(partial(_read_one, _Asked(language, reader, then)), _pieces(given))
    named = () if isinstance(given, bytes) else [printable(str(path)) for path in given]
    return _counted(found, total, progress, frozenset(named))


def records_of(given: Given) -> Iterator[Record | Refusal]:
    """The texts in ``given`` as records, in order, and nothing read into them. Pictures are passed over.

    Raises Refused if a path does not exist.
    """
    for what, _ in _files(given):
        for each in [what] if isinstance(what, Record | Refusal) else _open(what):
            if not _passed_over(each, frozenset()):
                yield each


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is to be done to every text."""

    language: str
    reader: str
    then: Callable[[Record, tuple[Attribution, ...]], Any]


_Piece = tuple[Found | bytes | Record | Refusal, int]
"""What one process does at a time, and its part of the bytes: a file, or a text of an open one."""


def _files(given: Given) -> Iterator[_Piece]:
    if isinstance(given, bytes):
        yield given, len(given)
        return
    for each in records.gather(given):
        if isinstance(each, Refusal):
            yield each, 0
        elif not each.is_manifest:
            yield each, _size(each.path)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _pieces(given: Given) -> Iterator[_Piece]:
    for what, size in _files(given):
        if size <= LARGE or isinstance(what, Record | Refusal):
            yield what, size
            continue
        texts = _open(what)
        for number, each in enumerate(texts, 1):
            yield each, size * number // len(texts) - size * (number - 1) // len(texts)


def _open(file: Found | bytes) -> list[Record | Refusal]:
    """The texts of a file, and what of it could not be read."""
    try:
        if isinstance(file, bytes):
            return _texts(file, STDIN, digest(file))
        return _texts(file.path, printable(str(file.path)), digest(file.path))
    except OSError as error:
        return [
            Refusal(
                STDIN if isinstance(file, bytes) else file.name,
                "",
                "",
                f"cannot be opened ({error.strerror})",
            )
        ]


def _texts(data: Path | bytes, name: str, object: str) -> list[Record | Refusal]:
    found = records.read(data, name if isinstance(data, Path) else "standard-input.txt", object)
    # Only notes on how the text came about are of use here; a date that cannot be placed is none.
    made = [replace(records.record(each, object, name), notes=each.notes) for each in found.documents]
    return [*map(_worded, made), *(replace(refusal, name=name) for refusal in found.refusals)]


def _worded(record: Record) -> Record | Refusal:
    """The record, or a Refusal for one without words: a picture."""
    return record if record.text.strip() else Refusal(record.name, record.object, record.part, PICTURE)


def _read_one(asked: _Asked, piece: _Piece) -> tuple[list[Any], int]:
    what, size = piece
    texts = [what] if isinstance(what, Record | Refusal) else _open(what)
    return [each if isinstance(each, Refusal) else _attributed(each, asked) for each in texts], size


def _attributed(record: Record, asked: _Asked) -> Any:
    language = asked.language or record.language or supposed(record.text)
    try:
        found = reading.read(record.text, language, record.id, asked.reader)
        notes = (*record.notes, *_limits(language, asked.reader))
    except Refused as why:  # no weights for this language, or weights that are not whole: the next may do
        return Refusal(record.name, record.object, record.part, why.what, why.do)
    return asked.then(replace(record, language=language, notes=notes), found)


def _limits(language: str, reader: str) -> tuple[str, ...]:
    """What to know of a reading in a language that nobody wrote word lists for."""
    if language in known() or (reader != "rules" and reader_of(language) != READER):
        return ()
    called = f"for the language {language!r}" if language else "for a language that could not be told"
    return (f"there are no word lists {called}; only what stands in quotation marks was read",)


def _counted(
    found: Iterator[tuple[list[Any], int]], total: int, progress: Progress | None, named: frozenset[str]
) -> Iterator[Any]:
    """The results one by one, the bytes done told after each piece, in kB.

    Pictures are passed over unless ``named``: many a folder of reports holds some.
    """
    done = 0
    for results, size in found:
        yield from (each for each in results if not _passed_over(each, named))
        done += size
        if progress:
            progress("reading (kB)", done // 1024, total // 1024)


def _passed_over(each: Any, named: frozenset[str]) -> bool:
    return isinstance(each, Refusal) and each.what == PICTURE and each.name not in named
