"""Persons who are named anywhere in the texts, whether they are a source there or not.

A run of capitals is a person where a title or a role stands before it ("Dr Ada Quist", "the pilot Ada
Quist"), or where it is the name of a person met elsewhere, in the same script or in another. In
Korean a role stands before the name, or "씨" behind it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from firsthand.model import Being, Record, RecordKind
from firsthand.names.across import across
from firsthand.names.declined import Nominatives, declined, keys_of
from firsthand.names.mentions import Mention
from firsthand.names.papers import PRINTED, SIGNED, facts
from firsthand.names.routes.letters import script
from firsthand.names.routes.reading_back import index
from firsthand.names.spelling import FAMILIES, Name, key, listed, read_name, spelled

WORD = re.compile(r"[^\W\d_]\.(?= )|[^\W\d_][\w’'ʼ-]*")
LONGEST = 4  # words of a name
# A heading has no such mark at its end; its capitals do not tell who is a person.
ENDS = tuple(".!?…:;»”\"'’。)")
PARTICLES = "이라고|이라는|라고|라는|이|가|은|는|을|를|의|와|과|에게|도|이다|였다"
HANGUL = re.compile(
    rf"(?:([가-힣]+) )?(?<![가-힣])([{FAMILIES}][가-힣]{{2}})(?: (씨)|{PARTICLES})?(?![가-힣]{{2}})"
)
FOREIGN = re.compile(rf"(?<![가-힣])(?=([가-힣]{{1,6}}) ([가-힣]{{2,6}}?)(?:{PARTICLES})?(?![가-힣]))")
FAMILY = re.compile(rf"(?<![가-힣])([{FAMILIES}]) 씨")
ENDING = 3  # so many letters at the end of an inflected title change


class _Run(NamedTuple):
    """Capitalised words side by side, the word in front of them, and whether they stand in a sentence."""

    at: int
    words: tuple[str, ...]
    before: str
    told: bool


def persons(records: Sequence[Record], found: Sequence[Mention]) -> list[Mention]:
    """Mentions of persons in the texts and bylines, beside those ``found`` in the hands.

    Who only signs a report is no person of the case until another record names them too.
    """
    signed = [m for record in records for m in _signed(record)]
    titled = [m for record in records for m in _titled(record)]
    held = [m for record in records for m in _held(record)]
    known = {
        m.name.key: m.name
        for m in (*found, *signed, *titled, *held)
        if m.being is Being.PERSON and m.name.full
    }
    known |= _written_otherwise(records, known)
    cases = Nominatives(known.values())
    again = [m for record in records for m in _again(record, known, cases)]
    where = defaultdict(set)
    for m in (*found, *signed, *titled, *again):
        where[m.name.key].add(m.record)
    return [*(m for m in signed if len(where[m.name.key]) > 1), *titled, *held, *again]


def _signed(record: Record) -> Iterator[Mention]:
    """The name of who wrote or translated a record, where it is a plain name and no "News desk"."""
    for written in dict.fromkeys((record.byline, record.by)):
        words = written.split()
        name = read_name(written, Being.PERSON)
        if 1 < len(words) <= LONGEST and len(name.words) == len(words) and _personal(name.words):
            yield Mention(spelled(written), name, Being.PERSON, record.id)


def _held(record: Record) -> Iterator[Mention]:
    """The holder of an identity paper, as printed and as signed."""
    told = facts(record) if record.kind is RecordKind.PAPER else {}
    for written in dict.fromkeys(told[field] for field in (PRINTED, SIGNED) if field in told):
        if written and len(written.split()) <= LONGEST:
            at = record.text.find(written)
            yield Mention(spelled(written), _name(written.split()), Being.PERSON, record.id, at=at)


def _titled(record: Record) -> Iterator[Mention]:
    """Full names behind a title or a role; in Korean names before "씨" or behind a role."""
    for run in _runs(record.text):
        words = _without_titles(run.words)
        role = len(words) < len(run.words) or key(run.before) in listed("titles", "persons")
        if run.told and role and len(words) > 1 and _personal(tuple(map(key, words))):
            yield _mention(record, run, _name(words))
    for m in HANGUL.finditer(record.text):
        if m[3] or (m[1] and m[1] in listed("persons")):
            yield Mention(m[2], _name((m[2],)), Being.PERSON, record.id, at=m.start(2))


def _again(record: Record, known: dict[str, Name], cases: Nominatives) -> Iterator[Mention]:
    """Names of known persons wherever they stand, and their surnames behind a title."""
    surnames: defaultdict[str, dict[str, Name]] = defaultdict(dict)
    runs = list(_runs(record.text))
    for run in runs:
        words = _without_titles(run.words)
        for first in range(len(words) - 1):
            if met := _met(words[first:], known, cases):
                name, reason = met
                for surname in _surnames(name):
                    surnames[surname][name.key] = name
                found = _mention(record, run if not first else run._replace(words=words[first:]), name)
                yield replace(found, reason=reason)
                break
    yield from _shortened(record, runs, surnames)
    yield from _in_hangul(record, known)


def _met(words: Sequence[str], known: dict[str, Name], cases: Nominatives) -> tuple[Name, str] | None:
    """The known person whose name these words are, in any of its cases, and why."""
    if name := known.get("".join(map(key, words))):
        return name, ""
    written = _name(words) if cases else None
    name = cases.of(written) if written else None
    return (name, declined(written, name)) if written and name else None


def _surnames(name: Name) -> Iterator[str]:
    """The word that may stand for the whole: the last, and the first where it is a Korean family name."""
    yield name.words[-1]
    if name.words[0] in index(script(name.core)).family:
        yield name.words[0]


def _shortened(
    record: Record, runs: Sequence[_Run], surnames: defaultdict[str, dict[str, Name]]
) -> Iterator[Mention]:
    """Surnames of one person of the report only: "Quist", "Ms Quist", also inflected ("пана Голуба").

    Without a title not where the word is part of another name too ("Vale FM") or a plain one ("water").
    """
    others = {w for w in WORD.findall(record.text) if w.islower()}
    for words in (tuple(map(key, _without_titles(run.words))) for run in runs):
        if len(words) > 1 and "".join(words) not in surnames[words[-1]]:
            others.update(words)
    for run in runs:
        words = _without_titles(run.words)
        titled = len(words) < len(run.words) or _title(run.before)
        word = key(words[0])
        if len(words) != 1 or not (titled or word not in others):
            continue
        called = {k: n for s in (word, *keys_of(words[0])) for k, n in surnames.get(s, {}).items()}
        if len(called) == 1:
            (name,) = called.values()
            lower = _title(run.before) and len(run.words) == 1
            yield _mention(record, run._replace(words=(run.before, *words)) if lower else run, name)


def _title(word: str) -> bool:
    """Whether a word is a title, also with an ending of its case in a script that inflects."""
    cut = ENDING if script(word) == "CYRILLIC" else 0
    forms = (key(word)[: len(key(word)) - n] for n in range(cut + 1))
    return any(form in listed("titles", "male", "female") for form in forms)


def _in_hangul(record: Record, known: dict[str, Name]) -> Iterator[Mention]:
    """Known names in Hangul; "문 씨" is the one person of the report whose name begins so."""
    here: dict[str, Name] = {}
    for m in (*HANGUL.finditer(record.text), *FOREIGN.finditer(record.text)):
        written = m[2] if m.re is HANGUL else f"{m[1]} {m[2]}"
        if name := known.get(key(written)):
            here[name.key] = name
            yield Mention(written, name, Being.PERSON, record.id, at=m.start())
    for m in FAMILY.finditer(record.text):
        called = [n for k, n in here.items() if k.startswith(m[1])]
        if len(called) == 1:
            yield Mention(m[0], called[0], Being.PERSON, record.id, at=m.start())


def _written_otherwise(records: Sequence[Record], known: dict[str, Name]) -> dict[str, Name]:
    """Names in the texts that are a known person's in another script."""
    if len({script(record.text) for record in records}) < 2:
        return {}
    seen = {name.key: name for record in records for name in _possible(record.text)}
    others = [name for key, name in seen.items() if key not in known]
    return {n.key: n for each in across(known.values(), others) for n in (each.of, each.spelled)}


