"""Dates of PDFs."""

from __future__ import annotations

import pytest

from firsthand.records.pdf.stating import date


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("D:20250201100000+02'00'", "2025-02-01T10:00:00+02:00"),
        ("D:20250201100000Z", "2025-02-01T10:00:00+00:00"),
        ("D:202502011000", "2025-02-01T10:00:00"),
        ("20250201", "2025-02-01"),
        ("D:2025", "2025"),
        ("1 February 2025", "1 February 2025"),
        ("", ""),
    ],
)
def test_a_date_is_understood_or_kept_as_it_is_written(written: str, iso: str) -> None:
    assert date(written) == iso
