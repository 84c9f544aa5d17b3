"""Owners make and take editions in the browser; what is withheld is in no file of the public one."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree
from time import sleep
from zipfile import ZipFile

import pytest
from starlette.testclient import TestClient

from firsthand.case import Case
from firsthand.model import Right
from firsthand.workbench.app import application
from firsthand.workbench.desk import Desk
from tests.workbench.made import pier
from tests.workbench.visiting import HOST, client, entrance, file_of_users, log_in, token_on

TOML = '[[withhold]]\nwhat = "person"\nwords = ["Ada Quist", "에이다 퀴스트", "퀴스트"]\neverywhere = true\n'


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case that withholds one name of its reports."""
    folder = pier(tmp_path)
    (tmp_path / "pier" / "case.toml").write_text(TOML, "utf-8")
    with Case.open(folder) as made:
        made.add(tmp_path / "pier")
        made.trace()
        made.shelve()
    return folder


@pytest.fixture
def owner(desk: Desk) -> Iterator[TestClient]:
    with TestClient(application(desk), HOST, follow_redirects=False) as made:
        yield made


def _make(owner: TestClient, kind: str) -> int:
    sent = {"token": token_on(owner.get("/publish").text), "edition": kind}
    return owner.post("/publish", data=sent).status_code


def _ended(desk: Desk) -> None:
    for _ in range(1200):
        if not desk.work.state.running:
            break
        sleep(0.1)
    assert (desk.work.state.running, desk.work.state.fault) == (False, "")


def _files(owner: TestClient, kind: str) -> dict[str, bytes]:
    """Every file of an edition, those in the zip too."""
    made = owner.get("/publish.json").json()["made"]
    names = [each["name"] for edition in made if edition["kind"] == kind for each in edition["files"]]
    found = {name: owner.get(f"/publish/{kind}/{name}").content for name in names}
    with ZipFile(io.BytesIO(found["edition.zip"])) as packed:
        return found | {f"zip/{name}": packed.read(name) for name in packed.namelist()}


def test_both_editions_are_made_and_the_public_one_has_the_withheld_name_in_no_file(
    owner: TestClient, desk: Desk, case: Path
) -> None:
    before = owner.get("/publish").text
    assert "withheld" in before and "Ada Quist" not in before
    for kind in ("restricted", "public"):
        assert _make(owner, kind) == 303
        assert _make(owner, kind) == 409  # one at a time
        _ended(desk)
    names = ("Ada Quist", "Quist")
    whole, public = _files(owner, "restricted"), _files(owner, "public")
    assert any(names[0] in data.decode("utf-8", "replace") for data in whole.values())
    with_name = [name for name, data in public.items() if any(each.encode() in data for each in names)]
    assert with_name == [] and {"dossier.html", "dossier.json", "citations.bib", "zip/index.html"} <= set(
        public
    )
    with ZipFile(io.BytesIO(public["dossier.docx"])) as document:
        assert not any(b"Quist" in document.read(name) for name in document.namelist())
    answer = owner.get("/publish/public/dossier.html")
    assert answer.headers["content-disposition"].startswith("attachment")
    assert "What is withheld" in owner.get("/publish").text and "dossier.pdf" in owner.get("/publish").text
    desk.close()
    with Case.open(case, Right.READ) as made:
        assert [e.subject for e in made.custody() if e.action == "edition made"] == ["restricted", "public"]


@pytest.mark.parametrize(
    "address", ["public/dossier.html", "public/..%2ftold.json", "secret/told.json", "public/told.json"]
)
def test_what_was_not_made_is_not_there(address: str, owner: TestClient) -> None:
    assert owner.get(f"/publish/{address}").status_code == 404


def test_a_kind_that_there_is_not_is_refused(owner: TestClient, desk: Desk) -> None:
    assert _make(owner, "secret") == 409 and not desk.work.state.running


def test_only_an_owner_gives_out(case: Path, tmp_path: Path) -> None:
    with client(case, entrance(case, file_of_users(tmp_path / "desk.users"))) as vik:
        assert log_in(vik, "Vik Reviewer") == 303
        assert "/publish" not in vik.get("/").text
        assert vik.get("/publish").status_code == 403
        assert vik.get("/publish/public/dossier.html").status_code == 403
        sent = {
            "token": token_on(vik.get("/rulings").text) or token_on(vik.get("/").text),
            "edition": "public",
        }
        assert vik.post("/publish", data=sent).status_code == 403


def test_a_folder_that_was_cleaned_away_is_made_anew(desk: Desk, owner: TestClient) -> None:
    rmtree(desk.editions.kept)
    assert _make(owner, "restricted") == 303
    _ended(desk)
    assert desk.editions.made("restricted") and desk.editions.kept.stat().st_mode & 0o077 == 0


def test_who_takes_an_edition_away_while_it_is_made_anew_has_all_of_the_one_before(
    desk: Desk, owner: TestClient
) -> None:
    assert _make(owner, "restricted") == 303
    _ended(desk)
    found = desk.editions.file("restricted", "edition.zip")
    assert found
    with found.open("rb") as taking:
        size = found.stat().st_size
        assert _make(owner, "restricted") == 303
        _ended(desk)
        with ZipFile(io.BytesIO(taking.read())) as packed:
            assert packed.testzip() is None
        assert found.stat().st_ino != os.fstat(taking.fileno()).st_ino and size


def test_what_was_made_goes_with_the_server(owner: TestClient, desk: Desk) -> None:
    kept = desk.editions.kept
    assert kept.is_dir()
    desk.close()
    assert not kept.exists()
