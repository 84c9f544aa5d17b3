"""``firsthand show``: the case, one statement, one report or one line of the record, in the terminal."""

from __future__ import annotations

from pathlib import Path

import click

from firsthand.cli.output import json_option, print_json


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.argument("what", default="")
@json_option
def show(case: Path, what: str, as_json: bool) -> None:
    """Show CASE, or WHAT in it: a statement (S3), a report (R2), a source (P1), a line of the record (L7),
    an identity paper (I1).

    The labels are those of the dossier.

    \b
    Examples:
      firsthand show notebook.case
      firsthand show notebook.case S3
      firsthand show notebook.case R2 --json
    """
    from firsthand.case import Case
    from firsthand.model import Right

    with Case.open(case, Right.READ) as opened:
        if as_json:
            print_json(opened.sheet(what))
        else:
            click.echo(opened.show(what))
