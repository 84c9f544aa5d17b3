"""A person rules on what the machine proposed: what ``Case.rule`` and ``Case.undo`` do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from firsthand import names
from firsthand.anchoring import Ground, of_attribution, orphan, places_of
from firsthand.casefile import CaseFile, now
from firsthand.errors import Refused
from firsthand.model import (
    Anchor,
    Attribution,
    Correction,
    Judgement,
    Matter,
    Record,
    Region,
    Ruling,
    Thing,
    conflicts,
    standing,
)
from firsthand.model.rulings import MAY_BE
from firsthand.records.folder import TURNING
from firsthand.ruling.amending import amended, merged, missed
from firsthand.ruling.drawing import drawn
from firsthand.ruling.pointing import pointed, ruling_in
from firsthand.ruling.seen import Seen

TURNED = dict.fromkeys(map(ord, TURNING))
DO_BY = 'Say who rules: --by "Your Name"'
DO_TELL = 'Say it: --content "…", --source "…"'
SAYS = (Thing.ATTRIBUTION, Thing.STATEMENT)
ALIKE = (Judgement.SAME, Judgement.DIFFERENT, Judgement.UNDECIDED)


def rule(
    seen: Seen,
    judgement: Judgement | str,
    typed: Sequence[str | Anchor],
    by: str,
    because: str,
    told: Correction | Sequence[Correction] | Region = (),
    scope: str = "",
    settle: bool = False,
) -> Ruling:
    """Stores what somebody decided; the ruling as it was stored.

    What it is on is typed as the dossier labels it (``ruling.pointing``), or an anchor. ``told`` says what is
    otherwise in an attribution, what its parts are, or where a line stands; ``settle`` that it decides
    between others who differ. Refused where nobody says who rules, or why (what is accepted needs no
    reason); where a judgement does not fit what it is on, or that is not there any more.
    """
    said, by, because = _judgement(judgement), _typed(by), _typed(because)
    if not by:
        raise Refused("nobody is named who rules", do=DO_BY)
    if not because and said is not Judgement.ACCEPT:
        raise Refused("no reason is given", do='Say why: --because "…"')
    if said is Judgement.ACCEPT and (agreed := _agreed(typed, seen)):
        made = replace(agreed, by=by, at=now(), because=because, settles=())
        return _stored(seen.file, made, settle)
    on = tuple(anchor for each in typed for anchor in pointed(each, seen))
    matter = _matter(said, on)
    region = told if isinstance(told, Region) else None
    corrections = (told,) if isinstance(told, Correction) else () if isinstance(told, Region) else tuple(told)
    made = Ruling(0, matter, said, _on(matter, said, on, seen), by, now(), because)
    made = replace(made, scope=scope.strip())
    if matter is Matter.ATTRIBUTION:
        made = _with_outcome(made, corrections, seen)
    elif matter is Matter.REGION:
        made = drawn(made, region, seen)
    elif corrections or region:
        raise Refused(f"{said} corrects nothing", do="To say what is otherwise: correct R2-a5 --content …")
    _refuse_misplaced(made, seen)
    return _stored(seen.file, made, settle)


def _typed(words: str) -> str:
    """A name or a reason without marks that turn the order of letters: nobody shall read “tcejer” for it."""
    return words.translate(TURNED).strip()


def _stored(file: CaseFile, made: Ruling, settle: bool) -> Ruling:
    """Stores it; what the same person decided already in the same words, and stands, is not stored twice."""
    again: list[Ruling] = []

    def decided(rulings: Sequence[Ruling]) -> Iterator[Ruling]:
        again.extend(_again(made, rulings))
        if not again:
            yield _settling(made, rulings) if settle else made

    stored = file.rule(decided)
    return (*again, *stored)[0]


def _again(made: Ruling, rulings: Sequence[Ruling]) -> list[Ruling]:
    """The ruling that says the same by the same person and stands, if there is one."""
    alike = [r for r in rulings if r.on == made.on and replace(r, number=0, at=made.at) == made]
    stand = {each.number for each in standing(rulings)} if alike else set()
    return [each for each in alike if each.number in stand]


def undo(file: CaseFile, number: int, by: str, because: str = "") -> Ruling:
    """Undoes a ruling by its number; the ruling that says so. Refused where none stands."""
    by, because = _typed(by), _typed(because)
    if not by:
        raise Refused("nobody is named who undoes it", do=DO_BY)

    def undone(rulings: Sequence[Ruling]) -> Iterator[Ruling]:
        was = _to_undo(number, rulings, f"See them: firsthand rule {file.folder}")
        yield replace(was, number=0, by=by, at=now(), because=because, undoes=number)

    return file.rule(undone)[0]


def _to_undo(number: int, rulings: Sequence[Ruling], do: str) -> Ruling:
    made = {each.number: each for each in rulings}
    if number not in made or made[number].undoes:
        raise Refused(f"there is no ruling {number} to undo", do=do)
    if any(each.undoes == number for each in rulings):
        raise Refused(f"ruling {number} is undone already", do=do)
    return made[number]


def _judgement(given: Judgement | str) -> Judgement:
    try:
        return Judgement(given)
    except ValueError:
        known = ", ".join(Judgement)
        raise Refused(f"{given!r} is no judgement", do=f"Choose one of {known}") from None


def _agreed(typed: Sequence[str | Anchor], seen: Seen) -> Ruling | None:
    """The ruling that somebody agrees with; None where none is pointed at."""
    if len(typed) != 1 or not isinstance(typed[0], str) or not (number := ruling_in(typed[0])):
        return None
    found = next((each for each in seen.rulings if each.number == number and not each.undoes), None)
    return replace(found, number=0) if found else None


# ------------------------------------------------------------ what it is about


def _matter(said: Judgement, on: Sequence[Anchor]) -> Matter:
    """The matter that a judgement on these is about. Refused where it can be none."""
    things = tuple(each.thing for each in on)
    for matter, fits in _FITS.items():
        if said in MAY_BE[matter] and fits(said, things):
            return matter
    ways = next(how for judgements, how in HOW if said in judgements)
    raise Refused(f"{said} is not said of that", do=f"Say it of {ways}")


def _attribution(said: Judgement, things: tuple[Thing, ...]) -> bool:
    if said is Judgement.MISSED:
        return things == (Thing.REPORT,)
    return set(things) == {Thing.ATTRIBUTION} and (len(things) > 1) == (said is Judgement.MERGE)


def _support(said: Judgement, things: tuple[Thing, ...]) -> bool:
    lines = set(things[1:]) == {Thing.LINE} or (said is Judgement.SILENT and len(things) == 1)
    return things[:1] in [(each,) for each in SAYS] and lines


_FITS: dict[Matter, Callable[[Judgement, tuple[Thing, ...]], bool]] = {
    Matter.NAMES: lambda said, things: things == (Thing.NAME, Thing.NAME),
    Matter.ATTRIBUTION: _attribution,
    Matter.SAYING: lambda said, things: len(things) == 2 and set(things) <= set(SAYS),
    Matter.DESCENT: lambda said, things: (
        len(things) == 2 and things[0] is Thing.REPORT and things[1] in (Thing.REPORT, Thing.NAME)
    ),
    Matter.SUPPORT: _support,
    Matter.REGION: lambda said, things: things == (Thing.LINE,),
    Matter.RELIABILITY: lambda said, things: things in [(Thing.NAME,), (Thing.REPORT,)],
    Matter.CREDIBILITY: lambda said, things: things in [(each,) for each in SAYS],
}
HOW = (
    (ALIKE, "two names, two attributions (R1-a2 R2-a5) or two statements (S3 S7)"),
    ((Judgement.MERGE,), "the attributions of one report that are one: R2-a5 R2-a6"),
    ((Judgement.MISSED,), "the report that says it: R2"),
    (MAY_BE[Matter.REGION], "an attribution (R2-a5), or a line of the record whose place is drawn (L4)"),
    (MAY_BE[Matter.ATTRIBUTION], "an attribution: R2-a5"),
    (MAY_BE[Matter.DESCENT], "a report, and a report or a name that it has it from: R4 R2"),
    (MAY_BE[Matter.SUPPORT], "an attribution or a statement, and lines of the record: S3 L4"),
    (MAY_BE[Matter.RELIABILITY], "a source by its name, or a report for its outlet"),
    (MAY_BE[Matter.CREDIBILITY], "a statement: S3"),
)
"""What each judgement is said of, for who said it of something else."""


def _on(matter: Matter, said: Judgement, on: Sequence[Anchor], seen: Seen) -> tuple[Anchor, ...]:
    """What a ruling on this matter hangs on, of what was pointed at."""
    if matter is Matter.NAMES and len({names.element(each) for each in on}) < 2:
        raise Refused(
            "a ruling is on two names", do="Of two people of one name say in which records: NAME@R1"
        )
    if matter is Matter.ATTRIBUTION and said is not Judgement.MISSED:
        on = [_origin(each, seen) for each in on]
    if matter is Matter.RELIABILITY and on[0].thing is Thing.REPORT:
        record = seen.record(on[0].record)
        if record is None or not record.outlet:
            raise Refused("nobody knows the outlet of this report", do="Grade a source by its name")
        on = [Anchor(record.outlet)]
    if matter is Matter.CREDIBILITY:
        on = [_as_statement(on[0], seen, said)]
    if matter is not Matter.ATTRIBUTION and len(set(on)) < len(on):
        raise Refused("one thing is named twice", do="Name two")
    return tuple(on)


def _origin(anchor: Anchor, seen: Seen) -> Anchor:
    """Where an attribution was read. What it became hangs there too: who rules anew rules on the same."""
    record = seen.record(anchor.record)
    for origin, became in seen.said(anchor.record).became.items():
        for nth, each in enumerate(became or _in_place(origin, seen)):
            if record is None or of_attribution(record, each) != anchor:
                continue
            if nth:
                do = "Rule on the whole, or undo the ruling that split it"
                raise Refused(f"“{anchor.words}” is a part of what was split", do=do)
            return origin
    return anchor


def _in_place(origin: Anchor, seen: Seen) -> list[Attribution]:
    """What the report tells in its own voice in the place of something that was rejected."""
    said = seen.said(origin.record)
    return [each for each in said.attributions if said.numbers.get(each.id) == said.at.get(origin)]


def _as_statement(anchor: Anchor, seen: Seen, said: Judgement) -> Anchor:
    """The statement that is graded. Refused for grade 1 as long as independence is not shown for it."""
    if said is Judgement.ONE and seen.labels.best_grade(anchor) > 1:
        do = "Grade 1 says that independent sources confirm it: the best that is open is 2"
        raise Refused("of this statement independence is not shown", do=do)
    return replace(anchor, thing=Thing.STATEMENT, source=None)


# ------------------------------------------------------------ what an attribution becomes


def _with_outcome(made: Ruling, told: Sequence[Correction], seen: Seen) -> Ruling:
    record = seen.record(made.on[0].record)
    if record is None or any(each.record != record.id for each in made.on):
        raise Refused("that is not in one report", do="Name attributions of one report")
    outcome = _OUTCOMES.get(made.judgement)
    becomes = outcome(record, made.on, told, seen) if outcome else []
    if made.judgement is Judgement.ACCEPT and not becomes:
        made = replace(made, judgement=Judgement.REJECT)  # that is what is on view
    if made.judgement is Judgement.MISSED:
        made = replace(made, on=tuple(of_attribution(record, each) for each in becomes))
    seen_at = tuple(places_of(record, each) for each in becomes)
    return replace(made, becomes=tuple(becomes), seen=seen_at)


def _accepted(
    record: Record, on: Sequence[Anchor], told: Sequence[Correction], seen: Seen
) -> list[Attribution]:
    became = seen.said(record.id).became
    return list(became[on[0]] if on[0] in became else _shown(record, on[0], seen))


def _corrected(
    record: Record, on: Sequence[Anchor], told: Sequence[Correction], seen: Seen
) -> list[Attribution]:
    if len(told) != 1:
        raise Refused("it is not told what is otherwise", do=DO_TELL)
    was = _shown(record, on[0], seen)[0]
    found = amended(record, was, told[0])
    if found == replace(was, reader=""):
        raise Refused("that is as it was read", do="Say what is otherwise, or accept it")
    return [found]


def _split(record: Record, on: Sequence[Anchor], told: Sequence[Correction], seen: Seen) -> list[Attribution]:
    if len(told) < 2:
        raise Refused("it is not told what the parts are", do='Say it twice: --content "…" --content "…"')
    was = _shown(record, on[0], seen)[0]
    return [amended(record, was, each) for each in told]


def _merged(
    record: Record, on: Sequence[Anchor], told: Sequence[Correction], seen: Seen
) -> list[Attribution]:
    return [merged(record, [_shown(record, each, seen)[0] for each in on], told[0] if told else Correction())]


def _missed(
    record: Record, on: Sequence[Anchor], told: Sequence[Correction], seen: Seen
) -> list[Attribution]:
    if len(told) != 1:
        raise Refused("it is not told what is said", do=DO_TELL)
    return [missed(record, told[0])]


_OUTCOMES = {
    Judgement.ACCEPT: _accepted,
    Judgement.CORRECT: _corrected,
    Judgement.SPLIT: _split,
    Judgement.MERGE: _merged,
    Judgement.MISSED: _missed,
}


def _shown(record: Record, anchor: Anchor, seen: Seen) -> tuple[Attribution, ...]:
    """What is on view of an attribution that was read: what it became by a ruling, else itself."""
    if became := seen.said(record.id).became.get(anchor):
        return became
    read = {record.id: seen.file.attributions(record.id)}
    found = Ground({record.id: record}, read).there(anchor)
    if not found:
        raise Refused(f"nothing is read at “{anchor.words}” any more", do="Look at the report again")
    return found[:1]


# ------------------------------------------------------------ before it is stored


def _refuse_misplaced(made: Ruling, seen: Seen) -> None:
    """Refuses a ruling on what was there when somebody looked, and is not any more."""
    if made.matter in (Matter.NAMES, Matter.RELIABILITY):
        return
    if lost := orphan(made, seen.ground(made, as_read=made.matter is Matter.ATTRIBUTION)):
        raise Refused(f"what is ruled on is not there: {lost.why}", do="Look at it again, and rule anew")


def _settling(made: Ruling, rulings: Sequence[Ruling]) -> Ruling:
    """The same as a decision between the others who differ on it."""
    next_ = len(rulings) + 1
    open_ = conflicts((*rulings, replace(made, number=next_)))
    group = next((each for each in open_ if next_ in [r.number for r in each]), ())
    others = tuple(each.number for each in group if each.number != next_)
    if not others:
        raise Refused("nobody differs on it: there is nothing to settle", do="Rule without --settle")
    return replace(made, settles=others)
