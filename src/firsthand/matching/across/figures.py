"""The numbers of a text as values, whatever the script or language writes them in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from firsthand.matching.across.lexicon import lexicon
from firsthand.text import fold_word

KOREAN = {"백": 100.0, "천": 1000.0, "만": 1e4, "억": 1e8, "조": 1e12}
JOINING = frozenset({"and", "und", "de"})  # "one hundred and twenty", "30 de milioane"
_FIGURE = r"\d[\d,.]*"
_UNDER = rf"{_FIGURE}\s?(?:[백천](?:{_FIGURE}[백천])*(?:{_FIGURE})?)?"  # 2천500
_RUN = re.compile(rf"{_UNDER}\s?[만억조](?:\s?{_UNDER}[만억조]?)*|{_FIGURE}[백천][\d,.백천]*(?=\s?[가-힣])")
_SECONDS = re.compile(r"(?<=\d)초(?=\d)")  # 10초92 is 10.92
_PART = re.compile(r"(\d[\d,.]*)\s?([백천]?)([만억조]?)")
_TOKEN = re.compile(
    r"\d+(?:[.,\u00a0\u202f ]\d{3})*(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*"
)
_GROUPED = re.compile(r"\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+")
NEAR, LARGE = 0.006, 10_000  # "1.2 million" and "1,199,000" are one number told twice; 2016 and 2019 are two


def figures(text: str) -> frozenset[float]:
    """The numbers from 2 on: figures, numerals, and both with what multiplies them ("1.2 million").

    A multiplier without a number before it ("thousands") counts only where it is a numeral of its own.
    """
    found: set[float] = set()

    def taken(run: re.Match[str]) -> str:
        found.add(_korean(run[0]))
        return " "

    rest = _RUN.sub(taken, _SECONDS.sub(".", text))
    found.update(_summed(_TOKEN.findall(rest)))
    return frozenset(value for value in found if value >= 2)


def unmatched(numbers: Iterable[float], others: frozenset[float]) -> list[float]:
    """The numbers that have no like among ``others``, in order."""
    return sorted(n for n in numbers if not any(_one(n, o) for o in others))


def _one(number: float, other: float) -> bool:
    return number == other or (
        min(number, other) >= LARGE and abs(number - other) <= NEAR * max(number, other)
    )


def _korean(run: str) -> float:
    """ "1억1천2백만" → 112,000,000."""
    total = under = 0.0
    for number, small, great in _PART.findall(run):
        under += _value(number) * KOREAN.get(small, 1.0)
        if great:
            total, under = total + under * KOREAN[great], 0.0
    return total + under


def _summed(tokens: Iterable[str]) -> Iterator[float]:
    """Values of consecutive numerals put together: "twenty" "five" → 25, "3" "million" → 3,000,000."""
    known = lexicon()
    held: float | None = None
    for token in tokens:
        word = fold_word(token)
        if held is not None and word in JOINING:
            continue
        value = _value(token) if token[0].isdecimal() else known.numerals.get(word)
        by = None if value is not None else known.multipliers.get(word)
        if by is not None:
            held = (held or 1.0) * by
        elif value is not None and held is not None and not token[0].isdecimal() and _joins(held, value):
            held += value
        else:
            if held is not None:
                yield held
            held = value
    if held is not None:
        yield held


def _joins(held: float, value: float) -> bool:
    """Whether a numeral goes on with the one before it: a smaller one after round tens or hundreds."""
    return held >= 20 and value < held and held % (10 if value < 10 else 100) == 0


def _value(token: str) -> float:
    """A figure with its separators: three digits behind each are thousands, else they are a fraction."""
    token = token.strip(".,")
    if _GROUPED.fullmatch(token) and not token.startswith("0"):
        return float(re.sub(r"\D", "", token))
    whole, *rest = re.split(r"[.,\u00a0\u202f ]", token)
    if len(rest) == 1:
        return float(f"{whole}.{rest[0]}")
    if rest and len(rest[-1]) != 3 and all(len(part) == 3 for part in rest[:-1]):
        return float(f"{whole}{''.join(rest[:-1])}.{rest[-1]}")
    return float(re.sub(r"\D", "", token))
