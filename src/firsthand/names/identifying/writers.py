"""Who is said to have written the record: in so many words, or by being quoted with its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from firsthand.languages import load
from firsthand.model import Attribution, Match, MatchKind, Place, Record, RecordKind, Role, Span
from firsthand.names.identifying.cast import Cast, Standing, sentence
from firsthand.names.identifying.tables import Writing, writing
from firsthand.names.placing import place
from firsthand.text import excerpt

REACH = 60  # characters between a phrase and the name
QUOTED = frozenset(
    {MatchKind.VERBATIM, MatchKind.PARTIAL, MatchKind.ALTERED, MatchKind.FUSED, MatchKind.TRANSLATION}
)


@dataclass(frozen=True, slots=True)
class Claim:
    """That somebody wrote a record (``so``) or did not, as a report has it; ``by`` is who says so there.

    ``quoted``: nothing is claimed in words, but the report gives words of the record as this person's.
    """

    source: str
    record: str
    at: Place
    so: bool = True
    by: str = ""
    quoted: bool = False


def claims(
    records: Sequence[Record], attributions: Sequence[Attribution], matches: Sequence[Match], cast: Cast
) -> Iterator[Claim]:
    """All claims on who wrote a primary record of the case, in the order of the records."""
    primary = [r for r in records if r.kind is RecordKind.PRIMARY]
    if not primary:
        return
    by_record = _by_record(attributions)
    if len(primary) == 1:  # with several, words alone do not say which is meant
        for record in records:
            if record.kind is RecordKind.REPORT:
                yield from _in_words(record, primary[0].id, by_record.get(record.id, ()), cast)
    yield from _by_quoting(records, attributions, matches, cast)


def _in_words(record: Record, primary: str, said: Sequence[Attribution], cast: Cast) -> Iterator[Claim]:
    phrases = writing(record.language)
    if phrases is None:
        return
    for pattern, behind in (phrases.before, False), (phrases.behind, True):
        for cue in pattern.finditer(record.text):
            low, high = sentence(record.text, cue.start(), cue.end())
            if not phrases.record.search(record.text, low, high):
                continue
            if named := _named(record, cast, (cue.start(), cue.end()), (low, high), behind):
                start, end = min(cue.start(), named.at), max(cue.end(), named.end)
                so = not _denied(record, low, start, end)
                at, by = place(record, Span(low, high)), _by(said, start, record)
                yield Claim(named.source, primary, at, so, by)
                meant = None if so else _instead(record, cast, named.end, high, phrases)
                if meant and meant.source != named.source:
                    yield Claim(meant.source, primary, at, True, by)


def _named(
    record: Record, cast: Cast, cue: tuple[int, int], within: tuple[int, int], behind: bool
) -> Standing | None:
    """The nearest person before the phrase, or behind it; nobody where another phrase lies between."""
    if behind:
        found = cast.within(record.id, max(within[0], cue[0] - REACH), cue[0])
        return found[-1] if found and found[-1].end <= cue[0] + 2 else None
    found = cast.within(record.id, cue[1], min(within[1], cue[1] + REACH))
    return found[0] if found else None


def _instead(record: Record, cast: Cast, start: int, high: int, phrases: Writing) -> Standing | None:
    """Who is meant, where it is said who is not: the next person behind "but"."""
    found = cast.within(record.id, start, min(high, start + REACH))
    led = bool(found) and phrases.instead.search(record.text, start, found[0].at)
    return found[0] if led else None


def _denied(record: Record, low: int, start: int, end: int) -> bool:
    """Whether a word of denying stands at the phrase: between it and the name, or just before."""
    before = record.text[max(low, start - 24) : start].split()[-3:]
    told = [*before, *record.text[start:end].split()]
    negations = load(record.language).entries("negations")
    return any(word.strip(",.;:«»“”\"'").casefold() in negations for word in told)


def _by(said: Sequence[Attribution], at: int, record: Record) -> str:
    """Who says it in the report: the source of the attribution that it stands in; else the report itself."""
    for each in said:
        if any(span.start <= at < span.end for span in each.content):
            return each.name or (excerpt(record.text, [each.source]) if each.source else "")
    return ""


def _by_quoting(
    records: Sequence[Record], attributions: Sequence[Attribution], matches: Sequence[Match], cast: Cast
) -> Iterator[Claim]:
    kinds = {r.id: r for r in records}
    said = {a.id: a for a in attributions}
    seen: set[tuple[str, str, str]] = set()
    for match in matches:
        there, each = kinds.get(match.b.record), said.get(match.a_attribution)
        if there is None or each is None or match.b_attribution or match.kind not in QUOTED:
            continue
        primary = there.id if there.kind is RecordKind.PRIMARY else there.of
        for hop in each.hands:
            if hop.role is Role.AUTHOR and hop.who and primary in kinds:
                for standing in cast.within(each.record, hop.who.start, hop.who.start + 1):
                    if (standing.source, each.record, primary) not in seen:
                        seen.add((standing.source, each.record, primary))
                        yield Claim(standing.source, primary, match.a, quoted=True)


def _by_record(attributions: Iterable[Attribution]) -> Mapping[str, list[Attribution]]:
    found: dict[str, list[Attribution]] = {}
    for each in attributions:
        found.setdefault(each.record, []).append(each)
    return found
