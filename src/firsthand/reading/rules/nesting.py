"""Which frame stands inside which, and what is left of each one's content when others are cut out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from firsthand.model import Being, Hop, Role, Span
from firsthand.reading.rules.authored import authored
from firsthand.reading.rules.frames import Frame, Ground
from firsthand.reading.rules.hands import carrier, hop
from firsthand.reading.rules.named import unnamed
from firsthand.reading.rules.phrases import Phrase, span_of
from firsthand.reading.rules.subjects import closes_with_comma


def settle(ground: Ground, frames: Sequence[Frame]) -> list[Frame]:
    """The frames of a sentence without those that only serve another one."""
    cited = [f for f in frames if not f.content]
    kept = [f for f in frames if f.content]
    for each in cited:
        kept = _cite(ground, kept, each)
    kept = _passing_on(ground, _hedged(ground, kept))
    return [_cut(ground, frame, kept) for frame in kept]


def _cite(ground: Ground, frames: list[Frame], cited: Frame) -> list[Frame]:
    """ "citing Z" put before the source of the frame it stands next to."""
    opening = all(cited.region.start <= f.region.start for f in frames)
    near = [f for f in frames if f.source and (opening or f.region.start < cited.region.end)]
    near = [f for f in near if not f.framing] or near
    target = min(near, key=lambda f: abs(f.cue.start - cited.cue.start), default=None)
    if cited.source is None:
        return [_uncited(ground, f, cited.region.start) for f in frames]
    if target is None:
        return frames
    first = hop(ground, cited.role, cited.source, cited.cue)
    region = Phrase(min(target.region.start, cited.region.start), max(target.region.end, cited.region.end))
    if not target.leftward:
        region = target.region
    content = tuple(_without(list(target.content), cited.region))  # "that C, citing Z"
    changed = replace(target, before=(*target.before, first, *cited.after), region=region, content=content)
    return [changed if f is target else f for f in frames]


def _uncited(ground: Ground, frame: Frame, at: int) -> Frame:
    """ "said that C | , citing her health": a reason ends what was said, and names nobody."""
    inside = ground.mark(at - 1, ",") or closes_with_comma(ground, at - 1)
    if not inside or not holds(frame.content, at) or frame.cue.start > at:
        return frame
    return replace(frame, content=tuple(_until(part, at) for part in frame.content if part.start < at))


def _passing_on(ground: Ground, frames: list[Frame]) -> list[Frame]:
    """ "As the Post reported, C, Y said": the Post passes on what Y said."""
    aside = next((f for f in frames if f.source and f.source.start == 1 and ground.among(0, "asides")), None)
    around = [f for f in frames if f.leftward and f.source and aside and holds(f.content, aside.cue.start)]
    if aside is None or aside.source is None or not around or aside.leftward:
        return frames
    passed = hop(ground, Role.RELAY, aside.source, aside.cue)
    told = replace(around[0], content=aside.content, after=(*around[0].after, passed))
    told = replace(told, content=tuple(_until(part, told.region.start) for part in told.content))
    return [told if f is around[0] else f for f in frames if f is not aside]


def _hedged(ground: Ground, frames: list[Frame]) -> list[Frame]:
    """Hedging adverbs handed to the frame whose clause or verb they stand in."""
    result = list(frames)
    for adverb in [f for f in frames if f.unstated and f.source is None and f.cue == f.region and f.hedges]:
        for index, frame in enumerate(result):
            if frame is adverb or (frame.cue == frame.region and frame.source is None):
                continue
            inside = holds(frame.content, adverb.cue.start)
            beside = frame.region.start <= adverb.cue.start < frame.region.end
            if (inside or beside) and adverb in result:
                if beside or frame.leftward:
                    result[index] = _take(ground, frame, adverb, beside)
                result.remove(adverb)
                break
    return result


def _take(ground: Ground, frame: Frame, adverb: Frame, beside: bool) -> Frame:
    known = set(frame.hedges)
    hedges = (*frame.hedges, *(h for h in adverb.hedges if h not in known))
    gap = beside and adverb.role is Role.RELAY
    after = (*frame.after, unnamed(ground, adverb)) if gap else frame.after
    stance = adverb.stance if frame.stance.value == "asserts" else frame.stance
    return replace(frame, hedges=hedges, after=after, stance=stance)


def silent(ground: Ground, frame: Frame) -> bool:
    """Whether nothing is told: "asked not to be named", "did not say how"."""
    at = frame.content[0].start
    if any(ground.phrase_at(i, "nameless") > i for i in (at, at - 1) if i >= 0):
        return True
    inside = [i for part in frame.content for i in range(part.start, min(part.end, ground.end))]
    return all(ground.among(i, "silent") for i in inside) or (
        len(inside) == 1 and ground.among(at, "whether")
    )


def holds(content: Sequence[Phrase], at: int) -> bool:
    """Whether the token ``at`` is in one of the ranges."""
    return any(part.start <= at < part.end for part in content)


def _cut(ground: Ground, frame: Frame, frames: Sequence[Frame]) -> Frame:
    """A content without the regions of the frames that stand around or beside it."""
    parts = list(frame.content)
    reach = list(frame.content)
    for other in frames:
        if other is frame:
            continue
        if other.leftward and holds(frame.content, other.cue.start):
            parts = _without(parts, other.region)
            told = any(ground.has_finite(p.start, min(p.end, other.region.start)) for p in frame.content)
            if other.region.start > frame.cue.end and len(other.content) == 1 and told:
                parts = [p for p in parts if p.start < other.region.start]
        elif _beside(ground, frame, other):
            at = other.region.start + closes_with_comma(ground, other.region.start)
            parts = [_until(p, at) for p in parts]
            reach = [_until(p, at) for p in reach]
    parts = [p for p in (_trimmed(ground, p) for p in parts) if p.start < p.end]
    parts = [_until_and(ground, p) for p in parts]
    return replace(frame, content=tuple(parts), reach=tuple(reach))


def _beside(ground: Ground, frame: Frame, other: Frame) -> bool:
    """Whether ``other`` is the next clause ("…, and Y said", "…, adding") rather than a part of this one."""
    if frame.leftward or other.cue.start <= frame.cue.start or other.leftward:
        return False
    if not holds(frame.content, other.region.start):
        return False
    start = other.region.start
    joined = ground.among(start, "conjunctions") or ground.among(start - 1, "conjunctions")
    if ground.mark(start, ",") or closes_with_comma(ground, start):
        return other.source == frame.source or frame.source is None
    if joined and other.source is not None:
        parted = ground.mark(start - 2, ",;") or ground.mark(start - 1, ",;") or ground.quote(start - 2)
        return other.source == frame.source or parted
    return ground.mark(start - 1, ";")


def _without(parts: list[Phrase], region: Phrase) -> list[Phrase]:
    result: list[Phrase] = []
    for part in parts:
        result.append(Phrase(part.start, min(part.end, region.start)))
        result.append(Phrase(max(part.start, region.end), part.end))
    return [p for p in result if p.start < p.end]


def _until(part: Phrase, at: int) -> Phrase:
    return Phrase(part.start, min(part.end, at)) if part.start < at else part


def _trimmed(ground: Ground, part: Phrase) -> Phrase:
    start, end = part.start, min(part.end, ground.end)
    while (
        start < end
        and not (ground.tokens[start].word or ground.quote(start))
        and ground.mark(start, ",;:—–-)")
    ):
        start += 1
    loose = ",;:—–-("
    while end > start and (ground.mark(end - 1, loose) or ground.among(end - 1, "conjunctions")):
        end -= 1
    return Phrase(start, end)


def _until_and(ground: Ground, part: Phrase) -> Phrase:
    """ "that the shop would stay shut | and walked": a past verb after "and" goes with the past "said".

    Only after a modal or "to" ("vowed to go | but stayed"), where the two cannot belong to one clause.
    """
    modal = ground.among(part.start, "to") or ground.among(part.start - 1, "to")
    for index in range(part.start, part.end - 1):
        if ground.mark(index, ",") and _returns(ground, index):
            return Phrase(part.start, index)
        modal = modal or ground.among(index, "modal")
        after = ground.tokens[index + 1]
        past = after.word and not after.capital and after.low.endswith("ed") and len(after.low) > 3
        if modal and ground.low(index) in ("and", "but") and (past or ground.among(index + 1, "finite")):
            return Phrase(part.start, index)
    return part


def _returns(ground: Ground, comma: int) -> bool:
    """ ", і вийшов": where a comma closes every clause, a past form after it goes on with the main one."""
    endings = tuple(ground.language.entries("endings"))
    if not endings or not ground.among(comma + 1, "conjunctions"):
        return False
    return ground.low(comma + 2).endswith(endings) and not ground.tokens[comma + 2].capital


def parent(frame: Frame, frames: Sequence[Frame]) -> Frame | None:
    """The nearest frame whose content holds the cue of ``frame``."""
    around = [f for f in frames if f is not frame and holds(f.reach, frame.cue.start) and _outer(f, frame)]
    return min(around, key=lambda f: sum(p.end - p.start for p in f.reach), default=None)


def _outer(outer: Frame, inner: Frame) -> bool:
    if holds(inner.reach, outer.cue.start):
        return outer.leftward and not inner.leftward
    shared = (
        inner.source is not None and inner.source.start < outer.region.start
    )  # "A left when B spoke, saying"
    return outer.leftward or not shared


def own_hops(ground: Ground, frame: Frame) -> tuple[Hop, ...]:
    """The hands of one frame alone, origin first."""
    if frame.source is not None:
        role = Role.RELAY if frame.before else frame.role
        written = authored(ground, frame.source) if role is not Role.RELAY else None
        head = (
            carrier(ground, frame.source, "documents") if frame.source.end - frame.source.start > 2 else None
        )
        spoken = hop(ground, role, head or frame.source, frame.cue)
        if role is Role.SPEAKER and spoken.being is Being.DOCUMENT:
            spoken = replace(spoken, role=Role.AUTHOR)  # what is written does not speak
        middle = written.hops(ground) if written else (spoken,)
    else:
        middle = (unnamed(ground, frame),) if frame.gap else ()
    return (*frame.before, *middle, *frame.after)


def carried_on(hops: Sequence[Hop], around: Sequence[Hop]) -> tuple[Hop, ...]:
    """A chain that goes on through the hands around it, nobody named by the same words twice."""
    known = {each.who for each in hops if each.who}
    return (*hops, *(each for each in passed_on(around) if each.who not in known))


def unthought(ground: Ground, frame: Frame, outer: Frame, around: Sequence[Hop]) -> Sequence[Hop]:
    """The hands around a frame; without the outer speaker in "X said | he thought C", who is one hand."""
    source = frame.source
    pronoun = (
        source is not None and source.end - source.start == 1 and ground.among(source.start, "nominative")
    )
    opens = source is not None and any(part.start == source.start for part in outer.reach)
    if not (pronoun and opens and ground.among(frame.cue.end - 1, "thinking")) or outer.source is None:
        return around
    spoken = span_of(ground.tokens, outer.source)
    return [each for each in around if each.who != spoken]


def passed_on(hops: Sequence[Hop]) -> tuple[Hop, ...]:
    """The hands of an outer frame as seen from an inner statement: its speaker passes it on.

    Something written carries it: "X said C, according to an affidavit".
    """
    return tuple(_passing(each) for each in hops)


def _passing(hand: Hop) -> Hop:
    if hand.role not in (Role.SPEAKER, Role.AUTHOR):
        return hand
    carries = hand.role is Role.AUTHOR and hand.being is Being.DOCUMENT
    return replace(hand, role=Role.CHANNEL if carries else Role.RELAY)


def spans(ground: Ground, frame: Frame) -> tuple[Span, ...]:
    """The characters of a frame's content, in text order."""
    return tuple(span_of(ground.tokens, part) for part in sorted(frame.content))
