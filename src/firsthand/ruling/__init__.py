"""People rule on what the machine proposed: what ``Case.rule`` does, and how rulings are told."""

from firsthand.ruling.door import Rulings
from firsthand.ruling.labels import Labels
from firsthand.ruling.seen import Seen
from firsthand.ruling.telling import Telling

__all__ = ["Labels", "Rulings", "Seen", "Telling"]
