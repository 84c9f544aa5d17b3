"""What the labels of a dossier stand for, read off the sheets that are laid ready: one or two for a label."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.dossier.pieces import PageImage
from firsthand.dossier.sheets import RecordSheet, ReportSheet, SourceSheet, StatementSheet
from firsthand.model import Anchor, Independence
from firsthand.shelving.sheets import Sheets, place


class Shelved:
    """The labels of these ``sheets``, laid ready at the entry ``made`` of the log; see ``ruling.Labels``."""

    def __init__(self, sheets: Sheets, made: int) -> None:
        self._sheets, self.made = sheets, made

    def record(self, label: str) -> str:
        """As ``Labels``."""
        found = self._sheet(label)
        if isinstance(found, PageImage):
            return found.record
        return found.id if isinstance(found, ReportSheet | RecordSheet) else ""

    def of_record(self, id: str) -> str:
        """As ``Labels``."""
        return self._sheets.home(id)

    def passages(self, statement: str) -> Sequence[str]:
        """As ``Labels``."""
        found = self._sheet(statement)
        if not isinstance(found, StatementSheet):
            return ()
        read = (row.anchor for family in found.families for row in family.rows)
        return tuple(dict.fromkeys((found.said_at, *read)))

    def source(self, label: str) -> str:
        """As ``Labels``."""
        found = self._sheet(label)
        return found.name if isinstance(found, SourceSheet) else ""

    def spellings(self) -> Sequence[str]:
        """As ``Labels``. An outlet of which nobody speaks is a report."""
        spoken = [spelling for each in self._sheets.some("source") for spelling in each.spellings]
        return [*spoken, *self._sheets.outlets()]

    def best_grade(self, anchor: Anchor) -> int:
        """As ``Labels``."""
        at = place(anchor.record, ((span.start, span.end) for span in anchor.spans))
        found = self._sheet(self._sheets.home(at))
        if isinstance(found, StatementSheet):
            return found.best_credibility
        return Independence.UNKNOWN.best_credibility

    def _sheet(self, label: str) -> object:
        found = self._sheets.sheet(label) or self._sheets.sheet(label.upper())
        return found[1] if found else None
