"""How far two words of names agree, and by which route."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz.distance import OSA

from firsthand.names.comparing.cleaning import folded
from firsthand.names.comparing.slips import slip
from firsthand.names.comparing.tables import VOWELS, endings, families, fathers, given, single
from firsthand.names.routes import routes, spellings
from firsthand.names.routes.cyrillic import forms
from firsthand.names.routes.letters import script_of
from firsthand.names.routes.slavic import DECLINED, agreeing
from firsthand.names.sound import heard as heard_alike

LONGEST = 64  # letters; no word of a name is longer, and edits are counted in quadratic time
CERTAIN = 0.4  # letters; so far apart are forms of one name by the tables
HEARD = 0.5  # letters that a spelling which sounds the same is away
# A chance by what was learnt, and how far apart (distance, letters) it puts two words.
LEARNT = ((0.5, 0.0, 0.2), (0.2, 0.1, 0.5), (0.05, 0.2, 1.0))
WAYS = 4  # routes by which a word is compared that agrees by none to the letter
SHORT = 5  # letters of a word in which what was learnt must have heard more than a likeness
STEM = 3  # letters of a family name before its ending
CHARACTER = 3.0  # letters that a Han character or a syllable of Hangul weighs
NEAR = 0.5  # words further apart are not tried by the routes
# Letters of a word that a slip may shuffle; in longer runs it is words that change places (father and son).
SHUFFLED = 9
VOWELLESS = 0.15  # what it costs that only the consonants of two words were held against each other
MAYBE = "a case of the name, or another name"
FEW = 4  # characters of a name in them
SYLLABIC = frozenset({"HAN", "HANGUL", "HIRAGANA", "KATAKANA"})
# What digits stand for where letters were swapped for them or misread.
_DIGITS = str.maketrans("01345689i", "oleasbbgl")
# Letters of several spellings for one sound, the longer first.
_HEARD = [
    (re.compile(spelled), sound)
    for spelled, sound in (
        ("tsch|tch|cz", "4"),
        ("shch|sch|sh|sz", "s"),
        ("dzh|dsch|zh|dj", "j"),
        ("kh|ch", "h"),
        ("ck|q|c(?=[aouklrt]|$)", "k"),
        ("ph", "f"),
        ("th|dt$", "t"),
        ("dh", "d"),
        ("gh", "g"),
        ("ts|tz", "c"),
        ("w", "v"),
        ("x", "ks"),
        ("(?:[iyj]e|[iyj]o|e)(?=v|ff)", "e"),
        ("^[yj]e", "e"),
        ("ou|oo|ue(?=[^aeiouy])", "u"),
        ("ee|ie|ye|je", "i"),
        ("ae", "a"),
        ("oe", "o"),
        ("(?:iy|yy|ij|yj|ii|y|j|i)+", "i"),
        ("ei", "ai"),
        (r"(.)\1+", r"\1"),
        ("(?<=.)h(?![aeiou])", ""),
    )
]


@dataclass(frozen=True, slots=True)
class Agreement:
    """``edits``: letters apart; ``distance``: their share of the longer word, 0 the same, 1 all."""

    distance: float
    edits: float
    route: str
    rival: bool = False  # two names of their own, not one misspelt
    doubt: bool = False  # nor does a slip make one of the other


SAME = Agreement(0.0, 0.0, "")


FAR = Agreement(1.0, 9.0, "")


@lru_cache(maxsize=131_072)
def alike(one: str, other: str) -> Agreement:
    """How two folded words agree by the best route, whatever their scripts."""
    if one == other:
        return SAME
    if max(len(one), len(other)) > LONGEST:
        return FAR
    scripts = script_of(one[0]), script_of(other[0])
    if scripts[0] == scripts[1] and scripts[0] in SYLLABIC:
        return _by_characters(one, other)
    if "HANGUL" in scripts:
        return _heard(one, other)
    if kin := _given(one, other):
        return kin
    best = _edited(one, other) if scripts[0] == scripts[1] else FAR
    if scripts[0] != scripts[1] or scripts[0] == "CYRILLIC":
        learnt = [_heard(one, other)] if scripts[0] != scripts[1] else []
        best = min((best, *_across(one, other), *learnt), key=_distance)
    elif best.edits > HEARD and scripts[0] in {"LATIN", ""}:
        best = min(best, _by_sound(one, other), key=_distance)
    rivals = _rivals(one, other, best)
    routed = _routed(one, other) if best.distance <= NEAR else None
    if routed and (routed.edits or not rivals.rival):
        return routed
    return rivals if _may_be_slip(one, other, rivals) else replace(rivals, doubt=True)


def _may_be_slip(one: str, other: str, found: Agreement) -> bool:
    """Whether two words that are near are spelled alike but for a slip, in one script or in Latin letters.

    Other scripts than Latin, Cyrillic and Greek are written in letters too roughly to tell.
    """
    scripts = {script_of(one[0]), script_of(other[0])}
    across = len(scripts) > 1 and min(len(one), len(other)) > SHORT
    if found.edits < (1 if across else CERTAIN) or found.distance > NEAR:
        return True
    if len(scripts) == 1:
        return slip(one, other) or slip(_told_apart(one), _told_apart(other)) or _misread(one, other)
    if not scripts <= {"LATIN", "CYRILLIC", "GREEK", ""}:
        return True
    return any(slip(heard(a), heard(b)) for a in latin(one)[:WAYS] for b in latin(other)[:WAYS])


def _heard(one: str, other: str) -> Agreement:
    """Words of two scripts (조지, George) by what was learnt of how letters sound."""
    chance = heard_alike(one, other)
    near = next(((d, e) for least, d, e in LEARNT if chance >= least), None)
    return Agreement(*near, f"heard alike, {chance:.0%} by what was learnt") if near else FAR


def _distance(found: Agreement) -> float:
    return found.distance


@lru_cache(maxsize=65_536)
def latin(word: str) -> tuple[str, ...]:
    """The word in Latin letters by each route there is; nothing for a script that none reads."""
    kind = script_of(word[0])
    if kind in {"LATIN", ""}:
        return (word,)
    if kind == "CYRILLIC":
        return tuple(forms(word))
    return tuple(dict.fromkeys(folded(s.text) for s in spellings(word) if s.script == "LATIN"))


def _across(one: str, other: str) -> Iterator[Agreement]:
    """The agreements of two words by the routes that write them in Latin letters."""
    bare = not {script_of(one[0]), script_of(other[0])} <= {"LATIN", "CYRILLIC", "GREEK"}
    for a in latin(one)[:WAYS]:
        for b in latin(other)[:WAYS]:
            found = min(_edited(a, b), _by_sound(a, b), key=_distance)
            yield _told_across(found, found.distance)
            if bare and len(consonants(a)) > 1:
                found = _edited(consonants(a), consonants(b))
                yield _told_across(found, min(1.0, found.distance + VOWELLESS))


def _told_across(found: Agreement, distance: float) -> Agreement:
    return Agreement(distance, found.edits, f"transliterated; {found.route}")


def _routed(one: str, other: str) -> Agreement | None:
    """Two words that a route leads from one to the other, letter for letter; None where none does."""
    part = agreeing(one, other)
    if part is None:
        return None
    if DECLINED in (*part.one_routes, *part.other_routes):
        another = _rows(one, True) and _rows(other, True)  # Олександра: of Олександр, or a woman
        return Agreement(0.2, 1.0, MAYBE) if another else Agreement(0.05, 0.3, f"{part.pivot}, declined")
    used = dict.fromkeys((*part.one_routes[:1], *part.other_routes[:1]))
    return Agreement(0.0, 0.0, f"{part.pivot}, by {' and '.join(routes()[r].name for r in used)}")


def _given(one: str, other: str) -> Agreement | None:
    if _rows(one, False) & _rows(other, False):
        return Agreement(0.05, 0.3, "spellings of one given name")
    if _rows(one, True) & _rows(other, True):
        both = not _rows(one, False) and not _rows(other, False)  # Kate and Kathy: two girls, as well as one
        return Agreement(0.1, 0.5, "a short form of the given name", doubt=both)
    if _father(one) & _father(other):
        return Agreement(0.05, 0.3, "patronymics of one given name")
    return None


@lru_cache(maxsize=65_536)
def _rows(word: str, short: bool) -> frozenset[int]:
    """The rows of given.toml that a word stands in, in whatever script."""
    return frozenset().union(*(given(short).get(each, frozenset()) for each in latin(word)))


@lru_cache(maxsize=65_536)
def _father(word: str) -> frozenset[int]:
    """The rows of given.toml of the father, if a word is a patronymic of a known name."""
    found = [
        fathers().get(each[: -len(ending)].rstrip(VOWELS), frozenset())
        for each in latin(word)
        for ending in single("patronymics")
        if each.endswith(ending)
    ]
    return frozenset().union(*found)


@lru_cache(maxsize=65_536)
def _common(word: str) -> frozenset[str]:
    return frozenset().union(*(families().get(each, frozenset()) for each in latin(word)))


def _rivals(one: str, other: str, found: Agreement) -> Agreement:
    """``found``, unless both words are names of their own, which no misspelling makes of each other."""
    why = ""
    if _rows(one, True) and _rows(other, True):
        why = "two given names"
    elif _father(one) and _father(other):
        why = "two patronymics"
    elif _woman(one, other) or _woman(other, one):
        why = "a man's name and a woman's"
    elif (ours := _common(one)) and (theirs := _common(other)):
        if ours & theirs:
            return Agreement(0.05, 0.3, "spellings of one family name")
        why = "two family names"
    elif made := _endings(one, other):
        if made == "one":
            return Agreement(0.05, 0.3, "forms of one family name")
        why = "two family names of one stem"
    return replace(found, route=why, rival=True) if why else found


def _woman(one: str, other: str) -> bool:
    """Whether ``other`` makes a woman's name of a given name: Karl, Karla."""
    return bool(_rows(one, False)) and any(b == a + "a" for a in latin(one) for b in latin(other))


