"""Which outlets a report names, links to or credits."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from firsthand.model import (
    Attribution,
    Being,
    EvidenceKind,
    Node,
    NodeKind,
    Place,
    Record,
    RecordKind,
    Source,
    Span,
)
from firsthand.text import fold_word, host, words
from firsthand.tracing.nodes import ghost
from firsthand.tracing.script import same_name, script, skeleton
from firsthand.tracing.tables import row
from firsthand.tracing.wording import folded

# Nouns that say what an outlet is and not which: alone they name none, and they may be left out.
GENERIC = frozenset(
    row(
        "agency news wire online daily weekly blog newsletter radio tv television press service edition",
        "english newspaper magazine website the media group network",
    )
)
AGENCY = re.compile(r"\b(agency|wire|wires|newswire|press association)\b", re.I)
CREDIT = re.compile(
    r"\(?(?:sources?|credit|via)\s*:|\(?(?:with |additional )?(?:reporting|material) (?:by|from)\b", re.I
)
AGENCIES = re.compile(r"\b(?:news )?agencies\b|\bwire reports\b|\bnews agency\b", re.I)


@dataclass(frozen=True, slots=True)
class Outlet:
    """One that publishes: its names, its hosts, and its reports in the case (none for a ghost)."""

    id: str
    name: str
    aliases: tuple[tuple[str, ...], ...]
    hosts: frozenset[str]
    records: tuple[str, ...]
    source: str = ""

    @property
    def node(self) -> Node:
        """What stands for a text of its that is not in the case."""
        return ghost(self.name, NodeKind.OUTLET)


@dataclass(frozen=True, slots=True)
class Citation:
    """A report points at an outlet: by name, link or credit line. ``url`` is the link's target."""

    child: str
    outlet: Outlet
    kind: EvidenceKind
    place: Place | None
    words: str
    url: str = ""
    vague: bool = False
    """The text says "agencies" and leaves open which."""


def plain(name: str) -> str:
    """An outlet's name without what stands in brackets and without a leading article."""
    bare = re.sub(r"\s*\([^)]*\)", "", name).strip() or name.strip()
    return re.sub(r"^(?:the)\s+", "", bare, flags=re.I)


def aliases(name: str) -> list[tuple[str, ...]]:
    """The ways in which a text may name an outlet, as folded words; the full name first.

    "Kerrow Evening Post" → also "evening post", "kerrow post" is not made; "Northline Agency" →
    also "northline"; "Valdane Echo" → also "the echo" (with its article: alone it is any echo).
    """
    tokens = [fold_word(w) for w in re.findall(r"[\w'’-]+", plain(name))]
    if not tokens:
        return []
    found = [tuple(tokens)]
    core = [t for t in tokens if t not in GENERIC]
    if core and core != tokens and len(core[0]) > 3:
        found.append(tuple(core))
    if len(tokens) > 2:
        found.append(tuple(tokens[-2:]))
    if len(tokens) > 1 and tokens[-1] not in GENERIC:
        found.append(("the", tokens[-1]))
    return list(dict.fromkeys(found))


def outlets(records: Iterable[Record], sources: Iterable[Source]) -> list[Outlet]:
    """Every outlet that published a report of the case or that a report names."""
    published: dict[str, list[Record]] = defaultdict(list)
    for each in records:
        if each.kind is RecordKind.REPORT and each.outlet.strip():
            published[_folded_name(each.outlet)].append(each)
    owner = {r.id: name for name, group in published.items() for r in group}
    spelled: dict[str, list[Source]] = defaultdict(list)
    strangers = []
    for source in sources:
        if source.being is Being.OUTLET:
            homes = {owner[r] for r in source.records if r in owner}
            homes |= {k for s in source.spellings if (k := _folded_name(s)) in published}
            for home in homes:
                spelled[home].append(source)
            if not homes:
                strangers.append(source)
    found = [_published(name, group, spelled[name]) for name, group in published.items()]
    return found + [_stranger(s) for s in strangers]


def _published(name: str, group: Sequence[Record], named: Sequence[Source]) -> Outlet:
    forms = aliases(group[0].outlet)
    for spelling in (s for source in named for s in source.spellings):
        tokens = tuple(fold_word(w) for w in re.findall(r"[\w'’-]+", plain(spelling)))
        if tokens and (len(tokens) > 1 or len(tokens[0]) > 4):
            forms.append(tokens)
    hosts = frozenset(h for r in group if (h := host(r.url)))
    records = tuple(r.id for r in group)
    return Outlet(
        name, group[0].outlet, tuple(dict.fromkeys(forms)), hosts, records, named[0].id if named else ""
    )


def _stranger(source: Source) -> Outlet:
    forms = [tuple(fold_word(w) for w in re.findall(r"[\w'’-]+", plain(s))) for s in source.spellings]
    return Outlet(
        source.id, source.name, tuple(f for f in dict.fromkeys(forms) if f), frozenset(), (), source.id
    )


