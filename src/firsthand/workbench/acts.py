"""The log in words for people: what was done, where the log itself has the terms of how a case is kept."""

from __future__ import annotations

import re
from collections.abc import Mapping

from markupsafe import Markup, escape

from firsthand.workbench.views import Done

# By what the log calls it. Other actions, of later releases or of programs, are told as they stand.
ACTS: Mapping[str, str] = {
    "case created": "The case was made",
    "case resumed": "The case was taken up again",
    "case upgraded": "The case was brought to a later format",
    "case moved": "The tables of the case were moved",
    "object received": "A file was received",
    "object received again": "A file was received again",
    "object taken out": "A file was taken out of another",
    "record read": "A record was read",
    "record corrected": "What is known of a record changed",
    "refusal recorded": "Something could not be read",
    "attributions stored": "Who says what was looked for",
    "lines aligned": "Lines were laid beside those they render",
    "log signed": "The log was signed",
    "trace stored": "The case was traced",
    "ruling made": "A ruling was made",
    "ruling undone": "A ruling was undone",
    "exported": "The case was exported",
    "edition made": "An edition was made",
    "public edition made": "A public edition was made",
}
PARTS = {
    "strand": "A part of the case was traced",
    "division": "The reports were divided into parts that hang together",
    "vectors": "Wordings were made comparable",
}
HASH = re.compile(r"\b([0-9a-f]{12})[0-9a-f]{52}\b")
INPUTS = re.compile(r", from inputs [0-9a-f]{64}\Z")
READ = re.compile(r"(?P<reader>.+), (?P<found>[0-9,]+ attributions?)\Z")
QUOTED = re.compile(r"“([^“”]*)”")


def act(action: str) -> str:
    """What was done, by what the log calls it."""
    return ACTS.get(action, action)


def did(entry: Done) -> str:
    """What was done with an entry."""
    part = entry.subject.partition(" ")[0] if entry.action == "trace stored" else ""
    return PARTS.get(part, act(entry.action))


def detail(entry: Done) -> str:
    """The rest of it. Hashes are told by their beginnings; whole they stand in the log itself."""
    told = INPUTS.sub("", entry.detail)
    if entry.action == "attributions stored" and (read := READ.fullmatch(told)):
        told = f"{read['found']}, with the reader “{read['reader']}”"
    return HASH.sub(r"\1…", told)


def isolated(words: str) -> Markup:
    """Words in which each quotation runs in its own direction, whatever stands around it."""
    return Markup(QUOTED.sub(r"“<bdi>\1</bdi>”", str(escape(words))))