def _endings(one: str, other: str) -> str:
    """ "one" or "two" where two words have one stem and endings that make one family of it or two."""
    told = {_family(a, b) for a in latin(one)[:2] for b in latin(other)[:2]}
    return next((each for each in ("two", "one") if each in told), "")


def _family(one: str, other: str) -> str:
    """What the endings of two Latin words make of their one stem: "one" family, "two", or "" for no stem."""
    pairs = enumerate(zip(one, other, strict=False))
    stem = next((i for i, (a, b) in pairs if a != b), min(len(one), len(other)))
    for cut in range(max(STEM, stem - 3), stem + 1):
        ours, theirs = endings().get(one[cut:]), endings().get(other[cut:])
        if ours is not None and theirs is not None:
            return "one" if ours == theirs or heard(one) == heard(other) else "two"
    return ""


def _by_sound(one: str, other: str) -> Agreement:
    a, b = heard(one), heard(other)
    if a == b:
        return Agreement(HEARD / max(len(one), len(other)), HEARD, "spelled otherwise, heard alike")
    found = _edited(a, b)
    edits = max(found.edits + HEARD, _edited(one, other).edits / 2)
    return Agreement(min(1.0, edits / max(len(a), len(b), 1)), edits, found.route)


def _edited(one: str, other: str) -> Agreement:
    plain, other_plain = _read(one, other), _read(other, one)
    if plain == other_plain:
        return Agreement(HEARD / len(one), HEARD, "letters misread")
    edits = float(OSA.distance(plain, other_plain))
    longer = max(len(plain), len(other_plain))
    if 3 < longer <= SHUFFLED and edits > 1 and sorted(plain) == sorted(other_plain):
        return Agreement(1.5 / longer, 1.5, "the same letters in another order")
    return Agreement(
        edits / longer, edits, f"{edits:.0f} letter{'s' if edits > 1 else ''} of {longer} differ"
    )


