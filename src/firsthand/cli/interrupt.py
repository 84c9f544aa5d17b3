"""Ctrl-C that is not lost."""

from __future__ import annotations

import signal
import sys
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

_heard: list[int] = []  # one entry a press


def heed() -> None:
    """Remember Ctrl-C as well as raise it; leave it alone where whoever started us ignores it."""
    _heard.clear()
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _interrupt)
        sys.unraisablehook = _quiet


def heard() -> bool:
    """Whether Ctrl-C was pressed since ``heed``."""
    return bool(_heard)


def remind() -> None:
    """Raise ``KeyboardInterrupt`` if Ctrl-C was pressed and the exception did not arrive.

    Python drops an exception that is raised while it runs a weak reference's callback, as at every
    import; about one Ctrl-C in some hundred went unheeded so.
    """
    if heard():
        raise KeyboardInterrupt


def _interrupt(number: int, frame: FrameType | None) -> None:
    _heard.append(number)
    raise KeyboardInterrupt


def _quiet(dropped: UnraisableHookArgs) -> None:
    """Say nothing of a dropped interrupt: it comes again, and the person is told then."""
    if dropped.exc_type is not KeyboardInterrupt:
        sys.__unraisablehook__(dropped)
