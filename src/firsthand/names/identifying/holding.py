"""Which facts about somebody say the same, and which cannot both hold.

Only a birth and a birthplace are held against each other: a person has one of each. Ranks, units, roles,
citizenships and papers change or are several, and are at most left open.
"""

from __future__ import annotations

from firsthand.model import Sameness
from firsthand.names.comparing import compare
from firsthand.names.identifying import births, ranks
from firsthand.names.identifying.units import unit
from firsthand.names.spelling import key

BORN, BIRTHPLACE, RANK, UNIT = "born", "place of birth", "rank", "unit"
FUNCTIONAL = frozenset({BORN, BIRTHPLACE})  # of which a person has one
LONGEST = 60  # characters of the name of a place that is compared with one in another script


def differ(field: str, one: str, other: str) -> bool:
    """Whether two values of a fact of which a person has one cannot both hold."""
    if field == BORN:
        return births.differ(one, other)
    return field == BIRTHPLACE and key(one) != key(other) and _one_script(one, other)


def agree(field: str, one: str, other: str) -> bool:
    """Whether two values of a field say the same: births that share a day, one rank or unit in two languages,
    a place in two scripts; else the same words."""
    if field == BORN:
        return births.agree(one, other)
    if key(one) == key(other):
        return True
    if field == RANK:
        return not ranks.ranks(one).isdisjoint(ranks.ranks(other))
    if field == UNIT:
        return unit(one) is not None and unit(one) == unit(other)
    return field == BIRTHPLACE and not _one_script(one, other) and _spellings(one, other)


def remark(field: str, one: str, other: str) -> str:
    """What there is to say of two values that do not agree and may both hold; "" for nothing."""
    if field != RANK:
        return ""
    for higher, lower in ((one, other), (other, one)):
        if ranks.above(higher, lower):
            return f"{higher[:1].upper()}{higher[1:]} is above {lower}; a promotion may lie between."
    return ""


def _one_script(one: str, other: str) -> bool:
    """Names of a place in two scripts are not held against each other here."""
    return one.isascii() == other.isascii()


def _spellings(one: str, other: str) -> bool:
    """Whether two names of a place in two scripts are spellings of one."""
    short = max(len(one), len(other)) <= LONGEST
    return short and compare(one, other).verdict is Sameness.SAME
