"""The apparatus for people: the common words before a place, then the variants and who has them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from firsthand.dossier.phrases import count, listed
from firsthand.model import Collation, Variation

BEFORE = 4  # words that lead up to a place
SHOWN = 6  # names of texts that have a variant
CUT = 60  # characters of words that were moved


def write(collation: Collation) -> str:
    """A place a block; words that were moved and families at the end."""
    parts = [_head(collation), *(_place(collation, each) for each in collation.variations)]
    parts += [_section("moved", _moved(collation)), _section("families", _families(collation))]
    return "\n".join(part for part in parts if part) + "\n"


def _head(collation: Collation) -> str:
    texts = count(len(collation.names), "text")
    if len(collation.names) < 2:
        return f"{texts}: nothing to lay side by side"
    return f"{texts}, {count(len(collation.variations), 'place')} where they part\n"


def _place(collation: Collation, variation: Variation) -> str:
    before = _before(collation, variation.start)
    where = f"{before} …" if before else "at the start"
    lines = [f"{variation.start + 1:>6}  {where} [{variation.kind}]"]
    for words, texts in variation.variants:
        lines.append(f"          {words or '(nothing)'}: {_named(collation, texts)}")
    return "\n".join(lines) + "\n"


def _before(collation: Collation, start: int) -> str:
    """The words before a place as the first text with a word there has them."""
    found = []
    for column in collation.columns[max(0, start - BEFORE) : start]:
        text, span = next((t, s) for t, s in zip(collation.texts, column, strict=True) if s)
        found.append(text[span.start : span.end])
    return " ".join(found)


def _named(collation: Collation, texts: Sequence[int]) -> str:
    return listed([collation.names[n] for n in texts], SHOWN)


def _moved(collation: Collation) -> Iterable[str]:
    for each in collation.transpositions:
        words = " ".join(collation.texts[each.text][each.here.start : each.here.end].split())
        cut = words if len(words) <= CUT else words[:CUT].rstrip() + "…"
        yield f"{collation.names[each.text]} has “{cut}” elsewhere: others have it at {each.start + 1}"


def _families(collation: Collation) -> Iterable[str]:
    for family in collation.families:
        yield listed([collation.names[n] for n in family], len(family))


def _section(title: str, lines: Iterable[str]) -> str:
    found = [f"  {line}" for line in lines]
    return "\n".join([f"{title}:", *found, ""]) if found else ""
