"""The two readers as one: the tagger's spans, the rules' hands.

The tagger knows better *where* source, cue and content stand; the rules know through whose hands a
statement came, with what stance, and what is nested in it. So what the tagger finds is hung with
its hands by the rules. What only the rules find is kept where the tagger cannot have seen it: a
chain inside one clause ("P quoted L as saying C"; the tagger marks the outermost alone), a source
that the text withholds ("reportedly"), a quotation with its speaker that the tagger passed over.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from firsthand.languages import Language
from firsthand.model import Attribution, Kind, Role, Span
from firsthand.reading import rules
from firsthand.reading.quotations import Quotation
from firsthand.reading.rules import Told
from firsthand.reading.rules.frames import Found
from firsthand.reading.sentences import Sentence
from firsthand.reading.tagging.linking import Tagged
from firsthand.reading.tagging.repair import mended, named
from firsthand.text import WORD

SAME = 0.5  # Jaccard of two contents, as the scorers of attribution count it
NEAR = 2  # sentences between the places where the two readers see one attribution


@dataclass(frozen=True, slots=True)
class Grounds:
    """A text as both readers see it."""

    text: str
    quotes: Sequence[Quotation]
    sentences: Sequence[Sentence]
    language: Language


def joined(grounds: Grounds, ruled: Sequence[Found], tagged: Sequence[Tagged]) -> list[Found]:
    """What the two readers find together, by the number of its sentence."""
    near = _Near(grounds.sentences, ruled)
    told: list[Told] = []
    chains: list[Found] = []
    for each in tagged:
        clean = _clean(grounds, each)
        chain = next((f for f in near.to(clean) if _chained(f.attribution, clean)), None) if clean else None
        if chain:
            chains.append(chain)
        elif clean:
            told.append(clean)
    hung = rules.hung(grounds.text, grounds.sentences, told, "", grounds.language)
    return [*hung, *_kept(ruled, chains, hung)]


class _Near:
    """The rules' attributions by their sentence, to look only at those beside a place."""

    def __init__(self, sentences: Sequence[Sentence], ruled: Sequence[Found]) -> None:
        self.starts = [sentence.span.start for sentence in sentences]
        self.held: dict[int, list[Found]] = {}
        for each in ruled:
            self.held.setdefault(each.sentence, []).append(each)

    def to(self, told: Told) -> Iterator[Found]:
        """Those at most `NEAR` sentences from a told attribution."""
        number = bisect_right(self.starts, told.anchor) - 1
        for beside in range(number - NEAR, number + NEAR + 1):
            yield from self.held.get(beside, ())


def _clean(grounds: Grounds, each: Tagged) -> Told | None:
    """What was tagged with its edges mended; None where nothing is left of the content."""
    content = mended(grounds.text, each.content, grounds.quotes, grounds.language)
    content = tuple(part for part in content if _says(grounds, part, each.cue))
    source = next((named(grounds.text, s) for s in each.source), None)
    return Told(content, source, (each.cue,)) if content else None


def _says(grounds: Grounds, part: Span, cue: Span) -> bool:
    """Whether a fragment is content of this cue: no lone particle, no quotation of a later paragraph.

    A quotation that goes on in the next paragraph without an attribution is given to the running
    speaker, and marked as inferred, by `running`.
    """
    words = WORD.findall(grounds.text, part.start, part.end)
    if len(words) == 1 and grounds.language.among(words[0].lower(), "prepositions", "determiners"):
        return False
    between = grounds.text[cue.end : part.start]
    return "\n" not in between or not between.strip(": \r\n")


def _chained(each: Attribution, told: Told) -> bool:
    """Whether the rules found the inside of what was told: a chain of hands up to its very words."""
    passed = any(hop.role is Role.RELAY for hop in each.hands[1:])
    inside = all(any(t.start <= p.start and p.end <= t.end for t in told.content) for p in each.content)
    return passed and (inside or _share(each.content, told.content) >= SAME)


def _kept(ruled: Sequence[Found], chains: Sequence[Found], hung: Sequence[Found]) -> Iterator[Found]:
    """What only the rules find and the tagger does not speak against."""
    yield from dict.fromkeys(chains)
    taken = sorted(p for f in (*hung, *chains) for p in f.attribution.content)
    for each in ruled:
        own = each.attribution
        spoken = own.kind is Kind.DIRECT and own.source is not None
        if each not in chains and (own.unstated or spoken) and not _taken(own.content, taken):
            yield each


def _taken(content: Sequence[Span], taken: Sequence[Span]) -> bool:
    """Whether another attribution has a part of this content."""
    for part in content:
        at = bisect_left(taken, (part.start,))
        if any(other.start < part.end and part.start < other.end for other in taken[max(0, at - 3) : at + 1]):
            return True
    return False


def _share(one: Sequence[Span], other: Sequence[Span]) -> float:
    """The Jaccard share of two sets of spans, in characters."""
    both = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    either = sum(p.end - p.start for p in (*one, *other)) - both
    return both / either if either else 0.0
