"""The attitude to the content, and notes that it could not be verified."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from firsthand.languages import Language
from firsthand.model import Being, Span, Speech, Stance
from firsthand.reading.rules.beings import being
from firsthand.reading.rules.frames import Found, Frame, Ground, ground
from firsthand.reading.rules.phrases import Phrase, span_of
from firsthand.reading.sentences import Sentence
from firsthand.text import WORD

ENDED = re.compile(r"[.!…]\s")  # a sentence that ends inside a quotation
SHOWN = (Stance.SPECULATES, Stance.PROMISES)
SHORT = frozenset({"'ll", "'d"})
FEW = 4  # words; a part that is shorter and stands before another one opens its sentence
HEAD = 300  # characters of a content that are looked at: its first clause


def judge(text: str, here: Ground, frame: Frame) -> Stance:
    """The verb's stance, or for a plain "said" what its words show: a question, a promise, a guess."""
    if _neither(here, frame):
        return Stance.UNVERIFIED
    if frame.stance is not Stance.ASSERTS or not frame.content:
        return frame.stance
    first = _telling(text, here, frame)
    quote = here.tokens[first.start].quote
    if quote is not None and quote.ends == "?" and not ENDED.search(text, *quote.inner):
        return Stance.QUESTIONS
    if here.mark(frame.cue.start, ":") and here.tokens[-1].text == "?":
        return Stance.QUESTIONS  # "LEE: Was it safe?"
    lows = _lows(text, here, first)
    lows = lows[1:] if lows[:1] and here.language.among(lows[0], "that") else lows
    own = any(low in ("i", "we", "he", "she", "they") for low in lows[:2]) or _itself(lows, here, frame)
    if quote is not None and lows and _first_person(lows[0], here.language) and _refuses(lows[1:6], here):
        return Stance.DENIES
    if frame.speech is Speech.ACTUAL and _rebuts(lows, here.language):
        return Stance.DENIES
    if frame.speech is Speech.NEGATED:
        return Stance.ASSERTS
    shown = here.language.verbs.get(lows[1]) if own and len(lows) > 1 else None
    if shown is not None and shown.stance in SHOWN:
        return shown.stance  # "I fear that C", "said he hopes that C"
    if _promises(lows, quote is not None, own, here.language):
        return Stance.PROMISES
    inner = next((n for n, low in enumerate(lows) if n and here.language.among(low, "relatives")), 8)
    guesses = any(here.language.among(low, "speculative") for low in lows[: min(8, inner)])
    return Stance.SPECULATES if guesses or (not own and _predicts(lows, here)) else Stance.ASSERTS


def _telling(text: str, here: Ground, frame: Frame) -> Phrase:
    """The first part of a content, or of "“As mayor,” she said, “I will go”" the one that tells it."""
    spans = {part: span_of(here.tokens, part) for part in frame.content}
    first = min(frame.content)
    few = len(WORD.findall(text, *spans[first])) < FEW
    return max(frame.content, key=lambda part: spans[part].end - spans[part].start) if few else first


def _neither(here: Ground, frame: Frame) -> bool:
    """ "neither confirmed nor denied": as one that declined to say."""
    before = here.tokens[max(0, frame.cue.start - 2) : frame.cue.start]
    return any(here.language.among(token.low, "neither") for token in before)


def _itself(lows: Sequence[str], here: Ground, frame: Frame) -> bool:
    """ "The company said it would": "it" is the body that speaks."""
    if frame.source is None or not here.language.among(lows[0] if lows else "", "impersonal"):
        return False
    return being(here, frame.source) in (Being.BODY, Being.OUTLET)


def _rebuts(lows: Sequence[str], language: Language) -> bool:
    """Whether a content is an answer to a charge: "he did nothing wrong", "the report is false"."""
    head = f" {' '.join(lows[:12])} "
    return any(f" {entry} " in head for entry in language.entries("rebuttals"))


def _promises(lows: Sequence[str], quoted: bool, own: bool, language: Language) -> bool:
    """ "I will …" anywhere near the head of a quotation, "he would …" as the head of a report."""
    if quoted:
        said = language.entries("promising")
        acts = zip(lows[:12], lows[1:12], lows[2:13], strict=False)
        vowed = any(a in ("i", "we") and b in said and not language.among(c, "telling") for a, b, c in acts)
        return vowed or (own and _intends(lows, language))
    return own and (
        any(low in language.entries("promising_reported") for low in lows[1:4]) or _intends(lows, language)
    )


