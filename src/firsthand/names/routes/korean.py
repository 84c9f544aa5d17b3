"""Korean names written in Latin and Cyrillic letters, by each route."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from typing import Any

from firsthand.names.routes.hangul import FINALS, INITIALS, VOWELS, is_syllable, parts
from firsthand.names.routes.kana import fallen, katakana
from firsthand.names.routes.letters import bare
from firsthand.names.routes.tables import pairs, table

# After these a lax initial is voiced: a vowel, ㄴ, ㄹ, ㅁ, ㅇ.
_RINGING = frozenset("-ㄴㄹㅁㅇ")
_LIPS = frozenset("ㅁㅂㅃㅍ")
TABLES = ("korean-latin", "korean-cyrillic", "korean-kana")


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One route's table: how each part of a syllable is written, the most usual way first."""

    id: str
    script: str
    family: str
    initials: dict[str, tuple[str, ...]]
    vowels: dict[str, tuple[str, ...]]
    alone: dict[str, tuple[str, ...]]
    finals: dict[str, tuple[str, ...]]
    voiced: dict[str, str]
    junctions: dict[str, str]
    lips: dict[str, str]
    plain: dict[int, str]
    styles: tuple[str, ...]
    voiced_apart: bool
    wi: str
    families: dict[str, tuple[str, ...]]
    whole: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class KoreanName:
    """A Korean name in Hangul: family name (one or two syllables, or "") and given name."""

    family: str
    given: str


@cache
def rules() -> tuple[Rule, ...]:
    """The rules for writing Hangul in other letters, in the order of the tables."""
    return tuple(_rule(entry) for name in TABLES for entry in table(name)["route"])


def _rule(entry: dict[str, Any]) -> Rule:
    vowels = _each(VOWELS, entry["vowels"])
    return Rule(
        id=entry["id"],
        script=entry["to"],
        family=entry["family"],
        initials=_each(INITIALS, entry["initials"]),
        vowels=vowels,
        alone=_each(VOWELS, entry["alone"]) if "alone" in entry else vowels,
        finals=_each(FINALS, entry["finals"]),
        voiced=pairs(entry.get("voiced", "")),
        junctions=pairs(entry.get("junctions", "")),
        lips=pairs(entry.get("lips", "")),
        plain=_both_cases(pairs(entry.get("plain", ""))),
        styles=tuple(entry["styles"]),
        voiced_apart=entry.get("voiced_apart", False),
        wi=entry.get("wi", ""),
        families=_several(entry.get("families", "")),
        whole=_several(entry.get("whole", "")),
    )


def _several(line: str) -> dict[str, tuple[str, ...]]:
    return {name: tuple(spelled.split("/")) for name, spelled in pairs(line).items()}


def _both_cases(marked: dict[str, str]) -> dict[int, str]:
    return str.maketrans(marked | {k.upper(): v.upper() for k, v in marked.items()})


def _each(letters: str, line: str) -> dict[str, tuple[str, ...]]:
    written = [tuple("" if s == "-" else s for s in each.split("/")) for each in line.split()]
    return dict(zip(letters, written, strict=True))


@cache
def surnames() -> dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]]:
    """Family names in Hangul: their spellings by custom in Latin letters, characters, and Cyrillic."""
    entries = table("korean-names")["surnames"]
    return {name: _columns(line) for name, line in entries.items()}


