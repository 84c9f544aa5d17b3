"""The door. ``Case`` is the only object that knows every stage; programs and the command line know only it.

with Case.at(["reports/"], title="The notebook") as case:
    case.add("reports/")
    for verdict in case.trace().verdicts:
        print(verdict.independence, verdict.reasons)
    case.publish()
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from firsthand import (
    __version__,
    bagging,
    exchanging,
    fetching,
    keeping,
    opening,
    reading,
    receiving,
    ruling,
    shelving,
    tracing,
)
from firsthand import dossier as laid_out
from firsthand.aiding import Aids
from firsthand.casefile import CaseFile, place
from firsthand.circles import no_circles
from firsthand.engines import Engine, Local
from firsthand.errors import Refused
from firsthand.finding import Finder
from firsthand.issuing import PUBLISHED, doubts, hand_out, issue, withheld
from firsthand.model import (
    Attribution,
    Change,
    Record,
    RecordKind,
    Refusal,
    Right,
    Source,
    Span,
    Trace,
    digest,
    is_case,
)
from firsthand.opening import Progress
from firsthand.receiving import Intake

if TYPE_CHECKING:
    from firsthand.dossier import Dossier
    from firsthand.publishing import Edition
    from firsthand.shelving import Sheets

__all__ = ["Case", "Intake", "Progress"]


class Case(keeping.Custody, ruling.Rulings):
    """Everything about one matter, in a folder. Use it in a ``with`` block, or call ``close``.

    Refusals of every method: ``Refused`` (makes no sense), ``CaseTooNew``, ``CaseDamaged``,
    ``CaseBusy``, ``CaseAway``, ``NoRoom``. A file that cannot be read is a ``Refusal``, never an exception.
    """

    def __init__(self, file: CaseFile, engine: Engine | None = None) -> None:
        self._file = file
        self._engine = engine or Local()
        self._finder = Finder(file, self._engine)
        self._sheets = shelving.Sheets(file.folder)
        self._traced: Trace | None = None
        self._dossiers: dict[bool, Dossier] = {}  # whole, and public

    @classmethod
    def create(
        cls, folder: Path | str, title: str = "", engine: Engine | None = None, database: str = ""
    ) -> Case:
        """A new case in ``folder``, which must be new or empty; its tables in the PostgreSQL ``database``, if
        one is named by its URL."""
        folder = Path(folder)
        return cls(CaseFile.create(folder, title or receiving.titled(folder), database), engine)

    @classmethod
    def open(cls, folder: Path | str, right: Right = Right.WRITE, engine: Engine | None = None) -> Case:
        """The case in ``folder``; for writing, only if nobody else writes to it. To rule, see ``Right``."""
        return cls(CaseFile.open(Path(folder), right), engine)

    @staticmethod
    def move(folder: Path | str, database: str = "") -> int:
        """Move the tables of the case in ``folder`` into the PostgreSQL ``database`` named by its URL, or
        without one back into the folder; how many rows they have. Nobody else may have it open to rule."""
        from firsthand.casefile import moving

        return moving.to_server(Path(folder), database) if database else moving.to_folder(Path(folder))

    @classmethod
    def at(
        cls,
        paths: Sequence[Path | str],
        folder: Path | str | None = None,
        title: str = "",
        engine: Engine | None = None,
    ) -> Case:
        """The case that ``paths`` belong in: made if it is not there yet.

        Without ``folder`` it is NAME.case in the current folder, after the first path; a path that
        is a case itself is opened.
        """
        first = Path(paths[0])
        if not os.path.lexists(first):
            web = str(first).startswith(("http:/", "https:/"))
            do = "To fetch a page: firsthand add CASE ADDRESS" if web else "Check the path"
            raise Refused("there is no such file or folder", where=str(first), do=do)
        place = Path(folder) if folder else first if is_case(first) else Path(f"{receiving.stem(first)}.case")
        if is_case(place):
            case = cls.open(place, engine=engine)
            if not folder and place != first:
                case._refuse_strangers(paths)
            return case
        return cls.create(place, title or receiving.title_in(first), engine)

    def _refuse_strangers(self, paths: Sequence[Path | str]) -> None:
        """Two folders of one name must not run together into one case without anybody's saying so."""
        if not receiving.belongs(self._file, paths):
            self.close()
            raise Refused(
                f"holds other files, and none of those in {paths[0]}",
                where=str(self.folder),
                do=f"Name a case for them: --case NAME.case; to put all in one: --case {self.folder}",
            )

    def close(self) -> None:
        """Let go of the case and seal its database."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def folder(self) -> Path:
        """Where the case is."""
        return self._file.folder

    @property
    def title(self) -> str:
        """What the matter is called."""
        return self._file.title

    # ------------------------------------------------------------ what is in it

    def records(self) -> tuple[Record, ...]:
        """Every record, in the order received; those that several files make up as one."""
        return self._file.records()

    def attributions(self) -> tuple[Attribution, ...]:
        """Every attribution, in order of record and place; own-voice sentences included: those that were
        read, as people ruled that they are (``correcting``)."""
        return self._seen().whole.corrected.attributions

    def sources(self) -> tuple[Source, ...]:
        """Who speaks, under which spellings, as the last trace found; nobody before the first."""
        traced = self._finder.last()
        return traced.sources if traced else ()

    def refusals(self) -> tuple[Refusal, ...]:
        """What was received but could not be read. A file that could be opened later is left out."""
        opened = {receipt.name for receipt in self._file.receipts()}
        return tuple(r for r in self._file.refusals() if r.object or r.name not in opened)

    def bytes_of(self, record: str, span: Span) -> tuple[int, int] | None:
        """Where in the bytes received the characters ``span`` of a record stand: start and end. Where several
        files make it up, in the one that they stand in (``model.part_at``).

        None for characters that no byte stands for (a line break between two paragraphs of a page).
        """
        return opening.bytes_of(self._file, record, span)

    def went_on(self, entries: int, rulings: int) -> bool:
        """Whether anything was added, traced or ruled after so many entries of the log and rulings."""
        return self._file.changed_since(entries) or len(self.rulings()) > rulings

    # ------------------------------------------------------------ receiving

    def add(
        self,
        *paths: Path | str,
        progress: Progress | None = None,
        ignore_robots: bool = False,
        allow_private: bool = False,
        ocr: str = "",
    ) -> Intake:
        """Receive files, or folders of files: keep the bytes, read the words.

        Bytes are stored and logged before anything is read, so that an interruption loses nothing;
        what an earlier run received and did not read is read now. A ``case.toml`` holds for the
        folder it lies in. An address of the web ("https://…") is fetched, and kept as a WARC; Refused
        where robots.txt or a private address stands against it, or a limit. ``ocr`` names the
        languages ("eng+kor") in which Tesseract reads pictures of pages.
        """
        self._dossiers.clear()
        with fetching.on_disk(paths, __version__, fetching.Rules(ignore_robots, allow_private)) as files:
            return receiving.receive(self._file, self._engine, files, progress or _silent, ocr)

    # ------------------------------------------------------------ finding

    def read(self, progress: Progress | None = None) -> int:
        """Read the reports that this reader has not read yet; how many that were."""
        report = progress or _silent
        reports = [record for record in self.records() if record.kind is RecordKind.REPORT]
        readers = {language: reading.reader_of(language) for language in {r.language for r in reports}}
        done = {reader: self._file.read_with(reader) for reader in set(readers.values())}
        waiting = [r for r in reports if r.id not in done[readers[r.language]]]
        found = self._engine.each(_read_record, waiting)
        for number, (record, attributions) in enumerate(zip(waiting, found, strict=True), 1):
            self._file.set_attributions(record.id, readers[record.language], attributions)
            report("reading", number, len(waiting))
        return len(waiting)

    def trace(self, progress: Progress | None = None) -> Trace:
        """Who said what, who had it from whom, and how many origins stand behind it.

        Finishes what is undone (files received but not read, reports not read), then names, matches
        and traces. A case in which nothing changed gives the stored result.
        """
        report = progress or _silent
        receiving.finish(self._file, self._engine, report)
        self.read(report)
        traced = self._finder.trace(self._finder.evidence(), self._file.attributions(), report)
        if traced is not self._traced:
            self._dossiers.clear()
        self._traced = traced
        return traced

    def changes(self) -> tuple[Change, ...]:
        """What the last trace found that the one before it had not; nothing for a first trace.

        It is stored with the trace, and stands until something else is found.
        """
        return traced.changes if (traced := self._file.trace()) else ()

    def changed(self) -> str:
        """The same in plain sentences; "" where nothing changed."""
        return tracing.in_short(self.changes())

    # ------------------------------------------------------------ ruling (``ruling.Rulings``)

    def rule_from(self, file: Path | str, by: str) -> exchanging.Taken:
        """Receive a file of FollowTheMoney and take over its rulings, each by its author; ``by`` answers for
        names that it puts together. Its facts are evidence from the next trace on; what is odd is told."""
        self._dossiers.clear()
        held = exchanging.understood(Path(file).read_bytes(), Path(file).name)
        receiving.receive(self._file, self._engine, [file], _silent)
        return exchanging.take(self._file, held, by, Path(file).name)

    def _seen(self, laid: int = 0) -> ruling.Seen:
        front = self._sheets.front() if laid else None
        until = front.rulings if front else None
        return ruling.Seen(self._file, self._finder.last, partial(self._labels, laid), until)

    def _labels(self, laid: int) -> shelving.Shelved | None:
        """The labels that are laid ready; None where the case went on since by more than rulings."""
        front = self._sheets.front()
        if laid and (front is None or front.entries != laid):
            raise Refused(
                "other sheets were laid ready since", do="Look again: things may bear other numbers"
            )
        if front is None or (not laid and self._file.changed_since(front.entries)):
            return None
        return shelving.Shelved(self._sheets, front.entries)

    def _one_shelf(self) -> AbstractContextManager[None]:
        return self._sheets.still()

    def _was_ruled(self) -> None:
        self._dossiers.clear()

    @property
    def aids(self) -> Aids:
        """What machines may make of the record to help a reader, where a person asks: never evidence."""
        self._dossiers.clear()
        return Aids(self._file, self._engine)

    # ------------------------------------------------------------ giving out

    def dossier(self, public: bool = False) -> Dossier:
        """The case laid out for a reader, as values; ``public``: without what must not be given out.

        Refused where what ``case.toml`` withholds cannot be made out.
        """
        if public not in self._dossiers:
            made = issue(self._file, self._finder, self._engine, self.refusals(), __version__, public)
            self._dossiers[public] = made
        return self._dossiers[public]

    def doubts(self) -> tuple[str, ...]:
        """What to look at before the public edition is given out: parts of withheld names in it, what was
        left out as a form of one, and what no machine finds."""
        return doubts(self._file, self.dossier(public=True))

    def export(self, form: str, file: Path | str | None = None, public: bool = False) -> bytes:
        """The dossier as ``form`` (of ``dossier.EXPORTS``: "html", "json", …); written to ``file``, if any.

        ``public``: the public edition. A written export, and any public edition, is an entry in the custody
        log.
        """
        if form not in laid_out.EXPORTS:
            do = f"Choose one of {', '.join(laid_out.EXPORTS)}"
            raise Refused(f"there is no export called {form!r}", do=do)
        data = laid_out.EXPORTS[form](self.dossier(public))
        if file is not None:
            place(Path(file), data)
        if file is not None or public:
            name = Path(file).name if file is not None else "standard output"
            action = "public edition made" if public else "exported"
            self._file.log(action, form, f"{name}, sha256 {digest(data)}")
        return data

    def lacking(self, form: str = "html", public: bool = False) -> str:
        """What of a large case its dossier in one piece ("html", "pdf", "docx") has no room for, in a
        sentence; "" where it has all."""
        return laid_out.lacking(self.dossier(public), form)

    def publish(self) -> dict[str, Path]:
        """Write ``dossier.html`` and ``dossier.json`` into the case folder; their paths by format."""
        files = {form: self.folder / f"dossier.{form}" for form in PUBLISHED}
        for form, file in files.items():
            self.export(form, file)
        return files

    def edition(self, folder: Path | str, public: bool = True) -> Edition:
        """The dossier in every form in a folder of its own, to be handed out; ``public``: the public edition.

        The folder is new or empty, or an edition made before. Two editions of a case in which nothing changed
        are the same byte for byte. An entry in the custody log has the SHA-256 of each file.
        """
        return hand_out(self._file, self.dossier(public), Path(folder))

    @no_circles()
    def shelve(self) -> Sheets:
        """Lay every sheet of the dossier ready by itself (``pages.db``), for ``firsthand serve``."""
        whole = self._seen().whole
        news = shelving.news(self._file, self.changes(), whole.labels)
        leaves_out = withheld(self._file, whole)
        shelving.shelve(
            self.folder,
            self.dossier(),
            len(self.rulings()),
            self.queue(),
            tuple(news),
            leaves_out,
            self.telling().incompatible(),
        )
        return self._sheets

    def bag(self, folder: Path | str) -> None:
        """The whole case in a bag (BagIt 1.0, with RO-Crate 1.3) in ``folder``, which must be new."""
        made = {file.name: file.read_bytes() for file in self.publish().values()}
        made["annotations.json"] = self.export("annotations")
        bagging.pack(self._file, Path(folder), made, __version__)

    def answer(self) -> str:
        """The answer in two or three sentences, in plain words."""
        return laid_out.said(self.dossier().answer)

    def sheet(self, anchor: str = "") -> Any:
        """The part of the dossier with this anchor ("S3", "R2", "L7", "P1"); the whole without one."""
        if not anchor:
            return self.dossier()
        sheets = laid_out.by_anchor(self.dossier())
        for each in (anchor, anchor.upper()):
            if each in sheets:
                return sheets[each]
        some = laid_out.told_anchors(sheets) or "nothing yet: trace the case first"
        raise Refused(f"there is no {anchor!r} in this case", where=str(self.folder), do=f"There is {some}")

    def show(self, anchor: str = "") -> str:
        """The same in plain words, for a terminal."""
        return laid_out.words(self.sheet(anchor)) if anchor else laid_out.overview(self.dossier())


def _read_record(record: Record) -> tuple[Attribution, ...]:
    found = reading.read(record.text, record.language, record.id)
    own = reading.own_voice(record.text, record.language, record.id, found)
    return reading.propositions(record.text, record.language, (*found, *own))


def _silent(stage: str, done: int, total: int) -> None:
    """Nobody watches."""
