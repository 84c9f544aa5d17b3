"""A text cut into windows of word pieces with the marks that the pieces themselves do not show.

Training and reading use this one module, so that what was learnt is what is read.

An encoder made for small letters sees neither capitals nor paragraphs, and none sees whether a
piece stands in quotation marks. So each piece carries a *type* of three facts (`TYPES`), fed to the
network in the place of its segment number. Offsets are Unicode code points of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from firsthand.reading.quotations import Quotation

WINDOW = 254  # pieces; with the two marks at its ends 256, half of what the encoders have places for
LEAST = WINDOW // 3  # a window is not cut at a paragraph before this, lest it have no context
STRETCH = 20_000  # characters handed to the tokenizer at once, so that memory stays flat
TYPES = 12  # case (small, capital, all capitals) + 3 x in quotation marks + 6 x opens a paragraph
_KNOWN = 0x3100  # code points below may be capitals, blanks or marks; all above are taken for letters
_UPPER = np.array([chr(n).isupper() for n in range(_KNOWN)] + [False])
_SPACE = np.array([chr(n).isspace() for n in range(_KNOWN)] + [False])
_WORD = np.array([chr(n).isalnum() or chr(n) == "_" for n in range(_KNOWN)] + [True])
_HANGUL = (0xAC00, 0xD7A3)
_SURROGATE = re.compile("[\ud800-\udfff]")  # halves of nothing, which tokenizers refuse
_ENDS = frozenset(map(ord, '.?!…。"”»'))

Whole = NDArray[np.int64]
Truth = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Window:
    """``ids`` and ``types`` of up to `WINDOW` pieces, where they stand, and which open a word."""

    ids: Whole
    types: Whole
    starts: Whole
    ends: Whole
    opens: Truth

    def __len__(self) -> int:
        return len(self.ids)


def sentence_of(text: str, window: Window) -> Whole:
    """A number for each piece, higher by one where a sentence begins: behind a mark, or on a line."""
    ended = np.zeros(len(window), bool)
    ended[1:] = [ord(text[end - 1]) in _ENDS for end in window.ends[:-1]]
    capital, line, quoted = window.types % 3 > 0, window.types >= 6, window.types // 3 % 2
    begun = capital & window.opens
    begun[1:] |= np.diff(quoted) > 0
    found: Whole = np.cumsum((ended & begun) | line)
    return found


def windows(text: str, quotes: Sequence[Quotation], tokenizer: Any) -> Iterator[Window]:
    """The windows of ``text`` in order, none overlapping, cut at paragraphs or sentences if possible.

    ``tokenizer`` is a `tokenizers.Tokenizer` without truncation or padding.
    """
    quoted = _quoted(quotes)
    for start, end in stretches(text):
        whole = _pieces(text, start, end, quoted, tokenizer)
        for first, last in _cuts(text, whole):
            yield _part(whole, first, last)


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """``text`` in parts of about `STRETCH` characters, ended by a line break, else a blank, else anywhere."""
    start = 0
    while start < len(text):
        end = min(start + STRETCH, len(text))
        if end < len(text):
            cut = text.rfind("\n", start + STRETCH // 2, end)
            cut = cut if cut > 0 else text.rfind(" ", start + STRETCH // 2, end)
            end = cut + 1 if cut > 0 else end
        yield start, end
        start = end


def _quoted(quotes: Sequence[Quotation]) -> tuple[Whole, Whole]:
    outer = [q.outer for q in quotes if q.depth == 0]
    return np.array([o.start for o in outer], np.int64), np.array([o.end for o in outer], np.int64)


def _pieces(text: str, start: int, end: int, quoted: tuple[Whole, Whole], tokenizer: Any) -> Window:
    part = _SURROGATE.sub("\ufffd", text[start:end])
    coded = tokenizer.encode(part, add_special_tokens=False)
    ids = np.array(coded.ids, np.int64)
    offsets = np.array(coded.offsets, np.int64).reshape(-1, 2)
    points = np.frombuffer((part + "\n").encode("utf-32-le"), np.uint32)
    classes = np.minimum(points, _KNOWN)
    first, last = offsets[:, 0], offsets[:, 1]
    while True:
        blank = (first < last) & _SPACE[classes[first]]
        if not blank.any():
            break
        first = first + blank
    real = first < last
    ids, first, last = ids[real], first[real], last[real]
    opens = _opens(points, classes, first, last)
    types = _types(points, classes, first, last, opens) + 3 * _inside(first + start, quoted)
    return Window(ids, types, first + start, last + start, opens)


def _opens(points: Any, classes: Any, first: Whole, last: Whole) -> Truth:
    """Whether each piece opens a word; Hangul syllables all do, for particles hang on their words.

    Of the pieces of one character ("½" as "1", "⁄", "2") the first alone can.
    """
    opens = np.ones(len(first), bool)
    if len(first) > 1:
        glued = first[1:] == last[:-1]
        inside = _WORD[classes[first[1:]]] & _WORD[classes[first[1:] - 1]]
        hangul = (points[first[1:]] >= _HANGUL[0]) & (points[first[1:]] <= _HANGUL[1])
        opens[1:] = (first[1:] >= last[:-1]) & ~(glued & inside & ~hangul)
    return opens


def _types(points: Any, classes: Any, first: Whole, last: Whole, opens: Truth) -> Whole:
    capital = _UPPER[classes[first]]
    second = _UPPER[classes[np.minimum(first + 1, len(classes) - 1)]] & (last - first > 1)
    breaks = np.concatenate([[0], np.cumsum(points == 10)])
    opening = np.ones(len(first), bool)
    opening[1:] = breaks[first[1:]] > breaks[last[:-1]]
    found: Whole = capital.astype(np.int64) + (capital & second) + 6 * (opening & opens)
    return found


def _inside(places: Whole, quoted: tuple[Whole, Whole]) -> Whole:
    starts, ends = quoted
    if not len(starts):
        return np.zeros(len(places), np.int64)
    before = np.searchsorted(starts, places, side="right") - 1
    found: Whole = ((before >= 0) & (places < ends[np.maximum(before, 0)])).astype(np.int64)
    return found


def _cuts(text: str, whole: Window) -> Iterator[tuple[int, int]]:
    """Ranges of pieces of at most `WINDOW`, each as long as its last paragraph or sentence allows."""
    paragraph = whole.types >= 6
    start = 0
    while start < len(whole):
        end = min(start + WINDOW, len(whole))
        if end < len(whole):
            end = _cut(text, whole, paragraph, start, end)
        yield start, end
        start = end


def _cut(text: str, whole: Window, paragraph: Truth, start: int, end: int) -> int:
    places = np.flatnonzero(paragraph[start + LEAST : end + 1])
    if len(places):
        return start + LEAST + int(places[-1])
    # Pieces of one character stay together, or two windows would overlap.
    apart = np.flatnonzero(whole.starts[start + 1 : end + 1] >= whole.ends[start:end]) + start + 1
    words = apart[whole.opens[apart]]
    sentences = [at for at in words[words > start + LEAST] if ord(text[whole.ends[at - 1] - 1]) in _ENDS]
    best = sentences or (words if len(words) else apart)
    return int(best[-1]) if len(best) else end


def _part(whole: Window, first: int, last: int) -> Window:
    cut = slice(first, last)
    return Window(whole.ids[cut], whole.types[cut], whole.starts[cut], whole.ends[cut], whole.opens[cut])
