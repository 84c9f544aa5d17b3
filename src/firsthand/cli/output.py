"""What the commands share in speaking to a person or a program."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from firsthand.cli.interrupt import remind
from firsthand.cli.written import refused

if TYPE_CHECKING:
    from firsthand.case import Intake

FEW = 5  # notes told one by one

files_argument = click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE..."
)
output_option = click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Default: standard output."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of words.")


def piped(files: Iterable[Path]) -> bytes:
    """What comes by the standard input, where "-" is among the files."""
    return sys.stdin.buffer.read() if Path("-") in files else b""


def print_json(value: Any) -> None:
    """``value`` (nouns, lists, dictionaries) as indented JSON on standard output."""
    import msgspec

    click.echo(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())


class Progress:
    """One bar for each stage, on standard error, only where a person watches."""

    def __init__(self, watched: bool) -> None:
        self.watched = watched
        self.stage = ""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Called by ``Case`` after each item: ``done`` of ``total`` in ``stage``."""
        remind()
        if not self.watched:
            return
        if stage != self.stage:
            self.clear()
            self.stage = stage
        width = 28
        filled = width * done // max(total, 1)
        bar = "█" * filled + "░" * (width - filled)
        self._show(f"\r{stage:<22} {bar} {done}/{total}")

    def clear(self) -> None:
        """Leave a clean line behind."""
        if self.watched and self.stage:
            self._show("\r\033[K")

    def _show(self, line: str) -> None:
        sys.stderr.write(line)
        sys.stderr.flush()


@contextmanager
def progress(as_json: bool) -> Iterator[Progress]:
    """A progress bar that is silent when the output is for a program or a file."""
    bar = Progress(sys.stderr.isatty() and not as_json)
    try:
        yield bar
    finally:
        bar.clear()


def tell(intake: Intake) -> None:
    """What came of adding files: a sentence; then, on standard error, a line for each doubt and refusal."""
    click.echo(intake.sentence())
    for name, note in intake.noted[:FEW]:
        click.echo(f"noted: {name}: {note}.", err=True)
    if len(intake.noted) > FEW:
        click.echo(f"… and {len(intake.noted) - FEW} more such notes, each in the dossier.", err=True)
    for refusal in intake.refusals:
        click.echo(refused(refusal), err=True)
