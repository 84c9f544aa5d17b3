"""The machine readable zone of a paper (ICAO Doc 9303, parts 3 to 7): its fields and check digits.

Five forms are read: identity cards of three lines (TD1) and of two (TD2), passports (TD3), visas in the size
of passports (MRV-A) and smaller (MRV-B). The Russian inland passport has the form TD3.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from firsthand.model import Span

FILLER = "<"
WEIGHTS = (7, 3, 1)
CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
VALUES = {character: value for value, character in enumerate(CHARACTERS)} | {FILLER: 0}


@dataclass(frozen=True, slots=True)
class Slot:
    """Characters ``start`` to ``end`` of one line of a zone, all counted from 0."""

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Check:
    """A check digit: what it vouches for in words, where it stands, and over which characters it is made."""

    name: str
    at: Slot
    over: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A form of zone: so many lines of this width, its fields and its check digits."""

    name: str
    lines: int
    width: int
    slots: dict[str, Slot]
    checks: tuple[Check, ...]


def _two_lines(name: str, width: int, optional: int, own: Sequence[Check] = ()) -> Form:
    """A form whose first line has the name and whose second the rest, ``optional`` the end of free data."""
    slots = {
        "document": Slot(0, 0, 2), "state": Slot(0, 2, 5), "name": Slot(0, 5, width),
        "number": Slot(1, 0, 9), "nationality": Slot(1, 10, 13), "born": Slot(1, 13, 19),
        "sex": Slot(1, 20, 21), "valid until": Slot(1, 21, 27), "optional": Slot(1, 28, optional),
    }  # fmt: skip
    checks = (
        Check("the number", Slot(1, 9, 10), (slots["number"],)),
        Check("the date of birth", Slot(1, 19, 20), (slots["born"],)),
        Check("the date of expiry", Slot(1, 27, 28), (slots["valid until"],)),
        *own,
    )
    return Form(name, 2, width, slots, checks)


def _whole(at: int) -> Check:
    over = (Slot(1, 0, 10), Slot(1, 13, 20), Slot(1, 21, at))
    return Check("the whole line", Slot(1, at, at + 1), over)


