"""Who copied whom, from the variants of texts alone.

| takes | gives | promise |
|---|---|---|
| a Collation, dates | a Stemma | same texts, same answer; doubt has a number; direction may stay open |
"""

from firsthand.tracing.stemma.build import stemma

__all__ = ["stemma"]
