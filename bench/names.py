"""Names compared: ours beside nomenklatura's logic-v2 at its frozen 0.7, koroman and korean-romanizer.

Ours stands in two columns: where the answer is "same", and where the score is 0.5 or more ("looked at").
The second is what the labels of name_bench mean: they call KO TAE BIN and KO TAE HUN a match, and the first
fund and the second. name_bench is weighed by weights that did not see the pair (bench/weigh_names.py). The
peers are as they are, fetched once into ``bench/out/names-venv``; without a network the table goes on
without them.
"""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from rapidfuzz.distance import Indel

from bench.data import DATA, ONE_THREAD, OUT
from bench.weigh_names import BEINGS, Answer, cases, cross_validated, f1
from firsthand.model import Being, Sameness
from firsthand.names.comparing import compare

HERE = Path(__file__).parent
VENV = OUT / "names-venv"
SETS = DATA / "names"
FROZEN = 0.7  # nomenklatura's threshold in its own run file
NEAR = 0.8  # a romanised name and another are one if so much of their letters agrees
SAMPLE = 600  # rows of fullnames_en_ko
SAME, LOOKED = "same", "looked at"
HEAD = f"{'':<36}{'':<18}{'precision':>10}{'recall':>10}{'F1':>10}"
# Aliases of the UN list that are other names, not spellings of the name: no comparing finds them. By hand, by
# number in the list of aliases of a person.
OTHER_NAMES = {
    "KPi.008": {1, 2, 3}, "KPi.016": {1}, "KPi.023": {0, 2, 3, 6}, "KPi.025": {0}, "KPi.030": {0},
    "KPi.031": {0}, "KPi.047": {2}, "KPi.049": {0}, "KPi.080": {0},
}  # fmt: skip
Labelled = tuple[str, str, str, bool]  # schema, one, other, whether they are one name
Said = dict[str, list[bool]]  # contestant → what it says of each pair


def figures() -> dict[str, float]:
    """Our figures, in hundredths; the table with the peers is printed."""
    sets: dict[str, list[Labelled]] = {
        "near names": near_names("report"),
        "UN aliases": un_aliases(),
        "Korean full names": full_names(),
    }
    told = cross_validated(cases())
    said = {name: ours(pairs) for name, pairs in sets.items()}
    peers = _peers([_labelled(a) for a in told], sets)
    found = _figures(told, said, sets)
    print(_table(told, said, sets, peers), calibration(told), speed(), sep="\n\n")
    return found


def _labelled(told: Answer) -> Labelled:
    case = told.case
    return case.schema, case.one, case.other, case.match


