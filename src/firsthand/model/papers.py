"""Identity papers: what stands on each, field by field, and facts about them. Never what they are worth."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from firsthand.model.places import Place, Region


@dataclass(frozen=True, slots=True)
class PaperField:
    """One field of an identity paper, as it stands there.

    ``name`` is what the field is, in one word for all languages ("born"); ``label`` what the paper prints
    beside it ("дата народження"). ``place`` is where the value stands in the text of the paper; None where
    it is told in a header. ``zone``: it stands in the machine readable zone.
    """

    name: str
    value: str
    label: str = ""
    place: Place | None = None
    zone: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """An identity paper: its record, its fields in the order in which they stand, its photographs.

    ``age_at_issue`` is how old the holder was on the day of issue by what is printed ("32 or 33 years").
    """

    record: str
    fields: tuple[PaperField, ...] = ()
    photographs: tuple[Region, ...] = ()
    age_at_issue: str = ""

    def first(self, name: str) -> PaperField | None:
        """The field of this name as it is printed, else as the machine readable zone has it."""
        own = [field for field in self.fields if field.name == name]
        return next((field for field in own if not field.zone), own[0] if own else None)


class PaperFindingKind(StrEnum):
    """What a fact about papers is about."""

    CHECK_DIGIT = "check digit"
    ZONE_FORM = "form of the zone"  # a line too long or too short, a letter where digits stand
    ZONE_NAME = "name in the zone"
    ZONE_FACT = "zone and print"
    DATES = "order of dates"
    NO_SUCH_DAY = "no such day"
    DAY_OR_MONTH = "day or month"
    SIGNATURE = "signature"
    LETTERS = "letters of the language"
    LOOK_ALIKES = "look-alike letters"
    NUMBER = "one number"
    PHOTOGRAPH = "one photograph"


@dataclass(frozen=True, slots=True)
class PaperFinding:
    """A fact about one paper or several (``papers``: record ids), in a sentence, with where it can be seen.

    ``places`` are characters of their texts, ``regions`` parts of their pictures.
    """

    kind: PaperFindingKind
    papers: tuple[str, ...]
    note: str
    places: tuple[Place, ...] = ()
    regions: tuple[Region, ...] = ()
