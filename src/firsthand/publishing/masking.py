"""The values of a case without what a ruling leaves out, before a dossier is built of them.

Texts keep their lengths, so that every place in them stays one; what our own words say is scrubbed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from firsthand.model import (
    Anchor,
    Attribution,
    Candidate,
    Descent,
    Disagreement,
    Drift,
    Evidence,
    Handling,
    Identity,
    Line,
    Node,
    Origin,
    Paper,
    PaperField,
    PaperFinding,
    Place,
    Private,
    Record,
    RecordKind,
    Refusal,
    Ruling,
    Source,
    Span,
    Statement,
    Support,
    Trace,
    Verdict,
)
from firsthand.publishing.marks import hides, mark, masked, walked
from firsthand.publishing.scrubbing import Scrubbing
from firsthand.publishing.withholding import Withholding, what_is
from firsthand.text import excerpt

KEPT = ("pages",)  # of what a file says of itself: that it is one of several pages
UNREAD = "a file whose name is withheld"
SHARED = "It rests on a passage that is withheld."


def texts(records: Iterable[Record], withholding: Withholding, everywhere: bool = False) -> dict[str, str]:
    """The masked text of each record; with ``everywhere`` reports keep the words that they may keep."""
    return {record.id: _masked(record, withholding, everywhere) for record in records}


def _masked(record: Record, withholding: Withholding, everywhere: bool) -> str:
    free = everywhere and record.kind is RecordKind.REPORT
    words = [(h.span, h.what) for h in withholding.hits.get(record.id, ()) if h.everywhere or not free]
    lines = [(n.span, Private.LINE) for n in record.lines if (record.id, n.number) in withholding.lines]
    whole = [(Span(0, len(record.text)), what_is(record))] if record.id in withholding.whole else []
    return masked(record.text, (*words, *lines, *whole))


def left_out(record: Record, text: str) -> str:
    """What a masked ``text`` no longer has of a record's, a line for each run of it."""
    return "".join(a if a != b else "\n" for a, b in zip(record.text, text, strict=True))


def names(
    records: Iterable[Record], refusals: Iterable[Refusal], withholding: Withholding
) -> dict[str, Private]:
    """What withheld records and files that could not be read are called, the longest first."""
    own = [r for r in records if r.id in withholding.whole or (r.id, 0) in withholding.pages]
    called = {name: what_is(r) for r in own for name in (*_files(r.name), r.part, r.title, r.byline)}
    called |= {name: what_is(r) for r in own for each in r.joined for name in _files(each.name)}
    called |= {name: Private.NAME for r in refusals for name in (*_files(r.name), r.part)}
    return {name: called[name] for name in sorted(filter(None, called), key=len, reverse=True)}


def _files(name: str) -> tuple[str, str, str]:
    path = PurePosixPath(name)
    return name, path.name, path.stem


def without(
    records: Sequence[Record], withholding: Withholding, told: Mapping[str, str], scrub: Scrubbing
) -> list[Record]:
    """The records with their masked texts; of those withheld altogether hardly more than that they are."""
    return [_record(record, withholding, told[record.id], scrub) for record in records]


def _record(record: Record, withholding: Withholding, text: str, scrub: Scrubbing) -> Record:
    if record.kind is not RecordKind.REPORT:
        record = replace(record, extra={key: record.extra[key] for key in KEPT if key in record.extra})
    if record.id in withholding.whole or (record.id, 0) in withholding.pages:
        record = _emptied(record)
    bare = walked(replace(record, text="", lines=(), links=(), id="", object="", of=""), scrub)
    lines = tuple(_line(line, text, scrub) for line in record.lines)
    return replace(
        bare, id=record.id, object=record.object, of=record.of, text=text, lines=lines, links=record.links
    )


def _emptied(record: Record) -> Record:
    told = mark(what_is(record))
    published = "" if record.kind.personal else record.published
    return replace(
        record, name=told, title=told, part="", byline="", url="", published=published,
        links=(), extra={}, notes=(), joined=(), handling=_handling(record.handling),
    )  # fmt: skip


def _handling(stated: Handling | None) -> Handling | None:
    """Who has it, and whether next of kin know; not where, on whom and by whom it was found."""
    return stated and replace(stated, found_on="", found_by="", found_at="")


