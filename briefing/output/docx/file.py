"""The Word file itself: its styles, paper, headers, footers and properties."""

from typing import NamedTuple

from docx.document import Document as Word
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle

from briefing.document import Document, Phrase
from briefing.output.docx.text import LANGUAGES, add_run, make_element, one_line, write_cell

BLUE, GREY, RED, PALE, LIGHT = "1F3864", "5F6670", "8C2F2B", "EEF2F8", "C9D0DA"
BULLET = Cm(0.45)
# Word has both. Elsewhere Carlito, which is as wide, and Noto, which looks alike, replace them.
_LATIN, _CHINESE = "Calibri", "Microsoft YaHei"
_MARGIN = Cm(2.2)


class _Style(NamedTuple):
    """How a style differs from the style ``base``. Sizes and spacing are in points."""

    size: float
    bold: bool = False
    colour: str | None = None
    before: float = 0
    after: float = 0
    base: str | None = None


_STYLES = {
    "Normal": _Style(10.5, before=3, after=4),
    "Title": _Style(20, bold=True, colour=BLUE, after=4),
    "Subtitle": _Style(10.5, colour=GREY, after=12),
    "Heading 1": _Style(14, bold=True, colour=BLUE, before=16, after=6),
    "Heading 2": _Style(11.5, bold=True, colour=BLUE, before=10, after=2),
    **{f"Heading {level}": _Style(10.5, bold=True, before=8, after=2) for level in range(3, 10)},
    "List Bullet": _Style(10.5, after=3),
    "Header": _Style(8.5, colour=GREY),
    "Footer": _Style(8.5, colour=GREY),
    "Table Text": _Style(9, base="Normal"),
    "Table Bullet": _Style(9, base="List Bullet", after=2),
    "Tags": _Style(8.5, colour=GREY, base="Normal", after=2),
    "Citation": _Style(8.5, colour=GREY, base="Normal", after=3),
}
_CHARACTERS = {
    "Mark": _Style(8, colour=GREY),
    "Remark": _Style(9, colour=RED),
    "Figure": _Style(15, bold=True, colour=BLUE),
    "Name": _Style(9.5, bold=True),
    "Label": _Style(9, bold=True, colour=BLUE),
}


def set_styles(word: Word) -> None:
    """Set the fonts and languages of the file, and add our styles."""
    fonts = {"ascii": _LATIN, "hAnsi": _LATIN, "cs": _LATIN, "eastAsia": _CHINESE}
    word.styles["Normal"].element.get_or_add_rPr().get_or_add_rFonts()
    for style_fonts in word.styles.element.iter(qn("w:rFonts")):
        if qn("w:ascii") not in style_fonts.attrib:  # the theme's fonts, which lack Chinese
            style_fonts.attrib.clear()
            style_fonts.attrib.update({qn(f"w:{name}"): font for name, font in fonts.items()})
    for unused in word.styles.element.xpath('w:style[@w:type="table" and not(@w:default)]'):
        word.styles.element.remove(unused)  # about a hundred, which slow every look-up of a style
    for lang in word.styles.element.iter(qn("w:lang")):
        lang.attrib.update({qn("w:val"): "en-GB", qn("w:eastAsia"): "zh-CN"})
    for name, definition in _STYLES.items():
        if definition.base:
            style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            style.base_style = word.styles[definition.base]
        style = word.styles[name]
        assert isinstance(style, ParagraphStyle)
        _set_font(style, definition)
        style.paragraph_format.space_before = Pt(definition.before)
        style.paragraph_format.space_after = Pt(definition.after)
        style.paragraph_format.line_spacing = 1.05
        for own in style.element.xpath("w:pPr/w:pBdr | w:*/w:contextualSpacing | w:rPr/w:spacing"):
            own.getparent().remove(own)
        if name.endswith("Bullet"):
            style.paragraph_format.left_indent = BULLET
            style.paragraph_format.first_line_indent = -BULLET
    for name, definition in _CHARACTERS.items():
        _set_font(word.styles.add_style(name, WD_STYLE_TYPE.CHARACTER), definition)


def _set_font(style: CharacterStyle, definition: _Style) -> None:
    style.font.size = Pt(definition.size)
    style.font.bold = definition.bold
    style.font.italic = False
    if definition.colour:
        style.font.color.rgb = RGBColor.from_string(definition.colour)
    elif style.type == WD_STYLE_TYPE.PARAGRAPH:
        style.font.color.rgb = RGBColor(0, 0, 0)


def set_paper(word: Word, *, landscape: bool) -> int:
    """Set the paper to A4. Return the width between its margins, in Word's units (EMU)."""
    section = word.sections[0]
    size = (Cm(21), Cm(29.7))
    if landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        size = (size[1], size[0])
    section.page_width, section.page_height = size
    for side in ("left", "right", "top", "bottom"):
        setattr(section, f"{side}_margin", _MARGIN)
    return size[0] - 2 * _MARGIN


def set_header_and_footer(word: Word, title: Phrase) -> None:
    """Write the title above every page but the first, and page numbers below every page."""
    section = word.sections[0]
    section.different_first_page_header_footer = True
    write_cell(section.header.paragraphs[0], title, separator="  ")
    for footer in (section.first_page_footer, section.footer):
        paragraph = footer.paragraphs[0]
        paragraph.alignment = ALIGN.CENTER
        for field in ("PAGE", "NUMPAGES"):
            if field == "NUMPAGES":
                add_run(paragraph, " / ")
            placeholder = make_element("w:r", make_element("w:t"))
            placeholder[0].text = "1"
            paragraph._p.append(make_element("w:fldSimple", placeholder, instr=field))


def set_properties(word: Word, title: Phrase, document: Document) -> None:
    """Set the title, description and language of the file, and the version of Word it is for."""
    core = word.core_properties
    core.title = one_line(title.joined(" / "))[:255]
    zh, en = document.attribution
    core.comments = one_line((en if document.lang == "en" else zh) or "")[:255]
    core.author = core.keywords = ""
    core.language = LANGUAGES.get(document.lang, "zh-CN")
    settings = word.settings.element
    for mode in settings.xpath('//w:compatSetting[@w:name="compatibilityMode"]'):
        mode.set(qn("w:val"), "15")  # else Word opens the file in compatibility mode
    package = word.part.package
    for name, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):  # the picture shows python-docx's template
            package.rels.pop(name)
