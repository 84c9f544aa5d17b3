"""``firsthand add``: receive files into a case."""

from __future__ import annotations

from pathlib import Path

import click

from firsthand.cli.output import json_option, print_json, progress, tell


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.argument("paths", nargs=-1, required=True, type=click.Path(), metavar="FILES...")
@click.option("--ignore-robots", is_flag=True, help="Fetch an address also against its robots.txt.")
@click.option("--allow-private", is_flag=True, help="Fetch also from this machine or a local network.")
@click.option(
    "--ocr",
    default="",
    metavar="LANGUAGES",
    help="Have Tesseract read pictures of pages in these languages, as in eng+kor.",
)
@json_option
def add(
    case: Path, paths: tuple[str, ...], ignore_robots: bool, allow_private: bool, ocr: str, as_json: bool
) -> None:
    """Receive FILES (or folders) into CASE: keep the bytes, read the words.

    What cannot be read is kept all the same, and listed. An address (https://…) among FILES is
    fetched, and kept as a web archive of everything that was sent and received; no other command
    fetches anything.

    \b
    Examples:
      firsthand add notebook.case late-edition.html
      firsthand add notebook.case more-reports/
      firsthand add notebook.case https://press.example/lock
      firsthand add notebook.case page-1.jpg --ocr kor
    """
    from firsthand.case import Case

    with progress(as_json) as bar, Case.open(case) as opened:
        intake = opened.add(
            *paths, progress=bar, ignore_robots=ignore_robots, allow_private=allow_private, ocr=ocr
        )
        bar.clear()
        if as_json:
            print_json(intake)
            return
        tell(intake)
        if intake.records:
            click.echo(f"Next: firsthand trace {case}")
