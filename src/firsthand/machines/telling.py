"""Lines translated by a model behind an endpoint."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from firsthand.errors import Unreadable
from firsthand.machines.chat import Endpoint, ask
from firsthand.machines.made import Made

TOGETHER = 4_000  # characters of one question: longer lists lose lines
NUMBERED = re.compile(r"\s*(\d{1,9})\s*[:.)]\s*(.*)")
PROMPT = (
    "You translate lines of a record for a reader who cannot read them and will have them checked. Translate"
    " each numbered line{source} into the language with the code {target}, as literally as that language"
    " allows. Leave nothing out, add nothing, smooth nothing over, join no lines; leave names as they are"
    ' said and [...] where it stands. Answer with one line for each under its own number, as in "12: …", and'
    " with nothing else."
)


@dataclass(frozen=True, slots=True)
class Teller:
    """Translates by asking the model at ``to``, some lines at a time."""

    to: Endpoint
    source: str
    target: str

    @property
    def name(self) -> str:
        """The model and its host."""
        return self.to.name

    def translate(self, lines: Mapping[int, str]) -> Made:
        """Each line as the model gave it. Raises Unreadable where it gave none of them; of some that it
        refuses or does not end with, the others are there."""
        known = f" from the language with the code {self.source}" if self.source else ""
        prompt = PROMPT.format(source=known, target=self.target)
        found: dict[int, str] = {}
        answers = []
        why = Unreadable("gives no line under its number", where=self.name, do="Ask another model")
        for some in _some(lines):
            try:
                listed = "\n".join(f"{number}: {text}" for number, text in some.items())
                said = ask(self.to, f"{prompt}\n\n{listed}")
            except Unreadable as refusal:
                why = refusal
                continue
            found |= _numbered(said.text, some)
            answers.append(said.answer)
        if not found:
            raise why
        return Made(found, self.name, prompt, tuple(answers))


def _some(lines: Mapping[int, str]) -> Iterator[dict[int, str]]:
    """The lines as they are asked for together."""
    some: dict[int, str] = {}
    size = 0
    for number, text in lines.items():
        if some and size + len(text) > TOGETHER:
            yield some
            some, size = {}, 0
        some[number] = text
        size += len(text)
    if some:
        yield some


def _numbered(said: str, asked: Mapping[int, str]) -> dict[int, str]:
    """What stands under the numbers that were asked for, the first time; what goes on below belongs to it."""
    found: dict[int, str] = {}
    at = 0
    for line in filter(str.strip, said.splitlines()):
        begins = NUMBERED.fullmatch(line)
        number = int(begins[1]) if begins else at
        if begins and number in asked and number not in found:
            found[number], at = begins[2].strip(), number
        elif at and not begins:
            found[at] = f"{found[at]} {line.strip()}".strip()
    return {number: text for number, text in found.items() if text}
