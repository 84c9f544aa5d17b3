"""What commands share that ask a machine: may it be sent, and what came of it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from firsthand.cli.output import print_json
from firsthand.errors import Refused

if TYPE_CHECKING:
    from firsthand.aiding import Aided, Sending

send_to_option = click.option(
    "--send-to", metavar="HOST", default="", help="Agree beforehand that it is sent to this host; asks else."
)


def agreed(host: str) -> Callable[[Sending], bool]:
    """Whether a person agrees to what would be sent: beforehand, to this ``host`` and no other, or asked now.

    Raises Refused where another host would get it, or nobody is there to be asked.
    """

    def asked(sending: Sending) -> bool:
        if host and host != sending.host:
            do = "Nothing was sent. Name the right host, or mend [machine] in case.toml"
            raise Refused(f"you agreed to {host}, but case.toml names {sending.host}", do=do)
        if host:
            return True
        if not attended():
            do = f"Nothing was sent. To agree beforehand: --send-to {sending.host}"
            raise Refused(f"{sending.sentence()} Nobody is here to be asked", do=do)
        click.echo(sending.sentence(), err=True)
        return click.confirm("Send it?", err=True)

    return asked


def attended() -> bool:
    """Whether somebody is there to be asked."""
    return sys.stdin.isatty()


def tell_aided(aided: Aided, case: Path, as_json: bool) -> None:
    """What a machine made, a line each, and what it gave nothing for."""
    if as_json:
        print_json(aided)
        return
    for record in aided.made:
        page = record.name.partition("/machine ")[0]
        lines = f"{len(record.lines):,} {'line' if len(record.lines) == 1 else 'lines'}"
        click.echo(f"{page}: {lines} by {record.by}, a machine, not checked.")
        for note in record.notes:
            click.echo(f"noted: {page}: {note}.", err=True)
    if aided.again:
        click.echo(f"Made before, and not asked for again: {aided.again:,}.")
    for refusal in aided.refused:
        where = f"{refusal.name}, page {refusal.part}" if refusal.part else refusal.name
        click.echo(f"not made: {where}: {refusal.what}", err=True)
    if aided.made:
        click.echo(f"Next: firsthand trace {case}")
