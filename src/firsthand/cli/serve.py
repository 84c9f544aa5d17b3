"""``firsthand serve``: a case in the browser."""

from __future__ import annotations

from pathlib import Path

import click

LOOPBACK = "127.0.0.1"


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.option(
    "--port", default=8731, show_default=True, help="Where the browser finds it; 0 for any free one."
)
def serve(case: Path, port: int) -> None:
    """Open CASE in the browser: read it, search it, see who had it from whom.

    Pages come from this machine alone and ask for nothing elsewhere. What was added or ruled since the
    case was traced is traced first, beside the pages. Stop with Ctrl-C.

    \b
    Examples:
      firsthand serve notebook.case
      firsthand serve notebook.case --port 9000
    """
    from firsthand.workbench import serve as served

    served(case, LOOPBACK, port, lambda address: click.echo(f"Open {address} in a browser. Ctrl-C stops it."))
