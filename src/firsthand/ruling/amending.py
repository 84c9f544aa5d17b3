"""What an attribution becomes by a ruling: what is otherwise put on what was read, its places in the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from firsthand import reading
from firsthand.errors import Refused
from firsthand.model import Attribution, Correction, Hop, Kind, Record, Role, Span
from firsthand.text import cover, joined


def amended(record: Record, was: Attribution, told: Correction) -> Attribution:
    """``was`` with what ``told`` says is otherwise; its quotations, kind and id follow from that.

    Words are looked for in the record, nearest to where it was read. Refused where they are not there.
    """
    content = was.content
    if told.content is not None:
        content = _places(record, told.content, was.content)
    made = replace(was, content=content, cue=_cue(record, was, told, content), reader="")
    made = _with_source(record, made, told)
    if told.hands is not None:
        made = replace(made, hands=tuple(_hand(record, made, each) for each in told.hands))
    made = _kinded(record, made, told)
    made = replace(made, stance=told.stance or made.stance)
    return replace(made, id=Attribution.identify(record.id, made.kind, made.content, made.source))


def missed(record: Record, told: Correction) -> Attribution:
    """An attribution that the reader did not find. Refused where nobody says what its content is."""
    if not told.content:
        raise Refused("it is not told what is said", do='Give its words: --content "…"')
    blank = Attribution("", record.id, Kind.INDIRECT, (Span(0, 0),))
    return amended(record, replace(blank, content=_places(record, told.content, ())), told)


def merged(record: Record, were: Sequence[Attribution], told: Correction) -> Attribution:
    """Several attributions as one: all that they say, by the source and hands of the first that has one."""
    first = next((each for each in were if each.source or each.name), were[0])
    content = joined(span for each in were for span in each.content)
    cue = joined(span for each in were for span in each.cue)
    return amended(record, replace(first, content=content, cue=cue), told)


def _cue(record: Record, was: Attribution, told: Correction, content: tuple[Span, ...]) -> tuple[Span, ...]:
    if told.cue is None:
        return was.cue
    return _places(record, told.cue, content) if told.cue else ()


def _with_source(record: Record, was: Attribution, told: Correction) -> Attribution:
    if told.source is None:
        return was if told.name is None else _named(was, was.source, told.name)
    if not told.source:
        return _named(was, None, told.name or "")
    if isinstance(told.source, str) and told.source not in record.text:
        return _named(was, None, told.name or told.source)
    (source,) = _places(record, told.source if isinstance(told.source, str) else (told.source,), was.content)
    return _named(was, source, told.name or record.text[source.start : source.end])


def _named(was: Attribution, source: Span | None, name: str) -> Attribution:
    """By another source, which takes the place of the one before among the hands."""
    nobody = source is None and not name
    hands = []
    for hop in was.hands:
        ours = hop.who == was.source and hop.role in (Role.SPEAKER, Role.AUTHOR)
        hands += [replace(hop, who=source, name=name)] if ours and not nobody else [] if ours else [hop]
    if not nobody and not any(hop.who == source and hop.name == name for hop in hands):
        hands.insert(0, Hop(Role.SPEAKER, source, name, cue=was.cue[0] if was.cue else None))
    return replace(
        was, source=source, name=name, hands=tuple(hands), inferred=False, unstated=nobody and was.unstated
    )


def _hand(record: Record, made: Attribution, hop: Hop) -> Hop:
    """A hand as it was read, where it or one of that name was; else with its place in the text, if it has
    one."""
    if hop.who is None and not hop.name:
        return hop
    for known in made.hands:
        if hop.who is not None and hop.who == known.who:
            return replace(known, role=hop.role, name=hop.name or known.name)
        spelled = record.text[known.who.start : known.who.end] if known.who else ""
        if hop.who is None and hop.name in (known.name, spelled):
            return known
    if hop.who is not None or hop.name not in record.text:
        return hop
    (where,) = _places(record, hop.name, made.content)
    return replace(hop, who=where)


def _kinded(record: Record, made: Attribution, told: Correction) -> Attribution:
    """With its quotations, and the kind that they make it if nobody says which; without a source it stays
    the report's own voice if it was that."""
    found = reading.quoted(record.text, made)
    own = made.kind is Kind.OWN and not made.source and not made.name
    return replace(found, kind=told.kind or (Kind.OWN if own else found.kind))


def _places(record: Record, told: str | Sequence[str | Span], near: Sequence[Span]) -> tuple[Span, ...]:
    """Where words stand in a record, nearest to these places; places as they are given, if they are in it."""
    parts = (told,) if isinstance(told, str) else told
    found = [_nearest(record.text, p.strip(), near) if isinstance(p, str) else p for p in parts]
    if not found or any(not 0 <= span.start < span.end <= len(record.text) for span in found):
        raise Refused("a place is not in the text", where=record.name, do="Give characters of its text")
    return joined(found)


def _nearest(text: str, words: str, near: Sequence[Span]) -> Span:
    at, found = text.find(words) if words else -1, list[int]()
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    if not found:
        raise Refused(f"the report has no words “{words}”", do="Type them as they stand in its text")
    middle = cover(near).start if near else 0
    start = min(found, key=lambda each: abs(each - middle))
    return Span(start, start + len(words))
