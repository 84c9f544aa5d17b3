"""The attitude and the manner of what a head-final clause tells, by the ends of its words."""

from __future__ import annotations

from firsthand.languages import Verb
from firsthand.model import Attribution, Speech, Stance
from firsthand.reading.rules.wordforms import RIEUL, final
from firsthand.reading.rules.wordline import Line

TAIL = 24  # characters at the end of a content, where its verb stands


def stance(line: Line, told: Attribution, verb: Verb | None, close: int) -> Stance:
    """The verb's stance; of a plain one what the end of the content shows (a question, a promise)."""
    if verb is not None and verb.stance is not Stance.ASSERTS:
        return verb.stance
    last = told.content[-1]
    end = line.text[max(last.start, last.end - TAIL) : last.end].rstrip("”’\"'》」』.!")
    forms = line.forms
    if end.endswith("?") or forms.ends(end, "asking"):
        return Stance.QUESTIONS
    if forms.ends(end, "withholding"):
        return Stance.UNVERIFIED
    if forms.ends(end, "promising") and not forms.ends(end, "unknowing"):
        return Stance.PROMISES
    if _guessed(line, last.end, close) or any(
        shown in end for shown in forms.language.entries("speculative")
    ):
        return Stance.SPECULATES
    return Stance.ASSERTS


def _guessed(line: Line, end: int, close: int) -> bool:
    """ "-ㄹ 것": a thing to come, told without quotation marks."""
    if line.quotes(close):
        return False
    said = line.text[:end].rstrip("이라")
    return line.forms.ends(said, "nominal_that") and final(said[:-1].rstrip()[-1:] or " ") == RIEUL


def speech(line: Line, start: int, cue: int) -> Speech:
    """Whether it was said, was not, may be, or is still to come."""
    word = line.words[cue]
    if line.has(start, "conditional") or line.forms.ending(word.text, "conditional_endings"):
        return Speech.CONDITIONAL
    if negated(line, cue):
        return Speech.NEGATED
    return Speech.FUTURE if _to_come(line, cue) else Speech.ACTUAL


def _to_come(line: Line, cue: int) -> bool:
    after = cue + 1
    open_to = final(line.words[cue].text[-1]) == RIEUL
    return open_to and after < len(line.words) and line.forms.begins(line.words[after].text, "future_nouns")


def negated(line: Line, cue: int) -> bool:
    """ "말하지 않았다": the verb with a negation behind it."""
    after = cue + 1
    if after >= len(line.words) or not line.forms.ending(line.words[cue].text, "negated_after"):
        return False
    return line.forms.begins(line.words[after].text, "negations")
