"""Ctrl-C that is not lost."""

from __future__ import annotations

import signal
from types import FrameType

_heard: list[int] = []  # one entry a press


def heed() -> None:
    """Remember Ctrl-C as well as raise it; leave it alone where whoever started us ignores it."""
    _heard.clear()
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _interrupt)


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
