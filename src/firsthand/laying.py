"""From files to what they say, laid down in a form: printed as it comes, or a file for each text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from firsthand.errors import NoRoom, Refused
from firsthand.model import Attribution, Record, Refusal
from firsthand.opening import Progress
from firsthand.records.folder import printable
from firsthand.texts import STDIN, Given, read_all
from firsthand.writing import FORMS, Form


@dataclass(frozen=True, slots=True)
class Note:
    """Something to know about how a file was read."""

    name: str
    what: str


@dataclass(frozen=True, slots=True)
class _Laid:
    """One text, and what was found in it, written down."""

    name: str
    part: str
    text: str
    told: str
    notes: tuple[str, ...]


def written(
    given: Given,
    form: str = "jsonl",
    language: str = "",
    reader: str = "",
    jobs: int = 0,
    progress: Progress | None = None,
) -> Iterator[str | Note | Refusal]:
    """The pieces of text to print, in order, with notes and refusals where they arise.

    Raises Refused if ``given`` holds several texts and the form needs a file for each.
    """
    shape = _form(form)
    found = read_all(given, language, reader, jobs, progress, partial(_lay, form))
    return _joined(found, shape)


def write_into(
    folder: Path,
    given: Given,
    form: str = "jsonl",
    language: str = "",
    reader: str = "",
    jobs: int = 0,
    progress: Progress | None = None,
) -> Iterator[Path | Note | Refusal]:
    """Writes for each text NAME.txt, the text that the offsets count, and NAME in the form beside it.

    Gives the paths of the latter. Raises Refused rather than write over a file that is read, and
    NoRoom where nothing can be written.
    """
    shape = _form(form)
    found = read_all(given, language, reader, jobs, progress, partial(_lay, form))
    return _filed(found, shape, _Shelf(folder, given))


def _form(name: str) -> Form:
    if name not in FORMS:
        raise Refused(f"there is no form called {name!r}", do=f"Choose one of {', '.join(FORMS)}")
    return FORMS[name]


def _lay(form: str, record: Record, attributions: Sequence[Attribution]) -> _Laid:
    return _Laid(record.name, record.part, record.text, FORMS[form].write(record, attributions), record.notes)


def _joined(found: Iterator[_Laid | Refusal], form: Form) -> Iterator[str | Note | Refusal]:
    started = False
    yield form.head
    for each in found:
        if isinstance(each, Refusal):
            yield each
            continue
        yield from (Note(each.name, note) for note in each.notes)
        if form.alone and started:
            raise Refused(
                f"there are several texts, and {form.name} needs a file for each",
                do="Name a folder for them: --out FOLDER",
            )
        if each.told:
            yield form.between + each.told if started else each.told
        started = started or bool(each.told) or form.alone
    yield form.tail


def _filed(found: Iterator[_Laid | Refusal], form: Form, shelf: _Shelf) -> Iterator[Path | Note | Refusal]:
    for name, content in form.beside.items():
        shelf.put(shelf.folder / name, content)
    for each in found:
        if isinstance(each, Refusal):
            yield each
            continue
        yield from (Note(each.name, note) for note in each.notes)
        place = shelf.place(each.name, each.part)
        shelf.put_text(place.with_name(f"{place.name}.txt"), each.text)
        yield shelf.put(place.with_name(f"{place.name}{form.suffix}"), form.head + each.told + form.tail)


class _Shelf:
    """The folder that is written to. No two texts share a name, and nothing that is read is written over."""

    def __init__(self, folder: Path, given: Given) -> None:
        paths = [] if isinstance(given, bytes) else [Path(path) for path in given]
        self.folder = folder
        self.several = len(paths) > 1
        self.given = {printable(str(path)) for path in paths}
        self.read = {path.resolve() for path in paths}
        self.taken: set[str] = set()

    def place(self, name: str, part: str) -> Path:
        """Where a text goes, without an ending: below the folder as it was below the folder given."""
        plain = self._below(name).removesuffix(".txt")
        plain = "standard-input" if plain == STDIN else plain
        wanted = free = f"{plain} {part}".rstrip().replace(" ", "-")
        number = 1
        while free in self.taken:
            number += 1
            free = f"{wanted}-{number}"
        self.taken.add(free)
        return self.folder / free

    def _below(self, name: str) -> str:
        path = PurePosixPath(name)
        for above in path.parents if name not in self.given else ():
            if str(above) in self.given:
                return str(path.relative_to(above.parent if self.several and above.name else above))
        return path.name

    def put_text(self, file: Path, text: str) -> None:
        """Write the text, unless ``file`` is one that is read: then it must be that text already."""
        if file.exists() and self._is_read(file):
            if _holds(file, text):
                return
            what = "is read here, and its text (without its header) would be written over it"
            raise Refused(what, where=str(file), do="Name another folder with --out")
        self.put(file, text)

    def put(self, file: Path, content: str) -> Path:
        """Write a file and the folders above it."""
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode("utf-8", "replace"))
        except OSError as error:
            what = f"could not be written ({error.strerror})"
            raise NoRoom(what, where=str(file), do="Free some space or choose another folder") from error
        return file

    def _is_read(self, file: Path) -> bool:
        whole = file.resolve()
        return not self.read.isdisjoint([whole, *whole.parents])


def _holds(file: Path, text: str) -> bool:
    """Whether the file is this text and perhaps a line break."""
    return file.read_bytes().decode("utf-8", "replace").rstrip("\r\n") == text
