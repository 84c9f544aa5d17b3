from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

from tests.cli.conftest import Run


def made(folder: str) -> dict[str, bytes]:
    """The files of an edition by name."""
    return {
        each.relative_to(folder).as_posix(): each.read_bytes()
        for each in Path(folder).rglob("*")
        if each.is_file()
    }


def test_two_runs_give_the_same_files_and_the_log_names_each(run: Run, folder: Path) -> None:
    run("trace", folder)
    first = run("publish", "pier.case", "--edition", "restricted", "-o", "one", "--json")
    assert first.code == 0, first.err
    told = json.loads(first.out)["files"]
    assert run("publish", "pier.case", "--edition", "restricted", "-o", "two").code == 0
    one, two = made("one"), made("two")
    assert one == two and {"index.html", "dossier.html", "README.txt", "SHA256SUMS"} <= set(one)
    assert told == {name: sha256(data).hexdigest() for name, data in one.items() if name != "SHA256SUMS"}
    from firsthand.case import Case

    with Case.open("pier.case") as case:
        entries = [each for each in case.custody() if each.action == "edition made"]
    assert [each.subject for each in entries] == ["restricted", "restricted"]
    assert all(f"{name} sha256 {hashed}" in entries[0].detail for name, hashed in told.items())


def test_a_public_edition_takes_the_place_of_a_whole_one_and_of_nothing_else(run: Run, folder: Path) -> None:
    (folder / "case.toml").write_text(
        '[[withhold]]\nwhat = "person"\nwords = ["Ann Lee"]\neverywhere = true\n'
    )
    run("trace", folder)
    assert run("publish", "pier.case", "--edition", "restricted", "-o", "out").code == 0
    assert any(b"Ann Lee" in data for data in made("out").values())
    ran = run("publish", "pier.case", "-o", "out")
    assert ran.code == 0 and "public edition" in ran.out
    assert not any(b"Ann Lee" in data for data in made("out").values())
    assert run("publish", "pier.case", "-o", "letters of Ann Lee").code == 2
    assert not Path("letters of Ann Lee").exists()
    for place in (str(folder), "pier.case"):
        ran = run("publish", "pier.case", "-o", place)
        assert ran.code == 2 and "other things" in ran.err and len(ran.err.splitlines()) == 1
