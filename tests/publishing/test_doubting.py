from __future__ import annotations

from dataclasses import replace

from firsthand.model import Being, Private, PrivateWords
from firsthand.publishing import public
from firsthand.publishing.doubting import UNSEEN, beyond, doubts
from tests import builders
from tests.publishing import secrets


def test_a_given_name_that_stands_alone_is_told_with_its_place() -> None:
    case = secrets.matter("Orla Quimby", "12 Heron Lane", "K 5512093", "Orla")
    private = [PrivateWords(Private.KIN, ("Orla Quimby",))]
    (told,) = doubts(public(case, private), private)
    assert told.startswith("“Orla”") and "R1" in told


def test_nothing_is_told_of_whole_names_that_an_outlet_printed_or_of_what_is_listed() -> None:
    case = secrets.matter("Orla Quimby", "12 Heron Lane", "K 5512093", "Orla Quimby")
    private = [PrivateWords(Private.KIN, ("Orla Quimby",))]
    assert doubts(public(case, private), private) == ()
    case = secrets.matter("Orla Quimby", "12 Heron Lane", "K 5512093", "Orla")
    private = [PrivateWords(Private.KIN, ("Orla Quimby", "Orla"))]
    assert doubts(public(case, private), private) == ()


def test_the_given_name_of_one_written_without_a_blank() -> None:
    case = secrets.matter("표명숙", "12 Heron Lane", "K 5512093", "명숙")
    private = [PrivateWords(Private.KIN, ("표명숙",))]
    (told,) = doubts(public(case, private), private)
    assert told.startswith("“명숙”")


def test_what_was_left_out_beyond_what_is_listed_is_told_with_its_number() -> None:
    report = builders.record("I hope so, said Hope. O. Quimby and Quimby, O. met Orla Quimby.")
    private = [PrivateWords(Private.KIN, ("Orla Quimby", "Hope"))]
    forms, last = beyond([report], private)
    assert "“hope” (1)" in forms and "“O. Quimby” (1)" in forms and "“Orla Quimby”" not in forms
    assert last == UNSEEN


def test_a_name_that_is_looked_for_in_its_own_letters_alone_is_told() -> None:
    private = [PrivateWords(Private.KIN, ("محمد الحسن", "표명숙", "Orla Quimby", "Мирослава Зубенко"))]
    (told, _) = beyond([], private)
    assert "محمد الحسن" in told and "표명숙" not in told and "Зубенко" not in told


def test_a_surname_alone_is_not_told_beside_the_mark_of_the_name() -> None:
    case = secrets.matter("Orla Quimby", "12 Heron Lane", "K 5512093", "Quimby")
    private = [PrivateWords(Private.KIN, ("Orla Quimby",))]
    made = public(case, private)
    assert all(
        set(each.spellings) == {"[withheld: next of kin]", "[withheld: a name]"} for each in made.sources
    )


def test_nor_beside_that_of_an_outlet_that_bears_the_name() -> None:
    case = secrets.matter("Orla Quimby", "12 Heron Lane", "K 5512093", "Quimby")
    spelled = ("Friends of Orla Quimby", "Quimby", "Friends")
    outlet = replace(case.trace.sources[0], name=spelled[0], being=Being.OUTLET, spellings=spelled)
    made = public(
        replace(case, trace=replace(case.trace, sources=(outlet,))),
        [PrivateWords(Private.KIN, ("Orla Quimby",))],
    )
    (sheet,) = made.sources
    assert sheet.spellings == ("Friends of [withheld: next of kin]", "[withheld: a name]", "Friends")
