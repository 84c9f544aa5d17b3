"""The rules of grammar: one function a kind of cue, each giving a frame or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from firsthand.languages import Verb
from firsthand.model import Being, Hop, Role, Speech, Stance
from firsthand.reading import subjects
from firsthand.reading.cues import Cue, is_noun, scan
from firsthand.reading.frames import Frame, Ground
from firsthand.reading.hands import Adjuncts, addressee, adjuncts, carrier, hop, relayed
from firsthand.reading.named import named_frame
from firsthand.reading.phrases import Phrase, VerbGroup, noun_right, span_of, verb_group
from firsthand.reading.subjects import Subject

MOST = 8  # frames a sentence; the fullest in 400 news texts has 4, and pairs of frames are compared


def frames(ground: Ground) -> list[Frame]:
    """Every frame of one sentence, in the order of their cues."""
    found: list[Frame] = []
    last: Phrase | None = None
    for cue in scan(ground.tokens[: ground.end], ground.language):
        frame = _verb_frame(ground, cue, last) if cue.verb else named_frame(ground, cue)
        if frame and len(found) < MOST:
            found.append(frame)
            last = frame.source if cue.verb and frame.source else last
    return found


def _verb_frame(ground: Ground, cue: Cue, last: Phrase | None) -> Frame | None:
    verb = cue.verb
    assert verb is not None
    group = verb_group(ground.tokens, cue.at.start, ground.language)
    if is_noun(ground.tokens, cue, ground.language) or (group.infinitive and not group.future):
        return None
    if group.passive and not ground.low(cue.at.start).endswith("ing"):
        return _passive(ground, cue, verb, group)
    subject = subjects.find(ground, group, cue.at, last)
    if subject is None or not _plausible(ground, subject):
        return None
    special = {"accuse": _accuse, "quote": _quote, "view": _view, "hear": _hear}.get(verb.frame)
    frame = special(ground, cue, verb, subject) if special else _clause(ground, cue, verb, group, subject)
    return replace(frame, speech=_speech(ground, subject, group, verb)) if frame else None


def _plausible(ground: Ground, subject: Subject) -> bool:
    tokens = ground.tokens[subject.phrase.start : subject.phrase.end]
    return any(token.word and not token.text.isdigit() for token in tokens)


def _speech(ground: Ground, subject: Subject, group: VerbGroup, verb: Verb) -> Speech:
    if ground.among(subject.start - 1, "conditional") or ground.low(subject.phrase.start) == "if":
        return Speech.CONDITIONAL
    if group.negated or verb.frame == "withhold":
        return Speech.NEGATED
    return Speech.FUTURE if group.future else Speech.ACTUAL


# ---------------------------------------------------------------- clauses


def _clause(ground: Ground, cue: Cue, verb: Verb, group: VerbGroup, subject: Subject) -> Frame | None:
    """ "X said (that) C", "X told Y that C", "C, X said", "C, said X"."""
    at = subject.end if subject.inverted else cue.at.end
    hearer: tuple[Hop, ...] = ()
    if verb.frame == "tell":
        phrase = noun_right(ground.tokens, at, ground.language)
        if phrase is None:
            return None
        phrase = Phrase(phrase.start, min(phrase.end, ground.end))
        ear = addressee(ground, phrase)
        hearer, at = ((ear,) if ear else ()), phrase.end
    hung = adjuncts(ground, at)
    content, leftward = _content(ground, verb, subject, hung.end, group)
    if not content:
        return None
    channel = tuple(h for h in hung.hops if h.role is Role.CHANNEL)
    others = tuple(h for h in hung.hops if h.role is not Role.CHANNEL)
    opening = _opening(ground, subject)
    frame = _frame(ground, cue, verb, subject, content, hung, group)
    return replace(frame, after=(*opening, *channel, *hearer, *others), leftward=leftward)


def _frame(
    ground: Ground, cue: Cue, verb: Verb, subject: Subject, content: tuple[Phrase, ...], hung: Adjuncts,
    group: VerbGroup,
) -> Frame:  # fmt: skip
    hedges = hung.hedges
    if verb.hedge:
        start = cue.at.start
        hedges = (span_of(ground.tokens, Phrase(start, cue.at.end)), *hedges)
    for index in range(group.start, cue.at.start):
        if ground.among(index, "reportedly", "allegedly", "baseless"):
            hedges = (*hedges, span_of(ground.tokens, Phrase(index, index + 1)))
    region = Phrase(min(subject.start, cue.at.start), max(hung.end, cue.at.end, subject.end))
    stance = verb.stance
    if group.negated and ground.among(cue.at.end, "whether"):
        stance = Stance.UNVERIFIED
    if verb.frame == "withhold" and ground.among(hung.end, "that"):
        stance = Stance.ASSERTS  # "did not say that C" denies the saying; it withholds nothing
    return Frame(
        sentence=ground.number,
        cue=cue.at,
        region=region,
        content=content,
        source=subject.phrase,
        role=verb.role,
        stance=stance,
        hedges=hedges,
    )


def _content(
    ground: Ground, verb: Verb, subject: Subject, at: int, group: VerbGroup
) -> tuple[tuple[Phrase, ...], bool]:
    """The content of a clause verb, and whether it stands before its source."""
    right = _right(ground, verb, at, subject, group)
    if right is not None and right < ground.end:
        end = ground.end
        if ground.among(subject.start - 1, "conditional"):
            end = next((i for i in range(right, ground.end) if ground.mark(i, ",")), ground.end)
        return (Phrase(right, end),), False
    stopped = at >= ground.end or ground.mark(at, ",;—–-)") or ground.quote(at)
    if not stopped and not subject.inverted and not _tailed(ground, at):
        return (), False
    return _left(ground, subject, at), True


def _tailed(ground: Ground, at: int) -> bool:
    """Whether only circumstances follow ("as he left", "in his office"), no content."""
    return ground.among(at, "subordinators", "prepositions", "conjunctions")


def _right(ground: Ground, verb: Verb, at: int, subject: Subject, group: VerbGroup) -> int | None:
    """Where content after the verb begins; None where the verb closes its clause."""
    if at >= ground.end:
        return None
    leading = ground.quote(subject.start - 1) or ground.quote(subject.start - 2)
    if ground.among(at, "that") and not ground.mark(at + 1, ",."):
        return at + 1
    if ground.mark(at, ":"):
        return at + 1
    if ground.mark(at, ",") and ground.quote(at + 1) and not leading:
        return at + 1
    asking = (
        verb.frame == "withhold" or verb.stance is Stance.QUESTIONS or group.negated or verb.frame == "tell"
    )
    if ground.mark(at, ",") and (
        ground.among(at + 1, "that") or (asking and ground.among(at + 1, "whether"))
    ):
        return at + 2 if at + 2 < ground.end else None
    if ground.quote(at):
        return None if leading and ground.quote(subject.start - 1) else at
    if subject.inverted or ground.mark(at, ",;—–-)"):
        return None
    if ground.among(at, "whether"):
        return at + 1 if ground.low(at) in ("whether", "if") and asking else at
    return _plain_right(ground, verb, at)


def _plain_right(ground: Ground, verb: Verb, at: int) -> int | None:
    if ground.low(at) in verb.after:
        return at + 1 if at + 1 < ground.end else None
    denied = _denied(ground, at) if verb.stance is Stance.DENIES else None
    if denied:
        return denied
    if verb.frame == "withhold" or verb.noun:
        return at if not ground.among(at, "prepositions", "conjunctions") else ground.end
    if (
        verb.bare
        and ground.has_finite(at, ground.end)
        and not ground.among(at, "prepositions", "conjunctions")
    ):
        return at
    if ground.among(at, "conjunctions"):
        return None
    return ground.end


def _denied(ground: Ground, at: int) -> int | None:
    """ "denied a report in the M that | C", "denied claims of | C": the denied source is no hand."""
    within = range(at, min(at + 5, ground.end))
    noun = next((i for i in within if ground.among(i, "denied")), None)
    if noun is None:
        return None
    that = next((i for i in range(noun + 1, min(noun + 16, ground.end)) if ground.among(i, "that")), None)
    return that + 1 if that is not None and that + 1 < ground.end else None


def _left(ground: Ground, subject: Subject, at: int) -> tuple[Phrase, ...]:
    """ "C, X said" and "C, X said, C": what stands before the source, and what goes on behind it."""
    stop = subject.start
    if stop == 0 or subject.shared:
        return ()
    bounded = ground.mark(stop - 1, ",—–-") or ground.quote(stop - 1)
    if not bounded:
        return ()
    end = stop if ground.quote(stop - 1) else stop - 1
    while end > 0 and ground.mark(end - 1, ",—–-"):
        end -= 1
    start = 0
    while start < end and (ground.among(start, "conjunctions") or ground.mark(start, ",-—–")):
        start += 1
    if start >= end:
        return ()
    return (Phrase(start, end), *_going_on(ground, start, end, at))


def _going_on(ground: Ground, start: int, end: int, at: int) -> tuple[Phrase, ...]:
    while at < ground.end and ground.mark(at, ",—–-"):
        at += 1
    if at >= ground.end:
        return ()
    if ground.quote(at) and ground.quote(end - 1):
        return (Phrase(at, at + 1),)
    cut = not ground.quote(end - 1) and not ground.has_finite(start, end)
    return (Phrase(at, ground.end),) if cut else ()


def _opening(ground: Ground, subject: Subject) -> tuple[Hop, ...]:
    """ "In her diary, X wrote", "Speaking through an interpreter, X told": hands before the source."""
    if subject.shared or subject.start == 0 or subject.inverted:
        return ()
    for index in range(min(subject.start, 6)):
        if ground.among(index, "prepositions") and not any(
            ground.quote(i) for i in range(index, subject.start)
        ):
            hung = adjuncts(ground, index)
            if subject.start - hung.end <= 1:
                return hung.hops
    return ()


# ---------------------------------------------------------------- other frames


def _accuse(ground: Ground, cue: Cue, verb: Verb, subject: Subject) -> Frame | None:
    """ "X accused Y of C": the content runs from the accused, so that it says who did it."""
    if subject.inverted:
        return None
    within = range(cue.at.end, min(ground.end, cue.at.end + 16))
    of = next((i for i in within if ground.low(i) in verb.after), None)
    if of is None or of + 1 >= ground.end:
        return None
    return _simple(ground, cue, verb, subject, Phrase(cue.at.end, ground.end))


def _simple(ground: Ground, cue: Cue, verb: Verb, subject: Subject, content: Phrase) -> Frame:
    group = VerbGroup(cue.at.start)
    hung = Adjuncts((), cue.at.end)
    return _frame(ground, cue, verb, subject, (content,), hung, group)


def _quote(ground: Ground, cue: Cue, verb: Verb, subject: Subject) -> Frame | None:
    """ "X quoted Y as saying C": Y is the origin, X passes it on."""
    if subject.inverted and not ground.quote(cue.at.start - 1):
        return None
    at = ground.phrase_at(cue.at.end, "time")
    phrase = noun_right(ground.tokens, at, ground.language)
    if phrase is None:
        return None
    end = min(phrase.end, ground.end)
    saying = next((i for i in range(end, min(end + 14, ground.end)) if ground.low(i) == "as"), None)
    if saying is None or not ground.low(saying + 1).endswith("ing"):
        return None
    start = saying + 2 + ground.among(saying + 2, "that")
    start += ground.mark(start, ":,")
    if start >= ground.end:
        return None
    frame = _simple(ground, cue, verb, subject, Phrase(start, ground.end))
    passed = hop(ground, Role.RELAY, subject.phrase, cue.at)
    return replace(
        frame, source=Phrase(phrase.start, end), after=(passed,), region=Phrase(subject.start, start)
    )


def _view(ground: Ground, cue: Cue, verb: Verb, subject: Subject) -> Frame | None:
    """ "X described Y as C", "which X viewed as C", "X called Y “C”"."""
    if subject.inverted:
        return None
    if not verb.after:
        quoted = next((i for i in range(cue.at.end, ground.end) if ground.quote(i)), None)
        return _simple(ground, cue, verb, subject, Phrase(cue.at.end, ground.end)) if quoted else None
    within = range(cue.at.end, min(ground.end, cue.at.end + 12))
    of = next((i for i in within if ground.low(i) in verb.after), None)
    if of is None or of + 1 >= ground.end:
        return None
    start = of + 1 if of == cue.at.end else cue.at.end
    return _simple(ground, cue, verb, subject, Phrase(start, ground.end))


def _hear(ground: Ground, cue: Cue, verb: Verb, subject: Subject) -> Frame | None:
    """ "X heard from Y that C": Y is the origin."""
    if ground.low(cue.at.end) not in verb.after:
        return None
    phrase = noun_right(ground.tokens, cue.at.end + 1, ground.language)
    if phrase is None or not ground.among(phrase.end, "that") or phrase.end + 1 >= ground.end:
        return None
    frame = _simple(ground, cue, verb, subject, Phrase(phrase.end + 1, ground.end))
    passed = hop(ground, Role.RELAY, subject.phrase, cue.at)
    return replace(frame, source=phrase, after=(passed,), region=Phrase(subject.start, phrase.end + 1))


def _passive(ground: Ground, cue: Cue, verb: Verb, group: VerbGroup) -> Frame | None:
    """ "X was quoted (by Y) as saying C", "X was told by Y that C", "it was announced that C"."""
    at = cue.at.end
    giver: Phrase | None = None
    if ground.low(at) == "by":
        giver = noun_right(ground.tokens, at + 1, ground.language)
        at = min(giver.end, ground.end) if giver else at
    if verb.frame == "quote":
        return _quoted(ground, cue, verb, group, giver, at)
    hung = adjuncts(ground, at)
    if not ground.among(hung.end, "that") or hung.end + 1 >= ground.end:
        return None
    content = Phrase(hung.end + 1, ground.end)
    source = Phrase(giver.start, at) if giver else None
    region = Phrase(group.start, hung.end + 1)
    return Frame(
        ground.number, cue.at, region, (content,), source, verb.role, stance=verb.stance, unstated=not giver,
        gap=not giver, after=hung.hops,
    )  # fmt: skip


def _quoted(
    ground: Ground, cue: Cue, verb: Verb, group: VerbGroup, giver: Phrase | None, at: int
) -> Frame | None:
    subject = subjects.find(ground, group, cue.at, None)
    saying = next((i for i in range(at, min(at + 12, ground.end)) if ground.low(i) == "as"), None)
    if subject is None or saying is None or not ground.low(saying + 1).endswith("ing"):
        return None
    start = saying + 2 + ground.among(saying + 2, "that")
    start += ground.mark(start, ":,")
    passed = hop(ground, Role.RELAY, giver, cue.at) if giver else _unnamed(ground, cue)
    if start < ground.end:
        content: tuple[Phrase, ...] = (Phrase(start, ground.end),)
    else:
        content = _left(ground, subject, ground.end)
    if not content:
        return None
    frame = _simple(ground, cue, verb, subject, content[0])
    return replace(
        frame,
        content=content,
        after=(passed,),
        region=Phrase(subject.start, start),
        leftward=start >= ground.end,
    )


def _unnamed(ground: Ground, cue: Cue) -> Hop:
    return Hop(Role.RELAY, None, being=Being.UNKNOWN, cue=span_of(ground.tokens, cue.at))


def carriers(ground: Ground) -> Iterator[Hop]:
    """Hands that the sentence's subject carries with it: "The notebook, translated by U, …"."""
    main = subjects.main(ground)
    if main is None:
        return
    head = carrier(ground, main)
    passed = relayed(ground, main.end) if head else None
    if head and passed:
        yield replace(hop(ground, Role.AUTHOR, head), being=Being.DOCUMENT)
        yield passed[0]