def _line(line: Line, text: str, scrub: Scrubbing) -> Line:
    """A line without what it may also be read as, where that would tell what it says."""
    hidden = hides(text[line.span.start : line.span.end])
    return replace(line, marks=() if hidden else walked(line.marks, scrub))


def unread(refusals: Sequence[Refusal]) -> list[Refusal]:
    """What could not be read, without its names: nobody has looked at it."""
    return [Refusal(UNREAD, "", "", "It could not be read", "") for each in refusals if not each.noted]


def said(
    attributions: Iterable[Attribution], withholding: Withholding, scrub: Scrubbing
) -> list[Attribution]:
    """The attributions with names that may be told."""
    return [_said(each, each.record in withholding.whole, scrub) for each in attributions]


def _said(each: Attribution, whole: bool, scrub: Scrubbing) -> Attribution:
    def name(given: str) -> str:
        return mark(Private.PERSON) if whole and given else scrub.name(given)

    hands = tuple(replace(hop, name=name(hop.name)) for hop in each.hands)
    return replace(each, name=name(each.name), hands=hands)


def rulings(
    made: Iterable[Ruling], withholding: Withholding, told: Mapping[str, str], scrub: Scrubbing
) -> list[Ruling]:
    """What people ruled, without words of withheld passages; of one on such a passage not why either."""
    return [_ruling(each, withholding, told, scrub) for each in made]


def _ruling(each: Ruling, withholding: Withholding, told: Mapping[str, str], scrub: Scrubbing) -> Ruling:
    def anchor(given: Anchor) -> Anchor:
        if given.record in withholding.whole:
            return replace(given, words=mark(Private.RECORD))
        if given.spans and given.record in told:
            return replace(given, words=excerpt(told[given.record], given.spans))
        return replace(given, words=scrub.name(given.words))

    on, seen = tuple(map(anchor, each.on)), tuple(map(anchor, each.seen))
    hidden = any(hides(now.words) for now in (*on, *seen) if now.spans or now.record in withholding.whole)
    becomes = tuple(replace(a, name=scrub.name(a.name)) for a in each.becomes)
    because = SHARED if hidden and each.because else scrub(each.because)
    return replace(each, on=on, seen=seen, becomes=becomes, because=because, scope=scrub(each.scope))


def found(trace: Trace, withholding: Withholding, told: Mapping[str, str], scrub: Scrubbing) -> Trace:
    """The trace without words of withheld passages."""
    masks = _Masks(withholding, {node.id: node.record for node in trace.nodes}, told, scrub)
    papers = tuple(map(masks.paper, trace.papers))
    return replace(
        trace,
        sources=tuple(map(masks.source, trace.sources)),
        disagreements=tuple(map(masks.disagreement, trace.disagreements)),
        statements=tuple(map(masks.statement, trace.statements)),
        nodes=tuple(map(masks.node, trace.nodes)),
        descents=tuple(map(masks.descent, trace.descents)),
        verdicts=tuple(map(masks.verdict, trace.verdicts)),
        drifts=tuple(map(masks.drift, trace.drifts)),
        loops=walked(trace.loops, scrub),
        notes=walked(trace.notes, scrub),
        supports=tuple(map(masks.support, trace.supports)),
        changes=walked(trace.changes, scrub),
        editions=walked(trace.editions, scrub),
        identities=tuple(map(masks.identity, trace.identities)),
        papers=papers,
        paper_findings=_facts(trace, papers, scrub),
    )


def _facts(trace: Trace, papers: Iterable[Paper], scrub: Scrubbing) -> tuple[PaperFinding, ...]:
    """The facts about papers of which every field is shown: others would tell what is not."""
    shown = {paper.record for paper in papers if paper in trace.papers}
    facts = (fact for fact in trace.paper_findings if shown.issuperset(fact.papers))
    return walked(tuple(replace(fact, note=scrub(fact.note)) for fact in facts), scrub)


