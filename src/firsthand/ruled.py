"""What was ruled, in words: one way to say it wherever a ruling is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from firsthand.model import Anchor, Attribution, Judgement, Matter, Ruling, Span, Thing
from firsthand.text import GAP

Call = Callable[[Anchor], str]
OPEN = " is left open"  # how what is undecided ends
QUOTED = frozenset('“„«"「')  # words that begin so bring their marks along
LONGEST = 90  # characters of words that a ruling is on
GRADES = {
    Judgement.A: "completely reliable",
    Judgement.B: "usually reliable",
    Judgement.C: "fairly reliable",
    Judgement.D: "not usually reliable",
    Judgement.E: "unreliable",
    Judgement.F: "its reliability cannot be judged",
    Judgement.ONE: "confirmed by other sources",
    Judgement.TWO: "probably true",
    Judgement.THREE: "possibly true",
    Judgement.FOUR: "doubtful",
    Judgement.FIVE: "improbable",
    Judgement.SIX: "its truth cannot be judged",
}
"""What the grades of the Admiralty scale stand for (NATO AJP-2.1)."""


def words_of(anchor: Anchor) -> str:
    """The words of an anchor in quotation marks, shortened; a report by its name."""
    flat = " ".join(anchor.words.split())
    cut = flat if len(flat) <= LONGEST else flat[:LONGEST].rsplit(" ", 1)[0] + " …"
    return cut if anchor.thing is Thing.REPORT or cut[:1] in QUOTED else f"“{cut}”"


def what(ruling: Ruling, call: Call = words_of) -> str:
    """What was decided, in a clause; ``call`` says what each anchor is called."""
    on = [call(each) for each in ruling.on]
    one, other = (on[0] if on else "something"), (on[1] if len(on) > 1 else "something else")
    if ruling.matter is Matter.ATTRIBUTION:
        return _attribution(ruling, one, other)
    if ruling.matter is Matter.SUPPORT:
        return _support(ruling.judgement, one, on[1:])
    if ruling.matter is Matter.REGION:
        return _region(ruling, one, other)
    if ruling.matter in (Matter.RELIABILITY, Matter.CREDIBILITY):
        return _grade(ruling, one)
    said = _SAID[ruling.matter].get(ruling.judgement, "{one} and {other}: " + ruling.judgement)
    return said.format(one=one, other=other)


def because(ruling: Ruling) -> str:
    """What was decided, by whom and when, as a reason for what is found."""
    why = f": {ruling.because}" if ruling.because else ""
    said = f"ruled that {what(ruling)}"
    if ruling.judgement is Judgement.UNDECIDED:
        said = f"left open {what(ruling).removesuffix(OPEN)}"
    return f"{ruling.by} {said} ({ruling.at[:10]}){why}"


_SAID = {
    Matter.NAMES: {
        Judgement.SAME: "{one} and {other} are the same",
        Judgement.DIFFERENT: "{one} and {other} are different",
        Judgement.UNDECIDED: "whether {one} and {other} are the same is left open",
    },
    Matter.SAYING: {
        Judgement.SAME: "{one} and {other} say the same",
        Judgement.DIFFERENT: "{one} and {other} do not say the same",
        Judgement.UNDECIDED: "whether {one} and {other} say the same is left open",
    },
    Matter.DESCENT: {
        Judgement.FROM: "{one} was taken from {other}",
        Judgement.NOT_FROM: "{one} was not taken from {other}",
        Judgement.UNDECIDED: "whether {one} was taken from {other} is left open",
    },
}


def _attribution(ruling: Ruling, one: str, other: str) -> str:
    become = " and ".join(_told(*each) for each in zip(ruling.becomes, ruling.seen, strict=False))
    return {
        Judgement.ACCEPT: f"{one} is right as it is",
        Judgement.REJECT: f"{one} is nobody’s statement",
        Judgement.CORRECT: f"{one} is {become}",
        Judgement.SPLIT: f"{one} is two: {become}",
        Judgement.MERGE: f"{one} and {other} are one: {become}",
        Judgement.MISSED: f"{one} was missed: {become}",
        Judgement.UNDECIDED: f"whether {one} is read rightly is left open",
    }.get(ruling.judgement, f"{one}: {ruling.judgement}")


def _told(become: Attribution, seen: Anchor) -> str:
    said = words_of(Anchor(GAP.join(_words_at(seen, become.content))))
    return f"{said}, {f'said by {become.name}' if become.name else 'source not stated'}"


def _words_at(seen: Anchor, content: Iterable[Span]) -> Iterator[str]:
    """The words at some of the places that an anchor has words of, one after another."""
    at, found = 0, dict[Span, str]()
    for span in seen.spans:
        found[span] = seen.words[at : at + span.end - span.start]
        at += span.end - span.start + len(GAP)
    yield from (found[span] for span in content if span in found)


def _support(judgement: Judgement, one: str, lines: Iterable[str]) -> str:
    where = " and ".join(lines)
    return {
        Judgement.SILENT: f"the record is silent on {one}",
        Judgement.UNDECIDED: f"what the record says to {one} is left open",
    }.get(judgement, f"the record {judgement} {one}, in {where or 'no line'}")


def _region(ruling: Ruling, line: str, page: str) -> str:
    at = ruling.region
    if at is None:
        return f"{line} stands on {page}"
    leaf = f"page {at.leaf} of " if at.leaf else ""
    return f"{line} stands on {leaf}{page} at {at.x}, {at.y}, {at.width} × {at.height} pixels"


def _grade(ruling: Ruling, one: str) -> str:
    scope = f" ({ruling.scope})" if ruling.scope else ""
    if ruling.judgement is Judgement.UNDECIDED:
        return f"the grade of {one} is left open{scope}"
    meaning = GRADES.get(ruling.judgement, "")
    return f"{one} is graded {ruling.judgement}, {meaning}{scope}" if meaning else f"{one}{scope}"