def _forwarded(records: Sequence[Record], known: Sequence[Outlet]) -> dict[str, Outlet]:
    """By record, whom it was forwarded from: the channel with the number that a newer export gives, also
    where it goes by another name now, else that of the name. The name is looked up in no text: "Anna" could
    be anybody."""
    here = {_folded_name(o.name): o for o in known if o.records}
    of = {r: o for o in known for r in o.records}
    # A post that bears a name beside that of its channel was sent to it from another.
    own = (r for r in records if r.extra.get("from_id") and not r.byline and r.id in of)
    numbered = {r.extra["from_id"]: of[r.id] for r in own}
    told = {r.id: name for r in records if (name := " ".join(r.extra.get("forwarded_from", "").split()))}
    spelled = {_folded_name(name): name for name in sorted(told.values(), reverse=True)}
    here = {k: Outlet(f"forward {k}", n, (), frozenset(), ()) for k, n in spelled.items()} | here
    named = {record: here[_folded_name(name)] for record, name in told.items()}
    given = {r.id: r.extra.get("forwarded_from_id", "") for r in records if r.id in told}
    return named | {record: numbered[number] for record, number in given.items() if number in numbered}


def _folded_name(name: str) -> str:
    return " ".join(fold_word(w) for w in plain(name).split())


class Press:
    """All outlets of a case, ready to be looked up in texts."""

    def __init__(self, records: Sequence[Record], sources: Sequence[Source]) -> None:
        self.outlets = outlets(records, sources)
        self.of: dict[str, Outlet] = {r: o for o in self.outlets for r in o.records}
        self._forwarded = _forwarded(records, self.outlets)
        self._by_host: dict[str, list[Outlet]] = defaultdict(list)
        self._by_url: dict[str, list[str]] = defaultdict(list)
        self._by_first: dict[str, list[tuple[tuple[str, ...], Outlet]]] = defaultdict(list)
        claims: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for outlet in self.outlets:
            for each in outlet.hosts:
                self._by_host[each].append(outlet)
            for form in outlet.aliases:
                claims[form].add(outlet.id)
        for outlet in self.outlets:
            for form in outlet.aliases:
                self._by_first[form[0]].append((form, outlet))
        self._skeletons: dict[str, list[tuple[str, Outlet]]] = defaultdict(list)
        for outlet in self.outlets:
            bones = skeleton(plain(outlet.name))
            self._skeletons[bones[:2]].append((bones, outlet))
        self._scripts = {script(o.name) for o in self.outlets}
        self._shared = {form for form, owners in claims.items() if len(owners) > 1}
        for record in records:
            if record.url:
                self._by_url[_address(record.url)].append(record.id)
        self.agencies = [o for o in self.outlets if AGENCY.search(o.name)]
        self._named_by: dict[str, list[Outlet]] = defaultdict(list)
        self._meaning: dict[str, Outlet] = {}
        by_source = {o.source: o for o in self.outlets if o.source}
        for source in sources:
            if source.id in by_source:
                for each in source.attributions:
                    self._named_by[each].append(by_source[source.id])

    def credited(self, attribution: str, record: str) -> list[Outlet]:
        """The outlets among the hands of an attribution: those of the case where they may be meant."""
        own = self.of.get(record)
        return [self._meant(o, own) for o in self._named_by.get(attribution, ())]

    def editions(self, url: str) -> list[str]:
        """The records of the case that stand at an address."""
        return self._by_url.get(_address(url), [])

    def ghosts(self) -> list[Node]:
        """A node for every outlet: an earlier, unseen report of one in the case is a ghost too."""
        return [o.node for o in (*self.outlets, *self._forwarded.values())]

    def forwarded(self, record: str) -> Outlet | None:
        """The channel or person that a message was forwarded from: one of the case where it has the name."""
        return self._forwarded.get(record)

    def citations(self, record: Record, attributions: Iterable[Attribution]) -> list[Citation]:
        """Everything in ``record`` that points at an outlet other than its own, in text order."""
        own = self.of.get(record.id)
        found = [*self._links(record), *self._credits(record), *self._hands(record, attributions)]
        found += self._names(record, record.text)
        found += self._foreign_names(record)
        return [c for c in found if c.vague or own is None or c.outlet.id != own.id]

    def _links(self, record: Record) -> list[Citation]:
        found = []
        for link in record.links:
            for outlet in self._by_host.get(host(link.url), [])[:1]:
                place = Place(record.id, (link.span,))
                found.append(Citation(record.id, outlet, EvidenceKind.LINK, place, link.url, link.url))
        return found

    def _credits(self, record: Record) -> list[Citation]:
        found = [
            Citation(record.id, outlet, EvidenceKind.CREDIT, None, record.byline)
            for _, outlet in self._scan(record.byline)
        ]
        if AGENCIES.search(record.byline):
            found += [
                Citation(record.id, o, EvidenceKind.CREDIT, None, record.byline, "", True)
                for o in self.agencies
            ]
        for m in AGENCIES.finditer(record.text):
            place = Place(record.id, (Span(m.start(), m.end()),))
            found += [
                Citation(record.id, o, EvidenceKind.NAMED, place, m.group(), "", True) for o in self.agencies
            ]
        return found

    def _hands(self, record: Record, attributions: Iterable[Attribution]) -> list[Citation]:
        found = []
        for each in attributions:
            for outlet in self.credited(each.id, record.id):
                place = Place(record.id, each.content)
                found.append(Citation(record.id, outlet, EvidenceKind.NAMED, place, outlet.name))
        return found

    def _meant(self, named: Outlet, own: Outlet | None) -> Outlet:
        """A stranger whose whole name is part of an outlet's here is that outlet: its own paper first."""
        if named.records:
            return named
        if own and any(set(form) <= set(own.aliases[0]) for form in named.aliases):
            return own
        if named.id not in self._meaning:
            fitting = {o.id: o for o in self._fitting(named)}
            self._meaning[named.id] = next(iter(fitting.values())) if len(fitting) == 1 else named
        return self._meaning[named.id]

    def _fitting(self, named: Outlet) -> Iterator[Outlet]:
        words_of = [set(form) for form in named.aliases]
        yield from (o for o in self.outlets if o.records and any(w <= set(o.aliases[0]) for w in words_of))
        bones = skeleton(plain(named.name))
        yield from (o for s, o in self._skeletons[bones[:2]] if o.records and same_name(bones, s))

    def _names(self, record: Record, text: str) -> list[Citation]:
        own = self.of.get(record.id)
        found = []
        credit = _credit_line(text)
        for span, outlet in self._scan(text, own.id if own else ""):
            dateline = span.start < 60 and text[max(0, span.start - 1) : span.start] == "("
            kind = EvidenceKind.CREDIT if span.start >= credit or dateline else EvidenceKind.NAMED
            found.append(
                Citation(record.id, outlet, kind, Place(record.id, (span,)), text[span.start : span.end])
            )
        return found

    def _foreign_names(self, record: Record) -> list[Citation]:
        """Outlets that the text writes in another script than they do themselves."""
        here = script(record.text)
        if not self._scripts - {here}:
            return []
        text, places = record.text, words(record.text)
        found = []
        for at, first in enumerate(places):
            if text[first.start].islower() or not text[first.start].isalpha():
                continue
            for last in places[at : at + 3]:
                if text[last.start].islower():
                    break  # "Starhold in October" is no name
                name = text[first.start : last.end]
                bones = skeleton(name) if len(name) < 60 and "\n" not in name else ""
                for theirs, outlet in self._skeletons.get(bones[:2], ()):
                    if script(outlet.name) != here and same_name(bones, theirs):
                        place = Place(record.id, (Span(first.start, last.end),))
                        found.append(Citation(record.id, outlet, EvidenceKind.NAMED, place, name))
        return found

    def _scan(self, text: str, own: str = "") -> list[tuple[Span, Outlet]]:
        """Where outlets are named. A form that several outlets share names none, or the report's own."""
        places = words(text)
        run = [folded(text[s.start : s.end]).removesuffix("'s") for s in places]
        found = []
        at = 0
        while at < len(places):
            best: tuple[int, Outlet] | None = None
            for form, outlet in self._by_first.get(run[at], ()):
                end = at + len(form)
                if tuple(run[at:end]) != form or (best and len(form) <= best[0]):
                    continue
                if form in self._shared and outlet.id != own:
                    continue
                if _is_name(text, places[at:end]) and (form == outlet.aliases[0] or _ends(text, places, end)):
                    best = len(form), outlet
            if best:
                found.append((Span(places[at].start, places[at + best[0] - 1].end), best[1]))
                at += best[0]
            else:
                at += 1
        return found


def _is_name(text: str, places: Sequence[Span]) -> bool:
    """Whether the last word is written as a name: "the Echo", not "the echo"."""
    last = text[places[-1].start]
    return last.isupper() or not last.isalpha() or last.lower() == last.upper()


def _ends(text: str, places: Sequence[Span], end: int) -> bool:
    """Whether no longer name goes on after a short form: "the Sound Coastguard" is no "the Sound"."""
    if end >= len(places):
        return True
    after = places[end].start
    return text[places[end - 1].end : after] != " " or not text[after].isupper()


def _credit_line(text: str) -> int:
    """Where a closing line begins that is no sentence ("Source: Mail"); past the end where there is none."""
    start = text.rstrip().rfind("\n") + 1
    line = text[start:].strip()
    if start and len(line) < 90 and (line[-1:] not in '.!?”"' or CREDIT.match(line)):
        return start
    return len(text) + 1


def _address(url: str) -> str:
    return url.split("#")[0].rstrip("/").removeprefix("https://").removeprefix("http://").removeprefix("www.")
