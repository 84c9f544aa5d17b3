"""What a command wrote: to a file or to the terminal, and what it could not read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from firsthand.errors import NoRoom

if TYPE_CHECKING:
    from firsthand.model import Refusal

UNREAD = 1


def put(content: str, output: Path | None) -> None:
    """Print ``content``, or write it to ``output`` and say so. Refuses a place that cannot be written to."""
    data = content.encode("utf-8", "replace")
    if output is None:
        click.echo(data, nl=False)
        return
    try:
        output.write_bytes(data)
    except OSError as error:
        what = f"could not be written ({error.strerror})"
        gone = not output.parent.is_dir()
        do = f"Make the folder {output.parent} first" if gone else "Free some space or choose another folder"
        raise NoRoom(what, where=str(output), do=do) from error
    click.echo(f"{output}: {len(data):,} bytes")


def tell(refusals: Iterable[Refusal], notes: Iterable[str] = ()) -> int:
    """Name on standard error what could not be read, and what else is to be known; the exit code."""
    status = 0
    for note in notes:
        click.echo(f"{note}.", err=True)
    for each in refusals:
        status = status if each.noted else UNREAD
        click.echo(refused(each), err=True)
    return status


def refused(refusal: Refusal) -> str:
    """A refusal as one line, or what is only noted."""
    where = f"{refusal.name}, {refusal.part}" if refusal.part else refusal.name
    do = f" {refusal.do}." if refusal.do else ""
    return f"{'noted' if refusal.noted else 'not read'}: {where}: {refusal.what}.{do}"
