"""What a public edition says at its head of what it leaves out, and who has the whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from firsthand.dossier import Withheld
from firsthand.dossier.phrases import capital, count, listed
from firsthand.model import Private, Record, RecordKind
from firsthand.publishing.marks import mark, runs
from firsthand.publishing.withholding import Withholding, root

NOUNS: dict[str, tuple[str, str]] = {
    "reports": ("report", "reports"),
    "records": ("record", "records"),
    "papers": ("identity paper", "identity papers"),
    "registers": ("register of people", "registers of people"),
    "pictures": ("picture of a page", "pictures of pages"),
    "lines": ("line", "lines"),
    Private.FACE: ("face", "faces"),
    "regions": ("part of a picture", "parts of pictures"),
    Private.KIN: ("mention of next of kin", "mentions of next of kin"),
    Private.HOME: ("mention of a home address", "mentions of home addresses"),
    Private.PERSON: ("mention of a person", "mentions of persons"),
}
KINDS = {RecordKind.REPORT: "reports", RecordKind.PAPER: "papers", RecordKind.REGISTER: "registers"}
NOTHING = "Public edition. Nothing in this case is marked as not to be published."
PRINTED = "Withheld names that an outlet has printed stand in its own text, and nowhere else here."


def telling(records: Sequence[Record], texts: Mapping[str, str], withholding: Withholding) -> Withheld:
    """The sentences and the numbers. ``texts`` are masked as they are shown, by record."""
    by_id = {record.id: record for record in records}
    found = Counter(_each(by_id, texts, withholding))
    counts = tuple((str(kind), found[kind]) for kind in NOUNS if found[kind])
    printed = (PRINTED,) * _printed(by_id, withholding)
    if not counts:
        return Withheld(("Public edition.", *printed) if printed else (NOTHING,))
    things = capital(listed([count(number, *NOUNS[kind]) for kind, number in counts], len(counts)))
    are = "is" if sum(found.values()) == 1 else "are"
    whole = listed(_holders(by_id, withholding)) or "whoever holds the case"
    sentences = (
        f"Public edition. {things} {are} withheld.",
        f"In their place stands a mark, such as {mark(Private.LINE)}, or a black field.",
        f"The whole is with {whole}.",
    )
    return Withheld((*sentences, *printed), counts)


def _each(by_id: Mapping[str, Record], texts: Mapping[str, str], withholding: Withholding) -> Iterator[str]:
    """The kind of each thing that is left out; what lies in a record left out is not counted again."""
    for record in by_id.values():
        if record.id in withholding.whole:
            yield from [KINDS.get(record.kind, "records")] * (record.kind is not RecordKind.PAGE)
            continue
        for region in record.handling.regions if record.handling else ():
            yield Private.FACE if region.what is Private.FACE else "regions"
        yield from (what for what in runs(texts[record.id]) if what is not Private.LINE)
    yield from (
        "lines"
        for each, _ in withholding.lines
        if by_id[each].original not in by_id and each not in withholding.whole
    )
    yield from (
        "pictures" for page, _ in withholding.pages if root(by_id, page) not in withholding.whole - {page}
    )


def _printed(by_id: Mapping[str, Record], withholding: Withholding) -> bool:
    """Whether a report shows a name that is withheld elsewhere."""
    hits = (
        hit
        for each in withholding.hits
        if by_id[each].kind is RecordKind.REPORT
        for hit in withholding.hits[each]
    )
    return any(not hit.everywhere for hit in hits)


def _holders(by_id: Mapping[str, Record], withholding: Withholding) -> list[str]:
    pages = {page for page, _ in (*withholding.pages, *withholding.black)}
    touched = {*withholding.whole, *withholding.hits, *pages, *(record for record, _ in withholding.lines)}
    stated = (by_id[each].handling for each in by_id if each in touched)
    return list(dict.fromkeys(h.holder for h in stated if h and h.holder))
