"""What comes of asking a machine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Made:
    """Lines by number, who made them, what was asked in words, and the answers as they came.

    A line that the machine gave nothing for is not there.
    """

    lines: dict[int, str]
    by: str
    prompt: str = ""
    answers: tuple[str, ...] = ()
