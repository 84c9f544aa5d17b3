"""``firsthand translate``: lines of a record in another language, by a machine that the user names."""

from __future__ import annotations

from pathlib import Path

import click

from firsthand.cli.asking import agreed, send_to_option, tell_aided
from firsthand.cli.output import json_option, progress


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.argument("names", nargs=-1, metavar="[RECORDS]...")
@click.option("--into", required=True, metavar="LANGUAGE", help="Its code, as in uk, or its English name.")
@send_to_option
@json_option
def translate(case: Path, names: tuple[str, ...], into: str, send_to: str, as_json: bool) -> None:
    """Have a machine that you name translate RECORDS of CASE, line by line.

    RECORDS are names of files; default: the record that the matter is about, or, where only its
    pages are there, what was read on them. The machine is named under [machine] in case.toml:
    packages of Argos Translate in a folder of yours, which send nothing anywhere, go before an
    endpoint that speaks the chat protocol of OpenAI; to this the words are sent, so it says to
    which host, and asks. What comes back is kept as an aid: shown after the translations of
    persons, as a machine's, with its name; no finding rests on it.

    \b
    Examples:
      firsthand translate notebook.case --into uk
      firsthand translate notebook.case notes.txt --into English --send-to localhost:8080
    """
    from firsthand.case import Case

    with progress(as_json) as bar, Case.open(case) as opened:
        aided = opened.aids.translate(*names, into=into, agree=agreed(send_to), report=bar)
        bar.clear()
        tell_aided(aided, case, as_json)
