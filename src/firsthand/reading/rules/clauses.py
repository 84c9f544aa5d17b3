"""Verbs with a clause for content: "X said (that) C", "X told Y that C", "C, said X"."""

from __future__ import annotations

from dataclasses import replace

from firsthand.languages import Verb
from firsthand.model import Hop, Role, Stance
from firsthand.reading.rules.cues import Cue
from firsthand.reading.rules.frames import Frame, Ground
from firsthand.reading.rules.hands import (
    Adjuncts,
    addressee,
    adjuncts,
    carrier,
    dative,
    hop,
    reader,
    titled_show,
)
from firsthand.reading.rules.passing import carried_before, carried_within, passed_between
from firsthand.reading.rules.phrases import Phrase, VerbGroup, noun_right, span_of
from firsthand.reading.rules.subjects import Subject, issuing

THING = 4  # tokens of a thing with its article, whose noun may look like a verb ("the charges")
DESCRIBED = 16  # tokens of a description between commas


def clause(ground: Ground, cue: Cue, verb: Verb, group: VerbGroup, subject: Subject) -> Frame | None:
    """ "X said (that) C", "X told Y that C", "C, X said", "C, said X"."""
    if verb.frame == "text" and not _is_text(ground, cue, subject):
        return None
    at = subject.end if subject.inverted else cue.at.end
    heard = dative(ground, cue.at.end) if subject.inverted else None
    hearer: tuple[Hop, ...] = ()
    spoken_to: Phrase | None = None
    if heard and heard.end <= subject.phrase.start and not ground.among(heard.start, "open"):
        hearer = (hop(ground, Role.ADDRESSEE, heard),)
    if verb.frame == "tell":
        clausal = ground.among(at, "that")  # "urged that C"
        show = verb.stance is not Stance.QUESTIONS  # "told “Varn and Friends”"
        phrase = None if clausal else noun_right(ground.tokens, at, ground.language, titled=show)
        if phrase is None and verb.stance is not Stance.QUESTIONS and not clausal:
            return None
        phrase = Phrase(phrase.start, min(phrase.end, ground.end)) if phrase else Phrase(at, at)
        if ground.among(phrase.end, "to") and ground.low(phrase.end + 1) == "be":
            return None  # "ordered the gate to be shut": a thing is told nothing
        phrase = titled_show(ground, phrase)
        told = phrase.end > phrase.start and not ground.among(phrase.end, "to")  # "ordered the crew to go"
        ear = addressee(ground, phrase) if told else None
        hearer, at = ((ear,) if ear else ()), phrase.end
        spoken_to = phrase if told and not ear else None
    hung = adjuncts(ground, behind_description(ground, at) if subject.inverted else at)
    if acting(ground, at, verb):
        hung = Adjuncts((), at)
    if spoken_to and (ear := reader(ground, spoken_to, hung.hops)):
        hearer = (ear,)
    content, leftward = _content(ground, verb, subject, hung.end, group)
    if not content:
        return None
    behind: tuple[Hop, ...] = ()
    if not leftward:
        content, behind = _closing(ground, content)
    channel = tuple(h for h in (*hung.hops, *behind) if h.role is Role.CHANNEL)
    others = tuple(h for h in (*hung.hops, *behind) if h.role is not Role.CHANNEL)
    opening = (*_between(ground, cue, subject), *_opening(ground, subject))
    frame = framed(ground, cue, verb, subject, content, hung, group)
    return replace(frame, after=(*opening, *channel, *hearer, *others), leftward=leftward)


def acting(ground: Ground, at: int, verb: Verb) -> bool:
    """ "pledged | to make Varn rich": a "to" of what is to be done, and of no hearer."""
    if not ground.among(at, "to") or verb.stance is not Stance.PROMISES or not ground.tokens[at + 1 :]:
        return False
    heard = ground.among(at + 1, "determiners", "possessives", "open", "groups", "private", "persons")
    return ground.tokens[at + 1].text.islower() and not heard and ground.low(at) in verb.after


def behind_description(ground: Ground, at: int) -> int:
    """ "said Ann Lee, a farmer, | in a letter": behind the description, if a carrier follows it."""
    near = range(at + 1, min(at + DESCRIBED, ground.end - 1))
    close = next((i for i in near if ground.mark(i, ",")), None) if ground.mark(at, ",") else None
    if close is None or not ground.among(at + 1, "determiners", "possessives", "relatives", "persons"):
        return at
    carried = ground.among(close + 1, "prepositions") and adjuncts(ground, close + 1).hops
    return close + 1 if carried else at


