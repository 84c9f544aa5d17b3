"""From the values of a case to its dossier: the only file that knows every part of one."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache
from operator import is_
from typing import Any, TypeVar

from firsthand.dossier.aids import aid_sheets
from firsthand.dossier.answer import answer, counted
from firsthand.dossier.findings import findings
from firsthand.dossier.graph import picture
from firsthand.dossier.identities import identity_sheets
from firsthand.dossier.index import Index, index
from firsthand.dossier.keeping import Act, Custody, Unread
from firsthand.dossier.papers import paper_sheets
from firsthand.dossier.people import disputes, source_sheets
from firsthand.dossier.phrases import moment
from firsthand.dossier.pictures import leaf_images, page_images
from firsthand.dossier.public import Public
from firsthand.dossier.records import leaves, record_lines, record_sheets
from firsthand.dossier.reports import report_sheets
from firsthand.dossier.rulings import Decided, ruled, ruling_notes
from firsthand.dossier.sheets import FORMAT, Dossier
from firsthand.dossier.statements import statement_sheets
from firsthand.model import Attribution, Entry, Record, RecordKind, Refusal, Ruling, Trace

T = TypeVar("T")
# The entries that the storage writes for bytes it had not got before.
RECEIVED, TAKEN_OUT = "object received", "object taken out"
# What neither HTML nor JSON can carry: C0 controls but tab and line feed, and lone surrogates.
UNSHOWN = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127, *range(55296, 57344), 65534, 65535), "�")
ODD = re.compile(f"[{re.escape(''.join(map(chr, UNSHOWN)))}]")


def build(
    title: str,
    records: Sequence[Record],
    attributions: Sequence[Attribution],
    trace: Trace,
    refusals: Sequence[Refusal],
    custody: Sequence[Entry],
    images: Mapping[str, bytes],
    made_at: str,
    version: str,
    leaves: Mapping[tuple[str, int], bytes] | None = None,
    public: Public | None = None,
    rulings: Sequence[Ruling] = (),
    contradictions: Sequence[str] = (),
    numbers: Mapping[str, int] | None = None,
    decided: Decided | None = None,
) -> Dossier:
    """Lay a case out for a reader.

    ``images`` holds the bytes of page records by record id, ``leaves`` the pictures of pages of files of
    several by record id and number (see ``leaves_shown``); ``made_at`` is ISO 8601; ``rulings`` are all that
    were made, ``contradictions`` say which cannot all hold; ``numbers`` are those of attributions in their
    records, where rulings changed what was read, and ``decided`` tells what of the rulings does not stand in
    them. Whatever names something that is not in the case
    is left out. The same values give the same dossier, in whatever order they come.
    """
    public = public or Public()
    case = index(records, attributions, trace, public.order, numbers)
    case = replace(case, ruled=ruled(case, trace, rulings, decided))
    images, leaves = _shown(images, leaves or {}, public)
    drawn = (*page_images(case, images, public.black), *leaf_images(case, leaves, public.black))
    pages = {page.anchor: page for page in drawn}
    lines = record_lines(case, pages)
    statements = statement_sheets(case, lines)
    counts = counted(case, statements)
    notes = ruling_notes(case, rulings, decided)
    identities = identity_sheets(case, trace, rulings, notes)
    lost = [each for each in refusals if not each.noted]
    dossier = Dossier(
        format=FORMAT,
        title=title,
        made_at=made_at,
        made=moment(made_at),
        version=version,
        counts=counts,
        answer=answer(case, trace, counts, statements),
        findings=findings(case, trace, lost, made_at, identities),
        picture=picture(case, trace),
        statements=statements,
        reports=report_sheets(case),
        sources=source_sheets(case, trace),
        disputes=disputes(case, trace),
        records=record_sheets(case, pages, lines),
        papers=paper_sheets(case, trace, pages, lines),
        images=tuple(pages.values()),
        unread=_unread(case, lost, {*pages, *(case.anchors[page] for page, _ in public.unshown)}),
        notes=trace.notes,
        custody=_custody(records, custody),
        noted=tuple(_told(each) for each in refusals if each.noted),
        aids=aid_sheets(case, pages),
        withheld=public.withheld,
        identities=identities,
        rulings=notes,
        contradictions=tuple(contradictions),
    )
    return clean(dossier)


def leaves_shown(
    records: Sequence[Record], attributions: Sequence[Attribution], trace: Trace
) -> list[tuple[str, int]]:
    """The pages of files of several, by record id and number, that the dossier shows a picture of: those that
    something rests on."""
    return leaves(index(records, attributions, trace))


def _shown(
    images: Mapping[str, bytes], leaves: Mapping[tuple[str, int], bytes], public: Public
) -> tuple[dict[str, bytes], dict[tuple[str, int], bytes]]:
    """The pictures that are not withheld altogether."""
    return (
        {page: data for page, data in images.items() if (page, 0) not in public.unshown},
        {leaf: data for leaf, data in leaves.items() if leaf not in public.unshown},
    )


def _unread(case: Index, refusals: Sequence[Refusal], pages: Collection[str]) -> tuple[Unread, ...]:
    images = [r for r in case.of_kind(RecordKind.PAGE) if "pages" not in r.extra]
    lost = [r for r in images if case.anchors[r.id] not in pages]
    unshown = (
        Unread(
            r.name,
            r.part,
            r.object,
            "This page image could not be opened",
            "Its text is used; look at the original",
        )
        for r in lost
    )
    return (*map(_told, refusals), *unshown)


def _told(refusal: Refusal) -> Unread:
    return Unread(refusal.name, refusal.part, refusal.object, refusal.what, refusal.do)


def _custody(records: Sequence[Record], entries: Sequence[Entry]) -> Custody:
    acts = tuple(Act(e.number, moment(e.at), e.actor, e.action, e.subject, e.detail, e.hash) for e in entries)
    kept = {e.subject for e in entries if e.action in (RECEIVED, TAKEN_OUT)}
    objects = kept or {r.object for r in records}
    return Custody(entries[-1].hash if entries else "", len(entries), len(objects), acts)


def clean(value: T) -> T:
    """``value`` with every character that a page cannot carry shown as U+FFFD; lengths stay as they are.

    What has none comes back as it is, and so do its parts: to make each anew took half the time of a dossier.
    """
    made: T = _clean(value)
    return made


def _clean(value: Any) -> Any:
    if type(value) is str:
        return value.translate(UNSHOWN) if ODD.search(value) else value
    if isinstance(value, tuple):
        parts = [_clean(each) for each in value]
        return value if all(map(is_, parts, value)) else tuple(parts)
    changed: dict[str, Any] = {}
    kind: object = type(value)
    for name in _names(kind):
        old = getattr(value, name)
        new = _clean(old)
        if new is not old:
            changed[name] = new
    return replace(value, **changed) if changed else value


@cache
def _names(kind: object) -> tuple[str, ...]:
    """The names of the fields of a dataclass; none of anything else."""
    return tuple(f.name for f in fields(kind)) if is_dataclass(kind) else ()
