from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run
from tests.machines.speaking import says, speaking

TOML = """
[machine]
endpoint = "{url}"
model = "seer"
[[record]]
file = "n.txt"
kind = "primary"
language = "uk"
"""


def test_a_record_is_translated_line_by_line_and_labelled(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "n"
    folder.mkdir()
    (folder / "n.txt").write_text("1\tІде дощ.\n2\tПором не прийшов.\n", "utf-8")
    with speaking([says("1: It is raining."), says("2: The ferry did not come.")]) as model:
        (folder / "case.toml").write_text(TOML.format(url=model.url), "utf-8")
        run("init", "n.case")
        run("add", "n.case", folder)
        assert f"--send-to {model.host}" in run("translate", "n.case", "--into", "en").err
        assert model.asked == []
        ran = run("translate", "n.case", "--into", "English", "--send-to", model.host)
        assert ran.code == 0 and f"n.txt: 1 line by seer at {model.host}, a machine, not checked" in ran.out
        assert "left out lines 2" in ran.err
        ran = run("translate", "n.case", "--into", "en", "--send-to", model.host)
        assert "n.txt: 1 line by seer" in ran.out and ran.err == ""
        assert [q["messages"][0]["content"].splitlines()[-1][:2] for _, q in model.asked] == ["2:", "2:"]
        assert "asked for again: 1" in run("translate", "n.case", "--into", "en").out
    run("trace", "n.case")
    assert f"It is raining. (machine translation by seer at {model.host}," in run("show", "n.case", "L1").out
    assert "The ferry did not come. (machine translation" in run("show", "n.case", "L2").out
    assert run("translate", "n.case", "--into", "uk").code == 2
    assert "no language" in run("translate", "n.case", "--into", "Elvish").err
