"""Whom a role or an epithet means, at its place in the discourse: "the senator", "his campaign"."""

from __future__ import annotations

from firsthand.model import Being
from firsthand.reading.resolving.discourse import NOBODY, Discourse, Here, quoted
from firsthand.reading.resolving.focus import Focus
from firsthand.reading.resolving.phrases import Phrase
from firsthand.reading.resolving.verbs import acting
from firsthand.reading.sentences import Sentence, Token

NEAR = 2  # sentences; an epithet means whoever was spoken of no further back than that
INTRODUCED = 12  # sentences for which "a clerk" remains the one whom "the clerk" means
HELD = 2.0  # what it weighs that the text ties the role to the name


def resolve(so_far: Discourse, sentence: Sentence, found: Phrase, owner: int, here: Here) -> str:
    """The name for a phrase, "" for cannot tell; ``owner`` is whom its possessive means."""
    apposed = _apposed(so_far, sentence, found, here)
    if apposed != NOBODY:
        so_far.kin[owner, found.head] = apposed
        return so_far.called(apposed)
    office = _office(so_far, sentence, found, owner) if so_far.among(found.head, "offices") else ""
    if office:
        return office
    body = so_far.among(found.head, "bodies", "outlets", "generic") and not so_far.among(
        found.head, "persons"
    )
    who = _body(so_far, sentence, found) if body else _person(so_far, sentence, found, owner)
    if who != NOBODY:
        acts = acting(sentence.tokens, found.first, found.last, so_far.language)
        so_far.mention(sentence, found.first, who, acts, pronoun=True)
    so_far.phrase = sentence.tokens[0].start, found.last, who
    return so_far.called(who, _gender(so_far, found.head))


def note_unnamed(so_far: Discourse, tokens: tuple[Token, ...], index: int) -> None:
    """ "a man in a cap": somebody without a name, whom "the man" means later."""
    if not so_far.among(tokens[index].low, "indefinite"):
        return
    for token in tokens[index + 1 : index + 6]:
        if not token.word or so_far.among(token.low, "prepositions"):
            return
        so_far.unnamed[token.low] = so_far.turn


def _office(so_far: Discourse, sentence: Sentence, found: Phrase, owner: int) -> str:
    """ "his campaign", "the campaign": by the name that the text has for it."""
    head = found.head
    if owner != NOBODY:
        so_far.office[head] = owner
        return so_far.offices.get((owner, head), "")
    if found.owner or found.owned:
        return ""
    last = so_far.office.get(head, NOBODY)

    def fits(who: int) -> float | None:
        weight = HELD if who == last else 0.0
        return weight if (who, head) in so_far.offices else None

    best = so_far.focus.best(so_far.place(sentence, found.first), fits)
    return so_far.offices.get((best if best != NOBODY else last, head), "")


def _body(so_far: Discourse, sentence: Sentence, found: Phrase) -> int:
    """The last body whose name holds these words, or the head; for "the group", the one in focus."""
    if found.owner or found.owned:
        return NOBODY
    wanted = {*found.words, found.head}
    bodies = [who for who in so_far.focus.latest() if so_far.who(who).being is Being.BODY]
    for words in (wanted, {found.head}):
        held = next((who for who in bodies if words <= {*so_far.who(who).lows}), NOBODY)
        if held != NOBODY:
            return held
    if not so_far.among(found.head, "loose"):
        return NOBODY
    return max(_nearest(so_far, sentence, found, focus) for focus in (so_far.focus, so_far.things))[1]


def _nearest(so_far: Discourse, sentence: Sentence, found: Phrase, focus: Focus) -> tuple[float, int]:
    """The name in focus that is no person's and was mentioned near; "the firm" is no newspaper."""
    paper = _is_paper(so_far, found.head)

    def fits(who: int) -> float | None:
        each = so_far.who(who)
        near = so_far.turn - focus.traces[who].sentence <= NEAR
        body = each.being is Being.BODY or (focus is so_far.things and each.count > 1)
        place = so_far.among(" ".join(each.lows), "places")
        other = place or (_is_paper(so_far, each.lows[-1]) and not paper)
        return 0.0 if near and body and not other else None

    return focus.heaviest(so_far.place(sentence, found.first), fits)


def _is_paper(so_far: Discourse, low: str) -> bool:
    return so_far.among(low, "outlets", "mastheads")


def _person(so_far: Discourse, sentence: Sentence, found: Phrase, owner: int) -> int:
    if found.owner:
        return so_far.kin.get((owner, found.head), NOBODY)
    if found.owned:
        return NOBODY
    if quoted(sentence, found.first):
        return _spoken_of(so_far, sentence, found)
    held = so_far.cast.holding.get(found.head, ())
    chair = so_far.among(found.head, "chairs")
    if so_far.turn - so_far.unnamed.get(found.head, -INTRODUCED) < INTRODUCED and not chair:
        return held[0] if len(held) == 1 else NOBODY
    if len(held) == 1 and held[0] not in so_far.focus.traces and chair:
        return held[0]
    if _both(so_far, held):
        return NOBODY
    return so_far.focus.best(so_far.place(sentence, found.first), lambda who: _fits(so_far, found, who))


def _both(so_far: Discourse, held: tuple[int, ...]) -> bool:
    """Whether two who hold the role were named in the sentence before, and none of them since."""
    traces = [so_far.focus.traces[who] for who in held if who in so_far.focus.traces]
    last = [trace for trace in traces if trace.sentence == so_far.turn - 1 and not trace.pronoun]
    return len(last) > 1 and not any(trace.sentence == so_far.turn for trace in traces)


def _spoken_of(so_far: Discourse, sentence: Sentence, found: Phrase) -> int:
    """Whom a role within a quotation means: one to whom the text ties it, never the one who speaks."""

    def fits(who: int) -> float | None:
        tied = who != so_far.speaker and found.head in so_far.who(who).roles
        return _fits(so_far, found, who) if tied else None

    held = so_far.cast.holding.get(found.head, ())
    if len(held) == 1 and held[0] != so_far.speaker and so_far.among(found.head, "chairs"):
        return held[0]
    return so_far.focus.best(so_far.place(sentence, found.first), fits)


def _fits(so_far: Discourse, found: Phrase, who: int) -> float | None:
    """How much speaks for somebody: the role tied to the name, or else being near; None for no."""
    each = so_far.who(who)
    kind = _gender(so_far, found.head)
    if (each.being is not Being.PERSON and not each.heirs) or (kind and so_far.gender(who) not in (kind, "")):
        return None
    wanted = {*found.words, found.head}
    common = len(wanted & each.roles)
    if found.head in each.roles and ("former" not in wanted or "former" in each.roles):
        return HELD + common
    near = so_far.turn - so_far.focus.traces[who].sentence <= NEAR
    return float(common) if near and not so_far.among(found.head, "strangers") else None


def _apposed(so_far: Discourse, sentence: Sentence, found: Phrase, here: Here) -> int:
    """ "his wife, Ann Lee, said": the person named right behind the phrase."""
    tokens = sentence.tokens
    at = found.last + 1
    if found.last >= len(tokens) or tokens[found.last].text != "," or at not in here:
        return NOBODY
    naming, who = here[at]
    closed = naming.last >= len(tokens) or tokens[naming.last].text in ",."
    return who if closed and so_far.who(who).being is Being.PERSON else NOBODY


def _gender(so_far: Discourse, low: str) -> str:
    if so_far.among(low, "male"):
        return "m"
    return "f" if so_far.among(low, "female") else ""
