"""Who copied whom, from the variants of texts alone.

| takes | gives | promise |
|---|---|---|
| a Collation, dates if there are any | a Stemma | the same texts give the same answer; doubt has a number; direction may stay open |
"""

from firsthand.tracing.stemma.build import stemma

__all__ = ["stemma"]
