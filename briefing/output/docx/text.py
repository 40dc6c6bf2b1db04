"""Text in Word. Each run names its language, from which its font and spelling follow."""

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.text.paragraph import Paragraph

from briefing.document import Cell, Evidence, Line, Links, Marked, texts
from briefing.output.fragments import link_marks
from briefing.output.office import replace_illegal

LANGUAGES = {"zh": "zh-CN", "en": "en-GB"}


def make_element(tag: str, *children: Any, **attributes: str) -> Any:
    """Return an XML element, whose attributes are in Word's namespace."""
    made = OxmlElement(tag, {qn(f"w:{name}"): value for name, value in attributes.items()})
    made.extend(children)
    return made


def one_line(text: str) -> str:
    """Return ``text`` on one line, without characters that XML does not allow."""
    return replace_illegal(" ".join(text.split()))


def add_run(
    paragraph: Paragraph, text: str, lang: str | None = None, style: str | None = None
) -> None:
    """Append text in one language, with a character style."""
    added = paragraph.add_run(replace_illegal(text), style)
    if lang:
        properties = added._r.get_or_add_rPr()
        if lang == "zh":  # else quotation marks and dashes are set in the Latin font
            properties.get_or_add_rFonts().set(qn("w:hint"), "eastAsia")
        properties.append(make_element("w:lang", val=LANGUAGES[lang], eastAsia="zh-CN"))


def write_cell(
    paragraph: Paragraph, cell: Cell, style: str | None = None, separator: str | None = None
) -> None:
    """Append a cell's texts, each on a line of its own unless a separator is given."""
    if isinstance(cell, Marked):
        _write_marked(paragraph, cell)
        return
    for number, (lang, text) in enumerate(texts(cell)):
        if number and separator is None:
            paragraph.add_run().add_break()
        elif number:
            add_run(paragraph, separator or "")
        add_run(paragraph, one_line(text), lang, style)


def _write_marked(paragraph: Paragraph, cell: Marked) -> None:
    """Append a text with its marked words in bold, after its label."""
    add_run(paragraph, cell.heading(), None, "Label")
    for text, marked in cell.parts():
        add_run(paragraph, replace_illegal(text), cell.lang, "Name" if marked else None)


def write_statement(paragraph: Paragraph, line: Line, links: Links | None = None) -> None:
    """Append a statement, its remark in each language, and its paragraph marks."""
    if isinstance(line.text, Marked):
        _write_marked(paragraph, line.text)
    plain = () if isinstance(line.text, Marked) else texts(line.text)
    for number, (lang, text) in enumerate(plain):
        if number:
            paragraph.add_run().add_break()
        add_run(paragraph, one_line(text), lang)
        if line.remark:
            zh, en = line.remark
            remark = f"（{zh or en}）" if lang == "zh" else f" ({en or zh})"
            add_run(paragraph, remark, lang, "Remark")
    write_marks(paragraph, line.evidence, links)


def write_marks(paragraph: Paragraph, evidence: Evidence, links: Links | None = None) -> None:
    """Append paragraph marks, each a link to the words on the page of the article."""
    for number, (run, address) in enumerate(link_marks(evidence, links)):
        if number or paragraph.runs:
            add_run(paragraph, " " if number else "  ", None, "Mark")
        add_run(paragraph, run, None, "Mark")
        if address:
            relation = paragraph.part.relate_to(
                address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True
            )
            link = OxmlElement("w:hyperlink", {qn("r:id"): relation})
            last = paragraph.runs[-1]._r
            last.addprevious(link)
            link.append(last)
