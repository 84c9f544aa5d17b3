"""What a person should look at before an edition is given out: parts of withheld names that stand in it,
what was left out as a form of one, and what no machine finds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from firsthand.dossier import Dossier
from firsthand.dossier.phrases import listed
from firsthand.model import Private, PrivateWords, Record
from firsthand.names.routes import scripts, spellings
from firsthand.publishing.alone import alone
from firsthand.publishing.folding import key, unspaced
from firsthand.publishing.marks import heard
from firsthand.publishing.wording import Wording, joined

LEAST = 3  # letters of a part of a name: "de" and "Ri" are parts of everything
MOST = 8  # forms that a sentence names
UNSEEN = (
    "Read the edition from top to bottom: a description that tells who somebody is, a nickname, a day or a"
    " place that tells it, and a face that nobody marked are not found by Firsthand."
)
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


def beyond(records: Sequence[Record], private: Sequence[PrivateWords]) -> tuple[str, ...]:
    """What was left out of these records beyond what is listed, so that too much is told as well; which names
    no table writes in other letters; and what is not looked for at all."""
    if not private:
        return (UNSEEN,)
    forms = _forms(records, private)
    named = [f"“{form}” ({number})" for form, number in forms.most_common(MOST)]
    more = f" and {len(forms) - MOST} more" if len(forms) > MOST else ""
    told = (
        f"Left out as forms of what is listed: {', '.join(named)}{more}. See in the restricted edition that"
        " none of them is somebody or something else.",
    ) * bool(named)
    return (*told, *_alone(alone(records, private)), *_in_own_letters(private), UNSEEN)


def _alone(surnames: Sequence[PrivateWords]) -> Iterator[str]:
    """Surnames that are left out where they stand alone, and what to do where that is wrong."""
    for each in surnames:
        yield (
            f"“{each.words[0]}” is left out where it stands alone too: nobody else in this case is called so."
            " If it means somebody or something else, say alone = false beside its name in case.toml."
        )


def _forms(records: Sequence[Record], private: Sequence[PrivateWords]) -> Counter[str]:
    """The words that were taken for listed ones and are written otherwise, or small as ordinary words are."""
    listed = {word: word.islower() for each in private for word in each.words}
    keys = {key(word): small for word, small in listed.items()}
    wording = Wording(private)
    found: Counter[str] = Counter()
    for record in records:
        for start, end in joined(hit.span for hit in wording.hits(record.text, record.language)):
            form = " ".join(record.text[start:end].split())
            found[form] += key(form) not in keys or (form.islower() and not keys[key(form)])
    return +found


def _in_own_letters(private: Sequence[PrivateWords]) -> Iterator[str]:
    """Names that no table writes in Latin letters as newspapers do."""
    words = dict.fromkeys(word for each in private for word in each.words)
    alone = [w for w in words if {"LATIN"}.isdisjoint(scripts(w)) and not _latin(w)]
    if alone:
        named = listed([f"“{word}”" for word in alone], MOST)
        yield f"{named}: looked for in other letters by sound at most. List every spelling in those too."


def _latin(word: str) -> bool:
    """Whether a name is one of the scripts whose spellings in Latin letters are known: Cyrillic, Hangul."""
    known = {"CYRILLIC", "HANGUL", "GREEK"}
    return known.issuperset(scripts(word)) and len(spellings(word)) > 1


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
