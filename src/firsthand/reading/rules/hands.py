"""The hands that hang on a cue: carriers, addressees, go-betweens, and those who passed it on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.model import Being, Hop, Role, Span
from firsthand.reading.rules.beings import being
from firsthand.reading.rules.frames import Ground
from firsthand.reading.rules.phrases import Phrase, manner, named_quote, noun_right, span_of

ASIDE = 16  # tokens between the two marks of an aside
NARROW = frozenset({"of"})


@dataclass(frozen=True, slots=True)
class Adjuncts:
    """What stands between a verb and its content: the hands in it, hedges, and where it ends."""

    hops: tuple[Hop, ...]
    end: int
    hedges: tuple[Span, ...] = ()
    citing: tuple[Hop, ...] = ()


def hop(ground: Ground, role: Role, phrase: Phrase, cue: Phrase | None = None) -> Hop:
    """A hand over the words of ``phrase``."""
    who = span_of(ground.tokens, phrase)
    shown = span_of(ground.tokens, cue) if cue and cue.end > cue.start else None
    publishes = role in (Role.RELAY, Role.ADDRESSEE) or bool(cue and ground.among(cue.start, "reporting"))
    kind = Being.MEDIUM if role is Role.CHANNEL else being(ground, phrase, publishes)
    return Hop(role, who, being=kind, cue=shown)


def headed(ground: Ground, phrase: Phrase) -> int:
    """The head word of a phrase: the one before its first preposition, or its last."""
    within = range(phrase.start + 1, phrase.end)
    return next((i for i in within if ground.among(i, "prepositions")), phrase.end) - 1


def addressee(ground: Ground, phrase: Phrase) -> Hop | None:
    """The hearer as a known next hand; None for an audience ("reporters", "his wife", a crowd)."""
    tokens = ground.tokens[phrase.start : phrase.end]
    if named_quote(ground.tokens, phrase.start) and len(tokens) == 1:
        return hop(ground, Role.ADDRESSEE, phrase)  # "told “Varn and Friends”"
    lows = {token.low for token in tokens}
    named = ground.language.entries
    head = headed(ground, phrase)
    capitals = any(t.capital and t.low not in ground.language.pronouns for t in tokens)
    belongs = capitals and ground.among(head, "belonging") and ground.among(head + 1, "of")
    if belongs:
        return hop(ground, Role.ADDRESSEE, phrase)
    led = capitals and ground.among(head, "offices") and ground.low(head - 1) == "'s"
    if led:
        return hop(ground, Role.ADDRESSEE, phrase)  # "Mr. Lee's team"
    if ground.among(head, "peoples") and phrase.end - phrase.start == 1:
        return None  # "told Americans"
    if ground.among(head, "open") and not ground.tokens[head].capital and not ground.among(head, "private"):
        return None  # "an audience at the Varn Institute"
    private = bool(lows & named("private"))
    open_ear = bool(lows & named("open"))
    outlet = capitals or bool(lows & named("outlets"))
    if private or (outlet and not (open_ear and not capitals)):
        return hop(ground, Role.ADDRESSEE, phrase)
    return None


def reader(ground: Ground, phrase: Phrase, hops: Sequence[Hop]) -> Hop | None:
    """The hearer as the reader of something written to it: "told the aldermen in a letter"."""
    ends = [h.who.end for h in hops if h.role is Role.CHANNEL and h.who]
    last = [bisect_left(ground.tokens, end, key=lambda token: token.end) for end in ends]
    sent = any(ground.among(index, "letters") for index in last)
    alone = phrase.end - phrase.start == 1 and ground.tokens[phrase.start].low in ground.language.pronouns
    if alone or not sent or ground.among(headed(ground, phrase), "press"):
        return None
    return hop(ground, Role.ADDRESSEE, phrase)


def adjuncts(ground: Ground, start: int) -> Adjuncts:
    """Reads on from ``start`` over times, carriers, hearers and relays, as long as they last."""
    hops: list[Hop] = []
    hedges: list[Span] = []
    at = sure = start
    while at < ground.end:
        step = _step(ground, at, hops, hedges)
        if step is None:
            break
        at, firm = step
        if firm or _settled(ground, at):
            sure = at
    kept = [each for each in hops if each.who and each.who.end <= _offset(ground, sure)]
    return Adjuncts(tuple(kept), sure, tuple(hedges))


def _offset(ground: Ground, index: int) -> int:
    return ground.tokens[index - 1].end if index > 0 else 0


def _settled(ground: Ground, at: int) -> bool:
    """Whether content, a mark or the end follows, so that what was read over was no content."""
    if ground.among(at, "nominative") and not ground.among(at, "relatives"):
        return True  # "told voters across the county | they would"
    return at >= ground.end or ground.among(at, "that") or ground.quote(at) or ground.mark(at, ",:;—–-)")


def _step(ground: Ground, at: int, hops: list[Hop], hedges: list[Span]) -> tuple[int, bool] | None:
    """One adjunct at ``at``: where it ends, and whether it is one for certain."""
    relay = relayed(ground, at) if hops else None
    if relay:
        hops.append(relay[0])
        return relay[1], True
    if ground.mark(at, ",—–("):
        return _aside(ground, at, hops, hedges)
    after = ground.phrase_at(at, "baseless")
    if after > at:
        hedges.append(span_of(ground.tokens, Phrase(at, after)))
        return after, True
    if (
        ground.among(at, "time")
        or manner(ground.tokens[at], ground.language)
        or (ground.among(at, "adverbs") and not ground.among(at, "conjunctions", "determiners"))
    ):
        return at + 1, True
    those = ground.among(at, "that") and ground.low(at + 1).endswith("s")  # "said | that days like these"
    if ground.among(at, "determiners") and ground.among(at + 1, "time") and not those:
        return at + 2, True  # "earlier | this month"
    heard = dative(ground, at)
    if heard:
        hops.extend([hop(ground, Role.ADDRESSEE, heard)] if not ground.among(at, "open") else [])
        return heard.end, True
    described = _described(ground, at, hops)
    return described or _prepositional(ground, at, hops)


def _described(ground: Ground, at: int, hops: list[Hop]) -> tuple[int, bool] | None:
    """ "in an essay | appearing in the Post, …", "a letter | dated Monday": what is told of a carrier."""
    words = tuple(ground.language.entries("participles"))
    written = bool(hops) and hops[-1].role in (Role.CHANNEL, Role.ADDRESSEE)
    if not written or not words or not ground.low(at).endswith(words):
        return None
    near = range(at + 1, min(at + ASIDE, ground.end))
    end = next((i for i in near if _settled(ground, i)), ground.end if ground.end <= at + ASIDE else None)
    if end is None:
        return None
    place = next((i for i in range(at + 1, end) if ground.among(i, "printing")), None)
    outlet = noun_right(ground.tokens, place + 1, ground.language) if place else None
    if outlet and place and _outlet(ground, outlet) and ground.tokens[outlet.end - 1].capital:
        hops.append(hop(ground, Role.RELAY, outlet, Phrase(place, place + 1)))
    return end, True


def _aside(ground: Ground, at: int, hops: list[Hop], hedges: list[Span]) -> tuple[int, bool] | None:
    """ "said, without evidence, that C": what stands between two marks before "that" is an aside."""
    close = next((i for i in range(at + 1, min(at + ASIDE, ground.end)) if ground.mark(i, ",—–)")), None)
    if close is None or not ground.among(close + 1, "that") or ground.among(at + 1, "that"):
        return None
    inner = adjuncts(ground, at + 1)
    if inner.end <= close:
        hops.extend(h for h in inner.hops if h.role is not Role.ADDRESSEE)
        hedges.extend(inner.hedges)
    return close + 1, True


def dative(ground: Ground, at: int) -> Phrase | None:
    """A hearer without a preposition, in languages that have a case for it (a list "hearing")."""
    if not ground.language.entries("hearing") or not ground.among(at, "hearing", "private", "open"):
        return None
    end = at + 1
    while end < ground.end and (ground.quote(end) or ground.tokens[end].capital):
        end += 1
    return Phrase(at, end)


def _prepositional(ground: Ground, at: int, hops: list[Hop]) -> tuple[int, bool] | None:
    if not ground.among(at, "prepositions"):
        return None
    phrase = noun_right(ground.tokens, at + 1, ground.language)
    if phrase is None:
        timed = ground.among(at + 1, "time")
        return (at + 2, True) if timed else None
    phrase = unrelayed(ground, Phrase(phrase.start, min(phrase.end, ground.end)))
    if ground.among(phrase.end - 1, "time"):
        return phrase.end, True
    found = _role(ground, at, phrase, hops)
    if found:
        hops.append(found)
        return _short(ground, phrase, found), True
    return phrase.end, False


def unrelayed(ground: Ground, phrase: Phrase) -> Phrase:
    """A phrase up to where somebody passes it on: "a statement | read out by"."""
    for index in range(phrase.start + 1, phrase.end):
        if ground.phrase_at(index, "relaying") > index:
            return Phrase(phrase.start, index)
    return phrase


def _short(ground: Ground, phrase: Phrase, found: Hop) -> int:
    """A carrier is taken short; what follows within the same phrase is read on."""
    for index in range(phrase.start, min(phrase.end + 1, ground.end)):
        if found.who and ground.tokens[index].end >= found.who.end:
            return index + 1
    return phrase.end


def _role(ground: Ground, at: int, phrase: Phrase, hops: list[Hop]) -> Hop | None:
    preposition = ground.low(at)
    language = ground.language
    head = carrier(ground, phrase)
    cue = Phrase(at, at + 1)
    if preposition in language.entries("through") and _between(ground, phrase):
        return hop(ground, Role.RELAY, phrase, cue)
    carrying = bool(hops) and hops[-1].role is Role.CHANNEL
    met = carrying and preposition == "with"  # "in an interview with Bo Hall's podcast"
    head = None if ground.among(at, "topical") else head or _feed(ground, phrase)
    if head and not met and preposition not in language.entries("to"):
        return hop(ground, Role.CHANNEL, head, cue)
    if ground.among(at, "printing") and _broadcast(ground, phrase):
        talked = next((h for h in reversed(hops) if h.role is not Role.RELAY), None)
        if talked and talked.role is Role.ADDRESSEE:
            return None  # "in an interview with Bo Hall on Radio Varn": where he was heard
        if carrying and preposition == "on" and _talk(ground, at, hops[-1]):
            return hop(ground, Role.ADDRESSEE, titled_show(ground, phrase), cue)
        shown = titled_show(ground, phrase)
        return hop(ground, Role.RELAY if carrying and preposition == "in" else Role.CHANNEL, shown, cue)
    if preposition in language.entries("to") and (carrying or not hops):
        return addressee(ground, phrase) if not carrying else hop(ground, Role.ADDRESSEE, phrase, cue)
    if preposition in ("with", "to", "for", "by") and carrying:
        role = Role.RELAY if preposition == "for" else Role.ADDRESSEE
        capital = any(token.capital for token in ground.tokens[phrase.start : phrase.end])
        return hop(ground, role, phrase, cue) if capital or _outlet(ground, phrase) else None
    return None


def _feed(ground: Ground, phrase: Phrase) -> Phrase | None:
    """ "its Telegram channel", "her Facebook page"."""
    last = phrase.end - 1
    owned = last > phrase.start and ground.among(last, "feeds") and ground.among(last - 1, "platforms")
    return phrase if owned else None


def _talk(ground: Ground, at: int, channel: Hop) -> bool:
    """Whether the carrier just named is a talk with somebody, an interview."""
    inside = (
        i for i in range(at) if channel.who and channel.who.start <= ground.tokens[i].start < channel.who.end
    )
    return any(ground.among(i, "talks") for i in inside)


def _broadcast(ground: Ground, phrase: Phrase) -> bool:
    """Whether a phrase is an outlet by its name: "CNN", "the Port Ledger", "MSNBC's “Morning”"."""
    words = [ground.tokens[i] for i in range(*phrase) if ground.tokens[i].word]
    small = [t for t in words[1:] if not t.capital and ground.language.among(t.low, "determiners")]
    core = [t for t in words if t not in small]  # "Radio Varn's Meet the Press"
    named = [t for t in core if t.capital and ground.language.among(t.low, "outlets", "mastheads")]
    return bool(named) and core[-1].capital and not any(t.text.islower() for t in core[1:])


def titled_show(ground: Ground, phrase: Phrase) -> Phrase:
    """ "NBC's “Meet the Town”": the name of the show belongs to the outlet."""
    joined = (
        phrase.end > phrase.start and ground.tokens[phrase.end - 1].low == "'s" and ground.quote(phrase.end)
    )
    return Phrase(phrase.start, phrase.end + 1) if joined else phrase


def _outlet(ground: Ground, phrase: Phrase) -> bool:
    return any(ground.among(i, "outlets", "private") for i in range(phrase.start, phrase.end))


def _between(ground: Ground, phrase: Phrase) -> bool:
    return any(ground.among(index, "between", "persons") for index in range(phrase.start, phrase.end))


def carrier(ground: Ground, phrase: Phrase, *also: str) -> Phrase | None:
    """The carrier that a phrase names, up to its head word: "a statement", "her diary".

    ``also``: further lists of words that count.
    """
    for index in range(phrase.start, phrase.end):
        if ground.low(index) in NARROW or ground.among(index, "prepositions"):
            return None
        after = tuple(ground.language.entries("participles"))
        end = index + 1
        end += end < phrase.end and ground.among(end, "following")  # "mesaj public": its adjective
        last = end >= phrase.end or ground.among(end, "prepositions", "hearing", "adverbs")
        last = last or (bool(after) and ground.low(end).endswith(after))
        named = index > phrase.start and ground.tokens[index].capital and not ground.among(index, "platforms")
        if ground.among(index, "carriers", *also) and last and not named:
            return Phrase(phrase.start, end)
    return None


def relayed(ground: Ground, at: int) -> tuple[Hop, int] | None:
    """ "obtained by R", "translated by the ministry" at ``at``: the hand and where it ends."""
    start = at
    while start < ground.end and (
        ground.among(start, "adverbs", "relatives", "auxiliaries", "conjunctions") or ground.mark(start, ",")
    ):
        start += 1
    if start - at > 4:
        return None
    end = ground.phrase_at(start, "relaying")
    if end == start:
        return None
    phrase = noun_right(ground.tokens, end, ground.language)
    if phrase is None:
        return None
    phrase = named_apposition(ground, Phrase(phrase.start, min(phrase.end, ground.end)))
    if phrase.end <= phrase.start:
        return None
    receiving = ground.phrase_at(start, "receiving") > start
    return hop(ground, Role.ADDRESSEE if receiving else Role.RELAY, phrase, Phrase(start, end)), phrase.end


def calls_for_name(ground: Ground, phrase: Phrase) -> bool:
    """Whether a phrase tells what somebody is, and no name: "a Varn spokesman for Ann Lee"."""
    head = headed(ground, phrase)
    return head > phrase.start and not ground.tokens[head].capital and ground.among(head, "persons")


def _proper(ground: Ground, phrase: Phrase) -> bool:
    if calls_for_name(ground, phrase):
        return False
    return any(ground.tokens[i].capital for i in range(phrase.start + 1, phrase.end))


def only_name(ground: Ground, phrase: Phrase) -> bool:
    """Whether a phrase holds nothing but a name, small words within it left aside: "Bo Hall of Varn"."""
    tokens = ground.tokens[phrase.start : phrase.end]
    inner = ground.language.entries("inner")
    return tokens[0].capital and all(t.capital or not t.word or t.low in inner for t in tokens)


def named_apposition(ground: Ground, phrase: Phrase) -> Phrase:
    """ "his lawyer, Petra Holm": the name, where a common noun is followed by one between commas."""
    if _proper(ground, phrase):
        return phrase
    if not ground.mark(phrase.end, ",") or (
        ground.tokens[phrase.start].low in ground.language.pronouns and phrase.end - phrase.start == 1
    ):
        return phrase
    name = noun_right(ground.tokens, phrase.end + 1, ground.language)
    if name is None or not only_name(ground, name):
        return phrase
    closed = name.end >= ground.end or ground.mark(name.end, ",;.")
    return Phrase(name.start, min(name.end, ground.end)) if closed else phrase
