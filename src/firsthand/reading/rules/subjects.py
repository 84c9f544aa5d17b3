"""Who a verb of saying belongs to: before it, after it, through an apposition, or shared."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from firsthand.reading.rules import places
from firsthand.reading.rules.frames import Ground
from firsthand.reading.rules.hands import calls_for_name, carrier, dative, named_apposition, only_name
from firsthand.reading.rules.phrases import Phrase, VerbGroup, named_quote, noun_left, noun_right, verb_group

ISSUED = 12  # tokens of what was issued, with its hearer
NAMED = 6  # tokens of a name with what it is of: "Bo Hall of Dunn Brothers"
BACK = 40  # tokens between the commas of an apposition or a relative clause


class Subject(NamedTuple):
    """The source of a verb: its phrase, where its part of the sentence begins and ends.

    ``inverted``: it stands behind the verb ("said Ann Lee"). ``shared``: taken over from a verb
    before it ("said … and added").
    """

    phrase: Phrase
    start: int
    end: int
    inverted: bool = False
    shared: bool = False


def find(ground: Ground, group: VerbGroup, at: Phrase, last: Phrase | None) -> Subject | None:
    """The subject of the verb at ``at``; ``last`` is that of the verb of saying before it."""
    found = _find(ground, group, at, last)
    if found is None:
        return None
    phrase = places.placed(ground, _called(ground, found.phrase))
    passed = None if found.inverted or found.shared else _passed_on(ground, phrase)
    if passed:
        return found._replace(phrase=passed, start=passed.start)
    if not found.inverted and not found.shared:
        phrase = _listed(ground, phrase)
        found = found._replace(start=min(found.start, phrase.start))
    return found._replace(phrase=phrase if found.inverted else _short_of_carrier(ground, phrase))


def _listed(ground: Ground, phrase: Phrase) -> Phrase:
    """ "The United States, Britain | and France": the whole list, where it opens the sentence."""
    several = any(ground.low(i) == "and" for i in range(*phrase))
    start = phrase.start
    while several and start > 1 and ground.mark(start - 1, ","):
        before = noun_left(ground.tokens, start - 1, ground.language)
        if before is None or before.end - before.start > 4 or before.end != start - 1:
            return phrase
        start = before.start
    return Phrase(start, phrase.end) if start == 0 else phrase


def _passed_on(ground: Ground, phrase: Phrase) -> Phrase | None:
    """ "E-mails released by | the White House (showed)": the e-mails."""
    for start in range(max(0, phrase.start - 3), phrase.start):
        if ground.phrase_at(start, "relaying") == phrase.start:
            end = start - ground.mark(start - 1, ",")  # "a study of tides, first reported by | the Post"
            written = noun_left(ground.tokens, end, ground.language) if end > 0 else None
            return written if written and carrier(ground, written, "documents") else None
    return None


def _short_of_carrier(ground: Ground, phrase: Phrase) -> Phrase:
    """ "The office | in a statement (said)", "Tužiteljstvo | u optužnici (navodi)": the source alone."""
    for index in range(phrase.start + 1, min(phrase.end, ground.end) - 1):
        within = range(index + 1, min(index + 4, phrase.end))
        if ground.among(index, "prepositions") and any(ground.among(i, "carriers", "time") for i in within):
            return Phrase(phrase.start, index)
    return phrase


def _called(ground: Ground, phrase: Phrase) -> Phrase:
    """ "a freelance named Wanda Ruiz": the name."""
    for index in range(phrase.start + 1, min(phrase.end, ground.end) - 1):
        if ground.among(index, "called") and ground.tokens[index + 1].capital:
            return Phrase(index + 1, phrase.end)
    return phrase


def _find(ground: Ground, group: VerbGroup, at: Phrase, last: Phrase | None) -> Subject | None:
    behind = _inverted(ground, group, at)
    if behind:
        return behind
    start = group.start
    if start == 0:
        return _opening(ground, group, at)
    if ground.among(start - 1, "relatives"):
        return _relative(ground, start)
    participle = _participle(ground, group, at)
    if participle and ground.tokens[start - 1].word and not ground.among(start - 1, "conjunctions"):
        written = _written(ground, start)
        if written:
            return Subject(written, written.start, at.end)
        return _shared(ground, start, at, last)
    if participle and closes_with_comma(ground, start - 1):
        return _shared(ground, start, at, last)  # "“C,” adding that D"
    if ground.mark(start - 1, ",)—–-"):
        return _shared(ground, start, at, last) if participle else _apposition(ground, start, at)
    if ground.among(start - 1, "conjunctions"):
        return _shared(ground, start, at, last)
    phrase = noun_left(ground.tokens, _before_time(ground, start), ground.language)
    long = phrase is not None and phrase.end - phrase.start > 1
    if (
        phrase
        and long
        and (ground.among(phrase.start + 1, "summing") or ground.low(phrase.start) == "something")
    ):
        return None  # ", a point Ann denied", "something Ann denied"
    if phrase is None or phrase.end <= phrase.start:
        return _quoted_name(ground, start, at)
    phrase = places.before_place(ground, phrase)
    return Subject(phrase, phrase.start, at.end)


def _sums_up(ground: Ground, at: int) -> bool:
    """ ", a point Ann denied", ", something Ann denied": what was said before, and no part of a name."""
    return ground.among(at + 1, "summing") or ground.among(at, "remarking")


def closes_with_comma(ground: Ground, index: int) -> bool:
    """Whether the token is a quotation that a comma closes within its marks."""
    quote = ground.tokens[index].quote if 0 <= index < ground.end else None
    return quote is not None and quote.ends == ","


def _written(ground: Ground, start: int) -> Phrase | None:
    """Whose "saying" follows something written: "Ann sent a letter | saying", "suits | alleging"."""
    verb = issuing(ground, start)
    if verb is not None:
        before = verb_group(ground.tokens, verb, ground.language).start
        return noun_left(ground.tokens, before, ground.language)
    if ground.among(start - 1, "carriers", "documents"):
        return noun_left(ground.tokens, start, ground.language)
    return None


def issuing(ground: Ground, end: int) -> int | None:
    """The verb of "issued a statement to Y | saying", where only what was issued stands behind it."""
    for index in range(end - 1, max(0, end - ISSUED), -1):
        if not ground.tokens[index].word:
            return None
        if ground.among(index, "issuing"):
            given = range(index + 1, end)
            return index if any(ground.among(i, "carriers") for i in given) else None
    return None


def _time(ground: Ground, index: int) -> bool:
    """A word of time, and no document ("minutes")."""
    return ground.among(index, "time") and not ground.among(index, "documents")


def _before_time(ground: Ground, end: int) -> int:
    """ "Ann Lee on Monday evening | said": where the words before a time end."""
    at = end
    while at > 0 and (_time(ground, at - 1) or ground.tokens[at - 1].text.isdigit()):
        at -= 1
    if at == end:
        return end
    return at - 1 if at > 1 and ground.among(at - 1, "prepositions") else at


def _participle(ground: Ground, group: VerbGroup, at: Phrase) -> bool:
    """Whether the verb is a bare "saying", which has its subject before it."""
    bare = not any(ground.among(i, "auxiliaries") for i in range(group.start, at.start))
    return bare and ground.low(at.start).endswith("ing")


def _quoted_name(ground: Ground, start: int, at: Phrase) -> Subject | None:
    """ "«Dawn» writes that": an outlet whose name stands in quotation marks."""
    that = at.end + 1 if ground.mark(at.end, ",") else at.end
    if not named_quote(ground.tokens, start - 1) or not ground.among(that, "that"):
        return None
    return Subject(Phrase(start - 1, start), start - 1, at.end)


def _inverted(ground: Ground, group: VerbGroup, at: Phrase) -> Subject | None:
    before = group.start - 1
    opened = ground.quote(before) or (ground.mark(before, ",—–-") and before > 0)
    if _participle(ground, group, at) or ground.among(at.end, "that"):
        return None  # "…, telling reporters that", "…, noted that Ann's crew"
    if not opened or (before >= 0 and ground.mark(before, ",") and before == 0):
        return None
    phrase = _phrase_behind(ground, at)
    if phrase is None:
        return None
    # Without known past endings a clause cannot be told from a noun phrase, so it is taken for one.
    known = ground.language.entries("past")
    clause = ground.quote(before - 1) or ground.has_finite(0, before) or not known
    if ground.mark(before, ",") and (not clause or _described(ground, before)):
        return None
    end = min(phrase.end, ground.end)
    if end <= phrase.start or not _clear(ground, end):
        return None
    named = named_apposition(ground, Phrase(phrase.start, end))
    return Subject(named, group.start, max(named.end, end), inverted=True)


def _phrase_behind(ground: Ground, at: Phrase) -> Phrase | None:
    """The noun phrase behind a verb; a hearer between the two is passed over if another one follows."""
    start = _past_circumstance(ground, at.end)
    heard = dative(ground, start)
    other = noun_right(ground.tokens, heard.end, ground.language, titled=True) if heard else None
    phrase = other or noun_right(ground.tokens, start, ground.language, titled=True)
    if phrase:
        return places.unheard(ground, phrase)
    return places.past_place(ground, start) or places.housed(ground, start)


def _past_circumstance(ground: Ground, at: int) -> int:
    """ "a anunțat pe Chirp | primarul", "obećao je u četvrtak | načelnik": a day or a platform between."""
    if ground.among(at, "time") and not ground.mark(at + 1, ","):
        return at + 1
    day = ground.among(at, "prepositions") and ground.among(at + 1, "time", "platforms")
    return at + 2 if day else at


def behind(ground: Ground, at: Phrase, group: VerbGroup) -> Subject | None:
    """The subject behind a verb that opens its clause ("Про це розповів X"), whatever stands before it."""
    phrase = _phrase_behind(ground, at)
    if phrase is None or min(phrase.end, ground.end) <= phrase.start:
        return None
    return Subject(phrase, group.start, min(phrase.end, ground.end), inverted=True)


def _opening(ground: Ground, group: VerbGroup, at: Phrase) -> Subject | None:
    """ "A negat primarul că", "Kazao je Horvat da": a verb that opens the sentence before its subject."""
    found = behind(ground, at, group) if ground.language.entries("drops") else None
    follows = found and (ground.among(found.end, "that") or ground.mark(found.end, ":"))
    return found if follows else None


def dropped(ground: Ground, group: VerbGroup, at: Phrase) -> Subject | None:
    """ "Priznala je da", "…, a adăugat că": no subject, where the language need not have one."""
    opens = (
        group.start == 0 or ground.mark(group.start - 1, ";") or ground.among(group.start - 1, "conjunctions")
    )
    if not (opens and ground.language.entries("drops")):
        return None
    told = ground.among(at.end, "that") or ground.mark(at.end, ":")
    return Subject(at, group.start, at.end) if told else None  # the verb stands for its subject


def _described(ground: Ground, comma: int) -> bool:
    """ "The letters, translated by M, | show": the comma closes a description of the subject."""
    if _introduced(ground, comma):
        return True
    for index in range(comma - 1, max(0, comma - BACK), -1):
        if ground.quote(index):
            return False
        if ground.mark(index, ","):
            first = ground.low(index + 1)
            return ground.among(index + 1, "relatives") or first.endswith(("ed", "ing"))
    return False


def _introduced(ground: Ground, comma: int) -> bool:
    """ "Ann Lee of Varn, a farmer who left, one of five, | said": a name and nothing but descriptions."""
    parts = [0, *(i + 1 for i in range(comma) if ground.mark(i, ",")), comma + 1]
    if len(parts) < 3 or any(ground.quote(i) for i in range(comma)):
        return False
    head = range(parts[1] - 1)
    opens = ground.among(0, "prepositions", "subordinators", "adverbs", "conjunctions", "time")
    if opens or any(ground.sure[i] and ground.low(i) != "'s" for i in head):
        return False
    middle = Phrase(parts[1], parts[2] - 1)
    if len(parts) == 3 and ground.among(parts[1] - 2, "persons") and _is_name(ground, middle):
        return True  # "Hall's son, Grant, | defended"
    openers = ("determiners", "possessives", "relatives", "persons")
    opened = [ground.among(i, *openers) or ground.tokens[i].text.isdigit() for i in parts[1:-1]]
    plain = [not ground.has_finite(i, j - 1) for i, j in pairwise(parts[1:])]
    return opened[0] and all(a or b for a, b in zip(opened, plain, strict=True))


def _clear(ground: Ground, end: int) -> bool:
    """Whether nothing follows that would make the phrase behind the verb a subject of its own."""
    if end >= ground.end or ground.mark(end, ",;:.—–-()") or ground.quote(end):
        return True
    return ground.among(
        end, "prepositions", "relatives", "time", "adverbs", "conjunctions", "hearing"
    ) and not ground.among(end, "auxiliaries")


def _relative(ground: Ground, start: int) -> Subject | None:
    noun = start - 2 if ground.mark(start - 2, ",") else start - 1
    if noun <= 0 or (
        ground.among(start - 1, "that") and ground.tokens[noun - 1].low in ground.language.verbs
    ):
        return None
    phrase = noun_left(ground.tokens, noun, ground.language)
    if phrase is None:
        return None
    best = _behind_commas(ground, phrase)
    return Subject(best, best.start, start)


def _apposition(ground: Ground, start: int, at: Phrase) -> Subject | None:
    """ "The minister, Ann Lee, said": from the comma before the verb back to the noun itself."""
    comma = start - 1
    for index in range(comma - 1, max(0, comma - BACK), -1):
        if ground.quote(index):
            break
        if ground.mark(index, ",(—–-"):
            inner = Phrase(index + 1, comma)
            head = noun_left(ground.tokens, index, ground.language)
            if head is None:
                continue
            head = _behind_commas(ground, head)
            chosen = inner if _is_name(ground, inner) and not _is_named(ground, head) else head
            return Subject(chosen, head.start, at.end)
    phrase = noun_left(ground.tokens, comma, ground.language)
    return Subject(phrase, phrase.start, at.end) if phrase and phrase.start == 0 else None


def _behind_commas(ground: Ground, phrase: Phrase) -> Phrase:
    """ "Ann Lee, 34, a farmer | who said": back over an age or a description to the name."""
    for _ in range(3):
        described = ground.among(phrase.start, "determiners") or ground.tokens[phrase.start].text.isdigit()
        if not described or not ground.mark(phrase.start - 1, ",") or phrase.start < 2:
            return phrase
        before = noun_left(ground.tokens, phrase.start - 1, ground.language)
        if before is None or not (_is_named(ground, before) or ground.tokens[phrase.start].text.isdigit()):
            return phrase
        phrase = before
    return phrase


def _is_name(ground: Ground, phrase: Phrase) -> bool:
    return 0 < phrase.end - phrase.start <= NAMED and only_name(ground, phrase)


def _is_named(ground: Ground, phrase: Phrase) -> bool:
    if calls_for_name(ground, phrase):
        return False
    tokens = ground.tokens[phrase.start : phrase.end]
    office = next((i for i, t in enumerate(tokens) if i and ground.language.among(t.low, "of")), len(tokens))
    if any(ground.language.among(t.low, "persons") for t in tokens[:office]):
        tokens = tokens[:office]  # "A spokesman for the Water Service" names a service, and nobody
    capitals = [t for t in tokens if t.capital and t.low not in ground.language.entries("determiners")]
    return (
        any(
            t.low not in ground.language.entries("titles")
            for t in capitals
            if t.start != ground.tokens[0].start
        )
        or len(capitals) > 1
    )


def _shared(ground: Ground, start: int, at: Phrase, last: Phrase | None) -> Subject | None:
    under = last is not None and ground.among(last.start - 1, "subordinators")
    phrase = main(ground) if last is None or under else last  # "left before Ann told them, saying"
    if phrase is None or phrase.start >= at.start:
        return None
    return Subject(phrase, start - 1, at.end, shared=True)


def main(ground: Ground) -> Phrase | None:
    """The first noun phrase of the sentence that follows no preposition: its likely subject."""
    index = 0
    while index < min(ground.end, 30):
        if ground.among(index, "prepositions") or ground.among(index, "subordinators"):
            while index < ground.end and not ground.mark(index, ","):
                index += 1
        timed = ground.among(index, "time") or ground.among(index + 1, "time")  # "Last year, | she"
        phrase = None if timed else noun_right(ground.tokens, index, ground.language)
        if phrase is not None:
            return Phrase(phrase.start, min(phrase.end, ground.end))
        index += 1
    return None
