"""What a step did to the wording: a reading compared with the text that it was taken from.

Rules on the alignment and on who is named. They say little and are meant to be right when they do:
a step in another language, or with too little in common, is passed over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from firsthand.model import (
    Attribution,
    Descent,
    Drift,
    DriftKind,
    Kind,
    MatchKind,
    Op,
    Place,
    Reading,
    Record,
    Source,
    Span,
    Stance,
    Statement,
)
from firsthand.text import excerpt, fold_word, words
from firsthand.tracing.strength import NEGATIONS, STEPS
from firsthand.tracing.wording import NUMBERS

# Part of a quotation that goes missing is told from so many words on.
CUT = 5
# Two spellings of one name: so much of their letters agree in order.
SPELLING = 0.7


@dataclass(frozen=True, slots=True)
class Step:
    """One reading and what it was taken from, with their texts."""

    reading: Reading
    here: Attribution
    there: Attribution | None
    text: str
    upstream: str

    def drift(self, kind: DriftKind, note: str) -> Drift:
        """A finding at the places of this step."""
        spans = tuple(self.here.content)
        place = Place(self.here.record, spans)
        return Drift(kind, self.reading.statement, self.here.id, self.reading.upstream, place, note)


def drifts(
    records: Mapping[str, Record],
    attributions: Mapping[str, Attribution],
    sources: Mapping[str, Source],
    readings: Iterable[Reading],
) -> list[Drift]:
    """What each step with a known upstream did, in the order of the readings.

    ``sources`` gives the source behind an attribution's id, where one was suggested.
    """
    found: list[Drift] = []
    for reading in readings:
        if reading.upstream is None or reading.upstream.record not in records:
            continue
        here = attributions[reading.attribution]
        step = Step(
            reading,
            here,
            attributions.get(reading.upstream_attribution),
            records[here.record].text,
            records[reading.upstream.record].text,
        )
        found += _speaker(step, sources)
        if reading.kind is not MatchKind.TRANSLATION:
            found += [
                d for rule in (_numbers, _names, _doubt, _sense, _force, _joined, _cut) for d in rule(step)
            ]
    return _once(found)


def _numbers(step: Step) -> Iterator[Drift]:
    for edit in step.reading.edits:
        if edit.op is not Op.CHANGED:
            continue
        before, after = _figures(step.upstream, edit.a), _figures(step.text, edit.b)
        if before and after and before != after:
            note = f"“{_at(step.upstream, edit.a)}” becomes “{_at(step.text, edit.b)}”."
            yield step.drift(DriftKind.NUMBER, note)
            return


def _figures(text: str, span: Span) -> set[str]:
    folded = (fold_word(text[s.start : s.end]) for s in words(text, span))
    return {
        NUMBERS.get(w, w.replace(",", "").replace(":", "."))
        for w in folded
        if w in NUMBERS or w[:1].isdigit()
    }


def _names(step: Step) -> Iterator[Drift]:
    pairs = [(_at(step.upstream, e.a), _at(step.text, e.b)) for e in step.reading.edits if e.op is Op.CHANGED]
    if step.there is not None:
        pairs.append((step.there.name, step.here.name))
    for before, after in pairs:
        other = _other_spelling(before, after)
        if other is not None:
            yield step.drift(DriftKind.NAME, f"“{other[0]}” becomes “{other[1]}”.")
            return


def _other_spelling(before: str, after: str) -> tuple[str, str] | None:
    ours, theirs = _capitals(before), _capitals(after)
    known = {fold_word(w) for w in ours}
    for new in theirs:
        if fold_word(new) in known or len(new) < 4:
            continue
        for old in ours:
            alike = SequenceMatcher(None, fold_word(old), fold_word(new), autojunk=False).ratio()
            if len(old) >= 4 and SPELLING <= alike < 1 and old not in theirs:
                return old, new
    return None


def _capitals(text: str) -> list[str]:
    bare = (w.strip(".,;:!?“”\"'’()").removesuffix("'s").removesuffix("’s") for w in text.split())
    return [w for w in bare if w[:1].isupper()]


def _speaker(step: Step, sources: Mapping[str, Source]) -> Iterator[Drift]:
    if step.there is None or not step.there.name or step.there.kind is Kind.OWN:
        return
    before, after = step.there.name, step.here.name
    if not after:
        if not step.here.inferred and not step.here.parent:
            yield step.drift(DriftKind.SPEAKER, f"{before} is gone: it is told without a source.")
        return
    ours, theirs = sources.get(step.there.id), sources.get(step.here.id)
    if ours is not None and ours is theirs:
        return
    if _share_a_word(before, after) or _other_spelling(before, after):
        return
    named_before, named_after = _capitalised(before), _capitalised(after)
    if named_before and after.lower() not in ("he", "she", "they", "it"):
        how = "somebody else" if named_after else "a vaguer source"
        yield step.drift(DriftKind.SPEAKER, f"From {before} it passes to {how}: {after}.")


def _share_a_word(a: str, b: str) -> bool:
    ours, theirs = ({fold_word(w) for w in x.split() if len(w) > 3} for x in (a, b))
    return bool(ours & theirs)


def _capitalised(name: str) -> bool:
    return any(w[:1].isupper() for w in name.split() if w.lower() not in ("the", "a", "an"))


def _doubt(step: Step) -> Iterator[Drift]:
    """A hedge lost or gained on the way."""
    if step.there is None:
        return
    doubtful = (Stance.ALLEGES, Stance.SPECULATES, Stance.UNVERIFIED)
    before = step.there.hedges or step.there.unstated or step.there.stance in doubtful
    after = step.here.hedges or step.here.unstated or step.here.stance in doubtful
    if before and not after and step.here.stance in (Stance.ASSERTS, Stance.CONFIRMS):
        words_lost = excerpt(step.upstream, step.there.hedges) or str(step.there.stance)
        yield step.drift(DriftKind.HEDGE_LOST, f"The doubt is gone (“{words_lost}” upstream).")
    elif after and not before and step.there.stance in (Stance.ASSERTS, Stance.CONFIRMS):
        words_gained = excerpt(step.text, step.here.hedges) or str(step.here.stance)
        yield step.drift(DriftKind.SOFTENED, f"Doubt was added (“{words_gained}”).")


def _sense(step: Step) -> Iterator[Drift]:
    """A negation lost or gained while the rest stays."""
    if step.reading.kind not in (MatchKind.ALTERED, MatchKind.FUSED):
        return
    before = (
        sum(_negations(step.upstream, s) for s in step.reading.upstream.spans) if step.reading.upstream else 0
    )
    after = sum(_negations(step.text, s) for s in step.here.content)
    if (before + after) % 2 == 1:
        yield step.drift(DriftKind.REVERSED, "A negation stands on one side and not on the other.")


def _negations(text: str, span: Span) -> int:
    folded = [fold_word(text[s.start : s.end]) for s in words(text, span)]
    return sum(1 for w in folded if w in NEGATIONS or w.endswith("n't"))


def _force(step: Step) -> Iterator[Drift]:
    """A verb put in the place of a weaker or a stronger one of the same kind."""
    if step.there is None and step.reading.upstream is None:
        return
    lost = _changed_words(
        step.upstream, (e.a for e in step.reading.edits if e.op in (Op.CHANGED, Op.DROPPED))
    )
    new = _changed_words(step.text, (e.b for e in step.reading.edits if e.op in (Op.CHANGED, Op.ADDED)))
    for ladder in STEPS:
        before = [ladder[w] for w in lost if w in ladder]
        after = [ladder[w] for w in new if w in ladder]
        if before and after and max(after) != max(before):
            kind = DriftKind.HARDENED if max(after) > max(before) else DriftKind.SOFTENED
            weak = next(w for w in lost if ladder.get(w) == max(before))
            strong = next(w for w in new if ladder.get(w) == max(after))
            yield step.drift(kind, f"“{weak}” becomes “{strong}”.")
            return


def _changed_words(text: str, spans: Iterable[Span]) -> list[str]:
    return [fold_word(text[s.start : s.end]) for span in spans for s in words(text, span)]


def _joined(step: Step) -> Iterator[Drift]:
    if step.reading.kind is MatchKind.FUSED:
        yield step.drift(DriftKind.FUSED, "One quotation is made of two separate places.")


def _cut(step: Step) -> Iterator[Drift]:
    """Words that a quotation no longer has, or has got, while it still stands in quotation marks."""
    if not step.here.quotes or step.there is None or not step.there.quotes:
        return
    for op, kind in ((Op.DROPPED, DriftKind.DROPPED), (Op.ADDED, DriftKind.ADDED)):
        for edit in step.reading.edits:
            text, span = (step.upstream, edit.a) if op is Op.DROPPED else (step.text, edit.b)
            least = CUT if op is Op.DROPPED else 2
            marked = step.there.quotes if op is Op.DROPPED else step.here.quotes
            if edit.op is op and len(words(text, span)) >= least and _inside(span, marked):
                told = "is left out" if op is Op.DROPPED else "is added"
                yield step.drift(kind, f"“{_at(text, span)}” {told}.")
                break


def _inside(span: Span, quotes: Iterable[Span]) -> bool:
    return any(q.start <= span.start and span.end <= q.end for q in quotes)


def _once(found: Iterable[Drift]) -> list[Drift]:
    """A name that is spelled otherwise is told once a report, not at every statement."""
    seen: set[tuple[str, str]] = set()
    kept = []
    for each in found:
        where = each.here.record if each.here else ""
        if each.kind is not DriftKind.NAME or (where, each.note) not in seen:
            kept.append(each)
        seen.add((where, each.note))
    return kept


def gone(
    descents: Iterable[Descent], attributions: Mapping[str, Attribution], statements: Sequence[Statement]
) -> list[Drift]:
    """Statements that an edition of a report no longer has."""
    editions = [(d.child, d.parent) for d in descents if any("this edition" in e.note for e in d.evidence)]
    found = []
    for child, parent in editions:
        for statement in statements:
            members = [attributions[a] for a in statement.attributions if a in attributions]
            before = [m for m in members if m.record == parent]
            if before and not any(m.record == child for m in members):
                place = Place(parent, before[0].content)
                note = "The later edition no longer has it, and does not say so."
                found.append(Drift(DriftKind.DROPPED, statement.id, before[0].id, place, None, note))
    return found


def _at(text: str, span: Span) -> str:
    return text[span.start : span.end]
