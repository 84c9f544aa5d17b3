from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.dossier.citing import Citation, Work
from firsthand.dossier.literature import address, bibtex_of, csl_of, latex

WORK = Work("The quay", "3 May 2024", "1.0")
KINDS = ("report", "passage", "statement", "line", "record", "source", "descent", "ruling")


@given(st.text(max_size=60))
def test_no_character_of_foreign_text_is_a_command(text: str) -> None:
    told = latex(text)
    assert "\n" not in told and told.count("{") == told.count("}")
    rest = re.sub(r"\\text[a-z]+\{\}|\\[$&#_%]", "", told)
    assert not set(rest) & set("\\{}~^$&#_%")


@given(st.text(max_size=40))
def test_an_address_never_ends_its_field(path: str) -> None:
    assert not set(address(f"https://ok.example/{path}")) & set('{} \\"\n')
    assert address(f"javascript:{path}") == ""


@given(st.sampled_from(KINDS), st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_an_entry_stays_one_whatever_stands_in_it(kind: str, title: str, whose: str, says: str) -> None:
    each = Citation("X1", kind, Work(title, "3 May 2024", "1.0"), says, whose, title, published=title)
    told = bibtex_of(each)
    assert told.count("{") == told.count("}") and told.count("@misc{") == 1
    assert re.match(r"@misc\{[a-z0-9-]+-X1,\n", told)
    assert csl_of(each)["id"] == told[6 : told.index(",")]


@pytest.mark.parametrize("kind", KINDS)
def test_both_forms_have_the_note_and_the_day(kind: str) -> None:
    each = Citation("X1", kind, WORK, whose="Bo Ek", title="A title", published="2024-05-03T10:00")
    told, item = bibtex_of(each), csl_of(each)
    assert f"note = {{{each.text}}}" in told and item["note"] == each.text
    assert "date = {2024-05-03}" in told and item["issued"] == {"date-parts": [[2024, 5, 3]]}
    assert ("author" in item) == ("author" in told) == (kind != "source")


def test_the_words_that_are_cited_are_the_title_of_the_entry() -> None:
    each = Citation("R1-a1", "passage", WORK, "No ferry sailed.", "Coast Mail", "Storm")
    assert csl_of(each)["title"] == "No ferry sailed." and "title = {{No ferry sailed.}}" in bibtex_of(each)
