"""Withheld characters of a text: kept in number while a dossier is built, then told as one mark.

While places still count, each withheld character is a noncharacter (which Unicode reserves for a program's
own use), one for each reason; a run of them becomes "[withheld: a line]" in the end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from itertools import groupby
from typing import Any, TypeVar

from firsthand.model import Private, Span

T = TypeVar("T")
SIGNS = {what: chr(0xFDD0 + number) for number, what in enumerate(Private)}
WHAT = {sign: what for what, sign in SIGNS.items()}
MARK = re.compile(r"\[withheld: [a-z ]+\]")
RUN = re.compile("[\ufdd0-\ufdef]+")
FOREIGN = dict.fromkeys(range(0xFDD0, 0xFDF0), "\ufffd")  # one that was received is no sign of ours


def mark(what: Private) -> str:
    """What stands where something was left out."""
    return f"[withheld: {what.value}]"


def masked(text: str, withheld: Iterable[tuple[Span, Private]]) -> str:
    """``text``, as long as before, with the sign of its reason for each withheld character.

    Of two that meet, the later in the list holds.
    """
    signs = list(text.translate(FOREIGN))
    for (start, end), what in withheld:
        signs[start:end] = SIGNS[what] * (min(end, len(signs)) - start)
    return "".join(signs)


def hides(text: str) -> bool:
    """Whether anything is masked in it."""
    return RUN.search(text) is not None


def told(text: str) -> str:
    """``text`` with a mark for each run of signs."""
    return RUN.sub(lambda run: _marks(run[0]), text)


def runs(text: str) -> list[Private]:
    """The reason of each run of signs in a masked text."""
    return [WHAT[sign] for sign, _ in groupby(text) if sign in WHAT]


def _marks(run: str) -> str:
    return " ".join(map(mark, runs(run)))


def moved(text: str) -> Callable[[int], int]:
    """Where an offset of a masked ``text`` stands once ``told``; one within a run, at the end of its mark."""
    new: list[int] = []
    at = out = 0
    for run in RUN.finditer(text):
        new += range(out, out + run.start() - at + 1)
        out += run.start() - at + len(_marks(run[0]))
        new += [out] * (run.end() - run.start() - 1)
        at = run.end()
    new += range(out, out + len(text) - at + 1)
    return new.__getitem__


def walked(value: T, change: Callable[[str], str]) -> T:
    """``value`` with every string in it changed, in tuples, dictionaries and dataclasses of any depth."""
    if type(value) is str:
        return change(value)  # type: ignore[return-value, arg-type]
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return tuple(walked(each, change) for each in value)  # type: ignore[return-value]
    if isinstance(value, Mapping):
        return {key: walked(each, change) for key, each in value.items()}  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, type):
        changed: dict[str, Any] = {name: walked(getattr(value, name), change) for name in _names(type(value))}
        return replace(value, **changed)
    return value


def heard(value: object) -> str:
    """Every string in a value, each in a paragraph of its own."""
    said: list[str] = []

    def hear(text: str) -> str:
        said.append(text)
        return text

    walked(value, hear)
    return "\n\n".join(said)


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))
