"""``firsthand transcribe``: pages read by a machine that the user names."""

from __future__ import annotations

from pathlib import Path

import click

from firsthand.cli.asking import agreed, send_to_option, tell_aided
from firsthand.cli.output import json_option, progress


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.argument("pages", nargs=-1, metavar="[PAGES]...")
@send_to_option
@json_option
def transcribe(case: Path, pages: tuple[str, ...], send_to: str, as_json: bool) -> None:
    """Have a machine that you name read PAGES of CASE, such as handwriting.

    PAGES are names of pictures; default: all. The machine is a model that sees, named under
    [machine] in case.toml, at an endpoint that speaks the chat protocol of OpenAI: on this machine
    or elsewhere. The pictures are sent there, so it says to which host, and asks. What comes back
    is kept as an aid: shown as made by a machine, with its name; no finding rests on it. What was
    read before is not sent again.

    \b
    Examples:
      firsthand transcribe notebook.case
      firsthand transcribe notebook.case page-3.jpg --send-to localhost:8080
    """
    from firsthand.case import Case

    with progress(as_json) as bar, Case.open(case) as opened:
        aided = opened.aids.transcribe(*pages, agree=agreed(send_to), report=bar)
        bar.clear()
        tell_aided(aided, case, as_json)