def near_names(half: str) -> list[Labelled]:
    """The rows of near_names.tsv of one half: none is one name."""
    with (HERE / "near_names.tsv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["half"] == half]
    schema = {"person": "Person", "body": "Organization"}
    return [(schema[row["being"]], row["one"], row["other"], False) for row in rows]


def un_aliases() -> list[Labelled]:
    """Each person of the list with those aliases that are spellings, and every name of every two persons."""
    lines = (SETS / "un_dprk_persons.jsonl").read_text("utf-8").splitlines()
    persons = {row["ref"]: (row["name"], row["aliases"]) for row in map(json.loads, lines)}
    true = [
        ("Person", name, alias, True)
        for ref, (name, aliases) in persons.items()
        for n, alias in enumerate(aliases)
        if n not in OTHER_NAMES.get(ref, ())
    ]
    names = [(name, *aliases) for name, aliases in persons.values()]
    false = [("Person", a, b, False) for one, two in combinations(names, 2) for a in one for b in two]
    return true + false


def full_names() -> list[Labelled]:
    """Korean persons in English and Korean, and as many pairs of two persons."""
    with (SETS / "fullnames_en_ko.tsv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["kind"] == "korean-person-likely"]
    step = max(1, len(rows) // SAMPLE)
    chosen = rows[::step]
    true = [("Person", row["en"], row["ko"], True) for row in chosen]
    known = {(row["en"], row["ko"]) for row in rows}
    mixed = zip(chosen, [*chosen[1:], chosen[0]], strict=True)
    return true + [("Person", a["en"], b["ko"], False) for a, b in mixed if (a["en"], b["ko"]) not in known]


def ours(pairs: Iterable[Labelled]) -> Said:
    """What we say of each pair, in both columns."""
    told = [compare(one, other, BEINGS.get(schema, Being.UNKNOWN)) for schema, one, other, _ in pairs]
    return {SAME: [t.verdict is Sameness.SAME for t in told], LOOKED: [t.score >= 0.5 for t in told]}


def _figures(
    told: Sequence[Answer], said: Mapping[str, Said], sets: Mapping[str, list[Labelled]]
) -> dict[str, float]:
    persons = [a for a in told if a.case.schema == "Person"]
    un = f1(zip(said["UN aliases"][SAME], (p[3] for p in sets["UN aliases"]), strict=True))
    korean = f1(zip(said["Korean full names"][SAME], (p[3] for p in sets["Korean full names"]), strict=True))
    near = said["near names"][SAME]
    return {
        "name_bench, looked at: F1": f1(_looked(told))["F1"],
        "name_bench persons, looked at: F1": f1(_looked(persons))["F1"],
        "name_bench, same: F1": f1(_same(told))["F1"],
        "name_bench, same: precision": f1(_same(told))["precision"],
        "UN aliases, same: recall": un["recall"],
        "UN aliases, same: precision": un["precision"],
        "Korean full names, same: F1": korean["F1"],
        "near names kept apart": 100 * (1 - sum(near) / len(near)),
    }


def _looked(told: Iterable[Answer]) -> list[tuple[bool, bool]]:
    return [(a.score >= 0.5, a.case.match) for a in told]


def _same(told: Iterable[Answer]) -> list[tuple[bool, bool]]:
    return [(a.verdict is Sameness.SAME, a.case.match) for a in told]


def calibration(told: Sequence[Answer]) -> str:
    """Mean scores by strength of label: they should fall from strong match to strong non-match."""
    lines = ["name_bench, pairs left out: mean score by label"]
    for match, order in ((True, ("STRONG", "MEDIUM", "WEAK")), (False, ("WEAK", "MEDIUM", "STRONG"))):
        for quality in order:
            scores = [a.score for a in told if a.case.match is match and a.case.quality == quality]
            label = f"{quality.lower()} {'match' if match else 'non-match'}"
            lines.append(f"  {label:<18} {sum(scores) / len(scores):5.2f}  ({len(scores)})")
    lines.append("by score: how many of the pairs are labelled a match")
    for low in range(0, 10, 2):
        within = [a.case.match for a in told if low <= 10 * a.score < low + 2 or (low == 8 and a.score == 1)]
        share = f"{sum(within) / len(within):5.2f}" if within else "    -"
        lines.append(f"  {low / 10:.1f} to {(low + 2) / 10:.1f}         {share}  ({len(within)})")
    return "\n".join(lines)


def speed() -> str:
    """What one comparison of names that were not met before costs."""
    fresh = [(c.one + " Q", c.other + " Q", c.being) for c in cases()]
    compare("Ann Lee", "이안나")
    began = time.process_time()
    for one, other, being in fresh:
        compare(one, other, being)
    return f"one comparison: {1e3 * (time.process_time() - began) / len(fresh):.2f} ms"


def _table(
    told: Sequence[Answer],
    said: Mapping[str, Said],
    sets: Mapping[str, list[Labelled]],
    peers: Mapping[str, Said],
) -> str:
    columns = {SAME: _same(told), LOOKED: _looked(told)}
    bench = {name: columns[name] for name in (SAME, LOOKED)}
    bench |= {
        name: against(peer, [_labelled(a) for a in told]) for name, peer in peers.get("bench", {}).items()
    }
    lines = [HEAD]
    for name, pairs in bench.items():
        lines.append(_line("name_bench", name, f1(pairs)))
    lines += (line for which, pairs in sets.items() for line in told_of(which, pairs, said, peers))
    return "\n".join(lines)


def told_of(
    which: str, labelled: Sequence[Labelled], said: Mapping[str, Said], peers: Mapping[str, Said]
) -> Iterator[str]:
    """The lines of one set; where no pair is one name, how many are held for one."""
    for name, answers in (said[which] | peers.get(which, {})).items():
        if any(label for *_, label in labelled):
            yield _line(which, name, f1(against(answers, labelled)))
        else:
            merged = 100 * sum(answers) / len(answers)
            yield f"{which:<36}{name:<18}{merged:>9.1f} in 100 held for one"


def against(answers: Sequence[bool], labelled: Sequence[Labelled]) -> list[tuple[bool, bool]]:
    """Each answer with the label of its pair."""
    return [(said, label) for said, (*_, label) in zip(answers, labelled, strict=True)]


def _line(which: str, name: str, found: Mapping[str, float]) -> str:
    return f"{which:<36}{name:<18}" + "".join(f"{found[k]:>10.1f}" for k in ("precision", "recall", "F1"))


# ---------------------------------------------------------------- the others


def _peers(bench: Sequence[Labelled], sets: Mapping[str, list[Labelled]]) -> dict[str, Said]:
    """What the peers say of each set; nothing where they cannot be installed."""
    if why := _prepared():
        print(f"peers: {why}")
        return {}
    every = {"bench": list(bench), **sets}
    hangul = [other for _, _, other, _ in sets["Korean full names"]]
    told, found = _asked_of(every, hangul)
    for peer in ("koroman", "korean-romanizer"):
        for how, alike in (("equal", _equal), ("alike", _alike)):
            pairs = zip(sets["Korean full names"], told[peer], strict=True)
            found["Korean full names"][f"{peer[:9]}, {how}"] = [alike(p[1], spelled) for p, spelled in pairs]
    print(f"logic-v2: {1e3 * told['seconds'] / sum(map(len, every.values())):.2f} ms a comparison")
    return found


def logic_v2(every: Mapping[str, Sequence[Labelled]]) -> dict[str, Said]:
    """What nomenklatura says of each set; nothing where it cannot be installed."""
    if why := _prepared():
        print(f"peers: {why}")
        return {}
    return _asked_of(every)[1]


def _asked_of(
    every: Mapping[str, Sequence[Labelled]], hangul: Sequence[str] = ()
) -> tuple[dict[str, Any], dict[str, Said]]:
    told = _ask({"pairs": [p[:3] for pairs in every.values() for p in pairs], "hangul": hangul})
    scores = iter(told["logic-v2"])
    return told, {
        which: {"logic-v2 at 0.7": [next(scores) >= FROZEN for _ in pairs]} for which, pairs in every.items()
    }


def _equal(one: str, other: str) -> bool:
    return _letters(one) == _letters(other)


def _alike(one: str, other: str) -> bool:
    return Indel.normalized_similarity(_letters(one), _letters(other)) >= NEAR


def _letters(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalpha())


def _ask(asked: Mapping[str, Any]) -> dict[str, Any]:
    command = [str(VENV / "bin" / "python"), str(HERE / "name_peers.py")]
    ran = subprocess.run(
        command,
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | ONE_THREAD,
    )
    told: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])
    return told


def _prepared(make: Callable[..., None] = venv.create) -> str:
    """Install the peers if they are not there; "" or why there are none."""
    if (VENV / "ready").exists():
        return ""
    print("installing the peers for names (once) …", file=sys.stderr, flush=True)
    try:
        make(VENV, with_pip=True, clear=True)
        pip = [str(VENV / "bin" / "python"), "-m", "pip", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "install", "-r", str(HERE / "peers-names.txt")], check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        return f"could not be installed ({error}); the table goes on without them"
    (VENV / "ready").touch()
    return ""


if __name__ == "__main__":
    print(figures())
