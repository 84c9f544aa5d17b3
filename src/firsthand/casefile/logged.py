"""The custody of a case: its log, the signatures over it, and whether all is as it was written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection, func, select

from firsthand.casefile import rows, seal, writes
from firsthand.casefile.custody import CHANGING, Action
from firsthand.casefile.database import Database, Write, append
from firsthand.casefile.objects import Objects
from firsthand.casefile.readme import ALONE, README, alone
from firsthand.casefile.schema import custody, head, rulings, signatures
from firsthand.casefile.seal import DATABASE
from firsthand.casefile.trouble import explained
from firsthand.casefile.writes import WHOLE
from firsthand.errors import Refused
from firsthand.model import Entry, Fault, Right, Ruling, Signature

_RULINGS = select(rulings.c.number, rulings.c.value).order_by(rulings.c.number)
_SIGNATURES = select(signatures.c.number, signatures.c.value).order_by(signatures.c.entry)


class Logged:
    """A case folder with its log. ``CaseFile`` keeps everything else in it."""

    def __init__(self, folder: Path, database: Database, objects: Objects, right: Right) -> None:
        self.folder = folder
        self._database = database
        self._objects = objects
        self._right = right
        self._rulings: list[Ruling] = []

    def log(self, action: str, subject: str, detail: str = "") -> None:
        """Adds an entry for something done with the case, such as an export.

        A ValueError for the actions that storing things logs by itself.
        """
        self._commit([writes.logged(action, subject, detail)], Right.RULE)

    def custody(self) -> tuple[Entry, ...]:
        """The whole log in order. ``plain(entry)`` is its detail for a reader."""
        return tuple(map(rows.to_entry, self._database.all(select(custody).order_by(custody.c.number))))

    def log_part(self, start: int, count: int, wanted: Mapping[str, str]) -> tuple[tuple[Entry, ...], int]:
        """Entries from the newest on, from the ``start``-th, and how many there are in all: those of an
        "action", an "actor", a "subject", and "since" (after) the entry of a number, as far as ``wanted``."""
        where = [
            custody.c[name] == wanted[name] for name in ("action", "actor", "subject") if wanted.get(name)
        ]
        where += [custody.c.number > int(wanted["since"])] if wanted.get("since") else []
        total = self._database.first(select(func.count()).select_from(custody).where(*where))
        query = select(custody).where(*where).order_by(custody.c.number.desc()).limit(count).offset(start)
        return tuple(map(rows.to_entry, self._database.all(query))), int(total or 0)

    def log_choices(self, column: str) -> tuple[tuple[str, int], ...]:
        """What stands in the "action" or "actor" of entries, and how often; the most frequent first."""
        name, times = custody.c[column], func.count()
        found = self._database.all(select(name, times).group_by(name).order_by(times.desc(), name))
        return tuple((str(each[0]), int(each[1])) for each in found)

    @property
    def entries(self) -> int:
        """How many entries the log has."""
        return self._database.first(select(head.c.number)) or 0

    def traced_after(self, entry: int) -> int:
        """The last entry after this one with which the whole case was traced; 0 where there is none."""
        c = custody.c
        where = (c.number > entry, c.action == Action.TRACED, c.subject == WHOLE)
        return self._database.first(select(func.max(c.number)).where(*where)) or 0

    def changed_since(self, entry: int) -> bool:
        """Whether something was received, read or found after this entry; rulings and exports leave that as
        it is."""
        later = custody.c.number > entry
        return (
            self._database.first(select(custody.c.number).where(later, custody.c.action.in_(CHANGING)))
            is not None
        )

    def sign(self, signature: Signature) -> None:
        """Stores a signature. A ValueError unless it is over an entry of this log and fits its key."""
        from firsthand.casefile import signing

        query = select(custody.c.hash).where(custody.c.number == signature.number)
        if self._database.first(query) != signature.hash or not signing.holds(signature):
            raise ValueError("a signature that is not over this log")
        self._commit([writes.signed(signature)])

    def signatures(self) -> tuple[Signature, ...]:
        """Every signature over the log, in the order in which they were made."""
        return tuple(map(rows.to_signature, self._database.all(_SIGNATURES)))

    def rule(self, decide: Callable[[Sequence[Ruling]], Iterable[Ruling]]) -> tuple[Ruling, ...]:
        """Stores what ``decide`` makes of the rulings that are there, under the next numbers, as one step.

        Gives them as they were stored. Nobody else rules meanwhile. A ValueError where one undoes none
        before it.
        """
        self._may_write(Right.RULE)
        with self._database.transaction(write=True) as connection:
            there = self._all_rulings(connection)
            made = tuple(replace(each, number=n) for n, each in enumerate(decide(there), len(there) + 1))
            for each in made:
                if not 0 <= each.undoes < each.number:
                    raise ValueError(f"ruling {each.number} undoes {each.undoes}, which is none before it")
            if made:
                append(connection, [writes.ruled(each) for each in made])
        return made

    def rulings(self) -> tuple[Ruling, ...]:
        """Every ruling in the order in which they were made, those undone and those that undo among them."""
        with self._database.transaction() as connection:
            return tuple(self._all_rulings(connection))

    def _all_rulings(self, connection: Connection) -> Sequence[Ruling]:
        """All that were stored; only those are read that were not yet, for none is ever changed."""
        fresh = connection.execute(_RULINGS.where(rulings.c.number > len(self._rulings)))
        self._rulings += map(rows.to_ruling, fresh)
        return tuple(self._rulings)

    def copy_to(self, folder: Path) -> None:
        """Puts a copy of the case, sealed, into the empty ``folder``; each object is checked on the way."""
        with explained(folder):
            self._database.copy_to(folder / DATABASE)
            seal.put(folder)
            for name, text in (("README.txt", README), (ALONE, alone())):
                (folder / name).write_text(text, "utf-8")
            for name in (
                path.name for path in self._objects.files() if path == self._objects.path(path.name)
            ):
                copy = folder / "objects" / name[:2] / name
                copy.parent.mkdir(parents=True, exist_ok=True)
                with copy.open("xb") as file:
                    file.writelines(self._objects.pieces(name))
                copy.chmod(0o444)

    def verify(self) -> tuple[Fault, ...]:
        """Everything in the case that is not as it was written; see ``casefile.verify``."""
        from firsthand.casefile.verify import faults

        return faults(self.folder, self._database, self._objects, writing=self._right is not Right.READ)

    def _commit(self, puts: Sequence[Write], right: Right = Right.WRITE) -> None:
        self._may_write(right)
        self._database.commit(puts)

    def _may_write(self, right: Right = Right.WRITE) -> None:
        if self._right not in (right, Right.WRITE):
            opened = "ruling" if self._right is Right.RULE else "reading"
            what = f"the case was opened for {opened} only, and something in it is still to be done"
            raise Refused(what, where=str(self.folder), do=f"Run firsthand trace {self.folder} first")
