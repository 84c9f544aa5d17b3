"""``firsthand move``: the tables of a case to a server, and back."""

from __future__ import annotations

from pathlib import Path

import click

from firsthand.cli.output import json_option, print_json


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.option("--database", default="", metavar="URL", help="Into this PostgreSQL database, for a team.")
@click.option("--back", is_flag=True, help="From the server back into the folder.")
@json_option
def move(case: Path, database: str, back: bool, as_json: bool) -> None:
    """Move the tables of CASE from its folder to a server, or back.

    What was received stays in the folder. All rows are copied and checked against the custody log before
    anything is taken away, and the log tells of the move. Nobody may rule meanwhile: stop `firsthand serve`.
    After --back nothing of the case is left on the server.

    \b
    Examples:
      firsthand move notebook.case --database postgresql://db.example/firsthand
      firsthand move notebook.case --back
    """
    if bool(database) == back:
        raise click.UsageError("say where to: --database URL, or --back")
    from firsthand.case import Case

    rows, to = Case.move(case, database), database or str(case)
    if as_json:
        print_json({"case": str(case), "database": database, "rows": rows})
    else:
        click.echo(f"{rows:,} rows were copied and fit the log. The tables are in {to} now.")
