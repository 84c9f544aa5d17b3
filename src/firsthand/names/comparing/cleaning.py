"""A name as it came, made ready: marks that nobody sees, and letters that only look right, found and told."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache

# Letters of one script that look like those of another: Cyrillic or Greek and Latin.
_CYRILLIC = "аеорсухіјѕԁһӏАВЕКМНОРСТУХІЈЅ"
_LATIN = "aeopcyxijsdhlABEKMHOPCTYXIJS"
TO_LATIN = dict(zip(_CYRILLIC, _LATIN, strict=True)) | dict(
    zip("οαΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oaABEZHIKMNOPTYX", strict=True)
)
TO_CYRILLIC = dict(zip(_LATIN, _CYRILLIC, strict=True))
_STROKED = dict(zip("øłđðßıŋəħŧ", ["o", "l", "d", "d", "ss", "i", "ng", "e", "h", "t"], strict=True))
_PLAIN = str.maketrans(_STROKED | {"þ": "th", "æ": "ae", "œ": "oe"})
DROPPED = frozenset("'’‘ʼ`´ʻʿʾ′ˈ＇\"“”„«»")
STRESS = "\u0301"


@lru_cache(maxsize=20_000)
def script(letter: str) -> str:
    """ "LATIN", "CYRILLIC", "HANGUL", …; "" for what is no letter."""
    return unicodedata.name(letter, "").partition(" ")[0] if letter.isalpha() else ""


def seen(name: str) -> tuple[str, tuple[str, ...]]:
    """``name`` in one form of Unicode without marks that nobody sees, and what is to be told of it."""
    whole = unicodedata.normalize("NFKC", name)
    kept = "".join(c for c in whole if c.isascii() or unicodedata.category(c) != "Cf")
    told = () if len(kept) == len(whole) else (f"invisible marks in {kept.strip()!r} were left out",)
    words = kept.split()
    mended = [mend(word) if not word.isascii() else (word, "") for word in words]
    return " ".join(word for word, _ in mended), (*told, *(note for _, note in mended if note))


def mend(word: str) -> tuple[str, str]:
    """A word whose letters are of two scripts that look alike, in the one script that it can be of."""
    scripts = Counter(filter(None, map(script, word)))
    if len(scripts) < 2 or not scripts.keys() <= {"LATIN", "CYRILLIC", "GREEK"}:
        mixed = len(scripts) > 1 and "LATIN" in scripts and len(scripts.keys() - _TOGETHER) > 1
        return word, f"{word!r} mixes scripts: {_listed(scripts)}" if mixed else ""
    main = max(scripts, key=lambda s: (scripts[s], s == "CYRILLIC"))
    swap = TO_CYRILLIC if main == "CYRILLIC" else TO_LATIN
    strange = [c for c in word if script(c) not in {main, ""}]
    fixed = "".join(swap.get(c, c) if script(c) not in {main, ""} else c for c in word)
    letters = ", ".join(dict.fromkeys(strange))
    kinds = ", ".join(dict.fromkeys(script(c).title() for c in strange))
    return fixed, f"{word!r} mixes scripts: {letters} ({kinds}) in a {main.title()} word"


_TOGETHER = frozenset({"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "FULLWIDTH", "MODIFIER"})


def _listed(scripts: Counter[str]) -> str:
    return ", ".join(sorted(s.title() for s in scripts))


@lru_cache(maxsize=65_536)
def folded(word: str) -> str:
    """A word in small letters; accents and apostrophes gone from Latin, the stress from Cyrillic."""
    if word.isascii():
        return word.lower().replace("'", "").replace("`", "").replace('"', "")
    small = "".join(c for c in word.casefold() if c not in DROPPED)
    parts = unicodedata.normalize("NFD", small)
    if not any(script(c) in {"LATIN", "GREEK"} for c in parts):
        return unicodedata.normalize("NFC", parts.replace(STRESS, "")) if STRESS in parts else small
    bare = "".join(c for c in parts if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare.translate(_PLAIN))


def spaced(text: str) -> str:
    """``text`` with a blank for every character that stands in no word (apostrophes stay)."""
    if text.isascii():
        return "".join(c if c.isalnum() or c == "'" else " " for c in text)
    return "".join(c if c in DROPPED or unicodedata.category(c)[0] in "LMN" else " " for c in text)
