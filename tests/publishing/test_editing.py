from __future__ import annotations

import pytest

from firsthand.dossier.pieces import Piece, Tone
from firsthand.dossier.sheets import Dossier
from firsthand.model import Private, PrivateWords
from firsthand.publishing import public
from tests.publishing import secrets

CASE = secrets.matter("Orla Quimby", "12 Heron Lane", "K 5512093", "Orla Quimby")
KIN = PrivateWords(Private.KIN, ("Orla Quimby",))
HOME = PrivateWords(Private.HOME, ("12 Heron Lane",), True)


@pytest.fixture(scope="module")
def made() -> Dossier:
    return public(CASE, [KIN, HOME])


def test_tags_and_paragraphs_stand_at_their_words(made: Dossier) -> None:
    (report,) = made.reports
    assert report.text == "“I wrote to Orla Quimby about the boat,” the soldier noted." + (
        " Orla Quimby lives at [withheld: a home address] with a dog."
    )
    words = [report.text[a:b] for tag in report.tags for a, b in tag.spans]
    assert words == [
        "I wrote to Orla Quimby about the boat",
        "lives at [withheld: a home address] with a dog",
    ]
    shown = "".join(report.text[s.start : s.end] for p in report.paragraphs for s in p)
    assert shown == report.text


def test_no_hash_and_no_id_made_of_one_is_told_of_what_is_withheld_in_part(made: Dossier) -> None:
    (report,) = made.reports
    assert report.id == report.sha256 == ""
    assert [(t.id, t.statement_id) for t in report.tags] == [(t.anchor, t.statement) for t in report.tags]
    assert [s.id for s in made.statements] == [s.anchor for s in made.statements]
    assert (made.custody.head, made.custody.acts, made.custody.entries) == ("", (), 2)
    assert public(CASE, [KIN]).reports[0].sha256 == CASE.records[0].object


def test_a_link_that_is_left_out_is_a_part_too() -> None:
    place = PrivateWords(Private.HOME, ("maps",), True)
    assert public(CASE, [place]).reports[0].sha256 == ""


def test_a_step_is_not_shown_word_by_word_where_its_source_is_withheld(made: Dossier) -> None:
    rows = [row for s in made.statements for f in s.families for row in f.rows]
    assert not any("withheld: a line" in p.text for row in rows for p in row.words if p.tone is Tone.DROPPED)
    assert all(isinstance(piece, Piece) for row in rows for piece in row.words)


def test_an_address_that_tells_is_left_out(made: Dossier) -> None:
    (report,) = made.reports
    assert [link.url for link in report.links if "maps" in link.url] == []
    assert any(link.value == "[withheld: a name]" for link in report.links)
