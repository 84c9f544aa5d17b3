"""The numbers of a text as values: digits or words, with their units, exact or rough; times and dates.

"Forty-one cattle", "some 40 cows" and "more than 40 animals" give 41 exact, 40 about and 40 over.
Words are read in the languages of ``figures.toml``; digits in every language.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from firsthand.model import Span
from firsthand.text import fold_word, words

# A word that makes a number rough stands at most so many words before it ("more than about 40").
BEFORE = 2
# What is counted stands at most so many words behind ("40 of the sealed crates").
BEHIND = 2
TENS = 20
# Written as words so small that they are as often no number: "one of them", "a second ago".
PRONOUNS = frozenset({"one", "once"})
TIME = re.compile(r"\b(\d{1,2})[:.](\d{2})(?:\s?([ap])\.?m\b|\b)", re.I)
SPOKEN = re.compile(r"\b(\w+) (?:minutes )?(to|past) (\w+)\b", re.I)
QUARTERS = {"quarter": 15, "half": 30}
SIGNS = "£$€%"
SHORT = frozenset({"km", "kg", "m", "mm", "cm", "cow", "day", "men", "ton"})


@dataclass(frozen=True, slots=True)
class Figure:
    """One number: ``value``, what is counted (``unit``, "" if unclear), ``rough`` ("about", "over", "under").

    ``kind`` is "count", "time" (minutes after midnight, of twelve hours) or "date" (month times 100,
    plus the day). ``measure`` tells metres, crowns and minutes from things that are counted.
    """

    value: float
    span: Span
    unit: str = ""
    rough: str = ""
    kind: str = "count"
    measure: bool = False


@dataclass(frozen=True, slots=True)
class Tongue:
    """How one language writes numbers."""

    numbers: Mapping[str, float]
    rough: Mapping[str, str]
    limits: frozenset[str]
    measures: frozenset[str]
    months: Mapping[str, int]
    relative: tuple[str, ...]


@cache
def tongue(language: str) -> Tongue:
    """The words of ``language``; those of English where it is not known."""
    tables = tomllib.loads((files(__package__) / "figures.toml").read_text("utf-8"))
    data = tables.get(language[:2].lower(), tables["en"])
    numbers = {fold_word(w): float(n) for n, w in enumerate(data["counts"].split())}
    numbers |= {fold_word(w): 10.0 * n for n, w in enumerate(data["tens"].split(), 3)}
    numbers |= {fold_word(w): float(v) for w, v in (pair.split("=") for pair in data["also"].split())}
    rough = {fold_word(w): kind for kind in ("about", "over", "under") for w in data[kind].split()}
    months = {fold_word(w): n for n, w in enumerate(data["months"].split(), 1)}
    limits = frozenset(fold_word(w) for w in data["limit"].split())
    measures = frozenset(_stem(fold_word(w)) for w in data["measures"].split())
    return Tongue(numbers, rough, limits, measures, months, tuple(data["relative"].split("|")))


def figures(text: str, spans: Iterable[Span], language: str = "en") -> list[Figure]:
    """The numbers within ``spans``, in order; a range gives its two ends."""
    found = [f for span in spans for f in _within(text, span, tongue(language))]
    return sorted(found, key=lambda f: f.span)


def vague_date(text: str, spans: Iterable[Span], language: str = "en") -> str:
    """The words that tell a date by its month or its distance only ("February", "last month"); "" if none."""
    known = tongue(language)
    said = " ".join(text[s.start : s.end] for s in spans)
    months = (w for w in re.findall(r"\w+", said) if w[0].isupper() and fold_word(w) in known.months)
    return next((p for p in known.relative if p in said.lower()), "") or next(months, "")


def _within(text: str, span: Span, tongue: Tongue) -> Iterator[Figure]:
    times = list(_times(text, span, tongue))
    taken = [f.span for f in times]
    yield from times
    places = [w for w in words(text, span) if not any(t.start <= w.start < t.end for t in taken)]
    places = list(_split(text, places))
    folded = [fold_word(text[w.start : w.end]) for w in places]
    at = 0
    while at < len(places):
        if _value(folded[at], tongue) is None:
            at += 1
            continue
        length, value = _number(folded, _joined(text, places, at), tongue)
        if not length:
            at += 1
            continue
        where = Span(places[at].start, places[at + length - 1].end)
        yield _figure(text, where, value, folded, (at, at + length), tongue)
        at += length


def _split(text: str, places: Sequence[Span]) -> Iterator[Span]:
    """Words cut at hyphens: "forty-one" and "four-metre" are two each."""
    for place in places:
        start = place.start
        for part in re.split(r"[-‑–]", text[place.start : place.end]):
            if part:
                yield Span(start, start + len(part))
            start += len(part) + 1


def _joined(text: str, places: Sequence[Span], at: int) -> range:
    """The words from ``at`` on that nothing but blanks and hyphens parts: only these make one number."""
    end = at + 1
    while end < len(places) and not text[places[end - 1].end : places[end].start].strip(" -‑"):
        end += 1
    return range(at, end)


def _number(folded: Sequence[str], run: range, tongue: Tongue) -> tuple[int, float]:
    """How many words at the head of ``run`` make one number, and which; 0 words where there is none."""
    value = total = 0.0
    length = 0
    for at in run:
        part = _value(folded[at], tongue)
        if part is None or (length and not _goes_on(value, part)):
            break
        if length and _hangul(folded[at - 1]):  # what is counted hangs on the number before
            break
        value = value * part if length and part >= 100 else value + part
        if value >= 1000:
            total, value = total + value, 0.0
        length += 1
    if length == 1 and folded[run.start] in PRONOUNS:
        return 0, 0.0
    return length, total + value


def _goes_on(value: float, part: float) -> bool:
    """Whether a part belongs to the number so far: "forty" "one", "two" "hundred", not "two" "three"."""
    return part >= 100 or (value >= TENS and part < 10 and value % 10 == 0) or (value == 0 and part < 100)


def _value(word: str, tongue: Tongue) -> float | None:
    if word[:1].isdigit():
        digits = re.match(r"\d+(?:[.,]\d+)*", word)
        return _digits(digits.group()) if digits else None
    if word in tongue.numbers:
        return tongue.numbers[word]
    if _hangul(word):  # particles hang on Korean numbers
        fitting = [w for w in tongue.numbers if len(w) > 1 and word.startswith(w)]
        return tongue.numbers[max(fitting, key=len)] if fitting else None
    return None


def _digits(written: str) -> float:
    """ "1,200" and "1.200.000" by groups of three, else a decimal comma or point."""
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", written):
        return float(re.sub(r"[.,]", "", written))
    return float(written.replace(",", ".")) if written.replace(",", ".").count(".") < 2 else 0.0


def _figure(
    text: str, where: Span, value: float, folded: Sequence[str], at: tuple[int, int], tongue: Tongue
) -> Figure:
    first, last = at
    before, behind = folded[max(0, first - BEFORE) : first], folded[last : last + BEHIND]
    months = [tongue.months[w] for w in (*before[-1:], *behind[:1]) if w in tongue.months]
    if months and value == int(value) and 0 < value < 32:
        return Figure(months[0] * 100 + value, where, kind="date")
    beside = [*reversed(before), *(w for w in (*folded[first:last], *behind[:1]) if _hangul(w))]
    rough = next((kind for w in beside if (kind := _rough(w, tongue))), "")
    if set(folded[max(0, first - BEFORE - 1) : first]) & tongue.limits:
        rough = ""
    sign, unit = _unit(text, where, behind)
    measure = bool(sign) or unit in tongue.measures
    return Figure(value, where, sign or unit, rough, measure=measure)


def _rough(word: str, tongue: Tongue) -> str:
    """What makes a number rough; in Korean it hangs on the number or on what is counted."""
    if _hangul(word):
        return next((kind for part, kind in tongue.rough.items() if part in word), "")
    return tongue.rough.get(word, "")


def _hangul(word: str) -> bool:
    return "\uac00" <= word[:1] <= "\ud7a3"


def _unit(text: str, where: Span, behind: Sequence[str]) -> tuple[str, str]:
    """The sign beside a number and the word for what is counted."""
    beside = text[max(0, where.start - 1) : where.start] + text[where.end : where.end + 1]
    sign = next((c for c in beside if c in SIGNS), "")
    long = (w for w in behind if (len(w) > len("and") or w in SHORT) and w[0].isalpha())
    return sign, next(map(_stem, long), "")


def _stem(word: str) -> str:
    return word.removesuffix("s")[:5]


def _times(text: str, span: Span, tongue: Tongue) -> Iterator[Figure]:
    for m in TIME.finditer(text, span.start, span.end):
        if int(m[1]) < 24 and int(m[2]) < 60 and (":" in m[0] or m[3]):
            yield _time(int(m[1]) * 60 + int(m[2]), Span(m.start(), m.end()), text, tongue)
    for m in SPOKEN.finditer(text, span.start, span.end):
        minutes = QUARTERS.get(m[1].lower()) or tongue.numbers.get(m[1].lower())
        hour = tongue.numbers.get(m[3].lower())
        if minutes and hour and hour <= 12:
            sign = 1 if m[2].lower() == "past" else -1
            yield _time(int(hour * 60 + sign * minutes), Span(m.start(), m.end()), text, tongue)


def _time(minutes: int, where: Span, text: str, tongue: Tongue) -> Figure:
    before = [fold_word(w) for w in text[max(0, where.start - 30) : where.start].split()[-BEFORE:]]
    rough = next((tongue.rough[w] for w in before if w in tongue.rough), "")
    return Figure(minutes % 720, where, "", rough, "time")
