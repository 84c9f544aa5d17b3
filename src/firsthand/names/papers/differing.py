"""Identity papers laid beside one another: the fields on which they differ.

Only what is printed is compared. A difference is a fact about two papers; what it means is for
a person to judge, and is never said here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from firsthand.model import Disagreement
from firsthand.names.papers.dating import day
from firsthand.names.papers.held import PRINTED, SIGNED, Held, capital, labels
from firsthand.names.routes import scripts
from firsthand.names.spelling import key

# One paper's own particulars: two papers of one person need not share them.
OF_THE_PAPER = frozenset(
    {"number", "series", "issued by", "issuer code", "issued on", "valid until", "type", "state"}
)


def disagreements(held: Sequence[Held]) -> tuple[Disagreement, ...]:
    """One disagreement for each field on which papers of one person differ, in the order of the papers.

    Papers are of one person if they bear the same number or belong to the same record (``of``).
    Number, issuer and dates of issue are compared only between papers of one number. A name that
    is printed and one that is signed in the same script on one paper are a disagreement too, unless
    the signature has only words of it, in full or shortened.
    """
    found = [d for each in held for d in _within(each)]
    for group, by_number in of_one_person(held):
        found += _between(group, by_number)
    return tuple(dict.fromkeys(found))


def of_one_person(held: Iterable[Held]) -> Iterator[tuple[list[Held], bool]]:
    """Groups of two papers or more, and whether they bear one number."""
    groups: dict[tuple[str, str], list[Held]] = defaultdict(list)
    for each in held:
        if number := key(each.said("number")):
            groups["number", number].append(each)
        if each.record.of:
            groups["of", each.record.of].append(each)
    for (by, _), group in groups.items():
        if len(group) > 1:
            yield group, by == "number"


def _between(group: Sequence[Held], by_number: bool) -> Iterator[Disagreement]:
    for name in dict.fromkeys(field.name for each in group for field in each.paper.fields if not field.zone):
        told = [each for each in group if each.said(name)]
        if name in OF_THE_PAPER and not by_number:
            continue
        if len({comparable(each.said(name)) for each in told}) > 1:
            values = tuple((each.record.id, each.said(name)) for each in told)
            yield Disagreement(_subject(group), name, values, _note(name, told))


def _within(held: Held) -> Iterator[Disagreement]:
    printed, signed = held.said(PRINTED), held.said(SIGNED)
    same = scripts(printed)[:1] == scripts(signed)[:1]
    if printed and signed and same and not _short_for(signed, printed):
        note = f"{capital(held.label)} is printed for {printed} and signed {signed}."
        values = ((held.record.id, printed), (held.record.id, signed))
        yield Disagreement(printed, f"{PRINTED} / {SIGNED}", values, note)


def _short_for(signed: str, printed: str) -> bool:
    """Whether each word of a signature is one of the printed name, or the beginning of one ("O. Lind")."""
    own = list(map(key, printed.split()))
    return all(any(word.startswith(each) for word in own) for each in map(key, signed.split()))


def _subject(group: Sequence[Held]) -> str:
    return next((each.holder for each in group if each.holder), group[0].record.title or group[0].record.name)


def _note(name: str, told: Sequence[Held]) -> str:
    said = (f"{label} says {each.said(name)}" for label, each in zip(labels(told), told, strict=True))
    return f"{capital(name)}: {'; '.join(said)}."


def comparable(value: str) -> str:
    """A value as it is compared; a date is compared as a date ("4 May 1997" is "1997-05-04")."""
    found = day(value)
    return found.first.isoformat() if found and found.first == found.last else key(value)
