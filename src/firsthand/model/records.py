"""What was received: records, their links, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from firsthand.model.places import Line, Place, Span


class RecordKind(StrEnum):
    """What a record is to the case."""

    REPORT = "report"
    PRIMARY = "primary"  # the text of the record that the matter is about
    TRANSCRIPTION = "transcription"  # another transcription of a primary record, or of a page
    TRANSLATION = "translation"  # of a primary record
    PAGE = "page"  # an image of a page of a primary record
    PAPER = "paper"  # an identity paper
    REGISTER = "register"  # what others hold of people: entities of FollowTheMoney

    @property
    def layer(self) -> bool:
        """Whether it is made of a record line by line."""
        return self in (RecordKind.TRANSCRIPTION, RecordKind.TRANSLATION)

    @property
    def personal(self) -> bool:
        """Whether it is of people's particulars, so that it is published only where that is stated."""
        return self in (RecordKind.PAPER, RecordKind.REGISTER)


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink: the characters that carry it and the address they lead to."""

    span: Span
    url: str


class Private(StrEnum):
    """What is left out of a public edition, in the words of its mark: "[withheld: next of kin]"."""

    FACE = "a face"
    KIN = "next of kin"
    HOME = "a home address"
    PERSON = "a name"
    LINE = "a line"
    RECORD = "a record"
    PAPER = "an identity paper"
    NAME = "a file name"


@dataclass(frozen=True, slots=True)
class PrivateRegion:
    """A rectangle of a picture, in its own pixels, that is black in a public edition.

    ``leaf`` numbers the pages of a file of several, from 1; 0 is a picture of one page.
    """

    what: Private
    x: int
    y: int
    width: int
    height: int
    leaf: int = 0


@dataclass(frozen=True, slots=True)
class PrivateWords:
    """Names or addresses that a public edition leaves out; ``everywhere``: of the reports' own texts too.

    ``lifted``: that it leaves out no longer. ``alone``: that a surname is left out where it stands alone too,
    if it is nobody else's in the case.
    """

    what: Private
    words: tuple[str, ...]
    everywhere: bool = False
    lifted: bool = False
    alone: bool = True


@dataclass(frozen=True, slots=True)
class Handling:
    """How material of people is to be handled, as the person who collected it states; "" is not stated.

    ``relation`` says what became of the person it was found on or belonged to: "dead", "captured",
    "missing" or "none". ``forwarded_to_bureau`` (the national information bureau of the Geneva
    Conventions) and ``next_of_kin_informed`` are "yes", "no" or "unknown"; ``publish`` is "yes", "no" or
    "withheld". ``withhold`` are the numbers of lines that name next of kin or a home address, ``regions``
    the parts of a picture that show a face or the like.
    """

    found_on: str = ""
    found_by: str = ""
    found_at: str = ""
    holder: str = ""
    inventory_no: str = ""
    relation: str = ""
    forwarded_to_bureau: str = ""
    next_of_kin_informed: str = ""
    publish: str = ""
    withhold: tuple[int, ...] = ()
    regions: tuple[PrivateRegion, ...] = ()

    @property
    def withheld(self) -> bool:
        """Whether it is not to be published: so of the dead, captured and missing unless it is stated."""
        return (
            self.publish != "yes"
            if self.relation in ("dead", "captured", "missing")
            else self.publish in ("no", "withheld")
        )


@dataclass(frozen=True, slots=True)
class Joined:
    """One of the files that make up a record: the record of the file by itself, and where its text begins."""

    record: str
    name: str
    object: str
    at: int = 0


@dataclass(frozen=True, slots=True)
class Record:
    """An item received, named by its content.

    ``object`` is the SHA-256 of the bytes received; ``part`` says which part of them this record
    is ("" for the whole file, "row 7" for one article of a table). ``id`` is ``object`` for a
    whole file, else ``identity("record", object, part)``; where the same bytes are the report of several,
    that of each but the first has the ``name`` in its id too. ``text`` is what was read, unchanged
    ever after. ``published`` is ISO 8601 as far as it is known ("2024", "2024-11-19",
    "2024-11-19T12:00:00+02:00"), with ``dated_by`` saying where the date was found.
    ``of`` is the record that a translation, transcription, page or paper belongs to; ``by`` who translated
    or transcribed, ``made`` when, ``manner`` how: "diplomatic", "reading" or "machine" (then ``by`` is the
    engine and its version). ``extra`` keeps every header or column that has no place of its own.
    Where several files make up one record, ``whole`` is the id of that on the record of each file, and
    ``place`` which of them it is, from 1; the whole itself (see ``wholes``) has the files as ``joined``.
    """

    id: str
    object: str
    name: str
    part: str = ""
    kind: RecordKind = RecordKind.REPORT
    format: str = ""
    title: str = ""
    outlet: str = ""
    byline: str = ""
    published: str = ""
    dated_by: str = ""
    language: str = ""
    language_by: str = ""
    url: str = ""
    of: str = ""
    by: str = ""
    made: str = ""
    manner: str = ""
    text: str = ""
    lines: tuple[Line, ...] = ()
    links: tuple[Link, ...] = ()
    extra: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    handling: Handling | None = None
    whole: str = ""
    place: int = 0
    joined: tuple[Joined, ...] = ()

    @property
    def aid(self) -> bool:
        """Whether a machine made it of another record, to help a person who reads that one."""
        return self.manner == "machine" and self.kind.layer

    @property
    def original(self) -> str:
        """The record that it renders or shows; an identity paper only belongs to one."""
        return "" if self.kind is RecordKind.PAPER else self.of

    def cited(self, place: Place) -> str:
        """What a sentence calls a place in it: its file and the line ("people.ftm.json, line 4")."""
        name = self.title or self.name
        return f"{name}, line {place.lines[0]}" if place.lines else name


def evidence(records: Iterable[Record]) -> tuple[Record, ...]:
    """The records that a finding may rest on: all but aids. What compares and traces is given these alone."""
    return tuple(record for record in records if not record.aid)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A record, or a part of one, that was received and kept but could not be read.

    ``noted``: it was no hindrance, such as what a web archive holds beside its pages; this is only told.
    """

    name: str
    object: str
    part: str
    what: str
    do: str = ""
    noted: bool = False


@dataclass(frozen=True, slots=True)
class Derived:
    """Bytes that were taken out of others: ``object`` is the ``part`` of ``parent``, named ``name`` there.

    ``name`` begins with the parent's own ("mail.eml/minutes.docx"). ``stated`` is what the parent says of
    it. ``depth`` counts the files it lies in.
    """

    object: str
    parent: str
    part: str
    name: str
    stated: dict[str, str] = field(default_factory=dict)
    depth: int = 1


@dataclass(frozen=True, slots=True)
class Edition:
    """One wording of a report, and the records that have it: several where it was received again."""

    records: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Editions:
    """One report that was received more than once: its editions, the earliest first.

    ``by`` says what shows that it is one report. With one edition only the same words came again.
    """

    by: str
    editions: tuple[Edition, ...]

    @property
    def records(self) -> tuple[str, ...]:
        """The records of all editions, those of the earliest first."""
        return tuple(record for each in self.editions for record in each.records)
