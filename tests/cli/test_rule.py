from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run

BY = ("--by", "Una Vale", "--because", "the register has both")


def spellings(run: Run, name: str) -> list[set[str]]:
    run("trace", "pier.case")
    sources = json.loads(run("export", "pier.case", "--format", "json").out)["sources"]
    return [set(each["spellings"]) for each in sources if name in each["spellings"]]


def test_a_ruling_holds_until_it_is_undone(run: Run, folder: Path) -> None:
    (folder / "b.txt").write_text((folder / "b.txt").read_text("utf-8").replace("Ann", "Anna"), "utf-8")
    run("trace", folder)
    assert spellings(run, "Ann Lee") == [{"Ann Lee"}]
    ran = run("rule", "pier.case", "same", "Ann Lee", "Anna Lee", *BY)
    assert ran.code == 0 and ran.out.startswith("Ruling 1: “Ann Lee” and “Anna Lee” are the same. Una Vale, ")
    assert spellings(run, "Ann Lee") == [{"Ann Lee", "Anna Lee"}]
    listed = run("rule", "pier.case")
    assert listed.out == ran.out.splitlines()[0] + "\n"
    undone = run("rule", "pier.case", "--undo", 1, "--by", "Cy Dov")
    assert undone.code == 0 and undone.out.startswith("Ruling 1 is undone. Cy Dov, ")
    assert spellings(run, "Ann Lee") == [{"Ann Lee"}]
    assert "(it no longer holds)" in run("rule", "pier.case").out
    assert run("verify", "pier.case").code == 0


def test_a_name_that_nobody_bears_and_rulings_that_cannot_hold_are_told(run: Run, folder: Path) -> None:
    run("trace", folder)
    assert "Did you mean “Ann Lee”?" in run("rule", "pier.case", "same", "Ann Leee", "Bo Ek", *BY).err
    run("rule", "pier.case", "same", "Bo Ek", "Cy Dov", *BY)
    assert "They cannot all hold" in run("rule", "pier.case", "different", "Ann Leee", "Cy Dov", *BY).err
    made = json.loads(run("rule", "pier.case", "--json").out)
    assert len(made["rulings"]) == 3 and made["standing"] == [1, 2, 3] and len(made["contradictions"]) == 1


def test_what_makes_no_sense_is_one_sentence(run: Run, folder: Path) -> None:
    run("init", "pier.case")
    for wrong in (
        ("same", "Ann Lee", "Bo Ek"),
        ("same", "Ann Lee", "Bo Ek", "--by", "Una Vale"),
        ("same", "Ann Lee", "ann lee", *BY),
        ("same", "Ann Lee", "Bo Ek@R9", *BY),
        ("--undo", 1, "--by", "Una Vale"),
    ):
        ran = run("rule", "pier.case", *wrong)
        assert (ran.code, len(ran.err.splitlines())) == (2, 1), (wrong, ran.err)
    assert run("rule", "pier.case", "same", "Ann Lee", *BY).code == 2
    assert run("rule", "pier.case", "same", "A", "B", "--undo", 1, *BY).code == 2
    assert "Nothing was ruled yet" in run("rule", "pier.case").out


def test_a_file_of_followthemoney_is_kept_taken_over_and_told_by_line(run: Run, folder: Path) -> None:
    run("trace", folder)
    entity = {
        "id": "q1",
        "schema": "Person",
        "properties": {"name": ["Ann Lee", "Енн Лі"], "birthDate": ["1997"]},
    }
    (folder / "people.ftm.json").write_text(json.dumps(entity) + "\nno json\n", "utf-8")
    ran = run("rule", "pier.case", "--from", folder / "people.ftm.json", "--by", "Port archive")
    assert ran.code == 0 and "“Ann Lee” and “Енн Лі” are the same. Port archive, " in ran.out
    assert "note: line 2: it is not JSON." in ran.err
    run("trace", "pier.case")
    told = json.loads(run("export", "pier.case", "--format", "json").out)["sources"]
    (ann,) = (each for each in told if "Ann Lee" in each["spellings"])
    assert {"name": "born", "value": "1997", "how": "people.ftm.json, line 1", "url": ""} in ann["facts"]
    again = run("rule", "pier.case", "--from", folder / "people.ftm.json", "--by", "Port archive")
    assert again.out.startswith("No ruling in it that the case has not got.")
    assert run("verify", "pier.case").code == 0
    wrong = run("rule", "pier.case", "--from", folder / "people.ftm.json", "--undo", 1, "--by", "Cy Dov")
    assert wrong.code == 2 and "one after the other" in wrong.err


def test_what_a_report_says_is_corrected_added_and_rejected(run: Run, folder: Path) -> None:
    run("trace", folder)
    by = ("--by", "Una Vale", "--because", "I rang them")
    accepted = run("rule", "pier.case", "accept", "R1-a1", "--by", "Una Vale")
    assert accepted.code == 0 and "is right as it is. Una Vale, " in accepted.out
    corrected = run("rule", "pier.case", "correct", "R1-a1", "--source", "", *by)
    assert "source not stated" in corrected.out and corrected.code == 0
    assert run("rule", "pier.case", "reject", "R2-a1", *by).code == 0
    assert run("trace", "pier.case").code == 0
    made = json.loads(run("rule", "pier.case", "--json").out)
    assert made["standing"] == [2, 3] and made["conflicts"] == [] and made["orphans"] == []
    differs = run("rule", "pier.case", "accept", "R2-a1", "--by", "Ida Fox")
    assert differs.code == 0 and "is nobody’s statement. Ida Fox, " in differs.out  # as it stands there now
    differs = run("rule", "pier.case", "undecided", "J3", "--by", "Ida Fox", "--because", "cannot tell")
    assert "People differ" in differs.err
    settled = run("rule", "pier.case", "accept", "J3", "--settle", "--by", "Cy Dov")
    assert "which settles rulings 3 and 5" in settled.out and "People differ" not in settled.err


def test_a_source_and_a_statement_are_graded(run: Run, folder: Path) -> None:
    run("trace", folder)
    by = ("--by", "Una Vale", "--because", "I know them")
    graded = run("rule", "pier.case", "grade", "Ann Lee", "b", "--for", "the pier", *by)
    assert "“Ann Lee” is graded B, usually reliable (the pier)" in graded.out
    assert "grade" in run("rule", "pier.case", "grade", "Ann Lee", *by).err
    assert "is graded 3, possibly true" in run("rule", "pier.case", "grade", "S1", "3", *by).out
    assert run("rule", "pier.case", "from", "R2", "R1", *by).code == 0
    assert "was not taken from" in run("rule", "pier.case", "not-from", "R2", "R1", *by).out
