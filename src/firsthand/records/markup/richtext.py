"""RTF: its text in one pass over the bytes, each character with the bytes that it was written in.

The libraries for RTF give the text without its places, so this is our own reader of the parts of RTF 1.9
that make text.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field, replace

from firsthand.model import Link
from firsthand.records.markup.elements import Words
from firsthand.records.markup.flowing import CELL, PARAGRAPH, ROW, Flow
from firsthand.records.offsets import Decoded, OffsetMap

TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z'])"
    r"|(?P<open>\{)|(?P<close>\})|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\'?"
)
HYPERLINK = re.compile(r"\s*HYPERLINK\s+\"?([^\"\s]+)")
# Groups that hold no text of the document.
UNSEEN = frozenset(
    "colortbl stylesheet pict header headerl headerr headerf footer footerl footerr footerf listtext "  # noqa: SIM905
    "pntext nonshppict filetbl revtbl upr listtable xe tc rxe bkmkstart bkmkend annotation objdata".split()
)
STATED = frozenset(["title", "author", "operator", "creatim", "revtim"])
# What a footnote stands in, and its own group: in pandoc's one that others may pass over.
NOTES = {("", ""), ("", "*")}
GAPS = {"par": PARAGRAPH, "sect": PARAGRAPH, "page": PARAGRAPH, "cell": CELL, "nestcell": CELL, "row": ROW}
MARKS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "bullet": "•",
    "ldblquote": "“", "rdblquote": "”", "emspace": "\u2003", "enspace": "\u2002",
}  # fmt: skip
SIGNS = {"~": "\xa0", "_": "\u2011", "\\": "\\", "{": "{", "}": "}"}
CHARSETS = {
    128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258",
    177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
CLOCK = ("yr", "mo", "dy", "hr", "min")


@dataclass(frozen=True, slots=True)
class Wording:
    """What stands in a document; ``stated`` are its title, author and dates. ``whole``: it is complete."""

    text: str
    offsets: OffsetMap
    links: tuple[Link, ...]
    stated: dict[str, str]
    whole: bool
    deleted: int


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds up to the next "}": where its words go, the encoding, how many signs follow a ``\\u``."""

    into: str = ""
    encoding: str = ""
    after: int = 1
    deleted: bool = False
    fresh: bool = True  # nothing but the "{" was met: the next word may say what kind of group it is


def wording(data: bytes) -> Wording:
    """The text of an RTF document."""
    walk = _Walk(data.decode("latin-1"))
    walk.run()
    return walk.finish()


