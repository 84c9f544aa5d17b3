"""Reading: who said what, by which cue, through whose hands.

| takes | gives | promise |
| --- | --- | --- |
| a text and its language | `Attribution`s in order of place | any text gives an answer |

`read` finds what is attributed; `own_voice` gives the sentences that are left. The rules know no
language: `firsthand.languages` holds the words, one file a language.
"""

from firsthand.reading.own import own_voice
from firsthand.reading.propositions import propositions
from firsthand.reading.quoting import quoted
from firsthand.reading.reader import outermost, read, reader_of
from firsthand.reading.rules.found import READER

__all__ = ["READER", "outermost", "own_voice", "propositions", "quoted", "read", "reader_of"]