class _Masks:
    """Takes from each part of a trace what it says of what is withheld."""

    def __init__(
        self, withholding: Withholding, nodes: Mapping[str, str], told: Mapping[str, str], scrub: Scrubbing
    ) -> None:
        self._withholding, self._nodes, self._told, self._scrub = withholding, nodes, told, scrub

    def _hidden(self, *places: Place | None) -> bool:
        here = (p for p in places if p and p.record in self._told)
        return any(hides(excerpt(self._told[p.record], p.spans)) for p in here)

    def source(self, each: Source) -> Source:
        """A source with the spellings that may be told; of one whose name is withheld no reasons either."""
        name = self._scrub.name(each.name)
        spellings = tuple(dict.fromkeys(map(self._scrub.name, each.spellings)))
        reasons = tuple(map(self._scrub, each.reasons)) if name == each.name else ()
        told = each.particulars if name == each.name else ()
        particulars = tuple(
            replace(p, value=self._scrub(p.value))
            for p in told
            if not self._hidden(p.place) and not self._theirs([p.place])
        )
        return replace(each, name=name, spellings=spellings, reasons=reasons, particulars=particulars)

    def disagreement(self, each: Disagreement) -> Disagreement:
        values = tuple((r, self._value(r, value)) for r, value in each.values)
        note = "" if values != each.values else self._scrub(each.note)
        return replace(each, subject=self._scrub.name(each.subject), values=values, note=note)

    def paper(self, each: Paper) -> Paper:
        """A paper with the fields that are shown, as far as they are; nothing of one that is withheld."""
        if each.record in self._withholding.whole:
            return Paper(each.record)
        fields = tuple(self._field(field) for field in each.fields if field.place)
        known = fields == each.fields
        return replace(each, fields=fields, age_at_issue=each.age_at_issue if known else "")

    def _field(self, each: PaperField) -> PaperField:
        """A field with the words that stand in its place; what a header tells has none and is not shown."""
        if each.place and self._hidden(each.place):
            return replace(each, value=excerpt(self._told[each.place.record], each.place.spans), label="")
        return replace(each, value=self._scrub(each.value), label=self._scrub(each.label))

    def _value(self, record: str, value: str) -> str:
        return mark(Private.PAPER) if record in self._withholding.whole else self._scrub(value)

    def identity(self, each: Identity) -> Identity:
        """A question without what was read in what is withheld; of a candidate who is, nothing else."""
        candidates = tuple(map(self._candidate, each.candidates))
        return replace(each, whom=self._scrub(self._scrub.name(each.whom)), candidates=candidates)

    def _candidate(self, each: Candidate) -> Candidate:
        kept = (i for i in each.indications if not self._hidden(*i.places) and not self._theirs(i.places))
        told = tuple(replace(i, note=self._scrub(i.note)) for i in kept)
        name = self._scrub.name(each.name)
        return replace(each, name=name, indications=told if name == each.name else ())

    def _theirs(self, places: Iterable[Place]) -> bool:
        return any(place.record in self._withholding.whole for place in places)

    def statement(self, each: Statement) -> Statement:
        text = self._told.get(each.at.record, "")
        whole = excerpt(text, each.at.spans) if self._hidden(each.at) else each.content
        return replace(each, content=whole)

    def node(self, each: Node) -> Node:
        return replace(each, name=self._name(each.record, each.name))

    def _name(self, record: str, name: str) -> str:
        return mark(Private.RECORD) if record in self._withholding.whole else self._scrub.name(name)

    def descent(self, each: Descent) -> Descent:
        whole = self._nodes.get(each.child, "") in self._withholding.whole
        return replace(each, evidence=tuple(self._evidence(one, whole) for one in each.evidence))

    def _evidence(self, each: Evidence, whole: bool) -> Evidence:
        """A reason without words of a withheld passage; a report that is withheld is not quoted at all."""
        hidden = whole or self._hidden(each.child, each.parent)
        return replace(each, note=SHARED if hidden else self._scrub(each.note))

    def verdict(self, each: Verdict) -> Verdict:
        origins = tuple(map(self._origin, each.origins))
        return replace(each, origins=origins, reasons=tuple(map(self._scrub, each.reasons)))

    def _origin(self, each: Origin) -> Origin:
        return replace(each, name=self._scrub.name(each.name))

    def drift(self, each: Drift) -> Drift:
        return replace(each, note="" if self._hidden(each.upstream, each.here) else self._scrub(each.note))

    def support(self, each: Support) -> Support:
        return replace(each, against="" if self._hidden(each.place) else self._scrub(each.against))
