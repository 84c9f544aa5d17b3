"""What the labels of a dossier stand for: R2, S3, P1 and M1 as people read them off a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from firsthand.model import Anchor


class Labels(Protocol):
    """The labels of a case as it was at the entry ``made`` of its log. Of a passage, R2-a5, its report has
    the number."""

    made: int

    def record(self, label: str) -> str:
        """The id of the record with this label; "" where there is none."""

    def of_record(self, id: str) -> str:
        """The label of a record; "" where it has none."""

    def passages(self, statement: str) -> Sequence[str]:
        """The labels of the passages that make a statement, that which its wording is from first."""

    def source(self, label: str) -> str:
        """The name of a source; "" where there is none."""

    def spellings(self) -> Sequence[str]:
        """Every name that a source bears, those who speak most first."""

    def best_grade(self, anchor: Anchor) -> int:
        """The best grade of credibility that is open for the statement to which what stands there belongs."""
