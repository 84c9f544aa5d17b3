"""``firsthand seal``: sign the custody log with a key of one's own."""

from __future__ import annotations

from pathlib import Path

import click

from firsthand.cli.output import json_option, print_json


@click.command()
@click.argument("case", type=click.Path(path_type=Path), required=False)
@click.option(
    "--key", type=click.Path(path_type=Path, dir_okay=False), help="Your private key (Ed25519, PEM)."
)
@click.option("--name", default="", help="Who signs. Default: the name of the user.")
@click.option(
    "--timestamp",
    metavar="URL",
    default="",
    help="Also ask this authority for a timestamp (RFC 3161). Opens a connection; only a hash is sent.",
)
@click.option(
    "--new-key",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Make a private key in this file, for you alone, and stop.",
)
@json_option
def seal(
    case: Path | None, key: Path | None, name: str, timestamp: str, new_key: Path | None, as_json: bool
) -> None:
    """Sign the custody log of CASE: everything in it up to now, by you and your key.

    Keep the key outside the case, and give the public key to those who are to check the signature.
    Nothing leaves the machine unless you name an authority with --timestamp.

    \b
    Examples:
      firsthand seal --new-key my.pem
      firsthand seal notebook.case --key my.pem --name "Ann Lee"
      firsthand seal notebook.case --key my.pem --timestamp https://timestamps.example/
    """
    if new_key is not None:
        _make(new_key, as_json)
    elif case is None or key is None:
        raise click.UsageError(
            "name the case and your key: firsthand seal CASE --key FILE; or --new-key FILE"
        )
    else:
        _sign(case, key, name, timestamp, as_json)


def _make(file: Path, as_json: bool) -> None:
    from firsthand.sealing import new_key

    public = new_key(file)
    if as_json:
        print_json({"file": str(file), "key": public})
    else:
        click.echo(f"{file}: your private key. Keep it to yourself, and a copy of it in a safe place.")
        click.echo(f"Your public key, to give to others: {public}")


def _sign(case: Path, key: Path, name: str, timestamp: str, as_json: bool) -> None:
    from firsthand.case import Case
    from firsthand.sealing import told

    with Case.open(case) as opened:
        made = opened.sign(key, name, timestamp)
    if as_json:
        print_json(made)
        return
    click.echo(f"{told(made)}.")
    if timestamp:
        click.echo(f"{timestamp} was asked for a timestamp, which is stored with it.")
    click.echo(f"To check it: firsthand verify {case}")
