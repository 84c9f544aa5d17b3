"""From bytes to characters, whatever the encoding, with the bytes of every character kept.

A byte order mark decides; then what the file declares; then UTF-8, also where a few bytes of it
are damaged; only then is the encoding supposed from statistics (charset-normalizer), and a note
says so. Characters that cannot be stored (lone surrogates) become U+FFFD, with a note.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable

from firsthand.errors import Unreadable
from firsthand.records.offsets import Decoded, OffsetMap, Weave

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Bytes of UTF-8 that are well formed, encoded surrogate pairs (CESU-8), and lone surrogates.
VALID = (
    rb"[\x00-\x7f]++|[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}"
    rb"|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}"
    rb"|\xf4[\x80-\x8f][\x80-\xbf]{2}"
)
PIECES = re.compile(
    rb"(?P<valid>(?:" + VALID + rb")++)"
    rb"|(?P<pair>\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf])"
    rb"|(?P<lone>\xed[\xa0-\xbf][\x80-\xbf])|(?P<bad>[\x80-\xff])"
)
# The number of each group is the number of bytes that its characters take.
UTF8_WIDTHS = re.compile("([\0-\x7f]+)|([\x80-\u07ff]+)|([\u0800-\uffff]+)|([^\0-\uffff]+)")
UTF16_WIDTHS = re.compile("(?P<b>[\0-\uffff]+)|(?P<d>[^\0-\uffff]+)")
WIDTH = {"b": 2, "d": 4}
ESCAPED = "iso2022"  # letters of ASCII between escapes, so that any bytes of it are UTF-8 as well
SURROGATE = re.compile("[\ud800-\udfff]")
# charset-normalizer looks at samples anyway; 256 KB of text are enough to know an alphabet.
SAMPLE = 1 << 18


def decode(data: bytes, *declared: str) -> Decoded:
    """The characters of ``data``; ``declared`` are the encodings that its sender and the file itself name,
    if any: the first that is one holds.

    A byte order mark is left out of the text. Raises Unreadable where no encoding fits.
    """
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return _known(data, encoding, len(mark))
    if wide := _wide(data[:4096]):
        return _known(data, wide, 0, (f"encoding supposed: {wide}",))
    named = next(filter(None, map(_codec, declared)), "")
    if named.startswith(ESCAPED) and b"\x1b" in data:
        return _legacy(data, named, ())
    if (text := _utf8_text(data)) is not None:
        return Decoded(text, _utf8_map(text))
    if named:
        return _legacy(data, named, ())
    return _mostly_utf8(data) or _supposed(data)


def _wide(head: bytes) -> str:
    """UTF-16 without a mark: NUL bytes (blanks, digits, Latin) in every second place only, and text."""
    for encoding, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        there, elsewhere = head[first::2].count(0), head[1 - first :: 2].count(0)
        if there * 50 > len(head) and elsewhere * 20 < there:
            text = head[: len(head) // 2 * 2].decode(encoding, "replace")
            shown = sum(1 for char in text if char.isprintable() or char.isspace())
            return encoding if shown * 20 > len(text) * 19 else ""
    return ""


def _utf8_text(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _codec(name: str) -> str:
    """The name that Python gives to a declared encoding, "" if it knows none such for text."""
    try:
        found = codecs.lookup(name.strip()[:40])
        b"\xff".decode(found.name, "replace")  # some of Python's own refuse ("idna", "undefined")
    except (LookupError, UnicodeError, ValueError):
        return ""
    # What calls itself ISO 8859-1 on the web is Windows-1252 (WHATWG Encoding Standard, 4.2).
    return {"iso8859-1": "cp1252", "ascii": "cp1252", "utf-8": ""}.get(found.name, found.name)


def _known(data: bytes, encoding: str, skip: int, notes: tuple[str, ...] = ()) -> Decoded:
    if encoding == "utf-8":
        return utf8(data, skip, notes)
    unit = 4 if "32" in encoding else 2
    whole = skip + (len(data) - skip) // unit * unit
    if whole < len(data):
        notes += (f"half a character at the end was left out of the text (bytes: {len(data) - whole})",)
    text = data[skip:whole].decode(encoding, "surrogatepass" if unit == 2 else "replace")
    text, notes = _storable(text, notes)
    return Decoded(text, _regular(text, skip, unit), encoding, notes)


def _storable(text: str, notes: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    text, count = SURROGATE.subn("\ufffd", text)
    return text, (*notes, surrogate_note(count)) if count else notes


def surrogate_note(count: int) -> str:
    """What is said of halves of characters, which no file can store as text."""
    return f"lone surrogates (halves of characters), shown as \ufffd: {count}"


def _regular(text: str, skip: int, unit: int) -> OffsetMap:
    weave = Weave()
    if unit == 4:
        weave.add("", [(len(text), skip, 4)] if text else [])
        return weave.finish()[1]
    place = skip
    for match in UTF16_WIDTHS.finditer(text):
        width = WIDTH[match.lastgroup or ""]
        weave.add("", [(len(match[0]), place, width)])
        place += len(match[0]) * width
    return weave.finish()[1]


def utf8(data: bytes, skip: int = 0, notes: tuple[str, ...] = ()) -> Decoded:
    """The characters of bytes that are UTF-8 but for damage; ``skip`` bytes at the beginning are none."""
    weave, bad, lone = Weave(), 0, 0
    if (text := _utf8_text(data[skip:])) is not None:
        return Decoded(text, _utf8_map(text, skip), "utf-8", notes)
    for match in PIECES.finditer(data, skip):
        start, end = match.span()
        if match.lastgroup == "valid":
            _add_utf8(weave, match[0].decode("utf-8"), start)
        elif match.lastgroup == "pair":
            char = (
                match[0].decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass").decode("utf-16")
            )
            weave.add(char, [(1, start, end - start)])
        else:
            weave.add("\ufffd", [(1, start, end - start)])
            bad, lone = bad + (match.lastgroup == "bad"), lone + (match.lastgroup == "lone")
    if lone:
        notes += (surrogate_note(lone),)
    if bad:
        notes += (f"bytes that are not UTF-8, shown as \ufffd: {bad}",)
    return Decoded(*weave.finish(), "utf-8", notes)


def _add_utf8(weave: Weave, text: str, place: int) -> None:
    weave.add(text, _utf8_map(text, place).runs(0, len(text)))


def _utf8_map(text: str, place: int = 0) -> OffsetMap:
    """Where each character of ``text`` begins in its UTF-8, which begins at ``place``."""
    starts, places, widths = [], [], []
    for match in UTF8_WIDTHS.finditer(text):
        start, end = match.span()
        width = match.lastindex or 1
        starts.append(start)
        places.append(place)
        widths.append(width)
        place += (end - start) * width
    return OffsetMap(len(text), tuple(starts), tuple(places), tuple(widths))


def _mostly_utf8(data: bytes) -> Decoded | None:
    """Damaged UTF-8: at least nine in ten of the characters beyond ASCII are well formed."""
    decoded = utf8(data)
    beyond = sum(1 for char in decoded.text if char > "\x7f")
    spoilt = decoded.text.count("\ufffd")
    surrogates = not any("not UTF-8" in note for note in decoded.notes)
    return decoded if surrogates or spoilt * 10 <= beyond else None


def _supposed(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE]).best()
    if best is None:
        raise Unreadable("is not text in any encoding known", do="Save it as UTF-8 text and add it again")
    return _legacy(data, best.encoding, (f"encoding supposed: {best.encoding}",))


def _legacy(data: bytes, encoding: str, notes: tuple[str, ...]) -> Decoded:
    text, bytes_of = data.decode(encoding, "replace"), _widths(encoding)
    runs = [(1, 0, bytes_of(char)) for char in text]
    if sum(width for _, _, width in runs) == len(data):
        place, weave = 0, Weave()
        for _, _, width in runs:
            weave.add("", [(1, place, width)])
            place += width
        decoded = Decoded(text, weave.finish()[1])
    else:
        decoded = _fed(data, encoding)
    if bad := decoded.text.count("\ufffd"):
        notes += (f"places that are not {encoding}, shown as \ufffd: {bad}",)
    text, notes = _storable(decoded.text, notes)
    return Decoded(text, decoded.offsets, encoding, notes)


def _widths(encoding: str) -> Callable[[str], int]:
    known: dict[str, int] = {}

    def width(char: str) -> int:
        if char not in known:
            known[char] = len(char.encode(encoding, "ignore"))
        return known[char]

    return width


def _fed(data: bytes, encoding: str) -> Decoded:
    """Byte by byte, for encodings with shift states, and where characters were replaced."""
    feeder, weave, start = codecs.getincrementaldecoder(encoding)("replace"), Weave(), 0
    for end in range(1, len(data) + 1):
        chars = feeder.decode(data[end - 1 : end], end == len(data))
        if chars:
            weave.add(chars, [(1, start, end - start)] * len(chars))
            start = end
    return Decoded(*weave.finish())