def _misread(one: str, other: str) -> bool:
    return _read(one, other) == _read(other, one)


def _read(word: str, beside: str) -> str:
    """A word before it was misread: m for rn; letters for digits, where one of the two has digits."""
    digits = any(map(str.isdigit, word + beside)) and any(map(str.isalpha, word))
    return (word.translate(_DIGITS) if digits else word).replace("rn", "m").replace("vv", "w")


def _by_characters(one: str, other: str) -> Agreement:
    """Words in Han characters, kana or Hangul: each character that differs weighs as several letters."""
    edits = float(OSA.distance(one, other))
    longer = max(len(one), len(other))
    distance = min(1.0, CHARACTER * edits / longer)
    told = f"{edits:.0f} of {longer} characters differ"
    return Agreement(distance, min(CHARACTER * edits, 9.0), told, rival=longer <= FEW)


def consonants(word: str) -> str:
    """What a script that writes few vowels, or whole syllables, keeps of a word; r and l are one there."""
    return re.sub("[aeiou]+", "", heard(word)).replace("r", "l")


@lru_cache(maxsize=65_536)
def heard(word: str) -> str:
    """A Latin word as it sounds, roughly, in several languages at once."""
    for pattern, sound in _HEARD:
        word = pattern.sub(sound, word)
    return word


@lru_cache(maxsize=65_536)
def _told_apart(word: str) -> str:
    """A word as it sounds, sh kept from s and ch from h (Nash, Nass; Chan, Han)."""
    return heard(re.sub("shch|sch|sh|sz", "$", re.sub("tsch|tch|cz|(?<!k)ch", "4", word)))