def _columns(line: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    latin, characters, cyrillic = (tuple(dict.fromkeys(part.split())) for part in line.split("|"))
    return latin, characters, cyrillic


@cache
def name_syllables() -> tuple[str, ...]:
    """The Hangul syllables that names are made of, each once."""
    lists = table("korean-names")["syllables"]
    family = "".join(surnames())
    return tuple(dict.fromkeys(c for c in lists["chinese"] + family + lists["native"] if is_syllable(c)))


def rank(hangul: str) -> int:
    """How usual a syllable is in given names, a family name among family names: 0 is the most usual."""
    usual = table("korean-names")["syllables"]["usual"]
    if len(hangul) == 1 and hangul in usual:
        return int(usual.index(hangul))
    return list(surnames()).index(hangul) if hangul in surnames() else len(usual)


def korean_name(text: str) -> KoreanName | None:
    """A name in Hangul taken apart; None for what is no Korean name by its length.

    A family name of two syllables is taken as one where it is in the table and a given name is left.
    """
    words = unicodedata.normalize("NFC", text).split()
    whole = "".join(words)
    if not 1 < len(whole) <= 5 or not all(map(is_syllable, whole)):
        return None
    n = 2 if len(whole) > 2 and whole[:2] in surnames() else 1
    n = len(words[0]) if len(words) > 1 else n
    return KoreanName(whole[:n], whole[n:]) if whole[:n] in surnames() else None


def syllables_by(rule: Rule, text: str, voice: bool = True) -> list[str]:
    """Each syllable of ``text`` by this rule, the most usual way; sounds between them as the rule has it."""
    written: list[str] = []
    before = ""
    for i, letter in enumerate(text):
        initial, vowel, final = parts(letter)
        after = parts(text[i + 1])[0] if i + 1 < len(text) else ""
        head = _initial(rule, initial, vowel, before, voice)
        tail = _final(rule, final, after, voice)
        written.append(next(iter(rule.whole.get(letter, ())), head + _vowel(rule, initial, vowel) + tail))
        before = final
    return written


def _initial(rule: Rule, initial: str, vowel: str, before: str, voice: bool) -> str:
    if before and voice:
        joined = rule.junctions.get(before + initial)
        if joined is not None:
            return _split(joined, rule, initial)[1]
        if before in _RINGING and initial in rule.voiced:
            return rule.voiced[initial]
    if rule.wi and initial == "ㅅ" and vowel == "ㅟ":
        return rule.wi
    return rule.initials[initial][0]


def _final(rule: Rule, final: str, after: str, voice: bool) -> str:
    joined = rule.junctions.get(final + after) if after and voice else None
    return _split(joined, rule, after)[0] if joined is not None else rule.finals[final][0]


def _split(joined: str, rule: Rule, initial: str) -> tuple[str, str]:
    """What of a junction stands before the hyphen and what after it: ``ngn`` is ng-n, ``g`` is g-."""
    if initial == "ㅇ":
        return joined, ""
    length = 1 if len(joined) > 1 else 0
    return joined[:-length] if length else joined, joined[-length:] if length else ""


def _vowel(rule: Rule, initial: str, vowel: str) -> str:
    if initial in _LIPS and vowel in rule.lips:
        return rule.lips[vowel]
    return (rule.alone if initial == "ㅇ" else rule.vowels)[vowel][0]


def _changed(initial: str, rule: Rule) -> Iterator[str]:
    """How a rule writes an initial after a sound that changes it: voiced, or ㄹ as n (창룡, Ch'ang-nyong)."""
    if initial in rule.voiced:
        yield rule.voiced[initial]
    if initial == "ㄹ" and "ㅇㄹ" in rule.junctions:
        yield rule.junctions["ㅇㄹ"][-1]


@lru_cache(maxsize=16_384)
def spellings_of(letter: str, rule: Rule) -> tuple[str, ...]:
    """Every spelling of one syllable by a rule, wherever it stands in a name; small letters, no marks."""
    initial, vowel, final = parts(letter)
    heads = dict.fromkeys((*rule.initials[initial], *_changed(initial, rule)))
    vowels = (rule.alone if initial == "ㅇ" else rule.vowels)[vowel]
    vowels = (rule.lips[vowel], *vowels) if initial in _LIPS and vowel in rule.lips else vowels
    found = ["".join(each) for each in product(heads, vowels, rule.finals[final])]
    found += rule.whole.get(letter, ())
    if rule.script == "KATAKANA":
        return tuple(dict.fromkeys(map(fallen, found)))
    return tuple(dict.fromkeys(bare(each) for full in found for each in (full, full.translate(rule.plain))))


def write(name: KoreanName, rule: Rule) -> Iterator[str]:
    """A Korean name by one rule, in each of its styles; then without its marks, if it has any."""
    joined = syllables_by(rule, name.given)
    if rule.script == "KATAKANA":
        yield _in_kana(name, rule)
        return
    apart = joined if rule.voiced_apart else syllables_by(rule, name.given, voice=False)
    families = rule.families.get(name.family) or ("".join(syllables_by(rule, name.family)).capitalize(),)
    forms = [_styled(apart if style == "apart" else joined, style) for style in rule.styles]
    written = [f"{family} {form}".strip() for family in families for form in forms]
    yield from dict.fromkeys([*written, *(each.translate(rule.plain) for each in written)])


def _in_kana(name: KoreanName, rule: Rule) -> str:
    """Family name and given name apart, syllable by syllable; the given name is voiced after its sound."""
    whole = syllables_by(rule, name.family + name.given)
    family, given = whole[: len(name.family)], whole[len(name.family) :]
    family = list(rule.families.get(name.family, family))
    return "・".join("".join(katakana(fallen(each)) for each in part) for part in (family, given))


def _styled(syllables: list[str], style: str) -> str:
    if style == "apart":
        return " ".join(s.capitalize() for s in syllables)
    return ("-" if style == "hyphen" else "").join(syllables).capitalize()
