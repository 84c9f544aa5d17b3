"""``firsthand trace``: from a folder of files to a dossier, in one command."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from firsthand import circles
from firsthand.cli.output import json_option, print_json, progress, tell
from firsthand.errors import CaseDamaged
from firsthand.model import RecordKind

if TYPE_CHECKING:
    from firsthand.case import Case


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FOLDER...")
@click.option("--case", "folder", type=click.Path(path_type=Path), help="Where the case is kept.")
@click.option(
    "--title",
    default="",
    help="What the matter is called. Default: the title in case.toml, or the folder's name.",
)
@json_option
def trace(paths: tuple[Path, ...], folder: Path | None, title: str, as_json: bool) -> int:
    """Read reports and records; write a dossier.

    FOLDER is a folder of files (or single files): articles as text, Markdown, HTML, JSON Lines or
    CSV, and records with their translations. A case.toml in it may say which file is what. The
    originals are copied into a case, by default NAME.case in the current folder, and are not
    touched. Given a case, what is still undone in it is done. Run it again after adding files:
    only what is new is read.

    \b
    Examples:
      firsthand trace reports/
      firsthand trace reports/ --case ~/cases/notebook
      firsthand trace notebook.case
      firsthand trace article.txt --json
    """
    from firsthand.case import Case

    circles.this_process_ends_soon()
    with progress(as_json) as bar, Case.at(paths, folder, title=title) as case:
        intake = case.add(*paths, progress=bar) if case.folder not in paths else None
        case.trace(progress=bar)
        files = case.publish()
        bar.clear()
        altered = [fault for fault in case.verify() if not fault.harmless]
        if as_json:
            found = {**_summary(case), "faults": altered}
            print_json({**found, "dossier": str(files["html"]), "json": str(files["json"])})
        else:
            if intake:
                tell(intake)
            for fault in altered:
                click.echo(f"altered: {fault.where}: {fault.what}. {fault.do}.", err=True)
            click.echo(case.answer())
            for sentence in _lacking(case):
                click.echo(sentence, err=True)
            if changed := case.changed():
                click.echo(f"\n{changed}")
            click.echo(f"\nDossier: {files['html']}")
            if lacking := case.lacking():
                click.echo(f"{lacking} To read it: firsthand serve {case.folder}")
        return CaseDamaged.exit_code if altered else 0


def _lacking(case: Case) -> Iterator[str]:
    """What somebody should say about the files, since nothing in them does."""
    records = case.records()
    reports = [each for each in records if each.kind is RecordKind.REPORT]
    if not records and not case.refusals():
        yield "noted: no file was found. Put articles and records into the folder and trace it again."
    undated = sum(not each.published for each in reports)
    nameless = sum(not (each.outlet or each.url) for each in reports)
    lacking = [f"{count} say no {what}" for count, what in ((undated, "date"), (nameless, "outlet")) if count]
    if lacking and len(reports) > 1:
        yield (
            f"noted: of {len(reports)} reports {' and '.join(lacking)}; who had it from whom is told better"
            " with both. Write them into case.toml beside the files (published = …, outlet = …), and trace"
            " again."
        )


def _summary(case: Case) -> dict[str, object]:
    found = case.trace()
    return {
        "case": str(case.folder),
        "title": case.title,
        "reports": sum(r.kind == "report" for r in case.records()),
        "records": sum(r.kind != "report" for r in case.records()),
        "refusals": case.refusals(),
        "statements": len(found.statements),
        "origins": len({o.node for v in found.verdicts for o in v.origins}),
        "answer": case.answer(),
        "changes": case.changes(),
    }
