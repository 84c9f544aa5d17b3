"""Papers of invented people, as records, and zones that are right in every digit."""

from __future__ import annotations

from firsthand.model import Line, PaperFinding, PaperFindingKind, Record, RecordKind
from firsthand.names.papers import examine
from firsthand.names.papers.zone import TD3, write
from firsthand.text import paragraphs
from tests.builders import record


def paper(name: str = "card", of: str = "notebook", text: str = "", **fields: str) -> Record:
    """A paper with these fields in its header and this text, its lines numbered."""
    lines = tuple(Line(number, span) for number, span in enumerate(paragraphs(text), 1))
    return record(
        text, name=name, kind=RecordKind.PAPER, title=name, of=of, outlet="", published="", extra=fields,
        lines=lines, id=f"id of {name}",
    )  # fmt: skip


def facts(*records: Record) -> list[PaperFinding]:
    """What is found on these papers."""
    return list(examine(records).paper_findings)


def notes(kind: PaperFindingKind, *records: Record) -> list[str]:
    """The sentences of one kind of finding."""
    return [each.note for each in facts(*records) if each.kind is kind]


def passport(surname: str = "LIND", given: str = "ODA MARTA", **fields: str) -> str:
    """The two lines of a passport of Utopia, made out to an invented person."""
    known = {
        "document": "P", "state": "UTO", "number": "K1234567", "nationality": "UTO", "born": "970504",
        "sex": "F", "valid until": "310602",
    }  # fmt: skip
    return "\n".join(write(TD3, known | fields, surname.split(), given.split()).lines)
