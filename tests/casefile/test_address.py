from __future__ import annotations

import builtins
from pathlib import Path
from typing import Any

import pytest

from firsthand.casefile import CaseFile, address
from firsthand.casefile.address import Address
from firsthand.errors import CaseDamaged, Refused

URL = "postgresql://ann@db.example/firsthand"


def test_an_address_is_read_back(tmp_path: Path) -> None:
    address.write(tmp_path, Address(URL, "case_1"))
    assert address.read(tmp_path) == Address(URL, "case_1")


def test_every_case_has_a_schema_of_its_own() -> None:
    one, other = address.new(URL), address.new(URL)
    assert one.url == other.url == URL and one.schema != other.schema


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("postgresql://ann:hush@db.example/firsthand", "a password in it"),
        ("postgresql://db.example/firsthand?password=hush", "a password in it"),
        ("postgresql://db.example/firsthand?sslpassword=hush", "a password in it"),
        ("postgresql://ann:hush@[db.example/firsthand", "cannot be read"),
        ("postgresql://ann:hush@db.example/firsthand?hush=hush", "cannot be read"),
        ("postgresql://db.example", "names no database"),
        ("mysql://ann:hush@db.example/firsthand", "no address of a PostgreSQL database"),
        ("firsthand.db", "no address of a PostgreSQL database"),
    ],
)
def test_what_is_no_address_is_refused_and_no_password_is_kept_or_told(
    tmp_path: Path, url: str, said: str
) -> None:
    with pytest.raises(Refused, match=said) as caught:
        CaseFile.create(tmp_path / "c", "x", url)
    assert "hush" not in str(caught.value) and caught.value.do
    assert not (tmp_path / "c").exists()


@pytest.mark.parametrize(
    "said", ["", "{", "[]", "null", '{"database": 3, "schema": "x"}', '{"database": "postgresql://x/y"}',
    '{"database": "file:///etc", "schema": "case_1"}', '{"database": "postgresql://x/y", "schema": "public"}']
)  # fmt: skip
def test_a_file_that_says_something_else_is_damage(tmp_path: Path, said: str) -> None:
    (tmp_path / "case.database").write_text(said)
    with pytest.raises(CaseDamaged, match="where the tables of the case are"):
        CaseFile.open(tmp_path)


def test_a_folder_with_two_databases_is_told(tmp_path: Path) -> None:
    CaseFile.create(tmp_path / "c", "x").close()
    address.write(tmp_path / "c", Address(URL, "case_1"))
    with pytest.raises(CaseDamaged, match="both"):
        CaseFile.open(tmp_path / "c")


def test_without_the_extra_a_sentence_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = builtins.__import__

    def without(name: str, *others: Any) -> Any:
        if name.startswith("psycopg"):
            raise ImportError(name)
        return usual(name, *others)

    monkeypatch.setattr(builtins, "__import__", without)
    address.write(tmp_path, Address(URL, "case_1"))
    for ask in (lambda: CaseFile.open(tmp_path), lambda: CaseFile.create(tmp_path / "c", "x", URL)):
        with pytest.raises(Refused, match=r"firsthand\[team\]"):
            ask()
