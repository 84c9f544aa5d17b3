"""What a public edition leaves out: whole records, lines, words, pictures and parts of them.

What is stated of a record holds for what was made from it (its pages, transcriptions, translations, the
files in it) unless something else is stated of that. Where nobody has said where on a page a withheld line
stands, the picture of the page is withheld; and so is a picture on which no line stands: it may show a face.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from firsthand.errors import Refused
from firsthand.model import Private, PrivateRegion, Record, RecordKind, Region, answers
from firsthand.publishing.wording import Hit, Wording

TOUCHED = 0.25  # of the smaller of two boxes: neighbouring lines of a page overlap by less
Numbered = tuple[str, int]  # a record and the number of a line of it
Leaf = tuple[str, int]  # a record and the number of a page of its file


@dataclass(frozen=True, slots=True)
class Withholding:
    """``whole`` records, ``lines`` and ``hits`` (words, by record) are left out; of pictures, those on
    ``pages`` altogether, and in others what is ``black``."""

    whole: frozenset[str] = frozenset()
    lines: frozenset[Numbered] = frozenset()
    hits: Mapping[str, Sequence[Hit]] = field(default_factory=dict)
    pages: frozenset[Leaf] = frozenset()
    black: Mapping[Leaf, Sequence[Region]] = field(default_factory=dict)


def withholding(records: Sequence[Record], wording: Wording, leaves: Iterable[Leaf]) -> Withholding:
    """What is to be left out of these records, and of pictures of the pages ``leaves``.

    Refused where a record has no line that ``withhold`` names, or no such page or place in its picture as
    ``regions``: somebody meant another.
    """
    by_id = {record.id: record for record in records}
    own = [record for record in records if record.kind is not RecordKind.REPORT]
    whole = _Whole(records).found()
    hits = {r.id: wording.hits(r.text, r.language) for r in records}
    named = {(r.id, n) for r in own for n in _numbers(r, hits[r.id])}
    stated = {(r.id, n) for r in records for n in _withheld(r)}
    beside = _beside(own)
    lines = stated | _with_others(stated, beside) | _with_others(named, beside) - named
    black = _black(records, lines | named)
    lines |= _with_others(set(_touched(own, black)) - named, beside) - named
    placed = {(r.id, line.number) for r in own for line in r.lines if line.region}
    loose = {each for each in lines | named if placed.isdisjoint({each, *beside.get(each, ())})}
    unseen = {root(by_id, record) for record, _ in loose}
    whole |= _blind(own, by_id, black, {root(by_id, record) for record, _ in lines | named})
    standing = {line.region.page for r in own for line in r.lines if line.region}
    candidates = {*leaves, *((r.id, 0) for r in own if r.kind is RecordKind.PAGE)}
    pages = frozenset(each for each in candidates if _unshown(by_id, each, whole, unseen, standing))
    return Withholding(whole, frozenset(lines), {k: v for k, v in hits.items() if v}, pages, black)


def _says(record: Record) -> bool:
    """Whether it is stated of a record if it may be published."""
    return record.handling is not None and bool(record.handling.publish or record.handling.relation)


class _Whole:
    """Which records are withheld altogether, by what is stated of them or of what they were made from."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._records = {record.id: record for record in records}
        self._named = {record.name: record for record in records}
        self._received: defaultdict[str, list[Record]] = defaultdict(list)
        for record in filter(_says, records):
            self._received[record.object].append(record)
        self._known: dict[str, bool] = {}

    def found(self) -> frozenset[str]:
        return frozenset(record.id for record in self._records.values() if self._is(record))

    def _is(self, record: Record) -> bool:
        if record.id not in self._known:
            self._known[record.id] = False  # records that are made from one another in a circle
            self._known[record.id] = self._told(record)
        return self._known[record.id]

    def _told(self, record: Record) -> bool:
        if record.handling and _says(record):
            personal = record.kind.personal
            return record.handling.publish != "yes" if personal else record.handling.withheld
        return record.kind.personal or any(self._is(each) for each in self._made_from(record))

    def _made_from(self, record: Record) -> Iterable[Record]:
        """The original of a record, the files it lies in or was read from, and the pages it stands on."""
        pages = {line.region.page for line in record.lines if line.region}
        outer = self._named.get(record.name.rpartition("/")[0])
        originals = (self._records.get(each) for each in (record.of, *pages) if each != record.id)
        found = [each for each in originals if each and (each.id == record.of or _says(each))]
        return [*found, *self._received[record.object], *([outer] if outer else [])]


def _beside(records: Sequence[Record]) -> dict[Numbered, frozenset[Numbered]]:
    """For each line the lines that say the same in its original and in what else was made from that."""
    made: defaultdict[Numbered, set[Numbered]] = defaultdict(set)
    known = {record.id for record in records}
    for record in (r for r in records if r.original in known and r.kind is not RecordKind.PAGE):
        for line in record.lines:
            for number in answers(line):
                made[record.original, number].add((record.id, line.number))
    found: defaultdict[Numbered, set[Numbered]] = defaultdict(set)
    for original, others in made.items():
        for each in (original, *others):
            found[each] |= {original, *others}
    return {each: frozenset(others) for each, others in found.items()}


