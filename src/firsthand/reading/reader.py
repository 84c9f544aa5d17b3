"""The reader: a text in, its attributions out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from unicodedata import category

from firsthand.errors import Refused
from firsthand.languages import Language, load
from firsthand.model import Attribution, Kind
from firsthand.reading import datelines, quotations, rules, running, tagging
from firsthand.reading.learned import Grounds, flat, joined
from firsthand.reading.quotations import Quotation
from firsthand.reading.resolution import Names
from firsthand.reading.rules import Told
from firsthand.reading.rules.found import READER
from firsthand.reading.rules.frames import Found
from firsthand.reading.sentences import split
from firsthand.reading.sourced import sourced

if TYPE_CHECKING:
    from firsthand.reading.tagging.linking import Tagged

LEARNED = "learned 1"
READERS = ("", "rules", "learned")


def read(text: str, language: str = "en", record: str = "", reader: str = "") -> tuple[Attribution, ...]:
    """Who says what in ``text``, by which word, through whose hands, in order of place.

    ``language`` is a code; an unknown one is read by its quotation marks alone. ``record`` is the
    id to put into each attribution. ``reader``: "rules" reads without weights, "learned" refuses
    where there are none, "" takes the best that is installed. Any text gives an answer; spans
    count code points of ``text``.
    """
    tongue = load(language)
    quotes = quotations.find(text)
    sentences = split(text, quotes, tongue)
    names = Names.gather(text, sentences, tongue)
    found = rules.found(text, sentences, record, tongue)
    spoken = READER
    tagged = _tagged(text, quotes, tongue) if _learned(reader, language) else None
    if tagged is not None:
        found = joined(Grounds(text, quotes, sentences, tongue), found, tagged)
        spoken = reader_of(language)
    told: dict[int, list[Attribution]] = {}
    for each in found:
        told.setdefault(each.sentence, []).append(each.attribution)
    for number, loose in running.carry_on(text, told, sentences, tongue):
        if loose.hands or loose.kind is Kind.DIRECT or tagged is None:
            found.append(Found(number, loose))
    named = names.resolve(list(sourced(text, found, tongue)))
    told_all = (_told(text, f.attribution, record, spoken) for f in named)
    return _finished([each for each in told_all if _says_something(text, each)], text)


def outermost(text: str, language: str = "en") -> tuple[Told, ...] | None:
    """What the tagger alone marks: source, cue and content of the outermost attributions.

    None where no weights for ``language`` are installed. `read` goes on from here to hands and nesting.
    """
    tongue = load(language)
    quotes = quotations.find(text)
    tagged = tagging.tag(text, quotes, language)
    if tagged is None:
        return None
    return tuple(flat(Grounds(text, quotes, (), tongue), tagged))


def _tagged(text: str, quotes: Sequence[Quotation], language: Language) -> list[Tagged] | None:
    """What the tagger marks; where no rules know the language, what is nested in it too."""
    return tagging.tag(text, quotes, language.code) if language.verbs else tagging.levels(text, language.code)


def reader_of(language: str) -> str:
    """The name of the best reader that is installed for a language; other weights are another reader."""
    weights = tagging.find(language)
    return f"{LEARNED}, {weights.sums['model.onnx'][:8]}" if weights else READER


def _learned(reader: str, language: str) -> bool:
    """Whether to ask the tagger; refuses a reader that is unknown or not installed."""
    if reader not in READERS:
        raise Refused(f"there is no reader {reader!r}", do=f"Choose one of {', '.join(READERS[1:])}")
    if reader == "learned" and tagging.find(language) is None:
        raise Refused(f"no weights for reading {language!r} are installed",
                      do="Install firsthand-weights-en or -multi, or read by rules")  # fmt: skip
    return reader != "rules"


def _told(text: str, each: Attribution, record: str, reader: str) -> Attribution:
    return replace(each, content=datelines.without(text, each.content), record=record, reader=reader)


def _says_something(text: str, each: Attribution) -> bool:
    """Whether anything but marks and blanks is said: “!!!” and “…” are nobody's statement."""
    said = (char for span in each.content for char in text[span.start : span.end])
    return any(category(char)[0] not in "PZC" for char in said)


def _finished(attributions: Sequence[Attribution], text: str) -> tuple[Attribution, ...]:
    """With ids and parents, each once, sorted by place."""
    unique: dict[str, Attribution] = {}
    for each in attributions:
        key = Attribution.identify(each.record, each.kind, each.content, each.source)
        unique.setdefault(key, replace(each, id=key))
    ordered = sorted(unique.values(), key=_place)
    return tuple(_with_parents(ordered))


def _place(each: Attribution) -> tuple[int, int, str]:
    return each.content[0].start, -each.content[-1].end, each.id


def _with_parents(ordered: Sequence[Attribution]) -> Iterator[Attribution]:
    """The parent is the nearest earlier one whose content holds this one's content and cue."""
    open_ones: list[Attribution] = []
    for each in ordered:
        start, end = each.content[0].start, each.content[-1].end
        open_ones = [o for o in open_ones if o.content[-1].end > start][-8:]
        holders = [o for o in open_ones if _holds(o, start, end) and each.cue and _holds(o, *each.cue[0])]
        yield replace(each, parent=holders[-1].id) if holders else each
        open_ones.append(each)


def _holds(outer: Attribution, start: int, end: int) -> bool:
    return any(part.start <= start and end <= part.end for part in outer.content)
