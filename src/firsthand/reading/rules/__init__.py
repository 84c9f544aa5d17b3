"""The rules of grammar: attributions from lists of words alone, without weights.

| takes | gives | promise |
| --- | --- | --- |
| sentences and their language | what each attributes, as `Found` | any text gives an answer |
| the same and `Told` spans | those spans with hands, stance, speech, hedges: `hung` | spans stay as told |

The rules know no language: `firsthand.languages` holds the words, one file a language.
"""

from firsthand.reading.rules.found import found, hung
from firsthand.reading.rules.hanging import Told

__all__ = ["Told", "found", "hung"]
