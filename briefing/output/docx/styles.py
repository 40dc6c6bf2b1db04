"""The styles of a Word file, and the fonts that they name.

A Chinese file has the typefaces of official papers (GB/T 9704-2012): 小标宋 for titles, 黑体 and
楷体 for headings, 仿宋 for text. Where one is not installed, Word takes it by another name, or
takes one of the same kind, as the table of fonts says.
"""

from collections.abc import Sequence
from typing import NamedTuple

from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.shared import Pt, RGBColor
from docx.styles.style import BaseStyle

from briefing.document import Lang
from briefing.output.docx.element import LANGUAGES, Element, make

BLUE, GREY, BLACK, PALE, LIGHT = "1F3864", "5F6670", "000000", "EEF2F8", "C9D0DA"
BULLET = 0.45  # centimetres


class _Font(NamedTuple):
    """A Chinese typeface: other names of it, and whether it has serifs."""

    name: str
    others: str
    roman: bool = True


_TITLE = _Font("方正小标宋简体", "方正小标宋_GBK,FZXiaoBiaoSong-B05S,STZhongsong,SimSun")
_HEADING = _Font("黑体", "SimHei,Noto Sans CJK SC,Source Han Sans SC", roman=False)
_KAI = _Font("楷体", "KaiTi,楷体_GB2312,STKaiti,AR PL UKai CN")
_TEXT = _Font("仿宋", "FangSong,仿宋_GB2312,STFangsong,Noto Serif CJK SC")
_PLAIN = _Font("Microsoft YaHei", "微软雅黑,Noto Sans CJK SC,DengXian", roman=False)
_FONTS = (_TITLE, _HEADING, _KAI, _TEXT, _PLAIN)
_ROMAN, _SANS = "Times New Roman", "Calibri"


class Style(NamedTuple):
    """How a style differs from the style ``base``. Sizes and spacing are in points."""

    size: float
    bold: bool = False
    colour: str | None = None
    before: float = 0
    after: float = 0
    base: str | None = None
    font: _Font | None = None
    centred: bool = False


_LATER = {f"Heading {level}": Style(10.5, bold=True, before=6, after=1) for level in range(4, 10)}
_COMMON = {
    "Header": Style(8.5, colour=GREY),
    "Footer": Style(9, colour=GREY),
    "Table Text": Style(9, base="Normal"),
    "Table Bullet": Style(9, base="List Bullet", after=2),
    "Tags": Style(9, colour=GREY, base="Normal", after=1),
    "Citation": Style(8.5, colour=GREY, base="Normal", after=3),
    "Contents": Style(14, bold=True, base="Normal", before=8, after=6),
    "TOC 1": Style(10.5, base="Normal", before=4, after=0),
    "TOC 2": Style(9.5, base="Normal", after=0),
    "Small": Style(8.5, base="Normal"),
}
_ENGLISH = _COMMON | {
    "Normal": Style(10.5, before=3, after=4),
    "Title": Style(20, bold=True, colour=BLUE, after=4),
    "Subtitle": Style(10.5, colour=GREY, after=12),
    "Heading 1": Style(14, bold=True, colour=BLUE, before=16, after=6),
    "Heading 2": Style(11.5, bold=True, colour=BLUE, before=9, after=1),
    "Heading 3": Style(10.5, bold=True, before=6, after=1),
    **_LATER,
    "List Bullet": Style(10.5, after=2),
}
_CHINESE = _COMMON | {
    "Normal": Style(12, before=3, after=4),
    "Title": Style(22, font=_TITLE, centred=True, after=6),
    "Subtitle": Style(12, font=_KAI, centred=True, after=12),
    "Heading 1": Style(16, font=_HEADING, before=14, after=5),
    "Heading 2": Style(14, bold=True, font=_KAI, before=9, after=2),
    "Heading 3": Style(12, bold=True, before=6, after=1),
    **{name: one._replace(size=12) for name, one in _LATER.items()},
    "List Bullet": Style(12, after=2),
    "Table Text": Style(10.5, base="Normal"),
    "Table Bullet": Style(10.5, base="List Bullet", after=2),
    "Tags": Style(10.5, colour=GREY, font=_KAI, base="Normal", after=2),
    "Contents": Style(16, font=_HEADING, base="Normal", before=8, after=6),
}
_CHARACTERS = {
    "Mark": Style(8, colour=GREY),
    "Remark": Style(9, colour=GREY),
    "Figure": Style(15, bold=True, colour=BLUE),
    "Name": Style(9.5, bold=True),
    "Label": Style(9, bold=True, colour=BLUE),
    "Link": Style(0, colour=BLUE),
}
_CHINESE_CHARACTERS = _CHARACTERS | {
    "Remark": Style(9.5, colour=GREY, font=_KAI),
    "Figure": Style(14, bold=True),
    "Label": Style(10, font=_HEADING),
    "Name": Style(10, bold=True),
}
_NUMBERED = ("chineseCountingThousand", "chineseCountingThousand", "decimal")
_NUMERALS = ("%1、", "（%2）", "%3. ")


