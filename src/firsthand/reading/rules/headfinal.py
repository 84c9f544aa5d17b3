"""Attributions in languages that put the verb last: "X는 C고 말했다", "C고 X는 말했다".

A clause is read backwards from its cue: first the word that closes the content ("-다고", "“…”라고"),
then who speaks, then the hands beside them. The language's lists say what the words are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from firsthand.languages import Language, Verb
from firsthand.model import Attribution, Hop, Kind, Role, Span, Speech, Stance
from firsthand.reading.rules import nesting, uncased, unclosed
from firsthand.reading.rules.attached import Hands, adjuncts_end, between
from firsthand.reading.rules.frames import Found
from firsthand.reading.rules.manner import speech, stance
from firsthand.reading.rules.wordforms import Forms
from firsthand.reading.rules.wordline import Line, Noun
from firsthand.reading.sentences import Sentence

BACK = 9  # words between the end of a content and its cue
NEAR = 3  # the same for a verb that says little by itself ("했다")
SPEAKERS = ("persons", "outlets", "bodies", "groups", "anonymous")
DEEP = 4  # clauses inside one another
MOST = 8  # cues of one clause; the fullest of 400 passages has 4


@dataclass(frozen=True, slots=True)
class Clause:
    """Words ``start`` to ``cue``; ``close`` is the word that ends the content, ``deep`` the nesting."""

    start: int
    cue: int
    close: int
    deep: int


def found(text: str, sentences: Sequence[Sentence], language: Language) -> list[Found]:
    """What each sentence of a head-final language attributes, without records, names and ids."""
    result: list[Found] = []
    before: Sentence | None = None
    forms = Forms(language)
    for number, sentence in enumerate(sentences):
        line = Line.of(text, sentence, forms)
        told = list(_sentence(line, before if sentence.inside is None else None))
        result.extend(Found(number, each) for each in told)
        before = sentence if sentence.inside is None else before
    return uncased.named(result, text, language)


def _sentence(line: Line, before: Sentence | None) -> Iterator[Attribution]:
    framing = unclosed.according(line)
    start = framing.end if framing else 0
    told = list(_range(line, start, len(line.words), 0))
    if framing and told:
        passed = nesting.passed_on((framing.hop,))
        told = [replace(each, hands=(*each.hands, *passed)) for each in told]
    elif framing and framing.end < len(line.words):
        content = Span(line.words[framing.end].start, line.words[-1].end)
        told = [made(line, framing.cue, (content,), (framing.hop,))]
    elif not told and before is not None:
        told = list(_of_quotation(line, before))
    yield from told


def _of_quotation(line: Line, before: Sentence) -> Iterator[Attribution]:
    quote = before.tokens[-1].quote
    for each in unclosed.of_quotation(line, before):
        yield replace(made(line, *each), kind=Kind.DIRECT, quotes=(quote.inner,) if quote else ())


def _range(line: Line, start: int, end: int, deep: int) -> Iterator[Attribution]:
    """What the words ``start`` to ``end`` tell, one clause after the other."""
    at = start
    cues = [index for index in range(start, end) if _may_cue(line, index)][:MOST]
    for index in cues:
        if index < cues[-1] and _embedded(line, index):
            continue  # what a later cue says
        told = list(_clause(line, at, index, deep))
        yield from told
        at = index + 1 if told else at
    yield from _by_ending(line, at, end, deep)


def _embedded(line: Line, cue: int) -> bool:
    """ "말했다고", "말한 것으로": a cue that a later one takes up."""
    return line.closes(cue) or (line.has(cue + 1, "quotative") and cue + 1 < len(line.words))


def _may_cue(line: Line, index: int) -> bool:
    return line.verb(index) is not None or line.has(index, "said") or _heard(line, index)


def _heard(line: Line, index: int) -> bool:
    return line.words[index].quote is None and line.forms.begins(line.words[index].text, "heard")


def _clause(line: Line, start: int, cue: int, deep: int) -> Iterator[Attribution]:
    verb = line.verb(cue)
    reach = BACK if verb and not line.has(cue, "said") else NEAR
    close = next((i for i in range(cue - 1, max(start, cue - reach) - 1, -1) if line.closes(i)), -1)
    if close >= 0:
        yield from _closed(line, Clause(start, cue, close, deep), verb)
    elif verb is not None:
        yield from (made(line, *each) for each in unclosed.noun_told(line, start, cue, verb))


def _closed(line: Line, at: Clause, verb: Verb | None) -> Iterator[Attribution]:
    """A clause whose content has an end of its own."""
    direct = line.quotes(at.close)
    hearsay = _heard(line, at.cue) or (line.has(at.cue, "unstated") and not direct)
    source = None if hearsay else _source(line, at, direct)
    content, first = _content(line, at, source, direct)
    hands = between(line, at.start if source is None else source.end, first) if not hearsay else Hands()
    if source is not None and source.start > at.close:
        hands = between(line, at.start, first)
    hands |= between(line, at.close + 1, at.cue)
    cue = Span(line.words[at.cue].start, _cue_end(line, at.cue))
    role = verb.role if verb else Role.SPEAKER
    told = made(line, cue, content, ordered(line, source, role, hands, cue))
    attitude = stance(line, told, verb, at.close)
    told = replace(
        told,
        stance=attitude,
        speech=Speech.NEGATED if attitude is Stance.UNVERIFIED else speech(line, at.start, at.cue),
        hedges=(cue,) if hearsay and _doubted(line, at.cue) else (),
    )
    yield told
    if not direct and at.deep < DEEP:
        yield from _inner(line, told, first, at)


def _doubted(line: Line, cue: int) -> bool:
    """Whether a word of hearsay keeps the writer at a distance, as "it turned out" does not."""
    return line.has(cue, "unstated") or line.forms.begins(line.words[cue].text, "hedging")


def _inner(line: Line, outer: Attribution, first: int, at: Clause) -> Iterator[Attribution]:
    """What is told inside a content: its chain goes on through whoever tells the whole."""
    gap = (Hop(Role.RELAY, None),) if outer.hedges else ()  # "is known to have said": by whom is not told
    for each in _range(line, first, at.close + 1, at.deep + 1):
        if each.content != outer.content:
            hands = (*each.hands, *nesting.passed_on(outer.hands), *gap)
            yield replace(each, hands=hands, hedges=(*each.hedges, *outer.hedges))


def _cue_end(line: Line, cue: int) -> int:
    """A cue leaves its own "-고" to the clause around it."""
    end = line.closing(cue)
    return end if end > line.words[cue].start else line.words[cue].end


def _source(line: Line, at: Clause, direct: bool) -> Noun | None:
    behind = next((i for i in range(at.close + 1, at.cue) if line.subject(i)), None)
    if behind is not None:
        return line.noun(at.close + 1, behind, "topics", "subjects", "places_of_writing")
    quoted = _first_quote(line, at.start, at.close) if direct else at.close
    topics = [i for i in range(at.start, quoted) if line.topic(i)]
    if not topics:
        topics = [i for i in range(at.start, quoted) if line.subject(i)]
        if not direct and not at.deep and topics and not _speaks(line, topics[0]):
            return None
    if not topics:
        return None
    return line.noun(at.start, topics[0], "topics", "subjects", "places_of_writing")


def _speaks(line: Line, index: int) -> bool:
    """Whether a word that is no topic is somebody who can speak."""
    stem = line.stem(index, "subjects")
    # An ending of one syllable is shared by many things ("속도", "날씨").
    known = (e for name in SPEAKERS for e in line.forms.language.entries(name) if len(e) > 1 or e == stem)
    return stem.endswith(tuple(known))


def _first_quote(line: Line, start: int, close: int) -> int:
    """The first of the quotations that one speaker strings together ("“…”라며 “…”라고")."""
    carried = (i for i in range(start, close) if _goes_on(line, i))
    return next(carried, close)


def _goes_on(line: Line, index: int) -> bool:
    word = line.words[index]
    return line.quotes(index) and line.forms.language.among(word.tail, "carried_on")


def _content(line: Line, at: Clause, source: Noun | None, direct: bool) -> tuple[tuple[Span, ...], int]:
    """The content in its parts, and the word that it begins with."""
    start = source.end if source and source.start < at.close else at.start
    breaks = [i for i in range(start, at.close) if line.closes(i) and _string(line, i)]
    parts: list[Span] = []
    first = at.close if direct else -1
    for index in breaks:
        begins = index if line.quotes(index) else adjuncts_end(line, start, index)
        parts.append(Span(line.words[begins].start, line.closing(index)))
        first, start = (begins if len(parts) == 1 else first), index + 1
    whole = direct and not _named_so(line, start, at.close)
    last = at.close if whole else adjuncts_end(line, start, at.close)
    parts.append(Span(line.words[last].start, line.closing(at.close)))
    return tuple(parts), (first if breaks else last)


def _named_so(line: Line, start: int, close: int) -> bool:
    """ "이 극이 ‘…’이라고": the marks are those of a name, and what is called so stands before them."""
    if close <= start or line.text[line.words[close].start] not in line.forms.language.entries("title_marks"):
        return False
    return line.object(close - 1) or line.subject(close - 1)


def _string(line: Line, index: int) -> bool:
    word = line.words[index]
    if line.verb(index) is not None:
        return False
    return _goes_on(line, index) or bool(line.forms.ending(word.text, "carried_on") and word.quote is None)


def ordered(line: Line, source: Noun | None, role: Role, hands: Hands, cue: Span | None) -> tuple[Hop, ...]:
    """The hands from the origin on; whoever cites somebody is a relay."""
    who: tuple[Hop, ...] = ()
    if source is not None:
        who = (line.hop(Role.RELAY if hands.cited else role, source.span, cue),)
    return (*hands.cited, *who, *hands.channels, *hands.hearers, *hands.relays)


def _by_ending(line: Line, start: int, end: int, deep: int) -> Iterator[Attribution]:
    """ "“…”라며 자리를 떴다", "-다는 소문": no verb of saying follows the end of the content."""
    close = next((i for i in range(end - 1, start - 1, -1) if line.closes(i)), -1)
    if close < 0:
        return
    if close < end - 1 and (line.quotes(close) or line.forms.ending(line.words[close].text, "carried_on")):
        told = list(_ended(line, Clause(start, end, close, deep)))
        yield from told
        if told:
            return
    for each in unclosed.by_noun(line, start, close, end):
        told_so = made(line, *each)
        yield replace(told_so, stance=stance(line, told_so, None, close))


def _ended(line: Line, at: Clause) -> Iterator[Attribution]:
    direct = line.quotes(at.close)
    source = _source(line, replace(at, cue=at.close), direct)
    if source is None:
        return
    content, first = _content(line, at, source, direct)
    shown = _shown(line, at)
    cue = Span(line.closing(at.close), line.words[at.close].end) if shown < 0 else line.place(shown)
    hands = between(line, source.end, first)
    told = made(line, cue, content, ordered(line, source, Role.SPEAKER, hands, cue))
    manner = speech(line, at.start, max(shown, at.close))
    if shown >= 0 and manner is Speech.ACTUAL and shown + 1 < at.cue:
        manner = speech(line, at.start, shown + 1)
    yield replace(told, stance=stance(line, told, None, at.close), speech=manner)


def _shown(line: Line, at: Clause) -> int:
    """The word that shows the speaking where no verb does: "-는 평가를", "-고 배수진을 쳤다"; -1 for none."""
    word = line.words[at.close]
    if line.forms.language.among(word.tail, "quoted_before_nouns"):
        return at.close + 1
    return -1 if line.forms.ending(word.text, "carried_on") else at.cue - 1


def made(
    line: Line, cue: Span | None, content: tuple[Span, ...], hands: tuple[Hop, ...],
    attitude: Stance = Stance.ASSERTS, manner: Speech = Speech.ACTUAL, hedges: tuple[Span, ...] = (),
) -> Attribution:  # fmt: skip
    """An attribution of these parts."""
    origin = next((hop.who for hop in hands[:1]), None)
    quotes = tuple(
        word.quote.inner
        for word in line.words
        if word.quote and any(p.start <= word.start and word.quote.outer.end <= p.end for p in content)
    )
    return Attribution(
        id="", record="", kind=_kind(line, content, quotes), content=content,
        cue=(cue,) if cue else (), source=origin, hands=hands, quotes=quotes, stance=attitude,
        speech=manner, hedges=hedges, unstated=origin is None,
    )  # fmt: skip


def _kind(line: Line, content: tuple[Span, ...], quotes: tuple[Span, ...]) -> Kind:
    if not quotes:
        return Kind.INDIRECT
    inside = sum(quote.end - quote.start + 2 for quote in quotes)
    return Kind.DIRECT if inside >= sum(part.end - part.start for part in content) else Kind.MIXED
