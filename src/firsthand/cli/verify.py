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

    What an interrupted run left over is listed and is no alteration.

    \b
    Examples:
      firsthand verify notebook.case
    """
    from firsthand.case import Case

    with Case.open(case, write=False) as opened:
        faults = opened.verify()
        log = opened.custody()
    altered = [fault for fault in faults if not fault.harmless]
    head = log[-1].hash if log else ""
    if as_json:
        print_json({"case": str(case), "faults": faults, "log": {"entries": len(log), "head": head}})
    else:
        for fault in faults:
            click.echo(f"{'left over: ' if fault.harmless else ''}{fault.where}: {fault.what}. {fault.do}.")
        verdict = f"{len(altered)} altered." if altered else "Everything is as it was written."
        click.echo(f"{verdict} Custody log: {len(log)} entries, head {head}")
    return CaseDamaged.exit_code if altered else 0