_TD1_SLOTS = {
    "document": Slot(0, 0, 2), "state": Slot(0, 2, 5), "number": Slot(0, 5, 14), "optional": Slot(0, 15, 30),
    "born": Slot(1, 0, 6), "sex": Slot(1, 7, 8), "valid until": Slot(1, 8, 14),
    "nationality": Slot(1, 15, 18), "more": Slot(1, 18, 29), "name": Slot(2, 0, 30),
}  # fmt: skip
TD1 = Form(
    "TD1",
    3,
    30,
    _TD1_SLOTS,
    (
        Check("the number", Slot(0, 14, 15), (_TD1_SLOTS["number"],)),
        Check("the date of birth", Slot(1, 6, 7), (_TD1_SLOTS["born"],)),
        Check("the date of expiry", Slot(1, 14, 15), (_TD1_SLOTS["valid until"],)),
        Check(
            "both lines", Slot(1, 29, 30), (Slot(0, 5, 30), Slot(1, 0, 7), Slot(1, 8, 15), Slot(1, 18, 29))
        ),
    ),
)
TD2 = _two_lines("TD2", 36, 35, (_whole(35),))
TD3 = _two_lines("TD3", 44, 42, (Check("the optional data", Slot(1, 42, 43), (Slot(1, 28, 42),)), _whole(43)))
MRV_A = _two_lines("MRV-A", 44, 44)
MRV_B = _two_lines("MRV-B", 36, 36)
FORMS = (TD1, TD2, TD3, MRV_A, MRV_B)


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone as it was read: ``lines`` as wide as its form has them, and for each of their characters its
    place in the text that it was found in (None for a filler that was lost there)."""

    form: Form
    lines: tuple[str, ...]
    places: tuple[tuple[int | None, ...], ...] = ()

    def characters(self, slot: Slot) -> str:
        """The characters of a slot, fillers and all."""
        return self.lines[slot.line][slot.start : slot.end]

    def value(self, name: str) -> str:
        """What a field says, without the fillers at its ends; "" where the form has none."""
        slot = self.form.slots.get(name)
        return self.characters(slot).strip(FILLER) if slot else ""

    def span(self, slot: Slot) -> Span | None:
        """Where a slot stands in the text, its fillers at the end left out."""
        held = len(self.characters(slot).rstrip(FILLER)) or slot.end - slot.start
        places = self.places[slot.line][slot.start : slot.start + held] if self.places else ()
        known = [place for place in places if place is not None]
        return Span(known[0], known[-1] + 1) if known else None


def digit(characters: str) -> str:
    """The check digit of characters: each by its value, weighed 7, 3, 1 in turn, summed, modulo 10.

    A character that no zone may have counts as a filler.
    """
    return str(sum(VALUES.get(c, 0) * WEIGHTS[n % 3] for n, c in enumerate(characters)) % 10)


@dataclass(frozen=True, slots=True)
class Names:
    """The name field taken apart. ``cut``: it fills the field, so that the name may go on."""

    surname: tuple[str, ...]
    given: tuple[str, ...]
    cut: bool

    @property
    def whole(self) -> str:
        """Both, the surname first."""
        return " ".join((*self.surname, *self.given))


def names(zone: Zone) -> Names:
    """The names of the holder: two fillers stand between surname and given names, one between the parts."""
    field = zone.characters(zone.form.slots["name"])
    surname, _, given = field.partition(FILLER * 2)
    return Names(_parts(surname), _parts(given), not field.endswith(FILLER))


def _parts(written: str) -> tuple[str, ...]:
    return tuple(part for part in written.split(FILLER) if part)


def number(zone: Zone) -> tuple[str, Check]:
    """The number of the paper and its check: one of more than nine characters goes on in the optional data.

    Then a filler stands where its check digit would, and that is the last character before the next filler.
    """
    check = zone.form.checks[0]
    short, free = zone.form.slots["number"], zone.form.slots["optional"]
    more = zone.characters(free).partition(FILLER)[0]
    if zone.characters(check.at) != FILLER or len(more) < 2 or FILLER in zone.characters(short):
        return zone.value("number"), check
    end = free.start + len(more)
    rest = Slot(free.line, free.start, end - 1)
    return zone.characters(short) + more[:-1], Check(check.name, Slot(free.line, end - 1, end), (short, rest))


def checks(zone: Zone) -> Iterator[tuple[Check, str, str]]:
    """Every check digit with what stands there and what the characters give.

    Where all of a field is left empty, so may its digit be.
    """
    for check in (number(zone)[1], *zone.form.checks[1:]):
        characters = "".join(map(zone.characters, check.over))
        written, due = zone.characters(check.at), digit(characters)
        empty = written == FILLER and not characters.strip(FILLER)
        yield check, written, FILLER if empty else due


def write(form: Form, fields: dict[str, str], surname: Sequence[str], given: Sequence[str]) -> Zone:
    """A zone of this form with these fields and names, every check digit in its place.

    What is too long for its field is cut off, as the standard does with names.
    """
    rows = [[FILLER] * form.width for _ in range(form.lines)]
    name = FILLER.join(surname) + FILLER * 2 + FILLER.join(given)
    for field, slot in form.slots.items():
        value = name if field == "name" else fields.get(field, "")
        _put(rows, slot, value.ljust(slot.end - slot.start, FILLER)[: slot.end - slot.start])
    for check in form.checks:
        _put(rows, check.at, digit("".join("".join(rows[s.line][s.start : s.end]) for s in check.over)))
    return Zone(form, tuple("".join(row) for row in rows))


def _put(rows: list[list[str]], slot: Slot, value: str) -> None:
    rows[slot.line][slot.start : slot.end] = list(value)
