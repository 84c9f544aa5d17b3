"""``firsthand export``: the dossier in another form."""

from __future__ import annotations

from pathlib import Path

import click

from firsthand.cli.output import json_option, print_json

FORMATS = ("html", "json", "csv", "annotations", "ftm", "bibtex", "csl")
BAG = "bagit"


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice((*FORMATS, BAG)), default="html", show_default=True)
@click.option("--bagit", "form", flag_value=BAG, help="The same as --format bagit.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Default: standard output."
)
@click.option("--public", is_flag=True, help="Without what case.toml says must not be published.")
@json_option
def export(case: Path, form: str, output: Path | None, public: bool, as_json: bool) -> None:
    """Write the dossier of CASE as HTML, JSON, a CSV table of readings, or Web Annotations; its
    sources as entities of FollowTheMoney (ftm); a citation of each node as BibTeX or CSL-JSON (csl).

    The format bagit puts the whole case into a new folder, as a bag (BagIt 1.0, RFC 8493) that archives
    take; the case in it opens as any other, and firsthand verify checks both.

    With --public the edition has no identity papers, nothing that case.toml withholds, and neither hashes nor
    file names of that; each gap is marked. Look it through before you give it out.

    \b
    Examples:
      firsthand export notebook.case -o dossier.html
      firsthand export notebook.case --public -o public.html
      firsthand export notebook.case --format csv -o readings.csv
      firsthand export notebook.case --format json | jq .answer
      firsthand export notebook.case --bagit -o notebook.bag
    """
    from firsthand.case import Case
    from firsthand.exchanging import unaccepted
    from firsthand.model import Right

    if form == BAG:
        if public:
            raise click.UsageError("a bag holds the whole case: export the public edition as html or json")
        _bag(case, output, as_json)
        return
    if as_json and output is None and form == "csv":
        raise click.UsageError("--json prints JSON: name a file for the table with -o, or leave --json out")
    right = Right.RULE if output is not None or public else Right.READ  # what is given out is logged
    with Case.open(case, right) as opened:
        data = opened.export("json" if as_json and output is None else form, output, public)
        for doubt in opened.doubts() if public else ():
            click.echo(doubt, err=True)
        if lacking := opened.lacking(form, public):
            click.echo(lacking, err=True)
        for doubt in unaccepted(data) if form == "ftm" else ():
            click.echo(f"note: {doubt}", err=True)
    if output is None:
        click.echo(data, nl=False)
    elif as_json:
        print_json({"case": str(case), "format": form, "file": str(output), "bytes": len(data)})
    else:
        click.echo(f"{output}: {len(data):,} bytes")


def _bag(case: Path, output: Path | None, as_json: bool) -> None:
    from firsthand.case import Case
    from firsthand.model import Right

    if output is None:
        raise click.UsageError("a bag is a folder: name a new one with -o FOLDER")
    with Case.open(case, Right.RULE) as opened:
        opened.bag(output)
    if as_json:
        print_json({"case": str(case), "format": BAG, "folder": str(output)})
    else:
        click.echo(f"{output}: a bag with the whole case in {output / 'data'}")
        click.echo(f"To check it: firsthand verify {output}, or python3 {output / 'verify.py'} {output}")
