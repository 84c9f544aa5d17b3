"""Where quotations stand: every style of mark, nested, over several paragraphs, dash dialogue.

Marks are read one paragraph at a time with a stack, so a mark that is never closed costs its own
paragraph at most. A quotation that runs on repeats its opening mark at each paragraph and closes
at the last one (Chicago Manual of Style, 17th ed., 13.30); its pieces are marked as running on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from firsthand.model import Span
from firsthand.text import paragraphs

PAIRS = {  # newsrooms mix marks of two keyboards: “so", "so”
    "“": '”“"',
    "„": "“”„",
    "«": "»",
    "»": "«",
    "‹": "›",
    "‘": "’",
    "‚": "‘’",
    "《": "》",
    "〈": "〉",
    "「": "」",
    "『": "』",
    '"': '"”',
    "＂": "＂",
    "'": "'",
    "`": "'`",
    "‟": "”",
}
CLOSERS = frozenset("".join(PAIRS.values()))
MARK = re.compile("[" + "".join(sorted(set(PAIRS) | CLOSERS)) + "]")
DOUBLED = re.compile("''|``")  # a double mark typed as two single ones
REST = "\ue000"  # private use: stands for the second of the two, as no mark
SINGLE = frozenset("'’‘‚`")
DEPTH = 4  # deeper nesting than this is noise (no style guide goes past three)
DASH = re.compile(r"\s*[—–―-]\s+(?=\S)")
DASH_AGAIN = re.compile(r"(?<=[,.!?…])\s+[—–―-]\s+")
# «A, — said she, — b»: the words between two dashes are not quoted, though within the marks
INSERTED = re.compile(
    r"(?:,|(?<=[!?…]))\s{1,3}[—–]\s{1,3}(?P<said>[^\W\d_][^—–]{2,80}?)[,.]\s{1,3}[—–]\s{1,3}(?=\w)"
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation: with its marks (``outer``) and without (``inner``).

    ``depth`` counts the quotations around it. ``runs_on``: the next paragraph's first quotation
    continues this one. ``dashed``: an utterance in dash dialogue, which has no marks. ``ends`` is its
    last character that is no blank.
    """

    outer: Span
    inner: Span
    depth: int = 0
    runs_on: bool = False
    dashed: bool = False
    ends: str = ""


def find(text: str) -> list[Quotation]:
    """All quotations of ``text``, in order of their start; inner ones after the one around them."""
    found = [part for q in _found(DOUBLED.sub('"' + REST, text)) for part in _parted(text, q)]
    closed = [replace(q, ends=_last(text, q.inner)) for q in (_widened(text, q) for q in found)]
    return [q for q in closed if q.ends]


def _parted(text: str, quote: Quotation) -> Iterator[Quotation]:
    """A quotation without what is inserted into it: one for each part that was said."""
    start, first = quote.outer.start, quote.inner.start
    for gap in INSERTED.finditer(text, quote.inner.start, quote.inner.end) if not quote.dashed else ():
        if gap["said"][0].islower():
            yield replace(
                quote, outer=Span(start, gap.start()), inner=Span(first, gap.start()), runs_on=False
            )
            start = first = gap.end()
    yield replace(quote, outer=Span(start, quote.outer.end), inner=Span(first, quote.inner.end))


def _widened(text: str, quote: Quotation) -> Quotation:
    """A quotation whose marks may be two characters wide."""
    outer, inner = quote.outer, quote.inner
    if DOUBLED.match(text, outer.start) and inner.start > outer.start:
        inner = Span(min(inner.start + 1, inner.end), inner.end)
    if DOUBLED.match(text, outer.end - 1) and outer.end > inner.end:
        outer = Span(outer.start, outer.end + 1)
    return replace(quote, outer=outer, inner=inner)


def _found(text: str) -> list[Quotation]:
    found: list[Quotation] = []
    open_before = ""
    whole = paragraphs(text)
    for index, place in enumerate(whole):
        following = whole[index + 1] if index + 1 < len(whole) else None
        pieces, left_open = _marked(text, place)
        start = left_open[0] if left_open else -1
        mark = text[start] if left_open else ""
        if mark and following and _opens_with(text, following, mark):
            pieces = [q for q in pieces if q.outer.start > start or q.outer.end <= start]
            going_on = Quotation(Span(start, place.end), Span(start + 1, place.end), runs_on=True)
            pieces = _rehung([*pieces, going_on])
        if not pieces and not open_before:
            pieces = _dashed(text, place)
        open_before = mark
        found.extend(sorted(pieces, key=lambda q: (q.outer.start, -q.outer.end)))
    return found


