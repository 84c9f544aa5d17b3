"""``firsthand serve``: a case in the browser."""

from __future__ import annotations

import getpass
from pathlib import Path

import click

LOOPBACK = "127.0.0.1"


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8731,
    show_default=True,
    help="Where the browser finds it; 0 for any free one.",
)
@click.option("--by", default="", metavar="WHO", help="Who rules here: your name.  [default: your login]")
@click.option(
    "--users", type=click.Path(path_type=Path), metavar="FILE", help="Those who may log in (firsthand users)."
)
@click.option("--host", default=LOOPBACK, show_default=True, help="The address to listen at.")
@click.option("--name", "names", multiple=True, metavar="HOST", help="A name under which it is reached too.")
@click.option(
    "--proxy",
    "proxies",
    multiple=True,
    metavar="ADDRESS",
    help="A server in front whose X-Forwarded-* is taken.",
)
def serve(
    case: Path,
    port: int,
    by: str,
    users: Path | None,
    host: str,
    names: tuple[str, ...],
    proxies: tuple[str, ...],
) -> None:
    """Open CASE in the browser: read it, search it, see who had it from whom, rule.

    Pages come from this machine alone and ask for nothing elsewhere. What was added or ruled since the
    case was traced is traced first, beside the pages. Stop with Ctrl-C.

    Without --users whoever reaches the port on this machine is its owner, and nobody else can. With --users
    people log in, and may do what their role is: see `firsthand users`. Any other --host needs it.

    \b
    Examples:
      firsthand serve notebook.case
      firsthand serve notebook.case --port 9000 --by "Ann Lee"
      firsthand serve notebook.case --users desk.users --name desk.example --proxy 127.0.0.1
    """
    if by and users:
        raise click.UsageError(
            "with --users people rule by the names under which they log in; leave out --by"
        )
    from firsthand.workbench import Serving
    from firsthand.workbench import serve as served

    how = Serving(host, port, by or ("" if users else getpass.getuser()), users, names, proxies)
    served(case, how, click.echo)
