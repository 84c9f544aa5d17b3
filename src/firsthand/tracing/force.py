"""Whether a step made a statement stronger or weaker, or turned its sense round.

Words are compared by ladders (``strength.toml``): one put for a weaker or a stronger one of its kind.
A rung may hold phrases and words of several languages, so a translation can be seen to harden too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from firsthand.languages import opposites
from firsthand.model import Attribution, Drift, DriftKind, MatchKind, Span
from firsthand.text import fold_word
from firsthand.tracing.step import Step, at
from firsthand.tracing.strength import Ladder, strength

# A longer sentence says several things, and counting its denials shows nothing.
LONGEST = 18
# What was cut to less than this share may have lost a clause, and its denial with it.
CUT_DOWN = 0.4


def force(step: Step) -> Iterator[Drift]:
    """A word in the place of a weaker or a stronger one of the same kind, or one that adds force."""
    if step.there is None and step.translated:
        return
    before = _said(step.upstream, step.places, step.there)
    after = _said(step.text, step.here.content, step.here)
    found = _climbed(before, after) or _pressed(before, after)
    if found is not None:
        kind, weak, strong = found
        note = f"“{weak}” becomes “{strong}”." if weak else f"“{strong}” is put in."
        yield step.drift(kind, note)


def _said(text: str, spans: Iterable[Span], said: Attribution | None) -> tuple[str, str]:
    """The folded content, and the folded words by which it is attributed."""
    cue = " ".join(at(text, s) for s in said.cue) if said is not None else ""
    return _folded(" ".join(at(text, s) for s in spans)), _folded(cue)


def _folded(text: str) -> str:
    return " " + " ".join(re.findall(r"[^\W_]+(?:['’][^\W_]+)*", fold_word(text))) + " "


def _climbed(before: tuple[str, str], after: tuple[str, str]) -> tuple[DriftKind, str, str] | None:
    for ladder in strength().ladders:
        old = _rungs(ladder, before)
        new = _rungs(ladder, after) if old else {}
        if new and max(old) != max(new) and max(new) not in old and max(old) not in new:
            kind = DriftKind.HARDENED if max(new) > max(old) else DriftKind.SOFTENED
            return kind, old[max(old)], new[max(new)]
    return None


def _rungs(ladder: Ladder, said: tuple[str, str]) -> dict[int, str]:
    """The rungs met, with the words, none inside a longer phrase; of a cue, what is more than saying."""
    found: dict[int, str] = {}
    for text, lowest in ((said[0], 0), (said[1], 1)):
        met = [(m.span(), n, m.group()) for n, rung in enumerate(ladder.rungs) for m in rung.finditer(text)]
        for (start, end), number, words in met:
            inside = any(s <= start and end <= e and (s, e) != (start, end) for (s, e), _, _ in met)
            if number >= lowest and not inside:
                found.setdefault(number, words)
    return found


def _pressed(before: tuple[str, str], after: tuple[str, str]) -> tuple[DriftKind, str, str] | None:
    """A word that only adds force ("never once", "utterly") where there was none."""
    pattern = strength().pressing
    new = pattern.search(after[0])
    if new is None or pattern.search(before[0]) or not _as_long(before[0], after[0]):
        return None
    return DriftKind.HARDENED, "", new.group()


def sense(step: Step) -> Iterator[Drift]:
    """One side affirms what the other denies, or has the opposite of a word in its place.

    "Did not protect" and "abandoned" say the same: a denial on one side and an opposite make up for
    each other. Only single sentences of like length are compared; in longer ones a clause may have come
    or gone.
    """
    if step.reading.kind not in (MatchKind.ALTERED, MatchKind.PARAPHRASE):
        return
    before = " ".join(at(step.upstream, s) for s in step.places)
    after = " ".join(at(step.text, s) for s in step.here.content)
    if not (all(_one_thing(x) for x in (before, after)) and _as_long(before, after)):
        return
    note = reversal((before, step.language), (after, step.language))
    if note:
        yield step.drift(DriftKind.REVERSED, note)


Said = tuple[str, str]
"""A wording and its language."""


def reversal(before: Said, after: Said) -> str:
    """How the one turns round what the other says, in a sentence; "" where it does not."""
    one, other = (
        opposites.poles(tuple(_folded(text).split()), language) for text, language in (before, after)
    )
    put = next(opposites.turned(one, other), None)
    denied = denials(before[0]) % 2 != denials(after[0]) % 2
    if denied == bool(put):
        return ""
    return f"“{put[0]}” becomes “{put[1]}”." if put else "One side denies what the other says."


def denials(text: str) -> int:
    """How often a text turns round what it says: "not", "no sign of", "ruled out"; not "no more than"."""
    tables = strength()
    return len(tables.turning.findall(tables.idle.sub("", _folded(text))))


def _one_thing(text: str) -> bool:
    return len(text.split()) <= LONGEST and not re.search(r"\w\w[.!?…。]\s+\w", text)


def _as_long(before: str, after: str) -> bool:
    shorter, longer = sorted((len(before), len(after)))
    return shorter >= CUT_DOWN * longer