def _intends(lows: Sequence[str], language: Language) -> bool:
    """ "he intends to hold a hearing", "she was prepared to testify"."""
    near = pairwise(lows[1:7])
    return any(language.among(a, "intending") and language.among(b, "to") for a, b in near)


def _predicts(lows: Sequence[str], here: Ground) -> bool:
    """Whether the first finite verb puts the clause into the future ("the roof would hold")."""
    if lows and here.language.among(lows[0], "conditional"):  # "if A wins, B will lose"
        return any(here.language.among(low, "predicting") for low in lows)
    for low in lows[1:12]:
        if here.language.among(low, "predicting"):
            return True
        if here.language.among(low, "finite", "relatives") or low in here.language.verbs:
            return False
    return False


def of_noun(language: Language, noun: str) -> Stance:
    """The attitude that a noun of saying shows: "claims" allege, "fears" guess."""
    named = (
        (Stance.ALLEGES, "doubtful"),
        (Stance.DENIES, "denying"),
        (Stance.CONFIRMS, "confirming"),
        (Stance.PROMISES, "pledging"),
        (Stance.SPECULATES, "guessing"),
    )
    return next((stance for stance, name in named if noun in language.entries(name)), Stance.ASSERTS)


def _lows(text: str, here: Ground, part: Phrase) -> list[str]:
    """The first words of a content in small letters, read through its quotation marks."""
    span = span_of(here.tokens, part)
    head = text[span.start : min(span.end, span.start + HEAD)]
    found = [word for match in WORD.finditer(head) for word in _parted(match.group())]
    months = here.language.entries("time")  # "in May" is no guess
    return [
        w.lower().replace("’", "'")
        for n, w in enumerate(found)
        if not (n and w[0].isupper() and w.lower() in months)
    ]


def _parted(word: str) -> list[str]:
    """ "we'll" as "we" and "'ll"."""
    plain = word.replace("’", "'")
    at = plain.rfind("'")
    return [plain[:at], plain[at:]] if at > 0 and plain[at:].lower() in SHORT else [plain]


def _first_person(low: str, language: Language) -> bool:
    return language.among(low, "nominative") and language.pronouns.get(low) == "any"


def _refuses(lows: list[str], here: Ground) -> bool:
    """Whether a first person's words are a plain negative answer ("We never owned it")."""
    past = tuple(here.language.entries("endings"))  # "не брала", no "не возьмём"
    pairs = pairwise([*lows, ""])
    return any(a in here.language.entries("denial") and (not past or b.endswith(past)) for a, b in pairs)


def notes(found: list[Found], sentences: Sequence[Sentence], language: Language) -> list[Found]:
    """Notes of the writer ("could not be independently verified") as hedges of what was just told.

    A note holds for the sentence it stands in and, where that one tells nothing, for the one before
    in the same paragraph.
    """
    noted: dict[int, Span] = {}
    last: dict[int, int] = {}
    told = {each.sentence for each in found}
    for number, sentence in enumerate(sentences):
        if sentence.inside is not None:
            continue
        span = _note(sentence, number, language)
        if span:
            noted[number if number in told else last.get(sentence.paragraph, -1)] = span
        if number in told:
            last[sentence.paragraph] = number
            last[sentence.paragraph + 1] = number
    return [_noted(each, noted) for each in found]


def _noted(each: Found, noted: dict[int, Span]) -> Found:
    span = noted.get(each.sentence)
    if span is None or span in each.attribution.hedges:
        return each
    hedges = (*each.attribution.hedges, span)
    return replace(each, attribution=replace(each.attribution, hedges=hedges))


def _note(sentence: Sentence, number: int, language: Language) -> Span | None:
    heads = (
        any(kind == "unverified" for _, kind in language.phrases.get(t.low, ())) for t in sentence.tokens
    )
    if not any(heads):
        return None
    here = ground(sentence, number, language)
    for index in range(here.end):
        end = here.phrase_at(index, "unverified")
        if end > index:
            return span_of(here.tokens, Phrase(index, end))
    return None
