from __future__ import annotations

from dataclasses import replace

from firsthand.dossier.renderings import of_translations
from firsthand.model import Certainty, Record, RecordKind

BOOK = Record("p", "p", "notebook.txt", kind=RecordKind.PRIMARY)
ENGLISH = replace(BOOK, id="t", kind=RecordKind.TRANSLATION, of="p", by="Ana Verbic")
PAGE = replace(BOOK, id="i", kind=RecordKind.PAGE, of="p")
ORPHAN = replace(ENGLISH, id="o", of="")


def test_a_translation_comes_from_its_record_and_nothing_else_does() -> None:
    nodes = {record.id: f"n{record.id}" for record in (BOOK, ENGLISH, PAGE, ORPHAN)}
    (line,) = of_translations([BOOK, ENGLISH, PAGE, ORPHAN], nodes)
    assert (line.child, line.parent, line.certainty) == ("nt", "np", Certainty.SHOWN)
    assert [each.note for each in line.evidence] == ["by Ana Verbic"]


def test_a_translation_whose_record_is_no_node_has_no_line() -> None:
    assert not list(of_translations([BOOK, ENGLISH], {"t": "nt"}))
