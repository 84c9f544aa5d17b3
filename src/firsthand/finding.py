"""From records to a trace: what ``Case.trace`` does, step by step.

A strand that was traced before and in which nothing changed is not traced again: its trace is kept
in the case under the key of all that it was made from. So are the vectors of wordings.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from firsthand import matching, names, opening, receiving, stages, tracing
from firsthand.anchoring import ground
from firsthand.casefile import CaseFile
from firsthand.circles import no_circles
from firsthand.correcting import Corrected, corrected
from firsthand.engines import Engine
from firsthand.model import Attribution, Division, Outlet, Record, Ruling, Trace, evidence
from firsthand.stages import Strand, made_from
from firsthand.weaving import woven

# What is found of a case as a whole, and not strand by strand.
OF_THE_CASE = ("disagreements", "papers", "paper_findings", "notes", "changes", "rulings")
Progress = Callable[[str, int, int], None]


@dataclass(slots=True)
class Kept:
    """What was found before and holds as long as what it was made from is there: the traces of strands by
    key, the vectors of wordings, how its reports were divided into strands, and which texts are linked."""

    traces: dict[str, Trace] = field(default_factory=dict)
    vectors: dict[str, dict[str, bytes]] = field(default_factory=dict)
    division: Division | None = None
    links: matching.Links | None = None

    def remember(self, vectors: matching.Kept) -> None:
        """Keep vectors that were made, beside those of the same records."""
        for record, found in vectors.items():
            self.vectors.setdefault(record, {}).update(found)


class Finder:
    """Traces the case of ``file``. What is held in memory is what the file holds."""

    def __init__(self, file: CaseFile, engine: Engine) -> None:
        self._file, self._engine = file, engine
        self._last: tuple[str, Trace] | None = None
        self._opened: Kept | None = None
        self._stored_at = 0  # the entry of the log with which what is held in memory was stored

    def held(self) -> tuple[Record, ...]:
        """The records, with the time of receipt where that alone tells which of two editions was first."""
        received: dict[str, str] = {}
        for receipt in self._file.receipts():
            received.setdefault(receipt.object, receipt.at)
        return tracing.with_receipts(self._file.records(), received)

    def evidence(self) -> tuple[Record, ...]:
        """Those of them that a finding may rest on."""
        return evidence(self.held())

    def trace(self, held: Sequence[Record], read: Sequence[Attribution], report: Progress) -> Trace:
        """The trace of these records and of what was read in them, as that was ruled to be; stored, with what
        it changed against the last one."""
        rulings, outlets = self._file.rulings(), receiving.outlets(self._file)
        said = corrected(held, read, rulings)
        shaping = stages.shaping(rulings, said.changing)
        key = made_from(held, shaping, outlets)
        done = self.stored(held, read, key)
        if done is None:
            before = self.stored(held, read)
            found = said.attributions
            done, made = traced(held, found, self._kept, self._engine, report, shaping, outlets)
            seen = opening.photographs(self._file, self._engine, held)
            done = replace(done, rulings=len(rulings), **names.examine(held, seen)._asdict())
            if before:
                since = self._since(held, read, before, rulings, found)
                done = replace(done, changes=tracing.changes(before, done, since))
            self._store(key, done, made)
        self._last = (key, done)
        return done

    def stored(self, held: Sequence[Record], read: Sequence[Attribution], key: str = "") -> Trace | None:
        """The trace that is stored, if it was made from ``key`` (from anything without one)."""
        self._forget()
        if self._last and key in ("", self._last[0]):
            return self._last[1]
        told = self._file.trace(key or None)
        if told is None or not (kept := self._kept.traces):
            return told
        if self._file.traced_at() != self._stored_at:  # between the two looks
            return self.stored(held, read, key)
        made = _woven(held, self.said(held, read, told).attributions, kept)
        return replace(made, **{name: getattr(told, name) for name in OF_THE_CASE})

    def _forget(self) -> None:
        """What is held in memory is of no use where another process traced since."""
        if (last := self._file.traced_at()) != self._stored_at:
            self._stored_at, self._last, self._opened = last, None, None

    def said(self, held: Sequence[Record], read: Sequence[Attribution], traced: Trace) -> Corrected:
        """What was ``read``, by the rulings that the case had when it was traced."""
        return corrected(held, read, self._file.rulings()[: traced.rulings])

    def _since(
        self,
        held: Sequence[Record],
        read: Sequence[Attribution],
        before: Trace,
        rulings: Sequence[Ruling],
        found: Sequence[Attribution],
    ) -> tracing.Since:
        """What was ruled since the trace ``before``; ``found`` is what became of what was read."""
        was = ground(held, self.said(held, read, before).attributions, rulings)
        return tracing.Since(rulings, before.rulings, was, ground(held, found, rulings))

    def last(self) -> Trace | None:
        """The last trace, whatever was added or ruled since."""
        return self.stored(self.evidence(), self._file.attributions())

    def current(
        self, held: Sequence[Record], read: Sequence[Attribution], rulings: Sequence[Ruling]
    ) -> Trace | None:
        """The trace of these as they are now; None where something was added or ruled since the last."""
        shaping = stages.shaping(rulings, corrected(held, read, rulings).changing)
        return self.stored(held, read, made_from(held, shaping, receiving.outlets(self._file)))

    @property
    def _kept(self) -> Kept:
        if self._opened is None:
            with no_circles():
                self._opened = Kept(self._file.strands(), division=self._file.division())
                for vectors in self._file.vectors(matching.network()):
                    self._opened.remember(vectors)
        return self._opened

    def _store(self, key: str, done: Trace, made: matching.Kept) -> None:
        strands = self._kept.traces
        if len(strands) == 1:
            strands.clear()
        told = Trace(**{name: getattr(done, name) for name in OF_THE_CASE})
        division = self._kept.division if strands else None
        self._file.set_trace(key, told if strands else done, strands, matching.network(), made, division)
        self._stored_at = self._file.traced_at()


def traced(
    held: Sequence[Record],
    found: Sequence[Attribution],
    kept: Kept,
    engine: Engine,
    report: Progress,
    rulings: Sequence[Ruling] = (),
    outlets: Sequence[Outlet] = (),
) -> tuple[Trace, matching.Kept]:
    """The trace of these records, and the vectors made for it; all that was found is then in ``kept``.

    Only strands whose trace is not kept are traced.
    """
    case = stages.strands(held, found, kept.links, rulings, outlets, kept.division)
    keys = {each.key: each for each in case.strands}
    waiting = {key: _reminded(each, kept) for key, each in keys.items() if key not in kept.traces}
    report("tracing", 0, len(waiting))
    made = Kept()
    work = partial(stages.traced, pairs=engine.pairs_sharing_key)
    done = zip(waiting, engine.each(work, waiting.values()), strict=True)
    for number, (key, (trace, vectors)) in enumerate(done, 1):
        kept.traces[key] = trace
        made.remember(vectors)
        report("tracing", number, len(waiting))
    kept.remember(made.vectors)
    kept.division, kept.links = case.division, case.links
    kept.traces = {key: kept.traces[key] for key in sorted(keys)}
    whole = _woven(held, found, kept.traces)
    return replace(whole, notes=(*case.notes, *whole.notes)), made.vectors


def _woven(held: Sequence[Record], found: Sequence[Attribution], strands: Mapping[str, Trace]) -> Trace:
    with no_circles():
        return woven(held, found, list(strands.values()))


def _reminded(strand: Strand, kept: Kept) -> Strand:
    known = {r.id: kept.vectors[r.id] for r in strand.records if r.id in kept.vectors}
    return replace(strand, vectors=known)
