"""``firsthand rule``: decide what the machine only proposed; see what was decided, and undo it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from firsthand.cli.output import json_option, print_json

if TYPE_CHECKING:
    from firsthand.case import Case
    from firsthand.model import Correction, Region, Ruling

ALIKE = ("same", "different", "undecided")
READ = ("accept", "reject", "correct", "split", "merge", "missed")
LINES = ("from", "not-from", "states", "implies", "silent", "contradicts")
KINDS = ("direct", "indirect", "mixed", "own")


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.argument("judgement", required=False, type=click.Choice((*ALIKE, *READ, *LINES, "grade")))
@click.argument("on", nargs=-1, metavar="[WHAT]...")
@click.option("--by", default="", metavar="WHO", help="Who rules: your name.")
@click.option("--because", default="", metavar="WHY", help="The reason, in a sentence.")
@click.option("--content", multiple=True, metavar="WORDS", help="What is said, as it stands in the report.")
@click.option("--source", metavar="WORDS", help='Who says it, as it stands there; "" where none is stated.')
@click.option("--cue", metavar="WORDS", help="The word by which it is said: “said”.")
@click.option("--kind", type=click.Choice(KINDS), help="How it is given.")
@click.option("--stance", metavar="STANCE", help="asserts, denies, confirms, alleges, …")
@click.option("--hand", "hands", multiple=True, metavar="WHO", help="A hand, the origin first; repeat it.")
@click.option(
    "--region", "box", metavar="X,Y,WIDTH,HEIGHT", help="Where a line stands, in pixels of the picture."
)
@click.option("--page", default="", metavar="PAGE", help="The page it stands on: page-1; M1-p2 in a file.")
@click.option("--for", "scope", default="", metavar="SCOPE", help="The period or topic of a grade.")
@click.option("--settle", is_flag=True, help="Decide between others who differ.")
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
    on: tuple[str, ...],
    by: str,
    because: str,
    undo: int | None,
    file: Path | None,
    as_json: bool,
    scope: str,
    settle: bool,
    box: str | None,
    page: str,
    **told: Any,
) -> None:
    """Decide what CASE only proposes: who says what, what says the same, who had it from whom, who is who.

    WHAT is named as the dossier labels it: an attribution R2-a5, a statement S3, a report R2, a line of the
    record L4, a ruling J3. Anything else is a name, as it is spelled anywhere; NAME@R4 means only the one in
    report R4. With nothing named, list what was ruled, who differs, and what has lost its place.

    \b
      same, different       two names, attributions or statements
      accept, reject        an attribution (accept J3: you agree with ruling 3)
      correct               an attribution: give what is otherwise; a line: the region where it stands
      split, merge          an attribution into parts; those of one report into one
      missed                a report that says what the reader did not find
      from, not-from        a report, and the report or name that it has it from
      states, implies, silent, contradicts
                            an attribution or statement, and lines of the record
      grade                 a source and A to F, or a statement and 1 to 6
      undecided             any of these: somebody looked, and it stays open

    A ruling holds in every later trace over what the machine proposes; it is never erased, and can be
    undone. Where people differ, what is proposed holds until somebody settles it.

    --from takes over a file of FollowTheMoney (entities or statements as JSON lines, statements as CSV, edges
    of nomenklatura): rulings and judgements in it by their authors; and, by WHO, that the names of an entity
    are one's. The file is kept, and what it says of people is evidence from the next trace on.

    \b
    Examples:
      firsthand rule notebook.case same "Pyo Jin-gu" "표진구" --by "Ann Lee" --because "his card has both"
      firsthand rule notebook.case different "Bo Ek@R1" "Bo Ek@R4" --by "Ann Lee" --because "father and son"
      firsthand rule notebook.case accept R2-a5 --by "Ann Lee"
      firsthand rule notebook.case correct R2-a5 --source "the mayor" --by "Ann Lee" --because "“she” is her"
      firsthand rule notebook.case correct L7 --region 219,384,935,82 --by "Ann Lee" --because "cut off"
      firsthand rule notebook.case missed R2 --content "it leaks" --source "Bo Ek" --by "Ann Lee" --because …
      firsthand rule notebook.case different S3 S7 --by "Ann Lee" --because "two bridges"
      firsthand rule notebook.case from R4 R2 --by "Ann Lee" --because "its editor told me"
      firsthand rule notebook.case contradicts S3 L4 --by "Ann Lee" --because "the log has four men"
      firsthand rule notebook.case grade "Harbour Gazette" B --for "the harbour" --by "Ann Lee" --because …
      firsthand rule notebook.case accept R2-a5 --settle --by "Cy Dov"
      firsthand rule notebook.case
      firsthand rule notebook.case --from people.ftm.json --by "Ann Lee"
      firsthand rule notebook.case --undo 2 --by "Ann Lee" --because "the card was another man's"
    """
    from firsthand.case import Case
    from firsthand.model import Right

    if file is not None and (judgement is not None or undo is not None):
        raise click.UsageError("take over a file, make a ruling or undo one, one after the other")
    if file is not None:
        _taken(case, file, by, as_json)
        return
    if undo is not None and judgement is not None:
        raise click.UsageError("undo a ruling or make one, one after the other")
    if undo is None and judgement is None:
        with Case.open(case, Right.READ) as opened:
            _list(opened, as_json)
        return
    if judgement and not on:
        raise click.UsageError("name what it is said of: firsthand rule CASE accept R2-a5")
    with Case.open(case, Right.RULE) as opened:
        if undo is not None:
            made = opened.undo(undo, by, because)
        else:
            said, on = _graded(str(judgement), on)
            what = _region(box, page) if box else _corrections(said, **told)
            made = opened.rule(said, *on, by=by, because=because, told=what, scope=scope, settle=settle)
        _made(opened, made, as_json)


def _graded(judgement: str, on: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The judgement as a case knows it, and what it is on: of "grade" the last is the grade."""
    if judgement == "grade":
        if len(on) != 2:
            raise click.UsageError('name what is graded and the grade: firsthand rule CASE grade "NAME" B')
        return on[1].upper(), on[:1]
    return judgement.replace("-", " "), on


