"""What a person points at, typed as the dossier labels it or as it is spelled: the anchors of rulings.

"R2-a5" is an attribution, "S3" a statement, "R2" a report, "L4" a line of the record ("I1-L2" of a paper),
"P1" a source, "J3" what ruling 3 is on; anything else is a name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from firsthand.anchoring import of_attribution, of_line, of_report
from firsthand.errors import Refused
from firsthand.model import Anchor, Record, Thing
from firsthand.ruling.seen import Seen, numbered

SHORTEST = 8  # characters of an id that name a record
LABEL = re.compile(r"(?:R\d+-a\d+|[SRMPJ]\d+|(?:[MI]\d+-)?L\d+)", re.IGNORECASE)
LINE = re.compile(r"(?:([MI]\d+)-)?L(\d+)", re.IGNORECASE)
LEAF = re.compile(r"(.+)-p(\d+)", re.IGNORECASE)
RULING = re.compile(r"J(\d+)", re.IGNORECASE)


def pointed(typed: str | Anchor, seen: Seen) -> tuple[Anchor, ...]:
    """What is meant, as it was traced last; several for what a ruling is on. Refused where there is none."""
    if isinstance(typed, Anchor):
        return (typed,)
    typed = typed.strip()
    if not LABEL.fullmatch(typed):
        return (_name(typed, seen),)
    if number := ruling_in(typed):
        return _of_ruling(number, seen)
    if found := LINE.fullmatch(typed):
        return (_line(found[1] or "M1", int(found[2]), typed, seen),)
    made = _OF[typed[0].upper()](typed, seen) if "-" not in typed else _passage(typed, seen)
    if made is None:
        do = "Look for its label in the dossier: firsthand show CASE"
        raise Refused(f"there is no {typed} in this case", do=do)
    return (made,)


def ruling_in(typed: str) -> int:
    """The number of the ruling that is meant; 0 for anything else."""
    found = RULING.fullmatch(typed.strip())
    return int(found[1]) if found else 0


def _passage(typed: str, seen: Seen, thing: Thing = Thing.ATTRIBUTION) -> Anchor | None:
    """What stands under this number in its report. Refused where that was read anew since it was laid out."""
    label, _, number = typed.casefold().partition("-a")
    record = seen.record(seen.labels.record(label))
    if record is None or not number.isdigit():
        return None
    if seen.file.read_at(record.id) > seen.labels.made:
        raise Refused(
            f"{typed} was read anew since", do="Wait until the case is traced, and look at it again"
        )
    found = dict(numbered(seen.said(record.id))).get(int(number))
    return of_attribution(record, found, thing) if found else None


def _statement(typed: str, seen: Seen) -> Anchor | None:
    made = (_passage(each, seen, Thing.STATEMENT) for each in seen.labels.passages(typed))
    return next(filter(None, made), None)


def _report(typed: str, seen: Seen) -> Anchor | None:
    found = seen.record(seen.labels.record(typed))
    return of_report(found) if found else None


def _source(typed: str, seen: Seen) -> Anchor | None:
    name = seen.labels.source(typed)
    return Anchor(name) if name else None


_OF = {"R": _report, "M": _report, "S": _statement, "P": _source}


def _line(label: str, number: int, typed: str, seen: Seen) -> Anchor:
    found = seen.record(seen.labels.record(label))
    for line in found.lines if found else ():
        if found and line.number == number:
            return of_line(found, line)
    raise Refused(f"there is no line {typed} in this case", do="Lines are labelled L1, or M2-L1")


def page_pointed(typed: str, seen: Seen) -> tuple[Record, int]:
    """The record that shows a page, by its id or as the dossier labels the page, and which page of that it
    is: 0 for the only one ("page-1"; "M1-p2" is page 2 of M1). Refused where there is none."""
    found = LEAF.fullmatch(typed)
    name, leaf = (found[1], int(found[2])) if found else (typed, 0)
    record = seen.record(name) or seen.record(seen.labels.record(name) or seen.whole.record(name))
    if record is None:
        raise Refused(
            f"there is no page {typed} in this case", do="Name it by its label in the dossier: page-1"
        )
    return record, leaf


def _of_ruling(number: int, seen: Seen) -> tuple[Anchor, ...]:
    for each in seen.rulings:
        if each.number == number and not each.undoes:
            return each.on
    raise Refused(f"there is no ruling {number}", do=f"See them: firsthand rule {seen.file.folder}")


def _name(typed: str, seen: Seen) -> Anchor:
    """The name, and the record that it is of where that was typed after "@"."""
    words, _, where = typed.rpartition("@")
    words, where = words.strip(), where.strip()
    if not words or not where:
        if not typed:
            raise Refused("a name is empty", do="Type it as it is spelled")
        return Anchor(typed)
    return Anchor(words, _record(where, seen))


def _record(where: str, seen: Seen) -> str:
    if id := seen.labels.record(where) or seen.whole.record(where):
        return id
    records: Sequence[Record] = tuple(seen.whole.records.values())
    found = [r.id for r in records if r.name in (where, where.removeprefix("./"))]
    found = found or [r.id for r in records if r.name.endswith(f"/{where}")]
    found = found or [r.id for r in records if len(where) >= SHORTEST and r.id.startswith(where)]
    if len(found) == 1:
        return found[0]
    several = "several records are" if found else "no record of this case is"
    do = "Name it by its label in the dossier (R4), or its file"
    raise Refused(f"{several} called {where!r}", do=do)
