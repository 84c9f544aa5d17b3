"""A dossier made of masked values as it is given out: places moved, marks set, no guess confirmed.

The hash of a short text, or of a text of which one word is left out, tells whoever guesses it that the guess
is right. So what is withheld in part bears no hash here, and no id that was made from one; the log, each
entry of which covers such a hash, is counted and not shown.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar
from urllib.parse import unquote

from firsthand.dossier.phrases import capital, count
from firsthand.dossier.pieces import Sentence, Tone
from firsthand.dossier.sheets import (
    Dossier,
    Fact,
    FindingGroup,
    RecordLine,
    RecordSheet,
    ReportSheet,
    StatementSheet,
    Withheld,
)
from firsthand.dossier.tagged import Tag
from firsthand.model import Private
from firsthand.publishing.marks import MARK, RUN, hides, mark, moved, told, walked

Change = Callable[[str], str]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shown:
    """What the edition shows: the ``texts`` and ``titles`` of reports, masked as far as they must be, by
    record; ``ours`` scrubs our own words, ``theirs`` what reports say. ``hashes``, those of records that are
    ``touched``, are not told. ``unseen`` counts the pictures withheld, by record."""

    texts: Mapping[str, str]
    titles: Mapping[str, str]
    ours: Change
    theirs: Change
    whole: Collection[str]
    touched: Collection[str]
    hashes: Collection[str]
    unseen: Mapping[str, int]


def edited(dossier: Dossier, shown: Shown) -> Dossier:
    """The dossier as it is given out."""
    reports = tuple(_report(sheet, shown) for sheet in dossier.reports)
    custody = replace(dossier.custody, head="", acts=())
    made = replace(
        dossier,
        reports=(),
        custody=custody,
        withheld=_withheld(dossier, shown),
        findings=tuple(map(_found, dossier.findings)),
        statements=tuple(map(_statement, dossier.statements)),
        records=tuple(_record(sheet, shown) for sheet in dossier.records),
        papers=tuple(_paper(_record(sheet, shown)) for sheet in dossier.papers),
        sources=tuple(replace(sheet, id=sheet.anchor) for sheet in dossier.sources),
        identities=tuple(replace(sheet, id=sheet.anchor) for sheet in dossier.identities),
    )
    return replace(_scrubbed(made, shown), reports=reports)


def _withheld(dossier: Dossier, shown: Shown) -> Withheld | None:
    """What is told at the head, and, to be scrubbed, the titles that may stand in their own reports alone."""
    titles = ((sheet.anchor, shown.titles[sheet.id]) for sheet in dossier.reports)
    told = tuple((anchor, title) for anchor, title in titles if shown.ours(title) != title)
    return dossier.withheld and replace(dossier.withheld, titles=told)


def _scrubbed(value: T, shown: Shown) -> T:
    def change(text: str) -> str:
        return "" if text in shown.hashes else told(shown.ours(text))

    return walked(value, change)


def _statement(sheet: StatementSheet) -> StatementSheet:
    families = (
        replace(family, rows=tuple(replace(row, words=_unmarked(row.words)) for row in family.rows))
        for family in sheet.families
    )
    lines = tuple(map(_line, sheet.lines))
    return replace(sheet, id=sheet.anchor, lines=lines, families=tuple(families))


def _found(group: FindingGroup) -> FindingGroup:
    shown, rest = (
        tuple(replace(each, sentence=_unmarked(each.sentence)) for each in some)
        for some in (group.shown, group.rest)
    )
    return replace(group, shown=shown, rest=rest)


def _unmarked(pieces: Sentence) -> Sentence:
    """A reading without what the step did to it, where that would tell word by word what is withheld."""
    if not any(piece.tone is Tone.DROPPED and hides(piece.text) for piece in pieces):
        return pieces
    kept = (piece for piece in pieces if piece.tone is not Tone.DROPPED)
    return tuple(replace(p, tone=Tone.NAME) if p.tone is Tone.ADDED else p for p in kept)


def _record(sheet: RecordSheet, shown: Shown) -> RecordSheet:
    number = shown.unseen.get(sheet.id, 0)
    pictures = count(number, "picture of a page", "pictures of pages")
    note = f"{capital(pictures)} {'is' if number == 1 else 'are'} withheld."
    return replace(
        sheet,
        facts=tuple(f for f in sheet.facts if f.value not in shown.hashes and not MARK.fullmatch(f.value)),
        lines=tuple(map(_line, sheet.lines)),
        notes=(*sheet.notes, *([note] if number else [])),
        withheld=sheet.id in shown.whole,
    )


def _paper(sheet: RecordSheet) -> RecordSheet:
    """A paper; of one that is withheld not even how many lines it has, for nothing rests on them."""
    return replace(sheet, lines=(), paper=None) if sheet.withheld else sheet


def _line(line: RecordLine) -> RecordLine:
    """A line without the translations that say no more than that they are withheld too."""
    kept = tuple(r for r in line.renderings if not RUN.fullmatch(r.words.text.strip()))
    return replace(line, renderings=kept) if RUN.fullmatch(line.words.text.strip()) else line


def _report(sheet: ReportSheet, shown: Shown) -> ReportSheet:
    """A report with as much of its own text as is shown, and all places in it where they now are."""
    text = shown.texts[sheet.id]
    at = moved(text)
    paragraphs = tuple(
        tuple(replace(each, start=at(each.start), end=at(each.end)) for each in paragraph)
        for paragraph in sheet.paragraphs
    )
    tags = tuple(_tag(each, at) for each in sheet.tags)
    theirs = replace(sheet, text="", title="", links=(), paragraphs=(), id="", sha256="")
    free = sheet.id not in shown.touched
    facts = tuple(_fact(fact, shown.ours) for fact in sheet.facts if free or fact.value not in shown.hashes)
    return replace(
        _scrubbed(replace(theirs, tags=tags, facts=facts), shown),
        text=told(text),
        title=shown.titles[sheet.id],
        links=tuple(_fact(link, shown.theirs) for link in sheet.links),
        paragraphs=paragraphs,
        id=sheet.id if free else "",
        sha256=sheet.sha256 if free else "",
    )


def _tag(tag: Tag, at: Callable[[int], int]) -> Tag:
    """A tag with its places where they now are."""

    def here(place: tuple[int, int] | None) -> tuple[int, int] | None:
        return (at(place[0]), at(place[1])) if place else None

    return replace(
        tag,
        id=tag.anchor,
        statement_id=tag.statement,
        spans=tuple((at(a), at(b)) for a, b in tag.spans),
        source=here(tag.source),
        cue=tuple((at(a), at(b)) for a, b in tag.cue),
        hands=tuple(replace(hand, at=here(hand.at)) for hand in tag.hands),
    )


def _fact(fact: Fact, scrub: Change) -> Fact:
    """A fact; its address is left out where it tells what is withheld, as addresses made of headlines do."""
    written = unquote(fact.url)
    if scrub(written) != written:
        return Fact(scrub(fact.name), mark(Private.PERSON), fact.how)
    return replace(fact, name=scrub(fact.name), value=scrub(fact.value), how=scrub(fact.how))
