"""From a Document to a Record: what kind it is, which language, when, and where from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from firsthand.dates import iso, readings
from firsthand.model import Line, Record, RecordKind, identity
from firsthand.records.document import ITSELF, Document
from firsthand.records.formats import register
from firsthand.records.language import detect
from firsthand.records.manifest import Listed, Manifest
from firsthand.text import host, paragraphs

# Words of a header's ``kind`` that say what a record is; other kinds ("notebook, handwritten") are
# the matter's own record, unless an outlet published it.
KINDS = (
    (RecordKind.TRANSLATION, {"translation"}),
    (RecordKind.PAPER, {"identity", "passport", "paper"}),
    (RecordKind.PAGE, {"page", "scan"}),
    (RecordKind.PRIMARY, {"primary", "transcription", "transcript"}),
    (RecordKind.REPORT, {"report", "article", "news"}),
)
# What a machine made is a layer of another record, whatever else is said of it.
MACHINE = {
    "machine transcription": RecordKind.TRANSCRIPTION,
    "machine translation": RecordKind.TRANSLATION,
}
# The first newspaper: no report of one is older.
FIRST_REPORT = "1605"
# What programs write where they know no date.
NO_DATE = "1970-01-01"
OURS = ("title", "outlet", "byline", "published", "language", "url", "of", "by", "made", "manner")


def record(
    document: Document,
    object: str,
    name: str,
    manifest: Manifest | None = None,
    received: date | None = None,
    outside: Mapping[str, str] | None = None,
) -> Record:
    """The Record that ``document`` is, of the file ``name`` with SHA-256 ``object``.

    What the manifest says holds over what the file says, and that over what the file it lies in says
    of it (``outside``) - but for the address, which only who fetched it can know. ``of`` is still a
    name: see ``resolve``. A date later than the day on which it was ``received`` is kept as written and
    not taken for its date.
    """
    # What is said of a picture does not hold for what a machine read on it.
    told = manifest.listed(name) if manifest and document.kind not in MACHINE else None
    listed = told or Listed(name)
    given = dict(outside or {})
    own = {field: getattr(document, field) or given.get(field, "") for field in OURS}
    own |= {"manner": "machine"} if document.kind in MACHINE else {}
    stated: dict[str, Any] = own | ({"url": given["url"]} if given.get("url") else {}) | listed.words
    extra = {key: value for key, value in given.items() if key not in OURS} | document.extra
    if document.inside:
        extra["inside"] = document.inside
    if document.url and document.url != stated["url"]:
        extra["canonical"] = document.url
    if document.kind:
        extra.setdefault("kind", document.kind)
    if listed.number is not None:
        extra["number"] = str(listed.number)
    made = Record(
        id=identity("record", object, document.part) if document.part else object,
        object=object,
        name=name,
        part=document.part,
        kind=listed.kind or _kind(document),
        format=document.format,
        text=document.text,
        lines=document.lines,
        links=document.links,
        extra=extra,
        notes=document.notes,
        handling=listed.handling,
        **(stated | {"dated_by": "case.toml" if "published" in listed.words else document.dated_by}),
    )
    return _numbered(_placed(_doubted(_dated(_spoken(_on_itself(made))), received)))


def _on_itself(made: Record) -> Record:
    """Regions on pages of the very file that was read bear its record's id."""
    lines = tuple(
        replace(line, region=replace(line.region, page=made.id))
        if line.region and line.region.page == ITSELF
        else line
        for line in made.lines
    )
    return replace(made, lines=lines)


def _kind(document: Document) -> RecordKind:
    if document.kind in MACHINE:
        return MACHINE[document.kind]
    if document.format == "image":
        return RecordKind.PAGE
    if document.format == register.NAME:
        return RecordKind.REGISTER
    words = set(re.findall(r"\w+", document.kind.lower()))
    for kind, signs in KINDS:
        if words & signs:
            return kind
    return RecordKind.PRIMARY if words and not document.outlet else RecordKind.REPORT


def _spoken(made: Record) -> Record:
    if made.language:
        code = made.language.strip().replace("_", "-").lower().split("-")[0]
        extra = made.extra if code == made.language else made.extra | {"language": made.language}
        return replace(made, language=code, language_by="stated", extra=extra)
    found = detect(made.text)
    return replace(made, language=found, language_by="detected" if found else "")


def _dated(made: Record) -> Record:
    if not made.published:
        return made
    known = iso(made.published)
    if known == made.published:
        return made
    extra = made.extra | {"published": made.published}
    if known:
        return replace(made, published=known, extra=extra)
    return replace(
        made, published="", dated_by="", extra=extra, notes=(*made.notes, _undated(made.published))
    )


def _doubted(made: Record, received: date | None) -> Record:
    """Without its date where that cannot be: a false one would decide who had it from whom."""
    why = _impossible(made, received) if made.published else ""
    if not why:
        return made
    note = f"the date {made.published!r} {why}; it is kept as written, and nothing is concluded from it"
    extra = {"published": made.published} | made.extra
    return replace(made, published="", dated_by="", extra=extra, notes=(*made.notes, note))


def _impossible(made: Record, received: date | None) -> str:
    # One day more: it may be tomorrow already where it was published.
    if received and made.published > (received + timedelta(days=1)).isoformat() + "T24":
        return f"is later than the day on which this was received, {received}"
    if made.kind is not RecordKind.REPORT:
        return ""
    if made.published < FIRST_REPORT:
        return "is older than any newspaper"
    return "is what programs write where they know no date" if made.published[:10] == NO_DATE else ""


def _undated(written: str) -> str:
    """Why a date is not taken, and what may be done."""
    days = " or ".join(readings(written))
    if days:
        return f"the date {written!r} may be {days}: say which in case.toml (published = …)"
    return f"the date {written[:80]!r} is not one that can be placed in time; it is kept as written"


def _placed(made: Record) -> Record:
    """Without a stated outlet, a report is its site's: the host of its address, without "www."."""
    if made.outlet or made.kind is not RecordKind.REPORT:
        return made
    return replace(made, outlet=host(made.url))


def _numbered(made: Record) -> Record:
    """A record without line numbers is numbered by its paragraphs, so that it can be cited by line."""
    if made.lines or made.kind not in (RecordKind.PRIMARY, RecordKind.TRANSLATION, RecordKind.PAPER):
        return made
    lines = tuple(Line(number, span) for number, span in enumerate(paragraphs(made.text), 1))
    return replace(made, lines=lines)
