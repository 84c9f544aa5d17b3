"""What a real folder holds besides articles: each gets one clear sentence, and the rest goes on."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from firsthand import Case
from firsthand.errors import CaseDamaged, CaseTooNew, FirsthandError
from firsthand.model import Right

GOOD = "---\noutlet: Harbour Gazette\n---\nThe bridge is safe, harbour master Ann Lee said on Monday.\n"
NESTED = (
    b"<html><body>" + b"<div>" * 100_000 + b"<p>The mayor said the road was shut.</p>" + b"</div>" * 100_000
)
BOMB = b"<html><body><p>" + b"<b>boom</b> " * 60_000 + b"</p></body></html>"
RIGHT_TO_LEFT = "---\nlanguage: ar\n---\nقالت المديرة: «الجسر آمن» يوم الاثنين.\n"


def write(name: str, data: bytes) -> Callable[[Path], None]:
    return lambda folder: (folder / name).write_bytes(data) and None


def large(folder: Path) -> None:
    with (folder / "large.txt").open("wb") as file:
        file.truncate(200 * 1024 * 1024)


# (what is put into the folder, a word of the sentence that is said; "" = it is read)
BAD: dict[str, tuple[Callable[[Path], object], str]] = {
    "empty": (lambda f: (f / "empty.txt").touch(), "is empty"),
    "of 200 MB": (large, "200 MB"),
    "in an old encoding": (write("old.txt", ("Мер сказав, що міст безпечний. " * 9).encode("cp1251")), ""),
    "binary called .txt": (write("photo.txt", bytes(range(256)) * 64), "not text"),
    "HTML 100,000 tags deep": (write("deep.html", NESTED), ""),
    "HTML that repeats itself": (write("bomb.html", BOMB), ""),
    "with NUL bytes": (write("nul.txt", b"The mayor\x00 said \x00\x00\x00" * 40), "NUL"),
    "with lone surrogates": (
        write("lone.jsonl", b'{"text": "The mayor \\ud800 said the road was shut."}\n'),
        "",
    ),
    "right to left": (write("rtl.txt", RIGHT_TO_LEFT.encode()), ""),
    "with a broken JSON line": (
        write("rows.jsonl", b'{"text": "The mayor said the road was shut."}\n{"text": "The ma\n'),
        "row 2",
    ),
    "CSV without a text column": (write("list.csv", b"id,colour\n1,red\n2,blue\n"), "text"),
    "a picture that is none": (write("page.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 99), "page.png"),
    "a link to nowhere": (lambda f: (f / "gone.txt").symlink_to("nowhere"), "not there"),
    "a named pipe": (lambda f: os.mkfifo(f / "pipe.txt"), "pipe"),
}


def said(case: Case) -> list[str]:
    return [f"{r.name} {r.part} {r.what}. {r.do}" for r in case.refusals()]


@pytest.mark.parametrize("what", BAD)
def test_a_file(what: str, tmp_path: Path) -> None:
    make, word = BAD[what]
    folder = tmp_path / "in"
    folder.mkdir()
    make(folder)
    (folder / "zz-good.txt").write_text(GOOD, "utf-8")
    with Case.create(tmp_path / "c") as case:
        case.add(folder)
        case.trace()
        case.publish()
        sentences = said(case)
        assert (len(sentences) == 1 and word in sentences[0]) if word else sentences == []
        assert "zz-good.txt" in {r.name for r in case.records()}
        assert any(a.name == "Ann Lee" or "Ann Lee" in a.name for a in case.attributions())
        for entry in case.custody():
            if entry.action == "object received":
                case.original(entry.subject)
        assert case.verify() == ()


def test_all_of_it_at_once_through_the_program(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for make, _ in BAD.values():
        make(folder)
    (folder / "zz-good.txt").write_text(GOOD, "utf-8")
    command = [
        sys.executable,
        "-m",
        "firsthand",
        "trace",
        str(folder),
        "--case",
        str(tmp_path / "c"),
        "--json",
    ]
    ran = subprocess.run(command, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    found = json.loads(ran.stdout)
    assert len(found["refusals"]) == sum(bool(word) for _, word in BAD.values())
    assert "Traceback" not in ran.stderr
    assert Path(found["dossier"]).stat().st_size < 60_000_000


# Root may open every folder, and any file in it, unless it is started without that right.
UNPRIVILEGED = [
    "setpriv",
    *(f"--{each}=-dac_override,-dac_read_search" for each in ("inh-caps", "bounding-set")),
]


@pytest.mark.skipif(os.geteuid() == 0 and not shutil.which("setpriv"), reason="root may open every folder")
def test_a_folder_without_permission(tmp_path: Path) -> None:
    (tmp_path / "in" / "closed").mkdir(parents=True)
    (tmp_path / "in" / "good.txt").write_text(GOOD, "utf-8")
    (tmp_path / "in" / "closed").chmod(0)
    Case.create(tmp_path / "c").close()
    add = [sys.executable, "-m", "firsthand", "add", str(tmp_path / "c"), str(tmp_path / "in"), "--json"]
    command = (UNPRIVILEGED if os.geteuid() == 0 else []) + add
    found = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert [refusal["what"] for refusal in found["refusals"]] == ["this folder may not be opened"]
    assert found["records"] == 1


@pytest.mark.parametrize("delay", [0, 0.7])
def test_ctrl_c_in_the_middle_says_so_and_the_next_run_goes_on(tmp_path: Path, delay: float) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(90):
        (folder / f"{number}.txt").write_text(GOOD * 7 + str(number), "utf-8")
    command = [sys.executable, "-m", "firsthand", "trace", str(folder), "--case", str(tmp_path / "c")]
    pipe = subprocess.PIPE
    run = subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, start_new_session=True)
    while not list((tmp_path / "c" / "objects").glob("*/*")):
        time.sleep(0.01)
    time.sleep(delay)
    os.killpg(run.pid, signal.SIGINT)  # a terminal interrupts every process of the command
    _, err = run.communicate()
    assert run.returncode == 130
    assert err.strip() == (
        "firsthand: Interrupted. What was received is kept; the same command goes on from there."
    )
    assert subprocess.run(command, capture_output=True).returncode == 0
    with Case.open(tmp_path / "c", Right.READ) as case:
        assert len(case.records()) == 90
        assert case.verify() == ()


@pytest.fixture
def traced(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "good.txt").write_text(GOOD, "utf-8")
    with Case.create(tmp_path / "c") as case:
        case.add(tmp_path / "in")
        case.trace()
    return tmp_path / "c"


def alter(case: Path, *statements: str) -> int:
    """Change a database behind Firsthand's back, past the triggers that guard it; how many rows."""
    with sqlite3.connect(case / "case.db") as database:
        guards = database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in guards:
            database.execute(f'DROP TRIGGER "{name}"')
        return sum(database.execute(statement).rowcount for statement in statements)


