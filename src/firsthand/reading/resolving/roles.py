"""Whom a role or an epithet means, at its place in the discourse: "the senator", "his campaign"."""

from __future__ import annotations

from firsthand.model import Being
from firsthand.reading.resolving.cast import Named
from firsthand.reading.resolving.discourse import CLEAR, NOBODY, Discourse, Here, named_behind, quoted
from firsthand.reading.resolving.focus import Focus
from firsthand.reading.resolving.phrases import Phrase
from firsthand.reading.resolving.verbs import acting
from firsthand.reading.sentences import Sentence, Token

NEAR = 2  # sentences; an epithet means whoever was spoken of no further back than that
BODY_NEAR = 4  # likewise for "the firm"
INTRODUCED = 12  # sentences for which "a clerk" remains the one whom "the clerk" means
HELD = 2.0  # what it weighs that the text ties the role to the name
SOLE = 1.5  # more where it ties it to no other
SORTS = (
    "public",
    "commercial",
    "civic",
    "premises",
    "parties",
)  # kinds of bodies, by the last word of a name
OTHER = 1.0  # what it weighs against somebody that the text gives them another office


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
    who = _body(so_far, sentence, found) if body else _person(so_far, sentence, found, owner, here)
    after = sentence.tokens[found.last].low if found.last < len(sentence.tokens) else ""
    if who == NOBODY and so_far.among(after, "of"):
        so_far.unnamed[found.head] = so_far.turn
    if who != NOBODY and {*so_far.who(who).lows} <= {*found.words, found.head}:
        who = NOBODY  # "Police" says no more than "the police"
    if who != NOBODY:
        acts = acting(sentence.tokens, found.first, found.last, so_far.language)
        so_far.mention(sentence, found.first, who, acts, pronoun=True)
    so_far.phrase = sentence.tokens[0].start, found.last, who
    return so_far.called(who, _gender(so_far, found.head))


def note_unnamed(so_far: Discourse, tokens: tuple[Token, ...], index: int, here: Here) -> None:
    """ "a man in a cap": somebody without a name, whom "the man" means later; not "Lee, a man"."""
    if not so_far.among(tokens[index].low, "indefinite") or _apposes(tokens, index, here):
        return
    lows: list[str] = []
    for token in tokens[index + 1 : index + 6]:
        if so_far.among(token.low, "calling"):
            return  # "a firm called Blue Kettle"
        if not token.word or so_far.among(token.low, "prepositions", "determiners"):
            break
        lows.append(token.low)
    so_far.unnamed.update((low, so_far.turn) for low in lows)


def _apposes(tokens: tuple[Token, ...], index: int, here: Here) -> bool:
    """Whether a name stands right before ", a baker" or "is a baker"."""
    joined = index > 0 and tokens[index - 1].text in (",", "is", "was")
    return joined and any(naming.last == index - 1 for naming, _ in here.values())


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
    after = sentence.tokens[found.last].low if found.last < len(sentence.tokens) else ""
    new = _introduced(so_far, found.head) or so_far.among(after, "of")
    party = so_far.among(found.head, "parties")  # of several, the nearest
    for words in (wanted,) if new or party else (wanted, {found.head}):
        held = next((who for who in bodies if words < {*so_far.who(who).lows}), NOBODY)
        if held != NOBODY:
            return held
    if (new and not party) or not so_far.among(found.head, "loose"):
        return NOBODY
    return max(_nearest(so_far, sentence, found, focus) for focus in (so_far.focus, so_far.things))[1]


def _introduced(so_far: Discourse, head: str) -> bool:
    """Whether "a clerk", "the group for tides" came before: then "the group" is that, and has no name."""
    return so_far.turn - so_far.unnamed.get(head, -INTRODUCED) < INTRODUCED


def _nearest(so_far: Discourse, sentence: Sentence, found: Phrase, focus: Focus) -> tuple[float, int]:
    """The name in focus that is no person's and was mentioned near; "the firm" is no newspaper."""

    def fits(who: int) -> float | None:
        each = so_far.who(who)
        back = so_far.turn - focus.traces[who].sentence
        known = each.being is Being.BODY or so_far.among(each.lows[-1], "parties")
        likely = each.being is Being.UNKNOWN and (each.count > 1 or (not back and focus.traces[who].at > 0))
        place = so_far.among(" ".join(each.lows), "places")
        near = back <= BODY_NEAR and (known or likely) and not place
        return float(known) if near and _alike(so_far, found, each) else None

    return focus.heaviest(so_far.place(sentence, found.first), fits)


def _alike(so_far: Discourse, found: Phrase, each: Named) -> bool:
    """Whether a name may be that of a "firm", by its last word: a department is none, nor a newspaper."""
    paper = any(_is_paper(so_far, low) for low in (*found.words, found.head))
    if not paper and any(_is_paper(so_far, low) for low in each.lows):
        return False
    sorts = [name for name in SORTS if so_far.among(each.lows[-1], name)]
    if so_far.among(found.head, "parties"):
        return "parties" in sorts
    return not sorts or paper or so_far.among(found.head, *sorts)


def _is_paper(so_far: Discourse, low: str) -> bool:
    return so_far.among(low, "outlets", "mastheads")


def _person(so_far: Discourse, sentence: Sentence, found: Phrase, owner: int, here: Here) -> int:
    if found.owner:
        return so_far.kin.get((owner, found.head), NOBODY)
    if found.owned:
        return NOBODY
    if quoted(sentence, found.first):
        return _spoken_of(so_far, sentence, found)
    held = so_far.cast.holding.get(found.head, ())
    chair = so_far.among(found.head, "chairs")
    if _introduced(so_far, found.head) and not chair:
        return held[0] if len(held) == 1 else NOBODY
    if chair and _free(so_far, found, alone := _sole(so_far, held)):
        return alone
    if _both(so_far, held):
        return NOBODY
    others = named_behind(so_far, sentence, found.last, here)
    return so_far.focus.best(
        so_far.place(sentence, found.first)._replace(role=True),
        lambda who: None if who in others else _fits(so_far, found, who),
    )


def _sole(so_far: Discourse, held: tuple[int, ...]) -> int:
    """The only one who holds an office; before any of them is named, the one whom the text has most."""
    if len(held) < 2 or any(who in so_far.focus.traces for who in held):
        return held[0] if len(held) == 1 else NOBODY
    most, second, *_ = sorted(held, key=lambda who: -so_far.who(who).count)
    return most if so_far.who(most).count >= CLEAR * so_far.who(second).count else NOBODY


def _free(so_far: Discourse, found: Phrase, who: int) -> bool:
    """Whether the one who holds an office may be meant: not as the former, where they are not that."""
    if who == NOBODY:
        return False
    each = so_far.who(who)
    former = "former" in found.words and "former" not in each.roles
    return not former and _gender(so_far, found.head) in ("", so_far.gender(who))


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
        return HELD + common + SOLE * (so_far.cast.holding[found.head] == (who,))
    near = so_far.turn - so_far.focus.traces[who].sentence <= NEAR
    if not near or so_far.among(found.head, "strangers"):
        return None
    other = so_far.among(found.head, "chairs") and any(so_far.among(role, "chairs") for role in each.roles)
    return common - OTHER * other


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
