"""The door for texts that were made from one another: laid side by side, and who copied whom.

    from firsthand import collate, descent
    found = collate({"A": "the red hare ran", "B": "the red hair ran"})
    found.variations[0].variants
    descent({"A": …, "B": …, "C": …}).lines

The texts belong to no case; `of_trace` and `readings` take from one what these take.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from firsthand.dossier import APPARATUS_FORMS, STEMMA_FORMS, of_translations
from firsthand.dossier.phrases import listed
from firsthand.errors import Refused
from firsthand.matching.collation import collate as _collate
from firsthand.model import (
    Attribution,
    Certainty,
    Collation,
    Copying,
    Descent,
    Node,
    NodeKind,
    Record,
    Refusal,
    Stemma,
    Trace,
    is_case,
)
from firsthand.text import excerpt
from firsthand.texts import STDIN, records_of
from firsthand.tracing.stemma import stemma as _stemma

Form = TypeVar("Form")
MOST = 1000  # texts: every two of them are compared
# Of 25 pairs of reports on different matters none had a sixth of its words in common; copies have most.
VERSION = 0.2
PIPED = "standard input"


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts by name, the dates of those that have one, what could not be read, and what is left out."""

    texts: Mapping[str, str]
    dates: Mapping[str, str] = field(default_factory=dict)
    refusals: tuple[Refusal, ...] = ()
    notes: tuple[str, ...] = ()


def collate(texts: Mapping[str, str] | Iterable[str]) -> Collation:
    """Texts side by side: every word in a column, and where they part, an apparatus of the variants.

    ``texts`` are named, or a list, and then named 1, 2, …. Raises Refused above a thousand texts.
    """
    return _collate(_few(_named(texts)))


def descent(texts: Mapping[str, str] | Iterable[str], dates: Mapping[str, str] | None = None) -> Stemma:
    """Who copied whom, judged from the wording alone, and from ``dates`` (ISO) where there are any.

    Texts that are the same word for word count once, and are joined to the earliest of them. Any
    texts give an answer; whether they have anything to do with one another is for the reader to know.
    Raises Refused above a thousand texts.
    """
    named, known = _few(_named(texts)), dates or {}
    heads = _heads(named, known)
    distinct = [name for name in named if heads[name] == name]
    found = _of(distinct, named, known) if len(distinct) > 1 else _alone(distinct, len(named))
    same = [name for name in named if heads[name] != name]
    nodes = [Node(name, name, NodeKind.REPORT, name) for name in same]
    return replace(
        found,
        nodes=(*found.nodes, *nodes),
        lines=(*found.lines, *(_reprint(heads[name], name, known) for name in same)),
    )


def _of(distinct: list[str], named: Mapping[str, str], dates: Mapping[str, str]) -> Stemma:
    laid = _collate({n: named[n] for n in distinct})
    found = _stemma(laid, [dates.get(n, "") for n in distinct])
    apart = strangers(laid)
    lines = [
        replace(line, certainty=Certainty.POSSIBLE) if {line.parent, line.child} & apart else line
        for line in found.lines
    ]
    return replace(found, lines=tuple(lines), notes=(*found.notes, *(f"{each}." for each in doubts(laid))))


def doubts(collation: Collation) -> tuple[str, ...]:
    """A clause on the texts that are strangers to the others, where there are any."""
    found = strangers(collation)
    apart = [name for name in collation.names if name in found]
    if not apart or len(collation.names) < 2:
        return ()
    they = f"{listed(apart)} {'has' if len(apart) == 1 else 'have'} less than one word in five"
    return (f"{they} in common with any other text: whether these are versions of one text is doubtful",)


def strangers(collation: Collation) -> set[str]:
    """The names of texts that have too little in common with every other to be versions of one text."""
    shares = zip(collation.names, _shared(collation), strict=True)
    return {name for name, share in shares if share < VERSION}


def _shared(collation: Collation) -> list[float]:
    """For each text the share of its words that at least one other has in the same place."""
    by_itself = {
        (column, text)
        for each in collation.variations
        for variant in each.variants
        if len(variant.texts) == 1
        for text in variant.texts
        for column in range(each.start, each.end)
    }
    words, alone = [0] * len(collation.texts), [0] * len(collation.texts)
    for number, column in enumerate(collation.columns):
        there = [text for text, span in enumerate(column) if span]
        for text in there:
            words[text] += 1
            alone[text] += len(there) == 1 or (number, text) in by_itself
    return [1 - each / of if of else 0.0 for each, of in zip(alone, words, strict=True)]


def _alone(distinct: list[str], texts: int) -> Stemma:
    nodes = tuple(Node(name, name, NodeKind.REPORT, name) for name in distinct)
    there = {0: "There is no text here", 1: "There is only one text"}.get(texts, "There is only one wording")
    return Stemma(nodes, (), (f"{there}: nothing tells who copied whom.",))


def _reprint(head: str, name: str, dates: Mapping[str, str]) -> Copying:
    later = "" < dates.get(head, "") < dates.get(name, "")
    return Copying(head, name, Certainty.POSSIBLE, None, later, False, "the same, word for word")


