"""What was edited after publication, as findings."""

from __future__ import annotations

from pathlib import Path

from firsthand import Case
from firsthand.dossier import overview
from firsthand.dossier.pieces import Tone

HEAD = "---\noutlet: {outlet}\ntitle: The gate\nurl: {url}\npublished: 2025-03-04T09:00:00Z\n{more}---\n"
GATE = "The gate had lost {} bolts when the barge struck it, lock keeper Oskar Vendt said.\n\n"
FIRST = GATE.format("four") + "Nobody was hurt.\n"
SECOND = GATE.format("two") + "Barges waited in line.\n"


def written(folder: Path, name: str, text: str, outlet: str = "Echo", more: str = "", url: str = "") -> None:
    head = HEAD.format(outlet=outlet, url=url or f"https://{outlet}.example/gate", more=more)
    (folder / name).write_text(head + text, "utf-8")


def test_an_edited_report_is_one_report_and_its_edits_are_findings(tmp_path: Path) -> None:
    written(tmp_path, "1.txt", FIRST)
    written(tmp_path, "2.txt", SECOND, more="modified: 2025-03-04T16:30:00Z\n")
    written(
        tmp_path,
        "3.txt",
        SECOND,
        more="modified: 2025-03-04T16:30:00Z\n",
        url="https://Echo.example/gate?fbclid=7",
    )
    written(tmp_path, "4.txt", "Barges waited in line.\n", outlet="Mail")
    with Case.at([tmp_path], tmp_path / "c.case") as case:
        case.add(tmp_path)
        case.trace()
        dossier = case.dossier()
    assert dossier.counts.reports == 2
    (group,) = [g for g in dossier.findings if g.kind == "edited"]
    assert group.word == "Edited after publication"
    head = "Echo (R2), edition of 4 Mar 2025, 16:30 UTC,"
    assert ["".join(p.text for p in f.sentence) for f in group.shown] == [
        f"{head} now says: {GATE.format('fourtwo').strip()}",
        f"{head} no longer has Nobody was hurt.",
        f"{head} adds Barges waited in line.",
    ]
    tones = {p.text: p.tone for f in group.shown for p in f.sentence}
    assert (tones["four"], tones["two"]) == (Tone.DROPPED, Tone.ADDED)
    assert not any(g.kind == "number-changed" for g in dossier.findings)
    facts = [next((f.value for f in r.facts if f.name == "Edition"), "") for r in dossier.reports]
    assert facts == [
        "1 of 2 of this report; see R2 and R3",
        "2 of 2 of this report; see R1 and R3",
        "2 of 2 of this report; see R1 and R2",
        "",
    ]
    assert "Edited after publication: Echo (R2)" in overview(dossier)


def test_the_same_report_received_again_has_no_edits(tmp_path: Path) -> None:
    written(tmp_path, "1.txt", FIRST)
    written(tmp_path, "2.txt", FIRST.replace("\n\n", "\n\n\n"))
    with Case.at([tmp_path], tmp_path / "c.case") as case:
        case.add(tmp_path)
        case.trace()
        dossier = case.dossier()
    assert dossier.counts.reports == 1
    assert [g for g in dossier.findings if g.kind == "edited"] == []
    assert "the same report was received again; see R2" in {f.value for f in dossier.reports[0].facts}
