"""Names on lists that were written without sight of our tables, beside nomenklatura's logic-v2 at its 0.7.

    python -m bench.unseen_names            the tables
    python -m bench.unseen_names --errors   of the half to learn from, where we and the label part

``unseen_names.tsv``: pairs as a desk meets them. ``unseen_near.tsv``: pairs of two people's names.
``unseen_korean.tsv``: sixty made-up names in Hangul, with spellings of English, Russian and Ukrainian
newsrooms, which are compared two by two, led from one to the other by the routes, and looked for among
8,000 others of each script (those in Cyrillic letters by our tables). Each list was halved by a hash of the
names: "seen" is there to learn from, "kept" only to report, and it alone has floors. All names are invented
or of common parts, by one hand, which had before it some of the near names of near_names.py.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, permutations
from pathlib import Path

from bench.candidates import SCRIPTS, hits
from bench.names import HEAD, LOOKED, SAME, Labelled, Said, against, logic_v2, ours, told_of
from bench.near_names import half as drawn
from bench.routes import Row, full_names, made_up, meet, share
from bench.weigh_names import BEINGS, f1
from firsthand.model import Being, Sameness
from firsthand.names.comparing import compare
from firsthand.names.routes import scripts, spellings
from firsthand.names.sound import Lexicon
from firsthand.names.sound.letters import CYRILLIC

HERE = Path(__file__).parent
SEEN, KEPT = "seen", "kept"
OTHERS = 8000  # of 8,122 pairs that are likely Korean
PAIRS, NEAR, KOREAN = (HERE / f"unseen_{name}.tsv" for name in ("names", "near", "korean"))
LIKE = {
    "persons": {"Person"},
    "bodies": {"Company", "Organization"},
    "vessels": {"Vessel"},
    "pairs": {"Person", "Company", "Organization", "Vessel"},
}


def figures() -> dict[str, float]:
    """Our figures of the halves that are kept, in hundredths; the tables tell of both."""
    every = {f"{which}, {half}": found for half in (SEEN, KEPT) for which, found in sets(half).items()}
    said = {name: ours(found) for name, found in every.items()}
    peers = logic_v2(every)
    print(
        HEAD,
        *(line for which, found in every.items() for line in told_of(which, found, said, peers)),
        sep="\n",
    )
    korean = {half: of_korean(half) for half in (SEEN, KEPT)}
    for name in korean[KEPT]:
        print(f"{name:<50}" + "".join(f"{half:>7} {found[name]:5.1f}" for half, found in korean.items()))
    return {**_figures(every, said), **korean[KEPT]}


def half(one: str, other: str = "") -> str:
    """ "seen" or "kept", by the names themselves; of the Korean list the Hangul alone."""
    return {"look": SEEN, "report": KEPT}[drawn(one, other)]


def sets(which: str) -> dict[str, list[Labelled]]:
    """The lists of one half as labelled pairs."""
    pairs = [(row["schema"], *_names(row), row["is_match"] == "true") for row in rows(PAIRS, which)]
    found = {name: [pair for pair in pairs if pair[0] in schemas] for name, schemas in LIKE.items()}
    near: defaultdict[str, list[Labelled]] = defaultdict(list)
    for row in rows(NEAR, which):
        for name in ("near names", f"near: {row['kind']}"):
            near[name].append(("Person", *_names(row), False))
    return {**found, **near, "Korean names": list(_spelled(korean_names(which)))}


def rows(file: Path, which: str) -> Iterator[dict[str, str]]:
    """The rows of a list that are of one half."""
    with file.open(encoding="utf-8") as opened:
        yield from (
            row
            for row in csv.DictReader(opened, delimiter="\t", quoting=csv.QUOTE_NONE)
            if row["half"] == which
        )


def _names(row: Mapping[str, str]) -> tuple[str, str]:
    return row["name1"], row["name2"]


def korean_names(which: str) -> list[Row]:
    """The Korean names of one half: hangul, english, russian and ukrainian → spellings."""
    return [
        {column: found for column, found in row.items() if column != "half"}
        for row in made_up(KOREAN)
        if row["half"] == [which]
    ]


def _spelled(names: list[Row]) -> Iterator[Labelled]:
    for row in names:
        yield from (("Person", one, other, True) for one, other in combinations(_all(row), 2))
    yield from (("Person", one, other, False) for one, other in _mixed(names))


def _all(row: Row) -> list[str]:
    return list(dict.fromkeys(spelled for column in row.values() for spelled in column))


def _mixed(names: list[Row]) -> Iterator[tuple[str, str]]:
    for one, other in combinations(names, 2):
        yield one["hangul"][0], other["english"][-1]
        yield one["english"][0], other["russian"][-1]
        yield one["english"][-1], other["ukrainian"][0]


def of_korean(which: str) -> dict[str, float]:
    """Of the Korean names of one half: spellings that meet by a route, and names that are found."""
    names = korean_names(which)
    pairs = [pair for row in names for pair in combinations(_all(row), 2)]
    return {
        "Korean: two spellings meet": share(meet(*pair) for pair in pairs),
        "Korean: two names kept apart": share(not meet(*pair) for pair in _mixed(names)),
        "Korean: near names kept apart": share(
            not meet(*_names(row)) for row in rows(NEAR, which) if row["script"].startswith("Korean")
        ),
        **dict(_recalled(names)),
    }


def _recalled(names: list[Row]) -> Iterator[tuple[str, float]]:
    """How many spellings find another of their name among the first ten, from script to script."""
    others = [
        name for english, hangul in full_names(OTHERS) for name in (english, hangul, *_cyrillic(hangul))
    ]
    lexicon = Lexicon([*others, *(spelled for row in names for spelled in _all(row))])
    for one, other in permutations(SCRIPTS, 2):
        meant: defaultdict[str, set[str]] = defaultdict(set)
        for row in names:
            for spelled in _of_script(_all(row), one):
                meant[spelled] |= set(_of_script(_all(row), other))
        yield f"Korean, {one} to {other}: recall at 10".lower(), share(hits(lexicon, meant, other))


def _of_script(names: Iterable[str], script: str) -> list[str]:
    return [name for name in names if script in scripts(name)]


def _cyrillic(hangul: str) -> list[str]:
    return [s.text for s in spellings(hangul) if s.script == CYRILLIC][:1]


def _figures(every: Mapping[str, list[Labelled]], said: Mapping[str, Said]) -> dict[str, float]:
    found = {}
    for name, labelled in every.items():
        which, half = name.rsplit(", ", 1)
        if half == KEPT and any(label for *_, label in labelled):
            same, looked = (f1(against(said[name][column], labelled)) for column in (SAME, LOOKED))
            found |= {f"{which}, same: precision": same["precision"], f"{which}, same: F1": same["F1"]}
            found[f"{which}, looked at: F1"] = looked["F1"]
        elif half == KEPT:
            found[f"{which}, kept apart"] = share(not one for one in said[name][SAME])
    return found


def errors() -> Iterator[str]:
    """Of the half to learn from: score, verdict, names and reasons; by kind, the most errors first."""
    told = list(_by_kind())
    all_of, wrong = Counter(kind for kind, _ in told), defaultdict(list)
    for kind, (schema, one, other, label) in told:
        said = compare(one, other, BEINGS.get(schema, Being.UNKNOWN))
        if (said.verdict is Sameness.SAME) != label:
            wrong[kind].append(
                f"  {said.score:.2f} {said.verdict:<12}{one} | {other}   ({'; '.join(said.reasons)})"
            )
    for kind, lines in sorted(wrong.items(), key=lambda each: -len(each[1])):
        yield "\n".join([f"{kind}: {len(lines)} of {all_of[kind]}", *lines])


def _by_kind() -> Iterator[tuple[str, Labelled]]:
    for row in rows(PAIRS, SEEN):
        label = row["is_match"] == "true"
        kind = f"{'one name' if label else 'two names'}, {row['schema']}, {row['category']}"
        yield kind, (row["schema"], *_names(row), label)
    for row in rows(NEAR, SEEN):
        yield f"near names, {row['kind']}, {row['script']}", ("Person", *_names(row), False)
    for pair in _spelled(korean_names(SEEN)):
        yield f"Korean names, {'one name' if pair[-1] else 'two names'}", pair


if __name__ == "__main__":
    print("\n".join(errors()) if "--errors" in sys.argv else figures())