def _named(texts: Mapping[str, str] | Iterable[str]) -> dict[str, str]:
    if isinstance(texts, Mapping):
        return dict(texts)
    return {str(number): text for number, text in enumerate(texts, 1)}


def _few(texts: dict[str, str]) -> dict[str, str]:
    if len(texts) > MOST:
        raise Refused(
            f"{len(texts):,} texts are too many to lay side by side",
            do=f"Choose at most {MOST:,} that are versions of one text",
        )
    return texts


def _heads(texts: Mapping[str, str], dates: Mapping[str, str]) -> dict[str, str]:
    """For every text the earliest of those that are the same but for blanks; without dates the first."""
    first: dict[str, str] = {}
    for name in sorted(texts, key=lambda n: dates.get(n) or "9999"):
        first.setdefault(" ".join(texts[name].split()), name)
    return {name: first[" ".join(text.split())] for name, text in texts.items()}


def gathered(given: Sequence[Path | str], piped: bytes = b"") -> Texts:
    """The texts in files and folders, named by their files as short as keeps them apart.

    ``piped`` are the bytes that "-" stands for, where it is among them. Refuses a case: its texts are
    no versions of one.
    """
    for each in given:
        if is_case(Path(each)):
            do = "Give descent one case alone, or collate one case with --statement S3"
            raise Refused("is a case, and no text", where=str(each), do=do)
    found = list(records_of([each for each in given if str(each) != STDIN]))
    if any(str(each) == STDIN for each in given):
        found += [replace(each, name=PIPED) for each in records_of(piped)]
    records = [each for each in found if isinstance(each, Record)]
    names = _short([f"{r.name} {r.part}".strip() for r in records])
    return Texts(
        {name: record.text for name, record in zip(names, records, strict=True)},
        {name: record.published for name, record in zip(names, records, strict=True) if record.published},
        tuple(each for each in found if isinstance(each, Refusal)),
    )


def _short(names: list[str]) -> list[str]:
    """File names without folder and ending; the whole, and a number, where that is needed."""
    stems = [Path(name).name.removesuffix(".txt") for name in names]
    kept = [stem if stems.count(stem) == 1 else name for stem, name in zip(stems, names, strict=True)]
    return [name if kept.index(name) == n else f"{name} ({n + 1})" for n, name in enumerate(kept)]


def of_trace(trace: Trace, records: Iterable[Record]) -> Stemma:
    """The lines of descent of a case with their evidence, and the record that they lead back to."""
    node_of = {n.record: n.id for n in trace.nodes if n.record}
    texts = set(node_of.values())
    had: set[str] = set()
    lines = [_translated(each) for each in of_translations(records, node_of)]
    for each in trace.descents:
        note = "; ".join(dict.fromkeys((e.note or e.kind.value).removesuffix(".") for e in each.evidence))
        second = each.parent in texts and each.child in had
        lines.append(Copying(each.parent, each.child, each.certainty, each.support, True, second, note))
        had |= {each.child} if each.parent in texts else set()
    touched = {n for line in lines for n in (line.child, line.parent)}
    return Stemma(tuple(n for n in trace.nodes if n.id in touched), tuple(lines), (), "redraws")


def _translated(line: Descent) -> Copying:
    note = " ".join(f"{each.kind.value} {each.note}".strip() for each in line.evidence)
    return Copying(line.parent, line.child, line.certainty, note=note)


def readings(
    label: str, trace: Trace, records: Iterable[Record], attributions: Iterable[Attribution]
) -> Texts:
    """The readings of a statement of a case ("S3"), named after their reports, in the language of most.

    Raises Refused if there is no such statement.
    """
    statement = next((s for s in trace.statements if s.label == label), None)
    if statement is None:
        raise Refused(f"there is no statement {label!r} in this case", do="`firsthand show CASE` lists them")
    held, said = {r.id: r for r in records}, {a.id: a for a in attributions}
    every = [said[a] for a in statement.attributions if a in said]
    language, _ = Counter(held[a.record].language for a in every).most_common(1)[0]
    found = [a for a in every if held[a.record].language == language]
    names = _short([held[a.record].outlet or held[a.record].name for a in found])
    texts = {n: excerpt(held[a.record].text, a.content) for n, a in zip(names, found, strict=True)}
    other = len(every) - len(found)
    note = f"{other} readings in other languages are left out: words are compared, not meanings"
    return Texts(texts, notes=(note,) if other else ())


def apparatus(collation: Collation, form: str = "text") -> str:
    """The collation written down: text, tsv or json."""
    return _form(APPARATUS_FORMS, form)(collation)


def graph(stemma: Stemma, form: str = "text") -> str:
    """The stemma written down: text, svg, graphml, dot or json."""
    return _form(STEMMA_FORMS, form)(stemma)


def _form(forms: Mapping[str, Form], name: str) -> Form:
    if name not in forms:
        raise Refused(f"there is no form called {name!r}", do=f"Choose one of {', '.join(forms)}")
    return forms[name]
