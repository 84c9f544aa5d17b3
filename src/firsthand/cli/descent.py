"""``firsthand descent``: who copied whom, as a graph."""

from __future__ import annotations

from pathlib import Path

import click

from firsthand.cli.output import files_argument, json_option, output_option, piped
from firsthand.cli.written import put, tell

FORMS = ("text", "svg", "graphml", "dot", "json")


@click.command()
@files_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    help="text: a sentence a line of descent. svg: a picture. graphml, dot, json: for programs. "
    "Default: by the ending of the output file, else text.",
)
@output_option
@json_option
def descent(files: tuple[Path, ...], form: str | None, output: Path | None, as_json: bool) -> int:
    """Work out which of FILES (or folders of files, - for standard input) was copied from which.

    FILES are versions of one text; what tells is the wording, and dates that files state. Copies that
    must have existed and are not among them are drawn, too. Each line says in how many of a hundred
    trees it is found, and whether its direction is open. Given a case, its lines of descent with the
    evidence for each. --json is --format json.

    \b
    Examples:
      firsthand descent versions/
      firsthand descent versions/ -o tree.svg
      firsthand descent notebook.case --format dot
    """
    from firsthand import copies
    from firsthand.case import Case
    from firsthand.model import Right, is_case

    form = "json" if as_json else form or _by_ending(output)
    if len(files) == 1 and is_case(files[0]):
        with Case.open(files[0], Right.READ) as case:
            put(copies.graph(copies.of_trace(case.trace(), case.records()), form), output)
        return 0
    found = copies.gathered(files, piped(files))
    put(copies.graph(copies.descent(found.texts, found.dates), form), output)
    return tell(found.refusals, found.notes)


def _by_ending(output: Path | None) -> str:
    """The form that a file's ending asks for; refuses an ending of another form ("tree.png")."""
    ending = output.suffix[1:].lower() if output else ""
    if ending in ("", "txt", *FORMS):
        return ending if ending in FORMS else "text"
    known = ", ".join(f".{form}" for form in FORMS[1:])
    raise click.UsageError(f"{output} cannot be made: choose {known} or .txt, or name the --format.")
