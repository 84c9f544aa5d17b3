"""Which language a text is in, when nobody says (py3langid, restricted to languages with a press)."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import Any

# The model knows 140; the small ones win on names ("Kim Jong-un, Pyongyang, Kursk" is Tagalog to it).
LANGUAGES = (
    "ar az be bg bn bs ca cs da de el en es et fa fi fr he hi hr hu hy id it ja ka kk ko lt lv mk mn ms nl no"
    " pl ps pt ro ru sk sl sq sr sv sw ta th tr uk ur uz vi zh"
)
# The same, as people write them over a column; Latin besides.
NAMED = (
    "arabic azerbaijani belarusian bulgarian bengali bosnian catalan czech danish german greek english"
    " spanish estonian persian finnish french hebrew hindi croatian hungarian armenian indonesian italian"
    " japanese georgian kazakh korean lithuanian latvian macedonian mongolian malay dutch norwegian polish"
    " pashto portuguese romanian russian slovak slovenian albanian serbian swedish swahili tamil thai turkish"
    " ukrainian urdu uzbek vietnamese chinese"
)
# As the languages of the house name each other over a column; of Cyrillic adjectives the stem alone.
ELSEWHERE = {
    "en": "англійськ английск engleski engleză engleza englisch anglais 영어 영문",
    "ko": "корейськ корейск korejski coreeană coreeana koreanisch coréen 한국어 조선어 조선말 한글",
    "uk": "українськ украинск ukrajinski ucraineană ucraineana ukrainisch ukrainien 우크라이나어",
    "ru": "російськ русск ruski rusă rusa russisch russe 러시아어 로어",
    "ro": "румунськ румынск rumunjski română romana rumänisch roumain 루마니아어",
    "hr": "хорватськ хорватск hrvatski croată croata kroatisch croate 크로아티아어",
    "de": "німецьк немецк njemački germană germana deutsch allemand 독일어",
    "fr": "французьк французск francuski franceză franceza französisch français 프랑스어",
    "pl": "польськ польск poljski poloneză poloneza polnisch polonais 폴란드어",
    "zh": "китайськ китайск kineski chineză chineza chinesisch chinois 중국어",
    "ja": "японськ японск japanski japoneză japoneza japanisch japonais 일본어",
}
ADJECTIVE = re.compile(r"((?:с|сь|ць)к|цк)[а-яіїєґё]{1,4}$")
# Below this, two words of a name decide: "Ann Lee said" is Estonian with 0.17.
LETTERS = 20
# One sentence of Croatian is as often as not one of Bosnian as well: 119 of 316 were left unnamed.
ALIKE = frozenset({"hr", "bs"})
CONFIDENCE = 0.5
PIECE = 1_000  # characters: of a longer text its beginning, middle and end are looked at


def code_of(word: str) -> str:
    """The ISO 639-1 code that a word is, or that it names in a language of the house; "" for others."""
    known = _names()
    lower = word.strip().lower()
    return (
        lower if lower in known.values() else known.get(lower) or known.get(ADJECTIVE.sub(r"\1", lower), "")
    )


@cache
def _names() -> dict[str, str]:
    english = dict(zip(NAMED.split(), LANGUAGES.split(), strict=True)) | {"latin": "la"}
    return english | {name: code for code, names in ELSEWHERE.items() for name in names.split()}


def detect(text: str) -> str:
    """The ISO 639-1 code of the language, "" where the text is too short or the answer unsure."""
    sample = _sample(text)
    letters = "".join(islice(filter(str.isalpha, sample), LETTERS))
    wide = sum(char >= "\u0e00" for char in letters)  # a Hangul syllable is worth three
    if len(letters) + 2 * wide < LETTERS:
        return ""
    ranked = _identifier().rank(sample)
    code, confidence = ranked[0]
    if code in ALIKE:  # what two of them share tells them from all others, though not from each other
        confidence = sum(share for other, share in ranked if other in ALIKE)
    return str(code) if confidence >= CONFIDENCE else ""


def _sample(text: str) -> str:
    if len(text) <= 3 * PIECE:
        return text
    middle = (len(text) - PIECE) // 2
    return "\n".join((text[:PIECE], text[middle : middle + PIECE], text[-PIECE:]))


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(LANGUAGES.split())
    return identifier
