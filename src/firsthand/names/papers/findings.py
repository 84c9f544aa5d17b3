"""Every fact about identity papers that can be read from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from firsthand.model import Disagreement, Paper, PaperFinding, Record, Region
from firsthand.names.papers.beside import beside_print
from firsthand.names.papers.differing import disagreements
from firsthand.names.papers.digits import zone_facts
from firsthand.names.papers.held import Held
from firsthand.names.papers.lettering import letter_facts
from firsthand.names.papers.ordering import age_at_issue, order_facts
from firsthand.names.papers.reading import papers
from firsthand.names.papers.sharing import shared_facts

EXAMINER = "papers 3"


class Examined(NamedTuple):
    """The papers among the records of a case, the fields on which they differ, and facts about them."""

    papers: tuple[Paper, ...]
    disagreements: tuple[Disagreement, ...]
    paper_findings: tuple[PaperFinding, ...]


def examine(records: Sequence[Record], photographs: Mapping[Region, str] | None = None) -> Examined:
    """What stands on the identity papers among ``records``, and what can be said of them.

    ``photographs`` has the digest of the pixels of each region that is one. The findings are facts and no
    verdict: their notes say what stands there, and never what a paper is worth.
    """
    by_id = {record.id: record for record in records}
    held = [Held(by_id[each.record], each) for each in papers(records)]
    aged = tuple(replace(each.paper, age_at_issue=age_at_issue(each)) for each in held)
    return Examined(aged, disagreements(held), tuple(_findings(held, photographs or {})))


def _findings(held: Sequence[Held], photographs: Mapping[Region, str]) -> Iterator[PaperFinding]:
    """The facts about each paper in turn, then those about several."""
    for each in held:
        for facts in (zone_facts, beside_print, order_facts, letter_facts):
            yield from facts(each)
    yield from shared_facts(held, photographs)
