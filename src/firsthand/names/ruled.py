"""What people ruled on names, put on what was suggested: ruled the same is one source, ruled different two.

An element is a name as a key, in one record or ("") wherever it stands. Elements are joined: those ruled the
same first, in the order of the rulings; then what was suggested, where nobody ruled it apart or undecided.
Two that somebody ruled different are never joined, by no chain of others either.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from firsthand.joining import Joined
from firsthand.languages import only_pronoun
from firsthand.model import Anchor, Judgement, Matter, Record, Ruling, deciding
from firsthand.model.rulings import MAY_BE
from firsthand.names.mentions import Mention
from firsthand.names.spelling import Name, key, listed, read_name
from firsthand.ruled import because

ACCENTS = re.compile("[\u0300-\u036f]+")
STEM = 4
MARKS = re.compile(r"[^\w]+")
Element = tuple[str, str]  # a key, and the record where it stands


def on_names(rulings: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """The rulings about names that stand, are settled by no other, and are on two."""
    ours = (r for r in deciding(rulings) if r.matter is Matter.NAMES and r.judgement in MAY_BE[Matter.NAMES])
    return tuple(r for r in ours if len(set(pair(r))) > 1)


def element(anchor: Anchor) -> Element:
    """What is compared of a name that somebody ruled on."""
    name = read_name(anchor.words)
    return (name.key or key(anchor.words), anchor.record)


def pair(ruling: Ruling) -> tuple[Element, Element]:
    """The two elements that a ruling is on; one twice if it is on no two."""
    first, *rest = map(element, ruling.on)
    return (first, rest[0]) if rest else (first, first)


def touching(rulings: Sequence[Ruling], records: Iterable[Record]) -> tuple[Ruling, ...]:
    """Those of the rulings that may change what is found in the records: a name may be there."""
    if not rulings:
        return ()
    texts = (_bare("\n".join((r.outlet, r.byline, r.by, r.title, r.text))) for r in records)
    begun = {word[:n] for text in texts for word in ("", *text.split()) for n in range(STEM + 1)}
    return tuple(r for r in rulings if any(_stem(each.words) in begun for each in r.on))


def _stem(words: str) -> str:
    """How the longest word begins: what follows may be an ending, or another way to join syllables."""
    return max(_bare(words).split(), key=len, default="")[:STEM]


def _bare(text: str) -> str:
    """A text in small letters without accents and marks, quickly."""
    return MARKS.sub(" ", ACCENTS.sub("", unicodedata.normalize("NFD", text).casefold()))


class Ruled:
    """The rulings of a case that are about names, to be put once on what was suggested."""

    def __init__(self, rulings: Iterable[Ruling]) -> None:
        self._rulings = [(r, pair(r)) for r in on_names(rulings)]
        self._groups: dict[int, tuple[frozenset[Element], tuple[Ruling, ...]]] = {}
        self._anchored = {each for _, on in self._rulings for each in on}
        self._joined = Joined[Element](on for r, on in self._rulings if r.judgement is Judgement.DIFFERENT)
        self._same = {
            r for r, on in self._rulings if r.judgement is Judgement.SAME and self._joined.join(*on)
        }
        for one, other in (on for r, on in self._rulings if r.judgement is not Judgement.SAME):
            self._joined.part(one, other)
            for name, record in (one, other) if one[0] == other[0] else ():
                if record:  # two people of one name: whose it is elsewhere nobody has said
                    self._joined.part((name, record), (name, ""))

    def put(self, given: Sequence[Mention], suggested: Sequence[Mention]) -> list[Mention]:
        """``suggested``, each mention under the name that it has by the rulings; ``given`` are the same
        mentions before anything was put together."""
        if not self._rulings:
            return list(suggested)
        for name, record in self._anchored:
            self._joined.join((name, record), (name, ""))
        own = [self._own(mention) for mention in given]
        for number, mention in enumerate(suggested):
            if mention.name.named:
                taken = self._of(mention.name.key, mention.record)
                self._joined.join(own[number] or taken, taken)
                own[number] = own[number] or taken
        names = {m.name.key: m.name for m in (*given, *suggested) if m.name.named}
        return [self._under(e, m, names) if e else m for e, m in zip(own, suggested, strict=True)]

    def _own(self, mention: Mention) -> Element | None:
        """What is ruled on in a mention as it is written; nothing in a pronoun."""
        name = read_name(mention.spelling, mention.being)
        written = name.key or key(mention.spelling)
        if name.named or mention.here:
            return self._of(written, mention.record)
        pronoun = only_pronoun(mention.spelling, "") or written in listed("relatives")
        return None if pronoun else (written, mention.record)

    def _of(self, name: str, record: str) -> Element:
        return (name, record) if (name, record) in self._anchored else (name, "")

    def _about(self, own: Element) -> tuple[frozenset[Element], tuple[Ruling, ...]]:
        """All that are one with ``own``, and the rulings on any of them, in order: found once a group."""
        members = self._joined.group(own)
        found = self._groups.get(id(members))
        if found is None:
            group = frozenset(members)
            ruled = not group.isdisjoint(self._anchored)
            about = (r for r, on in self._rulings if ruled and not group.isdisjoint(on))
            found = self._groups[id(members)] = group, tuple(about)
        return found

    def _under(self, own: Element, mention: Mention, names: Mapping[str, Name]) -> Mention:
        group, about = self._about(own)
        if not about:
            return mention
        numbers = tuple(r.number for r in about)
        same = next((r for r in about if r in self._same), None)
        taken = self._of(mention.name.key, mention.record) in group
        alone = own[1] and (own[0], "") not in group
        if same is None and (not mention.name.named or (taken and not alone)):
            return replace(mention, rulings=numbers)
        first, record = pair(same)[0] if same else (own[0], own[1] if alone else "")
        name = names.get(first) or replace(_own_name(mention), key=first)  # nobody bears a name that waits
        reason = because(same) if same and own != (first, record) else ""
        return replace(mention, name=name, reason=reason, apart=record, rulings=numbers)


def _own_name(mention: Mention) -> Name:
    """The name of a mention; what stands there where it names nobody."""
    name = mention.name if mention.name.named else read_name(mention.spelling)
    words = mention.spelling
    return name if name.named else Name(words, key(words), (key(words),))
