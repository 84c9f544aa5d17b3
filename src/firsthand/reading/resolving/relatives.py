"""What a relative pronoun goes back to: "Ann Lee, who said", "a clerk at Orm, who said"."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from firsthand.languages import Language
from firsthand.reading.resolving.naming import Naming
from firsthand.reading.resolving.verbs import acting
from firsthand.reading.sentences import Token

NOBODY = -1
REACH = 14  # tokens back at which an apposition may have begun


def antecedent(
    tokens: Sequence[Token],
    index: int,
    here: Mapping[int, tuple[Naming, int]],
    groups: Container[int],
    people: Container[int],
    language: Language,
) -> int:
    """Whose name the relative at ``index`` goes back to; -1 where that is nobody named."""
    at = _past_aside(tokens, index)
    named = _named_before(here, at)
    if named is None:
        apposed = _apposed(tokens, at, here, language)
        return apposed if apposed != NOBODY else _announced(tokens, index, here, people, language)
    naming, who = named
    if _several(tokens, index, naming, language):
        return NOBODY
    first = naming.first
    while first > 1 and language.among(tokens[first - 1].low, "determiners"):
        first -= 1
    before = tokens[first - 1] if first else None
    if before and who not in groups and language.among(before.low, "of") and tokens[index].low != "which":
        apposed = _apposed(tokens, first - 1, here, language)
        return apposed if apposed != NOBODY or at == index else who
    return who


def _several(tokens: Sequence[Token], index: int, naming: Naming, language: Language) -> bool:
    """ "Ann Lee and Tom Dale, who are": more than the last of them, by the verb."""
    joined = naming.first > 1 and language.among(tokens[naming.first - 1].low, "conjunctions")
    verb = tokens[index + 1].low if index + 1 < len(tokens) else ""
    bare = verb in language.verbs and not verb.endswith(("s", "ed"))
    return joined and tokens[naming.first - 2].capital and (bare or language.among(verb, "plural"))


def _announced(
    tokens: Sequence[Token],
    index: int,
    here: Mapping[int, tuple[Naming, int]],
    people: Container[int],
    language: Language,
) -> int:
    """ "Another baker who left, Ann Lee of Orm, …": the name behind the clause, unless it is speaking."""
    begun = any(language.among(t.low, "indefinite") for t in tokens[max(0, index - 5) : index])
    ends = (i for i in range(index + 1, min(len(tokens), index + REACH)) if tokens[i].text == ",")
    at = next(ends, -1) + 1
    if not begun or not at or at not in here:
        return NOBODY
    naming, who = here[at]
    speaks = acting(tokens, at, naming.last, language).speaks
    return who if who in people and not speaks else NOBODY


def _past_aside(tokens: Sequence[Token], index: int) -> int:
    """Where the words before the relative end: past its comma, past "(D)", past ", 52,"."""
    at = index
    if at and tokens[at - 1].text in ",—–-(":
        at -= 1
    if at and tokens[at - 1].text == ")":
        opened = next((i for i in range(at - 1, max(-1, at - 12), -1) if tokens[i].text == "("), at)
        at = opened
    if at > 1 and tokens[at - 1].text.isdigit() and tokens[at - 2].text == ",":
        at -= 2
    return at


def _named_before(here: Mapping[int, tuple[Naming, int]], at: int) -> tuple[Naming, int] | None:
    found = (here[i] for i in range(at - 1, max(-1, at - 6), -1) if i in here)
    return next((each for each in found if each[0].last == at), None)


def _apposed(
    tokens: Sequence[Token], at: int, here: Mapping[int, tuple[Naming, int]], language: Language
) -> int:
    """ "Ann Lee, a clerk at Orm who": the name before the comma before the article."""
    for index in range(at - 1, max(0, at - REACH), -1):
        opens = language.among(tokens[index].low, "determiners") or tokens[index].capital
        if opens and tokens[index - 1].text == ",":
            named = _named_before(here, _past_aside(tokens, index - 1))
            return named[1] if named else NOBODY
        if tokens[index].text in ",;:" or tokens[index].quote or language.among(tokens[index].low, "finite"):
            return NOBODY
    return NOBODY
