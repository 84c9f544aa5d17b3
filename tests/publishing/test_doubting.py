from __future__ import annotations

from firsthand.model import Private, PrivateWords
from firsthand.publishing import public
from firsthand.publishing.doubting import doubts
from tests.publishing import secrets


def test_a_given_name_that_stands_alone_is_told_with_its_place() -> None:
    case = secrets.matter("Orla Quimby", "12 Heron Lane", "K 5512093", "Orla")
    private = [PrivateWords(Private.KIN, ("Orla Quimby",))]
    (told,) = doubts(public(case, private), private)
    assert told.startswith("“Orla”") and "S1" in told and "R1" in told


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
