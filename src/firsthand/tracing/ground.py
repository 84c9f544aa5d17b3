"""Everything that lines of descent are judged on, looked up once for a case."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.boilerplate import without_boilerplate
from firsthand.model import Attribution, Being, Kind, Match, MatchKind, Record, RecordKind, Role, Source
from firsthand.text import fold_word
from firsthand.tracing import clock
from firsthand.tracing.citing import Outlet, Press
from firsthand.tracing.editions import editions, report_of
from firsthand.tracing.nodes import OURSELVES, anonymous, named
from firsthand.tracing.wording import Echo, Unit, Wording, names_in

# Two reports further apart than this need more in common before they count as one matter.
DISTANT_DAYS = 60
# For so many sentences without a source of their own, the last source named is taken to go on.
CARRIES = 1
PLACED = re.compile(r"\b(?:in|of|at|near|from|to|through|across)\s+(?:the\s+)?$", re.I)
ARTICLES = frozenset({"the", "a", "an"})


@dataclass(frozen=True, slots=True)
class Voice:
    """Who is behind a sentence: the id of a named source, "" where nobody with a name is.

    ``told_to_us`` is true where the text says that the source spoke to this very outlet, ``anybody``
    where it is left open who it is ("a resident"), ``paper`` where it is a document.
    """

    who: str
    name: str
    told_to_us: bool = False
    anybody: bool = False
    paper: bool = False


NOBODY = Voice("", "")


def _only_a_place(text: str, name: str) -> bool:
    """Whether a text has a name, and never otherwise than as where something is."""
    found = [m.start() for m in re.finditer(re.escape(name), text)] if name else []
    return bool(found) and all(PLACED.search(text[max(0, at - 20) : at]) for at in found)


class Ground:
    """Records, wording, outlets and voices of one case."""

    def __init__(
        self,
        records: Sequence[Record],
        attributions: Sequence[Attribution],
        sources: Sequence[Source],
        matches: Sequence[Match] = (),
    ) -> None:
        kinds = (RecordKind.REPORT, RecordKind.PRIMARY, RecordKind.TRANSLATION)
        self.records = {r.id: r for r in records if r.kind in kinds and r.text.strip()}
        self.reports = [r for r in self.records.values() if r.kind is RecordKind.REPORT]
        self.papers = [r for r in self.records.values() if r.kind is not RecordKind.REPORT]
        plain = without_boilerplate(self.records.values())[0]
        self.wording = Wording(plain, lambda i: clock.rank(self.records[i]))
        self.press = Press(list(self.records.values()), sources)
        self.names = {r.id: names_in(r.text) for r in plain}
        self.attributions: dict[str, list[Attribution]] = defaultdict(list)
        for each in sorted(attributions, key=lambda a: a.content[0] if a.content else (0, 0)):
            self.attributions[each.record].append(each)
        self.source_of: dict[str, Source] = {}
        speaking = (Being.PERSON, Being.BODY, Being.DOCUMENT)
        for source in sources:
            for spoken in source.attributions:
                if source.being in speaking:
                    self.source_of.setdefault(spoken, source)
        self.known = {a.id: a for a in attributions}
        self._said = self._sayings()
        self.editions = editions(self.reports)
        self._report_of = report_of(self.editions)
        self._echoes: dict[str, dict[str, list[Echo]]] = {}
        self._matched = self._match_echoes(matches)
        self._say_the_same = {frozenset((m.a.record, m.b.record)) for m in matches if m.b_attribution}

    def _sayings(self) -> dict[str, list[tuple[int, int, Voice]]]:
        said: dict[str, list[tuple[int, int, Voice]]] = defaultdict(list)
        for record, spoken in self.attributions.items():
            for each in spoken:
                if each.kind is Kind.OWN:
                    continue
                voice = self.voice(each)
                said[record] += [(s.start, s.end, voice) for s in each.content]
            said[record].sort(key=lambda x: (x[0], x[1]))
        return said

    def voice(self, attribution: Attribution) -> Voice:
        """Who is behind an attribution, if it is somebody with a name."""
        own = self.press.of.get(attribution.record)
        us = {fold_word(w) for w in own.name.split()} - ARTICLES | OURSELVES if own else OURSELVES
        heard = any(
            h.role is Role.ADDRESSEE and us & {fold_word(w) for w in h.name.split()}
            for h in attribution.hands
        ) or any(
            h.name and set(map(fold_word, h.name.split())) <= us and h.being is not Being.PERSON
            for h in attribution.hands[1:]
        )
        source = self.source_of.get(attribution.id)
        if self.no_voice(attribution, source.name if source else attribution.name):
            return Voice("", attribution.name, heard)
        paper = any(h.being is Being.DOCUMENT for h in attribution.hands[:1])
        if source is not None and named(source.name) and not self._is_the_record(source):
            return Voice(source.id, source.name, heard, paper=paper)
        if source is None and (parts := named(attribution.name)):
            return Voice(" ".join(parts), attribution.name, heard, paper=paper)
        return Voice("", attribution.name, heard, anonymous(attribution), paper)

    def no_voice(self, said: Attribution, name: str) -> bool:
        """Whether a name is the report's own outlet, or a place that "the firm" was taken for."""
        parts = named(name)
        own = self.press.of.get(said.record)
        if own and parts and set(parts) <= {fold_word(w) for w in own.name.split()}:
            return True
        text = self.records[said.record].text if said.record in self.records else ""
        stated = said.source is None or name in text[said.source.start : said.source.end]
        return not stated and _only_a_place(text, name)

    def _is_the_record(self, source: Source) -> bool:
        """A document is no common source of wording where the record itself is here to be compared."""
        return source.being is Being.DOCUMENT and any(r.kind is RecordKind.PRIMARY for r in self.papers)

    def voices(self, unit: Unit) -> list[Voice]:
        """The voices of a sentence; none where the report speaks in its own."""
        said = self._said.get(unit.record, [])
        at = bisect_left(said, (unit.span.start - 2000, 0), key=lambda x: (x[0], x[1]))
        found = []
        for start, end, voice in said[at:]:
            if start >= unit.span.end:
                break
            if end > unit.span.start:
                found.append(voice)
        return found

    def speaking(self, unit: Unit) -> list[Voice]:
        """The named voices of a sentence, or those of the last one before it that had any.

        A report that has named its source goes on in its own voice for some sentences.
        """
        listed = self.wording.units[unit.record]
        at = bisect_left(listed, unit.span, key=lambda u: u.span)
        for each in reversed(listed[max(0, at - CARRIES) : at + 1]):
            found = self.voices(each)
            if found:
                return [v for v in found if v.who]
        return []

    def carried(self, attribution: Attribution) -> list[Voice]:
        """The named voice that the text was giving when it came to an attribution."""
        unit = self._unit_at(attribution.record, attribution.content)
        return self.speaking(unit) if unit else []

    def attribution(self, key: str) -> Attribution | None:
        """The attribution with this id, if it is in the case."""
        return self.known.get(key)

    def follows_paper(self, said: Attribution) -> bool:
        """Whether the sentence before one is attributed to a document: a memorandum, a letter."""
        unit = self._unit_at(said.record, said.content)
        listed = self.wording.units.get(said.record, [])
        at = bisect_left(listed, unit.span, key=lambda u: u.span) if unit else 0
        return at > 0 and any(v.paper for v in self.voices(listed[at - 1]))

    def goes_on(self, said: Attribution) -> bool:
        """Whether an own-voice sentence goes on with the source of the one before, named or a document."""
        return bool(self.carried(said)) or self.follows_paper(said)

    def report(self, record: str) -> str:
        """What stands for the report that a record is, or is an edition of: one record's id."""
        return self._report_of.get(record, record)

    def one_report(self, a: str, b: str) -> bool:
        """Whether two records are editions of one report, or it was received twice."""
        return self.report(a) == self.report(b)

    def say_the_same(self, a: str, b: str) -> bool:
        """Whether some attribution of each was matched with one of the other."""
        return frozenset((a, b)) in self._say_the_same

    def _match_echoes(self, matches: Sequence[Match]) -> dict[str, dict[str, list[Echo]]]:
        found: dict[str, dict[str, list[Echo]]] = defaultdict(lambda: defaultdict(list))
        for match in matches:
            ours, theirs = (
                self._unit_at(match.a.record, match.a.spans),
                self._unit_at(match.b.record, match.b.spans),
            )
            if ours is None or theirs is None or ours.record == theirs.record or self._two_people(match):
                continue
            if match.kind is MatchKind.TRANSLATION:
                continue  # nothing of the wording is left that could show copying
            for unit, other in ((ours, theirs), (theirs, ours)):
                weight = self.wording.mass(unit.keys & other.keys) or 0.5
                found[unit.record][other.record].append(
                    Echo(unit, other, max(match.likeness, 0.35), weight, 0, 0)
                )
        return found

    def elsewhere(self, said: Attribution) -> Outlet | None:
        """The outlet that a statement is credited to, if none of its reports is in the case."""
        if not said.hands or said.hands[0].being is not Being.OUTLET or said.hands[0].role is Role.ADDRESSEE:
            return None
        found = self.press.credited(said.id, said.record)
        return found[0] if found and not any(o.records for o in found) else None

    def credited_elsewhere(self, unit: Unit) -> bool:
        """Whether a sentence is given as that of an outlet that is not in the case, or forwarded from one."""
        origin = self.press.forwarded(unit.record)
        return (origin is not None and not origin.records) or any(
            s.start < unit.span.end and unit.span.start < s.end
            for said in self.attributions.get(unit.record, ())
            if said.kind is not Kind.OWN and self.elsewhere(said) is not None
            for s in said.content
        )

    def _two_people(self, match: Match) -> bool:
        """Whether two who differ say much the same in words of their own: no sign that one was copied."""
        said = [self.known.get(i) for i in (match.a_attribution, match.b_attribution)]
        if match.kind is not MatchKind.PARAPHRASE or None in said:
            return False
        one, two = (self.voice(a).who for a in said if a is not None)
        return bool(one and two and one != two)

    def _unit_at(self, record: str, spans: Sequence[tuple[int, int]]) -> Unit | None:
        listed = self.wording.units.get(record, [])
        if not listed or not spans:
            return None
        at = bisect_left(listed, spans[0][0] + 1, key=lambda u: u.span.start) - 1
        return listed[max(at, 0)]

    def echoes(self, record: str) -> dict[str, list[Echo]]:
        """What ``record`` shares with each other record: by sentences, and by matched statements."""
        if record not in self._echoes:
            found = self.wording.echoes(record)
            for other, extra in self._matched.get(record, {}).items():
                best = {e.unit: e for e in sorted(extra, key=lambda e: e.share * e.weight)}
                best |= {e.unit: e for e in found.get(other, ())}
                found[other] = list(best.values())
            self._echoes[record] = found
        return self._echoes[record]

    def notes(self) -> list[str]:
        """What was passed over, in sentences."""
        undated = [r.name for r in self.reports if clock.stretch(r.published) is None]
        if not undated:
            return []
        some = ", ".join(undated[:5]) + (" …" if len(undated) > 5 else "")
        return [f"No date can be read, so time says nothing about {len(undated)} of the reports: {some}."]

    def may_follow(self, child: str, parent: str) -> bool:
        """Whether time allows ``child`` to have been made from ``parent``."""
        return child != parent and not clock.certainly_later(self.records[parent], self.records[child])

    def near_in_time(self, a: str, b: str) -> bool:
        """Whether two records are not known to lie far apart in time."""
        days = clock.days_between(self.records[a], self.records[b])
        return days is None or abs(days) <= DISTANT_DAYS

    def same_matter(self, a: str, b: str) -> bool:
        """Whether two records can be about one matter: shared names, more of them over a long time.

        Across languages names cannot be compared letter by letter, so nothing is ruled out.
        """
        ours, theirs = self.records[a], self.records[b]
        if ours.language != theirs.language or RecordKind.REPORT not in (ours.kind, theirs.kind):
            return True
        if ours.kind is not theirs.kind:
            return True
        shared = len(self.names[a] & self.names[b])
        if not self.near_in_time(a, b):
            return shared >= max(3, 0.3 * min(len(self.names[a]), len(self.names[b])))
        return shared >= 1
