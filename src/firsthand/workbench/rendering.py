"""From the value of a page to bytes: HTML by a template, or JSON."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from firsthand.dossier.rendering import STYLE, environment
from firsthand.dossier.svg import drawing
from firsthand.model import Kind, Role, Stance
from firsthand.shelving import to_json
from firsthand.workbench import acts, judging, places, views

if TYPE_CHECKING:
    from jinja2 import Environment

HERE = Path(__file__).parent
# Templates by the view, where an address gives several.
OF_VIEW = {
    views.PassageView: "passage-page.html.j2",
    views.RuleView: "rule.html.j2",
    views.StatementView: "statement-page.html.j2",
    views.ReportView: "report-page.html.j2",
    views.RecordView: "record-page.html.j2",
    views.SourceView: "source-page.html.j2",
    views.IdentityView: "identity-page.html.j2",
    views.DisputeView: "dispute-page.html.j2",
    views.DescentView: "descent-page.html.j2",
    views.RulingView: "ruling-page.html.j2",
}
WHOLE = "dossier.html.j2"  # is no page of the workbench, and needs filters that only a dossier has
MEDIA = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class Static:
    """A file of our own that pages ask for; its ``version`` changes with what is in it."""

    data: bytes
    media_type: str
    version: str


def _static(file: Path) -> Static:
    data = file.read_bytes()
    return Static(data, MEDIA[file.suffix], sha256(data).hexdigest()[:12])


_FILES = {"dossier.css": STYLE} | {file.name: file for file in sorted((HERE / "static").iterdir())}
STATIC = {name: _static(file) for name, file in _FILES.items()}


class Templates:
    """The templates of the workbench, those of the dossier behind them."""

    def __init__(self) -> None:
        self._made: Environment = environment(places.link, places.picture, HERE / "templates")
        self._made.filters["picture"] = places.picture
        self._made.filters |= {"act": acts.act, "did": acts.did, "detail": acts.detail}
        self._made.filters["isolated"] = acts.isolated
        self._made.globals |= {
            "drawing": lambda picture: drawing(picture, places.link),
            "supports": judging.SUPPORT,
            "alike": judging.ALIKE,
            "credible": judging.CREDIBLE,
            "reliable": judging.RELIABLE,
            "kinds": tuple(map(str, Kind)),
            "stances_of": tuple(map(str, Stance)),
            "roles": tuple(map(str, Role)),
            "static": lambda name: f"/static/{name}?{STATIC[name].version}",
        }

    def load(self) -> None:
        """Compiles all of them, which otherwise whoever asks for a page first waits for."""
        for name in self._made.list_templates(filter_func=lambda name: name != WHOLE):
            self._made.get_template(name)

    def page(self, name: str, **given: Any) -> bytes:
        """A page by the name of its template."""
        return self._made.get_template(name).render(**given).encode("utf-8")


def template_of(view: Any, usual: str) -> str:
    """The template of a value: the page's, or its own where the page has none."""
    return usual or OF_VIEW[type(view)]


def as_json(view: Any) -> bytes:
    """The value of a page as JSON (UTF-8)."""
    return to_json(view).encode("utf-8")
