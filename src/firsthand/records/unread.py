"""Pictures of pages whose words nobody has read: no person, no machine."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from firsthand.model import Record, RecordKind

SHOWN = 3  # pictures named one by one


def unread_pictures(of_one_file: Sequence[Record]) -> bool:
    """Whether the records of one file are a picture, and nothing that a machine read from it."""
    pictures = any("width" in each.extra and each.kind is RecordKind.PAGE for each in of_one_file)
    return pictures and not any("ocr" in each.extra for each in of_one_file)


def unread(records: Iterable[Record]) -> tuple[str, ...]:
    """What to do where pages are among the records that belong to no transcription; nothing for none."""
    names = [each.name for each in records if each.kind is RecordKind.PAGE and not each.of]
    if not names:
        return ()
    some = ", ".join(names[:SHOWN]) + (" …" if len(names) > SHOWN else "")
    kept, it = "1 picture is kept as a page", "it"
    if len(names) > 1:
        kept, it = f"{len(names)} pictures are kept as pages", "them"
    again = f"For print add {it} again with --ocr and the languages (--ocr eng+kor)"
    return (f"{kept} ({some}), and no word was read from {it}. {again}; or add a transcription.",)