def _corrections(
    judgement: str,
    content: tuple[str, ...],
    source: str | None,
    cue: str | None,
    kind: str | None,
    stance: str | None,
    hands: tuple[str, ...],
) -> list[Correction]:
    """What is otherwise, or the parts of what is split: one for each content."""
    from firsthand.model import Correction, Hop, Kind, Role, Stance

    if stance is not None and stance not in set(Stance):
        raise click.UsageError(f"there is no stance {stance!r}: choose of {', '.join(Stance)}")
    others = {
        "source": source,
        "cue": cue,
        "kind": Kind(kind) if kind else None,
        "stance": Stance(stance) if stance else None,
        "hands": tuple(Hop(Role.RELAY, None, name) for name in hands) or None,
    }
    if judgement != "split" and len(content) > 1:
        raise click.UsageError("several contents are the parts of what is split")
    if not content and not any(value is not None for value in others.values()):
        return []
    return [Correction(each, **others) for each in content or (None,)]  # type: ignore[arg-type]


def _region(box: str, page: str) -> Region:
    from firsthand.model import Region

    try:
        x, y, width, height = map(int, box.split(","))
    except ValueError:
        raise click.UsageError("a region is four whole numbers: --region 120,80,900,60") from None
    return Region(page, x, y, width, height)


def _taken(case: Path, file: Path, by: str, as_json: bool) -> None:
    from firsthand.case import Case

    if not by.strip():
        raise click.UsageError('say who answers for them: --by "Your Name"')
    with Case.open(case) as opened:
        taken = opened.rule_from(file, by)
        if as_json:
            print_json(taken)
            return
        telling = opened.telling()
        for each in taken.rulings:
            click.echo(_sentence(telling.told(each)))
        for note in (*taken.notes, *telling.contradictions()):
            click.echo(f"note: {_sentence(note)}", err=True)
    if not taken.rulings:
        click.echo("No ruling in it that the case has not got.")
    click.echo(f"Next: firsthand trace {case}")


def _made(case: Case, made: Ruling, as_json: bool) -> None:
    if as_json:
        print_json(made)
        return
    telling = case.telling()
    click.echo(_sentence(telling.told(made)))
    for warning in (*(() if made.undoes else telling.unmet(made)), *telling.contradictions()):
        click.echo(f"note: {warning}", err=True)
    click.echo(f"Next: firsthand trace {case.folder}")


def _list(case: Case, as_json: bool) -> None:
    from firsthand.model import deciding

    made, orphans = case.rulings(), case.orphans()
    holds = {each.number for each in deciding(made)}
    if as_json:
        print_json(
            {
                "rulings": made,
                "standing": sorted(holds),
                "contradictions": case.contradictions(),
                "conflicts": [[each.number for each in group] for group in case.conflicts()],
                "orphans": orphans,
            }
        )
        return
    telling = case.telling()
    lost = {each.ruling.number: telling.lost(each) for each in orphans}
    for each in made:
        ends = "" if each.number in holds or each.undoes else " (it no longer holds)"
        click.echo(_sentence(telling.told(each)) + ends)
        for note in telling.unmet(each) if each.number in holds and not each.undoes else ():
            click.echo(f"  {note}")
        if each.number in lost:
            click.echo(f"  {lost[each.number]}")
    for warning in telling.contradictions():
        click.echo(f"note: {warning}", err=True)
    if not made:
        click.echo(
            f'Nothing was ruled yet: firsthand rule {case.folder} same "ONE NAME" "OTHER NAME" --by WHO'
        )


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
