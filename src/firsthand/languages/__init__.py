"""What the reader knows about a language, as data: one TOML file a language.

| takes | gives | promise |
| --- | --- | --- |
| a language code | a frozen `Language` | an unknown language gives one that knows quotation marks only |
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from firsthand.errors import Refused
from firsthand.model import Role, Stance

FRAMES = frozenset({"clause", "tell", "accuse", "quote", "view", "hear", "withhold", "text", "cite", "read"})
_NONE: frozenset[str] = frozenset()
GENDERS = frozenset({"m", "f", "n", "p", "any"})


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb of saying: every form of it, and how it joins its content.

    ``frame``: clause ("X said that C"), tell ("X told Y that C"), accuse ("X accused Y of C"),
    quote ("X quoted Y as saying C"), view ("X described Y as C"), hear ("X heard from Y that C"),
    withhold ("X declined to say whether C"), text ("the letter read: C"), cite ("X цитирует Y: C"),
    read ("X зачитал письмо Y: C"). ``bare``: the clause may
    follow without "that".
    ``noun``: a noun phrase may be the content ("denied the charge"). ``after``: prepositions that
    may open such a content ("admitted to", "wrote about").
    """

    forms: tuple[str, ...]
    frame: str = "clause"
    stance: Stance = Stance.ASSERTS
    role: Role = Role.SPEAKER
    bare: bool = False
    noun: bool = False
    hedge: bool = False
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Language:
    """One language. ``words`` are named lists ("determiners", "carriers", …), in lower case.

    ``verbs`` maps each single form to its verb; ``phrases`` maps a form's first word to the forms
    of several words that begin with it, longest first.
    """

    code: str
    name: str = ""
    words: dict[str, frozenset[str]] = field(default_factory=dict)
    verbs: dict[str, Verb] = field(default_factory=dict)
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = field(default_factory=dict)
    pronouns: dict[str, str] = field(default_factory=dict)
    lists: dict[str, frozenset[str]] = field(default_factory=dict)  # word → names of the lists it is in

    def among(self, low: str, *names: str) -> bool:
        """Whether the word ``low`` (in small letters) is in one of the lists ``names``."""
        return not self.lists.get(low, _NONE).isdisjoint(names)

    def entries(self, name: str) -> frozenset[str]:
        """The words of the list ``name``; empty where this language has none."""
        return self.words.get(name, _NONE)


@cache
def load(code: str) -> Language:
    """The language ``code`` ("en", "en-GB", "uk"); one without word lists for an unknown code.

    Refuses a file that is not as this module describes it: a mistake of whoever wrote the file.
    """
    base = code.lower().replace("_", "-").split("-")[0]
    path = files(__package__) / f"{base}.toml"
    if not base.isalpha() or not path.is_file():
        return Language(code=base)
    return parse(path.read_text("utf-8"), where=f"languages/{base}.toml")


def known() -> tuple[str, ...]:
    """Codes of the languages that have a file, sorted."""
    names = (path.name for path in files(__package__).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


@cache
def pronouns() -> frozenset[str]:
    """The pronouns of every language that has a file."""
    return frozenset(word for code in known() for word in load(code).pronouns)


def only_pronoun(words: str, code: str) -> bool:
    """Whether ``words`` are a pronoun alone ("He", "We’ve", "그") in the language ``code``; in any, if that
    has no file."""
    return _pronoun(words) in (load(code).pronouns or pronouns())


def called_only(name: str, code: str) -> str:
    """How somebody is told of: a source that a text in the language ``code`` gives by a pronoun alone as
    “someone called only “he””, others by name."""
    word = _pronoun(name)
    return f"someone called only “{word if word != 'i' else 'I'}”" if only_pronoun(name, code) else name


def _pronoun(words: str) -> str:
    return words.strip().lower().replace("’", "'").split("'")[0]


def parse(source: str, where: str = "language") -> Language:
    """A language from the text of its TOML file. Refuses unknown keys, frames, stances and roles."""
    data = tomllib.loads(source)
    try:
        return _language(data)
    except (KeyError, TypeError, ValueError) as fault:
        raise Refused(f"this language file is not as it should be: {fault}", where=where) from fault


def _language(data: dict[str, Any]) -> Language:
    unknown = set(data) - {"code", "name", "words", "verbs", "pronouns"}
    if unknown:
        raise ValueError(f"unknown keys {sorted(unknown)}")
    words = {name: frozenset(value.split("|")) for name, value in _flat(data.get("words", {}))}
    pronouns = {word: kind for kind, value in data.get("pronouns", {}).items() for word in value.split()}
    if set(pronouns.values()) - GENDERS:
        raise ValueError(f"pronouns are one of {sorted(GENDERS)}")
    verbs = [verb for entry in data.get("verbs", []) for verb in _verbs(entry)]
    table = {form: verb for verb in reversed(verbs) for form in verb.forms}
    return Language(
        code=data["code"],
        name=data["name"],
        words=words,
        verbs=table,
        phrases=_phrases(table, words),
        pronouns=pronouns,
        lists=_lists(words),
    )


def _flat(lists: dict[str, str]) -> Iterator[tuple[str, str]]:
    for name, value in lists.items():
        yield name, "|".join(part.strip() for part in value.split("|"))


def _lists(words: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """The same lists the other way round: one look-up tells all that a word is."""
    found: dict[str, set[str]] = {}
    for name, entries in words.items():
        for entry in entries:
            found.setdefault(entry, set()).add(name)
    return {entry: frozenset(names) for entry, names in found.items()}


def _verbs(entry: dict[str, Any]) -> Iterator[Verb]:
    if entry.get("frame", "clause") not in FRAMES:
        raise ValueError(f"no such frame: {entry['frame']}")
    given = {key: entry[key] for key in ("frame", "bare", "noun", "hedge") if key in entry}
    unknown = set(entry) - set(given) - {"stance", "role", "after", "forms"}
    if unknown:
        raise ValueError(f"unknown keys {sorted(unknown)}")
    for line in entry["forms"]:
        yield Verb(
            forms=tuple(form.replace("_", " ") for form in line.split()),
            stance=Stance(entry.get("stance", "asserts")),
            role=Role(entry.get("role", "speaker")),
            after=tuple(entry.get("after", "").split()),
            **given,
        )


def _phrases(
    verbs: dict[str, Verb], words: dict[str, frozenset[str]]
) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Forms of several words by first word, each with the list ("verb" or a list's name) it is of."""
    named = [(form, "verb") for form in verbs]
    named += [(form, name) for name, forms in words.items() for form in forms]
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for form, name in named:
        parts = tuple(form.split())
        if len(parts) > 1:
            found.setdefault(parts[0], []).append((parts, name))
    return {head: tuple(sorted(forms, key=lambda f: (-len(f[0]), f))) for head, forms in found.items()}
