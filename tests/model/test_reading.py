from __future__ import annotations

from dataclasses import fields

from firsthand.model import Attribution, Kind, Span


def test_the_reader_is_no_part_of_the_id_of_an_attribution() -> None:
    spans = (Span(1, 5), Span(9, 12))
    assert Attribution.identify("r", Kind.DIRECT, spans, None) != Attribution.identify(
        "r", Kind.DIRECT, spans[:1], None
    )
    assert "reader" in {f.name for f in fields(Attribution)}
