"""A listing for people: who, by which word, said what; nested statements stand further in."""

from __future__ import annotations

import re
import shutil
import textwrap
from collections.abc import Iterator, Sequence

from firsthand.model import Attribution, Hop, Record, Span, Speech, Stance
from firsthand.text import excerpt

WIDTH = 96
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+|\s+")
DEEPEST = 6  # levels drawn; what is nested deeper stands where the sixth does


def write(record: Record, attributions: Sequence[Attribution]) -> str:
    """The listing of one text under its name."""
    where = f"{record.name}, {record.part}" if record.part else record.name
    count = "1 attribution" if len(attributions) == 1 else f"{len(attributions) or 'no'} attributions"
    language = f" ({record.language})" if record.language else ""
    depths = _depths(attributions)
    entries = ("\n".join(_entry(record.text, each, depths[each.id])) for each in attributions)
    return "\n\n".join([f"{where}{language}: {count}", *entries]) + "\n"


def _depths(attributions: Sequence[Attribution]) -> dict[str, int]:
    depths: dict[str, int] = {}
    for each in attributions:
        depths[each.id] = min(depths[each.parent] + 1, DEEPEST) if each.parent in depths else 0
    return depths


def _entry(text: str, each: Attribution, depth: int) -> Iterator[str]:
    margin = "  " + "    " * depth
    width = min(WIDTH, shutil.get_terminal_size((WIDTH, 24)).columns)
    cue = f", {plain(excerpt(text, each.cue))}" if each.cue else ""
    lines = [(f"{_who(text, each)}{cue}:", ""), (plain(excerpt(text, each.content)), "  ")]
    lines += [(about, "  ") for about in [_about(text, each)] if about]
    for line, inner in lines:
        yield textwrap.fill(
            line, max(width, 30), initial_indent=margin + inner, subsequent_indent=margin + inner
        )


def plain(words: str) -> str:
    """Words of a text on one line, without anything that a terminal would obey."""
    return CONTROL.sub(" ", words).strip()


def _who(text: str, each: Attribution) -> str:
    if each.source is None:
        return "source not named" if not each.inferred or not each.name else f"{plain(each.name)} (inferred)"
    return _named(text, each.source, each.name) + (" (inferred)" if each.inferred else "")


def _named(text: str, span: Span, name: str) -> str:
    """The mention as it stands, and whom it means where that says more."""
    mention = plain(text[span.start : span.end])
    return f"{mention} ({plain(name)})" if name and plain(name) not in mention else mention


def _about(text: str, each: Attribution) -> str:
    """How it is given, where that is not the plain case, and the hands when they are several."""
    said = [str(each.kind)]
    said += [str(each.stance)] if each.stance is not Stance.ASSERTS else []
    said += [str(each.speech)] if each.speech is not Speech.ACTUAL else []
    said += [f"hedged: {plain(excerpt(text, each.hedges))}"] if each.hedges else []
    said += ["hands: " + " → ".join(_hand(text, hop) for hop in each.hands)] if len(each.hands) > 1 else []
    return f"[{'; '.join(said)}]"


def _hand(text: str, hop: Hop) -> str:
    return f"{_named(text, hop.who, hop.name) if hop.who else 'not named'} ({hop.role})"
