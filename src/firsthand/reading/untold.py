"""What looks like an attribution to a tagger and tells nothing: a silence, a title, a thing reported.

Each is a kind of phrase that taggers took for a statement again and again, and that no reader would.
"""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.languages import Language
from firsthand.model import Span
from firsthand.reading.quotations import PAIRS
from firsthand.text import WORD

TELLERS = (
    *("persons", "titles", "groups", "bodies", "outlets"),
    *("documents", "carriers", "anonymous", "generic"),
)


def silent(lows: Sequence[str], language: Language) -> bool:
    """Whether a content tells nothing: "to comment", "not to be named as it is private", "him openly"."""
    head = f"{' '.join(lows[:6])} "
    nameless = any(head.startswith(f"{entry} ") for entry in language.entries("nameless"))
    pointed = all(low in language.pronouns or _adverb(low, language) for low in lows)
    return nameless or pointed or all(language.among(low, "silent") for low in lows)


def _adverb(low: str, language: Language) -> bool:
    endings = tuple(language.entries("adverbial"))
    formed = low.endswith(endings) and not language.among(low, "unadverbial")
    return formed or language.among(low, "adverbs")


def happening(text: str, source: Span | None, cue: Span, content: Sequence[Span], language: Language) -> bool:
    """Whether somebody or something brings about what is no more than named, and nobody speaks.

    "The firm reported | a loss"; "The battlefield revealed | a sombre tale"; "She knew | the men": no verb
    in what is named, and a verb that firms and things do as well as people, or that tells nothing.
    """
    verb = text[cue.start : cue.end].lower().split()[-1:]
    if not verb or any(text[part.start] in PAIRS for part in content) or not _named(text, content, language):
        return False
    if language.among(verb[0], "reporting", "familiarity"):
        return True
    return language.among(verb[0], "showing") and source is not None and _thing(text, source, language)


def _named(text: str, content: Sequence[Span], language: Language) -> bool:
    """Whether a content is one phrase around a noun: "a loss of four million", without a finite verb."""
    words = [word.lower() for word in WORD.findall(text, content[0].start, content[-1].end)]
    past = tuple(language.entries("past"))
    verbal = any(language.among(word, "finite", "auxiliaries") or word.endswith(past) for word in words)
    return len(content) == 1 and not verbal and language.among(words[0], "determiners", "possessives")


def _thing(text: str, source: Span, language: Language) -> bool:
    """Whether a source is none that speaks: "the battlefield in the north"."""
    head = ""
    for word in WORD.findall(text, source.start, source.end):
        if language.among(word.lower(), "prepositions"):
            break
        head = word
    pronoun = any(head.lower() in forms for forms in language.pronouns.values())
    return head.islower() and not pronoun and not language.among(head, *TELLERS)
