"""``firsthand init``: an empty case."""

from __future__ import annotations

from pathlib import Path

import click

from firsthand.cli.output import json_option, print_json


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", default="", help="What the matter is called.")
@click.option(
    "--database",
    default="",
    metavar="URL",
    help="Keep its tables in this PostgreSQL database, for a team. The password never stands here.",
)
@json_option
def init(folder: Path, title: str, database: str, as_json: bool) -> None:
    """Make an empty case in FOLDER.

    \b
    Examples:
      firsthand init notebook.case --title "The notebook from the Haven"
      firsthand init notebook.case --database postgresql://db.example/firsthand
    """
    from firsthand.case import Case

    with Case.create(folder, title=title, database=database) as case:
        if as_json:
            print_json({"case": str(case.folder), "title": case.title})
        else:
            click.echo(f"{case.folder} is ready. Next: firsthand add {case.folder} FILES")
