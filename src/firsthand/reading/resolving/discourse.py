"""What has been said so far in a text, as far as a pronoun or a role may depend on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from firsthand.languages import Language
from firsthand.model import Being
from firsthand.reading.resolving.author import Author
from firsthand.reading.resolving.cast import Cast, Named
from firsthand.reading.resolving.focus import Focus, Place, Trace
from firsthand.reading.resolving.naming import Naming
from firsthand.reading.resolving.offices import Offices
from firsthand.reading.resolving.verbs import Acting, verb_behind
from firsthand.reading.sentences import Sentence

NOBODY = -1
CLEAR = 2  # times as often as any other bearer: then a bare surname is that one's
Here = Mapping[int, tuple[Naming, int]]


@dataclass
class Discourse:
    """The state of a walk: who is in focus among people and bodies, and among other names (``things``).

    ``turn`` counts sentences outside quotations, ``number`` all of them; ``speaker`` is who spoke
    last. ``office`` is whose campaign (by that word) came last; ``acting_office`` the turn and name of
    the last that was a subject; ``group`` likewise for "Republicans". ``unnamed`` is when "a man" came last.
    ``kin`` is who was called somebody's wife and named. ``phrase`` is where the sentence of the last
    phrase begins, where the phrase ends, and whom it meant. ``pair`` is the turn in which two were last named
    with "and" between them, and who they are. ``so_called`` is who was taken to be he or
    she by place alone: nobody is now the one and now the other.
    """

    cast: Cast
    language: Language
    offices: Offices
    author: Author
    focus: Focus = field(default_factory=Focus)
    things: Focus = field(default_factory=Focus)
    turn: int = 0
    number: int = 0
    speaker: int = NOBODY
    office: dict[str, int] = field(default_factory=dict)
    acting_office: tuple[int, str] = (NOBODY, "")
    group: tuple[int, str] = (NOBODY, "")
    unnamed: dict[str, int] = field(default_factory=dict)
    kin: dict[tuple[int, str], int] = field(default_factory=dict)
    phrase: tuple[int, int, int] = (NOBODY, NOBODY, NOBODY)
    pair: tuple[int, int, int] = (NOBODY, NOBODY, NOBODY)
    so_called: dict[int, str] = field(default_factory=dict)

    def among(self, low: str, *names: str) -> bool:
        """Whether a word is in one of the language's lists."""
        return self.language.among(low, *names)

    def who(self, number: int) -> Named:
        """One of the cast."""
        return self.cast.named[number]

    def gender(self, number: int) -> str:
        """ "m" or "f" by the name, by the text, or by the pronoun that somebody was called by before."""
        return self.who(number).gender or self.so_called.get(number, "")

    def place(self, sentence: Sentence, index: int, subject: bool = True, owned: bool = False) -> Place:
        """Where somebody is asked for."""
        return Place(self.turn, sentence.paragraph, index, quoted(sentence, index), subject, owned)

    def mention(
        self,
        sentence: Sentence,
        index: int,
        who: int,
        acts: Acting,
        owned: bool = False,
        pronoun: bool = False,
    ) -> None:
        """Notes that somebody is mentioned at a place; a town or "Coming" is nobody."""
        before = sentence.tokens[index - 1].low if index else ""
        governed = self.among(before, "prepositions") and not acts.subject
        own_words = quoted(sentence, index)
        trace = Trace(
            self.turn,
            sentence.paragraph,
            index,
            acts.subject,
            acts.speaks,
            own_words,
            owned and index > 0,
            governed,
            pronoun,
            self.among(before, "asking") and self._questioned(sentence, index),
        )
        each = self.who(who)
        if each.being is Being.UNKNOWN and not each.heirs and len(each.lows) == 1:
            self.things.mention(who, trace)
            return
        self.focus.mention(who, trace)
        if acts.speaks and not own_words:
            self.speaker = who

    def _questioned(self, sentence: Sentence, index: int) -> bool:
        """Whether a question is put to whoever is named at ``index``: "asked Lee whether"."""
        after = next((t.low for t in sentence.tokens[index + 1 : index + 6] if not t.capital), "")
        return self.among(after, "whether") or after in ("about", "on")

    def called(self, number: int, kind: str = "") -> str:
        """The fullest name; a surname that several bear is given to the one whom the pronoun fits."""
        if number == NOBODY:
            return ""
        each = self.who(number)
        heirs = [self.who(heir) for heir in each.heirs]
        kind = kind or each.gender
        fitting = [heir for heir in heirs if heir.gender == kind] if kind else heirs
        most = sorted(fitting or heirs, key=lambda heir: -heir.count)
        clear = len(most) == 1 or (len(most) > 1 and most[0].count >= CLEAR * most[1].count)
        return most[0].name if clear else each.name


def quoted(sentence: Sentence, index: int) -> bool:
    """Whether a word is somebody's own; where marks are mixed, what follows a closing one is not."""
    after_mark = index > 0 and sentence.tokens[index - 1].text in ("”", '"', "''")
    return sentence.inside is not None and not after_mark


def named_behind(so_far: Discourse, sentence: Sentence, last: int, here: Here) -> frozenset[int]:
    """Whom the subject that ends at ``last`` is not: those named in its clause: "he said of Dale"."""
    tokens = sentence.tokens
    if (
        not so_far.among(tokens[last - 1].low, "nominative")
        and verb_behind(tokens, last, so_far.language) < 0
    ):
        return frozenset()
    ends = (i for i in range(last, len(tokens)) if tokens[i].text in ",;:—–")
    end = next(ends, len(tokens))
    return frozenset(who for first, (_, who) in here.items() if last <= first < end)
