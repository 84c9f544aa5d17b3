"""``firsthand read``: who says what in texts, without a case."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from firsthand.cli.output import Progress, files_argument, json_option
from firsthand.cli.written import refused

if TYPE_CHECKING:
    from firsthand.laying import Note
    from firsthand.model import Refusal

FORMS = ("text", "jsonl", "conll", "brat", "annotation")
READERS = ("rules", "learned")
UNREAD = 1
INTERRUPTED = 130
PATIENCE = 1.0  # seconds before a bar is shown


@click.command()
@files_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    help="text: a listing for people. jsonl: one attribution a line. conll: one token a line. "
    "brat: standoff (.ann). annotation: W3C Web Annotation (JSON-LD). "
    "Default: text on a terminal, else jsonl.",
)
@click.option("--language", default="", help="A code, as en or uk. Default: worked out for each text.")
@click.option("--reader", type=click.Choice(READERS), help="Default: learned where weights are installed.")
@click.option("--jobs", type=click.IntRange(1), help="How many processes read. Default: one a core.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write into this folder: for each FILE its text, and beside it what was found.",
)
@json_option
def read(
    files: tuple[Path, ...],
    form: str | None,
    language: str,
    reader: str | None,
    jobs: int | None,
    out: Path | None,
    as_json: bool,
) -> int:
    """Read FILES (or folders; - is standard input) and print who says what, by which word.

    Nothing is kept: for reports that belong together, see `firsthand trace`. Offsets count the
    characters of the text that was read, from 0; with --out that text is written, too. --json is
    --format jsonl. Exit code 1 if a file could not be read; the others are read all the same.

    \b
    Examples:
      firsthand read article.txt
      firsthand read reports/ --format jsonl > attributions.jsonl
      firsthand read reports/ --format brat --out annotated/
      curl -s https://example.org/article.html | firsthand read -
    """
    form = form or ("text" if sys.stdout.isatty() and not (as_json or out) else "jsonl")
    given = _given(files)
    bar = _Patient(sys.stderr.isatty() and (out is not None or not sys.stdout.isatty()))
    options = (form, language, reader or "", jobs or 0, bar)
    from firsthand.laying import write_into, written

    try:
        said = write_into(out, given, *options) if out else written(given, *options)
        return _print(said, bar, out)
    except KeyboardInterrupt:
        bar.clear()
        click.echo("firsthand: Interrupted. What is printed or written is whole texts.", err=True)
        return INTERRUPTED


def _given(files: tuple[Path, ...]) -> tuple[Path, ...] | bytes:
    if Path("-") not in files:
        return files
    if len(files) > 1:
        raise click.UsageError("- is the standard input, and is read alone: leave the other files out")
    return sys.stdin.buffer.read()


def _print(said: Iterable[str | Path | Note | Refusal], bar: Progress, out: Path | None) -> int:
    """What comes, each to where it belongs; the exit code."""
    from firsthand.laying import Note
    from firsthand.model import Refusal

    told: set[str] = set()
    status = count = 0
    for each in said:
        if isinstance(each, Refusal):
            bar.clear()
            status = status if each.noted else UNREAD
            click.echo(refused(each), err=True)
        elif isinstance(each, Note):
            if each.what not in told:  # a thousand files in one encoding are told of once
                bar.clear()
                click.echo(f"{each.name}: {each.what}.", err=True)
            told.add(each.what)
        elif isinstance(each, Path):
            count += 1
        else:
            click.echo(each.encode("utf-8", "replace"), nl=False)
    bar.clear()
    if out:
        click.echo(f"{out}: {count:,} {'text' if count == 1 else 'texts'}, each with what was found in it")
    return status


class _Patient(Progress):
    """A bar that shows itself only when the work turns out to be long."""

    def __init__(self, watched: bool) -> None:
        super().__init__(False)
        self.patient = watched
        self.begun = time.monotonic()

    def __call__(self, stage: str, done: int, total: int) -> None:
        self.watched = self.patient and time.monotonic() - self.begun > PATIENCE
        super().__call__(stage, done, total)
