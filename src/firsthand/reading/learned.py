"""The two readers as one: the tagger's spans, the rules' hands.

The tagger knows better *where* source, cue and content stand; the rules know through whose hands a
statement came, with what stance, and what is nested in it. So what the tagger finds is hung with
its hands by the rules. What only the rules find is kept where the tagger cannot have seen it: a
chain inside one clause ("P quoted L as saying C"; the tagger marks the outermost alone), a source
that the text withholds ("reportedly"), a quotation with its speaker that the tagger passed over.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from firsthand.languages import Language
from firsthand.model import Attribution, Kind, Role, Span, Stance
from firsthand.reading import rules
from firsthand.reading.datelines import without
from firsthand.reading.quotations import PAIRS, Quotation
from firsthand.reading.rules import Told
from firsthand.reading.rules.frames import Found
from firsthand.reading.running import titled
from firsthand.reading.sentences import Sentence
from firsthand.reading.tagging.repair import mended, named
from firsthand.reading.untold import happening, silent
from firsthand.text import WORD

if TYPE_CHECKING:
    from firsthand.reading.tagging.linking import Tagged

SAME = 0.5  # Jaccard of two contents, as the scorers of attribution count it
MARKUP = "[]*_#<>"
WORDS = 2  # of a content; one alone ("which", "it") tells nothing that could be compared
REACH = 8  # characters before a cue: room for a pronoun
NARROW = (Stance.ALLEGES, Stance.DENIES, Stance.PROMISES)  # where the rules stop first, they know why
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
    both: dict[Found, Told] = {}
    apart = (part for each in flat(grounds, tagged) for part in _parted(grounds.text, each, near.to(each)))
    for each in apart:
        twin = _twin(each, near.to(each))
        if twin is None:
            told += [] if _needs_rules(grounds, each) or _empty(grounds, each) else [each]
        else:
            both.setdefault(twin, each)
    hung = rules.hung(grounds.text, grounds.sentences, told, "", grounds.language)
    hung = [each for each in hung if not _noted(grounds.text, each.attribution)]
    return [
        *(_edged(grounds, twin, each) for twin, each in both.items()),
        *hung,
        *_kept(grounds, ruled, both, hung),
    ]


def _noted(text: str, own: Attribution) -> bool:
    """Whether the cue is of the writer's note: "The reports | could not be confirmed"."""
    notes = [note for note in own.hedges if len(WORD.findall(text, note.start, note.end)) > WORDS]
    return any(note.start <= cue.start and cue.end <= note.end for cue in own.cue for note in notes)


def _edged(grounds: Grounds, found: Found, told: Told) -> Found:
    """The rules' attribution with the edges that the tagger gives it; the rules read on too far.

    In English where both see indirect speech of one piece; elsewhere, where our lists are shorter, always.
    """
    own = found.attribution
    withheld = own.stance is Stance.UNVERIFIED  # "refused to say whether | C": the rules know what is asked
    doubted = own.unstated and own.hedges  # "C has reportedly been found": the rules know how far C goes
    # "denied reports that | C", "pledged to go | and stayed", "accused X of C | , a reference to Y"
    narrower = own.stance in NARROW and _encloses(told.content, own.content)
    if len(own.hands) > 1 or withheld or doubted or narrower:
        return found
    same = len(told.content) == len(own.content) == 1 and _share(told.content, own.content) >= SAME
    if grounds.language.code == "en" and (own.kind is not Kind.INDIRECT or not same):
        return found
    if grounds.language.code != "en" and _encloses(told.content, own.content):
        return found  # "said that he would be late, | and left": whoever stops first knows why
    quotes = tuple(quote for quote in own.quotes if _encloses(told.content, [quote]))
    bare = own.kind is Kind.MIXED and len(told.content) == 1 and grounds.text[told.content[0].start] in PAIRS
    kind = Kind.DIRECT if bare and len(quotes) == 1 else own.kind
    return replace(found, attribution=replace(own, content=told.content, quotes=quotes, kind=kind))


def flat(grounds: Grounds, tagged: Sequence[Tagged]) -> list[Told]:
    """What the tagger found with its edges mended: the outermost attributions, none inside another."""
    return [clean for each in tagged if (clean := _clean(grounds, each))]


