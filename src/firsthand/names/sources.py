"""Which mentions name the same source: the suggestion, and why.

Put together: the same name (case, accents, hyphens, blanks, titles and articles aside); a surname
and the one full name it can stand for; an acronym and the one name that gives it in brackets;
words that link to an outlet of the case and are part of its name; "the notebook" and the only
primary record called so; a Ukrainian or Russian full name in any of its cases; one full name in two scripts;
two spellings of one that are quoted with the same words. Everything else stays apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from firsthand.languages import only_pronoun
from firsthand.model import Attribution, Being, Outlet, Record, Role, Ruling, Source, identity
from firsthand.names.declined import keys_of, to_nominative
from firsthand.names.mentions import Mention, mentions
from firsthand.names.outlets import Outlets, to_listed, to_written
from firsthand.names.persons import persons
from firsthand.names.ruled import Ruled
from firsthand.names.same_person import same_persons
from firsthand.names.spelling import BRACKETS, Name, key, listed

NAMER = "rules 3"
PERSONAL = frozenset({Being.PERSON, Being.UNKNOWN})

Rule = Callable[[Mention], Mention]


def suggest(
    records: Sequence[Record], attributions: Sequence[Attribution], rulings: Sequence[Ruling] = ()
) -> tuple[Source, ...]:
    """The sources of a case: see ``gathered``."""
    return of_groups(gathered(records, attributions, rulings))


def gathered(
    records: Sequence[Record],
    attributions: Sequence[Attribution],
    rulings: Sequence[Ruling] = (),
    outlets: Sequence[Outlet] = (),
) -> dict[str, list[Mention]]:
    """The mentions of each source of a case by its id: its outlets and primary records first, then the hands
    as they are met.

    Last come the persons that the texts name without quoting them; they have no attributions.

    A hand whose ``who`` is None and that has no name is a gap and gives no source, and a pronoun for which
    nobody was found, or "nobody" itself, gives none either. Sources without
    a name ("a guard") are one a report and wording; two reports never share one. ``rulings`` hold over
    what is suggested; ``outlets`` are known beside those of the table.
    """
    found = mentions(records, attributions)
    found += persons(records, found)
    given = found
    table = Outlets(outlets)

    def listed(mentions: Sequence[Mention]) -> Rule:
        return to_listed(mentions, table)

    for rule in (
        _to_document,
        _to_linked,
        listed,
        to_written,
        to_nominative,
        _to_acronym,
        _to_surname,
        _to_last_word,
        _to_outlet,
    ):
        found = list(map(rule(found), found))
    found = Ruled(rulings).put(given, same_persons(found, records, attributions))
    languages = {record.id: record.language for record in records}
    groups: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in found:
        if mention.name.named or not _none(mention.spelling, languages[mention.record]):
            groups[_group(mention)].append(mention)
    return dict(groups)


def of_groups(groups: Mapping[str, Sequence[Mention]]) -> tuple[Source, ...]:
    """The source of each group of mentions, in order."""
    return tuple(_source(id, group) for id, group in groups.items())


def _none(spelling: str, language: str) -> bool:
    """Whether nobody is meant ("nobody told us"), or whoever "she" is, for whom nobody was found."""
    return only_pronoun(spelling, language) or all(key(w) in listed("nobody") for w in spelling.split())


def _group(mention: Mention) -> str:
    """The id of the source that a mention belongs to.

    Two of "who" in one report need not mean the same person, so each stands alone.
    """
    if mention.name.named:
        return identity("source", mention.name.key, *filter(None, [mention.apart]))
    words = key(mention.spelling)
    place = f"{mention.attribution} {mention.at}" if words in listed("relatives") else ""
    return identity("unnamed source", mention.record, words, place)


def _source(id: str, group: Sequence[Mention]) -> Source:
    spellings = Counter(m.spelling for m in group)
    reasons = dict.fromkeys([*_why_same(group), *(m.reason for m in group if m.reason)])
    return Source(
        id=id,
        name=_fullest(group),
        being=_being(group),
        spellings=tuple(sorted(spellings, key=lambda s: (-spellings[s], s))),
        attributions=tuple(dict.fromkeys(m.attribution for m in group if m.attribution)),
        records=tuple(dict.fromkeys(m.here for m in group if m.here)),
        reasons=tuple(reasons),
        rulings=tuple(sorted({number for m in group for number in m.rulings})),
    )


def _fullest(group: Sequence[Mention]) -> str:
    """What the record itself is called; else the longest spelling without title, the commonest of equals."""
    own = [BRACKETS.sub("", m.spelling) for m in group if m.here]
    cores = Counter(own or [m.name.core or m.spelling for m in group])
    cores = Counter({c: n for c, n in cores.items() if not c.isupper()}) or cores  # as papers print names
    return max(cores, key=lambda c: (len(c.split()), len(c), cores[c], c))


def _being(group: Sequence[Mention]) -> Being:
    for mention in group:
        if mention.here:
            return mention.being
    said = Counter(m.being for m in group if m.being is not Being.UNKNOWN)
    return max(said, key=lambda b: (said[b], b.value)) if said else Being.UNKNOWN


def _why_same(group: Sequence[Mention]) -> Iterable[str]:
    cores = {m.name.core for m in group if not m.reason}
    if len({c.casefold() for c in cores}) > 1:
        yield "the same name, ignoring case, accents, hyphens and spaces"
    elif len(cores) > 1:
        yield "the same name, ignoring case"
    told = {m.spelling for m in group if not m.reason}
    if any(m.name.key not in key(m.spelling) for m in group if not m.reason and m.name.named):
        yield "a shorter form that a report itself uses for this name"
    elif len(cores) == 1 and len(told) > 1:
        yield "the same name, with and without a title, an article or words in brackets"
    if any(m.here for m in group) and any(m.attribution and not m.reason for m in group):
        yield "a name that a record of the case itself carries"


# ---------------------------------------------------------------- the rules


def _to_document(found: Sequence[Mention]) -> Rule:
    """ "The notebook" is the primary record, if there is one only and its title has the noun."""
    primary = {m.name.key: m.name for m in found if m.here and m.being is Being.DOCUMENT}
    title = next(iter(primary.values()), Name("", "", ()))

    def rule(mention: Mention) -> Mention:
        nouns = [key(w) for w in mention.spelling.split()]
        meant = len(primary) == 1 and mention.being is Being.DOCUMENT and not mention.here
        if not meant or not nouns or nouns[-1] not in title.words:
            return mention
        reason = f"the one primary record of the case is a {nouns[-1]}"
        return replace(mention, name=title, reason=reason)

    return rule


def _to_linked(found: Sequence[Mention]) -> Rule:
    """Words that link to the host of one outlet of the case, and are its host or part of its name."""
    outlets: dict[str, dict[str, Name]] = defaultdict(dict)
    for m in found:
        if m.here and m.host:
            outlets[m.host][m.name.key] = m.name

    def rule(mention: Mention) -> Mention:
        at = mention.host or mention.name.core.casefold()
        if mention.here or not mention.name.named or len(outlets.get(at, {})) != 1:
            return mention
        (outlet,) = outlets[at].values()
        part = set(mention.name.words) <= set(outlet.words) or mention.name.key in key(at)
        if not part or mention.name.key == outlet.key:
            return mention
        return replace(mention, name=outlet, being=Being.OUTLET, reason=f"the link leads to {at}")

    return rule


def _to_acronym(found: Sequence[Mention]) -> Rule:
    """An acronym is the name that gives it in brackets, where one name only does."""
    given: dict[str, dict[str, Name]] = defaultdict(dict)
    for m in found:
        for acronym in m.name.acronyms:
            given[key(acronym)][m.name.key] = m.name

    def rule(mention: Mention) -> Mention:
        full = given.get(mention.name.key, {})
        if len(full) != 1 or mention.here:
            return mention
        (name,) = full.values()
        return replace(mention, name=name, reason=f"{name.core} gives {mention.name.core} in brackets")

    return rule


def _to_last_word(found: Sequence[Mention]) -> Rule:
    """ "The Argus" is the one outlet of the case whose name ends so, unless a person is called that."""
    outlets: dict[str, dict[str, Name]] = defaultdict(dict)
    for m in found:
        if m.here and m.being is Being.OUTLET and len(m.name.words) > 1:
            outlets[m.name.words[-1]][m.name.key] = m.name
    people = {word for m in found if m.being in PERSONAL and len(m.name.words) > 1 for word in m.name.words}

    def rule(mention: Mention) -> Mention:
        word = mention.name.key
        ends = outlets.get(word, {})
        if len(ends) != 1 or mention.here or mention.being is Being.DOCUMENT or word in people:
            return mention
        (name,) = ends.values()
        why = f"{name.core} is the only outlet in the case whose name ends in {mention.name.core}"
        return replace(mention, name=name, being=Being.OUTLET, reason=why)

    return rule


def _to_outlet(found: Sequence[Mention]) -> Rule:
    """One word, always met as passing on what others say: an outlet, where a person's surname is excluded."""
    passing = frozenset({Role.RELAY, Role.CHANNEL})
    others = {m.name.key for m in found if m.role not in passing}

    def rule(mention: Mention) -> Mention:
        alone = len(mention.name.words) == 1 and mention.name.key not in others
        return replace(mention, being=Being.OUTLET) if alone and mention.being in PERSONAL else mention

    return rule


