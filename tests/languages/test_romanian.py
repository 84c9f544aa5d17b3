"""Romanian news as the rules read it: the subject behind its verb, possessives behind their noun."""

from __future__ import annotations

import pytest

from firsthand.model import Role, Speech, Stance
from firsthand.reading import read
from tests.reading.cases import chain, chains, contents


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Digul a cedat, a declarat inginera Ana Moț pentru postul Radio Nuc.",
            "inginera Ana Moț",
            "Digul a cedat",
        ),
        ("Digul a cedat, susține fostul ei șofer.", "fostul ei șofer", "Digul a cedat"),
        (
            "Purtătoarea de cuvânt a poliției spune că digul a cedat.",
            "Purtătoarea de cuvânt a poliției",
            "digul a cedat",
        ),
        ("Au negat ambii pescari că s-ar fi întâlnit.", "ambii pescari", "s-ar fi întâlnit"),
        ("Potrivit lui Ion Cuc, paznicul docului, macaraua a căzut.", "lui Ion Cuc", "macaraua a căzut"),
        ("Ministrul nu a precizat dacă taxa va crește.", "Ministrul", "taxa va crește"),
    ],
)
def test_who_said_what(text: str, source: str, content: str) -> None:
    assert contents(text, "ro") == [content]
    assert chains(text, "ro")[0][0][1] == source


def test_an_outlet_that_cites_a_document_that_an_agency_obtained() -> None:
    text = "Potrivit ziarului Gazeta Nuc, care citează un raport obținut de agenția Mal, moara avea datorii."
    (each,) = read(text, "ro")
    assert chain(text, each) == [
        ("author", "un raport"),
        ("relay", "agenția Mal"),
        ("relay", "ziarului Gazeta Nuc"),
    ]


def test_a_dropped_subject_is_a_speaker_whom_the_text_leaves_unnamed() -> None:
    (each,) = read("A recunoscut că știa de contract.", "ro")
    assert each.stance is Stance.CONFIRMS and each.source is None
    assert [(hop.role, hop.who) for hop in each.hands] == [(Role.SPEAKER, None)]


def test_hearsay_in_the_conditional_is_hedged_and_a_denial_is_not() -> None:
    (told,) = read("Inspectorul ar fi primit bani de la vameși.", "ro")
    assert told.stance is Stance.ALLEGES and told.hedges and told.unstated
    (denied,) = read("Inspectorul a negat că ar fi primit bani.", "ro")
    assert denied.stance is Stance.DENIES and not denied.hedges


def test_what_is_withheld_was_not_said() -> None:
    (each,) = read("Primarul a refuzat să spună dacă drumul va fi închis.", "ro")
    assert (each.stance, each.speech) == (Stance.UNVERIFIED, Speech.NEGATED)


@pytest.mark.parametrize(
    "text",
    [
        "Conform legii, bugetul se votează în februarie.",
        "Potrivit programului, trenul pleacă la șapte.",
        "Romanul „Nimeni nu răspunde” a primit un premiu.",
    ],
)
def test_what_looks_like_a_source_and_is_none(text: str) -> None:
    assert read(text, "ro") == ()
