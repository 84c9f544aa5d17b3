"""How words of names are heard: what letters of one script stand for in another, learnt from names.

=======  ==========================================================================
takes    two words, in Hangul, Cyrillic or Latin letters; or one, and many to find it in
gives    the chance that they are one name written twice; whether a letter may be a word's first one
promise  the same in either order; any string has an answer, in linear time
=======  ==========================================================================
"""

from firsthand.names.sound.hearing import heard, may_begin
from firsthand.names.sound.lexicon import Lexicon

__all__ = ["Lexicon", "heard", "may_begin"]
