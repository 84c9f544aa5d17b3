"""What a machine makes of the record to help a reader: the writing on pages, lines in another language.

Nothing is asked of a machine that ``case.toml`` does not name, and nothing leaves this one that nobody agreed
to. What comes back is kept as it came, under its SHA-256, with who made it, when and how it was asked; it is
an aid, shown as made by a machine, and no finding rests on it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from firsthand import machines, opening, records
from firsthand.casefile import CaseFile
from firsthand.engines import Engine
from firsthand.errors import Refused, Unreadable
from firsthand.machines import Endpoint, Made
from firsthand.model import Derived, Record, RecordKind, Refusal
from firsthand.opening import Progress

FEW = 3  # names told one by one
TRANSCRIPTION = "machine transcription"


@dataclass(frozen=True, slots=True)
class Sending:
    """What would be given to whom, for a person to agree to: ``what`` ("pictures of 3 pages"), the names,
    those of them that ``case.toml`` says are not to be published, and the variable that holds the key.
    """

    host: str
    what: str
    names: tuple[str, ...]
    withheld: tuple[str, ...] = ()
    variable: str = ""

    def sentence(self) -> str:
        """The same for a person."""
        told = f"{self.what} ({_few(self.names)}) would be sent to {self.host}"
        told += f", with the key in {self.variable}." if self.variable else "."
        if self.withheld:
            told += f" case.toml says of {_few(self.withheld)} that it is not to be published."
        return f"{told} What becomes of it there is for those who run {self.host} to say."


Agree = Callable[[Sending], bool]
"""Whether what would be sent may be sent."""


@dataclass(frozen=True, slots=True)
class Aided:
    """What came of it: the records made, what the machine gave nothing for, how many were there before."""

    made: tuple[Record, ...] = ()
    refused: tuple[Refusal, ...] = ()
    again: int = 0


@dataclass(frozen=True, slots=True)
class _Task:
    """One thing to be made of a record; ``page`` is the number of its page, "" where it has one only."""

    kind: str
    of: Record
    page: str
    ask: Callable[[], Made]

    @property
    def name(self) -> str:
        return f"{self.of.name}, page {self.page}" if self.page else self.of.name


def nobody(sending: Sending) -> bool:
    """Nobody is there to agree."""
    return False


class Aids:
    """Asks machines for what helps to read the case of ``file``, and keeps it there."""

    def __init__(self, file: CaseFile, engine: Engine) -> None:
        self._file, self._engine = file, engine

    def transcribe(self, *names: str, agree: Agree = nobody, report: Progress | None = None) -> Aided:
        """Have the endpoint that ``case.toml`` names read the pages of these names, or all in the case.

        What it has read before is not sent again. ``agree`` is asked once, before anything is sent. Raises
        Refused where it says no or the endpoint does not answer; what came until then is kept.
        """
        to = machines.endpoint(opening.manifest(self._file).machine)
        wanted = [(page, leaf) for page in self._pages(names) for leaf in _leaves(page)]
        read = {(r.of, r.extra.get("page", "")) for r in self._file.records() if r.aid and r.by == to.name}
        tasks = [self._reading(to, *page) for page in wanted if (page[0].id, _number(page[1])) not in read]
        what = f"The pictures of {len(tasks):,} pages" if len(tasks) > 1 else "The picture of a page"
        self._agreed(agree, what, tasks, to)
        return Aided(*self._done(tasks, to.name, report or _silent), again=len(wanted) - len(tasks))

    def _pages(self, names: Sequence[str]) -> list[Record]:
        """The files of pages of these names; without names, all that are pages of the record."""
        held = self._file.records()
        if names:
            return _named(names, [r for r in held if _leaves(r)])
        pages = [r for r in held if r.kind is RecordKind.PAGE]
        if not pages:
            where = str(self._file.folder)
            raise Refused("there is no page in this case", where=where, do="Add a picture of one")
        return pages

    def _reading(self, to: Endpoint, page: Record, leaf: int) -> _Task:
        def ask() -> Made:
            drawn = opening.pictures(self._file, self._engine, [(page, leaf or 1)])
            if not drawn:
                raise Unreadable("no picture of it could be made, and nothing was sent")
            return machines.transcribe(to, *drawn.values())

        return _Task(TRANSCRIPTION, page, _number(leaf), ask)

    def _agreed(self, agree: Agree, what: str, tasks: Sequence[_Task], to: Endpoint) -> None:
        """Raises Refused unless somebody agrees; nobody is asked where nothing would be sent."""
        withheld = tuple(t.name for t in tasks if t.of.handling and t.of.handling.withheld)
        sending = Sending(to.host, what, tuple(task.name for task in tasks), withheld, to.variable)
        if tasks and not agree(sending):
            raise Refused(f"nobody agreed that it is sent to {to.host}, so nothing was sent")

    def _done(
        self, tasks: Sequence[_Task], by: str, report: Progress
    ) -> tuple[tuple[Record, ...], tuple[Refusal, ...]]:
        """Ask for each in turn, and keep what comes as it comes; in the end, also an early one, read it."""
        before, refused = {r.id for r in self._file.records()}, []
        try:
            for number, task in enumerate(tasks, 1):
                self._file.log("machine asked", task.of.id, f"{task.name}: {task.kind} by {by}")
                try:
                    self._keep(task, task.ask())
                except Unreadable as why:
                    refused.append(Refusal(task.of.name, task.of.object, task.page, why.sentence()))
                report("asking", number, len(tasks))
        finally:
            manifest = opening.manifest(self._file)
            opening.read_in(self._file, self._engine, manifest, _silent)
            opening.resolve(self._file, manifest)
        return tuple(r for r in self._file.records() if r.id not in before), tuple(refused)

    def _keep(self, task: _Task, made: Made) -> None:
        at = datetime.now(UTC).isoformat(timespec="seconds")
        stated = {"of": task.of.id, "page": task.page, "by": made.by, "made": at, "prompt": made.prompt}
        lines = [records.Numbered(number, text) for number, text in made.lines.items()]
        data = records.machine_made(task.kind, lines, made.answers, language=made.language, **stated)
        name = f"{task.name}/{task.kind} by {made.by.replace('/', '-')}, {at}.json"
        taken = Derived(
            object=hashlib.sha256(data).hexdigest(),
            parent=task.of.object,
            part=f"{task.kind} by {made.by}",
            name=records.printable(name),
        )
        self._file.keep_all([], (), [(taken, data)])


def _named(names: Sequence[str], held: Sequence[Record]) -> list[Record]:
    """The records of these names, each once; the end of a path will do. Raises Refused for any other."""
    found: dict[str, Record] = {}
    for name in names:
        meant = [r for r in held if r.name == name] or [r for r in held if r.name.endswith(f"/{name}")]
        if not meant:
            there = _few([r.name for r in held]) or "none"
            raise Refused(
                "there is no such thing to be read in this case", where=name, do=f"There is {there}"
            )
        found |= {record.id: record for record in meant}
    return list(found.values())


def _leaves(record: Record) -> list[int]:
    """The numbers of the pages of a file that are pictures; 0 of one page; none of what has no picture."""
    if "scanned" in record.extra:
        return [int(number) for number in record.extra["scanned"].split(",")]
    pages = int(record.extra.get("pages", 0))
    if record.kind is RecordKind.PAGE and pages:
        return list(range(1, pages + 1))
    return [0] if record.format == "image" else []


def _number(leaf: int) -> str:
    return str(leaf) if leaf else ""


def _few(names: Sequence[str]) -> str:
    more = f" and {len(names) - FEW:,} more" if len(names) > FEW else ""
    return ", ".join(names[:FEW]) + more


def _silent(stage: str, done: int, total: int) -> None:
    """Nobody watches."""
