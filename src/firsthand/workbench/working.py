"""The case traced and laid ready beside the server, in a process of its own, and how far that is."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Condition, Thread

from firsthand.errors import FirsthandError


@dataclass(frozen=True, slots=True)
class State:
    """How far the work is: what is being done, how many of how many; or in which fault it ended.

    ``round`` counts the runs that were begun; a run that ended well has no ``fault``.
    """

    round: int = 0
    running: bool = False
    stage: str = ""
    done: int = 0
    total: int = 0
    fault: str = ""


class Work:
    """Traces the case in a folder and lays it ready; one run at a time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._changed = Condition()
        self.state = State()

    def start(self) -> bool:
        """Begins a run; False where one is under way."""
        with self._changed:
            if self.state.running:
                return False
            self._set(State(self.state.round + 1, running=True))
        Thread(target=self._watch, daemon=True).start()
        return True

    def news(self, seen: State, patience: float) -> State:
        """The state as soon as it is another than the one ``seen``, or after ``patience`` seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self.state != seen, patience)
            return self.state

    def _watch(self) -> None:
        fault = "The work was cut short. Start it again."
        for message in self._told():
            if isinstance(message, str):
                fault = message
            else:
                stage, done, total = message
                with self._changed:
                    self._set(replace(self.state, stage=stage, done=done, total=total))
        with self._changed:
            self._set(State(self.state.round, fault=fault))

    def _told(self) -> Iterator[tuple[str, int, int] | str]:
        """What the process says: steps, and in the end a fault, "" where all went well."""
        spawn = multiprocessing.get_context("spawn")
        here, there = spawn.Pipe(duplex=False)
        process = spawn.Process(target=_work, args=(self._folder, there))
        process.start()
        there.close()
        try:
            while True:
                yield here.recv()
        except EOFError:
            process.join()

    def _set(self, state: State) -> None:
        self.state = state
        self._changed.notify_all()


def _work(folder: Path, told: Connection) -> None:
    """In the process: trace, and lay ready."""
    from firsthand.case import Case

    try:
        with Case.open(folder) as case:
            case.trace(lambda stage, done, total: told.send((stage, done, total)))
            told.send(("laying ready", 0, 0))
            case.shelve()
        told.send("")
    except FirsthandError as error:
        told.send(str(error))
