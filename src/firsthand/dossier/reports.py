"""Reports as sheets: what is known about each, and its whole text with every attribution marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from firsthand.dossier.index import Index
from firsthand.dossier.marks import Stretch, stretches
from firsthand.dossier.phrases import direction, language_name, listed, moment, redrawn
from firsthand.dossier.pieces import Piece, Ruled, Sentence, Tone
from firsthand.dossier.quotes import check
from firsthand.dossier.sheets import Fact, ReportSheet
from firsthand.dossier.tagged import Check, Hand, Segment, Tag
from firsthand.languages import called_only
from firsthand.model import Attribution, Certainty, Descent, Kind, NodeKind, Record, Span
from firsthand.text import paragraphs

KINDS = {
    Kind.DIRECT: "quotation",
    Kind.INDIRECT: "reported speech",
    Kind.MIXED: "reported speech with quoted words",
    Kind.OWN: "told in the report's own voice",
}
SURE = {
    Certainty.SHOWN: "Taken from",
    Certainty.LIKELY: "Likely taken from",
    Certainty.POSSIBLE: "Possibly taken from",
}
SPEAKERS = (NodeKind.PERSON, NodeKind.BODY)
MOST_LINKS = 60


def report_sheets(index: Index) -> tuple[ReportSheet, ...]:
    """Every report, the earliest first."""
    return tuple(_sheet(index, record) for record in index.reports())


def _sheet(index: Index, record: Record) -> ReportSheet:
    own = index.of_record.get(record.id, ())
    tags = tuple(_tag(index, a) for a in own)
    return ReportSheet(
        anchor=index.anchors[record.id],
        id=record.id,
        sha256=record.object,
        outlet=record.outlet or index.outlet(record.id),
        title=record.title,
        date=moment(record.published) if record.published else "undated",
        published=record.published,
        language=record.language,
        direction=direction(record.text, record.language),
        facts=(*_edition(index, record), *_facts(record)),
        links=tuple(_links(record)),
        from_whom=tuple(_from_whom(index, record)),
        text=record.text,
        paragraphs=segments(record, own),
        tags=tags,
        notes=record.notes,
        rulings=index.ruled.get(record.id, ()),
    )


def _tag(index: Index, attribution: Attribution) -> Tag:
    statement = index.statements_of.get(attribution.id, [""])[0]
    found, ruled = check(index, attribution), index.ruled.get(attribution.id, ())
    return Tag(
        anchor=index.anchors[attribution.id],
        id=attribution.id,
        statement=index.anchors.get(statement, ""),
        statement_id=statement,
        kind=attribution.kind.value,
        spans=tuple((s.start, s.end) for s in attribution.content),
        check=found,
        label=_label(attribution, index.records[attribution.record].language, found, ruled),
        rulings=ruled,
        name=attribution.name,
        source=_place(attribution.source),
        cue=tuple((s.start, s.end) for s in attribution.cue),
        stance=attribution.stance.value,
        hands=tuple(Hand(hop.role.value, hop.name, _place(hop.who)) for hop in attribution.hands),
    )


def _place(span: Span | None) -> tuple[int, int] | None:
    return (span.start, span.end) if span else None


def _label(attribution: Attribution, language: str, found: Check | None, ruled: Sequence[Ruled]) -> str:
    parts = [KINDS[attribution.kind]]
    if attribution.name:
        who = called_only(attribution.name, language)
        parts.append(f"{'carried on from' if attribution.inferred else 'by'} {who}")
    elif attribution.kind is not Kind.OWN:
        parts.append("source not stated")
    if found:
        parts.append(f"{found.word}{': ' + found.against if found.against else ''}")
    parts += [each.word for each in ruled]
    return ", ".join(parts)


def segments(record: Record, own: Sequence[Attribution]) -> tuple[tuple[Segment, ...], ...]:
    """The text of a report by paragraphs, cut where an attribution or a quotation begins or ends."""
    # One sweep over the whole text; quotations ride along as marks behind those of the attributions.
    quoted = [a.quotes for a in own]
    cuts = stretches(Span(0, len(record.text)), [*(a.content for a in own), *quoted])
    found: list[tuple[Segment, ...]] = []
    at = 0
    for paragraph in paragraphs(record.text):
        row: list[Segment] = []
        while at < len(cuts) and cuts[at].end <= paragraph.start:
            at += 1
        here = at
        while here < len(cuts) and cuts[here].start < paragraph.end:
            row.append(_segment(record.text, cuts[here], paragraph, len(own)))
            here += 1
        at = max(at, here - 1)
        found.append(tuple(row))
    return tuple(found)


def _segment(text: str, cut: Stretch, paragraph: Span, own: int) -> Segment:
    first, last = max(cut.start, paragraph.start), min(cut.end, paragraph.end)
    # An attribution may begin or end in the blank between two paragraphs.
    begins = not text[cut.start : first].strip()
    closes = not text[last : cut.end].strip()
    return Segment(
        first,
        last,
        tuple(n for n in cut.within if n < own),
        tuple(n for n in cut.starts if n < own) if begins else (),
        tuple(n for n in cut.ends if n < own) if closes else (),
        any(n >= own for n in cut.within),
    )


def _edition(index: Index, record: Record) -> Iterable[Fact]:
    """Which edition of its report a record is, and where the others are."""
    if record.id in index.edition_of:
        number, of = index.edition_of[record.id]
        one = index.report(record.id)
        others = [index.anchors[r] for r in index.edition_of if r != record.id and index.report(r) == one]
        told = f"{number} of {of} of this report" if of > 1 else "the same report was received again"
        yield Fact("Edition", f"{told}; see {listed(others)}")


def _facts(record: Record) -> Iterable[Fact]:
    if record.byline:
        yield Fact("By", record.byline)
    if record.published:
        yield Fact("Published", moment(record.published), record.dated_by)
    else:
        yield Fact("Published", "no date found")
    if record.language:
        yield Fact("Language", language_name(record.language), record.language_by)
    if record.url:
        yield Fact("Address", record.url, url=web(record.url))
    yield Fact("File", f"{record.name}, {record.part}" if record.part else record.name)
    for key, value in sorted(record.extra.items()):
        yield Fact(key.replace("_", " "), value)
    yield Fact("SHA-256", record.object)


def _links(record: Record) -> Iterable[Fact]:
    for link in record.links[:MOST_LINKS]:
        words = " ".join(record.text[link.span.start : link.span.end].split())
        yield Fact(words or link.url, link.url, url=web(link.url))


def web(url: str) -> str:
    """``url`` if it leads to the web (http or https, with a host), else "": it is then shown as text only."""
    try:
        parts = urlsplit(url.strip())
        return url.strip() if parts.scheme.lower() in ("http", "https") and parts.hostname else ""
    except ValueError:
        return ""


def _from_whom(index: Index, record: Record) -> Iterable[Sentence]:
    for descent in index.parents.get(index.node_of.get(record.id, ""), ()):
        node = index.nodes.get(descent.parent)
        if node:
            how = evidence_words(descent)
            if node.kind in SPEAKERS:
                yield (Piece("Names as a source "), Piece(node.name, Tone.NAME), Piece("."))
                continue
            name = Piece(index.named(node.id), Tone.NAME, index.anchors.get(node.record, ""))
            where = "" if node.record else " (not in the case)"
            told = f"; {redrawn(descent.support)}" if descent.support is not None else ""
            yield (Piece(f"{SURE[descent.certainty]} "), name, Piece(f"{where}: {how}{told}."))


def evidence_words(descent: Descent) -> str:
    """What a line of descent rests on, in a few words: "named source, shared wording"."""
    return ", ".join(dict.fromkeys(e.kind.value for e in descent.evidence)) or "no evidence noted"
