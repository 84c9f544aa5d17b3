"""A small case that people rule on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from firsthand import Case
from firsthand.model import Attribution, Trace
from firsthand.text import excerpt

HEAD = "---\noutlet: {0}\npublished: 2025-02-0{1}T10:00:00+00:00\n---\n{2}\n"
ROTTEN = "The weir at Tarn was rotten through and through"
REPORTS = {
    "Coast Mail": f"{ROTTEN}, Bo Ek said. Nobody had looked at it for nine years."
    " “We told the council twice,” Ann Lee said.",
    "Harbour Gazette": f"{ROTTEN}, engineer Cy Dov said. The council did nothing about it at all.",
    "Dike Post": f"The Coast Mail reported that {ROTTEN.lower().replace('tarn', 'Tarn')}."
    " The gate had been open since Monday, the mayor said.",
}
LOG = f"---\nkind: primary\nlanguage: en\n---\n{ROTTEN}.\nNobody looked at it.\n"
SO: dict[str, Any] = {"by": "Una Vale", "because": "I rang them"}


def weir(folder: Path) -> Path:
    """Three reports on a weir and a log, as files."""
    place = folder / "weir"
    place.mkdir()
    for number, (outlet, text) in enumerate(REPORTS.items(), 1):
        (place / f"{number}.txt").write_text(HEAD.format(outlet, number, text), "utf-8")
    (place / "log.txt").write_text(LOG, "utf-8")
    return place


def labels(case: Case) -> dict[str, str]:
    """Label by id, as the dossier numbers."""
    found = {}
    for report in case.dossier().reports:
        found |= {tag.id: tag.anchor for tag in report.tags}
    return found


def said(case: Case) -> dict[str, tuple[str, str]]:
    """Words and name of every attribution, by its label."""
    texts = {each.id: each.text for each in case.records()}
    by = labels(case)
    return {by[a.id]: (excerpt(texts[a.record], a.content), a.name) for a in case.attributions()}


def found(case: Case, label: str) -> Attribution:
    """The attribution with this label."""
    by = {label: id for id, label in labels(case).items()}
    return next(a for a in case.attributions() if a.id == by[label])


def statement(traced: Trace, words: str) -> list[int]:
    """How many attributions each statement with these words has."""
    return [len(each.attributions) for each in traced.statements if words in each.content]