def set_styles(word: Word, lang: Lang, *, is_template: bool) -> dict[str, str]:
    """Give the file the styles that we use, and return their ids by their names.

    Those that a template has stay as they are, and what it lacks is added: under another name,
    where a style of another kind has the name. A Chinese file has numbered headings.
    """
    chinese = lang != "en"
    if not is_template:
        _set_fonts(word, chinese)
    found: dict[str, BaseStyle] = {}
    for definitions, kind in (
        (_CHINESE if chinese else _ENGLISH, WD_STYLE_TYPE.PARAGRAPH),
        (_CHINESE_CHARACTERS if chinese else _CHARACTERS, WD_STYLE_TYPE.CHARACTER),
    ):
        # What a style is based on comes before it.
        for name, definition in sorted(definitions.items(), key=lambda one: bool(one[1].base)):
            known = _find_style(word, name, kind)
            style = known or _add_style(word, name, kind)
            if known is None and definition.base:
                style.base_style = found[definition.base]  # type: ignore[attr-defined]
            if known is None or not is_template:
                _set_style(style, definition)
            if known is None and name == "List Bullet":
                _give_bullet(word, style)
            found[name] = style
    if not is_template:
        _number_headings(word, chinese)
        _list_fonts(word)
    return {name: style.style_id for name, style in found.items()}


def _find_style(word: Word, name: str, kind: WD_STYLE_TYPE) -> BaseStyle | None:
    """Return the style of a name, whose case programs write in different ways."""
    return next(
        (
            one
            for one in word.styles
            if one.type == kind and (one.name or "").lower() == name.lower()
        ),
        None,
    )


def _add_style(word: Word, name: str, kind: WD_STYLE_TYPE) -> BaseStyle:
    """Add a style under that name, or under one of ours where another kind of style has it."""
    taken = {(one.name or "").lower() for one in word.styles}
    taken |= {one.style_id.lower() for one in word.styles}
    is_free = not {name.lower(), name.replace(" ", "").lower()} & taken
    added: BaseStyle = word.styles.add_style(
        name if is_free else f"Briefing {name}", kind, builtin=name.startswith("TOC")
    )
    return added


def _give_bullet(word: Word, style: BaseStyle) -> None:
    """Make a style that of a list with bullets."""
    level = make(
        "lvl",
        make("start", val=1),
        make("numFmt", val="bullet"),
        make("lvlText", val="•"),
        make("lvlJc", val="left"),
        ilvl=0,
    )
    _number(word, [level], [style])


def _set_fonts(word: Word, chinese: bool) -> None:
    """Set the fonts and languages of the file in the place of those of python-docx."""
    latin, text = (_ROMAN, _TEXT) if chinese else (_SANS, _PLAIN)
    fonts = {"ascii": latin, "hAnsi": latin, "cs": latin, "eastAsia": text.name}
    word.styles["Normal"].element.get_or_add_rPr().get_or_add_rFonts()
    for style_fonts in word.styles.element.iter(qn("w:rFonts")):
        if qn("w:ascii") not in style_fonts.attrib:  # the theme's fonts, which lack Chinese
            style_fonts.attrib.clear()
            style_fonts.attrib.update({qn(f"w:{name}"): font for name, font in fonts.items()})
    for unused in word.styles.element.xpath('w:style[@w:type="table" and not(@w:default)]'):
        word.styles.element.remove(unused)  # about a hundred, which slow every look-up of a style
    for lang in word.styles.element.iter(qn("w:lang")):
        lang.attrib.update({qn("w:val"): LANGUAGES["en"], qn("w:eastAsia"): LANGUAGES["zh"]})


