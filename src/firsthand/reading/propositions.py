"""One attribution for each thing said: "a fire broke out, and 17 were hurt, the service said" is two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from firsthand.languages import Language, load
from firsthand.model import Attribution, Kind, Span
from firsthand.reading import quotations
from firsthand.reading.sentences import Sentence, Token, split
from firsthand.text import words

# Words of a clause that is a statement by itself; shorter ones lean on their neighbour ("and rightly so").
FEWEST = 3
# The report's own words between two quotations that make them two: a mere "and" does not.
JOINING = 2
PARTING = frozenset(",—–")
EDGES = " \t\n\u00a0,;.:—–-"


def propositions(text: str, language: str, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """``attributions`` with those cut in two or more that hold several sentences or whole clauses.

    Cut is at the end of a sentence, at a semicolon, at "and that", and at a comma before "and", "but"
    or "while" where a clause with a finite verb stands on either side; never inside quotation marks. A direct
    quotation stays whole, for its sentences were chosen together, unless the report's own words join
    two of them ("A", or in the other version "B"). Each part keeps the source, cue and hands; a nested
    attribution belongs to the part that holds it; one that is cut to the very words of another is told once.
    Nothing is lost beside the words at which was cut.
    """
    tongue = load(language)
    cuts = [cut for sentence in split(text, quotations.find(text), tongue) for cut in _cuts(sentence, tongue)]
    parts = {each.id: _parts(text, each, cuts) for each in attributions}
    found: dict[str, Attribution] = {}
    for part in (replace(part, parent=_holder(part, parts)) for each in parts.values() for part in each):
        if part.parent != part.id:
            found.setdefault(part.id, part)
    return tuple(sorted(found.values(), key=lambda a: (a.content, a.id)))


def clauses_of(sentence: Sentence, language: Language) -> list[Span]:
    """The whole clauses of a sentence, where it has more than one that tells something by itself."""
    cuts = list(_cuts(sentence, language))[:-1]
    starts = [sentence.span.start, *(cut.end for cut in cuts)]
    ends = [*(cut.start for cut in cuts), sentence.span.end]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True)] if cuts else []


# ---------------------------------------------------------------- where to cut


def _cuts(sentence: Sentence, language: Language) -> Iterator[Span]:
    """Where in a sentence one clause ends and another begins: the joining words and marks between."""
    if sentence.inside is not None:
        return
    tokens = sentence.tokens
    joints = [j for i in range(len(tokens)) if (j := _joint(tokens, i, language))]
    begins = [0, *(end for _, end in joints)]
    ends = [*(start for start, _ in joints), len(tokens)]
    clauses = [_tells(tokens[a:b], language) for a, b in zip(begins, ends, strict=True)]
    for (start, end), (before, after) in zip(joints, pairwise(clauses), strict=True):
        if tokens[start].text == ";" or (before and after):
            yield Span(tokens[start - 1].end, tokens[end].start)
    yield Span(sentence.span.end, sentence.span.end)


def _joint(tokens: Sequence[Token], at: int, language: Language) -> tuple[int, int] | None:
    """The tokens of a joint at ``at``: a semicolon, a comma with its joining word, or "and that"."""
    if not 0 < at < len(tokens) - FEWEST:
        return None
    if tokens[at].text == ";":
        return at, at + 1
    if tokens[at - 1].text in PARTING:
        return None
    if language.among(tokens[at].low, "coordinators") and language.among(tokens[at + 1].low, "that"):
        return at, at + 2
    if tokens[at].text in PARTING and language.among(tokens[at + 1].low, "coordinators"):
        that = 1 if language.among(tokens[at + 2].low, "that") else 0
        return at, at + 2 + that
    return None


def _tells(tokens: Sequence[Token], language: Language) -> bool:
    """Whether the tokens are a clause of their own: enough words, a finite verb, and before it a subject."""
    told = [token for token in tokens if token.word]
    verbs = [n for n, token in enumerate(told) if _finite(token, language)]
    return len(told) >= FEWEST and bool(verbs) and verbs[0] > 0


def _finite(token: Token, language: Language) -> bool:
    if language.among(token.low, "finite") or token.low in language.verbs:
        return True
    return any(token.low.endswith(ending) for ending in language.entries("past"))


# ---------------------------------------------------------------- the parts


def _parts(text: str, each: Attribution, cuts: Iterable[Span]) -> list[Attribution]:
    whole = Span(each.content[0].start, each.content[-1].end) if each.content else Span(0, 0)
    direct = each.kind is Kind.DIRECT
    inside = _joins(text, each) if direct else [c for c in cuts if _inside(c, whole)]
    if not inside:
        return [each]
    bounds = [whole.start, *(at for cut in inside for at in cut), whole.end]
    pieces = [Span(*bounds[n : n + 2]) for n in range(0, len(bounds), 2)]
    contents = [content for piece in pieces if (content := _within(text, each.content, piece))]
    return [_part(each, content) for content in contents] if len(contents) > 1 else [each]


def _joins(text: str, each: Attribution) -> list[Span]:
    """The report's own words between two quotations of a direct attribution that do not tell who speaks."""
    telling = [*each.cue, *(h.who for h in each.hands if h.who), *([each.source] if each.source else [])]
    gaps = [Span(a.end, b.start) for a, b in pairwise(each.quotes)]
    return [g for g in gaps if len(words(text, g)) >= JOINING and not any(_shared(g, t) for t in telling)]


def _within(text: str, content: Sequence[Span], piece: Span) -> tuple[Span, ...]:
    """The content inside ``piece``, without blanks and marks at the ends; empty where no word is left."""
    found = [Span(max(s.start, piece.start), min(s.end, piece.end)) for s in content]
    return tuple(t for s in found if s.start < s.end and (t := _trimmed(text, s)).start < t.end)


def _trimmed(text: str, span: Span) -> Span:
    told = text[span.start : span.end]
    left, right = len(told) - len(told.lstrip(EDGES)), len(told.rstrip(EDGES))
    return Span(span.start + left, span.start + max(left, right))


def _part(whole: Attribution, content: tuple[Span, ...]) -> Attribution:
    quotes = tuple(q for q in whole.quotes if _held(q, content))
    kind = whole.kind if whole.kind is Kind.OWN else _kind(content, quotes)
    elsewhere = [h for h in whole.hedges if _held(h, whole.content) and not _held(h, content)]
    hedges = tuple(h for h in whole.hedges if h not in elsewhere)
    key = Attribution.identify(whole.record, kind, content, whole.source)
    return replace(whole, id=key, kind=kind, content=content, quotes=quotes, hedges=hedges)


def _kind(content: Sequence[Span], quotes: Sequence[Span]) -> Kind:
    if not quotes:
        return Kind.INDIRECT
    size = sum(s.end - s.start for s in content) - sum(q.end - q.start for q in quotes)
    return Kind.DIRECT if size <= 2 * len(quotes) else Kind.MIXED


def _inside(cut: Span, whole: Span) -> bool:
    return whole.start < cut.start and cut.end < whole.end


def _held(inner: Span, content: Iterable[Span]) -> bool:
    return any(s.start <= inner.start and inner.end <= s.end for s in content)


def _holder(part: Attribution, parts: dict[str, list[Attribution]]) -> str:
    """The part of the parent that holds most of this one."""
    above = parts.get(part.parent, [])
    if len(above) < 2:
        return part.parent
    return max(above, key=lambda a: sum(_shared(s, t) for s in a.content for t in part.content)).id


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
