"""The Word file itself: its styles, paper, margins and properties."""

from typing import NamedTuple

from docx.document import Document as Word
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle

from briefing.document import Document, Phrase
from briefing.output.docx.text import LANGUAGES, element, one_line, run, write

BLUE, GREY, RED, PALE, LIGHT = "1F3864", "5F6670", "8C2F2B", "EEF2F8", "C9D0DA"
BULLET = Cm(0.45)
# Both come with Word; what replaces them elsewhere is as wide (Carlito) or looks alike (Noto).
_LATIN, _CHINESE = "Calibri", "Microsoft YaHei"
_MARGIN = Cm(2.2)


class _Style(NamedTuple):
    """How a style differs from the one that it is based on; its sizes are in points."""

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
    fonts = {"ascii": _LATIN, "hAnsi": _LATIN, "cs": _LATIN, "eastAsia": _CHINESE}
    word.styles["Normal"].element.get_or_add_rPr().get_or_add_rFonts()
    for named in word.styles.element.iter(qn("w:rFonts")):
        if qn("w:ascii") not in named.attrib:  # the theme's, which know no Chinese
            named.attrib.clear()
            named.attrib.update({qn(f"w:{name}"): font for name, font in fonts.items()})
    for unused in word.styles.element.xpath('w:style[@w:type="table" and not(@w:default)]'):
        word.styles.element.remove(unused)  # a hundred, which slow every look-up of a style
    for lang in word.styles.element.iter(qn("w:lang")):
        lang.attrib.update({qn("w:val"): "en-GB", qn("w:eastAsia"): "zh-CN"})
    for name, given in _STYLES.items():
        if given.base:
            style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            style.base_style = word.styles[given.base]
        style = word.styles[name]
        assert isinstance(style, ParagraphStyle)
        _set_font(style, given)
        style.paragraph_format.space_before = Pt(given.before)
        style.paragraph_format.space_after = Pt(given.after)
        style.paragraph_format.line_spacing = 1.05
        for own in style.element.xpath("w:pPr/w:pBdr | w:*/w:contextualSpacing | w:rPr/w:spacing"):
            own.getparent().remove(own)
        if name.endswith("Bullet"):
            style.paragraph_format.left_indent = BULLET
            style.paragraph_format.first_line_indent = -BULLET
    for name, given in _CHARACTERS.items():
        _set_font(word.styles.add_style(name, WD_STYLE_TYPE.CHARACTER), given)


def _set_font(style: CharacterStyle, given: _Style) -> None:
    style.font.size = Pt(given.size)
    style.font.bold = given.bold
    style.font.italic = False
    if given.colour:
        style.font.color.rgb = RGBColor.from_string(given.colour)
    elif style.type == WD_STYLE_TYPE.PARAGRAPH:
        style.font.color.rgb = RGBColor(0, 0, 0)


def set_paper(word: Word, *, on_its_side: bool) -> int:
    """Set the paper to A4 and return the width between its margins."""
    section = word.sections[0]
    size = (Cm(21), Cm(29.7))
    if on_its_side:
        section.orientation = WD_ORIENT.LANDSCAPE
        size = (size[1], size[0])
    section.page_width, section.page_height = size
    for side in ("left", "right", "top", "bottom"):
        setattr(section, f"{side}_margin", _MARGIN)
    return size[0] - 2 * _MARGIN


def set_margins(word: Word, title: Phrase) -> None:
    """Write the title above every page but the first, and a number below every page."""
    section = word.sections[0]
    section.different_first_page_header_footer = True
    write(section.header.paragraphs[0], title, between="  ")
    for footer in (section.first_page_footer, section.footer):
        paragraph = footer.paragraphs[0]
        paragraph.alignment = ALIGN.CENTER
        for field in ("PAGE", "NUMPAGES"):
            if field == "NUMPAGES":
                run(paragraph, " / ")
            counted = element("w:r", element("w:t"))
            counted[0].text = "1"
            paragraph._p.append(element("w:fldSimple", counted, instr=field))


def describe(word: Word, title: Phrase, document: Document) -> None:
    """Set the file's own properties."""
    core = word.core_properties
    core.title = one_line(title.joined(" / "))[:255]
    zh, en = document.attribution
    core.comments = one_line((en if document.lang == "en" else zh) or "")[:255]
    core.author = core.keywords = ""
    core.language = LANGUAGES.get(document.lang, "zh-CN")
    settings = word.settings.element
    for mode in settings.xpath('//w:compatSetting[@w:name="compatibilityMode"]'):
        mode.set(qn("w:val"), "15")  # else Word calls the file an old one
    package = word.part.package
    for name, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):  # it shows python-docx's own template
            package.rels.pop(name)
