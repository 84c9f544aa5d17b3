"""Names in the zone of the Russian inland passport (PNRUS), one character for each Russian letter.

Source: the administrative regulation on inland passports (Ministry of the Interior of Russia, order 773 of
16 November 2020), annex on the machine readable record, transliteration "Modernised Clair". The patronymic
follows the given name.
"""

from __future__ import annotations

LETTERS = dict(zip("АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ", "ABVGDE2JZIQKLMNOPRSTUFHC34WXY9678", strict=True))
BACK = {written: letter for letter, written in LETTERS.items()}


def spelled(name: str) -> str:
    """A Russian name as the zone has it; characters that are no Russian letters are fillers."""
    return "".join(LETTERS.get(letter, "<") for letter in name.upper())


def read(written: str) -> str:
    """The Russian name of a part of a zone; a character that stands for no letter is left as it is."""
    return "".join(BACK.get(character, character) for character in written)
