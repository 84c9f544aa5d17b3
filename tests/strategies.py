"""Any value of the nouns, for Hypothesis. A field added to a noun is covered without a change here."""

from __future__ import annotations

import dataclasses
import types
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

T = TypeVar("T")

# Every code point there is: NUL, right-to-left marks and lone surrogates come in from the wild.
words = st.text(st.characters(codec=None, exclude_categories=()), max_size=8)
numbers = st.integers(-(2**63), 2**63 - 1)
shares = st.floats(allow_nan=False, allow_infinity=False)
hashes = st.binary(min_size=32, max_size=32).map(bytes.hex)


def values(noun: type[T]) -> st.SearchStrategy[T]:
    """Any value of a noun of ``firsthand.model``, with every field filled freely."""
    return _of(noun)


@cache
def _of(kind: Any) -> st.SearchStrategy[Any]:
    plain = {str: words, int: numbers, float: shares, bool: st.booleans(), type(None): st.none()}
    if kind in plain:
        return plain[kind]
    if get_origin(kind) in (Union, types.UnionType):
        return st.one_of([_of(each) for each in get_args(kind)])
    if get_origin(kind) is tuple and get_args(kind)[-1] is ...:
        return st.lists(_of(get_args(kind)[0]), max_size=2).map(tuple)
    if get_origin(kind) is tuple:
        return st.tuples(*map(_of, get_args(kind)))
    if get_origin(kind) is dict:
        return st.dictionaries(*map(_of, get_args(kind)), max_size=2)
    if issubclass(kind, Enum):
        return st.sampled_from(kind)
    return _fields(kind)


def _fields(kind: Any) -> st.SearchStrategy[Any]:
    assert dataclasses.is_dataclass(kind) or issubclass(kind, tuple), f"no values known for {kind}"
    return st.builds(kind, **{name: _of(each) for name, each in get_type_hints(kind).items()})
