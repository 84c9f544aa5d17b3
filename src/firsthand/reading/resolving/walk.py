"""A walk through a text that keeps in mind who was mentioned, and answers who each pronoun is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from firsthand.languages import Language
from firsthand.model import Being
from firsthand.reading.resolving.cast import Cast
from firsthand.reading.resolving.focus import Focus, Place, Trace
from firsthand.reading.resolving.naming import Naming
from firsthand.reading.resolving.phrases import Phrase, phrase
from firsthand.reading.resolving.relatives import antecedent
from firsthand.reading.resolving.verbs import acting
from firsthand.reading.sentences import Sentence, Token

NOBODY = -1
NEAR = 2  # sentences; an epithet means whoever was spoken of no further back than that
Here = Mapping[int, tuple[Naming, int]]


class Walk:
    """``answers``: the name for each mention, by the place of its first character; "" for cannot tell."""

    def __init__(self, sentences: Sequence[Sentence], cast: Cast, language: Language, author: str) -> None:
        self.answers: dict[int, str] = {}
        self._cast = cast
        self._language = language
        self._author = author
        self._focus = Focus()
        self._turn = 0
        self._speaker = NOBODY
        self._offices: dict[tuple[int, str], str] = {}
        self._last_office: dict[str, int] = {}
        self._office_subject = (NOBODY, "")
        self._unnamed: dict[str, int] = {}
        self._group = (NOBODY, "")
        for number, sentence in enumerate(sentences):
            self._read(sentence, cast.at.get(number, {}))

    def _read(self, sentence: Sentence, here: Here) -> None:
        self._turn += sentence.inside is None
        index = 0
        while index < len(sentence.tokens):
            index = self._step(sentence, index, here)

    def _step(self, sentence: Sentence, index: int, here: Here) -> int:
        token = sentence.tokens[index]
        if index in here:
            naming, who = here[index]
            self._name(sentence, naming, who)
            return naming.last
        if not token.word:
            return index + 1
        found = phrase(sentence.tokens, index, here, self._language)
        if token.low in self._language.pronouns:
            owner = self._pronoun(sentence, index)
            if found:
                self._phrase(sentence, found, owner)
            return index + 1
        if self._language.among(token.low, "relatives"):
            self._relative(sentence, index, here)
            return index + 1
        if found:
            self._phrase(sentence, found, NOBODY)
            return found.last
        self._note_unnamed(sentence.tokens, index)
        return index + 1

    # names

    def _name(self, sentence: Sentence, naming: Naming, who: int) -> None:
        tokens = sentence.tokens
        acts = acting(tokens, naming.first, naming.last, self._language)
        self._mention(sentence, naming.first, who, acts.subject, acts.speaks, naming.possessive)
        after = tokens[naming.last] if naming.last < len(tokens) else None
        if after and not after.capital and self._language.among(after.low, "offices"):
            low = after.low
            name = f"{naming.name} {low}" if not naming.possessive else f"{naming.name}’s {low}"
            self._offices.setdefault((who, low), name)
            self._last_office[low] = who
            if acting(tokens, naming.first, naming.last + 1, self._language).subject:
                self._office_subject = self._turn, self._offices[who, low]
        if self._cast.named[who].being is Being.GROUP and acts.subject and sentence.inside is None:
            if self._group[0] != self._turn:
                self._group = self._turn, self._cast.named[who].name

    def _mention(
        self, sentence: Sentence, index: int, who: int, subject: bool, speaks: bool, owned: bool, pronoun: bool = False
    ) -> None:
        before = sentence.tokens[index - 1].low if index else ""
        governed = self._language.among(before, "prepositions")
        quoted = sentence.inside is not None
        trace = Trace(
            self._turn, sentence.paragraph, index, subject, speaks, quoted, owned, governed, pronoun
        )
        self._focus.mention(who, trace)
        if speaks and not quoted:
            self._speaker = who

    # pronouns

    def _pronoun(self, sentence: Sentence, index: int) -> int:
        """Answers for the pronoun at ``index``; whom it means, or `NOBODY`."""
        token = sentence.tokens[index]
        kind = self._language.pronouns[token.low]
        if kind == "any":
            self.answers[token.start] = self._first_person(token, sentence)
            return self._speaker if sentence.inside else NOBODY
        if kind in ("m", "f"):
            return self._single(sentence, index, kind)
        self.answers[token.start] = self._plural() if kind == "p" else self._thing(sentence)
        return NOBODY

    def _single(self, sentence: Sentence, index: int, kind: str) -> int:
        acts = acting(sentence.tokens, index, index + 1, self._language)
        token = sentence.tokens[index]
        possessive = self._language.among(token.low, "possessives")
        place = Place(
            self._turn, sentence.paragraph, index, sentence.inside is not None, acts.subject, possessive
        )
        who = self._focus.best(place, lambda each: self._fits(each, kind, place))
        if who != NOBODY:
            self._mention(sentence, index, who, acts.subject, acts.speaks, possessive, pronoun=True)
        self.answers[token.start] = self._called(who, kind)
        return who

    def _fits(self, who: int, kind: str, place: Place) -> float | None:
        """1 where the gender is known to fit, 0 where it is unknown, None where it cannot be."""
        each = self._cast.named[who]
        if place.quoted and who == self._speaker:
            return None
        if each.heirs:
            genders = {self._cast.named[heir].gender for heir in each.heirs} if not each.gender else {each.gender}
        else:
            genders = {each.gender}
        if kind in genders:
            return 1.0 if each.being is Being.PERSON or each.heirs else 0.4
        return 0.0 if "" in genders and each.being is Being.PERSON else None

    def _called(self, who: int, kind: str) -> str:
        """The fullest name; a surname that several bear is given to the one whom the pronoun fits."""
        if who == NOBODY:
            return ""
        each = self._cast.named[who]
        fitting = [self._cast.named[h] for h in each.heirs if self._cast.named[h].gender in (kind, "")]
        sure = [heir for heir in fitting if heir.gender == kind and kind] or fitting
        most = sorted(sure, key=lambda heir: -heir.count)
        clear = len(most) == 1 or (len(most) > 1 and most[0].count >= 2 * most[1].count)
        return most[0].name if clear else each.name

    def _first_person(self, token: Token, sentence: Sentence) -> str:
        if self._language.among(token.low, "we"):
            return ""
        if sentence.inside is not None:
            return self._called(self._speaker, "")
        return self._author

    def _plural(self) -> str:
        turn, name = self._group
        if not 0 <= self._turn - turn <= 1:
            return ""
        self._group = self._turn, name
        return name

    def _thing(self, sentence: Sentence) -> str:
        if self._office_subject[0] == self._turn:
            return self._office_subject[1]
        for who, trace in reversed(self._focus.traces.items()):
            body = self._cast.named[who].being is Being.BODY
            if body and trace.subject and trace.sentence == self._turn:
                return self._cast.named[who].name
        return ""

    def _relative(self, sentence: Sentence, index: int, here: Here) -> None:
        who = antecedent(sentence.tokens, index, here, self._language)
        self.answers[sentence.tokens[index].start] = "" if who == NOBODY else self._called(who, "")

    # roles and bodies

    def _phrase(self, sentence: Sentence, found: Phrase, owner: int) -> None:
        start = sentence.tokens[found.first].start
        office = self._office(sentence, found, owner)
        if office or self._language.among(found.head, "offices"):
            self.answers[-start - 1] = office
            return
        who = self._body(found) if self._is_body(found) else self._role(sentence, found)
        name = self._called(who, self._gender(found.head))
        self.answers[-start - 1] = name
        if who != NOBODY:
            acts = acting(sentence.tokens, found.first, found.last, self._language)
            self._mention(sentence, found.first, who, acts.subject, acts.speaks, False, pronoun=True)

    def _office(self, sentence: Sentence, found: Phrase, owner: int) -> str:
        """ "his campaign", "the campaign": the one that the text calls by a name."""
        if not self._language.among(found.head, "offices"):
            return ""
        if owner != NOBODY:
            self._last_office[found.head] = owner
            return self._offices.get((owner, found.head), "")
        if found.owner:
            return ""
        last = self._last_office.get(found.head, NOBODY)
        place = Place(self._turn, sentence.paragraph, found.first, sentence.inside is not None, True)
        held = {who for who, head in self._offices if head == found.head}
        best = self._focus.best(place, lambda who: (2.0 if who == last else 0.0) if who in held else None)
        return self._offices.get((best if best != NOBODY else last, found.head), "")

    def _is_body(self, found: Phrase) -> bool:
        return self._language.among(found.head, "bodies", "outlets", "generic") and not self._language.among(
            found.head, "persons", "epithets"
        )

    def _body(self, found: Phrase) -> int:
        """The last body whose name ends in these words, or holds the head; for "the group", the last one."""
        wanted = {*found.words, found.head}
        if found.owner:
            return NOBODY
        for fits in (lambda lows: wanted <= lows, lambda lows: found.head in lows):
            for who in self._focus.latest():
                each = self._cast.named[who]
                if each.being is Being.BODY and fits(set(each.lows)):
                    return who
        if not self._language.among(found.head, "loose"):
            return NOBODY
        near = (w for w in self._focus.latest() if self._turn - self._focus.traces[w].sentence <= NEAR)
        return next((w for w in near if self._cast.named[w].being in (Being.BODY, Being.OUTLET)), NOBODY)

    def _role(self, sentence: Sentence, found: Phrase) -> int:
        if found.owner or found.owned:
            return self._kin(found) if found.owner else NOBODY
        wanted = {*found.words, found.head}
        kind = self._gender(found.head)
        place = Place(self._turn, sentence.paragraph, found.first, sentence.inside is not None, True)
        epithet = self._language.among(found.head, "epithets")
        recent = self._turn - self._unnamed.get(found.head, -99)

        def fits(who: int) -> float | None:
            each = self._cast.named[who]
            if each.being is not Being.PERSON and not each.heirs:
                return None
            if kind and each.gender and kind != each.gender:
                return None
            common = len(wanted & each.roles)
            held = found.head in each.roles and ("former" not in wanted or "former" in each.roles)
            near = self._turn - self._focus.traces[who].sentence <= NEAR
            return 2.0 + common if held else (common if epithet and near else None)

        who = self._focus.best(place, fits)
        unheld = who != NOBODY and found.head not in self._cast.named[who].roles
        return NOBODY if unheld and recent < 8 and not epithet else who

    def _kin(self, found: Phrase) -> int:
        """ "his wife": whoever alone in the text has that role beside the name."""
        held = [n for n, each in enumerate(self._cast.named) if found.head in each.roles]
        return held[0] if len(held) == 1 and self._language.among(found.head, "kin") else NOBODY

    def _gender(self, low: str) -> str:
        if self._language.among(low, "male"):
            return "m"
        return "f" if self._language.among(low, "female") else ""

    def _note_unnamed(self, tokens: Sequence[Token], index: int) -> None:
        """ "a man in a cap": somebody without a name, whom "the man" may mean later."""
        if tokens[index].low in self._language.entries("indefinite"):
            for token in tokens[index + 1 : index + 6]:
                if not token.word:
                    break
                if self._language.among(token.low, "persons", "epithets"):
                    self._unnamed[token.low] = self._turn
