"""He, the mayor, Mayor Kim: people named before, without capitals to show them."""

from __future__ import annotations

import pytest

from firsthand.reading import read


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("그", "윤소라 의원"),
        ("그녀", "윤소라 의원"),
        ("김 시장", "김도윤 시장"),
        ("시장", "김도윤 시장"),
        ("의원", "윤소라 의원"),
        ("박 시장", "박 시장"),
        ("그들", "그들"),
    ],
)
def test_who_is_meant(mention: str, name: str) -> None:
    particle = "은" if mention[-1] in "장원들" else "는"
    text = "김도윤 시장은 “늦었다”고 말했다. 윤소라 의원은 “막았다”고 말했다. "
    assert read(f"{text}{mention}{particle} “갔다”고 말했다.", "ko")[-1].name == name
