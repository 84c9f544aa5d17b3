"""Pages read and lines translated by a machine: kept, logged, labelled, and never evidence."""

from __future__ import annotations

import hashlib
import json
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from firsthand import Case
from firsthand.aiding import Sending
from firsthand.errors import Refused
from firsthand.model import Record, RecordKind, Trace
from tests.machines.speaking import Answer, Model, says, speaking

LINES = "오늘 편지를 썼다.\n비가 온다. [...]"


def png() -> bytes:
    out = BytesIO()
    Image.new("L", (30, 40), 255).save(out, "PNG")
    return out.getvalue()


def collected(folder: Path, model: Model, more: str = "") -> Path:
    """Two pages of a notebook, and a case.toml that names ``model``."""
    folder.mkdir()
    for number in (1, 2):
        (folder / f"{number}.png").write_bytes(png()[:-1] + bytes([number]))
    (folder / "case.toml").write_text(
        f'[machine]\nendpoint = "{model.url}"\nmodel = "lab/seer"\n{more}', "utf-8"
    )
    return folder


def aids(case: Case) -> list[Record]:
    return [record for record in case.records() if record.aid]


def test_a_page_is_read_kept_logged_and_labelled(tmp_path: Path) -> None:
    agreed: list[Sending] = []
    with speaking([says(LINES)]) as model, Case.create(tmp_path / "c") as case:
        case.add(collected(tmp_path / "n", model))
        aided = case.aids.transcribe("1.png", agree=lambda sending: not agreed.append(sending))
        (made,) = aids(case)
        page = next(r for r in case.records() if r.name == "1.png")
        assert aided.made == (made,)
        assert (made.kind, made.manner, made.of) == (RecordKind.TRANSCRIPTION, "machine", page.id)
        assert (made.by, made.language) == (f"lab/seer at {model.host}", "ko")
        assert [made.text[slice(*line.span)] for line in made.lines] == LINES.split("\n")
        assert [sending.host for sending in agreed] == [model.host]
        kept = json.loads(case.original(made.object))
        assert kept["answers"] == [says(LINES).body.decode()] and made.made == kept["made"]
        assert hashlib.sha256(case.original(made.object)).hexdigest() == made.object
        log = [(e.action, e.subject) for e in case.custody()]
        assert log.index(("machine asked", page.id)) < log.index(("object taken out", made.object))
        assert case.verify() == ()


def test_what_was_read_is_not_sent_again(tmp_path: Path) -> None:
    with speaking([says(LINES)]) as model, Case.create(tmp_path / "c") as case:
        case.add(collected(tmp_path / "n", model))
        case.aids.transcribe("1.png", agree=lambda sending: True)
        aided = case.aids.transcribe(agree=lambda sending: sending.names == ("2.png",))
        assert (len(aided.made), aided.again, len(model.asked)) == (1, 1, 2)
        assert case.aids.transcribe().again == 2 and len(model.asked) == 2


def test_nothing_is_sent_that_nobody_agreed_to(tmp_path: Path) -> None:
    with speaking([says(LINES)]) as model, Case.create(tmp_path / "c") as case:
        case.add(collected(tmp_path / "n", model))
        with pytest.raises(Refused, match="nothing was sent"):
            case.aids.transcribe()
        assert model.asked == [] and "machine asked" not in [e.action for e in case.custody()]


def test_a_page_that_the_model_refuses_costs_itself_alone(tmp_path: Path) -> None:
    with speaking([says("", refusal="No."), says(LINES)]) as model, Case.create(tmp_path / "c") as case:
        case.add(collected(tmp_path / "n", model))
        aided = case.aids.transcribe(agree=lambda sending: True)
        assert [r.name for r in aided.refused] == ["1.png"] and "refuses (No)" in aided.refused[0].what
        assert [record.name.split("/")[0] for record in aided.made] == ["2.png"]
        assert any((e.action, e.detail[:7]) == ("machine gave nothing", "1.png: ") for e in case.custody())


def test_what_came_before_the_server_went_is_kept(tmp_path: Path) -> None:
    with speaking([says(LINES), Answer(b"", 500)]) as model, Case.create(tmp_path / "c") as case:
        case.add(collected(tmp_path / "n", model))
        with pytest.raises(Refused, match="has trouble"):
            case.aids.transcribe(agree=lambda sending: True)
        assert len(aids(case)) == 1


