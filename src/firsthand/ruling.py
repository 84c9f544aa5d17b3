"""A person rules on what the machine suggested: what ``Case.rule`` does, and how a ruling is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches

from firsthand import dossier, names
from firsthand.casefile import CaseFile, now
from firsthand.errors import Refused
from firsthand.model import Anchor, Judgement, Matter, Record, Ruling, Source

SHORTEST = 8  # characters of an id that name a record
COMPARED = 5000  # spellings in which a name that was mistyped is looked for
DO_BY = 'Say who rules: --by "Your Name"'


def rule(
    file: CaseFile, judgement: Judgement | str, typed: Sequence[str | Anchor], by: str, because: str
) -> Ruling:
    """Stores what somebody decided about two names; the ruling as it was stored.

    A name is typed as it is spelled, or as "NAME@R4" where only that of one record is meant: by its label,
    its file name or its id. Refused where nobody says who rules and why, or two names are one.
    """
    said = _judgement(judgement)
    if not by.strip():
        raise Refused("nobody is named who rules", do=DO_BY)
    if not because.strip():
        raise Refused("no reason is given", do='Say why: --because "…"')
    records = file.records()
    on = tuple(each if isinstance(each, Anchor) else _anchor(each, records) for each in typed)
    if len(on) != 2 or len({names.element(each) for each in on}) < 2:
        raise Refused(
            "a ruling is on two names", do="Of two people of one name say in which records: NAME@R1"
        )
    return file.rule(lambda _: [Ruling(0, Matter.NAMES, said, on, by.strip(), now(), because.strip())])[0]


def undo(file: CaseFile, number: int, by: str, because: str = "") -> Ruling:
    """Undoes a ruling by its number; the ruling that says so. Refused where none stands."""
    if not by.strip():
        raise Refused("nobody is named who undoes it", do=DO_BY)

    def undone(rulings: Sequence[Ruling]) -> Iterator[Ruling]:
        was = _to_undo(number, rulings, f"See them: firsthand rule {file.folder}")
        yield Ruling(0, was.matter, was.judgement, was.on, by.strip(), now(), because.strip(), number)

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


def _anchor(typed: str, records: Sequence[Record]) -> Anchor:
    """The name, and the record that it is of where that was typed after "@"."""
    words, _, where = typed.rpartition("@")
    words, where = words.strip(), where.strip()
    if not words or not where:
        if not typed.strip():
            raise Refused("a name is empty", do="Type it as it is spelled")
        return Anchor(typed.strip())
    return Anchor(words, _record(where, records))


def _record(where: str, records: Sequence[Record]) -> str:
    labels = {label.casefold(): record for record, label in dossier.labels(records).items()}
    if where.casefold() in labels:
        return labels[where.casefold()]
    found = [r.id for r in records if r.name in (where, where.removeprefix("./"))]
    found = found or [r.id for r in records if r.name.endswith(f"/{where}")]
    found = found or [r.id for r in records if len(where) >= SHORTEST and r.id.startswith(where)]
    if len(found) == 1:
        return found[0]
    several = "several records are" if found else "no record of this case is"
    do = "Name it by its label in the dossier (R4), or its file"
    raise Refused(f"{several} called {where!r}", do=do)


# ------------------------------------------------------------ telling


def called(records: Iterable[Record]) -> Callable[[Anchor], str]:
    """How to tell what a ruling is on, for people: “Ada Quist” in R4."""
    labels: Mapping[str, str] = dossier.labels(list(records))

    def call(anchor: Anchor) -> str:
        where = (
            f" in {labels.get(anchor.record, 'a record that is no longer there')}" if anchor.record else ""
        )
        return f"“{anchor.words}”{where}"

    return call


def told(ruling: Ruling, call: Callable[[Anchor], str]) -> str:
    """A ruling in two sentences: what was decided; by whom, when and why."""
    one, other = map(call, ruling.on)
    what = {
        Judgement.SAME: f"{one} and {other} are the same",
        Judgement.DIFFERENT: f"{one} and {other} are different",
        Judgement.UNDECIDED: f"whether {one} and {other} are the same is left open",
    }[ruling.judgement]
    why = f": {ruling.because}" if ruling.because else ""
    head = f"Ruling {ruling.undoes} is undone" if ruling.undoes else f"Ruling {ruling.number}: {what}"
    return f"{head}. {ruling.by}, {dossier.moment(ruling.at)}{why}"


def contradictions(file: CaseFile) -> tuple[str, ...]:
    """Rulings of a case that cannot all hold, in sentences."""
    return names.contradictions(file.rulings(), called(file.records()))


def unmet(ruling: Ruling, sources: Sequence[Source]) -> tuple[str, ...]:
    """A sentence for each name of a ruling that no source bears, with the likeliest one meant."""
    spellings = [spelling for source in sources for spelling in source.spellings]
    known = {names.element(Anchor(each))[0] for each in spellings}
    missing = [a.words for a in ruling.on if not a.record and names.element(a)[0] not in known]
    return tuple(f"No text of the case has “{each}” now{_meant(each, spellings)}" for each in missing)


def _meant(words: str, spellings: Sequence[str]) -> str:
    near = get_close_matches(words, spellings[:COMPARED], 1)
    return f". Did you mean “{near[0]}”?" if near else "; the ruling waits until one has."
