"""The citations of every node, for programs that keep literature: BibTeX, and CSL-JSON."""

from __future__ import annotations

import json

from firsthand.dossier.citing import citations
from firsthand.dossier.literature import bibtex_of, csl_of, latex
from firsthand.dossier.sheets import Dossier


def bibtex(dossier: Dossier) -> bytes:
    """The citations as BibTeX (UTF-8): an entry for each node."""
    entries = map(bibtex_of, citations(dossier).values())
    told = " ".join(dossier.withheld.sentences) if dossier.withheld else ""
    head = [f"@comment{{{latex(told)}}}\n"] if told else []
    return "\n".join((*head, *entries)).encode("utf-8")


def csl(dossier: Dossier) -> bytes:
    """The citations as CSL-JSON (UTF-8): an item for each node, with the same names as in ``bibtex``."""
    items = [csl_of(each) for each in citations(dossier).values()]
    return json.dumps(items, ensure_ascii=False, indent=1).encode("utf-8") + b"\n"
