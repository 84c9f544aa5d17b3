"""A walk through a text that answers, at each pronoun and role, who is meant."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.model import Being
from firsthand.reading.resolving import offices, pronouns, roles
from firsthand.reading.resolving.cast import sort_behind
from firsthand.reading.resolving.discourse import NOBODY, Discourse, Here
from firsthand.reading.resolving.naming import Naming, uncontracted
from firsthand.reading.resolving.phrases import phrase
from firsthand.reading.resolving.verbs import acting
from firsthand.reading.sentences import Sentence

Answers = dict[tuple[int, bool], tuple[int, str]]


def walk(sentences: Sequence[Sentence], so_far: Discourse) -> Answers:
    """Where each mention ends and its name ("" for cannot tell), by where it begins and whether it is
    a phrase."""
    answers: Answers = {}
    for number, sentence in enumerate(sentences):
        so_far.turn += sentence.inside is None
        so_far.number = number
        here = so_far.cast.at.get(number, {})
        index = 0
        while index < len(sentence.tokens):
            index = _step(so_far, sentence, index, here, answers)
    return answers


def _step(so_far: Discourse, sentence: Sentence, index: int, here: Here, answers: Answers) -> int:
    """Reads what begins at ``index``; where to go on."""
    token = sentence.tokens[index]
    if index in here:
        naming, who = here[index]
        _name(so_far, sentence, naming, who)
        return naming.last
    if not token.word:
        return index + 1
    low = uncontracted(token.low, so_far.language)
    owner = NOBODY
    if low in so_far.language.pronouns:
        name, owner = pronouns.resolve(so_far, sentence, index, low, here)
        answers[token.start, False] = token.start + len(low), name
    elif so_far.among(low, "relatives"):
        answers[token.start, False] = token.end, pronouns.relative(so_far, sentence, index, here)
    found = phrase(sentence.tokens, index, here, so_far.language)
    if found:
        end = sentence.tokens[found.last - 1].end
        answers[token.start, True] = end, roles.resolve(so_far, sentence, found, owner, here)
    roles.note_unnamed(so_far, sentence.tokens, index, here)
    return index + 1


def _name(so_far: Discourse, sentence: Sentence, naming: Naming, who: int) -> None:
    """Notes a name, and the campaign or the like that it stands before."""
    language = so_far.language
    _pair(so_far, sentence, naming, who)
    last = naming.last + sort_behind(sentence.tokens, naming, language)
    acts = acting(sentence.tokens, naming.first, last, language)
    so_far.mention(sentence, naming.first, who, acts, naming.possessive)
    low = offices.behind(sentence.tokens, naming, language)
    if low:
        so_far.office[low] = who
        if acting(sentence.tokens, naming.first, naming.last + 1, language).subject:
            so_far.acting_office = so_far.turn, so_far.offices[who, low]
    group = so_far.who(who).being is Being.GROUP
    if (
        group
        and (acts.subject or naming.first == 0)
        and sentence.inside is None
        and so_far.group[0] != so_far.turn
    ):
        so_far.group = so_far.turn, so_far.called(who)


def _pair(so_far: Discourse, sentence: Sentence, naming: Naming, who: int) -> None:
    """Notes "Ann Lee and Bo Dale" where they are the first two of their sentence."""
    tokens, here = sentence.tokens, so_far.cast.at.get(so_far.number, {})
    joined = naming.first > 1 and so_far.among(tokens[naming.first - 1].low, "conjunctions")
    before = next((each for each in here.values() if joined and each[0].last == naming.first - 1), None)
    if before and before[0].first == 0 and sentence.inside is None:
        so_far.pair = so_far.turn, before[1], who
