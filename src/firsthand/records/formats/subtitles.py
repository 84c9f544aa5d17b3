"""Subtitles (SubRip SRT and WebVTT): what is said, each cue a line that is named by its times."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from firsthand.errors import Unreadable
from firsthand.model import Line, Span
from firsthand.records.decoding import decode
from firsthand.records.document import Document, Part
from firsthand.records.formats.plain import refuse_binary
from firsthand.records.offsets import Decoded, Weave

NAME = "subtitles"

CLOCK = r"(?:\d{1,4}:)?\d{1,2}:\d{2}[.,]\d{1,3}"
TIMES = re.compile(
    rf"(?:^|(?<=\r))[ \t]*(?P<times>{CLOCK}[ \t]*-->[ \t]*{CLOCK})[^\r\n]*(?:\r\n|[\r\n]|\Z)", re.MULTILINE
)
BEGIN = re.compile(rf"\s*+(?:\d{{1,9}}[ \t]*(?:\r\n|\r|\n))?[ \t]*{CLOCK}[ \t]*-->")
EMPTY = re.compile(r"(?>\r\n|\r|\n)[ \t]*(?:\r|\n)")
# The number before the next cue, with the empty lines around it.
NUMBER = re.compile(r"(?:^|(?<=[\r\n]))[ \t]*\d{1,9}[ \t]*\Z")
PIECE = re.compile(
    r"(?P<voice><v[.\s][^>\r\n]{0,200}>)|(?P<tag></?[a-zA-Z0-9][^<>\r\n]{0,200}>|\{\\[^{}\r\n]{0,100}\})"
    r"|(?P<reference>&(?:amp|lt|gt|nbsp|lrm|rlm|quot|#\d{1,7}|#x[0-9a-fA-F]{1,6});)|(?P<gap>\s*[\r\n]\s*)"
    r"|(?P<words>[^<{&\r\n]+|[<{&])"
)
HEADER = re.compile(r"WEBVTT[ \t]*-?[ \t]*([^\r\n]*)")
LANGUAGE = re.compile(r"[\r\n]Language:[ \t]*([A-Za-z-]{2,20})")
ENDED = tuple('.?!…"”»)]♪:。？！')
TURN = ("-", "–", "—", "‐")


@dataclass(slots=True)
class _Speech:
    """The text that comes of the cues. A sentence that goes on in the next cue is not cut in two."""

    source: Decoded
    resolved: bool
    weave: Weave = field(default_factory=Weave)
    lines: list[Line] = field(default_factory=list)
    last: str = ""

    def cue(self, start: int, end: int, times: str) -> None:
        """Add one cue, unless it shows nothing."""
        pieces = list(PIECE.finditer(self.source.text, start, end))
        if not any(each["reference"] or (each["words"] or "").strip() for each in pieces):
            return
        if self.weave.length:
            turn = self.source.text[start:end].lstrip().startswith(TURN)
            self.weave.make("\n" if turn or self.last.endswith(ENDED) else " ")
        begun = self.weave.length
        for piece in pieces:
            self._piece(piece, begun)
        self.lines.append(Line(len(self.lines) + 1, Span(begun, self.weave.length), name=times))

    def _piece(self, piece: re.Match[str], begun: int) -> None:
        start, end = piece.span()
        if piece["words"] or (piece["reference"] and not self.resolved):
            self.weave.copy(self.source, start, end)
            self.last = piece[0].rstrip() or self.last
        elif piece["reference"]:
            self.weave.stand(unescape(piece[0]), self.source, start, end)
        elif piece["voice"]:
            name = piece[0][1:-1].partition(" ")[2].strip()
            self.weave.stand(f"{name}: " if name else "", self.source, start, end)
        elif piece["gap"] and self.weave.length > begun:
            turn = self.source.text.startswith(TURN, end)
            self.weave.stand("\n" if turn else " ", self.source, start, end)


def claims(head: bytes, filename: str) -> float:
    """By a first line "WEBVTT", or by a first cue with its times."""
    text = head.removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").decode("latin-1")
    text = text.removeprefix("ÿþ").removeprefix("þÿ")
    if text.startswith("WEBVTT") or BEGIN.match(text):
        return 0.95
    return 0.6 if filename.lower().endswith((".srt", ".vtt")) else 0.0


def read(data: bytes, charset: str = "") -> tuple[Part, ...]:
    """One Document: what is said, a Line for each cue. Raises Unreadable where there are no cues."""
    refuse_binary(data)
    source = decode(data, charset)
    if "\0" in source.text:
        raise Unreadable("is not text: it holds NUL bytes")
    web = HEADER.match(source.text)
    speech = _Speech(source, resolved=bool(web))
    for start, end, times in _cues(source.text, bool(web)):
        speech.cue(start, end, times)
    if not speech.lines:
        raise Unreadable("holds no cues (lines like 00:00:01,000 --> 00:00:04,000 with words below them)")
    text, offsets = speech.weave.finish()
    language = LANGUAGE.search(source.text[:500]) if web else None
    return (
        Document(
            text=text,
            title=web[1].strip() if web else "",
            language=language[1] if language else "",
            lines=tuple(speech.lines),
            extra={"cues": str(len(speech.lines))},
            notes=source.notes,
            offsets=offsets,
        ),
    )


def _cues(text: str, web: bool) -> Iterator[tuple[int, int, str]]:
    """Where the words of each cue stand, and its times."""
    found = list(TIMES.finditer(text))
    for each, after in zip(found, [*found[1:], None], strict=False):
        start, end = each.end(), after.start() if after else len(text)
        if web:
            gap = EMPTY.search(text, max(start - 2, each.end("times")), end)
            end = gap.start() if gap else end
        elif after:
            number = NUMBER.search(text[start:end].rstrip())
            end = start + number.start() if number else end
        yield start, max(start, start + len(text[start:end].rstrip())), " ".join(each["times"].split())
