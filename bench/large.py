"""What does a large case cost, stage by stage, and how does that grow?

    python -m bench.large [SIZE …] [--profile STAGE]      (500 and 1000 reports, if none are asked for)
    python -m bench.large --case SIZE                     (as a case is traced: strands, two processes)

An invented case: events of about forty reports, each with people, places and statements of its own;
first reports, copies, rewrites and reports that add to what others had, by two hundred outlets over a
year. Fifteen attributions a report are put in as read, so that the stages after reading alone are
timed. The first table has all reports as one strand; the exponent says how processor seconds grow from
the size before: 1 is in proportion. ``--case`` also adds one report more and traces again.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from math import log
from random import Random
from typing import Any

from bench.memory import joint
from firsthand import matching, names, tracing
from firsthand.engines import Local
from firsthand.finding import Kept, traced
from firsthand.model import Attribution, Being, Hop, Kind, Record, Role, Span, identity

SIZES = (500, 1_000)
STAGES = ("names", "matching", "grouping", "tracing")
EVENT = 40  # reports
SENTENCES = 15  # a report
OUTLETS = 200
WORDS = 6_000
BEGUN = datetime(2024, 1, 1, tzinfo=UTC)
HEADS = "b br c d dr f g gr h k kl l m n p pr r s st t tr v w".split()  # noqa: SIM905
VOWELS = ["a", "e", "i", "o", "u", "ai", "ea", "oo"]
TAILS = ["l", "n", "r", "s", "t", "nd", "rk", "st", "m", "p", "ck", "sh"]
SHAPES = (
    "the {0} {1} of the {2} was {3} before the {4} came to {place}",
    "nobody {0} the {1} until {number} {2} had {3} from the {4}",
    "{number} {0} were {1} at {place} and the {2} is still {3}",
    "we {0} that the {1} did not {2} the {3} near {place} when it {4}",
    "the {0} has {1} its {2} for {number} days and will {3} them to the {4}",
    "there was no {0} in the {1} and the {2} had been {3} by a {4}",
)


class Words:
    """Invented words, the first ones met most often, as in any language."""

    def __init__(self, chance: Random, size: int = WORDS) -> None:
        made = dict.fromkeys(word(chance) for _ in range(2 * size))
        self.words = list(made)[:size]
        self.sums = list(_sums(1 / (rank + 20) for rank in range(len(self.words))))

    def any(self, chance: Random, count: int) -> list[str]:
        """So many of them."""
        return chance.choices(self.words, cum_weights=self.sums, k=count)


def word(chance: Random) -> str:
    """An invented word of two syllables or three."""
    parts = [chance.choice(HEADS) + chance.choice(VOWELS) for _ in range(chance.randint(1, 2))]
    return "".join(parts) + chance.choice(HEADS) + chance.choice(VOWELS) + chance.choice(TAILS)


def _sums(weights: Iterator[float]) -> Iterator[float]:
    total = 0.0
    for each in weights:
        total += each
        yield total


@dataclass
class Event:
    """What one matter's reports have in common: places, people, and statements with who made each."""

    places: list[str]
    people: list[str]
    told: list[tuple[str, str]]
    reports: list[list[tuple[str, str, bool]]] = field(default_factory=list)
    outlets: list[str] = field(default_factory=list)


def event(chance: Random, words: Words) -> Event:
    """A matter: three places, eight people, forty statements."""
    places = [word(chance).capitalize() for _ in range(3)]
    people = [f"{word(chance).capitalize()} {word(chance).capitalize()}" for _ in range(8)]
    told = [(said(chance, words, places), chance.choice(people)) for _ in range(EVENT)]
    return Event(places, people, told)


def said(chance: Random, words: Words, places: Sequence[str]) -> str:
    """A sentence without its full stop: one or two of the shapes."""
    parts = []
    for shape in chance.sample(SHAPES, chance.choice((1, 1, 2))):
        number = chance.randint(2, 900)
        parts.append(shape.format(*words.any(chance, 5), place=chance.choice(places), number=number))
    return " and ".join(parts)


