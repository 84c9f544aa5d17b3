"""The Chinese characters of Korean names, and how they are read in Chinese and Japanese."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from firsthand.names.routes.korean import surnames
from firsthand.names.routes.tables import table

# Character → its Chinese reading and its Japanese ones, the most usual first.
Read = dict[str, tuple[str, tuple[str, ...]]]


@cache
def characters() -> dict[str, Read]:
    """Hangul of one syllable, or of a family name of two → the characters that are read so, with readings."""
    found: dict[str, Read] = {}
    for row in table("characters")["characters"]["rows"].strip().splitlines():
        hangul, *entries = row.split()
        found[hangul] = {entry[0]: _split(entry[1:]) for entry in entries}
    for row in table("characters")["characters"]["families"].strip().splitlines():
        hangul, entry = row.split()
        readings = [_split(each) for each in entry[2:].split(",")]
        japanese = "".join(r[1][0] for r in readings)
        found[hangul] = {entry[:2]: ("".join(r[0] for r in readings), (japanese,))}
    return found


def _split(readings: str) -> tuple[str, tuple[str, ...]]:
    chinese, japanese = readings.split("/")
    return chinese, tuple(japanese.split("+"))


@cache
def hangul_of() -> dict[str, tuple[str, ...]]:
    """Character, in any of its forms → the Hangul that it is read as in names."""
    found: dict[str, dict[str, None]] = {}
    for hangul, character in _pairs():
        for form in (character, *_forms().get(character, "")):
            found.setdefault(form, {})[hangul] = None
    return {character: tuple(read) for character, read in found.items()}


def _pairs() -> Iterator[tuple[str, str]]:
    yield from ((hangul, character) for hangul, read in characters().items() for character in read)
    yield from ((hangul, c) for hangul, (_, written, _) in surnames().items() for c in written)


@cache
def _forms() -> dict[str, str]:
    return {forms[0]: forms[1:] for forms in table("characters")["characters"]["forms"].split()}


def family_characters(hangul: str) -> Read:
    """The characters of a family name with their readings; empty where none of them is in the table."""
    read = characters().get(hangul, {})
    written = surnames().get(hangul, ((), (), ()))[1]
    return {character: read[character] for character in written if character in read} or read


def abroad(hangul: str, token: str) -> tuple[str, str]:
    """How one character (or both of a family name) is read in China and in Japan; "" where none is known."""
    original = _originals().get(token, token)
    chinese, japanese = characters().get(hangul, {}).get(original, ("", ("",)))
    return chinese, japanese[0]


@cache
def _originals() -> dict[str, str]:
    return {form: original for original, forms in _forms().items() for form in forms}