def _last(text: str, span: Span) -> str:
    at = span.end
    while at > span.start and text[at - 1].isspace():
        at -= 1
    return text[at - 1] if at > span.start else ""


def _opens_with(text: str, place: Span, mark: str) -> bool:
    head = text[place.start : place.start + 40].lstrip()
    return head[:1] == mark or (mark in PAIRS and head[:1] in PAIRS[mark] and head[1:2].isalnum())


def _marked(text: str, place: Span) -> tuple[list[Quotation], list[int]]:
    """The quotations of one paragraph, and the places of marks left open (outermost first)."""
    stack: list[int] = []
    done: list[Quotation] = []
    for match in MARK.finditer(text, place.start, place.end):
        at = match.start()
        closes = _closes(text, at, stack, place)
        if closes is not None:
            start = stack[closes]
            done.append(Quotation(Span(start, at + 1), Span(start + 1, at), closes))
            del stack[closes:]
        elif len(stack) < DEPTH and _may_open(text, at, place, stack):
            stack.append(at)
    return _rehung(done), [at for at in stack if text[at] not in SINGLE]


def _closes(text: str, at: int, stack: list[int], place: Span) -> int | None:
    """Which open mark the mark at ``at`` closes, as an index into ``stack``."""
    mark = text[at]
    for index in range(len(stack) - 1, -1, -1):
        opened = text[stack[index]]
        if mark in PAIRS[opened] and at > stack[index] + 1 and _may_close(text, at, place, opened):
            return index
    return None


def _may_close(text: str, at: int, place: Span, opened: str) -> bool:
    before = text[at - 1]
    after = text[at + 1] if at + 1 < place.end else " "
    mark = text[at]
    if mark in "”»›》〉」』" or (mark == "“" and opened == "„"):
        return True
    if before.isspace() and not after.isspace():
        return False
    if mark == opened == "“":
        return False  # a second opening mark opens again; only „…“ closes with it
    if mark in SINGLE:
        return (not after.isalnum() or _hangul(after)) and not _possessive(text, at, place)
    return not after.isalnum() or not before.isalnum() or _hangul(after)


def _hangul(char: str) -> bool:
    return "가" <= char <= "힣"


def _possessive(text: str, at: int, place: Span) -> bool:
    """ "the soldiers' guns": an s, the mark, a blank, a small letter, and another mark to close later."""
    if text[at - 1] not in "sSzZxX" or at + 2 >= place.end:
        return False
    return (
        text[at + 1] == " "
        and text[at + 2].islower()
        and text.find(text[at], at + 1, min(place.end, at + 400)) > 0
    )


def _may_open(text: str, at: int, place: Span, stack: list[int]) -> bool:
    mark = text[at]
    if mark not in PAIRS or at + 1 >= place.end or text[at + 1].isspace():
        return False
    if mark in "«‹《〈「『„‚“":
        return True
    before = text[at - 1] if at > place.start else " "
    if mark in SINGLE:
        return before.isspace() or before in '([“"—–-«„'
    return not before.isalnum() or _hangul(before)


def _rehung(done: list[Quotation]) -> list[Quotation]:
    """Depths counted anew from what was in the end closed around each quotation."""
    ends: list[int] = []
    result: list[Quotation] = []
    for each in sorted(done, key=lambda q: (q.outer.start, -q.outer.end)):
        while ends and ends[-1] <= each.outer.start:
            ends.pop()
        result.append(replace(each, depth=len(ends)))
        ends.append(each.outer.end)
    return result


def _dashed(text: str, place: Span) -> list[Quotation]:
    """Utterances of a paragraph that opens with a dash: "— Yes, — she said. — Tomorrow."."""
    head = DASH.match(text, place.start, place.end)
    if not head or not _speech_follows(text, place, head.end()):
        return []
    return list(_utterances(text, place, head.end()))


def _speech_follows(text: str, place: Span, at: int) -> bool:
    """A list item also opens with a dash; dialogue has a second one, before a small letter."""
    again = DASH_AGAIN.search(text, at, place.end)
    return bool(again) and text[again.end()].islower() if again else False


def _utterances(text: str, place: Span, at: int) -> Iterator[Quotation]:
    speaking = True
    for match in [*DASH_AGAIN.finditer(text, at, place.end), None]:
        end = match.start() if match else place.end
        if speaking and at < end:
            span = Span(at, end)
            yield Quotation(span, span, dashed=True)
        at = match.end() if match else end
        speaking = not speaking
