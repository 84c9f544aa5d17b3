"""From bytes to records: what was received is read, what lies in it is taken out and read as well.

Foreign bytes are looked at in processes of their own, with a limit of time and of memory: one bad
file never takes down the run.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from itertools import accumulate
from pathlib import Path
from time import monotonic

from firsthand import records
from firsthand.casefile import Arrival, CaseFile
from firsthand.engines import Engine, Limits, Overrun
from firsthand.errors import Unreadable
from firsthand.model import Derived, LineAlignment, Record, Refusal, Region, Span, digest, part_at
from firsthand.records import Manifest, Read

Progress = Callable[[str, int, int], None]
"""Told after each item: the stage, how many are done, how many there are."""

# What is taken out of one received file and of the files in it: a few megabytes of archives in archives
# claim to be millions of files, each archive within its own limits.
MOST_FILES, MOST_BYTES = 100_000, 4 * 1024**3
DEEPEST = 6  # files within files: beyond a letter in an archive in a letter … a person goes on by hand
# What reading one file may cost: 5,000 pages of PDF take half a minute, 64 MB of HTML 1.1 GB.
STEP = 1.0  # seconds; an interrupted run reads anew what came in the last of them
COST = Limits(seconds=180, memory=2 * 1024**3)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Bytes to be read: everything that they came as, and the records that are there already."""

    path: Path
    object: str
    arrivals: tuple[Arrival, ...]
    held: tuple[Record, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names that they came under."""
        return tuple(each.name for each in self.arrivals)

    @property
    def charset(self) -> str:
        """The encoding that whoever sent them stated, "" where nobody did."""
        return self.arrivals[0].stated.get("charset", "")

    @property
    def outside(self) -> Mapping[str, Mapping[str, str]]:
        """By name, what the file that they lay in says of them."""
        return {each.name: each.stated for each in self.arrivals}


def waiting(file: CaseFile, manifest: Manifest) -> list[Waiting]:
    """Objects in which nothing was read, and those with a name that may be that of another report."""
    names: defaultdict[str, dict[str, Arrival]] = defaultdict(dict)
    for each in file.arrivals():
        if not names_manifest(each.name):
            names[each.object].setdefault(each.name, each)
    held: dict[str, list[Record]] = {a.object: [] for a in file.unread() if a.object in names}
    if any(len(each) > 1 for each in names.values()):
        for record in file.files():
            held.setdefault(record.object, []).append(record)
    found = [
        Waiting(file.object_path(o), o, tuple(names[o].values()), tuple(r))
        for o, r in held.items()
        if o in names
    ]
    return [each for each in found if not each.held or _may_hold_more(each, manifest)]


def manifest(file: CaseFile) -> Manifest:
    """What the ``case.toml`` says that was received last."""
    kept = [receipt for receipt in file.receipts() if names_manifest(receipt.name)]
    return records.read_manifest(file.object_bytes(kept[-1].object) if kept else b"")


def names_manifest(name: str) -> bool:
    """Whether a file is the ``case.toml`` of a folder."""
    return name == "case.toml" or name.endswith("/case.toml")


def _may_hold_more(job: Waiting, manifest: Manifest) -> bool:
    """Whether bytes that were read before must be read again to know what stands under another name."""
    known = {record.name for record in job.held}
    if known.issuperset(job.names):
        return False
    unsigned = not any(record.part or record.outlet or record.url for record in job.held)
    return any(map(manifest.listed, job.names)) or (
        unsigned and len(set(records.heads(job.names).values())) > len(known)
    )


def read_in(
    file: CaseFile, engine: Engine, manifest: Manifest, report: Progress
) -> tuple[list[Record], list[Refusal]]:
    """Read everything that waits, and what is found in it: the records that came of it (without their
    texts), what was refused."""
    made: list[Record] = []
    refused: list[Refusal] = []
    tried: set[tuple[str, ...]] = set()
    inside = _Inside()
    while jobs := [job for job in waiting(file, manifest) if (job.object, *job.names) not in tried]:
        tried |= {(job.object, *job.names) for job in jobs}
        found, denied = _read_all(file, engine, manifest, jobs, inside, report)
        made += found
        refused += denied
    return made, refused


def _read_all(
    file: CaseFile,
    engine: Engine,
    manifest: Manifest,
    jobs: Sequence[Waiting],
    inside: _Inside,
    report: Progress,
) -> tuple[list[Record], list[Refusal]]:
    made: list[Record] = []
    refused: list[Refusal] = []
    today, step = datetime.now(UTC).date(), _Step(file)
    for number, (job, outcome) in enumerate(zip(jobs, _read(engine, jobs, manifest.ocr), strict=True), 1):
        read = _within_limits(job, outcome)
        kept = list(_of(job, read, manifest, today))
        refusals, members = ((), ()) if job.held else inside.take(job, read)
        step.take(kept, refusals, members)
        made += [replace(record, text="", lines=(), links=()) for record, _ in kept]
        refused += refusals
        report("opening", number, len(jobs))
    step.keep()
    return made, refused


@dataclass(slots=True)
class _Step:
    """What was read in the last second, kept in one step: a disk takes as long for one as for sixty."""

    file: CaseFile
    kept: list[tuple[Record, bytes]] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    members: list[tuple[Derived, bytes]] = field(default_factory=list)
    since: float = field(default_factory=monotonic)

    def take(
        self,
        kept: Sequence[tuple[Record, bytes]],
        refusals: Sequence[Refusal],
        members: Sequence[tuple[Derived, bytes]],
    ) -> None:
        """Everything of one object; files in it, which may be large, do not wait."""
        self.kept += kept
        self.refusals += refusals
        self.members += members
        if self.members or monotonic() - self.since > STEP:
            self.keep()

    def keep(self) -> None:
        """Store what waits."""
        if self.kept or self.refusals or self.members:
            self.file.keep_all(self.kept, self.refusals, self.members)
        self.kept, self.refusals, self.members, self.since = [], [], [], monotonic()


def _read(engine: Engine, jobs: Sequence[Waiting], ocr: str) -> Iterator[Read | Overrun]:
    given = [(job.path, job.names[0], job.object, ocr, job.charset) for job in jobs]
    return engine.each_within(COST, _read_file, given)


def _read_file(job: tuple[Path, str, str, str, str]) -> Read:
    return records.read(*job)


@dataclass(slots=True)
class _Inside:
    """How many files, of how many bytes, were taken out of every file received, however deep they lay."""

    received: dict[str, str] = field(default_factory=dict)
    files: Counter[str] = field(default_factory=Counter)
    size: Counter[str] = field(default_factory=Counter)

    def take(self, job: Waiting, read: Read) -> tuple[Sequence[Refusal], Sequence[tuple[Derived, bytes]]]:
        """What was refused in a file, and what lies in it: nothing where that is too deep or too much."""
        found = _taken_out(job, read)
        outermost = self.received.get(job.object, job.object)
        self.files[outermost] += len(found)
        self.size[outermost] += sum(len(data) for _, data in found)
        what = self._beyond(job, outermost) if found else ""
        if what:
            left = Refusal(job.names[0], job.object, "", what, "Take it out by hand and add it")
            return (*read.refusals, left), ()
        self.received |= {each.object: outermost for each, _ in found}
        return read.refusals, found

    def _beyond(self, job: Waiting, outermost: str) -> str:
        if job.arrivals[0].depth >= DEEPEST:
            return f"lies in {DEEPEST} files, one in the other; what is in it was not taken out"
        if self.files[outermost] <= MOST_FILES and self.size[outermost] <= MOST_BYTES:
            return ""
        most = f"{MOST_FILES:,} files and {MOST_BYTES / 2**30:,.0f} GB"
        return f"was not taken out: of one file received no more than {most} are, with all that lies in it"


def _within_limits(job: Waiting, read: Read | Overrun) -> Read:
    """What was read, or the refusal of a file that went beyond its limits."""
    if not isinstance(read, Overrun):
        return read
    what = f"was received and kept, but not read: it {read.what}"
    return Read(refusals=(Refusal(job.names[0], job.object, "", what, "Split it, or save only its text"),))


def _of(job: Waiting, read: Read, manifest: Manifest, today: date) -> Iterator[tuple[Record, bytes]]:
    """The records of one object under all its names, but for those that only repeat another."""
    held = list(job.held)
    known = {record.name for record in held}
    head = records.heads(job.names)
    for name, document in ((n, d) for n in job.names if n not in known for d in read.documents):
        made = records.record(document, job.object, name, manifest, today, job.outside[name])
        if not any(records.repeats(made, each, head[name] == head.get(each.name)) for each in held):
            taken = any(each.id == made.id for each in held)
            held.append(records.under_its_name(made) if taken else made)
            yield held[-1], document.offsets.to_bytes()


def _taken_out(job: Waiting, read: Read) -> list[tuple[Derived, bytes]]:
    return [
        (
            Derived(
                object=digest(member.data),
                parent=job.object,
                part=member.part,
                name=f"{job.names[0]}/{records.printable(member.name or member.part)}",
                stated=member.stated,
                depth=job.arrivals[0].depth + 1,
            ),
            member.data,
        )
        for member in read.members
    ]


def correct(file: CaseFile, engine: Engine, manifest: Manifest) -> None:
    """Bring records that were read before under a new ``case.toml``."""
    listed = {each.file for each in manifest.records}
    held: defaultdict[Arrival, list[Record]] = defaultdict(list)
    came = {(each.object, each.name): each for each in file.arrivals()}
    for record in file.files():
        if record.name in listed:
            held[came[record.object, record.name]].append(record)
    today = datetime.now(UTC).date()
    jobs = [
        Waiting(file.object_path(each.object), each.object, (each,), tuple(r)) for each, r in held.items()
    ]
    for job, read in zip(jobs, _read(engine, jobs, manifest.ocr), strict=True):
        for document in () if isinstance(read, Overrun) else read.documents:
            (name,) = job.names
            made = records.record(document, job.object, name, manifest, today, job.outside[name])
            for old in job.held:
                if (made.part, made.text) == (old.part, old.text):
                    file.correct(replace(made, id=old.id, whole=old.whole, place=old.place))


def read_pictures(file: CaseFile, engine: Engine, manifest: Manifest, names: Iterable[str]) -> list[Record]:
    """Have a machine read pictures that were received before, under these names or in files of these names,
    and that none has read: the records that came of it (without their texts)."""
    held: defaultdict[str, list[Record]] = defaultdict(list)
    for record in file.files():
        held[record.object].append(record)
    asked = frozenset(names)
    jobs = [
        Waiting(file.object_path(each.object), each.object, (each,))
        for each in file.arrivals()
        if asked.intersection(_enclosing(each.name)) and records.unread_pictures(held[each.object])
    ]
    known = {record.id for job in jobs for record in held[job.object]}
    made, today, step = list[Record](), datetime.now(UTC).date(), _Step(file)
    for job, outcome in zip(jobs, _read(engine, jobs, manifest.ocr), strict=True):
        read = _within_limits(job, outcome)
        kept = [each for each in _of(job, read, manifest, today) if each[0].id not in known]
        step.take(kept, read.refusals, ())
        made += [replace(record, text="", lines=(), links=()) for record, _ in kept]
    step.keep()
    return made


def _enclosing(name: str) -> Iterator[str]:
    """A name, and those of the files that it lies in: "a.eml/p.jpg", "a.eml"."""
    return accumulate(name.split("/"), "{}/{}".format)


def resolve(file: CaseFile, manifest: Manifest) -> None:
    """Put files together that make up one record, turn "translation of r1" into the record meant, and page
    regions into regions of its lines."""
    held = file.files()
    for old, new in zip(held, records.resolve(held, manifest), strict=True):
        if new != old:
            file.correct(new)
    align(file, manifest)


def align(file: CaseFile, manifest: Manifest) -> None:
    """Put the lines of translations beside those of their originals, where numbers alone do not."""
    held = {record.id: record for record in file.records()}
    known = {each.record: each for each in file.alignments()}
    new = []
    for record in held.values():
        old = known.get(record.id)
        found = records.align(record, held.get(record.of), manifest)
        if found and found != old:
            new.append(found)
        elif not found and old and old.pairs:
            new.append(LineAlignment(record.id, old.of))
    if new:
        file.align(*new)


def bytes_of(file: CaseFile, record: str, span: Span) -> tuple[int, int] | None:
    """Where in the bytes received characters of a record stand, of several files that make it up in the one
    that has them; None where no byte stands for them, or they reach over two files."""
    whole = next((each for each in file.records() if each.id == record and each.joined), None)
    part = part_at(whole, span) if whole else (record, span)
    return records.OffsetMap.from_bytes(file.offsets(part[0])).back(part[1]) if part else None


def pictures(
    file: CaseFile, engine: Engine, wanted: Sequence[tuple[Record, int]]
) -> dict[tuple[str, int], bytes]:
    """Pictures of pages (a record and the number of its page), by record id and number; those that cannot be
    had are left out."""
    jobs = [(file.object_path(record.object), record.format, leaf) for record, leaf in wanted]
    drawn = zip(wanted, engine.each_within(COST, _picture, jobs), strict=True)
    return {(r.id, leaf): data for (r, leaf), data in drawn if isinstance(data, bytes) and data}


def _picture(job: tuple[Path, str, int]) -> bytes:
    path, form, leaf = job
    try:
        return records.leaf(form, path.read_bytes(), leaf)
    except Unreadable:
        return b""


def photographs(file: CaseFile, engine: Engine, held: Sequence[Record]) -> dict[Region, str]:
    """The digest of the pixels of each photograph on the identity papers among these records; a picture
    that cannot be opened within the limits has none."""

    def look(wanted: Sequence[tuple[str, Sequence[Region]]]) -> Iterator[Mapping[Region, str]]:
        jobs = [(file.object_path(sha256), faces) for sha256, faces in wanted]
        found = engine.each_within(COST, _digests, jobs)
        return (each for each in found if not isinstance(each, Overrun))

    return records.photographs(held, look)


def _digests(job: tuple[Path, Sequence[Region]]) -> dict[Region, str]:
    path, faces = job
    return records.digests(path.read_bytes(), faces)
