"""The public edition of a case: its dossier without what must not be given out.

Takes: the values that a dossier is built of, and what ``case.toml`` withholds.
Gives: a ``Dossier`` like any other, from which every export is made.
Promises: what is withheld stands nowhere in it, in no script or form that could be found, and no hash of it;
each gap is marked and counted; anchors and verdicts are those of the whole edition.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import lru_cache
from typing import Any
from urllib.parse import unquote

from firsthand import dossier
from firsthand.dossier import Decided, Dossier, Public
from firsthand.dossier.building import clean
from firsthand.model import (
    Attribution,
    Being,
    Entry,
    Private,
    PrivateWords,
    Record,
    RecordKind,
    Refusal,
    Ruling,
    Source,
    Trace,
    evidence,
)
from firsthand.publishing import editing, masking
from firsthand.publishing.alone import wider
from firsthand.publishing.doubting import beyond, doubts
from firsthand.publishing.folding import key
from firsthand.publishing.handing import Edition, files
from firsthand.publishing.marks import heard, mark
from firsthand.publishing.scrubbing import Scrubbing, scrubbing
from firsthand.publishing.telling import telling
from firsthand.publishing.withholding import Withholding, root, what_is, withholding
from firsthand.publishing.wording import Wording

__all__ = ["Edition", "Matter", "Wording", "beyond", "doubts", "files", "preview", "public", "wider"]


@dataclass(frozen=True, slots=True)
class Matter:
    """What a dossier is built of: see ``dossier.build``."""

    title: str
    records: Sequence[Record]
    attributions: Sequence[Attribution]
    trace: Trace
    refusals: Sequence[Refusal]
    custody: Sequence[Entry]
    images: Mapping[str, bytes]
    made_at: str
    version: str
    leaves: Mapping[tuple[str, int], bytes]
    rulings: Sequence[Ruling] = ()
    contradictions: Sequence[str] = ()
    numbers: Mapping[str, int] = field(default_factory=dict)
    decided: Decided = field(default_factory=Decided)

    def build(self, edition: Public | None = None) -> Dossier:
        """The dossier, laid out whole or as this public edition."""
        values: dict[str, Any] = {each.name: getattr(self, each.name) for each in fields(self)}
        return dossier.build(**values, public=edition)


def public(matter: Matter, private: Sequence[PrivateWords]) -> Dossier:
    """The public edition. Raises Refused where what is to be withheld cannot be found."""
    # What a machine read may be words that are withheld, on lines that nobody has put beside others.
    matter = replace(matter, records=evidence(matter.records))
    private = wider(matter.records, private)
    rules = withholding(matter.records, Wording(private), matter.leaves)
    scrub = _scrubbing(matter, private, rules)
    edition = Public(
        order=tuple(record.id for record in dossier.in_order(matter.records)),
        unshown=rules.pages,
        black=rules.black,
        withheld=telling(matter.records, masking.texts(matter.records, rules, everywhere=True), rules),
    )
    made = _masked(matter, rules, scrub).build(edition)
    return clean(editing.edited(made, _shown(matter, private, rules, scrub)))


def preview(
    records: Sequence[Record], private: Sequence[PrivateWords], leaves: Iterable[tuple[str, int]]
) -> tuple[str, ...]:
    """What the public edition of these records would leave out, with pictures of the pages ``leaves``: the
    sentences at its head. Raises Refused as ``public`` does."""
    records = evidence(records)
    rules = withholding(records, Wording(wider(records, private)), leaves)
    return telling(records, masking.texts(records, rules, everywhere=True), rules).sentences


def _scrubbing(matter: Matter, private: Sequence[PrivateWords], rules: Withholding) -> Scrubbing:
    shown = masking.texts(matter.records, rules, everywhere=True)
    hidden = [masking.left_out(r, shown[r.id]) for r in matter.records]
    reports = [r for r in matter.records if r.kind is RecordKind.REPORT and r.id not in rules.whole]
    known = (text for r in reports for text in (r.outlet, r.title, r.byline))
    called = masking.names(matter.records, matter.refusals, rules)
    # Who holds the whole is to be told, and what a field is called are our words.
    holders = [r.handling.holder for r in matter.records if r.handling]
    fields = [each.field for each in matter.trace.disagreements]
    hidden += [name for r in matter.records if r.id in rules.whole for name in (r.title, r.byline)]
    aliases = tuple(_aliases(matter.trace.sources, Wording(private)))
    return scrubbing(
        Wording([*private, PrivateWords(Private.PERSON, aliases)]),
        called,
        hidden,
        (matter.title, *known, *holders, *fields, *shown.values()),
        [heard(replace(matter.trace, statements=(), matches=(), readings=(), disagreements=()))],
    )


def _aliases(sources: Iterable[Source], wording: Wording) -> Iterator[str]:
    """What else those are called whose name is withheld: a surname alone, beside the mark, would tell it. Of
    an outlet or a body that bears the name of somebody, what is a part of that."""
    for each in sources:
        hits = {name: wording.hits(name) for name in dict.fromkeys((each.name, *each.spellings))}
        free = [name for name in hits if not hits[name]]
        held = {key(name[h.span.start : h.span.end]) for name in hits for h in hits[name]}
        person = each.being is Being.PERSON and bool(held)
        yield from (name for name in free if person or any(key(name) and key(name) in told for told in held))


def _masked(matter: Matter, rules: Withholding, scrub: Scrubbing) -> Matter:
    told = masking.texts(matter.records, rules)
    return replace(
        matter,
        title=scrub(matter.title),
        records=masking.without(matter.records, rules, told, scrub),
        attributions=masking.said(matter.attributions, rules, scrub),
        trace=masking.found(matter.trace, rules, told, scrub),
        refusals=masking.unread(matter.refusals),
        rulings=masking.rulings(matter.rulings, rules, told, scrub),
    )


def _shown(
    matter: Matter, private: Sequence[PrivateWords], rules: Withholding, scrub: Scrubbing
) -> editing.Shown:
    theirs = replace(scrub, wording=Wording([each for each in private if each.everywhere]), runs=frozenset())
    by_id = {record.id: record for record in matter.records}
    texts = masking.texts(matter.records, rules, everywhere=True)
    pages = {page for page, _ in (*rules.pages, *rules.black)}
    cut = {r.id for r in matter.records if texts[r.id] != r.text or _told(r, theirs)}
    touched = {*cut, *rules.whole, *pages.intersection(by_id)}
    seen = [page for page, _ in rules.pages if root(by_id, page) not in rules.whole]
    return editing.Shown(
        texts=texts,
        titles={r.id: mark(what_is(r)) if r.id in rules.whole else theirs(r.title) for r in matter.records},
        ours=lru_cache(maxsize=200_000)(scrub),
        theirs=theirs,
        whole=rules.whole,
        touched=touched,
        hashes=frozenset(each for id in touched for each in _hashes(by_id[id])),
        unseen=Counter(root(by_id, page) for page in seen),
    )


def _hashes(record: Record) -> Iterator[str]:
    yield from (record.id, record.object)
    yield from (each for file in record.joined for each in (file.record, file.object))


def _told(record: Record, theirs: Scrubbing) -> bool:
    """Whether a report tells beside its text, in its title or its links, what is withheld everywhere."""
    links = (unquote(link.url) for link in record.links)
    said = (record.title, record.byline, unquote(record.url), *links, *record.extra.values())
    return record.kind is RecordKind.REPORT and any(theirs(text) != text for text in said)
