"""Passages that two texts share, in any script: found by their rare runs of words, never by all pairs.

| takes | gives | promise |
| --- | --- | --- |
| texts | `Passage`: two places, and how sure it is that the words were taken over | never all pairs |

A passage may have lost, gained or exchanged words, be misspelt, cut, or have a clause put into it.
Only numpy and rapidfuzz are needed, and no language is known.
"""

from firsthand.matching.passages.find import Passage, shared

__all__ = ["Passage", "shared"]