def _is_text(ground: Ground, cue: Cue, subject: Subject) -> bool:
    """Only what is written reads: "the letter read", "a sign reads", never "she read that"."""
    at = subject.end if subject.inverted else cue.at.end
    open_to = ground.mark(at, ":,") or ground.quote(at) or at >= ground.end or subject.inverted
    words = range(subject.phrase.start, subject.phrase.end)
    return open_to and any(ground.among(index, "documents", "carriers") for index in words)


def _between(ground: Ground, cue: Cue, subject: Subject) -> tuple[Hop, ...]:
    """ "The letter, read out by Y, said", "X, through his lawyer, said": hands behind the source."""
    at = subject.phrase.end
    passed = (
        () if subject.inverted or subject.shared else passed_between(ground, subject.phrase, cue.at.start)
    )
    if passed:
        return passed  # "E-mails released by Y on Monday showed"
    issued = issuing(ground, cue.at.start)
    if issued is not None and issued >= at:
        return _issued(ground, issued + 1)
    if subject.shared:
        return carried_before(ground, at, cue.at)
    while ground.among(at, "clitics"):
        at += 1  # "Brkan je | u intervjuu rekao"
    if not subject.inverted and ground.among(at, "prepositions"):
        return tuple(h for h in adjuncts(ground, at).hops if h.who and h.who.end <= _ends_at(ground, cue))
    if subject.inverted or not ground.mark(at, ",") or not ground.mark(cue.at.start - 1, ","):
        return ()
    hung = adjuncts(ground, at + 1)
    return hung.hops if hung.end == cue.at.start - 1 else ()


def _issued(ground: Ground, at: int) -> tuple[Hop, ...]:
    """ "issued | a statement to Y": the carrier and who it went to."""
    thing = noun_right(ground.tokens, at, ground.language)
    head = carrier(ground, Phrase(thing.start, min(thing.end, ground.end))) if thing else None
    if head is None:
        return ()
    to = noun_right(ground.tokens, head.end + 1, ground.language) if ground.among(head.end, "to") else None
    heard = (hop(ground, Role.ADDRESSEE, Phrase(to.start, min(to.end, ground.end))),) if to else ()
    return (hop(ground, Role.CHANNEL, head), *heard)


def _ends_at(ground: Ground, cue: Cue) -> int:
    return ground.tokens[cue.at.start - 1].end


def framed(
    ground: Ground, cue: Cue, verb: Verb, subject: Subject, content: tuple[Phrase, ...], hung: Adjuncts,
    group: VerbGroup,
) -> Frame:  # fmt: skip
    """The frame of a verb with its source and content; what hangs between them adds its hedges."""
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
    if verb.frame == "tell" and (ground.among(hung.end, "to") or ground.among(cue.at.end, "that")):
        stance = Stance.ASSERTS  # "asked him to go", "asked that he go": no question
    if (
        verb.frame == "withhold"
        and ground.among(cue.at.start, "negations")
        and ground.among(hung.end, "that")
    ):
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
    if right == ground.end and verb.frame == "clause" and _shown(ground, subject, at):
        right = at  # "the minutes showed a gap"
    if right is not None and right < ground.end:
        end = ground.end
        inserted = ground.among(group.start - 1, "relatives") and ground.mark(group.start - 2, ",")
        if inserted or ground.among(subject.start - 1, "conditional") or _opens_sentence(ground, subject):
            end = next((i for i in range(right, ground.end) if ground.mark(i, ",")), ground.end)
        end = _thing_end(ground, right, end) if right == at and verb.noun else end
        return (Phrase(right, before_tail(ground, right, end)),), False
    stopped = at >= ground.end or ground.mark(at, ",;—–-)") or ground.quote(at)
    if not stopped and not subject.inverted and not _tailed(ground, at):
        return (), False
    before = left(ground, subject, at)
    unsaid = group.negated and not any(ground.quote(part.end - 1) for part in before)
    return (() if unsaid else before), True  # "On the day that C, they did not ask her"


def _thing_end(ground: Ground, start: int, end: int) -> int:
    """ "denied the charges | , which the Post first printed": where a thing that is spoken of ends."""
    commas = (i for i in range(start, end - 1) if ground.mark(i, ","))
    comma = next(commas, end)
    tailed = ground.among(comma + 1, "relatives") or ground.low(comma + 1).endswith("ing")
    short = ground.among(start, "determiners", "possessives") and comma - start <= THING
    named = not ground.quote(start) and not ground.among(start, "to")
    return comma if tailed and named and (short or not ground.has_finite(start, comma)) else end


