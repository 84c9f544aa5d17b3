"""A text as withheld words are looked for in it: letters and digits alone, each with the place it stands at.

Case, accents, blanks, hyphens, marks and characters that nobody sees make no difference, and neither does
the form (NFC, NFD, full width) in which a text is written, nor that an address (%D0%98), a page (&#1048;) or
a program (\\u0418) has a character in code.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from functools import lru_cache

from firsthand.model import Span

# Accents written beside their letter, vowels of Indian scripts, and joiners: hidden with the letter.
MARKS, JOINERS = ("Mn", "Mc", "Me"), "\u200c\u200d"
FINALS = ("\u11a8", "\u11ff")  # the jamo that end a syllable
# Scripts that set no blanks between words, or hang particles onto a name.
# What an address writes a character as, once or twice over (%25D0), byte by byte; a mail (=D0); a page; a
# program; the name of a host (xn--…); the head of a mail (=?utf-8?B?…?=).
_MORE = "(?:%(?:25)*|=)[89abAB][0-9a-fA-F]"
_MANY = f"[c-dC-D][0-9a-fA-F]{_MORE}|[eE][0-9a-fA-F](?:{_MORE}){{2}}|[fF][0-7](?:{_MORE}){{3}}"
HOST, HEAD = r"(?<![^\W_])[xX][nN]--[A-Za-z0-9-]+", r"=\?[\w-]+\?[bBqQ]\?[^?\s]*\?="
CODED = re.compile(
    rf"%(?:25)*(?:[2-7][0-9a-fA-F]|{_MANY})|=(?:{_MANY})|&#?\w{{2,8}};|\\u[0-9a-fA-F]{{4}}|{HOST}|{HEAD}"
)
BROKEN = re.compile(
    r"(?<=\w)[-\u2010\u2011\u00ac][ \t]*\r?\n\s*(?=\w)"
)  # a word that goes on in the next line
# Arabic: written either way, in Persian letters, drawn out. Latin: without a dot, with a stroke, two in one.
SAME = str.maketrans(
    dict(zip("ىیکةہھەٱıłøđð", "ييكهههه\u0627ilodd", strict=True))
    | {"\u0640": "", "æ": "ae", "œ": "oe", "þ": "th"}
    | {chr(code): chr(code + 0x60) for code in range(0x3041, 0x3097)}  # Hiragana as Katakana
)
# Letters of an old form of a script: small capitals, Georgian of churches.
FORMED = re.compile("(LATIN) LETTER SMALL CAPITAL ([A-Z])|(GEORGIAN) (?:SMALL|CAPITAL) LETTER (.+)")
SIGNS = ("%", "&", "\\", "=", "xn--", "XN--")
UNSPACED = ("HANGUL", "CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN")


@dataclass(frozen=True, slots=True)
class Letters:
    """``text`` are the letters; ``origin[i]`` is where the character begins in the text that the i-th came
    from, ``until[i]`` where it ends, and ``begins[i]`` whether a word begins there."""

    text: str
    origin: tuple[int, ...]
    until: tuple[int, ...]
    begins: tuple[bool, ...]

    def span(self, start: int, end: int) -> Span:
        """The characters that the letters ``start`` to ``end`` came from."""
        return Span(self.origin[start], self.until[end - 1])

    def words(self) -> list[tuple[int, int]]:
        """Where each word begins and ends."""
        starts = [n for n, begins in enumerate(self.begins) if begins]
        return list(zip(starts, [*starts[1:], len(self.text)], strict=False))


def letters(text: str) -> Letters:
    """The letters of a text with their places."""
    found: list[str] = []
    origin: list[int] = []
    until: list[int] = []
    begins: list[bool] = []
    fresh, last = True, ""
    for char, start, end in _characters(text):
        plain = _plain(char)
        if not plain:
            if until and start == until[-1] and (unicodedata.category(char) in MARKS or char in JOINERS):
                until[-1] = end
            fresh, last = fresh or _parts(char), ""
            continue
        begun = fresh or (last != "" and _turns(last, char))
        for number, each in enumerate(plain):
            found.append(each)
            origin.append(start)
            until.append(end)
            begins.append(begun and not number)
        fresh, last = False, char
    return Letters("".join(found), tuple(origin), tuple(until), tuple(begins))


def _characters(text: str) -> Iterator[tuple[str, int, int]]:
    """Each character with its place, also one in code; none of a hyphen and line break within a word."""
    at = 0
    for start, end, told in _odd(text):
        if start >= at:
            yield from zip(text[at:start], range(at, start), range(at + 1, start + 1), strict=True)
            yield from ((each, start, end) for each in told)
            at = end
    yield from zip(text[at:], range(at, len(text)), range(at + 1, len(text) + 1), strict=True)


def _odd(text: str) -> list[tuple[int, int, str]]:
    coded = CODED.finditer(text) if any(sign in text for sign in SIGNS) else ()
    broken = BROKEN.finditer(text) if "\n" in text else ()
    return sorted([*((*m.span(), _decoded(m[0])) for m in coded), *((*m.span(), "") for m in broken)])


def _decoded(coded: str) -> str:
    if coded[0] == "&":
        return html.unescape(coded)
    if coded[0] == "\\":
        return chr(int(coded[2:], 16))
    try:
        if coded.startswith("=?"):
            return str(make_header(decode_header(coded)))
        if coded[:4].lower() == "xn--":
            return coded[4:].encode().decode("punycode")
    except (HeaderParseError, LookupError, UnicodeError):
        return coded
    return bytes.fromhex(re.sub("%(?:25)*|=", "", coded)).decode("utf-8", "replace")


def _turns(last: str, char: str) -> bool:
    """Whether a word begins within letters: ChidiOkoro, okoro87."""
    if char.isupper():
        return last.islower() or last.isdecimal()
    return last.isdecimal() != char.isdecimal()


def key(text: str) -> str:
    """The letters alone."""
    signs = (char for char, _, _ in _characters(text)) if _odd(text) else text
    return "".join(map(_plain, signs))


@lru_cache(maxsize=20_000)
def _plain(char: str) -> str:
    formed = _formed(unicodedata.normalize("NFKD", char))
    folded = unicodedata.normalize("NFKD", formed.casefold()).translate(SAME)
    return "".join(c for c in folded if c.isalnum())


def _formed(char: str) -> str:
    """The letter that one of an old form stands for."""
    found = FORMED.fullmatch(unicodedata.name(char, "")) if len(char) == 1 else None
    if found is None:
        return char
    name = f"LATIN SMALL LETTER {found[2]}" if found[1] else f"GEORGIAN LETTER {found[4]}"
    return unicodedata.lookup(name)


@lru_cache(maxsize=20_000)
def _parts(char: str) -> bool:
    """Whether a word ends here: not at a letter, an accent on one, or a character that nobody sees."""
    return not _plain(char) and unicodedata.category(char) not in ("Mn", "Mc", "Me", "Cf", "Lm")


@lru_cache(maxsize=20_000)
def unspaced(char: str) -> bool:
    """Whether the script of a letter sets no blanks between words, or hangs particles onto them."""
    return unicodedata.name(char, "").startswith(UNSPACED)


@lru_cache(maxsize=20_000)
def ideograph(char: str) -> bool:
    """Whether a letter is a word, or nearly one."""
    return unicodedata.name(char, "").startswith(("CJK", "HIRAGANA", "KATAKANA"))


def within_syllable(found: Letters, end: int) -> bool:
    """Whether the letters before ``end`` stop within a character, or within a syllable written in jamo."""
    if not 0 < end < len(found.text):
        return False
    return found.origin[end] == found.origin[end - 1] or FINALS[0] <= found.text[end] <= FINALS[1]
