"""Facts about the machine readable zone by itself: its check digits, and characters out of their place.

A check digit that does not agree says that one of the characters is not as the maker of the zone set it:
misread, mistranscribed, misprinted or altered. Which of these, no arithmetic tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from firsthand.model import PaperFinding, PaperFindingKind
from firsthand.names.papers.held import Held
from firsthand.names.papers.seeking import Odd, zones
from firsthand.names.papers.zone import CHARACTERS, FILLER, Check, Zone, checks, digit

# Characters that are taken for one another, by programs and by people.
LOOK_ALIKES = ("0OQD", "1IL", "2Z", "5S", "6G", "8B")
DATES = {"born": "the date of birth", "valid until": "the date of expiry"}
FREE = ("the number", "the optional data")  # may have letters and figures
FIGURES = "0123456789"
AS_FIGURES = str.maketrans("OQDILZSGB", "000112568")
FIGURED = " They agree where letters that look like figures are read as these."
WAYS = 3  # in which a character may have been misread; more tell nothing


def zone_facts(held: Held) -> Iterator[PaperFinding]:
    """The facts about each zone of a paper, in the order in which they stand."""
    for found in zones(held.record.text):
        if isinstance(found, Odd):
            yield _odd(held, found)
        else:
            yield from _letters_among_figures(held, found)
            yield from _digits(held, found)


def _odd(held: Held, odd: Odd) -> PaperFinding:
    if odd.form is None:
        note = (
            f"A line of {held.label} looks like one of a machine readable zone; it has {odd.width} "
            "characters, and none stands beside it that makes a zone with it. Nothing is read of it."
        )
        return PaperFinding(PaperFindingKind.ZONE_FORM, (held.record.id,), note, (held.place(odd.span),))
    note = (
        f"A line of the machine readable zone of {held.label} has {odd.width} characters; a line of its "
        f"form, {odd.form.name}, has {odd.form.width}. Its check digits are not computed."
    )
    return PaperFinding(PaperFindingKind.ZONE_FORM, (held.record.id,), note, (held.place(odd.span),))


def _letters_among_figures(held: Held, zone: Zone) -> Iterator[PaperFinding]:
    for name, what in DATES.items():
        slot = zone.form.slots[name]
        written, span = zone.characters(slot), zone.span(slot)
        letters = tuple(dict.fromkeys(c for c in written if c.isalpha()))
        if letters and span:
            many = "the letter" if len(letters) == 1 else "the letters"
            note = (
                f"The machine readable zone of {held.label} has {many} {', '.join(letters)} among the "
                f"figures of {what}: {written}."
            )
            yield PaperFinding(PaperFindingKind.ZONE_FORM, (held.record.id,), note, (held.place(span),))


def _digits(held: Held, zone: Zone) -> Iterator[PaperFinding]:
    plain = [each[1:] for each in checks(_in_figures(zone))]
    for (check, written, due), (stands, gives) in zip(checks(zone), plain, strict=True):
        if written == due or (written == "0" and due == FILLER):
            continue
        why = _mended(check, characters := "".join(map(zone.characters, check.over)), written, due)
        why = why or (FIGURED if stands == gives else "")
        note = (
            f"The check digit over {check.name} in the machine readable zone of {held.label} is {written}; "
            f"the characters {characters} give {due}.{why}"
        )
        spans = [span for slot in (*check.over, check.at) if (span := zone.span(slot))]
        places = tuple(map(held.place, spans))
        yield PaperFinding(PaperFindingKind.CHECK_DIGIT, (held.record.id,), note, places)


def _in_figures(zone: Zone) -> Zone:
    """The zone with the figures that letters look like, where only figures may stand."""
    rows = [list(line) for line in zone.lines]
    for slot in (*(zone.form.slots[name] for name in DATES), *(check.at for check in zone.form.checks)):
        for at in range(slot.start, slot.end):
            rows[slot.line][at] = rows[slot.line][at].translate(AS_FIGURES)
    return replace(zone, lines=tuple(map("".join, rows)))


def _mended(check: Check, characters: str, written: str, due: str) -> str:
    """Which one character, taken for its look-alike, makes the two agree; not where a digit is made over
    what others are made over too."""
    if due in _alike(written):
        return f" {written} and {due} look alike."
    allowed = CHARACTERS if check.name in FREE else FIGURES
    ways = [
        f"{other} in place of {here} as character {at}"
        for at, here in enumerate(characters, 1)
        for other in _alike(here)
        if other in allowed and digit(characters[: at - 1] + other + characters[at:]) == written
    ]
    single = check.name in (*FREE, *DATES.values())
    return f" They agree with {' or '.join(ways)}." if single and 0 < len(ways) <= WAYS else ""


def _alike(character: str) -> str:
    return next((row for row in LOOK_ALIKES if character in row), "").replace(character, "")