@dataclass(slots=True)
class _Walk:
    written: str
    flow: Flow = field(default_factory=Flow)
    notes: list[Flow] = field(default_factory=list)
    main: Flow = field(default_factory=Flow)
    now: _Group = field(default_factory=_Group)
    above: list[_Group] = field(default_factory=list)
    encoding: str = "cp1252"
    fonts: dict[int, str] = field(default_factory=dict)
    font: int = 0
    stated: dict[str, str] = field(default_factory=dict)
    clock: dict[str, int] = field(default_factory=dict)
    target: str = ""
    link: int = 0
    skip: int = 0  # signs that stand for the last \u in programs without Unicode
    half: tuple[int, int] | None = None  # the first half of a character beyond 16 bits
    part: tuple[int, bytes] = (0, b"")  # the first bytes of a character of several
    deleted: int = 0

    def __post_init__(self) -> None:
        size = len(self.written)
        self.flow.source = Decoded(self.written, OffsetMap(size, (0,), (0,), (1,)))
        self.main = self.flow

    def run(self) -> None:
        """Take everything in order."""
        at = 0
        while match := TOKEN.match(self.written, at):
            at = match.end()
            if match["word"] == "bin":
                at += max(int(match["number"] or 0), 0)
            else:
                self._token(match)

    def finish(self) -> Wording:
        whole = not self.above
        for each in self.notes:
            text, offsets, _ = each.finish()
            self.main.apart(PARAGRAPH)
            self.main.follow(text, offsets)
        return Wording(*self.main.finish(), self.stated, whole, self.deleted)

    def _token(self, match: re.Match[str]) -> None:
        start, end = match.span()
        if match["open"]:
            self.above.append(self.now)
            self.now = replace(self.now, fresh=True)
        elif match["close"]:
            self._close()
        elif match["word"]:
            self._word(match["word"], match["number"], start, end)
        elif match["hex"]:
            self._bytes(bytes([int(match["hex"], 16)]), start, end)
        elif match["text"]:
            self._text(match["text"], start)
        elif match["sign"] == "*":
            self.now = replace(self.now, into=self.now.into or "*")
        elif match["sign"] in SIGNS:
            self._write(SIGNS[match["sign"]], start, end)

    def _close(self) -> None:
        inner, self.now = self.now, self.above.pop() if self.above else _Group()
        if inner.into == self.now.into:
            return
        if inner.into == "footnote":
            self.flow = self.main
        elif inner.into == "fldrslt":
            self.flow.link(self.link, self.target)
        elif inner.into == "fldinst":
            found = HYPERLINK.match(self.stated.pop("fldinst", ""))
            self.target = found[1] if found else ""
        elif inner.into in ("creatim", "revtim"):
            self._clock(inner.into)

    def _clock(self, name: str) -> None:
        year, month, day, hour, minute = (self.clock.get(each, 0) for each in CLOCK)
        if year and month and day:
            self.stated[name] = f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}"
        self.clock.clear()

    def _word(self, word: str, number: str | None, start: int, end: int) -> None:
        value = int(number) if number else 0
        fresh, self.now = self.now.fresh, replace(self.now, fresh=False)
        if self.skip and word != "u":
            self.skip -= 1
        elif word == "u":
            self._unicode(value, start, end)
        elif word in GAPS and self.now.into in ("", "fldrslt", "footnote"):
            self.flow.apart(GAPS[word])
        elif word in MARKS:
            self._write(MARKS[word], start, end)
        elif word in CLOCK:
            self.clock[word] = abs(value) % 10_000
        elif fresh or word == "footnote":
            self._kind(word, start, end)
        self._setting(word, value, number)

    def _kind(self, word: str, start: int, end: int) -> None:
        """What kind of group this is, by its first word."""
        if word in UNSEEN:
            self.now = replace(self.now, into="*")
        elif word in STATED or word in ("fonttbl", "fldinst"):
            self.now = replace(self.now, into=word)
        elif word == "fldrslt" and self.now.into in ("", "footnote"):
            self.link = self.flow.at
            self.now = replace(self.now, into="fldrslt")
        elif word == "footnote" and self.above and (self.above[-1].into, self.now.into) in NOTES:
            self._footnote(start, end)

    def _footnote(self, start: int, end: int) -> None:
        number = len(self.notes) + 1
        self.flow.stand(f"[{number}]", start, end)
        self.notes.append(Flow(self.flow.source))
        self.flow = self.notes[-1]
        self.flow.stand(f"[{number}] ", start, end)
        self.now = replace(self.now, into="footnote")

    def _setting(self, word: str, value: int, number: str | None) -> None:
        if word == "ansicpg":
            self.encoding = _known(f"cp{value}") or self.encoding
        elif word == "f":
            self.font = value
            self.now = replace(self.now, encoding=self.fonts.get(value, ""))
        elif word == "fcharset" and self.now.into == "fonttbl":
            self.fonts[self.font] = CHARSETS.get(value, "")
        elif word == "uc":
            self.now = replace(self.now, after=min(max(value, 0), 8))
        elif word == "deleted":
            self.deleted += number != "0"
            self.now = replace(self.now, deleted=number != "0")
        elif word == "plain":
            self.now = replace(self.now, deleted=False, encoding="")

    def _unicode(self, value: int, start: int, end: int) -> None:
        self.skip = self.now.after
        code = value % 65_536
        if 0xD800 <= code < 0xDC00:
            self.half = code, start
        elif 0xDC00 <= code < 0xE000:
            high, begun = self.half or (0, start)
            whole = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if self.half else 0xFFFD
            self._write(chr(whole), begun, end)
        else:
            self._write(chr(code) if code else "\ufffd", start, end)

    def _text(self, text: str, start: int) -> None:
        passed = min(self.skip, len(text))
        self.skip -= passed
        text, start = text[passed:], start + passed
        if text.isascii() and not self.part[1]:
            self._copy(text, start)
            return
        for at, char in enumerate(text, start):
            self._bytes(char.encode("latin-1"), at, at + 1)

    def _bytes(self, byte: bytes, start: int, end: int) -> None:
        if self.skip:
            self.skip -= 1
            return
        begun, before = self.part if self.part[1] else (start, b"")
        decoder = codecs.getincrementaldecoder(self.now.encoding or self.encoding)("replace")
        char = decoder.decode(before + byte)
        self.part = (begun, before + byte) if not char and not before else (0, b"")
        if char:
            self._write(char, begun, end)

    def _copy(self, text: str, start: int) -> None:
        if self.now.into in ("", "fldrslt", "footnote"):
            if text and not self.now.deleted:
                self.flow.words(Words(start, start + len(text), literal=True))
        elif self.now.into in STATED or self.now.into == "fldinst":
            self.stated[self.now.into] = (self.stated.get(self.now.into, "") + text)[:2000]

    def _write(self, text: str, start: int, end: int) -> None:
        if self.now.into in ("", "fldrslt", "footnote"):
            if not self.now.deleted:
                self.flow.stand(text, start, end)
        else:
            self._copy(text, start)


def _known(encoding: str) -> str:
    try:
        codecs.getincrementaldecoder(encoding)
    except LookupError:
        return {"cp65001": "utf-8", "cp10000": "mac_roman"}.get(encoding, "")
    return encoding
