"""Cues that are no verb with a subject: "according to", "citing", "reportedly", "claims that"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from firsthand.model import Being, Hop, Role, Stance
from firsthand.reading.rules.authored import authored
from firsthand.reading.rules.beings import being
from firsthand.reading.rules.cues import Cue
from firsthand.reading.rules.doubted import adverb, segment, until_mark
from firsthand.reading.rules.frames import Frame, Ground
from firsthand.reading.rules.hands import adjuncts, carrier, hop, named_apposition, relayed, unrelayed
from firsthand.reading.rules.phrases import Phrase, noun_left, noun_right, span_of
from firsthand.reading.rules.stance import of_noun

ASIDE = 8  # tokens of an apposition between its commas
DESCRIBED = 4  # words between a claimant and the claim


def named_frame(ground: Ground, cue: Cue) -> Frame | None:
    """The frame of a cue of one of the lists in `cues.NAMED`."""
    rule = {
        "according": _according,
        "framing": _framing,
        "citing": _citing,
        "reportedly": adverb,
        "allegedly": adverb,
        "hearsay": _hearsay,
        "accused": _accused,
        "identified": _identified,
        "presented": _identified,
        "claims": _claims,
    }[cue.kind]
    return rule(ground, cue)


def _party(ground: Ground, at: int) -> Phrase | None:
    phrase = noun_right(ground.tokens, at, ground.language, titled=True)
    if phrase is None or phrase.start >= ground.end:
        return None
    phrase = unrelayed(ground, Phrase(phrase.start, min(phrase.end, ground.end)))
    return named_apposition(ground, _knowing(ground, phrase))


def _knowing(ground: Ground, phrase: Phrase) -> Phrase:
    """ "people familiar | with how it was put together": what somebody without a name knows of."""
    if ground.phrase_at(phrase.end, "acquaintance") > phrase.end:
        return Phrase(phrase.start, until_mark(ground, phrase.end))
    if not ground.among(phrase.end - 1, "knowing") or not ground.among(phrase.end, "prepositions"):
        return phrase
    return Phrase(phrase.start, until_mark(ground, phrase.end))


def _according(ground: Ground, cue: Cue) -> Frame | None:
    """ "According to X, C", "C, according to X", and no manner ("according to the number of seats")."""
    start = cue.at.start
    if ground.among(start, "prepositions") and start > 0 and not ground.mark(start - 1, ","):
        return None  # "prema", "per" within a clause: a way or a measure
    phrase = _within(ground, cue) or _party(ground, cue.at.end)
    if phrase is None or _manner(ground, phrase) or ground.among(phrase.start, "relatives"):
        return None
    written = authored(ground, phrase)
    stop = max(phrase.end, cue.at.end, written.end if written else 0)
    end, after = _relays(ground, Phrase(phrase.start, stop))
    writer = _writer(ground, end)
    if writer is None:
        return _around(ground, cue, phrase, end, after)
    frame = _around(ground, cue, writer, writer.end, (hop(ground, Role.CHANNEL, phrase), *after))
    return replace(frame, role=Role.AUTHOR) if frame else None


def _within(ground: Ground, cue: Cue) -> Phrase | None:
    """ "по его словам": whose words they are stands within the cue."""
    inner = range(cue.at.start + 1, cue.at.end - 1)
    whose = next((i for i in inner if ground.low(i) in ground.language.pronouns), None)
    return None if whose is None else Phrase(whose, whose + 1)


def _writer(ground: Ground, at: int) -> Phrase | None:
    """ "a memo (seen by Y and) written by X": X."""
    start = at
    while ground.among(start, "conjunctions", "adverbs") or ground.mark(start, ","):
        start += 1
    end = ground.phrase_at(start, "authoring")
    return _party(ground, end) if end > start else None


def _manner(ground: Ground, phrase: Phrase) -> bool:
    head = phrase.end - 1
    for index in range(phrase.start + 1, phrase.end):
        if ground.among(index, "of"):
            head = index - 1
            break
    if ground.language.entries("within") and ground.among(phrase.start, "manner"):
        return True  # "согласно правилам игры": the owner stands behind without "of"
    return ground.among(head, "manner") and not ground.tokens[head].capital


def _relays(ground: Ground, phrase: Phrase) -> tuple[int, tuple[Hop, ...]]:
    end = phrase.end
    hops: list[Hop] = []
    while (passed := relayed(ground, end)) and passed[1] > end:
        hops.append(passed[0])
        end = passed[1]
    return end, tuple(hops)


def _around(ground: Ground, cue: Cue, phrase: Phrase, end: int, after: tuple[Hop, ...]) -> Frame | None:
    """The clause that the phrase qualifies: what follows its comma at the start, else what precedes."""
    start = cue.at.start
    first = start == 0 or (start < 3 and not any(t.quote for t in ground.tokens[:start]))
    if first and end < ground.end:
        end = _after_citing(ground, end)
        end = _after_aside(ground, end)
        if ground.mark(end, ","):
            end += 1
        content: tuple[Phrase, ...] = (Phrase(end, ground.end),) if end < ground.end else ()
    else:
        stop = start - 1 if ground.mark(start - 1, ",—–-(") else start
        rest = end + 1 if ground.mark(end, ",") else end
        content = (Phrase(0, stop),) if stop > 0 else ()
        if content and ground.mark(end, ",") and rest < ground.end and _goes_on(ground, stop, rest):
            content = (*content, Phrase(rest, ground.end))
    if not content:
        return None
    return Frame(
        sentence=ground.number,
        cue=cue.at,
        region=Phrase(start, end),
        content=content,
        source=phrase,
        role=Role.AUTHOR if carrier(ground, phrase) else Role.SPEAKER,
        after=after,
        leftward=not first,
        framing=True,
    )


def _goes_on(ground: Ground, stop: int, rest: int) -> bool:
    """Whether the clause before an inserted "according to X" goes on behind it."""
    return ground.among(rest, "that", "finite") or not ground.has_finite(0, stop)


def _after_citing(ground: Ground, at: int) -> int:
    """Behind "citing Z" where it follows the source at once; ``at`` where it does not."""
    start = at + 1 if ground.mark(at, ",") else at
    end = ground.phrase_at(start, "citing")
    party = _party(ground, end) if end > start else None
    if party is None:
        return at
    return _relays(ground, party)[0]


def _after_aside(ground: Ground, at: int) -> int:
    """ "According to X, a farmer | , C", "the office of statistics | , C": to the comma before the clause.

    Only where no verb stands between, and one does behind.
    """
    start = at + 1 if ground.mark(at, ",") else at
    for index in range(start + 1, min(start + ASIDE, ground.end)):
        if ground.quote(index) or ground.mark(index, ":;—–") or ground.has_finite(index, index + 1):
            return at
        if ground.mark(index, ","):
            return index if ground.has_finite(index, ground.end) else at
    return at


def _framing(ground: Ground, cue: Cue) -> Frame | None:
    """ "…, as reported by Z": holds for all that the sentence tells."""
    if cue.at.start > 0 and cue.at.end - cue.at.start < 3 and not ground.mark(cue.at.start - 1, ","):
        return None
    dated = ground.among(cue.at.end, "prepositions") and ground.among(cue.at.end + 1, "time")
    hung = adjuncts(ground, cue.at.end + 2 * dated)  # "Как рассказала | в понедельник | врач Инна Вяз"
    phrase = _party(ground, hung.end)
    if phrase is None:
        return None
    frame = _around(ground, cue, phrase, phrase.end, hung.hops)
    return replace(frame, role=Role.RELAY) if frame else None


def _citing(ground: Ground, cue: Cue) -> Frame | None:
    """ "X, citing Z, said": Z is nearer to the origin than X; a reason cited is no source."""
    phrase = _party(ground, cue.at.end)
    if phrase is None:
        return None
    if any(ground.among(i, "reasons") for i in range(phrase.start, phrase.end)):
        return Frame(ground.number, cue.at, Phrase(cue.at.start, phrase.end), ())  # it ends what was said
    written = authored(ground, phrase)
    end, after = _relays(ground, Phrase(phrase.start, written.end) if written else phrase)
    owner = _genitive(ground, phrase)
    if owner:
        after = (hop(ground, Role.CHANNEL, Phrase(phrase.start, owner.start)), *after)
    return Frame(
        sentence=ground.number,
        cue=cue.at,
        region=Phrase(cue.at.start, _described(ground, end)),
        content=(),
        source=owner or phrase,
        role=Role.AUTHOR if owner or carrier(ground, phrase) else Role.SPEAKER,
        after=after,
    )


def _described(ground: Ground, at: int) -> int:
    """Behind what is told of somebody who is cited: "a nurse | who was not named"."""
    return until_mark(ground, at) if ground.among(at, "relatives", "prepositions") else at


def _genitive(ground: Ground, phrase: Phrase) -> Phrase | None:
    """ "лист мера Остапа Гривнюка": whose letter it is, where the case alone shows the owner."""
    rest = Phrase(phrase.start + 1, phrase.end)
    if not ground.among(phrase.start, "carriers") or not ground.language.entries("hearing"):
        return None
    named = any(ground.tokens[i].capital for i in range(*rest))
    return rest if named and not ground.among(rest.start, "prepositions", "of") else None


def _hearsay(ground: Ground, cue: Cue) -> Frame | None:
    """ "X is said to C", "it is believed that C", "rumour has it that C"."""
    at = adjuncts(ground, cue.at.end).end if ground.among(cue.at.start, "impersonal") else cue.at.end
    at += ground.mark(at, ",") and ground.among(at + 1, "that")
    impersonal = ground.among(at, "that")
    if ground.among(cue.at.start, "impersonal") and not impersonal:
        return None
    content = Phrase(at + 1, ground.end) if impersonal else segment(ground, cue.at.start)
    if content.end - content.start < 2:
        return None
    neutral = ground.among(cue.at.end - 1, "neutral")
    hedges = () if neutral else (span_of(ground.tokens, cue.at),)
    region = Phrase(cue.at.start, at + 1) if impersonal else cue.at
    return Frame(
        ground.number, cue.at, region, (content,), hedges=hedges, unstated=True, gap=True,
        stance=Stance.ALLEGES if "alleg" in ground.low(cue.at.start + 1) else Stance.ASSERTS,
    )  # fmt: skip


def _accused(ground: Ground, cue: Cue) -> Frame | None:
    """ "X is accused (by Y) of C"."""
    accused = noun_left(ground.tokens, cue.at.start, ground.language)
    start = accused.start if accused else cue.at.end
    if cue.at.end >= ground.end:
        return None
    return Frame(
        ground.number, cue.at, Phrase(start, cue.at.end), (Phrase(start, ground.end),), stance=Stance.ALLEGES,
        unstated=True, gap=True,
    )  # fmt: skip


def _identified(ground: Ground, cue: Cue) -> Frame | None:
    """ "X, identified as N": somebody identifies him, and the text does not say who, unless "by Y"."""
    end = next((i for i in range(cue.at.end, ground.end) if ground.mark(i, ",;—–")), ground.end)
    by = next((i for i in range(cue.at.end, end) if ground.low(i) == "by"), None)
    party = _party(ground, by + 1) if by else None
    stop = by if party and by else end
    if stop <= cue.at.end:
        return None
    comma = cue.at.start - 1 if ground.mark(cue.at.start - 1, ",") else cue.at.start
    named = noun_left(ground.tokens, comma, ground.language)
    start = named.start if named and comma == cue.at.start else cue.at.start
    return Frame(
        ground.number, cue.at, Phrase(start, end), (Phrase(start, stop),), source=party,
        unstated=party is None, gap=party is None,
    )  # fmt: skip


def _claims(ground: Ground, cue: Cue) -> Frame | None:
    """ "claims that C", "claims of C", with the claimant where a possessive names one."""
    at = cue.at.end
    by = _party(ground, at + 1) if ground.low(at) == "by" else None
    at = by.end if by else at
    hung = adjuncts(ground, at)
    at = hung.end if ground.among(hung.end, "that") else at  # "his claim in May | that C"
    if ground.low(at - 1) == "fears" and not ground.among(at, "that"):
        return None
    if not (ground.among(at, "that") or (ground.low(at) == "of" and ground.among(at - 1, "doubtful"))):
        return None
    if at + 1 >= ground.end:
        return None
    doubtful = ground.among(cue.at.start, "doubtful")
    owner = by or _owner(ground, cue.at.start)
    shown = (span_of(ground.tokens, cue.at),) if doubtful else ()
    return Frame(
        sentence=ground.number,
        cue=cue.at,
        region=Phrase(min(owner.start, cue.at.start) if owner else cue.at.start, at + 1),
        content=(Phrase(at + 1, _main_verb(ground, cue.at.start, at + 1, _dash(ground, at + 1))),),
        source=owner,
        stance=of_noun(ground.language, ground.low(cue.at.start)),
        hedges=shown,
        unstated=owner is None,
        gap=owner is None,
    )


def _main_verb(ground: Ground, cue: int, start: int, end: int) -> int:
    """ "Ann's claim that it was empty | was wrong": where the claim is the subject, a second verb ends it."""
    if any((ground.sure[i] and ground.low(i) != "'s") or ground.mark(i, ",") for i in range(cue)):
        return end
    verbs = [i for i in range(start + 1, end) if ground.finite[i + 1] > ground.finite[i]]
    apart = (b for a, b in pairwise(verbs) if b - a > 1 and not ground.among(b - 1, "adverbs", "negations"))
    second = next(apart, end)
    clauses = ("conjunctions", "relatives", "subordinators")
    joined = any(ground.mark(i, ",") or ground.among(i, *clauses) for i in range(start, second))
    return end if joined else second


def _dash(ground: Ground, at: int) -> int:
    return next((i for i in range(at, ground.end) if ground.mark(i, "—–-;")), ground.end)


def _owner(ground: Ground, at: int) -> Phrase | None:
    """The claimant: "his claim", "Ann's often repeated claim"."""
    for index in range(at - 1, max(0, at - 1 - DESCRIBED), -1):
        if ground.among(index, "possessives"):
            return Phrase(index, index + 1)
        if ground.tokens[index].text in ("'s", "’s"):
            return _claimant(ground, noun_left(ground.tokens, index, ground.language))
        if not ground.tokens[index].word or ground.among(index, "prepositions", "finite", "determiners"):
            break
    return Phrase(0, 1) if at == 1 and ground.among(0, "possessives") else None


def _claimant(ground: Ground, owner: Phrase | None) -> Phrase | None:
    """ "a significant expansion of | Ann's (claims)": behind an "of" that somebody's name follows."""
    of = next((i for i in range(*owner) if ground.low(i) == "of"), None) if owner else None
    if owner is None or of is None or of + 1 >= owner.end:
        return owner
    somebody = being(ground, Phrase(owner.start, of)) is not Being.UNKNOWN
    return owner if somebody or not ground.tokens[of + 1].capital else Phrase(of + 1, owner.end)


def unnamed(ground: Ground, frame: Frame) -> Hop:
    """The gap in the chain of a frame whose source the text leaves unnamed."""
    role = frame.role if frame.role is Role.RELAY else Role.SPEAKER
    return Hop(role, None, being=Being.UNKNOWN, cue=span_of(ground.tokens, frame.cue))