def _possible(text: str) -> Iterator[Name]:
    """What could be a full name by its form alone."""
    yield from (_name(run.words) for run in _runs(text) if 1 < len(run.words) <= LONGEST)
    yield from (_name((m[2],)) for m in HANGUL.finditer(text))
    yield from (_name((m[1], m[2])) for m in FOREIGN.finditer(text))


def _mention(record: Record, run: _Run, name: Name) -> Mention:
    return Mention(spelled(" ".join(run.words)), name, Being.PERSON, record.id, at=run.at)


def _name(words: Sequence[str]) -> Name:
    core = spelled(" ".join(words))
    parts = tuple(map(key, core.split()))
    return Name(core, "".join(parts), parts)


def _runs(text: str) -> Iterator[_Run]:
    """Every run of capitalised words, at most as long as a name with its title."""
    for line in re.finditer(r"[^\n]+", text):
        told = line[0].rstrip().endswith(ENDS)
        words: list[re.Match[str]] = []
        before = ""
        for m in WORD.finditer(text, line.start(), line.end()):
            beside = bool(words) and _beside(text[words[-1].end() : m.start()], words[-1][0])
            if words and not (beside and m[0][0].isupper()):
                yield from _run(words, before, told)
                words, before = [], ""
            if m[0][0].isupper():
                words.append(m)
            else:
                before = m[0] if text[m.end() : m.end() + 1] == " " else ""
        yield from _run(words, before, told)


def _run(words: Sequence[re.Match[str]], before: str, told: bool) -> Iterator[_Run]:
    if 0 < len(words) <= LONGEST + 1:
        yield _Run(words[0].start(), tuple(m[0] for m in words), before, told)


def _beside(between: str, before: str) -> bool:
    return between == " " or (between == ". " and key(before) in listed("titles"))


def _without_titles(words: tuple[str, ...]) -> tuple[str, ...]:
    while len(words) > 1 and key(words[0]) in listed("titles", "persons"):
        words = words[1:]
    return words


def _personal(words: Iterable[str]) -> bool:
    """Whether none of the words belongs to a body, an outlet or a role."""
    return listed("bodies", "outlets", "groups", "persons", "titles").isdisjoint(words)
