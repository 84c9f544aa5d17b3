from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from firsthand.dossier.citing import citations
from firsthand.dossier.exports.citations import bibtex, csl
from firsthand.dossier.sheets import Dossier
from tests.dossier import cases

HOSTILE = r"50% of \input{/etc/passwd} & {{ $x_1^2$ ~ # @article{x, } \write18{rm}"


def titled(title: str) -> Dossier:
    made = cases.quay().build()
    return replace(made, title=title, reports=tuple(replace(r, title=title) for r in made.reports))


@pytest.mark.parametrize("of", [bibtex, csl])
def test_every_node_has_an_entry_of_its_own(of: object) -> None:
    made = cases.quay().build()
    text = of(made).decode()  # type: ignore[operator]
    keys = re.findall(r"@misc\{([^,]+),|\"id\": \"([^\"]+)\"", text)
    names = [a or b for a, b in keys]
    assert {name.rpartition("-")[2] for name in names} >= {"S1", "R1", "L1", "P1"}
    assert len(set(names)) == len(names) == len(citations(made))


def test_hostile_titles_leave_every_entry_whole() -> None:
    text = bibtex(titled(HOSTILE)).decode()
    assert "\\input" not in text and "\\write" not in text
    assert text.count("{") == text.count("}")
    assert text.count("\n@misc{") + 1 == len(citations(cases.quay().build()))
    items = json.loads(csl(titled(HOSTILE)))
    assert any(item["title"].startswith("50% of \\input") for item in items)


def test_a_case_without_anything_has_empty_lists() -> None:
    made = cases.quay().build()
    picture = replace(made.picture, tellings=())
    empty = replace(made, statements=(), reports=(), records=(), papers=(), sources=(), picture=picture)
    assert bibtex(empty) == b"" and json.loads(csl(empty)) == []
