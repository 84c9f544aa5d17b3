"""Every place where somebody is named: the outlets of the records, and the hands of the attributions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from firsthand.model import Attribution, Being, Hop, Record, RecordKind, Role
from firsthand.names.spelling import BRACKETS, Name, key, looks_like_outlet, read_name, spelled

UNNAMED = frozenset({Being.GROUP, Being.ANONYMOUS})
HEAD = re.compile(r"""(?:^|[.!?…:][”"»’')]*\s+|\n\s*)[“"«„‘'(]*$""")  # what stands before a sentence
PASSING_ON = frozenset({Role.RELAY, Role.CHANNEL, Role.ADDRESSEE})


@dataclass(frozen=True, slots=True)
class Mention:
    """One naming.

    ``name`` is empty where nobody is named; ``here`` is the record that is named, if it is in the
    case; ``host`` where the words link to; ``reason`` why they were put under another's name. By ``rulings``
    it may stand ``apart`` from all others of its name, with those of one record.
    """

    spelling: str
    name: Name
    being: Being
    record: str
    attribution: str = ""
    host: str = ""
    here: str = ""
    at: int = -1
    role: Role | None = None
    reason: str = ""
    apart: str = ""
    rulings: tuple[int, ...] = ()


def mentions(records: Sequence[Record], attributions: Sequence[Attribution]) -> list[Mention]:
    """All mentions, those of the records first, then those of the attributions in their order."""
    known = {record.id: record for record in records}
    return [*_of_records(records), *_of_hands(known, attributions)]


def host(url: str) -> str:
    """The host of an address without "www." and "m."; empty where there is none."""
    try:
        name = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:  # "http://[" and the like: an address nobody can follow
        return ""
    for prefix in ("www.", "m.", "amp."):
        name = name.removeprefix(prefix)
    return name


def _of_records(records: Iterable[Record]) -> Iterator[Mention]:
    for record in records:
        if record.kind is RecordKind.REPORT and (outlet := record.outlet or host(record.url)):
            name = read_name(outlet, Being.OUTLET)
            # A publication may call itself by common nouns alone ("observer"): it is a name all the same.
            name = name if name.named else Name(outlet, key(outlet), (key(outlet),))
            yield Mention(
                spelled(outlet), name, Being.OUTLET, record.id, host=host(record.url), here=record.id
            )
        elif record.kind is RecordKind.PRIMARY:
            title = record.title or record.name
            name = Name(title, key(title), tuple(key(w) for w in title.split()))
            yield Mention(spelled(title), name, Being.DOCUMENT, record.id, here=record.id)


def _of_hands(known: Mapping[str, Record], attributions: Iterable[Attribution]) -> Iterator[Mention]:
    for attribution in attributions:
        record = known.get(attribution.record)
        if record is not None:
            for hop in attribution.hands or _source_alone(attribution):
                yield from _of_hop(record, attribution, hop)


def _source_alone(attribution: Attribution) -> tuple[Hop, ...]:
    """A reader may state a source without spelling out the hands; it is the one hand then."""
    if attribution.source is None and not attribution.name:
        return ()
    return (Hop(Role.SPEAKER, attribution.source, attribution.name),)


def _of_hop(record: Record, attribution: Attribution, hop: Hop) -> Iterator[Mention]:
    written = spelled(record.text[hop.who.start : hop.who.end]) if hop.who else ""
    told = spelled(hop.name) or written
    if not told:
        return
    nobody = hop.being in UNNAMED or (told == written and _first_of_sentence(record.text, hop))
    name = Name("", "", ()) if nobody else read_name(told, hop.being)
    being = _being(hop, name)
    at = hop.who.start if hop.who else -1
    link = _linked_host(record, hop)
    own = read_name(written)
    spellings = [_spelling(told, name)]
    if name.named and own.named and set(own.words) <= set(name.words):
        spellings.append(_spelling(written, own))
    for spelling in dict.fromkeys(spellings):
        yield Mention(spelling, name, being, record.id, attribution.id, link, at=at, role=hop.role)


def _first_of_sentence(text: str, hop: Hop) -> bool:
    """Whether a word has its capital from its place alone: "Passengers", where the text has "passengers" too
    and never "Passengers" within a sentence."""
    word = text[hop.who.start : hop.who.end] if hop.who else ""
    if hop.who is None or " " in word or not word[:1].isupper() or word.isupper():
        return False
    if not HEAD.search(text[max(0, hop.who.start - 9) : hop.who.start]):
        return False
    common, own = (rf"\b{re.escape(each)}\b" for each in (word.lower(), word))
    return re.search(common, text) is not None and re.search(rf"(?<=[\w,] ){own}", text) is None


def _being(hop: Hop, name: Name) -> Being:
    """What the reader said; where it could not say: a name that passes words on may be an outlet."""
    if hop.being is not Being.UNKNOWN:
        return hop.being
    if not name.named:
        return Being.ANONYMOUS
    passes_on = hop.role in PASSING_ON and (len(name.words) == 1 or looks_like_outlet(name))
    return Being.OUTLET if passes_on else Being.UNKNOWN


def _spelling(mention: str, name: Name) -> str:
    """The mention as a spelling; of "the pump hand Dr Ada Quist", the name and its title alone."""
    bare = BRACKETS.sub("", mention)
    article, _, rest = bare.partition(" ")
    own = name.titled in {bare, rest if article.casefold() == "the" else bare}
    return mention if own or not name.titled else name.titled


def _linked_host(record: Record, hop: Hop) -> str:
    """The host that the hand's own words link to; a person's link leads to an article, not to the person."""
    if hop.who is None or hop.being not in {Being.OUTLET, Being.BODY, Being.UNKNOWN, Being.MEDIUM}:
        return ""
    for link in record.links:
        if link.span.start <= hop.who.start and hop.who.end <= link.span.end:
            return host(link.url)
        if hop.who.start <= link.span.start and link.span.end <= hop.who.end:
            return host(link.url)
    return ""
