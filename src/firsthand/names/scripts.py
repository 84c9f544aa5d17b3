"""Whether two names in different scripts are one name by the tables for writing it in the other.

A Cyrillic name is written in Latin letters by each of the usual tables; a Hangul name is a pattern of
all the spellings that its syllables have, in Korean names and in foreign ones. Vowels count: names
that only resemble each other ("Mun Ki-bom", "Mun Ka-bom") are not one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from firsthand.names.spelling import Name

_LETTERS = "абвгґдеєжзиіїйклмнопрстуфхцчшщюяыэёъь"
_LATIN = str.split("a b v g g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch iu ia y e e - -")
_USUAL = {c: latin.strip("-") for c, latin in zip(_LETTERS, _LATIN, strict=True)}
# Where the tables part: Ukrainian "г" is h, Russian and Bulgarian g; "х" is kh, or h by ear.
_TABLES = [str.maketrans({**_USUAL, "г": g, "х": h}) for g in ("h", "g") for h in ("kh", "h")]
_SPACED = str.maketrans({"j": "i", "y": "i"})

_INITIALS = str.split(
    "[gk] (?:kk|k|g) n [dt] (?:tt|t|d) [rl] m [bpv] (?:pp|p|b) (?:s|sh) (?:ss|s) (?:) (?:j|ch|z) (?:jj|j|tch)"
    " (?:ch|ts|c) (?:k|kh|c) (?:t|th) (?:p|ph|f) (?:h|kh)"
)
_VOWELS = str.split(
    "a (?:ae|e|ai) (?:ya|ia) (?:yae|ye) (?:eo|o) e (?:yeo|yo|io) (?:ye|e|ie) o (?:wa|oa) (?:wae|we) (?:oe|we)"
    " (?:yo|io) (?:u|oo|woo) (?:wo|weo) we (?:wi|ui|vi) (?:yu|iu|yoo) (?:eu|u|) (?:ui|i|y) (?:i|y|ee|yi|ii)"
)
_FINALS = str.split("- [kg] [kg] k n n n [dt] [lr] k m l l l p l m [pb] p [st] t ng t t k t p h?")
# Family names that are not written as they sound.
_FAMILIES = {
    "이": "(?:i|yi|lee|ri|rhee)", "박": "(?:park|pak|bak)", "최": "(?:choi|choe)", "임": "(?:im|lim|rim)",
    "정": "(?:jeong|jung|chung|chong)", "오": "oh?", "노": "[nr]oh?", "주": "(?:joo|ju|chu)",
}  # fmt: skip
_FIRST, _LAST = 0xAC00, 0xD7A3
_SOUNDS = (("sch", "s"), ("tch", "s"), ("sh", "s"), ("ch", "s"), ("ts", "s"), ("zh", "s"), ("kh", "h"),
           ("ph", "p"), ("th", "t"), ("ng", "n"))  # fmt: skip
_CLASSES = str.maketrans("gckqdtbpfvszjlr", "kkkkttppppssslr".replace("r", "l"), "aeiouyhwx")


def script(name: str) -> str:
    """The script of the first letter: "LATIN", "CYRILLIC", "HANGUL"; "" where there is none."""
    letter = next((c for c in name if c.isalpha()), "")
    return unicodedata.name(letter, "").split(" ")[0] if letter else ""


def across(names: Iterable[Name]) -> Iterator[tuple[Name, Name]]:
    """Pairs of full names that are one name in two scripts, each pair once."""
    latin, hangul = _by_letters(names := list(names)), [n for n in names if script(n.core) == "HANGUL"]
    for name in names:
        if script(name.core) == "CYRILLIC":
            spellings = sorted(plain(latins(name.core, name.words)))
            yield from ((name, other) for other in _each(spellings, latin))
    sounds = _by_sound(names) if hangul else {}
    for name in hangul:
        spelled = pattern(name.key)
        for other in _each([sound(roughly(name.key))], sounds):
            if any(spelled.fullmatch(s) for s in latins(other.core, other.words)):
                yield name, other


def _by_letters(names: Iterable[Name]) -> dict[str, list[Name]]:
    found: dict[str, list[Name]] = {}
    for name in names:
        if script(name.core) == "LATIN" and len(name.words) > 1:
            for spelling in plain(latins(name.core, name.words)):
                found.setdefault(spelling, []).append(name)
    return found


def _by_sound(names: Iterable[Name]) -> dict[str, list[Name]]:
    """Names in letters by the sounds at their ends: a pattern is tried on those that end alike only."""
    found: dict[str, list[Name]] = {}
    for name in names:
        if len(name.words) > 1:
            for heard in sorted(set(map(sound, latins(name.core, name.words)))):
                found.setdefault(heard, []).append(name)
    return found


def _each(keys: Iterable[str], kept: dict[str, list[Name]]) -> Iterator[Name]:
    yield from {n.key: n for k in keys for n in kept.get(k, ())}.values()


@lru_cache(maxsize=65_536)
def latins(core: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """A name in small Latin letters by each table, with either word first; nothing for Hangul."""
    keys = ("".join(words), "".join((*words[-1:], *words[:-1])))
    written = script(core)
    if written == "LATIN":
        return tuple(dict.fromkeys(keys))
    if written != "CYRILLIC":
        return ()
    return tuple(dict.fromkeys(key.translate(table) for key in keys for table in _TABLES))


def plain(spellings: Iterable[str]) -> frozenset[str]:
    """Spellings in which y, j and i are one letter, written once."""
    return frozenset(re.sub("i+", "i", each.translate(_SPACED)) for each in spellings)


def sound(latin: str) -> str:
    """The classes of the last two consonants."""
    for letters, meant in _SOUNDS:
        latin = latin.replace(letters, meant)
    return re.sub(r"(.)\1+", r"\1", latin.translate(_CLASSES))[-2:]


@lru_cache(maxsize=65_536)
def pattern(hangul: str) -> re.Pattern[str]:
    """All spellings in Latin letters that the syllables of a name have."""
    first = _FAMILIES.get(hangul[:1]) if len(hangul) in {2, 3} else None
    rest = "".join(_syllable(c, after) for c, after in zip(hangul, [*hangul[1:], ""], strict=True))
    if first is None:
        return re.compile(rest)
    given = "".join(_syllable(c, after) for c, after in zip(hangul[1:], [*hangul[2:], ""], strict=True))
    return re.compile(f"(?:{rest}|{first}{given})")


def _syllable(letter: str, after: str) -> str:
    parts = _parts(letter)
    if parts is None:
        return re.escape(letter)
    first, vowel, last = parts
    doubled = last == 8 and (_parts(after) or (None,))[0] == 5  # ㄹㄹ is one l in a foreign name
    final = "" if last == 0 else _FINALS[last] + ("?" if doubled else "")
    return _INITIALS[first] + _VOWELS[vowel] + final


def _parts(letter: str) -> tuple[int, int, int] | None:
    code = ord(letter) - _FIRST if letter else -1
    return (code // 588, code % 588 // 28, code % 28) if 0 <= code <= _LAST - _FIRST else None


def roughly(hangul: str) -> str:
    """One Latin spelling of a Hangul name, for its consonants."""
    parts = (re.sub(r"\(\?:([^|)]*)[^)]*\)|\[(.)[^]]*\]|\?|-", r"\1\2", _syllable(c, "")) for c in hangul)
    return "".join(parts)
