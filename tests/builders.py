"""One call makes a sensible object; keywords vary it."""

from __future__ import annotations

from firsthand.model import Attribution, Kind, Record, RecordKind, Span, identity


def record(text: str = "The bridge is safe, Ann Lee said.", **fields: object) -> Record:
    """A report of the Harbour Gazette, unless told otherwise."""
    given: dict[str, object] = {
        "object": identity("object", text, str(fields.get("name", ""))),
        "name": "report.txt",
        "outlet": "Harbour Gazette",
        "title": "The bridge",
        "published": "2025-02-01T10:00:00+00:00",
        "language": "en",
        "kind": RecordKind.REPORT,
        "text": text,
    }
    given.update(fields)
    given.setdefault("id", given["object"])
    return Record(**given)  # type: ignore[arg-type]


def span(text: str, words: str, nth: int = 0) -> Span:
    """Where the ``nth`` occurrence of ``words`` stands in ``text``."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def attribution(of: Record, content: str, **fields: object) -> Attribution:
    """An attribution whose content is the first occurrence of ``content`` in the record's text."""
    where = (span(of.text, content),)
    kind = Kind(str(fields.pop("kind", Kind.INDIRECT)))
    source = fields.pop("source", None)
    who = span(of.text, source) if isinstance(source, str) else None
    return Attribution(
        id=Attribution.identify(of.id, kind, where, who),
        record=of.id,
        kind=kind,
        content=where,
        source=who,
        name=str(fields.pop("name", of.text[who.start : who.end] if who else "")),
        quotes=where if kind is Kind.DIRECT else (),
        reader="test",
        **fields,  # type: ignore[arg-type]
    )
