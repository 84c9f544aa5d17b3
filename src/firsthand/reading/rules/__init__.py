"""The rules of grammar: attributions from lists of words alone, without weights.

| takes | gives | promise |
| --- | --- | --- |
| sentences and their language | what each attributes, as `Found` | any text gives an answer |

The rules know no language: `firsthand.languages` holds the words, one file a language.
"""

from firsthand.reading.rules.found import found

__all__ = ["found"]