def before_tail(ground: Ground, start: int, end: int, finite: bool = True) -> int:
    """Where a reported clause ends before ", which …", ", while …": the writer's own words again.

    ``finite``: only behind a verb, so that it is a clause that ends there.
    """
    for index in range(start + 2, end - 1):
        opens = ground.mark(index, ",") and ground.phrase_at(index + 1, "tails") > index + 1
        if (opens or _parted(ground, index, end)) and (not finite or ground.has_finite(start, index)):
            return index
    return end


def _parted(ground: Ground, at: int, end: int) -> bool:
    """ "said that C; | another put it at nine": a clause with a subject of its own behind a semicolon."""
    if not ground.mark(at, ";") or ground.among(at + 1, "conjunctions", "that", "finite"):
        return False
    return not ground.low(at + 1).endswith("ed") and ground.has_finite(at + 1, end)


def _closing(ground: Ground, content: tuple[Phrase, ...]) -> tuple[tuple[Phrase, ...], tuple[Hop, ...]]:
    """ "said that C | in an interview with Y": a content without its carrier, and that hand."""
    start, end = content[-1]
    for index in range(end - 2, start + 1, -1):
        if ground.mark(index, ",;") or ground.quote(index) or ground.low(index) in ground.language.verbs:
            break
        hung = adjuncts(ground, index) if ground.among(index, "printing", "through") else None
        if hung and hung.end >= end and any(h.role is Role.RELAY for h in hung.hops[:1]):
            return (*content[:-1], Phrase(start, index)), hung.hops  # "denied it | through his lawyer"
        if hung and hung.end >= end and any(h.role is Role.CHANNEL for h in hung.hops):
            inner = any(ground.low(i) in ground.language.verbs for i in range(start, index))
            spoken = any(ground.among(i, "spoken") for i in range(index, end))
            return (
                ((*content[:-1], Phrase(start, index)), hung.hops) if spoken and not inner else (content, ())
            )
    return content, ()


def _shown(ground: Ground, subject: Subject, at: int) -> bool:
    """Whether a document is the subject of a noun phrase that it may show."""
    head = ground.among(subject.phrase.end - 1, "documents", "carriers")
    return head and ground.among(at, "determiners", "possessives") and not subject.inverted


def _opens_sentence(ground: Ground, subject: Subject) -> bool:
    """ "While Ann says C, …": a clause before the main one, which a comma closes."""
    return subject.start == 1 and ground.among(0, "subordinators") and not ground.among(0, "that")


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
    if ground.mark(at, ",") and subject.start == 1 and ground.among(0, "asides"):
        return at + 1  # "As Ann noted, C"
    asking = (
        verb.frame == "withhold" or verb.stance is Stance.QUESTIONS or group.negated or verb.frame == "tell"
    )
    if ground.mark(at, ",") and ground.among(at + 1, "that"):
        return at + 2 if at + 2 < ground.end else None
    if ground.mark(at, ",") and asking and _asks(ground, at + 1):
        start = at + 1 if ground.language.entries("within") and not ground.among(at + 1, "polar") else at + 2
        return start if start < ground.end else None
    if ground.quote(at):
        return None if leading and ground.quote(subject.start - 1) else at
    if subject.inverted or ground.mark(at, ",;—–-)"):
        return None
    if ground.among(at, "whether"):
        return at + 1 if (ground.among(at, "polar") or ground.low(at) in ("whether", "if")) and asking else at
    return _plain_right(ground, verb, at)


def _asks(ground: Ground, at: int) -> bool:
    """ "whether …"; in some languages behind a word of the question: "знал | ли он", "от | кого"."""
    reach = 3 if ground.language.entries("within") else 1
    return any(ground.among(index, "whether") for index in range(at, at + reach))


