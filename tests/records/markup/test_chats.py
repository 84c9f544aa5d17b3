"""Where messages stand in an export."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.errors import Unreadable
from firsthand.records.markup.chats import export

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)
MESSAGES = st.lists(st.dictionaries(st.sampled_from("abc"), VALUES) | VALUES, max_size=5)


@given(MESSAGES, st.sampled_from([None, 1]), st.booleans())
def test_every_message_is_found_at_its_bytes(messages: list[object], indent: int | None, mark: bool) -> None:
    whole = {"name": "є]}", "messages": messages, "id": 7}
    data = b"\xef\xbb\xbf" * mark + json.dumps(whole, indent=indent, ensure_ascii=False).encode()
    found = export(data)
    objects = [json.loads(data[slice(*place)]) for place in found.messages or ()]
    assert objects == [each for each in messages if isinstance(each, dict)]
    assert json.loads(data[slice(*found.fields["name"])]) == "є]}"
    with pytest.raises(Unreadable, match="is not whole"):
        export(data[:-1])


LONG = b'{"a": ' + b"1" * 5000 + b"}"


@pytest.mark.parametrize(
    "data", [b"[]", b'{"a": 1,}', b'{"a" 1}', b"{1: 2}", b'{"messages": [1 2]}', b"{} {}", LONG]
)
def test_what_is_no_object_of_json_is_told(data: bytes) -> None:
    with pytest.raises(Unreadable, match="is not whole"):
        export(data)
