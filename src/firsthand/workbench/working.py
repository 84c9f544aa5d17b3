"""The case traced and laid ready, or given out, beside the server, in a process of its own, and how far that
is."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Condition, Thread
from time import sleep

from firsthand.circles import this_process_ends_soon
from firsthand.errors import CaseBusy, FirsthandError
from firsthand.shelving import Sheets
from firsthand.workbench.places import unplaced

TRACING = "trace"
CUT_SHORT = "The work was cut short. Start it again."
AGAIN = 1.0  # seconds until it is asked anew whether somebody else has let go of the case
SPAWN = multiprocessing.get_context("spawn")  # a fork would copy what other threads are in the middle of
Tell = Callable[[str, int, int], None]
Task = Callable[[Path, Tell], None]


@dataclass(frozen=True, slots=True)
class State:
    """How far the work is: what is being done, how many of how many; or in which fault it ended.

    ``round`` counts the runs that were begun; a run that ended well has no ``fault``. ``job`` is what for.
    """

    round: int = 0
    running: bool = False
    stage: str = ""
    done: int = 0
    total: int = 0
    fault: str = ""
    job: str = TRACING


class Work:
    """Traces the case in a folder and lays it ready, or does another task with it; one run at a time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._changed = Condition()
        self._process: BaseProcess | None = None
        self._closed = False
        self.state = State()

    def start(self, task: Task | None = None, job: str = TRACING) -> bool:
        """Begins a run of ``task``, a function that a new process can be given; of a trace, without one.
        False where one is under way."""
        with self._changed:
            if self.state.running:
                return False
            self._set(State(self.state.round + 1, running=True, job=job))
        try:
            Thread(target=self._watch, args=(task or trace,), daemon=True).start()
        except RuntimeError as error:  # the system has no thread left
            with self._changed:
                self._set(State(self.state.round, fault=not_begun(error), job=job))
        return True

    def close(self) -> None:
        """Ends what is under way: nobody waits for hours until a server stops, and a trace that is cut short
        leaves the case as it was."""
        with self._changed:
            self._closed = True
            if self._process is not None:
                self._process.terminate()

    def news(self, seen: State, patience: float) -> State:
        """The state as soon as it is another than the one ``seen``, or after ``patience`` seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self.state != seen, patience)
            return self.state

    def _watch(self, task: Task) -> None:
        fault = CUT_SHORT
        try:
            for message in self._told(task):
                if isinstance(message, str):
                    fault = unplaced(self._folder, message)
                else:
                    stage, done, total = message
                    with self._changed:
                        self._set(replace(self.state, stage=stage, done=done, total=total))
        except OSError as error:
            fault = not_begun(error.strerror or error)
        finally:  # whatever went wrong: a run that is for ever under way would be the last
            with self._changed:
                self._set(State(self.state.round, fault=fault, job=self.state.job))

    def _told(self, task: Task) -> Iterator[tuple[str, int, int] | str]:
        """What the process says: steps, and in the end a fault, "" where all went well."""
        here, there = SPAWN.Pipe(duplex=False)
        with here:
            with there:
                process = self._begun(task, there)
            try:
                while True:
                    yield here.recv()
            except EOFError:
                process.join()

    def _begun(self, task: Task, there: Connection) -> BaseProcess:
        """The process, at work; ended at once where all was closed before it was begun."""
        process = SPAWN.Process(target=_work, args=(self._folder, there, task))
        process.start()
        with self._changed:
            self._process = process
            if self._closed:
                process.terminate()
        return process

    def _set(self, state: State) -> None:
        self.state = state
        self._changed.notify_all()


def not_begun(why: object) -> str:
    """What is told where the system gives no process or thread."""
    return f"The work could not be begun ({why}). Start it again."


def trace(folder: Path, tell: Tell) -> None:
    """Traces a case, and lays it ready."""
    from firsthand.case import Case

    with Case.open(folder) as case:
        case.trace(tell)
        tell("laying ready", 0, 0)
        case.shelve()


def follow(folder: Path, tell: Tell) -> None:
    """Lays ready what somebody else traced, as soon as they let go of the case; nothing where they did."""
    from firsthand.case import Case

    tell("waiting", 0, 0)
    while True:
        try:
            with Case.open(folder) as case:
                front = Sheets(folder).front()
                if front is None or case.traced_after(front.entries):
                    tell("laying ready", 0, 0)
                    case.shelve()
                return
        except CaseBusy:
            sleep(AGAIN)


def _work(folder: Path, told: Connection, task: Task) -> None:
    """In the process: the task, and in which fault it ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches it too; the server ends it
    this_process_ends_soon()
    try:
        task(folder, lambda stage, done, total: told.send((stage, done, total)))
        told.send("")
    except FirsthandError as error:
        told.send(str(error))
