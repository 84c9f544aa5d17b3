"""Croatian news as the rules read it: auxiliaries in second place, dropped subjects, »…«."""

from __future__ import annotations

import pytest

from firsthand.model import Role, Speech, Stance
from firsthand.reading import read
from tests.reading.cases import chains, contents


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("„Most je siguran”, kazala je inženjerka Nada Brkan.", "inženjerka Nada Brkan", "„Most je siguran”"),
        ("»Most je siguran«, kazala je Nada Brkan.", "Nada Brkan", "»Most je siguran«"),
        ("Ministar je u srijedu rekao da se škola zatvara.", "Ministar", "se škola zatvara"),
        ("Kazao je Brkan da se škola zatvara.", "Brkan", "se škola zatvara"),
        ("Prema riječima ravnatelja muzeja, slika je ukradena.", "ravnatelja muzeja", "slika je ukradena"),
        ("Kako piše portal Sidrište, luka je zatvorena.", "portal Sidrište", "luka je zatvorena"),
        ("Luka je zatvorena, objavila je u petak uprava.", "uprava", "Luka je zatvorena"),
        ("Uprava u priopćenju navodi da je luka zatvorena.", "Uprava", "je luka zatvorena"),
        ("Svjedok je ispričao Lučkoj kronici kako je brod gorio.", "Svjedok", "je brod gorio"),
    ],
)
def test_who_said_what(text: str, source: str, content: str) -> None:
    assert contents(text, "hr") == [content]
    assert chains(text, "hr")[0][0][1] == source


def test_a_dropped_subject_is_a_speaker_whom_the_text_leaves_unnamed() -> None:
    (each,) = read("Priznala je da je za ugovor znala.", "hr")
    assert each.stance is Stance.CONFIRMS and each.source is None
    assert [(hop.role, hop.who) for hop in each.hands] == [(Role.SPEAKER, None)]


@pytest.mark.parametrize(
    ("text", "stance", "speech"),
    [
        ("Načelnik je zanijekao da je potpisao.", Stance.DENIES, Speech.ACTUAL),
        ("Tvrtka je obećala da će platiti.", Stance.PROMISES, Speech.ACTUAL),
        ("Premijer nije želio reći hoće li porez rasti.", Stance.UNVERIFIED, Speech.NEGATED),
    ],
)
def test_stance_and_speech(text: str, stance: Stance, speech: Speech) -> None:
    (each,) = read(text, "hr")
    assert (each.stance, each.speech) == (stance, speech)


@pytest.mark.parametrize(
    "text",
    [
        "Prema zakonu, proračun se donosi u prosincu.",
        "Cesta skreće prema jugu, a promet teče sporo.",
        "Roman „Nitko se ne javlja” dobio je nagradu.",
    ],
)
def test_what_looks_like_a_source_and_is_none(text: str) -> None:
    assert read(text, "hr") == ()
