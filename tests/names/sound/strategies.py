"""Words in the scripts that are heard, and between them."""

from __future__ import annotations

from hypothesis import strategies as st

_SCRIPTS = ("정경홍김이박최대혁", "кьонхджпетрс", "kyonghjeduōč", "a-김п'1 東")
WORDS = st.one_of([st.text(alphabet=letters, min_size=1, max_size=9) for letters in _SCRIPTS])
