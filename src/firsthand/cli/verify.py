"""``firsthand verify``: was anything altered since it was written?"""

from __future__ import annotations

from pathlib import Path

import click

from firsthand.cli.output import json_option, print_json
from firsthand.errors import CaseDamaged


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@json_option
def verify(case: Path, as_json: bool) -> int:
    """Check every object, row and log entry of CASE. Exit code 4 if anything was altered.

    \b
    Examples:
      firsthand verify notebook.case
    """
    from firsthand.case import Case

    with Case.open(case, write=False) as opened:
        faults = opened.verify()
        head = opened.custody()[-1]
    if as_json:
        print_json({"case": str(case), "faults": faults, "log": {"entries": head.number, "head": head.hash}})
    elif faults:
        for fault in faults:
            click.echo(f"{fault.where}: {fault.what}. {fault.do}.")
        click.echo(f"{len(faults)} {'fault' if len(faults) == 1 else 'faults'} found.", err=True)
    else:
        click.echo(f"Everything is as it was written. Custody log: {head.number} entries, head {head.hash}")
    return CaseDamaged.exit_code if faults else 0