def _plain_right(ground: Ground, verb: Verb, at: int) -> int | None:
    if verb.frame == "tell" and ground.among(at, "to"):
        return at  # "told him to go"
    if ground.low(at) in verb.after:
        return at + 1 if at + 1 < ground.end else None
    denied = _denied(ground, at) if verb.stance is Stance.DENIES else None
    if denied:
        return denied
    late = _late(ground, at) if ground.language.entries("drops") else None
    if late:
        return late
    if verb.frame == "withhold" or verb.noun:
        return at if not ground.among(at, "prepositions", "conjunctions") else ground.end
    subject_opens = ground.low(at) in ground.language.pronouns and not ground.among(at, "possessives")
    sure = subject_opens or any(form in ground.language.entries("clausal") for form in verb.forms)
    if (
        verb.bare
        and (sure or ground.has_finite(at, ground.end))
        and not ground.among(at, "prepositions", "conjunctions")
    ):
        return at
    if ground.among(at, "conjunctions"):
        return None
    return ground.end


def _late(ground: Ground, at: int) -> int | None:
    """ "ispričao Riječkoj kronici kako C": a hearer in a case stands between the verb and its "that"."""
    for index in range(at, min(at + 6, ground.end - 1)):
        if ground.among(index, "that"):
            return index + 1
        if not ground.tokens[index].word or ground.has_finite(index, index + 1):
            return None
    return None


def _denied(ground: Ground, at: int) -> int | None:
    """ "denied a report in the M that | C", "denied claims of | C": the denied source is no hand."""
    within = range(at, min(at + 5, ground.end))
    noun = next((i for i in within if ground.among(i, "denied")), None)
    if noun is None:
        return None
    that = next((i for i in range(noun + 1, min(noun + 16, ground.end)) if ground.among(i, "that")), None)
    return that + 1 if that is not None and that + 1 < ground.end else None


def left(ground: Ground, subject: Subject, at: int) -> tuple[Phrase, ...]:
    """ "C, X said" and "C, X said, C": what stands before the source, and what goes on behind it."""
    stop = subject.start
    if stop == 0 or subject.shared:
        return ()
    if ground.among(stop - 1, "asides") and ground.mark(stop - 2, ",—–-"):
        stop -= 1  # "C, as Ann noted"
    bounded = ground.mark(stop - 1, ",—–-") or ground.quote(stop - 1)
    if not bounded:
        return ()
    end = stop if ground.quote(stop - 1) else stop - 1
    while end > 0 and ground.mark(end - 1, ",—–-"):
        end -= 1
    start = end - 1 if ground.quote(end - 1) and ground.mark(end - 2, ":") else 0
    while start < end and (ground.among(start, "conjunctions") or ground.mark(start, ",-—–")):
        start += 1
    if start >= end:
        return ()
    return (Phrase(start, end), *_going_on(ground, start, end, at))


def _going_on(ground: Ground, start: int, end: int, at: int) -> tuple[Phrase, ...]:
    while at < ground.end and ground.mark(at, ",.—–-"):
        at += 1
    if at >= ground.end:
        return ()
    if ground.quote(at) and ground.quote(end - 1):
        return (Phrase(at, at + 1),)
    if ground.quote(end - 1) and ground.mark(at - 1, ",") and ground.among(at, "to"):
        return (Phrase(at, ground.end),)  # "“it is wise,” he said, to wait"
    cut = not ground.quote(end - 1) and not ground.has_finite(start, end)
    return (Phrase(at, ground.end),) if cut else ()


def carried(hops: tuple[Hop, ...]) -> tuple[Hop, ...]:
    """Hands that open a sentence: a hearer only of a carrier, so that "in response to Ann" has none."""
    return hops if any(h.role is not Role.ADDRESSEE for h in hops) else ()


def _headed(ground: Ground) -> tuple[Hop, ...]:
    """ "In an e-mail, Ann Lee declined to speak, saying": the carrier that opens the sentence."""
    hung = adjuncts(ground, 0) if ground.among(0, "prepositions") and not ground.among(0, "asides") else None
    return carried(hung.hops) if hung and ground.mark(hung.end, ",") else ()


def _opening(ground: Ground, subject: Subject) -> tuple[Hop, ...]:
    """ "In her diary, X wrote", "Speaking through an interpreter, X told": hands before the source."""
    if subject.shared and ground.low(subject.end - 1).endswith("ing"):
        return _headed(ground)
    if subject.shared or subject.start == 0 or subject.inverted:
        return ()
    within = carried_within(ground, subject.start)
    if within:
        return within
    for index in range(min(subject.start, 6)):
        carries = ground.among(index, "prepositions") and not ground.among(index, "asides")
        if carries and not any(ground.quote(i) for i in range(index, subject.start)):
            hung = adjuncts(ground, index)
            if subject.start - hung.end <= 1:
                return carried(hung.hops)
    return ()
