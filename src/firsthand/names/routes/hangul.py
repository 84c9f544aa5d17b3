"""Hangul syllables as their parts: initial, vowel, final."""

from __future__ import annotations

INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
FINALS = "-ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
FIRST, LAST = 0xAC00, 0xD7A3
# Before these vowels the South drops an initial ㄹ or ㄴ (리 → 이, 녀 → 여); before others ㄹ is ㄴ there.
_CLOSE = frozenset("ㅑㅒㅕㅖㅛㅠㅣ")


def is_syllable(letter: str) -> bool:
    """Whether ``letter`` is one whole Hangul syllable."""
    return len(letter) == 1 and FIRST <= ord(letter) <= LAST


def parts(syllable: str) -> tuple[str, str, str]:
    """Initial, vowel and final of a syllable; "-" where it has no final."""
    code = ord(syllable) - FIRST
    return INITIALS[code // 588], VOWELS[code % 588 // 28], FINALS[code % 28]


def syllable(initial: str, vowel: str, final: str = "-") -> str:
    """The syllable of these parts: what `parts` takes apart."""
    code = (INITIALS.index(initial) * 21 + VOWELS.index(vowel)) * 28 + FINALS.index(final)
    return chr(FIRST + code)


def southern(letter: str) -> str:
    """A syllable with the initial that the South writes at the beginning of a word: 리 → 이, 로 → 노."""
    initial, vowel, final = parts(letter)
    if initial in "ㄹㄴ" and vowel in _CLOSE:
        return syllable("ㅇ", vowel, final)
    return syllable("ㄴ", vowel, final) if initial == "ㄹ" else letter


def southern_name(hangul: str) -> str:
    """Each syllable of a text as the South begins a word with it; other letters as they are."""
    return "".join(southern(c) if is_syllable(c) else c for c in hangul)