def test_a_page_that_is_withheld_is_said_to_be(tmp_path: Path) -> None:
    withheld = '[[record]]\nfile = "2.png"\n[record.handling]\nrelation = "dead"\n'
    said: list[Sending] = []
    with speaking([says(LINES)]) as model, Case.create(tmp_path / "c") as case:
        case.add(collected(tmp_path / "n", model, withheld))
        with pytest.raises(Refused):
            case.aids.transcribe(agree=lambda sending: said.append(sending) or False)
    assert said[0].withheld == ("2.png",)
    assert "says of 2.png that it is not to be published" in said[0].sentence()


def test_a_page_that_is_not_there_is_refused_with_those_that_are(tmp_path: Path) -> None:
    with speaking([says(LINES)]) as model, Case.create(tmp_path / "c") as case:
        case.add(collected(tmp_path / "n", model))
        with pytest.raises(Refused, match=r"There is 1\.png, 2\.png"):
            case.aids.transcribe("3.png")


def test_a_key_in_case_toml_is_refused_before_anything_is_kept(tmp_path: Path) -> None:
    with speaking([says(LINES)]) as model, Case.create(tmp_path / "c") as case:
        with pytest.raises(Refused, match="Nothing was kept") as why:
            case.add(collected(tmp_path / "n", model, 'key = "sk-secret"\n'))
        assert "sk-secret" not in str(why.value) and case.records() == ()
    assert all(
        b"sk-secret" not in file.read_bytes() for file in (tmp_path / "c").rglob("*") if file.is_file()
    )


def test_a_reading_by_machine_is_translated_in_its_turn(tmp_path: Path) -> None:
    script = [says(LINES), says("1: Я написав листа.\n2: Іде дощ. [...]")]
    with speaking(script) as model, Case.create(tmp_path / "c") as case:
        case.add(collected(tmp_path / "n", model))
        (read,) = case.aids.transcribe("1.png", agree=lambda sending: True).made
        (made,) = case.aids.translate(into="uk", agree=lambda sending: True).made
        assert (made.kind, made.of, made.language) == (RecordKind.TRANSLATION, read.id, "uk")
        assert [line.number for line in made.lines] == [line.number for line in read.lines]
        assert case.aids.translate(into="uk").again == 1
        (aid,) = case.dossier().aids
        said = [[rendering.words.text for rendering in line.renderings] for line in aid.lines]
        assert said == [["Я написав листа."], ["Іде дощ. [...]"]]


QUOTED = "We signed the sheet for the east crane"
REPORTS = {
    "a.txt": f'---\noutlet: Harbour Gazette\npublished: 2025-02-01\n---\nThe notebook says: "{QUOTED}."\n',
    "b.txt": f'---\noutlet: Coast Mail\npublished: 2025-02-02\n---\n"{QUOTED}," the notebook says.\n',
}


def traced(folder: Path, translation: str) -> tuple[Trace, list[object]]:
    """A record in Ukrainian that two reports quote in English; with a translation that has the very words, as
    ``translation`` says in case.toml; its trace, and what the dossier says."""
    folder.mkdir()
    record = "Ми розписалися за східний кран.\n"
    for name, text in {**REPORTS, "notebook.txt": record, "english.txt": f"{QUOTED}.\n"}.items():
        (folder / name).write_text(text, "utf-8")
    toml = translation + '[[record]]\nfile = "notebook.txt"\nkind = "primary"\nlanguage = "uk"\n'
    (folder / "case.toml").write_text(toml, "utf-8")
    with Case.create(folder / "c") as case:
        case.add(folder)
        found, dossier = case.trace(), case.dossier()
        return found, [dossier.answer, dossier.counts, dossier.findings, dossier.statements, dossier.picture]


def test_no_finding_rests_on_what_a_machine_made(tmp_path: Path) -> None:
    of = '[[record]]\nfile = "english.txt"\nkind = "translation"\nof = "notebook.txt"\nlanguage = "en"\n'
    without, said = traced(tmp_path / "without", 'ignore = ["english.txt"]\n')
    machine, same = traced(tmp_path / "machine", f'{of}by = "engine 1"\nmanner = "machine"\n')
    person, _ = traced(tmp_path / "person", f'{of}by = "Marit Hollin"\n')
    assert person.matches != without.matches and person.supports != without.supports
    assert machine == without
    assert same[:3] == said[:3] and same[4] == said[4]
