"""What could embarrass whoever prints: found, put in words, worst first, many of a kind together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from firsthand.dossier.edited import edited, within
from firsthand.dossier.identities import IdentitySheet, disputed_writers
from firsthand.dossier.index import Index
from firsthand.dossier.papers import paper_findings
from firsthand.dossier.phrases import capital, count, day, listed, moment, numeral, short
from firsthand.dossier.pieces import Piece, Sentence, Shape, Tone
from firsthand.dossier.quotes import NOT_COMPARED, check
from firsthand.dossier.sheets import Finding, FindingGroup
from firsthand.dossier.statements import reading_words, report_number
from firsthand.model import (
    Attribution,
    Being,
    Certainty,
    Descent,
    Drift,
    DriftKind,
    EvidenceKind,
    Kind,
    NodeKind,
    Record,
    RecordKind,
    Refusal,
    Source,
    Trace,
)

ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
# "This account" is one that was told of before, or the report itself.
POINTED = re.compile(
    r"(?:this|these|that|those|diese[rs]?|cet?|ces|acest|эт(?:от|а|о|и)|ц(?:ей|я|е|і)|이|그)\s", re.IGNORECASE
)
SHOWN = 3  # findings of one kind that stand open; more of the same is folded
OUTRIGHT = frozenset({EvidenceKind.NAMED, EvidenceKind.LINK, EvidenceKind.CREDIT})
DRIFTS: tuple[tuple[DriftKind, str, Shape, str], ...] = (
    (DriftKind.REVERSED, "Sense reversed", Shape.BAD, "turns round what it was taken from"),
    (DriftKind.SPEAKER, "Other speaker", Shape.BAD, "gives the words to somebody else"),
    (DriftKind.NUMBER, "Number changed", Shape.BAD, "has another number than its source"),
    (DriftKind.NAME, "Name changed", Shape.BAD, "has another name than its source"),
    (DriftKind.HEDGE_LOST, "Doubt dropped", Shape.WARN, "drops the doubt of its source"),
    (DriftKind.HARDENED, "Hardened", Shape.WARN, "says it more strongly than its source"),
    (DriftKind.SOFTENED, "Softened", Shape.WARN, "says it more weakly than its source"),
)


def findings(
    index: Index,
    trace: Trace,
    refusals: Sequence[Refusal],
    made_at: str,
    identities: Sequence[IdentitySheet] = (),
) -> tuple[FindingGroup, ...]:
    """Every finding, grouped by kind, the gravest kind first."""
    kinds: list[list[Finding]] = [
        _not_found(index),
        *(_drifted(index, trace, *row) for row in DRIFTS[:1]),
        _altered(index, "fused", "Quotation fused"),
        _altered(index, "differs", "Quotation altered"),
        *(_drifted(index, trace, *row) for row in DRIFTS[1:5]),
        edited(index, trace),
        _loops(index, trace),
        _names_another(index, trace),
        _writers(identities, trace),
        paper_findings(index, trace, grave=True),
        _disputed(index, trace),
        _absent(index, trace),
        _impossible(index, made_at),
        *(_drifted(index, trace, *row) for row in DRIFTS[5:]),
        paper_findings(index, trace, grave=False),
        _unstated(index),
        _translated(index),
        _inferred(index),
        _unread(refusals),
    ]
    return tuple(_group(_merged(found)) for found in kinds if found)


def _merged(found: Sequence[Finding]) -> list[Finding]:
    """Findings that read the same made one, with the evidence of all."""
    same: dict[str, Finding] = {}
    for each in found:
        said = "".join(p.text for p in each.sentence)
        first = same.get(said, each)
        same[said] = replace(first, to=tuple(dict.fromkeys((*first.to, *each.to))))
    return list(same.values())


def _group(found: Sequence[Finding]) -> FindingGroup:
    first = found[0]
    # A single folded line would cost as much room as it saves.
    cut = SHOWN if len(found) > SHOWN + 1 else len(found)
    return FindingGroup(first.kind, first.shape, first.word, tuple(found[:cut]), tuple(found[cut:]))


def _once(
    index: Index, found: Iterable[Attribution], sentence: Callable[[list[Attribution]], Sentence]
) -> list[tuple[Sentence, tuple[str, ...]]]:
    """One sentence for all readings of a statement in the same words, with the anchors of the evidence."""
    same: dict[tuple[str, str], list[Attribution]] = {}
    for attribution in found:
        statement = index.statements_of.get(attribution.id, [attribution.id])[0]
        words = " ".join(index.words(attribution).casefold().split())
        same.setdefault((statement, words), []).append(attribution)
    lines = []
    for (statement, _), group in same.items():
        group.sort(key=lambda a: report_number(index, a))
        lines.append((sentence(group), tuple(_refs(index, statement, group[0]))))
    return sorted(lines, key=lambda line: line[1])


def _refs(index: Index, statement: str, attribution: Attribution) -> Iterable[str]:
    if statement in index.statements:
        yield index.anchors[statement]
    yield index.anchors[attribution.id]


def _who(index: Index, group: Sequence[Attribution]) -> Sentence:
    first = group[0]
    names = list(dict.fromkeys(index.outlet(a.record) for a in group))
    more = f" and {count(len(names) - 1, 'other report')}" if len(names) > 1 else ""
    return (Piece(names[0], Tone.NAME, index.anchors[first.id]), Piece(more))


def _quoted(index: Index, attribution: Attribution, limit: int = 140) -> Piece:
    record = index.records[attribution.record]
    spans = attribution.quotes or attribution.content
    words = max((record.text[s.start : s.end] for s in spans), key=len, default="")
    words = words.rstrip(" ,")  # a comma before "she said" is not part of what was said
    return Piece(short(words, limit), Tone.QUOTE, language=record.language)


def _writers(identities: Sequence[IdentitySheet], trace: Trace) -> list[Finding]:
    """Records of which reports name different writers."""
    found = []
    for sheet in disputed_writers(identities, trace):
        names = listed([c.name for c in sheet.candidates])
        sentence = (
            Piece(f"{sheet.question[:-1].replace('Who is', 'Reports differ on')}: "),
            Piece(names, Tone.NAME),
        )
        found.append(
            Finding(
                "writer-disputed", Shape.WARN, "Writer disputed", (*sentence, Piece(".")), (sheet.anchor,)
            )
        )
    return found


def _not_found(index: Index) -> list[Finding]:
    def sentence(group: list[Attribution]) -> Sentence:
        where = "no text that it says it is from has these words."
        return (_quoted(index, group[0]), Piece(" ("), *_who(index, group), Piece(f"): {where}"))

    found = [a for a in index.attributions.values() if _state(index, a) == "not found"]
    return [Finding("not-found", Shape.BAD, "Not found", s, to) for s, to in _once(index, found, sentence)]


def _altered(index: Index, state: str, word: str) -> list[Finding]:
    def sentence(group: list[Attribution]) -> Sentence:
        found = check(index, group[0]) or NOT_COMPARED
        where = Piece(found.against, Tone.NAME, found.to)
        words = reading_words(index, group[0], index.readings.get(group[0].id))
        return (*_who(index, group), Piece(": "), *words, Piece(" · compared with "), where, Piece("."))

    found = [a for a in index.attributions.values() if _state(index, a) == state]
    return [Finding(f"quotation-{state}", Shape.BAD, word, s, to) for s, to in _once(index, found, sentence)]


def _state(index: Index, attribution: Attribution) -> str:
    found = check(index, attribution)
    return found.word if found else ""


def _drifted(
    index: Index, trace: Trace, kind: DriftKind, word: str, shape: Shape, does: str
) -> list[Finding]:
    drifts: dict[str, Drift] = {d.attribution: d for d in trace.drifts if d.kind is kind}

    def sentence(group: list[Attribution]) -> Sentence:
        note = drifts[group[0].id].note.rstrip(".") or f"it {does}"
        return (*_who(index, group), Piece(", "), _quoted(index, group[0], 90), Piece(f": {note}."))

    found = [
        index.attributions[a] for a, d in drifts.items() if a in index.attributions and not within(index, d)
    ]
    return [Finding(kind.value, shape, word, s, to) for s, to in _once(index, found, sentence)]


def _loops(index: Index, trace: Trace) -> list[Finding]:
    return [
        Finding("circular", Shape.WARN, "Circular", _circle(index, loop.nodes), _places(index, loop.nodes))
        for loop in trace.loops
    ]


def _circle(index: Index, nodes: Sequence[str]) -> Sentence:
    names = [index.named(n) for n in nodes if n in index.nodes]
    return (
        Piece(listed(names), Tone.NAME),
        Piece(" cite one another in a circle: none of them is a source for the others."),
    )


def _places(index: Index, nodes: Iterable[str]) -> tuple[str, ...]:
    records = [index.nodes[n].record for n in nodes if n in index.nodes]
    return tuple(index.anchors[r] for r in records if r in index.anchors)


def _names_another(index: Index, trace: Trace) -> list[Finding]:
    found: list[Finding] = []
    for node, descents in index.parents.items():
        child = index.nodes.get(node)
        if not child or child.record not in index.anchors:
            continue
        named = [d for d in descents if _kinds(d) & OUTRIGHT and not _is(index, d.parent, NodeKind.PERSON)]
        copied = [d for d in descents if EvidenceKind.WORDING in _kinds(d) and not _kinds(d) & OUTRIGHT]
        copied = [
            d
            for d in copied
            if d.certainty is not Certainty.POSSIBLE and _is(index, d.parent, NodeKind.REPORT)
        ]
        if named and copied:
            found.append(_another(index, child.record, named, copied[0]))
    return found


def _is(index: Index, node: str, kind: NodeKind) -> bool:
    found = index.nodes.get(node)
    return found is not None and found.kind is kind


def _kinds(descent: Descent) -> set[EvidenceKind]:
    return {e.kind for e in descent.evidence}


def _another(index: Index, record: str, named: Sequence[Descent], copied: Descent) -> Finding:
    names = [index.named(d.parent) for d in named if d.parent in index.nodes]
    parent = index.nodes[copied.parent]
    sentence = (
        Piece(index.outlet(record), Tone.NAME, index.anchors[record]),
        Piece(" names "),
        Piece(listed(list(dict.fromkeys(names)), 3), Tone.NAME),
        Piece("; its words are those of "),
        Piece(index.named(parent.id), Tone.NAME, index.anchors.get(parent.record, "")),
        Piece("."),
    )
    return Finding("names-another", Shape.WARN, "Names another", sentence, (index.anchors[record],))


def _disputed(index: Index, trace: Trace) -> list[Finding]:
    found = []
    for number, each in enumerate(trace.disagreements, 1):
        values: list[Piece] = []
        for record, value in each.values:
            name = index.outlet(record) if record in index.records else "a record"
            values += [
                Piece("; " if values else ""),
                Piece(value, Tone.NAME),
                Piece(" in "),
                Piece(name, Tone.NAME),
            ]
        head = (Piece(each.subject, Tone.NAME), Piece(f", {each.field}: "))
        sentence = (*head, *values, Piece(". Both are kept."))
        found.append(Finding("papers-disagree", Shape.WARN, "Records disagree", sentence, (f"X{number}",)))
    return found


def _absent(index: Index, trace: Trace) -> list[Finding]:
    """Documents that the reports speak from and that nobody put into the case."""
    found = []
    for source, number in absent_documents(index, trace):
        rest = f"{capital(count(number, 'passage'))} {'rests' if number == 1 else 'rest'} on "
        sentence = (
            Piece(rest),
            Piece(in_sentence(source.name), Tone.NAME, index.anchors[source.id]),
            Piece(", which nobody put into the case: the words are known only through the reports."),
        )
        found.append(
            Finding("not-in-case", Shape.WARN, "Not in the case", sentence, (index.anchors[source.id],))
        )
    return found


def absent_documents(index: Index, trace: Trace) -> list[tuple[Source, int]]:
    """Sources that are documents, without a record in the case, with how many passages rest on each.

    "A notebook" and "the notebook" are counted as one. None while a primary record is in the case: the
    documents named are then most often that one, under another name.
    """
    if index.of_kind(RecordKind.PRIMARY):
        return []
    same: dict[str, tuple[Source, set[str]]] = {}
    for source in trace.sources:
        if source.being is Being.DOCUMENT and not source.records and not POINTED.match(source.name):
            _, resting = same.setdefault(ARTICLE.sub("", source.name.casefold()), (source, set()))
            resting.update(source.attributions)
    return sorted(((s, len(resting)) for s, resting in same.values()), key=lambda pair: -pair[1])


def in_sentence(name: str) -> str:
    """A name as it stands in the middle of a sentence: "The notes" becomes "the notes"."""
    return name[:1].lower() + name[1:] if ARTICLE.match(name) else name


def _impossible(index: Index, made_at: str) -> list[Finding]:
    late = [r for r in index.reports() if r.published[:10] > made_at[:10] > ""]
    found = [_dated(index, r, f"is dated {day(r.published)}, after this dossier was made") for r in late]
    for node, descents in index.parents.items():
        child = index.nodes.get(node)
        record = index.records.get(child.record) if child else None
        for descent in descents if record else ():
            parent = index.nodes.get(descent.parent)
            source = index.records.get(parent.record) if parent else None
            if record and source and _before(record, source) and descent.certainty is Certainty.SHOWN:
                said = (
                    f"is dated {moment(record.published)}, before {index.outlet(source.id)} that it draws on"
                )
                found.append(_dated(index, record, f"{said} ({moment(source.published)})"))
    return found


def _before(child: Record, parent: Record) -> bool:
    if parent.kind is not RecordKind.REPORT or len(child.published) < 10 or len(parent.published) < 10:
        return False
    return child.published[:10] < parent.published[:10]


def _dated(index: Index, record: Record, said: str) -> Finding:
    sentence = (Piece(index.outlet(record.id), Tone.NAME, index.anchors[record.id]), Piece(f" {said}."))
    return Finding("impossible-date", Shape.WARN, "Date impossible", sentence, (index.anchors[record.id],))


def _unstated(index: Index) -> list[Finding]:
    def sentence(group: list[Attribution]) -> Sentence:
        return (_quoted(index, group[0]), Piece(" ("), *_who(index, group), Piece(")."))

    found = [a for a in index.attributions.values() if a.unstated]
    return [
        Finding("unstated", Shape.PLAIN, "Source not stated", s, to)
        for s, to in _once(index, found, sentence)
    ]


def _translated(index: Index) -> list[Finding]:
    """One line for each translation that quotations are taken from."""
    found: dict[str, list[Attribution]] = {}
    for attribution in index.attributions.values():
        match = index.record_match(attribution.id) if attribution.quotes else None
        if match and index.records[match.b.record].kind is RecordKind.TRANSLATION:
            found.setdefault(match.b.record, []).append(attribution)
    return [_from_translation(index, record, group) for record, group in found.items()]


def _from_translation(index: Index, record: str, group: Sequence[Attribution]) -> Finding:
    by = index.records[record].by or "a translator not named"
    many = "quotation is" if len(group) == 1 else "quotations are"
    sentence = (
        Piece(f"{capital(numeral(len(group)))} {many} in the translation by "),
        Piece(by, Tone.NAME),
        Piece(": name the translator; these are not the writer’s own words."),
    )
    labels = [index.anchors[s] for a in group for s in index.statements_of.get(a.id, ())]
    return Finding("translated", Shape.PLAIN, "Translation", sentence, tuple(dict.fromkeys(labels))[:6])


def _inferred(index: Index) -> list[Finding]:
    def sentence(group: list[Attribution]) -> Sentence:
        name = Piece(group[0].name or "the last speaker", Tone.NAME)
        return (
            *_who(index, group),
            Piece(f" {'does' if len({a.record for a in group}) == 1 else 'do'} not say whose words "),
            _quoted(index, group[0]),
            Piece(" are; "),
            name,
            Piece(" spoke last before."),
        )

    found = [a for a in index.attributions.values() if a.inferred and a.kind is not Kind.OWN]
    return [
        Finding("inferred", Shape.PLAIN, "Speaker inferred", s, to) for s, to in _once(index, found, sentence)
    ]


def _unread(refusals: Sequence[Refusal]) -> list[Finding]:
    if not refusals:
        return []
    names = list(dict.fromkeys(f"a part of {r.name}" if r.part else r.name for r in refusals))
    were = "could not be read and is" if len(refusals) == 1 else "could not be read and are"
    things = f"{capital(count(len(refusals), 'thing'))} received"
    sentence = (Piece(f"{things} {were} not in this account: "), Piece(listed(names), Tone.NAME), Piece("."))
    return [Finding("unread", Shape.PLAIN, "Not read", sentence, ("unread",))]
