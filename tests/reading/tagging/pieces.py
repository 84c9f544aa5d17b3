"""Two small tokenizers over invented words, of the two kinds that the encoders have."""

from __future__ import annotations

import string
from functools import cache

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

WHOLE = ("ada", "fenn", "said", "that", "the", "gate", "was", "shut", "told", "ledger")
LETTERS = string.ascii_lowercase + string.digits + "абвгдезийклмнопрстуієїяășțâîćčđšž가나다라마한국어신문은는"
SIGNS = ".,;:!?\"'“”«»„…—–-()[]"


@cache
def wordpiece() -> Tokenizer:
    """Small letters alone, as the English encoder has it: `WHOLE` in one piece, the rest letter by letter."""
    names = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *WHOLE, *LETTERS, *(f"##{c}" for c in LETTERS), *SIGNS]
    pieces = {name: number for number, name in enumerate(dict.fromkeys(names))}
    made = Tokenizer(models.WordPiece(pieces, unk_token="[UNK]", max_input_chars_per_word=100))
    made.normalizer = normalizers.BertNormalizer(lowercase=True)
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return made


@cache
def unigram() -> Tokenizer:
    """Blanks in front of words are part of their pieces, as the multilingual encoder has it."""
    words = [f"▁{word}" for word in (*WHOLE, *map(str.capitalize, WHOLE))]
    letters = [*LETTERS, *string.ascii_uppercase, *SIGNS, "▁"]
    pieces = [("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0)]
    pieces += [(word, -2.0) for word in words] + [(letter, -9.0) for letter in dict.fromkeys(letters)]
    made = Tokenizer(models.Unigram(pieces, unk_id=3, byte_fallback=False))
    made.normalizer = normalizers.NFKC()
    made.pre_tokenizer = pre_tokenizers.Metaspace()
    return made