def rewritten(chance: Random, words: Words, content: str) -> str:
    """One content word in five exchanged, and now and then the beginning left out."""
    kept = [words.any(chance, 1)[0] if len(w) > 4 and chance.random() < 0.2 else w for w in content.split()]
    return " ".join(kept[2:] if chance.random() < 0.2 else kept)


def told_by(chance: Random, words: Words, matter: Event) -> list[tuple[str, str, bool]]:
    """The sentences of the next report: content, who is named ("" for its own voice), whether quoted."""
    earlier = chance.choice(matter.reports) if matter.reports else []
    way = chance.random() if earlier else 1.0
    if way < 0.35:
        return earlier[: chance.randint(SENTENCES - 4, SENTENCES)]
    taken = [
        (rewritten(chance, words, c), who, False)
        for c, who, _ in chance.sample(earlier, min(len(earlier), 8))
        if way < 0.75
    ]
    picked = chance.sample(matter.told, (SENTENCES - len(taken)) // 2)
    fresh = [(content, who, chance.random() < 0.5) for content, who in picked]
    own = SENTENCES - len(taken) - len(fresh)
    return taken + fresh + [(said(chance, words, matter.places), "", False) for _ in range(own)]


def invented(size: int, seed: int = 1) -> tuple[list[Record], list[Attribution]]:
    """A case of ``size`` reports, with the attributions read from them."""
    chance = Random(seed)
    words = Words(chance)
    outlets = [
        f"{word(chance).capitalize()} {chance.choice(('Gazette', 'Post', 'Agency'))}" for _ in range(OUTLETS)
    ]
    matters = [event(chance, words) for _ in range(max(1, size // EVENT))]
    records, attributions = [], []
    for number in range(size):
        matter = matters[number % len(matters)]
        sentences = told_by(chance, words, matter)
        credit = chance.choice(matter.outlets) if matter.outlets and chance.random() < 0.3 else ""
        outlet = chance.choice(outlets)
        when = BEGUN + timedelta(days=number % len(matters) % 300, hours=3 * len(matter.reports))
        matter.reports.append(sentences)
        matter.outlets.append(outlet)
        record, found = report(number, outlet, when, credit, sentences)
        records.append(record)
        attributions += found
    return records, attributions


def report(
    number: int, outlet: str, when: datetime, credit: str, sentences: Sequence[tuple[str, str, bool]]
) -> tuple[Record, list[Attribution]]:
    """A report and what reading would find in it."""
    name = f"report-{number}"
    text = f"The {credit} was the first to tell of it.\n" if credit else ""
    found = []
    for content, who, quoted in sentences:
        mark = "“" if quoted else ""
        begun = len(text) + len(mark)
        content = content if quoted else content[0].upper() + content[1:]
        text += f"{mark}{content}{',”' if quoted else ',' if who else '.'}"
        place = Span(begun, begun + len(content))
        source = cue = None
        if who:
            verb = " said " if quoted else " according to "
            cue = Span(len(text) + 1, len(text) + len(verb) - 1)
            text += verb
            source = Span(len(text), len(text) + len(who))
            text += f"{who}."
        text += " "
        found.append(attribution(name, place, source, cue, who, quoted))
    record = Record(
        id=name, object=name, name=f"{name}.txt", title=name, outlet=outlet, language="en", text=text,
        published=when.isoformat(), dated_by="header", url=f"https://{outlet.split()[0].lower()}.example/{number}",
    )  # fmt: skip
    return record, found


def attribution(
    record: str, place: Span, source: Span | None, cue: Span | None, who: str, quoted: bool
) -> Attribution:
    """One sentence as an attribution: to ``who``, or the report's own."""
    kind = Kind.DIRECT if quoted else Kind.INDIRECT if who else Kind.OWN
    return Attribution(
        id=identity("attribution", record, kind, str(place)),
        record=record,
        kind=kind,
        content=(place,),
        cue=(cue,) if cue else (),
        source=source,
        name=who,
        hands=(Hop(Role.SPEAKER, source, who, Being.PERSON, cue),) if who else (),
        quotes=(place,) if quoted else (),
    )


def timed(size: int, profiled: str = "") -> dict[str, float]:
    """CPU seconds of each stage for a case of ``size`` reports, and the peak of memory in MB."""
    held, found = invented(size)
    spent: dict[str, float] = {}

    def run(stage: str, work: Callable[..., Any], *given: Any) -> Any:
        begun, profile = time.process_time(), cProfile.Profile()
        result = profile.runcall(work, *given) if stage == profiled else work(*given)
        spent[stage] = time.process_time() - begun
        if stage == profiled:
            pstats.Stats(profile, stream=sys.stderr).sort_stats("tottime").print_stats(25)
        return result

    sources = run("names", names.suggest, held, found)
    matched = run("matching", matching.match, held, found, Local().pairs_sharing_key)
    statements = run("grouping", matching.group, held, found, matched.matches)
    drawn = run("tracing", tracing.trace, held, found, sources, statements, matched.matches, matching.align)
    told = {"matches": len(matched.matches), "statements": len(statements), "lines": len(drawn.descents)}
    whole = {"whole trace": sum(spent.values())}
    return (
        spent | whole | {"peak memory, MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024} | told
    )


def whole(size: int, processes: int = 2) -> dict[str, float]:
    """Seconds by the clock for a case of ``size`` reports, strand by strand, and for one more; and the peak
    of memory, of all processes together."""
    records, attributions = invented(size + 1)
    one_more = records[-1].id
    fewer = [r for r in records if r.id != one_more], [a for a in attributions if a.record != one_more]
    kept, engine = Kept(), Local(processes)
    spent: dict[str, float] = {}
    anew: list[int] = []

    def counted(stage: str, done: int, total: int) -> None:
        if stage == "tracing":
            anew[-1] = total

    with joint() as memory:
        for name, (held, said) in (("whole trace", fewer), ("one report more", (records, attributions))):
            begun = time.perf_counter()
            anew.append(0)
            found, _ = traced(held, said, kept, engine, counted)
            spent[name] = time.perf_counter() - begun
    told = {"strands": anew[0], "strands anew for one more": anew[1]}
    told |= {"matches": len(found.matches), "statements": len(found.statements)}
    return spent | {"peak memory, MB": memory[0]} | {"attributions": len(attributions)} | told


def table(sizes: Sequence[int] = SIZES) -> dict[str, dict[str, float]]:
    """By size: the figures of a process of its own, and the exponent of the whole."""
    rows = {size: _apart(size) for size in sizes}
    for before, size in pairwise(sizes):
        grown = rows[size]["whole trace"] / rows[before]["whole trace"]
        rows[size]["exponent"] = log(grown) / log(size / before)
    return {f"{size:,} reports": row for size, row in rows.items()}


def _apart(size: int) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.large", "--one", str(size)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return {name: float(value) for name, value in (line.split("\t") for line in printed.splitlines())}


def main() -> None:
    """Print the table for the sizes asked for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("sizes", nargs="*", type=int)
    parser.add_argument("--one", type=int, help="this size alone, in this process, as lines")
    parser.add_argument("--profile", default="", choices=STAGES, help="where the time of a stage goes")
    parser.add_argument("--case", type=int, help="this size as a case is traced, and one report more")
    asked = parser.parse_args()
    if asked.case:
        print("\n".join(f"{name:<28}{value:>12,.1f}" for name, value in whole(asked.case).items()))
        return
    if asked.one:
        print("\n".join(f"{name}\t{value}" for name, value in timed(asked.one, asked.profile).items()))
        return
    from bench.tracing import shown

    print(shown(table(asked.sizes or SIZES)))


if __name__ == "__main__":
    main()
