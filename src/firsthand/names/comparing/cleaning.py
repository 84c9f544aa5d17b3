"""A name as it came, made ready: marks that nobody sees, and letters that only look right, found and told."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from firsthand.names.routes.letters import script_of, scripts
from firsthand.names.routes.lookalikes import foreign_letters, unmixed

_STROKED = dict(zip("øłđðßıŋəħŧ", ["o", "l", "d", "d", "ss", "i", "ng", "e", "h", "t"], strict=True))
_PLAIN = str.maketrans(_STROKED | {"þ": "th", "æ": "ae", "œ": "oe"})
DROPPED = frozenset("'’‘ʼ`´ʻʿʾ′ˈ＇\"“”„«»")
STRESS = "\u0301"
# Scripts that Japanese and Korean names mix, and letters that stand beside any.
_TOGETHER = frozenset({"HAN", "HIRAGANA", "KATAKANA", "HANGUL", "FULLWIDTH", "MODIFIER"})


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
    if found := foreign_letters(word):
        letters = ", ".join(dict.fromkeys(each.letter for each in found))
        kinds = ", ".join(dict.fromkeys(each.script.title() for each in found))
        note = f"{letters} ({kinds}) in a {found[0].among.title()} word"
        return unmixed(word), f"{word!r} mixes scripts: {note}"
    mixed = set(scripts(word))
    if "LATIN" in mixed and len(mixed - _TOGETHER) > 1:
        return word, f"{word!r} mixes scripts: {', '.join(sorted(each.title() for each in mixed))}"
    return word, ""


@lru_cache(maxsize=65_536)
def folded(word: str) -> str:
    """A word in small letters; accents and apostrophes gone from Latin, the stress from Cyrillic."""
    if word.isascii():
        return word.lower().replace("'", "").replace("`", "").replace('"', "")
    small = "".join(c for c in word.casefold() if c not in DROPPED)
    parts = unicodedata.normalize("NFD", small)
    if not any(script_of(c) in {"LATIN", "GREEK"} for c in parts):
        return unicodedata.normalize("NFC", parts.replace(STRESS, "")) if STRESS in parts else small
    bare = "".join(c for c in parts if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare.translate(_PLAIN))


def spaced(text: str) -> str:
    """``text`` with a blank for every character that stands in no word (apostrophes stay)."""
    if text.isascii():
        return "".join(c if c.isalnum() or c == "'" else " " for c in text)
    return "".join(c if c in DROPPED or unicodedata.category(c)[0] in "LMN" else " " for c in text)
