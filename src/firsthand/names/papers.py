"""Identity papers laid beside one another: the fields on which they differ.

Only what is printed is compared. A difference is a fact about two papers; what it means is for
a person to judge, and is never said here.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from firsthand.model import Disagreement, Record, RecordKind
from firsthand.text import fold

FACT = re.compile(r"^[ \t]*([^\W\d_][^:\n]{0,39}?)[ \t]*:[ \t]+(\S[^\n]*)$", re.MULTILINE)
# Headers that tell of the file and not of the person.
ABOUT_THE_FILE = frozenset(
    (
        *("kind", "title", "outlet", "published", "language", "url", "byline", "of", "by", "source", "file"),
        *("note", "notes", "image", "format", "received", "description", "date", "page", "pages", "held by"),
        *("transcriber", "transcribed by", "translator", "translation of"),
    )
)
# One paper's own particulars: two papers of one person need not share them.
OF_THE_PAPER = frozenset({"number", "issued by", "issued on", "valid until", "type"})
SAME_FIELD = {
    "date of birth": "born",
    "birth date": "born",
    "dob": "born",
    "born on": "born",
    "birthplace": "place of birth",
    "born at": "place of birth",
    "born in": "place of birth",
    "no": "number",
    "no.": "number",
    "document number": "number",
    "paper number": "number",
    "serial number": "number",
    "issued": "issued on",
    "date of issue": "issued on",
    "issuing authority": "issued by",
    "authority": "issued by",
    "expires": "valid until",
    "valid to": "valid until",
    "name": "name as printed",
    "signature": "name as signed",
    "signed": "name as signed",
}
PRINTED, SIGNED = "name as printed", "name as signed"
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            *(("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",)),
            *(("june", "jun"), ("july", "jul"), ("august", "aug"), ("september", "sep", "sept")),
            *(("october", "oct"), ("november", "nov"), ("december", "dec")),
        ),
        1,
    )
    for name in names
}
YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")
DAY_MONTH_YEAR = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ .]+([a-z]+)\.?,? +(\d{4})")
MONTH_DAY_YEAR = re.compile(r"([a-z]+)\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})")
DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


@dataclass(frozen=True, slots=True)
class Paper:
    """One identity paper: its record and its facts, field by field, as they stand there."""

    record: Record
    facts: Mapping[str, str]

    @property
    def label(self) -> str:
        """How a sentence calls it: by the year of issue, else by its title."""
        year = YEAR.search(self.facts.get("issued on", "") or self.record.published)
        return f"the paper of {year[1]}" if year else f"“{self.record.title or self.record.name}”"


def disagreements(records: Sequence[Record]) -> tuple[Disagreement, ...]:
    """One disagreement for each field on which papers of one person differ, in the order of the records.

    Papers are of one person if they bear the same number or belong to the same record (``of``).
    Number, issuer and dates of issue are compared only between papers of one number. A name that
    is printed one way and signed another in the same script, on one paper, is a disagreement too.
    """
    papers = [Paper(r, facts(r)) for r in records if r.kind is RecordKind.PAPER]
    found = [d for paper in papers for d in _within(paper)]
    for group, by_number in _of_one_person(papers):
        found += _between(group, by_number)
    return tuple(dict.fromkeys(found))


def facts(record: Record) -> dict[str, str]:
    """The fields of a paper, from its header and its "key: value" lines, under one name each."""
    lines = ((m[1], m[2].strip()) for m in FACT.finditer(record.text))
    found: dict[str, str] = {}
    for field, value in (*record.extra.items(), *lines):
        name = _field(field)
        if name not in ABOUT_THE_FILE and value.strip():
            found.setdefault(name, value.strip())
    return found


def _field(written: str) -> str:
    plain = " ".join(re.sub(r"[_-]", " ", written).casefold().split())
    return SAME_FIELD.get(plain, plain)


def _of_one_person(papers: Iterable[Paper]) -> Iterator[tuple[list[Paper], bool]]:
    """Groups of two papers or more, and whether they bear one number."""
    groups: dict[tuple[str, str], list[Paper]] = defaultdict(list)
    for paper in papers:
        if number := _plain(paper.facts.get("number", "")):
            groups["number", number].append(paper)
        if paper.record.of:
            groups["of", paper.record.of].append(paper)
    for (by, _), group in groups.items():
        if len(group) > 1:
            yield group, by == "number"


def _between(papers: Sequence[Paper], by_number: bool) -> Iterator[Disagreement]:
    for field in dict.fromkeys(f for p in papers for f in p.facts):
        told = [p for p in papers if field in p.facts]
        if field in OF_THE_PAPER and not by_number:
            continue
        if len({_comparable(p.facts[field]) for p in told}) > 1:
            values = tuple((p.record.id, p.facts[field]) for p in told)
            yield Disagreement(_subject(papers), field, values, _note(field, told))


def _within(paper: Paper) -> Iterator[Disagreement]:
    printed, signed = paper.facts.get(PRINTED, ""), paper.facts.get(SIGNED, "")
    if _script(printed) == _script(signed) and _plain(printed) != _plain(signed):
        label = paper.label[0].upper() + paper.label[1:]
        note = f"{label} is printed for {printed} and signed {signed}."
        values = ((paper.record.id, printed), (paper.record.id, signed))
        yield Disagreement(printed, f"{PRINTED} / {SIGNED}", values, note)


def _script(name: str) -> str:
    """The script of the first letter ("LATIN", "HANGUL"): names in two scripts are not compared here."""
    letter = next((c for c in name if c.isalpha()), "")
    return unicodedata.name(letter, "").split(" ")[0] if letter else ""


def _subject(papers: Sequence[Paper]) -> str:
    names = (p.facts.get(PRINTED) or p.facts.get(SIGNED) for p in papers)
    return next((n for n in names if n), papers[0].record.title or papers[0].record.name)


def _note(field: str, papers: Sequence[Paper]) -> str:
    labels = [p.label for p in papers]
    if len(set(labels)) < len(labels):  # two papers of one year: the titles tell them apart
        labels = [f"“{p.record.title or p.record.name}”" for p in papers]
    told = "; ".join(f"{label} says {p.facts[field]}" for label, p in zip(labels, papers, strict=True))
    return f"{field[0].upper()}{field[1:]}: {told}."


def _plain(value: str) -> str:
    return "".join(c for c in fold(value).text if c.isalnum())


def _comparable(value: str) -> str:
    """A value made comparable; a date is compared as a date ("4 May 1997" is "1997-05-04")."""
    text = fold(value).text.strip()
    if (m := DAY_MONTH_YEAR.fullmatch(text)) and m[2] in MONTHS:
        return f"{m[3]}-{MONTHS[m[2]]:02}-{int(m[1]):02}"
    if (m := MONTH_DAY_YEAR.fullmatch(text)) and m[1] in MONTHS:
        return f"{m[3]}-{MONTHS[m[1]]:02}-{int(m[2]):02}"
    if m := DOTTED.fullmatch(text):
        return f"{m[3]}-{int(m[2]):02}-{int(m[1]):02}"
    return text if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else _plain(value)
