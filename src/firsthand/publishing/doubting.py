"""What a person should look at before an edition is given out: parts of withheld names that stand in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from firsthand.dossier import Dossier
from firsthand.dossier.phrases import listed
from firsthand.model import Private, PrivateWords
from firsthand.publishing.folding import key, unspaced
from firsthand.publishing.marks import heard
from firsthand.publishing.wording import Wording, joined

LEAST = 3  # letters of a part of a name: "de" and "Ri" are parts of everything
GIVEN = (3, 4)  # syllables or characters of a name of which the first is the family's


def doubts(dossier: Dossier, private: Sequence[PrivateWords]) -> tuple[str, ...]:
    """A sentence for each part of a withheld name that still stands somewhere, and where."""
    names = [each for each in private if each.what is not Private.HOME]
    whole = Wording(names)
    parts = Wording([PrivateWords(Private.PERSON, tuple(_parts(names)))])
    standing: dict[str, dict[str, None]] = {}
    for anchor, text in _told(dossier) if parts else ():
        rest = _without(text, whole)
        for start, end in joined(hit.span for hit in parts.hits(rest)):
            standing.setdefault(rest[start:end], {})[anchor] = None
    return tuple(
        f"“{part}”, a part of a name that is withheld, still stands in {listed(list(where))}:"
        " list it too if it means the same person."
        for part, where in standing.items()
    )


def _parts(names: Sequence[PrivateWords]) -> list[str]:
    """The words of names of several, and the given name of one that is written without a blank."""
    words = [word for each in names for word in each.words]
    split = [part for word in words for part in word.split() if " " in word and len(key(part)) >= LEAST]
    given = [word[1:] for word in words if len(word) in GIVEN and all(map(unspaced, word))]
    return [part for part in dict.fromkeys((*split, *given)) if part not in words]


def _told(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """What each sheet of an edition says, by its anchor."""
    sheets = [(each.anchor, heard(each)) for each in dossier.statements]
    sheets += [(each.anchor, heard(each)) for each in dossier.reports]
    sheets += [(each.anchor, heard(each)) for each in dossier.records]
    rest = replace(dossier, statements=(), reports=(), records=(), images=())
    yield from (*sheets, ("the lists of people and findings", heard(rest)))


def _without(text: str, whole: Wording) -> str:
    """A text without the names that stand in it as a whole: an outlet has printed these."""
    parts, at = [], 0
    for span in joined(hit.span for hit in whole.hits(text)):
        parts.append(text[at : span.start])
        at = span.end
    return "\n\n".join((*parts, text[at:]))
