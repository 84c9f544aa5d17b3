"""Sources that no verb of saying shows: "Mayor Ann Lee: “…”", and headlines ("Dam unsafe: engineer")."""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.model import Being, Role
from firsthand.reading.rules.beings import being
from firsthand.reading.rules.frames import Frame, Ground
from firsthand.reading.rules.phrases import Phrase

LONGEST = 10  # tokens of a source before or after a colon; beyond that it is a clause
TURN = 3  # words of a name before the colon of a turn
TOLD = 3  # tokens that a headline must tell beside its source
LISTED = ("persons", "bodies", "groups", "outlets", "anonymous", "documents")


def verbless(ground: Ground) -> Iterator[Frame]:
    """The frame of a sentence whose source and content are parted by a colon alone, if it is one."""
    colons = [index for index in range(1, ground.end) if ground.mark(index, ":")]
    if len(colons) != 1:
        return
    before, after = Phrase(0, colons[0]), Phrase(colons[0] + 1, ground.end)
    headline = ground.end == len(ground.tokens)
    quoted = ground.quote(after.start)
    if after.end > after.start and (
        _takes_turn(ground, before) or (_speaks(ground, before, named=not quoted) and (quoted or headline))
    ):
        yield _frame(ground, colons[0], before, after, leftward=False)
    elif headline and not quoted and _speaks(ground, after, named=True) and before.end >= TOLD:
        yield _frame(ground, colons[0], after, before, leftward=True)


def _takes_turn(ground: Ground, phrase: Phrase) -> bool:
    """ "LEE: The dam was safe.": a name in capitals, as interviews and transcripts have it."""
    tokens = ground.tokens[phrase.start : phrase.end]
    named = " ".join(t.low for t in tokens)
    if len(tokens) > TURN or named in ground.language.entries("labels"):
        return False
    return all(t.word and t.text.isupper() and t.text.isalpha() and len(t.text) > 1 for t in tokens)


def _speaks(ground: Ground, phrase: Phrase, named: bool) -> bool:
    """Whether the words are a source; ``named``: by a word of the lists, as capitals show too little."""
    within = range(phrase.start, phrase.end)
    if not 0 < len(within) <= LONGEST or ground.has_finite(*phrase) or any(ground.quote(i) for i in within):
        return False
    if ground.among(phrase.start, "prepositions", "subordinators") or not ground.tokens[phrase.start].word:
        return False
    head = next((i for i in within if i > phrase.start and ground.among(i, "prepositions")), phrase.end) - 1
    if named and not ground.among(head, *LISTED):
        return False
    return being(ground, phrase) not in (Being.UNKNOWN, Being.MEDIUM)


def _frame(ground: Ground, colon: int, source: Phrase, content: Phrase, leftward: bool) -> Frame:
    region = Phrase(min(source.start, colon), max(source.end, colon + 1))
    return Frame(
        sentence=ground.number,
        cue=Phrase(colon, colon + 1),
        region=region,
        content=(content,),
        source=source,
        role=Role.SPEAKER,
        leftward=leftward,
    )
