"""Facts about the dates on a paper: days that no calendar has, an order in which they cannot have come."""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.model import PaperField, PaperFinding, PaperFindingKind
from firsthand.names.papers.dating import Day, day, era, no_such_day, years
from firsthand.names.papers.held import Held

BORN, ISSUED, VALID = "born", "issued on", "valid until"
DATES = (BORN, ISSUED, VALID)
# What comes first of two, and how a sentence says that it does not.
ORDER = (
    (BORN, ISSUED, "{later} is before the day of birth, {earlier}"),
    (ISSUED, VALID, "{later} is before the day of issue, {earlier}"),
    (BORN, VALID, "{later} is before the day of birth, {earlier}"),
)
WORDS = {ISSUED: "the day of issue", VALID: "the end of validity", BORN: "the day of birth"}
OLDEST = 122  # years: nobody is known to have grown older


def order_facts(held: Held) -> Iterator[PaperFinding]:
    """What can be said of the dates that are printed on a paper."""
    known: dict[str, tuple[PaperField, Day]] = {}
    for field in held.paper.fields:
        if field.name in DATES and not field.zone:
            yield from _by_itself(held, field)
            if found := day(field.value):
                known.setdefault(field.name, (field, found))
    for first, second, said in ORDER:
        if first in known and second in known and known[second][1].last < known[first][1].first:
            (earlier, _), (later, _) = known[first], known[second]
            told = said.format(earlier=earlier.value, later=f"{WORDS[second]}, {later.value},")
            yield _finding(held, PaperFindingKind.DATES, f"On {held.label} {told}.", earlier, later)
    if BORN in known and ISSUED in known:
        yield from _aged(held, known[BORN], known[ISSUED])


def _finding(held: Held, kind: PaperFindingKind, note: str, *fields: PaperField) -> PaperFinding:
    places = tuple(field.place for field in fields if field.place)
    return PaperFinding(kind, (held.record.id,), note, places)


def _by_itself(held: Held, field: PaperField) -> Iterator[PaperFinding]:
    on = f"On {held.label} {WORDS[field.name]}"
    if no_such_day(field.value):
        yield _finding(
            held, PaperFindingKind.NO_SUCH_DAY, f"{on} is {field.value}; no calendar has that day.", field
        )
    if (found := day(field.value)) and found.rivals:
        ways = " or ".join(f"{each.day} {each:%B} {each.year}" for each in found.days)
        yield _finding(held, PaperFindingKind.DAY_OR_MONTH, f"{on}, {field.value}, may be {ways}.", field)
    if eras := era(field.value):
        juche, common = eras
        note = f"{on} has the year {juche} of the Juche era, which is {juche + 1911}, beside {common}."
        yield _finding(held, PaperFindingKind.DATES, note, field)


def _aged(held: Held, born: tuple[PaperField, Day], issued: tuple[PaperField, Day]) -> Iterator[PaperFinding]:
    least = years(born[1].last, issued[1].first)
    if least > OLDEST:
        note = f"By {held.label} its holder was {least} years old on the day of issue."
        yield _finding(held, PaperFindingKind.DATES, note, born[0], issued[0])


def age_at_issue(held: Held) -> str:
    """How old the holder was on the day of issue, in words: "33 years", "32 or 33 years"; "" if not known."""
    born, issued = day(held.said(BORN)), day(held.said(ISSUED))
    days = [each for each in born.days if each <= issued.first] if born and issued else []
    if not issued or not days:
        return ""
    ages = {years(each, then) for each in days for then in issued.days}
    if max(ages) - min(ages) > 1:
        return ""
    return f"{' or '.join(map(str, sorted(ages)))} years"
