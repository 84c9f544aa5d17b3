"""What a machine makes of the record to help a reader: the writing on pages, lines in another language.

Nothing is asked of a machine that ``case.toml`` does not name, and nothing leaves this one that nobody agreed
to. What comes back is kept as it came, under its SHA-256, with who made it, when and how it was asked; it is
an aid, shown as made by a machine, and no finding rests on it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from firsthand import machines, opening, records
from firsthand.casefile import CaseFile, now
from firsthand.engines import Engine
from firsthand.errors import Refused, Unreadable
from firsthand.machines import Endpoint, Made
from firsthand.model import Derived, Record, RecordKind, Refusal, answers, digest
from firsthand.opening import Progress
from firsthand.records import Machine

FEW = 3  # names told one by one
TRANSCRIPTION, TRANSLATION = "machine transcription", "machine translation"
ORIGINALS = (RecordKind.PRIMARY, RecordKind.TRANSCRIPTION)  # what there is to translate


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
    by: str
    ask: Callable[[], Made]
    to: Endpoint | None = None
    page: str = ""
    language: str = ""
    lines: tuple[int, ...] = ()

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
        _agreed(agree, "The picture of a page", "The pictures of {} pages", tasks)
        return self._done(tasks, len(wanted) - len(tasks), report or _silent)

    def translate(
        self, *names: str, into: str, agree: Agree = nobody, report: Progress | None = None
    ) -> Aided:
        """Have the machine that ``case.toml`` names translate the records of these names line by line.

        Without names: the primary records; of a case that has none, what was read on its pages. ``into`` is a
        language, by its code or English name. Packages in a folder of this machine go before the endpoint;
        only to that are lines sent, and only where ``agree`` says yes, as for ``transcribe``. Lines that the
        same machine has translated are passed over.
        """
        language = records.code_of(into)
        if not language:
            raise Refused("is no language that is known here", where=into, do="Name it as in uk or Ukrainian")
        machine = opening.manifest(self._file).machine
        wanted = [r for r in self._written(names) if r.language != language]
        if not wanted:
            raise Refused(f"there is nothing to translate that is not in that language ({language}) already")
        every = [self._rendering(machine, record, language) for record in wanted]
        tasks = [task for task in every if task.lines]
        _agreed(agree, "The words of a record", "The words of {} records", tasks)
        return self._done(tasks, len(wanted) - len(tasks), report or _silent)

    def _written(self, names: Sequence[str]) -> list[Record]:
        """The records with lines of these names; without names, those that a reader wants first."""
        held = [r for r in self._file.records() if r.lines and r.kind in ORIGINALS]
        if names:
            return _named(names, held)
        primary = [r for r in held if r.kind is RecordKind.PRIMARY]
        found = primary or [r for r in held if r.kind is RecordKind.TRANSCRIPTION]
        if not found:
            do = 'Say which file is the record: kind = "primary" in case.toml'
            raise Refused("there is no record in this case", where=str(self._file.folder), do=do)
        return found

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

        return _Task(TRANSCRIPTION, page, to.name, ask, to, _number(leaf))

    def _rendering(self, machine: Machine, record: Record, language: str) -> _Task:
        by = machines.translator(machine, record.language, language)
        held = [
            r
            for r in self._file.records()
            if r.aid and (r.of, r.by, r.language) == (record.id, by.name, language)
        ]
        done = {number for each in held for line in each.lines for number in answers(line)}
        left = [line for line in record.lines if line.number not in done]
        lines = {line.number: " ".join(record.text[slice(*line.span)].split()) for line in left}
        ask = partial(by.translate, lines)
        return _Task(TRANSLATION, record, by.name, ask, by.to, language=language, lines=tuple(lines))

    def _done(self, tasks: Sequence[_Task], again: int, report: Progress) -> Aided:
        """Ask for each in turn, and keep what comes as it comes; in the end, also an early one, read it."""
        before, refused = {r.id for r in self._file.records()}, []
        try:
            for number, task in enumerate(tasks, 1):
                self._file.log("machine asked", task.of.id, f"{task.name}: {task.kind} by {task.by}")
                try:
                    self._keep(task, task.ask())
                except Unreadable as why:
                    self._file.log("machine gave nothing", task.of.id, f"{task.name}: {why.what}")
                    refused.append(Refusal(task.of.name, task.of.object, task.page, why.sentence()))
                report("asking", number, len(tasks))
        finally:
            manifest = opening.manifest(self._file)
            opening.read_in(self._file, self._engine, manifest, _silent)
            opening.resolve(self._file, manifest)
        made = tuple(r for r in self._file.records() if r.id not in before)
        return Aided(made, tuple(refused), again)

    def _keep(self, task: _Task, made: Made) -> None:
        at = now()
        stated = {"of": task.of.id, "page": task.page, "by": made.by, "made": at, "prompt": made.prompt}
        if task.lines:
            stated["left_out"] = ", ".join(str(number) for number in task.lines if number not in made.lines)
            stated["made_from"] = records.made_from(task.of, made.lines)
        lines = [records.Numbered(number, text) for number, text in made.lines.items()]
        data = records.machine_made(task.kind, lines, made.answers, language=task.language, **stated)
        into = f" into {task.language}" if task.language else ""
        name = f"{task.name}/{task.kind}{into} by {made.by.replace('/', '-')}, {at}.json"
        taken = Derived(
            object=digest(data),
            parent=task.of.object,
            part=f"{task.kind} by {made.by}",
            name=records.printable(name),
        )
        self._file.keep_all([], (), [(taken, data)])


def _agreed(agree: Agree, one: str, many: str, tasks: Sequence[_Task]) -> None:
    """Raises Refused unless somebody agrees; nobody is asked where nothing would be sent."""
    sent = [task for task in tasks if task.to]
    to = sent[0].to if sent else None
    if to is None:
        return
    withheld = tuple(task.name for task in sent if task.of.handling and task.of.handling.withheld)
    what = one if len(sent) == 1 else many.format(f"{len(sent):,}")
    if not agree(Sending(to.host, what, tuple(task.name for task in sent), withheld, to.variable)):
        raise Refused(f"nobody agreed that it is sent to {to.host}, so nothing was sent")


def _named(names: Sequence[str], held: Sequence[Record]) -> list[Record]:
    """The records of these names, each once; a part of a path will do. Raises Refused for any other."""
    found: dict[str, Record] = {}
    for name in names:
        meant = [r for r in held if f"/{name}/" in f"/{r.name}/"]
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
