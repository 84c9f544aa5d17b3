"""Every attribution as a W3C Web Annotation (JSON-LD): quote and position, both, always."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from firsthand.dossier.sheets import Dossier, ReportSheet
from firsthand.dossier.tagged import Tag
from firsthand.model import Span
from firsthand.writing.annotation import CONTEXT, target


def web_annotations(dossier: Dossier) -> bytes:
    """An AnnotationCollection in one page; positions are code points of the text of the record named."""
    items = [item for report in dossier.reports for item in _of(dossier, report)]
    told = {"summary": " ".join(dossier.withheld.sentences)} if dossier.withheld else {}
    collection = {
        "@context": CONTEXT,
        "type": "AnnotationPage",
        "partOf": {"type": "AnnotationCollection", "label": dossier.title, "total": len(items), **told},
        "items": items,
    }
    return json.dumps(collection, ensure_ascii=False, indent=1).encode("utf-8") + b"\n"


def _of(dossier: Dossier, report: ReportSheet) -> Iterator[dict[str, Any]]:
    for tag in report.tags:
        yield {
            "id": f"urn:firsthand:attribution:{tag.id}",
            "type": "Annotation",
            "motivation": "tagging",
            "created": dossier.made_at,
            "body": _body(tag),
            "target": [
                target(report.id or report.anchor, report.sha256, report.text, Span(*span))
                for span in tag.spans
            ],
        }


def _body(tag: Tag) -> list[dict[str, Any]]:
    label: dict[str, Any] = {
        "type": "TextualBody",
        "purpose": "tagging",
        "value": tag.label,
        "format": "text/plain",
        "language": "en",
    }
    if not tag.statement:
        return [label]
    source = f"urn:firsthand:statement:{tag.statement_id}"
    return [{"type": "SpecificResource", "purpose": "linking", "source": source}, label]
