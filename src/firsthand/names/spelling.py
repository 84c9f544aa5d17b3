"""A name as it stands in a text, and what of it is compared.

Only what is written is used: case, accents, hyphens, blanks, titles, articles, possessives and
brackets. How one script is written in another is told in `routes`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from firsthand.languages import known, load, only_pronoun
from firsthand.model import Being
from firsthand.names.routes.letters import script
from firsthand.text import fold

BRACKETS = re.compile(r"\s*\(([^()]{1,60})\)")
POSSESSIVE = re.compile(r"(?<=\w)['’ʼ](?:s|S)?$")
DOMAIN = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}", re.IGNORECASE)
EDGES = " \t\n\u00a0\"“”„«»‘'’()[]{},;:!?…–—-"
BREAKS = re.compile(r"[,;:]|\s[–—]\s")


# Family names that are one syllable of Hangul; the last are as they are written in the North.
FAMILIES = (
    "김이박최정강조윤장임한오서신권황안송류유홍전고문손양배백"
    "허남심노하곽성차주우구민나진지엄채원천방공현함변염여추도소"
    "리림량려로룡련렴"
)
HANGUL = re.compile("[가-힣]+")
KOREAN = re.compile(f"[{FAMILIES}][가-힣]{{2}}")
ROLE = re.compile("[가-힣]+(?:인|원|장|관|가|사|자|수)")  # how nouns for who does something end
# What a publication calls itself after its name: "the Delta Herald newspaper".
AFTER = frozenset({"newspaper", "daily", "weekly", "website", "magazine", "channel", "station", "outlet"})
# Lists of the language files: words that may stand in lower case inside a name ("Maria de la Cruz",
# "Bank of England"), and nouns that name nobody, also when a sentence begins with them.
INSIDE = ("inner", "of", "conjunctions", "determiners")
# What leads to where somebody belongs; "de", "la" and "al" are more often part of the name itself.
PARTICLES = frozenset({"de", "la", "al"})
NOBODY = (
    "nobody",
    "persons",
    "bodies",
    "groups",
    "anonymous",
    "documents",
    "titles",
    "determiners",
    "possessives",
)


@cache
def listed(*lists: str) -> frozenset[str]:
    """The single words, as keys, of these lists in every language that has a file."""
    languages = [load(code) for code in known()]
    entries = {entry for name in lists for language in languages for entry in language.entries(name)}
    return frozenset(key(word) for entry in entries for word in entry.split())


@dataclass(frozen=True, slots=True)
class Name:
    """``core`` is the name without title and article, ``key`` what is compared.

    ``acronyms`` stood in brackets; ``titled`` is the name as it is spelled, title included.
    """

    core: str
    key: str
    words: tuple[str, ...]
    acronyms: tuple[str, ...] = ()
    titled: str = ""

    @property
    def named(self) -> bool:
        """Whether somebody in particular is named at all."""
        return bool(self.key)

    @property
    def full(self) -> bool:
        """Whether it may be a family name and a given name: several words, or one in Hangul or characters."""
        together = script(self.core) in {"HANGUL", "HAN"} and len(self.key) > 1
        return len(self.words) > 1 or together


def spelled(text: str) -> str:
    """A mention as a spelling: blanks single, marks at the ends and the possessive gone."""
    return POSSESSIVE.sub("", " ".join(text.split()).strip(EDGES.replace("(", "").replace(")", "")))


def key(name: str) -> str:
    """What two spellings of one name share: case, accents, hyphens, blanks and full stops left out."""
    return "".join(c for c in fold(name).text if c.isalnum())


def read_name(mention: str, being: Being = Being.UNKNOWN) -> Name:
    """The name inside a mention; ``Name("", "", ())`` where nobody is named ("a guard", "he").

    A body's or an outlet's name may hold a common noun ("the Ostrel police"); of a person, only
    the capitalised words after a role are the name ("port spokesman Dima Horn").
    """
    acronyms = tuple(a for a in BRACKETS.findall(mention) if a.isupper() and len(a) > 1)
    bare = spelled(BREAKS.split(BRACKETS.sub("", mention), maxsplit=1)[0])
    body = being in {Being.BODY, Being.OUTLET}
    parts = _without_frame(_alone(bare.split()) if being is Being.PERSON else bare.split(), body)
    titled = spelled(" ".join(parts))
    parts = parts if body else _without_titles(_behind_role(parts) if being is Being.PERSON else parts)
    if not _names_somebody(parts, being):
        return Name("", "", ())
    core = spelled(" ".join(parts))
    return Name(core, key(core), tuple(key(p) for p in parts), acronyms, titled)


def looks_like_outlet(name: Name) -> bool:
    """Whether a name has a word that publications carry ("Herald", "Radio"), or is a web address."""
    return bool(listed("outlets").intersection(name.words)) or DOMAIN.fullmatch(name.core) is not None


def _alone(parts: list[str]) -> list[str]:
    """A person without where they belong: "officer Ada Quist of the harbour brigade" is "officer Ada Quist".

    Two words of a name must stand before it: "Duke of York", "Bank of Vale" are whole.
    """
    leads = listed("of", "prepositions") - PARTICLES
    inside, others = listed(*INSIDE), listed("bodies", "outlets", "groups", "persons", "titles")
    for n, part in enumerate(parts[:-1]):
        own = [p for p in parts[:n] if p not in inside][-2:]
        if part in leads and len(own) == 2 and not any(p[:1].islower() or key(p) in others for p in own):
            return parts[:n]
    return parts


def _without_frame(parts: list[str], body: bool) -> list[str]:
    """The words of the name: not "the", not "newspaper" after it, not the role in lower case before it."""
    while parts and key(parts[0]) in {"the", "a", "an"}:
        parts = parts[1:]
    while len(parts) > 1 and parts[-1] in AFTER:
        parts = parts[:-1]
    inside = listed(*INSIDE)
    lower = [i for i, p in enumerate(parts) if p[:1].islower() and p not in inside]
    if lower and lower[-1] + 1 < len(parts) and not body:
        rest = parts[lower[-1] + 1 :]
        led = rest[0] in listed("of", "prepositions") - PARTICLES
        return [] if led else rest  # "a spokesman | for Ann Lee" is not Ann Lee
    return _without_kind(parts, inside) if body else parts


def _without_kind(parts: list[str], inside: frozenset[str]) -> list[str]:
    """A body or outlet without the plain words before it: "district Water Service", "daily Courier"."""
    first = next((i for i, p in enumerate(parts) if not p[:1].islower()), 0)
    return parts if any(p in inside for p in parts[:first]) else parts[first:]


def _behind_role(parts: list[str]) -> list[str]:
    """ "Tide Office Director Ada Quist", "Republican Ada Quist": a full name behind a role in capitals."""
    roles, first_names = listed("titles", "persons", "chairs", "ranks"), listed("men", "women")
    for n in range(len(parts) - 3, -1, -1):
        pieces = map(key, parts[n].split("-"))  # "Editor-in-Chief"
        if (
            parts[n + 1][:1].isupper()
            and not roles.isdisjoint(pieces)
            and first_names.isdisjoint(map(key, parts[:n]))
        ):
            return parts[n + 1 :]
    return parts


def _without_titles(parts: list[str]) -> list[str]:
    while len(parts) > 1 and key(parts[0]) in listed("titles", "chairs"):
        parts = parts[1:]
    return _without_korean_roles(parts) if len(parts) > 1 and HANGUL.fullmatch(parts[-1]) else parts


def _without_korean_roles(parts: list[str]) -> list[str]:
    """ "필적 감정인 오세란 박사" is "오세란"; a family name alone keeps what stands behind it."""
    roles = listed("titles", "persons")
    while len(parts) > 1 and parts[-1] in roles and len(parts[-2]) > 1:
        parts = parts[:-1]
    role = len(parts) > 1 and (parts[-2] in roles or ROLE.fullmatch(parts[-2]) is not None)
    return parts[-1:] if role and KOREAN.fullmatch(parts[-1]) else parts


def _names_somebody(parts: list[str], being: Being) -> bool:
    told = [p for p in parts if p not in listed(*INSIDE)]
    if not told:
        return False
    if being is not Being.OUTLET and all(only_pronoun(p, "") or key(p) in listed(*NOBODY) for p in told):
        return False
    if DOMAIN.fullmatch(parts[0]):
        return True
    proper = [p for p in told if not p[:1].islower() and any(c.isalpha() for c in p)]
    if being in {Being.BODY, Being.OUTLET}:
        return bool(proper)
    return len(proper) == len(told)
