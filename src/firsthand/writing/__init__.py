"""Writing: attributions laid down in forms that programs and people read.

| takes | gives | promise |
| --- | --- | --- |
| a record and its attributions | text in one of the forms | what is written leads back to the same spans |

One file a form, one row of the table each. Every form is written text by text, so that nothing
grows with the number of texts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from firsthand.model import Attribution, Record
from firsthand.writing import annotation, brat, conll, jsonl, listing


@dataclass(frozen=True, slots=True)
class Form:
    """A form of writing. ``write`` gives the part that one text has in it, "" for nothing.

    ``head`` and ``tail`` stand once around all parts, ``between`` parts them. ``alone``: each text
    needs a file of its own. ``beside``: files that a folder of this form needs, by name.
    """

    name: str
    suffix: str
    write: Callable[[Record, Sequence[Attribution]], str]
    head: str = ""
    between: str = ""
    tail: str = ""
    alone: bool = False
    beside: Mapping[str, str] = field(default_factory=dict)

    def whole(self, record: Record, attributions: Sequence[Attribution]) -> str:
        """One text in this form, complete in itself."""
        return self.head + self.write(record, attributions) + self.tail


FORMS: dict[str, Form] = {
    form.name: form
    for form in (
        Form("text", ".list.txt", listing.write, between="\n"),
        Form("jsonl", ".jsonl", jsonl.write),
        Form("conll", ".conll", conll.write, head=conll.HEAD),
        Form("brat", ".ann", brat.write, alone=True, beside={"annotation.conf": brat.CONFIGURATION}),
        Form(
            "annotation",
            ".annotation.json",
            annotation.write,
            annotation.HEAD,
            annotation.BETWEEN,
            annotation.TAIL,
        ),
    )
}

__all__ = ["FORMS", "Form"]
