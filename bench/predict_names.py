"""What is said of each pair of names in a file, tab-separated, a line a pair.

    python bench/predict_names.py FILE               line, one, other, score, verdict, route, reasons
    python bench/predict_names.py FILE --candidates  form, script, and its ten likeliest others in the file

FILE is one of the sets (name_bench CSV; fullnames or words TSV; name_parts or un_dprk_persons JSON Lines:
every two forms of a line, the name with each alias), or has two names in its first two columns. Of a line
without a pair it is said ("no pair") why. Candidates are sought apart in each script that the file has,
about 20 ms each. Exit code 1: no pair stands in FILE; 2: FILE cannot be read.

Which column to score by: "score", a match from 0.5, where labels mean "alike enough to be looked at", as
those of name_bench do (they call KO TAE BIN and KO TAE HUN a match); "verdict", a match where it is "same",
where a wrong match costs more than a missed one, as on lists of aliases and of near names.
docs/decisions/0016 says why there are two.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.name_pairs import Pair, pairs
from firsthand.names.comparing import compare
from firsthand.names.routes import scripts
from firsthand.names.sound import Lexicon

MOST = 10
HEAD = "line\tone\tother\tscore\tverdict\troute\treasons"


def told(found: Pair) -> str:
    """One pair as a line."""
    if found.fault:
        return _cells(found.line, found.one, found.other, "", "no pair", "", found.fault)
    said = compare(found.one, found.other, found.being)
    reasons = "; ".join(said.reasons)
    return _cells(found.line, found.one, found.other, f"{said.score:.3f}", said.verdict, said.route, reasons)


def _cells(*cells: object) -> str:
    return "\t".join(" ".join(str(cell).split()) for cell in cells)


def candidates(found: Iterable[Pair]) -> Iterator[str]:
    """For each form of the file, and each script that stands there, its likeliest others."""
    forms = dict.fromkeys(name for pair in found if not pair.fault for name in (pair.one, pair.other))
    kinds = dict.fromkeys(script for form in forms for script in scripts(form)[:1])
    lexicon = Lexicon(forms)
    for form in forms:
        for script in kinds:
            near = [(n, c) for n, c in lexicon.nearest(form, MOST + 1, script) if n != form][:MOST]
            if near:
                yield _cells(form) + f"\t{script}\t" + "\t".join(f"{_cells(n)} {c:.3f}" for n, c in near)


def main(arguments: list[str]) -> int:
    """Print what is said of the pairs of the file named; the exit code."""
    if "--help" in arguments:
        print(__doc__)
        return 0
    files = [Path(a) for a in arguments if not a.startswith("--")]
    if len(files) != 1 or {a for a in arguments if a.startswith("--")} - {"--candidates"}:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        found = list(pairs(files[0]))
    except OSError as error:
        print(f"{files[0]} cannot be read: {error.strerror}", file=sys.stderr)
        return 2
    if all(pair.fault for pair in found):
        print(f"no pair of names stands in {files[0]}; --help says which layouts are read", file=sys.stderr)
    try:
        _print(found, "--candidates" in arguments)
    except BrokenPipeError:  # who reads has read enough ("| head")
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return int(all(pair.fault for pair in found))


def _print(found: list[Pair], nearest: bool) -> None:
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    print("form\tscript\t" + "\t".join(f"candidate {n}" for n in range(1, MOST + 1)) if nearest else HEAD)
    for line in candidates(found) if nearest else map(told, found):
        print(line, flush=nearest)
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
