"""Kana as Latin letters and back, as far as Korean names need them."""

from __future__ import annotations

import unicodedata
from functools import cache

from firsthand.names.routes.tables import pairs, table


@cache
def _two() -> dict[str, str]:
    return pairs(table("korean-kana")["kana"]["two"])


@cache
def _one() -> dict[str, str]:
    return pairs(table("korean-kana")["kana"]["one"])


def romanised(kana: str) -> str:
    """Kana in the letters of the table; "ー" and signs that are no kana are left out."""
    text = "".join(
        chr(ord(c) + 0x60) if "ぁ" <= c <= "ゖ" else c for c in unicodedata.normalize("NFKC", kana)
    )
    found, at = "", 0
    while at < len(text):
        pair = _two().get(text[at : at + 2])
        found += pair or _one().get(text[at], "")
        at += 2 if pair else 1
    return found


def fallen(letters: str) -> str:
    """Letters of a Korean syllable as kana have them: ``syo`` is ``sho``."""
    for written, read in pairs(table("korean-kana")["kana"]["falls"]).items():
        letters = letters.replace(written, read)
    return letters


def katakana(letters: str) -> str:
    """The katakana that are read so (`romanised` leads back); other signs stay as they are."""
    back = _back()
    found, at = "", 0
    while at < len(letters):
        n = next((n for n in (3, 2, 1) if letters[at : at + n] in back), 0)
        found += back[letters[at : at + n]] if n else letters[at]
        at += n or 1
    return found


@cache
def _back() -> dict[str, str]:
    return {read: kana for kana, read in {**_one(), **_two()}.items() if kana != "ヲ"}