def _parted(text: str, each: Told, ruled: Iterator[Found]) -> Iterator[Told]:
    """ "X said C, adding that D": two statements of X, which the tagger takes for one."""
    part = each.content[-1]
    going_on = sorted(cue for found in ruled for cue in found.attribution.cue if _goes_on(text, part, cue))
    if not going_on or not each.cue or each.cue[0].start > part.start:
        yield each
        return
    cue = going_on[0]
    end = part.start + len(text[part.start : cue.start].rstrip(" ,"))
    start = re.compile(r"[\s,]*(?:that\s+)?").match(text, cue.end)
    yield each._replace(content=(*each.content[:-1], Span(part.start, end)))
    yield Told((Span(start.end() if start else cue.end, part.end),), each.source, (cue,))


def _goes_on(text: str, part: Span, cue: Span) -> bool:
    """Whether a participle of saying stands behind a comma within a content: ", adding"."""
    within = part.start < cue.start and cue.end + WORDS < part.end
    return (
        within
        and text[cue.start : cue.end].endswith("ing")
        and text[part.start : cue.start].endswith((", ", ",” "))
    )


def _twin(each: Told, ruled: Iterator[Found]) -> Found | None:
    """The rules' attribution of the same cue and content, its hands, stance and hedges known.

    Where the two name different sources and the rules know of no chain, the tagger is followed.
    """
    best = max(ruled, key=lambda f: _likeness(each, f.attribution), default=None)
    if best is None or _likeness(each, best.attribution) < SAME:
        return None
    hands = best.attribution.hands
    other = each.source is not None and not any(h.who and _meets(h.who, each.source) for h in hands)
    return None if other and len(hands) == 1 and hands[0].who is not None else best


def _likeness(told: Told, own: Attribution) -> float:
    """How much of the content is the same; where one cue and a hand are too, all that is needed."""
    share = _share(told.content, own.content)
    relayed = told.source is not None and any(h.who and _meets(h.who, told.source) for h in own.hands[1:])
    if relayed and _encloses(told.content, own.content):
        return 1.0  # "C, X wrote, according to Y": the tagger's Y is the second hand of the rules' chain
    cued = any(_meets(cue, other) for cue in told.cue for other in own.cue)
    sourced = told.source is not None and any(h.who and _meets(h.who, told.source) for h in own.hands)
    return share + SAME * (cued and sourced and share > 0)


def _needs_rules(grounds: Grounds, each: Told) -> bool:
    """Whether the cue is one that the rules know the traps of ("according to plan", "citing her health")."""
    text, language = grounds.text, grounds.language
    cue = text[each.cue[0].start : each.cue[0].end].lower()
    known = language.entries("according") | language.entries("citing")
    hearsay = language.entries("reportedly") | language.entries("allegedly")
    if cue in hearsay or any(cue.startswith(f"{entry} ") for entry in hearsay):
        return True  # "C has reportedly been found": the rules know how far C goes
    if each.source is None and _awaited(grounds, each.content):
        return True  # "The board is expected | to announce C": nobody has told it yet
    return any(cue == entry or cue.startswith(f"{entry} ") for entry in known)


def _awaited(grounds: Grounds, content: Sequence[Span]) -> bool:
    """Whether a content begins with an act of telling to come: "to announce on Friday that"."""
    heads = (WORD.findall(grounds.text, part.start, part.end)[:2] for part in content)
    language = grounds.language
    return any(
        len(head) > 1 and language.among(head[0].lower(), "to") and head[1].lower() in language.verbs
        for head in heads
    )


def _empty(grounds: Grounds, each: Told) -> bool:
    return happening(grounds.text, each.source, each.cue[0], each.content, grounds.language)


def _encloses(outer: Sequence[Span], inner: Sequence[Span]) -> bool:
    return all(any(o.start <= i.start and i.end <= o.end for o in outer) for i in inner)


