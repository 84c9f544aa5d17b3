from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.machines.speaking import Model, says, speaking
from tests.test_aiding import collected


@pytest.fixture
def model(run: Run, tmp_path: Path) -> Iterator[Model]:
    """A model that reads one line, and a case of two pages that names it."""
    with speaking([says("비가 온다.")]) as found:
        run("init", "n.case")
        run("add", "n.case", collected(tmp_path / "n", found))
        yield found


def test_a_script_must_name_the_host(run: Run, model: Model) -> None:
    ran = run("transcribe", "n.case")
    assert ran.code == 2 and f"--send-to {model.host}" in ran.err and "2 pages" in ran.err
    ran = run("transcribe", "n.case", "--send-to", "models.example")
    assert ran.code == 2 and f"case.toml names {model.host}" in ran.err
    assert model.asked == []
    ran = run("transcribe", "n.case", "1.png", "--send-to", model.host)
    assert ran.code == 0 and f"1.png: 1 line by lab/seer at {model.host}, a machine, not checked" in ran.out
    assert "비가 온다." in run("show", "n.case", "A1").out
    found = json.loads(run("transcribe", "n.case", "--send-to", model.host, "--json").out)
    assert (found["again"], [record["text"] for record in found["made"]]) == (1, ["비가 온다."])


def test_a_person_is_told_where_it_goes_and_asked(
    run: Run, model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("firsthand.cli.asking.attended", lambda: True)
    for answer, code in (("n", 2), ("", 2), ("y", 0)):
        monkeypatch.setattr("click.termui.visible_prompt_func", lambda prompt, answer=answer: answer)
        assert model.asked == []
        ran = run("transcribe", "n.case", "1.png")
        assert f"The picture of a page (1.png) would be sent to {model.host}" in ran.err
        assert ran.code == code
    assert len(model.asked) == 1