def test_a_case_of_a_newer_release(traced: Path) -> None:
    newer = "UPDATE about SET value = '99' WHERE key = 'format'"
    assert alter(traced, newer, "UPDATE alembic_version SET version_num = '0099'") == 2
    with pytest.raises(CaseTooNew, match="newer"):
        Case.open(traced)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE records SET text = text || ' Not.'",
        "UPDATE attributions SET value = replace(value, 'asserts', 'denies')",
        "DELETE FROM attributions",
        "DELETE FROM custody WHERE number = (SELECT max(number) FROM custody)",
        "UPDATE custody SET at = '2001-01-01T00:00:00+00:00' WHERE number = 2",
    ],
)
def test_an_altered_database(traced: Path, statement: str) -> None:
    assert alter(traced, statement) > 0
    try:
        with Case.open(traced, Right.READ) as case:
            assert case.verify() != ()
    except FirsthandError as error:
        assert isinstance(error, CaseDamaged)


def test_an_altered_object_is_never_given_out(traced: Path) -> None:
    file = next(p for p in (traced / "objects").rglob("*") if p.is_file())
    file.chmod(0o600)
    file.write_bytes(file.read_bytes().replace(b"safe", b"shut"))
    with Case.open(traced, Right.READ) as case:
        assert [fault for fault in case.verify() if file.name in fault.where or file.name in fault.what]
        with pytest.raises(CaseDamaged):
            case.original(file.name)


def test_a_full_disk(tmp_path: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(small)]
    if (
        os.geteuid() != 0
        or not shutil.which("mount")
        or subprocess.run(mount, capture_output=True).returncode
    ):
        pytest.skip("a small disk can only be made by root, where mounting is allowed")
    try:
        (tmp_path / "in").mkdir()
        for number in range(9):
            (tmp_path / "in" / f"{number}.txt").write_text(GOOD + str(number) + "x" * 60_000, "utf-8")
        command = [
            sys.executable,
            "-m",
            "firsthand",
            "trace",
            str(tmp_path / "in"),
            "--case",
            str(small / "c"),
        ]
        ran = subprocess.run(command, capture_output=True, text=True)
        assert ran.returncode == 6, ran.stderr
        assert len(ran.stderr.splitlines()) == 1 and "full" in ran.stderr
        larger = ["mount", "-o", "remount,size=60m", str(small)]
        assert subprocess.run(larger, capture_output=True).returncode == 0
        assert subprocess.run(command, capture_output=True).returncode == 0
        with Case.open(small / "c", Right.READ) as case:
            assert len(case.records()) == 9
            assert case.verify() == ()
    finally:
        subprocess.run(["umount", str(small)], check=True)
