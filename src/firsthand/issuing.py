"""What a case gives out: its dossier, whole or as a public edition."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from firsthand import dossier, opening, placing, publishing, receiving, ruling, tracing
from firsthand.casefile import CaseFile, now, place_folder, plain
from firsthand.circles import no_circles
from firsthand.dossier import Dossier
from firsthand.engines import Engine
from firsthand.errors import Refused
from firsthand.finding import Finder
from firsthand.model import Attribution, Entry, Fault, PrivateWords, Record, Refusal, Trace, digest
from firsthand.publishing import Edition, Matter, Wording
from firsthand.ruling.whole import Whole

PUBLISHED = ("html", "json")  # the dossiers that lie in the case itself
GIVEN = (
    "exported",
    "public edition made",
    "edition made",
)  # entries of the log that change nothing in a case


@no_circles()
def issue(
    file: CaseFile,
    finder: Finder,
    engine: Engine,
    refusals: Sequence[Refusal],
    version: str,
    public: bool = False,
) -> Dossier:
    """The dossier of the case as it is, made by this ``version``; ``public``: without what must not be given
    out.

    Refused where what ``case.toml`` withholds cannot be made out.
    """
    held, grounds, read = finder.held(), finder.evidence(), file.attributions()
    seen = ruling.Seen(file, lambda: traced)
    rulings = seen.rulings  # once: others may rule meanwhile
    current = finder.current(grounds, read, rulings)
    traced = current or finder.stored(grounds, read)
    shown = traced or Trace()
    custody = _changing(file.custody())
    said = finder.said(held, read, shown)
    known = len(rulings) if current else shown.rulings
    held = placing.placed(held, rulings[:known])
    telling = ruling.Telling(seen)
    matter = Matter(
        title=file.title,
        records=held,
        attributions=said.attributions,
        trace=_with_news(shown),
        refusals=refusals,
        custody=tuple(replace(entry, detail=plain(entry)) for entry in custody),
        images=_images(file, engine, held),
        made_at=custody[-1].at if custody else now(),
        version=version,
        leaves=_leaves(file, engine, held, said.attributions, shown),
        rulings=rulings,
        numbers=said.numbers,
        contradictions=telling.contradictions(),
        decided=telling.decided(known),
    )
    made = publishing.public(matter, _private(file)) if public else matter.build()
    return dossier.with_notice(made, "" if current else _undone(traced))


def doubts(file: CaseFile, made: Dossier) -> tuple[str, ...]:
    """What a person should look at before this public edition is given out, in sentences."""
    private, records = _private(file), file.records()
    told = publishing.beyond(records, private)
    return (*publishing.doubts(made, publishing.wider(records, private)), *told)


def withheld(file: CaseFile, whole: Whole) -> tuple[str, ...]:
    """What a public edition of the case would leave out, in sentences; or why none can be made."""
    records = tuple(whole.records.values())
    leaves = dossier.leaves_shown(records, whole.corrected.attributions, whole.trace)
    try:
        return publishing.preview(records, _private(file), leaves)
    except Refused as refused:
        return (str(refused),)


def hand_out(file: CaseFile, made: Dossier, folder: Path) -> Edition:
    """The dossier ``made`` in every form in ``folder``; an entry in the log has the hash of each file.

    Refused where the folder holds other things, or a public edition would bear a withheld name as its own.
    """
    if made.withheld and Wording(_private(file)).hits(folder.resolve().name):
        raise Refused("has a name that is withheld", where=str(folder), do="Name another folder with -o")
    found, missing = publishing.files(made)
    place_folder(folder, found)
    hashes = {name: digest(data) for name, data in sorted(found.items())}
    told = ", ".join(f"{name} sha256 {hashed}" for name, hashed in hashes.items())
    file.log("edition made", "public" if made.withheld else "restricted", f"{folder.resolve().name}: {told}")
    return Edition(folder, hashes, missing)


def _changing(entries: Sequence[Entry]) -> Sequence[Entry]:
    """The log up to its last entry that changed the case: that it was given out is not told in what is given
    out, so that the same case gives the same files."""
    end = len(entries)
    while end and entries[end - 1].action in GIVEN:
        end -= 1
    return entries[:end]


def altered(file: CaseFile) -> list[Fault]:
    """Dossiers in the case that are not those that the log says were last written."""
    written = {
        e.detail.split(", sha256 ")[0]: _hash_in(e.detail) for e in file.custody() if e.action == "exported"
    }
    files = [file.folder / f"dossier.{form}" for form in PUBLISHED]
    changed = [f for f in files if f.is_file() and f.name in written and digest(f) != written[f.name]]
    do = "Write it again with firsthand trace"
    return [Fault(each.name, "is not as Firsthand wrote it", do) for each in changed]


def _hash_in(detail: str) -> str:
    found = re.search(r"sha256 ([0-9a-f]{64})", detail)
    return found[1] if found else ""


def _private(file: CaseFile) -> tuple[PrivateWords, ...]:
    """The words that every ``case.toml`` of the case withholds; Refused where one has mistakes."""
    found, wrong = receiving.private(file)
    if wrong:
        raise Refused(
            f"no public edition can be made while case.toml has mistakes: {wrong[0]}",
            where=str(file.folder),
            do="Mend it, then trace the case again",
        )
    return found


def _images(file: CaseFile, engine: Engine, held: Sequence[Record]) -> dict[str, bytes]:
    """The page images as received; those that only their own format can open, as pictures of them."""
    images = [r for r in held if r.format == "image"]
    odd = [(r, 1) for r in images if r.extra.get("type") == "HEIC"]
    drawn = {id: data for (id, _), data in opening.pictures(file, engine, odd).items()}
    return {r.id: file.object_bytes(r.object) for r in images if r.id not in drawn} | drawn


def _leaves(
    file: CaseFile, engine: Engine, held: Sequence[Record], found: Sequence[Attribution], traced: Trace
) -> dict[tuple[str, int], bytes]:
    """Pictures of the pages that something in the dossier rests on."""
    by_id = {each.id: each for each in held}
    wanted = [(by_id[id], leaf) for id, leaf in dossier.leaves_shown(held, found, traced)]
    return opening.pictures(file, engine, wanted)


def _with_news(traced: Trace) -> Trace:
    """The trace with what it changed as the first of its notes, for a reader of the dossier."""
    told = tracing.in_short(traced.changes)
    return replace(traced, notes=(told, *traced.notes)) if told else traced


def _undone(older: Trace | None) -> str:
    """What a reader must know where there is no trace of the case as it is, but perhaps an older one."""
    if older is None:
        return "This case has not been traced yet."
    return "Something was added, corrected or ruled since this case was traced; what follows is from before."
