"""``firsthand rule``: decide whether two names are one; see what was decided, and undo it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from firsthand.cli.output import json_option, print_json

if TYPE_CHECKING:
    from firsthand.case import Case
    from firsthand.model import Ruling


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.argument("judgement", required=False, type=click.Choice(("same", "different", "undecided")))
@click.argument("names", nargs=-1, metavar="[NAME NAME]")
@click.option("--by", default="", metavar="WHO", help="Who rules: your name.")
@click.option("--because", default="", metavar="WHY", help="The reason, in a sentence.")
@click.option(
    "--from",
    "file",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Take over this file of FollowTheMoney.",
)
@click.option("--undo", type=int, metavar="NUMBER", help="Undo the ruling of this number.")
@json_option
def rule(
    case: Path,
    judgement: str | None,
    names: tuple[str, ...],
    by: str,
    because: str,
    undo: int | None,
    file: Path | None,
    as_json: bool,
) -> None:
    """Decide whether two names in CASE are the same person's (or body's), different, or left undecided.

    Type a name as it is spelled anywhere in the case; NAME@R4 means only the one in report R4. With no names,
    list what was ruled. A ruling holds in every later trace over what the machine suggests; it is never
    erased, and can be undone. Rulings that cannot all hold are said to contradict each other.

    --from takes over a file of FollowTheMoney (entities or statements as JSON lines, statements as CSV, edges
    of nomenklatura): rulings and judgements in it by their authors; and, by WHO, that the names of an entity
    are one's. The file is kept, and what it says of people is evidence from the next trace on.

    \b
    Examples:
      firsthand rule notebook.case same "Pyo Jin-gu" "표진구" --by "Ann Lee" --because "his card has both"
      firsthand rule notebook.case different "Bo Ek@R1" "Bo Ek@R4" --by "Ann Lee" --because "father and son"
      firsthand rule notebook.case
      firsthand rule notebook.case --from people.ftm.json --by "Ann Lee"
      firsthand rule notebook.case --undo 2 --by "Ann Lee" --because "the card was another man's"
    """
    from firsthand.case import Case
    from firsthand.model import Right

    if file is not None:
        _taken(case, file, by, as_json)
        return
    if undo is not None and judgement is not None:
        raise click.UsageError("undo a ruling or make one, one after the other")
    if undo is None and judgement is None:
        with Case.open(case, Right.READ) as opened:
            _list(opened, as_json)
        return
    if undo is None and len(names) != 2:
        raise click.UsageError('name two: firsthand rule CASE same "ONE NAME" "OTHER NAME"')
    with Case.open(case, Right.RULE) as opened:
        if undo is not None:
            made = opened.undo(undo, by, because)
        else:
            made = opened.rule(str(judgement), names[0], names[1], by=by, because=because)
        _made(opened, made, as_json)


def _taken(case: Path, file: Path, by: str, as_json: bool) -> None:
    from firsthand.case import Case
    from firsthand.model import Right
    from firsthand.ruling import called, told

    if not by.strip():
        raise click.UsageError('say who answers for them: --by "Your Name"')
    with Case.open(case, Right.RULE) as opened:
        taken = opened.rule_from(file, by)
        if as_json:
            print_json(taken)
            return
        call = called(opened.records())
        for each in taken.rulings:
            click.echo(_sentence(told(each, call)))
        for note in (*taken.notes, *opened.contradictions()):
            click.echo(f"note: {_sentence(note)}", err=True)
    if not taken.rulings:
        click.echo("No ruling in it that the case has not got.")
    click.echo(f"Next: firsthand trace {case}")


def _made(case: Case, made: Ruling, as_json: bool) -> None:
    from firsthand.ruling import called, told, unmet

    if as_json:
        print_json(made)
        return
    click.echo(_sentence(told(made, called(case.records()))))
    sources = () if made.undoes else case.sources()
    for warning in (*(unmet(made, sources) if sources else ()), *case.contradictions()):
        click.echo(f"note: {warning}", err=True)
    click.echo(f"Next: firsthand trace {case.folder}")


def _list(case: Case, as_json: bool) -> None:
    from firsthand.model import standing
    from firsthand.ruling import called, told, unmet

    made, sources = case.rulings(), case.sources()
    holds = {each.number for each in standing(made)}
    if as_json:
        print_json({"rulings": made, "standing": sorted(holds), "contradictions": case.contradictions()})
        return
    call = called(case.records())
    for each in made:
        ends = "" if each.number in holds or each.undoes else " (it no longer holds)"
        click.echo(_sentence(told(each, call)) + ends)
        for note in unmet(each, sources) if each.number in holds and sources else ():
            click.echo(f"  {note}")
    for warning in case.contradictions():
        click.echo(f"note: {warning}", err=True)
    if not made:
        click.echo(
            f'Nothing was ruled yet: firsthand rule {case.folder} same "ONE NAME" "OTHER NAME" --by WHO'
        )


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
