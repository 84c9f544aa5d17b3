"""The answer in two or three sentences, as a person would say it aloud."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.dossier.findings import absent_documents, in_sentence
from firsthand.dossier.index import Index
from firsthand.dossier.phrases import capital, count, listed, numeral
from firsthand.dossier.pieces import Piece, Sentence, Tone
from firsthand.dossier.sheets import Counts, StatementSheet
from firsthand.model import Independence, NodeKind, RecordKind, Trace

NAMED = 3  # origins named one by one


def counted(index: Index, sheets: Sequence[StatementSheet]) -> Counts:
    """The numbers of the answer."""
    verdicts = [index.verdicts[s] for s in index.statements if s in index.verdicts]
    several = {s.id for s in sheets if s.reports > 1}
    states = [v.independence for v in verdicts if v.statement in several]
    reports = index.reports()
    return Counts(
        reports=len({index.report(r.id) for r in reports}),
        languages=len({r.language for r in reports if r.language}),
        records=len(index.of_kind(RecordKind.PRIMARY)),
        translations=sum(not r.aid for r in index.of_kind(RecordKind.TRANSLATION)),
        statements=len(sheets),
        in_record=sum(s.in_record for s in sheets),
        shared=sum(s.reports > 1 for s in sheets),
        origins=len({o.node for v in verdicts for o in v.origins if o.kind is not NodeKind.UNKNOWN}),
        one_origin=states.count(Independence.SHARED),
        independent=states.count(Independence.INDEPENDENT),
        not_established=states.count(Independence.UNKNOWN),
    )


def answer(
    index: Index, trace: Trace, counts: Counts, sheets: Sequence[StatementSheet]
) -> tuple[Sentence, ...]:
    """Two to four sentences: how much was said, on what it rests, what the record has, what is missing."""
    found = [
        _said(index, counts),
        _rests(index, trace, counts),
        _record(counts),
        _missing(index, trace, counts),
    ]
    return tuple(sentence for sentence in found if sentence)


def _strong(text: str, to: str) -> Piece:
    return Piece(text, Tone.STRONG, to)


def _said(index: Index, counts: Counts) -> Sentence:
    if not counts.reports:
        return (Piece("No report is in this case."),)
    make = "makes" if counts.reports == 1 else "make"
    return (
        _strong(capital(count(counts.reports, "report")), "reports"),
        Piece(f" {make} "),
        _strong(count(counts.statements, "statement"), "statements"),
        Piece(f"{_shared(counts)}."),
    )


def _shared(counts: Counts) -> str:
    if counts.reports < 2 or counts.statements < 2:
        return ""
    if not counts.shared:
        return "; no two of them make the same"
    if counts.shared == counts.statements:
        return "; each is in more than one of them"
    return (
        f"; {numeral(counts.shared)} of these {'is' if counts.shared == 1 else 'are'} in more than one report"
    )


def _rests(index: Index, trace: Trace, counts: Counts) -> Sentence:
    if not counts.origins:
        return ()
    names = _origin_names(index)
    named = f", {listed(names)}" if len(names) <= NAMED else ""
    one = counts.statements == 1
    those = f"{'It rests' if one else 'They rest'} on"
    if counts.reports <= 1:
        those = f"{'It comes' if one else 'They come'} from"
    return (
        Piece(f"{those} "),
        _strong(count(counts.origins, "origin"), "picture"),
        Piece(named, Tone.NAME),
        Piece(_states(counts)),
    )


def _origin_names(index: Index) -> list[str]:
    named = (o for v in index.verdicts.values() for o in v.origins if o.kind is not NodeKind.UNKNOWN)
    return list({o.node: o.name for o in named}.values())


def _states(counts: Counts) -> str:
    if counts.reports < 2 or not counts.shared:
        return "."
    parts = []
    if counts.one_origin:
        parts.append(f"{count(counts.one_origin, 'goes', 'go')} back to one origin")
    if counts.independent:
        parts.append(f"{count(counts.independent, 'has', 'have')} independent origins")
    if counts.not_established:
        parts.append(f"for {numeral(counts.not_established)} that is not established")
    none = "" if counts.independent else "; independence is shown for none"
    return f". Of what several reports say, {listed(parts)}{none}."


def _record(counts: Counts) -> Sentence:
    if not counts.records and not counts.translations:
        return ()
    outside = counts.statements - counts.in_record
    return (
        _strong(capital(count(counts.in_record, "statement")), "statements"),
        Piece(f" {'stands' if counts.in_record == 1 else 'stand'} in "),
        _strong("the record", "records"),
        Piece(f"; {count(outside, 'does', 'do')} not." if outside else "."),
    )


def _missing(index: Index, trace: Trace, counts: Counts) -> Sentence:
    if counts.records:
        return ()
    absent = [source for source, _ in absent_documents(index, trace)][:NAMED]
    if absent:
        names = [in_sentence(source.name) for source in absent]
        lean = "It leans on" if counts.reports == 1 else "They lean on"
        are = "is" if len(names) == 1 else "are"
        return (
            Piece(f"{lean} "),
            Piece(listed(names), Tone.STRONG, index.anchors[absent[0].id]),
            Piece(f", which {are} not in the case."),
        )
    return (Piece("No record of the matter is in the case, so nothing can be compared with one."),)
