"""``firsthand collate``: texts side by side, and where they part."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from firsthand.cli.output import files_argument, json_option, output_option, piped
from firsthand.cli.written import put, tell

if TYPE_CHECKING:
    from firsthand.copies import Texts

FORMS = ("text", "tsv", "json")


@click.command()
@files_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    default="text",
    show_default=True,
    help="text: the places where texts part, with the variants. tsv: a column a text, a row a word. "
    "json: both, with offsets.",
)
@click.option(
    "--statement", default="", metavar="S3", help="FILE is a case: compare the readings of this statement."
)
@output_option
@json_option
def collate(files: tuple[Path, ...], form: str, statement: str, output: Path | None, as_json: bool) -> int:
    """Lay FILES (or folders, - for standard input) side by side, word by word, and show where they part.

    For versions of one text: reprints, editions, copies. Each place lists the variants and the texts
    that have them; words that were moved and texts that go together follow. --json is --format json.

    \b
    Examples:
      firsthand collate first.txt second.txt
      firsthand collate versions/ --format tsv -o table.tsv
      firsthand collate notebook.case --statement S3
    """
    from firsthand import copies

    if statement and len(files) > 1:
        raise click.UsageError("--statement is for one case: leave the other files out")
    found = _readings(files[0], statement) if statement else copies.gathered(files, piped(files))
    laid = copies.collate(found.texts)
    put(copies.apparatus(laid, "json" if as_json else form), output)
    return tell(found.refusals, (*found.notes, *copies.doubts(laid)))


def _readings(folder: Path, label: str) -> Texts:
    from firsthand import copies
    from firsthand.case import Case
    from firsthand.model import Right

    with Case.open(folder, Right.READ) as case:
        return copies.readings(label, case.trace(), case.records(), case.attributions())
