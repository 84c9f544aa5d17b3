"""``firsthand publish``: an edition of a case in a folder, to be handed out."""

from __future__ import annotations

from pathlib import Path

import click

from firsthand.cli.output import json_option, print_json

EDITIONS = ("public", "restricted")


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.option(
    "--edition",
    type=click.Choice(EDITIONS),
    default="public",
    show_default=True,
    help="public: without what case.toml says must not be published. restricted: the whole.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="A new folder.")
@json_option
def publish(case: Path, edition: str, output: Path, as_json: bool) -> None:
    """Put an edition of CASE into a folder: pages for a browser, one file to be sent, PDF, a report for Word,
    JSON, and a citation of every node.

    The same case gives the same files. A folder that holds other things is left alone; an edition made
    before is replaced if nobody has changed it. The log of the case names each file by its SHA-256.

    \b
    Examples:
      firsthand publish notebook.case -o notebook-public
      firsthand publish notebook.case --edition restricted -o notebook-desk
    """
    from firsthand.case import Case

    public = edition == EDITIONS[0]
    with Case.open(case) as opened:
        made = opened.edition(output, public)
        doubts = opened.doubts() if public else ()
    for sentence in (*doubts, *made.missing):
        click.echo(sentence, err=True)
    if as_json:
        print_json({"case": str(case), "edition": edition, "folder": str(output), "files": made.files})
        return
    click.echo(f"{output}: the {edition} edition in {len(made.files)} files.")
    click.echo(f"To read it: open {output / 'index.html'} in a browser.")
