"""How the lines of a translation came to stand beside those of the original, where numbers did not tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firsthand.dossier.phrases import capital
from firsthand.model import Line, Record, answers
from firsthand.model.layers import BY_HAND, BY_LENGTH

# Of 2,417 lines of Ukrainian, Russian and English with one in eight run together or left out, one in five of
# those that fitted less well stood beside a wrong line, and one in twenty of the others.
DOUBTFUL = 0.3
MOST = 8  # lines named one by one


def beside(line: Line) -> str:
    """What a reader of this line must know: that it renders several, or fits poorly; "" for most."""
    poorly = "put beside this line by its length, which fits poorly" if _fits_poorly(line) else ""
    return ", ".join(filter(None, (_together(answers(line)), poorly)))


def summary(record: Record) -> str:
    """How those of a whole translation were put there, which are doubtful, which a person has corrected; ""
    where their numbers told."""
    return capital("; ".join(_summed(record.lines)))


def _summed(lines: Sequence[Line]) -> Iterator[str]:
    proposed = [line for line in lines if line.beside == BY_LENGTH]
    if proposed:
        doubtful = [line.number for line in proposed if _fits_poorly(line)]
        unsure = f"doubtful: {_lines(doubtful)}" if doubtful else "none doubtful"
        yield f"its lines were put beside those of the original by length, numbers and names, {unsure}"
    if alone := [line.number for line in lines if line.answers == ()]:
        yield f"beside no line of it: {_lines(alone)}"
    if corrected := [line.number for line in lines if line.beside == BY_HAND]:
        yield f"put in their place by case.toml: {_lines(corrected)}"


def _fits_poorly(line: Line) -> bool:
    return line.beside == BY_LENGTH and bool(line.answers) and line.fit < DOUBTFUL


def _together(found: tuple[int, ...]) -> str:
    return f"{_lines(found)} together" if len(found) > 1 else ""


def _lines(numbers: Sequence[int]) -> str:
    *most, last = [str(number) for number in numbers[:MOST]]
    rest = f" and {len(numbers) - MOST} more" if len(numbers) > MOST else ""
    if rest or not most:
        return f"line{'s' if most else ''} {', '.join([*most, last])}{rest}"
    return f"lines {', '.join(most)} and {last}"