def _meets(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


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
    content = without(grounds.text, [part for part in content if _says(grounds, part, each.cue)])
    source = next(
        (_unmarked(grounds.text, named(grounds.text, s, each.cue, grounds.language)) for s in each.source),
        None,
    )
    source = _nearer(grounds, source, each.cue)
    words = [word for part in content for word in WORD.findall(grounds.text, part.start, part.end)]
    alone = len(content) == 1 and grounds.text[content[0].start] in PAIRS
    if len(words) < WORDS or (alone and titled(words, alone=True)):
        return None
    if source is None and not alone and grounds.language.among(words[0].lower(), "topical"):
        return None  # "when asked | about the report"
    if not alone and silent([word.lower() for word in words], grounds.language):
        return None
    return Told(content, source, (each.cue,))


def _nearer(grounds: Grounds, source: Span | None, cue: Span) -> Span | None:
    """The pronoun right before the cue ("ever since he | claimed"), which no other source can leap over."""
    *_, word = (None, *WORD.finditer(grounds.text, max(0, cue.start - REACH), cue.start))
    if word is None or grounds.text[word.end() : cue.start].strip(" ") or word.start() == 0:
        return source
    low = word.group().lower()
    own = grounds.language.among(low, "nominative") and not grounds.language.among(low, "relatives")
    return Span(*word.span()) if own and source and source.end <= word.start() else source


def _unmarked(text: str, source: Span) -> Span:
    """A source without marks of a page ("[Ann Lee](…)") at its edges."""
    start, end = source
    while start < end and text[start] in MARKUP:
        start += 1
    while end > start and text[end - 1] in MARKUP:
        end -= 1
    return Span(start, end) if start < end else source


def _says(grounds: Grounds, part: Span, cue: Span) -> bool:
    """Whether a fragment is content of this cue: no lone particle, no quotation of a later paragraph.

    A quotation that goes on in the next paragraph without an attribution is given to the running
    speaker, and marked as inferred, by `running`.
    """
    words = WORD.findall(grounds.text, part.start, part.end)
    if len(words) == 1 and grounds.language.among(words[0].lower(), "prepositions", "determiners"):
        return False
    if part.end <= cue.start:  # a heading above the sentence is none of its content
        return grounds.text[part.start] in PAIRS or "\n" not in grounds.text[part.end : cue.start]
    between = grounds.text[cue.end : part.start]
    return "\n" not in between or not between.strip(": \r\n")


def _plain(grounds: Grounds, cue: Span) -> bool:
    """Whether a cue is a verb that does nothing but tell: "said", "reported"."""
    return grounds.language.among(grounds.text[cue.start : cue.end].lower(), "telling")


def _kept(
    grounds: Grounds, ruled: Sequence[Found], both: Collection[Found], hung: Sequence[Found]
) -> Iterator[Found]:
    """What only the rules find and the tagger does not speak against.

    It may stand around what the tagger found ("X ordered C, as reported by Y": the tagger sees the order).
    """
    taken = sorted(p for f in hung for p in f.attribution.content)
    cues = sorted(cue for f in hung for cue in f.attribution.cue)
    for each in ruled:
        own = each.attribution
        plain = own.source is not None and any(_plain(grounds, cue) for cue in own.cue)
        passed = any(hop.role is Role.RELAY for hop in own.hands)
        sure = plain or own.unstated or passed or len(own.hands) > 1 or own.kind is not Kind.INDIRECT
        if each in both or _cued(own.cue, cues) or _crossed(own.content, taken):
            continue
        if sure or _around(own.content, taken):
            yield each


def _cued(own: Sequence[Span], cues: Sequence[Span]) -> bool:
    """Whether one of ``cues`` is this one, or holds it ("wrote", "wrote about")."""
    return any(_meets(cue, other) for cue in own for other in _beside(cue, cues))


def _beside(part: Span, taken: Sequence[Span]) -> Sequence[Span]:
    """Those of ``taken`` (in text order) that stand next to a part, on either side."""
    at = bisect_left(taken, (part.start,))
    return taken[max(0, at - 3) : at + 3]


def _around(content: Sequence[Span], taken: Sequence[Span]) -> bool:
    """Whether it stands around what the tagger found: "C, media report", where C holds "X blames Y"."""
    starts = [bisect_left(taken, (part.start,)) for part in content]
    return any(
        at < len(taken) and taken[at].end <= part.end for at, part in zip(starts, content, strict=True)
    )


def _crossed(content: Sequence[Span], taken: Sequence[Span]) -> bool:
    """Whether another attribution's content overlaps this one without lying inside it."""
    return any(
        _meets(part, other) and not (part.start <= other.start and other.end <= part.end)
        for part in content
        for other in _beside(part, taken)
    )


def _share(one: Sequence[Span], other: Sequence[Span]) -> float:
    """The Jaccard share of two sets of spans, in characters."""
    both = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    either = sum(p.end - p.start for p in (*one, *other)) - both
    return both / either if either else 0.0
