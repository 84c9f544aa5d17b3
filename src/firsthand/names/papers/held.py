"""Identity papers with the records that they were read from, and how sentences speak of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.model import Paper, PaperField, Place, Record, Span
from firsthand.names.papers.reading import paper
from firsthand.names.placing import place
from firsthand.names.routes import scripts

PRINTED, SIGNED = "name as printed", "name as signed"
NAMED = ("surname", "given names", "patronymic")
YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Held:
    """A paper with the record that it was read from."""

    record: Record
    paper: Paper

    def said(self, name: str) -> str:
        """What a field of this name says, as it is printed; "" where it is not printed.

        A name that stands in parts is put together, the surname first.
        """
        if name == PRINTED:
            return next(iter(self.printed), "")
        return next((field.value for field in self.paper.fields if field.name == name and not field.zone), "")

    @property
    def naming(self) -> tuple[PaperField, ...]:
        """The fields of which the printed name is made."""
        return tuple(each for each in self.paper.fields if each.name in (PRINTED, *NAMED) and not each.zone)

    @property
    def printed(self) -> tuple[str, ...]:
        """The holder's name in every script in which it is printed."""
        whole = [field.value for field in self.naming if field.name == PRINTED]
        parts: dict[tuple[str, ...], dict[str, str]] = {}
        for field in self.naming:
            if field.name != PRINTED:
                parts.setdefault(scripts(field.value)[:1], {}).setdefault(field.name, field.value)
        made = [" ".join(own[part] for part in NAMED if part in own) for own in parts.values()]
        return tuple(dict.fromkeys((*whole, *made)))

    def place(self, span: Span) -> Place:
        """The place of some characters of its text, with the lines in which they are."""
        return place(self.record, span)

    @property
    def title(self) -> str:
        """What the record is called."""
        return f"“{self.record.title or self.record.name}”"

    @property
    def label(self) -> str:
        """How a sentence calls it: by the year of issue, else by its title."""
        year = YEAR.search(self.said("issued on") or self.record.published)
        return f"the paper of {year[1]}" if year else self.title

    @property
    def holder(self) -> str:
        """Whom it is made out to, as it is printed; else as it is signed, or as its zone has it."""
        zone = next((field.value for field in self.paper.fields if field.name == PRINTED), "")
        return self.said(PRINTED) or self.said(SIGNED) or zone


def facts(record: Record) -> dict[str, str]:
    """What is printed on the paper that a record is: the first value of each field, by its name."""
    held = Held(record, paper(record))
    found = {field.name: field.value for field in reversed(held.paper.fields) if not field.zone}
    return found | ({PRINTED: held.said(PRINTED)} if held.printed else {})


def labels(held: Sequence[Held]) -> list[str]:
    """How a sentence calls each of several: two papers of one year are told apart by their titles."""
    found = [each.label for each in held]
    return found if len(set(found)) == len(found) else [each.title for each in held]


def capital(sentence: str) -> str:
    """A sentence with a capital letter at its head."""
    return sentence[:1].upper() + sentence[1:]
