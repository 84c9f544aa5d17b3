"""The parents of every record while lines of descent are drawn, and what speaks for each."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from firsthand.model import Certainty, Evidence


@dataclass
class Lead:
    """A parent under consideration, with what speaks for it."""

    parent: str
    certainty: Certainty
    evidence: list[Evidence] = field(default_factory=list)


class Family:
    """The parents of each record so far; refuses what would close a circle."""

    def __init__(self) -> None:
        self.leads: dict[str, dict[str, Lead]] = defaultdict(dict)

    def ancestors(self, record: str) -> set[str]:
        """Everything ``record`` descends from, over any number of steps."""
        found: set[str] = set()
        todo = [record]
        while todo:
            for parent in self.leads.get(todo.pop(), ()):
                if parent not in found:
                    found.add(parent)
                    todo.append(parent)
        return found

    def add(self, child: str, lead: Lead) -> bool:
        """Takes a parent up; evidence is added where it is known already. False for a circle."""
        known = self.leads[child].get(lead.parent)
        if known is not None:
            if known.certainty is not Certainty.SHOWN:
                known.certainty = lead.certainty
            known.evidence += [e for e in lead.evidence if e not in known.evidence]
            return True
        if lead.parent == child or child in self.ancestors(lead.parent):
            return False
        self.leads[child][lead.parent] = lead
        return True
