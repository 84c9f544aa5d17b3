"""What the zone of a paper says beside its print: the name, number, birth, expiry and sex."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from firsthand.model import PaperField, PaperFinding, PaperFindingKind, Sameness
from firsthand.names.papers import inland
from firsthand.names.papers.dating import day, zone_days
from firsthand.names.papers.held import PRINTED, Held
from firsthand.names.papers.likening import liken
from firsthand.names.papers.reading import table
from firsthand.names.papers.seeking import Odd, zones
from firsthand.names.papers.zone import Names, Zone, names
from firsthand.names.routes import scripts, spellings
from firsthand.names.routes.letters import bare
from firsthand.names.spelling import key

INLAND = "PNRUS"
DATES = ("born", "valid until")
# Letters of a Cyrillic series that look like the Latin ones that a zone has for them.
LOOKS = str.maketrans("авеікмнорстухАВЕІКМНОРСТУХ", "abeikmhopctyxABEIKMHOPCTYX")


def beside_print(held: Held) -> Iterator[PaperFinding]:
    """Where the zone of a paper and its print part."""
    for zone in zones(held.record.text):
        if not isinstance(zone, Odd):
            yield from _name(held, zone)
    for field in held.paper.fields:
        own = held.paper.first(field.name)
        if field.zone and own and not own.zone and not _agree(held, field, own):
            yield _parting(held, field, own)


def _parting(held: Held, field: PaperField, own: PaperField) -> PaperFinding:
    order = " (year, month, day)" if field.name in DATES else ""
    note = (
        f"{field.name.capitalize()}: the machine readable zone of {held.label} has {field.value}{order}; "
        f"printed is {own.value}."
    )
    places = tuple(each.place for each in (field, own) if each.place)
    return PaperFinding(PaperFindingKind.ZONE_FACT, (held.record.id,), note, places)


def _agree(held: Held, field: PaperField, own: PaperField) -> bool:
    """Whether the zone says what is printed, as far as the two can be compared."""
    if field.name in DATES:
        printed, told = day(own.value), zone_days(field.value)
        return (
            not printed
            or not told
            or any(printed.first.isoformat() <= each <= printed.last.isoformat() for each in told)
        )
    if field.name == "sex":
        return _sex(own.value) in ("", field.value)
    return field.name != "number" or key(field.value) in _numbers(held, own.value)


@cache
def _sexes() -> dict[str, str]:
    return {each.strip(): sex for sex, row in table("sexes").items() for each in row.split("|")}


def _sex(printed: str) -> str:
    """ "M" or "F"; "" where it cannot be told, or is printed in two ways."""
    found = {_sexes().get(part.strip().casefold(), "") for part in printed.split("/")}
    return found.pop() if len(found) == 1 else ""


def _numbers(held: Held, number: str) -> set[str]:
    """How a zone may have a number: with its series or without; of the Russian inland passport with the
    first three of the four figures of its series."""
    series = held.said("series")
    ways = (number, series + number, key(series)[:3] + number, key(number)[:3] + key(number)[4:])
    return {key(way.translate(LOOKS)) for way in ways}


# -------------------------------------------------------------------------------------------- the name


def _name(held: Held, zone: Zone) -> Iterator[PaperFinding]:
    """The name in the zone, where it is no spelling of one that is printed."""
    told = names(zone)
    inner = zone.value("document") + zone.value("state") == INLAND
    parts = [inland.read(part) if inner else part for part in (*told.surname, *told.given)]
    if not parts or not held.printed or any(_fits(parts, name, told) for name in held.printed):
        return
    best = max((liken(" ".join(parts), name) for name in held.printed), key=lambda each: each.score)
    own = scripts(parts[0])[:1]
    # In the letters of the zone the name has to stand there as it is printed; in others it may be spelled
    # by a rule that is not known here.
    if best.answer is Sameness.SAME and not any(scripts(name)[:1] == own for name in held.printed):
        return
    shown = f"{told.whole} ({' '.join(parts)} in Russian letters)" if inner else told.whole
    note = (
        f"The machine readable zone of {held.label} has {shown}; the printed name is "
        f"{held.said(PRINTED)}. {best.sentence}"
    )
    span = zone.span(zone.form.slots["name"])
    places = [held.place(span)] if span else []
    places += [field.place for field in held.naming if field.place]
    yield PaperFinding(PaperFindingKind.ZONE_NAME, (held.record.id,), note, tuple(places))


def _fits(parts: Sequence[str], printed: str, told: Names) -> bool:
    """Whether each part in the zone is a part of the printed name, in whatever letters it is spelled; or each
    part of the print is in the zone, where only a part of the name was read.

    Where the field is full, names that are too long for it are cut off or left out (Doc 9303 part 4,
    section 4.2.3): it is enough that each part begins one.
    """
    written = [printed, *(each.text for each in spellings(printed))]
    words = {word for text in written for word in (*text.split(), *text.replace("-", " ").split())}
    known = {key(spelled) for word in words for spelled in _in_capitals(word)}
    own = [key(part) for part in parts]
    if any(all(set(map(key, _in_capitals(word))) & set(own) for word in text.split()) for text in written):
        return True
    return all(part in known or (told.cut and any(w.startswith(part) for w in known)) for part in own)


def _in_capitals(word: str) -> Iterator[str]:
    """A word as it is, without its marks, and with the letters that Doc 9303 has for them."""
    low = word.lower()
    yield from (low, bare(low), "".join(_letters().get(letter, letter) for letter in low))


@cache
def _letters() -> dict[str, str]:
    return dict(pair.split("=") for pair in table("capitals")["letters"].split())
