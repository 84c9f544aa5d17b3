"""``firsthand add``: receive files into a case."""

from __future__ import annotations

from pathlib import Path

import click

from firsthand.cli.output import json_option, print_json, progress, tell


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILES...")
@json_option
def add(case: Path, paths: tuple[Path, ...], as_json: bool) -> None:
    """Receive FILES (or folders) into CASE: keep the bytes, read the words.

    What cannot be read is kept all the same, and listed.

    \b
    Examples:
      firsthand add notebook.case late-edition.html
      firsthand add notebook.case more-reports/
    """
    from firsthand.case import Case

    with progress(as_json) as bar, Case.open(case) as opened:
        intake = opened.add(*paths, progress=bar)
        bar.clear()
        if as_json:
            print_json(intake)
            return
        tell(intake)
        if intake.records:
            click.echo(f"Next: firsthand trace {case}")
