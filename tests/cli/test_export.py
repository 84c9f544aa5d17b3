from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

import pytest

from firsthand.cli.export import FORMATS
from tests.cli.conftest import Run


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_goes_to_a_file(run: Run, folder: Path, form: str) -> None:
    run("trace", folder)
    ran = run("export", "pier.case", "--format", form, "-o", "out.file")
    assert ran.code == 0, ran.err
    told = "Ann Lee" if form == "ftm" else "never inspected after the storm"  # it has people, not statements
    assert told in Path("out.file").read_text("utf-8")


def test_without_a_file_it_goes_to_standard_output(run: Run, folder: Path) -> None:
    run("trace", folder)
    rows = list(csv.reader(io.StringIO(run("export", "pier.case", "--format", "csv").out)))
    assert len(rows) >= 3
    assert json.loads(run("export", "pier.case", "--json").out)["title"] == "pier"


def test_the_forms_are_those_of_the_dossier() -> None:
    from firsthand.dossier import EXPORTS

    assert tuple(EXPORTS) == FORMATS


def test_a_place_that_cannot_be_written(run: Run, folder: Path) -> None:
    run("trace", folder)
    ran = run("export", "pier.case", "-o", "no/such/folder/out.html")
    assert ran.code == 6
    assert len(ran.err.splitlines()) == 1


def test_a_bag_of_the_whole_case(run: Run, folder: Path) -> None:
    run("trace", folder)
    assert run("export", "pier.case", "--format", "bagit").code == 2
    ran = run("export", "pier.case", "--bagit", "-o", "pier.bag")
    assert ran.code == 0 and "pier.bag/data" in ran.out, ran.err
    assert run("verify", "pier.bag").code == 0
    assert run("show", "pier.bag/data").code == 0
    Path("pier.bag/data/dossier.html").write_text("other")
    ran = run("verify", "pier.bag")
    assert ran.code == 4 and "data/dossier.html" in ran.out


PRIVATE = """
[[withhold]]
what = "home address"
words = ["the east pier"]
[[withhold]]
words = ["Ann Lee"]
"""


def test_the_public_edition_has_nothing_withheld_and_is_logged(run: Run, folder: Path) -> None:
    (folder / "case.toml").write_text(PRIVATE)
    run("trace", folder)
    ran = run("export", "pier.case", "--public", "--format", "json", "-o", "public.json")
    assert ran.code == 0, ran.err
    made = json.loads(Path("public.json").read_text("utf-8"))
    assert "east pier" not in json.dumps(made).lower()
    assert made["withheld"]["counts"] == [["a home address", 2]]
    from firsthand.case import Case

    with Case.open("pier.case") as case:
        last = case.custody()[-1]
    assert last.action == "public edition made" and last.detail.startswith("public.json, sha256")
    assert run("export", "pier.case", "--public", "--format", "bagit", "-o", "x.bag").code == 2
    assert run("verify", "pier.case").code == 0


def test_no_public_edition_while_case_toml_has_mistakes(run: Run, folder: Path) -> None:
    (folder / "case.toml").write_text(
        PRIVATE + '[[record]]\nfile = "gone.txt"\nhandling = { publish = "no" }'
    )
    run("trace", folder)
    ran = run("export", "pier.case", "--public", "-o", "public.html")
    assert ran.code != 0 and "gone.txt" in ran.err and not Path("public.html").exists()


def test_what_one_file_has_no_room_for_is_told(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from firsthand.dossier.exports.html import one_file

    monkeypatch.setattr(sys.modules[one_file.__module__], "MOST", 1)
    without = "dossier.html is without the custody log, the texts of the reports"
    traced = run("trace", folder)
    assert without in traced.out and "firsthand serve pier.case" in traced.out
    assert without in run("export", "pier.case", "-o", "out.html").err
    assert without in run("publish", "pier.case", "-o", "edition").err
    assert without in Path("edition/README.txt").read_text("utf-8")
    assert run("export", "pier.case", "--format", "json", "-o", "out.json").err == ""
