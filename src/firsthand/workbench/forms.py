"""What a form says is otherwise in a passage.

What stands in the text is told twice: its words ("content"), and its characters, counted from 0 as code
points of the report's text ("content-at": "12-40,51-60"). Where the two do not agree it is refused, for then
the page and the text are not the same. Without characters the words are looked for, nearest to where it was
read. A field that says what was read says nothing; so does one that is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TypeVar

from starlette.datastructures import FormData

from firsthand.dossier.sheets import ReportSheet
from firsthand.dossier.tagged import Hand, Tag
from firsthand.errors import Refused
from firsthand.model import Correction, Hop, Kind, Role, Span, Stance
from firsthand.workbench.sending import Field

AT = re.compile(r"\d{1,9}-\d{1,9}(,\d{1,9}-\d{1,9})*", re.ASCII)
TELLING = ("correct", "split", "merge", "missed")
FIELDS = (
    Field("content", "The words of the passage as they are; several, where it is split", many=True),
    Field("content-at", "The characters at which each of these stands, as 12-40,51-60", many=True),
    Field("source", "The words that name who says it"),
    Field("source-at", "Their characters"),
    Field("unstated", "Whether the text names nobody", of=("yes", "")),
    Field("name", "Who says it, where that stands nowhere in the text"),
    Field("cue", "The words that say that it is said"),
    Field("cue-at", "Their characters"),
    Field("kind", "How it is told", of=("", *Kind)),
    Field("stance", "How whoever tells it stands to it", of=("", *Stance)),
    Field("hand", "The words or the name of each hand", many=True),
    Field("hand-at", "The characters of each hand", many=True),
    Field("hand-role", "What each hand did", many=True, of=tuple(Role)),
    Field("hand-order", "The place of each hand, from the origin, from 1; without one it is none", many=True),
    Field("hand-was", "The place of each hand as it was read, from 0", many=True),
)
K = TypeVar("K", bound=StrEnum)
Places = tuple[str | Span, ...]


def corrections(
    form: FormData, judgement: str, report: ReportSheet, tag: Tag | None
) -> tuple[Correction, ...]:
    """What is otherwise in what ``tag`` has of a ``report``, or the parts that it is split into.

    Several fields "content" are the parts. Hands are rows of "hand", "hand-at", "hand-role", "hand-order" and
    "hand-was", the place among the hands as they were read, from 0; a row without a number, or of a new hand
    without a name, is left out. Refused where a field makes no sense.
    """
    if judgement not in TELLING:
        return ()
    was = tag.spans if tag else ()
    contents = list(_told(form, "content"))
    if judgement == "split":
        parts = (_places(words, at, report, was) for words, at in contents)
        return tuple(Correction(content=part or _spans(was)) for part in parts)
    content = _places(*contents[0], report, was) if contents else None
    source, name = _source(form, report, tag)
    cue = next((_places(*each, report, tag.cue if tag else ()) for each in _told(form, "cue", True)), None)
    return (
        Correction(
            content=content,
            source=source,
            name=name,
            cue=cue,
            kind=_one_of(Kind, form, "kind", tag.kind if tag else ""),
            stance=_one_of(Stance, form, "stance", tag.stance if tag else ""),
            hands=_hands(form, report, tag),
        ),
    )


def field(form: FormData, name: str) -> str:
    """A field; "" where there is none."""
    return _plain(form.get(name, ""))


def _plain(value: object) -> str:
    # Browsers send every end of a line as two characters.
    return value.replace("\r\n", "\n").strip() if isinstance(value, str) else ""


def _all(form: FormData, name: str) -> list[str]:
    return [_plain(each) for each in form.getlist(name)]


def _told(form: FormData, name: str, empty: bool = False) -> Iterator[tuple[str, str]]:
    """The words of all fields of a name, each with its characters; ``empty`` ones too."""
    words, places = _all(form, name), _all(form, f"{name}-at")
    for number, each in enumerate(words):
        if each or empty:
            yield each, places[number] if number < len(places) else ""


# ------------------------------------------------------------ places in the text


def _places(words: str, at: str, report: ReportSheet, was: Sequence[tuple[int, int]]) -> Places | None:
    """Where it stands, or the words of it; None where that is as it was read."""
    if at:
        found = _at(words, at, report)
        return None if found == _spans(was) else found
    if _squeezed(words) == _squeezed(report.words(was)):
        return None
    known = {report.words([span]): Span(*span) for span in was}
    return tuple(known.get(part, part) for part in report.parts(words))


def _at(words: str, at: str, report: ReportSheet) -> tuple[Span, ...]:
    """These characters. Refused where other words stand there than the page showed."""
    if not AT.fullmatch(at):
        raise Refused(f"{at[:40]!r} are no characters of a text", do="Write them as 12-40, or 12-40,51-60")
    found = tuple(Span(*map(int, each.split("-"))) for each in at.split(","))
    if _squeezed(report.words(found)) != _squeezed(words):
        raise Refused(
            f"other words stand in the text than “{words[:80]}”", do="Load the page again, and choose anew"
        )
    return found


def _spans(places: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(Span(*each) for each in places)


def _squeezed(words: str) -> str:
    """Words with one blank between them: a page has no ends of lines inside a text."""
    return " ".join(words.split())


# ------------------------------------------------------------ who says it


def _source(form: FormData, report: ReportSheet, tag: Tag | None) -> tuple[str | Span | None, str | None]:
    """The source and its name, as ``Correction`` has them."""
    was, known = (tag.source, tag.name) if tag else (None, "")
    if field(form, "unstated") == "yes":
        return ("", "") if was or known else (None, None)
    name = field(form, "name") if "name" in form else known
    places = next(
        (_places(*each, report, [was] if was else []) for each in _told(form, "source", True)), None
    )
    if places is None and name == known:
        return None, None
    if places is None:
        return (None, name) if was and name else (name, None)
    if len(places) > 1:
        raise Refused("a source stands in one place", do="Choose one of them")
    return (places[0] if places else ""), name or None


def _one_of(kinds: type[K], form: FormData, name: str, was: str) -> K | None:
    value = field(form, name)
    if value in ("", was):
        return None
    if value not in list(kinds):
        raise Refused(f"there is no {name} {value[:40]!r}", do=f"Choose of {', '.join(kinds)}")
    return kinds(value)


# ------------------------------------------------------------ hands


def _hands(form: FormData, report: ReportSheet, tag: Tag | None) -> tuple[Hop, ...] | None:
    """The hands in their order; None where they are as they were read."""
    if "hand" not in form:
        return None
    columns = [_all(form, name) for name in ("hand", "hand-at", "hand-role", "hand-was", "hand-order")]
    rows = list(zip(*columns, strict=False))
    if len(rows) != max(map(len, columns)):
        raise Refused("a hand is told in part", do="Load the page again, and say it anew")
    kept = sorted((row for row in rows if row[4]), key=lambda row: _number(row[4]))
    read = tag.hands if tag else ()
    told = tuple(hop for row in kept if (hop := _hand(row, report, read)))
    return None if told == tuple(map(_as_read, read)) else told


def _hand(row: Sequence[str], report: ReportSheet, read: Sequence[Hand]) -> Hop | None:
    """A hand as it was read, by its place in the text, or by its name; None where nobody is named."""
    words, at, role, was, _ = row
    if role not in list(Role):
        raise Refused(f"there is no role {role[:40]!r}", do=f"Choose of {', '.join(Role)}")
    known = read[int(was)] if was.isascii() and was.isdigit() and int(was) < len(read) else None
    if at:
        (place, *others) = _at(words, at, report)
        if others:
            raise Refused("a hand stands in one place", do="Choose one of them")
        return Hop(Role(role), place)
    if known and words == called(known, report):
        return Hop(Role(role), Span(*known.at) if known.at else None, known.name)
    return Hop(Role(role), None, words) if words else None


def called(hand: Hand, report: ReportSheet) -> str:
    """How a hand is called in a form; "" for one that the text leaves unnamed."""
    return hand.name or (report.words([hand.at]) if hand.at else "")


def _as_read(hand: Hand) -> Hop:
    return Hop(Role(hand.role), Span(*hand.at) if hand.at else None, hand.name)


def _number(order: str) -> int:
    if not (order.isascii() and order.isdigit() and len(order) < 10):
        raise Refused(
            f"{order[:40]!r} is no place in an order", do="Number the hands 1, 2, 3 from the origin"
        )
    return int(order)
