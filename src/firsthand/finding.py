"""From records to a trace: what ``Case.trace`` does, step by step.

A strand that was traced before and in which nothing changed is not traced again: its trace is kept
in the case under the key of all that it was made from.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from firsthand import names, stages, tracing
from firsthand.casefile import CaseFile
from firsthand.engines import Engine
from firsthand.model import Attribution, Record, Trace
from firsthand.stages import Strand, made_from
from firsthand.weaving import woven

Progress = Callable[[str, int, int], None]


class Finder:
    """Traces the case of ``file``. What is held in memory is what the file holds."""

    def __init__(self, file: CaseFile, engine: Engine) -> None:
        self._file, self._engine = file, engine
        self._last: tuple[str, Trace] | None = None
        self._kept: Mapping[str, Trace] | None = None

    def trace(self, held: Sequence[Record], found: Sequence[Attribution], report: Progress) -> Trace:
        """The trace of these records and attributions, stored; with what it changed against the last one."""
        key = made_from(held)
        done = self.stored(held, found, key)
        if done is None:
            before = self.stored(held, found)
            strands, notes = stages.strands(held, found)
            kept = self._traced(strands, report)
            done = woven(held, found, list(kept.values()))
            done = replace(done, disagreements=names.disagreements(held), notes=(*notes, *done.notes))
            if before:
                done = replace(done, changes=tracing.changes(before, done))
            self._store(key, done, kept)
        self._last = (key, done)
        return done

    def stored(self, held: Sequence[Record], found: Sequence[Attribution], key: str = "") -> Trace | None:
        """The trace that is stored, if it was made from ``key`` (from anything without one)."""
        if self._last and key in ("", self._last[0]):
            return self._last[1]
        told = self._file.trace(key or None)
        if told is None or not (kept := self._strands()):
            return told
        made = woven(held, found, list(kept.values()))
        return replace(made, disagreements=told.disagreements, notes=told.notes, changes=told.changes)

    def _strands(self) -> Mapping[str, Trace]:
        if self._kept is None:
            self._kept = self._file.strands()
        return self._kept

    def _traced(self, strands: Sequence[Strand], report: Progress) -> Mapping[str, Trace]:
        """The traces of the strands by key, in the order of the keys; only those not kept are made."""
        kept = dict(self._strands())
        waiting = {key: each for each in strands if (key := each.key) not in kept}
        work = partial(stages.traced, pairs=self._engine.pairs_sharing_key)
        report("tracing", 0, len(waiting))
        made = zip(waiting, self._engine.each(work, waiting.values()), strict=True)
        for number, (key, trace) in enumerate(made, 1):
            kept[key] = trace
            report("tracing", number, len(waiting))
        return {key: kept[key] for key in sorted(each.key for each in strands)}

    def _store(self, key: str, done: Trace, kept: Mapping[str, Trace]) -> None:
        if len(kept) == 1:
            self._kept = {}
            self._file.set_trace(key, done)
        else:
            self._kept = kept
            told = Trace(disagreements=done.disagreements, notes=done.notes, changes=done.changes)
            self._file.set_trace(key, told, kept)