def _with_others(lines: Iterable[Numbered], beside: Mapping[Numbered, frozenset[Numbered]]) -> set[Numbered]:
    given = set(lines)
    return given.union(*(beside.get(each, ()) for each in given))


def _numbers(record: Record, hits: Sequence[Hit]) -> list[int]:
    """The lines in which words are withheld."""
    return [
        line.number
        for line in record.lines
        if any(h.span.start < line.span.end and line.span.start < h.span.end for h in hits)
    ]


def _withheld(record: Record) -> tuple[int, ...]:
    stated = record.handling.withhold if record.handling else ()
    absent = sorted(set(stated) - {line.number for line in record.lines})
    if absent:
        raise Refused(
            f"has no line {absent[0]}, which case.toml withholds",
            where=record.name,
            do="Mend withhold = [...] under this record, then trace the case again",
        )
    return stated


def _black(records: Sequence[Record], lines: Iterable[Numbered]) -> dict[Leaf, list[Region]]:
    """By page, the parts that are stated, and where withheld lines stand."""
    found: defaultdict[Leaf, list[Region]] = defaultdict(list)
    wanted = set(lines)
    for record in records:
        for each in record.handling.regions if record.handling else ():
            leaf = _leaf(record, each)
            found[record.id, leaf].append(Region(record.id, each.x, each.y, each.width, each.height, leaf))
        for line in record.lines:
            if line.region and (record.id, line.number) in wanted:
                found[line.region.page, line.region.leaf].append(line.region)
    for page in {r.id for r in records if "pages" in r.extra}.intersection(page for page, _ in found):
        # The picture of a file of several pages, where none is asked for by its number, is that of its first.
        found[page, 0] = found[page, 1] = [*found[page, 0], *found[page, 1]]
    return {leaf: regions for leaf, regions in found.items() if regions}


def _leaf(record: Record, region: PrivateRegion) -> int:
    """The page of its file that a region is on, 0 for the only one."""
    several, size = "pages" in record.extra, [record.extra.get(side, "") for side in ("width", "height")]
    wrong = ""
    if not several and record.kind is not RecordKind.PAGE:
        wrong = "is no picture, and case.toml withholds a part of one"
    elif several and not region.leaf:
        wrong = "has several pages, and case.toml does not say on which of them a part is withheld (page = 2)"
    elif region.leaf > int(record.extra.get("pages", 1)):
        wrong = f"has no page {region.leaf}, on which case.toml withholds a part"
    elif any(
        side.isdecimal() and at >= int(side) for at, side in zip((region.x, region.y), size, strict=True)
    ):
        wrong = f"ends before the part {region.x}, {region.y} that case.toml withholds"
    if wrong:
        raise Refused(wrong, where=record.name, do="Mend regions = [...] under this record, then trace again")
    return region.leaf if several else 0


def _blind(
    records: Sequence[Record],
    by_id: Mapping[str, Record],
    black: Mapping[Leaf, Sequence[Region]],
    roots: set[str],
) -> frozenset[str]:
    """The transcriptions of a page of which a part is withheld, where nobody knows which line that is."""
    pages = {page for page, _ in black}
    return frozenset(
        record.id
        for record in records
        if record.kind is RecordKind.TRANSCRIPTION and record.of in by_id
        if by_id[record.of].kind is RecordKind.PAGE
        if (record.of in pages or root(by_id, record.of) in roots)
        if not (record.handling and record.handling.publish == "yes")
        if not record.lines or any(line.region is None for line in record.lines)
    )


def _touched(records: Sequence[Record], black: Mapping[Leaf, Sequence[Region]]) -> Iterable[Numbered]:
    """The lines that stand where a picture is black."""
    for record in records:
        for line in record.lines:
            here = line.region
            if here and any(_overlap(here, each) for each in black.get((here.page, here.leaf), ())):
                yield record.id, line.number


def _overlap(a: Region, b: Region) -> bool:
    width = min(a.x + a.width, b.x + b.width) - max(a.x, b.x)
    height = min(a.y + a.height, b.y + b.height) - max(a.y, b.y)
    least = min(a.width * a.height, b.width * b.height)
    return width > 0 and height > 0 and width * height >= TOUCHED * least


def root(by_id: Mapping[str, Record], record: str) -> str:
    """The original of a page, transcription or translation; the record itself where it is none."""
    seen = {record}
    while (of := by_id[record].original) in by_id and of not in seen:
        seen.add(of)
        record = of
    return record


def _unshown(
    by_id: Mapping[str, Record], leaf: Leaf, whole: frozenset[str], unseen: set[str], standing: set[str]
) -> bool:
    """Whether the picture of a page is withheld altogether."""
    page = by_id.get(leaf[0])
    if page is None or page.id in whole:
        return True
    if page.handling and page.handling.publish == "yes":
        return False
    original = root(by_id, page.id)
    paper = by_id[original].kind is RecordKind.PAPER  # it bears a photograph
    return page.id not in standing or original in unseen or paper


def what_is(record: Record) -> Private:
    """What the mark calls a record that is withheld whole."""
    return Private.PAPER if record.kind is RecordKind.PAPER else Private.RECORD
