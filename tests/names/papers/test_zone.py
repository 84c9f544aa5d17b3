"""The machine readable zone, held to the specimens that Doc 9303 prints."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.names.papers.seeking import zones
from firsthand.names.papers.zone import (
    CHARACTERS,
    FORMS,
    MRV_A,
    MRV_B,
    TD1,
    TD2,
    TD3,
    Form,
    Zone,
    checks,
    digit,
    names,
    number,
    write,
)

# ICAO Doc 9303, eighth edition: the specimens of part 5 (TD1), part 6 (TD2), part 4 (TD3), part 7 (visas).
SPECIMENS = (
    (TD1, "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<"),
    (TD2, "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6"),
    (TD3, "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"),
    (MRV_A, "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL8988901C4XXX4009078F96121096ZE184226B<<<<<<"),
    (MRV_B, "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nL8988901C4XXX4009078F9612109<<<<<<<<"),
)
letters = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=6)


def document(form: Form) -> str:
    """The code of a kind of paper that has this form."""
    return "V" if form.name.startswith("MRV") else "I"


@pytest.mark.parametrize(("form", "text"), SPECIMENS, ids=[form.name for form, _ in SPECIMENS])
def test_the_specimens_of_the_standard(form: Form, text: str) -> None:
    (zone,) = zones(text)
    assert isinstance(zone, Zone)
    assert (zone.form, zone.lines) == (form, tuple(text.split("\n")))
    assert names(zone).whole == "ERIKSSON ANNA MARIA"
    assert all(written == due for _, written, due in checks(zone))


@pytest.mark.parametrize(
    ("characters", "due"),
    [("520727", "3"), ("AB2134<<<", "5"), ("L898902C3", "6"), ("ZE184226B<<<<<", "1"), ("", "0")],
)
def test_the_check_digits_that_the_standard_computes(characters: str, due: str) -> None:
    assert digit(characters) == due


def test_a_number_of_more_than_nine_characters_goes_on_in_the_optional_data() -> None:
    lines = (
        "I<UTOD23145890<7349<<<<<<<<<<<",
        "3407127M9507122UTO<<<<<<<<<<<2",
        "STEVENSON<<PETER<JOHN<<<<<<<<<",
    )
    zone = Zone(TD1, lines)
    whole, check = number(zone)
    assert whole == "D23145890734"
    assert zone.characters(check.at) == digit(whole) == "9"
    assert all(written == due for _, written, due in checks(zone))


@given(
    st.sampled_from(FORMS),
    letters,
    st.lists(letters, max_size=3),
    st.text(CHARACTERS, max_size=8),
    st.dates(),
)
def test_what_is_written_is_read_again(
    form: Form, surname: str, own: list[str], paper: str, born: date
) -> None:
    fields = {"document": document(form), "state": "UTO", "number": paper}
    fields |= {"born": born.isoformat()[2:].replace("-", ""), "sex": "F"}
    made = write(form, fields, [surname], own)
    (zone,) = zones("\n".join(made.lines))
    assert isinstance(zone, Zone)
    assert (zone.form, zone.lines) == (form, made.lines)
    assert all(written == due or written + due == "0<" for _, written, due in checks(zone))
    assert {name: zone.value(name) for name in fields} == fields
    told = names(zone)
    assert told.cut or (told.surname, told.given) == ((surname,), tuple(own))


@given(st.sampled_from(FORMS), letters, st.data())
def test_a_figure_that_is_changed_is_noticed(form: Form, surname: str, data: st.DataObject) -> None:
    made = write(form, {"document": document(form), "born": "970504"}, [surname], ["ODA"])
    slot = form.slots["born"]
    at = data.draw(st.integers(slot.start, slot.end - 1))
    line = made.lines[slot.line]
    other = data.draw(st.sampled_from([c for c in "0123456789" if c != line[at]]))
    lines = list(made.lines)
    lines[slot.line] = line[:at] + other + line[at + 1 :]
    assert any(written != due for _, written, due in checks(Zone(form, tuple(lines))))
