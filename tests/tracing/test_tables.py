from __future__ import annotations

from firsthand.tracing.tables import row


def test_words_keep_their_order_over_lines() -> None:
    assert row("one  two", "three") == ["one", "two", "three"]
