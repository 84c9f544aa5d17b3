"""Passages that texts share, in any script: found by their rare runs of words, never by all pairs.

| takes | gives | promise |
| --- | --- | --- |
| texts | `Passage`: two places, and how sure it is that words were taken over | what was too common is told |

A passage may have lost, gained or exchanged words, be misspelt, cut, or have a clause put into it.
Only numpy and rapidfuzz are needed, and no language is known. Files, in the order of the work: lexing
(words as rows), seeds (runs of words that stand in two texts), places (runs that belong together, and
a first look), laying (word by word), features and weighing (how sure it is), find (the door).
"""

from firsthand.matching.passages.find import Passage, Sharing, shared

__all__ = ["Passage", "Sharing", "shared"]