def _to_surname(found: Sequence[Mention]) -> Rule:
    """One word of a person's name, in any case: the full name of the same report, else the only one."""
    by_report: dict[tuple[str, str], dict[str, Name]] = defaultdict(dict)
    by_case: dict[str, dict[str, Name]] = defaultdict(dict)
    for m in found:
        if len(m.name.words) > 1 and m.being in PERSONAL:
            for word in _surnames(m.name):
                by_report[m.record, word][m.name.key] = m.name
                by_case[word][m.name.key] = m.name

    def rule(mention: Mention) -> Mention:
        if len(mention.name.words) != 1 or mention.being not in PERSONAL:
            return mention
        for word in (mention.name.key, *keys_of(mention.name.core)):
            for full, where in (
                (by_report.get((mention.record, word), {}), "this report"),
                (by_case.get(word, {}), "the case"),
            ):
                if len(full) == 1:
                    (name,) = full.values()
                    why = f"{name.core} is the only full name in {where} that has {mention.name.core}"
                    return replace(mention, name=name, reason=why)
                if full:  # two people of the report share it: the case cannot help
                    return mention
        return mention

    return rule


def _surnames(name: Name) -> set[str]:
    """The words that may stand for the whole: its first and its last; of "Quist Tower" the last alone."""
    things = listed("premises", "corporate", "bodies", "outlets")
    called_after = name.words[-1] in things and name.words[0] not in listed("men", "women")
    return {name.words[-1]} if called_after else {name.words[0], name.words[-1]}
