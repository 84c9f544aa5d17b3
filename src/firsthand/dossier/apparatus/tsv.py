"""The columns as a table, a column a text, a row a word: for spreadsheets and programs for stemmata."""

from __future__ import annotations

from firsthand.model import Collation


def write(collation: Collation) -> str:
    """A head line of names, then a line for each column; a field is empty where a text has no word.

    A word is written with the marks around it, up to the blanks.
    """
    rows = [[" ".join(name.split()) for name in collation.names]]
    for column in collation.columns:
        rows.append([_word(t, s) if s else "" for t, s in zip(collation.texts, column, strict=True)])
    return "".join("\t".join(row) + "\n" for row in rows)


def _word(text: str, span: tuple[int, int]) -> str:
    start, end = span
    while start and not (text[start - 1].isspace() or text[start - 1].isalnum()):
        start -= 1
    while end < len(text) and not (text[end].isspace() or text[end].isalnum()):
        end += 1
    return text[start:end]
