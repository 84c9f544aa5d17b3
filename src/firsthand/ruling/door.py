"""The part of the door through which people rule."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from contextlib import AbstractContextManager

from firsthand import proposing
from firsthand.model import Anchor, Correction, Judgement, Orphan, Proposal, Region, Ruling, conflicts
from firsthand.ruling import making
from firsthand.ruling.seen import Seen
from firsthand.ruling.telling import Telling, orphaned


class Rulings(ABC):
    """What a case knows of rulings. ``Case`` has all of this."""

    @abstractmethod
    def _seen(self, laid: int = 0) -> Seen:
        """The case as somebody sees it who rules now: with the labels that were ``laid`` ready at an entry of
        the log, or those that it has now."""

    @abstractmethod
    def _one_shelf(self) -> AbstractContextManager[None]:
        """Inside, what is laid ready stays the same, also where it is laid anew meanwhile."""

    @abstractmethod
    def _was_ruled(self) -> None:
        """Something is being ruled: what was laid out before is not so any more."""

    def rule(
        self,
        judgement: Judgement | str,
        *on: str | Anchor,
        by: str,
        because: str = "",
        told: Correction | Sequence[Correction] | Region = (),
        scope: str = "",
        settle: bool = False,
        laid: int = 0,
    ) -> Ruling:
        """Decide what the machine only proposed; it holds from the next trace. Nothing is erased (``undo``).

        ``by`` is who decides, ``because`` why (only to accept needs no reason). ``on`` are labels of the
        dossier, or anchors:

        - two names: same, different, undecided; "NAME@R4" where only the one in that report is meant
        - an attribution, "R2-a5": accept, reject, undecided; correct (``told`` what is otherwise), split
          (``told`` the parts), merge with others of its report; missed, on a report, for one not read
        - two attributions or statements, "S3" "S7": same, different, undecided
        - a report and what it was taken from, "R4" "R2" or a name: from, not from, undecided
        - an attribution or a statement and lines of the record, "S3" "L4": states, implies, contradicts;
          silent without a line
        - a line of the record, "L4": correct (``told`` its region; its page "page-1", or "" where it stands)
        - a source by its name: A to F, with its period or topic (``scope``); a statement: 1 to 6

        Accept on "J3" agrees with ruling 3. ``settle``: it decides between others who differ. ``laid`` is the
        entry of the log at which the sheets were laid ready whose labels are meant (``Front.entries``), as
        they show them: what was ruled since changes nothing of it. Refused where others are by now. What the
        same person ruled already in the same words, and stands, is given again and not stored twice.
        """
        self._was_ruled()
        with self._one_shelf():
            return making.rule(self._seen(laid), judgement, on, by, because, told, scope, settle)

    def undo(self, number: int, by: str, because: str = "") -> Ruling:
        """Undo the ruling of this number; it stays in the case, and so does who undid it, when and why."""
        self._was_ruled()
        return making.undo(self._seen().file, number, by, because)

    def rulings(self) -> tuple[Ruling, ...]:
        """Everything that was ruled, in order, undone or not; ``model.standing`` has what holds."""
        return self._seen().rulings

    def conflicts(self) -> tuple[tuple[Ruling, ...], ...]:
        """Rulings on the same in which people differ and which nobody has settled, side by side."""
        return conflicts(self.rulings())

    def orphans(self) -> tuple[Orphan, ...]:
        """Rulings that have lost their place: the record is gone, its text or what is read there another."""
        return orphaned(self._seen())

    def contradictions(self) -> tuple[str, ...]:
        """Rulings that cannot all hold, and those in which people differ, in sentences."""
        return self.telling().contradictions()

    def queue(self) -> tuple[Proposal, ...]:
        """What was proposed and nobody has ruled on, those first whose ruling would change most.

        As the last trace found it; what was ruled since has left it.
        """
        seen = self._seen()
        whole = seen.whole
        return proposing.queue(
            whole.records.values(), whole.corrected.attributions, whole.trace, seen.rulings, whole.labels
        )

    def telling(self) -> Telling:
        """How the rulings of this case are told to people."""
        return Telling(self._seen())
