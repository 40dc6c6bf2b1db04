"""Text in Word: each run has its language, and with it the right font and spelling."""

from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.text.paragraph import Paragraph

from briefing.document import Cell, Line, marks, texts
from briefing.output.office import legal

LANGUAGES = {"zh": "zh-CN", "en": "en-GB"}


def element(tag: str, *children: Any, **attributes: str) -> Any:
    """Return an XML element; its attributes are in Word's namespace."""
    made = OxmlElement(tag, {qn(f"w:{name}"): value for name, value in attributes.items()})
    made.extend(children)
    return made


def one_line(text: str) -> str:
    """Return ``text`` on one line, without what XML cannot hold."""
    return legal(" ".join(text.split()))


def run(paragraph: Paragraph, text: str, lang: str | None = None, style: str | None = None) -> None:
    """Append text in one language to a paragraph."""
    added = paragraph.add_run(legal(text), style)
    if lang:
        properties = added._r.get_or_add_rPr()
        if lang == "zh":  # quotation marks and dashes that both scripts have become Chinese ones
            properties.get_or_add_rFonts().set(qn("w:hint"), "eastAsia")
        properties.append(element("w:lang", val=LANGUAGES[lang], eastAsia="zh-CN"))


def write(
    paragraph: Paragraph, cell: Cell, style: str | None = None, between: str | None = None
) -> None:
    """Append a cell, each of its texts on a line, or all on one line with ``between`` between."""
    for number, (lang, words) in enumerate(texts(cell)):
        if number and between is None:
            paragraph.add_run().add_break()
        elif number:
            run(paragraph, between or "")
        run(paragraph, one_line(words), lang, style)


def state(paragraph: Paragraph, line: Line) -> None:
    """Append a statement, its remark in each language, and its paragraph marks."""
    for number, (lang, words) in enumerate(texts(line.text)):
        if number:
            paragraph.add_run().add_break()
        run(paragraph, one_line(words), lang)
        if line.remark:
            zh, en = line.remark
            remark = f"（{zh or en}）" if lang == "zh" else f" ({en or zh})"
            run(paragraph, remark, lang, "Remark")
    if line.paragraphs:
        run(paragraph, f"  {marks(line.paragraphs)}", None, "Mark")
