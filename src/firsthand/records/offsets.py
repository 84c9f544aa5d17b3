"""The way back: from characters of a text to bytes of the file they were read from."""

from __future__ import annotations

import struct
import zlib
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import sub

from firsthand.model import Span


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """For each character of a text, the bytes received that it stands for.

    The text is cut into runs of characters that take equally many bytes each and follow one
    another in the file: run ``i`` begins at character ``starts[i]``, its bytes at ``places[i]``,
    and each of its characters takes ``widths[i]`` bytes. Width 0 marks characters that were made
    by the reader (a blank line between two paragraphs) and stand for nothing received.
    """

    length: int = 0
    starts: tuple[int, ...] = ()
    places: tuple[int, ...] = ()
    widths: tuple[int, ...] = ()

    def back(self, span: Span) -> tuple[int, int] | None:
        """The bytes, start and end, that the characters of ``span`` were read from.

        Characters made by the reader are passed over; None if there is nothing else in the span.
        """
        found = [
            (place, place + count * width) for count, place, width in self.runs(span.start, span.end) if width
        ]
        return (min(low for low, _ in found), max(high for _, high in found)) if found else None

    def runs(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """Characters ``start`` to ``end`` as runs (characters, byte offset, bytes a character)."""
        part = self.part(start, end)
        stops = (*part.starts[1:], part.length)
        return list(zip(map(sub, stops, part.starts), part.places, part.widths, strict=True))

    def part(self, start: int, end: int) -> OffsetMap:
        """The map of characters ``start`` to ``end`` alone."""
        end = min(end, self.length)
        if start >= end:
            return OffsetMap()
        first, after = bisect_right(self.starts, start) - 1, bisect_left(self.starts, end)
        return OffsetMap(
            end - start,
            (0, *[each - start for each in self.starts[first + 1 : after]]),
            (
                self.places[first] + (start - self.starts[first]) * self.widths[first],
                *self.places[first + 1 : after],
            ),
            self.widths[first:after],
        )

    def through(self, count: int, place: int, width: int) -> list[tuple[int, int, int]]:
        """A run that counts the characters of this map, several for each of its own, as runs of bytes."""
        if not width:
            return [(count, 0, 0)]
        spans = (Span(low, low + width) for low in range(place, place + count * width, width))
        found = (self.back(span) or (0, 0) for span in spans)
        return [(1, low, high - low) for low, high in found]

    def moved(self, by: int) -> OffsetMap:
        """The same where ``by`` further bytes stand before those received."""
        places = tuple(p + by if width else p for p, width in zip(self.places, self.widths, strict=True))
        return OffsetMap(self.length, self.starts, places, self.widths)

    def to_bytes(self) -> bytes:
        """The map in few bytes, for storing: zlib over little-endian 64-bit numbers, column by column."""
        columns = (*_steps(self.starts), *_steps(self.places), *self.widths)
        return zlib.compress(struct.pack(f"<2q{len(columns)}q", self.length, len(self.starts), *columns))

    @classmethod
    def from_bytes(cls, data: bytes) -> OffsetMap:
        """The map that ``to_bytes`` wrote. Anything else is a ValueError."""
        try:
            raw = zlib.decompress(data)
            numbers = struct.unpack(f"<{len(raw) // 8}q", raw)
        except (zlib.error, struct.error) as error:
            raise ValueError("not an offset map") from error
        count = numbers[1] if len(numbers) > 1 else -1
        if len(numbers) != 2 + 3 * count:
            raise ValueError("not an offset map")
        starts, places, widths = (numbers[2 + count * i : 2 + count * (i + 1)] for i in range(3))
        return cls(numbers[0], _sums(starts), _sums(places), widths)


def _steps(values: tuple[int, ...]) -> list[int]:
    # Differences repeat where values do not, so zlib makes a tenth of them.
    return [value - before for value, before in zip(values, (0, *values), strict=False)]


def _sums(steps: tuple[int, ...]) -> tuple[int, ...]:
    total, values = 0, []
    for step in steps:
        total += step
        values.append(total)
    return tuple(values)


@dataclass(frozen=True, slots=True)
class Decoded:
    """All characters of a file, with the bytes they were decoded from.

    ``encoding`` is the one used; ``notes`` say what had to be supposed or replaced.
    """

    text: str
    offsets: OffsetMap
    encoding: str = "utf-8"
    notes: tuple[str, ...] = ()


class Weave:
    """Builds a text and its offset map together, piece by piece, from decoded characters."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._starts: list[int] = []
        self._places: list[int] = []
        self._widths: list[int] = []
        self.length = 0

    def copy(self, source: Decoded, start: int, end: int) -> None:
        """Append characters ``start`` to ``end`` of the source as they are."""
        self._pieces.append(source.text[start:end])
        self._runs(source.offsets.part(start, end))

    def copy_through(self, between: Decoded, source: Decoded, start: int, end: int) -> None:
        """Append characters of ``between`` as they are, whose own map counts the characters of ``source``."""
        self._pieces.append(between.text[start:end])
        for count, place, width in between.offsets.runs(start, end):
            if width == 1:
                self._runs(source.offsets.part(place, place + count))
            else:
                for run in source.offsets.through(count, place, width):
                    self._run(*run)

    def lay(self, text: str, place: int, width: int = 1) -> None:
        """Append ``text``, whose characters lie one after another from ``place`` on, each so wide."""
        self._pieces.append(text)
        self._run(len(text), place, width)

    def stand(self, text: str, source: Decoded, start: int, end: int) -> None:
        """Append ``text``, each character of which stands for all of ``start`` to ``end`` of the source."""
        where = source.offsets.back(Span(start, end))
        if where is None:
            return self.make(text)
        self._pieces.append(text)
        for _ in text:
            self._run(1, where[0], where[1] - where[0])
        return None

    def make(self, text: str) -> None:
        """Append ``text`` that stands for nothing received."""
        self._pieces.append(text)
        if text:
            self._run(len(text), 0, 0)

    def finish(self) -> tuple[str, OffsetMap]:
        """The text so far and its map."""
        columns = tuple(self._starts), tuple(self._places), tuple(self._widths)
        return "".join(self._pieces), OffsetMap(self.length, *columns)

    def add(self, text: str, runs: list[tuple[int, int, int]]) -> None:
        """Append ``text`` whose runs (characters, byte offset, bytes a character) are known."""
        self._pieces.append(text)
        for count, place, width in runs:
            self._run(count, place, width)

    def _runs(self, part: OffsetMap) -> None:
        """All runs of a map, of which the first may go on from the last one here."""
        if part.length:
            new = 1 if self._continues(part.places[0], part.widths[0]) else 0
            self._starts += [self.length + each for each in part.starts[new:]]
            self._places += part.places[new:]
            self._widths += part.widths[new:]
            self.length += part.length

    def _run(self, count: int, place: int, width: int) -> None:
        if not self._continues(place, width):
            self._starts.append(self.length)
            self._places.append(place if width else 0)
            self._widths.append(width)
        self.length += count

    def _continues(self, place: int, width: int) -> bool:
        if not self._starts or self._widths[-1] != width:
            return False
        return not width or place == self._places[-1] + (self.length - self._starts[-1]) * width
