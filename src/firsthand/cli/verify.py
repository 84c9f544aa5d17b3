"""``firsthand verify``: was anything altered since it was written?"""

from __future__ import annotations

from pathlib import Path

import click

from firsthand.cli.output import json_option, print_json
from firsthand.errors import CaseDamaged


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.option(
    "--root",
    "roots",
    multiple=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="Certificate of an authority for timestamps that you trust (PEM or DER); may be repeated.",
)
@json_option
def verify(case: Path, roots: tuple[Path, ...], as_json: bool) -> int:
    """Check every object, row and log entry of CASE, or of a bag, and say who signed it.

    Exit code 4 if anything was altered. What an interrupted run left over is listed and is no
    alteration. The verify.py that lies in every case and bag does the same without Firsthand.

    \b
    Examples:
      firsthand verify notebook.case
      firsthand verify notebook.bag --root authority.pem
    """
    from firsthand.checking import check

    found = check(case, roots)
    if as_json:
        log = {"entries": found.entries, "head": found.head}
        print_json({"case": str(case), "faults": found.faults, "log": log, "signatures": found.signatures})
    else:
        for fault in found.faults:
            click.echo(f"{'left over: ' if fault.harmless else ''}{fault.where}: {fault.what}. {fault.do}.")
        for sentence in found.signatures:
            click.echo(f"{sentence}.")
        verdict = f"{found.altered} altered." if found.altered else "Everything is as it was written."
        click.echo(f"{verdict} Custody log: {found.entries} entries, head {found.head}")
    return CaseDamaged.exit_code if found.altered else 0