def _set_style(style: BaseStyle, definition: Style) -> None:
    font = style.font  # type: ignore[attr-defined]
    if definition.size:
        font.size = Pt(definition.size)
        font.bold = definition.bold
        font.italic = False
    if definition.colour or style.type == WD_STYLE_TYPE.PARAGRAPH:
        font.color.rgb = RGBColor.from_string(definition.colour or BLACK)
    if definition.font:
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        fonts.set(qn("w:eastAsia"), definition.font.name)
    if style.type == WD_STYLE_TYPE.PARAGRAPH:
        _set_paragraph(style, definition)


def _set_paragraph(style: BaseStyle, definition: Style) -> None:
    shape = style.paragraph_format  # type: ignore[attr-defined]
    shape.space_before, shape.space_after = Pt(definition.before), Pt(definition.after)
    shape.line_spacing = 1.05
    name = style.name or ""
    for own in style.element.xpath("w:pPr/w:pBdr | w:*/w:contextualSpacing | w:rPr/w:spacing"):
        own.getparent().remove(own)
    if definition.centred:
        style.element.get_or_add_pPr().get_or_add_jc().set(qn("w:val"), "center")
    if name.endswith("Bullet"):
        indent = Pt(BULLET * 28.35)
        shape.left_indent, shape.first_line_indent = indent, -indent
    elif name == "TOC 2":
        shape.left_indent = Pt(12)


def _number_headings(word: Word, chinese: bool) -> None:
    """Number the headings of a Chinese file as official papers do: 一、（一）1."""
    if not chinese:
        return
    levels = [
        make(
            "lvl",
            make("start", val=1),
            make("numFmt", val=shape),
            make("pStyle", val=word.styles[f"Heading {level + 1}"].style_id),
            make("suff", val="nothing"),
            make("lvlText", val=text),
            make("lvlJc", val="left"),
            make("pPr", make("ind", left=0, firstLine=0)),
            ilvl=level,
        )
        for level, (shape, text) in enumerate(zip(_NUMBERED, _NUMERALS, strict=True))
    ]
    _number(word, levels, [word.styles[f"Heading {level + 1}"] for level in range(len(levels))])


def _number(word: Word, levels: Sequence[Element], styles: Sequence[BaseStyle]) -> None:
    """Number paragraphs of some styles, each as one of the levels has it."""
    numbering = word.part.numbering_part.element
    known = _abstract(numbering)
    name = 1 + max((int(one.get(qn("w:abstractNumId"))) for one in known), default=-1)
    abstract = make("abstractNum", make("multiLevelType", val="multilevel"), *levels)
    abstract.set(qn("w:abstractNumId"), str(name))
    if known:
        known[-1].addnext(abstract)
    else:
        numbering.insert(0, abstract)
    number = numbering.add_num(name).numId
    for level, style in enumerate(styles):
        numbered = style.element.get_or_add_pPr().get_or_add_numPr()
        if level:
            numbered.get_or_add_ilvl().set(qn("w:val"), str(level))
        numbered.get_or_add_numId().set(qn("w:val"), str(number))


def _abstract(numbering: Element) -> list[Element]:
    found: list[Element] = numbering.findall(qn("w:abstractNum"))
    return found


def _list_fonts(word: Word) -> None:
    """Tell Word what may stand in the place of a typeface that is not installed."""
    part = next(
        relation.target_part
        for relation in word.part.rels.values()
        if relation.reltype == RELATIONSHIP_TYPE.FONT_TABLE
    )
    fonts = parse_xml(part.blob)
    for known in fonts.findall(qn("w:font")):
        fonts.remove(known)
    for font in _FONTS:
        shape = make(
            "font",
            make("altName", val=font.others),
            make("charset", val="86"),
            make("family", val="roman" if font.roman else "swiss"),
            make("pitch", val="variable"),
        )
        shape.set(qn("w:name"), font.name)
        fonts.append(shape)
    part._blob = serialize_part_xml(fonts)
