"""Contents that no ending closes: "C의 의혹을 부인했다", "X에 따르면 C", "“…” X의 말이다"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from firsthand.languages import Verb
from firsthand.model import Being, Hop, Role, Span, Speech, Stance
from firsthand.reading.rules.attached import between
from firsthand.reading.rules.manner import negated, speech
from firsthand.reading.rules.wordline import Line, Noun
from firsthand.reading.sentences import Sentence

BACK = 5  # words between the thing denied or withheld and the verb
AFTER = 5  # words between the end of a content and the noun that says what it was

Parts = tuple[
    Span | None, tuple[Span, ...], tuple[Hop, ...], Stance, Speech, tuple[Span, ...]
]  # as `headfinal.made` takes them


class Framing(NamedTuple):
    """ "X에 따르면": who it names, the words that show it, and the word behind it."""

    hop: Hop
    cue: Span
    end: int


def according(line: Line) -> Framing | None:
    """The framing phrase that opens a sentence, if it names a source and no rule or plan."""
    for index in line.each(1, 10):
        if not line.has(index, "according"):
            continue
        before = index - 1
        stem = line.stem(before, "places", "objects")
        if stem == line.words[before].text or (
            line.object(before) and not line.forms.ends(stem, "documents")
        ):
            return None
        if line.forms.ends(stem, "rules"):
            return None
        last = before - 1 if before and line.forms.language.among(stem, "cited") else before
        noun = line.noun(0, last, "places", "objects", "owners")
        cue = Span(noun.span.end, line.words[index].end)
        role = Role.AUTHOR if line.being(noun.span) is Being.DOCUMENT else Role.SPEAKER
        return Framing(line.hop(role, noun.span, cue), cue, index + 1)
    return None


def noun_told(line: Line, start: int, cue: int, verb: Verb) -> Iterator[Parts]:
    """ "X는 의혹을 부인했다", "X는 까닭을 밝히지 않았다": a noun phrase is what is denied or withheld."""
    withheld = negated(line, cue) or verb.frame == "withhold"
    manner = speech(line, start, cue)
    if not (withheld or verb.noun or manner is Speech.FUTURE or _directive(line, cue)):
        return
    topic = next((i for i in range(start, cue) if line.topic(i)), None)
    if topic is None:
        topic = next((i for i in range(start, cue) if line.subject(i)), None)
    if topic is None:
        return
    source = line.noun(start, topic, "topics", "subjects")
    what = _matter(line, source.end, cue)
    if what is None:
        return
    shown = Span(line.words[cue].start, line.words[min(cue + withheld, len(line.words) - 1)].end)
    hands = between(line, source.end, cue)
    chain = (line.hop(verb.role, source.span, shown), *hands.channels, *hands.hearers, *hands.relays)
    attitude = Stance.UNVERIFIED if withheld else verb.stance
    manner = Speech.NEGATED if withheld else manner
    yield shown, (what,), chain, attitude, manner, ()


def _directive(line: Line, cue: int) -> bool:
    return line.forms.begins(line.words[cue].text, "announcing")


def _matter(line: Line, low: int, cue: int) -> Span | None:
    """The noun phrase or the "whether" clause that the verb withholds or denies."""
    for index in range(cue - 1, max(low, cue - BACK) - 1, -1):
        word = line.words[index]
        asked = line.forms.ending(word.text, "whether")
        if asked:
            first = _clause_start(line, low, index)
            return Span(line.words[first].start, word.end - len(asked) + _kept(line, asked))
        if _about(line, index):
            return line.noun(low, index, "objects", "places", "topics").span
    return None


def _kept(line: Line, asked: str) -> int:
    return len(line.forms.bare(asked, "objects", "places", "topics")) if len(asked) > 1 else len(asked)


def _clause_start(line: Line, low: int, index: int) -> int:
    at = low
    while at < index and (line.has(at, "adverbs") or line.day(at)):
        at += 1
    return at


def _about(line: Line, index: int) -> bool:
    """Whether the word is the object, or stands before "에 대해" or "묻는"."""
    stem = line.stem(index, "objects", "places")
    if line.object(index):
        return not line.forms.language.among(stem, "silent")
    return line.has(index + 1, "about") and bool(line.forms.ending(line.words[index].text, "places"))


def by_noun(line: Line, start: int, close: int, end: int) -> Iterator[Parts]:
    """ "C다는 소문이 돈다", "C다는 게 X의 설명이다": a noun says what the content was."""
    if not line.forms.ends(line.words[close].text, "adnominal_quotes"):
        return
    for index in line.each(close + 1, min(close + 1 + AFTER, end)):
        name = _saying(line, index)
        if name:
            yield from _named(line, start, close, index, name)
            return


def _saying(line: Line, index: int) -> str:
    """Which list of nouns the word is of: "hearsay" or "says"."""
    text = line.words[index].text
    stems = {text, line.stem(index, "nominals"), line.stem(index, "subjects", "objects")}
    for name in ("hearsay", "says"):
        if stems & line.forms.language.entries(name):
            return name
    return ""


def _named(line: Line, start: int, close: int, index: int, name: str) -> Iterator[Parts]:
    outlet = _outlet(line, start, close)
    first = outlet.end if outlet else start
    content = Span(line.words[first].start, line.closing(close))
    cue = line.place(index)
    owner = index - 1
    if owner > close and line.forms.ending(line.words[owner].text, "owners"):
        noun = line.noun(close + 1, owner, "owners")
        passed = (line.hop(Role.RELAY, outlet.span),) if outlet else ()
        chain = (line.hop(Role.SPEAKER, noun.span, cue), *passed)
        yield cue, (content,), chain, Stance.ASSERTS, Speech.ACTUAL, ()
    elif name == "hearsay":
        yield cue, (content,), (), Stance.ASSERTS, Speech.ACTUAL, (cue,)


def _outlet(line: Line, start: int, close: int) -> Noun | None:
    """The paper that prints it, where one opens the sentence."""
    topic = next((i for i in range(start, close) if line.topic(i)), None)
    noun = line.noun(start, topic, "topics") if topic is not None else None
    return noun if noun and line.being(noun.span) is Being.OUTLET else None


def of_quotation(line: Line, before: Sentence) -> Iterator[Parts]:
    """ "“…” X가 그렇게 말했다", "“…” X의 말이다": a sentence on the quotation right before it."""
    quote = before.tokens[-1].quote
    if quote is None or len(before.tokens) > 1 or not line.words:
        return
    told = _teller(line)
    if told is not None:
        noun, cue = told
        yield (
            cue,
            (quote.outer,),
            (line.hop(Role.SPEAKER, noun.span, cue),),
            Stance.ASSERTS,
            Speech.ACTUAL,
            (),
        )


def _teller(line: Line) -> tuple[Noun, Span] | None:
    last = len(line.words) - 1
    if line.verb(last) is not None or line.has(last, "said"):
        who = next((i for i in range(last) if line.subject(i)), None)
        return (line.noun(0, who, "topics", "subjects"), line.place(last)) if who is not None else None
    for index in line.each(1, len(line.words)):
        owned = line.forms.ending(line.words[index - 1].text, "owners")
        if owned and _saying(line, index):
            return line.noun(0, index - 1, "owners"), line.place(index)
    return None
