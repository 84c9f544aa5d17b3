"""Whom a pronoun means, at its place in the discourse."""

from __future__ import annotations

from firsthand.model import Being
from firsthand.reading.resolving.discourse import NOBODY, Discourse, Here, named_behind
from firsthand.reading.resolving.relatives import antecedent
from firsthand.reading.resolving.verbs import Acting, acting
from firsthand.reading.sentences import Sentence

NEAR = 2  # sentences; a body that spoke further back is not "it" any more


def resolve(so_far: Discourse, sentence: Sentence, index: int, low: str, here: Here) -> tuple[str, int]:
    """The name for the pronoun ``low`` at ``index`` ("" for cannot tell), and whose it is in the cast."""
    kind = so_far.language.pronouns[low]
    if kind == "any":
        return _first_person(so_far, sentence, low)
    if kind in ("m", "f"):
        return _single(so_far, sentence, index, low, kind, here)
    return (_plural(so_far) if kind == "p" else _thing(so_far, sentence, index)), NOBODY


def relative(so_far: Discourse, sentence: Sentence, index: int, here: Here) -> str:
    """The name that "who" at ``index`` goes back to, or that the phrase before it stands for."""
    groups = {who for _, who in here.values() if so_far.who(who).being is Being.GROUP}
    people = {who for _, who in here.values() if so_far.who(who).being is Being.PERSON}
    who = antecedent(sentence.tokens, index, here, groups, people, so_far.language)
    start, end, meant = so_far.phrase
    if who == NOBODY and start == sentence.tokens[0].start and end == index:
        who = meant
    return so_far.called(who)


def _single(
    so_far: Discourse, sentence: Sentence, index: int, low: str, kind: str, here: Here
) -> tuple[str, int]:
    acts = acting(sentence.tokens, index, index + 1, so_far.language)
    owned = so_far.among(low, "possessives")
    place = so_far.place(sentence, index, acts.subject, owned)
    others = frozenset() if owned else named_behind(so_far, sentence, index + 1, here)
    who = so_far.focus.best(
        place, lambda each: None if each in others else _fits(so_far, each, kind, place.quoted)
    )
    who = NOBODY if _either(so_far, who, kind) else who
    if who != NOBODY:
        so_far.mention(sentence, index, who, acts, owned, pronoun=True)
        so_far.so_called.setdefault(who, kind)
    elif acts.speaks and not place.quoted:
        so_far.speaker = NOBODY
    return so_far.called(who, kind), who


def _either(so_far: Discourse, who: int, kind: str) -> bool:
    """Whether two named together fit alike, and neither was mentioned since: "Bo and Al met. He left."."""
    turn, *both = so_far.pair
    if who not in both or so_far.turn - turn != 1:
        return False
    traces = [so_far.focus.traces.get(each) for each in both]
    still = all(trace is not None and trace.sentence == turn and not trace.pronoun for trace in traces)
    return still and len({_fits(so_far, each, kind, quoted=False) for each in both}) == 1


def _fits(so_far: Discourse, who: int, kind: str, quoted: bool) -> float | None:
    """1 where the gender is known to fit, less where it is unknown, None where it cannot be."""
    each = so_far.who(who)
    if quoted and who == so_far.speaker:
        return None  # nobody calls themselves he or she
    genders = {so_far.gender(who)}
    if each.heirs and not each.gender:
        genders = {so_far.who(heir).gender for heir in each.heirs}
    if each.being not in (Being.PERSON, Being.UNKNOWN) and not each.heirs:
        return None
    if kind in genders:
        return 1.0 if each.being is Being.PERSON or each.heirs else None
    return 0.0 if "" in genders and each.being is Being.PERSON else None


def _first_person(so_far: Discourse, sentence: Sentence, low: str) -> tuple[str, int]:
    """ "I" is the speaker of the quotation, or the author; "we" is nobody in particular."""
    who = so_far.speaker if sentence.inside is not None else NOBODY
    if so_far.among(low, "we"):
        return "", who
    written = so_far.author.of(sentence.tokens[0].start)
    return (so_far.called(who) if sentence.inside is not None else written), who


def _plural(so_far: Discourse) -> str:
    """The group that was a subject in this sentence or the one before, and goes on being it."""
    turn, name = so_far.group
    if not 0 <= so_far.turn - turn <= 1:
        turn, name = so_far.acting_office
        return name if 0 <= so_far.turn - turn <= 1 else ""
    so_far.group = so_far.turn, name
    return name


def _thing(so_far: Discourse, sentence: Sentence, index: int) -> str:
    """The body that was the subject of this sentence before; of "it said", the one that spoke last."""
    turn, name = so_far.acting_office
    if turn == so_far.turn:
        return name
    for who, trace in reversed(so_far.focus.traces.items()):
        if so_far.who(who).being is Being.BODY and trace.subject and trace.sentence == so_far.turn:
            return so_far.called(who)
    acts = acting(sentence.tokens, index, index + 1, so_far.language)
    return _spoken_before(so_far, sentence, index, acts) if acts.speaks else ""


def _spoken_before(so_far: Discourse, sentence: Sentence, index: int, acts: Acting) -> str:
    for focus in (so_far.focus, so_far.things):
        for who, trace in reversed(focus.traces.items()):
            body = so_far.who(who).being in (Being.BODY, Being.UNKNOWN)
            if body and trace.speaks and not trace.quoted and so_far.turn - trace.sentence <= NEAR:
                so_far.mention(sentence, index, who, acts, pronoun=True)
                return so_far.called(who)
    return ""
