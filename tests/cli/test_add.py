from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run
from tests.fetching.serving import serving
from tests.records.webarchive.building import http, page


def test_files_are_received_and_counted(run: Run, folder: Path) -> None:
    run("init", "pier.case")
    ran = run("add", "pier.case", folder)
    assert ran.code == 0, ran.err
    assert "3 new files received, 2 records read" in ran.out


def test_json_names_the_refusals(run: Run, folder: Path) -> None:
    run("init", "pier.case")
    found = json.loads(run("add", "pier.case", folder / "c.txt", "--json").out)
    assert [refusal["what"] for refusal in found["refusals"]] == ["is empty"]


def test_what_is_no_case_is_refused(run: Run, folder: Path) -> None:
    ran = run("add", folder, folder / "a.txt")
    assert ran.code == 2
    assert str(folder) in ran.err


def test_a_date_in_the_future_is_told_on_adding_and_on_showing(run: Run, folder: Path) -> None:
    for number in range(7):
        late = f"---\noutlet: Gazette {number}\npublished: 2999-02-01\n---\nPier {number} is shut.\n"
        (folder / f"late{number}.txt").write_text(late, "utf-8")
    run("init", "pier.case")
    ran = run("add", "pier.case", folder)
    assert "noted: late0.txt: the date '2999-02-01' is later than the day" in ran.err
    assert "… and 2 more such notes" in ran.err and "late6.txt" not in ran.err
    shown = run("show", "pier.case").out
    assert "Gazette 0: the date '2999-02-01' is later" in shown and "… and 2 more" in shown
    assert "'2999-02-01' is later" in run("show", "pier.case", "R5").out
    assert "noted" not in run("add", "pier.case", folder).err


def test_an_address_is_fetched_and_kept(run: Run) -> None:
    run("init", "pier.case")
    answers = {"/lock": http(page()), "/robots.txt": http(b"User-agent: *\nDisallow: /shut", "text/plain")}
    with serving({**answers}) as server:
        ran = run("add", "pier.case", f"{server.url}/shut", "--allow-private")
        assert ran.code == 2 and "asks programs not to fetch /shut" in ran.err
        ran = run("add", "pier.case", f"{server.url}/lock", "--allow-private")
        assert (ran.code, ran.err) == (0, "") and "1 new file received, 1 record read" in ran.out
        ran = run("add", "pier.case", f"{server.url}/shut", "--allow-private", "--ignore-robots")
        assert ran.code == 0 and "/shut answered with status 404" in ran.err
