"""Numbers, dates, languages and lists as people write them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

# Words for small numbers; from thirteen on, figures.
SMALL = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
ISO = re.compile(
    r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$"
)
RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})
LANGUAGES = {
    "ar": "Arabic",
    "bg": "Bulgarian",
    "cs": "Czech",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "hr": "Croatian",
    "hu": "Hungarian",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sr": "Serbian",
    "sv": "Swedish",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "zh": "Chinese",
}


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "no reports", "one report", "37 reports"."""
    return f"{numeral(number)} {one if number == 1 else many or one + 's'}"


def numeral(number: int) -> str:
    """A number as running text writes it: in words up to twelve, then in figures."""
    return SMALL[number] if 0 <= number < len(SMALL) else f"{number:,}".replace(",", "\u202f")


def listed(items: Sequence[str], limit: int = 4) -> str:
    """Names as a list: "A, B and C"; beyond ``limit`` the rest is counted."""
    if len(items) > limit:
        shown = items[: limit - 1]
        return f"{', '.join(shown)} and {numeral(len(items) - len(shown))} more"
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def capital(text: str) -> str:
    """``text`` with its first letter raised."""
    return text[:1].upper() + text[1:]


def day(published: str) -> str:
    """An ISO 8601 date as people write it ("15 Nov 2024"), as far as it is known; else as given."""
    match = ISO.match(published)
    if not match:
        return published
    year, month, date = match[1], match[2], match[3]
    if month and not 1 <= int(month) <= 12:
        return published
    parts = [str(int(date))] if date else []
    return " ".join([*parts, *([MONTHS[int(month) - 1]] if month else []), year])


def moment(published: str) -> str:
    """Date, time and zone as people write them: "15 Nov 2024, 09:00 +02:00"."""
    match = ISO.match(published)
    if not match or not match[4]:
        return day(published)
    zone = {"Z": "UTC", "+00:00": "UTC", None: ""}.get(match[5], match[5] or "")
    return f"{day(published)}, {match[4]} {zone}".rstrip()


def language_name(code: str) -> str:
    """The English name of a language, or its code."""
    return LANGUAGES.get(code.split("-")[0].lower(), code)


def direction(text: str, language: str = "") -> str:
    """ "rtl" or "ltr": by the first letter with a direction, else by the language."""
    for char in text[:200]:
        kind = unicodedata.bidirectional(char)
        if kind in ("R", "AL"):
            return "rtl"
        if kind == "L":
            return "ltr"
    return "rtl" if language.split("-")[0].lower() in RIGHT_TO_LEFT else "ltr"


def short(text: str, limit: int = 120) -> str:
    """``text`` on one line, cut at a blank with " …" where it is longer than ``limit``."""
    flat = " ".join(text.split())
    if len(flat) <= limit:
        return flat
    cut = flat[:limit].rsplit(" ", 1)[0] if " " in flat[limit // 2 : limit] else flat[:limit]
    return cut.rstrip(" ,;:.") + " …"


def redrawn(support: int | None) -> str:
    """The support of a line in words; "" for a line that hangs on no wording."""
    return "" if support is None else f"came out again in {support} of 100 redraws of the shared wordings"
