"""What is said of each pair of names in a file, tab-separated, a line a pair.

    python bench/predict_names.py FILE               line, one, other, score, verdict, route, reasons
    python bench/predict_names.py FILE --candidates  form, script, and its ten likeliest others in the file

FILE is one of the sets (name_bench CSV; fullnames or words TSV; name_parts or un_dprk_persons JSON Lines:
every two forms of a line, the name with each alias), or has two names in its first two columns. Of a line
without a pair it is said ("no pair") why. Candidates are sought apart in each script that the file has, about
20 ms each. The labels of name_bench mean a score from 0.5 (bench/names.py says why), not the verdict "same".
"""

from __future__ import annotations

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
    """Print what is said of the pairs of the file named."""
    files = [Path(a) for a in arguments if not a.startswith("--")]
    if len(files) != 1 or not files[0].is_file() or set(arguments) - {str(files[0]), "--candidates"}:
        print(__doc__, file=sys.stderr)
        return 2
    found = pairs(files[0])
    if "--candidates" in arguments:
        print("form\tscript\t" + "\t".join(f"candidate {n}" for n in range(1, MOST + 1)))
        for line in candidates(found):
            print(line, flush=True)
        return 0
    print(HEAD)
    for pair in found:
        print(told(pair))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
