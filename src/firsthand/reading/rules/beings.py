"""What kind of being a phrase names: a person, an outlet, a body, a document, a group, somebody unnamed."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.model import Being
from firsthand.reading.rules.frames import Ground
from firsthand.reading.rules.phrases import Phrase
from firsthand.reading.sentences import Token

ANONYMITY = frozenset({"anonymity", "anonymously"})
KINDS = (
    ("persons", Being.PERSON),
    ("outlets", Being.OUTLET),
    ("bodies", Being.BODY),
    ("documents", Being.DOCUMENT),
    ("groups", Being.GROUP),
)


def being(ground: Ground, phrase: Phrase, publishes: bool = False) -> Being:
    """What kind of source the words of ``phrase`` name, by its head word and its capitals.

    ``publishes``: what it did is what outlets do, which decides for a name that shows nothing.
    """
    among = ground.language.among
    tokens = ground.tokens[phrase.start : phrase.end]
    if _unnamed(ground, phrase):
        return Being.ANONYMOUS
    office = next((i for i, t in enumerate(tokens) if i and among(t.low, "of", "prepositions")), len(tokens))
    core = [t for t in tokens[:office] if t.word] or list(tokens)
    capitals = [t for t in core if t.capital and not among(t.low, "determiners")]
    if core[0].low in ground.language.pronouns and len(core) == 1:
        return Being.GROUP if ground.language.pronouns[core[0].low] == "p" else Being.PERSON
    article = among(core[0].low, "determiners")
    if capitals and (people := _populace(core, ground)):
        return people
    if capitals and core[-1].capital and among(core[-1].low, "mastheads") and (article or len(capitals) > 1):
        return Being.OUTLET
    common = [t.low for t in core if not t.capital and not among(t.low, "determiners", "possessives")]
    opens = core[0].capital and among(core[0].low, "outlets", "bodies")  # "Radio Varn", "Channel Nine"
    deciding = [core[-1].low, *common[-1:], *(t.low for t in capitals if opens or t is not core[0])]
    for low in deciding:
        for name, kind in KINDS:
            if among(low, name):
                return Being.BODY if kind is Being.OUTLET and not capitals else kind
    if among(core[0].low, "titles") or any(among(t.low, "titles") for t in core):
        return Being.PERSON
    if article and capitals and len(capitals) == len(core) - 1:
        return Being.OUTLET if publishes else Being.BODY  # people have no article: "The Vantage reported"
    return Being.PERSON if capitals else Being.UNKNOWN


def _populace(core: Sequence[Token], ground: Ground) -> Being | None:
    """ "House Republicans" are a group, "South Korea" is a body: neither is somebody."""
    if ground.language.among(core[-1].low, "peoples") and core[-1].capital:
        return Being.GROUP
    named = " ".join(t.low for t in core if not ground.language.among(t.low, "determiners"))
    return Being.BODY if ground.language.among(named, "places") else None


def _unnamed(ground: Ground, phrase: Phrase) -> bool:
    """Whether the words, or "…, speaking on condition of anonymity" behind them, withhold the name."""
    if any(ground.among(index, "anonymous") for index in range(phrase.start, phrase.end)):
        return True
    behind = range(phrase.end, min(phrase.end + 8, ground.end))
    joined = ground.mark(phrase.end, ",") or ground.among(phrase.end, "relatives")
    return joined and any(ground.low(index) in ANONYMITY for index in behind)
