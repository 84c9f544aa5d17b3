"""The finding as a report to be edited: a Word document (DOCX) in Word's own styles, with real footnotes.

What the dossier shows in colours and links is told in words: the answer, what to know before printing, every
statement with its readings, hands and verdict. A footnote cites each report, line and record.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, partial
from typing import Any

from firsthand.dossier.citing import Citation, citations
from firsthand.dossier.exports.footnotes import Notes, moment, plain, still
from firsthand.dossier.exports.shortening import ALONE, OWN, Short, shortened, textless, undrawn
from firsthand.dossier.index import home, homes
from firsthand.dossier.phrases import capital, direction
from firsthand.dossier.pieces import Sentence, Tone
from firsthand.dossier.sheets import Dossier, ReadingRow, RecordLine, StatementSheet
from firsthand.dossier.terminal import SHAPES, chained, translated

NUMBERS = "S3 is a statement, R2 a report, L7 a line of the record: the numbers are those of the dossier."
LAID = {Tone.QUOTE: "“{}”", Tone.DROPPED: " [was: {}] "}
HOW = {Tone.STRONG: "b", Tone.DROPPED: "s", Tone.ADDED: "u"}
LOOKS = {"b": "bold", "i": "italic", "u": "underline", "s": "strike"}
MOST = 6_000_000  # characters of a dossier as markup: 500 reports, 16,000 paragraphs with 7,000 footnotes
HEAD = "Not in this report, which would be too large to edit:"
CLOSE = ("List Bullet", "List Continue", "Quote", "footnote text")  # styles without room after a paragraph


def report(dossier: Dossier) -> Short:
    """What of a dossier is in the report: no texts and no drawing, and of a large case no more than Word
    opens well."""
    return shortened(undrawn(textless(dossier)), MOST, (OWN, ALONE))


def docx(dossier: Dossier) -> bytes:
    """The report as DOCX; the same dossier gives the same bytes. Raises ImportError without python-docx.

    At the head of a large one it says what is left out.
    """
    made = report(dossier)
    return _Report(made.shown, f"{HEAD} {made.told}" if made.left else "").made()


class _Report:
    """A document that grows from top to bottom."""

    def __init__(self, dossier: Dossier, left_out: str = "") -> None:
        from docx import Document
        from docx.enum.style import WD_STYLE_TYPE

        self.dossier, self.left_out = dossier, left_out
        self.cites = citations(dossier)
        self.document = Document()
        self.body = self.document._body
        self.end: Any = self.body._body.sectPr  # stands behind all paragraphs
        self.notes = Notes(self.document)
        # To look a style up for each paragraph took half the time of a document.
        self.style_id = cache(partial(self.document.part.get_style_id, style_type=WD_STYLE_TYPE.PARAGRAPH))
        for style in CLOSE:
            self.document.styles[style].paragraph_format.space_after = 0
        self.told: set[str] = set()  # what was cited in full

    def made(self) -> bytes:
        """The whole document."""
        self._head()
        self._findings()
        self._statements()
        self._records()
        self._people()
        self._reports()
        self._method()
        self._properties()
        self.notes.close()
        return still(self.document)

    def _heading(self, level: int, *texts: str) -> Any:
        style = f"Heading {level}" if level else "Title"
        return self._paragraph([(text, "") for text in texts], style)

    def _paragraph(self, parts: Iterable[tuple[str, str]], style: str = "Normal", language: str = "") -> Any:
        """Text in runs (bold, italic, underlined, struck: "b", "i", "u", "s"), each in its own direction."""
        paragraph = self._new()
        paragraph._p.style = self.style_id(style)
        parts = [(plain(text), how) for text, how in parts]
        turned = direction("".join(text for text, _ in parts), language) == "rtl"
        for text, how in parts:
            if text:
                run = paragraph.add_run(text)
                for each in how:
                    setattr(run.font, LOOKS[each], True)
                if direction(text, language) == "rtl":
                    run.font.rtl = True
        if turned:
            self.notes.turn(paragraph)
        return paragraph

    def _new(self) -> Any:
        """An empty paragraph at the end: python-docx looks for the end through all that is there, which was
        half the time of 16,000 paragraphs."""
        from docx.oxml import OxmlElement
        from docx.text.paragraph import Paragraph

        made = OxmlElement("w:p")
        self.end.addprevious(made)
        return Paragraph(made, self.body)

    def _note(self, paragraph: Any, anchor: str) -> None:
        """A footnote that cites a node; in short where it was cited before."""
        cited = self.cites.get(anchor)
        if cited:
            again = anchor in self.told
            self.told.add(anchor)
            self.notes.add(paragraph, plain(_short(cited) if again else cited.text))

    def _head(self) -> None:
        self._heading(0, self.dossier.title)
        if self.dossier.withheld:
            self._paragraph([(" ".join(self.dossier.withheld.sentences), "b")])
        if self.left_out:
            self._paragraph([(self.left_out, "b")])
        said = [part for each in self.dossier.answer for part in (*_pieces(each), (" ", ""))]
        self._paragraph(said)
        made = f"Traced {self.dossier.made} with Firsthand {self.dossier.version}. "
        self._paragraph([(made + NUMBERS, "i")])

    def _findings(self) -> None:
        if self.dossier.findings:
            self._heading(1, "Before you print")
        for group in self.dossier.findings:
            for each in (*group.shown, *group.rest):
                where = ", ".join(homes(each.to[:4]))
                told = [(f"{SHAPES[each.shape]} {each.word}. ", "b"), *_pieces(each.sentence)]
                self._paragraph([*told, (f" ({where})" if where else "", "")], "List Bullet")

    def _statements(self) -> None:
        self._heading(1, "Statements")
        for sheet in self.dossier.statements:
            if not sheet.compact:
                self._statement(sheet)
        once = [sheet for sheet in self.dossier.statements if sheet.compact]
        if once:
            self._heading(2, "Told once, in a report’s own voice")
        for sheet in once:
            told = [(f"{sheet.anchor} ", "b"), (f"{sheet.says.text} ", ""), (sheet.outlet, "i")]
            self._note(self._paragraph(told, "List Bullet", sheet.says.language), home(sheet.said_at))

    def _statement(self, sheet: StatementSheet) -> None:
        head = self._heading(2, f"{sheet.anchor}  ", sheet.says.text)
        self._note(head, sheet.anchor)
        state = [(f"{SHAPES[sheet.shape]} {sheet.state}. ", "b"), (" ".join(sheet.reasons), "")]
        self._paragraph(state)
        for line in sheet.lines:
            self._line(line)
        for family in sheet.families:
            if family.name:
                self._heading(3, family.name)
            for row in family.rows:
                self._reading(row)
        if len(sheet.chain) > 1:
            self._paragraph([("Hands, back to where it began: ", "b"), (chained(sheet.chain), "")])

    def _line(self, line: RecordLine) -> None:
        told = [(f"{line.anchor}  ", "b"), (line.words.text, "")]
        self._note(self._paragraph(told, "Quote", line.words.language), line.anchor)
        for each in line.renderings:
            parts = [(f"{each.words.text} ", ""), (f"({translated(each)})", "i")]
            self._paragraph(parts, "List Continue", each.words.language)

    def _reading(self, row: ReadingRow) -> None:
        who = ", ".join(each for each in (row.outlet, row.date) if each)
        paragraph = self._paragraph([(f"{who}: ", "b"), *_pieces(row.words)], "List Bullet", row.language)
        self._note(paragraph, row.report if row.report in self.cites else home(row.anchor))
        told = " ".join(f"{capital(each.rstrip('.'))}." for each in _told(row) if each)
        if told:
            self._paragraph([(told, "")], "List Continue")

    def _records(self) -> None:
        for sheet in (*self.dossier.records, *self.dossier.papers):
            self._note(self._heading(1, f"{sheet.anchor}  ", sheet.title), sheet.anchor)
            facts = "; ".join(f"{fact.name}: {fact.value}" for fact in sheet.facts)
            self._paragraph([(facts, "")])
            if sheet.withheld:
                self._paragraph([("This is withheld in this edition.", "b")])
                continue
            for line in sheet.lines:
                self._line(line)
            for text in sheet.text.splitlines():
                self._paragraph([(text, "")], "Quote", sheet.language)

    def _people(self) -> None:
        if self.dossier.sources:
            self._heading(1, "People and sources")
        for each in self.dossier.sources:
            also = ", ".join(name for name in each.spellings if name != each.name)
            where = ", ".join(homes(each.where))
            rest = "; ".join(part for part in (each.being, also and f"also {also}", where) if part)
            self._paragraph([(f"{each.anchor}  ", "b"), (each.name, "b"), (f" ({rest})", "")], "List Bullet")
        for ruling in self.dossier.rulings:
            why = f": {ruling.because}" if ruling.because else ""
            ruled = [
                (f"{ruling.anchor}  {capital(ruling.what)}. ", "b"),
                (f"{ruling.by}, {ruling.date}{why}", ""),
            ]
            self._paragraph([*ruled, (f" ({ruling.undone})" if ruling.undone else "", "i")], "List Bullet")

    def _reports(self) -> None:
        self._heading(1, "Reports")
        for each in self.dossier.reports:
            self._paragraph([(f"{each.anchor}  ", "b"), (self.cites[each.anchor].text, "")], "List Bullet")

    def _method(self) -> None:
        if self.dossier.notes or self.dossier.unread:
            self._heading(1, "Method")
        for note in self.dossier.notes:
            self._paragraph([(note, "")])
        for each in self.dossier.unread:
            self._paragraph([(f"Not read: {each.name}: {each.what}.", "")])

    def _properties(self) -> None:
        """What the file says of itself: nothing but the title and when the case was traced."""
        core = self.document.core_properties
        core.title, core.author, core.comments = plain(self.dossier.title)[:255], "Firsthand", ""
        core.language, core.last_modified_by = "en", "Firsthand"
        at = moment(self.dossier.made_at)
        core.created = core.modified = at


def _short(cited: Citation) -> str:
    """A node that was cited in full before: whose it is, when, and its anchor."""
    return ", ".join(part for part in (cited.whose, cited.date, cited.anchor) if part) + "."


def _pieces(sentence: Sentence) -> list[tuple[str, str]]:
    return [(LAID.get(p.tone, "{}").format(p.text), HOW.get(p.tone, "")) for p in sentence]


def _told(row: ReadingRow) -> Iterable[str]:
    """What is said of a reading, sentence by sentence."""
    if row.unstated:
        yield "Source not stated"
    elif row.source:
        yield f"Said by {row.source}" + (", who spoke last; the text does not say so" if row.inferred else "")
    if row.check:
        yield f"{SHAPES[row.check.shape]} {row.check.word}" + (
            f": {row.check.against}" if row.check.against else ""
        )
    yield from (f"{SHAPES[note.shape]} {note.word}: {note.note}".rstrip(": ") for note in row.drifts)
    if row.step and not row.check:
        yield row.step
    if len(row.hands) > 1:
        yield f"Hands: {chained(row.hands)}"
